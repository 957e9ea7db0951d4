"""Sending what a form gathered to the identity backend, and saying the same in all cases."""

import hashlib
from collections.abc import Awaitable
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import appointment, slots
from actions.escalation import (
    REASON_BREAKDOWN,
    REASON_NOT_UNDERSTOOD,
    escalate,
    leave_form,
)
from actions.identity.port import (
    AccountType,
    IdentityBackend,
    IdentityRefused,
    IdentityUnavailable,
    PasswordReset,
    RequestContext,
    UserCodeReminder,
)
from actions.message import Message
from actions.speech import Speech

_ACCOUNT_TYPES: dict[str, AccountType] = {
    slots.ACCOUNT_TYPE_INDIVIDUAL: "individual",
    slots.ACCOUNT_TYPE_JOINT: "joint",
}
_SLOT_OF_FIELD = {
    "user_code": slots.USER_CODE,
    "first_name": slots.FIRST_NAME,
    "last_name": slots.LAST_NAME,
    "email": slots.EMAIL,
    "account_type": slots.ACCOUNT_TYPE,
}


class ActionEnvoyerDemande(Action):
    """A form is over: its request goes out if it was confirmed, else a person is asked for."""

    def __init__(self, identity: IdentityBackend) -> None:
        self._identity = identity

    def name(self) -> str:
        """Rasa's name of the action."""
        return "action_envoyer_demande"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Sends the request of the form that has just ended.

        The answer is one neutral sentence whether or not the account exists, was throttled or is
        locked (A5). A backend out of reach gets an apology and a person.
        """
        speech = Speech(dispatcher, tracker, domain)
        if tracker.get_slot(slots.CONFIRMATION) != "oui":
            return escalate(speech, tracker, REASON_NOT_UNDERSTOOD, "dire_agent_formulaire")
        form = tracker.get_slot(slots.FORM)
        try:
            await self._send(form, tracker, _context(tracker, form))
        except IdentityUnavailable:
            return escalate(speech, tracker, REASON_BREAKDOWN, "dire_panne")
        except IdentityRefused as refused:
            speech.say("dire_valeurs_refusees")
            wrong = [_SLOT_OF_FIELD[field] for field in refused.fields if field in _SLOT_OF_FIELD]
            return [*leave_form(), *(SlotSet(slot, None) for slot in wrong)]
        speech.say(f"dire_envoye_{form}")
        done = [*(tracker.get_slot(slots.STEPS_DONE) or []), _open_step(tracker)]
        # A new e-mail, and 30 minutes of its own.
        due = appointment.email_due(tracker, delay=0)
        return [*leave_form(), SlotSet(slots.STEPS_DONE, done), SlotSet(slots.EMAIL_DUE, due)]

    def _send(self, form: str, tracker: Tracker, context: RequestContext) -> Awaitable[None]:
        first_name, last_name = (
            tracker.get_slot(slots.FIRST_NAME),
            tracker.get_slot(slots.LAST_NAME),
        )
        if form == slots.FORM_RESEND:
            code = tracker.get_slot(slots.USER_CODE)
            return self._identity.request_password_reset(
                PasswordReset(code, first_name, last_name), context
            )
        account_type = _ACCOUNT_TYPES[tracker.get_slot(slots.ACCOUNT_TYPE)]
        email = tracker.get_slot(slots.EMAIL)
        return self._identity.request_user_code_reminder(
            UserCodeReminder(first_name, last_name, email, account_type), context
        )


def _open_step(tracker: Tracker) -> str:
    return f"{tracker.get_slot(slots.PROBLEM)}.{tracker.get_slot(slots.STEP)}"


def _context(tracker: Tracker, verb: str) -> RequestContext:
    """Returns the request's keys: the same turn run again is the same request, and one mail."""
    message = Message.latest(tracker)
    # A message's id is unique in its conversation only.
    turn = f"{tracker.sender_id}:{message.id}:{verb}"
    key = hashlib.sha256(turn.encode()).hexdigest()
    return RequestContext(idempotency_key=key, client_key=message.client_key or "inconnu")
