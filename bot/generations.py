"""The engine's generations: the process that serves, and the one that is to take its place.

This process loads nothing: it binds the workers' ports, has a child load the newest model and serve
(engine.py), and on SIGHUP has another one do the same. Only once every worker of that one serves is
the former told to end; one that can't load changes nothing. Must know nothing of models or turns.
"""

import asyncio
import json
import logging
import os
import signal
import socket
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# A model loads in three seconds on an idle machine, in many more on a busy one.
LOAD_TIMEOUT_S = 120.0
# Above what a turn may take (server.py).
END_TIMEOUT_S = 12.0
# In the data directory while the engine serves: who is to be told to reload, and how that went.
STATE_FILE = "engine.json"

_logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Generation:
    process: asyncio.subprocess.Process
    # Whether all of its workers serve; False if it ended before.
    ready: "asyncio.Task[bool]"
    ended: "asyncio.Task[int]"


class Generations:
    """Runs one generation after the other, over the same sockets."""

    def __init__(self, command: Sequence[str], sockets: Sequence[socket.socket], state: Path):
        """`command` runs a generation (engine.py says what is added to it); `sockets` are bound."""
        self._command = command
        self._sockets = sockets
        self._state = state
        self._running: list[_Generation] = []
        self._tries = 0

    async def run(self) -> int:
        """Runs until SIGTERM or SIGINT, or until the generation that serves ends by itself.

        Returns the exit status of the whole.
        """
        loop = asyncio.get_running_loop()
        stop, reload = asyncio.Event(), asyncio.Event()
        for ending in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(ending, stop.set)
        loop.add_signal_handler(signal.SIGHUP, reload.set)
        stopped = asyncio.create_task(stop.wait())
        try:
            return await self._run(stopped, reload)
        finally:
            self._state.unlink(missing_ok=True)
            await asyncio.gather(*(self._end(each) for each in list(self._running)))

    async def _run(self, stopped: "asyncio.Task[bool]", reload: asyncio.Event) -> int:
        serving: _Generation | None = None
        while True:
            reload.clear()
            loading = await self._start()
            watched = [stopped, loading.ready, *([serving.ended] if serving else [])]
            await asyncio.wait(watched, timeout=LOAD_TIMEOUT_S, return_when=asyncio.FIRST_COMPLETED)
            if stopped.done():
                return 0
            if serving and serving.ended.done():
                return _failure(serving)
            loaded = loading.ready.done() and loading.ready.result()
            if loaded:
                former, serving = serving, loading
            else:
                former = loading
                _logger.error("the generation that loaded does not serve")
            if former:
                await self._end(former)
            if serving is None:
                return _failure(loading)
            self._note(loaded=loaded)
            wanted = asyncio.create_task(reload.wait())
            await asyncio.wait(
                [stopped, wanted, serving.ended], return_when=asyncio.FIRST_COMPLETED
            )
            if stopped.done():
                wanted.cancel()
                return 0
            if serving.ended.done():
                wanted.cancel()
                return _failure(serving)

    async def _start(self) -> _Generation:
        """Starts a generation. It inherits the sockets, so none of their connections is lost."""
        read_end, write_end = os.pipe()
        sockets = [each.fileno() for each in self._sockets]
        process = await asyncio.create_subprocess_exec(
            *self._command,
            *map(str, (os.getpid(), write_end, *sockets)),
            pass_fds=[write_end, *sockets],
        )
        os.close(write_end)
        generation = _Generation(
            process,
            ready=asyncio.create_task(_all_serve(read_end, len(sockets))),
            ended=asyncio.create_task(process.wait()),
        )
        self._running.append(generation)
        return generation

    async def _end(self, generation: _Generation) -> None:
        """Has a generation end its turns and itself."""
        if not generation.ended.done():
            generation.process.send_signal(signal.SIGTERM)
            await asyncio.wait([generation.ended], timeout=END_TIMEOUT_S)
        if not generation.ended.done():
            generation.process.kill()
        await generation.ended
        self._running.remove(generation)

    def _note(self, *, loaded: bool) -> None:
        self._tries += 1
        state = {"pid": os.getpid(), "tries": self._tries, "loaded": loaded}
        fresh = self._state.with_name(f"{self._state.name}.new")
        fresh.write_text(json.dumps(state), "utf-8")
        fresh.replace(self._state)


def bound_sockets(host: str, first_port: int, count: int) -> list[socket.socket]:
    """Returns sockets of consecutive ports that refuse connections until somebody listens."""
    sockets = []
    for port in range(first_port, first_port + count):
        bound = socket.socket()
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
        sockets.append(bound)
    return sockets


async def _all_serve(read_end: int, workers: int) -> bool:
    """Waits for a byte, its number, from each worker; the end of the pipe is their end."""
    reader = asyncio.StreamReader()
    # The transport reads and closes it.
    pipe = open(read_end, "rb", buffering=0)  # noqa: ASYNC230, SIM115
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), pipe
    )
    try:
        serving: set[bytes] = set()
        while len(serving) < workers and (number := await reader.read(1)):
            serving.add(number)
        return len(serving) == workers
    finally:
        transport.close()


def _failure(generation: _Generation) -> int:
    """A generation that ends by itself has failed, whatever it says."""
    _logger.error("ended with %s", generation.process.returncode)
    return 1


def engine_command() -> list[str]:
    """Returns the command of the generations."""
    return [sys.executable, "-m", "bot.engine"]
