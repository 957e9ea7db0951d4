"""How an action speaks: by the names of responses in domain.yml, not the same twice in a row."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import slots

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
        self._dispatcher.utter_message(
            response=self._not_said_yet(response), json_message=custom, **values
        )

    def choices(self, response: str, buttons: list[dict[str, str]], **values: object) -> None:
        """Says `response`, which has no buttons of its own, with `buttons` ({title, payload})."""
        self._dispatcher.utter_message(
            response=self._not_said_yet(response), buttons=buttons, **values
        )

    def buttons_of(self, response: str) -> list[dict[str, str]]:
        """Returns the buttons of a response of domain.yml."""
        return list(self._responses[response][0]["buttons"])

    def text(self, response: str, **values: str) -> str:
        """Returns the text of a response, for a sentence that isn't said to the client."""
        return str(self._responses[response][0]["text"]).format(**values)

    def title_of(self, intent: str) -> str:
        """Returns the plain words that stand for a problem or request: its title as a choice."""
        choices = self.buttons_of("dire_situations")
        return next(b["title"] for b in choices if b["payload"] == f"/{intent}")

    def knows(self, response: str) -> bool:
        """Tells whether domain.yml has `response`."""
        return response in self._responses

    def said_last(self, response: str) -> bool:
        """Tells whether the last turn said `response`, in these words or its others."""
        return bool({response, response + OTHER_WORDS} & set(self._said_last))

    def say_otherwise(self, **values: Any) -> bool:
        """Says the last turn once more, in other words if it has any; tells whether it had."""
        if not any(r + OTHER_WORDS in self._responses for r in self._said_last):
            return False
        for response in self._said_last:
            if response in self._responses:
                self.say(response, **values)
        return True

    def _not_said_yet(self, response: str) -> str:
        other = response + OTHER_WORDS
        return other if response in self._said_last and other in self._responses else response


def _responses_of_last_turn(tracker: Tracker) -> list[str]:
    """Returns the names of what was said before the last message, in order, each once."""
    said: list[str] = []
    users = 0
    for event in reversed(tracker.events):
        if event["event"] == "user" and not _is_resumption(event):
            users += 1
            if users == 2:
                break
        elif event["event"] == "bot" and users == 1:
            said.insert(0, (event.get("metadata") or {}).get("utter_action", ""))
    return list(dict.fromkeys(said))


def _is_resumption(event: dict[str, Any]) -> bool:
    """Tells whether it is the gateway's, that the assistant speaks again: nobody heard of it."""
    entities = (event.get("parse_data") or {}).get("entities") or []
    return any(entity["entity"] == slots.RESUMPTION for entity in entities)
