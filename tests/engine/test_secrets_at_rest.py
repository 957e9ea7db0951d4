"""On the whole system, what clients write is in no file in clear once it is erased or too old.

Before that, only the engine's tracker has it, which is erased with it or a day after the last turn.
The sandbox stands in for the portal and its mail: what it has is not ours.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.gateway import clients
from tests.gateway.clients import Tab
from tests.gateway.test_secrets_at_rest import SEEDS, forms
from tests.running_system import RunningSystem

NAME = "Zacharie Quévillon"
LINES = (
    NAME,
    "renvoyez-moi le courriel svp",
    "non",
    f"QZ918273 {NAME}",
    "non, mon prénom c'est Zacharie-Élie",
    "ma carte 4539 5787 6362 1486",
    "mon nas c'est 046 454 286",
    "le lien https://portail.example/portail/reinitialisation?jeton=Zx81kd92jf01ksl2mcq8 va pas",
    "mon mot de passe est Cerisier-4471",
    "écrivez-moi à zq@exemple-prive.ca ou au 581 555-0142",
)
ERASE = ("effacez mes données", "oui, effacez")
NOT_OURS = ("sandbox",)
PATIENCE_S = 30


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSystem]:
    """A system of its own: no other module's words are in its files."""
    with RunningSystem(tmp_path_factory.mktemp("secrets")).run() as running:
        yield running


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole system answers later than a fake engine."""
    monkeypatch.setattr(clients, "PATIENCE_SECONDS", PATIENCE_S)


def in_clear(data_dir: Path, *, but_for: tuple[str, ...] = ()) -> set[str]:
    """Which values stand in clear in which database file or log of ours."""
    return {
        f"{seed} in {path.name}"
        for path in data_dir.rglob("*")
        if path.is_file() and not path.name.startswith(NOT_OURS + but_for)
        for content in [path.read_bytes()]
        for seed in SEEDS
        if any(form in content for form in forms(seed))
    }


async def converse(system: RunningSystem) -> Tab:
    """A client's tab, in which every line has been said and answered."""
    tab = await Tab.open(system.gateway_url, origin=system.portal_url)
    for line in LINES:
        await tab.say(line)
    return tab


def until_clear(data_dir: Path) -> None:
    """Waits until nothing is in clear. Fails with what still is."""
    deadline = time.monotonic() + PATIENCE_S
    # Read twice: what a log's emptying moves into the database meanwhile is missed in both.
    while (found := in_clear(data_dir) | in_clear(data_dir)) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert found == set()


async def test_erased_on_the_clients_word(system: RunningSystem) -> None:
    tab = await converse(system)
    assert in_clear(system.data_dir, but_for=("tracker.db",)) == set()
    # The search sees what is there.
    assert in_clear(system.data_dir) != set()
    for line in ERASE:
        await tab.say(line)
    await tab.close()
    assert in_clear(system.data_dir) == set()


async def test_too_old_to_be_kept(system: RunningSystem) -> None:
    tab = await converse(system)
    await tab.close()
    age(system, "UPDATE messages SET at = datetime(at, '-31 days')")
    system.kill_and_wait("gateway")
    until_clear(system.data_dir)
    assert messages(system) == 0


async def test_the_engine_a_day_after_the_last_turn(system: RunningSystem) -> None:
    tab = await converse(system)
    await tab.close()
    age(system, "UPDATE conversations SET engine_told_at = datetime(engine_told_at, '-25 hours')")
    age(system, "DELETE FROM follow_ups")
    system.kill_and_wait("gateway")
    until_clear(system.data_dir)
    assert messages(system) > len(LINES)


def messages(system: RunningSystem) -> int:
    """How many messages are stored."""
    with closing(sqlite3.connect(system.data_dir / "gateway.db")) as store:
        return int(store.execute("SELECT count(*) FROM messages").fetchone()[0])


def age(system: RunningSystem, statement: str) -> None:
    """Changes the gateway's store behind its back."""
    with closing(sqlite3.connect(system.data_dir / "gateway.db", timeout=10)) as store, store:
        store.execute(statement)
