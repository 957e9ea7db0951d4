"""Client of the dialogue engine: one client message in, one typed answer out, within a set time.

The engine runs a message id once and gives its first answer again, so asking again is always safe.
This module must not know conversations or people; what it can't get is an EngineFailed, whatever
the cause.
"""

import asyncio
from collections.abc import Sequence
from typing import Any, Self

import aiohttp
from pydantic import BaseModel, ConfigDict, ValidationError
from tenacity import AsyncRetrying, retry_if_exception_type, wait_random_exponential
from yarl import URL

from gateway.choices import Choice
from gateway.models import Priority

# A client waits this long for an answer, tries included; then a person is called.
TOTAL_SECONDS = 8.0
CONNECT_SECONDS = 2.0
HEALTH_SECONDS = 2.0
# Waits between tries while the engine can't be reached, which bridges its restart.
FIRST_WAIT_SECONDS = 0.2
LONGEST_WAIT_SECONDS = 1.5


class EngineFailed(Exception):
    """The engine gave no usable answer. The text says why and holds nothing a client wrote."""


class _FromEngine(BaseModel):
    # hide_input_in_errors: the input is what the assistant tells a client.
    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)


class Handover(_FromEngine):
    """The dialogue asks for a person."""

    reason: str
    priority: Priority = Priority.NORMAL
    probleme: str | None = None
    resume: str


class Custom(_FromEngine):
    """What a message means beside its words."""

    handover: Handover | None = None
    # The client confirmed that the conversation is to be erased (A4).
    erase: dict[str, Any] | None = None
    # Reminders come later; until then they are only noticed.
    follow_up: Any = None


class EngineMessage(_FromEngine):
    """One bubble of the assistant, which may have no words."""

    text: str | None = None
    buttons: Sequence[Choice] = ()
    custom: Custom | None = None


class Filled(_FromEngine):
    """A value the client gave and the dialogue kept."""

    slot: str
    value: str


class EngineAnswer(_FromEngine):
    """All that one client message brought about."""

    messages: Sequence[EngineMessage]
    requested_slot: str | None = None
    filled: Sequence[Filled] = ()
    intent: str | None = None
    confidence: float = 0.0

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
    def follow_up(self) -> bool:
        """Whether the dialogue wants to come back later."""
        return any(m.custom and m.custom.follow_up for m in self.messages)


class Engine:
    """Speaks to one engine, while entered as a context."""

    _http: aiohttp.ClientSession

    def __init__(self, url: str, secret: str) -> None:
        """`url` is the engine's base; `secret` the bearer token it expects."""
        self._url = URL(url)
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

        Raises EngineFailed once TOTAL_SECONDS are over, or as soon as waiting is of no use.
        """
        url = self._url / "conversations" / conversation_id / "messages"
        said = {"text": text} if payload is None else {"payload": payload}
        body = {"message_id": message_id, **said, "metadata": {"client_key": client_key}}
        try:
            async with asyncio.timeout(TOTAL_SECONDS):
                return _checked(await self._post_until_reached(url, body))
        except TimeoutError:
            raise EngineFailed("timeout") from None
        except aiohttp.ClientError as error:
            raise EngineFailed(type(error).__name__) from error

    async def forget(self, conversation_id: str) -> None:
        """Have the engine forget a conversation; harmless when it has none.

        Raises EngineFailed when it could not be told so.
        """
        try:
            async with self._http.delete(self._url / "conversations" / conversation_id) as response:
                if response.status != 204:
                    raise EngineFailed(f"status {response.status}")
        except (TimeoutError, aiohttp.ClientError) as error:
            raise EngineFailed(type(error).__name__) from error

    async def is_ready(self) -> bool:
        """Whether the engine says that it can answer."""
        timeout = aiohttp.ClientTimeout(total=HEALTH_SECONDS)
        try:
            async with self._http.get(self._url / "health", timeout=timeout) as response:
                return response.status == 200
        except (TimeoutError, aiohttp.ClientError):
            return False

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
                async with self._http.post(url, json=body) as response:
                    if response.status != 200:
                        raise EngineFailed(f"status {response.status}")
                    return await response.read()
        raise AssertionError("unreachable: the attempts end by returning or raising")


def _checked(content: bytes) -> EngineAnswer:
    """The answer in `content`, if it is one and says something."""
    try:
        answer = EngineAnswer.model_validate_json(content)
    except ValidationError as error:
        raise EngineFailed(f"malformed answer, {error.error_count()} errors") from None
    if not answer.spoken and answer.handover is None:
        raise EngineFailed("nothing to say")
    return answer
