"""The figures as rows of text: what the terminal and the page both show."""

from collections.abc import Callable, Mapping, Sequence

from bot.evaluation.cross_validation import CrossValidation
from bot.evaluation.figures import Figures, Reading
from bot.evaluation.lines import LabelledLine
from bot.evaluation.metrics import Interval

Row = list[str]
Table = list[Row]

NOT_KNOWN = "–"


def overview(systems: Mapping[str, Figures]) -> Table:
    """Returns a table with a row a figure and a column a system."""
    first, *_ = systems.values()
    rows: list[tuple[str, Callable[[Figures], str]]] = [
        ("lines", lambda f: str(f.accuracy.lines)),
        ("accuracy", lambda f: interval(f.accuracy)),
        ("  of lines not trained on", lambda f: interval(f.accuracy_unseen)),
        ("  trained on too, once normalised", _trained_on),
        ("macro-F1", lambda f: interval(f.macro_f1)),
        ("served and right", lambda f: interval(f.served_right)),
        ("fallback", lambda f: interval(f.fallback)),
        ("confidently wrong", lambda f: interval(f.confidently_wrong)),
        *((f"accuracy, {r}", _register(r)) for r in first.registers),
        *((f"accuracy, {d}", _disturbed(d)) for d in first.disturbed),
    ]
    if first.out_of_scope:
        rows += [
            ("out of scope caught, 95 % of the rest kept", _caught("recall")),
            ("  near", _caught("near")),
            ("  far", _caught("far")),
        ]
    rows.append(("calibration error (ECE)", lambda f: percent(f.calibration_error)))
    if first.cost:
        rows += [
            ("ms a message, p50 / p99", _milliseconds),
            ("training, s", _training),
            ("memory, MB", lambda f: f"{f.cost.memory_mb:.0f}" if f.cost else NOT_KNOWN),
        ]
    head = ["", *systems]
    return [head, *([name, *(show(f) for f in systems.values())] for name, show in rows)]


def intents(figures: Figures) -> Table:
    """Returns a row an intent, the worst first."""
    head = ["intent", "lines", "precision", "recall", "F1"]
    worst_first = sorted(figures.intents.items(), key=lambda item: item[1].f1)
    return [
        head,
        *(
            [name, str(s.lines), percent(s.precision), percent(s.recall), percent(s.f1)]
            for name, s in worst_first
        ),
    ]


def coverage(figures: Figures) -> Table:
    """Returns what each threshold would serve, and how much of it wrongly."""
    head = ["threshold", "served", "wrong of served", "confidently wrong"]
    return [
        head,
        *(
            [
                f"{c.threshold:.2f}",
                percent(c.served),
                percent(c.wrong_of_served),
                percent(c.confidently_wrong),
            ]
            for c in figures.coverage
        ),
    ]


def sharpness(validations: Sequence[CrossValidation]) -> Table:
    """Returns the log-loss out of fold at each sharpness; the least is starred."""
    return [
        ["sharpness", *(f"{v.held_back}, C {v.C:g}" for v in validations)],
        *([f"{s:g}", *(_starred(v, s) for v in validations)] for s in validations[0].log_loss),
    ]


def errors(misread: Sequence[tuple[LabelledLine, Reading]]) -> Table:
    """Returns the misread lines."""
    head = ["line", "meant", "taken for", "confidence", "served"]
    return [
        head,
        *(
            [
                line.text,
                line.intent,
                reading.top or NOT_KNOWN,
                f"{reading.confidence:.2f}",
                "no" if reading.fell_back else "yes",
            ]
            for line, reading in misread
        ),
    ]


def as_text(table: Table) -> str:
    """Returns the table in columns for a terminal."""
    widths = [max(len(row[i]) for row in table) for i in range(len(table[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in table
    )


def percent(value: float) -> str:
    """Returns "97.3 %"."""
    return f"{100 * value:.1f} %"


def interval(figure: Interval) -> str:
    """Returns "97.3 % (96.1–98.2)"."""
    if figure.lines == 0:
        return NOT_KNOWN
    return f"{percent(figure.value)} ({100 * figure.low:.1f}–{100 * figure.high:.1f})"


def _trained_on(figures: Figures) -> str:
    return str(figures.accuracy.lines - figures.accuracy_unseen.lines)


def _register(name: str) -> Callable[[Figures], str]:
    return lambda f: interval(f.registers[name])


def _disturbed(name: str) -> Callable[[Figures], str]:
    return lambda f: interval(f.disturbed[name])


def _caught(which: str) -> Callable[[Figures], str]:
    return lambda f: interval(getattr(f.out_of_scope, which)) if f.out_of_scope else NOT_KNOWN


def _milliseconds(figures: Figures) -> str:
    return f"{figures.cost.p50_ms:.1f} / {figures.cost.p99_ms:.1f}" if figures.cost else NOT_KNOWN


def _training(figures: Figures) -> str:
    if figures.cost is None or figures.cost.training_s is None:
        return NOT_KNOWN
    return f"{figures.cost.training_s:.0f}"


def _starred(validation: CrossValidation, at: float) -> str:
    star = "* " if at == validation.best_sharpness else ""
    return f"{star}{validation.log_loss[at]:.4f}"
