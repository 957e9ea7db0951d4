"""The client's last message as the actions read it from Rasa's tracker."""

from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker


@dataclass(frozen=True)
class Message:
    """What was said, what was understood of it, and the envelope it came in."""

    id: str
    text: str
    intent: str | None
    confidence: float
    entities: dict[str, Any]
    ranking: tuple[str, ...]
    client_key: str

    @property
    def is_typed(self) -> bool:
        """Whether it was typed, and is no button's payload."""
        return not self.text.startswith("/")

    @classmethod
    def latest(cls, tracker: Tracker) -> "Message":
        """Returns the last user message of the tracker."""
        event = next(e for e in reversed(tracker.events) if e["event"] == "user")
        parsed = event["parse_data"]
        intent = parsed.get("intent") or {}
        return cls(
            id=event.get("message_id") or "",
            text=event.get("text") or "",
            intent=intent.get("name"),
            confidence=intent.get("confidence") or 0.0,
            entities={e["entity"]: e["value"] for e in parsed.get("entities") or []},
            ranking=tuple(i["name"] for i in parsed.get("intent_ranking") or []),
            client_key=(event.get("metadata") or {}).get("client_key") or "",
        )
