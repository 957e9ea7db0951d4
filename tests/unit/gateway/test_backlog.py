"""How many may wait, at the pace at which answers are given."""

import pytest

from gateway.backlog import ALWAYS_ADMITTED, FIRST_PACE, Backlog
from gateway.refusals import Refused

LONGEST_WAIT = 4.0


class Engine:
    """Answers one message after the other, each in as many seconds as it is told."""

    def __init__(self) -> None:
        self.moment = 0.0
        self.backlog = Backlog(LONGEST_WAIT, lambda: self.moment)
        self.written = 0
        self.waiting: list[str] = []

    def write(self) -> None:
        """A message of a conversation of its own."""
        self.written += 1
        self.backlog.enter(str(self.written), for_engine=True)
        self.waiting.append(str(self.written))

    def fill(self) -> int:
        """Write until it is refused; how many wait then."""
        with pytest.raises(Refused, match="refus_affluence"):
            while True:
                self.write()
        return len(self.waiting)

    def answer(self, seconds: float) -> None:
        self.moment += seconds
        self.backlog.answered(self.waiting.pop(0))

    def serve(self, seconds: float, times: int = 300) -> None:
        """Answer at this pace while as many as may are waiting."""
        for _ in range(times):
            self.fill()
            self.answer(seconds)


def test_before_anything_is_known() -> None:
    assert Engine().fill() == pytest.approx(LONGEST_WAIT / FIRST_PACE, abs=1)


@pytest.mark.parametrize("seconds", [0.005, 0.01, 0.03, 0.1])
def test_who_is_admitted_is_answered_within_the_longest_wait(seconds: float) -> None:
    engine = Engine()
    engine.serve(seconds)
    assert engine.fill() == pytest.approx(LONGEST_WAIT / seconds, rel=0.02, abs=2)


def test_a_few_may_always_wait() -> None:
    engine = Engine()
    engine.serve(2.0)
    assert engine.fill() == ALWAYS_ADMITTED


def test_an_engine_that_gets_faster_again_is_noticed() -> None:
    engine = Engine()
    engine.serve(2.0)
    engine.serve(0.02)
    assert engine.fill() == pytest.approx(LONGEST_WAIT / 0.02, rel=0.02)


def test_people_who_write_seldom_say_nothing_of_the_engine() -> None:
    engine = Engine()
    for _ in range(200):
        engine.write()
        engine.answer(10.0)
    assert engine.fill() == pytest.approx(LONGEST_WAIT / FIRST_PACE, abs=1)


def test_what_the_engine_is_not_asked_is_admitted_all_the_same() -> None:
    engine = Engine()
    engine.fill()
    engine.backlog.enter("with an agent", for_engine=False)


def test_without_a_bound() -> None:
    backlog = Backlog(0)
    for number in range(10_000):
        backlog.enter(str(number), for_engine=True)
