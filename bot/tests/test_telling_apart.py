"""The classifier of `script/bench neutrality` finds a leak where there is one, and only there."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from bot.evaluation import telling_apart
from bot.evaluation.telling_apart import separation

PEOPLE = 200


@pytest.fixture(autouse=True)
def few_shuffles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling_apart, "SHUFFLES", 5)


def samples(change: Callable[[dict[str, Any]], None] = lambda _: None) -> list[dict[str, Any]]:
    """Conversations that differ by chance, and by what `change` does to those of the known."""
    generator = np.random.default_rng(0)
    made = [
        {
            "person": f"AB{number:06d}",
            "known": number % 2 == 0,
            "verb": verb,
            "seconds": list(generator.lognormal(-3.5, 0.3, size=6)),
            "bubbles": [1, 1, 2, 1, 1, 1],
            "text": "Un courriel part à l’adresse au dossier.",
        }
        for number in range(PEOPLE)
        for verb in ("resend", "recovery")
    ]
    for sample in made:
        if sample["known"]:
            change(sample)
    return made


def slow_down(sample: dict[str, Any]) -> None:
    sample["seconds"][3] *= 1.3


def say_more(sample: dict[str, Any]) -> None:
    sample["bubbles"][4] += 1


def say_otherwise(sample: dict[str, Any]) -> None:
    sample["text"] = "Le courriel part à l’adresse au dossier."


def test_what_differs_by_chance_is_not_told_apart() -> None:
    found = separation(samples())
    assert found["low"] < 0.5 < found["high"]
    assert found["samples"] == 2 * PEOPLE


def test_a_slower_answer_gives_an_account_away() -> None:
    found = separation(samples(slow_down))
    assert found["low"] > 0.6 > found["by_chance"]


def test_one_more_bubble_gives_an_account_away() -> None:
    assert separation(samples(say_more))["low"] > 0.95


def test_other_words_give_an_account_away() -> None:
    assert separation(samples(say_otherwise))["low"] > 0.95
