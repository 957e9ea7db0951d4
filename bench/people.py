"""Clients who wait for a person while agents take them: how fast a take is, and places are told."""

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.clients import GatewayClient, open_gateway
from bench.load import Latency
from bench.plan import Plan
from bench.scripts import Said
from bench.targets import Check
from gateway.database import Database
from gateway.desk.agents import Agents
from gateway.sealing import StoreKey
from tests.gateway.clients import Desk
from tests.gateway.running import PASSWORD
from tests.running_system import RunningSystem

ASKING = Said("je veux parler à un agent")
# So many ask at once: the assistant has to answer each of them first.
ASK_AT_ONCE = 8
# Each agent takes so many cases one after the other, all agents at the same time.
BURSTS = 5
# And before that, so many cases are taken one by one.
SINGLE_TAKES = 20
PLACES_SECONDS = 30.0
LOOK_SECONDS = 0.005
MAX_TAKE_MS = 300.0
MAX_PLACES_MS = 2000.0


@dataclass(frozen=True)
class Spread:
    """Percentiles and the slowest of all, in ms."""

    p50: float
    p95: float
    slowest: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Spread":
        """Returns the spread of at least two durations."""
        latency = Latency.of(seconds)
        return cls(latency.p50, latency.p95, max(seconds) * 1000)


@dataclass(frozen=True)
class People:
    """What taking cases took."""

    clients: int
    agents: int
    takes: int
    refused: int
    # From the event to its acknowledgement: one take at a time, and one of each agent at once.
    take_alone_ms: Spread
    take_together_ms: Spread
    # From the (first) take to each client's having the place that is right after it.
    places_alone_ms: Spread
    places_together_ms: Spread
    generator_cpu: float


def measure_people(data_dir: Path, plan: Plan) -> People:
    """Runs the assistant with an empty store, and has its clients taken."""
    system = RunningSystem(data_dir)
    with system.run():
        return asyncio.run(_measure(system, plan))


def checks(people: People) -> list[Check]:
    """Returns the targets."""
    return [
        Check("people: takes refused", people.refused, 0),
        Check("people: take alone, slowest, ms", people.take_alone_ms.slowest, MAX_TAKE_MS),
        Check("people: takes together, slowest, ms", people.take_together_ms.slowest, MAX_TAKE_MS),
        Check("people: places after one take, slowest, ms", people.places_alone_ms.slowest,
              MAX_PLACES_MS),
        Check("people: places after takes together, slowest, ms",
              people.places_together_ms.slowest, MAX_PLACES_MS),
    ]  # fmt: skip


async def _until(holds: Callable[[], bool]) -> None:
    """Returns once `holds` says so. Raises TimeoutError."""
    for _ in range(round(PLACES_SECONDS / LOOK_SECONDS)):
        if holds():
            return
        await asyncio.sleep(LOOK_SECONDS)
    raise TimeoutError("places were not told")


class _Room:
    """The clients in their order, the desks, and what was measured."""

    def __init__(self, clients: list[GatewayClient], desks: list[Desk]) -> None:
        self.clients = clients
        self.desks = desks
        self.refused = 0
        self.takes: list[float] = []
        self.places: list[float] = []

    async def take(self, desks: Sequence[Desk]) -> None:
        """Have each of the desks take one of the oldest cases, and wait until places are right."""
        start = time.perf_counter()
        waiting = [case["id"] for case in self.desks[0].queue if case["owner"] == "waiting"]
        await asyncio.gather(
            *(self._take(desk, case) for desk, case in zip(desks, waiting, strict=False))
        )
        # The oldest were first, and in the order of the clients.
        self.clients = self.clients[len(desks) :]
        await _until(lambda: all(c.place == at for at, c in enumerate(self.clients, start=1)))
        self.places += [client.placed_at - start for client in self.clients]
        left = len(waiting) - len(desks)
        await _until(
            lambda: all(
                sum(case["owner"] == "waiting" for case in desk.queue) == left
                for desk in self.desks
            )
        )

    async def _take(self, desk: Desk, case_id: int) -> None:
        start = time.perf_counter()
        answer = await desk.act("take", case_id)
        self.takes.append(time.perf_counter() - start)
        self.refused += not answer["ok"]

    def measured(self) -> tuple[Spread, Spread, int]:
        """Returns the takes and the places since the last time, and how many takes there were."""
        found = Spread.of(self.takes), Spread.of(self.places), len(self.takes)
        self.takes, self.places = [], []
        return found


async def _measure(system: RunningSystem, plan: Plan) -> People:
    async with AsyncExitStack() as stack:
        opening = partial(open_gateway, system.gateway_url)
        desks = await _desks(system, plan.agents, stack)
        clients = [await stack.enter_async_context(opening()) for _ in range(plan.waiting)]
        for first in range(0, len(clients), ASK_AT_ONCE):
            asking = clients[first : first + ASK_AT_ONCE]
            await asyncio.gather(*(client.turn(ASKING) for client in asking))
        await _until(lambda: {c.place for c in clients} == set(range(1, len(clients) + 1)))
        await _until(lambda: all(len(desk.queue) == len(clients) for desk in desks))
        room = _Room(sorted(clients, key=lambda client: client.place or 0), desks)
        cpu, began = time.process_time(), time.perf_counter()
        for number in range(min(SINGLE_TAKES, plan.waiting // 4)):
            await room.take([desks[number % len(desks)]])
        take_alone, places_alone, alone = room.measured()
        for _ in range(BURSTS):
            await room.take(desks)
        take_together, places_together, together = room.measured()
        return People(
            clients=plan.waiting,
            agents=plan.agents,
            takes=alone + together,
            refused=room.refused,
            take_alone_ms=take_alone,
            take_together_ms=take_together,
            places_alone_ms=places_alone,
            places_together_ms=places_together,
            generator_cpu=(time.process_time() - cpu) / (time.perf_counter() - began),
        )


async def _desks(system: RunningSystem, count: int, stack: AsyncExitStack) -> list[Desk]:
    """So many new agents at their desks, ready to take all they are given."""
    url = f"sqlite+aiosqlite:///{system.data_dir / 'gateway.db'}"
    database = Database(url, StoreKey(system.environment["ASSISTANT_STORE_KEY"]))
    stack.push_async_callback(database.close)
    desks = []
    for number in range(count):
        login = f"agent-{number}"
        await Agents(database).add(login, f"Agent {number}", PASSWORD)
        desk = await Desk.open(system.gateway_url, login)
        stack.push_async_callback(desk.close)
        capacity = BURSTS + SINGLE_TAKES
        answer = await desk.call("presence", {"presence": "here", "capacity": capacity})
        if not answer["ok"]:
            raise RuntimeError(answer["error"])
        desks.append(desk)
    return desks
