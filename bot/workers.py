"""Worker processes, forked from one that has loaded everything: what it holds is there once.

The parent must have no thread, event loop, connection or database open: a fork would share them.
Must know nothing of what the workers do.
"""

import ctypes
import gc
import logging
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable

_WATCHED = {signal.SIGCHLD, signal.SIGTERM, signal.SIGINT}
# Between a worker's end and its successor's start, so that one that always dies takes no core.
_PAUSE_S = 0.2
_PR_SET_PDEATHSIG = 1

_logger = logging.getLogger(__name__)


def run_workers(count: int, work: Callable[[int], None]) -> None:
    """Runs `work(0)` to `work(count - 1)`, each in a process, until SIGTERM or SIGINT.

    Those are passed on as SIGTERM, and all workers awaited. A worker that is killed is replaced; if
    this process is killed, so are they (on Linux).

    Raises:
        SystemExit: a worker ended by itself, as another one would too; all were ended.
    """
    # What exists now is never collected, so that collections don't write to the shared memory.
    gc.collect()
    gc.freeze()
    # Blocked, they wait for sigwait: none is missed between two of them.
    signal.pthread_sigmask(signal.SIG_BLOCK, _WATCHED)
    workers = {_fork(index, work): index for index in range(count)}
    try:
        while signal.sigwait(_WATCHED) is signal.SIGCHLD:
            for index, status in [(workers.pop(pid), status) for pid, status in _ended()]:
                if os.WIFEXITED(status):
                    raise SystemExit(f"worker {index} ended with {os.WEXITSTATUS(status)}")
                _logger.error("worker %d was killed by signal %d", index, os.WTERMSIG(status))
                time.sleep(_PAUSE_S)
                workers[_fork(index, work)] = index
    finally:
        for pid in workers:
            os.kill(pid, signal.SIGTERM)
        for pid in workers:
            os.waitpid(pid, 0)


def _ended() -> list[tuple[int, int]]:
    """Returns the processes that have ended, with their statuses; signals of two may be one."""
    ended = []
    try:
        while (child := os.waitpid(-1, os.WNOHANG))[0]:
            ended.append(child)
    except ChildProcessError:
        pass
    return ended


def _fork(index: int, work: Callable[[int], None]) -> int:
    parent = os.getpid()
    if pid := os.fork():
        return pid
    status = 1
    try:
        end_with(parent)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _WATCHED)
        work(index)
        status = 0
    except KeyboardInterrupt:
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        # Not sys.exit: what the parent does at its end is not the worker's to do.
        os._exit(status)


def end_with(parent: int) -> None:
    """Has this process killed as soon as its parent dies (on Linux).

    Raises:
        SystemExit: the parent is dead already.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        raise SystemExit("the parent died before")
