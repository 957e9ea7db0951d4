"""`python -m bot.engine PARENT READY SOCKET…`: a generation of the engine (generations.py).

PARENT is the process it ends with; READY a pipe that gets the number of each worker once it serves,
as a byte; each SOCKET a worker's, bound. They are numbers of open files.
"""

import os

# A line is too short for several threads to help, and a process with threads should not fork.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import asyncio
import logging
import socket
import sys
import warnings
from contextlib import suppress

from rasa.utils.log_utils import configure_structlog

from bot.actions_endpoint import ActionsEndpoint
from bot.server import serve
from bot.settings import EngineSettings
from bot.tracker_store import TrackerStore
from bot.turns import Dialogue, TurnProcessor
from bot.workers import end_with, run_workers


def main(parent: int, ready: int, *files: int) -> None:
    """Loads the model and runs the workers until interrupted."""
    end_with(parent)
    warnings.filterwarnings("ignore")
    # Rasa logs what clients write at debug and info.
    configure_structlog(logging.WARNING)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    logging.getLogger("bot").setLevel(logging.INFO)
    settings = EngineSettings.from_environment()
    # Made before the workers, which would get in each other's way over it.
    TrackerStore(settings.tracker_database).close()
    actions = ActionsEndpoint(settings.actions_url, settings.actions_secret)
    processor = TurnProcessor(str(settings.models), actions)

    async def work(index: int) -> None:
        for other in files:
            if other != files[index]:
                os.close(other)

        def tell_ready() -> None:
            # Nobody listens any more if this is the successor of a killed worker.
            with suppress(BrokenPipeError):
                os.write(ready, bytes([index]))
            os.close(ready)

        store = TrackerStore(settings.tracker_database)
        try:
            listening = socket.socket(fileno=files[index])
            await serve(Dialogue(processor, store), settings.secret, listening, tell_ready)
        finally:
            await actions.close()
            store.close()

    run_workers(len(files), lambda index: asyncio.run(work(index)))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
