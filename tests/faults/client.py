"""A client as the widget is one: sends in order, sends again what was not settled, keeps by `seq`.

It notes whatever a widget could not make sense of, so that a test can find nothing there.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any
from uuid import uuid4

import aiohttp
import socketio
from socketio.exceptions import SocketIOError

# The widget waits 10 s and retries after 1 s; a shorter patience only makes more repeats.
ACKNOWLEDGEMENT_SECONDS = 3.0
RETRY_SECONDS = 0.3
# Above the longest outage here and the answer's own 8 s.
TURN_SECONDS = 60.0


class Client:
    """One conversation's tab."""

    def __init__(self, socket: socketio.AsyncClient) -> None:
        self._socket = socket
        self.messages: list[dict[str, Any]] = []
        # Gaps, repeats and changed numbers in what arrived.
        self.oddities: list[str] = []
        self.sent: list[str] = []
        self._settled: dict[str, str] = {}
        self._state: dict[str, Any] = {}
        self._greeted = asyncio.Event()
        self._news = asyncio.Condition()
        for event in ("history", "message", "state", "turn"):
            socket.on(event, getattr(self, f"_on_{event}"))

    def auth(self) -> dict[str, int]:
        """What this client has, told at each connection."""
        return {"last_seq": self.messages[-1]["seq"] if self.messages else 0}

    @property
    def owner(self) -> str:
        """Who owns the conversation, as last told."""
        return str(self._state["owner"])

    @property
    def waits(self) -> bool:
        """Whether a person has been called."""
        return self.owner == "waiting"

    async def greeted(self) -> None:
        """Wait for the history."""
        await asyncio.wait_for(self._greeted.wait(), TURN_SECONDS)

    async def say(self, text: str) -> list[str]:
        """Say a line, again and again until it is settled; the texts that answered it."""
        line = {"id": str(uuid4()), "text": text}
        self.sent.append(line["id"])
        before = len(self.messages)
        async with asyncio.timeout(TURN_SECONDS):
            while line["id"] not in self._settled:
                await self._send(line)
                with suppress(TimeoutError):
                    async with asyncio.timeout(TURN_SECONDS / 10), self._news:
                        await self._news.wait_for(lambda: line["id"] in self._settled)
        return [m["text"] for m in self.messages[before:] if m["from"]["kind"] != "client"]

    async def _send(self, line: dict[str, str]) -> None:
        """Send once, and wait for the word that it is stored."""
        while True:
            try:
                answer = await self._socket.call("message", line, timeout=ACKNOWLEDGEMENT_SECONDS)
            except SocketIOError:
                await asyncio.sleep(RETRY_SECONDS)
                continue
            if answer["ok"]:
                return
            # Refused in words, with nothing stored: the person presses "Réessayer".
            assert answer["error"].endswith(".")
            await asyncio.sleep(RETRY_SECONDS)

    async def _on_history(self, history: dict[str, Any]) -> None:
        for message in history["messages"]:
            self._keep(message)
        self._state = history["state"]
        self._greeted.set()

    async def _on_message(self, message: dict[str, Any]) -> None:
        self._keep(message)

    async def _on_state(self, state: dict[str, Any]) -> None:
        self._state = state

    async def _on_turn(self, turn: dict[str, Any]) -> None:
        async with self._news:
            if self._settled.setdefault(turn["id"], turn["status"]) != turn["status"]:
                self.oddities.append("a turn ended in two ways")
            self._news.notify_all()

    def _keep(self, message: dict[str, Any]) -> None:
        expected = len(self.messages) + 1
        if message["seq"] != expected:
            self.oddities.append(f"{message['seq']} came for {expected}")
        if message["id"] in {known["id"] for known in self.messages}:
            self.oddities.append("a message came twice")
        self.messages.append(message)


@asynccontextmanager
async def conversation(gateway_url: str, address: str) -> AsyncIterator[Client]:
    """A fresh conversation from that address of this machine; it comes back by itself."""
    async with aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(local_addr=(address, 0)),
        timeout=aiohttp.ClientTimeout(ACKNOWLEDGEMENT_SECONDS),
    ) as http:
        cookie = await _opened(http, gateway_url)
        async with _connected(http, gateway_url, cookie) as client:
            yield client
        async with _connected(http, gateway_url, cookie) as fresh:
            await fresh.greeted()
            if fresh.messages != client.messages:
                client.oddities.append("the transcript differs from what arrived")


async def _opened(http: aiohttp.ClientSession, gateway_url: str) -> str:
    """The cookie of a new conversation, asked for until there is one."""
    async with asyncio.timeout(TURN_SECONDS):
        while True:
            try:
                async with http.post(
                    f"{gateway_url}/api/conversation", headers={"Origin": gateway_url}
                ) as response:
                    if response.status == 200:
                        cookie = response.cookies["assistant_conversation"]
                        return f"assistant_conversation={cookie.value}"
            except (aiohttp.ClientError, TimeoutError):
                pass
            await asyncio.sleep(RETRY_SECONDS)


@asynccontextmanager
async def _connected(
    http: aiohttp.ClientSession, gateway_url: str, cookie: str
) -> AsyncIterator[Client]:
    socket = socketio.AsyncClient(
        http_session=http, reconnection_delay=RETRY_SECONDS, reconnection_delay_max=1
    )
    client = Client(socket)
    while not socket.connected:
        # Killed or stalled between the socket and its namespace, the gateway ends the library's
        # own tries.
        with suppress(SocketIOError, TimeoutError):
            await socket.connect(
                gateway_url,
                headers={"Cookie": cookie, "Origin": gateway_url},
                auth=client.auth,
                transports=["websocket"],
                retry=True,
                wait_timeout=ACKNOWLEDGEMENT_SECONDS,
            )
    try:
        await client.greeted()
        yield client
    finally:
        await socket.disconnect()
