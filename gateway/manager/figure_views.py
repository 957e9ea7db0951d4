"""The figures in words: for the page, and as CSV for a spreadsheet in French.

A spreadsheet takes a text that begins as a formula for one (CWE-1236): no cell of ours may.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from gateway.catalogue import Catalogue
from gateway.manager.small_groups import OTHERS
from gateway.manager.statistics import TOTAL, Figures, Period, Unit

# Without it, Excel reads UTF-8 as the machine's own code page.
BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
DECIMALS = {Unit.SHARE: 3, Unit.MINUTES: 1, Unit.HOURS: 1, Unit.SCORE: 2}


def figures_page(
    figures: Sequence[Figures], period: Period, call_minutes: float, catalogue: Catalogue
) -> dict[str, Any]:
    """What the page shows; a null is a figure that is hidden or does not exist."""
    return {
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
        "call_minutes": call_minutes,
        "tables": [
            {
                "name": table.name,
                "title": catalogue.label("chiffres", table.name),
                "rows_title": _rows_title(table, catalogue),
                "columns": [
                    {"key": key, "label": _column(key, catalogue), "unit": unit}
                    for key, unit in table.columns.items()
                ],
                "rows": [
                    {"key": key, "label": _row(table, key, catalogue), "values": values}
                    for key, values in table.rows.items()
                ],
            }
            for table in figures
        ],
    }


def figures_csv(figures: Iterable[Figures], period: Period, catalogue: Catalogue) -> str:
    """One block a table, each with its title and the period."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    out.write(BYTE_ORDER_MARK)
    for number, table in enumerate(figures):
        if number:
            writer.writerow([])
        title = catalogue.label("chiffres", table.name)
        writer.writerow(_safe([title, period.first.isoformat(), period.last.isoformat()]))
        columns = [_column(key, catalogue) for key in table.columns]
        writer.writerow(_safe([_rows_title(table, catalogue), *columns]))
        for key, values in table.rows.items():
            numbers = map(_number, values, table.columns.values())
            writer.writerow([*_safe([_row(table, key, catalogue)]), *numbers])
    return out.getvalue()


def _rows_title(table: Figures, catalogue: Catalogue) -> str:
    return catalogue.label("chiffres_lignes", table.name)


def _column(key: str, catalogue: Catalogue) -> str:
    names = catalogue.labels["chiffres_colonnes"]
    return names[key] if key in names else catalogue.label("issues", key)


def _row(table: Figures, key: str, catalogue: Catalogue) -> str:
    if key == TOTAL:
        return catalogue.labels["chiffres_colonnes"][TOTAL]
    if table.row_names is None:
        return catalogue.label("issues", OTHERS) if key == OTHERS else key
    if table.row_names == "etapes":
        problem, _, step = key.partition(".")
        steps = catalogue.labels["etapes"]
        name = steps.get(key) or catalogue.label("etapes", step)
        return f"{catalogue.label('sujets', problem)} – {name}"
    return catalogue.label(table.row_names, key)


def _number(value: float | None, unit: Unit) -> str:
    """With a decimal comma; nothing for what is hidden."""
    if value is None:
        return ""
    return f"{value:.{DECIMALS.get(unit, 0)}f}".replace(".", ",")


def _safe(texts: Iterable[str]) -> list[str]:
    return [f"'{text}" if text.startswith(FORMULA_STARTS) else text for text in texts]
