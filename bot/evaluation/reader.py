"""A process that has nothing but a trained model loaded and reads lines with it.

`python -m bot.evaluation.reader MODEL LINES READINGS`: LINES is a JSON list of texts; READINGS is
written. Lines are parsed one by one as the engine does, so that the time of each and the memory of
the process are those of an engine. Runs in our environment and in stock Rasa's, so it imports
nothing but Rasa.
"""

import asyncio
import json
import logging
import resource
import sys
import time
import warnings
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent
from rasa.utils.log_utils import configure_structlog

# The first lines pay for what is made on first use.
_WARM_UP_LINES = 20
_KB_OF_A_MB = 1024
_FALLBACK = "nlu_fallback"


def main(model: str, lines: str, readings: str) -> None:
    """Reads the lines of one file and writes their readings to another."""
    warnings.filterwarnings("ignore")
    configure_structlog(logging.ERROR)
    logging.disable(logging.WARNING)
    # No text is a command (bot/turns.py).
    texts = [text.strip().lstrip("/ ") for text in json.loads(Path(lines).read_text("utf-8"))]
    result = asyncio.run(_read(model, texts))
    Path(readings).write_text(json.dumps(result), "utf-8")


async def _read(model: str, texts: list[str]) -> dict[str, Any]:
    agent = Agent.load(model)
    for text in texts[:_WARM_UP_LINES]:
        await agent.parse_message(text)
    readings = []
    for text in texts:
        start = time.perf_counter()
        parsed = await agent.parse_message(text)
        elapsed = time.perf_counter() - start
        readings.append({**_result(parsed), "ms": 1000 * elapsed})
    return {"memory_mb": _memory_mb(), "readings": readings}


def _result(parsed: dict[str, Any]) -> dict[str, Any]:
    """What was served, and the intents under the fallback."""
    served = parsed["intent"]
    ranking = {
        entry["name"]: entry["confidence"]
        for entry in parsed.get("intent_ranking", [])
        if entry["name"] != _FALLBACK
    }
    fell_back = served["name"] == _FALLBACK
    top = max(ranking, key=lambda name: ranking[name], default="") if fell_back else served["name"]
    confidence = ranking.get(top, 0.0) if fell_back else served["confidence"]
    return {
        "top": top or "",
        "confidence": confidence,
        "fell_back": fell_back,
        "ranking": ranking,
    }


def _memory_mb() -> float:
    """What the process holds now; where only its peak is known (macOS), that."""
    status = Path("/proc/self/status")
    if status.exists():
        [row] = [r for r in status.read_text("ascii").splitlines() if r.startswith("VmRSS:")]
        return int(row.split()[1]) / _KB_OF_A_MB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KB_OF_A_MB / _KB_OF_A_MB


if __name__ == "__main__":
    main(*sys.argv[1:])
