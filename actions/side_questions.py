"""Questions the assistant asks beside the ladders: was that an answer? one of these? erase it all?

One is open for a single turn: the message that follows answers it or drops it. So which one is
open is read off the tracker's events, and nothing needs to close it. Problem and step stay.
"""

import re
from typing import Any

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
SETTLED = "regle"
PRIVACY = "renseignements"
_MAX_PROPOSALS = 2

_ERASE = re.compile(
    r"\b(?:effac|supprim|suppression|detrui|enlev)\w*"
    r"(?:[- ](?:t(?:ou)?t|toute?s? (?:les|mes) \w+|mes \w+|les|la|le|ca))?"
)
# Whatever such a line was taken for: "efface tout" is no cancellation, unless it is to start over.
_ERASE_IT_ALL = re.compile(
    r"(?<!ai )\b(?:effac|supprim|detrui)\w*[- ](?:moi )?"
    r"(?:t(?:ou)?te?s?|mes|ma|(?:la|cette) (?:conversation|discussion))\b"
)
_START_OVER = re.compile(r"\b(?:recommenc|repren|repart)")


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
    """Tells whether the message asks for the conversation to be erased (A4).

    About privacy, any word of erasing does; else only what can't mean a form or a single answer.
    """
    if message.entities.get(slots.ERASURE) == "demande":
        return True
    folded = fold(message.text)
    if message.intent == "question_confidentialite":
        return bool(_ERASE.search(folded))
    return bool(_ERASE_IT_ALL.search(folded)) and not _START_OVER.search(folded)


def confirms_erasure(message: Message, tracker: Tracker) -> bool:
    """Tells whether the message is the button's yes, or a typed one right after the question."""
    if message.entities.get(slots.ERASURE) == "oui":
        return True
    # "Oui, effacez tout" is a plain yes to this question, and to no other.
    said = _ERASE.sub("ok", fold(message.text))
    return open_side_question(tracker) == ERASURE and is_plain_yes(said)


def offered(tracker: Tracker) -> list[dict[str, Any]]:
    """Returns the buttons of what was said last."""
    said = (event for event in reversed(tracker.events) if event["event"] == "bot")
    return list(((next(said, None) or {}).get("data") or {}).get("buttons") or [])


def propose(speech: Speech, message: Message) -> list[EventType]:
    """Offers the likeliest readings of the line in plain words, or else all of the problems."""
    titles = {b["payload"].removeprefix("/"): b for b in speech.buttons_of("dire_situations")}
    readings = [titles[i] for i in message.ranking if i in titles][:_MAX_PROPOSALS]
    if not readings:
        speech.say("dire_que_faire")
        return []
    speech.choices("dire_proposer", [*readings, *speech.buttons_of("dire_aucun")])
    return ask(PROPOSAL)


def ask_for_erasure(speech: Speech) -> list[EventType]:
    """Asks for the confirmation, and leaves any form: two questions at once would share one yes."""
    speech.say("dire_effacer")
    return [*leave_form(), *ask(ERASURE)]


def erase(speech: Speech) -> list[EventType]:
    """Asks the gateway, which owns the data, to erase the conversation, this tracker included."""
    speech.say("dire_efface", custom={"erase": {}})
    return [*leave_form(), SlotSet(slots.PROBLEM, None), SlotSet(slots.STEP, None)]
