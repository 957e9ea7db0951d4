"""Reading codes, names and addresses out of what people type."""

from pathlib import Path

import pytest

from actions.reading import (
    read_correction,
    read_email,
    read_full_name,
    read_name,
    read_user_code,
    without,
)

# A line, and the first and last name in it; NO_NAME for both where it holds no whole name.
NO_NAME = "—"
NAMES = [
    line.split("\t")
    for line in Path(__file__).with_name("names.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("AB123456", "AB123456"),
        ("mon code est AB-1234", "AB-1234"),
        ("le code c'est 00123456 je pense", "00123456"),
        ("« AB123456 »", "AB123456"),
    ],
)
def test_a_word_with_a_digit_is_a_code_wherever_it_stands(line: str, code: str) -> None:
    assert read_user_code(line, asked=False) == code


def test_a_code_in_groups_is_one_code_when_the_code_was_asked_for() -> None:
    assert read_user_code("AB 123 456", asked=True) == "AB123456"
    assert read_user_code("mon code est 123 456", asked=True) == "123456"


def test_a_lone_name_is_no_code() -> None:
    assert read_user_code("Jean", asked=True) is None


@pytest.mark.parametrize(
    ("line", "correction"),
    [
        ("non c'est Tremblé", (None, "Tremblé")),
        ("mon prénom est Luc", ("prenom", "Luc")),
        ("le nom c'est Roy", ("nom", "Roy")),
        ("non, c'est Tremblay avec un y", (None, "Tremblay")),
        ("non c'est Thibault (a-u-l-t)", (None, "Thibault")),
        ("nah", None),
        ("hein", None),
    ],
)
def test_a_correction_says_so(line: str, correction: tuple[str | None, str] | None) -> None:
    assert read_correction(line) == correction


def test_a_lone_word_is_a_code_only_when_the_code_was_asked_for() -> None:
    assert read_user_code("jtremblay", asked=True) == "jtremblay"
    assert read_user_code("jtremblay", asked=False) is None


@pytest.mark.parametrize("line", ["jean1@exemple.com", "je sais pas", "non", "aide", "", "?"])
def test_an_address_or_a_sentence_is_no_code(line: str) -> None:
    assert read_user_code(line, asked=True) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Tremblay", "Tremblay"),
        ("tremblay", "tremblay"),
        ("Lajoie-Côté", "Lajoie-Côté"),
        ("O'Neil", "O'Neil"),
        ("D’Amours", "D’Amours"),
        ("St-Pierre", "St-Pierre"),
        ("Nguyen", "Nguyen"),
        ("L'Heureux", "L'Heureux"),
        ("N'Diaye", "N'Diaye"),
        ("Pagé", "Pagé"),
        ("Ma", "Ma"),
        ("Jean C.", "Jean C"),
        ("de la Durantaye", "de la Durantaye"),
        ("mon nom est Roy", "Roy"),
        ("c'est Ginette", "Ginette"),
        ("prénom: Luc", "Luc"),
        ("non, c'est Tremblé", "Tremblé"),
    ],
)
def test_a_name_is_read_as_typed_without_its_lead_in(line: str, name: str) -> None:
    assert read_name(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "bonjour",
        "oui",
        "je sais pas",
        "marche pas",
        "c'est quoi ça",
        "AB123456",
        "aide",
        "😀",
        "x" * 80,
    ],
)
def test_a_sentence_is_no_name(line: str) -> None:
    assert read_name(line) is None


@pytest.mark.parametrize(("line", "first", "last"), NAMES)
def test_a_line_of_a_whole_name_gives_first_and_last(line: str, first: str, last: str) -> None:
    assert read_full_name(line) == (None if first == last == NO_NAME else (first, last))


def test_an_address_is_read_out_of_a_sentence() -> None:
    assert read_email("c'est m.roy@exemple.com.") == "m.roy@exemple.com"
    assert read_email("marie eve at gmail") is None


@pytest.mark.parametrize(
    ("line", "value", "rest"),
    [
        ("AB123456 Jean Tremblay", "AB123456", "Jean Tremblay"),
        ("je m'appelle Luc Roy et mon code c'est AB1234", "AB1234", "je m'appelle Luc Roy"),
        ("mon code est AB1234 et Luc Roy", "AB1234", "Luc Roy"),
        ("Luc Roy, code d'utilisateur : AB1234", "AB1234", "Luc Roy"),
    ],
)
def test_a_value_goes_with_what_introduces_it(line: str, value: str, rest: str) -> None:
    assert without(line, value) == rest
