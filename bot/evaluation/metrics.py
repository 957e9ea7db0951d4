"""The figures themselves. Pure: they know labels and probabilities, nothing of lines or models."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

_Z_95 = 1.959963984540054
_BOOTSTRAP_SAMPLES = 1000
_BINS = 10

Floats = NDArray[np.floating[Any]]
Booleans = NDArray[np.bool_]


@dataclass(frozen=True)
class Interval:
    """A figure, its 95 % confidence interval, and of how many lines it is."""

    value: float
    low: float
    high: float
    lines: int


@dataclass(frozen=True)
class IntentScore:
    """How well one intent is told from the others."""

    lines: int
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True)
class Bin:
    """The lines whose confidence lies in one tenth."""

    lines: int
    confidence: float
    accuracy: float


@dataclass(frozen=True)
class Coverage:
    """What serving only from a threshold on does."""

    threshold: float
    served: float
    wrong_of_served: float
    confidently_wrong: float


def share(hits: int, total: int) -> Interval:
    """Returns the share of hits with its Wilson interval; of nothing, 0 and no knowledge."""
    if total == 0:
        return Interval(0.0, 0.0, 1.0, lines=0)
    value, z = hits / total, _Z_95
    centre = value + z * z / (2 * total)
    half = z * math.sqrt(value * (1 - value) / total + z * z / (4 * total * total))
    divisor = 1 + z * z / total
    low, high = (centre - half) / divisor, (centre + half) / divisor
    return Interval(value, max(0.0, low), min(1.0, high), lines=total)


def intent_scores(true: Sequence[str], said: Sequence[str]) -> dict[str, IntentScore]:
    """Returns the score of each intent that is truly there."""
    names, counts = confusion(true, said)
    right, there, claimed = np.diag(counts), counts.sum(axis=1), counts.sum(axis=0)
    return {
        name: IntentScore(
            lines=int(there[i]),
            precision=float(right[i] / claimed[i]) if claimed[i] else 0.0,
            recall=float(right[i] / there[i]),
            f1=float(2 * right[i] / (there[i] + claimed[i])),
        )
        for i, name in enumerate(names)
        if there[i]
    }


def macro_f1(true: Sequence[str], said: Sequence[str]) -> Interval:
    """Returns the mean F1 of the intents that are there; the interval by a seeded bootstrap."""
    names, _ = confusion(true, said)
    number = {name: i for i, name in enumerate(names)}
    pairs = np.array([number[t] * len(names) + number[s] for t, s in zip(true, said, strict=True)])
    dice = np.random.default_rng(0)
    samples = [
        _macro_f1(dice.choice(pairs, len(pairs)), len(names)) for _ in range(_BOOTSTRAP_SAMPLES)
    ]
    low, high = np.percentile(samples, [2.5, 97.5])
    return Interval(_macro_f1(pairs, len(names)), float(low), float(high), len(true))


def confusion(true: Sequence[str], said: Sequence[str]) -> tuple[list[str], NDArray[np.int_]]:
    """Returns the sorted names, and how often the one of a row was taken for that of a column."""
    names = sorted({*true, *said})
    number = {name: i for i, name in enumerate(names)}
    counts = np.zeros((len(names), len(names)), dtype=np.int_)
    for t, s in zip(true, said, strict=True):
        counts[number[t], number[s]] += 1
    return names, counts


def calibration_bins(confidence: Floats, right: Booleans) -> list[Bin]:
    """Returns the ten bins of equal width, from the least confident on; empty ones too."""
    at = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    return [
        Bin(
            lines=int((at == i).sum()),
            confidence=float(confidence[at == i].mean()) if (at == i).any() else 0.0,
            accuracy=float(right[at == i].mean()) if (at == i).any() else 0.0,
        )
        for i in range(_BINS)
    ]


def expected_calibration_error(bins: Sequence[Bin]) -> float:
    """Returns the mean distance of confidence and accuracy, bins weighted by their lines."""
    total = sum(b.lines for b in bins)
    return sum(b.lines * abs(b.confidence - b.accuracy) for b in bins) / total if total else 0.0


def threshold_that_keeps(scores: Floats, kept: float) -> float:
    """Returns the highest threshold at or above which at least this share of the scores lies."""
    return float(np.sort(scores)[math.floor((1 - kept) * len(scores) + 1e-9)])


def coverage_curve(
    confidence: Floats, right: Booleans, thresholds: Sequence[float]
) -> list[Coverage]:
    """Returns for each threshold what is served at or above it, and how much of that is wrong."""
    curve = []
    for threshold in thresholds:
        served = confidence >= threshold
        wrong = served & ~right
        curve.append(
            Coverage(
                threshold=threshold,
                served=float(served.mean()),
                wrong_of_served=float(wrong.sum() / served.sum()) if served.any() else 0.0,
                confidently_wrong=float(wrong.mean()),
            )
        )
    return curve


def log_loss(probabilities: Floats, true: Sequence[int]) -> float:
    """Returns the mean of -log of what was given to the truth, the column of each row."""
    given = probabilities[np.arange(len(true)), list(true)]
    return float(-np.log(np.clip(given, 1e-15, 1.0)).mean())


def _macro_f1(pairs: NDArray[np.int_], size: int) -> float:
    counts = np.bincount(pairs, minlength=size * size).reshape(size, size)
    there = counts.sum(axis=1)
    f1 = 2 * np.diag(counts) / np.maximum(there + counts.sum(axis=0), 1)
    return float(f1[there > 0].mean())
