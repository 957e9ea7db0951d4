"""Telephone numbers as people write them."""

import pytest

from gateway.handover.phone_numbers import number_like_parts, read_number, shown_number

QUEBEC = "+14185550123"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("418 555-0123", QUEBEC),
        ("4185550123", QUEBEC),
        ("418.555.0123", QUEBEC),
        ("418-555-0123", QUEBEC),
        ("418 - 555 - 0123", QUEBEC),
        ("418/555-0123", QUEBEC),
        ("418555 0123", QUEBEC),
        ("(418) 555-0123", QUEBEC),
        ("(418)5550123", QUEBEC),
        ("1 418 555 0123", QUEBEC),
        ("1-418-555-0123", QUEBEC),
        ("+1 (418) 555-0123", QUEBEC),
        ("1(418)555-0123", QUEBEC),
        ("418\u00a0555\u20110123", QUEBEC),
        ("418 555-O123", QUEBEC),
        ("tel:418-555-0123", QUEBEC),
        ("au 418 555-0123.", QUEBEC),
        ("rappelez-moi au 418 555 0123 svp", QUEBEC),
        ("mon cell c'est le 4185550123, demain 9h", QUEBEC),
        ("1 888 776-1668", "+18887761668"),
        ("4185550123 poste 12", f"{QUEBEC};ext=12"),
        ("418 555-0123, poste 4567", f"{QUEBEC};ext=4567"),
        ("418 555-0123 (poste 221)", f"{QUEBEC};ext=221"),
        ("418 555 0123 poste: 45", f"{QUEBEC};ext=45"),
        ("418 555-0123 ext. 12", f"{QUEBEC};ext=12"),
        ("418 555-0123 p. 12", f"{QUEBEC};ext=12"),
        ("418.555.0123#12", f"{QUEBEC};ext=12"),
        ("(418)555-0123x33", f"{QUEBEC};ext=33"),
        ("+33 6 12 34 56 78", "+33612345678"),
        ("00 33 6 12 34 56 78", "+33612345678"),
        ("011 33 6 12 34 56 78", "+33612345678"),
        # The last one is meant.
        ("pas le 514 555-0199, le 418 555-0123", QUEBEC),
    ],
)
def test_any_usual_writing_is_read(text: str, kept: str) -> None:
    written = read_number(text)
    assert written is not None
    assert written.number == kept


@pytest.mark.parametrize(
    "text",
    [
        "",
        "allo",
        "911",
        "555-0123",
        "418 555 01",
        "1234567890",
        "9 999 999 9999",
        "le 26/11/2026",
        "code AB123456",
        "quatre un huit",
        "demain à 9 h 30",
    ],
)
def test_what_is_no_number_is_not(text: str) -> None:
    assert read_number(text) is None


def test_it_says_where_the_number_stands() -> None:
    text = "c’est le 418/555-O123 poste 12, merci"
    written = read_number(text)
    assert written is not None
    assert text[written.start : written.end] == "418/555-O123 poste 12"


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        (QUEBEC, "418 555-0123"),
        (f"{QUEBEC};ext=12", "418 555-0123, poste 12"),
        ("+33612345678", "+33 6 12 34 56 78"),
    ],
)
def test_it_is_shown_as_people_write_it(kept: str, shown: str) -> None:
    assert shown_number(kept) == shown


def test_a_piece_of_a_number_looks_like_one() -> None:
    assert number_like_parts("mon no 418 555 01, à 9 h 30") == ["418 555 01"]
