"""Statistics: what the manager sees of a period, as tables of figures in which no group is small.

Words are the catalogue's, by the names of tables, rows and columns; docs/outcomes.md says how each
figure is counted. None is a figure that is hidden, or that has nothing to be counted from.
"""

import math
import statistics
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.handover.opening_hours import QUEBEC
from gateway.manager.small_groups import (
    OTHERS,
    SMALLEST,
    Cell,
    Table,
    is_small,
    merged,
    shown_list,
    shown_share,
    shown_table,
    summed,
)
from gateway.models import (
    Case,
    CaseEvent,
    CaseEventKind,
    CountedConversation,
    Outcome,
    Rating,
    Survey,
)

TOTAL = "total"
# A conversation that never came to a problem, or to a step.
NONE = "aucun"
UNDERSTOOD, NOT_UNDERSTOOD = "comprises", "incomprises"
MINUTES_PER_HOUR = 60


class Unit(StrEnum):
    """What a column's figures are; a share is between 0 and 1."""

    COUNT = "nombre"
    SHARE = "part"
    MINUTES = "minutes"
    HOURS = "heures"
    SCORE = "note"


@dataclass(frozen=True)
class Period:
    """Whole days in Québec, both included."""

    first: date
    last: date

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """From when to before when, in UTC, as the store compares times."""
        following = self.last + timedelta(days=1)
        start, end = (
            datetime.combine(day, time.min, QUEBEC).astimezone(UTC)
            for day in (self.first, following)
        )
        return start, end


@dataclass(frozen=True)
class Figures:
    """One table: a row of figures for each key, a figure for each column."""

    name: str
    # The catalogue's table of the rows' names; None where they are weeks, by their Mondays.
    row_names: str | None
    columns: Mapping[str, Unit]
    rows: Mapping[str, Sequence[float | None]]


async def read_figures(
    session: AsyncSession, period: Period, call_minutes: float
) -> Sequence[Figures]:
    """Every table of a period; `call_minutes` is what a call would have taken."""
    by_week, lines = await _by_week(session, period)
    by_problem, steps = await _by_problem(session, period)
    outcomes = shown_list(summed((outcome, count) for (_, outcome), count in by_week.items()))
    weeks, problems = shown_table(by_week), shown_table(by_problem)
    # Those of a few conversations may be many, and are hidden as these.
    shown_weeks = merged(summed((week, count) for (week, _), count in by_week.items()))
    shown_lines = [((shown_weeks[w], key), n) for (w, key), n in lines.items() if w in shown_weeks]
    return [
        _outcomes(outcomes),
        _saved(outcomes, call_minutes),
        _crossed("semaines", None, weeks, sorted(weeks.rows)),
        _crossed("sujets", "sujets", problems, _largest_first(problems.rows)),
        await _waits(session, period),
        await _satisfaction(session, period),
        _fallbacks(shown_table(summed(shown_lines))),
        _last_steps(problems, steps),
    ]


async def _by_week(
    session: AsyncSession, period: Period
) -> tuple[Mapping[Cell, int], Mapping[Cell, int]]:
    """Conversations by week and outcome; their lines by week and whether they were understood."""
    counted = CountedConversation
    found = await session.execute(
        select(
            counted.day,
            counted.outcome,
            func.count(),
            func.sum(counted.lines),
            func.sum(counted.fallback_lines),
        )
        .where(counted.day.between(period.first, period.last))
        .group_by(counted.day, counted.outcome)
    )
    conversations: dict[Cell, int] = defaultdict(int)
    lines: dict[Cell, int] = defaultdict(int)
    for day, outcome, count, read, not_understood in found:
        week = (day - timedelta(days=day.weekday())).isoformat()
        conversations[week, outcome] += count
        lines[week, NOT_UNDERSTOOD] += not_understood
        lines[week, UNDERSTOOD] += read - not_understood
    return conversations, lines


async def _by_problem(
    session: AsyncSession, period: Period
) -> tuple[Mapping[Cell, int], Mapping[Cell, int]]:
    """Conversations by problem and outcome, and by problem and last step."""
    counted = CountedConversation
    found = await session.execute(
        select(counted.problem, counted.outcome, counted.last_step, func.count())
        .where(counted.day.between(period.first, period.last))
        .group_by(counted.problem, counted.outcome, counted.last_step)
    )
    outcomes: dict[Cell, int] = defaultdict(int)
    steps: dict[Cell, int] = defaultdict(int)
    for problem, outcome, step, count in found:
        outcomes[problem or NONE, outcome] += count
        steps[problem or NONE, step or NONE] += count
    return outcomes, steps


def _outcomes(outcomes: Mapping[str, int]) -> Figures:
    total = sum(outcomes.values())
    rows = {key: (outcomes[key], outcomes[key] / total) for key in _in_order(outcomes)}
    if rows:
        rows[TOTAL] = (total, 1.0)
    return Figures("issues", "issues", {"conversations": Unit.COUNT, "part": Unit.SHARE}, rows)


def _saved(outcomes: Mapping[str, int], call_minutes: float) -> Figures:
    """The calls that were not made: any conversation could have been one."""
    total = sum(outcomes.values())
    # One that was merged with others is hidden.
    missing = None if OTHERS in outcomes else 0
    solved = {
        key: outcomes.get(key, missing)
        for key in (Outcome.SOLVED_CONFIRMED, Outcome.SOLVED_ASSUMED)
        if total
    }
    return Figures(
        "appels",
        "issues",
        {"conversations": Unit.COUNT, "part": Unit.SHARE, "heures": Unit.HOURS},
        {
            key: (None, None, None)
            if count is None
            else (count, count / total, count * call_minutes / MINUTES_PER_HOUR)
            for key, count in solved.items()
        },
    )


def _crossed(name: str, row_names: str | None, table: Table, rows: Sequence[str]) -> Figures:
    """A table by outcome, its rows in the order of `rows`."""
    columns = _in_order(table.columns)
    figures: dict[str, Sequence[float | None]] = {
        row: (table.rows[row], *(table.cells[row, column] for column in columns)) for row in rows
    }
    if figures:
        figures[TOTAL] = (table.total, *(table.columns[column] for column in columns))
    return Figures(name, row_names, dict.fromkeys((TOTAL, *columns), Unit.COUNT), figures)


async def _waits(session: AsyncSession, period: Period) -> Figures:
    """How long clients waited for the first person, and how many left before."""
    start, end = period.bounds
    met = CaseEvent.brings_an_agent()
    left = CaseEvent.kind.in_((CaseEventKind.CLIENT_RETURNED, CaseEventKind.CLIENT_LEFT))
    found = await session.execute(
        select(Case.opened_at, func.min(CaseEvent.at).filter(met))
        .join(CaseEvent, CaseEvent.case_id == Case.id)
        .where(Case.opened_at >= start, Case.opened_at < end, met | left)
        .group_by(Case.id)
    )
    waits: list[float] = []
    gone = 0
    for opened_at, met_at in found:
        if met_at is None:
            gone += 1
        else:
            waits.append((met_at - opened_at) / timedelta(minutes=1))
    enough = len(waits) >= SMALLEST
    row = (
        len(waits) if enough or not waits else None,
        statistics.median(waits) if enough else None,
        _ninetieth(waits) if enough else None,
        None if is_small(gone) else gone,
    )
    return Figures(
        "attentes",
        "attentes",
        {
            "pris": Unit.COUNT,
            "mediane": Unit.MINUTES,
            "centile": Unit.MINUTES,
            "partis": Unit.COUNT,
        },
        {"clients": row} if waits or gone else {},
    )


def _ninetieth(values: Sequence[float]) -> float:
    """The value that nine in ten do not exceed."""
    return sorted(values)[math.ceil(len(values) * 0.9) - 1]


async def _satisfaction(session: AsyncSession, period: Period) -> Figures:
    """What clients answered when asked, apart for the assistant and for agents."""
    start, end = period.bounds
    found = await session.execute(
        select(
            Rating.about,
            func.count(Rating.solved),
            func.count().filter(Rating.solved.is_(True)),
            func.count(Rating.score),
            func.avg(Rating.score),
        )
        .where(Rating.at >= start, Rating.at < end)
        .group_by(Rating.about)
        .order_by(Rating.about.desc())
    )
    rows: dict[str, Sequence[float | None]] = {}
    for about, answers, solved, scores, mean in found:
        rows[Survey(about)] = (
            None if is_small(answers) else answers,
            shown_share(solved, answers),
            None if is_small(scores) else scores,
            None if is_small(scores) else mean,
        )
    return Figures(
        "satisfaction",
        "satisfaction",
        {
            "reponses": Unit.COUNT,
            "regle": Unit.SHARE,
            "notes": Unit.COUNT,
            "moyenne": Unit.SCORE,
        },
        rows,
    )


def _fallbacks(lines: Table) -> Figures:
    """How many lines were not understood, by week."""
    rows: dict[str, Sequence[float | None]] = {}
    for week in sorted(lines.rows):
        # Without a column of them, there were none; merged, the two columns are one.
        count = lines.cells.get((week, NOT_UNDERSTOOD), None if OTHERS in lines.columns else 0)
        rows[week] = _share_of(count, lines.rows[week])
    if rows:
        count = lines.columns.get(NOT_UNDERSTOOD, None if OTHERS in lines.columns else 0)
        rows[TOTAL] = _share_of(count, lines.total)
    return Figures(
        "incompris",
        None,
        {"lignes": Unit.COUNT, "incomprises": Unit.COUNT, "part": Unit.SHARE},
        rows,
    )


def _share_of(part: int | None, whole: int) -> tuple[int, int | None, float | None]:
    return whole, part, None if part is None else part / whole


def _last_steps(problems: Table, steps: Mapping[Cell, int]) -> Figures:
    """Where each problem's ladder was left; those of a problem that is shown make its total."""
    rows: dict[str, Sequence[float | None]] = {}
    for problem in _largest_first(problems.rows):
        if problem in {OTHERS, NONE}:
            continue
        of_problem = shown_list({step: n for (p, step), n in steps.items() if p == problem})
        for step in _largest_first(of_problem):
            count = of_problem[step]
            name = step if step.startswith(problem) else f"{problem}.{step}"
            rows[name] = (count, count / problems.rows[problem])
    return Figures("etapes", "etapes", {"conversations": Unit.COUNT, "part": Unit.SHARE}, rows)


def _in_order(outcomes: Iterable[str]) -> list[str]:
    """The outcomes there are, as the rule has them, those that were merged last."""
    present = set(outcomes)
    return [key for key in (*Outcome, OTHERS) if key in present]


def _largest_first(counts: Mapping[str, int]) -> list[str]:
    """The keys by their counts, those that were merged last."""
    return sorted(counts, key=lambda key: (key == OTHERS, -counts[key], key))
