"""Answers off the ladders: questions of fact, small talk, cancelling, what was not understood."""

import re
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import closing, side_questions, slots
from actions.escalation import REASON_NOT_UNDERSTOOD, escalate, leave_form
from actions.folding import fold
from actions.message import Message
from actions.settings import ActionSettings
from actions.speech import Speech
from actions.walk import Walk

# That the e-mail came; "je suis rentré" and "j'ai trouvé le problème" say something else.
_RECEIVED = re.compile(
    r"\b(?:recu|l'ai trouve|est (?:la|arrive|rentre)|vient d'(?:arriver|entrer|rentrer)"
    r"|viens (?:juste )?de (?:le |l')?recevoir)\b"
)
_MAX_PROPOSALS = 2
# An answer "dire_x" may have this sibling, said while a question of ours is open.
_MEANWHILE = "_en_cours"
# Lines in a row that were not understood before a person is asked for.
_MAX_MISUNDERSTOOD = 3


class ActionRepondre(Action):
    """A question of fact or small talk: answers it, then comes back to what was open."""

    def __init__(self, settings: ActionSettings) -> None:
        self._settings = settings

    def name(self) -> str:
        """Rasa's name of the action."""
        return "action_repondre"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Answers, and asks the open question of a ladder again; a form asks its own again."""
        speech = Speech(dispatcher, tracker, domain)
        message = Message.latest(tracker)
        walk = Walk(speech, tracker, self._settings.hints)
        if side_questions.confirms_erasure(message, tracker):
            return side_questions.erase(speech)
        if message.intent == "question_confidentialite" and side_questions.asks_for_erasure(
            message
        ):
            return side_questions.ask_for_erasure(speech)
        if message.intent == "out_of_scope" and walk.takes_as_answer():
            return walk.move()
        response = "dire_secret" if slots.SECRET in message.entities else f"dire_{message.intent}"
        is_busy = bool(tracker.active_loop_name) or walk.has_open_question()
        if is_busy and speech.knows(response + _MEANWHILE):
            response += _MEANWHILE
        speech.say(response, **_privacy_values(self._settings, domain))
        if tracker.active_loop_name or (message.intent != "remercier" and walk.ask_again()):
            return []
        if response == "dire_remercier" and (waiting := tracker.get_slot(slots.NEXT_PROBLEMS)):
            return closing.offer_next(speech, waiting)
        if response == "dire_secret":
            speech.say("dire_que_faire")
        if speech.knows(follow_up := f"dire_suivi_{message.intent}"):
            speech.say(follow_up)
            return side_questions.ask(side_questions.FOLLOW_UP)
        return []


class ActionConclure(Action):
    """It works now: the problem and its ladder are put away."""

    def name(self) -> str:
        """Rasa's name of the action."""
        return "action_conclure"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Says what is left to do, if anything, and leaves any form."""
        message, speech = Message.latest(tracker), Speech(dispatcher, tracker, domain)
        if side_questions.open_side_question(tracker) == side_questions.NEXT:
            return closing.let_go(speech)
        received = message.entities.get(slots.RECEIVED) or _RECEIVED.search(fold(message.text))
        return closing.conclude(speech, tracker, received=bool(received))


class ActionAnnuler(Action):
    """The client wants to stop what is going on."""

    def name(self) -> str:
        """Rasa's name of the action."""
        return "action_annuler"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Leaves the form, forgets what it gathered and says that nothing was sent.

        In silence when the gateway asks for it: it has said who speaks.
        """
        if slots.RESUMPTION in Message.latest(tracker).entities:
            return [*leave_form(), SlotSet(slots.STEP, None)]
        in_form = bool(tracker.active_loop_name)
        Speech(dispatcher, tracker, domain).say(
            "dire_annule_formulaire" if in_form else "dire_annule"
        )
        gathered = (
            slots.USER_CODE, slots.FIRST_NAME, slots.LAST_NAME, slots.EMAIL, slots.ACCOUNT_TYPE,
        )  # fmt: skip
        return [
            *leave_form(),
            SlotSet(slots.STEP, None),
            *(SlotSet(slot, None) for slot in gathered if in_form),
        ]


class ActionRepeter(Action):
    """The client wants to hear it again."""

    def __init__(self, settings: ActionSettings) -> None:
        self._settings = settings

    def name(self) -> str:
        """Rasa's name of the action."""
        return "action_repeter"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Asks the open question or gives the last answer in other words, or offers the choices."""
        speech = Speech(dispatcher, tracker, domain)
        if tracker.active_loop_name:
            speech.say("dire_repeter_formulaire")
        elif not (
            Walk(speech, tracker, self._settings.hints).ask_again()
            or speech.say_otherwise(**_privacy_values(self._settings, domain))
        ):
            speech.say("dire_que_faire")
        question = side_questions.open_side_question(tracker)
        return side_questions.ask(question) if question else []


class ActionProposer(Action):
    """The line was not understood: the likeliest readings are offered in plain words."""

    def __init__(self, settings: ActionSettings) -> None:
        self._hints = settings.hints

    def name(self) -> str:
        """Rasa's name of the action."""
        return "action_proposer"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Offers readings, then the list of problems, then a person, as misunderstandings go on.

        In the middle of a ladder its question comes first: a reading may end it, once offered.
        """
        speech = Speech(dispatcher, tracker, domain)
        walk = Walk(speech, tracker, self._hints)
        if walk.takes_as_answer():
            return walk.move()
        misunderstood = _misunderstood_in_a_row(tracker)
        if misunderstood >= _MAX_MISUNDERSTOOD:
            return escalate(speech, tracker, REASON_NOT_UNDERSTOOD)
        if walk.has_open_question() and misunderstood == 1:
            speech.say("dire_incompris")
            walk.ask_again()
            return []
        proposals = _proposals(speech, Message.latest(tracker))
        proposed_before = side_questions.open_side_question(tracker) == side_questions.PROPOSAL
        if proposals and not proposed_before:
            speech.choices("dire_proposer", [*proposals, *speech.buttons_of("dire_aucun")])
            return side_questions.ask(side_questions.PROPOSAL)
        speech.say("dire_que_faire")
        return []


def _proposals(speech: Speech, message: Message) -> list[dict[str, str]]:
    """Returns the likeliest readings of a line as choices, in plain words."""
    titles = {b["payload"].removeprefix("/"): b for b in speech.buttons_of("dire_situations")}
    return [titles[i] for i in message.ranking if i in titles][:_MAX_PROPOSALS]


def _privacy_values(settings: ActionSettings, domain: dict[str, Any]) -> dict[str, Any]:
    """Returns what fills the answer about privacy (A4)."""
    phones = domain["responses"]["dire_telephones"][0]["text"]
    return {"jours": settings.retention_days, "contact": settings.privacy_contact or phones}


def _misunderstood_in_a_row(tracker: Tracker) -> int:
    count = 0
    for event in reversed(tracker.events):
        if event["event"] == "user":
            if event["parse_data"]["intent"].get("name") not in ("nlu_fallback", None):
                break
            count += 1
    return count
