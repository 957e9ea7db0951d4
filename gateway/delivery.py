"""Delivery: every committed message reaches every open viewer, once and in order of `seq`.

The store is the truth and the socket only a hint. Nobody hands a message over to be sent: whoever
has committed something calls `publish`, which reads what each viewer has not seen and sends that.
Under the conversation's lock a viewer's cursor therefore only ever stands after a run of messages
without a gap, and `history` (all that is above the viewer's last `seq`) followed by the live
messages is the transcript. This module must not know what a message means or who may see it.
"""

from collections import defaultdict
from itertools import takewhile

from gateway.conversations import newest_seq, read_messages
from gateway.database import Database
from gateway.handover.cases import read_state
from gateway.handover.notes import Note
from gateway.handover.ownership import Owner
from gateway.keyed_lock import KeyedLock
from gateway.metrics import Metrics
from gateway.models import Speaker, TurnStatus, now
from gateway.viewers import ClientViewer, DeskViewer, Place, Viewer


class Delivery:
    """Keeps the open viewers and sends them what they miss."""

    def __init__(self, database: Database, assistant_name: str, metrics: Metrics) -> None:
        """`assistant_name` is shown while the assistant prepares its answer."""
        self._database = database
        self._metrics = metrics
        self._assistant = {"kind": "bot", "name": assistant_name}
        self._viewers: defaultdict[str, list[Viewer]] = defaultdict(list)
        self._locks = KeyedLock()

    def join(self, viewer: Viewer) -> None:
        """Count a viewer as present; `catch_up` must follow for it to be sent anything."""
        self._viewers[viewer.conversation_id].append(viewer)

    def leave(self, viewer: Viewer) -> None:
        """Forget a viewer."""
        viewers = self._viewers[viewer.conversation_id]
        if viewer in viewers:
            viewers.remove(viewer)
        if not viewers:
            del self._viewers[viewer.conversation_id]

    def client_online(self, conversation_id: str) -> bool:
        """Whether the client has a tab open on the conversation."""
        return any(self._clients(conversation_id))

    async def catch_up(self, viewer: Viewer) -> None:
        """Send a viewer that has joined its history, unless it has it already.

        From then on it gets what is published.
        """
        async with self._locks[viewer.conversation_id]:
            if viewer.state is None:
                await self._send_history(viewer)

    async def start_over(self, conversation_id: str) -> None:
        """Send every viewer the transcript anew: what it shows is no longer in the store."""
        async with self._locks[conversation_id]:
            for viewer in list(self._viewers.get(conversation_id, ())):
                # Under the lock: what is being published would move it on again.
                viewer.cursor = 0
                await self._send_history(viewer)

    async def publish(self, conversation_id: str) -> None:
        """Send every viewer of a conversation what has been committed and it hasn't been sent."""
        async with self._locks[conversation_id]:
            viewers = [v for v in self._viewers.get(conversation_id, ()) if v.state is not None]
            if not viewers:
                return
            async with self._database.read() as session:
                state = await read_state(session, conversation_id)
                messages = await read_messages(
                    session, conversation_id, min(viewer.cursor for viewer in viewers)
                )
            for viewer in viewers:
                unseen = [message for message in messages if message.seq > viewer.cursor]
                for message in takewhile(viewer.may_show, unseen):
                    await viewer.send_message(message)
                    viewer.cursor = message.seq
                    lag = now() - message.at
                    self._metrics.delivery_lag_seconds.observe(lag.total_seconds())
                if state is not None and state != viewer.state:
                    await viewer.send_state(state)
                    viewer.state = state

    async def note(self, conversation_id: str, note: Note) -> None:
        """Send a note that was committed to the desks that show the conversation.

        A desk that hasn't its history yet gets it there; one that has just got it, twice.
        """
        async with self._locks[conversation_id]:
            for viewer in list(self._viewers.get(conversation_id, ())):
                if isinstance(viewer, DeskViewer) and viewer.state is not None:
                    await viewer.send_note(note)

    async def end(self, conversation_id: str, *, erased: bool) -> None:
        """Tell the client's tabs that the conversation is over for good."""
        for client in self._clients(conversation_id):
            await client.send("ended", {"erased": erased})

    async def turn_over(self, conversation_id: str, message_id: str, status: TurnStatus) -> None:
        """Tell the client's tabs that the answer to one of its messages is complete."""
        for client in self._clients(conversation_id):
            # A tab that has just come back must not hear of an answer before it has it.
            await self.catch_up(client)
            await client.send("turn", {"id": message_id, "status": status})

    async def typing(self, conversation_id: str, *, active: bool) -> None:
        """Tell the client's tabs whether the assistant is preparing an answer."""
        for client in self._clients(conversation_id):
            await client.send("typing", {"from": self._assistant, "active": active})

    async def tell_place(self, conversation_id: str, place: Place | None) -> None:
        """Tell the client's tabs their place in the queue, after that they are in it.

        None: nobody can come. Not if they have left it since the place was worked out.
        """
        clients = [client for client in self._clients(conversation_id) if client.state is not None]
        if any(client.state.owner is not Owner.WAITING for client in clients if client.state):
            await self.publish(conversation_id)
        for client in clients:
            if client.state is not None and client.state.owner is Owner.WAITING:
                await client.send_place(place)

    async def agent_typing(self, conversation_id: str, name: str, *, active: bool) -> None:
        """Tell the client's tabs whether the agent of that name is writing."""
        agent = {"kind": Speaker.AGENT, "name": name}
        for client in self._clients(conversation_id):
            await client.send("typing", {"from": agent, "active": active})

    async def client_typing(self, conversation_id: str, *, active: bool) -> None:
        """Tell the desks that have the conversation open whether its client is writing."""
        for viewer in list(self._viewers.get(conversation_id, ())):
            if isinstance(viewer, DeskViewer):
                await viewer.send_typing(active=active)

    async def _send_history(self, viewer: Viewer) -> None:
        async with self._database.read() as session:
            state = await read_state(session, viewer.conversation_id)
            if viewer.cursor > await newest_seq(session, viewer.conversation_id):
                # It counts on messages we never had: start over.
                viewer.cursor = 0
            stored = await read_messages(session, viewer.conversation_id, viewer.cursor)
        messages = list(takewhile(viewer.may_show, stored))
        if state is None:
            return
        await viewer.send_history(messages, state)
        viewer.cursor = messages[-1].seq if messages else viewer.cursor
        viewer.state = state

    def _clients(self, conversation_id: str) -> list[ClientViewer]:
        viewers = self._viewers.get(conversation_id, ())
        return [viewer for viewer in viewers if isinstance(viewer, ClientViewer)]
