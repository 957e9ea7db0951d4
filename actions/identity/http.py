"""The identity port over the HTTP contract of openapi.yaml.

Owns time-outs, retries and the reading of statuses. A repeated POST is safe because the contract
makes the backend answer a known Idempotency-Key without acting again. Nothing that a client typed
gets into a log line or an exception.
"""

import asyncio
import json
from dataclasses import asdict
from http import HTTPStatus
from types import TracebackType
from typing import Self

import structlog
from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout, DummyCookieJar
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception_type,
    stop_before_delay,
    wait_random_exponential,
)

from actions.identity.port import (
    IdentityRefused,
    IdentityUnavailable,
    PasswordReset,
    RequestContext,
    UserCodeReminder,
)

BUDGET_S = 6.0
"""For a whole call, retries and pauses included: the engine's own turn must end in 8 s."""
TRY_TIMEOUT_S = 2.5
"""For one try, so that a stalled connection leaves time for another."""
FIRST_PAUSE_S = 0.2
LONGEST_PAUSE_S = 1.0
"""Pauses between tries are drawn at random up to a bound that doubles from first to longest, so
that the callers of a backend that comes back don't all arrive at once."""

RETRIED_STATUSES = frozenset(
    {HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT}
)

log = structlog.get_logger(__name__)


class HttpIdentityBackend:
    """An `IdentityBackend` behind an HTTP address.

    Its one session is opened at the first call and shared by all; `close()`, or leaving it as an
    async context manager, closes it.
    """

    def __init__(self, url: str, token: str) -> None:
        """`url`: the contract's base, ending in /identity/v1; `token`: the Bearer token."""
        self._url = url.rstrip("/")
        self._token = token
        self._session: ClientSession | None = None

    async def request_password_reset(self, request: PasswordReset, context: RequestContext) -> None:
        await self._post("/password-resets", asdict(request), context)

    async def request_user_code_reminder(
        self, request: UserCodeReminder, context: RequestContext
    ) -> None:
        await self._post("/user-code-reminders", asdict(request), context)

    async def is_healthy(self) -> bool:
        try:
            async with self._open_session().get(f"{self._url}/health") as response:
                return response.status == HTTPStatus.OK
        except (ClientError, TimeoutError, OSError):
            return False

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    async def _post(self, path: str, body: dict[str, str], context: RequestContext) -> None:
        """One call with its retries, within the budget."""
        retrying = AsyncRetrying(
            retry=retry_if_exception_type(_TransientError),
            wait=_pause,
            stop=stop_before_delay(BUDGET_S),
            reraise=True,
        )
        try:
            async with asyncio.timeout(BUDGET_S):
                await retrying(self._try_once, path, body, context)
        except (TimeoutError, _TransientError) as failure:
            cause = failure.cause if isinstance(failure, _TransientError) else "budget spent"
            log.warning("identity_unavailable", path=path, cause=cause)
            raise IdentityUnavailable(cause) from None
        except IdentityUnavailable as failure:
            log.error("identity_unavailable", path=path, cause=str(failure))
            raise

    async def _try_once(self, path: str, body: dict[str, str], context: RequestContext) -> None:
        headers = {"Idempotency-Key": context.idempotency_key, "Client-Key": context.client_key}
        try:
            async with self._open_session().post(
                f"{self._url}{path}", json=body, headers=headers, allow_redirects=False
            ) as response:
                await _read_answer(response)
        except (ClientError, TimeoutError, OSError) as failure:
            raise _TransientError(type(failure).__name__) from None

    def _open_session(self) -> ClientSession:
        if self._session is None:
            self._session = ClientSession(
                timeout=ClientTimeout(total=TRY_TIMEOUT_S),
                headers={"Authorization": f"Bearer {self._token}"},
                cookie_jar=DummyCookieJar(),
            )
        return self._session


class _TransientError(Exception):
    """A try failed in a way that another one may not; `pause_s` is what the backend asked for."""

    def __init__(self, cause: str, pause_s: float = 0.0) -> None:
        super().__init__(cause)
        self.cause = cause
        self.pause_s = pause_s


async def _read_answer(response: ClientResponse) -> None:
    """Returns for accepted and throttled alike; raises for all else."""
    match response.status:
        case HTTPStatus.ACCEPTED | HTTPStatus.TOO_MANY_REQUESTS:
            return
        case HTTPStatus.UNPROCESSABLE_ENTITY:
            raise IdentityRefused(_refused_fields(await response.read()))
        case status if status in RETRIED_STATUSES:
            raise _TransientError(f"status {status}", _retry_after_s(response))
        case status:
            raise IdentityUnavailable(f"status {status}")


def _refused_fields(body: bytes) -> tuple[str, ...]:
    try:
        return tuple(str(error["field"]) for error in json.loads(body)["errors"])
    except (ValueError, TypeError, KeyError):
        raise IdentityUnavailable("unreadable refusal") from None


def _retry_after_s(response: ClientResponse) -> float:
    """The header in seconds; its other form, a date, is not used by the contract."""
    value = response.headers.get("Retry-After", "")
    return float(value) if value.isdecimal() else 0.0


_jitter = wait_random_exponential(multiplier=FIRST_PAUSE_S, max=LONGEST_PAUSE_S)


def _pause(state: RetryCallState) -> float:
    """Seconds before the next try: at random, and never sooner than the backend asked."""
    failure = state.outcome.exception() if state.outcome else None
    asked_s = failure.pause_s if isinstance(failure, _TransientError) else 0.0
    return asked_s + _jitter(state)
