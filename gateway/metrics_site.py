"""/metrics, on a port of its own and on loopback only: no proxy can be mistaken about it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from gateway.conversations import count_conversations, count_pending_turns
from gateway.database import Database
from gateway.handover.cases import oldest_wait
from gateway.handover.ownership import Owner
from gateway.metrics import Metrics
from gateway.models import now

HOST = "127.0.0.1"


class MetricsSite:
    """Answers Prometheus; what only the store knows is counted at each scrape."""

    def __init__(self, metrics: Metrics, database: Database, port: int) -> None:
        """With `port` 0, nothing is served."""
        self._metrics = metrics
        self._database = database
        self._port = port

    @asynccontextmanager
    async def served(self) -> AsyncIterator[None]:
        """Listen while the block runs."""
        if not self._port:
            yield
            return
        app = web.Application()
        app.add_routes([web.get("/metrics", self._scrape)])
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        try:
            await web.TCPSite(runner, HOST, self._port).start()
            yield
        finally:
            await runner.cleanup()

    async def _scrape(self, _request: web.Request) -> web.Response:
        async with self._database.scan() as session:
            pending = await count_pending_turns(session)
            conversations = await count_conversations(session)
            waiting, since = await oldest_wait(session)
        self._metrics.pending_turns.set(pending)
        self._metrics.waiting_clients.set(waiting)
        longest = timedelta() if since is None else now() - since
        self._metrics.longest_wait_seconds.set(longest.total_seconds())
        for owner in Owner:
            self._metrics.conversations.labels(owner=owner).set(conversations.get(owner, 0))
        body = generate_latest(self._metrics.registry)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})
