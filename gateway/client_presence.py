"""Client presence: since when a client has no tab open, in the store for whoever has a time limit.

The only module that writes `client_gone_at` of conversations. A page that is loaded again leaves
and comes within a moment: who leaves is written down at the clock's next look, if nobody of them
came back until then.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import update

from gateway.conversations import access_conversation
from gateway.database import Database
from gateway.delivery import Delivery
from gateway.desk.queue import DeskQueue
from gateway.handover.cases import open_case_of
from gateway.handover.ownership import Owner
from gateway.models import Conversation, now
from gateway.viewers import ClientViewer


class ClientPresence:
    """Keeps the conversations' rows in step with the clients' tabs."""

    def __init__(self, database: Database, delivery: Delivery, desk_queue: DeskQueue) -> None:
        self._database = database
        self._delivery = delivery
        self._desk_queue = desk_queue
        # Who has left and isn't written down yet, by conversation.
        self._left: dict[str, datetime] = {}

    async def start(self) -> None:
        """No tab is open yet: whoever had one before this process is gone from now on."""
        async with self._database.write() as session:
            await session.execute(
                update(Conversation)
                .where(Conversation.client_gone_at.is_(None))
                .values(client_gone_at=now())
            )

    async def came(self, viewer: ClientViewer) -> None:
        """A tab has its history: its client is there, and needs no warning any more.

        Unless it has left meanwhile.
        """
        if self._delivery.client_online(viewer.conversation_id):
            self._left.pop(viewer.conversation_id, None)
        async with self._database.read() as session:
            conversation = await session.get(Conversation, viewer.conversation_id)
        if conversation is not None and conversation.client_gone_at is not None:
            async with self._database.write() as session:
                conversation = await access_conversation(session, viewer.conversation_id)
                if self._delivery.client_online(viewer.conversation_id):
                    conversation.client_gone_at = None
                case = await open_case_of(session, viewer.conversation_id)
                if case is not None:
                    case.warned_at = None
        await self._show(viewer)

    async def left(self, viewer: ClientViewer) -> None:
        """A tab is closed."""
        if not self._delivery.client_online(viewer.conversation_id):
            self._left[viewer.conversation_id] = now()
        await self._show(viewer)

    async def settle(self) -> None:
        """Write down who has left since the last time and has not come back."""
        left = dict(self._left)
        if left:
            await self._write_down(left)
        for conversation_id, gone_at in left.items():
            if self._left.get(conversation_id) == gone_at:
                del self._left[conversation_id]

    async def _write_down(self, left: Mapping[str, datetime]) -> None:
        async with self._database.write() as session:
            for conversation_id, gone_at in left.items():
                if not self._delivery.client_online(conversation_id):
                    await session.execute(
                        update(Conversation)
                        .where(Conversation.id == conversation_id)
                        .values(client_gone_at=gone_at)
                    )

    async def _show(self, viewer: ClientViewer) -> None:
        """Tell the desks that the client came or went, if they have its case."""
        if viewer.state is not None and viewer.state.owner in {Owner.WAITING, Owner.AGENT}:
            await self._desk_queue.publish()
