"""Intake: a client's message is checked, limited, and stored together with the answer it is owed.

What is refused leaves no trace. What is accepted is committed before anyone is told, and its turn
will be answered whatever happens to this process (turns.py).
"""

import unicodedata
from dataclasses import dataclass

from limits import RateLimitItemPerMinute
from limits.aio.strategies import RateLimiter
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.conversations import (
    access_conversation,
    append_message,
    find_button,
    find_message,
    get_turn,
    owe_answer,
)
from gateway.database import Database
from gateway.keyed_lock import KeyedLock
from gateway.models import Conversation, Message, Speaker, TurnStatus
from gateway.ownership import Event, move
from gateway.refusals import Refused

MAXIMUM_TEXT_LENGTH = 2000


@dataclass(frozen=True)
class ClientLine:
    """What a browser sent: an id of its choice, and either typed text or a button's token."""

    id: str
    text: str | None
    button: str | None


@dataclass(frozen=True)
class Accepted:
    """A stored client message, and what became of it if it had been accepted before."""

    seq: int
    settled: TurnStatus | None


def checked_text(text: str) -> str:
    """`text` as it is stored: trimmed, composed (NFC), of a length one may send. Raises Refused."""
    text = unicodedata.normalize("NFC", text.strip())
    if not text:
        raise Refused("refus_vide")
    if len(text) > MAXIMUM_TEXT_LENGTH:
        raise Refused("refus_trop_long")
    return text


class Intake:
    """Accepts client messages, those of one conversation in their order of arrival."""

    def __init__(
        self,
        database: Database,
        limiter: RateLimiter,
        messages_per_minute: int,
    ) -> None:
        """`messages_per_minute` counts for one conversation; 0 lifts the limit."""
        self._database = database
        self._limiter = limiter
        self._limit = RateLimitItemPerMinute(messages_per_minute) if messages_per_minute else None
        self._arrivals = KeyedLock()

    async def accept(self, conversation_id: str, line: ClientLine, client_key: str) -> Accepted:
        """Store a client's message once, however often it is sent. Raises Refused.

        A repeat is recognised before the limit is counted: it is what a reconnecting browser sends.
        """
        text = None if line.text is None else checked_text(line.text)
        async with self._arrivals[conversation_id]:
            repeat = await self._find_repeat(conversation_id, line, text)
            if repeat is not None:
                return repeat
            if self._limit and not await self._limiter.hit(self._limit, conversation_id):
                raise Refused("refus_trop_vite")
            async with self._database.write() as session:
                conversation = await access_conversation(session, conversation_id)
                move(conversation, Event.CLIENT_WRITES)
                message = await self._store(session, conversation, line, text)
                owe_answer(session, conversation, message, client_key, line.button)
            return Accepted(seq=message.seq, settled=None)

    async def _find_repeat(
        self, conversation_id: str, line: ClientLine, text: str | None
    ) -> Accepted | None:
        """What was accepted under this id. Raises Refused if it was something else."""
        async with self._database.read() as session:
            message = await find_message(session, conversation_id, line.id)
            if message is None:
                return None
            turn = await get_turn(session, conversation_id, message.seq)
        if turn is None or turn.button_token != line.button or text not in {None, message.text}:
            raise Refused("refus_reutilise")
        settled = None if turn.status is TurnStatus.PENDING else turn.status
        return Accepted(seq=message.seq, settled=settled)

    async def _store(
        self,
        session: AsyncSession,
        conversation: Conversation,
        line: ClientLine,
        text: str | None,
    ) -> Message:
        """Add the client's message; what others may read of it is settled with its turn."""
        if line.button is not None:
            button = await find_button(session, conversation.id, line.button)
            if button is None:
                raise Refused("refus_bouton")
            text = button.title
        assert text is not None, "a line is typed or pressed"  # noqa: S101
        return await append_message(
            session, conversation, Speaker.CLIENT, text, unsettled=True, message_id=line.id
        )
