"""deploy/nginx/assistant.conf as it is, but for its ports, certificate and patience."""

import asyncio
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import AsyncIterator
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp
import pytest
import socketio

from tests.gateway.fake_engine import FakeEngine
from tests.gateway.running import PORTAL_ORIGIN, RunningGateway
from tests.gateway.waiting import PATIENCE_SECONDS, eventually
from tests.running_system import ROOT

NGINX = shutil.which("nginx", path="/usr/local/sbin:/usr/sbin:/usr/local/bin:/usr/bin")
CONVERSATIONS_PER_HOUR = 2
pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")


class Proxy:
    """nginx before a gateway."""

    def __init__(self, directory: Path, gateway: RunningGateway) -> None:
        self.gateway = gateway
        self.plain_port, self.tls_port = _free_port(), _free_port()
        self.url = f"https://127.0.0.1:{self.tls_port}"
        certificate, key = directory / "certificate.pem", directory / "key.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj",
             "/CN=aide.portail.example", "-keyout", key, "-out", certificate],
            check=True, capture_output=True,
        )  # fmt: skip
        site = (ROOT / "deploy/nginx/assistant.conf").read_text(encoding="utf-8")
        for ours, tried in (
            ("server 127.0.0.1:8080;", f"server 127.0.0.1:{gateway.url.rpartition(':')[2]};"),
            ("listen 80;", f"listen 127.0.0.1:{self.plain_port};"),
            ("listen [::]:80;", ""),
            ("listen 443 ssl;", f"listen 127.0.0.1:{self.tls_port} ssl;"),
            ("listen [::]:443 ssl;", ""),
            ("/etc/ssl/certs/aide.portail.example.pem", str(certificate)),
            ("/etc/ssl/private/aide.portail.example.key", str(key)),
            ("client_header_timeout 10s;", "client_header_timeout 1s;"),
            ("client_body_timeout 10s;", "client_body_timeout 1s;"),
        ):
            assert site.count(ours) == 1, ours
            site = site.replace(ours, tried)
        temporary = " ".join(
            f"{kind}_temp_path {directory};"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        self._configuration = directory / "nginx.conf"
        self._configuration.write_text(
            f"daemon off; pid {directory}/nginx.pid; error_log stderr warn;\n"
            f"events {{}}\nhttp {{\n{temporary}\n{site}\n}}\n"
        )
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        assert NGINX is not None
        self._process = await asyncio.create_subprocess_exec(
            NGINX, "-c", self._configuration, "-e", "stderr"
        )

        async def listens() -> bool:
            with socket.socket() as probe:
                return probe.connect_ex(("127.0.0.1", self.tls_port)) == 0

        await eventually(listens)

    async def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            await self._process.wait()

    async def fetch(
        self,
        method: str,
        path: str,
        *,
        address: str = "127.0.0.1",
        body: bytes = b"",
        **headers: str,
    ) -> aiohttp.ClientResponse:
        """The answer to a browser at `address` (all of 127.0.0.0/8 is this machine)."""
        connector = aiohttp.TCPConnector(ssl=False, local_addr=(address, 0))
        async with (
            aiohttp.ClientSession(connector=connector) as http,
            http.request(method, self.url + path, data=body, headers=headers) as response,
        ):
            await response.read()
            return response


@pytest.fixture
async def proxy(data_dir: Path, tmp_path: Path, engine: FakeEngine) -> AsyncIterator[Proxy]:
    gateway = RunningGateway(
        data_dir,
        engine.url,
        trusted_proxies=(ip_network("127.0.0.1/32"),),
        address_conversations_per_hour=CONVERSATIONS_PER_HOUR,
    )
    await gateway.start()
    proxy = Proxy(tmp_path, gateway)
    try:
        await proxy.start()
        yield proxy
    finally:
        await proxy.stop()
        await gateway.stop()


async def test_a_conversation_over_wss(proxy: Proxy) -> None:
    opened = await proxy.fetch("POST", "/api/conversation", Origin=PORTAL_ORIGIN)
    cookie = opened.cookies["assistant_conversation"]
    assert cookie["secure"]
    assert opened.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert "Server" not in opened.headers or opened.headers["Server"] == "nginx"

    heard: list[Any] = []
    over = asyncio.Event()
    browser = socketio.AsyncClient(ssl_verify=False, reconnection=False)
    browser.on("message", heard.append)

    async def on_turn(_turn: object) -> None:
        over.set()

    browser.on("turn", on_turn)
    await browser.connect(
        proxy.url,
        headers={"Cookie": f"assistant_conversation={cookie.value}", "Origin": PORTAL_ORIGIN},
        transports=["websocket"],
    )
    answer = await browser.call("message", {"id": str(uuid4()), "text": "allo"})
    assert answer["ok"]
    await asyncio.wait_for(over.wait(), PATIENCE_SECONDS)
    assert [message["text"] for message in heard] == ["allo", "Écho : allo"]
    await browser.disconnect()


async def test_the_desk_is_the_gateways_own_origin(proxy: Proxy) -> None:
    headers = {"Origin": proxy.url, "Content-Type": "application/json"}
    refused = await proxy.fetch("POST", "/bureau/api/session", body=b"{}", **headers)
    assert refused.status == 401, "an origin that isn't its own gets a 403"


async def test_limits_count_browsers_not_the_proxy(proxy: Proxy) -> None:
    async def opened_by(address: str, **headers: str) -> int:
        answer = await proxy.fetch(
            "POST", "/api/conversation", address=address, Origin=PORTAL_ORIGIN, **headers
        )
        return answer.status

    first = [await opened_by("127.0.0.2") for _ in range(CONVERSATIONS_PER_HOUR + 1)]
    assert first == [200, 200, 429]
    assert await opened_by("127.0.0.3") == 200
    # A browser's own word about its address is dropped.
    assert await opened_by("127.0.0.2", **{"X-Forwarded-For": "198.51.100.7"}) == 429


async def test_what_is_not_public_is_not_there(proxy: Proxy) -> None:
    for path in ("/health/ready", "/health/live", "/metrics"):
        assert (await proxy.fetch("GET", path)).status == 404
    assert (await proxy.fetch("GET", "/clavardage.js")).status == 200


async def test_plain_http_is_sent_to_https(proxy: Proxy) -> None:
    url = f"http://127.0.0.1:{proxy.plain_port}/bureau"
    async with aiohttp.ClientSession() as http, http.get(url, allow_redirects=False) as response:
        assert response.status == 308
        assert response.headers["Location"].startswith("https://")


async def test_a_large_body_is_refused(proxy: Proxy) -> None:
    answer = await proxy.fetch("POST", "/api/conversation", body=b"x" * 20_000)
    assert answer.status == 413


@pytest.mark.parametrize(
    "beginning",
    [
        b"GET / HTTP/1.1\r\nHost: x\r\n",
        b"POST /api/conversation HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc",
    ],
)
async def test_who_sends_too_slowly_is_left(proxy: Proxy, beginning: bytes) -> None:
    trusting = ssl.create_default_context()
    trusting.check_hostname = False
    trusting.verify_mode = ssl.CERT_NONE
    reader, writer = await asyncio.open_connection("127.0.0.1", proxy.tls_port, ssl=trusting)
    writer.write(beginning)
    started = time.monotonic()
    await asyncio.wait_for(reader.read(), PATIENCE_SECONDS)
    assert 0.5 < time.monotonic() - started < 4
    writer.close()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
