"""The ladders of documented fixes and how one is walked. Pure: no Rasa, no text for the client.

The ladders themselves are data, in ladders.yml beside this module.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

NEXT, AGENT, SOLVED, RECEIVED, WAIT = "suivante", "agent", "resolu", "recu", "patienter"
AGAIN = "redemander"
OTHER_LADDER = "echelle:"
FREE_TEXT = "texte"


class Step(BaseModel):
    """One documented fix: what it says and where each answer leads."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    say: tuple[str, ...] = Field(alias="dire")
    answers: Mapping[str, str] = Field(alias="si", default={})
    form: Literal["renvoi", "recuperation"] | None = Field(alias="formulaire", default=None)
    tried: str | None = Field(alias="essai", default=None)
    hint: Literal["newest_email", "company_filter"] | None = Field(alias="reglage", default=None)
    comes_back: bool = Field(alias="revient", default=False)
    aside: bool = Field(alias="a_part", default=False)

    def target(self, answer: str) -> str:
        """Returns where `answer` leads: a step, another ladder or one of the moves above."""
        return self.answers.get(answer) or (WAIT if answer == "oui" else NEXT)


class Ladder(BaseModel):
    """The fixes of one problem, in order, and how its case is presented to an agent."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    case_label: str = Field(alias="dossier")
    reason: str = Field(alias="raison", default="fin_etapes")
    priority: Literal["first", "normal"] = Field(alias="priorite", default="normal")
    announcement: str | None = Field(alias="annonce", default=None)
    steps: Mapping[str, Step] = Field(alias="etapes")

    @model_validator(mode="after")
    def _targets_exist(self) -> Self:
        known = {NEXT, AGENT, SOLVED, RECEIVED, WAIT, AGAIN, *self.steps}
        for name, step in self.steps.items():
            for target in step.answers.values():
                if target not in known and not target.startswith(OTHER_LADDER):
                    raise ValueError(f"step {name} leads to an unknown {target!r}")
        return self

    def step_after(
        self, current: str | None, done: Collection[str], hints: Collection[str]
    ) -> str | None:
        """Returns the first step after `current` that was not done, None where the ladder ends.

        `hints` are the hints switched on; a step that needs another one is left out, and so is one
        that stands aside: only an answer leads there.
        """
        names = list(self.steps)
        following = names[names.index(current) + 1 :] if current else names
        return next((n for n in following if n not in done and self._is_next(n, hints)), None)

    def tried(self, done: Iterable[str]) -> list[str]:
        """Returns what was tried, in the words of the summary, for the steps done."""
        return [self.steps[n].tried or "" for n in done if n in self.steps and self.steps[n].tried]

    def _is_next(self, name: str, hints: Collection[str]) -> bool:
        step = self.steps[name]
        return not step.aside and (step.hint is None or step.hint in hints)


@cache
def ladders() -> Mapping[str, Ladder]:
    """Returns every ladder by its problem's intent.

    Raises:
        ValueError: ladders.yml names a step, ladder or field that does not exist.
    """
    data = yaml.load(
        Path(__file__).with_name("ladders.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    loaded = {problem: Ladder.model_validate(fields) for problem, fields in data.items()}
    for problem, ladder in loaded.items():
        for step in ladder.steps.values():
            for target in step.answers.values():
                if (
                    target.startswith(OTHER_LADDER)
                    and target.removeprefix(OTHER_LADDER) not in loaded
                ):
                    raise ValueError(f"{problem} leads to an unknown ladder {target!r}")
    return loaded
