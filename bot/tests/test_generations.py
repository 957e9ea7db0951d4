"""Generations of the engine: the next one takes over only once it serves."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MASTER = """
import asyncio, sys
from pathlib import Path
from bot.generations import Generations, bound_sockets

directory = Path(sys.argv[1])
sockets = bound_sockets("127.0.0.1", int(sys.argv[2]), 2)
command = [sys.executable, str(directory / "generation.py"), str(directory)]
sys.exit(asyncio.run(Generations(command, sockets, directory / "engine.json").run()))
"""
# As engine.py, with a word in place of a model, which each connection gets.
GENERATION = """
import asyncio, os, signal, socket, sys
from pathlib import Path
from bot.workers import end_with

async def serve(word, ready, files):
    async def answer(_, writer):
        writer.write(word)
        writer.close()
        await writer.wait_closed()

    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    servers = []
    for number, file in enumerate(files):
        servers.append(await asyncio.start_server(answer, sock=socket.socket(fileno=int(file))))
        os.write(int(ready), bytes([number]))
    await stopped.wait()
    for server in servers:
        server.close()
    await asyncio.sleep(0.1)

directory, parent, ready, *files = sys.argv[1:]
end_with(int(parent))
word = Path(directory, "word").read_bytes()
if word == b"broken":
    raise SystemExit(3)
asyncio.run(serve(word, ready, files))
"""
TIMEOUT_S = 10.0


class Engine:
    """A running master, and what its generations answer."""

    def __init__(self, directory: Path, word: str = "first") -> None:
        self._directory = directory
        self.word = directory / "word"
        self.word.write_text(word)
        (directory / "generation.py").write_text(GENERATION)
        self.port = _free_ports()
        self.master = subprocess.Popen(
            [sys.executable, "-c", MASTER, str(directory), str(self.port)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def state(self) -> dict[str, object]:
        """What the master says of itself; empty before it serves."""
        file = self._directory / "engine.json"
        state: dict[str, object] = json.loads(file.read_text()) if file.exists() else {}
        return state

    def ask(self) -> str:
        """The word of whoever answers."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=TIMEOUT_S) as connection:
            return connection.recv(100).decode()

    def reload(self, word: str) -> None:
        """Has it load another word, or try to; returns once that is over."""
        tries = self.state()["tries"]
        self.word.write_text(word)
        self.master.send_signal(signal.SIGHUP)
        wait_until(lambda: self.state().get("tries") != tries)


def _free_ports() -> int:
    """Returns the first of two consecutive ports that nobody has."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = int(first.getsockname()[1])
            with suppress(OSError):
                second.bind(("127.0.0.1", port + 1))
                return port


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + TIMEOUT_S
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = Engine(tmp_path)
    wait_until(lambda: bool(engine.state()))
    yield engine
    engine.master.kill()
    engine.master.wait()


def test_the_next_one_answers_on_the_same_ports(engine: Engine) -> None:
    assert engine.ask() == "first"
    engine.reload("second")
    assert {engine.ask() for _ in range(20)} == {"second"}
    assert engine.state()["loaded"] is True


def test_one_that_cannot_load_changes_nothing(engine: Engine) -> None:
    engine.reload("broken")
    assert engine.state()["loaded"] is False
    assert engine.ask() == "first"
    engine.reload("second")
    assert engine.ask() == "second"


def test_every_connection_made_meanwhile_is_answered(engine: Engine) -> None:
    given: list[str] = []
    tries = engine.state()["tries"]
    engine.word.write_text("second")
    engine.master.send_signal(signal.SIGHUP)
    while engine.state().get("tries") == tries or given[-1] != "second":
        given.append(engine.ask())
    assert set(given) == {"first", "second"}


def test_the_first_one_must_load(tmp_path: Path) -> None:
    assert Engine(tmp_path, "broken").master.wait(TIMEOUT_S) == 1


def test_a_generation_that_ends_by_itself_ends_the_engine(engine: Engine) -> None:
    [child] = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(engine.master.pid)],
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    os.kill(int(child), signal.SIGKILL)
    assert engine.master.wait(TIMEOUT_S) == 1
    assert not engine.state()


def test_it_ends_with_what_it_started(engine: Engine) -> None:
    engine.master.terminate()
    assert engine.master.wait(TIMEOUT_S) == 0
    with pytest.raises(ConnectionRefusedError):
        engine.ask()


def test_killed_it_takes_the_generation_with_it(engine: Engine) -> None:
    engine.master.kill()
    engine.master.wait()

    def is_refused() -> bool:
        try:
            engine.ask()
        except ConnectionRefusedError:
            return True
        except ConnectionResetError:
            pass
        return False

    wait_until(is_refused)
