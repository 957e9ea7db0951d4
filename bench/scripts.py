"""What clients say in a bench: the conversations of tests/conversations, where no agent acts."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from pathlib import Path

import yaml

from tests.conversations.scenario import Mail, Scenario, Turn, load
from tests.conversations.transcript import plain

ROOT = Path(__file__).parents[1]
FOLDERS = ("happy_path", "correction", "digression", "switch")


@dataclass(frozen=True)
class Said:
    """A typed line, or the title of a button that is pressed."""

    text: str
    pressed: bool = False


type Script = tuple[Said, ...]

# Asked again and again, they never lead to a person; for conversations without an end.
QUESTIONS: Script = tuple(
    map(
        Said,
        (
            "combien de temps le lien est bon?",
            "merci",
            "ça prend combien de temps avant de recevoir le courriel?",
            "bonjour",
            "à quelle adresse courriel vous l'envoyez?",
        ),
    )
)


def client_scripts() -> list[Script]:
    """Returns what the client says in each conversation, up to where it takes somebody else."""
    files = [p for folder in FOLDERS for p in sorted(_conversations(folder))]
    scripts = [_script(scenario) for path in files for scenario in load(path)]
    return [script for script in scripts if script]


def shuffled(scripts: Sequence[Script], seed: int) -> Iterator[Script]:
    """Yields the scripts without an end, in an order that `seed` sets."""
    order = list(scripts)
    random.Random(seed).shuffle(order)  # noqa: S311 - an order, not a secret
    return cycle(order)


@cache
def payloads() -> dict[str, str]:
    """Returns the payload of each button of domain.yml by its title; of several, the first."""
    domain = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
    buttons = [
        button
        for variants in domain["responses"].values()
        for variant in variants
        for button in variant.get("buttons") or []
    ]
    # Doubled braces are how a response writes one.
    return {
        plain(b["title"]): b["payload"].replace("{{", "{").replace("}}", "}")
        for b in reversed(buttons)
    }


def _conversations(folder: str) -> Iterator[Path]:
    return (ROOT / "tests" / "conversations" / folder).glob("*.yml")


def _script(scenario: Scenario) -> Script:
    said: list[Said] = []
    for step in scenario.steps:
        if isinstance(step, Mail):
            continue
        if not isinstance(step, Turn) or step.meanwhile:
            break
        said.append(Said(step.line or step.button or "", pressed=step.line is None))
    return tuple(said)
