"""Questions the assistant asks beside the ladders: was that an answer? one of these? erase it all?

One is open for a single turn: the message that follows answers it or drops it. So which one is
open is read off the tracker's events, and nothing needs to close it. Problem and step stay.
"""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions import slots
from actions.consent import is_plain_yes
from actions.escalation import leave_form
from actions.folding import fold
from actions.message import Message
from actions.speech import Speech

FOLLOW_UP = "suivi"
ERASURE = "effacement"
PROPOSAL = "proposition"
NEXT = "ensuite"

_ERASE = re.compile(
    r"\b(?:efface|supprim|detrui|enlev)\w*"
    r"(?:[- ](?:tout|toute?s? (?:les|mes) \w+|mes \w+|les|la|le|ca))?"
)


def open_side_question(tracker: Tracker) -> str | None:
    """Returns the side question that the last message answers, if the turn before asked one."""
    users = 0
    for event in reversed(tracker.events):
        if event["event"] == "user":
            users += 1
        elif users == 1 and event["event"] == "slot" and event["name"] == slots.SIDE_QUESTION:
            return str(event["value"])
        if users > 1:
            break
    return None


def ask(question: str) -> list[EventType]:
    """Returns the event that opens a side question for the next message."""
    return [SlotSet(slots.SIDE_QUESTION, question)]


def asks_for_erasure(message: Message) -> bool:
    """Tells whether a question about privacy asks for the conversation to be erased (A4)."""
    asked = message.entities.get(slots.ERASURE) == "demande"
    return asked or bool(_ERASE.search(fold(message.text)))


def confirms_erasure(message: Message, tracker: Tracker) -> bool:
    """Tells whether the message is the button's yes, or a typed one right after the question."""
    if message.entities.get(slots.ERASURE) == "oui":
        return True
    # "Oui, effacez tout" is a plain yes to this question, and to no other.
    said = _ERASE.sub("ok", fold(message.text))
    return open_side_question(tracker) == ERASURE and is_plain_yes(said)


def ask_for_erasure(speech: Speech) -> list[EventType]:
    """Asks for the confirmation, and leaves any form: two questions at once would share one yes."""
    speech.say("dire_effacer")
    return [*leave_form(), *ask(ERASURE)]


def erase(speech: Speech) -> list[EventType]:
    """Asks the gateway, which owns the data, to erase the conversation, this tracker included."""
    speech.say("dire_efface", custom={"erase": {}})
    return [*leave_form(), SlotSet(slots.PROBLEM, None), SlotSet(slots.STEP, None)]
