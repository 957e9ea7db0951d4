"""What a client went through before: the cases that are over, and their masked transcripts."""

from uuid import uuid4

import pytest

from tests.gateway.agents_at_work import escalated, refusal, taken
from tests.gateway.clients import Desk, Tab
from tests.gateway.conftest import OpenDesk, OpenTab
from tests.gateway.fake_engine import FakeEngine
from tests.gateway.running import RunningGateway


@pytest.fixture
async def desk(open_desk: OpenDesk) -> Desk:
    return await open_desk("camille")


async def follow(gateway: RunningGateway, later: int, earlier: int) -> None:
    """Make the conversation of one case the same browser's next after that of another."""
    await gateway.change(
        "UPDATE conversations SET predecessor_id ="
        " (SELECT conversation_id FROM cases WHERE id = :earlier)"
        " WHERE id = (SELECT conversation_id FROM cases WHERE id = :later)",
        earlier=earlier,
        later=later,
    )


async def test_earlier_cases_come_with_the_conversation_the_newest_first(
    tab: Tab, open_tab: OpenTab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    first = await taken(tab, desk, engine)
    await desk.act("close", first, reason="regle")
    next_tab = await open_tab()
    second = await taken(next_tab, desk, engine)
    await follow(gateway, second, first)
    await desk.act("hand_back", second)
    await desk.until(lambda: desk.queue == [])

    third = await escalated(next_tab, desk, engine)
    await desk.act("open", third)
    opened = (await desk.until(lambda: desk.named("conversation")[2:]))[-1]

    assert [(each["id"], each["outcome_label"]) for each in opened["earlier"]] == [
        (second, "Revenu à l’assistant"),
        (first, "Réglé"),
    ]
    assert opened["earlier"][1] | {"reference": "", "opened_at": "", "closed_at": ""} == {
        "id": first,
        "reference": "",
        "reason_label": "Demande à parler à une personne",
        "summary": "Veut un agent.",
        "opened_at": "",
        "closed_at": "",
        "outcome_label": "Réglé",
    }


async def test_an_earlier_conversation_is_read_masked(
    tab: Tab, open_tab: OpenTab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    first = await taken(tab, desk, engine, nom="Quévillon")
    await tab.say("c’est encore Quévillon")
    await desk.act("note", first, id=str(uuid4()), text="Quévillon rappellera")
    await desk.act("close", first, reason="regle", note="Quévillon est rassurée")
    second = await taken(await open_tab(), desk, engine)
    await follow(gateway, second, first)

    read = await desk.act("open_earlier", second, earlier_id=first)

    assert read["ok"]
    texts = [message["text"] for message in read["messages"]]
    assert "c’est encore [nom masqué]" in texts
    assert [note["text"] for note in read["notes"]] == ["[nom masqué] rappellera"]
    assert read["close_note"] == "[nom masqué] est rassurée"
    assert "Quévillon" not in str(read)
    assert "token" not in str(read)


async def test_a_case_opens_the_conversations_of_its_own_client_only(
    tab: Tab, open_tab: OpenTab, desk: Desk, engine: FakeEngine
) -> None:
    of_another = await taken(tab, desk, engine)
    await desk.act("close", of_another, reason="regle")
    case_id = await taken(await open_tab(), desk, engine)
    absent = refusal("refus_anterieure")
    assert await desk.act("open_earlier", case_id, earlier_id=of_another) == absent
    assert await desk.act("open_earlier", case_id, earlier_id=404) == absent
    assert await desk.act("open_earlier", of_another, earlier_id=of_another) == refusal(
        "refus_dossier"
    )
