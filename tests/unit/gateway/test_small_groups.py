"""Nothing that is shown tells of fewer than five, whatever is subtracted from what."""

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.manager.small_groups import (
    OTHERS,
    SMALLEST,
    Cell,
    Table,
    shown_list,
    shown_share,
    shown_table,
)

COUNTS = st.integers(0, 30)
LISTS = st.dictionaries(st.sampled_from("abcdefg"), COUNTS)
TABLES = st.dictionaries(st.tuples(st.sampled_from("123456"), st.sampled_from("abcdef")), COUNTS)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({}, {}),
        ({"a": 5, "b": 0}, {"a": 5, "b": 0}),
        ({"a": 9, "b": 2, "c": 3}, {"a": 9, OTHERS: 5}),
        # Alone, the others would be 14 - 5 - 7 = 2.
        ({"a": 7, "b": 5, "c": 2}, {"a": 7, OTHERS: 7}),
        ({"a": 5, "b": 1}, {OTHERS: 6}),
        # Fewer than five in all.
        ({"a": 3, "b": 1}, {}),
    ],
)
def test_lists(counts: Mapping[str, int], shown: Mapping[str, int]) -> None:
    assert shown_list(counts) == shown


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [(5, 10, 0.5), (0, 7, 0.0), (7, 7, 1.0), (4, 20, None), (16, 20, None), (0, 0, None)],
)
def test_shares(part: int, whole: int, share: float | None) -> None:
    assert shown_share(part, whole) == share


@given(LISTS)
def test_a_list_keeps_its_total_and_no_small_group(counts: Mapping[str, int]) -> None:
    shown = shown_list(counts)
    assert all(count == 0 or count >= SMALLEST for count in shown.values())
    assert not shown or sum(shown.values()) == sum(counts.values())


def test_a_small_cell_does_not_follow_from_the_rest_of_its_row_or_column() -> None:
    table = shown_table(
        {
            ("1", "a"): 20,
            ("1", "b"): 2,
            ("1", "c"): 9,
            ("2", "a"): 30,
            ("2", "b"): 8,
            ("2", "c"): 11,
        }
    )
    assert table.rows == {"1": 31, "2": 49}
    assert table.cells == {
        ("1", "a"): 20,
        ("1", "b"): None,
        ("1", "c"): None,
        ("2", "a"): 30,
        ("2", "b"): None,
        ("2", "c"): None,
    }


@settings(max_examples=300)
@given(TABLES)
def test_no_hidden_cell_of_a_table_can_be_solved_for(counts: Mapping[Cell, int]) -> None:
    table = shown_table(counts)
    margins = [*table.rows.values(), *table.columns.values()]
    shown = [count for count in table.cells.values() if count is not None]
    assert all(count == 0 or count >= SMALLEST for count in [*margins, *shown])
    assert _solvable(table) == []
    for keys, side in ((table.rows, 0), (table.columns, 1)):
        for key, total in keys.items():
            line = [count for cell, count in table.cells.items() if cell[side] == key]
            if None in line:
                assert total - sum(filter(None, line)) >= SMALLEST


def _solvable(table: Table) -> list[Cell]:
    """The hidden cells whose value the totals determine, by linear algebra over the rationals."""
    unknown = [cell for cell, count in table.cells.items() if count is None]
    equations = [
        [Fraction(cell[side] == key) for cell in unknown]
        for keys, side in ((table.rows, 0), (table.columns, 1))
        for key in keys
    ]
    reduced = _row_reduced(equations)
    # Determined: a reduced equation with that unknown alone.
    return [
        unknown[next(i for i, x in enumerate(row) if x)]
        for row in reduced
        if sum(x != 0 for x in row) == 1
    ]


def _row_reduced(matrix: list[list[Fraction]]) -> list[list[Fraction]]:
    rank = 0
    for column in range(len(matrix[0]) if matrix else 0):
        pivot = next((i for i in range(rank, len(matrix)) if matrix[i][column]), None)
        if pivot is None:
            continue
        matrix[rank], matrix[pivot] = matrix[pivot], matrix[rank]
        matrix[rank] = [x / matrix[rank][column] for x in matrix[rank]]
        for i, row in enumerate(matrix):
            if i != rank and row[column]:
                factor = row[column]
                matrix[i] = [x - factor * y for x, y in zip(row, matrix[rank], strict=True)]
        rank += 1
    return matrix[:rank]
