"""An engine of several workers: a conversation always goes to the same one."""

from collections.abc import AsyncIterator

import pytest

from gateway.engine import Engine
from gateway.metrics import Metrics
from tests.gateway.fake_engine import SECRET, FakeEngine
from tests.ports import free_block

CONVERSATIONS = [f"conversation-{i}" for i in range(24)]


@pytest.fixture
async def workers() -> AsyncIterator[list[FakeEngine]]:
    first = free_block(3)
    workers = [FakeEngine() for _ in range(3)]
    for i, worker in enumerate(workers):
        worker.port = first + i
        await worker.start()
    yield workers
    for worker in workers:
        await worker.stop()


async def ask(engine: Engine, conversation: str, message: str) -> None:
    await engine.ask(conversation, message, text="allo", payload=None, client_key=conversation)


def conversations(worker: FakeEngine) -> set[str]:
    return {request["metadata"]["client_key"] for request in worker.requests}


async def test_each_conversation_has_its_worker_and_all_of_them_work(
    workers: list[FakeEngine],
) -> None:
    for message in ("m1", "m2"):
        # A gateway that has restarted in between sends it to the same one.
        async with Engine(workers[0].url, SECRET, 3, Metrics()) as engine:
            for conversation in CONVERSATIONS:
                await ask(engine, conversation, message)
    of_workers = [conversations(worker) for worker in workers]
    assert all(of_workers)
    assert sum(len(of_one) for of_one in of_workers) == len(CONVERSATIONS)


async def test_it_is_forgotten_where_it_was_held(workers: list[FakeEngine]) -> None:
    async with Engine(workers[0].url, SECRET, 3, Metrics()) as engine:
        for conversation in CONVERSATIONS:
            await ask(engine, conversation, "m1")
            await engine.forget(conversation)
    for worker in workers:
        assert set(worker.forgotten) == conversations(worker)


async def test_the_engine_is_ready_once_all_of_them_are(workers: list[FakeEngine]) -> None:
    async with Engine(workers[0].url, SECRET, 3, Metrics()) as engine:
        assert await engine.is_ready()
        workers[2].ready = False
        assert not await engine.is_ready()
