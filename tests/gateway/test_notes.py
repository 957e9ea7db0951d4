"""Notes: what agents tell each other about a case, and nobody else."""

import asyncio
from pathlib import Path
from uuid import uuid4

import pytest

from tests.gateway.agents_at_work import CATALOGUE, erase, escalated, is_in_clear, refusal, taken
from tests.gateway.clients import SETTLING_SECONDS, Desk, Tab
from tests.gateway.conftest import OpenDesk
from tests.gateway.fake_engine import FakeEngine
from tests.gateway.running import RunningGateway

NOTE = "Rappeler le service demain"


@pytest.fixture
async def desk(open_desk: OpenDesk) -> Desk:
    return await open_desk("camille")


async def stored(gateway: RunningGateway) -> int:
    [[count]] = await gateway.rows("SELECT count(*) FROM case_notes")
    return int(count)


async def test_a_note_reaches_the_desks_that_show_the_case_and_no_client(
    tab: Tab, desk: Desk, open_desk: OpenDesk, engine: FakeEngine
) -> None:
    reader, other = await open_desk("marie"), await open_desk("luc")
    case_id = await taken(tab, desk, engine)
    await reader.act("open", case_id)

    note_id = str(uuid4())
    assert await desk.act("note", case_id, id=note_id, text=f" {NOTE} ") == {"ok": True}

    for each in (desk, reader):
        [told] = await each.until(lambda each=each: each.named("note"))
        assert told["case_id"] == case_id
        assert told["note"] | {"at": ""} == {
            "id": note_id,
            "at": "",
            "agent": "Camille",
            "text": NOTE,
        }
    # A later reader finds it with the transcript.
    await other.act("open", case_id)
    [opened] = await other.until(lambda: other.named("conversation"))
    assert [note["text"] for note in opened["notes"]] == [NOTE]
    await asyncio.sleep(SETTLING_SECONDS)
    assert other.named("note") == []
    assert NOTE not in str(tab.events)


async def test_any_agent_notes_about_a_case_that_waits(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id = await escalated(tab, desk, engine)
    assert (await desk.act("note", case_id, id=str(uuid4()), text=NOTE))["ok"]
    assert await stored(gateway) == 1


async def test_a_repeated_note_is_kept_once(
    tab: Tab, desk: Desk, open_desk: OpenDesk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    other = await open_desk("marie")
    case_id = await taken(tab, desk, engine)
    note_id = str(uuid4())
    for _ in range(2):
        assert (await desk.act("note", case_id, id=note_id, text=NOTE))["ok"]
    reused = refusal("refus_reutilise")
    assert await desk.act("note", case_id, id=note_id, text="Autre chose") == reused
    assert await other.act("note", case_id, id=note_id, text=NOTE) == reused
    assert await stored(gateway) == 1


async def test_a_note_is_read_masked_and_sealed_in_the_store(
    tab: Tab, desk: Desk, engine: FakeEngine, data_dir: Path
) -> None:
    case_id = await taken(tab, desk, engine, nom="Quévillon")
    await desk.act("note", case_id, id=str(uuid4()), text="Mme Quévillon semble pressée")
    [told] = await desk.until(lambda: desk.named("note"))
    assert told["note"]["text"] == "Mme [nom masqué] semble pressée"
    assert not is_in_clear(data_dir, "semble pressée")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"text": " "}, "refus_vide"),
        ({"text": "a" * 2001}, "refus_trop_long"),
        ({"id": "x"}, "refus_illisible"),
        ({"case_id": 404}, "refus_dossier"),
    ],
)
async def test_what_is_no_note_is_not_kept(
    tab: Tab,
    desk: Desk,
    engine: FakeEngine,
    gateway: RunningGateway,
    change: dict[str, object],
    sentence: str,
) -> None:
    case_id = await taken(tab, desk, engine)
    content = {"case_id": case_id, "id": str(uuid4()), "text": NOTE} | change
    assert await desk.call("note", content) == refusal(sentence, maximum="2000")
    assert await stored(gateway) == 0
    assert desk.named("note") == []


async def test_nothing_is_noted_once_the_case_is_over(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id = await taken(tab, desk, engine)
    await desk.act("close", case_id, reason="regle")
    assert await desk.act("note", case_id, id=str(uuid4()), text=NOTE) == refusal("refus_dossier")
    assert await stored(gateway) == 0


async def test_a_client_who_erases_the_conversation_erases_its_notes(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id = await taken(tab, desk, engine)
    await desk.act("note", case_id, id=str(uuid4()), text=NOTE)
    await erase(gateway, tab)
    assert await stored(gateway) == 0
    # The desk that shows the case is sent it anew, without them.
    again = await desk.until(lambda: desk.named("conversation")[1:])
    assert again[-1]["notes"] == []
    assert again[-1]["case"]["summary"] == ""
    assert [m["text"] for m in again[-1]["messages"]] == [CATALOGUE.say("effacement_client")]
