"""Requests no browser makes: wrong paths, shapes, sizes, methods and encodings."""

import gzip
import json
import zlib

import aiohttp
import pytest

from tests.abuse.wire import exchange, status
from tests.gateway.running import RunningGateway

HOST = b"Host: 127.0.0.1\r\n"
NOT_FOUND, BAD, NOT_ALLOWED = {404}, {400}, {405}


def get(path: str) -> bytes:
    """A GET of exactly that path."""
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()


PATHS = [
    "/static/../gateway/settings.py",
    "/../../../../etc/passwd",
    "/bureau/../../gateway/settings.py",
    "/bureau/%2e%2e/%2e%2e/gateway/settings.py",
    "/bureau/bureau.js/../../../pyproject.toml",
    "/bureau/..%5c..%5csettings.py",
    "/%2e%2e%2f%2e%2e%2fvar/secrets.env",
    "/%252e%252e/var/secrets.env",
    "//etc/passwd",
    "/clavardage.js%00.html",
    "/clavardage.js;.html",
    "/.env",
    "/.git/config",
    "/var/gateway.db",
    "/gateway.db",
    "/api/conversation/../../var/secrets.env",
    "/" + "a" * 4000,
    "/" + "../" * 1000 + "etc/passwd",
]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path[:40])
async def test_nothing_is_served_but_what_has_a_route(gateway: RunningGateway, path: str) -> None:
    received = await exchange(gateway.url, get(path))
    assert status(received) in {400, 404}
    assert b"root:" not in received
    assert b"ASSISTANT_" not in received


POST = b"POST /api/conversation HTTP/1.1\r\n" + HOST + b"Origin: https://portail.example\r\n"
SMUGGLED = POST + b"\r\n"
MALFORMED = {
    "both lengths": POST
    + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    + SMUGGLED,
    "both lengths, the other way": POST
    + b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n5c\r\n"
    + SMUGGLED,
    "two lengths": POST + b"Content-Length: 0\r\nContent-Length: 44\r\n\r\n" + SMUGGLED,
    "a list of lengths": POST + b"Content-Length: 0, 44\r\n\r\n" + SMUGGLED,
    "a negative length": POST + b"Content-Length: -1\r\n\r\n",
    "a signed length": POST + b"Content-Length: +5\r\n\r\nhello",
    "a length in hexadecimal": POST + b"Content-Length: 0x5\r\n\r\nhello",
    "a length that overflows": POST + b"Content-Length: " + b"9" * 30 + b"\r\n\r\n",
    "a coding twice": POST
    + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n"
    + SMUGGLED,
    "a coding with a tab": POST + b"Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "a coding before a space": POST + b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "an unknown coding": POST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "a chunk of no number": POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nallo\r\n0\r\n\r\n",
    "a negative chunk": POST + b"Transfer-Encoding: chunked\r\n\r\n-1\r\nallo\r\n0\r\n\r\n",
    "a header without a colon": POST + b"X-Nothing\r\n\r\n",
    "a header with a space in its name": POST + b"X Y: z\r\n\r\n",
    "a header with a NUL": POST + b"X: a\0b\r\n\r\n",
    "a folded header": POST + b"X: a\r\n b: c\r\n\r\n",
    "a header of 100 KB": POST + b"X: " + b"a" * 100_000 + b"\r\n\r\n",
    "a cookie of 100 KB": POST + b"Cookie: a=" + b"a" * 100_000 + b"\r\n\r\n",
    "a path of 100 KB": b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "a version that is not": b"GET / HTTP/9.9\r\n" + HOST + b"\r\n",
    "another protocol": b"SSH-2.0-OpenSSH_9.6\r\n",
    "a TLS greeting": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 100,
    "zeros": b"\0" * 1000,
    "a preface of HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
}


@pytest.mark.parametrize("sent", MALFORMED.values(), ids=MALFORMED.keys())
async def test_a_request_that_can_be_read_in_two_ways_is_not_read(
    gateway: RunningGateway, sent: bytes
) -> None:
    before = await gateway.counts()
    received = await exchange(gateway.url, sent)
    assert status(received) in {None, 400, 413, 414, 431, 501, 505}
    assert received.count(b"HTTP/1.") <= 1, "the rest was not taken for another request"
    assert await gateway.counts() == before


METHODS = ["PUT", "PATCH", "TRACE", "CONNECT", "PROPFIND", "BREW", "post"]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("path", ["/api/conversation", "/bureau", "/clavardage.js"])
async def test_other_methods_are_refused(gateway: RunningGateway, method: str, path: str) -> None:
    before = await gateway.counts()
    request = f"{method} {path} HTTP/1.1\r\nOrigin: https://portail.example\r\n".encode()
    received = await exchange(gateway.url, request + HOST + b"Connection: close\r\n\r\n")
    assert status(received) in {400, 404, 405, 501}
    assert b"TRACE /" not in received
    assert await gateway.counts() == before


CREDENTIALS = json.dumps({"login": "camille", "password": "x"}).encode()
BOMB = b"[" + b" " * 20_000_000
BODIES: dict[str, tuple[bytes, dict[str, str]]] = {
    "nothing": (b"", {}),
    "no JSON": (b"login=camille&password=x", {"Content-Type": "application/x-www-form-urlencoded"}),
    "another encoding": (CREDENTIALS.decode().encode("utf-16"), {}),
    "no UTF-8": (b'{"login": "\xff", "password": "x"}', {}),
    "half a pair": (b'{"login": "\\ud800", "password": "x"}', {}),
    "not a number": (b'{"login": NaN, "password": Infinity}', {}),
    "ten thousand lists": (b"[" * 10_000, {}),
    "numbers without end": (b'{"login": ' + b"9" * 10_000 + b"}", {}),
    "an unknown field": (CREDENTIALS[:-1] + b', "admin": true}', {}),
    "100 KB": (b'{"login": "' + b"a" * 100_000 + b'"}', {}),
    "a bomb in gzip": (gzip.compress(BOMB), {"Content-Encoding": "gzip"}),
    "a bomb in deflate": (zlib.compress(BOMB), {"Content-Encoding": "deflate"}),
    "no gzip": (b"allo", {"Content-Encoding": "gzip"}),
    "a form of files": (
        b'--x\r\nContent-Disposition: form-data; name="login"\r\n\r\ncamille\r\n--x--',
        {"Content-Type": "multipart/form-data; boundary=x"},
    ),
}


@pytest.mark.parametrize(("body", "headers"), BODIES.values(), ids=BODIES.keys())
async def test_a_sign_in_that_cannot_be_read_is_refused(
    gateway: RunningGateway, body: bytes, headers: dict[str, str]
) -> None:
    async with (
        aiohttp.ClientSession() as http,
        http.post(
            f"{gateway.url}/bureau/api/session",
            data=body,
            headers={"Origin": gateway.url, "Content-Type": "application/json"} | headers,
        ) as response,
    ):
        assert response.status in {400, 401, 413, 415}
        assert "Set-Cookie" not in response.headers
        assert "Traceback" not in await response.text()
    assert await gateway.rows("SELECT count(*) FROM agent_sessions") == [(0,)]
