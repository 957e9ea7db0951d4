"""The clock: which conversations a look wakes, and when it does so again."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic import command

from gateway import follow_ups
from gateway.conversations import start_conversation
from gateway.database import Database
from gateway.follow_ups import FollowUps, drop_follow_up, plan_follow_up
from tests.gateway.stores import open_store, store_config


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'gateway.db'}"
    command.upgrade(store_config(url), "head")
    database = open_store(url)
    yield database
    await database.close()


async def planned(database: Database, minutes: int) -> str:
    """A new conversation with a follow-up that is due in that many minutes."""
    async with database.write() as session:
        conversation = await start_conversation(session)
        await plan_follow_up(
            session,
            conversation.id,
            minutes=minutes,
            step=None,
            payload="/relancer",
            client_key="",
        )
        return conversation.id


async def test_a_look_wakes_what_is_due_the_oldest_first(database: Database) -> None:
    await planned(database, 1)
    late, later = await planned(database, -1), await planned(database, -2)
    woken: list[str] = []
    await FollowUps(database, woken.append).look()
    assert woken == [later, late]


async def test_many_that_are_due_are_woken_a_few_at_a_time(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow_ups, "STARTED_A_LOOK", 2)
    third, second, first = [await planned(database, -minutes) for minutes in (1, 2, 3)]
    woken: list[str] = []
    clock = FollowUps(database, woken.append)
    await clock.look()
    assert woken == [first, second]
    await clock.look()
    assert woken == [first, second, third]


async def test_one_that_stays_due_is_woken_again_after_the_pause(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation_id = await planned(database, -1)
    woken: list[str] = []
    clock = FollowUps(database, woken.append)
    await clock.look()
    await clock.look()
    assert woken == [conversation_id]
    monkeypatch.setattr(follow_ups, "RETRY_SECONDS", 0.0)
    await clock.look()
    assert woken == [conversation_id] * 2


async def test_the_next_one_of_a_conversation_does_not_wait_for_the_last_ones_pause(
    database: Database,
) -> None:
    conversation_id = await planned(database, -1)
    woken: list[str] = []
    clock = FollowUps(database, woken.append)
    await clock.look()
    async with database.write() as session:
        await plan_follow_up(
            session, conversation_id, minutes=-1, step=None, payload="/encore", client_key=""
        )
    await clock.look()
    assert woken == [conversation_id] * 2
    async with database.write() as session:
        await drop_follow_up(session, conversation_id)
    await clock.look()
    assert len(woken) == 2
