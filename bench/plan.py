"""How long and how much is measured."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """The size of a bench."""

    # Of the scripts of bench.scripts, every how many-th is rehearsed and played.
    every: int
    rounds: int
    levels: tuple[int, ...]
    warm_up_s: float
    level_s: float
    marks: tuple[int, ...]
    people: int
    minutes: float
    overload_s: float
    accounts: int
    # Clients in the agents' queue, and agents.
    waiting: int
    agents: int


FULL = Plan(
    every=1,
    rounds=3,
    levels=(1, 16, 64),
    warm_up_s=4.0,
    level_s=20.0,
    marks=(10, 60, 300),
    people=256,
    minutes=10.0,
    overload_s=30.0,
    accounts=400,
    waiting=200,
    agents=20,
)
# To see that all of it works: its figures say little.
BRIEF = Plan(
    every=5,
    rounds=1,
    levels=(1, 16, 64),
    warm_up_s=2.0,
    level_s=5.0,
    marks=(10, 60, 300),
    people=256,
    minutes=0.75,
    overload_s=10.0,
    accounts=40,
    waiting=40,
    agents=5,
)
# Turns of a long conversation that make one figure: two rounds of bench.scripts.QUESTIONS.
WINDOW = 10
# Each person of the day's load writes so often, give or take a fifth.
INTERVAL_S = 15.0
JITTER = 0.2
