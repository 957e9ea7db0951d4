"""Availability: whether somebody can come, and how long it takes until they do.

Asked before anything is promised. An agent can come who is here: a desk open, present, and the
service open; how many conversations they have already only makes the wait longer. All is read from
the store, in the caller's session; nothing is written.
"""

import math
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.desk.door import AGENTS
from gateway.handover.cases import position_of
from gateway.handover.opening_hours import QUEBEC, OpeningHours
from gateway.models import Agent, Case, CaseEvent, Presence, now
from gateway.settings import PeopleSettings

# So many conversations must have ended today for their median to be believed.
ENOUGH_HANDLED = 5
# How long a median serves before it is worked out anew.
MEDIAN_SERVES_SECONDS = 60.0
# From here on a wait is told in steps of so many minutes: more would be a false precision.
ROUNDED_FROM_MINUTES = 10
ROUNDED_TO_MINUTES = 5


@dataclass(frozen=True)
class AgentPlaces:
    """An agent, and how many conversations they have and may have at once."""

    id: int
    name: str
    presence: Presence
    # A desk of theirs is open.
    connected: bool
    cases: int
    capacity: int

    @property
    def can_come(self) -> bool:
        """Whether they take cases now."""
        return self.connected and self.presence is Presence.HERE


@dataclass(frozen=True)
class Staff:
    """Everyone who may take cases, and what they can do at the moment."""

    agents: Sequence[AgentPlaces]
    is_open: bool
    # While closed: when it opens, if that is known.
    opens_at: datetime | None
    handling_minutes: float

    @property
    def somebody_can_come(self) -> bool:
        """Whether a person may be promised."""
        return self.is_open and any(agent.can_come for agent in self.agents)

    def minutes(self, position: int) -> int | None:
        """How long the client at that place in the queue waits; None if nobody can come."""
        if not self.somebody_can_come:
            return None
        here = [agent for agent in self.agents if agent.can_come]
        return estimated_minutes(
            position,
            places=sum(agent.capacity for agent in here),
            free=sum(max(0, agent.capacity - agent.cases) for agent in here),
            handling_minutes=self.handling_minutes,
        )


@dataclass(frozen=True)
class Outlook:
    """What one client who waits can be told."""

    # From 1, among those who wait.
    position: int
    # None when nobody can come.
    minutes: int | None
    # While closed: when it opens, if that is known.
    opens_at: datetime | None


class Availability:
    """Looks at who is here, by the settings."""

    def __init__(self, settings: PeopleSettings) -> None:
        self._settings = settings
        # None: the presence of agents alone decides.
        self.hours = (
            OpeningHours(settings.opening_hours, closed_on_holidays=settings.closed_on_holidays)
            if settings.opening_hours
            else None
        )
        self._median: float | None = None
        self._median_until = 0.0

    async def staff(self, session: AsyncSession) -> Staff:
        """Who may take cases, and whether they can now."""
        moment = now()
        is_open = self.hours is None or self.hours.is_open(moment)
        return Staff(
            agents=await self._agents(session),
            is_open=is_open,
            opens_at=None if is_open or self.hours is None else self.hours.next_opening(moment),
            handling_minutes=await self._handling_minutes(session),
        )

    async def outlook(self, session: AsyncSession, case: Case) -> Outlook:
        """What the client of a waiting case can be told."""
        staff = await self.staff(session)
        position = await position_of(session, case)
        return Outlook(position, staff.minutes(position), staff.opens_at)

    def capacity_of(self, agent: Agent) -> int:
        """How many conversations an agent has at once: what they chose, or the setting."""
        return agent.capacity or self._settings.agent_conversations

    async def _agents(self, session: AsyncSession) -> Sequence[AgentPlaces]:
        cases = (
            select(Case.agent_id, func.count().label("count"))
            .where(Case.closed_at.is_(None))
            .group_by(Case.agent_id)
            .subquery()
        )
        found = await session.execute(
            select(Agent, func.coalesce(cases.c.count, 0))
            .outerjoin(cases, cases.c.agent_id == Agent.id)
            .where(Agent.role.in_(AGENTS), Agent.locked_at.is_(None))
            .order_by(Agent.name, Agent.id)
        )
        return [
            AgentPlaces(
                id=agent.id,
                name=agent.name,
                presence=agent.presence,
                connected=agent.gone_at is None,
                cases=count,
                capacity=self.capacity_of(agent),
            )
            for agent, count in found
        ]

    async def _handling_minutes(self, session: AsyncSession) -> float:
        if time.monotonic() >= self._median_until:
            handled = await _minutes_handled_today(session)
            self._median = statistics.median(handled) if len(handled) >= ENOUGH_HANDLED else None
            self._median_until = time.monotonic() + MEDIAN_SERVES_SECONDS
        return self._settings.handling_minutes if self._median is None else self._median


def estimated_minutes(position: int, *, places: int, free: int, handling_minutes: float) -> int:
    """The wait at that place in the queue, in whole minutes, one at least.

    Whoever finds a `free` place is taken at once. For the others a place gets free, of all the
    `places` together, every `handling_minutes` / `places`.
    """
    behind = max(0, position - free)
    minutes = max(1, math.ceil(behind * handling_minutes / places))
    if minutes <= ROUNDED_FROM_MINUTES:
        return minutes
    return math.ceil(minutes / ROUNDED_TO_MINUTES) * ROUNDED_TO_MINUTES


async def _minutes_handled_today(session: AsyncSession) -> Sequence[float]:
    """How long each case that was closed today had its last agent."""
    midnight = datetime.now(QUEBEC).replace(hour=0, minute=0, second=0, microsecond=0)
    taken_at = (
        select(func.max(CaseEvent.at))
        .where(CaseEvent.case_id == Case.id, CaseEvent.brings_an_agent())
        .scalar_subquery()
    )
    found = await session.execute(
        select(taken_at, Case.closed_at).where(Case.closed_at >= midnight)
    )
    return [
        (closed_at - taken_at) / timedelta(minutes=1)
        for taken_at, closed_at in found
        if taken_at is not None and closed_at is not None
    ]
