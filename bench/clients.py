"""One client's conversation: with ours as the widget has it, with stock Rasa over REST."""

import asyncio
import itertools
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import uuid4

import aiohttp

from bench.ledger import Ledger
from bench.scripts import Said, payloads
from bench.wire import Wire, WireBroken
from tests.conversations.transcript import plain

CONNECT_SECONDS = 30.0
# Far beyond any target: what takes longer is lost.
TURN_SECONDS = 60.0


class Lost(Exception):
    """No answer came, or none that the conversation can go on from."""


class Refused(Exception):
    """The gateway did not take a message; the text is what it told the client."""


@dataclass(frozen=True)
class Answer:
    """What the assistant said to one thing said, and how long after all of it was there."""

    seconds: float
    texts: tuple[str, ...]


# When a turn ended, and how.
type End = tuple[float, str]


class Client(Protocol):
    """A conversation under way."""

    @property
    def with_assistant(self) -> bool:
        """Whether the next line goes to the assistant, not to a person."""
        ...

    async def turn(self, said: Said) -> Answer:
        """Says something and returns once all of the answer is there. Raises Lost or Refused."""
        ...


type Opening = Callable[[], AbstractAsyncContextManager[Client]]


class GatewayOpening(Protocol):
    """Opens a conversation with the gateway."""

    def __call__(self, address: str | None = None) -> AbstractAsyncContextManager["GatewayClient"]:
        """Calls from that address of this machine, or from one that nobody has had."""
        ...


class GatewayClient:
    """A widget's connection, which keeps a ledger of all that reaches it."""

    def __init__(self) -> None:
        self.ledger = Ledger()
        self._buttons: dict[str, str] = {}
        self._answers: list[dict[str, Any]] = []
        self._owner = "bot"
        # In the agents' queue, and since when that is known.
        self.place: int | None = None
        self.placed_at = 0.0
        self._greeted = asyncio.Event()
        self._ends: dict[str, asyncio.Future[End]] = {}

    async def connect(self, http: aiohttp.ClientSession, url: str) -> None:
        """Starts a conversation, and returns once greeted. Raises Lost."""
        origin = {"Origin": url}
        try:
            async with http.post(f"{url}/api/conversation", headers=origin) as opened:
                opened.raise_for_status()
                cookies = "; ".join(f"{name}={c.value}" for name, c in opened.cookies.items())
            self._wire = await Wire.connect(
                http, url, {"Cookie": cookies, **origin}, {"last_seq": 0}, self._on_event
            )
            await asyncio.wait_for(self._greeted.wait(), CONNECT_SECONDS)
        except (aiohttp.ClientError, WireBroken, TimeoutError) as error:
            raise Lost(type(error).__name__) from error

    async def close(self) -> None:
        """Disconnects."""
        await self._wire.close()

    @property
    def with_assistant(self) -> bool:
        """Whether the assistant owns the conversation."""
        return self._owner == "bot"

    async def turn(self, said: Said) -> Answer:
        """Says something; the time is from the send to the turn's end."""
        start = time.perf_counter()
        self._answers = []
        end = await self.send(said)
        try:
            ended, status = await asyncio.wait_for(end, TURN_SECONDS)
        except TimeoutError:
            raise Lost("no end of the turn") from None
        if status != "answered":
            raise Lost("an apology")
        texts = [m["text"] for m in self._answers if m["from"]["kind"] == "bot"]
        return Answer(ended - start, tuple(texts))

    async def send(self, said: Said) -> asyncio.Future[End]:
        """Says something and returns once it is stored, with its turn's end to come.

        Raises:
            Refused: it was not taken, and the client was told why.
            Lost: no acknowledgement came, or the button is not on offer.
        """
        message_id = str(uuid4())
        if not said.pressed:
            content = {"text": said.text}
        elif token := self._buttons.get(plain(said.text)):
            content = {"button": token}
        else:
            raise Lost(f"no button {said.text!r}")
        end = self._ends[message_id] = asyncio.get_running_loop().create_future()
        try:
            answer = await self._wire.call("message", {"id": message_id, **content}, TURN_SECONDS)
        except (aiohttp.ClientError, WireBroken, TimeoutError) as error:
            del self._ends[message_id]
            raise Lost(type(error).__name__) from error
        if not answer["ok"]:
            del self._ends[message_id]
            raise Refused(answer["error"])
        self.ledger.accept(message_id, answer["seq"])
        return end

    async def settle(self, seconds: float) -> None:
        """Waits until no turn is open, at most so long."""
        if self._ends:
            await asyncio.wait(self._ends.values(), timeout=seconds)

    def _on_event(self, event: str, content: Any) -> None:
        match event:
            case "history":
                for message in content["messages"]:
                    self._receive(message)
                self._owner = content["state"]["owner"]
                self._greeted.set()
            case "message":
                self._receive(content)
            case "state":
                self._owner = content["owner"]
            case "waiting":
                self.place, self.placed_at = content["position"], time.perf_counter()
            case "turn":
                self.ledger.turn_over(content["id"], content["status"])
                end = self._ends.pop(content["id"], None)
                if end is not None and not end.done():
                    end.set_result((time.perf_counter(), content["status"]))

    def _receive(self, message: dict[str, Any]) -> None:
        self.ledger.receive(message)
        if message["from"]["kind"] == "client":
            self._buttons = {}
        else:
            self._answers.append(message)
            self._buttons |= {plain(b["title"]): b["token"] for b in message["buttons"]}


class StockClient:
    """A sender of Rasa's REST channel."""

    with_assistant = True

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        self._http = http
        self._url = f"{url}/webhooks/rest/webhook"
        self._sender = uuid4().hex
        self._payloads: dict[str, str] = {}

    async def turn(self, said: Said) -> Answer:
        """Says something; the time is that of the request."""
        start = time.perf_counter()
        body = {
            "sender": self._sender,
            "message": self._payload(said.text) if said.pressed else said.text,
            # As the gateway's: each conversation is another client's to the throttles.
            "metadata": {"client_key": self._sender},
        }
        try:
            async with self._http.post(self._url, json=body) as response:
                response.raise_for_status()
                messages = await response.json()
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Lost(type(error).__name__) from error
        seconds = time.perf_counter() - start
        buttons = [b for m in messages for b in m.get("buttons") or []]
        self._payloads = {plain(b["title"]): b["payload"] for b in buttons}
        return Answer(seconds, tuple(m["text"] for m in messages if m.get("text")))

    def _payload(self, title: str) -> str:
        """Of a title on offer; where the dialogue took another branch, of that title elsewhere."""
        known = payloads() | self._payloads
        if plain(title) not in known:
            raise Lost(f"no button {title!r}")
        return known[plain(title)]


_addresses = itertools.count(1)


def next_address() -> str:
    """Returns an address of this machine that no client has had: limits count by address."""
    number = next(_addresses)
    return f"127.{1 + (number >> 16) % 250}.{number >> 8 & 255}.{1 + number % 250}"


@asynccontextmanager
async def open_gateway(url: str, address: str | None = None) -> AsyncIterator[GatewayClient]:
    """A fresh, greeted conversation with the gateway; from `address`, or one nobody has had.

    Raises:
        Lost: it could not be opened.
    """
    async with aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(local_addr=(address or next_address(), 0)),
        timeout=aiohttp.ClientTimeout(CONNECT_SECONDS),
    ) as http:
        client = GatewayClient()
        await client.connect(http, url)
        try:
            yield client
        finally:
            await client.close()


@asynccontextmanager
async def open_stock(url: str) -> AsyncIterator[StockClient]:
    """A fresh sender at stock Rasa's `url`."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(TURN_SECONDS)) as http:
        yield StockClient(http, url)
