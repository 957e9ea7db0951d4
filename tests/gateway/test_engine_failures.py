"""An engine that is down, slow or failing: an apology, the numbers, a case; nothing is lost."""

import asyncio

import pytest

from gateway import engine as engine_module
from gateway.catalogue import load_catalogue
from tests.gateway.clients import Tab
from tests.gateway.conftest import OpenDesk, OpenTab
from tests.gateway.fake_engine import FakeEngine, follow_up, reply
from tests.gateway.running import RunningGateway

CATALOGUE = load_catalogue()


async def assert_apologised(tab: Tab, gateway: RunningGateway) -> None:
    """The client has the numbers and a reference, and the case is in the queue once."""
    [(reference, reason)] = await gateway.rows("SELECT reference, reason FROM cases")
    assert reason == "panne"
    assert tab.texts[-2:] == [
        CATALOGUE.say("panne"),
        f"{CATALOGUE.say('panne_dossier')} {CATALOGUE.say('reference', reference=reference)}",
    ]
    assert "418 838-1107" in tab.texts[-2]
    assert "1 888 776-1668" in tab.texts[-2]
    assert tab.owner == "waiting"
    assert tab.named("turn")[-1]["status"] == "failed"
    assert tab.named("typing")[-1]["active"] is False


@pytest.mark.parametrize("status", [500, 503, 409, 422, 401])
async def test_a_failing_engine(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, status: int
) -> None:
    engine.fails["allo"] = status
    await tab.say("allo")
    await assert_apologised(tab, gateway)
    assert engine.lines == ["allo"]


@pytest.mark.parametrize(
    "nonsense",
    [
        {},
        {"messages": "x"},
        {"messages": [{"text": 1}]},
        reply(),
        [],
        {"messages": []},
        reply("À plus tard.", custom=follow_up("/relancer", minutes=0)),
        reply("À plus tard.", custom=follow_up("/relancer", minutes=24 * 60 + 1)),
        reply("À plus tard.", custom=follow_up("")),
    ],
)
async def test_an_engine_that_says_nothing_usable(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, nonsense: dict[str, object]
) -> None:
    engine.says["allo"] = nonsense
    await tab.say("allo")
    await assert_apologised(tab, gateway)


async def test_a_slow_engine(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "TOTAL_SECONDS", 0.3)
    engine.hold("allo")
    await tab.say("allo")
    await assert_apologised(tab, gateway)


async def test_an_engine_that_is_down(
    tab: Tab,
    gateway: RunningGateway,
    engine: FakeEngine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engine_module, "TOTAL_SECONDS", 0.5)
    await engine.stop()
    await tab.say("allo")
    await assert_apologised(tab, gateway)


async def test_an_engine_that_restarts_is_waited_for(tab: Tab, engine: FakeEngine) -> None:
    await engine.stop()
    await tab.send("allo")
    await asyncio.sleep(0.3)
    await engine.start()
    await tab.until(lambda: tab.named("turn"))
    assert tab.texts[-1] == "Écho : allo"
    assert tab.owner == "bot"


async def test_an_agent_who_is_there_is_announced(
    tab: Tab, open_desk: OpenDesk, engine: FakeEngine
) -> None:
    desk = await open_desk("camille")
    engine.fails["allo"] = 500
    await tab.say("allo")
    await desk.first_case()
    [case] = desk.queue
    assert tab.texts[-2] == CATALOGUE.say("panne")
    assert tab.texts[-1].startswith(CATALOGUE.say("relais"))
    assert tab.texts[-1].endswith(CATALOGUE.say("reference", reference=case["reference"]))
    assert case["reason_label"] == CATALOGUE.label("motifs", "panne")


async def test_other_conversations_go_on(open_tab: OpenTab, engine: FakeEngine) -> None:
    unlucky, lucky = await open_tab(), await open_tab()
    engine.fails["allo"] = 500
    await unlucky.say("allo")
    await lucky.say("bonjour")
    assert (unlucky.owner, lucky.owner) == ("waiting", "bot")
    assert lucky.texts[-1] == "Écho : bonjour"
