"""What must hold of the training lines, and of the lines they are evaluated on."""

from pathlib import Path
from typing import Any

import pytest
from rasa.shared.importers.utils import training_data_from_paths
from rasa.shared.utils.io import read_yaml_file

from bot.evaluation.data_checks import near_duplicates, too_few, was_touched
from bot.evaluation.lines import REGISTERS, LabelledLine, read_training_lines

ROOT = Path(__file__).parents[2]
TRAINING_DATA = ROOT / "data" / "nlu"


@pytest.fixture(scope="module")
def lines() -> list[LabelledLine]:
    return read_training_lines(TRAINING_DATA)


def test_no_two_lines_of_an_intent_are_nearly_the_same(lines: list[LabelledLine]) -> None:
    pairs = near_duplicates(lines)
    assert not pairs, "\n".join(f"{a.intent}: « {a.text} », « {b.text} »" for a, b in pairs)


def test_every_intent_has_enough_lines_in_every_register(lines: list[LabelledLine]) -> None:
    domain: dict[str, Any] = read_yaml_file(ROOT / "domain.yml")
    intents = [i if isinstance(i, str) else next(iter(i)) for i in domain["intents"]]
    assert not too_few(lines, intents)


def test_every_line_that_we_wrote_has_a_register(lines: list[LabelledLine]) -> None:
    reviewed = read_training_lines(TRAINING_DATA, "revision.yml")
    assert {line.register for line in lines if line not in reviewed} == set(REGISTERS)


def test_the_evaluation_lines_are_untouched() -> None:
    assert not was_touched(ROOT / "tests" / "evaluation" / "lines.tsv")


def test_rasa_reads_the_same_lines(lines: list[LabelledLine]) -> None:
    files = [str(file) for file in sorted(TRAINING_DATA.glob("*.yml"))]
    read_by_rasa = training_data_from_paths(files, "fr").intent_examples
    by_rasa = {(e.get("intent"), e.get("text")) for e in read_by_rasa}
    assert by_rasa == {(line.intent, line.text) for line in lines}
