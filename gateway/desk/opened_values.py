"""Opened values: an agent reads what a mask stands for, one by one, and each time is written down.

The only module that writes the audit's rows, which never hold a value; supervision.py reads them.
"""

from sqlalchemy.ext.asyncio import AsyncSession

from gateway.conversations import read_message
from gateway.desk.agents import SignedInAgent
from gateway.handover.relay import access_taken_case
from gateway.masking import Mask
from gateway.models import OpenedValue
from gateway.refusals import Refused


async def open_value(
    session: AsyncSession, agent: SignedInAgent, case_id: int, seq: int, index: int
) -> str:
    """The value behind mask `index` of message `seq`, for the agent who has taken the case.

    The caller commits before anyone sees it: no value is read without its row.
    """
    case = await access_taken_case(session, agent, case_id)
    message = await read_message(session, case.conversation_id, seq)
    if message is None or not 0 <= index < len(message.masks):
        raise Refused("refus_masque")
    mask = Mask(**message.masks[index])
    session.add(
        OpenedValue(
            agent_id=agent.id, conversation_id=case.conversation_id, seq=seq, kind=mask.kind
        )
    )
    return message.text[mask.raw_start : mask.raw_end]


def note_opened_phone(session: AsyncSession, agent: SignedInAgent, conversation_id: str) -> None:
    """Write down that an agent reads the number a client wants to be called at.

    It stands in no one message: its `seq` is 0.
    """
    session.add(
        OpenedValue(agent_id=agent.id, conversation_id=conversation_id, seq=0, kind="telephone")
    )
