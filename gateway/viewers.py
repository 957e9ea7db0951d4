"""The viewers of a transcript: how one open tab or desk is told what delivery.py has for it."""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import socketio

from gateway import views
from gateway.handover.cases import ConversationState
from gateway.handover.notes import Note
from gateway.models import Message

DESK_NAMESPACE = "/bureau"


@dataclass(frozen=True)
class Place:
    """Where a client who waits stands in the queue, and about how long it takes."""

    position: int
    minutes: int


class Viewer(ABC):
    """One open transcript on one socket."""

    def __init__(self, conversation_id: str, last_seq: int) -> None:
        """`last_seq` is the newest message the viewer has already."""
        self.conversation_id = conversation_id
        self.cursor = last_seq
        # None until the history has been sent.
        self.state: ConversationState | None = None

    def may_show(self, message: Message) -> bool:
        """Whether a message is ready for this viewer; those after it wait for it."""
        return True

    @abstractmethod
    async def send_history(self, messages: Sequence[Message], state: ConversationState) -> None:
        """Send what was missed, once, before anything else."""

    @abstractmethod
    async def send_message(self, message: Message) -> None:
        """Send one new message."""

    @abstractmethod
    async def send_state(self, state: ConversationState) -> None:
        """Send what has changed in the state, which `self.state` still is as it was sent last."""


class ClientViewer(Viewer):
    """A client's tab."""

    def __init__(
        self, sio: socketio.AsyncServer, sid: str, conversation_id: str, last_seq: int
    ) -> None:
        super().__init__(conversation_id, last_seq)
        self._sio = sio
        self._sid = sid
        # As last sent, while the client waits.
        self._place: Place | None = None

    async def send(self, event: str, content: dict[str, Any] | None) -> None:
        """Send any event of the browser contract."""
        await self._sio.emit(event, content, to=self._sid)

    async def send_history(self, messages: Sequence[Message], state: ConversationState) -> None:
        seen = [views.client_message(message) for message in messages]
        await self.send("history", {"messages": seen, "state": views.state(state)})
        self._place = None

    async def send_message(self, message: Message) -> None:
        await self.send("message", views.client_message(message))

    async def send_state(self, state: ConversationState) -> None:
        seen = views.state(state)
        # What the client has read is no news to them.
        if self.state is None or seen != views.state(self.state):
            await self.send("state", seen)
            self._place = None

    async def send_place(self, place: Place | None) -> None:
        """Send a client who waits their place, if it isn't what was sent last."""
        if place != self._place:
            self._place = place
            await self.send("waiting", asdict(place) if place else None)


class DeskViewer(Viewer):
    """A case opened by an agent; the owner is left to the queue, which every desk gets."""

    def __init__(
        self,
        sio: socketio.AsyncServer,
        sid: str,
        conversation_id: str,
        case_id: int,
        read_case: Callable[[], Awaitable[dict[str, Any]]],
    ) -> None:
        """`read_case` reads what the agent sees beside the transcript, each time it is sent."""
        super().__init__(conversation_id, last_seq=0)
        self._sio = sio
        self._sid = sid
        self._case_id = case_id
        self._read_case = read_case

    def may_show(self, message: Message) -> bool:
        """Not before it is known what is to be masked in it."""
        return message.masked_text is not None

    async def send_history(self, messages: Sequence[Message], state: ConversationState) -> None:
        seen = [views.desk_message(message) for message in messages]
        # Not as it was when the desk opened it: the client may have erased it since.
        case = await self._read_case()
        read = {"client_read_seq": state.client_read_seq}
        await self._send("conversation", {**case, "messages": seen, **read})

    async def send_message(self, message: Message) -> None:
        await self._send(
            "message", {"case_id": self._case_id, "message": views.desk_message(message)}
        )

    async def send_note(self, note: Note) -> None:
        """Send what an agent has noted."""
        await self._send("note", {"case_id": self._case_id, "note": views.note(note)})

    async def send_state(self, state: ConversationState) -> None:
        """Only what the client has read: the queue says the rest."""
        if self.state is None or state.client_read_seq != self.state.client_read_seq:
            await self._send("read", {"case_id": self._case_id, "seq": state.client_read_seq})

    async def send_typing(self, *, active: bool) -> None:
        """Send whether the client is writing."""
        await self._send("typing", {"case_id": self._case_id, "active": active})

    async def _send(self, event: str, content: dict[str, Any]) -> None:
        await self._sio.emit(event, content, to=self._sid, namespace=DESK_NAMESPACE)
