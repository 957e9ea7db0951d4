"""Asking a client who waits for a person what it takes to phone them: number, time, confirmation.

Which question is open is read off the conversation's `expects`, and what was given off the draft
(call_backs.py): whatever else is said to the client ends the dialogue, and it can be taken up again
where it was left. Works inside the caller's session.
"""

from sqlalchemy.ext.asyncio import AsyncSession

from gateway.conversations import PendingTurn
from gateway.handover import call_backs
from gateway.handover.call_back_changes import CallBackChanges
from gateway.handover.call_back_speech import CallBackSpeech
from gateway.handover.call_back_words import (
    CANCEL,
    CORRECT,
    CORRECT_PHONE,
    CORRECT_TIME,
    EXPECTS_CHANGE,
    EXPECTS_CONFIRMATION,
    EXPECTS_PHONE,
    EXPECTS_TIME,
    OF_A_PROMISE,
    PAYLOAD_PREFIX,
    QUESTIONS,
    SOONEST,
    TIME,
    begins_call,
    cancels,
    changed_part,
    concerns_promise,
    confirms,
    denies,
    names_change,
    preference_in,
    wishes_call,
)
from gateway.handover.cases import close_case, open_case_of, record_event
from gateway.handover.ownership import Event, Owner, move
from gateway.handover.phone_numbers import (
    WrittenNumber,
    number_like_parts,
    read_number,
    shown_number,
)
from gateway.models import CallBack, CallBackStatus, Case, CaseEventKind, Conversation

CLOSE_REASON = "rappel"
# Numbers that can't be read, before the client is asked to phone instead.
MAX_UNREADABLE = 3
# "C'est tu long?", as the engine reads it, which takes it for a question about its e-mails.
ASK_WHEN = frozenset({"question_delai_courriel", "question_validite_lien"})


class CallBackDialogue:
    """Takes the lines and presses by which a waiting client asks for a call.

    Those about a call that is promised are for CallBackChanges, whoever owns the conversation.
    """

    def __init__(self, speech: CallBackSpeech) -> None:
        self._speech = speech
        self._catalogue = speech.catalogue
        self._changes = CallBackChanges(speech)

    async def takes(
        self,
        session: AsyncSession,
        conversation: Conversation,
        line: PendingTurn,
        intent: str | None = None,
    ) -> bool:
        """Whether a line of a client who waits, or is the assistant's, is for this to answer.

        `intent` is how the engine reads a line typed while waiting, if it could be asked.
        """
        if line.payload is not None:
            return line.payload.startswith(PAYLOAD_PREFIX)
        asks_for_one = conversation.owner is Owner.WAITING and (
            conversation.expects in QUESTIONS
            or begins_call(conversation.expects, line.text, intent)
        )
        return asks_for_one or await self.concerns_promise(session, conversation.expects, line)

    async def concerns_promise(
        self, session: AsyncSession, asked: str | None, line: PendingTurn
    ) -> bool:
        """Whether a typed line is about a call that is promised, `asked` being the open question.

        Whoever calls it off, and hears of something else, would be phoned all the same.
        """
        if concerns_promise(asked, line.text):
            return True
        return names_change(line.text) and await call_backs.is_promised(
            session, line.conversation_id
        )

    async def answer(
        self,
        session: AsyncSession,
        conversation: Conversation,
        line: PendingTurn,
        intent: str | None = None,
    ) -> None:
        """Answer such a line of a locked conversation, and ask what is still missing."""
        promised = await call_backs.due_call_back(session, conversation.id)
        if promised is not None:
            await self._changes.answer(session, conversation, promised, line, intent)
            return
        case = await open_case_of(session, conversation.id)
        if case is None or await _is_about_another(session, conversation, case, line, intent):
            await self._changes.tell_over(session, conversation)
            return
        draft = await call_backs.draft(session, case)
        asked = conversation.expects
        written = read_number(line.text) if line.payload is None else None
        if line.payload is None:
            await self._speech.learn_numbers(session, conversation, line.text)
        if line.payload == CANCEL or (asked in QUESTIONS and cancels(asked, line, intent)):
            await call_backs.cancel(session, draft)
            await self._say(session, conversation, "rappel_annule", buttons="relais_rappel")
        elif asked == EXPECTS_CONFIRMATION and confirms(line, intent):
            await self._confirm(session, conversation, draft)
        elif line.payload == CORRECT or (asked == EXPECTS_CONFIRMATION and denies(line, intent)):
            await self._say(
                session,
                conversation,
                "rappel_corriger",
                buttons="rappel_corriger",
                expects=EXPECTS_CONFIRMATION,
            )
        elif asked == EXPECTS_PHONE and written is None and number_like_parts(line.text):
            await self._refuse_number(session, conversation, draft)
        else:
            if not await self._keep(session, draft, line, asked, written, intent):
                # Not for this dialogue: the agent will read it.
                await self._say(
                    session, conversation, "rappel_quand" if intent in ASK_WHEN else "transmis"
                )
            await self._ask(session, conversation, draft)

    async def _keep(
        self,
        session: AsyncSession,
        draft: CallBack,
        line: PendingTurn,
        asked: str | None,
        written: WrittenNumber | None,
        intent: str | None,
    ) -> bool:
        """Keep what a line gives; False if it gives nothing, nor asks for a call."""
        if line.payload == CORRECT_PHONE:
            await call_backs.keep_phone(session, draft, None)
        elif line.payload == CORRECT_TIME:
            await call_backs.keep_preference(session, draft, None)
        elif line.payload in {TIME, SOONEST}:
            await call_backs.keep_preference(session, draft, line.text)
        if line.payload is not None:
            return True
        if written is not None:
            await call_backs.keep_phone(session, draft, written.number)
        preference = preference_in(
            line.text, written, is_asked=asked == EXPECTS_TIME, intent=intent
        )
        if preference is not None:
            await call_backs.keep_preference(session, draft, preference)
        if asked not in QUESTIONS or written is not None or preference is not None:
            return True
        part = changed_part(line.text)
        if part == EXPECTS_PHONE:
            await call_backs.keep_phone(session, draft, None)
        elif part == EXPECTS_TIME:
            await call_backs.keep_preference(session, draft, None)
        return part is not None

    async def _ask(
        self, session: AsyncSession, conversation: Conversation, draft: CallBack
    ) -> None:
        """Ask what is missing, or whether it is right."""
        phone = await call_backs.phone_of(session, draft)
        preference = await call_backs.preference_of(session, draft)
        if phone is None:
            await self._speech.ask_phone(
                session, conversation, "rappel_telephone", "rappel_annuler"
            )
        elif preference is None:
            await self._speech.ask_time(session, conversation, "rappel_moment")
        else:
            told = {"numero": shown_number(phone), **self._speech.time_wished(preference)}
            await self._speech.sum_up(session, conversation, told, "rappel_resume")

    async def _refuse_number(
        self, session: AsyncSession, conversation: Conversation, draft: CallBack
    ) -> None:
        """Ask once more for a number that can't be one; in the end, give ours."""
        draft.tries += 1
        if draft.tries < MAX_UNREADABLE:
            sentence = "rappel_illisible" if draft.tries == 1 else "rappel_illisible_encore"
            await self._speech.ask_phone(session, conversation, sentence, "rappel_annuler")
            return
        await call_backs.cancel(session, draft)
        await self._say(session, conversation, "rappel_abandon", buttons="relais_rappel")

    async def _confirm(
        self, session: AsyncSession, conversation: Conversation, draft: CallBack
    ) -> None:
        """Promise the call, and give the client back to the assistant meanwhile."""
        await call_backs.confirm(session, draft, self._speech.hours)
        move(conversation, Event.CALL_BACK)
        draft.case.close_reason = CLOSE_REASON
        close_case(draft.case)
        record_event(session, draft.case, CaseEventKind.CALL_BACK)
        await self._say(
            session,
            conversation,
            "rappel_confirme",
            reference=draft.case.reference,
            **await self._speech.promise(session, draft),
        )
        await self._speech.resume(session, conversation)

    async def _say(
        self,
        session: AsyncSession,
        conversation: Conversation,
        sentence: str,
        *,
        buttons: str | None = None,
        expects: str | None = None,
        **values: str,
    ) -> None:
        choices = self._catalogue.buttons[buttons] if buttons else ()
        await self._speech.say(
            session, conversation, sentence, choices=choices, expects=expects, **values
        )


async def _is_about_another(
    session: AsyncSession,
    conversation: Conversation,
    case: Case,
    line: PendingTurn,
    intent: str | None,
) -> bool:
    """Whether a line goes on about a promised call that is over, and not about one for the case."""
    if line.payload in OF_A_PROMISE:
        return True
    if conversation.expects not in {*QUESTIONS, EXPECTS_CHANGE} or wishes_call(line.text, intent):
        return False
    draft = await call_backs.call_back_of(session, case)
    return draft is None or draft.status is not CallBackStatus.DRAFT
