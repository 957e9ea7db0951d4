"""A tracker without its old turns is in the same state, and the rules see the same."""

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    BotUttered,
    Event,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from bot.trimming import trimmed

DOMAIN = Domain.from_yaml(
    """
    version: "3.1"
    intents: [dire]
    slots:
      prenom: {type: any, influence_conversation: false, mappings: [{type: custom}]}
      formulaire:
        type: categorical
        values: [renvoi]
        influence_conversation: true
        mappings: [{type: custom}]
    forms: {formulaire_renvoi: {required_slots: [prenom]}}
    actions: [action_repondre]
    """
)
LISTEN = ActionExecuted("action_listen")


def turn(text: str, *effects: Event) -> list[Event]:
    said = UserUttered(text, {"name": "dire", "confidence": 1.0})
    return [said, ActionExecuted("action_repondre"), *effects, BotUttered("Bien."), LISTEN]


def tracker(*events: Event) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("c", [LISTEN, *events], DOMAIN.slots)


def many_turns(count: int = 20) -> list[Event]:
    return [event for i in range(count) for event in turn(f"ligne {i}")]


def test_a_long_conversation_keeps_its_last_turns() -> None:
    long = tracker(*many_turns(100))
    short = trimmed(long, DOMAIN)
    said = [event.text for event in short.events if isinstance(event, UserUttered)]
    assert said == ["ligne 96", "ligne 97", "ligne 98", "ligne 99"]


def test_a_short_conversation_stays_as_it_is() -> None:
    short = tracker(*many_turns(3))
    assert trimmed(short, DOMAIN) is short


def test_slots_filled_long_ago_stay_filled() -> None:
    long = tracker(
        *turn("Luc", SlotSet("prenom", "Luc"), SlotSet("formulaire", "renvoi")), *many_turns()
    )
    assert trimmed(long, DOMAIN).current_slot_values() == long.current_slot_values()


def test_a_slot_emptied_since_stays_empty() -> None:
    long = tracker(
        *turn("Luc", SlotSet("prenom", "Luc")), *turn("non", SlotSet("prenom", None)), *many_turns()
    )
    assert trimmed(long, DOMAIN).get_slot("prenom") is None


def test_a_form_entered_long_ago_is_still_active_and_asks_for_the_same() -> None:
    form = "formulaire_renvoi"
    entered = (ActionExecuted(form), ActiveLoop(form), SlotSet("requested_slot", "prenom"))
    long = tracker(*turn("renvoyez", *entered), *many_turns())
    short = trimmed(long, DOMAIN)
    assert short.active_loop_name == form
    assert short.is_active_loop_rejected is False
    assert short.get_slot("requested_slot") == "prenom"
    assert short.latest_action_name == "action_listen"


def test_a_form_that_gave_way_to_a_rule_still_does() -> None:
    form = "formulaire_renvoi"
    rejected = (ActionExecuted(form), ActiveLoop(form), ActionExecutionRejected(form))
    long = tracker(*turn("renvoyez", *rejected), *many_turns())
    assert long.is_active_loop_rejected
    assert trimmed(long, DOMAIN).is_active_loop_rejected


def test_the_rules_see_the_same_last_turns() -> None:
    long = tracker(*turn("Luc", SlotSet("formulaire", "renvoi")), *many_turns())
    short = trimmed(long, DOMAIN)
    states = long.past_states(DOMAIN)
    # Every state of a rule, which looks one turn back, and of the turns kept.
    assert short.past_states(DOMAIN)[-8:] == states[-8:]


def test_it_can_be_trimmed_again_and_again() -> None:
    live = tracker(*turn("Luc", SlotSet("prenom", "Luc")))
    for i in range(30):
        for event in turn(f"ligne {i}"):
            live.update(event)
        live = trimmed(live, DOMAIN)
    assert live.get_slot("prenom") == "Luc"
    assert len(live.events) < 30
