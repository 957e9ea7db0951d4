"""Answers off the ladders: questions of fact, small talk, cancelling, what was not understood."""

import re
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import closing, side_questions, slots, success
from actions.escalation import REASON_ASKED, REASON_NOT_UNDERSTOOD, escalate, leave_form
from actions.folding import fold
from actions.message import Message
from actions.settings import ActionSettings
from actions.speech import Speech
from actions.walk import Walk

# "Où ça?", "comment ça?": about what was just said, whatever it was taken for.
_WHAT_WAS_SAID = re.compile(
    r"(?:(?:et|mais) )?(?:c'?est )?(?:ou|qui|comment|quoi|quand)(?: (?:ca|sa))?\W*"
)
# "Pourquoi mon nom?", not "pourquoi moi?".
_WHY_THESE = re.compile(
    r"\b(?:pourquoi|pk|pq|pkoi|a quoi|besoin|fins?)\b.*"
    r"\b(?:nom|prenom|code|info\w*|renseignements?|ca)\b"
)
# Said beside a request for it all to be erased, these are not what the line is about.
_BESIDE_ERASURE = frozenset(
    {"annuler", "saluer", "remercier", "au_revoir", "demander_aide", "question_confidentialite"}
)
# Small talk that an answer to the open question may look like: "demain", "j'ai pas d'ordi, merci".
_MAY_BE_AN_ANSWER = frozenset(
    {"au_revoir", "insatisfaction", "out_of_scope", "question_adresse_courriel", "remercier"}
)
# Where "est-ce mon courriel?" asks about the user code.
_ABOUT_THE_CODE = frozenset({"code_utilisateur_oublie", "premiere_connexion"})
# Read less surely, a person is offered rather than called.
_SURE_OF_A_PERSON = 0.7
_PERSON = re.compile(
    r"\b(?:agents?|humain|personne|quelqu'un|qq(?:u'?)?[1n]|monde|parler|rappel\w*|appel\w*"
    r"|telephone\w*|operat\w*|representant\w*|prepose\w*|transfer\w*|madame|monsieur)\b"
)
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
        otherwise = self._read_otherwise(speech, tracker, domain)
        if otherwise is not None:
            return otherwise
        response = f"dire_{_asked(message, tracker, speech)}"
        if slots.SECRET in message.entities:
            response = "dire_secret"
        is_busy = bool(tracker.active_loop_name) or walk.has_open_question()
        if is_busy and speech.knows(response + _MEANWHILE):
            response += _MEANWHILE
        if response == "dire_question_confidentialite" and _WHY_THESE.search(fold(message.text)):
            speech.say("dire_pourquoi_ces_renseignements")
        elif response == "dire_question_confidentialite":
            speech.say("dire_jamais_de_secret")
        speech.say(response, **_privacy_values(self._settings, domain))
        is_last_word = message.intent in ("remercier", "au_revoir")
        if tracker.active_loop_name or (not is_last_word and walk.ask_again()):
            return []
        if response == "dire_question_confidentialite":
            return side_questions.ask(side_questions.PRIVACY)
        if response == "dire_remercier" and (waiting := tracker.get_slot(slots.NEXT_PROBLEMS)):
            return closing.offer_next(speech, waiting)
        if response == "dire_secret":
            speech.say("dire_que_faire")
        if speech.knows(follow_up := f"dire_suivi_{message.intent}"):
            speech.say(follow_up)
            return side_questions.ask(side_questions.FOLLOW_UP)
        return []

    def _read_otherwise(
        self, speech: Speech, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType] | None:
        """Returns the events where the line is neither a question nor small talk, else None."""
        message, walk = Message.latest(tracker), Walk(speech, tracker, self._settings.hints)
        if slots.PAUSE in message.entities:
            return _wait(speech, tracker)
        if message.intent in _BESIDE_ERASURE and side_questions.asks_for_erasure(message):
            return side_questions.ask_for_erasure(speech)
        if message.intent == "out_of_scope" and walk.takes_as_answer():
            return _with_its_form(walk.move())
        if message.intent in _MAY_BE_AN_ANSWER and walk.is_answered_in_words():
            return _with_its_form(walk.move())
        problem = tracker.get_slot(slots.PROBLEM)
        if (
            message.intent == "remercier"
            and closing.waits_for_email(problem)
            and success.says_received(message.text)
            and not success.is_doubtful(message.text, message.confidence)
        ):
            return closing.conclude(speech, tracker, received=True)
        if _WHAT_WAS_SAID.fullmatch(fold(message.text)) and speech.say_otherwise(
            **_privacy_values(self._settings, domain)
        ):
            return []
        return None


class ActionConclure(Action):
    """It works now: the problem and its ladder are put away."""

    def __init__(self, settings: ActionSettings) -> None:
        self._hints = settings.hints

    def name(self) -> str:
        """Rasa's name of the action."""
        return "action_conclure"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Says what is left to do, if anything, and leaves any form.

        A line that may say something else is asked about first: a goodbye by mistake loses people.
        """
        message, speech = Message.latest(tracker), Speech(dispatcher, tracker, domain)
        looks_for_code = tracker.get_slot(slots.PROBLEM) == "code_utilisateur_oublie"
        found_code = looks_for_code and success.says_found(message.text)
        # Where nothing was to be tried yet, only words of success say so.
        is_likely = found_code or Walk(speech, tracker, self._hints).has_suggested()
        confidence = message.confidence if is_likely else 0.0
        if message.is_typed and success.is_doubtful(message.text, confidence):
            return self._ask(speech, tracker, message)
        if side_questions.open_side_question(tracker) == side_questions.NEXT:
            return closing.let_go(speech)
        received = (
            slots.RECEIVED in message.entities or success.says_received(message.text) or found_code
        )
        return closing.conclude(speech, tracker, received=received)

    def _ask(self, speech: Speech, tracker: Tracker, message: Message) -> list[EventType]:
        walk = Walk(speech, tracker, self._hints)
        if success.is_unfinished(message.text):
            return _wait(speech, tracker)
        if walk.has_cue():
            return _with_its_form(walk.move())
        if tracker.active_loop_name:
            speech.say("dire_incompris")
            return []
        if not walk.has_suggested():
            # Nothing was to be tried yet that could have worked.
            return walk.ask_what_is_meant()
        speech.say("dire_est_ce_regle")
        return side_questions.ask(side_questions.SETTLED)


class ActionEscalader(Action):
    """The client asks for a person."""

    def __init__(self, settings: ActionSettings) -> None:
        self._hints = settings.hints

    def name(self) -> str:
        """Rasa's name of the action."""
        return "action_escalader"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Hands over at once, whatever was going on; a line that hardly says so is asked about."""
        message, speech = Message.latest(tracker), Speech(dispatcher, tracker, domain)
        names_one = message.confidence >= _SURE_OF_A_PERSON or _PERSON.search(fold(message.text))
        if not names_one and not tracker.active_loop_name:
            return Walk(speech, tracker, self._hints).ask_what_is_meant()
        return escalate(speech, tracker, REASON_ASKED)


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
        speech = Speech(dispatcher, tracker, domain)
        if side_questions.asks_for_erasure(Message.latest(tracker)):
            return side_questions.ask_for_erasure(speech)
        in_form = bool(tracker.active_loop_name)
        speech.say("dire_annule_formulaire" if in_form else "dire_annule")
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
        if walk.takes_as_answer() or walk.is_answered_in_words():
            return _with_its_form(walk.move())
        message = Message.latest(tracker)
        side_question = side_questions.open_side_question(tracker)
        if side_question == side_questions.FOLLOW_UP and slots.DELAY in message.entities:
            return _with_its_form(walk.start_of_wait())
        misunderstood = _misunderstood_in_a_row(tracker)
        if misunderstood >= _MAX_MISUNDERSTOOD:
            return escalate(speech, tracker, REASON_NOT_UNDERSTOOD)
        if walk.has_open_question() and misunderstood == 1:
            speech.say("dire_incompris")
            walk.ask_again()
            return []
        if side_question != side_questions.PROPOSAL:
            return side_questions.propose(speech, message)
        speech.say("dire_que_faire")
        return []


def _with_its_form(events: list[EventType]) -> list[EventType]:
    """Returns the events of a move; where it comes to a form, with the one that starts it.

    After action_suivre_echelle the rules do that.
    """
    set_to = {e["name"]: e["value"] for e in events if e["event"] == "slot"}
    form = set_to.get(slots.FORM)
    return [*events, FollowupAction(f"formulaire_{form}")] if form else events


def _wait(speech: Speech, tracker: Tracker) -> list[EventType]:
    """Waits for the rest of what the client began to say; every question stays open."""
    speech.say("dire_pause")
    question = side_questions.open_side_question(tracker)
    return side_questions.ask(question) if question else []


def _asked(message: Message, tracker: Tracker, speech: Speech) -> str | None:
    """Returns the question the line asks: "c'est-tu mon courriel?" may be about the code."""
    asked = tracker.get_slot(slots.REQUESTED_SLOT)
    is_about_the_code = (
        asked == slots.USER_CODE
        if asked
        else (tracker.get_slot(slots.STEP) and tracker.get_slot(slots.PROBLEM) in _ABOUT_THE_CODE)
        or speech.said_last("dire_question_code_utilisateur")
    )
    names_address = "quel" in fold(message.text)
    if message.intent == "question_adresse_courriel" and is_about_the_code and not names_address:
        return "question_code_utilisateur"
    return message.intent


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
