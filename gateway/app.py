"""The gateway's application: makes every part once, hands each what it needs, closes what must be.

`create_app(settings)` is the only place where parts meet. What holds a resource is opened and
closed in `cleanup_ctx`; the parts themselves hold no global state, so several applications can run
side by side.
"""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from weakref import WeakSet

import socketio
from aiohttp import WSCloseCode, web
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter

from actions.identity.http import HttpIdentityBackend
from gateway.answers import Answers
from gateway.backlog import Backlog
from gateway.catalogue import load_catalogue
from gateway.client_identity import ClientIdentity
from gateway.client_presence import ClientPresence
from gateway.conversation_keys import check_store_key
from gateway.database import Database
from gateway.delivery import Delivery
from gateway.departures import Departures
from gateway.desk.acts import Acts
from gateway.desk.agents import Agents
from gateway.desk.call_back_routes import CallBackRoutes
from gateway.desk.canned_replies import CannedReplyRoutes, load_canned_replies
from gateway.desk.door import Door
from gateway.desk.presence import AgentPresence
from gateway.desk.queue import DeskQueue
from gateway.desk.resend import Resends
from gateway.desk.routes import DeskRoutes
from gateway.desk.sign_in_throttle import SignInThrottle
from gateway.desk.socket import DeskSocket
from gateway.desk.supervision_routes import SupervisionRoutes
from gateway.desk.team_routes import TeamRoutes
from gateway.engine import TOTAL_SECONDS, Engine
from gateway.follow_ups import FollowUps
from gateway.forgetting import Forgetting
from gateway.handover.availability import Availability
from gateway.handover.clock import Clock
from gateway.health_routes import HealthRoutes
from gateway.intake import Intake
from gateway.limits import Limits
from gateway.manager.counting import Counting
from gateway.manager.inbox_routes import InboxRoutes
from gateway.manager.reviewed_lines import ReviewedLines
from gateway.manager.routes import FigureRoutes
from gateway.masked_copies import MaskedCopies
from gateway.masking import Masking
from gateway.metrics import Metrics
from gateway.metrics_site import MetricsSite
from gateway.peers import Peers
from gateway.refusals import Refusals
from gateway.retention import Retention
from gateway.schema import check_schema
from gateway.sealing import StoreKey
from gateway.security import Origins, SecurityHeaders, widget_page_csp
from gateway.settings import Settings
from gateway.socket_limit import SocketLimit
from gateway.socket_requests import MAXIMUM_PACKET_BYTES, bound_posts
from gateway.turns import Turns
from gateway.widget_routes import WidgetRoutes
from gateway.widget_socket import WidgetSocket

# Of one HTTP body other than a socket's packets.
MAXIMUM_BODY_BYTES = 16 * 1024
# What no training line may be; absent where only the product is.
EVALUATION_LINES = Path(__file__).parents[1] / "tests" / "evaluation" / "lines.tsv"
# A start waits this long for the engine, which loads for some seconds, before it serves.
START_SECONDS = 20.0
# A graceful stop waits this long for the answers under way.
DRAIN_SECONDS = TOTAL_SECONDS
# And then for browsers to say goodbye.
CLOSE_SECONDS = 2.0

ENGINE = web.AppKey("engine", Engine)
DATABASE = web.AppKey("database", Database)
IDENTITY_BACKEND = web.AppKey("identity_backend", HttpIdentityBackend)
TURNS = web.AppKey("turns", Turns)
RETENTION = web.AppKey("retention", Retention)
CLOCK = web.AppKey("clock", Clock)
DESK_QUEUE = web.AppKey("desk_queue", DeskQueue)
AGENT_PRESENCE = web.AppKey("agent_presence", AgentPresence)
CLIENT_PRESENCE = web.AppKey("client_presence", ClientPresence)
FOLLOW_UPS = web.AppKey("follow_ups", FollowUps)
METRICS_SITE = web.AppKey("metrics_site", MetricsSite)
# Untyped: python-socketio has no annotations.
SIO: web.AppKey[Any] = web.AppKey("sio", object)
WEB_SOCKETS = web.AppKey("web_sockets", WeakSet[web.WebSocketResponse])


def create_app(settings: Settings) -> web.Application:
    """The application, ready to be run by aiohttp; nothing is opened before it starts."""
    cookie_secret = settings.cookie_secret.get_secret_value()
    catalogue = load_catalogue()
    metrics = Metrics()
    refusals = Refusals(catalogue, metrics)
    masked_copies = MaskedCopies(Masking(catalogue))
    origins = Origins(settings.allowed_origins)
    peers = Peers(settings.trusted_proxies)
    identity = ClientIdentity(cookie_secret, peers)
    # Not the moving window: in memory it costs ten times as much, more than a message itself.
    limiter = SlidingWindowCounterRateLimiter(MemoryStorage())
    limits = Limits(limiter, settings)
    sockets = SocketLimit(settings.address_sockets, identity, limits, refusals, metrics)
    app = web.Application(
        client_max_size=MAXIMUM_BODY_BYTES, middlewares=[sockets.middleware, bound_posts]
    )
    database = Database(settings.store_url, StoreKey(settings.store_key.get_secret_value()))
    engine = Engine(
        str(settings.engine_url),
        settings.engine_secret.get_secret_value(),
        settings.engine_workers,
        metrics,
    )
    sio = _socket_server(origins)
    agents = Agents(database)
    delivery = Delivery(database, catalogue.say("nom_assistant"), metrics)
    availability = Availability(settings)
    answer_within = timedelta(seconds=settings.agent_silent_seconds)
    desk_queue = DeskQueue(sio, database, delivery, availability, catalogue)
    agent_presence = AgentPresence(sio, database, availability, desk_queue)
    client_presence = ClientPresence(database, delivery, desk_queue)
    backlog = Backlog(settings.longest_wait_seconds)
    forgetting = Forgetting(database, engine)
    answers = Answers(database, forgetting, delivery, availability, masked_copies, catalogue)
    turns = Turns(
        database,
        engine,
        answers,
        masked_copies,
        delivery,
        desk_queue,
        availability,
        timedelta(hours=settings.reopening_hours),
        catalogue,
        backlog,
        metrics,
    )
    intake = Intake(database, limits, backlog, answer_within)
    widget_socket = WidgetSocket(
        sio,
        database,
        origins,
        identity,
        limits,
        intake,
        turns,
        delivery,
        client_presence,
        refusals,
        sockets,
    )
    identity_backend = HttpIdentityBackend(
        str(settings.identity_url), settings.identity_token.get_secret_value()
    )
    resends = Resends(database, identity_backend, masked_copies, delivery, catalogue)
    acts = Acts(
        database,
        masked_copies,
        delivery,
        desk_queue,
        resends,
        availability,
        answer_within,
        catalogue,
        refusals,
    )
    desk_socket = DeskSocket(
        sio,
        database,
        origins,
        agents,
        masked_copies,
        delivery,
        desk_queue,
        agent_presence,
        availability,
        answer_within,
        acts,
        catalogue,
        refusals,
        sockets,
    )

    widget_socket.register()
    desk_socket.register()
    sio.attach(app)
    throttle = SignInThrottle(limiter)
    door = Door(agents, origins, identity, limits, refusals)
    departures = Departures(database, forgetting, turns, delivery, desk_queue, catalogue)
    widget_routes = WidgetRoutes(
        database,
        origins,
        peers,
        identity,
        limits,
        intake,
        turns,
        departures,
        catalogue,
        refusals,
        widget_page_csp(settings.allowed_origins),
    )
    app.add_routes(widget_routes.routes())
    app.add_routes(DeskRoutes(door, agents, peers, identity, throttle, desk_socket).routes())
    app.add_routes(
        TeamRoutes(
            door,
            database,
            identity,
            throttle,
            desk_socket,
            desk_queue,
            delivery,
            availability,
            catalogue,
        ).routes()
    )
    app.add_routes(CannedReplyRoutes(door, load_canned_replies(catalogue.facts)).routes())
    app.add_routes(
        CallBackRoutes(
            door, database, masked_copies, desk_queue, availability.hours, catalogue
        ).routes()
    )
    app.add_routes(SupervisionRoutes(door, database, masked_copies, acts, catalogue).routes())
    app.add_routes(FigureRoutes(door, database, catalogue, settings.call_minutes).routes())
    reviewed_lines = ReviewedLines(settings.training_dir, EVALUATION_LINES)
    app.add_routes(InboxRoutes(door, database, reviewed_lines, catalogue).routes())
    app.add_routes(HealthRoutes(database, engine).routes())

    app[DATABASE], app[ENGINE], app[TURNS], app[SIO] = database, engine, turns, sio
    app[IDENTITY_BACKEND] = identity_backend
    app[RETENTION] = Retention(database, Counting(database), forgetting, settings.retention_days)
    app[DESK_QUEUE], app[AGENT_PRESENCE] = desk_queue, agent_presence
    app[CLIENT_PRESENCE] = client_presence
    app[CLOCK] = Clock(database, settings, availability, client_presence, desk_queue, catalogue)
    app[FOLLOW_UPS] = FollowUps(database, turns.wake)
    app[METRICS_SITE] = MetricsSite(metrics, database, settings.metrics_port)
    app[WEB_SOCKETS] = WeakSet()
    app.on_response_prepare.extend([SecurityHeaders(peers).add, _remember_web_socket])
    app.cleanup_ctx.extend(
        [
            _open_database,
            _open_engine,
            _close_identity_backend,
            _serve_metrics,
            _run_turns,
            _keep_time,
        ]
    )
    app.on_shutdown.append(_stop)
    return app


class _TextPacket(socketio.packet.Packet):  # type: ignore[misc]  # untyped
    """A packet that is not searched for bytes: none are sent, and a long queue is half the work."""

    uses_binary_events = False


def _socket_server(origins: Origins) -> Any:
    """The Socket.IO server: other sites are refused before a socket is opened."""
    return socketio.AsyncServer(
        async_mode="aiohttp",
        cors_allowed_origins=lambda _origin, environ: origins.allows(environ["aiohttp.request"]),
        max_http_buffer_size=MAXIMUM_PACKET_BYTES,
        serializer=_TextPacket,
    )


async def _open_database(app: web.Application) -> AsyncIterator[None]:
    await check_schema(app[DATABASE])
    await check_store_key(app[DATABASE])
    # Before anybody is promised an agent who was there when a former process ended.
    await app[AGENT_PRESENCE].start()
    await app[CLIENT_PRESENCE].start()
    yield
    await app[DATABASE].close()


async def _open_engine(app: web.Application) -> AsyncIterator[None]:
    async with app[ENGINE]:
        yield


async def _close_identity_backend(app: web.Application) -> AsyncIterator[None]:
    # It opens by itself, at the first request.
    async with app[IDENTITY_BACKEND]:
        yield


async def _serve_metrics(app: web.Application) -> AsyncIterator[None]:
    async with app[METRICS_SITE].served():
        yield


async def _run_turns(app: web.Application) -> AsyncIterator[None]:
    # Both may have been started together: nobody is to get an apology for that.
    await app[ENGINE].until_ready(START_SECONDS)
    await app[TURNS].recover()
    yield


async def _keep_time(app: web.Application) -> AsyncIterator[None]:
    async with (
        _running(app[RETENTION].run()),
        _running(app[FOLLOW_UPS].run()),
        _running(app[CLOCK].run()),
        _running(app[DESK_QUEUE].run()),
    ):
        yield


@asynccontextmanager
async def _running(endless: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Have `endless` run while the block does."""
    task = asyncio.create_task(endless)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _remember_web_socket(request: web.Request, response: web.StreamResponse) -> None:
    """Signal handler: keep the sockets that `_stop` must close."""
    if isinstance(response, web.WebSocketResponse):
        request.app[WEB_SOCKETS].add(response)


async def _stop(app: web.Application) -> None:
    """Let running answers reach their clients, then close the sockets: they never end alone."""
    await app[TURNS].drain(DRAIN_SECONDS)
    closing = [
        asyncio.create_task(web_socket.close(code=WSCloseCode.GOING_AWAY))
        for web_socket in app[WEB_SOCKETS]
    ]
    if closing:
        await asyncio.wait(closing, timeout=CLOSE_SECONDS)
    await app[SIO].shutdown()
