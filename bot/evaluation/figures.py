"""Everything that is said of how a system read some lines, from the lines and their readings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.evaluation.lines import FAR, NEAR, LabelledLine
from bot.evaluation.metrics import (
    Bin,
    Booleans,
    Coverage,
    IntentScore,
    Interval,
    calibration_bins,
    confusion,
    coverage_curve,
    expected_calibration_error,
    intent_scores,
    macro_f1,
    share,
    threshold_that_keeps,
)

# Of the lines in scope, while those out of scope are to be caught.
KEPT_IN_SCOPE = 0.95
THRESHOLDS = tuple(round(0.05 * i, 2) for i in range(20))


@dataclass(frozen=True)
class Reading:
    """What a system made of a line: its most likely intent, and whether it was served."""

    top: str
    confidence: float
    fell_back: bool
    out_of_scope: float

    @property
    def in_scope_score(self) -> float:
        """How much the line looks like one of ours: what out-of-scope lines are caught by.

        The one place that says so. The cosine to the nearest training line, measured beside it,
        added at most 0.2 points of recall.
        """
        return 1.0 - self.out_of_scope


@dataclass(frozen=True)
class OutOfScope:
    """Out-of-scope lines caught at the threshold that keeps KEPT_IN_SCOPE of the others."""

    threshold: float
    recall: Interval
    near: Interval
    far: Interval


@dataclass(frozen=True)
class Cost:
    """What understanding costs. The training time is None where it is not known."""

    p50_ms: float
    p99_ms: float
    memory_mb: float
    training_s: float | None


@dataclass(frozen=True)
class Figures:
    """All of it. Shares are of all lines unless the name says otherwise."""

    accuracy: Interval
    macro_f1: Interval
    served_right: Interval
    fallback: Interval
    confidently_wrong: Interval
    # Of the lines that are not among the training lines once normalised.
    accuracy_unseen: Interval
    registers: dict[str, Interval]
    intents: dict[str, IntentScore]
    out_of_scope: OutOfScope | None
    calibration_error: float
    calibration: list[Bin]
    coverage: list[Coverage]
    confusion_names: list[str]
    confusion: list[list[int]]
    # Accuracy under each disturbance.
    disturbed: dict[str, Interval]
    cost: Cost | None = None


def measure(
    lines: Sequence[LabelledLine],
    readings: Sequence[Reading],
    *,
    disturbed: Mapping[str, Sequence[Reading]],
    unseen: Sequence[bool],
    cost: Cost | None = None,
) -> Figures:
    """Returns the figures of readings; `unseen`: which lines are not among the training lines."""
    true, said = [line.intent for line in lines], [reading.top for reading in readings]
    right = _right(lines, readings)
    confidence = np.array([reading.confidence for reading in readings])
    fell_back = np.array([reading.fell_back for reading in readings])
    bins = calibration_bins(confidence, right)
    names, counts = confusion(true, said)
    return Figures(
        accuracy=_share(right),
        macro_f1=macro_f1(true, said),
        served_right=_share(right & ~fell_back),
        fallback=_share(fell_back),
        confidently_wrong=_share(~right & ~fell_back),
        accuracy_unseen=_share(right[np.array(unseen)]),
        registers=_by_register(lines, right),
        intents=intent_scores(true, said),
        out_of_scope=_out_of_scope(lines, readings),
        calibration_error=expected_calibration_error(bins),
        calibration=bins,
        coverage=coverage_curve(confidence, right, THRESHOLDS),
        confusion_names=names,
        confusion=counts.tolist(),
        disturbed={name: _share(_right(lines, some)) for name, some in disturbed.items()},
        cost=cost,
    )


def _right(lines: Sequence[LabelledLine], readings: Sequence[Reading]) -> Booleans:
    pairs = zip(lines, readings, strict=True)
    return np.array([reading.top == line.intent for line, reading in pairs], dtype=bool)


def _share(hits: Booleans) -> Interval:
    return share(int(hits.sum()), len(hits))


def _by_register(lines: Sequence[LabelledLine], right: Booleans) -> dict[str, Interval]:
    register = np.array([line.register for line in lines])
    return {name: _share(right[register == name]) for name in sorted(set(register)) if name}


def _out_of_scope(lines: Sequence[LabelledLine], readings: Sequence[Reading]) -> OutOfScope | None:
    scores = np.array([reading.in_scope_score for reading in readings])
    inside = np.array([line.is_in_scope for line in lines])
    if inside.all() or not inside.any():
        return None
    threshold = threshold_that_keeps(scores[inside], KEPT_IN_SCOPE)
    caught = scores < threshold
    distance = np.array([line.distance for line in lines])
    return OutOfScope(
        threshold=threshold,
        recall=_share(caught[~inside]),
        near=_share(caught[~inside & (distance == NEAR)]),
        far=_share(caught[~inside & (distance == FAR)]),
    )
