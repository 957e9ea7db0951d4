"""`python -m bot`: the dialogue engine."""

# First of all imports: it scans every loaded module, which takes seconds once Rasa is there.
import skops.io  # noqa: F401  isort: skip

import asyncio
import contextlib
import logging
import warnings

from rasa.utils.log_utils import configure_structlog

from bot.server import serve
from bot.settings import EngineSettings


def main() -> None:
    """Runs the engine until interrupted."""
    warnings.filterwarnings("ignore")
    # Rasa logs what clients write at debug and info.
    configure_structlog(logging.WARNING)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    logging.getLogger("bot").setLevel(logging.INFO)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(EngineSettings.from_environment()))


if __name__ == "__main__":
    main()
