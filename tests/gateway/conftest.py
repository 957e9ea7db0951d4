"""The running gateway, its fake engine and its people, for every test here."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from alembic import command
from argon2 import PasswordHasher

from gateway.desk import passwords
from tests.gateway.clients import Desk, Tab
from tests.gateway.fake_engine import FakeEngine, running_engine
from tests.gateway.running import RunningGateway
from tests.gateway.stores import store_config

OpenTab = Callable[[], Awaitable[Tab]]
OpenDesk = Callable[[str], Awaitable[Desk]]


@pytest.fixture(scope="session")
def migrated_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store at the newest migration, to copy."""
    path = tmp_path_factory.mktemp("store") / "gateway.db"
    command.upgrade(store_config(f"sqlite+aiosqlite:///{path}"), "head")
    return path


@pytest.fixture(scope="package", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Argon2 as it is, but for the tenth of a second that it takes on purpose."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=64))
        yield


@pytest.fixture
async def engine() -> AsyncIterator[FakeEngine]:
    async with running_engine() as fake:
        yield fake


@pytest.fixture
def data_dir(migrated_store: Path, tmp_path: Path) -> Path:
    """A directory with a fresh store."""
    shutil.copy(migrated_store, tmp_path / "gateway.db")
    return tmp_path


@pytest.fixture
async def gateway(data_dir: Path, engine: FakeEngine) -> AsyncIterator[RunningGateway]:
    running = RunningGateway(data_dir, engine.url)
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def open_tab(gateway: RunningGateway) -> AsyncIterator[OpenTab]:
    """Opens tabs on fresh conversations, and closes them in the end."""
    tabs: list[Tab] = []

    async def open_one() -> Tab:
        tabs.append(await Tab.open(gateway.url))
        return tabs[-1]

    yield open_one
    for tab in tabs:
        await tab.close()


@pytest.fixture
async def tab(open_tab: OpenTab) -> Tab:
    """A client's tab, greeted."""
    return await open_tab()


@pytest.fixture
async def open_desk(gateway: RunningGateway) -> AsyncIterator[OpenDesk]:
    """Opens the desk of a new agent, whose name is the capitalised login."""
    desks: list[Desk] = []

    async def open_one(login: str) -> Desk:
        await gateway.add_agent(login, login.capitalize())
        desks.append(await Desk.open(gateway.url, login))
        return desks[-1]

    yield open_one
    for desk in desks:
        await desk.close()
