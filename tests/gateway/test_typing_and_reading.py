"""Who is writing, and how far each side has read, as the other side lives it."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from gateway.catalogue import load_catalogue
from tests.gateway.clients import SETTLING_SECONDS, Desk, Tab
from tests.gateway.conftest import OpenDesk
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import RunningGateway

CATALOGUE = load_catalogue()
ASK = "parler à quelqu’un"
NONSENSE: list[tuple[str, Any]] = [
    ("typing", None),
    ("typing", {}),
    ("typing", {"active": 1}),
    ("typing", {"active": "non"}),
    ("read", []),
    ("read", {"seq": True}),
    ("read", {"seq": 0}),
    ("read", {"seq": 2**40}),
]
FLOOD = 200


@pytest.fixture(autouse=True)
def asking_for_a_person(engine: FakeEngine) -> None:
    """The line that makes the engine ask for a person."""
    engine.says[ASK] = reply("Je vous passe quelqu’un.", custom=handover())


@pytest.fixture
async def desk(open_desk: OpenDesk) -> Desk:
    """The desk of Camille."""
    return await open_desk("camille")


@pytest.fixture
async def case_id(tab: Tab, desk: Desk) -> int:
    """The client's case, which Camille has open and has not taken."""
    await tab.say(ASK)
    case_id = await desk.first_case()
    assert (await desk.act("open", case_id))["ok"]
    await desk.until(lambda: desk.named("conversation"))
    return case_id


@pytest.fixture
async def taken(case_id: int, tab: Tab, desk: Desk) -> int:
    """The client's case, which Camille has taken."""
    assert (await desk.act("take", case_id))["ok"]
    await tab.until(lambda: tab.owner == "agent")
    return case_id


async def test_the_client_is_seen_writing_by_who_has_the_case_open(
    tab: Tab, desk: Desk, case_id: int, open_desk: OpenDesk
) -> None:
    elsewhere = await open_desk("dominique")
    await tab.call("typing", {"active": True})
    await tab.call("typing", {"active": False})
    await desk.until(lambda: len(desk.named("typing")) == 2)
    assert desk.named("typing") == [
        {"case_id": case_id, "active": True},
        {"case_id": case_id, "active": False},
    ]
    assert tab.named("typing")[-1]["from"]["kind"] == "bot", "nobody sees themselves write"
    await asyncio.sleep(SETTLING_SECONDS)
    assert elsewhere.named("typing") == []


async def test_every_tab_of_the_client_sees_the_agent_writing(
    tab: Tab, desk: Desk, taken: int
) -> None:
    other = await tab.another()
    for active in (True, False):
        await desk.act("typing", taken, active=active)
        for each in (tab, other):
            await each.until(lambda each=each, active=active: _typing(each, active))


async def test_only_who_has_taken_the_case_is_seen_writing_and_reading(
    tab: Tab, desk: Desk, case_id: int, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    other = await open_desk("dominique")
    refused = {"ok": False, "error": CATALOGUE.say("refus_non_pris")}
    assert await desk.act("typing", case_id, active=True) == refused
    assert await desk.act("read", case_id, seq=1) == refused
    await desk.act("take", case_id)
    refused = {"ok": False, "error": CATALOGUE.say("refus_pris", agent="Camille")}
    assert await other.act("typing", case_id, active=True) == refused
    assert await other.act("read", case_id, seq=1) == refused
    await asyncio.sleep(SETTLING_SECONDS)
    assert not _typing(tab, True)
    assert await gateway.rows("SELECT agent_read_seq FROM cases") == [(0,)]


async def test_the_client_sees_what_the_agent_has_read(
    tab: Tab, desk: Desk, taken: int, gateway: RunningGateway
) -> None:
    newest = tab.messages[-1]["seq"]
    assert (await desk.act("read", taken, seq=newest - 1))["ok"]
    await tab.until(lambda: _read_by_agent(tab) == newest - 1)
    # Only forward, and not what was never said.
    await desk.act("read", taken, seq=1)
    await desk.act("read", taken, seq=newest + 40)
    await tab.until(lambda: _read_by_agent(tab) == newest)
    assert [state["agent_read_seq"] for state in tab.named("state")][-2:] == [newest - 1, newest]
    assert await gateway.rows("SELECT agent_read_seq FROM cases") == [(newest,)]
    # A tab opened later is told as well.
    other = await tab.another()
    assert _read_by_agent(other) == newest


async def test_the_agent_sees_what_the_client_has_read(
    tab: Tab, desk: Desk, case_id: int, gateway: RunningGateway
) -> None:
    newest = tab.messages[-1]["seq"]
    states = len(tab.named("state"))
    assert desk.named("conversation")[-1]["client_read_seq"] == 0
    for seq in (newest - 1, 1, newest + 40):
        assert (await tab.call("read", {"seq": seq}))["ok"]
    await desk.until(lambda: len(desk.named("read")) == 2)
    assert desk.named("read") == [
        {"case_id": case_id, "seq": newest - 1},
        {"case_id": case_id, "seq": newest},
    ]
    assert await gateway.rows("SELECT client_read_seq FROM conversations") == [(newest,)]
    await desk.act("open", case_id)
    await desk.until(lambda: len(desk.named("conversation")) == 2)
    assert desk.named("conversation")[-1]["client_read_seq"] == newest
    assert len(tab.named("state")) == states, "what they have read is no news to the client"


async def test_reading_is_forgotten_with_what_was_read(
    tab: Tab, engine: FakeEngine, gateway: RunningGateway
) -> None:
    engine.says["effacez"] = reply("C’est effacé.", custom={"erase": {}})
    await tab.say("allo")
    await tab.call("read", {"seq": tab.messages[-1]["seq"]})
    await tab.say("effacez")
    assert await gateway.rows("SELECT last_seq, client_read_seq FROM conversations") == [(1, 0)]


async def test_nonsense_is_refused(tab: Tab, desk: Desk, taken: int) -> None:
    refused = {"ok": False, "error": CATALOGUE.say("refus_illisible")}
    for event, content in NONSENSE:
        assert await tab.call(event, content) == refused
        on_case = {"case_id": taken, **content} if isinstance(content, dict) else content
        assert await desk.call(event, on_case) == refused


async def test_a_flood_of_signs_is_refused_and_takes_no_room_from_messages(
    data_dir: Path, engine: FakeEngine
) -> None:
    limited = RunningGateway(data_dir, engine.url, address_events_per_minute=20)
    await limited.start()
    tab = await Tab.open(limited.url)
    answers = [await tab.call("typing", {"active": True}) for _ in range(FLOOD)]
    assert [answer["ok"] for answer in answers].count(True) == 20
    assert answers[-1]["error"] == CATALOGUE.say("refus_adresse")
    assert (await tab.send("allo"))["ok"]
    await tab.close()
    await limited.stop()


def _typing(tab: Tab, active: bool) -> bool:
    """Whether the tab was last told this of Camille's writing."""
    told = [typing for typing in tab.named("typing") if typing["from"]["kind"] == "agent"]
    return told[-1:] == [{"from": {"kind": "agent", "name": "Camille"}, "active": active}]


def _read_by_agent(tab: Tab) -> int:
    states = [h["state"] for h in tab.named("history")] + tab.named("state")
    return int(states[-1]["agent_read_seq"])
