"""Retention: what was said is deleted once it is older than clients are told it is kept (A4).

Conversations that an agent has, or that wait for one, are left until they are over. What the engine
keeps of a conversation goes sooner (forgetting.py).
"""

import asyncio
from datetime import timedelta

import structlog

from gateway.conversations import (
    access_conversation,
    conversations_over_before,
    forget_messages,
)
from gateway.database import Database
from gateway.forgetting import Forgetting
from gateway.handover.cases import forget_summaries
from gateway.manager.counting import Counting
from gateway.models import now

# Retention counts in days: an hour more is nothing.
SWEEP_SECONDS = 3600.0

log = structlog.get_logger(__name__)


class Retention:
    """Deletes what is too old, now and then, here and in the engine, once it is counted."""

    def __init__(
        self, database: Database, counting: Counting, forgetting: Forgetting, days: int
    ) -> None:
        """`days` is how long a conversation is kept after its last message."""
        self._database = database
        self._counting = counting
        self._forgetting = forgetting
        self._kept_for = timedelta(days=days)

    async def run(self) -> None:
        """Sweep until cancelled; what fails is tried again at the next sweep."""
        while True:
            # In turn: a reader would be in the way of emptying the log.
            for sweep in (self._counting.sweep, self.sweep, self._forgetting.sweep):
                try:
                    await sweep()
                except Exception:
                    log.exception("retention_failed")
            await asyncio.sleep(SWEEP_SECONDS)

    async def sweep(self) -> None:
        """Delete every conversation whose last message is too old."""
        limit = now() - self._kept_for
        async with self._database.scan() as session:
            overdue = await conversations_over_before(session, limit)
        deleted = 0
        for conversation_id in overdue:
            async with self._database.write() as session:
                if not await conversations_over_before(session, limit, among=[conversation_id]):
                    continue  # its client wrote again meanwhile
                await forget_messages(session, await access_conversation(session, conversation_id))
                await forget_summaries(session, conversation_id)
                deleted += 1
        # Each time: an earlier one may have had readers in the way.
        await self._database.scrub()
        if deleted:
            log.info("retention_deleted", conversations=deleted)
