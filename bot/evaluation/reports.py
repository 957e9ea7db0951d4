"""The two reports: a page, a JSON file and the tables of the terminal."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from bot.evaluation import pictures, tables
from bot.evaluation.cross_validation import CrossValidation, Settings
from bot.evaluation.figures import Figures, Reading
from bot.evaluation.lines import LabelledLine
from bot.evaluation.page import Page


def report_evaluation(
    stem: Path,
    figures: Mapping[str, Figures],
    *,
    note: str | None,
    comparison: Sequence[tables.Table],
    faults: Sequence[str],
    errors: Sequence[tuple[LabelledLine, Reading]],
) -> None:
    """Writes and prints the figures of systems by name, the first of them ours.

    `comparison` are tables of what changed; `errors` are the misread lines to show; none for lines
    that nobody who writes training lines should read.
    """
    page = Page(f"Understanding of {stem.name}.tsv")
    ours = next(iter(figures.values()))
    if note:
        page.add_text(note)
    if faults:
        page.add_heading("What fails")
        page.add_list(faults)
    if comparison:
        page.add_heading("Before and after")
        for table in comparison:
            page.add_table(table)
    _add_figures(page, figures)
    page.add_heading("Intents, the worst first")
    page.add_table(tables.intents(ours))
    _add_pictures(page, figures)
    if errors:
        page.add_heading("Misread lines")
        page.add_table(tables.errors(errors))
    _write(stem, page, {"note": note, **{name: asdict(some) for name, some in figures.items()}})
    print(tables.as_text(tables.overview(figures)))
    print(f"\n{tables.as_text(tables.intents(ours))}")
    for table in comparison:
        print(f"\n{tables.as_text(table)}")
    print(f"\n{note or ''}\nWritten: {stem}.html and .json")


def report_cross_validation(
    stem: Path, settings: Settings, validations: Sequence[CrossValidation]
) -> None:
    """Writes and prints what C, sharpness and threshold are chosen by."""
    figures = {f"{v.held_back}, C {v.C:g}": v.figures for v in validations}
    page = Page("Cross-validation of data/nlu")
    page.add_text(
        f"config.yml: C {settings.C:g}, sharpness {settings.sharpness:g}, "
        f"threshold {settings.threshold:g}."
    )
    _add_figures(page, figures)
    page.add_heading("Log-loss out of fold by sharpness")
    page.add_table(tables.sharpness(validations))
    for name, some in figures.items():
        page.add_heading(f"Thresholds: {name}")
        page.add_table(tables.coverage(some))
    page.add_heading("Intents, the worst first")
    page.add_table(tables.intents(validations[0].figures))
    _add_pictures(page, figures)
    _write(stem, page, [asdict(v) for v in validations])
    print(tables.as_text(tables.overview(figures)))
    print(f"\n{tables.as_text(tables.sharpness(validations))}")
    for name, some in figures.items():
        print(f"\n{name}\n{tables.as_text(tables.coverage(some))}")
    print(f"\nWritten: {stem}.html and .json")


def _add_figures(page: Page, figures: Mapping[str, Figures]) -> None:
    page.add_text("Shares with their 95 % intervals (Wilson; macro-F1: bootstrap).")
    page.add_table(tables.overview(figures))


def _add_pictures(page: Page, figures: Mapping[str, Figures]) -> None:
    page.add_heading("Reliability")
    page.add_picture(pictures.reliability(figures), "How often each tenth of confidence is right")
    page.add_heading("Risk and coverage")
    page.add_picture(pictures.risk_and_coverage(figures), "Wrong of the served by share served")
    name, first = next(iter(figures.items()))
    page.add_heading(f"Confusion: {name}")
    page.add_picture(pictures.confusion_matrix(first), "Which intent was taken for which")


def _write(stem: Path, page: Page, figures: object) -> None:
    # Not with_suffix: a file's stem may have a dot in it.
    stem.with_name(f"{stem.name}.json").write_text(json.dumps(figures, indent=1), "utf-8")
    stem.with_name(f"{stem.name}.html").write_text(page.html(), "utf-8")
