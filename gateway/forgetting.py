"""Forgetting: the engine, which keeps what it is told in clear, is made to forget conversations.

What the store has erased (`forget_messages`), it must forget at once; anything else a day after the
conversation's last turn: by then its client's browser has forgotten it too (client_identity.py).
What it can't be told now, the next sweep tells it.
"""

from datetime import datetime, timedelta

import structlog

from gateway.client_identity import CONVERSATION_LIFETIME_SECONDS
from gateway.conversations import (
    FORGET_AT_ONCE,
    access_conversation,
    engine_may_forget,
    note_engine_forgot,
)
from gateway.database import Database
from gateway.engine import Engine
from gateway.engine_gate import EngineFailed
from gateway.keyed_lock import KeyedLock
from gateway.models import now

ENGINE_REMEMBERS = timedelta(seconds=CONVERSATION_LIFETIME_SECONDS)

log = structlog.get_logger(__name__)


class Forgetting:
    """Tells the engine what to forget."""

    def __init__(self, database: Database, engine: Engine) -> None:
        self._database = database
        self._engine = engine
        self._locks = KeyedLock()

    async def finish_erasing(self, conversation_id: str) -> None:
        """What must follow once a conversation's messages were forgotten, and that committed."""
        await self._database.scrub()
        await self._tell(conversation_id, FORGET_AT_ONCE)

    async def sweep(self) -> None:
        """Have the engine forget every conversation that it still may know and must not."""
        async with self._database.scan() as session:
            told = await engine_may_forget(session, now() - ENGINE_REMEMBERS)
        for conversation_id, told_at in told.items():
            if not await self._tell(conversation_id, told_at):
                return

    async def _tell(self, conversation_id: str, told_at: datetime) -> bool:
        """Have the engine forget what it was told until `told_at`; False if it can't be told.

        Nothing if it has been told something since, or to forget by another.
        """
        async with self._locks[conversation_id]:
            async with self._database.read() as session:
                conversation = await access_conversation(session, conversation_id)
            if conversation.engine_told_at != told_at:
                return True
            try:
                await self._engine.forget(conversation_id)
            except EngineFailed as failure:
                log.warning("engine_forgetting_postponed", cause=str(failure))
                return False
            async with self._database.write() as session:
                await note_engine_forgot(session, conversation_id, told_at)
        return True
