"""Retention: what was said is deleted once it is older than clients are told it is kept (A4).

Conversations that an agent has, or that wait for one, are left until they are over.
"""

import asyncio
from datetime import timedelta

import structlog

from gateway.cases import forget_summaries
from gateway.conversations import access_conversation, conversations_over_before, forget_messages
from gateway.database import Database
from gateway.engine import Engine, EngineFailed
from gateway.models import now

# Retention counts in days: an hour more is nothing.
SWEEP_SECONDS = 3600.0

log = structlog.get_logger(__name__)


class Retention:
    """Deletes what is too old, now and then."""

    def __init__(self, database: Database, engine: Engine, days: int) -> None:
        """`days` is how long a conversation is kept after its last message."""
        self._database = database
        self._engine = engine
        self._kept_for = timedelta(days=days)

    async def run(self) -> None:
        """Sweep until cancelled; what fails is tried again at the next sweep."""
        while True:
            try:
                await self.sweep()
            except Exception:
                log.exception("retention_failed")
            await asyncio.sleep(SWEEP_SECONDS)

    async def sweep(self) -> None:
        """Delete every conversation whose last message is too old."""
        limit = now() - self._kept_for
        async with self._database.read() as session:
            overdue = await conversations_over_before(session, limit)
        deleted = 0
        for conversation_id in overdue:
            try:
                await self._engine.forget(conversation_id)
            except EngineFailed as failure:
                log.warning("retention_postponed", cause=str(failure))
                break
            async with self._database.write() as session:
                if conversation_id not in await conversations_over_before(session, limit):
                    continue  # its client wrote again meanwhile
                await forget_messages(session, await access_conversation(session, conversation_id))
                await forget_summaries(session, conversation_id)
                deleted += 1
        if deleted:
            log.info("retention_deleted", conversations=deleted)
