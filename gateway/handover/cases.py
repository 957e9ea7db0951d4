"""Cases: what an agent finds in the queue, and the reference number a client is given.

Like conversations.py it works inside the caller's session. A case that is closed and one that never
was look alike. Who may do what with a case is decided in relay.py.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, exists, func, select, update
from sqlalchemy import case as sql_case
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.conversation_keys import cipher_of
from gateway.handover.call_backs import forget_call_backs
from gateway.handover.notes import forget_notes
from gateway.handover.ownership import Owner
from gateway.models import Case, CaseEvent, CaseEventKind, Conversation, Priority, Survey, now

# No letter or digit that is mistaken for another (0 O, 1 I L, 5 S, 8 B, 2 Z) and no vowel, so no
# word.
REFERENCE_ALPHABET = "234679CDFGHJKMNPQRTVWX"
REFERENCE_HALF_LENGTH = 3
# While an agent types, the time to answer is stored anew this often at most.
TYPING_STORED_EVERY = timedelta(seconds=15)

# The urgent ones first, then those given back, then the oldest.
QUEUE_ORDER = (
    sql_case((Case.priority == Priority.FIRST, 0), else_=1),
    Case.returned.desc(),
    Case.queued_at,
    Case.id,
)


# Asked for whenever something is published, so made once (conversations.py).
_STATE = select(Conversation.owner, Conversation.survey, Conversation.client_read_seq).where(
    Conversation.id == bindparam("conversation_id")
)


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
    record_event(session, case, CaseEventKind.OPENED)
    return case


def record_event(
    session: AsyncSession,
    case: Case,
    kind: CaseEventKind,
    *,
    agent_id: int | None = None,
    to_agent_id: int | None = None,
) -> None:
    """Write down what happened to a case, and which agent did it; nobody: the clock or the client.

    `to_agent_id` got it by a transfer.
    """
    session.add(CaseEvent(case_id=case.id, kind=kind, agent_id=agent_id, to_agent_id=to_agent_id))


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


async def last_closed_case_of(
    session: AsyncSession, conversation_id: str, *, since: datetime
) -> Case | None:
    """The case of a conversation that was closed last, if that was not before `since`."""
    return await session.scalar(
        select(Case)
        .where(Case.conversation_id == conversation_id, Case.closed_at >= since)
        .order_by(Case.closed_at.desc())
        .limit(1)
    )


async def queue(session: AsyncSession) -> Sequence[Case]:
    """Every open case: the urgent ones first, then those given back, then the oldest."""
    found = await session.scalars(
        select(Case).where(Case.closed_at.is_(None)).order_by(*QUEUE_ORDER)
    )
    return found.all()


async def position_of(session: AsyncSession, case: Case) -> int:
    """The place, from 1, of a waiting case among those that wait."""
    waiting = await session.scalars(
        select(Case.id)
        .where(Case.closed_at.is_(None), Case.agent_id.is_(None))
        .order_by(*QUEUE_ORDER)
    )
    return list(waiting).index(case.id) + 1


async def oldest_wait(session: AsyncSession) -> tuple[int, datetime | None]:
    """How many clients wait for an agent, and since when the first of them does."""
    count, since = (
        await session.execute(
            select(func.count(), func.min(Case.queued_at)).where(
                Case.closed_at.is_(None), Case.agent_id.is_(None)
            )
        )
    ).one()
    return count, since


async def cases_of(session: AsyncSession, agent_id: int) -> Sequence[Case]:
    """The open cases that an agent has taken."""
    found = await session.scalars(
        select(Case).where(Case.agent_id == agent_id, Case.closed_at.is_(None)).order_by(Case.id)
    )
    return found.all()


async def count_cases_of(session: AsyncSession, agent_id: int) -> int:
    """How many open cases an agent has."""
    counted = await session.scalar(
        select(func.count()).where(Case.closed_at.is_(None), Case.agent_id == agent_id)
    )
    return counted or 0


async def count_earlier_cases(
    session: AsyncSession, conversation_ids: Sequence[str]
) -> Mapping[str, int]:
    """How many cases that are over each conversation has had; one with none may be absent.

    Those of the same browser's conversations before it count.
    """
    chain = (
        select(Conversation.id.label("of_id"), Conversation.id, Conversation.predecessor_id)
        .where(Conversation.id.in_(conversation_ids))
        .cte("chain", recursive=True)
    )
    chain = chain.union(
        select(chain.c.of_id, Conversation.id, Conversation.predecessor_id).join(
            Conversation, Conversation.id == chain.c.predecessor_id
        )
    )
    counted = await session.execute(
        select(chain.c.of_id, func.count())
        .join(Case, Case.conversation_id == chain.c.id)
        .where(Case.closed_at.is_not(None))
        .group_by(chain.c.of_id)
    )
    return {conversation_id: count for conversation_id, count in counted}  # noqa: C416 - rows


def take_case(case: Case, agent_id: int, answer_within: timedelta) -> None:
    """Put an agent in charge of an open case; `answer_within` is the time to write something."""
    case.agent_id = agent_id
    case.apologised_at = None
    case.answer_due_at = now() + answer_within


async def note_client_wrote(
    session: AsyncSession, conversation_id: str, answer_within: timedelta
) -> None:
    """Have the agent of a conversation's case answer in time, counted from the first line."""
    await session.execute(
        update(Case)
        .where(
            Case.conversation_id == conversation_id,
            Case.closed_at.is_(None),
            Case.agent_id.is_not(None),
            Case.answer_due_at.is_(None),
        )
        .values(answer_due_at=now() + answer_within)
    )


def agent_is_writing(case: Case, answer_within: timedelta) -> None:
    """Count an agent's typing as answering, where the client waits for an answer."""
    due = now() + answer_within
    if case.answer_due_at is not None and due - case.answer_due_at >= TYPING_STORED_EVERY:
        case.answer_due_at = due


def return_case(case: Case) -> None:
    """Put a case back in the queue, before others of its priority; it has no agent any more."""
    case.agent_id = None
    case.answer_due_at = None
    case.apologised_at = None
    case.returned = True
    case.queued_at = now()


def reopen_case(case: Case) -> None:
    """Put a closed case in the queue again, under the reference its client knows."""
    case.closed_at = None
    case.close_reason = None
    case.warned_at = None
    return_case(case)


async def read_case(session: AsyncSession, case_id: int) -> Case:
    """The case of that id, open or over, for whoever knows that there is one."""
    return await session.get_one(Case, case_id)


async def earlier_cases(session: AsyncSession, conversation: Conversation) -> Sequence[Case]:
    """The cases of a conversation, and of the same browser's before it, that are over.

    The newest first.
    """
    ids = [conversation.id]
    while conversation.predecessor_id is not None:
        before = await session.get(Conversation, conversation.predecessor_id)
        if before is None or before.id in ids:
            break
        ids.append(before.id)
        conversation = before
    found = await session.scalars(
        select(Case)
        .where(Case.conversation_id.in_(ids), Case.closed_at.is_not(None))
        .order_by(Case.id.desc())
    )
    return found.all()


async def explain_closing(session: AsyncSession, case: Case, reason: str, note: str | None) -> None:
    """Keep why an agent closed a case and what they wrote about it, nothing of an earlier time."""
    case.close_reason = reason
    case.sealed_close_note = None
    if note is not None:
        cipher = await cipher_of(session, case.conversation_id)
        case.sealed_close_note = cipher.seal(note, _close_note_place(case))


async def close_note(session: AsyncSession, case: Case) -> str | None:
    """What the agent who closed a case wrote about it."""
    if case.sealed_close_note is None:
        return None
    cipher = await cipher_of(session, case.conversation_id)
    return cipher.unseal(case.sealed_close_note, _close_note_place(case))


def note_agent_read(case: Case, seq: int) -> None:
    """Note that the agent of an open case has had the messages up to `seq` on screen.

    What they have read once stays read, and what was never said is left out.
    """
    case.agent_read_seq = max(case.agent_read_seq, min(seq, case.conversation.last_seq))


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
    await forget_notes(session, conversation_id)
    await forget_call_backs(session, conversation_id)


async def read_state(session: AsyncSession, conversation_id: str) -> ConversationState | None:
    """The state of a conversation; None when there is no such conversation."""
    found = (await session.execute(_STATE, {"conversation_id": conversation_id})).one_or_none()
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


def _close_note_place(case: Case) -> str:
    return f"cases/{case.id}/close_note"


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
