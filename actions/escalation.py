"""Asking for a person. The gateway moves the conversation and speaks of who is there."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, EventType, SlotSet

from actions import appointment, slots
from actions.ladders import Ladder, ladders
from actions.speech import Speech

REASON_ASKED = "demande"
REASON_NOT_UNDERSTOOD = "incompris"
REASON_BREAKDOWN = "panne"

# Up to there a time is told in minutes, then as over an hour, and until then in hours.
_MINUTES_ONE_COUNTS = 60
_MINUTES_TO_HOURS = 100
_MINUTES_TO_DAYS = 48 * 60
# For agents, as ladders.yml's labels are: nobody who said "plus d'une heure" counted 61 minutes,
# and who pressed "Plus de 30 minutes" counted none.
_OVER_AN_HOUR = "courriel demandé il y a plus d’une heure"
_OVER_HALF_AN_HOUR = "courriel demandé il y a plus de 30 minutes"


def leave_form() -> list[EventType]:
    """Returns the events that end whatever form is active and ask for nothing more."""
    return [
        ActiveLoop(None),
        SlotSet(slots.REQUESTED_SLOT, None),
        SlotSet(slots.FORM, None),
        SlotSet(slots.CONFIRMATION, None),
        SlotSet(slots.ATTEMPTS, 0),
    ]


def escalate(
    speech: Speech, tracker: Tracker, reason: str, announcement: str = "dire_agent"
) -> list[EventType]:
    """Says what was tried and asks the gateway for a person; returns the events of the hand-over.

    `reason` is one of the contract's (docs/engine.md); `announcement` is the response said.
    """
    problem = tracker.get_slot(slots.PROBLEM)
    ladder = ladders().get(problem or "")
    tried = tried_steps(tracker)
    if tried and announcement == "dire_agent":
        speech.say("dire_bilan", essais=", ".join(tried))
    details = _details(speech, tracker)
    speech.say(
        announcement, custom={"handover": _handover(reason, problem, ladder, tried, details)}
    )
    return [*leave_form(), SlotSet(slots.STEP, None)]


def tried_steps(tracker: Tracker) -> list[str]:
    """Returns what the conversation tried so far, in the client's words, over all its ladders."""
    # What is still being asked was said, not tried.
    open_step = f"{tracker.get_slot(slots.PROBLEM)}.{tracker.get_slot(slots.STEP)}"
    done = [n for n in tracker.get_slot(slots.STEPS_DONE) or [] if n != open_step]
    tried = (t for p, ladder in ladders().items() for t in ladder.tried(steps_of(p, done)))
    return list(dict.fromkeys(tried))


def steps_of(problem: str, done: list[str]) -> list[str]:
    """Returns the names of the steps done of one problem, in order."""
    prefix = problem + "."
    return [name.removeprefix(prefix) for name in done if name.startswith(prefix)]


def _details(speech: Speech, tracker: Tracker) -> list[str]:
    """Returns what the agent should know besides what was tried.

    When the e-mail was asked for, an error's code, the device, another problem.
    """
    waiting = tracker.get_slot(slots.NEXT_PROBLEMS) or []
    minutes = appointment.minutes_since_asked(tracker)
    return [
        *([] if minutes is None else [_since_asked(speech, tracker, minutes)]),
        *(
            speech.text(f"dossier_{slot}", valeur=value)
            for slot in (slots.ERROR_CODE, slots.DEVICE)
            if (value := tracker.get_slot(slot))
        ),
        *(speech.text("dossier_aussi", valeur=speech.title_of(p)) for p in waiting),
    ]


def _handover(
    reason: str,
    problem: str | None,
    ladder: Ladder | None,
    tried: list[str],
    details: list[str],
) -> dict[str, Any]:
    label = [ladder.case_label] if ladder else []
    return {
        "reason": reason,
        "priority": ladder.priority if ladder else "normal",
        "probleme": problem,
        "resume": " · ".join([*label, *details, *tried]),
        "etapes": tried,
        "details": details,
    }


def _since_asked(speech: Speech, tracker: Tracker, minutes: int) -> str:
    """Returns how long ago the e-mail was asked for, no more precisely than people tell it."""
    if minutes >= _MINUTES_ONE_COUNTS and appointment.was_chosen(tracker):
        return _OVER_HALF_AN_HOUR
    if minutes <= _MINUTES_ONE_COUNTS:
        return speech.text("dossier_delai_minutes", valeur=str(minutes))
    if minutes < _MINUTES_TO_HOURS:
        return _OVER_AN_HOUR
    if minutes < _MINUTES_TO_DAYS:
        return speech.text("dossier_delai_heures", valeur=str(round(minutes / 60)))
    return speech.text("dossier_delai_jours", valeur=str(round(minutes / 1440)))
