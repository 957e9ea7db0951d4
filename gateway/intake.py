"""Intake: a client's message is checked, limited, and stored together with the answer it is owed.

What is refused leaves no trace. What is accepted is committed before anyone is told, and its turn
will be answered whatever happens to this process (turns.py).
"""

import unicodedata
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from gateway.backlog import Backlog
from gateway.conversations import (
    access_conversation,
    append_message,
    find_button,
    find_message,
    get_turn,
    is_open,
    owe_answer,
    owner_of,
)
from gateway.database import Database
from gateway.handover.cases import note_client_wrote
from gateway.handover.ownership import Event, Owner, move
from gateway.keyed_lock import KeyedLock
from gateway.limits import Limits
from gateway.models import Conversation, Speaker, TurnStatus
from gateway.refusals import Refused
from gateway.text_cleaning import clean

MAXIMUM_TEXT_LENGTH = 2000
# What is longer than this before it is cleaned is not worth the cleaning.
MAXIMUM_RAW_LENGTH = 4 * MAXIMUM_TEXT_LENGTH


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
    """`text` as it is stored: without invisible characters, composed (NFC), trimmed, of a length
    one may send. Raises Refused.
    """
    too_long = Refused("refus_trop_long", maximum=str(MAXIMUM_TEXT_LENGTH))
    if len(text) > MAXIMUM_RAW_LENGTH:
        raise too_long
    text = unicodedata.normalize("NFC", clean(text)).strip()
    if not text:
        raise Refused("refus_vide")
    if len(text) > MAXIMUM_TEXT_LENGTH:
        raise too_long
    return text


class Intake:
    """Accepts client messages, those of one conversation in their order of arrival."""

    def __init__(
        self, database: Database, limits: Limits, backlog: Backlog, answer_within: timedelta
    ) -> None:
        """An agent has `answer_within` to answer what is accepted."""
        self._database = database
        self._limits = limits
        self._backlog = backlog
        self._answer_within = answer_within
        self._arrivals = KeyedLock()

    async def accept(self, conversation_id: str, line: ClientLine, client_key: str) -> Accepted:
        """Store a client's message once, however often it is sent. Raises Refused.

        A repeat is recognised before the limit is counted: it is what a reconnecting browser sends.
        """
        text = None if line.text is None else checked_text(line.text)
        async with self._arrivals[conversation_id]:
            async with self._database.read() as session:
                repeat = await _find_repeat(session, conversation_id, line, text)
                if repeat is not None:
                    return repeat
                owner = await owner_of(session, conversation_id)
            self._backlog.enter(conversation_id, for_engine=owner is Owner.BOT)
            try:
                await self._limits.count_message(conversation_id)
                async with self._database.write() as session:
                    conversation = await access_conversation(session, conversation_id)
                    if conversation.owner is Owner.ENDED:
                        raise Refused("refus_terminee")
                    if line.button is not None:
                        text = await _pressed(session, conversation, line.button)
                    if conversation.owner is not Owner.CLOSED:
                        # Whether a line reopens a case is seen when it is its turn (turns.py).
                        move(conversation, Event.CLIENT_WRITES)
                        # Whoever goes on writing isn't done.
                        conversation.survey = None
                    if conversation.owner is Owner.AGENT:
                        await note_client_wrote(session, conversation_id, self._answer_within)
                    # What others may read of it is settled with its turn.
                    message = await append_message(
                        session,
                        conversation,
                        Speaker.CLIENT,
                        text or "",
                        unsettled=True,
                        message_id=line.id,
                    )
                    owe_answer(session, conversation, message, client_key, line.button)
            except BaseException:
                self._backlog.leave(conversation_id)
                raise
            return Accepted(seq=message.seq, settled=None)


async def _find_repeat(
    session: AsyncSession, conversation_id: str, line: ClientLine, text: str | None
) -> Accepted | None:
    """What was accepted under this id. Raises Refused if it was something else."""
    message = await find_message(session, conversation_id, line.id)
    if message is None:
        return None
    turn = await get_turn(session, conversation_id, message.seq)
    if turn is None or turn.button_token != line.button or text not in {None, message.text}:
        raise Refused("refus_reutilise")
    settled = None if turn.status is TurnStatus.PENDING else turn.status
    return Accepted(seq=message.seq, settled=settled)


async def _pressed(session: AsyncSession, conversation: Conversation, token: str) -> str:
    """What pressing a button says. Raises Refused if it can't be pressed, or not any more."""
    button = await find_button(session, conversation.id, token)
    if button is None:
        raise Refused("refus_bouton")
    if not await is_open(session, conversation, button):
        raise Refused("refus_bouton_passe")
    return button.title
