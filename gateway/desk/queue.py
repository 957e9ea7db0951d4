"""The connected desks and the queue: desks see all of it, each waiting client their place.

Whoever has changed something in the store calls `publish`; one task (`run`) then reads the queue
once for everybody, a moment later, so that what happens together is sent together. Between two
readings it rests for as long as one took, and while sending it lets others go first: however much
happens, agents and clients are answered in between.
"""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import socketio
import structlog

from gateway import views
from gateway.catalogue import Catalogue
from gateway.database import Database
from gateway.delivery import Delivery
from gateway.desk.call_back_list import count_due
from gateway.handover.availability import Availability, Staff
from gateway.handover.cases import count_earlier_cases, queue
from gateway.handover.ownership import Owner
from gateway.models import Case
from gateway.viewers import DESK_NAMESPACE, DeskViewer, Place

# What happens in so short a time is sent together.
TOGETHER_SECONDS = 0.1
# Pause before the queue is read again when the store failed.
RETRY_SECONDS = 1.0

log = structlog.get_logger(__name__)


@dataclass
class _Desk:
    """One connected desk: its agent, and the transcripts it shows, by case."""

    agent_id: int
    opened: dict[int, DeskViewer] = field(default_factory=dict)


class DeskQueue:
    """Keeps the connected desks, and after each change sends out the queue."""

    def __init__(
        self,
        sio: socketio.AsyncServer,
        database: Database,
        delivery: Delivery,
        availability: Availability,
        catalogue: Catalogue,
    ) -> None:
        self._sio = sio
        self._database = database
        self._delivery = delivery
        self._availability = availability
        self._catalogue = catalogue
        self._desks: dict[str, _Desk] = {}
        self._changed = asyncio.Event()

    def join(self, sid: str, agent_id: int) -> None:
        """Count a connected desk as present."""
        self._desks[sid] = _Desk(agent_id)

    def leave(self, sid: str) -> int:
        """Forget a desk and what it shows; whose it was."""
        desk = self._desks.pop(sid)
        for viewer in desk.opened.values():
            self._delivery.leave(viewer)
        return desk.agent_id

    def desks_of(self, agent_id: int) -> Sequence[str]:
        """The connected desks of an agent."""
        return [sid for sid, desk in self._desks.items() if desk.agent_id == agent_id]

    async def show(self, sid: str, case_id: int, viewer: DeskViewer) -> None:
        """Have a desk show a transcript, from its start and for as long as the case is open."""
        desk = self._desks.get(sid)
        if desk is None:
            return
        if case_id in desk.opened:
            self._delivery.leave(desk.opened[case_id])
        desk.opened[case_id] = viewer
        self._delivery.join(viewer)
        await self._delivery.catch_up(viewer)

    async def publish(self) -> None:
        """Have the queue, as it is in the store by now, sent to everybody soon.

        Asked for before anything is sent after a commit: should that fail, the desks are told.
        """
        self._changed.set()

    async def announce(self, conversation_id: str) -> None:
        """After a commit about a case: send every desk, and its transcript's viewers, the news."""
        await self.publish()
        await self._delivery.publish(conversation_id)

    async def run(self) -> None:
        """Send what `publish` asks for until cancelled; what fails is tried again."""
        while True:
            await self._changed.wait()
            await asyncio.sleep(TOGETHER_SECONDS)
            self._changed.clear()
            started = time.monotonic()
            try:
                await self._send()
            except Exception:
                log.exception("queue_not_sent")
                self._changed.set()
                await asyncio.sleep(RETRY_SECONDS)
            await asyncio.sleep(time.monotonic() - started)

    async def _send(self) -> None:
        async with self._database.read() as session:
            cases = await queue(session)
            staff = await self._availability.staff(session)
            earlier = await count_earlier_cases(session, [c.conversation_id for c in cases])
            call_backs_due = await count_due(session)
        await self._tell_clients(cases, staff)
        await self._end_other_cases({case.id: case for case in cases})
        seen = [
            views.queued_case(
                case,
                client_online=self._delivery.client_online(case.conversation_id),
                earlier_cases=earlier.get(case.conversation_id, 0),
                catalogue=self._catalogue,
            )
            for case in cases
        ]
        content = {
            "agents": [views.agent(a) for a in staff.agents],
            "open": staff.is_open,
            "call_backs_due": call_backs_due,
        }
        for sid, desk in list(self._desks.items()):
            theirs = [case | {"mine": case["agent_id"] == desk.agent_id} for case in seen]
            await self._sio.emit(
                "queue", {"cases": theirs, **content}, to=sid, namespace=DESK_NAMESPACE
            )
            await asyncio.sleep(0)

    async def _tell_clients(self, cases: Sequence[Case], staff: Staff) -> None:
        """Tell each client who waits their place and wait, or that nobody can come any more."""
        waiting = [case for case in cases if case.conversation.owner is Owner.WAITING]
        for position, case in enumerate(waiting, start=1):
            minutes = staff.minutes(position)
            place = None if minutes is None else Place(position, minutes)
            await self._delivery.tell_place(case.conversation_id, place)
            await asyncio.sleep(0)

    async def _end_other_cases(self, open_cases: Mapping[int, Case]) -> None:
        """End what desks show of cases that are no longer open, after their last messages."""
        for desk in list(self._desks.values()):
            for case_id in desk.opened.keys() - open_cases.keys():
                viewer = desk.opened.pop(case_id)
                await self._delivery.publish(viewer.conversation_id)
                self._delivery.leave(viewer)
