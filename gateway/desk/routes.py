"""The desk over HTTP: its page, its bundle, and signing in and out."""

from pathlib import Path

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler
from pydantic import Field, ValidationError

from gateway.browser_input import BrowserInput, Text
from gateway.client_identity import ClientIdentity
from gateway.desk.agents import SESSION_LIFETIME, Agents
from gateway.desk.sign_in_throttle import SignInThrottle
from gateway.desk.socket import DESK_COOKIE, DeskSocket
from gateway.limits import Limits
from gateway.peers import Peers
from gateway.refusals import Refusals, Refused
from gateway.security import DESK_CSP, Origins

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
        agents: Agents,
        origins: Origins,
        peers: Peers,
        identity: ClientIdentity,
        limits: Limits,
        throttle: SignInThrottle,
        desk_socket: DeskSocket,
        refusals: Refusals,
    ) -> None:
        self._agents = agents
        self._origins = origins
        self._peers = peers
        self._identity = identity
        self._limits = limits
        self._throttle = throttle
        self._desk_socket = desk_socket
        self._refusals = refusals

    def routes(self) -> list[web.RouteDef]:
        """The routes to add to the application."""
        return [
            web.get("/bureau", self._page),
            web.get("/bureau/bureau.js", self._bundle),
            web.post("/bureau/api/session", self._sign_in),
            web.get("/bureau/api/session", self._limited(self._signed_in)),
            web.delete("/bureau/api/session", self._limited(self._sign_out)),
        ]

    def _limited(self, handle: Handler) -> Handler:
        """`handle` within the limits of the request's address."""

        async def limited(request: web.Request) -> web.StreamResponse:
            try:
                await self._limits.count_event(self._identity.client_key(request))
            except Refused as refused:
                return self._refusals.response(refused, status=429)
            return await handle(request)

        return limited

    async def _page(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC_PATH / "bureau.html", headers=PAGE_HEADERS)

    async def _bundle(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC_PATH / "bureau.js", headers=BUNDLE_HEADERS)

    async def _sign_in(self, request: web.Request) -> web.Response:
        """Start a session; an unknown login, a wrong password and an unreadable body read alike."""
        if not self._origins.is_own(request):
            return web.json_response({"error": "origine_refusee"}, status=403)
        try:
            given = _SignIn.model_validate_json(await request.read())
        except (ValidationError, web.RequestPayloadError):
            return self._refusal("refus_identifiants", status=401)
        client_key = self._identity.client_key(request)
        try:
            await self._throttle.count_try(given.login, client_key)
        except Refused as refused:
            return self._refusals.response(refused, status=429)
        session = await self._agents.sign_in(given.login, given.password)
        if session is None:
            return self._refusal("refus_identifiants", status=401)
        await self._throttle.forgive(given.login, client_key)
        token, agent = session
        response = web.json_response({"agent": {"name": agent.name}})
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

    async def _signed_in(self, request: web.Request) -> web.Response:
        agent = await self._agents.access_session(request.cookies.get(DESK_COOKIE, ""))
        if agent is None:
            return self._refusal("refus_session", status=401)
        return web.json_response({"agent": {"name": agent.name}})

    async def _sign_out(self, request: web.Request) -> web.Response:
        """End the session, if there is one, and its open desks."""
        if not self._origins.is_own(request):
            return web.json_response({"error": "origine_refusee"}, status=403)
        token = request.cookies.get(DESK_COOKIE, "")
        # Anyone may ask, and only one can write: not without a session.
        if await self._agents.access_session(token) is not None:
            await self._agents.sign_out(token)
            await self._desk_socket.sign_out(token)
        response = web.Response(status=204)
        response.del_cookie(DESK_COOKIE, path="/")
        return response

    def _refusal(self, sentence: str, *, status: int) -> web.Response:
        return self._refusals.response(Refused(sentence), status=status)
