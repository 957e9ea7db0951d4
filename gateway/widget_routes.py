"""The widget over HTTP: its bundle, and the cookie that gives a browser its conversation."""

from pathlib import Path

from aiohttp import hdrs, web

from gateway.cases import read_state
from gateway.catalogue import Catalogue
from gateway.client_identity import ClientIdentity
from gateway.conversations import append_message, start_conversation
from gateway.database import Database
from gateway.limits import Limits
from gateway.models import Speaker
from gateway.peers import Peers
from gateway.refusals import Refusals, Refused
from gateway.security import Origins

BUNDLE_PATH = Path(__file__).parent / "static" / "clavardage.js"
# A browser asks again each time; FileResponse answers 304 by its ETag.
BUNDLE_HEADERS = {hdrs.CACHE_CONTROL: "no-cache", "Cross-Origin-Resource-Policy": "cross-origin"}
PREFLIGHT_SECONDS = 600


class WidgetRoutes:
    """Handlers of the widget's routes."""

    def __init__(
        self,
        database: Database,
        origins: Origins,
        peers: Peers,
        identity: ClientIdentity,
        limits: Limits,
        catalogue: Catalogue,
        refusals: Refusals,
    ) -> None:
        self._database = database
        self._origins = origins
        self._peers = peers
        self._identity = identity
        self._limits = limits
        self._catalogue = catalogue
        self._refusals = refusals

    def routes(self) -> list[web.RouteDef]:
        """The routes to add to the application."""
        return [
            web.get("/clavardage.js", self._bundle),
            web.post("/api/conversation", self._open_conversation),
            web.options("/api/conversation", self._preflight),
        ]

    async def _bundle(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(BUNDLE_PATH, headers=BUNDLE_HEADERS)

    async def _open_conversation(self, request: web.Request) -> web.Response:
        """Resume the conversation of the cookie, or start one; the cookie starts a new lifetime."""
        if not self._origins.allows(request):
            return web.json_response({"error": "origine_refusee"}, status=403)
        client_key = self._identity.client_key(request)
        try:
            await self._limits.count_event(client_key)
            conversation_id = self._identity.conversation_id(request)
            resumed = conversation_id is not None and await self._exists(conversation_id)
            if conversation_id is None or not resumed:
                await self._limits.count_start(client_key)
                conversation_id = await self._start()
        except Refused as refused:
            refusal = self._refusals.response(refused, status=429)
            refusal.headers.update(_cors_headers(request))
            return refusal
        response = web.json_response({"resumed": resumed}, headers=_cors_headers(request))
        self._identity.remember(response, conversation_id, secure=self._peers.is_https(request))
        return response

    async def _preflight(self, request: web.Request) -> web.Response:
        if not self._origins.allows(request):
            return web.Response(status=403)
        headers = {
            **_cors_headers(request),
            hdrs.ACCESS_CONTROL_ALLOW_METHODS: "POST",
            hdrs.ACCESS_CONTROL_ALLOW_HEADERS: "Content-Type",
            hdrs.ACCESS_CONTROL_MAX_AGE: str(PREFLIGHT_SECONDS),
        }
        return web.Response(status=204, headers=headers)

    async def _exists(self, conversation_id: str) -> bool:
        async with self._database.read() as session:
            return await read_state(session, conversation_id) is not None

    async def _start(self) -> str:
        """Create a conversation that begins with the assistant's greeting."""
        async with self._database.write() as session:
            conversation = await start_conversation(session)
            await append_message(
                session,
                conversation,
                Speaker.BOT,
                self._catalogue.say("accueil"),
                name=self._catalogue.say("nom_assistant"),
                choices=self._catalogue.buttons["problemes"],
            )
            return conversation.id


def _cors_headers(request: web.Request) -> dict[str, str]:
    """Let the page of an origin that was found allowed read the answer, and send its cookie."""
    origin = request.headers.get(hdrs.ORIGIN)
    if origin is None:
        return {hdrs.VARY: hdrs.ORIGIN}
    return {
        hdrs.ACCESS_CONTROL_ALLOW_ORIGIN: origin,
        hdrs.ACCESS_CONTROL_ALLOW_CREDENTIALS: "true",
        hdrs.VARY: hdrs.ORIGIN,
    }
