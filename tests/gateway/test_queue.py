"""The queue: who is first, what those who wait are told, who is here, and how a case comes back."""

from datetime import timedelta
from typing import Any

import pytest

from gateway.catalogue import load_catalogue
from tests.gateway.clients import Desk, Tab
from tests.gateway.conftest import OpenDesk, OpenTab
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import RunningGateway

CATALOGUE = load_catalogue()
ASK = "parler à quelqu’un"
FRAUD = "j’ai reçu un texto bizarre"
RETURN = "Revenir à l’assistant"


@pytest.fixture(autouse=True)
def what_the_engine_knows(engine: FakeEngine) -> None:
    engine.says[ASK] = reply("D’accord.", custom=handover())
    engine.says[FRAUD] = reply("Ne cliquez sur rien.", custom=handover("fraude", "first"))
    engine.reads[FRAUD] = "signaler_fraude"


def places(tab: Tab) -> list[int]:
    """The places a tab was told, in order."""
    return [place["position"] for place in tab.named("waiting")]


async def waiting(open_tab: OpenTab, desk: Desk, count: int) -> list[Tab]:
    """So many clients who wait, in order."""
    tabs = []
    for number in range(count):
        tabs.append(await open_tab())
        await tabs[-1].say(ASK)
        await desk.until(lambda at_least=number + 1: len(desk.queue) >= at_least)
    return tabs


async def closed(tab: Tab, desk: Desk, line: str = ASK) -> dict[str, Any]:
    """The case of a client, taken and closed."""
    await tab.say(line)
    case_id = await desk.first_case()
    case = desk.queue[0]
    await desk.act("take", case_id)
    assert await desk.act("close", case_id, reason="regle") == {"ok": True}
    await tab.until(lambda: tab.owner == "closed")
    await desk.until(lambda: desk.queue == [])
    return case


async def test_fraud_is_first_then_who_was_given_back_then_the_oldest(
    open_tab: OpenTab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    old, returned, _new = await waiting(open_tab, desk, 3)
    old_id, returned_id, new_id = (case["id"] for case in desk.queue)
    await gateway.change("UPDATE cases SET returned = 1 WHERE id = :id", id=returned_id)
    fraud = await open_tab()
    await fraud.say(FRAUD)
    await desk.until(lambda: len(desk.queue) == 4)
    assert [case["id"] for case in desk.queue][1:] == [returned_id, old_id, new_id]
    assert desk.queue[0]["priority"] == "first"
    await fraud.until(lambda: places(fraud)[-1:] == [1])
    await returned.until(lambda: places(returned)[-1] == 2)
    await old.until(lambda: places(old)[-1] == 3)


async def test_clients_are_told_their_place_as_it_changes_and_only_then(
    open_tab: OpenTab, open_desk: OpenDesk
) -> None:
    desk = await open_desk("camille")
    first, second, third = await waiting(open_tab, desk, 3)
    await third.until(lambda: places(third) == [3])
    await desk.act("take", desk.queue[0]["id"])
    await second.until(lambda: places(second) == [2, 1])
    await third.until(lambda: places(third) == [3, 2])
    await second.press(RETURN)
    await third.until(lambda: places(third) == [3, 2, 1])
    assert places(first) == [1]
    # A tab that is opened later has it from the start, after its history.
    other = await third.another()
    await other.until(lambda: places(other) == [1])
    assert places(third) == [3, 2, 1]
    # The place comes after the news that one waits.
    names = [name for name, _ in third.events]
    assert names.index("state") < names.index("waiting")


async def test_fraud_said_while_waiting_goes_first(
    open_tab: OpenTab, open_desk: OpenDesk, engine: FakeEngine
) -> None:
    desk = await open_desk("camille")
    first, second = await waiting(open_tab, desk, 2)
    asked = len(engine.requests)
    await first.say("bonjour?")
    assert desk.queue[0]["priority"] == "normal"
    [answer] = await second.say(FRAUD)
    assert answer["text"] == CATALOGUE.say("transmis_fraude")
    await desk.until(lambda: desk.queue[0]["priority"] == "first")
    await second.until(lambda: places(second)[-1] == 1)
    await first.until(lambda: places(first)[-1] == 2)
    assert len(engine.requests) == asked, "the assistant has no part in it"


async def test_a_line_that_cannot_be_read_changes_nothing(
    open_tab: OpenTab, open_desk: OpenDesk, engine: FakeEngine
) -> None:
    desk = await open_desk("camille")
    [tab] = await waiting(open_tab, desk, 1)
    engine.reads["???"] = None
    assert [m["text"] for m in await tab.say("???")] == [CATALOGUE.say("transmis")]
    await engine.stop()
    assert [m["text"] for m in await tab.say(FRAUD)] == [CATALOGUE.say("transmis_encore")]
    assert desk.queue[0]["priority"] == "normal"
    assert tab.owner == "waiting"


async def test_desks_know_who_is_here(open_desk: OpenDesk, gateway: RunningGateway) -> None:
    camille, dominique = await open_desk("camille"), await open_desk("dominique")
    again = Desk(gateway.url, camille.cookie)
    await again.connect()
    [me] = await again.until(lambda: again.named("me"))
    assert me == {
        "id": me["id"],
        "name": "Camille",
        "role": "agent",
        "presence": "here",
        "capacity": 3,
    }
    await camille.call("presence", {"presence": "away", "capacity": 5})
    await again.until(lambda: again.named("me")[-1]["presence"] == "away")
    here = {"presence": "here", "connected": True, "cases": 0, "capacity": 3}
    away = {"presence": "away", "connected": True, "cases": 0, "capacity": 5}

    def agents() -> list[dict[str, Any]]:
        last: list[dict[str, Any]] = dominique.named("queue")[-1]["agents"]
        return [{k: v for k, v in agent.items() if k != "id"} for agent in last]

    await dominique.until(
        lambda: agents() == [{"name": "Camille"} | away, {"name": "Dominique"} | here]
    )
    # With a desk left, one is still there.
    await camille.close()
    await dominique.until(lambda: agents()[0]["connected"])
    await again.close()
    await dominique.until(lambda: not agents()[0]["connected"])
    assert dominique.named("queue")[-1]["open"] is True


@pytest.mark.parametrize(
    "content",
    [
        {"presence": "here", "capacity": 0},
        {"presence": "here", "capacity": 51},
        {"presence": "gone", "capacity": 3},
        {"presence": "here"},
        None,
    ],
)
async def test_a_presence_that_cannot_be_is_refused(open_desk: OpenDesk, content: object) -> None:
    desk = await open_desk("camille")
    answer = await desk.call("presence", content)
    assert answer == {"ok": False, "error": CATALOGUE.say("refus_illisible")}
    assert desk.named("me")[-1]["capacity"] == 3


async def test_nobody_takes_more_than_they_want_at_once(
    open_tab: OpenTab, open_desk: OpenDesk
) -> None:
    desk = await open_desk("camille")
    await desk.call("presence", {"presence": "here", "capacity": 1})
    tabs = await waiting(open_tab, desk, 2)
    one, two = (case["id"] for case in desk.queue)
    assert await desk.act("take", one) == {"ok": True}
    refusal = {"ok": False, "error": CATALOGUE.say("refus_capacite", maximum="1")}
    assert await desk.act("take", two) == refusal
    assert tabs[1].owner == "waiting"
    await desk.act("hand_back", one)
    assert await desk.act("take", two) == {"ok": True}


async def test_a_client_who_writes_again_has_the_same_case_first_in_line(
    open_tab: OpenTab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    tab = await open_tab()
    case = await closed(tab, desk)
    await waiting(open_tab, desk, 1)

    [answer] = await tab.say("ça ne marche toujours pas")

    assert answer["text"].startswith(CATALOGUE.say("reouverture"))
    assert "1re place" in answer["text"]
    assert case["reference"] in answer["text"]
    assert tab.owner == "waiting"
    await desk.until(lambda: len(desk.queue) == 2)
    assert (desk.queue[0]["id"], desk.queue[0]["returned"]) == (case["id"], True)
    assert desk.queue[0]["agent"] is None
    found = await gateway.rows(f"SELECT kind FROM case_events WHERE case_id = {case['id']}")  # noqa: S608
    assert [kind for (kind,) in found] == ["opened", "taken", "closed", "reopened"]
    assert await desk.act("take", case["id"]) == {"ok": True}


@pytest.mark.parametrize("intent", ["remercier", "au_revoir", "affirmer", "probleme_resolu"])
async def test_thanks_and_goodbyes_reopen_nothing(
    tab: Tab, open_desk: OpenDesk, engine: FakeEngine, intent: str
) -> None:
    desk = await open_desk("camille")
    await closed(tab, desk)
    engine.reads["merci bien"] = intent
    assert [m["text"] for m in await tab.say("merci bien")] == [CATALOGUE.say("avec_plaisir")]
    assert tab.owner == "closed"
    assert desk.queue == []
    # What comes after is looked at by itself.
    await tab.say("attendez, non")
    assert tab.owner == "waiting"


async def test_what_the_engine_cannot_read_reopens(
    tab: Tab, open_desk: OpenDesk, engine: FakeEngine
) -> None:
    desk = await open_desk("camille")
    await closed(tab, desk)
    await engine.stop()
    await tab.say("merci")
    assert tab.owner == "waiting"
    await desk.first_case()


async def test_fraud_reopens_first(
    tab: Tab, open_tab: OpenTab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    await closed(tab, desk)
    await waiting(open_tab, desk, 1)
    await gateway.change("UPDATE cases SET returned = 1")
    [answer] = await tab.say(FRAUD)
    assert "1re place" in answer["text"]
    await desk.until(lambda: desk.queue and desk.queue[0]["priority"] == "first")


async def test_a_reopened_case_promises_nobody_who_is_not_there(
    tab: Tab, open_desk: OpenDesk
) -> None:
    desk = await open_desk("camille")
    await closed(tab, desk)
    await desk.call("presence", {"presence": "away", "capacity": 3})
    [answer] = await tab.say("allo?")
    assert CATALOGUE.say("file_absent") in answer["text"]


@pytest.mark.parametrize(
    ("age", "owner"), [(timedelta(hours=23), "waiting"), (timedelta(hours=25), "bot")]
)
async def test_after_a_day_the_assistant_answers(
    tab: Tab,
    open_desk: OpenDesk,
    gateway: RunningGateway,
    engine: FakeEngine,
    age: timedelta,
    owner: str,
) -> None:
    desk = await open_desk("camille")
    await closed(tab, desk)
    await gateway.change(
        "UPDATE cases SET closed_at = datetime(closed_at, :by)",
        by=f"-{age.total_seconds()} seconds",
    )
    await tab.say("me revoilà")
    assert tab.owner == owner
    assert (engine.lines[-1] == "me revoilà") is (owner == "bot")
    assert (tab.texts[-1] == "Écho : me revoilà") is (owner == "bot")


async def test_after_a_restart_everybody_has_the_place_they_had(
    open_tab: OpenTab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    tabs = await waiting(open_tab, desk, 3)
    await tabs[2].say(FRAUD)
    await tabs[1].until(lambda: places(tabs[1])[-1] == 3)
    await gateway.stop()
    await gateway.start()
    tabs_again = [Tab(gateway.url, tab.cookie) for tab in tabs]
    desk_again = Desk(gateway.url, desk.cookie)
    for socket in (*tabs_again, desk_again):
        await socket.connect()
    for tab, place in zip(tabs_again, (2, 3, 1), strict=True):
        await tab.until(lambda tab=tab, place=place: places(tab)[-1:] == [place])
    for socket in (*tabs_again, desk_again):
        await socket.close()


async def test_a_line_stored_before_a_restart_reopens_after_it(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway, engine: FakeEngine
) -> None:
    desk = await open_desk("camille")
    await closed(tab, desk)
    await gateway.change(
        "UPDATE turns SET status = 'pending' WHERE seq = (SELECT max(seq) FROM turns)"
    )
    await gateway.stop()
    await gateway.start()
    back = Tab(gateway.url, tab.cookie)
    await back.connect()
    await back.until(lambda: back.named("history") and back.owner == "waiting")
    await back.close()
    assert engine.lines.count(ASK) == 1
