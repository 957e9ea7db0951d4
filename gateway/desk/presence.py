"""Presence: which agents are at their desk, and how many conversations they want at once.

The only module that writes `away_at`, `capacity` and `gone_at` of agents. An agent with several
desks is one agent, and is gone when the last of them closes.
"""

from collections.abc import Sequence

import socketio
from sqlalchemy import update

from gateway import views
from gateway.database import Database
from gateway.desk.queue import DeskQueue
from gateway.handover.availability import Availability
from gateway.models import Agent, Presence, now
from gateway.viewers import DESK_NAMESPACE


class AgentPresence:
    """Keeps the agents' rows in step with their desks, and tells them who they are."""

    def __init__(
        self,
        sio: socketio.AsyncServer,
        database: Database,
        availability: Availability,
        desk_queue: DeskQueue,
    ) -> None:
        self._sio = sio
        self._database = database
        self._availability = availability
        self._desk_queue = desk_queue

    async def start(self) -> None:
        """No desk is open yet: who had one before this process is gone from now on."""
        async with self._database.write() as session:
            await session.execute(
                update(Agent).where(Agent.gone_at.is_(None)).values(gone_at=now())
            )

    async def came(self, sid: str, agent_id: int) -> None:
        """A desk of the queue's was accepted: tell it who it is for, and everybody that it came."""
        await self._note(agent_id)
        await self._tell_me(agent_id, [sid])

    async def left(self, agent_id: int) -> None:
        """A desk of an agent has left the queue's."""
        await self._note(agent_id)

    async def change(self, agent_id: int, presence: Presence, capacity: int) -> None:
        """Do as an agent says: take cases or not, and so many at once."""
        async with self._database.write() as session:
            agent = await session.get_one(Agent, agent_id)
            agent.capacity = capacity
            # Who stays away is so from the first time they said it.
            if presence is not agent.presence:
                agent.away_at = now() if presence is Presence.AWAY else None
        await self._tell_me(agent_id, self._desk_queue.desks_of(agent_id))
        await self._desk_queue.publish()

    async def _note(self, agent_id: int) -> None:
        async with self._database.write() as session:
            agent = await session.get_one(Agent, agent_id)
            if self._desk_queue.desks_of(agent_id):
                agent.gone_at = None
            elif agent.gone_at is None:
                agent.gone_at = now()
        await self._desk_queue.publish()

    async def _tell_me(self, agent_id: int, sids: Sequence[str]) -> None:
        async with self._database.read() as session:
            agent = await session.get_one(Agent, agent_id)
        me = views.me(agent, capacity=self._availability.capacity_of(agent))
        for sid in sids:
            await self._sio.emit("me", me, to=sid, namespace=DESK_NAMESPACE)
