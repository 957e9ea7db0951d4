"""From a line that was not understood to the running assistant that understands it.

Takes as long as a training and two evaluations, so it is run by name only:
`script/test tests/learning`. It works in a copy of the checkout, whose data it changes.
"""

import asyncio
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.faults.client import conversation
from tests.running_system import ROOT, RunningSystem

ENVIRONMENTS = (".venv", "bot/.venv", ".tools")
INBOX = "/bureau/api/gestion/incompris"
# As three clients put it; nobody had.
LINES = (
    "le portail me r'vire de bord",
    "ça me r'vire de bord drette en rentrant",
    "votre affaire me r'vire de bord à tout coup",
)
MEANT = "connexion_impossible"
# A training and two evaluations take four minutes on an idle machine, many more on a busy one.
RETRAIN_SECONDS = 1800
TALKERS = 4


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this checkout, with its environments and its newest model."""
    copy = tmp_path_factory.mktemp("checkout")
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file() and not (ROOT / name).is_symlink():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
    for name in ENVIRONMENTS:
        (copy / name).symlink_to((ROOT / name).resolve())
    newest = max((ROOT / "models").glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    (copy / "models").mkdir()
    shutil.copy2(newest, copy / "models")
    # What is trained from is found by git.
    subprocess.run(["git", "init", "--quiet"], cwd=copy, check=True)
    return copy


@pytest.fixture(scope="module")
def running(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSystem]:
    system = RunningSystem(tmp_path_factory.mktemp("learning"), root=checkout)
    # The copy's own.
    del system.environment["ASSISTANT_TRAINING_DIR"]
    with system.run():
        yield system


@asynccontextmanager
async def manager(system: RunningSystem) -> AsyncIterator[aiohttp.ClientSession]:
    """The demo's agent, made a manager, signed in."""
    with closing(sqlite3.connect(system.data_dir / "gateway.db", timeout=10)) as store, store:
        store.execute("UPDATE agents SET role = 'manager'")
    async with aiohttp.ClientSession(
        system.gateway_url,
        headers={"Origin": system.gateway_url},
        cookie_jar=aiohttp.CookieJar(unsafe=True),
    ) as http:
        credentials = {"login": system.agent_login, "password": system.agent_password}
        async with http.post("/bureau/api/session", json=credentials) as response:
            assert response.status == 200
        yield http


async def said(system: RunningSystem, line: str) -> str:
    """What a fresh client's line is answered with."""
    async with conversation(system.gateway_url, "127.0.0.1") as client:
        return " ".join(await client.say(line))


async def retrain(system: RunningSystem) -> None:
    """Run script/retrain; its lines are shown."""
    process = await asyncio.create_subprocess_exec(
        "script/retrain", cwd=system.root, env=system.environment, stdout=sys.stderr
    )
    try:
        async with asyncio.timeout(RETRAIN_SECONDS):
            assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.terminate()


async def label(system: RunningSystem) -> list[dict[str, Any]]:
    """Accept all LINES in the inbox; what was there of them."""
    async with manager(system) as http:
        async with http.get(INBOX) as response:
            groups = (await response.json())["groups"]
        lines = [line for group in groups for line in group if line["text"] in LINES]
        accepted = [{"id": line["id"], "text": line["text"]} for line in lines]
        decision = {"decision": "accept", "intent": MEANT, "lines": accepted}
        async with http.post(INBOX, json=decision) as response:
            assert response.status == 200
            assert await response.json() == {"written": len(LINES)}
    return lines


async def test_an_unknown_phrase_is_learnt_while_clients_talk(running: RunningSystem) -> None:
    understood = await said(running, "je n'arrive pas à me connecter")
    for line in LINES:
        assert await said(running, line) != understood

    lines = await label(running)
    assert sorted(line["text"] for line in lines) == sorted(LINES)
    assert {line["cause"] for line in lines} == {"fallback"}

    retrained = asyncio.Event()
    odd: list[str] = []

    async def talk(number: int) -> None:
        while not retrained.is_set():
            async with conversation(running.gateway_url, f"127.3.1.{number + 1}") as client:
                for line in ("mdp oublié", "oui svp", "AB123456", "Jean", "Tremblay", "annuler"):
                    if not await client.say(line):
                        odd.append("no answer")
                    await asyncio.sleep(0.5)
                if client.waits:
                    odd.append("an apology")
            odd.extend(client.oddities)

    talkers = [asyncio.create_task(talk(number)) for number in range(TALKERS)]
    try:
        await retrain(running)
    finally:
        retrained.set()
    await asyncio.gather(*talkers)

    assert odd == []
    for line in LINES:
        assert await said(running, line) == understood
