"""What is read in the event loop, again and again, looks at no table from end to end."""

import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.desk.call_back_list import count_due
from gateway.handover.availability import Availability
from gateway.handover.cases import count_earlier_cases, last_closed_case_of, queue
from gateway.manager.counting import _judge
from gateway.models import now
from gateway.settings import PeopleSettings
from tests.gateway.stores import open_store

# Those that grow for as long as the service runs.
GROWING = ("cases", "case_events", "call_backs", "conversations", "messages", "turns")

READS: dict[str, Callable[[AsyncSession], Awaitable[Any]]] = {
    "the queue": queue,
    "who is there, and how long conversations took": Availability(PeopleSettings()).staff,
    "how often before": lambda session: count_earlier_cases(session, ["a", "b"]),
    "the calls to be made": count_due,
    "the case to reopen": lambda session: last_closed_case_of(session, "a", since=now()),
    "the verdict before erasing": lambda session: _judge(session, ["a"]),
}


@pytest.mark.parametrize("what", READS)
async def test_no_growing_table_is_read_whole(what: str, data_dir: Path) -> None:
    path = data_dir / "gateway.db"
    statements: list[tuple[str, Any]] = []

    def keep(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        statements.append((statement, parameters))

    database = open_store(f"sqlite+aiosqlite:///{path}")
    async with database.read() as session:
        event.listen(session.get_bind(), "before_cursor_execute", keep)
        await READS[what](session)
    await database.close()

    steps = [step for each in statements if each[0] != "BEGIN" for step in _plan(path, *each)]
    assert steps
    assert not [step for step in steps if step.startswith(tuple(f"SCAN {t}" for t in GROWING))]


def _plan(path: Path, statement: str, parameters: Any) -> list[str]:
    """How SQLite goes about a statement."""
    with sqlite3.connect(path) as connection:
        found = connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        return [str(row[3]) for row in found]
