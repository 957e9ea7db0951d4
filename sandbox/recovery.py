"""Taking a recovery request: replay, throttle and queue, in one transaction.

The API and the portal both come through here. Accounts are not read here at all, so neither the
answer nor its time can depend on them; outbox.py carries the request out afterwards.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from sandbox import throttle
from sandbox.clock import Clock
from sandbox.database import Database
from sandbox.digests import Digests
from sandbox.outbox import Outbox
from sandbox.requests import RecoveryRequest
from sandbox.tables import RememberedAnswer

REMEMBERED_FOR = timedelta(hours=24)
"""How long a repeated Idempotency-Key gets the first answer; part of the contract."""


@dataclass(frozen=True)
class Answer:
    """Accepted when `retry_after_s` is None, throttled otherwise."""

    retry_after_s: int | None


class KeyReusedError(Exception):
    """The Idempotency-Key belongs to another request."""


class Recovery:
    """The service behind both recovery verbs."""

    def __init__(self, database: Database, digests: Digests, outbox: Outbox, clock: Clock) -> None:
        self._database = database
        self._digests = digests
        self._outbox = outbox
        self._clock = clock

    async def take(
        self, request: RecoveryRequest, *, idempotency_key: str, client_key: str
    ) -> Answer:
        """Accepts `request` or says how long to wait; a known key gets its first answer.

        Raises `KeyReusedError`, or `OutboxFullError` when no more can be taken; neither leaves
        a trace.
        """
        now = self._clock()
        digest = self._digests.of("request", type(request).__name__, request.model_dump_json())
        async with self._database.begin() as session:
            remembered = await _recall(session, idempotency_key, now)
            if remembered is not None:
                if remembered.request_digest != digest:
                    raise KeyReusedError
                return Answer(remembered.retry_after_s)
            answer = await self._decide(session, request, client_key, now)
            session.add(
                RememberedAnswer(
                    idempotency_key=idempotency_key,
                    request_digest=digest,
                    retry_after_s=answer.retry_after_s,
                    at=now,
                )
            )
        if answer.retry_after_s is None:
            self._outbox.wake()
        return answer

    async def _decide(
        self, session: AsyncSession, request: RecoveryRequest, client_key: str, now: datetime
    ) -> Answer:
        """Throttled, or accepted: then counted and queued."""
        attempt = throttle.Try(
            action="recovery",
            account=self._digests.of("account", *request.named_account()),
            client=self._digests.of("client", client_key),
        )
        wait_s = await throttle.seconds_to_wait(session, attempt, throttle.RECOVERY_LIMITS, now)
        if wait_s is None:
            await throttle.count(session, attempt, now)
            await self._outbox.add(session, request)
        return Answer(wait_s)


async def _recall(session: AsyncSession, key: str, now: datetime) -> RememberedAnswer | None:
    await session.execute(
        delete(RememberedAnswer).where(RememberedAnswer.at <= now - REMEMBERED_FOR)
    )
    return await session.get(RememberedAnswer, key)
