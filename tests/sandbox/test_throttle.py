"""Each limit by itself, then what they share. Times and numbers are the module's own."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from sandbox.database import Database, create_engine, create_schema, open_database
from sandbox.tables import Attempt
from sandbox.throttle import (
    LONGEST_WINDOW,
    RECOVERY_LIMITS,
    Limit,
    Scope,
    Try,
    count,
    forgive,
    seconds_to_wait,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TRY = Try(action="recovery", account="account-1", client="client-1")


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    engine = create_engine(tmp_path / "throttle.db")
    await create_schema(engine)
    yield open_database(engine)
    await engine.dispose()


async def let_through(
    database: Database,
    attempt: Try,
    at: datetime,
    limits: tuple[Limit, ...] = RECOVERY_LIMITS,
) -> int | None:
    """As the services do: counted only when let through; the seconds to wait otherwise."""
    async with database.begin() as session:
        wait_s = await seconds_to_wait(session, attempt, limits, at)
        if wait_s is None:
            await count(session, attempt, at)
        return wait_s


async def test_one_in_thirty_minutes(database: Database) -> None:
    assert await let_through(database, TRY, NOON) is None
    assert await let_through(database, TRY, NOON + timedelta(seconds=1)) == 30 * 60 - 1
    assert await let_through(database, TRY, NOON + timedelta(minutes=29, seconds=59.5)) == 1
    assert await let_through(database, TRY, NOON + timedelta(minutes=30)) is None


async def test_three_a_day(database: Database) -> None:
    for hours in range(3):
        assert await let_through(database, TRY, NOON + timedelta(hours=hours)) is None
    wait_s = await let_through(database, TRY, NOON + timedelta(hours=3))
    assert wait_s == timedelta(hours=21).total_seconds()
    assert await let_through(database, TRY, NOON + timedelta(days=1)) is None


async def test_ten_a_day_for_an_account_from_anywhere(database: Database) -> None:
    for number in range(10):
        attempt = Try("recovery", "account-1", f"client-{number}")
        assert await let_through(database, attempt, NOON) is None
    another = Try("recovery", "account-1", "client-10")
    assert await let_through(database, another, NOON) == timedelta(days=1).total_seconds()
    assert await let_through(database, Try("recovery", "account-2", "client-10"), NOON) is None


async def test_ten_an_hour_for_a_client_on_any_account(database: Database) -> None:
    for number in range(10):
        attempt = Try("recovery", f"account-{number}", "client-1")
        assert await let_through(database, attempt, NOON) is None
    another = Try("recovery", "account-10", "client-1")
    assert await let_through(database, another, NOON) == timedelta(hours=1).total_seconds()
    assert await let_through(database, another, NOON + timedelta(hours=1)) is None


async def test_refused_attempts_are_not_counted(database: Database) -> None:
    await let_through(database, TRY, NOON)
    for minutes in range(1, 30):
        assert await let_through(database, TRY, NOON + timedelta(minutes=minutes))
    assert await let_through(database, TRY, NOON + timedelta(minutes=30)) is None


async def test_actions_are_counted_apart(database: Database) -> None:
    await let_through(database, TRY, NOON)
    assert await let_through(database, Try("sign_in", "account-1", "client-1"), NOON) is None


async def test_forgiving_is_for_one_account_and_client(database: Database) -> None:
    once = (Limit(1, timedelta(hours=1), Scope.ACCOUNT_AND_CLIENT),)
    other = Try("recovery", "account-1", "client-2")
    for attempt in (TRY, other):
        await let_through(database, attempt, NOON, once)
    async with database.begin() as session:
        await forgive(session, TRY)
    assert await let_through(database, TRY, NOON, once) is None
    assert await let_through(database, other, NOON, once) is not None


async def test_old_attempts_are_dropped(database: Database) -> None:
    await let_through(database, TRY, NOON)
    await let_through(database, TRY, NOON + LONGEST_WINDOW)
    async with database.begin() as session:
        assert await session.scalar(select(func.count()).select_from(Attempt)) == 1
