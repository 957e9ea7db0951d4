"""Given back to the assistant: what the client reads, and what the engine is told, when."""

import pytest

from gateway.catalogue import load_catalogue
from gateway.handover.resumption import RESUME_PAYLOAD
from tests.gateway.clients import Desk, Tab
from tests.gateway.conftest import OpenDesk
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import RunningGateway

CATALOGUE = load_catalogue()
ASK = "un agent"
PLANNED = "SELECT count(*) FROM follow_ups"


@pytest.fixture
async def desk(tab: Tab, open_desk: OpenDesk, engine: FakeEngine) -> Desk:
    """The desk of an agent who has taken the client's case."""
    engine.says[ASK] = reply("Oui.", custom=handover())
    desk = await open_desk("camille")
    await tab.say(ASK)
    assert await desk.act("take", await desk.first_case()) == {"ok": True}
    return desk


async def hand_back(tab: Tab, desk: Desk) -> None:
    """The agent gives the client back."""
    assert await desk.act("hand_back", desk.queue[0]["id"]) == {"ok": True}
    await tab.until(lambda: tab.owner == "bot")


async def test_the_client_reads_who_leaves_and_who_speaks_now(tab: Tab, desk: Desk) -> None:
    await hand_back(tab, desk)
    leaves, speaks = tab.messages[-2:]
    assert (leaves["from"]["kind"], leaves["text"]) == (
        "system",
        CATALOGUE.say("remise", agent="Camille"),
    )
    assert (speaks["from"]["kind"], speaks["text"]) == ("bot", CATALOGUE.say("reprise"))
    assert [b["title"] for b in speaks["buttons"]] == [
        choice.title for choice in CATALOGUE.buttons["reprise"]
    ]


async def test_the_engine_is_told_before_the_clients_next_line(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    await hand_back(tab, desk)
    await tab.say("Jean")
    assert engine.lines == [ASK, RESUME_PAYLOAD, "Jean"]
    assert await gateway.rows(PLANNED) == [(0,)]


async def test_the_engine_is_told_without_a_line(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    await hand_back(tab, desk)
    said = len(tab.messages)
    await engine.until_answered(RESUME_PAYLOAD)
    assert len(tab.messages) == said, "it has nothing to say to the client"


async def test_a_silent_engine_keeps_nobody_from_handing_back(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    engine.fails[RESUME_PAYLOAD] = 500
    await hand_back(tab, desk)
    # It is told again later, and the client's line doesn't wait for that.
    assert (await tab.say("allo"))[-1]["text"] == "Écho : allo"
    assert await gateway.rows(PLANNED) == [(1,)]
    del engine.fails[RESUME_PAYLOAD]
    await tab.say("me voici")
    assert engine.lines[-2:] == [RESUME_PAYLOAD, "me voici"]
    assert await gateway.rows(PLANNED) == [(0,)]


async def test_it_is_not_told_later_that_a_form_begun_since_is_to_be_left(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    engine.fails[RESUME_PAYLOAD] = 500
    engine.says["renvoyez"] = reply(
        "Votre code?", requested_slot="code_utilisateur", step="renvoyer_courriel.envoyer"
    )
    await hand_back(tab, desk)
    await tab.say("renvoyez")
    assert await gateway.rows(PLANNED) == [(0,)]


async def test_nothing_of_it_stays_once_a_person_is_called_again(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    engine.fails[RESUME_PAYLOAD] = 500
    await hand_back(tab, desk)
    await tab.say(ASK)
    assert tab.owner == "waiting"
    assert await gateway.rows(PLANNED) == [(0,)]
