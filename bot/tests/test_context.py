"""An unsure line after a question of ours."""

from typing import Any

from bot.context import in_context


def _parsed(intent: str, **ranking: float) -> dict[str, Any]:
    return {
        "intent": {"name": intent, "confidence": 0.5},
        "intent_ranking": [{"name": n, "confidence": p} for n, p in ranking.items()],
    }


def _intent(parsed: dict[str, Any], *, asked: "str | None" = None, open_: bool = True) -> str:
    return str(in_context(parsed, question_open=open_, requested_slot=asked)["intent"]["name"])


def test_an_unsure_answer_is_one_after_a_question() -> None:
    assert _intent(_parsed("nlu_fallback", affirmer=0.4, lien_expire=0.3)) == "affirmer"


def test_success_is_no_such_answer() -> None:
    parsed = _parsed("nlu_fallback", probleme_resolu=0.44, connexion_impossible=0.4)
    assert _intent(parsed) == "nlu_fallback"


def test_nothing_changes_where_nothing_was_asked() -> None:
    parsed = _parsed("nlu_fallback", affirmer=0.4, lien_expire=0.3)
    assert _intent(parsed, open_=False) == "nlu_fallback"


def test_a_line_that_is_sure_stays_as_it_is() -> None:
    assert _intent(_parsed("lien_expire", lien_expire=0.55, affirmer=0.45)) == "lien_expire"


def test_a_question_makes_no_problem_likelier() -> None:
    parsed = _parsed("nlu_fallback", lien_expire=0.45, courriel_non_recu=0.4)
    assert _intent(parsed) == "nlu_fallback"


def test_whoever_is_asked_for_the_code_and_has_none_has_lost_it() -> None:
    parsed = _parsed("nlu_fallback", code_utilisateur_oublie=0.36, ne_sait_pas=0.24, remercier=0.1)
    assert _intent(parsed, asked="code_utilisateur") == "code_utilisateur_oublie"
