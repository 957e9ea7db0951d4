"""The door of every HTTP handler behind the sign-in: who asks, from where, and what they may.

Handlers get the agent; they must not look at cookies, origins or limits again.
"""

from collections.abc import Awaitable, Callable
from http import HTTPMethod, HTTPStatus

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler
from pydantic import ValidationError

from gateway.client_identity import ClientIdentity
from gateway.desk.agents import Agents, SignedInAgent
from gateway.limits import Limits
from gateway.models import Role
from gateway.refusals import Refusals, Refused
from gateway.security import Origins

DESK_COOKIE = "assistant_bureau"
JSON = "application/json"
EVERYONE = frozenset(Role)
# Who may read conversations and answer in them; who may see what is counted.
AGENTS = frozenset({Role.AGENT, Role.SUPERVISOR})
MANAGERS = frozenset({Role.MANAGER, Role.SUPERVISOR})
SUPERVISORS = frozenset({Role.SUPERVISOR})

type AgentHandler = Callable[[web.Request, SignedInAgent], Awaitable[web.StreamResponse]]


class Door:
    """Lets signed-in agents through, each to what their role may."""

    def __init__(
        self,
        agents: Agents,
        origins: Origins,
        identity: ClientIdentity,
        limits: Limits,
        refusals: Refusals,
    ) -> None:
        self._agents = agents
        self._origins = origins
        self._identity = identity
        self._limits = limits
        self._refusals = refusals

    def limited(self, handle: Handler) -> Handler:
        """`handle` within the limits of the request's address; a Refused becomes its sentence."""

        async def limited(request: web.Request) -> web.StreamResponse:
            try:
                await self._limits.count_event(self._identity.client_key(request))
                return await handle(request)
            except Refused as refused:
                too_many = refused.retry_after_seconds is not None
                status = HTTPStatus.TOO_MANY_REQUESTS if too_many else HTTPStatus.CONFLICT
                return self._refusals.response(refused, status=status)
            except (ValidationError, web.RequestPayloadError):
                return self.refusal("refus_illisible", HTTPStatus.UNPROCESSABLE_ENTITY)

        return limited

    def own(self, handle: Handler) -> Handler:
        """`handle`, limited, for JSON of the gateway's own pages only: what changes something.

        No other site's page can send that in a person's name (CSRF).
        """

        async def own(request: web.Request) -> web.StreamResponse:
            if not self._origins.is_own(request):
                return web.json_response({"error": "origine_refusee"}, status=HTTPStatus.FORBIDDEN)
            if request.body_exists and request.headers.get(hdrs.CONTENT_TYPE) != JSON:
                return self.refusal("refus_illisible", HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
            return await handle(request)

        return self.limited(own)

    def opened(self, roles: frozenset[Role], handle: AgentHandler) -> Handler:
        """`handle` for signed-in agents of these roles; anything but GET as `own`."""

        async def opened(request: web.Request) -> web.StreamResponse:
            # First, however long it takes to come: nobody is let in, and then goes on sending.
            await request.read()
            agent = await self._agents.access_session(request.cookies.get(DESK_COOKIE, ""))
            if agent is None:
                return self.refusal("refus_session", HTTPStatus.UNAUTHORIZED)
            if agent.role not in roles:
                return self.refusal("refus_role", HTTPStatus.FORBIDDEN)
            return await handle(request, agent)

        safe, changing = self.limited(opened), self.own(opened)

        async def either(request: web.Request) -> web.StreamResponse:
            is_safe = request.method in {HTTPMethod.GET, HTTPMethod.HEAD}
            return await (safe if is_safe else changing)(request)

        return either

    def refusal(self, sentence: str, status: HTTPStatus) -> web.Response:
        """The answer to what is refused, in words."""
        return self._refusals.response(Refused(sentence), status=status)
