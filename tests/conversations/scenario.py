"""The format of a conversation file (README.md): read and checked before anything is played.

Owns what a file may say. It must not know how any of it is done.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

# What `attend` says where no value is asked for.
NOTHING_EXPECTED = "rien"

type Process = Literal["gateway", "bot", "actions", "sandbox"]
type Fragments = Annotated[
    tuple[str, ...], BeforeValidator(lambda v: (v,) if isinstance(v, str) else v)
]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_alias=True)


class Incident(_Part):
    """Something that happens to the system; exactly one of them."""

    kills: Process | None = Field(default=None, alias="tuer")
    suspends: Process | None = Field(default=None, alias="suspendre")
    resumes: Process | None = Field(default=None, alias="reprendre")
    minutes_pass: int | None = Field(default=None, alias="plus_tard", gt=0)

    @model_validator(mode="after")
    def _one_only(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise ValueError("an incident is exactly one thing")
        return self


class Expectation(_Part):
    """What must follow a step, on the client's side and, where a desk shows the case, on it."""

    contains: Fragments = Field(default=(), alias="contient")
    lacks: Fragments = Field(default=(), alias="contient_pas")
    buttons: Fragments = Field(default=(), alias="boutons")
    expects: str | None = Field(default=None, alias="attend")
    owner: Literal["bot", "waiting", "agent", "closed"] | None = Field(
        default=None, alias="proprietaire"
    )
    bubbles: int | None = Field(default=None, alias="bulles", ge=0)
    desk_shows: Fragments = Field(default=(), alias="bureau_montre")
    desk_hides: Fragments = Field(default=(), alias="bureau_cache")


class Turn(Expectation):
    """The client types a line or presses a button; meanwhile, something may happen."""

    line: str | None = Field(default=None, alias="client")
    button: str | None = Field(default=None, alias="bouton")
    meanwhile: Incident | None = Field(default=None, alias="pendant")

    @model_validator(mode="after")
    def _typed_or_pressed(self) -> Self:
        if (self.line is None) == (self.button is None):
            raise ValueError("a turn is either typed (client) or pressed (bouton)")
        return self


class Mail(_Part):
    """Another mail to `recipient` arrives, and its link leads to a page.

    With `count`, so many have come since the start and no more; with `again`, the last one is
    looked at again.
    """

    recipient: str = Field(alias="courriel")
    again: bool = Field(default=False, alias="relu")
    count: int | None = Field(default=None, alias="nombre", ge=0)
    contains: Fragments = Field(default=(), alias="contient")
    lacks: Fragments = Field(default=(), alias="contient_pas")
    link_shows: Fragments = Field(default=(), alias="lien_montre")
    within_seconds: int = Field(default=10, alias="secondes", gt=0)


class Event(_Part):
    """Between two turns, something happens to the system."""

    incident: Incident = Field(alias="evenement")


class AgentWrites(_Part):
    """What an agent writes to the client."""

    text: str = Field(alias="ecrit")


class AgentStep(Expectation):
    """An agent does something: signs in, takes the case, writes, hands back, closes, leaves."""

    act: Literal["arrive", "prend", "remet", "ferme", "part"] | AgentWrites = Field(alias="agent")
    first_in_queue: bool = Field(default=False, alias="en_tete")


class FollowUp(Expectation):
    """The assistant comes back by itself, without the client having said anything; or does not."""

    comes: Literal["vient", "rien"] = Field(alias="relance")


type Step = Turn | Mail | Event | AgentStep | FollowUp

# The key that tells what a step is.
_STEPS: Mapping[str, type[Turn | Mail | Event | AgentStep | FollowUp]] = {
    "client": Turn,
    "bouton": Turn,
    "courriel": Mail,
    "evenement": Event,
    "agent": AgentStep,
    "relance": FollowUp,
}


class Scenario(_Part):
    """One conversation to play; `values` are those of its variant, where it has several."""

    title: str = Field(alias="titre")
    known_defect: str | None = Field(default=None, alias="a_corriger")
    steps: tuple[Step, ...] = Field(alias="tours", min_length=1)
    values: Mapping[str, str] = Field(default={}, alias="valeurs")

    @model_validator(mode="before")
    @classmethod
    def _read_steps(cls, content: Any) -> Any:
        return {**content, "tours": [_step(fields) for fields in content["tours"]]}

    @property
    def needs_the_system(self) -> bool:
        """Whether it does things to the system that neither a client nor an agent can."""
        return any(
            isinstance(s, Event) or (isinstance(s, Turn) and s.meanwhile) for s in self.steps
        )


def load(path: Path) -> list[Scenario]:
    """The conversation in a file, once for each of its `variantes`.

    Raises:
        ValueError: the file is not of the format; the message names it.
    """
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    variants = content.pop("variantes", [{}])
    try:
        return [Scenario.model_validate(_fill_in(content, values)) for values in variants]
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error


def _fill_in(content: dict[str, Any], values: dict[str, str]) -> dict[str, Any]:
    text = json.dumps(content)
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", json.dumps(value)[1:-1])
    return {**json.loads(text), "valeurs": values}


def _step(fields: Mapping[str, Any]) -> Step:
    for key, kind in _STEPS.items():
        if key in fields:
            return kind.model_validate(fields)
    raise ValueError(f"a step has one of the keys {', '.join(_STEPS)}: {dict(fields)}")
