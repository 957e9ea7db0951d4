"""Bytes on a connection, for what no well-behaved client library would send."""

import asyncio
from urllib.parse import urlsplit

PATIENCE_SECONDS = 5.0
MUCH = 64 * 1024


async def connect(url: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection to the server of `url`."""
    address = urlsplit(url)
    return await asyncio.open_connection(address.hostname, address.port)


async def exchange(url: str, sent: bytes) -> bytes:
    """All that comes back for `sent` until the server closes, or has nothing more to say."""
    reader, writer = await connect(url)
    received = b""
    try:
        writer.write(sent)
        async with asyncio.timeout(PATIENCE_SECONDS):
            await writer.drain()
            received = await reader.read(MUCH)
            writer.write_eof()
            while more := await reader.read(MUCH):
                received += more
    except (ConnectionError, TimeoutError, OSError):
        pass
    finally:
        writer.close()
    return received


def status(received: bytes) -> int | None:
    """The status of the first answer; None when there is no answer."""
    return int(received.split(b" ", 2)[1]) if received.startswith(b"HTTP/1.") else None
