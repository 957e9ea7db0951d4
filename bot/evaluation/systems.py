"""Reading lines with a trained model, in a process of its own."""

import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.evaluation.disturbances import DISTURBANCES
from bot.evaluation.figures import Cost, Figures, Reading, measure
from bot.evaluation.lines import OUT_OF_SCOPE, LabelledLine
from bot.evaluation.processes import run

Probabilities = Callable[[Sequence[str]], Sequence[float]]


@dataclass(frozen=True)
class System:
    """A trained model, the interpreter that can load it, and what is known of its training."""

    name: str
    model: Path
    python: Path
    training_s: float | None
    # Of out_of_scope, where the model knows more than the ranking it gives; else from the ranking.
    out_of_scope: Probabilities | None = None


def read_with(
    system: System, lines: Sequence[LabelledLine], unseen: Sequence[bool]
) -> tuple[Figures, list[Reading]]:
    """Returns the figures of the system on the lines, and how it read each of them."""
    texts = [line.text for line in lines]
    disturbed_texts = [[disturb(text) for text in texts] for disturb in DISTURBANCES.values()]
    every_text = [text for some in [texts, *disturbed_texts] for text in some]
    result = _read(system, every_text)
    readings = _readings(system, every_text, result["readings"])
    # The time is that of the lines as they are.
    milliseconds = [reading["ms"] for reading in result["readings"][: len(lines)]]
    p50, p99 = np.percentile(milliseconds, [50, 99])
    figures = measure(
        lines,
        readings[: len(lines)],
        disturbed={
            name: readings[len(lines) * i : len(lines) * (i + 1)]
            for i, name in enumerate(DISTURBANCES, start=1)
        },
        unseen=unseen,
        cost=Cost(float(p50), float(p99), result["memory_mb"], system.training_s),
    )
    return figures, readings[: len(lines)]


def read_served(system: System, texts: Sequence[str]) -> list[Reading]:
    """Returns how the system reads texts, without its figures."""
    return _readings(system, texts, _read(system, texts)["readings"]) if texts else []


def _read(system: System, texts: Sequence[str]) -> Any:
    """Reads in a process of its own: it holds nothing else, and may be of another environment."""
    with tempfile.TemporaryDirectory() as directory:
        lines, readings = Path(directory, "lines.json"), Path(directory, "readings.json")
        lines.write_text(json.dumps(texts), "utf-8")
        log = Path(directory, "log")
        run(system.python, "bot.evaluation.reader", system.model, lines, readings, log=log)
        return json.loads(readings.read_text("utf-8"))


def _readings(
    system: System, texts: Sequence[str], results: Sequence[dict[str, Any]]
) -> list[Reading]:
    if system.out_of_scope:
        out_of_scope = system.out_of_scope(texts)
    else:
        out_of_scope = [result["ranking"].get(OUT_OF_SCOPE, 0.0) for result in results]
    return [
        Reading(result["top"], result["confidence"], result["fell_back"], probability)
        for result, probability in zip(results, out_of_scope, strict=True)
    ]
