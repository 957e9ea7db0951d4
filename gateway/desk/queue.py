"""The connected desks: the queue as each sees it, the cases each shows, and so who is present."""

from dataclasses import dataclass, field

import socketio

from gateway import views
from gateway.catalogue import Catalogue
from gateway.database import Database
from gateway.delivery import Delivery
from gateway.handover.cases import queue
from gateway.viewers import DESK_NAMESPACE, DeskViewer


@dataclass
class _Desk:
    """One connected desk: its agent, and the transcripts it shows, by case."""

    agent_id: int
    opened: dict[int, DeskViewer] = field(default_factory=dict)


class DeskQueue:
    """Keeps the connected desks, and after each change sends them the queue."""

    def __init__(
        self,
        sio: socketio.AsyncServer,
        database: Database,
        delivery: Delivery,
        catalogue: Catalogue,
    ) -> None:
        self._sio = sio
        self._database = database
        self._delivery = delivery
        self._catalogue = catalogue
        self._desks: dict[str, _Desk] = {}

    @property
    def agents_present(self) -> bool:
        """Whether at least one agent has a desk open."""
        return bool(self._desks)

    def join(self, sid: str, agent_id: int) -> None:
        """Count a connected desk as present."""
        self._desks[sid] = _Desk(agent_id)

    def leave(self, sid: str) -> None:
        """Forget a desk and what it shows."""
        for viewer in self._desks.pop(sid).opened.values():
            self._delivery.leave(viewer)

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
        """Send every desk the queue as it is in the store, and end what it shows of other cases.

        Whoever ended a case publishes its last messages first.
        """
        if not self._desks:
            return
        async with self._database.read() as session:
            cases = await queue(session)
        open_ids = {case.id for case in cases}
        for sid, desk in list(self._desks.items()):
            for case_id in desk.opened.keys() - open_ids:
                self._delivery.leave(desk.opened.pop(case_id))
            seen = [
                views.desk_case(
                    case,
                    viewer_agent_id=desk.agent_id,
                    client_online=self._delivery.client_online(case.conversation_id),
                    catalogue=self._catalogue,
                )
                for case in cases
            ]
            await self._sio.emit("queue", {"cases": seen}, to=sid, namespace=DESK_NAMESPACE)
