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
    wishes_call,
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
        "peux-tu canceller l’appel",
        "veuillez annuler la demande de rappel, merci",
        "mon rappel de demain, je veux l’annuler",
        "annulez l’appel de 10h, j’ai pu me connecter",
        "on annule le rappel",
        "laissez faire le rappel",
        "rappelez-moi pas, c’est réglé",
        "c’est réglé, ne m’appelez pas",
        "je ne veux plus de rappel",
        "je veux pu qu’on me rappelle",
        "pas besoin de m’appeler finalement",
        "inutile de me rappeler",
        "vous n’avez plus à me rappeler",
        "annulez svp mon rappel",
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
        "j’ai annulé le rappel",
        "j’annule ma demande de mot de passe",
        "annulez le rappel du code",
        "annulez ma demande de courriel",
        "laissez faire",
        "non merci",
        "pas besoin de me rappeler mon code, je l’ai retrouvé",
        "j’ai pas besoin du rappel de code",
        "enlevez le rappel automatique du mot de passe",
        "plus besoin d’appeler mon conseiller",
        "je ne veux pas qu’on m’appelle madame",
        "vous ne me rappelez pas vite",
        "j’ai oublié le rappel",
        # About the call, and more than its end.
        "ne me rappelez pas avant 10h",
        "ne m’appelez pas le matin",
        "ne m’appelez pas au bureau",
        "pas besoin de me rappeler avant lundi",
        "annulez le rappel de 10h, rappelez-moi plutôt demain",
        "comment annuler le rappel",
        "si j’annule le rappel est-ce que je perds ma place",
    ],
)
def test_what_does_not_say_so_calls_nothing_off(line: str) -> None:
    assert not calls_off(EXPECTS_CHANGE, line)


@pytest.mark.parametrize(
    "line",
    [
        "ne me rappelez pas avant 10h",
        "ne m’appelez pas le matin",
        "ne m’appelez pas au bureau",
        "comment annuler le rappel",
        "décalez le rappel à jeudi",
        "je dois remettre mon rappel",
        "avez-vous annulé mon rappel?",
    ],
)
def test_who_names_the_call_hears_of_it(line: str) -> None:
    assert names_change(line)


def test_who_wants_no_call_asks_for_none() -> None:
    for line in ("rappelez-moi pas", "je ne veux pas être rappelé"):
        assert not wishes_call(line)


@pytest.mark.parametrize(
    ("line", "drops"),
    [
        ("je ne veux plus de rappel", True),
        ("laissez faire, j’ai retrouvé mon code", True),
        ("oublié mon mot de passe", False),
        ("annuler ma demande de mot de passe", False),
        ("oubliez pas mon poste 23", False),
    ],
)
def test_a_question_is_dropped_by_what_is_about_it(line: str, drops: bool) -> None:
    assert concerns_promise(EXPECTS_TIME, line) is drops


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
        "pouvez-vous m’appeler demain à la place?",
        "jeudi ferait mieux mon affaire",
        "je me suis trompé de numéro, c’est le 418 555-0199",
        "c’est pas le bon numéro",
        "mon numéro n’est plus bon",
        "je préférerais un autre moment",
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
        "je change de numéro de cellulaire dans mon dossier",
        "ça me demande de changer l’heure de mon appareil",
        "rappelez-moi mon code",
        "je ne me rappelle plus de mon mot de passe",
        "mon code est 4185550123",
        "mon conseiller m’a dit d’appeler au 418 555-0123",
        "24 heures",
        "plus besoin d’aide, merci",
        "merci de me rappeler",
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
        (EXPECTS_CONFIRMATION, "oui, changez-le", True),
        (EXPECTS_CONFIRMATION, "oui, vous pouvez le changer", True),
        (EXPECTS_CONFIRMATION, "oui rappelez-moi", True),
        (EXPECTS_CONFIRMATION, "non", True),
        (EXPECTS_CONFIRMATION, "je ne reçois pas le courriel depuis ce matin", False),
    ],
)
def test_an_open_question_is_answered_or_left_to_the_assistant(
    asked: str, line: str, concerns: bool
) -> None:
    assert concerns_promise(asked, line) is concerns
