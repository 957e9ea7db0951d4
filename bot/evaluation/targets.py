"""What the figures on the default lines must reach."""

from collections.abc import Iterator

from bot.evaluation.figures import Figures

MIN_ACCURACY = 0.95
MIN_MACRO_F1 = 0.94
MIN_REGISTER_ACCURACY = 0.92
MIN_INTENT_F1 = 0.85
# Of accuracy, in points of 1.
MAX_LOST = {"without accents": 0.005, "typos": 0.03}
MIN_RECALL_FAR = 0.95
MIN_RECALL_NEAR = 0.80
MAX_CONFIDENTLY_WRONG = 0.015
MAX_P50_MS = 8.0
MAX_MEMORY_MB = 450.0


def missed_targets(figures: Figures) -> list[str]:
    """Returns a sentence for each target that is missed."""
    return [
        f"{name}: {value:.4g}, not {'at least' if least else 'at most'} {target:g}"
        for name, value, least, target in _targets(figures)
        if (value < target if least else value > target)
    ]


def _targets(figures: Figures) -> Iterator[tuple[str, float, bool, float]]:
    """Yields name, value, whether the target is the least it may be (or the most), target."""
    yield "accuracy", figures.accuracy.value, True, MIN_ACCURACY
    yield "macro-F1", figures.macro_f1.value, True, MIN_MACRO_F1
    for register, accuracy in figures.registers.items():
        yield f"accuracy of {register}", accuracy.value, True, MIN_REGISTER_ACCURACY
    for intent, score in figures.intents.items():
        yield f"F1 of {intent}", score.f1, True, MIN_INTENT_F1
    for name, most in MAX_LOST.items():
        # Differences of shares are rounded, or 0.9500 - 0.9450 would be more than 0.005.
        lost = round(figures.accuracy.value - figures.disturbed[name].value, 9)
        yield f"accuracy lost by {name}", lost, False, most
    if figures.out_of_scope:
        yield "out-of-scope recall, far", figures.out_of_scope.far.value, True, MIN_RECALL_FAR
        yield "out-of-scope recall, near", figures.out_of_scope.near.value, True, MIN_RECALL_NEAR
    yield "confidently wrong", figures.confidently_wrong.value, False, MAX_CONFIDENTLY_WRONG
    if figures.cost:
        yield "ms a message, p50", figures.cost.p50_ms, False, MAX_P50_MS
        yield "memory in MB", figures.cost.memory_mb, False, MAX_MEMORY_MB
