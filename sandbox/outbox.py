"""Accepted requests on their way to being carried out.

A request is a row from the moment it is accepted until its mail has left, so a restart loses none.
A failing mail server is tried again at growing intervals. A process that dies after the server
took a mail and before the row is gone sends a second one: its newer link is the one that works.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta

import structlog
from sqlalchemy import delete, func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from sandbox.clock import Clock
from sandbox.database import Database
from sandbox.requests import RECOVERY_REQUEST, RecoveryRequest
from sandbox.tables import Job

CAPACITY = 1_000
"""Requests waiting at once. At a few milliseconds each, more means that mail has long been down."""
SHORTEST_DELAY_S, LONGEST_DELAY_S = 0.2, 0.8
"""A request waits this long, at random, before it is carried out: the work for an account that
exists must not slow the answer to the request itself nor to the next one."""
PAUSES_AFTER_FAILURE_S = (5, 30, 120, 600)
"""Before the second try, the third...; in all within the 30 minutes that clients are told (F6)."""
LONGEST_SLEEP_S = 1.0
"""While something waits for its time: the clock may be set meanwhile."""

log = structlog.get_logger(__name__)
_random = secrets.SystemRandom()


class OutboxFullError(Exception):
    """No more requests can be taken for now."""


class Outbox:
    """The queue, and the one worker that empties it in order of time due."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        carry_out: Callable[[RecoveryRequest], Awaitable[None]],
    ) -> None:
        """`carry_out` does what a request asks for; an exception means: try again later."""
        self._database = database
        self._clock = clock
        self._carry_out = carry_out
        self._work_arrived = asyncio.Event()

    async def add(self, session: AsyncSession, request: RecoveryRequest) -> None:
        """Queues `request` in the caller's transaction; raises `OutboxFullError`."""
        waiting = await session.scalar(select(func.count()).select_from(Job))
        if waiting is not None and waiting >= CAPACITY:
            raise OutboxFullError
        delay_s = _random.uniform(SHORTEST_DELAY_S, LONGEST_DELAY_S)
        due_at = self._clock() + timedelta(seconds=delay_s)
        session.add(Job(request=request.model_dump(mode="json"), due_at=due_at))

    def wake(self) -> None:
        """To be called once the transaction of `add` is committed."""
        self._work_arrived.set()

    async def run(self) -> None:
        """Carries out what is due, until cancelled."""
        while True:
            try:
                while await self._carry_out_one():
                    pass
                pause_s = await self._seconds_to_sleep()
            except SQLAlchemyError as error:
                log.error("outbox_database_failed", cause=type(error).__name__)
                pause_s = LONGEST_SLEEP_S
            with suppress(TimeoutError):
                async with asyncio.timeout(pause_s):
                    await self._work_arrived.wait()
            self._work_arrived.clear()

    async def _carry_out_one(self) -> bool:
        """Tries the request that has been due longest; False when none is due."""
        job = await self._claim()
        if job is None:
            return False
        try:
            await self._carry_out(RECOVERY_REQUEST.validate_python(job.request))
        except Exception as error:
            # Any failure, known or not, waits for its next try instead of stopping the worker.
            # Its text may hold an address, so only its kind is logged.
            log.warning("mail_failed", job=job.id, tries=job.tries, cause=type(error).__name__)
            if job.tries <= len(PAUSES_AFTER_FAILURE_S):
                return True
            log.error("mail_given_up", job=job.id, tries=job.tries)
        async with self._database.begin() as session:
            await session.execute(delete(Job).where(Job.id == job.id))
        return True

    async def _claim(self) -> Job | None:
        """The job due longest, already put off to its next try in case this one ends badly."""
        now = self._clock()
        async with self._database.begin() as session:
            job = await session.scalar(
                select(Job).where(Job.due_at <= now).order_by(Job.due_at).limit(1)
            )
            if job is not None:
                last_pause = len(PAUSES_AFTER_FAILURE_S) - 1
                pause_s = PAUSES_AFTER_FAILURE_S[min(job.tries, last_pause)]
                job.due_at = now + timedelta(seconds=pause_s)
                job.tries += 1
            return job

    async def _seconds_to_sleep(self) -> float | None:
        """Until the next job may be due; None when there is none."""
        async with self._database.begin() as session:
            due_at = await session.scalar(select(Job.due_at).order_by(Job.due_at).limit(1))
        if due_at is None:
            return None
        return min(max((due_at - self._clock()).total_seconds(), 0.0), LONGEST_SLEEP_S)
