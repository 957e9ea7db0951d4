"""Opened values and read conversations: each time somebody reads one, it is written down.

The only module that writes the audit's rows, which never hold a value; supervision.py reads them.
The caller commits before anyone sees what is read: nothing is read without its row.
"""

from sqlalchemy.ext.asyncio import AsyncSession

from gateway.conversations import read_message
from gateway.desk.agents import SignedInAgent
from gateway.handover.relay import access_taken_case
from gateway.masking import Mask
from gateway.models import Case, OpenedValue
from gateway.refusals import Refused

# The kind of a row that is about no value: a supervisor read the masked transcript.
CONVERSATION = "conversation"
# Where what is read stands in no one message.
NO_MESSAGE = 0


async def open_value(
    session: AsyncSession, agent: SignedInAgent, case_id: int, seq: int, index: int
) -> str:
    """The value behind mask `index` of message `seq`, for the agent who has taken the case."""
    case = await access_taken_case(session, agent, case_id)
    message = await read_message(session, case.conversation_id, seq)
    if message is None or not 0 <= index < len(message.masks):
        raise Refused("refus_masque")
    mask = Mask(**message.masks[index])
    _note(session, agent, case.conversation_id, case.id, mask.kind, seq)
    return message.text[mask.raw_start : mask.raw_end]


def note_opened_phone(session: AsyncSession, agent: SignedInAgent, case: Case) -> None:
    """Write down that an agent reads the number the client of a case wants to be called at."""
    _note(session, agent, case.conversation_id, case.id, "telephone")


def note_read_conversation(
    session: AsyncSession, agent: SignedInAgent, conversation_id: str, case_id: int | None
) -> None:
    """Write down that a supervisor reads a conversation, in a case or without one."""
    _note(session, agent, conversation_id, case_id, CONVERSATION)


def _note(
    session: AsyncSession,
    agent: SignedInAgent,
    conversation_id: str,
    case_id: int | None,
    kind: str,
    seq: int = NO_MESSAGE,
) -> None:
    session.add(
        OpenedValue(
            agent_id=agent.id,
            conversation_id=conversation_id,
            case_id=case_id,
            kind=kind,
            seq=seq,
        )
    )
