"""What was said in a conversation, as a person reads it and as two of them are compared."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

_SPEAKERS = {"bot": "Assistant", "system": "Système", "client": "Client"}
_INDENT = " " * 13
# What is compared was said minutes apart.
_CLOCK_TIME = re.compile(r"\d{1,2}\u00a0h\u00a0\d{2}")


@dataclass(frozen=True)
class Line:
    """Something said or that happened, with the choices offered and the value asked for."""

    speaker: str
    text: str
    choices: tuple[str, ...] = ()
    expects: str | None = None

    def __str__(self) -> str:
        notes = [f"[{title}]" for title in self.choices]
        if self.expects:
            notes.append(f"({self.expects}?)")
        text = self.text + (f"\n{'  '.join(notes)}" if notes else "")
        return f"{self.speaker:>11}: " + text.strip().replace("\n", "\n" + _INDENT)


class Transcript:
    """Grows line by line; each line goes to `show` as it comes."""

    def __init__(self, show: Callable[[str], None]) -> None:
        self.lines: list[Line] = []
        self._answers: list[dict[str, Any]] = []
        self._show = show

    def note(self, speaker: str, text: str) -> None:
        """Add a line that isn't a message to the client."""
        self._add(Line(speaker, text))

    def answer(self, message: Mapping[str, Any]) -> None:
        """Add a message to the client, with its buttons and the value it asks for."""
        self._answers.append(dict(message))
        sender = message["from"]
        speaker = _SPEAKERS.get(sender["kind"], sender["name"])
        self._add(Line(speaker, message["text"], tuple(message["buttons"]), message["expects"]))

    def answers_without(self, values: Mapping[str, str]) -> list[dict[str, Any]]:
        """All that the client was answered, without clock times, `values` under their names."""
        return [{**a, "text": _without(a["text"], values)} for a in self._answers]

    def _add(self, line: Line) -> None:
        self.lines.append(line)
        self._show(str(line))

    def __str__(self) -> str:
        return "\n".join(map(str, self.lines))


def plain(text: str) -> str:
    """The text without what a person doesn't notice: case, kinds of space and of apostrophe."""
    return " ".join(text.casefold().replace("’", "'").split())


def _without(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(value, f"{{{name}}}")
    return _CLOCK_TIME.sub("{heure}", text)
