"""Small groups: no figure tells of fewer than five, not even by subtraction.

1. In a list with a total, groups under 5 are merged into "others"; if those are under 5 too, the
   smallest of the groups that were left joins them, and so on. A list of fewer than 5 in all is
   hidden.
2. In a table of rows by columns, rows and columns are first merged as lists, by their totals, which
   are shown. Then every cell of 1 to 4 is hidden, and others with it, the smallest first, until in
   each row and column the hidden cells make 5 or more, and none of them follows from the others: it
   does when nothing but that cell links its row and its column through hidden ones (D. Gusfield, "A
   graph theoretic approach to statistical data security", 1988).
3. A share is shown only where what it counts, and the rest, are each none or at least 5.

Pure: counts in, counts out, None for what is hidden.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

SMALLEST = 5
# The key of what was merged.
OTHERS = "autre"

type Cell = tuple[str, str]


@dataclass(frozen=True)
class Table:
    """Counts that may be shown; `cells` has None for those that may not."""

    rows: Mapping[str, int]
    columns: Mapping[str, int]
    cells: Mapping[Cell, int | None]

    @property
    def total(self) -> int:
        """Of all of it."""
        return sum(self.rows.values())


def is_small(count: int) -> bool:
    """Whether a count may not be shown."""
    return 0 < count < SMALLEST


def merged(counts: Mapping[str, int]) -> Mapping[str, str]:
    """What each key of a list is shown as: itself or OTHERS; nothing where the list is hidden."""
    if is_small(sum(counts.values())):
        return {}
    small = {key for key, count in counts.items() if is_small(count) or key == OTHERS}
    left = sorted((count, key) for key, count in counts.items() if count and key not in small)
    while is_small(sum(counts[key] for key in small)):
        small.add(left.pop(0)[1])
    return {key: OTHERS if key in small else key for key in counts}


def shown_list(counts: Mapping[str, int]) -> dict[str, int]:
    """A list by rule 1."""
    return summed((shown, counts[key]) for key, shown in merged(counts).items())


def shown_share(part: int, whole: int) -> float | None:
    """The share of `part` in `whole` by rule 3; None too where there is no whole."""
    if whole == 0 or is_small(part) or is_small(whole - part):
        return None
    return part / whole


def shown_table(counts: Mapping[Cell, int]) -> Table:
    """A table by rule 2; what has no count is 0, and empty rows and columns are left out."""
    counts = {cell: count for cell, count in counts.items() if count}
    rows = merged(summed((row, count) for (row, _), count in counts.items()))
    columns = merged(summed((column, count) for (_, column), count in counts.items()))
    if not rows:
        return Table({}, {}, {})
    cells = summed(((rows[row], columns[column]), n) for (row, column), n in counts.items())
    row_totals = summed((row, count) for (row, _), count in cells.items())
    column_totals = summed((column, count) for (_, column), count in cells.items())
    full = {
        (row, column): cells.get((row, column), 0) for row in row_totals for column in column_totals
    }
    hidden = _hidden(full)
    return Table(
        row_totals,
        column_totals,
        {cell: None if cell in hidden else count for cell, count in full.items()},
    )


def _hidden(cells: Mapping[Cell, int]) -> set[Cell]:
    """The cells that may not be shown beside the totals."""
    hidden = {cell for cell, count in cells.items() if is_small(count)}
    while (exposed := _exposed(cells, hidden)) is not None:
        hidden.add(exposed)
    return hidden


def _exposed(cells: Mapping[Cell, int], hidden: set[Cell]) -> Cell | None:
    """The next cell to hide for the sake of those that are; None once they are safe."""
    for row, column in sorted(hidden):
        for side, key in enumerate((row, column)):
            line = {cell for cell in cells if cell[side] == key}
            if sum(cells[cell] for cell in line & hidden) < SMALLEST:
                return _smallest(cells, line - hidden)
        others = hidden - {(row, column)}
        rows, columns = _reached(others, {row}, set())
        if column not in columns:
            rows_beyond, columns_beyond = _reached(others, set(), {column})
            links = {*product(rows, columns_beyond), *product(rows_beyond, columns)} - hidden
            # Where nothing else is hidden yet, a link takes more than one cell.
            crossing = {cell for cell in cells if cell[0] == row or cell[1] == column} - hidden
            return _smallest(cells, links or crossing)
    return None


def _reached(hidden: set[Cell], rows: set[str], columns: set[str]) -> tuple[set[str], set[str]]:
    """The rows and columns to which hidden cells lead from those given."""
    while True:
        more_rows = {row for row, column in hidden if column in columns} - rows
        more_columns = {column for row, column in hidden if row in rows} - columns
        if not more_rows and not more_columns:
            return rows, columns
        rows, columns = rows | more_rows, columns | more_columns


def _smallest(cells: Mapping[Cell, int], among: set[Cell]) -> Cell:
    """The smallest of some cells, empty ones last: who reads a table may guess that they are."""
    return min(among, key=lambda cell: (cells[cell] == 0, cells[cell], cell))


def summed[K](counts: Iterable[tuple[K, int]]) -> dict[K, int]:
    """The sums of what has the same key."""
    sums: dict[K, int] = {}
    for key, count in counts:
        sums[key] = sums.get(key, 0) + count
    return sums
