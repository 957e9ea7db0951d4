"""A promised call that its client changes or calls off, for as long as nobody has settled it.

What they would have instead is kept apart until they confirm it (call_backs.py): until then agents
are told what was promised. Whoever owns the conversation goes on owning it. Works inside the
caller's session.
"""

from sqlalchemy.ext.asyncio import AsyncSession

from gateway.conversations import PendingTurn
from gateway.handover import call_backs
from gateway.handover.call_back_speech import CallBackSpeech
from gateway.handover.call_back_words import (
    CALL_OFF,
    CHANGE_PHONE,
    CHANGE_TIME,
    CORRECT,
    EXPECTS_CHANGE,
    EXPECTS_CONFIRMATION,
    EXPECTS_PHONE,
    EXPECTS_TIME,
    KEEP,
    QUESTIONS,
    SOONEST,
    TIME,
    calls_off,
    cancels,
    changed_part,
    confirms,
    denies,
    preference_in,
)
from gateway.handover.cases import record_event
from gateway.handover.ownership import Owner
from gateway.handover.phone_numbers import number_like_parts, read_number, shown_number
from gateway.handover.resumption import resume_assistant
from gateway.models import CallBack, CallBackStatus, CaseEventKind, Conversation

# The question that each button asks.
PARTS = {CHANGE_PHONE: EXPECTS_PHONE, CHANGE_TIME: EXPECTS_TIME}


class CallBackChanges:
    """Takes the lines and presses about a call that is promised."""

    def __init__(self, speech: CallBackSpeech) -> None:
        self._speech = speech

    async def answer(
        self,
        session: AsyncSession,
        conversation: Conversation,
        promised: CallBack,
        line: PendingTurn,
        intent: str | None = None,
    ) -> None:
        """Answer a line about a promised call of a locked conversation."""
        asked = conversation.expects
        if asked not in QUESTIONS:
            # What was left unconfirmed doesn't come back with another change.
            await call_backs.drop_proposal(session, promised)
        if line.payload is None:
            await self._speech.learn_numbers(session, conversation, line.text)
        if line.payload == CALL_OFF or (line.payload is None and calls_off(asked, line.text)):
            await self._call_off(session, conversation, promised)
        elif line.payload == KEEP or (asked in QUESTIONS and cancels(asked, line, intent)):
            await call_backs.drop_proposal(session, promised)
            await self._go_on(session, conversation, promised, "rappel_garde")
        elif line.payload in PARTS:
            await self._ask_part(session, conversation, PARTS[line.payload])
        elif asked == EXPECTS_CONFIRMATION and confirms(line, intent):
            await call_backs.apply_proposal(session, promised, self._speech.hours)
            await self._go_on(session, conversation, promised, "rappel_change")
        elif asked == EXPECTS_CONFIRMATION and (line.payload == CORRECT or denies(line, intent)):
            await self._speech.say(
                session,
                conversation,
                "rappel_corriger",
                choices=self._speech.catalogue.buttons["rappel_changer"],
                expects=EXPECTS_CONFIRMATION,
            )
        elif await self._propose(session, promised, line, asked, intent):
            await self._sum_up(session, conversation, promised)
        elif line.payload is None and (part := changed_part(line.text)):
            await self._ask_part(session, conversation, part)
        elif asked == EXPECTS_PHONE and number_like_parts(line.text):
            await self._speech.ask_phone(session, conversation, "rappel_illisible", "rappel_garder")
        elif asked in QUESTIONS and line.payload is None:
            await self._ask_again(session, conversation, promised, asked)
        else:
            await self._tell(session, conversation, promised)

    async def tell_over(self, session: AsyncSession, conversation: Conversation) -> None:
        """Tell a client who goes on about a call that it was made, or called off."""
        last = await call_backs.last_call_back(session, conversation.id)
        if last is None:
            await resume_assistant(session, conversation, self._speech.catalogue, "retour")
            return
        await self._end(session, conversation, is_off=last.status is CallBackStatus.CANCELLED)

    async def _propose(
        self,
        session: AsyncSession,
        promised: CallBack,
        line: PendingTurn,
        asked: str | None,
        intent: str | None,
    ) -> bool:
        """Keep what a line would have instead; False if it is nothing of that kind."""
        if line.payload is not None:
            if asked != EXPECTS_TIME or line.payload not in {TIME, SOONEST}:
                return False
            await call_backs.propose_preference(session, promised, line.text)
            return True
        written = read_number(line.text)
        if written is not None:
            await call_backs.propose_phone(session, promised, written.number)
        preference = preference_in(
            line.text, written, is_asked=asked == EXPECTS_TIME, intent=intent
        )
        if preference is not None:
            await call_backs.propose_preference(session, promised, preference)
        return written is not None or preference is not None

    async def _tell(
        self, session: AsyncSession, conversation: Conversation, promised: CallBack
    ) -> None:
        """Tell of the promised call, and what can be done about it."""
        await self._speech.say(
            session,
            conversation,
            "rappel_existe",
            choices=self._speech.catalogue.buttons["rappel_existe"],
            expects=EXPECTS_CHANGE,
            reference=promised.case.reference,
            **await self._speech.promise(session, promised),
        )

    async def _sum_up(
        self, session: AsyncSession, conversation: Conversation, promised: CallBack
    ) -> None:
        """Ask whether the change is right."""
        phone = await call_backs.proposed_phone(session, promised)
        preference = await call_backs.proposed_preference(session, promised)
        told = await self._speech.promise(session, promised)
        if phone is not None:
            told["numero"] = shown_number(phone)
        if preference is not None:
            told |= self._speech.time_wished(preference)
        await self._speech.sum_up(session, conversation, told, "rappel_resume_change")

    async def _ask_again(
        self,
        session: AsyncSession,
        conversation: Conversation,
        promised: CallBack,
        asked: str | None,
    ) -> None:
        """Ask what was asked once more; the line of a client who waits joins their case."""
        if conversation.owner is Owner.WAITING:
            await self._speech.say(session, conversation, "transmis")
        if asked == EXPECTS_CONFIRMATION:
            await self._sum_up(session, conversation, promised)
        else:
            await self._ask_part(session, conversation, asked)

    async def _ask_part(
        self, session: AsyncSession, conversation: Conversation, part: str | None
    ) -> None:
        """Ask which number, or which moment, it should be instead."""
        if part == EXPECTS_PHONE:
            await self._speech.ask_phone(session, conversation, "rappel_telephone", "rappel_garder")
        else:
            await self._speech.ask_time(session, conversation, "rappel_moment_change")

    async def _call_off(
        self, session: AsyncSession, conversation: Conversation, promised: CallBack
    ) -> None:
        """Promise nothing any more; it is as if the client had gone back to the assistant."""
        await call_backs.cancel(session, promised)
        promised.case.close_reason = None
        record_event(session, promised.case, CaseEventKind.CLIENT_RETURNED)
        await self._end(session, conversation, is_off=True)

    async def _end(
        self, session: AsyncSession, conversation: Conversation, *, is_off: bool
    ) -> None:
        """Say that there is no call to change any more."""
        catalogue = self._speech.catalogue
        if conversation.owner is Owner.WAITING:
            sentence = "rappel_annule" if is_off else "rappel_regle"
            choices = catalogue.buttons["relais_rappel"]
            await self._speech.say(session, conversation, sentence, choices=choices)
            return
        await self._speech.say(session, conversation, "rappel_retire" if is_off else "rappel_regle")
        await resume_assistant(session, conversation, catalogue, "reprise")

    async def _go_on(
        self, session: AsyncSession, conversation: Conversation, promised: CallBack, sentence: str
    ) -> None:
        """Say how the promised call stands, and leave the client to whom they are with."""
        told = await self._speech.promise(session, promised)
        reference = promised.case.reference
        if conversation.owner is Owner.WAITING:
            await self._speech.say(
                session,
                conversation,
                sentence,
                choices=self._speech.catalogue.buttons["relais_rappel_prevu"],
                expects=EXPECTS_CHANGE,
                reference=reference,
                **told,
            )
            return
        await self._speech.say(
            session, conversation, sentence, choices=(), reference=reference, **told
        )
        await self._speech.resume(session, conversation)
