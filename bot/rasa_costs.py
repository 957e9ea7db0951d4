"""What Rasa works out anew at every turn and needs to only once, or not at all.

Importing this module replaces functions of Rasa 3.6 by ones that give the same results:

- `RemoteAction._validate_action_result` checks the schema itself before each answer it checks, and
  holds each event against the schemas of all types of events, not of its own.
- `Event.resolve_by_type` walks the class tree for each event it reads.
- `DaskGraphRunner.run` plans the graph, then schedules it, for each message and prediction.
"""

from functools import cache
from typing import Any

from jsonschema.protocols import Validator
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.events import Event
from rasa.shared.utils.schemas.events import EVENT_SCHEMA

_ANSWER_SCHEMA = {
    "type": "object",
    "properties": {
        "events": {"type": "array", "items": {"type": "object", "required": ["event"]}},
        "responses": {"type": "array", "items": {"type": "object"}},
    },
}
_resolve_by_walking = Event.resolve_by_type


def _validate_action_result(action: RemoteAction, result: dict[str, Any]) -> bool:
    _answer_validator().validate(result)
    for event in result.get("events", []):
        _event_validator(event["event"]).validate(event)
    return True


@cache
def _answer_validator() -> Validator:
    return _validator(_ANSWER_SCHEMA)


@cache
def _event_validator(type_name: str) -> Validator:
    """Returns what checks an event of that type; none of an unknown type passes."""
    own = [s for s in EVENT_SCHEMA["oneOf"] if s["properties"]["event"]["const"] == type_name]
    return _validator({**EVENT_SCHEMA, "oneOf": own or [False]})


def _validator(schema: dict[str, Any]) -> Validator:
    validator: Validator = validator_for(schema)(schema)
    return validator


@cache
def _resolve_by_type(type_name: str, default: "type[Event] | None" = None) -> "type[Event] | None":
    found: type[Event] | None = _resolve_by_walking(type_name, default)
    return found


def _run_in_order(
    runner: DaskGraphRunner, inputs: dict[str, Any], targets: list[str]
) -> dict[str, Any]:
    """Runs the nodes that `targets` need, each after those it needs; returns their outputs."""
    outputs = {name: (name, value) for name, value in inputs.items()}
    for name, needs in _plan(runner, tuple(targets)):
        outputs[name] = runner._instantiated_nodes[name](*(outputs[need] for need in needs))
    return {target: outputs[target][1] for target in targets}


@cache
def _plan(runner: DaskGraphRunner, targets: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """Returns the nodes to run, in order, with the names of what goes into each."""
    nodes = runner._graph_schema.nodes
    plan: dict[str, list[str]] = {}

    def add(name: str) -> None:
        if name in nodes and name not in plan:
            needs = list(nodes[name].needs.values())
            for need in needs:
                add(need)
            plan[name] = needs

    for target in targets:
        add(target)
    return list(plan.items())


RemoteAction._validate_action_result = _validate_action_result
Event.resolve_by_type = staticmethod(_resolve_by_type)
DaskGraphRunner.run = _run_in_order
