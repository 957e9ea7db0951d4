"""Asking a client who waits for a person what it takes to phone them: number, time, confirmation.

Which question is open is read off the conversation's `expects`, and what was given off the draft
(call_backs.py): whatever else is said to the client ends the dialogue, and it can be taken up again
where it was left. Works inside the caller's session.
"""

import re

from sqlalchemy.ext.asyncio import AsyncSession

from actions.consent import is_plain_yes
from actions.folding import fold
from gateway.catalogue import Catalogue
from gateway.conversations import PendingTurn, append_message
from gateway.handover import call_backs
from gateway.handover.call_back_times import LONGEST_PREFERENCE, read_preference
from gateway.handover.cases import close_case, open_case_of, record_event
from gateway.handover.ownership import Event, move
from gateway.handover.phone_numbers import (
    WrittenNumber,
    number_like_parts,
    read_number,
    shown_number,
)
from gateway.handover.resumption import resume_assistant
from gateway.masked_copies import MaskedCopies
from gateway.models import CallBack, CaseEventKind, Conversation, Speaker

# The payloads of its buttons (catalogue.yml) begin so.
PAYLOAD_PREFIX = "gateway:rappel"
_ASK = PAYLOAD_PREFIX
_TIME = f"{PAYLOAD_PREFIX}-moment"
_CONFIRM = f"{PAYLOAD_PREFIX}-oui"
_CORRECT = f"{PAYLOAD_PREFIX}-corriger"
_CORRECT_PHONE = f"{PAYLOAD_PREFIX}-corriger-numero"
_CORRECT_TIME = f"{PAYLOAD_PREFIX}-corriger-moment"
_CANCEL = f"{PAYLOAD_PREFIX}-annuler"

# What `expects` says while a question is open.
EXPECTS_PHONE = "telephone_rappel"
EXPECTS_TIME = "moment_rappel"
EXPECTS_CONFIRMATION = "confirmation_rappel"
QUESTIONS = frozenset({EXPECTS_PHONE, EXPECTS_TIME, EXPECTS_CONFIRMATION})

CLOSE_REASON = "rappel"
# The kind under which numbers are masked.
PHONE_SLOT = "telephone"
# Numbers that can't be read, before the client is asked to phone instead.
MAX_UNREADABLE = 3
# So many words answer "when?" whatever they are; more must name a time.
MAX_WORDS_OF_A_TIME = 4

# Read on folded lines.
_WISH = re.compile(
    r"\b(?:(?:me |etre )r?appel\w+|m'appeler|r?appel(?:ez|er|le|e)[- ]moi"
    r"|(?:veux|voudrais|aimerais) un rappel"
    r"|retour d'appel)\b"
)
_CANCELS = re.compile(
    r"(?:(?:non|finalement|ok|bon|merci|je|j'ai|c'est|ce n'est|n'ai|en ai)[ ,.]+)*"
    r"(?:annul\w+|laisse\w*[ -](?:faire|tomber)|oublie\w*(?:[ -](?:ca|le rappel))?"
    r"|(?:pas|plus) (?:besoin|la peine|de rappel)|stop|arrete\w*|non merci)\b.{0,30}"
)
_NO = re.compile(
    r"(?:non|nan|nope|pas (?:tout a fait|exactement|ca))"
    r"(?:[ ,.!]+(?:merci|(?:c'est |ce n'est )?pas (?:ca|bon|exact)))*[ .!]*"
)
_QUESTION = re.compile(
    r".*\?|(?:est-ce|c'est quoi|pourquoi|comment|quand est|combien|qui |quel|avez|pouvez|puis-je)"
)


class CallBackDialogue:
    """Takes the lines and presses by which a waiting client asks for a call."""

    def __init__(self, masked_copies: MaskedCopies, catalogue: Catalogue) -> None:
        self._masked_copies = masked_copies
        self._catalogue = catalogue

    def takes(self, conversation: Conversation, line: PendingTurn) -> bool:
        """Whether a line of a waiting client is this dialogue's to answer."""
        if line.payload is not None:
            return line.payload.startswith(PAYLOAD_PREFIX)
        return conversation.expects in QUESTIONS or bool(_WISH.search(fold(line.text)))

    async def answer(
        self, session: AsyncSession, conversation: Conversation, line: PendingTurn
    ) -> None:
        """Answer a line of a locked conversation that waits, and ask what is still missing."""
        case = await open_case_of(session, conversation.id)
        promised = await call_backs.due_call_back(session, conversation.id)
        if case is None or promised is not None:
            await self.tell_promised(session, conversation)
            return
        draft = await call_backs.draft(session, case)
        asked = conversation.expects
        written = read_number(line.text) if line.payload is None else None
        if line.payload is None:
            await self._learn_numbers(session, conversation, line.text, written)
        if line.payload == _CANCEL or (asked in QUESTIONS and _cancels(asked, line)):
            await call_backs.cancel(session, draft)
            await self._say(session, conversation, "rappel_annule", buttons="relais_rappel")
        elif asked == EXPECTS_CONFIRMATION and _confirms(line):
            await self._confirm(session, conversation, draft)
        elif line.payload == _CORRECT or (asked == EXPECTS_CONFIRMATION and _denies(line)):
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
            if not await self._keep(session, draft, line, asked, written):
                # Not for this dialogue: the agent will read it.
                await self._say(session, conversation, "transmis")
            await self._ask(session, conversation, draft)

    async def tell_promised(self, session: AsyncSession, conversation: Conversation) -> bool:
        """Tell a client of the call they have been promised; False, in silence, if none was."""
        promised = await call_backs.due_call_back(session, conversation.id)
        if promised is None:
            return False
        await self._say(
            session,
            conversation,
            "rappel_existe",
            buttons="relais",
            reference=promised.case.reference,
            **await _told(session, promised),
        )
        return True

    async def _keep(
        self,
        session: AsyncSession,
        draft: CallBack,
        line: PendingTurn,
        asked: str | None,
        written: WrittenNumber | None,
    ) -> bool:
        """Keep what a line gives; False if it gives nothing, nor asks for a call."""
        if line.payload == _CORRECT_PHONE:
            await call_backs.keep_phone(session, draft, None)
        elif line.payload == _CORRECT_TIME:
            await call_backs.keep_preference(session, draft, None)
        elif line.payload == _TIME:
            await call_backs.keep_preference(session, draft, line.text)
        if line.payload is not None:
            return True
        if written is not None:
            await call_backs.keep_phone(session, draft, written.number)
        rest = line.text
        if written is not None:
            rest = line.text[: written.start] + line.text[written.end :]
        preference = _preference(rest, is_asked=asked == EXPECTS_TIME and written is None)
        if preference is not None:
            await call_backs.keep_preference(session, draft, preference)
        wished = asked not in QUESTIONS
        return wished or written is not None or preference is not None

    async def _ask(
        self, session: AsyncSession, conversation: Conversation, draft: CallBack
    ) -> None:
        """Ask what is missing, or whether it is right."""
        if draft.sealed_phone is None:
            await self._ask_phone(session, conversation, "rappel_telephone")
        elif draft.sealed_preference is None:
            await self._say(
                session,
                conversation,
                "rappel_moment",
                buttons="rappel_moment",
                expects=EXPECTS_TIME,
            )
        else:
            await self._say(
                session,
                conversation,
                "rappel_resume",
                buttons="rappel_resume",
                expects=EXPECTS_CONFIRMATION,
                **await _told(session, draft),
            )

    async def _ask_phone(
        self, session: AsyncSession, conversation: Conversation, sentence: str
    ) -> None:
        await self._say(
            session, conversation, sentence, buttons="rappel_annuler", expects=EXPECTS_PHONE
        )

    async def _refuse_number(
        self, session: AsyncSession, conversation: Conversation, draft: CallBack
    ) -> None:
        """Ask once more for a number that can't be one; in the end, give ours."""
        draft.tries += 1
        if draft.tries < MAX_UNREADABLE:
            sentence = "rappel_illisible" if draft.tries == 1 else "rappel_illisible_encore"
            await self._ask_phone(session, conversation, sentence)
            return
        await call_backs.cancel(session, draft)
        await self._say(session, conversation, "rappel_abandon", buttons="relais_rappel")

    async def _confirm(
        self, session: AsyncSession, conversation: Conversation, draft: CallBack
    ) -> None:
        """Promise the call, and give the client back to the assistant meanwhile."""
        await call_backs.confirm(session, draft)
        move(conversation, Event.CALL_BACK)
        draft.case.close_reason = CLOSE_REASON
        close_case(draft.case)
        record_event(session, draft.case, CaseEventKind.CALL_BACK)
        await self._say(
            session,
            conversation,
            "rappel_confirme",
            reference=draft.case.reference,
            **await _told(session, draft),
        )
        await resume_assistant(session, conversation, self._catalogue, "rappel_suite")

    async def _learn_numbers(
        self,
        session: AsyncSession,
        conversation: Conversation,
        text: str,
        written: WrittenNumber | None,
    ) -> None:
        """Have every number of a line masked, also one that isn't written as ours are, or whole."""
        numbers = set(number_like_parts(text))
        if written is not None:
            numbers |= {text[written.start : written.end], shown_number(written.number)}
        await self._masked_copies.learn(
            session, conversation.id, {(PHONE_SLOT, number) for number in numbers}
        )

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
        text = self._catalogue.say(sentence, **values)
        await append_message(
            session,
            conversation,
            Speaker.SYSTEM,
            text,
            masked=await self._masked_copies.of_text(session, conversation.id, text),
            choices=self._catalogue.buttons[buttons] if buttons else (),
            expects=expects,
        )


def _cancels(asked: str | None, line: PendingTurn) -> bool:
    """Whether a typed line drops the call-back."""
    said = fold(line.text)
    if line.payload is not None:
        return False
    # "No" to "at which number?" wants no call; elsewhere it says that something is wrong.
    return bool(_CANCELS.fullmatch(said)) or (asked == EXPECTS_PHONE and bool(_NO.fullmatch(said)))


def _confirms(line: PendingTurn) -> bool:
    if line.payload is not None:
        return line.payload == _CONFIRM
    # "Oui, rappelez-moi" is a plain yes to this question.
    return is_plain_yes(_WISH.sub("ok", fold(line.text)))


def _denies(line: PendingTurn) -> bool:
    return line.payload is None and bool(_NO.fullmatch(fold(line.text)))


def _preference(text: str, *, is_asked: bool) -> str | None:
    """When to call, in a line without its number: any few words where that was asked."""
    found = read_preference(text)
    said = fold(text)
    if found is not None and not _QUESTION.match(said):
        return found
    is_answer = not (_QUESTION.match(said) or _NO.fullmatch(said) or is_plain_yes(text))
    if is_asked and is_answer and len(said.split()) <= MAX_WORDS_OF_A_TIME:
        return text.strip()[:LONGEST_PREFERENCE]
    return None


async def _told(session: AsyncSession, call_back: CallBack) -> dict[str, str]:
    """What was given, as it stands in a sentence."""
    phone = await call_backs.phone_of(session, call_back)
    preference = await call_backs.preference_of(session, call_back) or ""
    is_word = preference[1:2].islower()
    return {
        "numero": shown_number(phone or ""),
        "moment": preference[:1].lower() + preference[1:] if is_word else preference,
    }
