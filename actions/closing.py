"""A problem is over: it is put away, and the client's other problem, if any, is offered next."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions import side_questions, slots
from actions.escalation import leave_form
from actions.speech import Speech

# What is said once the e-mail of a problem has come, and the problem that the next trouble is of.
_AFTER_RECEIPT = {
    **dict.fromkeys(
        ("courriel_non_recu", "renvoyer_courriel", "mot_de_passe_oublie", "lien_expire"),
        ("dire_courriel_recu", "lien_expire"),
    ),
    "code_utilisateur_oublie": ("dire_code_recu", "connexion_impossible"),
}


def waits_for_email(problem: str | None) -> bool:
    """Tells whether an e-mail of the portal is what this problem waits for."""
    return problem in _AFTER_RECEIPT


def conclude(speech: Speech, tracker: Tracker, *, received: bool) -> list[EventType]:
    """Says what is left to do and leaves any form; `received`: the e-mail came, no more than that.

    A problem put off (two in one line, or a code to find before a request) is offered next.
    """
    problem = tracker.get_slot(slots.PROBLEM)
    waiting = [p for p in tracker.get_slot(slots.NEXT_PROBLEMS) or [] if p != problem]
    if (
        received
        and problem in _AFTER_RECEIPT
        and not (waiting and problem == "code_utilisateur_oublie")
    ):
        response, following = _AFTER_RECEIPT[problem]
        speech.say(response)
        return [*_leave(following), SlotSet(slots.NEXT_PROBLEMS, waiting)]
    if waiting:
        return [*_leave(None), *offer_next(speech, waiting)]
    return [*_leave(None), *let_go(speech)]


def let_go(speech: Speech) -> list[EventType]:
    """Drops the problem that was offered: it is solved too, or no longer matters."""
    speech.say("dire_resolu", custom={"solved": True})
    return [SlotSet(slots.NEXT_PROBLEMS, None)]


def offer_next(speech: Speech, waiting: list[str]) -> list[EventType]:
    """Asks whether to go on with the first problem that waits."""
    buttons = speech.buttons_of("dire_ensuite_choix")
    yes = {"title": buttons[0]["title"], "payload": f"/{waiting[0]}"}
    title = speech.title_of(waiting[0])
    speech.choices("dire_ensuite", [yes, *buttons[1:]], titre=title)
    return [SlotSet(slots.NEXT_PROBLEMS, waiting), *side_questions.ask(side_questions.NEXT)]


def _leave(problem: str | None) -> list[EventType]:
    return [*leave_form(), SlotSet(slots.PROBLEM, problem), SlotSet(slots.STEP, None)]
