"""Walking a ladder: what a message means where the conversation stands, and the next step."""

import re
from collections.abc import Sequence
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import appointment, closing, cues, side_questions, slots
from actions.escalation import REASON_NOT_UNDERSTOOD, escalate, leave_form, steps_of
from actions.folding import fold
from actions.forms import MAX_ATTEMPTS
from actions.given import values_given
from actions.ladders import (
    AGAIN,
    AGENT,
    FREE_TEXT,
    NEXT,
    OTHER_LADDER,
    RECEIVED,
    SOLVED,
    WAIT,
    Step,
    ladders,
)
from actions.meant import as_meant, is_doubtful
from actions.message import Message
from actions.settings import ActionSettings
from actions.speech import OTHER_WORDS, Speech

_ACTS = {
    "affirmer": "oui",
    "nier": "non",
    "ne_sait_pas": "inconnu",
    "probleme_persiste": "persiste",
    # It names nothing specific: in the middle of a ladder it is that problem's.
    "connexion_impossible": "persiste",
    "informer": FREE_TEXT,
    "nlu_fallback": FREE_TEXT,
    "out_of_scope": FREE_TEXT,
}


# A yes or a no before the rest of the line; with more behind it, it decides among these acts.
_OPENING = re.compile(r"(?P<yes>oui|ouais|ouin|yes)\b[ ,.]|(?:non|nan|nope|pas encore)\b[ ,.]")
_YES = re.compile(r"(?:oui|ui|ouais|yes)\b")
_TAKES_NOTE = frozenset({"ok", "okay", "d'accord", "bon", "ah ok", "ok d'accord", "ok bon"})
_TOLD_BY_OPENING = frozenset({"oui", "non", "persiste"})

# A value or a delay that the open question doesn't take: no answer to it.
_TOLD_BESIDE = frozenset({"informer", "donner_delai"})
# What answers a question before it is asked.
_TOLD_BEFOREHAND = frozenset({cues.RIGHT_ADDRESS, cues.QUOTED})
# "Oui", "oui merci": more words than that name something.
_WORDS_OF_A_BARE_YES = 2
# The junk folder's step, done once the client says so.
_JUNK_STEP = "courriel_non_recu.indesirables"
# What the request for a reset e-mail is about.
_RESET = frozenset({"mot_de_passe_oublie", "renvoyer_courriel"})

# Values said in passing: a form won't ask for them again, or the agent is told.
_KEPT = (
    slots.ACCOUNT_TYPE,
    slots.USER_CODE,
    slots.FIRST_NAME,
    slots.LAST_NAME,
    slots.EMAIL,
    slots.DEVICE,
    slots.ERROR_CODE,
)


class Walk:
    """One move on the ladders, in one turn of a conversation."""

    def __init__(self, speech: Speech, tracker: Tracker, hints: frozenset[str]) -> None:
        self._speech = speech
        self._tracker = tracker
        self._hints = hints
        # What ladders.yml no longer has counts as absent: a conversation outlives an edit of it.
        problem = tracker.get_slot(slots.PROBLEM)
        self._problem: str = problem if problem in ladders() else ""
        self._message = as_meant(Message.latest(tracker), self._problem)
        self._given = values_given(self._message)
        step = tracker.get_slot(slots.STEP)
        known = self._problem and step in ladders()[self._problem].steps
        self._step: str | None = step if known else None
        self._done: list[str] = list(tracker.get_slot(slots.STEPS_DONE) or [])
        self._waiting: list[str] = list(tracker.get_slot(slots.NEXT_PROBLEMS) or [])
        self._cues = cues.cues(self._message.text) if self._message.is_typed else []
        if self._message.intent in ladders() and self._message.intent != "message_erreur":
            # What the message on the screen says is a problem with a ladder of its own.
            self._cues = [cue for cue in self._cues if cue != cues.QUOTED]
        self._delay = self._read_delay()
        self._email_due: float | None = appointment.email_due(tracker, self._delay)

    def takes_as_answer(self) -> bool:
        """Tells whether the open question takes a line for an answer that was not understood."""
        step = self._open_step()
        readings = [FREE_TEXT, *self._values_given()]
        return step is not None and any(reading in step.answers for reading in readings)

    def is_answered_in_words(self) -> bool:
        """Tells whether the words of the message answer the open question, whatever its intent."""
        step = self._open_step()
        said = [*self._said(), *self._values_said()]
        return step is not None and any(reading in step.answers for reading in said)

    def has_cue(self) -> bool:
        """Tells whether the message has a turn of phrase that answers the open question."""
        step = self._open_step()
        return step is not None and any(cue in step.answers for cue in self._cues)

    def move(self) -> list[EventType]:
        """Answers the message; returns the events that remember where the conversation stands."""
        step, intent = self._open_step(), self._message.intent or ""
        names_another = intent in ladders() and intent not in {*_ACTS, self._problem}
        self._note_what_was_checked()
        if intent == "signaler_fraude" and self._tells_of_the_email():
            return self._go(RECEIVED)
        if step is not None and cues.WILL_CALL in self._cues:
            self._speech.say("dire_question_coordonnees")
            return []
        if self._resumes_the_code(step):
            self.put_off(self._problem)
            return self.start("code_utilisateur_oublie")
        if step is not None and step.form and not self._is_done(self._step):
            # A request for the reset is under way: naming it again is no other problem.
            is_this_request = step.form == slots.FORM_RESEND and intent in _RESET
            if not names_another or intent in step.answers or is_this_request:
                return self._take_form_up_again(step.form)
        elif step is not None and (self._answer(step) in step.answers or not names_another):
            answer = self._answer(step)
            if answer not in step.answers and intent in _TOLD_BESIDE and step.form is None:
                return self._go(AGAIN)
            return self._go(step.target(answer or NEXT))
        if is_doubtful(self._message):
            return self.ask_what_is_meant()
        if self._problem and intent == "probleme_persiste":
            return self._go(NEXT)
        if step is None and intent == "informer" and "code" in self._values_given():
            # Who has the code wants the password.
            return self.start("mot_de_passe_oublie")
        if step is None and intent == "donner_delai":
            # Only the e-mail is something one waits for.
            return self.start("courriel_non_recu")
        if intent == "probleme_persiste":
            return self.start("connexion_impossible")
        if intent in ladders():
            return self._start_named(intent)
        self._speech.say("dire_que_faire")
        return []

    def ask_what_is_meant(self) -> list[EventType]:
        """Asks the open question once more, else offers the likeliest readings of the line."""
        if self.has_open_question() and not self._speech.said_last("dire_incompris"):
            self._speech.say("dire_incompris")
            self.ask_again()
            return []
        return side_questions.propose(self._speech, self._message)

    def persist(self) -> list[EventType]:
        """Goes on after "it is not settled": with the open question, else with the next step."""
        if self.ask_again():
            return []
        return self._go(NEXT) if self._problem else self.start("connexion_impossible")

    def put_off(self, problem: str) -> None:
        """Has `problem` offered once what is taken up now is over."""
        self._waiting = list(dict.fromkeys([*self._waiting, problem]))

    def start_waiting(self) -> list[EventType]:
        """Takes up the first problem that was put off: at its request, if that was interrupted."""
        problem = self._waiting[0]
        request = next((n for n, s in ladders()[problem].steps.items() if s.form), None)
        done = self._done_of(problem)
        if not done or request is None or request in done:
            return self.start(problem)
        self._problem, self._waiting = problem, self._waiting[1:]
        return self._enter(request)

    def start_offered(self, offered: list[dict[str, Any]]) -> list[EventType]:
        """Takes up the one of the readings offered that a yes names too; else asks which it is."""
        payloads = {button["payload"] for button in offered}
        named = (i for i in self._message.ranking if f"/{i}" in payloads and i in ladders())
        if len(self._message.text.split()) > _WORDS_OF_A_BARE_YES and (first := next(named, None)):
            return self.start(first)
        self._speech.choices("dire_laquelle", offered)
        return side_questions.ask(side_questions.PROPOSAL)

    def start_of_wait(self) -> list[EventType]:
        """Takes up what a time gone by is about: the link just asked about, or the e-mail."""
        is_the_link = self._speech.said_last("dire_suivi_question_validite_lien")
        return self.start("lien_expire" if is_the_link else "courriel_non_recu")

    def start(self, problem: str) -> list[EventType]:
        """Takes up the ladder of `problem` where it was left, or at its head."""
        ladder = ladders()[problem]
        self._problem, self._step = problem, None
        self._waiting = [other for other in self._waiting if other != problem]
        if ladder.announcement:
            return self._escalate(ladder.announcement)
        if ladder.tried(self._done_of(problem)):
            self._speech.say("dire_reprise")
        else:
            # Nothing was tried yet: what was only said is said again.
            self._done = [name for name in self._done if not name.startswith(f"{problem}.")]
        return self._go(NEXT)

    def has_suggested(self) -> bool:
        """Tells whether the client was given anything to try for the problem at hand."""
        ladder = ladders().get(self._problem)
        return ladder is not None and bool(ladder.tried(self._done_of(self._problem)))

    def has_open_question(self) -> bool:
        """Tells whether a ladder waits for an answer."""
        step = self._open_step()
        return step is not None and step.form is None

    def ask_again(self) -> bool:
        """Repeats the open question, if there is one; tells whether there was."""
        step = self._open_step()
        if step is None or step.form:
            return False
        self._say(step.say[-1:])
        return True

    def _open_step(self) -> Step | None:
        return ladders()[self._problem].steps[self._step] if self._step else None

    def _answer(self, step: Step) -> str | None:
        """Returns the first reading of the message that the step answers, else its act."""
        act = _ACTS.get(self._message.intent or "")
        opening = _OPENING.match(fold(self._message.text))
        if opening and opening.group("yes") and self._message.intent == self._problem:
            act = "persiste"
        in_words = next((said for said in self._said() if said in step.answers), None)
        if in_words is not None:
            return in_words
        if opening and opening.group("yes") and self._message.intent == "informer":
            # "Oui, mon nom est Roy": a yes, and more.
            return "oui"
        if act in _TOLD_BY_OPENING and opening:
            # "Oui, il n'y est pas" is a yes to "avez-vous regardé?", whatever it denies.
            return "oui" if opening.group("yes") else "non"
        readings = [self._message.intent, *self._values_given(), *self._values_said()]
        known = next((r for r in readings if r in step.answers), None)
        return known or act

    def _said(self) -> list[str]:
        """Returns the readings of what is said in so many words: cues and a device."""
        device = self._message.entities.get(slots.DEVICE)
        return [*self._cues, *([device] if device else [])]

    def _read_delay(self) -> int | str | None:
        """Returns the delay said, in minutes or vague; a bare number is one where one is asked."""
        delay: int | str | None = self._message.entities.get(slots.DELAY)
        step = self._open_step()
        is_asked = step is not None and "court" in step.answers
        if delay is None and (is_asked or self._message.intent == "donner_delai"):
            delay = cues.bare_minutes(self._message.text)
        is_told = (
            self._message.intent == "donner_delai" and slots.FOLLOW_UP not in self._message.entities
        )
        # Told in words that can't be counted, it is no short one.
        return "inconnu" if delay is None and is_asked and is_told else delay

    def _values_said(self) -> list[str]:
        """Returns the readings of the values in the message: a type of account, a delay…"""
        account_type = self._message.entities.get(slots.ACCOUNT_TYPE)
        said = [account_type] if account_type else []
        if isinstance(self._delay, int):
            said.append("court" if self._delay < appointment.EMAIL_DELAY_MINUTES else "long")
        elif self._delay is not None:
            said.append("vague")
        if slots.ERROR_CODE in self._message.entities:
            said.append("code_erreur")
        if slots.FOLLOW_UP in self._message.entities:
            said.append("relance")
        return said

    def _values_given(self) -> list[str]:
        """Returns the reading of what a form would ask for: a user code, or anything else."""
        if slots.USER_CODE in self._given:
            return ["code"]
        return ["valeurs"] if self._given else []

    def _delay_known(self) -> list[str]:
        """Returns the reading of a delay that was said before, or that a request of ours began."""
        if self._email_due is None:
            return []
        return ["court" if appointment.is_ahead(self._email_due) else "long"]

    def _start_named(self, intent: str) -> list[EventType]:
        """Takes up the problem of the line; of two, the first, and keeps the other for later."""
        both = self._message.entities.get(slots.PROBLEMS) or []
        if intent not in both or any(ladders()[p].announcement for p in both):
            return self.start(intent)
        first, second = both
        self.put_off(second)
        self._speech.say(
            "dire_deux_problemes",
            premier=self._speech.title_of(first),
            second=self._speech.title_of(second),
        )
        return self.start(first)

    def _go(self, target: str) -> list[EventType]:
        if target == WAIT:
            self._speech.say("dire_patienter")
            return []
        if target == AGAIN:
            return self._go_again()
        if target in (SOLVED, RECEIVED):
            return closing.conclude(self._speech, self._tracker, received=target == RECEIVED)
        if target.startswith(OTHER_LADDER):
            return self.start(target.removeprefix(OTHER_LADDER))
        if target == NEXT:
            done = self._done_of(self._problem)
            last = self._step or (done[-1] if done else None)
            target = ladders()[self._problem].step_after(last, done, self._hints) or AGENT
        if target == AGENT:
            return self._escalate("dire_agent")
        return self._enter(target)

    def _go_again(self) -> list[EventType]:
        """Repeats the open question; asked in its other wording already, goes on instead."""
        step = self._open_step()
        if step is None:
            return self._go(NEXT)
        if self._speech.said_last(step.say[-1] + OTHER_WORDS):
            # Asked twice for nothing: as if the client didn't know.
            return self._go(step.target(_ACTS["ne_sait_pas"]))
        self._say(step.say[-1:])
        return self._stand_at_step(None)

    def _enter(self, name: str) -> list[EventType]:
        step = ladders()[self._problem].steps[name]
        self._step = name
        self._note_what_was_checked()
        if cues.JUNK_CHECKED in step.answers and self._is_done(name):
            return self._go(step.target(cues.JUNK_CHECKED))
        if step.form is None:
            # A step with a form is done once its request has left: requests.py.
            self._done.append(f"{self._problem}.{name}")
        # Only a question about the delay itself takes a vague answer.
        asks_for_the_delay = "vague" in step.answers
        known = [
            *self._values_said(),
            *(cue for cue in self._cues if cue in _TOLD_BEFOREHAND),
            *(self._delay_known() if asks_for_the_delay else []),
        ]
        said = next((v for v in known if v in step.answers), None)
        # What a request is followed by is told after it, not before.
        if said is not None and step.form is None and step.answers[said] != name:
            # The message already answers this step's question: asking it would be deaf.
            return self._go(step.target(said))
        self._say(step.say, follow_up=step.comes_back)
        return self._stand_at_step(step.form)

    def _say(self, responses: Sequence[str], *, follow_up: bool = False) -> None:
        """Says a step's responses; with `follow_up`, has the gateway come back when it is time."""
        values = appointment.values(self._email_due)
        for response in responses:
            self._speech.say(
                response,
                custom=appointment.follow_up(self._email_due) if follow_up else None,
                **values,
            )

    def _take_form_up_again(self, form: str) -> list[EventType]:
        """Says that nothing was sent yet and goes on with the form, keeping what it has.

        Said too often, a person takes over, as with answers that can't be read.
        """
        attempts = int(self._tracker.get_slot(slots.ATTEMPTS) or 0) + 1
        if attempts >= MAX_ATTEMPTS:
            return self._escalate("dire_agent_formulaire")
        self._speech.say("dire_pas_encore_envoye")
        return [*self._stand_at_step(form), SlotSet(slots.ATTEMPTS, attempts)]

    def _stand_at_step(self, form: str | None) -> list[EventType]:
        return [*leave_form(), *self._position(), SlotSet(slots.FORM, form)]

    def _escalate(self, announcement: str) -> list[EventType]:
        # The open question was answered: its step counts as tried.
        self._step = None
        self._tracker.add_slots(self._position())
        ladder = ladders()[self._problem]
        events = escalate(self._speech, self._tracker, ladder.reason, announcement)
        return [*self._position(), *events]

    def _position(self) -> list[EventType]:
        return [
            SlotSet(slots.PROBLEM, self._problem or None),
            SlotSet(slots.STEP, self._step),
            SlotSet(slots.STEPS_DONE, list(dict.fromkeys(self._done))),
            SlotSet(slots.NEXT_PROBLEMS, self._waiting or None),
            SlotSet(slots.EMAIL_DUE, self._email_due),
            *(
                SlotSet(name, value)
                for name, value in (self._message.entities | self._given).items()
                if name in _KEPT
            ),
        ]

    def _note_what_was_checked(self) -> None:
        """Remembers that the junk folder was looked at, so that nobody asks for that again."""
        if self._problem == "courriel_non_recu" and cues.JUNK_CHECKED in self._cues:
            self._done.append(_JUNK_STEP)

    def _tells_of_the_email(self) -> bool:
        """Tells whether the e-mail that is said to have come is the one that was waited for."""
        return closing.waits_for_email(self._problem) and cues.is_receipt(self._message.text)

    def _resumes_the_code(self, step: Step | None) -> bool:
        """Tells whether a type of account answers a question that another problem interrupted."""
        said = self._message.entities.get(slots.ACCOUNT_TYPE)
        if said is None or self._message.intent != "informer" or not self._problem:
            return False
        return (
            step is not None
            and not step.form
            and said not in step.answers
            and self._done_of("code_utilisateur_oublie")[-1:] in (["type"], ["type_autrement"])
        )

    def _is_done(self, step: str | None) -> bool:
        return f"{self._problem}.{step}" in self._done

    def _done_of(self, problem: str) -> list[str]:
        return [n for n in steps_of(problem, self._done) if n in ladders()[problem].steps]


class ActionSuivreEchelle(Action):
    """A problem is named, or an open question is answered."""

    def __init__(self, settings: ActionSettings) -> None:
        self._hints = settings.hints

    def name(self) -> str:
        """Rasa's name of the action."""
        return "action_suivre_echelle"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Makes one move on the ladders, unless the message answers a side question."""
        speech, message = Speech(dispatcher, tracker, domain), Message.latest(tracker)
        walk = Walk(speech, tracker, self._hints)
        if side_questions.confirms_erasure(message, tracker):
            return side_questions.erase(speech)
        match side_questions.open_side_question(tracker), message.intent:
            case side_questions.ERASURE, "affirmer" | "ne_sait_pas":
                return side_questions.ask_for_erasure(speech)
            case side_questions.ERASURE, "nier":
                speech.say("dire_rien_efface")
                walk.ask_again()
                return []
            case side_questions.FOLLOW_UP, "affirmer":
                # "Ok" takes note; only a yes says that nothing is left.
                takes_note = fold(message.text).strip(" .!") in _TAKES_NOTE
                speech.say(
                    "dire_bien_note" if takes_note else "dire_resolu", custom={"solved": True}
                )
                return []
            case side_questions.FOLLOW_UP, "nier" | "ne_sait_pas":
                return walk.start("connexion_impossible")
            case side_questions.FOLLOW_UP, "donner_delai":
                return walk.start_of_wait()
            case side_questions.SETTLED, "affirmer":
                return closing.conclude(speech, tracker, received=False)
            case (
                side_questions.SETTLED,
                "nier" | "ne_sait_pas" | "probleme_persiste" | "connexion_impossible",
            ):
                return walk.persist()
            case side_questions.PRIVACY, "affirmer" if _YES.match(fold(message.text)):
                return side_questions.ask_for_erasure(speech)
            case side_questions.PROPOSAL, "nier" | "ne_sait_pas":
                return escalate(speech, tracker, REASON_NOT_UNDERSTOOD)
            case side_questions.PROPOSAL, "affirmer":
                return walk.start_offered(side_questions.offered(tracker))
            case side_questions.NEXT, "affirmer" | "informer":
                return walk.start_waiting()
            case side_questions.NEXT, "nier":
                return closing.let_go(speech)
        asked = tracker.get_slot(slots.REQUESTED_SLOT) if tracker.active_loop_name else None
        lacks_code = message.intent in ("ne_sait_pas", "code_utilisateur_oublie")
        if asked == slots.USER_CODE and lacks_code:
            # Back to the request once the code is found.
            walk.put_off(tracker.get_slot(slots.PROBLEM))
            return walk.start("code_utilisateur_oublie")
        return walk.move()
