"""One turn of a conversation through Rasa: a message in, a result out, once for each `message_id`.

The tracker is the only memory: a result is always read off the events that its message caused, so
the answer to a repeated message is the first one by construction, also after a crash. Must know
nothing of HTTP.
"""

import asyncio
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakValueDictionary

from rasa.core.actions.action import Action, ActionExecutionRejection
from rasa.core.channels.channel import CollectingOutputChannel, OutputChannel, UserMessage
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.nlg import NaturalLanguageGenerator, TemplatedNaturalLanguageGenerator
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.nlu.classifiers.regex_message_handler import RegexMessageHandler
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.core.constants import REQUESTED_SLOT
from rasa.shared.core.events import BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

import bot.rasa_costs  # noqa: F401 - it makes a turn half as costly
from bot.actions_endpoint import ActionsEndpoint
from bot.context import FALLBACK, in_context
from bot.live_trackers import LiveTrackers
from bot.nlu.secrets import SECRET
from bot.pauses import payload_of_pause
from bot.spoken_choices import payload_of_choice
from bot.tracker_store import TrackerStore

# The client's own values: reported to the gateway, which masks them wherever a transcript is shown.
PERSONAL_SLOTS = frozenset({"code_utilisateur", "prenom", "nom", "courriel", "type_compte"})
# Where the conversation stands on a ladder.
PROBLEM, STEP = "probleme", "etape"
# The value of a form that is the client's go-ahead.
CONFIRMATION = "confirmation"
# Which question was asked beside the ladders, and its value where readings were offered.
SIDE_QUESTION, PROPOSAL = "question", "proposition"


@dataclass(frozen=True)
class ClientMessage:
    """What a client sent: either typed text or the payload of a button, never both."""

    id: str
    metadata: dict[str, Any]
    text: str | None = None
    payload: str | None = None

    @property
    def content(self) -> str:
        """What the tracker keeps: the payload, or the text without outer white space."""
        return self.payload if self.payload is not None else (self.text or "").strip()


class MessageIdReused(ValueError):
    """A `message_id` came back with another content: answering either would be wrong."""


class TurnFailed(RuntimeError):
    """An action of the turn failed; nothing of the turn was stored."""


class TurnProcessor(MessageProcessor):
    """Rasa's processor, except that a failing action fails the turn instead of being lost."""

    def __init__(self, model: str, actions: ActionsEndpoint) -> None:
        """Loads the newest model of the folder `model`."""
        words = TemplatedNaturalLanguageGenerator({})
        # Not through Rasa's Agent: it wraps the store so that a failing database turns into an
        # empty memory without an error. Store and locks are ours (Dialogue): these stay unused.
        super().__init__(
            model_path=model,
            tracker_store=InMemoryTrackerStore(None),
            lock_store=InMemoryLockStore(),
            generator=words,
            action_endpoint=actions,
        )
        words.responses = self.domain.responses
        # What loads at its first use, such as the sentence encoder, is then there before the fork.
        self._parse_message_with_graph(
            UserMessage("bonjour"), DialogueStateTracker.from_events("", [], self.domain.slots)
        )

    async def run_turn(self, tracker: DialogueStateTracker, message: UserMessage) -> None:
        """Does what `handle_message` does, on a tracker that was read already; stores nothing."""
        tracker.model_id = self.model_metadata.model_id
        tracker.assistant_id = self.model_metadata.assistant_id
        await self._update_tracker_session(tracker, message.output_channel, message.metadata)
        await self._handle_message_with_tracker(message, tracker)
        await self.run_action_extract_slots(message.output_channel, tracker)
        await self._run_prediction_loop(message.output_channel, tracker)

    async def parse_message(self, message: UserMessage) -> dict[str, Any]:
        """Understands a line; a payload names its intent, so no component has to guess it."""
        if message.text.startswith(INTENT_MESSAGE_PREFIX):
            [read] = RegexMessageHandler().process([Message({TEXT: message.text})], self.domain)
            if read.get(INTENT):
                return dict(read.as_dict(only_output_properties=True))
        parsed: dict[str, Any] = await super().parse_message(message)
        return parsed

    async def _run_action(
        self,
        action: Action,
        tracker: DialogueStateTracker,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        prediction: PolicyPrediction,
    ) -> bool:
        failures: list[Exception] = []
        run = action.run

        async def run_and_remember_failure(*args: Any, **kwargs: Any) -> list[Event]:
            try:
                events: list[Event] = await run(*args, **kwargs)
            except ActionExecutionRejection:
                raise
            except Exception as failure:
                failures.append(failure)
                raise
            return events

        action.run = run_and_remember_failure
        another: bool = await super()._run_action(action, tracker, output_channel, nlg, prediction)
        if failures:
            raise TurnFailed(action.name()) from failures[0]
        return another


class Dialogue:
    """The trained assistant and its conversations."""

    def __init__(self, processor: TurnProcessor, store: TrackerStore) -> None:
        self._processor = processor
        self._live = LiveTrackers(store, processor.domain)
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def take_turn(self, conversation_id: str, message: ClientMessage) -> dict[str, Any]:
        """Runs the turn of a message and returns its result (contract: docs/engine.md).

        A message already answered gets its first result again and runs nothing.

        Raises:
            MessageIdReused: the id was used for another content in this conversation.
            TurnFailed: an action failed; the message may be sent again.
        """
        async with self._lock(conversation_id):
            live = self._live.take(conversation_id)
            if message.id in live.message_ids:
                self._live.keep(conversation_id, live)
                return _result(self._live.whole_session(conversation_id), message)
            tracker = live.tracker
            await self._processor.run_turn(tracker, await self._user_message(tracker, message))
            result = _result(list(tracker.events), message)
            self._live.keep(conversation_id, live)
        return result

    async def understand(self, text: str) -> dict[str, Any]:
        """Reads a line by itself (contract: docs/engine.md); no conversation is read or changed."""
        parsed = await self._processor.parse_message(UserMessage(_typed(text)))
        intent = parsed[INTENT]
        return {"intent": intent["name"], "confidence": intent["confidence"]}

    async def erase(self, conversation_id: str) -> None:
        """Forgets the conversation."""
        async with self._lock(conversation_id):
            self._live.erase(conversation_id)

    def _lock(self, conversation_id: str) -> asyncio.Lock:
        return self._locks.setdefault(conversation_id, asyncio.Lock())

    async def _user_message(
        self, tracker: DialogueStateTracker, message: ClientMessage
    ) -> UserMessage:
        typed = _typed(message.content)
        understood = (
            message.payload
            or _payload_of_typed_choice(tracker, typed)
            or _payload_of_pause(tracker, typed)
            or typed
        )
        parsed = await self._processor.parse_message(UserMessage(understood))
        parse_data = in_context(
            parsed,
            question_open=bool(tracker.get_slot(STEP) or tracker.active_loop_name),
            requested_slot=tracker.get_slot(REQUESTED_SLOT),
        )
        return UserMessage(
            text=message.content,
            output_channel=CollectingOutputChannel(),
            sender_id=tracker.sender_id,
            parse_data={**parse_data, "text": message.content},
            message_id=message.id,
            metadata=message.metadata,
        )


def _typed(text: str) -> str:
    """Returns a line that Rasa doesn't take for a command, which only a payload may be."""
    return text.strip().lstrip(INTENT_MESSAGE_PREFIX + " ")


def _payload_of_typed_choice(tracker: DialogueStateTracker, typed: str) -> str | None:
    last = tracker.get_last_event_for(BotUttered)
    return payload_of_choice(typed, (last.data.get("buttons") or []) if last else [])


def _payload_of_pause(tracker: DialogueStateTracker, typed: str) -> str | None:
    # "Oui, mais" to "j'envoie la demande?" is no pause: it is not the yes that was asked for.
    is_go_ahead_asked = tracker.get_slot(REQUESTED_SLOT) == CONFIRMATION
    return None if is_go_ahead_asked else payload_of_pause(typed)


def _result(events: list[Event], message: ClientMessage) -> dict[str, Any]:
    """Reads the result of a message off the events of its session, or of the last turns."""
    position, said = next(
        (position, event)
        for position, event in enumerate(events)
        if isinstance(event, UserUttered) and event.message_id == message.id
    )
    if said.text != message.content:
        raise MessageIdReused(message.id)
    turn = list(
        itertools.takewhile(lambda e: not isinstance(e, UserUttered), events[position + 1 :])
    )
    filled = {event.key: event.value for event in turn if isinstance(event, SlotSet)}
    slots = {
        event.key: event.value
        for event in events[: position + 1 + len(turn)]
        if isinstance(event, SlotSet)
    }
    step = slots.get(STEP)
    return {
        "messages": _messages([event for event in turn if isinstance(event, BotUttered)]),
        "requested_slot": slots.get(REQUESTED_SLOT),
        "step": f"{slots.get(PROBLEM)}.{step}" if step else None,
        "filled": [
            *(
                {"slot": e["entity"], "value": e["value"]}
                for e in said.entities
                if e["entity"] == SECRET
            ),
            *(
                {"slot": k, "value": v}
                for k, v in filled.items()
                if k in PERSONAL_SLOTS and v is not None
            ),
        ],
        "intent": said.intent_name,
        "confidence": said.intent.get("confidence", 0.0),
        "guess": _guess(said) if said.intent_name == FALLBACK else None,
        "readings_offered": filled.get(SIDE_QUESTION) == PROPOSAL,
    }


def _guess(said: UserUttered) -> dict[str, Any] | None:
    """Returns the likeliest intent of a line that was not understood."""
    ranking = said.parse_data.get("intent_ranking") or []
    return next(
        (
            {"intent": entry["name"], "confidence": entry["confidence"]}
            for entry in ranking
            if entry["name"] != FALLBACK
        ),
        None,
    )


def _messages(said: Sequence[BotUttered]) -> list[dict[str, Any]]:
    """Returns the bubbles; a choice that several of them offer is offered by the last one."""
    messages: list[dict[str, Any]] = []
    offered: set[str] = set()
    for event in reversed(said):
        buttons = [
            {"title": b["title"], "payload": b["payload"]}
            for b in event.data.get("buttons") or []
            if b["payload"] not in offered
        ]
        offered |= {b["payload"] for b in buttons}
        messages.insert(
            0, {"text": event.text, "buttons": buttons, "custom": event.data.get("custom")}
        )
    return messages
