"""Turns: every accepted client message gets its answer, one at a time and in order per
conversation.

A conversation with something to answer has a lane, a task that settles its pending turns, oldest
first, and then a follow-up that is due; lanes of different conversations run side by side. A lane
takes its work from the store alone, so a turn that this process could not finish is taken up by the
next one (`recover`), with the engine's first answer if it had given one. This module must not know
sockets; what clients see goes through delivery.py, and what an answer brings about is written in
answers.py.
"""

import asyncio
import time
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.answers import Answers
from gateway.backlog import Backlog
from gateway.catalogue import Catalogue
from gateway.conversations import (
    PendingTurn,
    Reading,
    access_conversation,
    append_message,
    conversations_with_pending_turns,
    next_pending_turn,
    note_engine_told,
    settle_turn,
    typed_payload,
)
from gateway.database import Database
from gateway.delivery import Delivery
from gateway.desk.queue import DeskQueue
from gateway.engine import Engine
from gateway.engine_gate import EngineFailed
from gateway.follow_ups import DueFollowUp, drop_follow_up, due_follow_up
from gateway.handover.availability import Availability
from gateway.handover.call_back_dialogue import CallBackDialogue
from gateway.handover.call_back_speech import CallBackSpeech
from gateway.handover.cases import last_closed_case_of
from gateway.handover.ownership import Event, Owner, move
from gateway.handover.relay import escalate_breakdown, put_first, reopen, return_to_assistant
from gateway.handover.resumption import RESUME_PAYLOAD
from gateway.handover.waiting_replies import WaitingReplies
from gateway.handover.waiting_words import goes_back
from gateway.masked_copies import MaskedCopies
from gateway.metrics import Metrics
from gateway.models import Conversation, Speaker, TurnStatus, now

# What is pressed for the gateway itself, and not for the engine, begins so.
OWN_PAYLOADS = "gateway:"
# Of the button "Revenir à l'assistant".
RETURN_PAYLOAD = "gateway:retour"
# What a line says that has a waiting client go first.
FRAUD = "signaler_fraude"
# What a line says after which a closed conversation stays closed.
FAREWELLS = frozenset({"remercier", "au_revoir", "affirmer", "probleme_resolu"})
# Pause before a conversation is tried again when the store itself failed.
RETRY_SECONDS = 5.0

log = structlog.get_logger(__name__)


@dataclass
class _Lane:
    """A running lane; `again` is set when something new may have come while it looked."""

    task: asyncio.Task[None]
    again: bool = False


class Turns:
    """The lanes."""

    def __init__(
        self,
        database: Database,
        engine: Engine,
        answers: Answers,
        masked_copies: MaskedCopies,
        delivery: Delivery,
        desk_queue: DeskQueue,
        availability: Availability,
        reopens_within: timedelta,
        catalogue: Catalogue,
        backlog: Backlog,
        metrics: Metrics,
    ) -> None:
        """A line written within `reopens_within` of the closing of a case reopens it."""
        self._database = database
        self._engine = engine
        self._answers = answers
        self._masked_copies = masked_copies
        self._delivery = delivery
        self._desk_queue = desk_queue
        self._availability = availability
        self._reopens_within = reopens_within
        self._catalogue = catalogue
        self._backlog = backlog
        self._metrics = metrics
        self._call_backs = CallBackDialogue(
            CallBackSpeech(masked_copies, catalogue, availability.hours)
        )
        self._waiting_replies = WaitingReplies(availability, catalogue)
        self._lanes: dict[str, _Lane] = {}
        self._draining = False

    def wake(self, conversation_id: str) -> None:
        """Have whatever is pending or due in a conversation settled, if that isn't under way."""
        if self._draining:
            return
        lane = self._lanes.get(conversation_id)
        if lane is not None:
            lane.again = True
            return
        self._lanes[conversation_id] = _Lane(asyncio.create_task(self._run_lane(conversation_id)))

    async def recover(self) -> None:
        """Take up what a former process accepted and did not answer."""
        async with self._database.read() as session:
            conversation_ids = await conversations_with_pending_turns(session)
        if conversation_ids:
            log.info("turns_taken_up", conversations=len(conversation_ids))
        for conversation_id in conversation_ids:
            self.wake(conversation_id)

    async def drain(self, seconds: float) -> None:
        """Start nothing more, give running turns `seconds` to end, and leave the rest pending."""
        self._draining = True
        tasks = [lane.task for lane in self._lanes.values()]
        if not tasks:
            return
        _done, running = await asyncio.wait(tasks, timeout=seconds)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def finish(self, conversation_id: str) -> None:
        """Return once nothing of a conversation is under way."""
        lane = self._lanes.get(conversation_id)
        if lane is not None:
            await asyncio.wait([lane.task])

    async def _run_lane(self, conversation_id: str) -> None:
        lane = self._lanes[conversation_id]
        try:
            while True:
                lane.again = False
                await self._settle_pending(conversation_id)
                # No await from here to the removal: a `wake` sees this lane's flag or no lane.
                if not lane.again:
                    return
        except Exception:
            # The store fails. What is pending stays so; it must not wait for the client's next
            # line.
            log.exception("lane_failed", conversation=conversation_id)
            asyncio.get_running_loop().call_later(RETRY_SECONDS, self.wake, conversation_id)
        finally:
            del self._lanes[conversation_id]

    async def _settle_pending(self, conversation_id: str) -> None:
        """Settle all there is to settle; a follow-up only once no line of the client's waits.

        But for the engine's being told that it speaks again: the next line is answered after that.
        """
        settled = False
        while not self._draining:
            async with self._database.read() as session:
                pending = await next_pending_turn(session, conversation_id)
                due = await due_follow_up(session, conversation_id)
            if pending is not None:
                if due is not None and due.payload == RESUME_PAYLOAD:
                    # If the engine can't be told, the line won't fare better.
                    await self._settle_follow_up(due)
                settled = True
                if await self._settle(pending):
                    self._backlog.answered(conversation_id)
                    if not pending.is_followed:
                        # What has come since has flagged the lane.
                        return
                else:
                    self._backlog.leave(conversation_id)
                continue
            self._backlog.clear(conversation_id)
            is_wanted = due is not None and (not settled or due.payload == RESUME_PAYLOAD)
            # Whoever finds that another one is due wakes the lane for it.
            if due is None or not is_wanted or not await self._settle_follow_up(due):
                return

    async def _settle(self, pending: PendingTurn) -> bool:
        """Settle a turn; whether the engine has answered it."""
        if pending.owner is Owner.BOT and not await self._is_for_gateway(pending):
            return await self._answer(pending) is TurnStatus.ANSWERED
        if pending.owner is Owner.CLOSED and pending.payload != RETURN_PAYLOAD:
            await self._write_again(pending)
        else:
            await self._pass_on(pending)
        return False

    async def _is_for_gateway(self, pending: PendingTurn) -> bool:
        """Whether the gateway answers a client of the assistant's: about a call, or its buttons."""
        if pending.payload is not None:
            return pending.payload.startswith(OWN_PAYLOADS)
        async with self._database.read() as session:
            return await self._call_backs.concerns_promise(session, pending.asked, pending)

    async def _settle_follow_up(self, due: DueFollowUp) -> bool:
        """Come back to the client, or drop what is no longer wanted; False if it failed.

        The client waits for no answer: what fails is left for later (follow_ups.py), without a
        word.
        """
        bound = log.bind(conversation=due.conversation_id, step=due.step)
        if due.owner is not Owner.BOT or due.is_too_late:
            async with self._database.write() as session:
                await drop_follow_up(session, due.conversation_id)
            bound.info("follow_up_dropped", owner=due.owner, late=due.is_too_late)
            return True
        try:
            answer = await self._engine.follow_up(
                due.conversation_id, due.id, payload=due.payload, client_key=due.client_key
            )
            await self._answers.store(
                due.conversation_id,
                answer,
                client_key=due.client_key,
                settle=partial(drop_follow_up, conversation_id=due.conversation_id),
            )
        except EngineFailed as failure:
            bound.warning("follow_up_postponed", cause=str(failure))
            return False
        except Exception:
            bound.exception("follow_up_failed")
            return False
        if answer.handover is not None:
            await self._desk_queue.publish()
        bound.info("follow_up_sent", messages=len(answer.spoken))
        await self._delivery.publish(due.conversation_id)
        return True

    async def _pass_on(self, pending: PendingTurn) -> None:
        """Settle a turn that isn't the engine's: the client waits, is with an agent, or returns, or
        it is about a call.
        """
        read = None
        if pending.owner is Owner.WAITING and pending.payload is None:
            read = await self._engine.understand(pending.conversation_id, pending.text)
        intent = None if read is None else read.intent
        says_fraud = intent == FRAUD
        async with self._database.write() as session:
            conversation = await access_conversation(session, pending.conversation_id)
            line = await _as_pressed(session, conversation, pending)
            owner_before = conversation.owner
            about_call = False
            if conversation.owner in {Owner.ENDED, Owner.AGENT}:
                pass  # nobody is there to be told, or a person answers
            elif line.payload == RETURN_PAYLOAD or _goes_back(conversation, line, intent):
                await return_to_assistant(session, conversation, self._catalogue)
            elif (
                conversation.owner in {Owner.BOT, Owner.WAITING}
                and not says_fraud
                and await self._call_backs.takes(session, conversation, line, intent)
            ):
                about_call = True
                await self._call_backs.answer(session, conversation, line, intent)
            elif conversation.owner is Owner.WAITING:
                if says_fraud:
                    await put_first(session, pending.conversation_id)
                await self._waiting_replies.answer(session, conversation, line.text, read)
            elif conversation.owner in {Owner.BOT, Owner.CLOSED}:
                # Handed back or closed since it was read: it isn't for a person after all.
                return
            await self._masked_copies.settle_line(session, pending)
            await settle_turn(session, pending, TurnStatus.ANSWERED)
        if conversation.owner is not owner_before or says_fraud or about_call:
            await self._desk_queue.publish()
        await self._end_passed_on(pending)

    async def _write_again(self, pending: PendingTurn) -> None:
        """Reopen the case of a client who writes in a closed conversation, if it isn't too late.

        Thanks and goodbyes reopen nothing; what can't be understood does.
        """
        since = now() - self._reopens_within
        async with self._database.read() as session:
            case = await last_closed_case_of(session, pending.conversation_id, since=since)
        intent = None if case is None else await self._intent(pending)
        async with self._database.write() as session:
            conversation = await access_conversation(session, pending.conversation_id)
            if conversation.owner is not Owner.CLOSED:
                return
            case = await last_closed_case_of(session, pending.conversation_id, since=since)
            if case is None:
                # The assistant's: it is still to be answered.
                move(conversation, Event.CLIENT_WRITES)
                conversation.survey = None
                note_engine_told(conversation)
                return
            if intent in FAREWELLS:
                await append_message(
                    session, conversation, Speaker.SYSTEM, self._catalogue.say("avec_plaisir")
                )
            else:
                await reopen(
                    session,
                    case,
                    is_urgent=intent == FRAUD,
                    availability=self._availability,
                    catalogue=self._catalogue,
                )
            await self._masked_copies.settle_line(session, pending)
            await settle_turn(session, pending, TurnStatus.ANSWERED)
        await self._desk_queue.publish()
        await self._end_passed_on(pending)

    async def _intent(self, pending: PendingTurn) -> str | None:
        """What the engine takes a line for that it is not to answer; None if it can't say."""
        read = await self._engine.understand(pending.conversation_id, pending.text)
        return None if read is None else read.intent

    async def _end_passed_on(self, pending: PendingTurn) -> None:
        """Tell everyone about a settled turn that wasn't the engine's."""
        self._metrics.turns.labels(outcome="passed_on").inc()
        await self._delivery.publish(pending.conversation_id)
        await self._delivery.turn_over(
            pending.conversation_id, pending.message_id, TurnStatus.ANSWERED
        )

    async def _answer(self, pending: PendingTurn) -> TurnStatus:
        """Settle a turn with the engine's answer, or with an apology and a case.

        The client sees the assistant typing from the start: an answer that takes long needs no
        bubble of its own before it.
        """
        started = time.monotonic()
        await self._delivery.typing(pending.conversation_id, active=True)
        try:
            status = await self._answer_or_apologise(pending)
            await self._delivery.publish(pending.conversation_id)
        finally:
            await self._delivery.typing(pending.conversation_id, active=False)
        self._metrics.turns.labels(outcome=status).inc()
        self._metrics.turn_seconds.observe(time.monotonic() - started)
        await self._delivery.turn_over(pending.conversation_id, pending.message_id, status)
        return status

    async def _answer_or_apologise(self, pending: PendingTurn) -> TurnStatus:
        bound = log.bind(conversation=pending.conversation_id, seq=pending.seq)
        started = time.monotonic()
        try:
            answer = await self._engine.ask(
                pending.conversation_id,
                pending.message_id,
                text=pending.text,
                payload=pending.payload,
                client_key=pending.client_key,
            )
            await self._answers.store(
                pending.conversation_id,
                answer,
                line=pending,
                client_key=pending.client_key,
                settle=partial(
                    settle_turn,
                    pending=pending,
                    status=TurnStatus.ANSWERED,
                    reading=Reading(answer.intent, answer.confidence, answer.step),
                ),
            )
        except EngineFailed as failure:
            bound.error("engine_failed", cause=str(failure))
        except Exception:
            # An answer we can't store would fail again and again: the client gets a person instead.
            bound.exception("answer_failed")
        else:
            if answer.handover is not None or answer.erases:
                # A call that was promised may have been erased.
                await self._desk_queue.publish()
            bound.info(
                "turn_answered",
                intent=answer.intent,
                confidence=answer.confidence,
                seconds=round(time.monotonic() - started, 3),
            )
            return TurnStatus.ANSWERED
        await self._store_breakdown(pending)
        await self._desk_queue.publish()
        return TurnStatus.FAILED

    async def _store_breakdown(self, pending: PendingTurn) -> None:
        """Apologise and bring in a person, unless somebody else owns the conversation by now."""
        async with self._database.write() as session:
            conversation = await access_conversation(session, pending.conversation_id)
            await self._masked_copies.settle_line(session, pending)
            await settle_turn(session, pending, TurnStatus.FAILED)
            if conversation.owner is Owner.BOT:
                await escalate_breakdown(
                    session,
                    conversation,
                    availability=self._availability,
                    catalogue=self._catalogue,
                )


async def _as_pressed(
    session: AsyncSession, conversation: Conversation, line: PendingTurn
) -> PendingTurn:
    """A line of a client who waits, as a press if it is the words of a button of the gateway's."""
    if conversation.owner is not Owner.WAITING or line.payload is not None:
        return line
    payload = await typed_payload(session, conversation, line.text)
    is_own = payload is not None and payload.startswith(OWN_PAYLOADS)
    return replace(line, payload=payload) if is_own else line


def _goes_back(conversation: Conversation, line: PendingTurn, intent: str | None) -> bool:
    """Whether a line says that a client who waits goes back to the assistant."""
    is_typed = conversation.owner is Owner.WAITING and line.payload is None
    return is_typed and goes_back(conversation.expects, line.text, intent)
