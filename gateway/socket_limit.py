"""A bound on the sockets that one address has open at the same time.

Counted are the requests of Socket.IO that are under way: a WebSocket is one for as long as it is
open, a polling browser is one while it polls. A new connection also counts as an event of its
address, so that connections can't be made at any speed.
"""

from collections import Counter

from aiohttp import web
from aiohttp.typedefs import Handler
from socketio.exceptions import ConnectionRefusedError as SocketRefused

from gateway.client_identity import ClientIdentity
from gateway.limits import Limits
from gateway.metrics import Metrics
from gateway.refusals import Refusals, Refused
from gateway.socket_requests import SOCKETS_PATH

# How soon a socket that was one too many may be tried again.
RETRY_SECONDS = 30


class SocketLimit:
    """Counts the open sockets of each address."""

    def __init__(
        self,
        maximum: int,
        identity: ClientIdentity,
        limits: Limits,
        refusals: Refusals,
        metrics: Metrics,
    ) -> None:
        """`maximum` is for one address; 0 means no bound."""
        self._maximum = maximum
        self._identity = identity
        self._limits = limits
        self._refusals = refusals
        self._metrics = metrics
        self._open: Counter[str] = Counter()

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Have `handler` serve a socket if its address may have one more."""
        if request.path != SOCKETS_PATH:
            return await handler(request)
        client_key = self._identity.client_key(request)
        try:
            if "sid" not in request.query:
                await self._limits.count_event(client_key)
            if self._maximum and self._open[client_key] >= self._maximum:
                raise Refused("refus_connexions", retry_after_seconds=RETRY_SECONDS)
        except Refused as refused:
            return self._refusals.response(refused, status=429)
        self._open[client_key] += 1
        try:
            with self._metrics.open_sockets.track_inprogress():
                return await handler(request)
        finally:
            self._open[client_key] -= 1
            if not self._open[client_key]:
                del self._open[client_key]

    async def admit(self, request: web.Request) -> None:
        """Count a connection to a namespace: one socket can make any number of them."""
        try:
            await self._limits.count_event(self._identity.client_key(request))
        except Refused as refused:
            raise SocketRefused(self._refusals.say(refused)) from None
