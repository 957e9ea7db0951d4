"""The engine's HTTP server, for the gateway alone: loopback, a shared secret, real errors as 5xx.

Contract: docs/engine.md.
"""

import asyncio
import hmac
import json
import logging
import signal
import socket
from collections.abc import Callable

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.turns import ClientMessage, Dialogue, MessageIdReused

# Above the identity backend's 6 s, which an action may wait for, and below the 8 s after which the
# gateway has apologised: a turn must not be kept that nobody was told of.
TURN_TIMEOUT_S = 7.5
MAX_TEXT_LENGTH = 2000
MAX_BODY_BYTES = 64 * 1024

_DIALOGUE = web.AppKey("dialogue", Dialogue)
_logger = logging.getLogger(__name__)


def create_app(dialogue: Dialogue, secret: str) -> web.Application:
    """Returns the application that serves `dialogue` to callers who know `secret`."""

    @web.middleware
    async def authenticate(request: web.Request, handler: Handler) -> web.StreamResponse:
        expected = f"Bearer {secret}".encode()
        given = request.headers.get("Authorization", "").encode(errors="surrogateescape")
        if request.path != "/health" and not hmac.compare_digest(given, expected):
            return web.json_response({"error": "unauthorized"}, status=401)
        return await handler(request)

    app = web.Application(middlewares=[authenticate], client_max_size=MAX_BODY_BYTES)
    app[_DIALOGUE] = dialogue
    app.router.add_get("/health", _health)
    app.router.add_post("/conversations/{conversation_id}/messages", _take_turn)
    app.router.add_post("/parse", _understand)
    app.router.add_delete("/conversations/{conversation_id}", _erase)
    return app


async def serve(
    dialogue: Dialogue, secret: str, listening: socket.socket, tell_ready: Callable[[], None]
) -> None:
    """Serves `dialogue` on a bound socket until SIGTERM; ends the running turns.

    The socket may be others' too: what connects after SIGTERM is left to them.
    """
    runner = web.AppRunner(create_app(dialogue, secret), access_log=None)
    await runner.setup()
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    try:
        port = listening.getsockname()[1]
        await web.SockSite(runner, listening).start()
        _logger.info("engine ready on port %d", port)
        tell_ready()
        await stopped.wait()
    finally:
        await runner.cleanup()


async def _health(request: web.Request) -> web.Response:
    return web.json_response({"status": "ready"})


async def _take_turn(request: web.Request) -> web.Response:
    try:
        message = _parse(await request.json())
    except (json.JSONDecodeError, UnicodeDecodeError, ValueError) as error:
        return web.json_response({"error": str(error)}, status=422)
    turn = request.app[_DIALOGUE].take_turn(request.match_info["conversation_id"], message)
    try:
        return web.json_response(await asyncio.wait_for(turn, TURN_TIMEOUT_S))
    except MessageIdReused:
        return web.json_response({"error": "message_id reused with another content"}, status=409)
    except asyncio.TimeoutError:
        _logger.error("turn timed out after %.1f s", TURN_TIMEOUT_S)
        return web.json_response({"error": "timeout"}, status=504)
    except Exception as failure:
        # Only the type: the message of an exception may quote the client.
        _logger.error("turn failed: %s", type(failure).__name__)
        return web.json_response({"error": "turn failed"}, status=500)


async def _understand(request: web.Request) -> web.Response:
    try:
        text = _text(await request.json())
    except (json.JSONDecodeError, UnicodeDecodeError, ValueError) as error:
        return web.json_response({"error": str(error)}, status=422)
    try:
        return web.json_response(await request.app[_DIALOGUE].understand(text))
    except Exception as failure:
        # Only the type, as above.
        _logger.error("line not read: %s", type(failure).__name__)
        return web.json_response({"error": "line not read"}, status=500)


async def _erase(request: web.Request) -> web.Response:
    await request.app[_DIALOGUE].erase(request.match_info["conversation_id"])
    return web.Response(status=204)


def _text(body: object) -> str:
    text = body.get("text") if isinstance(body, dict) else None
    if not isinstance(text, str) or len(text) > MAX_TEXT_LENGTH:
        raise ValueError(f"text must be a string of at most {MAX_TEXT_LENGTH} characters")
    return text


def _parse(body: object) -> ClientMessage:
    if not isinstance(body, dict):
        raise ValueError("the body must be an object")
    message_id, text, payload = (body.get(key) for key in ("message_id", "text", "payload"))
    metadata = body.get("metadata", {})
    if not isinstance(message_id, str) or not 0 < len(message_id) <= 255:
        raise ValueError("message_id must be a string of 1 to 255 characters")
    if (text is None) == (payload is None):
        raise ValueError("either text or payload is required")
    if text is not None and (not isinstance(text, str) or len(text) > MAX_TEXT_LENGTH):
        raise ValueError(f"text must be a string of at most {MAX_TEXT_LENGTH} characters")
    if payload is not None and (not isinstance(payload, str) or not payload.startswith("/")):
        raise ValueError("payload must be a string that starts with a slash")
    if not isinstance(metadata, dict):
        raise ValueError("metadata must be an object")
    return ClientMessage(id=message_id, metadata=metadata, text=text, payload=payload)
