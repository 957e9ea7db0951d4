"""What is about a promised call, among lines that are rather the assistant's."""

import pytest

from gateway.handover.call_back_words import (
    EXPECTS_CHANGE,
    EXPECTS_CONFIRMATION,
    EXPECTS_PHONE,
    EXPECTS_TIME,
    calls_off,
    concerns_promise,
    names_change,
)


@pytest.mark.parametrize(
    "line",
    [
        "annulez le rappel",
        "finalement, annulez mon rappel svp",
        "ne me rappelez pas",
        "j’ai plus besoin d’être rappelé",
        "annule",
        "finalement, annulez svp",
    ],
)
def test_a_call_is_called_off_in_words(line: str) -> None:
    assert calls_off(EXPECTS_CHANGE, line)
    assert concerns_promise(EXPECTS_CHANGE, line)


@pytest.mark.parametrize(
    "line",
    [
        "n’annulez pas le rappel",
        "ne pas annuler le rappel",
        "est-ce que je peux annuler le rappel?",
        "avez-vous annulé le rappel",
        "j’annule ma demande de mot de passe",
        "annulez le rappel du code",
        "annulez ma demande de courriel",
        "laissez faire",
        "non merci",
    ],
)
def test_what_does_not_say_so_calls_nothing_off(line: str) -> None:
    assert not calls_off(EXPECTS_CHANGE, line)


def test_annule_drops_the_change_that_is_being_made_and_not_the_call() -> None:
    for asked in (EXPECTS_PHONE, EXPECTS_TIME, EXPECTS_CONFIRMATION):
        assert concerns_promise(asked, "annule")
        assert not calls_off(asked, "annule")


@pytest.mark.parametrize(
    "line",
    [
        "finalement demain matin",
        "plutôt mardi entre 9h et 11h svp",
        "changez mon numéro pour 418 555-0199",
        "non, le 418 555-0199",
        "je voudrais changer l’heure",
        "est-ce que je peux déplacer le rappel?",
    ],
)
@pytest.mark.parametrize("asked", [EXPECTS_CHANGE, EXPECTS_CONFIRMATION])
def test_a_change_is_asked_for_in_words(asked: str, line: str) -> None:
    assert concerns_promise(asked, line)
    assert not concerns_promise(None, line), "not once something else was spoken of"


@pytest.mark.parametrize(
    "line",
    [
        "je ne reçois pas le courriel depuis ce matin",
        "lundi j’ai reçu le courriel",
        "ce matin ça marchait",
        "mon code est 12345678",
        "oui",
        "non",
        "mot de passe oublié",
        "le lien est expiré",
        "j’annule ma demande de mot de passe",
        "je veux annuler le rappel de mon code",
        "annulez ma demande de courriel",
        "j’ai appelé au 418 555-0123 hier et personne ne m’a répondu",
    ],
)
def test_what_blocks_is_the_assistants(line: str) -> None:
    assert not concerns_promise(EXPECTS_CHANGE, line)
    assert not names_change(line)


@pytest.mark.parametrize(
    ("asked", "line", "concerns"),
    [
        (EXPECTS_PHONE, "555-0123", True),
        (EXPECTS_PHONE, "le lien est expiré", False),
        (EXPECTS_TIME, "quand bébé dort", True),
        (EXPECTS_TIME, "pourquoi je ne reçois pas le courriel?", False),
        (EXPECTS_CONFIRMATION, "oui, c’est beau", True),
        (EXPECTS_CONFIRMATION, "non", True),
        (EXPECTS_CONFIRMATION, "je ne reçois pas le courriel depuis ce matin", False),
    ],
)
def test_an_open_question_is_answered_or_left_to_the_assistant(
    asked: str, line: str, concerns: bool
) -> None:
    assert concerns_promise(asked, line) is concerns
