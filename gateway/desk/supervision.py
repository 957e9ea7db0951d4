"""What supervisors read: every case, open or over, and the conversations that never had one.

Nothing is written here (opened_values.py notes who reads), and masked text only is given out. What
was erased is found empty. A conversation that has no case is called by a digest: its id never
leaves the signed cookie.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from gateway.conversations import read_messages
from gateway.desk.agents import digest_of
from gateway.handover.cases import REFERENCE_ALPHABET, close_note
from gateway.handover.notes import Note, read_notes
from gateway.masked_copies import MaskedCopies
from gateway.models import (
    Agent,
    Case,
    CaseEvent,
    CaseEventKind,
    Conversation,
    Message,
    OpenedValue,
    Turn,
)

PAGE_LENGTH = 50


class CaseState(StrEnum):
    """Which cases are looked for."""

    ALL = "all"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class HappenedEvent:
    """A thing that happened to a case; `agent` did it, `to_agent` got the case."""

    at: datetime
    kind: CaseEventKind
    agent: str | None
    to_agent: str | None


@dataclass(frozen=True)
class SupervisedCase:
    """A case with all that may be read of it."""

    case: Case
    messages: Sequence[Message]
    notes: Sequence[Note]
    events: Sequence[HappenedEvent]
    close_note: str | None


@dataclass(frozen=True)
class AssistedConversation:
    """A conversation that nobody but the assistant was in; `problem` is the last reading of it."""

    key: str
    conversation_id: str
    started_at: datetime
    last_at: datetime
    lines: int
    device: str | None
    problem: str | None


async def find_cases(
    session: AsyncSession, reference: str, state: CaseState, before: int | None
) -> Sequence[tuple[Case, CaseEventKind | None]]:
    """A page of the cases whose reference begins so, older than `before`, the newest first.

    With what happened to each last. However the reference is written: "gkp 7x", "GKP-7X".
    """
    wanted = "".join(letter for letter in reference.upper() if letter in REFERENCE_ALPHABET)
    last_event = (
        select(CaseEvent.kind)
        .where(CaseEvent.case_id == Case.id)
        .order_by(CaseEvent.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = select(Case, last_event).order_by(Case.id.desc()).limit(PAGE_LENGTH)
    if reference.strip():
        # What no reference can begin with finds nothing.
        beginning = f"{wanted}%" if wanted else ""
        query = query.where(func.replace(Case.reference, "-", "").like(beginning))
    if before is not None:
        query = query.where(Case.id < before)
    if state is not CaseState.ALL:
        query = query.where(Case.closed_at.is_(None) == (state is CaseState.OPEN))
    return [(case, kind) for case, kind in await session.execute(query)]


async def read_case(
    session: AsyncSession, case_id: int, masked_copies: MaskedCopies
) -> SupervisedCase | None:
    """All that may be read of a case; None when there is none."""
    case = await session.get(Case, case_id)
    if case is None:
        return None
    return SupervisedCase(
        case=case,
        messages=await read_masked(session, case.conversation_id),
        notes=await read_notes(session, case.id, masked_copies),
        events=await _events(session, case.id),
        close_note=await read_close_note(session, case, masked_copies),
    )


async def read_close_note(
    session: AsyncSession, case: Case, masked_copies: MaskedCopies
) -> str | None:
    """What the agent who closed a case wrote about it, masked."""
    written = await close_note(session, case)
    if written is None:
        return None
    return (await masked_copies.of_text(session, case.conversation_id, written)).text


async def read_masked(session: AsyncSession, conversation_id: str) -> Sequence[Message]:
    """The messages of a conversation of which it is known what is to be masked, in order."""
    messages = await read_messages(session, conversation_id, after_seq=0)
    return [message for message in messages if message.masked_text is not None]


async def assisted_conversations(session: AsyncSession) -> Sequence[AssistedConversation]:
    """The newest conversations in which the client wrote and that never had a case."""
    problem = (
        select(Turn.intent)
        .where(Turn.conversation_id == Conversation.id, Turn.intent.is_not(None))
        .order_by(Turn.seq.desc())
        .limit(1)
        .scalar_subquery()
    )
    found = await session.execute(
        select(
            Conversation.id,
            Conversation.created_at,
            func.max(Message.at),
            func.count(),
            Conversation.device,
            problem,
        )
        .join(Message, Message.conversation_id == Conversation.id)
        .where(
            ~exists().where(Case.conversation_id == Conversation.id),
            exists().where(Turn.conversation_id == Conversation.id),
        )
        .group_by(Conversation.id)
        .order_by(Conversation.created_at.desc())
        .limit(PAGE_LENGTH)
    )
    return [AssistedConversation(digest_of(row[0]), *row) for row in found]


async def opened_values(
    session: AsyncSession, before: int | None
) -> Sequence[tuple[OpenedValue, str | None]]:
    """A page of who opened or read what, older than `before`, the newest first.

    With the reference of the case it was in.
    """
    query = (
        select(OpenedValue, Case.reference)
        .outerjoin(Case, Case.id == OpenedValue.case_id)
        .order_by(OpenedValue.id.desc())
        .limit(PAGE_LENGTH)
    )
    if before is not None:
        query = query.where(OpenedValue.id < before)
    return [(opened, named) for opened, named in await session.execute(query)]


async def _events(session: AsyncSession, case_id: int) -> Sequence[HappenedEvent]:
    by, to = aliased(Agent), aliased(Agent)
    found = await session.execute(
        select(CaseEvent.at, CaseEvent.kind, by.name, to.name)
        .outerjoin(by, by.id == CaseEvent.agent_id)
        .outerjoin(to, to.id == CaseEvent.to_agent_id)
        .where(CaseEvent.case_id == case_id)
        .order_by(CaseEvent.id)
    )
    return [HappenedEvent(*row) for row in found]
