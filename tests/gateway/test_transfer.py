"""Transfers: a case goes to a colleague or back to the queue, and its client reads who answers."""

import asyncio

import pytest

from tests.gateway.agents_at_work import (
    CATALOGUE,
    agent_id,
    escalated,
    promote,
    refusal,
    taken,
)
from tests.gateway.clients import Desk, Tab
from tests.gateway.conftest import OpenDesk, OpenTab
from tests.gateway.fake_engine import FakeEngine
from tests.gateway.running import RunningGateway


@pytest.fixture
async def camille(open_desk: OpenDesk) -> Desk:
    return await open_desk("camille")


@pytest.fixture
async def marie(open_desk: OpenDesk) -> Desk:
    return await open_desk("marie")


async def events(gateway: RunningGateway, kind: str) -> list[tuple[str | None, str | None]]:
    """Who did that to a case, and who got it."""
    found = await gateway.rows(
        "SELECT kind, a.login AS by_login, b.login AS to_login FROM case_events e"
        " LEFT JOIN agents a ON a.id = e.agent_id LEFT JOIN agents b ON b.id = e.to_agent_id"
    )
    return [(row.by_login, row.to_login) for row in found if row.kind == kind]


async def test_a_colleague_goes_on_with_the_client(
    tab: Tab, camille: Desk, marie: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id = await taken(tab, camille, engine)
    to = await agent_id(gateway, "marie")
    assert await camille.act("transfer", case_id, agent_id=to) == {"ok": True}

    sentence = "Camille vous laisse avec Marie, du service à la clientèle."
    await tab.until(lambda: tab.texts[-1] == sentence)
    await tab.until(lambda: tab.named("state")[-1]["agent"] == "Marie")
    assert tab.owner == "agent"
    await marie.until(lambda: marie.queue[0]["mine"])
    assert (await marie.write(case_id, "Bonjour, ici Marie."))["ok"]
    assert await camille.write(case_id, "encore moi") == refusal("refus_pris", agent="Marie")
    assert await events(gateway, "transferred") == [("camille", "marie")]


async def test_a_case_goes_back_to_the_queue_before_the_others(
    tab: Tab,
    open_tab: OpenTab,
    camille: Desk,
    marie: Desk,
    engine: FakeEngine,
    gateway: RunningGateway,
) -> None:
    case_id = await taken(tab, camille, engine)
    await escalated(await open_tab(), camille, engine)
    assert await camille.act("transfer", case_id, agent_id=None) == {"ok": True}

    await tab.until(lambda: tab.owner == "waiting")
    assert tab.texts[-1].startswith(CATALOGUE.say("remis_file", agent="Camille"))
    await marie.until(lambda: len(marie.queue) == 2 and marie.queue[0]["returned"])
    first = marie.queue[0]
    assert (first["id"], first["agent"], first["owner"]) == (case_id, None, "waiting")
    assert await events(gateway, "transferred") == [("camille", None)]
    assert (await marie.act("take", case_id))["ok"]


async def test_a_supervisor_reassigns_any_case(
    tab: Tab,
    camille: Desk,
    marie: Desk,
    open_desk: OpenDesk,
    engine: FakeEngine,
    gateway: RunningGateway,
) -> None:
    boss = await open_desk("dominique")
    await promote(gateway, "dominique")
    case_id = await escalated(tab, camille, engine)
    to_camille, to_marie = await agent_id(gateway, "camille"), await agent_id(gateway, "marie")

    # One that waits is as if that agent had taken it.
    assert (await boss.act("transfer", case_id, agent_id=to_camille))["ok"]
    await tab.until(lambda: tab.owner == "agent")
    assert tab.texts[-1] == CATALOGUE.say("prise_en_charge", agent="Camille")
    # One that is taken goes from one to the other, or back.
    assert (await boss.act("transfer", case_id, agent_id=to_marie))["ok"]
    assert (await boss.act("transfer", case_id, agent_id=None))["ok"]
    await tab.until(lambda: tab.owner == "waiting")
    assert tab.texts[-2] == CATALOGUE.say("transfert", agent="Camille", nouvel_agent="Marie")
    assert tab.texts[-1].startswith(CATALOGUE.say("remis_file", agent="Marie"))
    assert await boss.act("transfer", case_id, agent_id=None) == refusal("refus_deja_file")


async def test_back_in_the_queue_a_call_is_asked_for_from_where_an_agent_interrupted_it(
    tab: Tab, camille: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id = await escalated(tab, camille, engine)
    [asked] = await tab.say("rappelez-moi au 418 555-0123")
    assert asked["expects"] == "moment_rappel"
    await camille.act("take", case_id)
    await tab.until(lambda: tab.owner == "agent")
    await camille.act("transfer", case_id, agent_id=None)
    await tab.until(lambda: tab.owner == "waiting")

    # Nothing is being asked any more, and nobody is to be called yet.
    [answer] = await tab.say("demain matin")
    assert answer["text"] == CATALOGUE.say("transmis")
    assert await gateway.rows("SELECT status, due_at FROM call_backs") == [("draft", None)]
    [asked] = await tab.say("rappelez-moi")
    assert asked["expects"] == "moment_rappel"
    [recap] = await tab.press("En avant-midi")
    assert "418 555-0123" in recap["text"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("UPDATE agents SET away_at = '2026-01-01' WHERE login = 'marie'", "refus_agent_absent"),
        ("UPDATE agents SET locked_at = '2026-01-01' WHERE login = 'marie'", "refus_agent_absent"),
        ("UPDATE agents SET role = 'manager' WHERE login = 'marie'", "refus_agent_absent"),
        ("UPDATE agents SET capacity = 1 WHERE login = 'marie'", "refus_agent_occupe"),
    ],
)
async def test_who_takes_no_case_gets_none(
    tab: Tab,
    open_tab: OpenTab,
    camille: Desk,
    marie: Desk,
    engine: FakeEngine,
    gateway: RunningGateway,
    change: str,
    sentence: str,
) -> None:
    await taken(await open_tab(), marie, engine)
    await escalated(tab, camille, engine)
    await camille.until(lambda: len(camille.queue) == 2)
    case_id = next(case["id"] for case in camille.queue if case["agent"] is None)
    assert (await camille.act("take", case_id))["ok"]
    to = await agent_id(gateway, "marie")
    await gateway.change(change)
    counts, said = await gateway.counts(), len(tab.texts)

    refused = await camille.act("transfer", case_id, agent_id=to)

    assert refused == refusal(sentence, agent="Marie")
    assert await gateway.counts() == counts
    assert await events(gateway, "transferred") == []
    assert (tab.owner, len(tab.texts)) == ("agent", said)


async def test_nobody_whose_desk_is_closed_gets_a_case(
    tab: Tab, camille: Desk, marie: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id = await taken(tab, camille, engine)
    to = await agent_id(gateway, "marie")
    await marie.close()
    for target in (to, 404):
        refused = await camille.act("transfer", case_id, agent_id=target)
        assert refused == refusal("refus_agent_absent")
    himself = await agent_id(gateway, "camille")
    assert await camille.act("transfer", case_id, agent_id=himself) == refusal("refus_deja_sien")
    assert await events(gateway, "transferred") == []


async def test_only_who_has_the_case_gives_it_away(
    tab: Tab, camille: Desk, marie: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id = await escalated(tab, camille, engine)
    to = await agent_id(gateway, "marie")
    assert await camille.act("transfer", case_id, agent_id=to) == refusal("refus_non_pris")
    await camille.act("take", case_id)
    for target in (to, None):
        assert await marie.act("transfer", case_id, agent_id=target) == refusal(
            "refus_pris", agent="Camille"
        )
    assert await camille.act("transfer", case_id) == refusal("refus_illisible")
    assert await events(gateway, "transferred") == []


async def test_given_away_twice_at_once_it_goes_once(
    tab: Tab,
    camille: Desk,
    marie: Desk,
    open_desk: OpenDesk,
    engine: FakeEngine,
    gateway: RunningGateway,
) -> None:
    await open_desk("luc")
    case_id = await taken(tab, camille, engine)
    targets = [await agent_id(gateway, login) for login in ("marie", "luc")]
    answers = await asyncio.gather(
        *(camille.act("transfer", case_id, agent_id=target) for target in targets)
    )
    assert sorted(answer["ok"] for answer in answers) == [False, True]
    assert len(await events(gateway, "transferred")) == 1
