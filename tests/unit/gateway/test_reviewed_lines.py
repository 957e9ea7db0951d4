"""The reviewed lines among the training data: valid, without repeats, in a stable order."""

from pathlib import Path

import pytest
import yaml

from gateway.manager.folding import groups_of
from gateway.manager.reviewed_lines import FILE, ReviewedLines
from gateway.refusals import Refused

TRAINED = """\
version: "3.1"

nlu:
# Registre soigné
- intent: lien_expire
  examples: |
    - Mon lien est expiré.
- intent: affirmer
  examples: |
    - oui
"""


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    (tmp_path / "lien.yml").write_text(TRAINED, "utf-8")
    return tmp_path


@pytest.fixture
def reviewed(directory: Path) -> ReviewedLines:
    evaluation = directory / "lines.tsv"
    evaluation.write_text("lien_expire\tLe lien est mort.\tsoigne\n", "utf-8")
    return ReviewedLines(directory, evaluation)


def written(directory: Path) -> dict[str, list[str]]:
    """The lines of the file by intent, as YAML has them."""
    content = yaml.safe_load((directory / FILE).read_text("utf-8"))
    assert content["version"] == "3.1"
    return {
        entry["intent"]: [line.removeprefix("- ") for line in entry["examples"].splitlines()]
        for entry in content["nlu"]
    }


def test_lines_are_added_in_order(reviewed: ReviewedLines, directory: Path) -> None:
    assert (
        reviewed.add("lien_expire", ["zut, ça mène nulle part", "le clic donne rien: #vide"]) == 2
    )
    assert reviewed.add("affirmer", ["c'est beau ça"]) == 1
    assert written(directory) == {
        "affirmer": ["c'est beau ça"],
        "lien_expire": ["le clic donne rien: #vide", "zut, ça mène nulle part"],
    }


def test_the_order_of_decisions_leaves_no_trace(reviewed: ReviewedLines, directory: Path) -> None:
    first, second = ("lien_expire", ["ça mène nulle part"]), ("affirmer", ["c'est beau ça"])
    reviewed.add(*first)
    reviewed.add(*second)
    before = (directory / FILE).read_bytes()
    reviewed.remove(*first)
    reviewed.add(*first)
    assert (directory / FILE).read_bytes() == before


@pytest.mark.parametrize("line", ["MON LIEN EST EXPIRE", "mon lien est expiré..."])
def test_what_is_trained_on_already_teaches_nothing(
    reviewed: ReviewedLines, directory: Path, line: str
) -> None:
    assert reviewed.add("lien_expire", [line]) == 0
    assert not (directory / FILE).exists()


def test_near_lines_of_one_decision_are_one(reviewed: ReviewedLines, directory: Path) -> None:
    assert reviewed.add("lien_expire", ["ça mène nulle part", "ca mene nulle part"]) == 1
    assert written(directory) == {"lien_expire": ["ça mène nulle part"]}


@pytest.mark.parametrize(
    ("intent", "line", "sentence"),
    [
        ("nier", "Oui!", "refus_phrase_classee"),
        ("lien_expire", "le LIEN est mort", "refus_phrase_evaluation"),
    ],
)
def test_a_refused_line_leaves_the_others_unwritten(
    reviewed: ReviewedLines, directory: Path, intent: str, line: str, sentence: str
) -> None:
    with pytest.raises(Refused) as refused:
        reviewed.add(intent, ["tout à fait autre chose", line])
    assert refused.value.sentence == sentence
    assert not (directory / FILE).exists()


def test_the_last_line_takes_the_file_with_it(reviewed: ReviewedLines, directory: Path) -> None:
    reviewed.add("affirmer", ["c'est beau ça"])
    reviewed.remove("affirmer", ["c'est beau ça", "jamais ajoutée"])
    assert [file.name for file in directory.glob("*.yml")] == ["lien.yml"]


def test_near_lines_are_grouped_the_largest_group_first() -> None:
    lines = [
        "Bonjour toi",
        "le lien marche pas",
        "Le lien marche pas!",
        "ça gèle",
        "lien marche pas",
    ]
    assert groups_of(lines) == [[1, 2, 4], [0], [3]]
