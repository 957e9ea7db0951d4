"""What Engine.IO leaves open in the requests of its polling transport: their size and their end."""

import asyncio

from aiohttp import web
from aiohttp.typedefs import Handler

SOCKETS_PATH = "/socket.io/"
# Bytes of one packet, posted or over a WebSocket: far above the longest message, which is refused
# in words.
MAXIMUM_PACKET_BYTES = 128 * 1024
# A post only hands its packets over. Engine.IO ends the session of a bad one by waiting for the
# client to fetch its goodbye, which who sends such things may never do.
POST_SECONDS = 10.0


@web.middleware
async def bound_posts(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse a post to the socket's address that is too large (413), or takes too long (400)."""
    if request.method != "POST" or not request.path.startswith(SOCKETS_PATH):
        return await handler(request)
    if (request.content_length or 0) > MAXIMUM_PACKET_BYTES:
        raise web.HTTPRequestEntityTooLarge(MAXIMUM_PACKET_BYTES, request.content_length or 0)
    try:
        async with asyncio.timeout(POST_SECONDS):
            return await handler(request)
    except TimeoutError:
        raise web.HTTPBadRequest from None
