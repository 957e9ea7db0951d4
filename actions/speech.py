"""How an action speaks: by the names of responses in domain.yml, not the same twice in a row."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

# A response "x" may have this sibling, said when "x" was said just before.
OTHER_WORDS = "_autrement"


class Speech:
    """Says responses in one turn of a conversation."""

    def __init__(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> None:
        self._dispatcher = dispatcher
        self._responses = domain["responses"]
        self._said_last = _responses_of_last_turn(tracker)

    def say(self, response: str, *, custom: dict[str, Any] | None = None, **values: object) -> None:
        """Says `response`, or its sibling in other words where the last turn said it already.

        `custom` goes to the gateway beside the text; `values` fill the response's braces.
        """
        other = response + OTHER_WORDS
        if response in self._said_last and other in self._responses:
            response = other
        self._dispatcher.utter_message(response=response, json_message=custom, **values)

    def choices(self, response: str, buttons: list[dict[str, str]]) -> None:
        """Says `response` with `buttons` ({title, payload})."""
        self._dispatcher.utter_message(response=response, buttons=buttons)

    def buttons_of(self, response: str) -> list[dict[str, str]]:
        """Returns the buttons of a response of domain.yml."""
        return list(self._responses[response][0]["buttons"])


def _responses_of_last_turn(tracker: Tracker) -> set[str]:
    said: set[str] = set()
    users = 0
    for event in reversed(tracker.events):
        if event["event"] == "user":
            users += 1
            if users == 2:
                break
        elif event["event"] == "bot" and users == 1:
            said.add((event.get("metadata") or {}).get("utter_action", ""))
    return said
