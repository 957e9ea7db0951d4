"""What a client who waits is answered, by how the engine reads their line."""

import pytest

from gateway.engine import Understanding
from gateway.handover.waiting_replies import (
    AFTER_FRAUD,
    ASSISTANT_CAN,
    NUMBERS,
    RECEIVED,
    RECEIVED_AND_THE_WAIT,
    REPLIES,
    SURE,
    THE_WAIT,
    Reply,
    reply_to,
)
from gateway.handover.waiting_words import RETURN_OFFERED, goes_back
from gateway.models import Case, Priority


def reply(
    intent: str | None,
    text: str = "…",
    *,
    problem: str | None = None,
    priority: Priority = Priority.NORMAL,
    confidence: float = 0.9,
    call_is_asked_for: bool = True,
    has_hours: bool = False,
) -> Reply:
    """What such a line is answered; without an intent, the engine couldn't say."""
    read = None if intent is None else Understanding(intent=intent, confidence=confidence)
    case = Case(problem=problem, priority=priority)
    return reply_to(text, read, case, call_is_asked_for=call_is_asked_for, has_hours=has_hours)


@pytest.mark.parametrize("intent", ["parler_agent", "demander_aide", "question_delai_courriel"])
def test_questions_about_the_wait_are_told_how_it_stands(intent: str) -> None:
    assert reply(intent, "cmb de tps") is THE_WAIT


def test_the_numbers_are_told_to_whoever_asks_and_the_hours_if_they_are_known() -> None:
    assert reply("question_coordonnees") is NUMBERS
    assert reply("question_coordonnees", has_hours=True) is THE_WAIT


@pytest.mark.parametrize("intent", ["saluer", "insatisfaction", "est_ce_un_robot"])
def test_whoever_calls_for_somebody_is_told_how_the_wait_stands(intent: str) -> None:
    assert reply(intent).tells_wait


@pytest.mark.parametrize(
    ("intent", "line"),
    [
        ("lien_expire", "c le lien"),
        ("mot_de_passe_oublie", "non c mon mdp"),
        ("question_delai_courriel", "le mail prend combien de temps"),
        ("question_validite_lien", "le lien dure cb"),
    ],
)
def test_what_the_assistant_can_do_is_offered_and_nobody_leaves_the_queue_unasked(
    intent: str, line: str
) -> None:
    assert reply(intent, line) is ASSISTANT_CAN
    assert ASSISTANT_CAN.offers == RETURN_OFFERED


def test_the_assistant_is_not_offered_for_what_it_gave_up_or_for_a_guess() -> None:
    assert reply("lien_expire", problem="lien_expire") is RECEIVED
    assert reply("lien_expire", confidence=SURE - 0.1) is RECEIVED


@pytest.mark.parametrize(
    "intent", [None, "nlu_fallback", "informer", "mot_de_passe_oublie", "demander_aide"]
)
def test_after_a_fraud_the_numbers_are_told_whatever_is_said(intent: str | None) -> None:
    assert reply(intent, priority=Priority.FIRST) is AFTER_FRAUD


def test_thanks_are_thanks_even_after_a_fraud() -> None:
    assert reply("remercier", priority=Priority.FIRST) is REPLIES["remercier"]


def test_a_yes_is_asked_what_it_is_for_where_a_call_was_offered() -> None:
    assert reply("affirmer") is THE_WAIT
    assert reply("affirmer", call_is_asked_for=False) is REPLIES["affirmer"]


def test_a_question_that_nobody_here_can_answer_is_for_the_agent_and_the_telephone() -> None:
    assert reply("out_of_scope", "mon argent est-il en danger?") is RECEIVED_AND_THE_WAIT
    assert reply("compte_verrouille", "y reste cb d'essais") is RECEIVED_AND_THE_WAIT
    assert reply("nlu_fallback", "je peux tu fermer la page") is RECEIVED_AND_THE_WAIT
    assert reply("compte_non_personnel", "c'est tu ouvert là là") is RECEIVED_AND_THE_WAIT
    assert reply("out_of_scope", "j'ai un reer") is RECEIVED


@pytest.mark.parametrize("intent", [None, "informer", "connexion_impossible", "probleme_persiste"])
def test_whatever_else_is_said_joins_the_case(intent: str | None) -> None:
    assert reply(intent, "c'est pour mon père") is RECEIVED
    assert reply("informer", "êtes-vous là?") is RECEIVED


@pytest.mark.parametrize(
    "line",
    [
        "revenir",
        "retour",
        "assistant",
        "lasistant svp",
        "retour assistant",
        "je veux revenir au robot",
        "ramène-moé au robot",
        "heille minute, je veux pas d’agent moé, ramène-moé au robot",
        "parler à l’assistant",
        "Revenir à l’assistant, je vous prie.",
        "J’aimerais mieux revenir à vous, l’assistant, plutôt que d’attendre un rappel.",
    ],
)
def test_the_way_back_is_found_in_words(line: str) -> None:
    assert goes_back(None, line, None)


@pytest.mark.parametrize(
    "line",
    [
        "je reviens dans 2 min",
        "retour du travail",
        "t’es un robot?",
        "l’assistant est nul",
        "je ne veux pas revenir à l’assistant",
        "un retour d’appel",
        "parler",
        "non",
        "👍",
        "",
    ],
)
def test_what_names_no_way_back_goes_nowhere(line: str) -> None:
    assert not goes_back(None, line, None)


def test_a_yes_goes_back_only_where_that_was_offered() -> None:
    assert goes_back(RETURN_OFFERED, "oui svp", None)
    assert goes_back(RETURN_OFFERED, "ui", "affirmer")
    assert not goes_back(None, "oui", "affirmer")
