"""The ladders as data: every one can be walked to its end, and the end is a person."""

import pytest

from actions.ladders import AGENT, NEXT, SOLVED, WAIT, Ladder, ladders

ALL_HINTS = frozenset({"newest_email", "company_filter"})
PROBLEMS = sorted(ladders())


@pytest.mark.parametrize("problem", PROBLEMS)
def test_saying_that_it_still_fails_ends_at_a_person_without_a_step_said_twice(
    problem: str,
) -> None:
    seen: list[str] = []
    ladder, step = ladders()[problem], ladders()[problem].step_after(None, [], ALL_HINTS)
    while step is not None:
        assert f"{problem}.{step}" not in seen, "the same step twice"
        seen.append(f"{problem}.{step}")
        target = ladder.steps[step].target("persiste")
        assert target not in (SOLVED, WAIT), "« ça ne marche pas » must go on"
        if target == AGENT:
            break
        if target.startswith("echelle:"):
            problem = target.removeprefix("echelle:")
            ladder = ladders()[problem]
            target = NEXT if not ladder.announcement else AGENT
            if target == AGENT:
                break
            step = ladder.step_after(
                None, [s.split(".")[1] for s in seen if s.startswith(problem)], ALL_HINTS
            )
            continue
        done = [s.split(".")[1] for s in seen if s.startswith(f"{problem}.")]
        step = ladder.step_after(step, done, ALL_HINTS) if target == NEXT else target


def test_a_hint_switched_off_is_left_out() -> None:
    ladder = ladders()["lien_expire"]
    assert ladder.step_after("renvoi", ["renvoi"], ALL_HINTS) == "lien_recent"
    assert ladder.step_after("renvoi", ["renvoi"], frozenset({"company_filter"})) == "filtre"
    assert ladder.step_after("renvoi", ["renvoi"], frozenset()) is None


def test_a_ladder_taken_up_again_goes_on_after_what_was_done() -> None:
    ladder = ladders()["courriel_non_recu"]
    assert ladder.step_after("indesirables", ["delai", "indesirables"], ALL_HINTS) == "chercher"


@pytest.mark.parametrize("target", ["nulle_part", "echelle", ""])
def test_a_target_that_does_not_exist_is_refused_when_loading(target: str) -> None:
    fields = {
        "dossier": "Essai",
        "etapes": {"une": {"dire": ["dire_x"], "si": {"oui": target}}},
    }
    with pytest.raises(ValueError, match="unknown"):
        Ladder.model_validate(fields)
