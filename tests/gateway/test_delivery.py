"""Delivery: whatever happens to the connection, the history and what follows are the transcript."""

import asyncio
import random

import pytest

from tests.gateway.clients import BOT_STATE, SETTLING_SECONDS, Tab
from tests.gateway.fake_engine import FakeEngine, reply

STEPS = 12


@pytest.mark.parametrize("seed", range(5))
async def test_stale_state_and_what_is_delivered_are_the_transcript(
    tab: Tab, engine: FakeEngine, seed: int
) -> None:
    """A reader that loses its connection at any moment, even amid an answer, misses nothing.

    `tab` speaks and stays; the reader keeps its messages over its connections, as a widget does.
    """
    chance = random.Random(seed)  # noqa: S311
    engine.says["long"] = reply("un", "deux", "trois")
    kept: list[int] = []
    reader = await tab.another()
    for step in range(STEPS):
        await tab.send(chance.choice(["court", "long"]))
        if chance.random() < 0.5:
            # Cut somewhere between the acknowledgement and the answer.
            await asyncio.sleep(chance.uniform(0, 0.02))
            await reader.close()
            kept += [message["seq"] for message in reader.messages]
            reader = await tab.another(last_seq=kept[-1])
        if chance.random() < 0.3:
            await tab.until(lambda turns=step + 1: len(tab.named("turn")) == turns)
    await tab.until(lambda: len(tab.named("turn")) == STEPS)
    newest = tab.messages[-1]["seq"]
    await reader.until(lambda: (kept + [m["seq"] for m in reader.messages])[-1] == newest)
    kept += [message["seq"] for message in reader.messages]

    assert kept == list(range(1, newest + 1))
    assert [message["seq"] for message in tab.messages] == kept


async def test_a_reconnection_gets_only_what_it_missed(tab: Tab) -> None:
    await tab.say("un")
    later = await tab.another(last_seq=2)
    assert [message["seq"] for message in later.messages] == [3]
    nothing = await tab.another(last_seq=3)
    assert nothing.named("history") == [{"messages": [], "state": BOT_STATE}]


@pytest.mark.parametrize("last_seq", [99, 10**30, -1, "x", None, {"a": 1}])
async def test_a_last_seq_that_cannot_be_starts_over(tab: Tab, last_seq: int) -> None:
    await tab.say("un")
    lost = await tab.another(last_seq=last_seq)
    assert [message["seq"] for message in lost.messages] == [1, 2, 3]


async def test_nothing_is_delivered_twice_to_a_tab_that_stays(tab: Tab) -> None:
    for line in ("un", "deux", "trois"):
        await tab.say(line)
    await asyncio.sleep(SETTLING_SECONDS)
    assert [message["seq"] for message in tab.messages] == list(range(1, 8))
