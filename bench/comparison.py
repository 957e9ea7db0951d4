"""Ours beside stock Rasa: the same conversations, in alternating rounds, never at the same time."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from bench.clients import Lost, Opening
from bench.load import Load, closed_loop, long_conversation
from bench.plan import WINDOW, Plan
from bench.processes import Memory, memory_of_children
from bench.scripts import QUESTIONS, Said, Script, client_scripts
from bench.stock_model import train_stock
from bench.systems import Start, ours, running, stock
from bench.targets import Check

MAX_P50_RATIO = {1: 0.6, 16: 0.35}
MIN_RATE_RATIO = {16: 3.0, 64: 3.0}
MAX_FIRST_ANSWER_RATIO = 0.4
MAX_MEMORY_RATIO = 0.7
MAX_GROWTH = 2.0
FIRST_ANSWER = "start to first answer, s"
MEMORY = "memory (PSS), MB"


@dataclass(frozen=True)
class Round:
    """One system, started, measured and stopped."""

    first_answer_s: float
    # By the number of conversations.
    loads: dict[int, Load]
    # After all that load.
    memory: Memory
    # ms of a turn, by its place in one long conversation.
    turn_ms: dict[int, float]


@dataclass(frozen=True)
class Comparison:
    """The rounds of both, and how alike they answered."""

    ours: list[Round]
    stock: list[Round]
    scripts: int
    turns: int
    # Of the turns of the scripts, the share that both answered in the same words.
    same_answers: float


def compare(directory: Path, plan: Plan) -> Comparison:
    """Measures both systems; `directory` keeps stock's trained model, and nothing of the runs."""
    start_stock = partial(stock, train_stock(directory))
    print("Rehearsing the conversations", flush=True)
    written = client_scripts()[:: plan.every]
    with running(ours, directory) as opening:
        our_answers = asyncio.run(_rehearse(opening, written))
    # Once a person is called, ours answers without its engine: there a script ends.
    scripts = [script[: len(answers)] for script, answers in zip(written, our_answers, strict=True)]
    with running(start_stock, directory) as opening:
        stock_answers = asyncio.run(_rehearse(opening, scripts))
    rounds: dict[str, list[Round]] = {"ours": [], "stock": []}
    for number in range(plan.rounds):
        for name, start in (("ours", ours), ("stock", start_stock)):
            print(f"Round {number + 1} of {plan.rounds}: {name}", flush=True)
            rounds[name].append(_measure(start, directory, scripts, plan, seed=number))
    turns = sum(map(len, scripts))
    same = sum(
        mine == theirs
        for some, others in zip(our_answers, stock_answers, strict=True)
        for mine, theirs in zip(some, others, strict=False)
    )
    return Comparison(**rounds, scripts=len(scripts), turns=turns, same_answers=same / turns)


def figures(rounds: Sequence[Round]) -> dict[str, list[float]]:
    """Returns each figure by its name, once for each round."""
    named: dict[str, list[float]] = {}
    for some in rounds:
        for name, value in _figures(some):
            named.setdefault(name, []).append(value)
    return named


def checks(comparison: Comparison) -> list[Check]:
    """Returns the targets: medians of the rounds, ours over stock's."""
    mine, theirs = figures(comparison.ours), figures(comparison.stock)

    def ratio(name: str) -> float:
        return median(mine[name]) / median(theirs[name])

    first, *_, last = sorted(comparison.ours[0].turn_ms)
    growth = median(mine[_turn(last)]) / median(mine[_turn(first)])
    return [
        *(
            Check(f"{_p50(n)}, of stock's", ratio(_p50(n)), most)
            for n, most in MAX_P50_RATIO.items()
        ),
        *(
            Check(f"{_rate(n)}, of stock's", ratio(_rate(n)), least, at_least=True)
            for n, least in MIN_RATE_RATIO.items()
        ),
        Check(f"{FIRST_ANSWER}, of stock's", ratio(FIRST_ANSWER), MAX_FIRST_ANSWER_RATIO),
        Check(f"{MEMORY}, of stock's", ratio(MEMORY), MAX_MEMORY_RATIO),
        Check(f"{_turn(last)}, of turn {first}", growth, MAX_GROWTH),
    ]


def _figures(some: Round) -> Iterator[tuple[str, float]]:
    for n, load in some.loads.items():
        yield _p50(n), load.latency_ms.p50
        yield f"turn at {n}, p95, ms", load.latency_ms.p95
        yield f"turn at {n}, p99, ms", load.latency_ms.p99
        yield _rate(n), load.turns_per_s
        yield f"CPU of a turn at {n}, ms", load.cpu_ms
        yield f"conversations broken at {n}", load.broken
        yield f"load generator at {n}, cores", load.generator_cpu
    for n, milliseconds in some.turn_ms.items():
        yield _turn(n), milliseconds
    yield FIRST_ANSWER, some.first_answer_s
    yield MEMORY, some.memory.system_mb
    yield "sandbox beside it, MB", some.memory.sandbox_mb


def _p50(conversations: int) -> str:
    return f"turn at {conversations}, p50, ms"


def _rate(conversations: int) -> str:
    return f"turns/s at {conversations}"


def _turn(number: int) -> str:
    return f"turn {number}, ms"


def _measure(
    start: Start[Opening], directory: Path, scripts: Sequence[Script], plan: Plan, seed: int
) -> Round:
    began = time.perf_counter()
    with running(start, directory) as opening:
        return asyncio.run(_measure_running(opening, began, scripts, plan, seed))


async def _measure_running(
    opening: Opening, began: float, scripts: Sequence[Script], plan: Plan, seed: int
) -> Round:
    async with opening() as client:
        await client.turn(Said("bonjour"))
    first_answer_s = time.perf_counter() - began
    loads = {
        conversations: await closed_loop(
            opening,
            scripts,
            conversations,
            warm_up_s=plan.warm_up_s,
            seconds=plan.level_s,
            seed=seed,
        )
        for conversations in plan.levels
    }
    memory = memory_of_children()
    turn_ms = await long_conversation(opening, QUESTIONS, plan.marks, WINDOW)
    return Round(first_answer_s, loads, memory, turn_ms)


async def _rehearse(opening: Opening, scripts: Sequence[Script]) -> list[list[tuple[str, ...]]]:
    """Returns the answers to each script, as far as the assistant gives them."""
    everything = []
    for script in scripts:
        answers: list[tuple[str, ...]] = []
        async with opening() as client:
            for said in script:
                try:
                    answers.append((await client.turn(said)).texts)
                except Lost:
                    break
                if not client.with_assistant:
                    break
        everything.append(answers)
    return everything
