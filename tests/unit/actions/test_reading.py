"""Reading codes and addresses out of what people type."""

import pytest

from actions.reading import read_email, read_user_code, without


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


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("CD 234567", "CD234567"),
        ("cd 234567", "cd234567"),
        ("c CD 234567", "CD234567"),
        ("mon code est CD 234567 marc levesque", "CD234567"),
        ("le 234567", "234567"),
        ("c 234567", "234567"),
        ("c'est GT 482 913, attends j'regarde", "GT482913"),
        ("Oui : GB 204 518.", "GB204518"),
        ("mon conseiller m'a donné un papier, AB 12 34 56", "AB123456"),
    ],
)
@pytest.mark.parametrize("asked", [True, False])
def test_letters_apart_from_their_digits_are_one_code(line: str, code: str, asked: bool) -> None:
    assert read_user_code(line, asked=asked) == code


@pytest.mark.parametrize("line", ["genre mon vieux code de 2018 c bon", "non pas 2018"])
def test_a_year_in_a_sentence_is_no_code(line: str) -> None:
    assert read_user_code(line, asked=True) is None


def test_a_lone_name_is_no_code() -> None:
    assert read_user_code("Jean", asked=True) is None


def test_a_lone_word_is_a_code_only_when_the_code_was_asked_for() -> None:
    assert read_user_code("jtremblay", asked=True) == "jtremblay"
    assert read_user_code("jtremblay", asked=False) is None


@pytest.mark.parametrize("line", ["jean1@exemple.com", "je sais pas", "non", "aide", "", "?"])
def test_an_address_or_a_sentence_is_no_code(line: str) -> None:
    assert read_user_code(line, asked=True) is None


def test_an_address_is_read_out_of_a_sentence() -> None:
    assert read_email("c'est m.roy@exemple.com.") == "m.roy@exemple.com"
    assert read_email("marie eve at gmail") is None


def test_an_address_may_be_written_as_it_is_dictated() -> None:
    assert read_email("c'est m.roy arobase exemple point com") == "m.roy@exemple.com"
    assert read_email("m.roy exemple point com") is None


@pytest.mark.parametrize(
    ("line", "value", "rest"),
    [
        ("AB123456 Jean Tremblay", "AB123456", "Jean Tremblay"),
        ("je m'appelle Luc Roy et mon code c'est AB1234", "AB1234", "je m'appelle Luc Roy"),
        ("mon code est AB1234 et Luc Roy", "AB1234", "Luc Roy"),
        ("Luc Roy, code d'utilisateur : AB1234", "AB1234", "Luc Roy"),
        ("mon code est CD 234567 marc levesque", "CD234567", "marc levesque"),
    ],
)
def test_a_value_goes_with_what_introduces_it(line: str, value: str, rest: str) -> None:
    assert without(line, value) == rest
