"""Client of the dialogue engine: one message or payload in, one typed answer out, within a set
time.

The engine runs a message id once and gives its first answer again, so asking again is always safe.
This module must not know conversations or people; what it can't get is an EngineFailed, whatever
the cause.
"""

import asyncio
import zlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Self

import aiohttp
import structlog
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from tenacity import (
    AsyncRetrying,
    retry_if_exception_type,
    retry_if_result,
    stop_after_delay,
    wait_fixed,
    wait_random_exponential,
)
from yarl import URL

from gateway.choices import Choice
from gateway.engine_gate import EngineFailed, EngineGate
from gateway.metrics import Metrics
from gateway.models import Priority

# A client waits this long for an answer, tries included; then a person is called.
TOTAL_SECONDS = 8.0
CONNECT_SECONDS = 2.0
HEALTH_SECONDS = 2.0
# Understanding a line alone takes no time to speak of; whoever asks can do without.
UNDERSTAND_SECONDS = 2.0
READY_LOOK_SECONDS = 0.25
# Waits between tries while the engine can't be reached, which bridges its restart.
FIRST_WAIT_SECONDS = 0.2
LONGEST_WAIT_SECONDS = 1.5
# A browser keeps its conversation for a day (client_identity.py): what comes later reaches nobody.
LATEST_FOLLOW_UP_MINUTES = 24 * 60


log = structlog.get_logger(__name__)


class _FromEngine(BaseModel):
    # hide_input_in_errors: the input is what the assistant tells a client.
    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)


class Handover(_FromEngine):
    """The dialogue asks for a person."""

    reason: str
    priority: Priority = Priority.NORMAL
    probleme: str | None = None
    resume: str
    # What was tried, and what else the client said of it: lines for the agent.
    etapes: Sequence[str] = ()
    details: Sequence[str] = ()


class FollowUpRequest(_FromEngine):
    """The dialogue wants `payload` run that many minutes from now, if nothing happens till then."""

    minutes: int = Field(gt=0, le=LATEST_FOLLOW_UP_MINUTES)
    payload: str = Field(min_length=1)


class Custom(_FromEngine):
    """What a message means beside its words."""

    handover: Handover | None = None
    # The client confirmed that the conversation is to be erased (A4).
    erase: dict[str, Any] | None = None
    follow_up: FollowUpRequest | None = None
    # The client confirmed that nothing is left to solve.
    solved: bool = False


class EngineMessage(_FromEngine):
    """One bubble of the assistant, which may have no words."""

    text: str | None = None
    buttons: Sequence[Choice] = ()
    custom: Custom | None = None


class Filled(_FromEngine):
    """A value the client gave and the dialogue kept."""

    slot: str
    value: str


class Guess(_FromEngine):
    """The likeliest reading of a line that was not understood."""

    intent: str
    confidence: float


class EngineAnswer(_FromEngine):
    """All that one client message or payload brought about."""

    messages: Sequence[EngineMessage]
    requested_slot: str | None = None
    filled: Sequence[Filled] = ()
    intent: str | None = None
    confidence: float = 0.0
    # Where the conversation stands now, if it is on a ladder.
    step: str | None = None
    # Of a line that was not understood; and whether readings of it were offered as choices.
    guess: Guess | None = None
    readings_offered: bool = False

    @property
    def spoken(self) -> Sequence[EngineMessage]:
        """The messages that a client sees."""
        return [message for message in self.messages if message.text or message.buttons]

    @property
    def handover(self) -> Handover | None:
        """The request for a person, if one of the messages carries it."""
        return next(
            (m.custom.handover for m in self.messages if m.custom and m.custom.handover), None
        )

    @property
    def erases(self) -> bool:
        """Whether the conversation is to be erased."""
        return any(m.custom is not None and m.custom.erase is not None for m in self.messages)

    @property
    def solves(self) -> bool:
        """Whether the client confirmed that nothing is left to solve."""
        return any(m.custom is not None and m.custom.solved for m in self.messages)

    @property
    def follow_up(self) -> FollowUpRequest | None:
        """The wish to come back later, if one of the messages carries it; the last one counts."""
        return next(
            (
                m.custom.follow_up
                for m in reversed(self.messages)
                if m.custom and m.custom.follow_up
            ),
            None,
        )


class Understanding(_FromEngine):
    """How the engine reads a line by itself."""

    intent: str
    confidence: float


@dataclass(frozen=True)
class _Worker:
    """One process of the engine: where it listens, and what is before it."""

    url: URL
    gate: EngineGate


class Engine:
    """Speaks to one engine, while entered as a context."""

    _http: aiohttp.ClientSession

    def __init__(self, url: str, secret: str, workers: int, metrics: Metrics) -> None:
        """`url` is the first worker's base; `secret` the bearer token that the engine expects.

        The other workers listen on the ports behind the first one's.
        """
        first = URL(url)
        urls = [first.with_port((first.port or 80) + i) for i in range(workers)]
        self._workers = [_Worker(url, EngineGate(metrics, url.authority)) for url in urls]
        self._headers = {"Authorization": f"Bearer {secret}"}

    async def __aenter__(self) -> Self:
        self._http = aiohttp.ClientSession(
            headers=self._headers,
            timeout=aiohttp.ClientTimeout(total=TOTAL_SECONDS, sock_connect=CONNECT_SECONDS),
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.close()

    async def ask(
        self,
        conversation_id: str,
        message_id: str,
        *,
        text: str,
        payload: str | None,
        client_key: str,
    ) -> EngineAnswer:
        """Have the engine run one client message: a pressed button's `payload`, else `text`.

        Raises EngineFailed once TOTAL_SECONDS are over, or as soon as waiting is of no use; also
        when the client would be left without a word.
        """
        said = {"text": text} if payload is None else {"payload": payload}
        worker = self._worker(conversation_id)
        async with worker.gate.call():
            answer = await self._run(
                self._post_until_reached, worker, conversation_id, message_id, said, client_key
            )
            if not answer.spoken and answer.handover is None:
                raise EngineFailed("silent")
            return answer

    async def follow_up(
        self, conversation_id: str, message_id: str, *, payload: str, client_key: str
    ) -> EngineAnswer:
        """Have the engine run a payload that it asked for itself; it may have nothing to say.

        It is asked once: nobody waits, and whoever asks can do so again later. Raises EngineFailed.
        """
        said = {"payload": payload}
        worker = self._worker(conversation_id)
        async with worker.gate.call():
            return await self._run(
                self._post, worker, conversation_id, message_id, said, client_key
            )

    async def understand(self, conversation_id: str, text: str) -> Understanding | None:
        """How the engine reads a line; None when it can't be had.

        Nothing is said, run or kept: the line is somebody else's to answer.
        """
        url = self._worker(conversation_id).url / "parse"
        timeout = aiohttp.ClientTimeout(total=UNDERSTAND_SECONDS)
        try:
            async with self._http.post(url, json={"text": text}, timeout=timeout) as response:
                if response.status != 200:
                    raise EngineFailed("status", str(response.status))
                return Understanding.model_validate_json(await response.read())
        except (TimeoutError, aiohttp.ClientError, ValidationError, EngineFailed) as error:
            log.warning("line_not_understood", cause=type(error).__name__)
            return None

    async def forget(self, conversation_id: str) -> None:
        """Have the engine forget a conversation; harmless when it has none.

        Raises EngineFailed when it could not be told so.
        """
        # Past the gate: it needs none of what fails a turn, and says nothing of how turns go.
        url = self._worker(conversation_id).url / "conversations" / conversation_id
        try:
            async with self._http.delete(url) as response:
                if response.status != 204:
                    raise EngineFailed("status", str(response.status))
        except TimeoutError:
            raise EngineFailed("timeout") from None
        except aiohttp.ClientError as error:
            raise EngineFailed("unreachable", type(error).__name__) from error

    async def is_ready(self) -> bool:
        """Whether every worker says that it can answer."""
        return all(await asyncio.gather(*(self._is_ready(worker.url) for worker in self._workers)))

    async def _is_ready(self, url: URL) -> bool:
        timeout = aiohttp.ClientTimeout(total=HEALTH_SECONDS)
        try:
            async with self._http.get(url / "health", timeout=timeout) as response:
                return response.status == 200
        except (TimeoutError, aiohttp.ClientError):
            return False

    async def until_ready(self, seconds: float) -> None:
        """Wait until the engine can answer, but no longer than that."""
        looks = AsyncRetrying(
            retry=retry_if_result(lambda ready: not ready),
            stop=stop_after_delay(seconds),
            wait=wait_fixed(READY_LOOK_SECONDS),
            retry_error_callback=lambda _: None,
        )
        await looks(self.is_ready)

    def _worker(self, conversation_id: str) -> _Worker:
        """Always the same for a conversation: it has it at hand."""
        return self._workers[zlib.crc32(conversation_id.encode()) % len(self._workers)]

    async def _run(
        self,
        post: Callable[[URL, dict[str, Any]], Awaitable[bytes]],
        worker: _Worker,
        conversation_id: str,
        message_id: str,
        said: dict[str, str],
        client_key: str,
    ) -> EngineAnswer:
        """The answer to what is said, sent with `post`, within TOTAL_SECONDS."""
        url = worker.url / "conversations" / conversation_id / "messages"
        body = {"message_id": message_id, **said, "metadata": {"client_key": client_key}}
        try:
            async with asyncio.timeout(TOTAL_SECONDS):
                content = await post(url, body)
        except TimeoutError:
            raise EngineFailed("timeout") from None
        except (aiohttp.ClientError, ConnectionError) as error:
            raise EngineFailed("unreachable", type(error).__name__) from error
        try:
            return EngineAnswer.model_validate_json(content)
        except ValidationError as error:
            raise EngineFailed("malformed", f"in {error.error_count()} places") from None

    async def _post_until_reached(self, url: URL, body: dict[str, Any]) -> bytes:
        """The body of a 200, tried again for as long as the engine can't be reached."""
        attempts = AsyncRetrying(
            retry=retry_if_exception_type(
                (aiohttp.ClientConnectionError, ConnectionError),
            ),
            wait=wait_random_exponential(multiplier=FIRST_WAIT_SECONDS, max=LONGEST_WAIT_SECONDS),
            reraise=True,
        )
        async for attempt in attempts:
            with attempt:
                return await self._post(url, body)
        raise AssertionError("unreachable: the attempts end by returning or raising")

    async def _post(self, url: URL, body: dict[str, Any]) -> bytes:
        """The body of a 200."""
        async with self._http.post(url, json=body) as response:
            if response.status != 200:
                raise EngineFailed("status", str(response.status))
            return await response.read()
