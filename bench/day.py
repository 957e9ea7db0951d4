"""The day's load: many people who write now and then, every message of theirs accounted for."""

import asyncio
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bench.clients import GatewayClient, GatewayOpening, Lost, Refused
from bench.ledger import Faults
from bench.load import Latency
from bench.plan import INTERVAL_S, JITTER, Plan
from bench.scripts import Script, shuffled
from bench.targets import Check

MAX_P95_MS = 500.0
MAX_P99_MS = 1000.0
# For what is under way when the day ends.
SETTLING_S = 60.0
# A turn that begins so much later than its time was held up by the one before.
LATE_S = 1.0


@dataclass(frozen=True)
class Day:
    """What so many people got."""

    people: int
    minutes: float
    turns: int
    latency_ms: Latency
    faults: Faults
    # Conversations that could not be opened.
    unopened: int
    refused: int
    # Turns that began late, the answer before having taken so long.
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
        unopened=day.unopened,
        refused=day.refused,
        late=day.late,
        generator_cpu=(time.process_time() - cpu) / (time.perf_counter() - started),
    )


def checks(day: Day) -> list[Check]:
    """Returns the targets of the day."""
    return [
        Check("the day: p95, ms", day.latency_ms.p95, MAX_P95_MS),
        Check("the day: p99, ms", day.latency_ms.p99, MAX_P99_MS),
        Check("the day: lost, refused or failed", _not_served(day), 0),
        Check("the day: doubled", day.faults.doubled, 0),
        Check("the day: out of order", day.faults.out_of_order, 0),
    ]


def _not_served(day: Day) -> int:
    return day.faults.lost + day.faults.failed + day.unopened + day.refused


@dataclass
class _Counts:
    seconds: list[float] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)
    unopened: int = 0
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
        try:
            async with opening() as client:
                due = await _converse(client, next(supply), chance, due, until, day)
                day.faults += client.ledger.faults()
        except Lost:
            day.unopened += 1
            due += INTERVAL_S


async def _converse(
    client: GatewayClient,
    script: Script,
    chance: random.Random,
    due: float,
    until: float,
    day: _Counts,
) -> float:
    """Says a script, the first of it at `due`; returns when the person is to write again."""
    for said in script:
        if due >= until or not client.with_assistant:
            break
        day.late += time.perf_counter() > due + LATE_S
        await asyncio.sleep(due - time.perf_counter())
        due += INTERVAL_S * chance.uniform(1 - JITTER, 1 + JITTER)
        try:
            day.seconds.append((await client.turn(said)).seconds)
        except Refused:
            day.refused += 1
        except Lost:
            # The ledger has it.
            break
    await client.settle(SETTLING_S)
    return due
