"""Health over HTTP: whether the process runs, and whether it can serve."""

from aiohttp import web
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from gateway.database import Database
from gateway.engine import Engine


class HealthRoutes:
    """Handlers of the health routes."""

    def __init__(self, database: Database, engine: Engine) -> None:
        self._database = database
        self._engine = engine

    def routes(self) -> list[web.RouteDef]:
        """The routes to add to the application."""
        return [
            web.get("/health/live", self._live),
            web.get("/health/ready", self._ready),
        ]

    async def _live(self, _request: web.Request) -> web.Response:
        return web.json_response({"status": "alive"})

    async def _ready(self, _request: web.Request) -> web.Response:
        """200 when the store and the engine both answer, else 503; says which."""
        checks = {
            "database": await self._database_answers(),
            "engine": await self._engine.is_ready(),
        }
        ready = all(checks.values())
        return web.json_response(
            {"status": "ready" if ready else "unavailable", **checks}, status=200 if ready else 503
        )

    async def _database_answers(self) -> bool:
        try:
            async with self._database.read() as session:
                await session.execute(text("SELECT 1"))
        except SQLAlchemyError:
            return False
        return True
