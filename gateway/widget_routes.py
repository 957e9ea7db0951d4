"""The widget over HTTP: its files, and how a browser gets, leaves and erases its conversation.

A conversation is known by a cookie; where browsers keep none (the page is on another site than the
gateway), by a token that the page sends itself.
"""

from pathlib import Path
from typing import Any
from uuid import uuid4

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler

from gateway.catalogue import Catalogue
from gateway.choices import Choice
from gateway.client_identity import ClientIdentity
from gateway.conversations import (
    access_conversation,
    append_message,
    offer_choice,
    start_conversation,
)
from gateway.database import Database
from gateway.departures import Departures
from gateway.devices import device_of
from gateway.handover.cases import read_state
from gateway.handover.ownership import Owner
from gateway.intake import ClientLine, Intake
from gateway.limits import Limits
from gateway.models import Speaker
from gateway.peers import Peers
from gateway.refusals import Refusals, Refused
from gateway.security import Origins, is_cross_site
from gateway.turns import Turns

STATIC_PATH = Path(__file__).parent / "static"
# A browser asks again each time; FileResponse answers 304 by its ETag.
BUNDLE_HEADERS = {hdrs.CACHE_CONTROL: "no-cache", "Cross-Origin-Resource-Policy": "cross-origin"}
PREFLIGHT_SECONDS = 600
# So many times in a day may a browser end its conversation, and its tabs still meet in the next.
LONGEST_CHAIN = 20
# A page whose cookie did not come back says so, and gets a token.
WITHOUT_COOKIE = "sans-temoin"


class WidgetRoutes:
    """Handlers of the widget's routes."""

    def __init__(
        self,
        database: Database,
        origins: Origins,
        peers: Peers,
        identity: ClientIdentity,
        limits: Limits,
        intake: Intake,
        turns: Turns,
        departures: Departures,
        catalogue: Catalogue,
        refusals: Refusals,
        frame_policy: str,
    ) -> None:
        """`frame_policy` is the Content-Security-Policy of the page for frames."""
        self._database = database
        self._origins = origins
        self._peers = peers
        self._identity = identity
        self._limits = limits
        self._intake = intake
        self._turns = turns
        self._departures = departures
        self._catalogue = catalogue
        self._refusals = refusals
        self._frame_headers = {
            hdrs.CACHE_CONTROL: "no-cache",
            "Content-Security-Policy": frame_policy,
        }

    def routes(self) -> list[web.RouteDef]:
        """The routes to add to the application."""
        return [
            web.get("/clavardage.js", self._bundle),
            web.get("/clavardage", self._frame),
            web.get("/icone.svg", self._icon),
            web.post("/api/conversation", self._guarded(self._open_conversation)),
            web.delete("/api/conversation", self._guarded(self._erase_conversation)),
            web.post("/api/conversation/fin", self._guarded(self._end_conversation)),
            web.options("/api/conversation", self._preflight),
            web.options("/api/conversation/fin", self._preflight),
        ]

    async def _bundle(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC_PATH / "clavardage.js", headers=BUNDLE_HEADERS)

    async def _frame(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC_PATH / "clavardage.html", headers=self._frame_headers)

    async def _icon(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC_PATH / "icone.svg", headers={hdrs.CACHE_CONTROL: "no-cache"})

    def _guarded(self, handle: Handler) -> Handler:
        """`handle` for pages of allowed origins, which may read its answer, within the limits."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            if not self._origins.allows(request):
                return web.json_response({"error": "origine_refusee"}, status=403)
            try:
                await self._limits.count_event(self._identity.client_key(request))
                response = await handle(request)
            except Refused as refused:
                response = self._refusals.response(refused, status=429)
            response.headers.update(_cors_headers(request))
            return response

        return guarded

    async def _open_conversation(self, request: web.Request) -> web.Response:
        """Resume the browser's conversation, or start one; its lifetime starts anew.

        `contexte` is what the page is about: a new conversation begins with it, and one that is
        under way gets it back as a choice (`offer`).
        """
        conversation_id, resumed = await self._resume_or_start(request)
        content: dict[str, Any] = {"resumed": resumed}
        context = self._catalogue.contexts.get(request.query.get("contexte", ""))
        if context is not None:
            token = await self._offer(conversation_id, context)
            if token is not None and resumed:
                content["offer"] = {"title": context.title, "token": token}
            elif token is not None:
                await self._press(request, conversation_id, token)
        if _keeps_no_cookie(request):
            return web.json_response({**content, "token": self._identity.token(conversation_id)})
        response = web.json_response(content)
        self._identity.remember(response, conversation_id, secure=self._peers.is_https(request))
        return response

    async def _end_conversation(self, request: web.Request) -> web.Response:
        """End the browser's conversation for good: opening one gives another."""
        conversation_id = await self._newest(self._known(request))
        if conversation_id is not None:
            await self._departures.end(conversation_id)
        return web.Response(status=204)

    async def _erase_conversation(self, request: web.Request) -> web.Response:
        """Erase the browser's conversation, and take its cookie back."""
        conversation_id = await self._newest(self._known(request))
        if conversation_id is not None:
            await self._departures.erase(conversation_id)
        response = web.Response(status=204)
        self._identity.forget(response)
        return response

    async def _preflight(self, request: web.Request) -> web.Response:
        if not self._origins.allows(request):
            return web.Response(status=403)
        headers = {
            **_cors_headers(request),
            hdrs.ACCESS_CONTROL_ALLOW_METHODS: "POST, DELETE",
            hdrs.ACCESS_CONTROL_ALLOW_HEADERS: "Authorization, Content-Type",
            hdrs.ACCESS_CONTROL_MAX_AGE: str(PREFLIGHT_SECONDS),
        }
        return web.Response(status=204, headers=headers)

    def _known(self, request: web.Request) -> str | None:
        """The conversation the request says it is of. A token is never given for a cookie's."""
        if _keeps_no_cookie(request):
            return self._identity.conversation_of_header(request)
        return self._identity.conversation_of_cookie(request)

    async def _newest(self, conversation_id: str | None) -> str | None:
        """That conversation, or the last of those that follow it; None when there is none.

        Also when too many follow: each costs a look into the store.
        """
        newest = None
        for _ in range(LONGEST_CHAIN):
            if conversation_id is None:
                return newest
            async with self._database.read() as session:
                state = await read_state(session, conversation_id)
            if state is None:
                return newest
            newest = conversation_id
            ended = state.owner is Owner.ENDED
            conversation_id = self._identity.successor(newest) if ended else None
        return newest if conversation_id is None else None

    async def _resume_or_start(self, request: web.Request) -> tuple[str, bool]:
        """The conversation to go on with, and whether it was there; a new one is greeted."""
        newest = await self._newest(self._known(request))
        async with self._database.write() as session:
            successor = None
            if newest is not None:
                if (await access_conversation(session, newest)).owner is not Owner.ENDED:
                    return newest, True
                successor = self._identity.successor(newest)
                if await read_state(session, successor) is not None:
                    return successor, True  # another tab was faster
            await self._limits.count_start(self._identity.client_key(request))
            conversation = await start_conversation(session, successor)
            # Only one that ended has a successor.
            conversation.predecessor_id = newest
            conversation.device = device_of(
                request.headers.get(hdrs.USER_AGENT, ""), self._catalogue
            )
            await append_message(
                session,
                conversation,
                Speaker.BOT,
                self._catalogue.say("accueil"),
                name=self._catalogue.say("nom_assistant"),
                choices=self._catalogue.buttons["problemes"],
            )
            return conversation.id, False

    async def _offer(self, conversation_id: str, choice: Choice) -> str | None:
        """The token of a choice to offer; None where it has been taken or a person answers."""
        async with self._database.write() as session:
            conversation = await access_conversation(session, conversation_id)
            if conversation.owner is not Owner.BOT:
                return None
            return await offer_choice(session, conversation, choice)

    async def _press(self, request: web.Request, conversation_id: str, token: str) -> None:
        """Take a choice in the client's place; refused, it is left to them."""
        line = ClientLine(id=str(uuid4()), text=None, button=token)
        try:
            await self._intake.accept(conversation_id, line, self._identity.client_key(request))
        except Refused as refused:
            self._refusals.say(refused)
            return
        self._turns.wake(conversation_id)


def _keeps_no_cookie(request: web.Request) -> bool:
    """Whether the page that sent the request must be known by a token."""
    return (
        hdrs.AUTHORIZATION in request.headers
        or is_cross_site(request)
        or WITHOUT_COOKIE in request.query
    )


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
