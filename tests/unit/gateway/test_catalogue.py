"""The catalogue: complete, used, brief, and typeset as French of Québec wants it."""

import re
import string
from pathlib import Path

import pytest
import yaml

from gateway import turns
from gateway.catalogue import load_catalogue
from gateway.choices import Choice
from gateway.handover.call_back_words import PAYLOAD_PREFIX

CATALOGUE = load_catalogue()
ROOT = Path(__file__).parents[3]
SOURCE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in (ROOT / "gateway").rglob("*.py")
    if "node_modules" not in path.parts
)
LONGEST_WORDS = 30
NO_BREAK_SPACE = "\u00a0"
# What the gateway's own buttons mean.
OF_THE_GATEWAY = {turns.RETURN_PAYLOAD, "gateway:rappel"}
WORDS_OF_THE_CATALOGUE = [
    *CATALOGUE.sentences.values(),
    *(label for table in CATALOGUE.labels.values() for label in table.values()),
    *(choice.title for choices in CATALOGUE.buttons.values() for choice in choices),
    *(choice.title for choice in CATALOGUE.contexts.values()),
]


def test_every_sentence_is_used() -> None:
    unused = [key for key in CATALOGUE.sentences if f'"{key}"' not in SOURCE]
    assert not unused, f"remove from catalogue.yml, or say: {unused}"


def test_every_key_that_is_said_exists() -> None:
    said = set(re.findall(r'(?:\.say|\bRefused|_refusal)\(\s*"(\w+)"', SOURCE))
    assert said - set(CATALOGUE.sentences) == set()
    assert {"relais", "refus_vide"} <= said | set(CATALOGUE.sentences)


@pytest.mark.parametrize("sentence", CATALOGUE.sentences.values())
def test_a_sentence_is_brief(sentence: str) -> None:
    assert len(sentence.split()) <= LONGEST_WORDS


@pytest.mark.parametrize("words", WORDS_OF_THE_CATALOGUE)
def test_typography(words: str) -> None:
    assert "'" not in words, "the apostrophe is ’"
    assert not re.search(r"\s[?!;]", words), "no space before ? ! ;"
    assert not re.search(rf"[^{NO_BREAK_SPACE}\d]:", words), "a no-break space before a colon"
    assert not re.search(rf"«[^{NO_BREAK_SPACE}]|[^{NO_BREAK_SPACE}]»", words)


@pytest.mark.parametrize("words", WORDS_OF_THE_CATALOGUE)
def test_vocabulary(words: str) -> None:
    assert not re.search(
        r"malheureusement|n’hésitez pas|e-?mail|mobile|\btu\b|\bton\b", words, re.IGNORECASE
    )


def test_the_numbers_are_those_of_customer_service() -> None:
    assert dict(CATALOGUE.facts) == {"telephone": "418 838-1107", "sans_frais": "1 888 776-1668"}


@pytest.mark.parametrize("key", CATALOGUE.sentences)
def test_a_sentence_asks_only_for_values_the_code_has(key: str) -> None:
    fields = {name for _, name, _, _ in string.Formatter().parse(CATALOGUE.sentences[key]) if name}
    assert fields <= {
        *CATALOGUE.facts,
        "reference",
        "agent",
        "nouvel_agent",
        "maximum",
        "place",
        "attente",
        "ouverture",
        "numero",
        "moment",
        "position",
        "minutes",
    }


def test_an_unknown_label_has_a_general_name() -> None:
    assert CATALOGUE.label("motifs", "inconnu") == "Autre motif"


def test_buttons_are_short_and_mean_something() -> None:
    for choices in CATALOGUE.buttons.values():
        for choice in choices:
            assert 1 <= len(choice.title.split()) <= 4
            assert choice.payload.startswith(("/", turns.RETURN_PAYLOAD, PAYLOAD_PREFIX))


@pytest.mark.parametrize(("context", "choice"), CATALOGUE.contexts.items())
def test_a_context_is_named_after_the_problem_it_opens(context: str, choice: Choice) -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    assert choice.payload == f"/{context}"
    assert context in domain["intents"]
