"""What a worker keeps at hand of a conversation is what the store has, or is read again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SessionStarted, SlotSet, UserUttered

from bot import live_trackers
from bot.live_trackers import LiveTrackers
from bot.tracker_store import TrackerStore

DOMAIN = Domain.from_yaml(
    """
    version: "3.1"
    intents: [dire]
    slots:
      prenom: {type: any, influence_conversation: false, mappings: [{type: custom}]}
    """
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[TrackerStore]:
    store = TrackerStore(tmp_path / "tracker.db")
    yield store
    store.close()


@pytest.fixture
def live(store: TrackerStore) -> LiveTrackers:
    return LiveTrackers(store, DOMAIN)


def say(live: LiveTrackers, text: str, *effects: Event, conversation: str = "c") -> None:
    """Takes a turn."""
    taken = live.take(conversation)
    said = UserUttered(text, {"name": "dire"}, message_id=text)
    for event in (said, *effects, ActionExecuted("action_listen")):
        taken.tracker.update(event)
    live.keep(conversation, taken)


def texts(events: list[Event]) -> list[str]:
    return [str(event.text) for event in events if isinstance(event, UserUttered)]


def test_a_turn_is_there_for_the_next_one_and_for_another_worker(
    store: TrackerStore, live: LiveTrackers
) -> None:
    say(live, "un", SlotSet("prenom", "Luc"))
    say(live, "deux")
    for worker in (live, LiveTrackers(store, DOMAIN)):
        taken = worker.take("c")
        assert texts(list(taken.tracker.events)) == ["un", "deux"]
        assert taken.tracker.get_slot("prenom") == "Luc"
        assert taken.message_ids == {"un", "deux"}


def test_a_turn_that_failed_leaves_nothing(live: LiveTrackers) -> None:
    say(live, "un")
    live.take("c").tracker.update(SlotSet("prenom", "Luc"))
    assert live.take("c").tracker.get_slot("prenom") is None


def test_a_turn_that_could_not_be_stored_leaves_nothing(
    live: LiveTrackers, store: TrackerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(live, "un")

    def full_disk(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(store, "append", full_disk)
        with pytest.raises(OSError):
            say(live, "deux")
    assert texts(list(live.take("c").tracker.events)) == ["un"]


def test_what_another_worker_wrote_since_is_read(store: TrackerStore, live: LiveTrackers) -> None:
    say(live, "un")
    say(LiveTrackers(store, DOMAIN), "deux", SlotSet("prenom", "Luc"))
    assert live.take("c").tracker.get_slot("prenom") == "Luc"


def test_an_erased_conversation_is_empty(store: TrackerStore, live: LiveTrackers) -> None:
    say(live, "un")
    live.erase("c")
    assert not live.take("c").tracker.events
    say(live, "un")
    LiveTrackers(store, DOMAIN).erase("c")
    assert not live.take("c").tracker.events


def test_what_was_erased_is_in_no_file(tmp_path: Path, live: LiveTrackers) -> None:
    say(live, "mon code est AB123456")
    live.erase("c")
    assert not [p for p in tmp_path.iterdir() if b"AB123456" in p.read_bytes()]


def test_only_the_last_turns_are_at_hand_and_the_whole_session_in_the_store(
    live: LiveTrackers,
) -> None:
    lines = [str(i) for i in range(50)]
    for line in lines:
        say(live, line)
    taken = live.take("c")
    assert len(taken.tracker.events) < 20
    assert taken.message_ids == set(lines)
    assert texts(live.whole_session("c")) == lines


def test_a_new_session_begins_with_its_own_messages(live: LiveTrackers) -> None:
    say(live, "un")
    taken = live.take("c")
    taken.tracker.update(SessionStarted())
    live.keep("c", taken)
    say(live, "deux")
    assert live.take("c").message_ids == {"deux"}
    assert texts(live.whole_session("c")) == ["deux"]


def test_the_conversations_at_hand_are_bounded_and_none_is_lost(
    live: LiveTrackers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_trackers, "_MOST_CONVERSATIONS", 3)
    for i in range(5):
        say(live, "un", conversation=f"c{i}")
    assert len(live._live) == 3
    assert [texts(list(live.take(f"c{i}").tracker.events)) for i in range(5)] == [["un"]] * 5


async def test_rasas_own_store_reads_what_ours_wrote(tmp_path: Path, live: LiveTrackers) -> None:
    say(live, "un", SlotSet("prenom", "Luc"))
    rasas = SQLTrackerStore(DOMAIN, dialect="sqlite", db=str(tmp_path / "tracker.db"))
    tracker = await rasas.retrieve("c")
    assert tracker is not None
    assert tracker.get_slot("prenom") == "Luc"
