"""The conversations that a worker has at hand, so that a turn costs the same however long they are.

The store is the truth: a tracker serves again only if its conversation's last event is still the
one it ended with. Must know nothing of messages or results.
"""

from dataclasses import dataclass

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.tracker_store import Head, TrackerStore
from bot.trimming import trimmed

# A hundred kilobytes each; those that were silent longest are read again when they speak.
_MOST_CONVERSATIONS = 500


@dataclass
class LiveTracker:
    """A conversation's last turns, and the messages of all its session."""

    tracker: DialogueStateTracker
    message_ids: set[str]
    head: Head | None
    # How many of the tracker's events are in the store.
    stored: int

    @property
    def new_events(self) -> list[Event]:
        """What has happened since the tracker was taken."""
        return list(self.tracker.events)[self.stored :]


class LiveTrackers:
    """Takes trackers out of the store and keeps what becomes of them there."""

    def __init__(self, store: TrackerStore, domain: Domain) -> None:
        self._store = store
        self._domain = domain
        # The one kept last comes last.
        self._live: dict[str, LiveTracker] = {}

    def take(self, conversation_id: str) -> LiveTracker:
        """Returns the conversation, empty if new; what isn't given to `keep` never happened."""
        live = self._live.pop(conversation_id, None)
        head = self._store.head(conversation_id)
        return live if live is not None and live.head == head else self._read(conversation_id, head)

    def whole_session(self, conversation_id: str) -> list[Event]:
        """Returns every event of the conversation's session."""
        return self._store.session(conversation_id)

    def keep(self, conversation_id: str, live: LiveTracker) -> None:
        """Stores what is new in the conversation; it stays at hand if that succeeds."""
        new = live.new_events
        if new:
            self._store.append(conversation_id, new)
            live.head = self._store.head(conversation_id)
        if any(isinstance(event, SessionStarted) for event in new):
            live.message_ids.clear()
        live.message_ids |= _message_ids(new)
        live.tracker = trimmed(live.tracker, self._domain)
        live.stored = len(live.tracker.events)
        self._live[conversation_id] = live
        if len(self._live) > _MOST_CONVERSATIONS:
            del self._live[next(iter(self._live))]

    def erase(self, conversation_id: str) -> None:
        """Forgets the conversation, here and in the store."""
        self._live.pop(conversation_id, None)
        self._store.erase(conversation_id)

    def _read(self, conversation_id: str, head: Head | None) -> LiveTracker:
        events = self._store.session(conversation_id) if head else []
        whole = DialogueStateTracker.from_events(conversation_id, events, self._domain.slots)
        tracker = trimmed(whole, self._domain)
        return LiveTracker(tracker, _message_ids(events), head, len(tracker.events))


def _message_ids(events: list[Event]) -> set[str]:
    return {event.message_id for event in events if isinstance(event, UserUttered)}
