"""The widget's socket (namespace `/`): joins clients to conversations, takes their messages."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import socketio
from aiohttp import web
from pydantic import Field, StrictBool, ValidationError, model_validator
from socketio.exceptions import ConnectionRefusedError as SocketRefused

from gateway.acknowledgement import acknowledge
from gateway.browser_input import BrowserInput, Seq, Text
from gateway.client_identity import ClientIdentity
from gateway.client_presence import ClientPresence
from gateway.conversations import find_message, note_client_read
from gateway.database import Database
from gateway.delivery import Delivery
from gateway.handover.cases import read_state
from gateway.handover.ownership import Owner
from gateway.intake import ClientLine, Intake
from gateway.limits import Limits
from gateway.models import Survey
from gateway.ratings import HIGHEST_SCORE, LOWEST_SCORE, rate
from gateway.refusals import Refusals, Refused
from gateway.security import Origins
from gateway.socket_limit import SocketLimit
from gateway.turns import Turns
from gateway.viewers import ClientViewer


class _Auth(BrowserInput):
    """What a connecting widget says."""

    last_seq: int = Field(default=0, ge=0)
    # The newest message, which says that `last_seq` is of this conversation.
    last_id: UUID | None = None
    # Of a page without a cookie.
    token: Text | None = None


class _Line(BrowserInput):
    """The `message` event."""

    id: UUID
    text: Text | None = None
    button: Text | None = None

    @model_validator(mode="after")
    def _typed_or_pressed(self) -> "_Line":
        if (self.text is None) == (self.button is None):
            raise ValueError("either a text or a button")
        return self


class _Rate(BrowserInput):
    """The `rate` event: the answer to the question asked after a conversation."""

    about: Survey
    solved: StrictBool | None
    score: int | None = Field(strict=True, ge=LOWEST_SCORE, le=HIGHEST_SCORE)

    @model_validator(mode="after")
    def _says_something(self) -> "_Rate":
        if self.solved is None and self.score is None:
            raise ValueError("neither solved nor a score")
        return self


class _Typing(BrowserInput):
    """The `typing` event."""

    active: StrictBool


class _Read(BrowserInput):
    """The `read` event: the newest message on screen."""

    seq: Seq


class WidgetSocket:
    """Handles the events of clients' tabs."""

    def __init__(
        self,
        sio: socketio.AsyncServer,
        database: Database,
        origins: Origins,
        identity: ClientIdentity,
        limits: Limits,
        intake: Intake,
        turns: Turns,
        delivery: Delivery,
        client_presence: ClientPresence,
        refusals: Refusals,
        sockets: SocketLimit,
    ) -> None:
        self._sio = sio
        self._sockets = sockets
        self._database = database
        self._origins = origins
        self._identity = identity
        self._limits = limits
        self._intake = intake
        self._turns = turns
        self._delivery = delivery
        self._client_presence = client_presence
        self._refusals = refusals
        self._viewers: dict[str, ClientViewer] = {}
        self._client_keys: dict[str, str] = {}

    def register(self) -> None:
        """Take the events of the namespace."""
        self._sio.on("connect", self._on_connect)
        self._sio.on("disconnect", self._on_disconnect)
        for event, act in (
            ("message", self._message),
            ("rate", self._rate),
            ("typing", self._typing),
            ("read", self._read),
        ):
            self._sio.on(event, self._answering(act))

    async def _on_connect(self, sid: str, environ: dict[str, Any], auth: object = None) -> None:
        request: web.Request = environ["aiohttp.request"]
        if not self._origins.allows(request):
            raise SocketRefused("origine_refusee")
        await self._sockets.admit(request)
        said = _read_auth(auth)
        if said.token is None:
            conversation_id = self._identity.conversation_of_cookie(request)
        else:
            conversation_id = self._identity.conversation_of_token(said.token)
        if conversation_id is None:
            raise SocketRefused("conversation_absente")
        async with self._database.read() as session:
            state = await read_state(session, conversation_id)
            last_seq = said.last_seq
            if said.last_id is not None:
                known = await find_message(session, conversation_id, str(said.last_id))
                last_seq = last_seq if known else 0
        if state is None or state.owner is Owner.ENDED:
            raise SocketRefused("conversation_absente")
        viewer = ClientViewer(self._sio, sid, conversation_id, last_seq)
        self._viewers[sid] = viewer
        self._client_keys[sid] = self._identity.client_key(request)
        self._delivery.join(viewer)
        # The history must come after the acceptance, which is sent when this handler returns.
        self._sio.start_background_task(self._greet, viewer)

    async def _greet(self, viewer: ClientViewer) -> None:
        await self._delivery.catch_up(viewer)
        await self._client_presence.came(viewer)

    async def _on_disconnect(self, sid: str, _reason: str) -> None:
        viewer = self._viewers.pop(sid)
        del self._client_keys[sid]
        self._delivery.leave(viewer)
        await self._client_presence.left(viewer)

    def _answering(
        self, act: Callable[[str, ClientViewer, object], Awaitable[dict[str, Any] | None]]
    ) -> Callable[..., Awaitable[dict[str, Any]]]:
        """An event handler that finds the tab, and acknowledges with what `act` gives."""

        async def known(sid: str, content: object) -> dict[str, Any]:
            viewer = self._viewers.get(sid)
            if viewer is None:
                # It left before its line was looked at, and will send it again: nobody was told it
                # is safe.
                raise Refused("refus_interne")
            return await act(sid, viewer, content) or {}

        async def handler(sid: str, content: object = None, *_: object) -> dict[str, Any]:
            return await acknowledge(known(sid, content), self._refusals)

        return handler

    async def _message(self, sid: str, viewer: ClientViewer, content: object) -> dict[str, Any]:
        # Before it is read: nonsense counts, too.
        await self._limits.count_event(self._client_keys[sid])
        line = _Line.model_validate(content)
        conversation_id = viewer.conversation_id
        accepted = await self._intake.accept(
            conversation_id,
            ClientLine(id=str(line.id), text=line.text, button=line.button),
            self._client_keys[sid],
        )
        await self._delivery.publish(conversation_id)
        if accepted.settled is None:
            self._turns.wake(conversation_id)
        else:
            await self._delivery.turn_over(conversation_id, str(line.id), accepted.settled)
        return {"seq": accepted.seq}

    async def _rate(self, sid: str, viewer: ClientViewer, content: object) -> None:
        await self._limits.count_event(self._client_keys[sid])
        given = _Rate.model_validate(content)
        async with self._database.write() as session:
            await rate(
                session,
                viewer.conversation_id,
                given.about,
                solved=given.solved,
                score=given.score,
            )
        await self._delivery.publish(viewer.conversation_id)

    async def _typing(self, sid: str, viewer: ClientViewer, content: object) -> None:
        await self._limits.count_sign(self._client_keys[sid])
        typing = _Typing.model_validate(content)
        await self._delivery.client_typing(viewer.conversation_id, active=typing.active)

    async def _read(self, sid: str, viewer: ClientViewer, content: object) -> None:
        await self._limits.count_sign(self._client_keys[sid])
        # A tab has read nothing that it wasn't sent.
        seq = min(_Read.model_validate(content).seq, viewer.cursor)
        if viewer.state is None or seq <= viewer.state.client_read_seq:
            return
        async with self._database.write() as session:
            await note_client_read(session, viewer.conversation_id, seq)
        await self._delivery.publish(viewer.conversation_id)


def _read_auth(auth: object) -> _Auth:
    """What the widget says of itself; nothing when that can't be read."""
    try:
        return _Auth.model_validate(auth or {})
    except ValidationError:
        return _Auth()
