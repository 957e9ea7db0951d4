"""What was made cheaper still gives Rasa's results."""

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import Event, SlotSet

import bot.rasa_costs  # noqa: F401 - what is tested


def test_an_answer_that_is_none_is_refused_as_before() -> None:
    action = RemoteAction("action_x", None)
    assert action._validate_action_result({"events": [], "responses": []})
    with pytest.raises(ValidationError):
        action._validate_action_result({"events": "none", "responses": []})


def test_an_event_is_found_by_its_name_and_an_unknown_one_is_an_error() -> None:
    assert Event.resolve_by_type("slot") is SlotSet
    with pytest.raises(ValueError, match="Unknown event"):
        Event.resolve_by_type("nothing")
