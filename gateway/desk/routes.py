"""The desk over HTTP: its pages and bundles, signing in and out, and one's own password."""

from http import HTTPStatus
from pathlib import Path

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler
from pydantic import Field, ValidationError

from gateway import views
from gateway.browser_input import BrowserInput, Text
from gateway.client_identity import ClientIdentity
from gateway.desk.agents import Agents, SignedInAgent
from gateway.desk.door import DESK_COOKIE, EVERYONE, Door
from gateway.desk.passwords import MAXIMUM_LENGTH, WeakPassword
from gateway.desk.sign_in_throttle import SignInThrottle
from gateway.desk.socket import DeskSocket
from gateway.models import now
from gateway.peers import Peers
from gateway.refusals import Refused
from gateway.security import DESK_CSP

STATIC_PATH = Path(__file__).parents[1] / "static"
# A browser asks again each time; FileResponse answers 304 by its ETag.
BUNDLE_HEADERS: dict[str, str] = {hdrs.CACHE_CONTROL: "no-cache"}
PAGE_HEADERS = {**BUNDLE_HEADERS, "Content-Security-Policy": DESK_CSP}


class _SignIn(BrowserInput):
    """The body of a sign-in."""

    login: Text = Field(max_length=MAXIMUM_LENGTH)
    password: Text = Field(max_length=MAXIMUM_LENGTH)


class _ChangePassword(BrowserInput):
    """One's own password, as it is and as it is to be."""

    current: Text = Field(max_length=MAXIMUM_LENGTH)
    new: Text = Field(max_length=MAXIMUM_LENGTH)


class DeskRoutes:
    """Handlers of the desk's routes."""

    def __init__(
        self,
        door: Door,
        agents: Agents,
        peers: Peers,
        identity: ClientIdentity,
        throttle: SignInThrottle,
        desk_socket: DeskSocket,
    ) -> None:
        self._door = door
        self._agents = agents
        self._peers = peers
        self._identity = identity
        self._throttle = throttle
        self._desk_socket = desk_socket

    def routes(self) -> list[web.RouteDef]:
        """The routes to add to the application."""
        door = self._door
        return [
            web.get("/bureau", _page("bureau.html")),
            web.get("/bureau/bureau.js", _script("bureau.js")),
            web.get("/bureau/equipe", _page("equipe.html")),
            web.get("/bureau/invitation", _page("invitation.html")),
            web.get("/bureau/equipe.js", _script("equipe.js")),
            web.get("/bureau/gestion", _page("gestion.html")),
            web.get("/bureau/gestion.js", _script("gestion.js")),
            web.get("/bureau/incompris", _page("incompris.html")),
            web.get("/bureau/incompris.js", _script("incompris.js")),
            web.post("/bureau/api/session", door.own(self._sign_in)),
            web.get("/bureau/api/session", door.opened(EVERYONE, self._signed_in)),
            web.delete("/bureau/api/session", door.own(self._sign_out)),
            web.post("/bureau/api/mot-de-passe", door.opened(EVERYONE, self._change_password)),
        ]

    async def _sign_in(self, request: web.Request) -> web.Response:
        """Start a session; an unknown login, a wrong password and an unreadable body read alike."""
        try:
            given = _SignIn.model_validate_json(await request.read())
        except (ValidationError, web.RequestPayloadError):
            return self._door.refusal("refus_identifiants", HTTPStatus.UNAUTHORIZED)
        client_key = self._identity.client_key(request)
        await self._throttle.count_try(given.login, client_key)
        session = await self._agents.sign_in(given.login, given.password)
        if session is None:
            return self._door.refusal("refus_identifiants", HTTPStatus.UNAUTHORIZED)
        await self._throttle.forgive(given.login, client_key)
        token, agent = session
        response = web.json_response({"agent": views.signed_in_agent(agent)})
        self._remember(request, response, token, agent)
        return response

    async def _signed_in(self, _request: web.Request, agent: SignedInAgent) -> web.Response:
        return web.json_response({"agent": views.signed_in_agent(agent)})

    async def _sign_out(self, request: web.Request) -> web.Response:
        """End the session, if there is one, and its open desks."""
        token = request.cookies.get(DESK_COOKIE, "")
        # Anyone may ask, and only one can write: not without a session.
        if await self._agents.access_session(token) is not None:
            await self._agents.sign_out(token)
            await self._desk_socket.end_signed_out()
        response = web.Response(status=HTTPStatus.NO_CONTENT)
        response.del_cookie(DESK_COOKIE, path="/")
        return response

    async def _change_password(self, request: web.Request, agent: SignedInAgent) -> web.Response:
        """Change one's own password: this session goes on under another token, the others end."""
        asked = _ChangePassword.model_validate_json(await request.read())
        client_key = self._identity.client_key(request)
        # No login is written so.
        counted_as = f"#{agent.id}"
        await self._throttle.count_try(counted_as, client_key)
        try:
            token = await self._agents.change_password(agent, asked.current, asked.new)
        except WeakPassword:
            await self._throttle.forgive(counted_as, client_key)
            raise
        if token is None:
            raise Refused("refus_mot_de_passe_actuel")
        await self._throttle.forgive(counted_as, client_key)
        self._desk_socket.carry_over(request.cookies[DESK_COOKIE], token)
        await self._desk_socket.end_signed_out()
        response = web.json_response({})
        self._remember(request, response, token, agent)
        return response

    def _remember(
        self, request: web.Request, response: web.Response, token: str, agent: SignedInAgent
    ) -> None:
        """Give the browser the session, for as long as it lasts."""
        response.set_cookie(
            DESK_COOKIE,
            token,
            max_age=round((agent.expires_at - now()).total_seconds()),
            path="/",
            httponly=True,
            samesite="Strict",
            secure=self._peers.is_https(request),
        )


def _page(name: str) -> Handler:
    async def page(_request: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC_PATH / name, headers=PAGE_HEADERS)

    return page


def _script(name: str) -> Handler:
    async def script(_request: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC_PATH / name, headers=BUNDLE_HEADERS)

    return script
