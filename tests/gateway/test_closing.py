"""Closing: an agent says why, and may add a note that only the team reads."""

from pathlib import Path

import pytest

from tests.gateway.agents_at_work import (
    CATALOGUE,
    erase,
    escalated,
    is_in_clear,
    promote,
    refusal,
    taken,
)
from tests.gateway.clients import Desk, Tab
from tests.gateway.conftest import OpenDesk
from tests.gateway.fake_engine import FakeEngine
from tests.gateway.running import RunningGateway

NOTE = "Cliente rassurée, rien d’autre à faire"


@pytest.fixture
async def desk(open_desk: OpenDesk) -> Desk:
    return await open_desk("camille")


async def closed(gateway: RunningGateway) -> list[str | None]:
    """The reasons of the cases that are over."""
    found = await gateway.rows("SELECT close_reason FROM cases WHERE closed_at IS NOT NULL")
    return [row.close_reason for row in found]


async def test_a_case_is_closed_for_a_reason_with_a_note_that_is_sealed(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway, data_dir: Path
) -> None:
    case_id = await taken(tab, desk, engine)
    assert await desk.act("close", case_id, reason="conseiller", note=NOTE) == {"ok": True}
    await tab.until(lambda: tab.owner == "closed")
    assert tab.texts[-1] == CATALOGUE.say("fermeture")
    assert await closed(gateway) == ["conseiller"]
    [(kind, by)] = await gateway.rows(
        "SELECT kind, login FROM case_events e JOIN agents a ON a.id = e.agent_id"
        " WHERE kind = 'closed'"
    )
    assert (kind, by) == ("closed", "camille")
    [(note,)] = await gateway.rows("SELECT sealed_close_note FROM cases")
    assert note is not None
    assert NOTE not in str(tab.events)
    assert not is_in_clear(data_dir, NOTE)


async def test_a_case_that_is_closed_again_keeps_no_note_of_the_first_time(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id = await taken(tab, desk, engine)
    await desk.act("close", case_id, reason="conseiller", note=NOTE)
    await tab.until(lambda: tab.owner == "closed")
    await tab.say("ça bloque encore")
    assert tab.owner == "waiting"
    assert (await desk.act("close", case_id, reason="regle", note=None))["ok"]
    assert await gateway.rows("SELECT close_reason, sealed_close_note FROM cases") == [
        ("regle", None)
    ]


async def test_a_note_is_not_asked_for(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id = await escalated(tab, desk, engine)
    # Anyone may close a case that waits.
    assert (await desk.act("close", case_id, reason="abus", note=None))["ok"]
    assert await closed(gateway) == ["abus"]
    assert await gateway.rows("SELECT sealed_close_note FROM cases") == [(None,)]


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"reason": ""},
        {"reason": "je ne sais pas"},
        # Those that are not an agent's to give.
        {"reason": "client_parti"},
        {"reason": "rappel"},
        {"reason": "assistant"},
    ],
)
async def test_a_case_is_not_closed_without_a_reason(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway, content: dict[str, str]
) -> None:
    case_id = await taken(tab, desk, engine)
    counts = await gateway.counts()
    assert await desk.act("close", case_id, **content) == refusal("refus_motif")
    assert await closed(gateway) == []
    assert await gateway.counts() == counts
    await tab.until(lambda: tab.owner == "agent")


async def test_a_supervisor_closes_a_colleagues_case_and_an_agent_does_not(
    tab: Tab, desk: Desk, open_desk: OpenDesk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    other = await open_desk("dominique")
    case_id = await taken(tab, desk, engine)
    assert await other.act("close", case_id, reason="regle") == refusal(
        "refus_pris", agent="Camille"
    )
    assert await closed(gateway) == []
    await promote(gateway, "dominique")
    assert (await other.act("close", case_id, reason="regle"))["ok"]
    assert await closed(gateway) == ["regle"]


async def test_a_note_goes_with_what_was_said(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id = await taken(tab, desk, engine)
    await desk.act("close", case_id, reason="regle", note=NOTE)
    await erase(gateway, tab)
    assert await gateway.rows("SELECT sealed_close_note FROM cases") == [(None,)]
    assert await closed(gateway) == ["regle"], "that it was closed, and why, stays"
