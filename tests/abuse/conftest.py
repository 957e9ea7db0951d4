"""The gateway of tests/gateway, and a bystander who must not notice what is done to it."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.abuse.bystander import Bystander
from tests.gateway.clients import Tab
from tests.gateway.conftest import (
    data_dir,
    engine,
    gateway,
    migrated_store,
    open_desk,
    open_tab,
    tab,
)
from tests.gateway.running import RunningGateway
from tests.gateway.waiting import eventually

__all__ = ["data_dir", "engine", "gateway", "migrated_store", "open_desk", "open_tab", "tab"]


PASSING_TASKS = {
    # A connection kept for reuse.
    "RequestHandler.start",
    # Engine.IO's timers: a socket's outlives it by up to 25 s, the other looks after all sockets.
    "AsyncSocket._send_ping",
    "AsyncServer._service_task",
}


@pytest.fixture(autouse=True)
async def bystander(gateway: RunningGateway) -> AsyncIterator[Bystander]:
    """Somebody else's conversation; it must go on after each test, with no task left behind."""
    idle_tasks = task_count()
    other = Bystander(await Tab.open(gateway.url))
    await other.talk()
    yield other
    await other.talk()
    await other.assert_untouched()
    await other.close()

    async def calm() -> bool:
        return task_count() <= idle_tasks

    await eventually(calm)


def task_count() -> int:
    """How many tasks run here, the gateway's and the clients', but for the passing ones."""
    names = [getattr(task.get_coro(), "__qualname__", "") for task in asyncio.all_tasks()]
    return len([name for name in names if name not in PASSING_TASKS])
