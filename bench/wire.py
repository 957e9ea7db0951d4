"""A thin Socket.IO 5 connection over a WebSocket: what clients cost weighs on the figures.

No reconnection, no binary packets, no namespace but the first: a bench needs none of them.
"""

import asyncio
import itertools
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Self

import aiohttp

# Engine.IO's packets: ping and pong are whole packets, a message is followed by Socket.IO's.
_PING, _PONG = "2", "3"
_CONNECT, _EVENT, _ACK = "40", "42", "43"


class WireBroken(Exception):
    """The connection was refused, or ended."""


class Wire:
    """One open connection. `on_event` is called with each event's name and content, in order."""

    def __init__(
        self, socket: aiohttp.ClientWebSocketResponse, on_event: Callable[[str, Any], None]
    ) -> None:
        self._socket = socket
        self._on_event = on_event
        self._numbers = itertools.count()
        self._acknowledgements: dict[int, asyncio.Future[Any]] = {}
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def connect(
        cls,
        http: aiohttp.ClientSession,
        url: str,
        headers: dict[str, str],
        auth: dict[str, Any],
        on_event: Callable[[str, Any], None],
    ) -> Self:
        """Returns a connection that was accepted. Raises WireBroken or aiohttp's ClientError."""
        address = f"{url}/socket.io/?EIO=4&transport=websocket"
        socket = await http.ws_connect(address, headers=headers)
        await socket.receive()  # the handshake
        await socket.send_str(_CONNECT + json.dumps(auth))
        accepted = await socket.receive()
        if not str(accepted.data).startswith(_CONNECT):
            await socket.close()
            raise WireBroken("refused")
        return cls(socket, on_event)

    async def call(self, event: str, content: Any, timeout_s: float) -> Any:
        """Sends an event; returns its acknowledgement.

        Raises:
            WireBroken, aiohttp.ClientError: the connection is gone.
            TimeoutError: nothing came within `timeout_s`.
        """
        if self._reading.done():
            raise WireBroken("closed")
        number = next(self._numbers)
        answer = self._acknowledgements[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_str(f"{_EVENT}{number}{json.dumps([event, content])}")
        return await asyncio.wait_for(answer, timeout_s)

    async def close(self) -> None:
        """Disconnects."""
        await self._socket.close()
        await self._reading

    async def _read(self) -> None:
        with suppress(aiohttp.ClientError):
            async for frame in self._socket:
                await self._take(frame.data)
        for answer in self._acknowledgements.values():
            if not answer.done():
                answer.set_exception(WireBroken("closed"))

    async def _take(self, packet: str) -> None:
        if packet == _PING:
            await self._socket.send_str(_PONG)
        elif packet.startswith(_EVENT):
            event, content = json.loads(packet[len(_EVENT) :])
            self._on_event(event, content)
        elif packet.startswith(_ACK):
            number, bracket, rest = packet[len(_ACK) :].partition("[")
            answer = self._acknowledgements.pop(int(number))
            if not answer.done():
                answer.set_result(json.loads(bracket + rest)[0])
