"""A model beside the one before it: what got better or worse, and whether that is too much."""

from collections.abc import Sequence

from bot.evaluation.figures import Figures, Reading
from bot.evaluation.lines import LabelledLine
from bot.evaluation.tables import Table, percent

# A new model may lose that much to chance: half a point of 1,455 lines is seven of them.
MAX_ACCURACY_LOST = 0.005
MAX_MACRO_F1_LOST = 0.01
MAX_CONFIDENTLY_WRONG_GAINED = 0.005


def compared(
    before: Figures, after: Figures, additions: tuple[Sequence[bool], Sequence[bool]]
) -> Table:
    """Returns a row a figure; `additions`: which reviewed lines were right before, and after."""
    rows = [
        ("accuracy", before.accuracy.value, after.accuracy.value),
        ("macro-F1", before.macro_f1.value, after.macro_f1.value),
        ("fallback", before.fallback.value, after.fallback.value),
        ("confidently wrong", before.confidently_wrong.value, after.confidently_wrong.value),
    ]
    right_before, right_after = additions
    if right_before:
        of = len(right_before)
        rows.append(
            (f"reviewed lines right, of {of}", sum(right_before) / of, sum(right_after) / of)
        )
    return [["", "before", "after", "change"], *(_row(*row) for row in rows)]


def changed_intents(before: Figures, after: Figures) -> Table:
    """Returns a row for each intent whose F1 changed, the worst change first."""
    pairs = {
        name: (score.f1, after.intents[name].f1)
        for name, score in before.intents.items()
        if name in after.intents
    }
    changed = [name for name, (old, new) in pairs.items() if old != new]
    worst_first = sorted(changed, key=lambda name: pairs[name][1] - pairs[name][0])
    return [
        ["F1", "before", "after", "change"],
        *(_row(name, *pairs[name]) for name in worst_first),
    ]


def losses(before: Figures, after: Figures) -> list[str]:
    """Returns a sentence for each figure that got worse than chance explains."""
    lost = [
        ("accuracy", before.accuracy.value - after.accuracy.value, MAX_ACCURACY_LOST),
        ("macro-F1", before.macro_f1.value - after.macro_f1.value, MAX_MACRO_F1_LOST),
        (
            "confidently wrong",
            after.confidently_wrong.value - before.confidently_wrong.value,
            MAX_CONFIDENTLY_WRONG_GAINED,
        ),
    ]
    return [
        f"{name} is worse by {percent(by)}, more than {percent(most)}"
        for name, by, most in lost
        # Differences of shares are rounded, or 0.9500 - 0.9450 would be more than 0.005.
        if round(by, 9) > most
    ]


def right(lines: Sequence[LabelledLine], readings: Sequence[Reading]) -> list[bool]:
    """Returns which lines are read right and served."""
    return [
        reading.top == line.intent and not reading.fell_back
        for line, reading in zip(lines, readings, strict=True)
    ]


def _row(name: str, before: float, after: float) -> list[str]:
    return [name, percent(before), percent(after), f"{100 * (after - before):+.1f}"]
