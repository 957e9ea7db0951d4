"""The clock: everything that has a time limit, looked at every few seconds.

What is due is read from the store alone, so a restart changes nothing. `what_is_due` has the rules
and is pure; whatever it finds is looked at again in the transaction that acts on it, since the
agent or the client may have come meanwhile.
"""

import asyncio
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

import structlog
from sqlalchemy import select, true
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.catalogue import Catalogue
from gateway.client_presence import ClientPresence
from gateway.database import Database
from gateway.desk.call_back_list import count_due
from gateway.desk.door import AGENTS
from gateway.desk.queue import DeskQueue
from gateway.handover import relay
from gateway.handover.availability import Availability
from gateway.handover.call_back_words import QUESTIONS
from gateway.handover.cases import CaseAbsent, access_case
from gateway.models import Agent, Case, Conversation, now
from gateway.settings import PeopleSettings

# The limits count in minutes: nobody notices a few seconds.
LOOK_SECONDS = 3.0

log = structlog.get_logger(__name__)


class Due(Enum):
    """What is to be done about a case."""

    RELEASE = auto()
    APOLOGISE = auto()
    # Nobody can come any more since the client was told that somebody would.
    TELL_ABSENCE = auto()
    WARN = auto()
    CLOSE = auto()


@dataclass(frozen=True)
class Moments:
    """All that has to do with time about one open case."""

    case_id: int
    agent_id: int | None
    queued_at: datetime
    answer_due_at: datetime | None
    apologised_at: datetime | None
    warned_at: datetime | None
    agent_gone_at: datetime | None
    client_gone_at: datetime | None
    # What the client is asked for, if anything.
    expects: str | None


@dataclass(frozen=True)
class TimeLimits:
    """The settings, and whether anybody serves at the moment of looking."""

    agent_gone: timedelta
    long_wait: timedelta
    client_gone: timedelta
    client_warned: timedelta
    is_open: bool
    # When the service opened last, and when it closed last, if it has hours.
    opened_at: datetime | None
    closed_at: datetime | None
    # Since when no agent can come; None while one can, or if there are no agents.
    deserted_at: datetime | None


def what_is_due(case: Moments, limits: TimeLimits, moment: datetime) -> Due | None:
    """The one thing to do about a case at that moment, if there is any."""
    if case.client_gone_at is not None:
        # Who had left before a person was wanted gets the whole time as well.
        gone_at = max(case.client_gone_at, case.queued_at)
        if case.warned_at is None and moment - gone_at >= limits.client_gone:
            return Due.WARN
        if case.warned_at is not None and moment - case.warned_at >= limits.client_warned:
            return Due.CLOSE
    if case.agent_id is not None:
        silent = case.answer_due_at is not None and moment >= case.answer_due_at
        gone = case.agent_gone_at is not None and moment - case.agent_gone_at >= limits.agent_gone
        return Due.RELEASE if silent or gone else None
    if case.expects in QUESTIONS:
        # An apology would end the asking for a call. It is said afterwards.
        return None
    told_at = max(case.queued_at, case.apologised_at or case.queued_at)
    if limits.is_open:
        # Nobody waits for an agent, or misses one, while it is closed.
        opened_at = limits.opened_at or case.queued_at
        waits_since = max(case.queued_at, opened_at)
        apologised = case.apologised_at is not None and case.apologised_at >= waits_since
        if not apologised and moment - waits_since >= limits.long_wait:
            return Due.APOLOGISE
        if limits.deserted_at is not None:
            missed_since = max(limits.deserted_at, opened_at)
            if told_at < missed_since <= moment - limits.agent_gone:
                return Due.TELL_ABSENCE
        return None
    # Who came after the closing hour has been told; who waited through it has not.
    if limits.closed_at is not None and told_at < limits.closed_at:
        return Due.APOLOGISE
    return None


class Clock:
    """Looks at every open case, and does what is due."""

    def __init__(
        self,
        database: Database,
        settings: PeopleSettings,
        availability: Availability,
        client_presence: ClientPresence,
        desk_queue: DeskQueue,
        catalogue: Catalogue,
    ) -> None:
        self._database = database
        self._settings = settings
        self._availability = availability
        self._client_presence = client_presence
        self._desk_queue = desk_queue
        self._catalogue = catalogue
        # Whether it was open at the last look, and how many calls were due.
        self._shown: tuple[bool, int] | None = None

    async def run(self) -> None:
        """Look until cancelled; what fails is tried again at the next look."""
        while True:
            try:
                await self.look()
            except Exception:
                log.exception("clock_failed")
            await asyncio.sleep(LOOK_SECONDS)

    async def look(self) -> None:
        """Do all that is due now."""
        await self._client_presence.settle()
        async with self._database.read() as session:
            limits = self._limits(await _deserted_at(session))
            cases = await _moments(session)
            call_backs_due = await count_due(session)
        shown = limits.is_open, call_backs_due
        if shown != self._shown:
            # The desks show both, and clients who wait have a place again.
            self._shown = shown
            await self._desk_queue.publish()
        for case in cases:
            if what_is_due(case, limits, now()) is not None:
                try:
                    await self._do(case.case_id, limits)
                except Exception:
                    # The others must not wait for it.
                    log.exception("case_failed", case=case.case_id)

    async def _do(self, case_id: int, limits: TimeLimits) -> None:
        async with self._database.write() as session:
            try:
                case = await access_case(session, case_id)
            except CaseAbsent:
                return
            [moments] = await _moments(session, case_id)
            due = what_is_due(moments, limits, now())
            if due is None:
                return
            await self._act(session, case, due)
        log.info("case_due", case=case_id, due=due.name.lower())
        await self._desk_queue.announce(case.conversation_id)

    async def _act(self, session: AsyncSession, case: Case, due: Due) -> None:
        availability, catalogue = self._availability, self._catalogue
        match due:
            case Due.RELEASE:
                await relay.release(session, case, availability=availability, catalogue=catalogue)
            case Due.APOLOGISE | Due.TELL_ABSENCE:
                await relay.apologise(
                    session,
                    case,
                    nobody_is_left=due is Due.TELL_ABSENCE,
                    availability=availability,
                    catalogue=catalogue,
                )
            case Due.WARN:
                minutes = math.ceil(self._settings.client_warned_seconds / 60)
                await relay.warn_absent(
                    session, case, closes_in_minutes=minutes, catalogue=catalogue
                )
            case Due.CLOSE:
                await relay.close_absent(session, case, catalogue)

    def _limits(self, deserted_at: datetime | None) -> TimeLimits:
        settings, hours, moment = self._settings, self._availability.hours, now()
        return TimeLimits(
            agent_gone=timedelta(seconds=settings.agent_gone_seconds),
            long_wait=timedelta(seconds=settings.long_wait_seconds),
            client_gone=timedelta(seconds=settings.client_gone_seconds),
            client_warned=timedelta(seconds=settings.client_warned_seconds),
            is_open=hours is None or hours.is_open(moment),
            opened_at=None if hours is None else hours.last_opening(moment),
            closed_at=None if hours is None else hours.last_closing(moment),
            deserted_at=deserted_at,
        )


async def _deserted_at(session: AsyncSession) -> datetime | None:
    """Since when no agent can come; None while one can, or if there are no agents."""
    agents = await session.scalars(select(Agent).where(Agent.role.in_(AGENTS)))
    stopped = [agent.cannot_come_since for agent in agents]
    left = [moment for moment in stopped if moment is not None]
    return max(left, default=None) if len(left) == len(stopped) else None


async def _moments(session: AsyncSession, case_id: int | None = None) -> Sequence[Moments]:
    """The times of every open case, or of that one."""
    found = await session.execute(
        select(
            Case.id,
            Case.agent_id,
            Case.queued_at,
            Case.answer_due_at,
            Case.apologised_at,
            Case.warned_at,
            Agent.gone_at,
            Conversation.client_gone_at,
            Conversation.expects,
        )
        .join(Conversation, Conversation.id == Case.conversation_id)
        .outerjoin(Agent, Agent.id == Case.agent_id)
        .where(Case.closed_at.is_(None), true() if case_id is None else Case.id == case_id)
        .order_by(Case.id)
    )
    return [Moments(*row) for row in found]
