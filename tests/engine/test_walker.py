"""From every state of the dialogue, whatever is said: an answer, never the same twice, a person.

One walk over the trained model and the real actions, by payloads: what is tested is the dialogue,
not the understanding.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing

import aiohttp
import pytest
import pytest_asyncio

from actions.ladders import ladders
from tests.engine.walker import AGENT, INTENTS, PERSISTS, State, Turn, Walker
from tests.running_system import RunningSystem

TIMES_IT_FAILS = 10
# What Rasa calls a UserUtteranceReverted event.
TAKEN_BACK = "rewind"


pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def walker(system: RunningSystem) -> AsyncIterator[Walker]:
    timeout = aiohttp.ClientTimeout(total=60)
    async with aiohttp.ClientSession(timeout=timeout) as http:
        yield Walker(system, http)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def states(walker: Walker) -> dict[State, tuple[str, Turn]]:
    """Every state, with a conversation that stands there and its last turn."""
    return await walker.states()


async def test_whatever_is_said_wherever_there_is_an_answer_and_a_person(
    walker: Walker, states: dict[State, tuple[str, Turn]]
) -> None:
    reached = {step for step, _ in states if step}
    assert _steps_with_a_question() - reached == set(), "steps that no path leads to"

    complaints: list[str] = []
    beyond: dict[State, str] = {}

    async def say(state: State, intent: str) -> None:
        conversation, before = states[state]
        copy, turn = await walker.try_out(conversation, f"/{intent}")
        complaints.extend(_complaints(state, before, turn))
        if not turn.hands_over:
            beyond.setdefault(turn.state, copy)

    await asyncio.gather(*(say(state, intent) for state in states for intent in INTENTS))

    async def ask_for_a_person(state: State, conversation: str) -> None:
        turn = await walker.send(conversation, AGENT)
        if not turn.hands_over:
            complaints.append(f"{state}: no person on demand")

    await asyncio.gather(*(ask_for_a_person(s, c) for s, c in beyond.items()))
    assert complaints == [], "\n".join(complaints)


async def test_that_it_still_fails_ten_times_ends_at_a_person(
    walker: Walker, states: dict[State, tuple[str, Turn]]
) -> None:
    complaints: list[str] = []

    async def keep_failing(state: State) -> None:
        conversation, before = states[state]
        conversation, turn = await walker.try_out(conversation, PERSISTS)
        for _ in range(1, TIMES_IT_FAILS):
            complaints.extend(_complaints(state, before, turn))
            if turn.hands_over:
                return
            before, turn = turn, await walker.send(conversation, PERSISTS)
        complaints.append(f"{state}: {TIMES_IT_FAILS} failures and no person called")

    await asyncio.gather(*(keep_failing(state) for state in states))
    assert complaints == [], "\n".join(complaints)


async def test_no_line_is_ever_taken_back(
    walker: Walker, states: dict[State, tuple[str, Turn]]
) -> None:
    # Rasa replays the whole conversation for each line that an action takes back.
    assert states
    with closing(sqlite3.connect(walker.system.data_dir / "tracker.db", timeout=20)) as store:
        kinds = {kind for (kind,) in store.execute("SELECT DISTINCT type_name FROM events")}
    assert "user" in kinds
    assert TAKEN_BACK not in kinds


def _complaints(state: State, before: Turn, turn: Turn) -> list[str]:
    after = f"{state} after {before.sent}, {turn.sent}"
    if not turn.texts:
        return [f"{after}: silence"]
    if turn.texts == before.texts:
        return [f"{after}: the same again: {turn.texts}"]
    if len(set(turn.payloads)) < len(turn.payloads):
        return [f"{after}: a button twice: {turn.payloads}"]
    return []


def _steps_with_a_question() -> set[str]:
    return {
        f"{problem}.{name}"
        for problem, ladder in ladders().items()
        for name, step in ladder.steps.items()
        if step.form is None
    }
