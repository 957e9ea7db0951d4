"""What was made cheaper still gives Rasa's results."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from dask.local import get_sync
from jsonschema import ValidationError, validate
from rasa.core.actions.action import RemoteAction
from rasa.core.channels.channel import UserMessage
from rasa.core.policies.policy import PolicyPrediction
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.events import ActionExecuted, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

import bot.rasa_costs  # noqa: F401 - what is tested
from bot.actions_endpoint import ActionsEndpoint
from bot.turns import TurnProcessor

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def processor() -> TurnProcessor:
    """The trained assistant."""
    return TurnProcessor(str(ROOT / "models"), ActionsEndpoint("http://127.0.0.1:1", "secret"))


def _answer(*events: Any) -> dict[str, Any]:
    return {"events": list(events), "responses": [{"text": "Bonjour."}]}


@pytest.mark.parametrize(
    "answer",
    [
        {},
        _answer(),
        _answer({"event": "slot", "name": "nom", "value": None, "timestamp": None}),
        _answer({"event": "active_loop", "name": None}, {"event": "bot", "text": "Bonjour."}),
        {"events": "none"},
        {"responses": [3]},
        _answer({}),
        _answer("none"),
        _answer({"event": "slot"}),
        _answer({"event": "slot", "name": 3, "value": None}),
        _answer({"event": "nothing"}),
        _answer({"event": 3}),
        _answer({"event": "user", "text": 3}),
        _answer({"event": "bot", "timestamp": "noon"}),
    ],
)
def test_an_answer_passes_if_it_passes_rasas_schema(answer: dict[str, Any]) -> None:
    def passes(check: Callable[[], object]) -> bool:
        try:
            check()
        except ValidationError:
            return False
        return True

    action = RemoteAction("action_x", None)
    expected = passes(lambda: validate(answer, action.action_response_format_spec()))
    assert passes(lambda: action._validate_action_result(answer)) == expected


def test_an_event_is_found_by_its_name_and_an_unknown_one_is_an_error() -> None:
    assert Event.resolve_by_type("slot") is SlotSet
    with pytest.raises(ValueError, match="Unknown event"):
        Event.resolve_by_type("nothing")


def _as_dask_runs_it(runner: DaskGraphRunner, inputs: dict[str, Any], target: str) -> Any:
    graph = runner._build_dask_graph(runner._graph_schema.minimal_graph_schema([target]))
    runner._add_inputs_to_graph(inputs, graph)
    return dict(get_sync(graph, [target]))[target]


@pytest.mark.parametrize(
    "line", ["mon lien est expiré", "c koi mon code", "AB123456", "", "mdp oublié pis lien expiré"]
)
def test_a_line_is_understood_as_dask_has_it(processor: TurnProcessor, line: str) -> None:
    runner, target = processor.graph_runner, processor.model_metadata.nlu_target
    tracker = DialogueStateTracker.from_events("c", [], processor.domain.slots)
    inputs = {"__message__": [UserMessage(line)], "__tracker__": tracker}
    [expected] = _as_dask_runs_it(runner, inputs, target)
    [read] = runner.run(inputs=inputs, targets=[target])[target]
    assert read.as_dict() == expected.as_dict()


@pytest.mark.parametrize("intent", ["lien_expire", "parler_agent", "saluer", "nlu_fallback"])
def test_the_next_action_is_the_one_dask_has(processor: TurnProcessor, intent: str) -> None:
    said = UserUttered("…", {"name": intent, "confidence": 1.0})
    tracker = DialogueStateTracker.from_events(
        "c", [ActionExecuted("action_listen"), said], processor.domain.slots
    )
    target = processor.model_metadata.core_target
    inputs = {"__tracker__": tracker}
    expected: PolicyPrediction = _as_dask_runs_it(processor.graph_runner, inputs, target)
    predicted: PolicyPrediction = processor.graph_runner.run(inputs, [target])[target]
    assert predicted.probabilities == expected.probabilities


def _payloads(value: Any) -> set[str]:
    """Returns every payload in the domain's responses."""
    if isinstance(value, dict):
        own = {value["payload"]} if "payload" in value else set()
        return own.union(*(_payloads(v) for v in value.values()))
    return set().union(*(_payloads(v) for v in value)) if isinstance(value, list) else set()


async def test_a_payload_is_read_as_the_whole_pipeline_reads_it(processor: TurnProcessor) -> None:
    tracker = DialogueStateTracker.from_events("c", [], processor.domain.slots)
    payloads = _payloads(processor.domain.as_dict()["responses"])
    assert len(payloads) > 20
    for payload in payloads:
        whole = processor._parse_message_with_graph(UserMessage(payload), tracker)
        assert await processor.parse_message(UserMessage(payload)) == whole


async def test_a_payload_that_names_no_intent_is_a_line(processor: TurnProcessor) -> None:
    parsed = await processor.parse_message(UserMessage("/rien_de_tel"))
    assert parsed["intent"]["name"] != "rien_de_tel"
