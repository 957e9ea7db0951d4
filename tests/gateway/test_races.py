"""What happens at once: one case, one agent, one answer, whoever is first."""

import asyncio
from uuid import uuid4

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.app import CLOCK, DESK_QUEUE
from gateway.catalogue import load_catalogue
from gateway.desk import queue
from tests.gateway.clients import Desk, Tab
from tests.gateway.conftest import OpenDesk, OpenTab
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import RunningGateway

CATALOGUE = load_catalogue()
ASK = "parler à quelqu’un"
RETURN = "Revenir à l’assistant"
CONFIRM = "Oui, rappelez-moi"


@pytest.fixture(autouse=True)
def asking_for_a_person(engine: FakeEngine) -> None:
    engine.says[ASK] = reply("D’accord.", custom=handover())


async def kinds(gateway: RunningGateway) -> list[str]:
    """What happened to all cases, in order."""
    return [kind for (kind,) in await gateway.rows("SELECT kind FROM case_events ORDER BY id")]


async def ask(tab: Tab, line: str = ASK) -> None:
    """Ask for a person and wait until that is settled."""
    message_id = str(uuid4())
    assert (await tab.send(line, message_id))["ok"]
    await tab.until(lambda: message_id in [turn["id"] for turn in tab.named("turn")])


def index_of(tab: Tab, text: str) -> int:
    """The place of a message that the client has, by its text or the beginning of it."""
    return next(m["seq"] for m in tab.messages if m["text"].startswith(text))


async def test_two_tabs_ask_at_once(tab: Tab, gateway: RunningGateway) -> None:
    other = await tab.another()
    await asyncio.gather(ask(tab), ask(other), ask(tab), ask(other))
    assert await kinds(gateway) == ["opened"]
    references = [text for text in tab.texts if "numéro de référence" in text]
    assert len(references) == 1


async def test_a_client_asks_while_the_only_agent_leaves(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    other = await tab.another()
    await asyncio.gather(ask(tab), desk.close(), ask(other))
    assert await kinds(gateway) == ["opened"]
    promised = [CATALOGUE.say("relais") in text for text in tab.texts]
    refused = [CATALOGUE.say("file_absent") in text for text in tab.texts]
    # One of them, whichever was first; never both.
    assert sum(promised) + sum(refused) == 1
    assert tab.owner == "waiting"


async def test_a_case_is_escalated_again_while_its_agent_is_released(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    await ask(tab)
    await desk.act("take", await desk.first_case())
    await gateway.change("UPDATE cases SET answer_due_at = datetime('now', '-1 second')")
    clock = gateway.app[CLOCK]
    other = await tab.another()
    await asyncio.gather(ask(tab), clock.look(), ask(other), clock.look(), desk.close())
    assert await kinds(gateway) == ["opened", "taken", "released"]
    assert (await gateway.counts())["cases"] == 1


async def test_many_agents_take_one_case(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    names = ["camille", "dominique", "maxime", "charlie"]
    desks = [await open_desk(name) for name in names]
    await ask(tab)
    case_id = await desks[0].first_case()
    answers = await asyncio.gather(*(desk.act("take", case_id) for desk in desks for _ in range(2)))
    await tab.until(lambda: tab.owner == "agent")
    winner = tab.named("state")[-1]["agent"]
    refusal = CATALOGUE.say("refus_pris", agent=winner)
    # The one who has it may say so twice; everybody else reads who it is.
    assert [answer.get("error") for answer in answers].count(refusal) == 6
    assert [answer["ok"] for answer in answers].count(True) == 2
    assert await kinds(gateway) == ["opened", "taken"]


async def test_an_agent_takes_two_cases_at_once_with_one_place_left(
    open_tab: OpenTab, open_desk: OpenDesk
) -> None:
    desk = await open_desk("camille")
    await desk.call("presence", {"presence": "here", "capacity": 1})
    tabs = [await open_tab(), await open_tab()]
    for tab in tabs:
        await ask(tab)
    await desk.until(lambda: len(desk.queue) == 2)
    answers = await asyncio.gather(*(desk.act("take", case["id"]) for case in desk.queue))
    assert sorted(answer["ok"] for answer in answers) == [False, True]


async def test_a_client_returns_while_an_agent_takes_the_case(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    await ask(tab)
    case_id = await desk.first_case()
    pressed, taken = await asyncio.gather(
        tab.call("message", {"id": str(uuid4()), "button": tab.token(RETURN)}),
        desk.act("take", case_id),
    )
    await tab.until(lambda: tab.owner in {"agent", "bot"})
    happened = await kinds(gateway)
    if tab.owner == "agent":
        assert taken == {"ok": True}
        assert happened == ["opened", "taken"]
    else:
        assert pressed["ok"]
        assert taken == {"ok": False, "error": CATALOGUE.say("refus_dossier")}
        assert happened == ["opened", "returned"]


async def test_an_agent_writes_at_the_last_moment(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    await ask(tab)
    case_id = await desk.first_case()
    await desk.act("take", case_id)
    await gateway.change("UPDATE cases SET answer_due_at = datetime('now', '-1 second')")
    wrote, _ = await asyncio.gather(desk.write(case_id, "Me voici."), gateway.app[CLOCK].look())
    if wrote["ok"]:
        await tab.until(lambda: "Me voici." in tab.texts)
        assert await kinds(gateway) == ["opened", "taken"]
    else:
        await tab.until(lambda: tab.owner == "waiting")
        assert "Me voici." not in tab.texts
        assert await kinds(gateway) == ["opened", "taken", "released"]


async def test_two_tabs_write_in_a_closed_conversation(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    await ask(tab)
    case_id = await desk.first_case()
    await desk.act("close", case_id, reason="regle")
    await tab.until(lambda: tab.owner == "closed")
    other = await tab.another()
    await asyncio.gather(ask(tab, "allo"), ask(other, "attendez"))
    assert await kinds(gateway) == ["opened", "closed", "reopened"]
    assert sum(CATALOGUE.say("reouverture") in text for text in tab.texts) == 1


async def test_a_call_is_confirmed_while_an_agent_takes_the_case(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    await ask(tab)
    case_id = await desk.first_case()
    await ask(tab, "rappelez-moi au 418 555-0123 demain")
    pressed, taken = await asyncio.gather(
        tab.call("message", {"id": str(uuid4()), "button": tab.token(CONFIRM)}),
        desk.act("take", case_id),
    )
    await tab.until(lambda: tab.owner in {"agent", "bot"})
    [(call_back,)] = await gateway.rows("SELECT status FROM call_backs")
    if tab.owner == "agent":
        assert taken == {"ok": True}
        assert (call_back, await kinds(gateway)) == ("draft", ["opened", "taken"])
    else:
        assert pressed["ok"]
        assert taken == {"ok": False, "error": CATALOGUE.say("refus_dossier")}
        assert (call_back, await kinds(gateway)) == ("due", ["opened", "call_back"])


async def test_a_client_writes_while_the_agent_hands_back(tab: Tab, open_desk: OpenDesk) -> None:
    desk = await open_desk("camille")
    await ask(tab)
    case_id = await desk.first_case()
    await desk.act("take", case_id)
    _, handed_back = await asyncio.gather(ask(tab, "allo"), desk.act("hand_back", case_id))
    assert handed_back == {"ok": True}
    await tab.until(lambda: tab.owner == "bot")
    left = index_of(tab, CATALOGUE.say("remise", agent="Camille"))
    # Said to whom it was said, and to the assistant at least if it came afterwards.
    assert tab.texts.count("allo") == 1
    assert index_of(tab, "allo") < left or tab.texts.count("Écho : allo") == 1


async def test_a_client_writes_while_the_agent_closes(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    await ask(tab)
    case_id = await desk.first_case()
    await desk.act("take", case_id)
    _, closed = await asyncio.gather(
        ask(tab, "allo"), desk.act("close", case_id, reason="regle", note=None)
    )
    assert closed == {"ok": True}
    await tab.until(lambda: CATALOGUE.say("fermeture") in tab.texts)
    reopened = (await kinds(gateway))[3:]
    assert reopened in ([], ["reopened"])
    # What came after the end is never left there.
    assert index_of(tab, "allo") < index_of(tab, CATALOGUE.say("fermeture")) or reopened


async def test_a_case_is_given_away_at_the_last_moment(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk, colleague = await open_desk("camille"), await open_desk("dominique")
    await ask(tab)
    case_id = await desk.first_case()
    await desk.act("take", case_id)
    await gateway.change("UPDATE cases SET answer_due_at = datetime('now', '-1 second')")
    to = colleague.named("me")[-1]["id"]
    given, _ = await asyncio.gather(
        desk.act("transfer", case_id, agent_id=to), gateway.app[CLOCK].look()
    )
    happened = await kinds(gateway)
    if given["ok"]:
        assert happened == ["opened", "taken", "transferred"]
        await tab.until(lambda: tab.named("state")[-1]["agent"] == "Dominique")
    else:
        assert happened == ["opened", "taken", "released"]
        await tab.until(lambda: tab.owner == "waiting")


async def test_desks_that_come_and_go_leave_their_agent_here(
    open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")

    async def come_and_go() -> None:
        another = Desk(gateway.url, desk.cookie)
        await another.connect()
        await another.close()

    await asyncio.gather(*(come_and_go() for _ in range(5)))
    assert await gateway.rows("SELECT gone_at FROM agents") == [(None,)]


async def test_a_client_who_was_taken_while_the_queue_was_read_is_told_no_place(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = await open_desk("camille")
    await tab.say(ASK)
    case_id = await desk.first_case()

    async def taken_meanwhile(session: AsyncSession) -> int:
        monkeypatch.undo()
        await desk.act("take", case_id)
        await tab.until(lambda: tab.owner == "agent")
        return 0

    monkeypatch.setattr(queue, "count_due", taken_meanwhile)
    await gateway.app[DESK_QUEUE].publish()
    await desk.until(lambda: desk.queue[0]["mine"])
    events = [event for event, _ in tab.events]
    # The last state is the agent's.
    assert "waiting" not in events[len(events) - events[::-1].index("state") :]
