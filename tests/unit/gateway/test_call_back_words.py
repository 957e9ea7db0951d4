"""What is about a promised call, among lines that are rather the assistant's."""

import pytest

from gateway.conversations import PendingTurn
from gateway.handover.call_back_words import (
    CALL_OFFERED,
    CONFIRM,
    EXPECTS_CHANGE,
    EXPECTS_CONFIRMATION,
    EXPECTS_PHONE,
    EXPECTS_TIME,
    begins_call,
    calls_off,
    cancels,
    changed_part,
    concerns_promise,
    confirms,
    denies,
    names_change,
    preference_in,
    wishes_call,
)
from gateway.handover.ownership import Owner
from gateway.handover.phone_numbers import read_number


def typed(text: str, payload: str | None = None) -> PendingTurn:
    """A line of a client who waits; with a payload, a press."""
    return PendingTurn(
        conversation_id="c",
        seq=1,
        message_id="m",
        text=text,
        payload=payload,
        client_key="",
        expects=frozenset(),
        asked=None,
        owner=Owner.WAITING,
        is_followed=False,
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


@pytest.mark.parametrize(
    ("line", "intent"),
    [
        ("oui", "affirmer"),
        ("oui, merci", "remercier"),
        ("oui", None),
        ("oui rapelle", "nlu_fallback"),
        ("rapel moi", "parler_agent"),
        ("un humain", "parler_agent"),
        ("jaimerais mieu kon mapelle", "nlu_fallback"),
        ("demain matin", "nlu_fallback"),
    ],
)
def test_the_offer_of_a_call_is_taken_up_in_words(line: str, intent: str | None) -> None:
    assert begins_call(CALL_OFFERED, line, intent)


@pytest.mark.parametrize(
    ("line", "intent"),
    [
        ("ok merci", "remercier"),
        ("non merci", "nier"),
        ("laisse faire", "annuler"),
        ("je m’appelle Jean", "informer"),
        ("jappelle moi meme", "nlu_fallback"),
        ("n’appelez pas", "parler_agent"),
        ("le lien marche pas", "lien_expire"),
    ],
)
def test_whoever_does_not_take_it_up_is_asked_for_no_number(line: str, intent: str) -> None:
    assert not begins_call(CALL_OFFERED, line, intent)


@pytest.mark.parametrize(
    ("line", "intent"),
    [
        ("5145550199", "informer"),
        ("mon num cest 514 555 0199", None),
        ("Oui, au poste 12 du 418 555-0199. Je m’appelle Yvon Fecteau.", "affirmer"),
        ("jveux kon mappel", "parler_agent"),
        ("on peut me rapeler", "parler_agent"),
        ("Veuillez me faire rappeler", None),
        ("je préférerais que l’on me téléphone", "parler_agent"),
        ("qu’on m’appelle", None),
    ],
)
def test_a_call_is_asked_for_at_any_time_of_the_wait(line: str, intent: str | None) -> None:
    assert begins_call(None, line, intent)


@pytest.mark.parametrize(
    ("line", "intent"),
    [
        ("oui", "affirmer"),
        ("un humain", "parler_agent"),
        ("j’ai appelé au 418 555-0199, pas de réponse", "informer"),
        ("c’est le 418 555-0199 qui m’a texté", "informer"),
    ],
)
def test_what_asks_for_no_call_begins_none(line: str, intent: str) -> None:
    assert not begins_call(None, line, intent)


def test_the_summary_is_confirmed_in_any_register() -> None:
    for line in ("oui", "c’est beau"):
        assert confirms(typed(line))
    for line in ("ui", "ouin", "C’est bien cela, oui."):
        assert confirms(typed(line), "affirmer")
    assert confirms(typed("Oui", CONFIRM))


@pytest.mark.parametrize("line", ["oui mais en pm", "oui?", "oui, demain matin", "oui 555-0199"])
def test_a_yes_with_something_more_confirms_nothing(line: str) -> None:
    assert not confirms(typed(line), "affirmer")


def test_a_no_says_that_something_is_wrong_unless_it_says_what() -> None:
    assert denies(typed("nan c pas ça pantoute"), "nier")
    for line in ("non en pm", "non le 418 555-0199", "non c’est pas le bon moment"):
        assert not denies(typed(line), "nier")


def test_whoever_gives_no_number_wants_no_call() -> None:
    assert cancels(EXPECTS_PHONE, typed("jen ai pas"), "nier")
    assert cancels(EXPECTS_PHONE, typed("laisse fere"), "annuler")
    assert not cancels(EXPECTS_PHONE, typed("non, 555-0199"), "nier")
    assert not cancels(EXPECTS_TIME, typed("au retour du travail"), "annuler")


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("le numéro", EXPECTS_PHONE),
        ("le moment", EXPECTS_TIME),
        ("l’heure svp", EXPECTS_TIME),
        ("non c’est pas le bon moment", EXPECTS_TIME),
        ("quand bébé dort", None),
    ],
)
def test_what_is_to_be_corrected_is_named_in_words(line: str, part: str | None) -> None:
    assert changed_part(line) == part


def test_a_name_is_no_time() -> None:
    assert preference_in("quand bébé dort", None, is_asked=True) == "quand bébé dort"
    assert preference_in("Jean-Philippe Roy", None, is_asked=True, intent="informer") is None


def test_a_question_is_no_time_and_one_that_does_not_suit_is() -> None:
    asked = "question_delai_courriel"
    assert preference_in("c’est tu long", None, is_asked=True, intent=asked) is None
    line = "pas l’après-midi chu chez l’physio"
    assert preference_in(line, None, is_asked=True) == line
    assert preference_in(line, None, is_asked=False) is None


def test_the_words_that_lead_to_a_number_are_no_part_of_the_time() -> None:
    line = "lundi au 819 555-0101"
    assert preference_in(line, read_number(line), is_asked=False) == "lundi"


def test_a_promised_call_is_moved_to_another_number_in_a_sentence() -> None:
    line = "Je voudrais plutôt que l’on m’appelle au 418 555-0110, chez ma sœur."
    assert concerns_promise(EXPECTS_CHANGE, line)
