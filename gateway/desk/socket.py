"""The desk's socket (namespace `/bureau`): signed-in agents see the queue and act on its cases.

The session is looked up again at each event and ends with its socket, so a signed-out agent can
neither act nor go on reading.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

import socketio
from aiohttp import web
from pydantic import Field, StrictBool
from socketio.exceptions import ConnectionRefusedError as SocketRefused

from gateway import views
from gateway.acknowledgement import acknowledge
from gateway.browser_input import BrowserInput, Id, Seq, Text
from gateway.catalogue import Catalogue
from gateway.database import Database
from gateway.delivery import Delivery
from gateway.desk.acts import Acts
from gateway.desk.agents import Agents, SignedInAgent
from gateway.desk.door import AGENTS, DESK_COOKIE
from gateway.desk.opened_values import open_value
from gateway.desk.presence import AgentPresence
from gateway.desk.queue import DeskQueue
from gateway.handover import relay
from gateway.handover.availability import Availability
from gateway.handover.cases import agent_is_writing, earlier_cases, note_agent_read, read_case
from gateway.handover.notes import read_notes
from gateway.handover.ownership import Owner
from gateway.intake import checked_text
from gateway.masked_copies import MaskedCopies
from gateway.models import Presence, now
from gateway.refusals import Refusals, Refused
from gateway.security import Origins
from gateway.socket_limit import SocketLimit
from gateway.viewers import DESK_NAMESPACE, DeskViewer

# More conversations at once than anyone can have.
LARGEST_CAPACITY = 50


class _OnCase(BrowserInput):
    """Any event about a case."""

    case_id: Id


class _Write(_OnCase):
    """The `write` event."""

    id: UUID
    text: Text


class _Typing(_OnCase):
    """The `typing` event."""

    active: StrictBool


class _Read(_OnCase):
    """The `read` event: the newest message on screen."""

    seq: Seq


class _OpenValue(_OnCase):
    """The `open_value` event: a mask of a message, counted from 0."""

    seq: int
    mask: int


class _Presence(BrowserInput):
    """The `presence` event."""

    presence: Presence
    capacity: int = Field(strict=True, ge=1, le=LARGEST_CAPACITY)


@dataclass
class _Desk:
    """The session behind a connected desk, and the timer of its end."""

    token: str
    expiry: asyncio.TimerHandle


class DeskSocket:
    """Handles the events of agents' desks."""

    def __init__(
        self,
        sio: socketio.AsyncServer,
        database: Database,
        origins: Origins,
        agents: Agents,
        masked_copies: MaskedCopies,
        delivery: Delivery,
        desk_queue: DeskQueue,
        presence: AgentPresence,
        availability: Availability,
        answer_within: timedelta,
        acts: Acts,
        catalogue: Catalogue,
        refusals: Refusals,
        sockets: SocketLimit,
    ) -> None:
        """Once they have taken a case, an agent must write something within `answer_within`."""
        self._sio = sio
        self._sockets = sockets
        self._database = database
        self._origins = origins
        self._agents = agents
        self._masked_copies = masked_copies
        self._delivery = delivery
        self._desk_queue = desk_queue
        self._presence = presence
        self._availability = availability
        self._answer_within = answer_within
        self._acts = acts
        self._catalogue = catalogue
        self._refusals = refusals
        self._desks: dict[str, _Desk] = {}

    def register(self) -> None:
        """Take the events of the namespace."""
        self._on("connect", self._on_connect)
        self._on("disconnect", self._on_disconnect)
        for event, act in (
            ("open", self._open),
            ("take", self._take),
            ("write", self._write),
            ("typing", self._typing),
            ("read", self._read),
            ("open_value", self._open_value),
            ("hand_back", self._hand_back),
            ("presence", self._change_presence),
            *self._acts.events.items(),
        ):
            self._on(event, self._answering(act))

    async def end_signed_out(self) -> None:
        """Disconnect every desk whose session has ended, or may no longer have one."""
        for sid, desk in list(self._desks.items()):
            agent = await self._agents.access_session(desk.token)
            if agent is None or agent.role not in AGENTS:
                await self._disconnect(sid)

    def carry_over(self, token: str, successor: str) -> None:
        """Have the desks of a session go on under the token that has taken its place."""
        for desk in self._desks.values():
            if desk.token == token:
                desk.token = successor

    def _on(self, event: str, handler: Callable[..., Awaitable[Any]]) -> None:
        self._sio.on(event, handler, namespace=DESK_NAMESPACE)

    async def _on_connect(self, sid: str, environ: dict[str, Any], _auth: object = None) -> None:
        request: web.Request = environ["aiohttp.request"]
        if not self._origins.is_own(request):
            raise SocketRefused("origine_refusee")
        await self._sockets.admit(request)
        token = request.cookies.get(DESK_COOKIE, "")
        agent = await self._agents.access_session(token)
        if agent is None or agent.role not in AGENTS:
            raise SocketRefused("session_absente")
        expiry = asyncio.get_running_loop().call_later(
            (agent.expires_at - now()).total_seconds(),
            lambda: self._sio.start_background_task(self._disconnect, sid),
        )
        self._desks[sid] = _Desk(token=token, expiry=expiry)
        self._desk_queue.join(sid, agent.id)
        # What it is told must come after the acceptance, which is sent when this handler returns.
        self._sio.start_background_task(self._presence.came, sid, agent.id)

    async def _on_disconnect(self, sid: str, _reason: str) -> None:
        desk = self._desks.pop(sid)
        desk.expiry.cancel()
        await self._presence.left(self._desk_queue.leave(sid))

    def _answering(
        self, act: Callable[[str, SignedInAgent, object], Awaitable[dict[str, Any] | None]]
    ) -> Callable[..., Awaitable[dict[str, Any]]]:
        """An event handler that checks the session, and acknowledges with what `act` gives."""

        async def checked(sid: str, content: object) -> dict[str, Any]:
            desk = self._desks.get(sid)
            agent = await self._agents.access_session(desk.token) if desk else None
            if agent is None or agent.role not in AGENTS:
                raise Refused("refus_session")
            return await act(sid, agent, content) or {}

        async def handler(sid: str, content: object = None, *_: object) -> dict[str, Any]:
            return await acknowledge(checked(sid, content), self._refusals)

        return handler

    async def _open(self, sid: str, agent: SignedInAgent, content: object) -> None:
        case_id = _OnCase.model_validate(content).case_id
        async with self._database.read() as session:
            case = await relay.access_open_case(session, case_id)
        read = partial(self._read_case, agent, case_id)
        viewer = DeskViewer(self._sio, sid, case.conversation_id, case_id, read)
        await self._desk_queue.show(sid, case_id, viewer)
        if viewer.state is not None and viewer.state.owner not in {Owner.WAITING, Owner.AGENT}:
            # The case ended while it was being opened.
            await self._desk_queue.publish()

    async def _read_case(self, agent: SignedInAgent, case_id: int) -> dict[str, Any]:
        """A case as one agent sees it, open or just over, with what goes with its transcript."""
        async with self._database.read() as session:
            case = await read_case(session, case_id)
            notes = await read_notes(session, case_id, self._masked_copies)
            earlier = await earlier_cases(session, case.conversation)
        seen = views.desk_case(
            case,
            viewer_agent_id=agent.id,
            client_online=self._delivery.client_online(case.conversation_id),
            earlier_cases=len(earlier),
            catalogue=self._catalogue,
        )
        return {
            "case": seen,
            "notes": [views.note(note) for note in notes],
            "earlier": [views.earlier_case(each, self._catalogue) for each in earlier],
        }

    async def _take(self, _sid: str, agent: SignedInAgent, content: object) -> None:
        case_id = _OnCase.model_validate(content).case_id
        async with self._database.write() as session:
            case = await relay.take(
                session,
                agent,
                case_id,
                availability=self._availability,
                answer_within=self._answer_within,
                catalogue=self._catalogue,
            )
        await self._desk_queue.announce(case.conversation_id)

    async def _write(self, _sid: str, agent: SignedInAgent, content: object) -> None:
        said = _Write.model_validate(content)
        text = checked_text(said.text)
        async with self._database.write() as session:
            case = await relay.write(
                session, agent, said.case_id, str(said.id), text, self._masked_copies
            )
        await self._delivery.publish(case.conversation_id)

    async def _typing(self, _sid: str, agent: SignedInAgent, content: object) -> None:
        typing = _Typing.model_validate(content)
        async with self._database.write() as session:
            case = await relay.access_taken_case(session, agent, typing.case_id)
            if typing.active:
                agent_is_writing(case, self._answer_within)
        await self._delivery.agent_typing(case.conversation_id, agent.name, active=typing.active)

    async def _read(self, _sid: str, agent: SignedInAgent, content: object) -> None:
        read = _Read.model_validate(content)
        async with self._database.write() as session:
            case = await relay.access_taken_case(session, agent, read.case_id)
            note_agent_read(case, read.seq)
        await self._delivery.publish(case.conversation_id)

    async def _open_value(self, _sid: str, agent: SignedInAgent, content: object) -> dict[str, Any]:
        asked = _OpenValue.model_validate(content)
        async with self._database.write() as session:
            value = await open_value(session, agent, asked.case_id, asked.seq, asked.mask)
        # Once it is written down that it is read.
        return {"value": value}

    async def _hand_back(self, _sid: str, agent: SignedInAgent, content: object) -> None:
        case_id = _OnCase.model_validate(content).case_id
        async with self._database.write() as session:
            case = await relay.hand_back(session, agent, case_id, self._catalogue)
        await self._desk_queue.announce(case.conversation_id)

    async def _change_presence(self, _sid: str, agent: SignedInAgent, content: object) -> None:
        wanted = _Presence.model_validate(content)
        await self._presence.change(agent.id, wanted.presence, wanted.capacity)

    async def _disconnect(self, sid: str) -> None:
        await self._sio.disconnect(sid, namespace=DESK_NAMESPACE)
