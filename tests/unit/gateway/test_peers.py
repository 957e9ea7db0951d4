"""Whose request it is: a proxy is believed only if it is named in the settings."""

from ipaddress import ip_network

import pytest
from aiohttp.test_utils import make_mocked_request
from multidict import CIMultiDict

from gateway.peers import Peers

PROXIES = (ip_network("10.0.0.0/8"), ip_network("fd00::/8"))
PEERS = Peers(PROXIES)


class _Transport:
    """A connection from `address`."""

    def __init__(self, address: str | None) -> None:
        self._address = address

    def get_extra_info(self, name: str, default: object = None) -> object:
        if name == "peername" and self._address is not None:
            return (self._address, 1234)
        return default


def request(peer: str | None, *headers: tuple[str, str]):  # type: ignore[no-untyped-def]
    return make_mocked_request("GET", "/", CIMultiDict(headers), transport=_Transport(peer))


@pytest.mark.parametrize(
    ("peer", "forwarded_for", "address"),
    [
        ("203.0.113.9", [], "203.0.113.9"),
        # Nobody else's word counts.
        ("203.0.113.9", ["198.51.100.1"], "203.0.113.9"),
        ("10.0.0.1", [], "10.0.0.1"),
        ("10.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("10.0.0.1", ["6.6.6.6, 198.51.100.1"], "198.51.100.1"),
        ("10.0.0.1", ["6.6.6.6", "198.51.100.1"], "198.51.100.1"),
        ("10.0.0.1", ["6.6.6.6, 198.51.100.1, 10.9.9.9"], "198.51.100.1"),
        ("10.0.0.1", ["10.1.1.1, 10.2.2.2"], "10.1.1.1"),
        ("10.0.0.1", ["6.6.6.6, personne"], "10.0.0.1"),
        ("10.0.0.1", ["6.6.6.6, personne, 10.2.2.2"], "10.2.2.2"),
        ("10.0.0.1", [""], "10.0.0.1"),
        ("::ffff:10.0.0.1", ["::ffff:198.51.100.1"], "198.51.100.1"),
        ("2001:db8:1:2:3::9", [], "2001:db8:1:2::/64"),
        ("fd00::1", ["2001:db8:1:2:ffff::"], "2001:db8:1:2::/64"),
        (None, ["198.51.100.1"], ""),
    ],
)
def test_the_address_is_the_nearest_that_is_no_trusted_proxy(
    peer: str | None, forwarded_for: list[str], address: str
) -> None:
    headers = [("X-Forwarded-For", value) for value in forwarded_for]
    assert PEERS.address(request(peer, *headers)) == address


def test_the_standard_header_is_not_read() -> None:
    assert PEERS.address(request("10.0.0.1", ("Forwarded", "for=6.6.6.6"))) == "10.0.0.1"


@pytest.mark.parametrize(
    ("peer", "header", "secure"),
    [
        ("10.0.0.1", "https", True),
        ("10.0.0.1", "HTTPS", True),
        ("10.0.0.1", "http", False),
        ("10.0.0.1", "https, http", False),
        ("10.0.0.1", "", False),
        ("203.0.113.9", "https", False),
        (None, "https", False),
    ],
)
def test_the_scheme_is_a_trusted_proxys_word(peer: str | None, header: str, secure: bool) -> None:
    assert PEERS.is_https(request(peer, ("X-Forwarded-Proto", header))) is secure
    assert not PEERS.is_https(request(peer, ("Origin", "https://portail.example")))
