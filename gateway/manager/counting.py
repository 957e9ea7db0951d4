"""Counting: every conversation is judged once a day has passed, and again if it goes on later.

The only module that writes `outcomes`. What it reads of other rooms' tables it reads in bulk, for
many conversations at once. A conversation in which the client said nothing is not counted.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import batched

import structlog
from sqlalchemy import ColumnElement, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from actions.ladders import ladders
from gateway.database import Database
from gateway.handover.opening_hours import QUEBEC
from gateway.manager.outcomes import FALLBACK, Facts, Handover, Line, Verdict, judge
from gateway.models import (
    CallBack,
    CallBackStatus,
    Case,
    CaseEvent,
    CaseEventKind,
    Conversation,
    CountedConversation,
    Message,
    Rating,
    Speaker,
    Survey,
    Turn,
    now,
)

# A client who is not back by then has stayed away: their browser has forgotten it too.
JUDGED_AFTER = timedelta(hours=24)
# Judged in one transaction: others wait for it.
BATCH = 50

_PROBLEMS = frozenset(ladders())
_FIXES = frozenset(
    f"{problem}.{name}"
    for problem, ladder in ladders().items()
    for name, step in ladder.steps.items()
    if step.tried
)

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class _Judged:
    """A conversation's verdict, and as of which message."""

    seq: int
    facts: Facts
    verdict: Verdict

    @property
    def day(self) -> date:
        return self.facts.lines[0].at.astimezone(QUEBEC).date()


class Counting:
    """Judges what is due; retention.py has it done every hour."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def sweep(self) -> None:
        """Judge every conversation that is due."""
        async with self._database.scan() as session:
            due = await _due(session)
        for ids in batched(due, BATCH):
            async with self._database.scan() as session:
                judged = await _judge(session, ids)
            async with self._database.write() as session:
                await _keep(session, await _unchanged(session, judged))
        if due:
            log.info("conversations_counted", conversations=len(due))


async def count_and_unlink(session: AsyncSession, conversation: Conversation) -> None:
    """Judge a locked conversation before what was said in it goes, and name it no longer."""
    seq = await session.scalar(
        select(CountedConversation.seq).where(
            CountedConversation.conversation_id == conversation.id
        )
    )
    if seq != conversation.last_seq:
        await _keep(session, await _judge(session, [conversation.id]))
    await session.execute(
        update(CountedConversation)
        .where(CountedConversation.conversation_id == conversation.id)
        .values(conversation_id=None)
    )


async def _due(session: AsyncSession) -> Sequence[str]:
    """The ids of the conversations silent for long enough and not judged since."""
    found = await session.scalars(
        select(Conversation.id)
        .join(
            Message,
            (Message.conversation_id == Conversation.id) & (Message.seq == Conversation.last_seq),
        )
        .outerjoin(CountedConversation, CountedConversation.conversation_id == Conversation.id)
        .where(
            or_(CountedConversation.id.is_(None), CountedConversation.seq != Conversation.last_seq),
            Message.at < now() - JUDGED_AFTER,
            exists().where(Turn.conversation_id == Conversation.id),
        )
    )
    return found.all()


async def _judge(session: AsyncSession, ids: Sequence[str]) -> Mapping[str, _Judged]:
    """The verdicts on those of the conversations in which the client said something."""
    lines = await _lines(session, ids)
    handovers = await _handovers(session, ids)
    called = await _with_call_back(session, ids)
    ratings = await _ratings(session, ids)
    returned = await _returned(session, ids)
    found = await session.execute(
        select(
            Conversation.id,
            Conversation.last_seq,
            Conversation.expects,
            Conversation.solved_at,
            select(func.max(Message.at))
            .where(Message.conversation_id == Conversation.id)
            .correlate(Conversation)
            .scalar_subquery(),
        ).where(Conversation.id.in_(ids))
    )
    judged = {}
    for conversation_id, last_seq, expects, solved_at, last_at in found:
        if conversation_id not in lines:
            continue
        facts = Facts(
            lines=lines[conversation_id],
            handovers=handovers[conversation_id],
            call_back=conversation_id in called,
            solved_at=solved_at,
            rated_solved=ratings.get(conversation_id),
            awaits_value=expects is not None,
            stayed_away=last_at < now() - JUDGED_AFTER and conversation_id not in returned,
        )
        judged[conversation_id] = _Judged(last_seq, facts, judge(facts, _PROBLEMS, _FIXES))
    return judged


async def _lines(session: AsyncSession, ids: Iterable[str]) -> Mapping[str, Sequence[Line]]:
    """The client's lines of each conversation, in order."""
    found = await session.execute(
        select(Message.conversation_id, Message.at, Turn.intent, Turn.step)
        .outerjoin(
            Turn, (Turn.conversation_id == Message.conversation_id) & (Turn.seq == Message.seq)
        )
        .where(Message.conversation_id.in_(ids), Message.speaker == Speaker.CLIENT)
        .order_by(Message.conversation_id, Message.seq)
    )
    lines = defaultdict(list)
    for conversation_id, at, intent, step in found:
        lines[conversation_id].append(Line(at, intent, step))
    return lines


async def _handovers(session: AsyncSession, ids: Iterable[str]) -> Mapping[str, Sequence[Handover]]:
    """The cases of each conversation, in order."""

    def happened(event: ColumnElement[bool]) -> ColumnElement[bool]:
        return exists().where(CaseEvent.case_id == Case.id, event)

    found = await session.execute(
        select(
            Case.conversation_id,
            Case.problem,
            or_(Case.agent_id.is_not(None), happened(CaseEvent.brings_an_agent())),
            happened(CaseEvent.kind == CaseEventKind.CLIENT_RETURNED),
        )
        .where(Case.conversation_id.in_(ids))
        .order_by(Case.id)
    )
    handovers = defaultdict(list)
    for conversation_id, problem, taken, given_up in found:
        handovers[conversation_id].append(Handover(problem, bool(taken), bool(given_up)))
    return handovers


async def _with_call_back(session: AsyncSession, ids: Iterable[str]) -> Collection[str]:
    """Those in which a call was asked for, confirmed, and not called off."""
    found = await session.scalars(
        select(CallBack.conversation_id).where(
            CallBack.conversation_id.in_(ids),
            CallBack.status.not_in((CallBackStatus.DRAFT, CallBackStatus.CANCELLED)),
        )
    )
    return set(found)


async def _ratings(session: AsyncSession, ids: Iterable[str]) -> Mapping[str, bool]:
    """Whether it is solved, as each client last said it when asked about the assistant."""
    found = await session.execute(
        select(Rating.conversation_id, Rating.solved)
        .where(
            Rating.conversation_id.in_(ids),
            Rating.about == Survey.ASSISTANT,
            Rating.solved.is_not(None),
        )
        .order_by(Rating.at)
    )
    return {conversation_id: bool(solved) for conversation_id, solved in found}


async def _returned(session: AsyncSession, ids: Iterable[str]) -> Collection[str]:
    """Those whose browser began another conversation, and said something in it, within a day."""
    later = aliased(Conversation)
    found = await session.execute(
        select(Conversation.id, func.max(Message.at), later.created_at)
        .join(later, later.predecessor_id == Conversation.id)
        .join(Message, Message.conversation_id == Conversation.id)
        .where(
            Conversation.id.in_(ids),
            exists().where(Turn.conversation_id == later.id),
        )
        .group_by(Conversation.id, later.id)
    )
    return {
        conversation_id
        for conversation_id, left_at, came_back_at in found
        if came_back_at < left_at + JUDGED_AFTER
    }


async def _unchanged(session: AsyncSession, judged: Mapping[str, _Judged]) -> Mapping[str, _Judged]:
    """Those that nobody went on with, nor erased, meanwhile."""
    found = await session.execute(
        select(Conversation.id, Conversation.last_seq).where(Conversation.id.in_(judged))
    )
    return {i: judged[i] for i, last_seq in found if last_seq == judged[i].seq}


async def _keep(session: AsyncSession, judged: Mapping[str, _Judged]) -> None:
    """Store the verdicts, in place of earlier ones on the same conversations."""
    kept = await session.scalars(
        select(CountedConversation).where(CountedConversation.conversation_id.in_(judged))
    )
    rows = {row.conversation_id: row for row in kept}
    for conversation_id, one in judged.items():
        row = rows.get(conversation_id) or CountedConversation(conversation_id=conversation_id)
        intents = [line.intent for line in one.facts.lines if line.intent]
        row.seq = one.seq
        row.day = one.day
        row.outcome = one.verdict.outcome
        row.problem = one.verdict.problem
        row.last_step = one.verdict.last_step
        row.lines = len(intents)
        row.fallback_lines = intents.count(FALLBACK)
        session.add(row)
