"""What the gateway serves over HTTP, to whom, and with which headers."""

import re
from collections.abc import AsyncIterator
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from gateway import widget_routes
from gateway.app import create_app
from gateway.desk import routes as desk_routes
from gateway.security import widget_page_csp
from tests.gateway.clients import Desk, Tab, fresh_cookie
from tests.gateway.fake_engine import FakeEngine
from tests.gateway.running import PORTAL_ORIGIN, RunningGateway


async def fetch(
    gateway: RunningGateway, method: str, path: str, **headers: str
) -> tuple[int, Any, str]:
    """Status, headers and body of a request."""
    async with (
        aiohttp.ClientSession() as http,
        http.request(method, f"{gateway.url}{path}", headers=headers) as response,
    ):
        return response.status, response.headers, await response.text()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://ailleurs.example"},
        {"Origin": "null"},
        {"Origin": PORTAL_ORIGIN + ".ailleurs.example"},
        {"Origin": "http://portail.example"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_other_origins_get_no_conversation(
    gateway: RunningGateway, headers: dict[str, str]
) -> None:
    status, received, body = await fetch(gateway, "POST", "/api/conversation", **headers)
    assert (status, body) == (403, '{"error": "origine_refusee"}')
    assert "Access-Control-Allow-Origin" not in received
    assert "Set-Cookie" not in received
    assert (await fetch(gateway, "OPTIONS", "/api/conversation", **headers))[0] == 403
    assert (await gateway.counts())["conversations"] == 0


async def test_the_gateways_own_pages_get_one(gateway: RunningGateway) -> None:
    status, received, _ = await fetch(gateway, "POST", "/api/conversation", Origin=gateway.url)
    assert status == 200
    assert "Secure" not in received["Set-Cookie"], "these pages come over plain HTTP"


async def test_a_preflight_is_answered(gateway: RunningGateway) -> None:
    status, headers, _ = await fetch(gateway, "OPTIONS", "/api/conversation", Origin=PORTAL_ORIGIN)
    assert status == 204
    assert headers["Access-Control-Allow-Origin"] == PORTAL_ORIGIN
    assert headers["Access-Control-Allow-Credentials"] == "true"


async def test_sockets_of_other_origins_are_refused(
    gateway: RunningGateway, engine: FakeEngine
) -> None:
    cookie = await fresh_cookie(gateway.url)
    for origin in ("https://ailleurs.example", "null"):
        assert await Tab(gateway.url, cookie, origin).refusal() is None
    counts = await gateway.counts()
    assert (counts["messages"], engine.requests) == (1, [])


@pytest.mark.parametrize(
    ("cookie", "origin", "refusal"),
    [
        ("", PORTAL_ORIGIN, "conversation_absente"),
        ("assistant_conversation=forgé", PORTAL_ORIGIN, "conversation_absente"),
        ("assistant_conversation=x.y.z", PORTAL_ORIGIN, "conversation_absente"),
        ("good", "", "origine_refusee"),
    ],
)
async def test_sockets_without_a_conversation_or_origin_are_refused(
    gateway: RunningGateway, cookie: str, origin: str, refusal: str
) -> None:
    tab = Tab(gateway.url, await fresh_cookie(gateway.url) if cookie == "good" else cookie, origin)
    assert await tab.refusal() == refusal


async def test_the_cookie_of_an_erased_conversation_is_refused(gateway: RunningGateway) -> None:
    cookie = await fresh_cookie(gateway.url)
    await gateway.erase_conversations()
    assert await Tab(gateway.url, cookie).refusal() == "conversation_absente"
    status, _, body = await fetch(
        gateway, "POST", "/api/conversation", Origin=PORTAL_ORIGIN, Cookie=cookie
    )
    assert (status, body) == (200, '{"resumed": false}')


@pytest.mark.parametrize(
    ("cookie", "origin", "refusal"),
    [
        ("", None, "session_absente"),
        ("assistant_bureau=inconnu", None, "session_absente"),
        ("assistant_bureau=inconnu", PORTAL_ORIGIN, "origine_refusee"),
    ],
)
async def test_desks_without_a_session_are_refused(
    gateway: RunningGateway, cookie: str, origin: str | None, refusal: str
) -> None:
    desk = Desk(gateway.url, cookie, origin)
    assert await desk.refusal() == refusal


async def test_health(gateway: RunningGateway, engine: FakeEngine) -> None:
    assert (await fetch(gateway, "GET", "/health/live"))[0] == 200
    assert (await fetch(gateway, "GET", "/health/ready"))[0] == 200
    engine.ready = False
    status, _, body = await fetch(gateway, "GET", "/health/ready")
    assert status == 503
    assert body == '{"status": "unavailable", "database": true, "engine": false}'
    await engine.stop()
    assert (await fetch(gateway, "GET", "/health/ready"))[0] == 503
    assert (await fetch(gateway, "GET", "/health/live"))[0] == 200


@pytest.fixture
def bundles(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of our own in place of the built ones."""
    static = tmp_path / "static"
    static.mkdir()
    for name in (
        "clavardage.js",
        "clavardage.html",
        "icone.svg",
        "bureau.js",
        "bureau.html",
        "equipe.js",
        "equipe.html",
        "invitation.html",
    ):
        (static / name).write_text(name)
    monkeypatch.setattr(desk_routes, "STATIC_PATH", static)
    monkeypatch.setattr(widget_routes, "STATIC_PATH", static)


@pytest.mark.usefixtures("bundles")
@pytest.mark.parametrize(
    ("path", "file", "resource_policy"),
    [
        ("/clavardage.js", "clavardage.js", "cross-origin"),
        ("/clavardage", "clavardage.html", "same-origin"),
        ("/icone.svg", "icone.svg", "same-origin"),
        ("/bureau", "bureau.html", "same-origin"),
        ("/bureau/bureau.js", "bureau.js", "same-origin"),
        ("/bureau/equipe", "equipe.html", "same-origin"),
        ("/bureau/invitation", "invitation.html", "same-origin"),
        ("/bureau/equipe.js", "equipe.js", "same-origin"),
    ],
)
async def test_bundles_are_revalidated(
    gateway: RunningGateway, path: str, file: str, resource_policy: str
) -> None:
    status, headers, body = await fetch(gateway, "GET", path)
    assert (status, body) == (200, file)
    assert headers["Cache-Control"] == "no-cache"
    assert headers["ETag"].startswith('"'), "a strong one"
    assert headers["Cross-Origin-Resource-Policy"] == resource_policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    again = await fetch(gateway, "GET", path, **{"If-None-Match": headers["ETag"]})
    assert again[0] == 304


HTTPS = {"X-Forwarded-Proto": "https"}


@pytest.fixture
async def proxied(data_dir: Path, engine: FakeEngine) -> AsyncIterator[RunningGateway]:
    """A gateway that believes the test, which is its proxy."""
    gateway = RunningGateway(data_dir, engine.url, trusted_proxies=(ip_network("127.0.0.0/8"),))
    await gateway.start()
    yield gateway
    await gateway.stop()


def every_route() -> list[tuple[str, str]]:
    """Method and path of all that the gateway serves, and of what it doesn't."""
    settings = RunningGateway(Path(), "http://127.0.0.1:5005").settings
    routes = {
        (route.method, re.sub(r"\{\w+\}", "1", route.resource.canonical))
        for route in create_app(settings).router.routes()
        if route.method != "*" and route.resource
    }
    return sorted(routes | {("GET", "/absent"), ("PUT", "/api/conversation")})


@pytest.mark.usefixtures("bundles")
@pytest.mark.parametrize(("method", "path"), every_route())
async def test_every_response_has_a_strict_policy(
    proxied: RunningGateway, method: str, path: str
) -> None:
    for origin in (proxied.url, "https://ailleurs.example"):
        _, headers, _ = await fetch(proxied, method, path, Origin=origin, **HTTPS)
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        # Only the widget's own page may be framed, by the sites that carry it.
        framed_by = f"'self' {PORTAL_ORIGIN}" if path == "/clavardage" else "'none'"
        assert f"frame-ancestors {framed_by}" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "camera=(), " in headers["Permissions-Policy"]
        assert headers["Strict-Transport-Security"].startswith("max-age=31536000")
        assert "Server" not in headers, "it names versions"


async def test_a_page_that_may_load_something_says_what(gateway: RunningGateway) -> None:
    _, headers, _ = await fetch(gateway, "GET", "/bureau")
    assert "require-trusted-types-for 'script'" in headers["Content-Security-Policy"]


def test_only_allowed_sites_frame_the_widgets_page() -> None:
    policy = widget_page_csp(frozenset({"https://b.example", "https://a.example"}))
    assert "frame-ancestors 'self' https://a.example https://b.example;" in policy
    assert "frame-ancestors 'none'" not in policy


async def test_https_is_a_trusted_proxys_word(
    gateway: RunningGateway, proxied: RunningGateway
) -> None:
    """Not the browser's: neither its Origin nor a header of its own make a cookie Secure."""
    for behind, headers, secure in (
        (gateway, HTTPS, False),
        (proxied, {}, False),
        (proxied, HTTPS, True),
    ):
        opened = await fetch(behind, "POST", "/api/conversation", Origin=PORTAL_ORIGIN, **headers)
        assert ("Secure" in opened[1]["Set-Cookie"]) is secure
        assert ("Strict-Transport-Security" in opened[1]) is secure


@pytest.mark.parametrize("path", ["/bureau/..%2f..%2fsettings.py", "/static/x", "/clavardage.js/"])
async def test_nothing_else_is_served(gateway: RunningGateway, path: str) -> None:
    assert (await fetch(gateway, "GET", path))[0] == 404
