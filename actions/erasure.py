"""Erasing a conversation (A4): confirmed by a button or a plain yes, and left to the gateway."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions import slots
from actions.consent import is_plain_yes
from actions.escalation import leave_form
from actions.folding import fold
from actions.message import Message
from actions.speech import Speech

# The step of ladders.yml that is open while the confirmation is awaited.
_PROBLEM, _STEP = "effacement", "confirmer"
_ERASE = re.compile(
    r"\b(?:efface|supprim|detrui|enlev)\w*"
    r"(?:[- ](?:tout|toute?s? (?:les|mes) \w+|mes \w+|les|la|le|ca))?"
)


def is_asked_for(message: Message) -> bool:
    """Tells whether a question about privacy asks for the conversation to be erased."""
    return bool(_ERASE.search(fold(message.text)))


def is_confirmed(message: Message, tracker: Tracker) -> bool:
    """Tells whether the message is the button's yes, or a typed one where it was just asked for."""
    if message.entities.get(slots.ERASURE) == "oui":
        return True
    awaited = (tracker.get_slot(slots.PROBLEM), tracker.get_slot(slots.STEP)) == (_PROBLEM, _STEP)
    # "Oui, effacez tout" is a plain yes to this question, and to no other.
    return awaited and is_plain_yes(_ERASE.sub("ok", fold(message.text)))


def ask(speech: Speech) -> list[EventType]:
    """Asks for the confirmation."""
    speech.say("dire_effacer")
    return [SlotSet(slots.PROBLEM, _PROBLEM), SlotSet(slots.STEP, _STEP)]


def erase(speech: Speech) -> list[EventType]:
    """Asks the gateway, which owns the data, to erase the conversation, this tracker included."""
    speech.say("dire_efface", custom={"erase": {}})
    return [*leave_form(), SlotSet(slots.PROBLEM, None), SlotSet(slots.STEP, None)]
