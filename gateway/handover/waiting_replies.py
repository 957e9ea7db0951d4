"""What a client who waits for a person is answered, where it isn't about a call.

The line joins their case whatever it says, and an agent reads it. But nobody may come for hours, so
what can be answered is: how the wait stands and the numbers, what not to do after a fraud, what the
assistant could do meanwhile. Works inside the caller's session.
"""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from gateway.catalogue import Catalogue
from gateway.conversations import append_message, last_text
from gateway.engine import Understanding
from gateway.handover.announcements import asks_for_call, expectation, offered
from gateway.handover.availability import Availability, Outlook
from gateway.handover.call_back_words import (
    ASKS_FOR_PERSON,
    CALL_OFFERED,
    CANCELS,
    GIVES_VALUE,
    NO,
    THANKS,
    YES,
)
from gateway.handover.cases import open_case_of
from gateway.handover.waiting_words import RETURN_OFFERED, is_for_assistant, is_question
from gateway.models import Case, Conversation, Priority, Speaker, now


@dataclass(frozen=True)
class Reply:
    """Sentences of the catalogue, the first of them that wasn't said last; then, how it stands."""

    sentences: tuple[str, ...] = ()
    tells_wait: bool = False
    offers: str | None = None


ASKS_FOR_NUMBERS = "question_coordonnees"

RECEIVED = Reply(("transmis", "transmis_encore"))
AFTER_FRAUD = Reply(("transmis_fraude", "transmis_fraude_encore"))
ASSISTANT_CAN = Reply(("attente_assistant", "transmis_encore"), offers=RETURN_OFFERED)
THE_WAIT = Reply(tells_wait=True)
# Where opening hours are set, how the wait stands tells of them, and it has the numbers.
NUMBERS = Reply(("attente_numeros", "attente_numeros_encore"))
RECEIVED_AND_THE_WAIT = Reply(("transmis",), tells_wait=True)
# By how the engine reads the line. A locked account, and any other question, is for people: the
# numbers are what helps.
REPLIES = {
    ASKS_FOR_NUMBERS: THE_WAIT,
    "question_delai_courriel": THE_WAIT,
    "question_validite_lien": THE_WAIT,
    ASKS_FOR_PERSON: THE_WAIT,
    "demander_aide": THE_WAIT,
    "repeter": THE_WAIT,
    "saluer": RECEIVED_AND_THE_WAIT,
    "compte_verrouille": RECEIVED_AND_THE_WAIT,
    "est_ce_un_robot": Reply(("attente_automatique",), tells_wait=True),
    "insatisfaction": Reply(("attente_penible",), tells_wait=True),
    THANKS: Reply(("attente_merci", "attente_notee")),
    "au_revoir": Reply(("attente_au_revoir", "attente_notee")),
    YES: Reply(("attente_notee", "transmis_encore")),
    NO: Reply(("attente_notee", "transmis_encore")),
    "probleme_resolu": Reply(("attente_reglee", "attente_notee")),
    CANCELS: Reply(("attente_retour", "transmis_encore"), offers=RETURN_OFFERED),
}
# What isn't about a fraud, in the mouth of whoever waits because of one.
NOT_OF_FRAUD = REPLIES.keys() - {"demander_aide", "repeter", "compte_verrouille"}
# The assistant is offered to whoever surely wants something of it.
SURE = 0.7


class WaitingReplies:
    """Answers the lines that clients type while they wait."""

    def __init__(self, availability: Availability, catalogue: Catalogue) -> None:
        self._availability = availability
        self._catalogue = catalogue

    async def answer(
        self,
        session: AsyncSession,
        conversation: Conversation,
        text: str,
        read: Understanding | None,
    ) -> None:
        """Answer a line of a locked conversation; `read` is how the engine reads it, if it can."""
        case = await open_case_of(session, conversation.id)
        if case is None:
            return
        outlook = await self._availability.outlook(session, case)
        reply = reply_to(
            text,
            read,
            case,
            call_is_asked_for=asks_for_call(outlook),
            has_hours=self._availability.hours is not None,
        )
        last = await last_text(session, conversation.id, Speaker.SYSTEM)
        sentences = [self._catalogue.say(sentence) for sentence in reply.sentences]
        said = [_first_but(last, sentences)] if sentences else []
        offers = reply.offers
        if reply.tells_wait:
            said.append(_first_but(last, self._standings(outlook)))
            offers = CALL_OFFERED if asks_for_call(outlook) else None
        apologised = case.apologised_at is not None
        for sentence in said:
            is_last = sentence is said[-1]
            await append_message(
                session,
                conversation,
                Speaker.SYSTEM,
                sentence,
                choices=offered(self._catalogue, outlook, apologised=apologised) if is_last else (),
                offers=offers if is_last else None,
            )

    def _standings(self, outlook: Outlook) -> list[str]:
        """How the wait stands, in two ways: the client was told in one of them before."""
        moment = now()
        return [
            expectation(self._catalogue, outlook, moment, again=again) for again in (True, False)
        ]


def reply_to(
    text: str,
    read: Understanding | None,
    case: Case,
    *,
    call_is_asked_for: bool,
    has_hours: bool,
) -> Reply:
    """What to answer to a line of the client of a case.

    They may be asked whether they want to be called, and the service may have known hours.
    """
    intent = None if read is None else read.intent
    if case.priority is Priority.FIRST and intent not in NOT_OF_FRAUD:
        return AFTER_FRAUD
    if read is None:
        return RECEIVED
    if read.intent == YES and call_is_asked_for:
        # It may be a yes to what was asked before something else was said.
        return THE_WAIT
    if is_for_assistant(read.intent, text):
        is_new = read.confidence >= SURE and read.intent != case.problem
        return ASSISTANT_CAN if is_new else RECEIVED
    if read.intent == ASKS_FOR_NUMBERS and not has_hours:
        return NUMBERS
    asks = is_question(text) and read.intent != GIVES_VALUE
    return REPLIES.get(read.intent, RECEIVED_AND_THE_WAIT if asks else RECEIVED)


def _first_but(last: str | None, sentences: list[str]) -> str:
    """The first sentence that isn't the last one said: it would look as if nobody had read."""
    return next((sentence for sentence in sentences if sentence != last), sentences[0])
