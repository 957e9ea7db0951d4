"""Three times what the system can take: refused in words, nothing lost, soon back to normal."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import cycle

from bench.clients import GatewayClient, GatewayOpening, Lost, Refused
from bench.day import MAX_P95_MS
from bench.ledger import Faults
from bench.load import closed_loop
from bench.plan import Plan
from bench.scripts import QUESTIONS, Said
from bench.targets import Check

SATURATING_CONVERSATIONS = 64
TIMES_SATURATION = 3
MAX_RECOVERY_S = 10.0
PROBE_PAUSE_S = 0.25
# The probe goes on so long after the flood, at least.
PROBED_AFTER_S = 20.0
SETTLING_S = 120.0


@dataclass(frozen=True)
class Overload:
    """What a flood did."""

    saturation_turns_per_s: float
    sent_per_s: float
    accepted: int
    # By what the client was told.
    refusals: dict[str, int]
    # Neither acknowledged nor refused.
    silent: int
    faults: Faults
    # From the flood's end to the last probe that was refused or slower than the day's p95 may be.
    recovery_s: float
    generator_cpu: float


@dataclass
class _Counts:
    accepted: int = 0
    refusals: Counter[str] = field(default_factory=Counter)
    silent: int = 0


async def measure_overload(opening: GatewayOpening, plan: Plan) -> Overload:
    """Finds the saturation, then sends three times as much."""
    load = await closed_loop(
        opening,
        [QUESTIONS],
        SATURATING_CONVERSATIONS,
        warm_up_s=plan.warm_up_s,
        seconds=plan.level_s,
        seed=0,
    )
    return await flood(opening, load.turns_per_s, plan)


async def flood(opening: GatewayOpening, saturation: float, plan: Plan) -> Overload:
    """Sends three times `saturation` (turns/s) for `plan.overload_s`, whatever is answered."""
    rate = TIMES_SATURATION * saturation
    async with AsyncExitStack() as stack:
        clients = [await stack.enter_async_context(opening()) for _ in range(plan.people)]
        async with _probing(opening) as bad_probes:
            cpu, began = time.process_time(), time.perf_counter()
            counts, sending = await _send(clients, rate, plan.overload_s)
            ended = time.perf_counter()
            cpu = time.process_time() - cpu
            await asyncio.wait(sending, timeout=SETTLING_S)
            await asyncio.gather(*(client.settle(SETTLING_S) for client in clients))
            await asyncio.sleep(max(0.0, ended + PROBED_AFTER_S - time.perf_counter()))
        faults = sum((client.ledger.faults() for client in clients), Faults())
    return Overload(
        saturation_turns_per_s=saturation,
        sent_per_s=len(sending) / (ended - began),
        accepted=counts.accepted,
        refusals=dict(counts.refusals),
        silent=counts.silent,
        faults=faults,
        recovery_s=max([0.0, *(at - ended for at in bad_probes)]),
        generator_cpu=cpu / (ended - began),
    )


def checks(overload: Overload) -> list[Check]:
    """Returns the targets of the flood."""
    wordless = sum(n for said, n in overload.refusals.items() if not _is_a_sentence(said))
    return [
        Check("overload: refusals without words", wordless + overload.silent, 0),
        Check("overload: lost of what was acknowledged", overload.faults.lost, 0),
        Check("overload: doubled", overload.faults.doubled, 0),
        Check("overload: out of order", overload.faults.out_of_order, 0),
        Check("overload: s to normal", overload.recovery_s, MAX_RECOVERY_S),
    ]


async def _send(
    clients: list[GatewayClient], rate: float, seconds: float
) -> tuple[_Counts, list[asyncio.Task[None]]]:
    """Sends at `rate` a second, one client after the other; returns before all is answered."""
    counts = _Counts()
    sending: list[asyncio.Task[None]] = []
    start = time.perf_counter()
    turns = zip(cycle(clients), cycle(QUESTIONS), strict=False)

    async def send(client: GatewayClient, said: Said) -> None:
        try:
            await client.send(said)
            counts.accepted += 1
        except Refused as refused:
            counts.refusals[str(refused)] += 1
        except Lost:
            counts.silent += 1

    for number, (client, said) in enumerate(turns):
        due = start + number / rate
        if due >= start + seconds:
            break
        await asyncio.sleep(due - time.perf_counter())
        sending.append(asyncio.create_task(send(client, said)))
    return counts, sending


@asynccontextmanager
async def _probing(opening: GatewayOpening) -> AsyncIterator[list[float]]:
    """One more client that writes all the time; yields when its bad turns were over."""
    bad: list[float] = []
    stopped = asyncio.Event()

    async def probe(client: GatewayClient) -> None:
        for said in cycle(QUESTIONS):
            if stopped.is_set():
                return
            try:
                is_bad = (await client.turn(said)).seconds * 1000 > MAX_P95_MS
            except (Refused, Lost):
                is_bad = True
            if is_bad:
                bad.append(time.perf_counter())
            await asyncio.sleep(PROBE_PAUSE_S)

    async with opening() as client:
        probing = asyncio.create_task(probe(client))
        try:
            yield bad
        finally:
            # Its last turn counts too, however long it takes.
            stopped.set()
            await probing


def _is_a_sentence(text: str) -> bool:
    return " " in text and text[0].isupper() and text.rstrip().endswith((".", "!", "?"))
