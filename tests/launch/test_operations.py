"""What operators do to a system that people use: back it up, restart it, restore it."""

import asyncio
import os
import sqlite3
import subprocess
from contextlib import closing
from functools import partial
from pathlib import Path
from uuid import uuid4

import aiohttp
import pytest
import socketio

from tests.gateway import clients, waiting
from tests.gateway.clients import Tab, fresh_cookie
from tests.gateway.waiting import eventually
from tests.running_system import ROOT, RunningSystem

TIMEOUT_S = 180
# Longer than a restart takes.
CHAT_PATIENCE_S = 120
PAUSE_S = 0.5
ENGINE_PATIENCE_S = 30.0


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real engine, just started, takes longer than a fake one."""
    for module in (clients, waiting):
        monkeypatch.setattr(module, "PATIENCE_SECONDS", ENGINE_PATIENCE_S)


def run(system: RunningSystem, *command: str) -> "subprocess.CompletedProcess[str]":
    """One of the scripts, from a shell that knows nothing but where the data is."""
    shell = {name: value for name, value in os.environ.items() if "ASSISTANT" not in name}
    return subprocess.run(
        [ROOT / "script" / command[0], *command[1:]],
        cwd=system.data_dir,
        env={**shell, "ASSISTANT_DATA_DIR": str(system.data_dir)},
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )


def statuses(system: RunningSystem) -> set[str]:
    """What has become of the client messages."""
    with closing(sqlite3.connect(system.data_dir / "gateway.db")) as store:
        return {status for (status,) in store.execute("SELECT status FROM turns")}


async def is_settled(system: RunningSystem) -> bool:
    return "pending" not in statuses(system)


async def transcript(tab: Tab) -> list[tuple[str, str]]:
    """What the gateway shows a browser that comes back."""
    again = Tab(tab.url, tab.cookie, tab.origin)
    await again.connect()
    await again.until(lambda: again.named("history"))
    await again.close()
    return [(message["from"]["kind"], message["text"]) for message in again.messages]


async def open_tab(system: RunningSystem) -> Tab:
    cookie = await fresh_cookie(system.gateway_url, system.portal_url)
    tab = Tab(system.gateway_url, cookie, system.portal_url)
    await tab.connect()
    await tab.until(lambda: tab.named("history"))
    return tab


async def chat(tab: Tab, enough: asyncio.Event) -> list[str]:
    """Write line after line, as a widget does: what wasn't acknowledged is sent again."""
    connected = tab
    lines: list[str] = []
    while not enough.is_set():
        line, message_id = f"bonjour {len(lines) + 1}", str(uuid4())
        lines.append(line)
        async with asyncio.timeout(CHAT_PATIENCE_S):
            while True:
                try:
                    if not connected.sio.connected:
                        connected = Tab(tab.url, tab.cookie, tab.origin)
                        await connected.connect()
                    answer = await connected.send(line, message_id)
                except (socketio.exceptions.SocketIOError, aiohttp.ClientError):
                    await asyncio.sleep(PAUSE_S)
                    continue
                if answer["ok"]:
                    break
                await asyncio.sleep(PAUSE_S)
        await asyncio.sleep(PAUSE_S)
    await connected.close()
    return lines


async def test_a_restart_while_a_client_writes_loses_and_doubles_nothing(tmp_path: Path) -> None:
    system = RunningSystem(tmp_path)
    with system.run():
        tab = await open_tab(system)
        enough = asyncio.Event()
        chatting = asyncio.create_task(chat(tab, enough))
        await asyncio.sleep(2)

        restarted = await asyncio.to_thread(run, system, "restart")

        assert restarted.returncode == 0, restarted.stderr
        await asyncio.sleep(2)
        enough.set()
        lines = await chatting
        await eventually(partial(is_settled, system))
        shown = await transcript(tab)
        assert [text for kind, text in shown if kind == "client"] == lines
        assert statuses(system) == {"answered"}
        await tab.close()


def test_only_the_assistant_is_told_to_restart(tmp_path: Path) -> None:
    system = RunningSystem(tmp_path)
    assert run(system, "restart").returncode == 1
    # What a killed one leaves behind may be anybody's number by now.
    with subprocess.Popen(["sleep", "60"]) as somebody:
        (tmp_path / "launch.pid").write_text(str(somebody.pid))
        refused = run(system, "restart")
        assert (refused.returncode, "does not run" in refused.stderr) == (1, True)
        assert somebody.poll() is None
        somebody.kill()


async def test_a_conversation_is_there_after_a_restore(tmp_path: Path) -> None:
    system, backup = RunningSystem(tmp_path / "data"), tmp_path / "backup"
    system.data_dir.mkdir()
    with system.run():
        tab = await open_tab(system)
        await tab.say("je n’ai rien reçu")
        before = await transcript(tab)

        made = run(system, "backup", str(backup))
        assert made.returncode == 0, made.stderr
        assert "gateway.db, tracker.db" in made.stdout
        assert oct(backup.stat().st_mode)[-3:] == "700"
        again = run(system, "backup", str(backup))
        assert (again.returncode, "exists" in again.stderr) == (1, True)
        refused = run(system, "restore", str(backup))
        assert (refused.returncode, "in use" in refused.stderr) == (1, True)

        await tab.say("une ligne que la copie n’a pas")
        await tab.close()
    restored = run(system, "restore", str(backup))
    assert restored.returncode == 0, restored.stderr
    with system.run():
        assert await transcript(tab) == before
        resumed = Tab(tab.url, tab.cookie, tab.origin)
        await resumed.connect()
        await resumed.until(lambda: resumed.named("history"))
        assert await resumed.say("toujours rien")
        await resumed.close()


def test_a_damaged_copy_is_refused(tmp_path: Path) -> None:
    system, backup = RunningSystem(tmp_path), tmp_path / "backup"
    with closing(sqlite3.connect(tmp_path / "gateway.db")) as store:
        store.execute("CREATE TABLE t AS SELECT randomblob(50000)")
        store.commit()
    assert run(system, "backup", "backup").returncode == 0
    copy = backup / "gateway.db"
    copy.write_bytes(copy.read_bytes()[:20_000])
    kept = (tmp_path / "gateway.db").read_bytes()
    refused = run(system, "restore", "backup")
    assert refused.returncode == 1
    assert (tmp_path / "gateway.db").read_bytes() == kept
