"""Made-up conversations that are over, for looking at the manager's page and for timing it.

    python -m tests.figures_data [CONVERSATIONS] [DAYS]

writes them into the store that the environment names. The same numbers always make the same data.
"""

import asyncio
import random
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import insert, select

from actions.ladders import ladders
from gateway.database import Database
from gateway.handover.ownership import Owner
from gateway.models import (
    Case,
    CaseEvent,
    CaseEventKind,
    Conversation,
    CountedConversation,
    Outcome,
    Priority,
    Rating,
    Survey,
)
from gateway.sealing import StoreKey
from gateway.settings import DatabaseSettings

# How often each comes, in a hundred.
OUTCOMES = {
    Outcome.SOLVED_CONFIRMED: 31,
    Outcome.SOLVED_ASSUMED: 17,
    Outcome.ESCALATED: 27,
    Outcome.CALL_BACK: 6,
    Outcome.ABANDONED: 14,
    Outcome.NOT_UNDERSTOOD: 5,
}
STEPS = [
    (problem, f"{problem}.{name}")
    for problem, ladder in ladders().items()
    for name in ladder.steps or [None]
]


async def make_figures(
    database: Database, conversations: int, days: int, last_day: date, *, seed: int = 1
) -> None:
    """Add that many counted conversations, spread over the days until `last_day`."""
    dice = random.Random(seed)  # noqa: S311
    rows: dict[type[Any], list[dict[str, Any]]] = {
        table: [] for table in (Conversation, Case, CaseEvent, Rating, CountedConversation)
    }
    async with database.read() as session:
        first_case = (await session.scalar(select(Case.id).order_by(Case.id.desc()).limit(1))) or 0
    for number in range(conversations):
        day = last_day - timedelta(days=dice.randrange(days))
        at = datetime.combine(day, time(13 + dice.randrange(8), dice.randrange(60)), UTC)
        _add_one(rows, dice, f"made-up-{seed}-{number}", first_case + number + 1, day, at)
    async with database.write() as session:
        for table, values in rows.items():
            if values:
                await session.execute(insert(table), values)


def _add_one(
    rows: dict[type[Any], list[dict[str, Any]]],
    dice: random.Random,
    conversation_id: str,
    case_id: int,
    day: date,
    at: datetime,
) -> None:
    [outcome] = dice.choices(list(OUTCOMES), list(OUTCOMES.values()))
    # Some problems are much more frequent than others.
    problem, step = STEPS[int(len(STEPS) * dice.random() ** 2)]
    understood = outcome is not Outcome.NOT_UNDERSTOOD
    lines = dice.randint(1, 8)
    rows[Conversation].append({"id": conversation_id, "owner": Owner.ENDED, "created_at": at})
    rows[CountedConversation].append(
        {
            "conversation_id": conversation_id,
            "seq": 0,
            "day": day,
            "outcome": outcome,
            "problem": problem if understood else None,
            "last_step": step if understood else None,
            "lines": lines,
            "fallback_lines": lines if not understood else int(dice.random() < 0.2),
        }
    )
    if outcome in {Outcome.ESCALATED, Outcome.CALL_BACK}:
        _add_case(rows, dice, conversation_id, case_id, at, taken=outcome is Outcome.ESCALATED)
    elif outcome is Outcome.SOLVED_CONFIRMED and dice.random() < 0.5:
        rows[Rating].append(
            {
                "conversation_id": conversation_id,
                "about": Survey.ASSISTANT,
                "case_id": None,
                "solved": dice.random() < 0.9,
                "score": dice.choice([3, 4, 4, 5, 5, 5, None]),
                "at": at,
            }
        )


def _add_case(
    rows: dict[type[Any], list[dict[str, Any]]],
    dice: random.Random,
    conversation_id: str,
    case_id: int,
    at: datetime,
    *,
    taken: bool,
) -> None:
    answered = at + timedelta(seconds=dice.expovariate(1 / 150))
    left = taken and dice.random() < 0.1
    rows[Case].append(
        {
            "id": case_id,
            "conversation_id": conversation_id,
            "reference": f"{case_id:07d}"[-7:],
            "reason": "demande",
            "priority": Priority.NORMAL,
            "summary": "",
            "opened_at": at,
            "queued_at": at,
            "closed_at": answered + timedelta(minutes=9),
        }
    )
    kinds: Sequence[CaseEventKind] = [CaseEventKind.CALL_BACK]
    if taken:
        kinds = [CaseEventKind.CLIENT_LEFT if left else CaseEventKind.TAKEN, CaseEventKind.CLOSED]
    rows[CaseEvent] += [
        {"case_id": case_id, "kind": kind, "at": moment}
        for kind, moment in [
            (CaseEventKind.OPENED, at),
            *((kind, answered + timedelta(minutes=8 * i)) for i, kind in enumerate(kinds)),
        ]
    ]
    if taken and not left and dice.random() < 0.6:
        rows[Rating].append(
            {
                "conversation_id": conversation_id,
                "about": Survey.AGENT,
                "case_id": case_id,
                "solved": dice.random() < 0.85,
                "score": dice.choice([2, 3, 4, 4, 5, 5, 5, None]),
                "at": answered,
            }
        )


async def _main(conversations: int, days: int) -> None:
    settings = DatabaseSettings()  # type: ignore[call-arg]  # read from the environment
    database = Database(settings.store_url, StoreKey(settings.store_key.get_secret_value()))
    await make_figures(database, conversations, days, datetime.now(UTC).date())
    await database.close()


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:3]]
    asyncio.run(_main(*([*numbers, *[2000, 90][len(numbers) :]])))
