"""The breaker, step by step."""

import pytest

from gateway.breaker import CALLS_AT_ONCE, FAILURES_TO_OPEN, PAUSE_SECONDS, Breaker, State


class Clock:
    """A clock that stands still unless told."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


OK, FAIL, WAIT = "ok", "fail", "wait"
OPEN = [FAIL] * FAILURES_TO_OPEN
PROBE = [*OPEN, WAIT]


@pytest.mark.parametrize(
    ("steps", "state", "calls"),
    [
        ([], State.CLOSED, CALLS_AT_ONCE),
        ([FAIL] * (FAILURES_TO_OPEN - 1), State.CLOSED, CALLS_AT_ONCE),
        ([*[FAIL] * (FAILURES_TO_OPEN - 1), OK, FAIL], State.CLOSED, CALLS_AT_ONCE),
        (OPEN, State.OPEN, 0),
        (PROBE, State.PROBING, 1),
        # Calls from before it opened end while it is open: no longer pause for them.
        ([*OPEN, FAIL, FAIL, WAIT], State.PROBING, 1),
        ([*PROBE, FAIL], State.OPEN, 0),
        ([*PROBE, FAIL, WAIT], State.PROBING, 1),
        ([*PROBE, OK], State.CLOSED, 2),
        ([*PROBE, OK, OK], State.CLOSED, 4),
        ([*PROBE, OK, OK, OK], State.CLOSED, 8),
        ([*PROBE, *[OK] * 9], State.CLOSED, CALLS_AT_ONCE),
        # One failure is enough for what has only just come back.
        ([*PROBE, OK, OK, FAIL], State.OPEN, 0),
        ([*PROBE, *[OK] * 9, FAIL], State.CLOSED, CALLS_AT_ONCE),
        # An answer to a call from before: it is back.
        ([*OPEN, OK], State.CLOSED, 2),
    ],
)
def test_what_is_let_through(steps: list[str], state: State, calls: int) -> None:
    clock = Clock()
    breaker = Breaker(clock)
    for step in steps:
        if step == OK:
            breaker.succeeded()
        elif step == FAIL:
            breaker.failed()
        else:
            clock.seconds += PAUSE_SECONDS
    assert (breaker.state, breaker.calls_at_once) == (state, calls)


def test_it_stays_open_for_the_whole_pause() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    for _ in OPEN:
        breaker.failed()
    clock.seconds = PAUSE_SECONDS - 0.001
    assert breaker.state is State.OPEN
