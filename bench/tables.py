"""The figures as tables: the first row is the head, the first column the names."""

from collections.abc import Mapping, Sequence
from statistics import median

from bench.comparison import Comparison, figures
from bench.day import Day
from bench.neutrality import Separation
from bench.overload import Overload
from bench.people import People
from bench.targets import Check

type Table = Sequence[Sequence[str]]


def comparison_table(comparison: Comparison) -> Table:
    """Ours and stock's: the median of the rounds and, in brackets, their range."""
    ours, stock = figures(comparison.ours), figures(comparison.stock)
    return [
        ("", "ours", "stock Rasa", "ours / stock"),
        *(
            (name, _spread(mine), _spread(stock[name]), _ratio(median(mine), median(stock[name])))
            for name, mine in ours.items()
        ),
    ]


def day_table(day: Day) -> Table:
    """The day's load."""
    return _pairs(
        {
            "people": day.people,
            "minutes": day.minutes,
            "turns": day.turns,
            "p50, ms": day.latency_ms.p50,
            "p95, ms": day.latency_ms.p95,
            "p99, ms": day.latency_ms.p99,
            "lost": day.faults.lost,
            "doubled": day.faults.doubled,
            "out of order": day.faults.out_of_order,
            "answered by an apology": day.faults.failed,
            "not opened": day.unopened,
            "refused": day.refused,
            "turns begun late": day.late,
            "generator, cores": day.generator_cpu,
        }
    )


def overload_table(overload: Overload) -> Table:
    """Three times saturation."""
    return _pairs(
        {
            "saturation, turns/s": overload.saturation_turns_per_s,
            "sent, /s": overload.sent_per_s,
            "accepted": overload.accepted,
            **{f"refused: « {said} »": count for said, count in overload.refusals.items()},
            "without any answer": overload.silent,
            "lost of what was accepted": overload.faults.lost,
            "doubled": overload.faults.doubled,
            "out of order": overload.faults.out_of_order,
            "answered by an apology": overload.faults.failed,
            "s to normal": overload.recovery_s,
            "generator, cores": overload.generator_cpu,
        }
    )


def people_table(people: People) -> Table:
    """Takes and places."""
    return [
        (f"{people.clients} clients, {people.agents} agents, ms", "p50", "p95", "slowest"),
        *(
            (name, _number(s.p50), _number(s.p95), _number(s.slowest))
            for name, s in {
                "take, alone": people.take_alone_ms,
                "take, all agents at once": people.take_together_ms,
                "places after one take": people.places_alone_ms,
                "places after all agents' takes": people.places_together_ms,
            }.items()
        ),
    ]


def neutrality_table(separations: Mapping[str, Separation]) -> Table:
    """How well known and unknown accounts are told apart."""
    return [
        ("", "AUC", "95 % interval", "by chance, at most", "conversations"),
        *(
            (
                name,
                f"{s.auc:.3f}",
                f"{s.low:.3f}-{s.high:.3f}",
                f"{s.by_chance:.3f}",
                str(s.samples),
            )
            for name, s in separations.items()
        ),
    ]


def targets(checks: Sequence[Check]) -> Table:
    """Each target, and whether it is met."""
    return [
        ("target", "measured", "to reach", ""),
        *(
            (
                check.name,
                _number(check.value),
                f"{'≥' if check.at_least else '≤'} {_number(check.limit)}",
                "met" if check.met else "MISSED",
            )
            for check in checks
        ),
    ]


def markdown(table: Table) -> str:
    """The table in Markdown, figures to the right."""
    head, *rows = table
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, rule, *rows])


def aligned(table: Table) -> str:
    """The table in plain text, in columns."""
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if number else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in table
    )


def _pairs(values: Mapping[str, float]) -> Table:
    return [("", ""), *((name, _number(value)) for name, value in values.items())]


def _spread(values: Sequence[float]) -> str:
    middle = _number(median(values))
    return (
        f"{middle} ({_number(min(values))}-{_number(max(values))})" if len(values) > 1 else middle
    )


def _ratio(mine: float, theirs: float) -> str:
    return f"{mine / theirs:.2f}" if theirs else ""


def _number(value: float) -> str:
    """Three figures, but all of those before the point."""
    if value == int(value):
        return f"{value:.0f}"
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
