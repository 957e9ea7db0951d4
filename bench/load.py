"""Clients that talk to a system: so many side by side, as fast as they are answered."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import quantiles

from bench.clients import Client, Lost, Opening, Refused
from bench.processes import cpu_seconds_of_children
from bench.scripts import Script, shuffled


@dataclass(frozen=True)
class Latency:
    """Percentiles of turns, in ms."""

    p50: float
    p95: float
    p99: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Latency":
        """Returns the percentiles of at least two durations, between neighbours linear."""
        cuts = quantiles(seconds, n=100, method="inclusive")
        return cls(*(cuts[percent - 1] * 1000 for percent in (50, 95, 99)))


@dataclass(frozen=True)
class Load:
    """What a number of conversations got in a time."""

    conversations: int
    turns: int
    turns_per_s: float
    latency_ms: Latency
    # Conversations that could not go on.
    broken: int
    # Of all processes of the system together, a turn; other work on the machine changes it little.
    cpu_ms: float
    # Of this process, as a share of one core: at 1, it is what is measured.
    generator_cpu: float


async def closed_loop(
    opening: Opening,
    scripts: Sequence[Script],
    conversations: int,
    *,
    warm_up_s: float,
    seconds: float,
    seed: int,
) -> Load:
    """Has so many people talk, each as soon as they are answered; the warm-up is not counted."""
    supply = shuffled(scripts, seed)
    measured_from = time.perf_counter() + warm_up_s
    until = measured_from + seconds
    durations: list[float] = []
    ends = broken = 0

    async def person() -> None:
        nonlocal broken
        while time.perf_counter() < until:
            try:
                async with opening() as client:
                    await talk(client, next(supply))
            except (Lost, Refused):
                broken += 1

    async def talk(client: Client, script: Script) -> None:
        nonlocal ends
        for said in script:
            start = time.perf_counter()
            if start >= until:
                return
            answer = await client.turn(said)
            if start >= measured_from:
                durations.append(answer.seconds)
            if measured_from <= time.perf_counter() < until:
                ends += 1

    people = [asyncio.create_task(person()) for _ in range(conversations)]
    await asyncio.sleep(warm_up_s)
    own_cpu, system_cpu = time.process_time(), cpu_seconds_of_children()
    await asyncio.sleep(seconds)
    own_cpu, system_cpu = time.process_time() - own_cpu, cpu_seconds_of_children() - system_cpu
    await asyncio.gather(*people)
    return Load(
        conversations=conversations,
        turns=len(durations),
        turns_per_s=ends / seconds,
        latency_ms=Latency.of(durations),
        broken=broken,
        cpu_ms=system_cpu / max(ends, 1) * 1000,
        generator_cpu=own_cpu / seconds,
    )


async def long_conversation(
    opening: Opening, questions: Script, marks: Sequence[int], window: int
) -> dict[int, float]:
    """Returns the mean ms of the `window` turns that end at each mark, in one conversation.

    A window is a whole number of rounds of the questions, so that all have the same turns.

    Raises:
        Lost: the assistant gave up before the last one.
    """
    durations: list[float] = []
    async with opening() as client:
        for said in islice(cycle(questions), max(marks)):
            durations.append((await client.turn(said)).seconds)
    return {mark: sum(durations[mark - window : mark]) / window * 1000 for mark in marks}
