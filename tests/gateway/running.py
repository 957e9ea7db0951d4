"""The gateway itself, running on a free port over a real SQLite file."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from aiohttp import web
from pydantic import HttpUrl, SecretStr
from sqlalchemy import Row, text

from gateway.app import RETENTION, create_app
from gateway.database import Database
from gateway.desk.agents import Agents
from gateway.models import Role
from gateway.settings import Settings
from tests.gateway.fake_engine import SECRET
from tests.gateway.stores import STORE_KEY, open_store
from tests.sandbox.running import TOKEN

PORTAL_ORIGIN = "https://portail.example"
PASSWORD = "un mot de passe assez long"
# An engine that doesn't answer is waited for in a sweep.
SWEEP_PATIENCE_SECONDS = 30.0


class RunningGateway:
    """Starts, stops and starts again over the same store; looks into that store for tests."""

    def __init__(self, data_dir: Path, engine_url: str, **changes: Any) -> None:
        """`changes` are settings, in place of the defaults; by default nothing is limited."""
        defaults: dict[str, Any] = {
            "data_dir": data_dir,
            "gateway_port": 0,
            "engine_url": HttpUrl(engine_url),
            "engine_secret": SecretStr(SECRET),
            "cookie_secret": SecretStr("cookie-secret-of-the-tests-long-enough"),
            "store_key": SecretStr(STORE_KEY),
            "identity_token": SecretStr(TOKEN),
            "allowed_origins": frozenset({PORTAL_ORIGIN}),
            "messages_per_minute": 0,
        }
        self.settings = Settings(**defaults | changes)
        self.url = ""
        self._runner: web.AppRunner | None = None

    @property
    def app(self) -> web.Application:
        """The application, while it runs."""
        assert self._runner is not None
        return self._runner.app

    async def start(self) -> None:
        """Serve on a free port, once the sweep at the start is over.

        On a slow machine it would meet what a test makes old after that.
        """
        app = create_app(self.settings)
        swept = _told_when_swept(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        await asyncio.wait_for(swept.wait(), SWEEP_PATIENCE_SECONDS)

    async def stop(self) -> None:
        """Stop as a signal would."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def open_store(self) -> Database:
        """A connection to the store beside the gateway's; close it when done."""
        return open_store(self.settings.store_url)

    async def add_agent(self, login: str, name: str, role: Role = Role.AGENT) -> None:
        """Make an account; its password is PASSWORD."""
        database = self.open_store()
        await Agents(database).add(login, name, PASSWORD, role)
        await database.close()

    async def erase_conversations(self) -> None:
        """Empty the store of conversations, as an operator would."""
        database = self.open_store()
        async with database.write() as session:
            tables = (
                "follow_ups",
                "misunderstood_lines",
                "turns",
                "buttons",
                "messages",
                "case_events",
                "cases",
                "conversation_keys",
                "conversations",
            )
            for table in tables:
                await session.execute(text(f"DELETE FROM {table}"))  # noqa: S608
        await database.close()

    async def change(self, statement: str, **values: Any) -> None:
        """Change the store behind the gateway's back."""
        database = self.open_store()
        async with database.write() as session:
            await session.execute(text(statement), values)
        await database.close()

    async def let_pass(self, minutes: int) -> None:
        """Make what is planned due that much earlier."""
        await self.change(
            "UPDATE follow_ups SET due_at = datetime(due_at, :by)", by=f"-{minutes} minutes"
        )

    async def rows(self, statement: str) -> Sequence[Row[Any]]:
        """What a query finds in the store."""
        database = self.open_store()
        async with database.read() as session:
            found = (await session.execute(text(statement))).all()
        await database.close()
        return found

    async def counts(self) -> dict[str, int]:
        """How many messages, turns, cases and conversations are stored."""
        tables = (
            "conversations",
            "messages",
            "turns",
            "cases",
            "buttons",
            "filled_values",
            "follow_ups",
        )
        counts = {}
        for table in tables:
            [[count]] = await self.rows(f"SELECT count(*) FROM {table}")  # noqa: S608
            counts[table] = count
        return counts


def _told_when_swept(app: web.Application) -> asyncio.Event:
    """Set when the sweep at the start is over, of which the engine's part is the last."""
    forgetting = app[RETENTION]._forgetting
    sweep, swept = forgetting.sweep, asyncio.Event()

    async def sweep_and_tell() -> None:
        try:
            await sweep()
        finally:
            swept.set()

    forgetting.sweep = sweep_and_tell  # type: ignore[method-assign]
    return swept
