"""The few words that people open with are understood, never answered with "je ne comprends pas"."""

from pathlib import Path

import pytest

from tests.engine.test_contract import Engine
from tests.running_system import RunningSystem

# A line of three words or fewer, and what it may be taken for.
LINES = [
    line.split("\t")
    for line in Path(__file__).with_name("first_lines.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("line", "intents"), LINES, ids=[line for line, _ in LINES])
def test_a_first_line_of_few_words_is_understood(
    system: RunningSystem, line: str, intents: str
) -> None:
    assert Engine(system).say(line)["intent"] in intents.split()
