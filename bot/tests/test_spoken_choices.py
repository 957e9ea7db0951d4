"""Choosing one of the buttons in words."""

import pytest

from bot.spoken_choices import payload_of_choice

BUTTONS = [
    {"title": "Moins de 30 minutes", "payload": "/court"},
    {"title": "Plus de 30 minutes", "payload": "/long"},
    {"title": "Je ne sais pas", "payload": "/inconnu"},
    {"title": "Parler à un agent", "payload": "/agent"},
]


@pytest.mark.parametrize(
    ("line", "payload"),
    [
        ("le premier", "/court"),
        ("La première option svp", "/court"),
        ("le 2e", "/long"),
        ("je prends le troisième", "/inconnu"),
        ("choix 2", "/long"),
        ("option #2", None),
        ("le dernier", "/agent"),
        ("plus de 30 minutes", "/long"),
        ("moins de 30 minutes je pense", "/court"),
        ("parler a un agent svp", "/agent"),
        ("je ne sais pas trop", "/inconnu"),
    ],
)
def test_a_place_or_a_title_is_a_choice(line: str, payload: "str | None") -> None:
    assert payload_of_choice(line, BUTTONS) == payload


@pytest.mark.parametrize("line", ["autre", "Une autre chose", "autres"])
def test_another_is_the_choice_that_begins_so(line: str) -> None:
    other = {"title": "Autre chose", "payload": "/autre"}
    assert payload_of_choice(line, [*BUTTONS, other]) == "/autre"
    assert payload_of_choice(line, BUTTONS) is None


@pytest.mark.parametrize(
    "line",
    ["le cinquième", "choix 9", "2", "je ne veux pas parler à un agent", "minutes", "", "?", "20"],
)
def test_anything_else_is_left_to_the_classifier(line: str) -> None:
    assert payload_of_choice(line, BUTTONS) is None


def test_what_cannot_be_undone_takes_its_title_word_for_word() -> None:
    recap = [{"title": "Oui, envoyez", "payload": '/affirmer{"confirmation": "oui"}'}]
    assert payload_of_choice("oui envoyez", recap) == recap[0]["payload"]
    assert payload_of_choice("oui envoyez mais à gmail", recap) is None


def test_nothing_is_chosen_where_nothing_is_offered() -> None:
    assert payload_of_choice("le premier", []) is None
