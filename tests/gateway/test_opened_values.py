"""An agent opens what is masked, one value at a time, and each time is written down."""

from typing import Any

import pytest
from structlog.testing import capture_logs

from gateway.catalogue import load_catalogue
from gateway.desk.supervision import opened_values
from tests.gateway.clients import Desk, Tab
from tests.gateway.conftest import OpenDesk, OpenTab
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import RunningGateway

CATALOGUE = load_catalogue()
LINE = "🙂 AB123456, écrivez à lea@exemple.ca"
CODE, COURRIEL = 0, 1


@pytest.fixture
async def desk(open_desk: OpenDesk) -> Desk:
    return await open_desk("camille")


async def escalated(tab: Tab, desk: Desk, engine: FakeEngine) -> tuple[int, dict[str, Any]]:
    """A case whose client has said LINE, and that line as the desk has it."""
    engine.says["un agent"] = reply("D’accord.", custom=handover())
    await tab.say(LINE)
    await tab.say("un agent")
    case_id = await desk.first_case()
    await desk.act("open", case_id)
    [opened] = await desk.until(lambda: desk.named("conversation"))
    return case_id, opened["messages"][1]


async def audit(gateway: RunningGateway) -> list[tuple[str, int, str]]:
    """Who opened what, by agent, `seq` and kind."""
    database = gateway.open_store()
    async with database.read() as session:
        newest_first = await opened_values(session, before=None)
    await database.close()
    return [(each.agent.login, each.seq, each.kind) for each, _ in reversed(newest_first)]


async def test_masks_come_with_their_kind_and_place(
    tab: Tab, desk: Desk, engine: FakeEngine
) -> None:
    _, line = await escalated(tab, desk, engine)
    shown = [(mask["kind"], line["text"][mask["start"] : mask["end"]]) for mask in line["masks"]]
    assert shown == [
        ("code_utilisateur", "[code d’utilisateur masqué]"),
        ("courriel", "[courriel masqué]"),
    ]
    assert [set(mask) for mask in line["masks"]] == [{"kind", "start", "end"}] * 2


async def test_the_agent_who_has_the_case_opens_one_value_at_a_time(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id, line = await escalated(tab, desk, engine)
    await desk.act("take", case_id)
    opened = await desk.act("open_value", case_id, seq=line["seq"], mask=CODE)
    assert opened == {"ok": True, "value": "AB123456"}
    assert await audit(gateway) == [("camille", line["seq"], "code_utilisateur")]
    opened = await desk.act("open_value", case_id, seq=line["seq"], mask=COURRIEL)
    assert opened["value"] == "lea@exemple.ca"
    assert len(await audit(gateway)) == 2
    # Nobody is told unasked.
    assert "AB123456" not in str(desk.events)


async def test_the_audit_never_holds_a_value(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id, line = await escalated(tab, desk, engine)
    await desk.act("take", case_id)
    await desk.act("open_value", case_id, seq=line["seq"], mask=CODE)
    assert "AB123456" not in str(await gateway.rows("SELECT * FROM opened_values"))


async def test_a_value_that_cannot_be_written_down_is_not_told(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id, line = await escalated(tab, desk, engine)
    await desk.act("take", case_id)
    await gateway.change(
        "CREATE TRIGGER full BEFORE INSERT ON opened_values BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    with capture_logs() as logs:
        refused = await desk.act("open_value", case_id, seq=line["seq"], mask=CODE)
    assert not refused["ok"]
    assert "AB123456" not in f"{refused} {logs}"


async def test_a_case_that_nobody_has_taken_stays_masked(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id, line = await escalated(tab, desk, engine)
    refused = await desk.act("open_value", case_id, seq=line["seq"], mask=CODE)
    assert refused == {"ok": False, "error": CATALOGUE.say("refus_non_pris")}
    assert await audit(gateway) == []


async def test_another_agents_case_stays_masked(
    tab: Tab, desk: Desk, open_desk: OpenDesk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id, line = await escalated(tab, desk, engine)
    await desk.act("take", case_id)
    other = await open_desk("dominique")
    refused = await other.act("open_value", case_id, seq=line["seq"], mask=CODE)
    assert refused == {"ok": False, "error": CATALOGUE.say("refus_pris", agent="Camille")}
    assert await audit(gateway) == []


async def test_a_case_that_is_over_stays_masked(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id, line = await escalated(tab, desk, engine)
    await desk.act("take", case_id)
    await desk.act("close", case_id, reason="regle")
    refused = await desk.act("open_value", case_id, seq=line["seq"], mask=CODE)
    assert refused == {"ok": False, "error": CATALOGUE.say("refus_dossier")}
    assert await audit(gateway) == []


@pytest.mark.parametrize(("seq", "mask"), [(2, 2), (2, -1), (99, 0), (1, 0)])
async def test_a_mask_that_is_not_there_is_refused(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway, seq: int, mask: int
) -> None:
    case_id, _ = await escalated(tab, desk, engine)
    await desk.act("take", case_id)
    refused = await desk.act("open_value", case_id, seq=seq, mask=mask)
    assert refused == {"ok": False, "error": CATALOGUE.say("refus_masque")}
    assert await audit(gateway) == []


async def test_a_case_opens_the_values_of_its_own_conversation_only(
    tab: Tab, open_tab: OpenTab, desk: Desk, engine: FakeEngine
) -> None:
    other = await open_tab()
    await other.say("CD234567")
    case_id, line = await escalated(tab, desk, engine)
    await desk.act("take", case_id)
    opened = await desk.act("open_value", case_id, seq=line["seq"], mask=CODE)
    assert opened["value"] == "AB123456"


async def test_what_is_said_to_an_agent_and_by_one_is_masked(
    tab: Tab, desk: Desk, engine: FakeEngine
) -> None:
    engine.says["c’est Quévillon"] = reply("Merci.", filled={"nom": "Quévillon"})
    await tab.say("c’est Quévillon")
    case_id, _ = await escalated(tab, desk, engine)
    await desk.act("take", case_id)
    await tab.say("oui, quevillon, et je m’appelle Zacharie")
    await desk.write(case_id, "Merci M. Quévillon.")
    await desk.until(lambda: "Merci M." in str(desk.named("message")[-1]))
    assert [m["message"]["text"] for m in desk.named("message")][-2:] == [
        "oui, [nom masqué], et je m’appelle [nom masqué]",
        "Merci M. [nom masqué].",
    ]
    # The client reads all of it.
    await tab.until(lambda: tab.texts[-1] == "Merci M. Quévillon.")
