"""`python -m bot`: the dialogue engine. SIGHUP has it load the newest model without a gap."""

import asyncio
import logging
import sys

from bot.generations import STATE_FILE, Generations, bound_sockets, engine_command
from bot.settings import LOOPBACK, EngineSettings


def main() -> int:
    """Runs the engine until interrupted."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    settings = EngineSettings.from_environment()
    data = settings.tracker_database.parent
    data.mkdir(parents=True, exist_ok=True)
    sockets = bound_sockets(LOOPBACK, settings.port, settings.workers)
    return asyncio.run(Generations(engine_command(), sockets, data / STATE_FILE).run())


if __name__ == "__main__":
    sys.exit(main())
