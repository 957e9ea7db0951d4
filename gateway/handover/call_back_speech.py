"""How a client is spoken to about a call: what was given and when it will be, the moments on offer.

Works inside the caller's session.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from gateway.catalogue import Catalogue
from gateway.choices import Choice
from gateway.conversations import append_message
from gateway.handover.announcements import moment_in_words
from gateway.handover.call_back_times import due_time, is_kept, next_open
from gateway.handover.call_back_words import (
    EXPECTS_CHANGE,
    EXPECTS_CONFIRMATION,
    EXPECTS_PHONE,
    EXPECTS_TIME,
    TIME,
)
from gateway.handover.call_backs import phone_of, preference_of
from gateway.handover.opening_hours import OpeningHours
from gateway.handover.phone_numbers import number_like_parts, read_number, shown_number
from gateway.handover.resumption import resume_assistant
from gateway.masked_copies import MaskedCopies
from gateway.models import CallBack, Conversation, Speaker, now

# The kind under which numbers are masked.
PHONE_SLOT = "telephone"


class CallBackSpeech:
    """Says what the dialogues about calls say."""

    def __init__(
        self, masked_copies: MaskedCopies, catalogue: Catalogue, hours: OpeningHours | None
    ) -> None:
        """Nobody is promised a call while the service is closed, if it has `hours`."""
        self._masked_copies = masked_copies
        self.catalogue = catalogue
        self.hours = hours

    async def say(
        self,
        session: AsyncSession,
        conversation: Conversation,
        sentence: str,
        *,
        choices: Sequence[Choice] = (),
        expects: str | None = None,
        **values: str,
    ) -> None:
        """Say a sentence of the catalogue, with what agents may not read of it masked."""
        text = self.catalogue.say(sentence, **values)
        await append_message(
            session,
            conversation,
            Speaker.SYSTEM,
            text,
            masked=await self._masked_copies.of_text(session, conversation.id, text),
            choices=choices,
            expects=expects,
        )

    async def ask_phone(
        self, session: AsyncSession, conversation: Conversation, sentence: str, buttons: str
    ) -> None:
        """Ask for the number to call."""
        choices = self.catalogue.buttons[buttons]
        await self.say(session, conversation, sentence, choices=choices, expects=EXPECTS_PHONE)

    async def ask_time(
        self, session: AsyncSession, conversation: Conversation, buttons: str
    ) -> None:
        """Ask when to call; moments at which the service is closed are not on offer."""
        moment = now()
        choices = [
            choice
            for choice in self.catalogue.buttons[buttons]
            if choice.payload != TIME
            or is_kept(choice.title, due_time(choice.title, moment, self.hours), moment)
        ]
        await self.say(
            session, conversation, "rappel_moment", choices=choices, expects=EXPECTS_TIME
        )

    async def sum_up(
        self,
        session: AsyncSession,
        conversation: Conversation,
        told: Mapping[str, str],
        buttons: str,
    ) -> None:
        """Ask whether what is wanted is right, with when the call will be if it can't be then."""
        await self.say(
            session,
            conversation,
            "rappel_resume_ferme" if "ouverture" in told else "rappel_resume",
            choices=self.catalogue.buttons[buttons],
            expects=EXPECTS_CONFIRMATION,
            **told,
        )

    def time_wished(self, preference: str) -> dict[str, str]:
        """When a call is wanted, as it stands in a sentence; `ouverture` if it will be then."""
        moment = now()
        due = due_time(preference, moment, self.hours)
        told = {"moment": _inside_a_sentence(preference)}
        if not is_kept(preference, due, moment):
            told["ouverture"] = moment_in_words(self.catalogue, due, moment)
        return told

    async def promise(self, session: AsyncSession, promised: CallBack) -> dict[str, str]:
        """What is promised, as it stands in a sentence: the time in the client's words, or when the
        call will be if that isn't what they would mean by them now. What is late is due at once.
        """
        moment = now()
        phone = await phone_of(session, promised) or ""
        preference = await preference_of(session, promised) or ""
        due = next_open(max(promised.due_at or moment, moment), self.hours)
        words = _inside_a_sentence(preference)
        if not is_kept(preference, due, moment):
            words = (
                moment_in_words(self.catalogue, due, moment)
                if due > moment
                else self.catalogue.labels["moments"]["maintenant"]
            )
        return {"numero": shown_number(phone), "moment": words}

    async def resume(self, session: AsyncSession, conversation: Conversation) -> None:
        """Leave a client who has been promised a call to the assistant meanwhile."""
        await resume_assistant(
            session,
            conversation,
            self.catalogue,
            "rappel_suite",
            buttons="rappel_suite",
            expects=EXPECTS_CHANGE,
        )

    async def learn_numbers(
        self, session: AsyncSession, conversation: Conversation, text: str
    ) -> None:
        """Have every number of a line masked, also one that isn't written as ours are, or whole."""
        numbers = set(number_like_parts(text))
        written = read_number(text)
        if written is not None:
            numbers |= {text[written.start : written.end], shown_number(written.number)}
        await self._masked_copies.learn(
            session, conversation.id, {(PHONE_SLOT, number) for number in numbers}
        )


def _inside_a_sentence(preference: str) -> str:
    is_word = preference[1:2].islower()
    return preference[:1].lower() + preference[1:] if is_word else preference
