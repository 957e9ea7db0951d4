"""`python -m bot`: the dialogue engine."""

import os

# A line is too short for several threads to help, and a process with threads should not fork.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import asyncio
import logging
import warnings

from rasa.utils.log_utils import configure_structlog

from bot.actions_endpoint import ActionsEndpoint
from bot.server import serve
from bot.settings import EngineSettings
from bot.tracker_store import TrackerStore
from bot.turns import Dialogue, TurnProcessor
from bot.workers import run_workers


def main() -> None:
    """Loads the model and runs the workers until interrupted."""
    warnings.filterwarnings("ignore")
    # Rasa logs what clients write at debug and info.
    configure_structlog(logging.WARNING)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    logging.getLogger("bot").setLevel(logging.INFO)
    settings = EngineSettings.from_environment()
    settings.tracker_database.parent.mkdir(parents=True, exist_ok=True)
    # Made before the workers, which would get in each other's way over it.
    TrackerStore(settings.tracker_database).close()
    actions = ActionsEndpoint(settings.actions_url, settings.actions_secret)
    processor = TurnProcessor(str(settings.models), actions)

    async def work(index: int) -> None:
        store = TrackerStore(settings.tracker_database)
        try:
            await serve(Dialogue(processor, store), settings.secret, settings.port + index)
        finally:
            await actions.close()
            store.close()

    run_workers(settings.workers, lambda index: asyncio.run(work(index)))


if __name__ == "__main__":
    main()
