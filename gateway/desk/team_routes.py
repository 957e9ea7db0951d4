"""Accounts over HTTP: what supervisors do with them, and the invited person's password."""

from http import HTTPStatus
from typing import Any

from aiohttp import web
from pydantic import Field, model_validator

from gateway.browser_input import BrowserInput, Text
from gateway.catalogue import Catalogue
from gateway.client_identity import ClientIdentity
from gateway.database import Database
from gateway.delivery import Delivery
from gateway.desk import supervision_views, team
from gateway.desk.agents import SignedInAgent
from gateway.desk.door import AGENTS, SUPERVISORS, Door
from gateway.desk.passwords import MAXIMUM_LENGTH, check_new_password, hash_password
from gateway.desk.queue import DeskQueue
from gateway.desk.sign_in_throttle import SignInThrottle
from gateway.desk.socket import DeskSocket
from gateway.handover.availability import Availability
from gateway.handover.relay import release_all
from gateway.models import Agent, Role

# Where an invited person chooses a password. The link's secret is in the fragment, which browsers
# send to nobody: no log has it.
INVITATION_PAGE = "/bureau/invitation"
LONGEST_NAME = 80
# Whoever is not called anything that can be seen.
NAME = r".*\w.*"
LOGIN = r"^\s*[A-Za-z0-9][A-Za-z0-9._@-]{1,78}\s*$"
LONGEST_TOKEN = 100


class _Invite(BrowserInput):
    """The body of an invitation."""

    login: Text = Field(pattern=LOGIN)
    name: Text = Field(max_length=LONGEST_NAME, pattern=NAME)
    role: Role


class _Change(BrowserInput):
    """What is to change of an account."""

    locked: bool | None = None
    role: Role | None = None
    name: Text | None = Field(default=None, max_length=LONGEST_NAME, pattern=NAME)

    @model_validator(mode="after")
    def _something(self) -> "_Change":
        if not self.model_fields_set:
            raise ValueError("nothing to change")
        return self


class _Accept(BrowserInput):
    """A password for whoever holds a link."""

    token: Text = Field(max_length=LONGEST_TOKEN)
    password: Text = Field(max_length=MAXIMUM_LENGTH)


class TeamRoutes:
    """Handlers of the accounts' routes."""

    def __init__(
        self,
        door: Door,
        database: Database,
        identity: ClientIdentity,
        throttle: SignInThrottle,
        desk_socket: DeskSocket,
        desk_queue: DeskQueue,
        delivery: Delivery,
        availability: Availability,
        catalogue: Catalogue,
    ) -> None:
        self._door = door
        self._database = database
        self._identity = identity
        self._throttle = throttle
        self._desk_socket = desk_socket
        self._desk_queue = desk_queue
        self._delivery = delivery
        self._availability = availability
        self._catalogue = catalogue

    def routes(self) -> list[web.RouteDef]:
        """The routes to add to the application."""
        door, api = self._door, "/bureau/api"
        return [
            web.get(f"{api}/agents", door.opened(SUPERVISORS, self._everyone)),
            web.post(f"{api}/agents", door.opened(SUPERVISORS, self._invite)),
            web.patch(rf"{api}/agents/{{id:\d{{1,9}}}}", door.opened(SUPERVISORS, self._change)),
            web.post(
                rf"{api}/agents/{{id:\d{{1,9}}}}/invitation",
                door.opened(SUPERVISORS, self._invite_again),
            ),
            web.post(f"{api}/invitation", door.own(self._accept)),
        ]

    async def _everyone(self, _request: web.Request, _supervisor: SignedInAgent) -> web.Response:
        async with self._database.read() as session:
            found = await team.everyone(session)
        return web.json_response(
            {"agents": [supervision_views.team_member(*each) for each in found]}
        )

    async def _invite(self, request: web.Request, _supervisor: SignedInAgent) -> web.Response:
        asked = _Invite.model_validate_json(await request.read())
        async with self._database.write() as session:
            agent, invitation = await team.invite(session, asked.login, asked.name, asked.role)
        return web.json_response(_invited(agent, invitation), status=HTTPStatus.CREATED)

    async def _invite_again(self, request: web.Request, _supervisor: SignedInAgent) -> web.Response:
        async with self._database.write() as session:
            agent, invitation = await team.invite_again(session, int(request.match_info["id"]))
        return web.json_response(_invited(agent, invitation), status=HTTPStatus.CREATED)

    async def _change(self, request: web.Request, supervisor: SignedInAgent) -> web.Response:
        """Change an account; who may no longer answer clients leaves them to the queue."""
        asked = _Change.model_validate_json(await request.read())
        async with self._database.write() as session:
            agent = await team.change(
                session,
                supervisor,
                int(request.match_info["id"]),
                locked=asked.locked,
                role=asked.role,
                name=asked.name,
            )
            gone = agent.locked_at is not None or agent.role not in AGENTS
            released = (
                await release_all(
                    session, agent.id, availability=self._availability, catalogue=self._catalogue
                )
                if gone
                else ()
            )
        await self._desk_socket.end_signed_out()
        await self._desk_queue.publish()
        for case in released:
            await self._delivery.publish(case.conversation_id)
        return web.json_response({})

    async def _accept(self, request: web.Request) -> web.Response:
        """Set the password of whoever holds a link, which is used up."""
        asked = _Accept.model_validate_json(await request.read())
        await self._throttle.count_link(self._identity.client_key(request))
        async with self._database.read() as session:
            invited = await team.invited_by(session, asked.token)
        check_new_password(asked.password, invited.login)
        password_hash = await hash_password(asked.password)
        async with self._database.write() as session:
            agent = await team.accept(session, asked.token, password_hash)
        await self._desk_socket.end_signed_out()
        return web.json_response({"login": agent.login, "role": agent.role})


def _invited(agent: Agent, invitation: team.Invitation) -> dict[str, Any]:
    return {
        "agent": supervision_views.team_member(agent, 0),
        "invitation": {
            "path": f"{INVITATION_PAGE}#{invitation.token}",
            "expires_at": invitation.expires_at.isoformat(),
        },
    }
