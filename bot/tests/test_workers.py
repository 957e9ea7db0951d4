"""Workers forked from one parent: replaced when killed, and ended with it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Each worker leaves a file that tells its number, then does what the test wants.
PROGRAM = """
import os, signal, sys, time
from pathlib import Path
from bot.workers import run_workers

def work(index):
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    Path(sys.argv[1], f"{index}.new").write_text(str(os.getpid()))
    Path(sys.argv[1], f"{index}.new").rename(Path(sys.argv[1], f"{index}.pid"))
    TASK

run_workers(2, work)
"""
WAIT = "signal.sigwait({signal.SIGTERM})"
TIMEOUT_S = 10.0


class Workers:
    """A running parent and its two workers."""

    def __init__(self, directory: Path, task: str) -> None:
        self._directory = directory
        self.parent = subprocess.Popen(
            [sys.executable, "-c", PROGRAM.replace("TASK", task), str(directory)],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
        )

    def pid(self, index: int) -> int | None:
        """The number of the last worker with that index, None if there was none."""
        file = self._directory / f"{index}.pid"
        return int(file.read_text()) if file.exists() else None

    def pids(self) -> list[int]:
        """The numbers of both workers, once they run."""
        wait_until(lambda: self.pid(0) is not None and self.pid(1) is not None)
        return [pid for pid in (self.pid(0), self.pid(1)) if pid is not None]


def wait_until(true: Callable[[], bool]) -> float:
    """Returns after how many seconds it was true."""
    started = time.monotonic()
    while not true():
        assert time.monotonic() - started < TIMEOUT_S
        time.sleep(0.01)
    return time.monotonic() - started


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # One that ended and that nobody has waited for yet.
    return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[Workers]:
    workers = Workers(tmp_path, WAIT)
    yield workers
    workers.parent.terminate()
    workers.parent.communicate(timeout=TIMEOUT_S)


def test_a_killed_worker_is_replaced_within_a_second_and_the_other_one_goes_on(
    workers: Workers,
) -> None:
    first, second = workers.pids()
    os.kill(first, signal.SIGKILL)
    assert wait_until(lambda: workers.pid(0) != first) < 1.0
    assert workers.pid(1) == second
    assert is_alive(second)


def test_a_parent_that_is_killed_takes_its_workers_with_it(workers: Workers) -> None:
    pids = workers.pids()
    workers.parent.kill()
    wait_until(lambda: not any(is_alive(pid) for pid in pids))


def test_it_waits_for_what_the_workers_still_do(tmp_path: Path) -> None:
    slow = f"{WAIT}; time.sleep(0.5); Path(sys.argv[1], f'{{index}}.done').touch()"
    workers = Workers(tmp_path, slow)
    workers.pids()
    workers.parent.terminate()
    workers.parent.communicate(timeout=TIMEOUT_S)
    assert workers.parent.returncode == 0
    assert len(list(tmp_path.glob("*.done"))) == 2


def test_a_worker_that_fails_ends_them_all_and_says_why(tmp_path: Path) -> None:
    workers = Workers(tmp_path, f"if index: raise ValueError('no database')\n    {WAIT}")
    _, said = workers.parent.communicate(timeout=TIMEOUT_S)
    assert workers.parent.returncode == 1
    assert "no database" in said
    first = workers.pid(0)
    assert first is None or not is_alive(first)
