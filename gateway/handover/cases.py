"""Cases: what an agent finds in the queue, and the reference number a client is given.

The only module that reads or writes those rows; like conversations.py it works inside the caller's
session. A case that is closed and one that never was look alike. Who may do what with a case is
decided in handover.py.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import case as sql_case
from sqlalchemy import exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.handover.ownership import Owner
from gateway.models import Case, Conversation, Priority, Survey, now

# No letter or digit that is mistaken for another (0 O, 1 I L, 5 S, 8 B, 2 Z) and no vowel, so no
# word.
REFERENCE_ALPHABET = "234679CDFGHJKMNPQRTVWX"
REFERENCE_HALF_LENGTH = 3


class CaseAbsent(Exception):
    """There is no such case in the queue."""


@dataclass(frozen=True)
class HandoverRequest:
    """Why a person is wanted: reason, problem (an intent), and what the agent reads, masked."""

    reason: str
    priority: Priority
    problem: str | None
    summary: str
    steps: Sequence[str] = ()
    details: Sequence[str] = ()


@dataclass(frozen=True)
class ConversationState:
    """Who owns a conversation, and how far each side has read."""

    owner: Owner
    # The name of the agent, if one owns it.
    agent: str | None = None
    # Of the open case.
    reference: str | None = None
    # The question that may now be asked.
    survey: Survey | None = None
    # The newest message that the agent of the open case, and the client, have had on screen.
    agent_read_seq: int = 0
    client_read_seq: int = 0


async def open_case(
    session: AsyncSession, conversation: Conversation, request: HandoverRequest
) -> Case:
    """Put a conversation that has no open case in the queue."""
    case = Case(
        conversation=conversation,
        reference=await _new_reference(session),
        reason=request.reason,
        priority=request.priority,
        problem=request.problem,
        summary=request.summary,
        steps=list(request.steps),
        details=list(request.details),
    )
    session.add(case)
    await session.flush()
    return case


async def access_case(session: AsyncSession, case_id: int) -> Case:
    """The open case of that id, its conversation locked. Raises CaseAbsent."""
    case = await session.scalar(
        select(Case).where(Case.id == case_id, Case.closed_at.is_(None)).with_for_update()
    )
    if case is None:
        raise CaseAbsent
    return case


async def open_case_of(session: AsyncSession, conversation_id: str) -> Case | None:
    """The open case of a conversation, if it has one."""
    return await session.scalar(
        select(Case).where(Case.conversation_id == conversation_id, Case.closed_at.is_(None))
    )


async def queue(session: AsyncSession) -> Sequence[Case]:
    """Every open case: the urgent ones first, then those given back, then the oldest."""
    found = await session.scalars(
        select(Case)
        .where(Case.closed_at.is_(None))
        .order_by(
            sql_case((Case.priority == Priority.FIRST, 0), else_=1),
            Case.returned.desc(),
            Case.queued_at,
            Case.id,
        )
    )
    return found.all()


def take_case(case: Case, agent_id: int) -> None:
    """Put an agent in charge of an open case."""
    case.agent_id = agent_id


def close_case(case: Case) -> None:
    """Take a case out of the queue for good; the conversation may get another one later."""
    case.closed_at = now()


async def forget_summaries(session: AsyncSession, conversation_id: str) -> None:
    """Blank what the cases of a conversation tell of it; that they were, and when, stays."""
    await session.execute(
        update(Case)
        .where(Case.conversation_id == conversation_id)
        .values(summary="", steps=[], details=[], sealed_close_note=None)
    )


async def read_state(session: AsyncSession, conversation_id: str) -> ConversationState | None:
    """The state of a conversation; None when there is no such conversation."""
    found = (
        await session.execute(
            select(Conversation.owner, Conversation.survey, Conversation.client_read_seq).where(
                Conversation.id == conversation_id
            )
        )
    ).one_or_none()
    if found is None:
        return None
    owner, survey, client_read_seq = found
    case = None
    if owner in {Owner.WAITING, Owner.AGENT}:
        case = await open_case_of(session, conversation_id)
    return ConversationState(
        owner=owner,
        agent=case.agent.name if case and case.agent else None,
        reference=case.reference if case else None,
        survey=survey,
        agent_read_seq=case.agent_read_seq if case else 0,
        client_read_seq=client_read_seq,
    )


async def _new_reference(session: AsyncSession) -> str:
    """A reference number that no case ever had."""
    while True:
        first, second = (
            "".join(secrets.choice(REFERENCE_ALPHABET) for _ in range(REFERENCE_HALF_LENGTH))
            for _ in range(2)
        )
        reference = f"{first}-{second}"
        if not await session.scalar(select(exists().where(Case.reference == reference))):
            return reference
