"""The day's load: many people who write now and then, every message of theirs accounted for."""

import asyncio
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bench.clients import GatewayOpening, Lost, Refused
from bench.ledger import Faults
from bench.load import Latency
from bench.plan import INTERVAL_S, JITTER, Plan
from bench.scripts import Script, shuffled
from bench.targets import Check

MAX_P95_MS = 500.0
MAX_P99_MS = 1000.0
# For what is under way when the day ends.
SETTLING_S = 60.0


@dataclass(frozen=True)
class Day:
    """What so many people got."""

    people: int
    minutes: float
    turns: int
    latency_ms: Latency
    faults: Faults
    refused: int
    # Turns that began later than the person wanted, the answer before having taken so long.
    late: int
    generator_cpu: float


async def spend_day(
    opening: GatewayOpening, scripts: Sequence[Script], plan: Plan, seed: int
) -> Day:
    """Has `plan.people` write a line each INTERVAL_S or so; after a script, a new conversation."""
    supply = shuffled(scripts, seed)
    chance = random.Random(seed)  # noqa: S311 - pauses, not a secret
    until = time.perf_counter() + plan.minutes * 60
    day = _Counts()
    cpu = time.process_time()
    started = time.perf_counter()
    await asyncio.gather(
        *(_person(opening, supply, chance, until, day) for _ in range(plan.people))
    )
    return Day(
        people=plan.people,
        minutes=plan.minutes,
        turns=len(day.seconds),
        latency_ms=Latency.of(day.seconds),
        faults=day.faults,
        refused=day.refused,
        late=day.late,
        generator_cpu=(time.process_time() - cpu) / (time.perf_counter() - started),
    )


def checks(day: Day) -> list[Check]:
    """Returns the targets of the day."""
    return [
        Check("the day: p95, ms", day.latency_ms.p95, MAX_P95_MS),
        Check("the day: p99, ms", day.latency_ms.p99, MAX_P99_MS),
        Check("the day: lost", day.faults.lost + day.faults.failed + day.refused, 0),
        Check("the day: doubled", day.faults.doubled, 0),
        Check("the day: out of order", day.faults.out_of_order, 0),
    ]


@dataclass
class _Counts:
    seconds: list[float] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)
    refused: int = 0
    late: int = 0


async def _person(
    opening: GatewayOpening,
    supply: Iterator[Script],
    chance: random.Random,
    until: float,
    day: _Counts,
) -> None:
    due = time.perf_counter() + chance.uniform(0, INTERVAL_S)
    while due < until:
        await asyncio.sleep(due - time.perf_counter())
        async with opening() as client:
            for said in next(supply):
                day.late += time.perf_counter() > due
                await asyncio.sleep(due - time.perf_counter())
                try:
                    day.seconds.append((await client.turn(said)).seconds)
                except Refused:
                    day.refused += 1
                except Lost:
                    # The ledger has it.
                    break
                due += INTERVAL_S * chance.uniform(1 - JITTER, 1 + JITTER)
                if due >= until or not client.with_assistant:
                    break
            await client.settle(SETTLING_S)
            day.faults += client.ledger.faults()
