"""What a client's browser says it runs on, in an agent's words: "iPhone, Safari"."""

from ua_parser import parse

from gateway.catalogue import Catalogue

# Browsers' own are half as long; parsing takes longer with the length.
LONGEST_USER_AGENT = 400
# What Apple calls by the device and not by the system.
_NAMED_BY_DEVICE = {"iPhone", "iPad"}


def device_of(user_agent: str, catalogue: Catalogue) -> str | None:
    """The device and browser of a User-Agent header; None where neither is one people use."""
    parsed = parse(user_agent[:LONGEST_USER_AGENT])
    system = parsed.os.family if parsed.os else ""
    if parsed.device and parsed.device.family in _NAMED_BY_DEVICE:
        system = parsed.device.family
    browser = parsed.user_agent.family if parsed.user_agent else ""
    names = (
        catalogue.labels["appareils"].get(system),
        catalogue.labels["navigateurs"].get(browser),
    )
    return ", ".join(filter(None, names)) or None
