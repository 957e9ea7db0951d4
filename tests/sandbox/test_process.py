"""`python -m sandbox` as a process: its start, its logs, its end."""

import asyncio
import json
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientConnectionError, ClientSession, CookieJar
from pydantic import SecretStr, ValidationError

from sandbox.seed import DEMO_PASSWORD
from sandbox.settings import Settings
from tests.ports import free_port
from tests.sandbox.running import PATIENCE_S, TOKEN

NEW_PASSWORD = "trois mots sans lien"


@asynccontextmanager
async def process(data_dir: Path, port: int) -> AsyncIterator[asyncio.subprocess.Process]:
    """The process, killed when left if it has not ended by then."""
    environment = {
        "PATH": os.environ["PATH"],
        "ASSISTANT_IDENTITY_TOKEN": TOKEN,
        "ASSISTANT_SANDBOX_PORT": str(port),
        "ASSISTANT_PORTAL_URL": f"http://127.0.0.1:{port}",
        "ASSISTANT_SMTP_PORT": str(free_port()),
        "ASSISTANT_DATA_DIR": str(data_dir),
    }
    started = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox", env=environment, stderr=asyncio.subprocess.PIPE
    )
    try:
        yield started
    finally:
        if started.returncode is None:
            started.kill()
            await started.wait()


async def ready(http: ClientSession, url: str) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while True:
            try:
                async with http.get(f"{url}/health") as response:
                    assert await response.json() == {"status": "ready"}
                    return
            except ClientConnectionError:
                await asyncio.sleep(0.05)


async def newest_mail(http: ClientSession, url: str) -> str:
    async with asyncio.timeout(PATIENCE_S):
        while True:
            async with http.get(f"{url}/courriels.json") as response:
                if mails := await response.json():
                    return str(mails[0]["text"])
            await asyncio.sleep(0.05)


async def test_logs_hold_nothing_personal(tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    async with (
        process(tmp_path, port) as sandbox,
        ClientSession(cookie_jar=CookieJar(unsafe=True), headers={"Origin": url}) as http,
    ):
        await ready(http, url)
        names = {"first_name": "Jean", "last_name": "Tremblay"}
        await http.post(
            f"{url}/portail/mot-de-passe-oublie", data={"user_code": "AB123456", **names}
        )
        mail = await newest_mail(http, url)
        (token,) = re.findall(r"jeton=([\w-]+)", mail)
        await http.get(f"{url}/portail/reinitialisation?jeton={token}")
        form = {"token": token, "password": NEW_PASSWORD, "password_again": NEW_PASSWORD}
        await http.post(f"{url}/portail/reinitialisation", data=form)
        for password in (DEMO_PASSWORD, NEW_PASSWORD):
            await http.post(f"{url}/portail/", data={"user_code": "AB123456", "password": password})
        await http.get(f"{url}/portail/bienvenue")
        await http.get(f"{url}/AB123456?email=jean.tremblay@example.com")
        sandbox.send_signal(signal.SIGTERM)
        _, logged = await asyncio.wait_for(sandbox.communicate(), PATIENCE_S)
    assert sandbox.returncode == 0
    lines = [json.loads(line) for line in logged.decode().splitlines()]
    assert sum(line["event"] == "request" for line in lines) >= 8
    for personal in ("AB123456", "Tremblay", "jean", token, NEW_PASSWORD, DEMO_PASSWORD, TOKEN):
        assert personal not in logged.decode()


async def test_taken_port_names_the_setting(tmp_path: Path) -> None:
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        async with process(tmp_path, port) as sandbox:
            _, said = await asyncio.wait_for(sandbox.communicate(), PATIENCE_S)
    assert sandbox.returncode == 1
    assert b"ASSISTANT_SANDBOX_PORT" in said
    assert b"Traceback" not in said


@pytest.mark.parametrize(
    "wrong", [{"identity_token": ""}, {"sandbox_port": 70000}, {"portal_url": "portail"}]
)
def test_wrong_settings_stop_the_start_and_hide_the_token(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as refusal:
        Settings(**({"identity_token": SecretStr(TOKEN)} | wrong))
    assert TOKEN not in str(refusal.value)


def test_settings_hide_the_token() -> None:
    assert TOKEN not in repr(Settings(identity_token=SecretStr(TOKEN)))
