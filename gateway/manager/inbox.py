"""The inbox: which lines of clients were not understood, and what a person decided of each.

The only module that reads or writes those rows, in the caller's session. The words of a line are
its message's masked copy; lines that answer a question for a value, and what clients write to
agents, never come in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.conversations import PendingTurn
from gateway.engine import EngineAnswer
from gateway.manager.outcomes import FALLBACK
from gateway.models import Message, Misunderstanding, MisunderstoodLine, Turn, now

# A reading is served from 0.5 on (config.yml); below this it is served, and worth a look.
SURE = 0.65
# Of lines that nothing can be learnt from when a person is asked for after them.
WITHOUT_PROBLEM = frozenset(
    {"saluer", "remercier", "au_revoir", "demander_aide", "est_ce_un_robot", "parler_agent"}
)
REASONS_TO_LOOK = frozenset({"demande", "incompris"})
# A page of the inbox; what was decided makes place for the rest.
MOST_LINES = 300


@dataclass(frozen=True)
class InboxLine:
    """A line that waits for a decision, masked."""

    id: int
    text: str
    at: datetime
    cause: Misunderstanding
    guess: str | None
    confidence: float | None


async def note_reading(session: AsyncSession, line: PendingTurn, answer: EngineAnswer) -> None:
    """Put a client's line in the inbox if the assistant's reading of it is to be looked at.

    A line that turns down the readings offered, or asks for a person at once, tells of the one
    before it.
    """
    if answer.intent == "nier":
        await _note_rejection(session, line)
    cause = _cause(answer)
    if cause and line.payload is None and not line.expects:
        guess = answer.guess
        session.add(
            MisunderstoodLine(
                conversation_id=line.conversation_id,
                seq=line.seq,
                cause=cause,
                guess=guess.intent if guess else _named(answer.intent),
                confidence=guess.confidence if guess else answer.confidence,
                readings_offered=answer.readings_offered,
            )
        )
    if answer.handover is not None and answer.handover.reason in REASONS_TO_LOOK:
        await _note_early_escalation(session, line)


async def undecided(session: AsyncSession) -> Sequence[InboxLine]:
    """The newest MOST_LINES lines that nobody has decided of."""
    found = await session.execute(
        select(MisunderstoodLine, Message)
        .join(
            Message,
            (Message.conversation_id == MisunderstoodLine.conversation_id)
            & (Message.seq == MisunderstoodLine.seq),
        )
        .where(MisunderstoodLine.decided_at.is_(None), Message.masked_text.is_not(None))
        .order_by(Message.at.desc(), MisunderstoodLine.id.desc())
        .limit(MOST_LINES)
    )
    return [
        InboxLine(
            id=line.id,
            text=message.masked_text or "",
            at=message.at,
            cause=line.cause,
            guess=line.guess,
            confidence=line.confidence,
        )
        for line, message in found
    ]


async def read_lines(session: AsyncSession, ids: Sequence[int]) -> Mapping[int, MisunderstoodLine]:
    """The lines of these ids that are still there."""
    found = await session.scalars(select(MisunderstoodLine).where(MisunderstoodLine.id.in_(ids)))
    return {line.id: line for line in found}


async def is_accepted(session: AsyncSession, intent: str, text: str) -> bool:
    """Whether some line is accepted with these words."""
    accepted = exists().where(
        MisunderstoodLine.intent == intent, MisunderstoodLine.accepted_text == text
    )
    return bool(await session.scalar(select(accepted)))


async def decide(
    session: AsyncSession, line_id: int, agent_id: int, *, intent: str | None, text: str | None
) -> None:
    """Note who accepted a line, as what; without an intent, who dismissed it."""
    await session.execute(
        update(MisunderstoodLine)
        .where(MisunderstoodLine.id == line_id)
        .values(decided_at=now(), agent_id=agent_id, intent=intent, accepted_text=text)
    )


async def undo(session: AsyncSession, line_id: int) -> None:
    """Have a line wait for a decision again."""
    await session.execute(
        update(MisunderstoodLine)
        .where(MisunderstoodLine.id == line_id)
        .values(decided_at=None, agent_id=None, intent=None, accepted_text=None)
    )


def _cause(answer: EngineAnswer) -> Misunderstanding | None:
    if answer.intent == FALLBACK:
        return Misunderstanding.FALLBACK
    is_sure = answer.intent is None or answer.confidence >= SURE
    return None if is_sure else Misunderstanding.UNSURE


def _named(intent: str | None) -> str | None:
    return None if intent == FALLBACK else intent


async def _note_rejection(session: AsyncSession, line: PendingTurn) -> None:
    """Mark the line before this one if readings of it were offered: none of them was right."""
    before = (
        select(Turn.seq)
        .where(Turn.conversation_id == line.conversation_id, Turn.seq < line.seq)
        .order_by(Turn.seq.desc())
        .limit(1)
    )
    await session.execute(
        update(MisunderstoodLine)
        .where(
            MisunderstoodLine.conversation_id == line.conversation_id,
            MisunderstoodLine.seq == before.scalar_subquery(),
            MisunderstoodLine.readings_offered,
        )
        .values(cause=Misunderstanding.REJECTED)
    )


async def _note_early_escalation(session: AsyncSession, line: PendingTurn) -> None:
    """Put the first line in the inbox if it is the one before this one and was typed."""
    turns = await session.scalars(
        select(Turn)
        .where(Turn.conversation_id == line.conversation_id, Turn.seq <= line.seq)
        .order_by(Turn.seq)
        .limit(3)
    )
    first, *others = turns.all()
    if len(others) != 1 or first.button_token or first.expects or first.intent in WITHOUT_PROBLEM:
        return
    noted = exists().where(
        MisunderstoodLine.conversation_id == first.conversation_id,
        MisunderstoodLine.seq == first.seq,
    )
    if not await session.scalar(select(noted)):
        session.add(
            MisunderstoodLine(
                conversation_id=first.conversation_id,
                seq=first.seq,
                cause=Misunderstanding.ESCALATED,
                guess=_named(first.intent),
                confidence=first.confidence,
            )
        )
