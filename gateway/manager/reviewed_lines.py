"""The reviewed lines: revision.yml among the training data, which only this module writes.

Always valid for Rasa and in a stable order, so that a difference shows what was decided. Must not
know where a line comes from. Blocks: call it in a thread.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from gateway.manager.folding import are_same, fold
from gateway.refusals import Refused

FILE = "revision.yml"
_HEAD = """\
version: "3.1"

# Phrases de clients mal comprises, relues et classées à la page « Incompris » du bureau.
# La passerelle réécrit ce fichier à chaque décision. Rien de personnel n'y entre.

nlu:
"""
_INTENT = re.compile(r"- intent: (\w+)")
_EXAMPLE = re.compile(r" {4}- (.+)")


class ReviewedLines:
    """Adds to and takes from the file."""

    def __init__(self, directory: Path, evaluation: Path) -> None:
        """`directory` has the training data; no line of the file `evaluation` is ever added."""
        self._directory = directory
        self._evaluation = evaluation

    def add(self, intent: str, texts: Sequence[str]) -> int:
        """Add lines to an intent, and give how many: those that teach nothing new are left out.

        Raises Refused, with nothing written: a line is another intent's, or is evaluated on.
        """
        known = self._others()
        reviewed = self._reviewed()
        for each, lines in reviewed.items():
            known.setdefault(each, []).extend(lines)
        evaluated = self._evaluated()
        intents = {fold(line): each for each, lines in known.items() for line in lines}
        added: list[str] = []
        for text in texts:
            if fold(text) in evaluated:
                raise Refused("refus_phrase_evaluation")
            if intents.get(fold(text), intent) != intent:
                raise Refused("refus_phrase_classee")
            if not any(are_same(text, line) for line in [*known.get(intent, ()), *added]):
                added.append(text)
        if added:
            self._write({**reviewed, intent: [*reviewed.get(intent, ()), *added]})
        return len(added)

    def remove(self, intent: str, texts: Sequence[str]) -> None:
        """Take lines out of an intent; harmless where they aren't."""
        reviewed = self._reviewed()
        kept = [line for line in reviewed.get(intent, ()) if line not in texts]
        if kept != reviewed.get(intent, []):
            self._write({**reviewed, intent: kept})

    def _reviewed(self) -> dict[str, list[str]]:
        file = self._directory / FILE
        return _lines_of(file) if file.exists() else {}

    def _others(self) -> dict[str, list[str]]:
        """The lines of all other files."""
        known: dict[str, list[str]] = {}
        for file in sorted(self._directory.glob("*.yml")):
            if file.name != FILE:
                for intent, lines in _lines_of(file).items():
                    known.setdefault(intent, []).extend(lines)
        return known

    def _evaluated(self) -> set[str]:
        if not self._evaluation.exists():
            return set()
        rows = self._evaluation.read_text("utf-8").splitlines()
        return {fold(row.split("\t")[1]) for row in rows}

    def _write(self, lines: Mapping[str, Sequence[str]]) -> None:
        """Replace the file at once: whoever reads it has the former or this one."""
        file = self._directory / FILE
        blocks = [
            f"- intent: {intent}\n  examples: |\n"
            + "".join(f"    - {line}\n" for line in sorted(some))
            for intent, some in sorted(lines.items())
            if some
        ]
        if not blocks:
            file.unlink(missing_ok=True)
            return
        content = _HEAD + "\n".join(blocks)
        yaml.safe_load(content)
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f".{FILE}.new")
        fresh.write_text(content, "utf-8")
        fresh.replace(file)


def _lines_of(file: Path) -> dict[str, list[str]]:
    """The lines of a file by intent. Not through a YAML parser, which takes a second for all."""
    lines: dict[str, list[str]] = {}
    intent = ""
    for row in file.read_text("utf-8").splitlines():
        if found := _INTENT.match(row):
            intent = found.group(1)
        elif found := _EXAMPLE.match(row):
            lines.setdefault(intent, []).append(found.group(1).strip())
    return lines
