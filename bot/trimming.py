"""A tracker without its old turns: their events are folded into the state that they led to.

Rasa goes through every event of a tracker several times a turn, so a long conversation would slow
down. Pure.
"""

from rasa.shared.core.constants import ACTION_LISTEN_NAME, REQUESTED_SLOT
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    Event,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

# The rules look one turn back, and the actions three: lines not understood in a row.
_KEPT_TURNS = 4


def trimmed(tracker: DialogueStateTracker, domain: Domain) -> DialogueStateTracker:
    """Returns a tracker in the same state, with the last turns of `tracker` only.

    Rasa's own session start does the same: slots are carried over as events. Here an active form is
    too. Between turns only.
    """
    events = list(tracker.events)
    turns = [i for i, event in enumerate(events) if isinstance(event, UserUttered)]
    if len(turns) <= _KEPT_TURNS:
        return tracker
    cut = turns[-_KEPT_TURNS]
    before = _tracker(tracker, events[:cut], domain)
    return _tracker(tracker, [*_state(before), *events[cut:]], domain)


def _state(tracker: DialogueStateTracker) -> list[Event]:
    """Returns events that lead to the state of a tracker that waits for the client."""
    form = tracker.active_loop_name
    slots = [
        SlotSet(name, slot.value)
        for name, slot in tracker.slots.items()
        if slot.value != slot.initial_value and name != REQUESTED_SLOT
    ]
    asked = SlotSet(REQUESTED_SLOT, tracker.get_slot(REQUESTED_SLOT))
    activation = [ActionExecuted(form), ActiveLoop(form)] if form else []
    rejection = [ActionExecutionRejected(form)] if tracker.is_active_loop_rejected else []
    return [*slots, *activation, *rejection, asked, ActionExecuted(ACTION_LISTEN_NAME)]


def _tracker(
    original: DialogueStateTracker, events: list[Event], domain: Domain
) -> DialogueStateTracker:
    tracker = DialogueStateTracker.from_events(original.sender_id, events, domain.slots)
    tracker.model_id, tracker.assistant_id = original.model_id, original.assistant_id
    return tracker
