"""Retention: what was said is deleted once it is older than clients are told it is kept (A4).

Conversations that an agent has, or that wait for one, are left until they are over. The engine,
which keeps what it is told in clear, forgets a conversation a day after its last turn: by then its
client's browser has forgotten it too (client_identity.py).
"""

import asyncio
from datetime import timedelta

import structlog

from gateway.cases import forget_summaries
from gateway.client_identity import CONVERSATION_LIFETIME_SECONDS
from gateway.conversations import (
    access_conversation,
    conversations_over_before,
    engine_may_forget,
    forget_messages,
    note_engine_forgot,
)
from gateway.database import Database
from gateway.engine import Engine
from gateway.engine_gate import EngineFailed
from gateway.models import now

# Retention counts in days: an hour more is nothing.
SWEEP_SECONDS = 3600.0
ENGINE_REMEMBERS = timedelta(seconds=CONVERSATION_LIFETIME_SECONDS)

log = structlog.get_logger(__name__)


class Retention:
    """Deletes what is too old, now and then, here and in the engine."""

    def __init__(self, database: Database, engine: Engine, days: int) -> None:
        """`days` is how long a conversation is kept after its last message."""
        self._database = database
        self._engine = engine
        self._kept_for = timedelta(days=days)

    async def run(self) -> None:
        """Sweep until cancelled; what fails is tried again at the next sweep."""
        while True:
            for sweep in (self.sweep, self.sweep_engine):
                try:
                    await sweep()
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
        # Each time: an earlier one may have had readers in the way.
        await self._database.scrub()
        if deleted:
            log.info("retention_deleted", conversations=deleted)

    async def sweep_engine(self) -> None:
        """Have the engine forget every conversation whose last turn is a day old."""
        async with self._database.read() as session:
            told = await engine_may_forget(session, now() - ENGINE_REMEMBERS)
        for conversation_id, told_at in told.items():
            try:
                await self._engine.forget(conversation_id)
            except EngineFailed as failure:
                log.warning("engine_forgetting_postponed", cause=str(failure))
                break
            async with self._database.write() as session:
                await note_engine_forgot(session, conversation_id, told_at)
