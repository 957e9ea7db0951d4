"""The two forms: what each answer fills, what is asked next, and the recap before anything is sent.

A line that is no value goes back to the rules (a question, a cancellation, another problem), which
answer it and come back to the form. Nothing is sent from here: requests.py does, after a plain yes.
"""

import re
from difflib import SequenceMatcher
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.consent import is_plain_yes
from actions.folding import fold
from actions.message import Message
from actions.names import read_correction, read_full_name, read_labelled_names, read_name
from actions.reading import read_email, read_shaped_code, read_user_code, without
from actions.speech import Speech

# Past this many lines that were not the value asked for, an agent takes over.
MAX_ATTEMPTS = 3

# "Non, c'est AB123457": longer lines must say that it is the code they correct.
MAX_CORRECTION_WORDS = 4

# Below it, a word alone or after "c'est" is no correction of a name: "c'est super".
MIN_LIKENESS = 0.6

# That the two names stand in each other's place.
_SWAPPED = re.compile(r"\b(?:a l'envers|inverse[rsz]?|inversees?|intervert\w+)\b")

# That a part of the recap is wrong, and which parts have a name.
_CALLED_WRONG = re.compile(
    r"\b(?:corrig\w+|chang\w+|modifi\w+|erreur|trompee?|faux|fausse|mauvaise?|mal|manque|pas)\b"
)
_PARTS = {
    slots.USER_CODE: re.compile(r"\bcode\b"),
    slots.FIRST_NAME: re.compile(r"\bprenom\b"),
    slots.LAST_NAME: re.compile(r"\bnom\b"),
    slots.EMAIL: re.compile(r"\b(?:adresse|courriel|e-?mail)\b"),
    slots.ACCOUNT_TYPE: re.compile(r"\btype\b"),
}

# A guess below it does not outweigh a value that can be read from the line.
SURE_CONFIDENCE = 0.8

# Understood as one of these, a line in the middle of a form is no failed answer.
_NEVER_A_DIGRESSION = frozenset(
    {"informer", "affirmer", "nier", "donner_delai", "nlu_fallback", "out_of_scope", None}
)

# Whatever values are in the line: the client wants out of the form.
_ALWAYS_A_DIGRESSION = frozenset({"parler_agent", "annuler", "signaler_fraude"})

_NAMES = (slots.FIRST_NAME, slots.LAST_NAME)
_REQUIRED = {
    "formulaire_renvoi": (slots.USER_CODE, slots.FIRST_NAME, slots.LAST_NAME),
    "formulaire_recuperation": (
        slots.ACCOUNT_TYPE,
        slots.FIRST_NAME,
        slots.LAST_NAME,
        slots.EMAIL,
    ),
}


class ValidateForm(Action):
    """Rasa's `validate_<form>`: reads the message for the form's values."""

    def __init__(self, form: str) -> None:
        self._form = form
        self._required = _REQUIRED[form]

    def name(self) -> str:
        """Rasa's name of the action."""
        return f"validate_{self._form}"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Returns the slots the message fills; nothing where it is for the rules to answer."""
        asked = tracker.get_slot(slots.REQUESTED_SLOT)
        if asked is None or _already_answered(tracker, self._form):
            return []
        message = Message.latest(tracker)
        speech = Speech(dispatcher, tracker, domain)
        if slots.SECRET in message.entities:
            return []
        # "Oui" to "what is to be corrected?" is no yes to what was wrong.
        is_recap = not speech.said_last(_which_to_correct(tracker))
        if asked == slots.CONFIRMATION and is_recap and _is_consent(message):
            return [SlotSet(slots.CONFIRMATION, "oui")]
        if _is_surely_a_digression(message, asked):
            return []
        values = (
            self._confirm(message, tracker, speech)
            if asked == slots.CONFIRMATION
            else self._read(message, asked, tracker)
        )
        if values:
            return [*_set(values), SlotSet(slots.ATTEMPTS, 0)]
        if _is_digression(message, asked):
            return []
        return _count_failure(speech, tracker, message, asked)

    def _read(self, message: Message, asked: str, tracker: Tracker) -> dict[str, Any]:
        """Reads every value the line holds, the one asked for first of all."""
        if is_plain_yes(message.text):
            # "Vas-y" is nobody's code, nor name.
            return {}
        values: dict[str, Any] = {}
        rest = message.text
        if slots.EMAIL in self._required and (email := read_email(rest)):
            values[slots.EMAIL], rest = email, without(rest, email)
        account_type = message.entities.get(slots.ACCOUNT_TYPE)
        if slots.ACCOUNT_TYPE in self._required and account_type:
            return values | {slots.ACCOUNT_TYPE: account_type}
        code = read_user_code(rest, asked=asked == slots.USER_CODE)
        names = self._read_names(without(rest, code), asked, tracker, beside=bool(values or code))
        # A word with a digit may be an hour or a telephone number: a code that was not asked for
        # counts only beside the names, or where it looks like nothing else.
        is_code = asked == slots.USER_CODE or names or read_shaped_code(rest)
        if slots.USER_CODE in self._required and code and is_code:
            values[slots.USER_CODE] = code
        return values | names

    def _read_names(self, text: str, asked: str, tracker: Tracker, beside: bool) -> dict[str, Any]:
        """Reads both names, or the one asked for; both also stand beside another value."""
        first_name = tracker.get_slot(slots.FIRST_NAME)
        missing_both = not first_name and not tracker.get_slot(slots.LAST_NAME)
        wants_name = asked in _NAMES
        both = read_full_name(text)
        if both and missing_both and (wants_name or beside):
            return _both_names(both)
        if not wants_name or (name := read_name(text)) is None:
            return {}
        repeats_first = asked == slots.LAST_NAME and both and _likeness(both[0], first_name) == 1
        return {asked: both[1] if both and repeats_first else name}

    def _confirm(self, message: Message, tracker: Tracker, speech: Speech) -> dict[str, Any]:
        """Reads a correction of what the recap says."""
        to_correct = message.entities.get(slots.CORRECTION)
        if to_correct in self._required:
            # "Le prénom c'est Wei" chooses which, and gives it.
            given = read_correction(message.text)
            return {to_correct: given.name if given and given.slot == to_correct else None}
        if _SWAPPED.search(fold(message.text)):
            first, last = tracker.get_slot(slots.FIRST_NAME), tracker.get_slot(slots.LAST_NAME)
            return _both_names((last, first))
        if email := read_email(message.text):
            return {slots.EMAIL: email} if slots.EMAIL in self._required else {}
        code = read_user_code(message.text, asked=False)
        # "Appelez-moi au 514 555-1234" is no correction of the code.
        is_named = "code" in fold(message.text) or len(message.text.split()) <= MAX_CORRECTION_WORDS
        if slots.USER_CODE in self._required and code and is_named:
            return {slots.USER_CODE: code}
        wrong = _part_called_wrong(message, is_which=speech.said_last(_which_to_correct(tracker)))
        return self._corrected_name(message, tracker) or (
            {wrong: None} if wrong in self._required else {}
        )

    def _corrected_name(self, message: Message, tracker: Tracker) -> dict[str, Any]:
        """Reads "non, c'est Tremblé": of the two names, the one it looks more like is replaced."""
        if labelled := read_labelled_names(message.text):
            return _both_names(labelled)
        correction = read_correction(message.text)
        if correction is None:
            return {}
        if correction.slot is not None:
            return {correction.slot: correction.name}
        both = read_full_name(message.text)
        corrected = _both_names(both or (correction.name, correction.name))
        likeness = {s: _likeness(corrected[s], tracker.get_slot(s)) for s in _NAMES}
        likest = max(likeness, key=lambda slot: likeness[slot])
        if likeness[likest] < MIN_LIKENESS and not correction.is_announced:
            return {}
        return corrected if both else {likest: correction.name}


class AskSlot(Action):
    """Rasa's `action_ask_<slot>`: the form's question for one value."""

    def __init__(self, slot: str) -> None:
        self._slot = slot

    def name(self) -> str:
        """Rasa's name of the action."""
        return f"action_ask_{self._slot}"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Asks for the value, or for the go-ahead with everything that will be sent."""
        speech = Speech(dispatcher, tracker, domain)
        if self._slot != slots.CONFIRMATION:
            speech.say(f"dire_demander_{self._slot}")
            return []
        form = tracker.get_slot(slots.FORM)
        recap_refused = tracker.get_slot(slots.REQUESTED_SLOT) == slots.CONFIRMATION
        if (
            recap_refused
            and _asks_for_a_correction(Message.latest(tracker))
            and not _filled_since_last_message(tracker) & set(_REQUIRED[f"formulaire_{form}"])
        ):
            speech.say(_which_to_correct(tracker))
            return []
        speech.say(
            f"dire_recapituler_{form}",
            **{s: tracker.get_slot(s) for s in _REQUIRED[f"formulaire_{form}"]},
        )
        return []


def form_actions() -> list[Action]:
    """Returns the actions the forms need: one validation a form, one question a value."""
    asked = dict.fromkeys([s for required in _REQUIRED.values() for s in required])
    return [
        *(ValidateForm(form) for form in _REQUIRED),
        *(AskSlot(slot) for slot in [*asked, slots.CONFIRMATION]),
    ]


def _already_answered(tracker: Tracker, form: str) -> bool:
    """Tells whether another action answered the message, so that the form only asks again."""
    for event in reversed(tracker.events):
        if event["event"] == "user":
            return False
        if event["event"] == "action" and event["name"] not in (form, "action_extract_slots"):
            return True
    return False


def _is_digression(message: Message, asked: str) -> bool:
    if message.intent == "ne_sait_pas":
        # Only the code can be recovered; any other value the client doesn't know is asked again.
        return asked == slots.USER_CODE
    if message.entities.get(slots.CORRECTION) or read_email(message.text):
        return False
    return message.intent not in _NEVER_A_DIGRESSION


def _both_names(both: tuple[str, str]) -> dict[str, Any]:
    return dict(zip(_NAMES, both, strict=True))


def _is_consent(message: Message) -> bool:
    """Tells whether the recap was agreed to: by its button or a plain yes, never by a guess."""
    return message.entities.get(slots.CONFIRMATION) == "oui" or is_plain_yes(message.text)


def _is_surely_a_digression(message: Message, asked: str) -> bool:
    """Tells whether a line is so clearly not for the form that no value is read from it."""
    # "Salah" looks like "salut".
    is_name = message.intent == "saluer" and asked in _NAMES and read_name(message.text)
    if message.confidence < SURE_CONFIDENCE or is_name:
        return False
    if message.intent in _ALWAYS_A_DIGRESSION:
        return True
    has_value = (
        read_email(message.text)
        or read_user_code(message.text, asked=False)
        or (
            asked == slots.CONFIRMATION
            and (_SWAPPED.search(fold(message.text)) or _part_called_wrong(message))
        )
    )
    return message.intent not in {*_NEVER_A_DIGRESSION, "ne_sait_pas"} and not has_value


def _part_called_wrong(message: Message, *, is_which: bool = False) -> str | None:
    """Returns the slot that a line says to be wrong without giving another value, if any.

    Any that it names, where that is what was asked (`is_which`).
    """
    said = fold(message.text)
    parts = [slot for slot, name in _PARTS.items() if name.search(said)]
    return parts[0] if len(parts) == 1 and (is_which or _CALLED_WRONG.search(said)) else None


def _filled_since_last_message(tracker: Tracker) -> set[str]:
    filled: set[str] = set()
    for event in reversed(tracker.events):
        if event["event"] == "user":
            break
        if event["event"] == "slot" and event["value"] is not None:
            filled.add(event["name"])
    return filled


def _which_to_correct(tracker: Tracker) -> str:
    """Returns the response that asks which value is wrong."""
    return f"dire_que_corriger_{tracker.get_slot(slots.FORM)}"


def _asks_for_a_correction(message: Message) -> bool:
    return message.intent == "nier" or message.entities.get(slots.CORRECTION) == "choisir"


def _count_failure(
    speech: Speech, tracker: Tracker, message: Message, asked: str
) -> list[EventType]:
    attempts = int(tracker.get_slot(slots.ATTEMPTS) or 0)
    asks_for_a_correction = asked == slots.CONFIRMATION and _asks_for_a_correction(message)
    if asks_for_a_correction and not speech.said_last(_which_to_correct(tracker)):
        # A "no" to the recap is no failure: the next question is which value is wrong.
        return [SlotSet(slots.ATTEMPTS, attempts)]
    attempts += 1
    if attempts >= MAX_ATTEMPTS:
        # The form ends without a confirmation; requests.py then asks for a person.
        return [SlotSet(slots.ATTEMPTS, attempts), SlotSet(slots.REQUESTED_SLOT, None)]
    if asks_for_a_correction:
        return [SlotSet(slots.ATTEMPTS, attempts)]
    if asked == slots.USER_CODE and read_email(message.text):
        speech.say("dire_code_pas_courriel")
    else:
        speech.say(f"dire_erreur_{asked}")
    return [SlotSet(slots.ATTEMPTS, attempts)]


def _set(values: dict[str, Any]) -> list[EventType]:
    return [SlotSet(slot, value) for slot, value in values.items()]


def _likeness(a: str, b: str | None) -> float:
    return SequenceMatcher(None, fold(a), fold(b or "")).ratio()
