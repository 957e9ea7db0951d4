"""Answers: what the engine's answer to a turn brings about, whoever the turn is of.

All of one answer is one transaction: what is said, masked, planned and handed over, and the note
that the turn is settled. The caller publishes afterwards; only an erased transcript is sent anew
from here. This module must not know lanes, nor what happens when there is no answer.
"""

from collections.abc import Awaitable, Callable

from sqlalchemy.ext.asyncio import AsyncSession

from gateway.catalogue import Catalogue
from gateway.conversations import (
    PendingTurn,
    access_conversation,
    append_message,
    forget_messages,
    note_engine_told,
    note_solved,
    read_message,
)
from gateway.database import Database
from gateway.delivery import Delivery
from gateway.engine import EngineAnswer, Handover
from gateway.follow_ups import drop_follow_up_of_other_step, plan_follow_up
from gateway.forgetting import Forgetting
from gateway.handover.availability import Availability
from gateway.handover.cases import HandoverRequest, forget_summaries
from gateway.handover.ownership import Owner
from gateway.handover.relay import escalate
from gateway.manager.inbox import note_reading
from gateway.masked_copies import MaskedCopies
from gateway.masking import Masked
from gateway.models import Conversation, Speaker, Survey

# Notes, in the answer's transaction, that the turn has its answer.
Settle = Callable[[AsyncSession], Awaitable[None]]
# Masks what the assistant says.
MaskText = Callable[[str], Masked]


class Answers:
    """Stores the engine's answers."""

    def __init__(
        self,
        database: Database,
        forgetting: Forgetting,
        delivery: Delivery,
        availability: Availability,
        masked_copies: MaskedCopies,
        catalogue: Catalogue,
    ) -> None:
        self._database = database
        self._forgetting = forgetting
        self._delivery = delivery
        self._availability = availability
        self._masked_copies = masked_copies
        self._catalogue = catalogue

    async def store(
        self,
        conversation_id: str,
        answer: EngineAnswer,
        *,
        line: PendingTurn | None = None,
        client_key: str,
        settle: Settle,
    ) -> None:
        """Do what an answer to `line` (None: to nothing) says, once, together with `settle`."""
        if answer.erases:
            await self._erase(conversation_id, answer)
            return
        async with self._database.write() as session:
            conversation = await access_conversation(session, conversation_id)
            note_engine_told(conversation)
            await settle(session)
            if conversation.owner is Owner.ENDED and not await _is_kept(session, line):
                # Erased: nothing of it may come back, not even what is masked in it.
                return
            if answer.solves:
                note_solved(conversation)
            mask = await self._masked_copies.settle_answered(session, conversation_id, answer, line)
            if conversation.owner is not Owner.BOT:
                # Somebody took over while the engine was thinking: the assistant is silent.
                return
            if line is not None:
                await note_reading(session, line, answer)
            await self._say(session, conversation, answer, mask)
            if answer.solves:
                conversation.survey = Survey.ASSISTANT
            await _keep_follow_up(session, conversation_id, answer, client_key)
            if answer.handover is not None:
                await self._escalate(session, conversation, answer.handover, mask)

    async def _erase(self, conversation_id: str, answer: EngineAnswer) -> None:
        """Delete all that was said, this turn included; only the assistant's word of it stays."""
        async with self._database.write() as session:
            conversation = await access_conversation(session, conversation_id)
            await forget_messages(session, conversation)
            await forget_summaries(session, conversation_id)
            for message in answer.spoken if conversation.owner is not Owner.ENDED else ():
                await append_message(
                    session,
                    conversation,
                    Speaker.BOT,
                    message.text or "",
                    name=self._catalogue.say("nom_assistant"),
                )
        await self._delivery.start_over(conversation_id)
        await self._forgetting.finish_erasing(conversation_id)

    async def _say(
        self,
        session: AsyncSession,
        conversation: Conversation,
        answer: EngineAnswer,
        mask: MaskText,
    ) -> None:
        """Add what the assistant says."""
        for message in answer.spoken:
            text = message.text or ""
            await append_message(
                session,
                conversation,
                Speaker.BOT,
                text,
                name=self._catalogue.say("nom_assistant"),
                masked=mask(text),
                choices=message.buttons,
                expects=answer.requested_slot if message is answer.spoken[-1] else None,
            )

    async def _escalate(
        self,
        session: AsyncSession,
        conversation: Conversation,
        handover: Handover,
        mask: MaskText,
    ) -> None:
        """Call the person the assistant asks for."""
        request = HandoverRequest(
            reason=handover.reason,
            priority=handover.priority,
            problem=handover.probleme,
            summary=mask(handover.resume).text,
            steps=[mask(step).text for step in handover.etapes],
            details=[mask(detail).text for detail in handover.details],
        )
        await escalate(
            session,
            conversation,
            request,
            availability=self._availability,
            catalogue=self._catalogue,
        )


async def _is_kept(session: AsyncSession, line: PendingTurn | None) -> bool:
    """Whether a client's line, if it is one, is still in the store."""
    return line is not None and (
        await read_message(session, line.conversation_id, line.seq) is not None
    )


async def _keep_follow_up(
    session: AsyncSession, conversation_id: str, answer: EngineAnswer, client_key: str
) -> None:
    """Plan the follow-up an answer asks for; else keep what is planned if it still fits."""
    if answer.follow_up is None:
        await drop_follow_up_of_other_step(session, conversation_id, answer.step)
        return
    await plan_follow_up(
        session,
        conversation_id,
        minutes=answer.follow_up.minutes,
        step=answer.step,
        payload=answer.follow_up.payload,
        client_key=client_key,
    )
