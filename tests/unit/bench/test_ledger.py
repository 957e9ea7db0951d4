"""A client's ledger finds what was lost, doubled or out of order, and nothing where all is well."""

from typing import Any

import pytest

from bench.ledger import Faults, Ledger

GREETING = ("message", 1, "bot")
LINE_A, LINE_B = ("message", 2, "a"), ("message", 4, "b")
ANSWER_A, ANSWER_B = ("message", 3, "bot"), ("message", 5, "bot")
OVER_A, OVER_B = ("turn", "a", "answered"), ("turn", "b", "answered")
ACCEPTED = {"a": 2, "b": 4}


def ledger_of(*arrivals: tuple[str, Any, str]) -> Ledger:
    """What a client kept who was acknowledged lines a and b, and to whom this came."""
    ledger = Ledger()
    for message_id, seq in ACCEPTED.items():
        ledger.accept(message_id, seq)
    for kind, what, rest in arrivals:
        if kind == "turn":
            ledger.turn_over(what, rest)
        else:
            speaker = "bot" if rest == "bot" else "client"
            ledger.receive({"seq": what, "id": rest, "from": {"kind": speaker}})
    return ledger


def test_two_answered_lines_have_no_fault() -> None:
    ledger = ledger_of(GREETING, LINE_A, ANSWER_A, OVER_A, LINE_B, ANSWER_B, OVER_B)
    assert ledger.faults() == Faults()
    assert ledger.open_turns == 0


def test_a_second_line_may_be_stored_before_the_first_is_answered() -> None:
    ledger = Ledger()
    for message_id, seq in (("a", 1), ("b", 2)):
        ledger.accept(message_id, seq)
        ledger.receive({"seq": seq, "id": message_id, "from": {"kind": "client"}})
    for message_id, seq in (("a", 3), ("b", 4)):
        ledger.receive({"seq": seq, "id": "", "from": {"kind": "bot"}})
        ledger.turn_over(message_id, "answered")
    assert ledger.faults() == Faults()


@pytest.mark.parametrize(
    ("arrivals", "lost"),
    [
        pytest.param((GREETING, LINE_A, ANSWER_A, OVER_A, LINE_B, ANSWER_B), 1, id="no end"),
        pytest.param((GREETING, LINE_A, OVER_A, LINE_B, ANSWER_B, OVER_B), 2, id="no answer"),
        pytest.param((GREETING, LINE_A, ANSWER_A, OVER_A, ANSWER_B, OVER_B), 2, id="no line"),
    ],
)
def test_what_never_came_is_lost(arrivals: tuple[tuple[str, Any, str], ...], lost: int) -> None:
    # A message that is missing also leaves a gap in `seq`.
    assert ledger_of(*arrivals).faults() == Faults(lost=lost)


def test_an_open_turn_is_told_while_it_is_awaited() -> None:
    assert ledger_of(GREETING, LINE_A, ANSWER_A, OVER_A, LINE_B).open_turns == 1


@pytest.mark.parametrize("again", [ANSWER_A, OVER_A])
def test_what_comes_twice_is_doubled(again: tuple[str, Any, str]) -> None:
    ledger = ledger_of(GREETING, LINE_A, ANSWER_A, again, OVER_A, LINE_B, ANSWER_B, OVER_B)
    assert ledger.faults().doubled == 1


def test_a_lower_seq_after_a_higher_one_is_out_of_order() -> None:
    ledger = ledger_of(GREETING, ANSWER_A, LINE_A, OVER_A, LINE_B, ANSWER_B, OVER_B)
    assert ledger.faults().out_of_order == 1


def test_turns_that_end_in_another_order_than_they_came_are_out_of_order() -> None:
    ledger = ledger_of(GREETING, LINE_A, ANSWER_A, OVER_B, LINE_B, ANSWER_B, OVER_A)
    assert ledger.faults() == Faults(out_of_order=1)


def test_an_apology_is_counted_apart() -> None:
    sorry = ("turn", "b", "failed")
    ledger = ledger_of(GREETING, LINE_A, ANSWER_A, OVER_A, LINE_B, ANSWER_B, sorry)
    assert ledger.faults() == Faults(failed=1)
