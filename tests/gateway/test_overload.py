"""More than can be answered: refused in words; an engine that fails: left alone, then tried."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest

from gateway import backlog, breaker, follow_ups
from gateway import engine as engine_module
from gateway.catalogue import load_catalogue
from tests.gateway.clients import SETTLING_SECONDS, Tab
from tests.gateway.conftest import OpenTab
from tests.gateway.fake_engine import FakeEngine, follow_up, reply
from tests.gateway.running import RunningGateway

CATALOGUE = load_catalogue()
FULL = {"ok": False, "error": CATALOGUE.say("refus_affluence")}


@pytest.fixture
async def small(
    data_dir: Path, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[RunningGateway]:
    """A gateway with room for two messages."""
    monkeypatch.setattr(backlog, "ALWAYS_ADMITTED", 2)
    gateway = RunningGateway(data_dir, engine.url, longest_wait_seconds=0.001)
    await gateway.start()
    yield gateway
    await gateway.stop()


async def test_a_full_gateway_refuses_and_recovers(
    small: RunningGateway, engine: FakeEngine
) -> None:
    held = engine.hold("lentement")
    tabs = [await Tab.open(small.url) for _ in range(3)]
    for tab in tabs[:2]:
        assert (await tab.send("lentement"))["ok"]
    counts = await small.counts()

    assert await tabs[2].send("allo") == FULL

    assert await small.counts() == counts
    held.set()
    for tab in tabs[:2]:
        await tab.until(lambda tab=tab: tab.named("turn"))
        assert tab.texts[-1] == "Écho : lentement"
    assert (await tabs[2].say("allo"))[0]["text"] == "Écho : allo"
    for tab in tabs:
        await tab.close()


async def test_a_refused_message_takes_no_room(small: RunningGateway, engine: FakeEngine) -> None:
    tab = await Tab.open(small.url)
    for _ in range(3):
        refused = await tab.call("message", {"id": str(uuid4()), "button": "inconnu"})
        assert refused["error"] == CATALOGUE.say("refus_bouton")
    assert (await tab.send("allo"))["ok"]
    await tab.close()


async def test_one_client_cannot_fill_the_queue(tab: Tab, engine: FakeEngine) -> None:
    held = engine.hold("0")
    answers = [await tab.send(str(n)) for n in range(backlog.MAXIMUM_OF_CONVERSATION + 1)]
    assert [answer["ok"] for answer in answers] == [True] * 5 + [False]
    assert answers[-1]["error"] == CATALOGUE.say("refus_attente")
    held.set()
    await tab.until(lambda: len(tab.named("turn")) == 5)
    assert (await tab.send("encore"))["ok"]


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that may be asked two things at a time, and has two seconds for each."""
    monkeypatch.setattr(breaker, "CALLS_AT_ONCE", 2)
    monkeypatch.setattr(engine_module, "TOTAL_SECONDS", 2.0)


@pytest.mark.usefixtures("narrow")
async def test_who_waits_before_the_engine_keeps_its_time(
    open_tab: OpenTab, engine: FakeEngine
) -> None:
    lines = ["un", "deux", "trois", "quatre"]
    held = [engine.hold(line) for line in lines]
    tabs = [await open_tab() for _ in lines]
    for tab, line in zip(tabs, lines, strict=True):
        await tab.send(line)
    await asyncio.sleep(1.2)
    assert engine.lines == ["un", "deux"]
    held[0].set()
    held[1].set()
    await engine.until_asked("quatre")
    # The last will have waited for longer than two seconds.
    await asyncio.sleep(1.2)
    held[2].set()
    held[3].set()
    for tab in tabs:
        await tab.until(lambda tab=tab: tab.named("turn"))
        assert tab.named("turn")[0]["status"] == "answered"


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that is given up soon, and then left alone until the test says so."""
    monkeypatch.setattr(follow_ups, "LOOK_SECONDS", 0.03)
    monkeypatch.setattr(engine_module, "TOTAL_SECONDS", 1.0)
    monkeypatch.setattr(breaker, "PAUSE_SECONDS", 1000)
    monkeypatch.setattr(breaker, "FAILURES_TO_OPEN", 2)


@pytest.mark.usefixtures("hurried")
async def test_an_engine_that_hangs_is_left_alone_and_probed_by_one(
    open_tab: OpenTab, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    tabs = [await open_tab() for _ in range(7)]
    held = engine.hold("allo")
    await asyncio.gather(*(tab.say("allo") for tab in tabs[:2]))
    asked = len(engine.requests)

    # Open: an apology, and the engine has its peace.
    await tabs[2].say("allo")
    assert tabs[2].texts[-2] == CATALOGUE.say("panne")
    assert len(engine.requests) == asked

    # Then one is let through, in vain, and the next doesn't wait for it.
    monkeypatch.setattr(breaker, "PAUSE_SECONDS", 0)
    await tabs[3].send("allo")
    await engine.until_asked("allo", asked + 1)
    await tabs[4].say("allo")
    assert tabs[3].named("turn") == []
    await tabs[3].until(lambda: tabs[3].named("turn"))
    assert len(engine.requests) == asked + 1

    # It is back: the next probe is answered, and everyone after it.
    held.set()
    for tab in tabs[5:]:
        await tab.say("allo")
        assert tab.texts[-1] == "Écho : allo"


@pytest.mark.usefixtures("hurried")
async def test_follow_ups_wait_for_an_engine_that_fails(
    open_tab: OpenTab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    waiting = await open_tab()
    engine.says["j’attends"] = reply("D’accord.", custom=follow_up("/relancer"))
    await waiting.say("j’attends")
    engine.fails["allo"] = 500
    for _ in range(2):
        await (await open_tab()).say("allo")
    asked = len(engine.requests)
    await gateway.let_pass(20)
    await asyncio.sleep(SETTLING_SECONDS)
    assert len(engine.requests) == asked
    assert (await gateway.counts())["follow_ups"] == 1
