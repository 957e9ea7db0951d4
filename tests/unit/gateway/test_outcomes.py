"""The rule of docs/outcomes.md, row by row, and that it gives one outcome to anything."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.ladders import ladders
from gateway.catalogue import load_catalogue
from gateway.manager.outcomes import Facts, Handover, Line, Verdict, judge
from gateway.models import Outcome

START = datetime(2026, 1, 15, 14, tzinfo=UTC)
PROBLEMS = {"lien_expire", "courriel_non_recu", "compte_verrouille"}
FIX = "courriel_non_recu.indesirables"
FIXES = {FIX, "lien_expire.soi_meme"}
QUESTION_STEP = "courriel_non_recu.delai"


def lines(*readings: tuple[str | None, str | None]) -> list[Line]:
    """Lines a minute apart, each with its intent and the step after it."""
    return [
        Line(START + timedelta(minutes=i), intent, step)
        for i, (intent, step) in enumerate(readings)
    ]


def after(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


FIXED = Facts(lines(("courriel_non_recu", QUESTION_STEP), ("donner_delai", FIX)))
TAKEN = Handover("courriel_non_recu", taken=True, given_up=False)
WAITED = Handover("courriel_non_recu", taken=False, given_up=False)
GIVEN_UP = Handover("courriel_non_recu", taken=False, given_up=True)

RULE = {
    "a call was asked for, whatever else": (
        replace(FIXED, call_back=True, handovers=[TAKEN], solved_at=after(9)),
        Outcome.CALL_BACK,
    ),
    "a person answered": (replace(FIXED, handovers=[TAKEN]), Outcome.ESCALATED),
    "a person answered, then it was solved with the assistant": (
        replace(FIXED, handovers=[TAKEN], solved_at=after(9)),
        Outcome.ESCALATED,
    ),
    "the case waited and nobody came": (replace(FIXED, handovers=[WAITED]), Outcome.ESCALATED),
    "back to the assistant before anyone came": (
        replace(FIXED, handovers=[GIVEN_UP], solved_at=after(9)),
        Outcome.SOLVED_CONFIRMED,
    ),
    "one case given up, another answered": (
        replace(FIXED, handovers=[GIVEN_UP, TAKEN]),
        Outcome.ESCALATED,
    ),
    "the client said so": (replace(FIXED, solved_at=after(9)), Outcome.SOLVED_CONFIRMED),
    "the client said so, then named another problem": (
        Facts(lines(("lien_expire", None), ("lien_expire", QUESTION_STEP)), solved_at=after(0.5)),
        Outcome.ABANDONED,
    ),
    "the client said so, then thanked": (
        Facts(lines(("probleme_resolu", None), ("remercier", None)), solved_at=after(0.5)),
        Outcome.SOLVED_CONFIRMED,
    ),
    "the client rated it solved": (replace(FIXED, rated_solved=True), Outcome.SOLVED_CONFIRMED),
    "said solved, then rated not solved": (
        replace(FIXED, solved_at=after(9), rated_solved=False),
        Outcome.ABANDONED,
    ),
    "nothing was understood": (
        Facts(lines(("nlu_fallback", None), ("nlu_fallback", None))),
        Outcome.NOT_UNDERSTOOD,
    ),
    "one line was understood": (
        Facts(lines(("nlu_fallback", None), ("saluer", None))),
        Outcome.ABANDONED,
    ),
    "nothing was read": (Facts(lines((None, None))), Outcome.ABANDONED),
    "left after a fix": (FIXED, Outcome.SOLVED_ASSUMED),
    "left after a fix and a later question": (
        replace(FIXED, lines=[*FIXED.lines, Line(after(5), "nier", "courriel_non_recu.adresse")]),
        Outcome.SOLVED_ASSUMED,
    ),
    "left after a question only": (replace(FIXED, lines=FIXED.lines[:1]), Outcome.ABANDONED),
    "back within a day": (replace(FIXED, stayed_away=False), Outcome.ABANDONED),
    "left in the middle of a form": (replace(FIXED, awaits_value=True), Outcome.ABANDONED),
    "gave up": (
        replace(FIXED, lines=[*FIXED.lines, Line(after(5), "annuler", None)]),
        Outcome.ABANDONED,
    ),
    "stuck after a fix": (
        replace(FIXED, lines=[*FIXED.lines, Line(after(5), "probleme_persiste", QUESTION_STEP)]),
        Outcome.ABANDONED,
    ),
    "stuck, and given another fix": (
        replace(FIXED, lines=[*FIXED.lines, Line(after(5), "probleme_persiste", FIX)]),
        Outcome.SOLVED_ASSUMED,
    ),
    "a fix of another problem than the last": (
        replace(
            FIXED, lines=[*FIXED.lines, Line(after(5), "lien_expire", "lien_expire.une_heure")]
        ),
        Outcome.ABANDONED,
    ),
    "a question was answered": (
        Facts(lines(("question_delai_courriel", None))),
        Outcome.SOLVED_ASSUMED,
    ),
}


@pytest.mark.parametrize(("facts", "outcome"), RULE.values(), ids=RULE.keys())
def test_rule(facts: Facts, outcome: Outcome) -> None:
    assert judge(facts, PROBLEMS, FIXES).outcome is outcome


def test_every_outcome_is_in_the_rule() -> None:
    assert {outcome for _, outcome in RULE.values()} == set(Outcome)


@pytest.mark.parametrize(
    ("facts", "problem", "last_step"),
    [
        (FIXED, "courriel_non_recu", FIX),
        (Facts(lines(("compte_verrouille", None))), "compte_verrouille", None),
        (
            Facts(lines(("lien_expire", "lien_expire.une_heure"), ("remercier", None))),
            "lien_expire",
            "lien_expire.une_heure",
        ),
        (
            Facts(lines(("lien_expire", "lien_expire.une_heure"), ("question_coordonnees", None))),
            "question_coordonnees",
            None,
        ),
        (Facts(lines((None, None)), [TAKEN]), "courriel_non_recu", None),
        (Facts(lines(("saluer", None))), None, None),
    ],
)
def test_problem_and_last_step(facts: Facts, problem: str | None, last_step: str | None) -> None:
    verdict = judge(facts, PROBLEMS, FIXES)
    assert (verdict.problem, verdict.last_step) == (problem, last_step)


@given(
    st.builds(
        Facts,
        lines=st.lists(
            st.builds(
                Line,
                at=st.integers(0, 60).map(after),
                intent=st.sampled_from(
                    [None, "nlu_fallback", "lien_expire", "annuler", "question_delai_courriel"]
                ),
                step=st.sampled_from([None, FIX, QUESTION_STEP, "lien_expire.soi_meme"]),
            ),
            min_size=1,
        ),
        handovers=st.lists(st.sampled_from([TAKEN, WAITED, GIVEN_UP])),
        call_back=st.booleans(),
        solved_at=st.none() | st.integers(0, 60).map(after),
        rated_solved=st.none() | st.booleans(),
        awaits_value=st.booleans(),
        stayed_away=st.booleans(),
    )
)
def test_every_conversation_has_exactly_one_outcome(facts: Facts) -> None:
    verdict = judge(facts, PROBLEMS, FIXES)
    assert isinstance(verdict, Verdict)
    assert verdict.outcome in Outcome
    # Nothing is assumed of who was not away for a day, nor solved where a person was called.
    if not facts.stayed_away:
        assert verdict.outcome is not Outcome.SOLVED_ASSUMED
    if TAKEN in facts.handovers:
        assert verdict.outcome in {Outcome.ESCALATED, Outcome.CALL_BACK}


def test_every_problem_and_step_has_a_name_for_the_manager() -> None:
    labels = load_catalogue().labels
    steps = {f"{problem}.{step}" for problem, ladder in ladders().items() for step in ladder.steps}
    assert steps == labels["etapes"].keys() - {"aucun", "autre"}
    assert ladders().keys() <= labels["sujets"].keys()
    assert set(Outcome) < labels["issues"].keys()
