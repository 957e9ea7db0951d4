"""The desk over HTTP: its page, its bundle, and signing in and out."""

from http import HTTPStatus
from pathlib import Path

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler
from pydantic import Field, ValidationError

from gateway import views
from gateway.browser_input import BrowserInput, Text
from gateway.client_identity import ClientIdentity
from gateway.desk.agents import SESSION_LIFETIME, Agents, SignedInAgent
from gateway.desk.door import DESK_COOKIE, EVERYONE, Door
from gateway.desk.sign_in_throttle import SignInThrottle
from gateway.desk.socket import DeskSocket
from gateway.peers import Peers
from gateway.refusals import Refusals, Refused
from gateway.security import DESK_CSP

STATIC_PATH = Path(__file__).parents[1] / "static"
# A browser asks again each time; FileResponse answers 304 by its ETag.
BUNDLE_HEADERS: dict[str, str] = {hdrs.CACHE_CONTROL: "no-cache"}
PAGE_HEADERS = {**BUNDLE_HEADERS, "Content-Security-Policy": DESK_CSP}
# Longer ones would only make the hash work.
MAXIMUM_CREDENTIAL_LENGTH = 200


class _SignIn(BrowserInput):
    """The body of a sign-in."""

    login: Text = Field(max_length=MAXIMUM_CREDENTIAL_LENGTH)
    password: Text = Field(max_length=MAXIMUM_CREDENTIAL_LENGTH)


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
        refusals: Refusals,
    ) -> None:
        self._door = door
        self._agents = agents
        self._peers = peers
        self._identity = identity
        self._throttle = throttle
        self._desk_socket = desk_socket
        self._refusals = refusals

    def routes(self) -> list[web.RouteDef]:
        """The routes to add to the application."""
        door = self._door
        return [
            web.get("/bureau", _page("bureau.html")),
            web.get("/bureau/bureau.js", _script("bureau.js")),
            web.post("/bureau/api/session", door.own(self._sign_in)),
            web.get("/bureau/api/session", door.opened(EVERYONE, self._signed_in)),
            web.delete("/bureau/api/session", door.own(self._sign_out)),
        ]

    async def _sign_in(self, request: web.Request) -> web.Response:
        """Start a session; an unknown login, a wrong password and an unreadable body read alike."""
        try:
            given = _SignIn.model_validate_json(await request.read())
        except (ValidationError, web.RequestPayloadError):
            return self._door.refusal("refus_identifiants", HTTPStatus.UNAUTHORIZED)
        client_key = self._identity.client_key(request)
        try:
            await self._throttle.count_try(given.login, client_key)
        except Refused as refused:
            return self._refusals.response(refused, status=HTTPStatus.TOO_MANY_REQUESTS)
        session = await self._agents.sign_in(given.login, given.password)
        if session is None:
            return self._door.refusal("refus_identifiants", HTTPStatus.UNAUTHORIZED)
        await self._throttle.forgive(given.login, client_key)
        token, agent = session
        response = web.json_response({"agent": views.signed_in_agent(agent)})
        response.set_cookie(
            DESK_COOKIE,
            token,
            max_age=int(SESSION_LIFETIME.total_seconds()),
            path="/",
            httponly=True,
            samesite="Strict",
            secure=self._peers.is_https(request),
        )
        return response

    async def _signed_in(self, _request: web.Request, agent: SignedInAgent) -> web.Response:
        return web.json_response({"agent": views.signed_in_agent(agent)})

    async def _sign_out(self, request: web.Request) -> web.Response:
        """End the session, if there is one, and its open desks."""
        token = request.cookies.get(DESK_COOKIE, "")
        # Anyone may ask, and only one can write: not without a session.
        if await self._agents.access_session(token) is not None:
            await self._agents.sign_out(token)
            await self._desk_socket.sign_out(token)
        response = web.Response(status=HTTPStatus.NO_CONTENT)
        response.del_cookie(DESK_COOKIE, path="/")
        return response


def _page(name: str) -> Handler:
    async def page(_request: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC_PATH / name, headers=PAGE_HEADERS)

    return page


def _script(name: str) -> Handler:
    async def script(_request: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC_PATH / name, headers=BUNDLE_HEADERS)

    return script
