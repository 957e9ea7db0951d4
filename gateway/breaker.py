"""A circuit breaker: whether an engine is worth asking, told by how the last calls of it went.

Pure: it knows a clock and nothing else. After several failures in a row it opens, and nothing is
asked; after a pause a single call may probe; once one succeeds the number of calls at a time is
doubled with each success, so that what comes back isn't met by a flood.
"""

import time
from collections.abc import Callable
from enum import StrEnum

# Calls under way at one engine, which runs turns one after the other but for the waits on their
# actions: enough for it never to be idle, few enough for the last to be answered in time.
CALLS_AT_ONCE = 16
# Failures in a row that open. One alone may be the message's fault.
FAILURES_TO_OPEN = 5
# The engine needs three or four seconds to start.
PAUSE_SECONDS = 5.0


class State(StrEnum):
    """What a breaker lets through: anything, nothing, or one call to find out."""

    CLOSED = "closed"
    OPEN = "open"
    PROBING = "probing"


class Breaker:
    """The breaker of one engine."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds that never go back."""
        self._clock = clock
        self._failures = 0
        self._opened_at: float | None = None
        self._ramp = CALLS_AT_ONCE

    @property
    def state(self) -> State:
        """The state at this moment."""
        if self._opened_at is None:
            return State.CLOSED
        paused = self._clock() - self._opened_at < PAUSE_SECONDS
        return State.OPEN if paused else State.PROBING

    @property
    def calls_at_once(self) -> int:
        """How many calls may be under way."""
        return {State.CLOSED: self._ramp, State.OPEN: 0, State.PROBING: 1}[self.state]

    def succeeded(self) -> None:
        """A call was answered."""
        if self._opened_at is not None:
            self._opened_at = None
            self._ramp = 1
        self._failures = 0
        self._ramp = min(2 * self._ramp, CALLS_AT_ONCE)

    def failed(self) -> None:
        """A call was not answered. While open, that is the last word of a call from before."""
        self._failures += 1
        recovering = self.state is State.PROBING or self._ramp < CALLS_AT_ONCE
        if self.state is not State.OPEN and (recovering or self._failures >= FAILURES_TO_OPEN):
            self._opened_at = self._clock()
