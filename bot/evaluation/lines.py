"""The lines that are trained on and those that are evaluated on."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OUT_OF_SCOPE = "out_of_scope"
REGISTERS = ("soigne", "texto", "joual", "indirect")
NEAR, FAR = "proche", "lointain"
# What a line has in a column that its file does not fill.
UNKNOWN = ""

_REGISTER = re.compile(r"# Registre (soigné|texto|joual|indirect)\b")
_INTENT = re.compile(r"- intent: (\w+)")
_EXAMPLE = re.compile(r"    - (.+)")
_INTENT_END = re.compile(r"\S")


@dataclass(frozen=True)
class LabelledLine:
    """A line, what it means, how it is written and, out of scope, how far out it is."""

    intent: str
    text: str
    register: str = UNKNOWN
    distance: str = UNKNOWN

    @property
    def is_in_scope(self) -> bool:
        """Whether the assistant has an answer to it."""
        return self.intent != OUT_OF_SCOPE


def read_lines(path: Path) -> list[LabelledLine]:
    """Returns the lines of a file of tab-separated columns: intent, line, register, distance.

    Raises:
        ValueError: a row has fewer than two columns, more than four, or an empty one of the two.
    """
    lines = []
    for number, row in enumerate(path.read_text("utf-8").splitlines(), start=1):
        columns = row.split("\t")
        if not 2 <= len(columns) <= 4 or not columns[0] or not columns[1].strip():
            raise ValueError(
                f"{path}:{number}: expected intent, line and perhaps register and distance"
            )
        lines.append(LabelledLine(*columns))
    return lines


def read_training_lines(directory: Path, files: str = "*.yml") -> list[LabelledLine]:
    """Returns the training lines of Rasa's NLU files, registers read off their comments.

    Not through Rasa's loader, which drops the comments and takes twenty times as long.
    """
    return [line for path in sorted(directory.glob(files)) for line in _lines_of(path)]


def sha256_of(path: Path) -> str:
    """Returns the digest of the file in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _lines_of(path: Path) -> Iterator[LabelledLine]:
    register = intent = UNKNOWN
    for row in path.read_text("utf-8").splitlines():
        if found := _REGISTER.match(row):
            register = found.group(1).replace("é", "e")
        elif found := _INTENT.match(row):
            intent = found.group(1)
        elif intent and (found := _EXAMPLE.match(row)):
            yield LabelledLine(intent, found.group(1).strip(), register)
        elif _INTENT_END.match(row):
            intent = UNKNOWN
