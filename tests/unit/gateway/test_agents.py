"""Agents' accounts: the command, and what the store keeps of passwords and sessions."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text

from gateway.desk import agents as agents_module
from gateway.desk.agents import Agents
from tests.gateway.stores import STORE_KEY, open_store, store_config


@pytest.fixture
def store(tmp_path: Path) -> str:
    """The URL of a fresh store."""
    url = f"sqlite+aiosqlite:///{tmp_path / 'gateway.db'}"
    command.upgrade(store_config(url), "head")
    return url


def add(store: str, login: str, password: str) -> subprocess.CompletedProcess[str]:
    """Run the command with this password on its standard input."""
    return subprocess.run(
        [sys.executable, "-m", "gateway.desk.agents", "add", login, "Camille Roy"],
        input=password,
        env=os.environ | {"ASSISTANT_DATABASE_URL": store, "ASSISTANT_STORE_KEY": STORE_KEY},
        capture_output=True,
        text=True,
        check=False,
    )


async def test_a_given_password(store: str) -> None:
    made = add(store, "Camille", "un mot de passe assez long\n")
    assert (made.returncode, made.stdout) == (0, "Camille: added\n")
    database = open_store(store)
    signed_in = await Agents(database).sign_in("camille", "un mot de passe assez long")
    assert signed_in is not None
    async with database.read() as session:
        stored = (await session.execute(text("SELECT * FROM agents"))).one()
    assert "un mot de passe" not in str(stored)
    assert stored.password_hash.startswith("$argon2id$")
    await database.close()


async def test_a_name_is_what_it_looks_like(store: str) -> None:
    database = open_store(store)
    await Agents(database).add(
        "camille", " Ca\u200bmille\u202e\n Roy ", "un mot de passe assez long"
    )
    async with database.read() as session:
        [name] = (await session.execute(text("SELECT name FROM agents"))).one()
    assert name == "Camille Roy"
    await database.close()


async def test_a_generated_password(store: str) -> None:
    password = add(store, "camille", "").stdout.strip()
    database = open_store(store)
    assert await Agents(database).sign_in("camille", password) is not None
    await database.close()


def test_refusals(store: str) -> None:
    assert add(store, "camille", "").returncode == 0
    again = add(store, "CAMILLE", "")
    assert (again.returncode, again.stdout) == (1, "")
    assert "exists already" in again.stderr
    short = add(store, "dominique", "court\n")
    assert short.returncode == 2
    assert "court" not in short.stderr.replace("characters", "")


async def test_a_session_ends_by_itself(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    database = open_store(store)
    agents = Agents(database)
    await agents.add("camille", "Camille", "un mot de passe assez long")
    monkeypatch.setattr(agents_module, "SESSION_LIFETIME", timedelta(seconds=-1))
    signed_in = await agents.sign_in("camille", "un mot de passe assez long")
    assert signed_in is not None
    assert await agents.access_session(signed_in[0]) is None
    await database.close()
