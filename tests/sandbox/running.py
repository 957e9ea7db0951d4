"""A whole sandbox for tests: real HTTP, real SMTP, its own database, a clock that can be moved."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, CookieJar, web
from aiohttp.test_utils import TestServer
from sqlalchemy import func, select

from sandbox.app import create_app
from sandbox.clock import utc_now
from sandbox.keys import DATABASE
from sandbox.settings import Settings
from sandbox.tables import CaughtMail, Job
from tests.ports import free_port

TOKEN = "token-of-the-tests"
WIDGET_URL = "http://127.0.0.1:1/clavardage.js"
"""Where nothing answers: these tests are about the portal alone."""
PATIENCE_S = 10.0


class MovableClock:
    """The real time, plus what it was moved by."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return utc_now() + self._ahead

    def move(self, **by: float) -> None:
        """Moves ahead by a `timedelta` of these arguments."""
        self._ahead += timedelta(**by)


@dataclass
class RunningSandbox:
    app: web.Application
    url: str
    clock: MovableClock
    http: ClientSession

    @property
    def identity_url(self) -> str:
        return f"{self.url}/identity/v1"

    async def post(
        self, path: str, body: dict[str, Any], *, key: str, client: str = "client-1"
    ) -> tuple[int, dict[str, Any], dict[str, str]]:
        """Status, body and headers of one call of the identity contract."""
        headers = {
            "Authorization": f"Bearer {TOKEN}",
            "Idempotency-Key": key,
            "Client-Key": client,
        }
        async with self.http.post(
            f"{self.identity_url}{path}", json=body, headers=headers
        ) as response:
            return response.status, await response.json(), dict(response.headers)

    async def mails(self) -> list[CaughtMail]:
        """The mails that were caught, oldest first, once no request waits to be carried out."""
        async with asyncio.timeout(PATIENCE_S):
            while await self.count(Job):  # noqa: ASYNC110 (the table is what tells, here as after a crash)
                await asyncio.sleep(0.02)
        async with self.app[DATABASE].begin() as session:
            return list(await session.scalars(select(CaughtMail).order_by(CaughtMail.id)))

    async def count(self, table: type) -> int:
        async with self.app[DATABASE].begin() as session:
            return await session.scalar(select(func.count()).select_from(table)) or 0


@asynccontextmanager
async def running_sandbox(
    data_dir: Path, clock: MovableClock, **settings: Any
) -> AsyncIterator[RunningSandbox]:
    """Serves a sandbox on free ports while entered; the same `data_dir` again is a restart."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    defaults: dict[str, Any] = {
        "identity_token": TOKEN,
        "sandbox_port": port,
        "portal_url": url,
        "widget_url": WIDGET_URL,
        "smtp_port": free_port(),
        "data_dir": data_dir,
    }
    app = create_app(Settings(**(defaults | settings)), clock)
    async with (
        TestServer(app, port=port),
        ClientSession(cookie_jar=CookieJar(unsafe=True)) as http,
    ):
        yield RunningSandbox(app, url, clock, http)
