"""Who is at the other end of a request, also behind proxies.

Only a proxy named in the settings is believed: of `X-Forwarded-For`, the right-most address that is
no such proxy; of `X-Forwarded-Proto`, the last word. The standard `Forwarded` is not read: a proxy
passes on unchanged what it doesn't set itself, so a second header would be the client's own word.
"""

from collections.abc import Sequence
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

from aiohttp import hdrs, web

# One subscriber's network: whoever has it can take any address in it (RFC 6177).
IPV6_SUBSCRIBER_PREFIX = 64

type Network = IPv4Network | IPv6Network


class Peers:
    """Tells addresses and schemes of browsers."""

    def __init__(self, trusted_proxies: Sequence[Network]) -> None:
        """`trusted_proxies` are the networks whose `X-Forwarded-*` are believed."""
        self._trusted = trusted_proxies

    def address(self, request: web.Request) -> str:
        """The client's address, of IPv6 its network; "" when it has none (a Unix socket)."""
        client = _parse(request.remote or "")
        hops = ",".join(request.headers.getall(hdrs.X_FORWARDED_FOR, [])).split(",")
        while client is not None and hops and self._trusts(client):
            before = _parse(hops.pop().strip())
            if before is None:
                break
            client = before
        return "" if client is None else _countable(client)

    def is_https(self, request: web.Request) -> bool:
        """Whether the browser speaks HTTPS, to us or to a trusted proxy."""
        peer = _parse(request.remote or "")
        if peer is None or not self._trusts(peer):
            return request.secure
        words = ",".join(request.headers.getall(hdrs.X_FORWARDED_PROTO, [])).split(",")
        return request.secure or words[-1].strip().lower() == "https"

    def _trusts(self, address: IPv4Address | IPv6Address) -> bool:
        return any(address in network for network in self._trusted)


def _parse(text: str) -> IPv4Address | IPv6Address | None:
    """The address written in `text`, an IPv4 one in IPv6's clothes as IPv4; None if it is none."""
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return (isinstance(address, IPv6Address) and address.ipv4_mapped) or address


def _countable(address: IPv4Address | IPv6Address) -> str:
    if isinstance(address, IPv4Address):
        return str(address)
    return str(ip_network((address, IPV6_SUBSCRIBER_PREFIX), strict=False))
