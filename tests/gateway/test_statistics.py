"""What figures say of a period, on a real store; how each is counted is in docs/outcomes.md."""

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from gateway.database import Database
from gateway.manager.statistics import Period, read_figures
from gateway.models import (
    Agent,
    Case,
    CaseEvent,
    CaseEventKind,
    Conversation,
    CountedConversation,
    Priority,
    Rating,
    Survey,
)
from tests.gateway.stores import open_store

MONDAY = date(2026, 1, 5)
JANUARY = Period(date(2026, 1, 1), date(2026, 1, 31))
NOON = datetime(2026, 1, 5, 17, tzinfo=UTC)
CALL_MINUTES = 8


@pytest.fixture
async def database(data_dir: Path) -> AsyncIterator[Database]:
    opened = open_store(f"sqlite+aiosqlite:///{data_dir / 'gateway.db'}")
    yield opened
    await opened.close()


async def tables(database: Database) -> dict[str, dict[str, list[float | None]]]:
    """Every table of January: its rows by their keys."""
    async with database.scan() as session:
        figures = await read_figures(session, JANUARY, CALL_MINUTES)
    return {f.name: {key: list(values) for key, values in f.rows.items()} for f in figures}


async def store(database: Database, table: type[Any], rows: Sequence[Mapping[str, Any]]) -> None:
    """Put rows into the store."""
    async with database.write() as session:
        await session.execute(insert(table), rows)


async def count_as(
    database: Database,
    how_many: int,
    outcome: str,
    *,
    day: date = MONDAY,
    problem: str | None = "lien_expire",
    last_step: str | None = "lien_expire.une_heure",
    lines: int = 2,
    fallback_lines: int = 0,
) -> None:
    """Have that many conversations counted so."""
    row = {
        "seq": 2,
        "day": day,
        "outcome": outcome,
        "problem": problem,
        "last_step": last_step,
        "lines": lines,
        "fallback_lines": fallback_lines,
    }
    await store(database, CountedConversation, [row] * how_many)


async def test_a_period_without_conversations(database: Database) -> None:
    assert all(rows == {} for rows in (await tables(database)).values())


async def test_a_period_with_fewer_than_five(database: Database) -> None:
    await count_as(database, 4, "escalated")
    found = await tables(database)
    assert {name for name, rows in found.items() if rows} == set()


async def test_only_the_days_of_the_period_count(database: Database) -> None:
    for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1)):
        await count_as(database, 10, "abandoned", day=day)
    assert (await tables(database))["issues"] == {"abandoned": [20, 1.0], "total": [20, 1.0]}


async def test_outcomes_and_the_calls_they_spared(database: Database) -> None:
    await count_as(database, 30, "solved_confirmed")
    await count_as(database, 15, "solved_assumed")
    await count_as(database, 15, "escalated")
    found = await tables(database)
    assert found["issues"] == {
        "solved_confirmed": [30, 0.5],
        "solved_assumed": [15, 0.25],
        "escalated": [15, 0.25],
        "total": [60, 1.0],
    }
    assert found["appels"] == {
        "solved_confirmed": [30, 0.5, 4.0],
        "solved_assumed": [15, 0.25, 2.0],
    }


async def test_an_outcome_that_is_merged_with_others_spares_no_known_calls(
    database: Database,
) -> None:
    await count_as(database, 30, "escalated")
    await count_as(database, 20, "solved_assumed")
    await count_as(database, 2, "solved_confirmed")
    await count_as(database, 3, "abandoned")
    found = await tables(database)
    assert found["issues"]["autre"] == [5, 5 / 55]
    assert found["appels"]["solved_confirmed"] == [None, None, None]


async def test_weeks_begin_on_monday(database: Database) -> None:
    await count_as(database, 8, "escalated", day=MONDAY - timedelta(days=1))
    await count_as(database, 9, "escalated", day=MONDAY)
    await count_as(database, 6, "abandoned", day=MONDAY + timedelta(days=6))
    assert (await tables(database))["semaines"] == {
        "2025-12-29": [8, 8, 0],
        "2026-01-05": [15, 9, 6],
        "total": [23, 17, 6],
    }


async def test_problems_come_by_their_number_and_small_ones_together(
    database: Database,
) -> None:
    await count_as(database, 20, "escalated", problem="courriel_non_recu")
    await count_as(database, 30, "escalated")
    await count_as(database, 2, "escalated", problem="signaler_fraude")
    await count_as(database, 4, "escalated", problem=None)
    rows = (await tables(database))["sujets"]
    assert list(rows) == ["lien_expire", "courriel_non_recu", "autre", "total"]
    assert rows["autre"] == [6, 6]


async def test_where_ladders_end_makes_the_total_of_each_problem(database: Database) -> None:
    await count_as(database, 12, "escalated")
    await count_as(database, 6, "abandoned", last_step="lien_expire.soi_meme")
    await count_as(database, 2, "abandoned", last_step=None)
    await count_as(database, 20, "escalated", problem=None, last_step=None)
    assert (await tables(database))["etapes"] == {
        "lien_expire.une_heure": [12, 0.6],
        # The two without a step do not follow from the others.
        "lien_expire.autre": [8, 0.4],
    }


async def test_lines_that_were_not_understood(database: Database) -> None:
    await count_as(database, 10, "escalated", lines=4, fallback_lines=1)
    await count_as(database, 10, "escalated", lines=3, day=MONDAY + timedelta(days=7))
    assert (await tables(database))["incompris"] == {
        "2026-01-05": [40, 10, 0.25],
        "2026-01-12": [30, 0, 0.0],
        "total": [70, 10, 10 / 70],
    }


async def _wait(
    database: Database,
    minutes: Sequence[float],
    kind: CaseEventKind,
    at: datetime = NOON,
    *,
    to_agent_id: int | None = None,
) -> None:
    """Have that many cases wait so long for what happened then."""
    async with database.read() as session:
        first = await session.scalar(select(func.count()).select_from(Case)) or 0
    ids = range(first + 1, first + 1 + len(minutes))
    await store(database, Conversation, [{"id": f"c{i}"} for i in ids])
    case = {"reason": "demande", "priority": Priority.NORMAL, "summary": "", "opened_at": at}
    await store(
        database,
        Case,
        [
            {**case, "id": i, "conversation_id": f"c{i}", "reference": f"R{i}", "closed_at": at}
            for i in ids
        ],
    )
    events = [
        {
            "case_id": i,
            "kind": kind,
            "at": at + timedelta(minutes=wait),
            "to_agent_id": to_agent_id,
        }
        for i, wait in zip(ids, minutes, strict=True)
    ]
    opened = [
        {**event, "kind": CaseEventKind.OPENED, "at": at, "to_agent_id": None} for event in events
    ]
    # Taken again later: the first time counts.
    again = [{**event, "at": event["at"] + timedelta(minutes=30)} for event in events]
    await store(database, CaseEvent, [*opened, *again, *events])


async def test_waits_until_the_first_person(database: Database) -> None:
    await _wait(database, [1, 1, 2, 2, 3, 3, 3, 4, 5, 20], CaseEventKind.TAKEN)
    await _wait(database, [7] * 5, CaseEventKind.CLIENT_LEFT)
    await _wait(database, [7] * 2, CaseEventKind.CLIENT_RETURNED)
    assert (await tables(database))["attentes"] == {"clients": [10, 3.0, 5.0, 7]}


async def test_who_is_given_an_agent_by_a_supervisor_has_met_one(database: Database) -> None:
    await store(database, Agent, [{"id": 1, "login": "camille", "name": "Camille"}])
    await _wait(database, [2] * 5, CaseEventKind.TRANSFERRED, to_agent_id=1)
    assert (await tables(database))["attentes"] == {"clients": [5, 2.0, 2.0, 0]}


async def test_a_day_begins_and_ends_at_midnight_in_quebec(database: Database) -> None:
    # January ends at 5 UTC on 1 February.
    await _wait(database, [1] * 5, CaseEventKind.TAKEN, at=datetime(2026, 2, 1, 4, 30, tzinfo=UTC))
    await _wait(database, [9] * 5, CaseEventKind.TAKEN, at=datetime(2026, 2, 1, 5, 0, tzinfo=UTC))
    await _wait(database, [9] * 5, CaseEventKind.TAKEN, at=datetime(2026, 1, 1, 4, 59, tzinfo=UTC))
    assert (await tables(database))["attentes"] == {"clients": [5, 1.0, 1.0, 0]}


async def test_few_waits_are_hidden(database: Database) -> None:
    await _wait(database, [1, 1, 2, 2], CaseEventKind.TAKEN)
    await _wait(database, [7] * 3, CaseEventKind.CLIENT_LEFT)
    assert (await tables(database))["attentes"] == {"clients": [None, None, None, None]}


async def test_satisfaction_is_apart_for_assistant_and_agents(database: Database) -> None:
    await store(database, Conversation, [{"id": "c"}])

    async def rate(how_many: int, about: Survey, solved: bool | None, score: int | None) -> None:
        row = {"conversation_id": "c", "about": about, "solved": solved, "score": score, "at": NOON}
        await store(database, Rating, [row] * how_many)

    await rate(15, Survey.ASSISTANT, True, 5)
    await rate(5, Survey.ASSISTANT, False, None)
    # One who was not helped is not to be told from the others.
    await rate(9, Survey.AGENT, True, None)
    await rate(1, Survey.AGENT, False, 1)
    assert (await tables(database))["satisfaction"] == {
        "assistant": [20, 0.75, 15, 5.0],
        "agent": [10, None, None, None],
    }
