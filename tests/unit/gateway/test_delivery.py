"""Delivery under any interleaving: a viewer gets the transcript once, in order, whatever races."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import create_autospec

import pytest
import socketio
from alembic import command
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.conversations import (
    access_conversation,
    append_message,
    forget_messages,
    start_conversation,
)
from gateway.database import Database
from gateway.delivery import Delivery
from gateway.handover.cases import ConversationState
from gateway.metrics import Metrics
from gateway.models import Message, Speaker, TurnStatus
from gateway.viewers import ClientViewer, Viewer
from tests.gateway.stores import open_store, store_config

MESSAGES = 6


class SlowViewer(Viewer):
    """Keeps the `seq` it is sent, after yielding to others as often as its pauses say."""

    def __init__(self, conversation_id: str, last_seq: int, pauses: Sequence[int]) -> None:
        super().__init__(conversation_id, last_seq)
        self.received = list(range(1, last_seq + 1))
        self._pauses = list(pauses)

    async def send_history(self, messages: Sequence[Message], state: ConversationState) -> None:
        await self._pause()
        self.received += [message.seq for message in messages]

    async def send_message(self, message: Message) -> None:
        await self._pause()
        self.received.append(message.seq)

    async def send_state(self, state: ConversationState) -> None:
        """Not of interest here."""

    async def _pause(self) -> None:
        # Milliseconds, so that the store's answers to others come in between.
        await asyncio.sleep((self._pauses.pop() if self._pauses else 0) / 1000)


@settings(max_examples=15, deadline=None)
@given(
    last_seq=st.integers(0, 2),
    pauses=st.lists(st.integers(0, 8), max_size=MESSAGES),
    joins_after=st.integers(0, MESSAGES),
)
def test_history_and_live_messages_are_the_transcript(
    last_seq: int, pauses: list[int], joins_after: int
) -> None:
    received = asyncio.run(_deliver(last_seq, pauses, joins_after))
    assert received == list(range(1, 2 + MESSAGES + 1))


async def _deliver(last_seq: int, pauses: list[int], joins_after: int) -> list[int]:
    """What a viewer has that joins amid messages, each published by a task of its own."""
    with TemporaryDirectory() as directory:
        url = f"sqlite+aiosqlite:///{Path(directory) / 'gateway.db'}"
        await asyncio.to_thread(command.upgrade, store_config(url), "head")
        database = open_store(url)
        delivery = Delivery(database, "Assistant", Metrics())
        async with database.write() as session:
            conversation = await start_conversation(session)
            for _ in range(2):
                await append_message(session, conversation, Speaker.BOT, "avant")
        viewer = SlowViewer(conversation.id, last_seq, pauses)
        tasks: list[asyncio.Task[None]] = []
        for number in range(MESSAGES + 1):
            if number == joins_after:
                delivery.join(viewer)
                tasks.append(asyncio.create_task(delivery.catch_up(viewer)))
            if number < MESSAGES:
                async with database.write() as session:
                    stored = await access_conversation(session, conversation.id)
                    await append_message(session, stored, Speaker.CLIENT, "pendant")
                tasks.append(asyncio.create_task(delivery.publish(conversation.id)))
        await asyncio.gather(*tasks)
        await database.close()
    return viewer.received


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'gateway.db'}"
    await asyncio.to_thread(command.upgrade, store_config(url), "head")
    database = open_store(url)
    yield database
    await database.close()


@pytest.fixture
def delivery(database: Database) -> Delivery:
    return Delivery(database, "Assistant", Metrics())


async def test_a_tab_that_comes_back_has_the_answer_before_it_hears_that_it_is_complete(
    database: Database, delivery: Delivery
) -> None:
    async with database.write() as session:
        conversation = await start_conversation(session)
        await append_message(session, conversation, Speaker.BOT, "réponse")
    sio = create_autospec(socketio.AsyncServer, instance=True)
    tab = ClientViewer(sio, "tab", conversation.id, last_seq=0)
    delivery.join(tab)
    # Its line, sent again, was settled while it was away.
    await delivery.turn_over(conversation.id, "line", TurnStatus.ANSWERED)
    await delivery.catch_up(tab)
    assert [call.args[0] for call in sio.emit.await_args_list] == ["history", "turn"]


async def test_a_transcript_started_over_is_sent_whole_whatever_is_published(
    database: Database, delivery: Delivery
) -> None:
    async with database.write() as session:
        conversation = await start_conversation(session)
        for _ in range(2):
            await append_message(session, conversation, Speaker.BOT, "avant")
    viewer = SlowViewer(conversation.id, 0, ())
    delivery.join(viewer)
    await delivery.catch_up(viewer)
    async with database.write() as session:
        stored = await access_conversation(session, conversation.id)
        await forget_messages(session, stored)
        await append_message(session, stored, Speaker.SYSTEM, "effacé")
    histories: list[list[int]] = []

    async def send_history(messages: Sequence[Message], _state: ConversationState) -> None:
        histories.append([message.seq for message in messages])

    viewer.send_history = send_history  # type: ignore[method-assign]
    async with delivery._locks[conversation.id]:
        # Both wait for what is being sent.
        published = asyncio.create_task(delivery.publish(conversation.id))
        started_over = asyncio.create_task(delivery.start_over(conversation.id))
        await asyncio.sleep(0)
    await asyncio.gather(published, started_over)
    assert histories == [[1]]
