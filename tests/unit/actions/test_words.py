"""The words of domain.yml: all there, all used, and written as the voice asks."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.forms import form_actions
from actions.ladders import ladders
from actions.speech import OTHER_WORDS

ROOT = Path(__file__).parents[3]
DOMAIN: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
RESPONSES: dict[str, list[dict[str, Any]]] = DOMAIN["responses"]
SOURCES = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "actions").glob("*.py"))
ANSWERED = re.findall(
    r"intent: (\w+)\n  - action: action_repondre",
    (ROOT / "data/rules/questions.yml").read_text(encoding="utf-8"),
)
MAX_WORDS = 45  # "about 30" in dialogues.md; facts with two phone numbers in them need more
MAX_BUTTON_WORDS = 4
NO_BREAK_SPACE = "\u00a0"


def _said_by_actions() -> set[str]:
    named = set(re.findall(r'"(dire_\w+)"', re.sub(r"#.*", "", SOURCES)))
    named |= {
        response
        for ladder in ladders().values()
        for s in ladder.steps.values()
        for response in s.say
    }
    named |= {ladder.announcement for ladder in ladders().values() if ladder.announcement}
    named |= {f"dire_{intent}" for intent in ANSWERED}
    named |= {f"dire_{intent}_en_cours" for intent in ANSWERED} & set(RESPONSES)
    named |= {f"dire_suivi_{intent}" for intent in ANSWERED} & set(RESPONSES)
    asked = [
        a.name().removeprefix("action_ask_")
        for a in form_actions()
        if a.name().startswith("action_ask_")
    ]
    named |= {f"dire_demander_{slot}" for slot in asked if slot != "confirmation"}
    named |= {f"dire_erreur_{slot}" for slot in asked}
    for form in ("renvoi", "recuperation"):
        named |= {f"dire_recapituler_{form}", f"dire_envoye_{form}", f"dire_que_corriger_{form}"}
    return named


def test_every_response_an_action_says_exists() -> None:
    assert _said_by_actions() - set(RESPONSES) == set()


def test_every_response_of_the_domain_is_said() -> None:
    base = {name.removesuffix(OTHER_WORDS) for name in RESPONSES if name.startswith("dire_")}
    assert base - _said_by_actions() == set()


def test_other_words_have_words_they_replace() -> None:
    others = [name for name in RESPONSES if name.endswith(OTHER_WORDS)]
    assert [n for n in others if n.removesuffix(OTHER_WORDS) not in RESPONSES] == []


@pytest.mark.parametrize("name", RESPONSES)
def test_a_bubble_is_short_and_its_typography_is_of_quebec(name: str) -> None:
    for variant in RESPONSES[name]:
        text = variant["text"]
        assert len(text.split()) <= MAX_WORDS
        assert not re.search(r"\s[?!;]", text), "no space before ? ! ;"
        assert not re.search(rf"«(?!{NO_BREAK_SPACE})|(?<!{NO_BREAK_SPACE})»", text)
        assert not re.search(rf"(?<!{NO_BREAK_SPACE}):\s", text), (
            "a no-break space before the colon"
        )
        assert not re.search(
            r"\b(?:email|mail|e-mail|malheureusement|n'hésitez)\b", text, re.IGNORECASE
        )


@pytest.mark.parametrize("name", RESPONSES)
def test_a_button_is_short_and_its_payload_is_known(name: str) -> None:
    for button in (b for variant in RESPONSES[name] for b in variant.get("buttons", [])):
        assert len(button["title"].split()) <= MAX_BUTTON_WORDS
        intent, _, entities = button["payload"].removeprefix("/").partition("{{")
        assert intent in DOMAIN["intents"]
        if entities:
            assert set(json.loads("{" + entities.removesuffix("}}") + "}")) <= set(
                DOMAIN["entities"]
            )


@pytest.mark.parametrize(
    "response",
    [
        "dire_question_coordonnees",
        "dire_compte_verrouille",
        "dire_compte_non_personnel",
        "dire_fraude",
        "dire_panne",
    ],
)
def test_the_phone_numbers_are_those_of_the_facts(response: str) -> None:
    text = RESPONSES[response][0]["text"]
    assert "418 838-1107" in text
    assert "1 888 776-1668" in text
