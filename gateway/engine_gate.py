"""The gate before one engine process: a bounded number of calls at a time, none while it fails.

Whoever waits here doesn't use up the time that the engine has for its answer.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from gateway.breaker import Breaker, State
from gateway.metrics import Metrics


class EngineFailed(Exception):
    """The engine gave no usable answer. The text says why and holds nothing a client wrote."""

    def __init__(self, cause: str, detail: str = "") -> None:
        """`cause` is one of few words (a metric's label), `detail` what else is known."""
        super().__init__(f"{cause} {detail}".rstrip())
        self.cause = cause


class EngineGate:
    """Lets calls through to one engine."""

    def __init__(self, metrics: Metrics, name: str) -> None:
        """`name` is the engine's in the metrics."""
        self._metrics = metrics
        self._breaker = Breaker()
        self._under_way = 0
        self._change = asyncio.Condition()
        metrics.watch_breaker(name, lambda: self._breaker.state is not State.CLOSED)

    @asynccontextmanager
    async def call(self) -> AsyncIterator[None]:
        """The block calls the engine, and raises EngineFailed if that fails.

        Raises EngineFailed at once, without running the block, while the engine is left alone.
        """
        try:
            async with self._change:
                await self._change.wait_for(lambda: self._is_refusing() or self._has_room())
                if self._is_refusing():
                    raise EngineFailed("breaker_open")
                self._under_way += 1
            try:
                yield
                self._breaker.succeeded()
            except EngineFailed:
                self._breaker.failed()
                raise
            finally:
                self._under_way -= 1
                await self._let_next_in()
        except EngineFailed as failure:
            self._metrics.engine_errors.labels(cause=failure.cause).inc()
            raise

    def _has_room(self) -> bool:
        return self._under_way < self._breaker.calls_at_once

    def _is_refusing(self) -> bool:
        """While a probe is under way, its outcome isn't waited for."""
        return self._breaker.state is not State.CLOSED and not self._has_room()

    async def _let_next_in(self) -> None:
        async with self._change:
            if self._is_refusing():
                self._change.notify_all()
            else:
                self._change.notify(max(0, self._breaker.calls_at_once - self._under_way))
