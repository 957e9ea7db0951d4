"""Supervision: every case, masked; the assistant's own conversations; who opened which value."""

from typing import Any
from unittest.mock import AsyncMock

import pytest
from structlog.testing import capture_logs

from gateway.app import DESK_QUEUE
from gateway.catalogue import load_catalogue
from gateway.conversation_keys import cipher_of
from gateway.desk import supervision
from gateway.handover.notes import add_note
from gateway.masked_copies import MaskedCopies
from gateway.masking import Masking
from gateway.models import Case, CaseEvent, CaseEventKind, Role
from tests.gateway.api import Page
from tests.gateway.clients import Desk, Tab
from tests.gateway.conftest import OpenDesk, OpenTab
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import RunningGateway
from tests.gateway.waiting import eventually

CATALOGUE = load_catalogue()
MASKED_COPIES = MaskedCopies(Masking(CATALOGUE))
LINE = "mon code est AB123456"
READINGS = (
    "SELECT login, kind, seq, case_id FROM opened_values o JOIN agents a ON a.id = o.agent_id "
    "ORDER BY o.id"
)


@pytest.fixture
async def chief(gateway: RunningGateway) -> Page:
    await gateway.add_agent("chef", "Chantal", Role.SUPERVISOR)
    return await Page.of(gateway, "chef")


@pytest.fixture(autouse=True)
def agent_wanted(engine: FakeEngine) -> None:
    engine.says["un agent"] = reply("D’accord.", custom=handover(probleme="lien_expire"))


async def case_of(tab: Tab, desk: Desk) -> int:
    """The case of a client who has said LINE, taken."""
    await tab.say(LINE)
    await tab.say("un agent")
    case_id = await desk.first_case()
    await desk.act("take", case_id)
    return case_id


async def annotate(gateway: RunningGateway, case_id: int) -> None:
    """What agents wrote about a case, and what happened to it."""
    database = gateway.open_store()
    async with database.write() as session:
        case = await session.get_one(Case, case_id)
        await add_note(session, case, 1, "note-1", "Rappeler AB123456 demain.", MASKED_COPIES)
        cipher = await cipher_of(session, case.conversation_id)
        case.sealed_close_note = cipher.seal("C’était AB123456.", f"cases/{case.id}/close_note")
        case.close_reason = "regle"
        session.add(
            CaseEvent(case_id=case.id, kind=CaseEventKind.TRANSFERRED, agent_id=1, to_agent_id=2)
        )
    await database.close()


async def test_a_case_is_read_masked_with_all_that_belongs_to_it(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway, chief: Page
) -> None:
    desk = await open_desk("camille")
    case_id = await case_of(tab, desk)
    await annotate(gateway, case_id)
    read = await chief.get(f"conversations/{case_id}")
    assert read["case"]["reason_label"] == CATALOGUE.label("motifs", "demande")
    assert read["case"]["problem_label"] == "Lien expiré"
    assert (read["case"]["owner"], read["case"]["agent"]) == ("agent", "Camille")
    assert read["case"]["summary"] == "Veut un agent."
    texts = [message["text"] for message in read["messages"]]
    assert "mon code est [code d’utilisateur masqué]" in texts
    assert [note["text"] for note in read["notes"]] == [
        "Rappeler [code d’utilisateur masqué] demain."
    ]
    assert read["close_note"] == "C’était [code d’utilisateur masqué]."
    assert [
        (event["agent"], event["to_agent"])
        for event in read["events"]
        if event["kind"] == "transferred"
    ] == [("Chantal", "Camille")]
    # Neither what the client wrote, nor what would give their place away.
    [(conversation_id,)] = await gateway.rows("SELECT id FROM conversations")
    assert "AB123456" not in str(read)
    assert conversation_id not in str(read)
    assert not any("token" in button for m in read["messages"] for button in m["buttons"])


async def test_reading_changes_nothing_and_tells_nobody(
    tab: Tab,
    open_desk: OpenDesk,
    gateway: RunningGateway,
    chief: Page,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = await open_desk("camille")
    case_id = await case_of(tab, desk)
    # What the take itself tells comes a moment later.
    await desk.until(lambda: [case["mine"] for case in desk.queue] == [True])
    await tab.until(lambda: tab.owner == "agent")
    before = (await gateway.counts(), tab.events[:], _but_queues(desk))
    # A queue that something before it asked for may come meanwhile; none is asked for.
    queue_wanted = AsyncMock()
    monkeypatch.setattr(gateway.app[DESK_QUEUE], "publish", queue_wanted)
    with capture_logs() as logs:
        await chief.get(f"conversations/{case_id}")
        await chief.get("conversations?q=x")
        await chief.get("valeurs-ouvertes")
    queue_wanted.assert_not_awaited()
    assert (await gateway.counts(), tab.events, _but_queues(desk)) == before
    assert logs == []
    # But for the trace of it: one row, for the one conversation that was opened.
    assert await gateway.rows(READINGS) == [("chef", "conversation", 0, case_id)]


def _but_queues(desk: Desk) -> list[tuple[str, Any]]:
    return [event for event in desk.events if event[0] != "queue"]


async def test_cases_are_found_by_reference_however_it_is_written(
    open_tab: OpenTab, open_desk: OpenDesk, chief: Page
) -> None:
    desk = await open_desk("camille")
    for _ in range(2):
        await (await open_tab()).say("un agent")
    await desk.until(lambda: len(desk.queue) == 2)
    reference = desk.queue[0]["reference"]
    for written in (reference, reference.lower(), reference.replace("-", " "), reference[:3]):
        found = (await chief.get(f"conversations?q={written}"))["cases"]
        assert reference in [case["reference"] for case in found], written
    for written in ("%25", "_______", "OOO"):
        assert (await chief.get(f"conversations?q={written}"))["cases"] == []


async def test_open_and_closed_cases_are_told_apart(
    open_tab: OpenTab, open_desk: OpenDesk, chief: Page, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    first = await case_of(await open_tab(), desk)
    await gateway.change(
        "UPDATE cases SET closed_at = datetime('now'), close_reason = 'conseiller'"
    )
    await (await open_tab()).say("un agent")
    await eventually(lambda: _found(chief, "open", 1))
    [still_open] = (await chief.get("conversations?state=open"))["cases"]
    [closed] = (await chief.get("conversations?state=closed"))["cases"]
    everything = (await chief.get("conversations"))["cases"]
    assert [case["id"] for case in everything] == [still_open["id"], closed["id"]]
    assert closed["id"] == first
    assert closed["owner"] == "closed"
    assert closed["close_label"] == CATALOGUE.label("fermetures", "conseiller")
    assert (still_open["owner"], still_open["agent"]) == ("waiting", None)
    assert (await chief.ask("GET", "conversations?state=any"))[0] == 422


async def _found(chief: Page, state: str, count: int) -> bool:
    return len((await chief.get(f"conversations?state={state}"))["cases"]) == count


async def test_lists_are_paged_without_a_gap(
    open_tab: OpenTab,
    open_desk: OpenDesk,
    chief: Page,
    gateway: RunningGateway,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(supervision, "PAGE_LENGTH", 2)
    monkeypatch.setattr("gateway.desk.supervision_routes.PAGE_LENGTH", 2)
    desk = await open_desk("camille")
    case_id = await case_of(await open_tab(), desk)
    for _ in range(2):
        await (await open_tab()).say("un agent")
    await desk.until(lambda: len(desk.queue) == 3)
    for _ in range(3):
        await desk.act("open_value", case_id, seq=2, mask=0)
    for path, key in (("conversations?", "cases"), ("valeurs-ouvertes?", "values")):
        first = await chief.get(path)
        second = await chief.get(f"{path}before={first[key][-1]['id']}")
        assert (first["more"], second["more"]) == (True, False)
        ids = [row["id"] for row in first[key] + second[key]]
        assert ids == sorted(set(ids), reverse=True)
        assert len(ids) == 3
    assert (await chief.ask("GET", "conversations?before=x"))[0] == 422


async def test_the_audit_says_who_opened_what_kind_of_value_in_which_case(
    tab: Tab, open_desk: OpenDesk, chief: Page
) -> None:
    desk = await open_desk("camille")
    case_id = await case_of(tab, desk)
    reference = desk.queue[0]["reference"]
    await desk.act("open_value", case_id, seq=2, mask=0)
    answer = await chief.get("valeurs-ouvertes")
    [opened] = answer["values"]
    assert (opened["agent"], opened["reference"], opened["kind"]) == (
        "Camille",
        reference,
        "code_utilisateur",
    )
    assert "AB123456" not in str(answer)


async def test_the_audit_says_who_read_which_conversation(
    tab: Tab, open_tab: OpenTab, open_desk: OpenDesk, chief: Page
) -> None:
    desk = await open_desk("camille")
    first = await case_of(tab, desk)
    reference = desk.queue[0]["reference"]
    await desk.act("hand_back", first)
    await tab.until(lambda: tab.owner == "bot")
    # The client has another case since, and another client none.
    await tab.say("un agent")
    await desk.until(lambda: desk.queue and desk.queue[0]["reference"] != reference)
    await (await open_tab()).say(LINE)
    await chief.get(f"conversations/{first}")
    [assisted] = (await chief.get("conversations-assistant"))["conversations"]
    await chief.get(f"conversations-assistant/{assisted['key']}")
    assert (await chief.ask("GET", "conversations/99"))[0] == 404
    rows = (await chief.get("valeurs-ouvertes"))["values"]
    assert [(row["agent"], row["reference"], row["kind"]) for row in rows] == [
        ("Chantal", None, "conversation"),
        ("Chantal", reference, "conversation"),
    ]


async def test_a_conversation_whose_reading_cannot_be_written_down_is_not_told(
    tab: Tab, open_tab: OpenTab, open_desk: OpenDesk, gateway: RunningGateway, chief: Page
) -> None:
    case_id = await case_of(tab, await open_desk("camille"))
    await (await open_tab()).say(LINE)
    [assisted] = (await chief.get("conversations-assistant"))["conversations"]
    await gateway.change(
        "CREATE TRIGGER full BEFORE INSERT ON opened_values BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    for path in (f"conversations/{case_id}", f"conversations-assistant/{assisted['key']}"):
        status, answer = await chief.ask("GET", path)
        assert (status, "mon code est" in str(answer)) == (500, False)


async def test_conversations_of_the_assistant_alone(
    tab: Tab, open_tab: OpenTab, open_desk: OpenDesk, chief: Page, gateway: RunningGateway
) -> None:
    await tab.say(LINE)
    desk = await open_desk("camille")
    # Neither who has a case nor who has said nothing.
    await (await open_tab()).say("un agent")
    await open_tab()
    await desk.first_case()
    [listed] = (await chief.get("conversations-assistant"))["conversations"]
    assert listed["lines"] == 3
    read = await chief.get(f"conversations-assistant/{listed['key']}")
    assert read["messages"][1]["text"] == "mon code est [code d’utilisateur masqué]"
    ids = await gateway.rows("SELECT id FROM conversations")
    assert not any(conversation_id in str(listed) + str(read) for (conversation_id,) in ids)
    gone = (404, {"error": CATALOGUE.say("refus_dossier_inconnu")})
    assert await chief.ask("GET", f"conversations-assistant/{'0' * 64}") == gone
    assert await chief.ask("GET", "conversations/99") == gone


async def test_what_was_erased_is_empty(
    tab: Tab, open_desk: OpenDesk, engine: FakeEngine, chief: Page
) -> None:
    engine.says["effacez"] = reply("C’est effacé.", custom={"erase": {}})
    desk = await open_desk("camille")
    case_id = await case_of(tab, desk)
    await desk.act("open_value", case_id, seq=2, mask=0)
    await desk.act("hand_back", case_id)
    await tab.until(lambda: tab.owner == "bot")
    await tab.say("effacez")
    read = await chief.get(f"conversations/{case_id}")
    assert [message["text"] for message in read["messages"]] == ["C’est effacé."]
    assert (read["case"]["summary"], read["case"]["steps"], read["close_note"]) == ("", [], None)
    # That it was opened, and read, stays.
    rows = (await chief.get("valeurs-ouvertes"))["values"]
    assert [row["kind"] for row in rows] == ["conversation", "code_utilisateur"]


async def test_a_supervisor_gives_a_case_to_another_agent_or_back_to_the_queue(
    tab: Tab, open_desk: OpenDesk, chief: Page
) -> None:
    camille, dominique = await open_desk("camille"), await open_desk("dominique")
    case_id = await case_of(tab, camille)
    [target] = [a for a in (await chief.get("agents"))["agents"] if a["login"] == "dominique"]
    assign = f"conversations/{case_id}/agent"
    assert await chief.ask("POST", assign, {"agent_id": target["id"]}) == (200, {})
    await dominique.until(lambda: dominique.queue[0]["mine"])
    await tab.until(
        lambda: (
            tab.texts[-1] == CATALOGUE.say("transfert", agent="Camille", nouvel_agent="Dominique")
        )
    )
    assert await chief.ask("POST", assign, {"agent_id": None}) == (200, {})
    await tab.until(lambda: tab.owner == "waiting")
    read = await chief.get(f"conversations/{case_id}")
    assert [(e["kind"], e["agent"], e["to_agent"]) for e in read["events"][-2:]] == [
        ("transferred", "Chantal", "Dominique"),
        ("transferred", "Chantal", None),
    ]


async def test_a_case_is_not_given_to_whoever_is_not_there(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway, chief: Page
) -> None:
    case_id = await case_of(tab, await open_desk("camille"))
    await gateway.add_agent("dominique", "Dominique")
    before = await gateway.rows("SELECT * FROM cases")
    for agent_id in (3, 99):
        refused = (409, {"error": CATALOGUE.say("refus_agent_absent")})
        assert (
            await chief.ask("POST", f"conversations/{case_id}/agent", {"agent_id": agent_id})
            == refused
        )
    gone = (409, {"error": CATALOGUE.say("refus_dossier")})
    assert await chief.ask("POST", "conversations/99/agent", {"agent_id": None}) == gone
    assert await gateway.rows("SELECT * FROM cases") == before
