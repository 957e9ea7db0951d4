"""Every time limit of a hand-over: nothing before it, the right thing after it, restart or not."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from datetime import timedelta
from unittest.mock import AsyncMock

import aiohttp
import pytest
import time_machine
from sqlalchemy.exc import OperationalError

from gateway.app import CLIENT_PRESENCE, CLOCK, DESK_QUEUE, SIO
from gateway.catalogue import load_catalogue
from gateway.delivery import Delivery
from gateway.handover.cases import TYPING_STORED_EVERY, access_case, agent_is_writing
from gateway.viewers import ClientViewer
from tests.gateway.clients import SETTLING_SECONDS, Desk, Tab, fresh_cookie
from tests.gateway.conftest import OpenDesk, OpenTab
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import PORTAL_ORIGIN, RunningGateway
from tests.gateway.waiting import eventually

CATALOGUE = load_catalogue()
ASK = "parler à quelqu’un"
RETURN = "Revenir à l’assistant"
CALL_BACK = "Être rappelé"
# The settings' defaults.
SILENT, GONE = timedelta(minutes=3), timedelta(minutes=1)
LONG_WAIT, CLIENT_GONE, WARNED = (timedelta(minutes=minutes) for minutes in (5, 10, 5))
HERE, AWAY = ({"presence": presence, "capacity": 3} for presence in ("here", "away"))
# Tests take some seconds of their own.
MARGIN = timedelta(seconds=20)

LetPass = Callable[[timedelta], Awaitable[None]]


@pytest.fixture(autouse=True)
def asking_for_a_person(engine: FakeEngine) -> None:
    engine.says[ASK] = reply("Je vous passe quelqu’un.", custom=handover())


@pytest.fixture
def time() -> Iterator[time_machine.Traveller]:
    """The clock of the process, the gateway's included."""
    with time_machine.travel("2026-01-13T15:00:00Z", tick=True) as traveller:
        yield traveller


@pytest.fixture
def let_pass(time: time_machine.Traveller, gateway: RunningGateway) -> LetPass:
    """Moves the clock on, and has the gateway look."""

    async def move_on(span: timedelta) -> None:
        time.shift(span)
        await gateway.app[CLOCK].look()

    return move_on


async def taken(tab: Tab, desk: Desk) -> int:
    """A case that the agent of the desk has taken."""
    await tab.say(ASK)
    case_id = await desk.first_case()
    assert await desk.act("take", case_id) == {"ok": True}
    await tab.until(lambda: tab.owner == "agent")
    return case_id


async def events(gateway: RunningGateway) -> list[str]:
    return [kind for (kind,) in await gateway.rows("SELECT kind FROM case_events ORDER BY id")]


async def test_a_silent_agent_gives_the_case_back_first_in_line(
    let_pass: LetPass, tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    await taken(tab, desk)
    await let_pass(SILENT - MARGIN)
    assert tab.owner == "agent"
    await let_pass(MARGIN)
    await tab.until(lambda: tab.owner == "waiting")
    assert tab.texts[-1].startswith(CATALOGUE.say("agent_parti", agent="Camille"))
    assert "1re place" in tab.texts[-1]
    await desk.until(lambda: desk.queue[0]["returned"])
    assert (desk.queue[0]["agent"], desk.queue[0]["mine"]) == (None, False)
    assert await events(gateway) == ["opened", "taken", "released"]
    # The same agent can take it again.
    assert await desk.act("take", desk.queue[0]["id"]) == {"ok": True}


async def test_an_agent_who_answered_has_all_the_time_until_the_client_writes(
    let_pass: LetPass, tab: Tab, open_desk: OpenDesk
) -> None:
    desk = await open_desk("camille")
    case_id = await taken(tab, desk)
    await desk.write(case_id, "Bonjour.")
    await let_pass(2 * SILENT)
    assert tab.owner == "agent"
    await tab.say("êtes-vous là?")
    await let_pass(SILENT / 2)
    # Counted from the first line that has no answer.
    await tab.say("allo?")
    await let_pass(SILENT / 2 - MARGIN)
    assert tab.owner == "agent"
    await let_pass(2 * MARGIN)
    await tab.until(lambda: tab.owner == "waiting")


async def test_typing_counts_as_answering(
    let_pass: LetPass, tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    case_id = await taken(tab, desk)
    stored = await gateway.rows("SELECT answer_due_at FROM cases")
    database = gateway.open_store()

    async def type_something() -> None:
        async with database.write() as session:
            agent_is_writing(await access_case(session, case_id), SILENT)

    await type_something()
    assert await gateway.rows("SELECT answer_due_at FROM cases") == stored, "stored too often"
    await let_pass(TYPING_STORED_EVERY)
    await type_something()
    assert await gateway.rows("SELECT answer_due_at FROM cases") != stored
    await let_pass(SILENT - MARGIN)
    assert tab.owner == "agent"
    await let_pass(MARGIN)
    await tab.until(lambda: tab.owner == "waiting")
    await database.close()


async def test_an_agent_who_leaves_gives_the_case_back(
    let_pass: LetPass, tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    await taken(tab, desk)
    await desk.close()
    await until_gone(gateway, "agents", "gone_at")
    await let_pass(GONE - MARGIN)
    assert tab.owner == "agent"
    await let_pass(MARGIN)
    await tab.until(lambda: tab.owner == "waiting")
    # Nobody else is there: no place is promised, a call is offered.
    assert tab.texts[-1].startswith(CATALOGUE.say("agent_parti", agent="Camille"))
    assert CATALOGUE.say("file_absent") in tab.texts[-1]
    assert [b["title"] for b in tab.messages[-1]["buttons"]] == [CALL_BACK, RETURN]


async def test_an_agent_who_comes_back_in_time_keeps_the_case(
    let_pass: LetPass, tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    case_id = await taken(tab, desk)
    await desk.write(case_id, "Bonjour.")
    other_tab = Desk(gateway.url, desk.cookie)
    await other_tab.connect()
    await other_tab.until(lambda: other_tab.named("queue"))
    # One of two desks: the agent is there.
    await desk.close()
    await let_pass(2 * GONE)
    assert tab.owner == "agent"
    await other_tab.close()
    await until_gone(gateway, "agents", "gone_at")
    back = Desk(gateway.url, desk.cookie)
    await back.connect()
    await back.until(lambda: back.named("queue"))
    await let_pass(2 * GONE)
    assert await back.write(case_id, "Me revoici.") == {"ok": True}
    await back.close()


async def test_a_long_wait_is_apologised_for_once(
    let_pass: LetPass, tab: Tab, open_desk: OpenDesk
) -> None:
    desk = await open_desk("camille")
    await tab.say(ASK)
    await desk.first_case()
    await let_pass(LONG_WAIT - MARGIN)
    assert CATALOGUE.say("attente_longue") not in tab.texts
    await let_pass(MARGIN)
    await tab.until(lambda: tab.texts[-1] == CATALOGUE.say("attente_longue"))
    assert [b["title"] for b in tab.messages[-1]["buttons"]] == [CALL_BACK, RETURN]
    await let_pass(2 * LONG_WAIT)
    # What is said meanwhile doesn't take the offer away.
    await tab.say("toujours là")
    assert [b["title"] for b in tab.messages[-1]["buttons"]] == [CALL_BACK, RETURN]
    assert tab.texts.count(CATALOGUE.say("attente_longue")) == 1
    assert tab.owner == "waiting"
    [case] = desk.queue
    assert case["returned"] is False


async def test_a_client_who_asks_for_a_call_is_not_interrupted_by_an_apology(
    let_pass: LetPass,
    tab: Tab,
    open_desk: OpenDesk,
    gateway: RunningGateway,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = await open_desk("camille")
    await tab.say(ASK)
    await desk.first_case()
    await tab.say("rappelez-moi")
    with monkeypatch.context() as patched:
        published = AsyncMock()
        patched.setattr(gateway.app[DESK_QUEUE], "publish", published)
        await let_pass(LONG_WAIT + MARGIN)
        # Nothing is done at each look, either.
        published.assert_not_awaited()
    assert CATALOGUE.say("attente_longue") not in tab.texts
    await tab.say("418 555-0123")
    assert tab.messages[-1]["expects"] == "moment_rappel"
    await tab.press("Annuler le rappel")
    await let_pass(MARGIN)
    await tab.until(lambda: tab.texts[-1] == CATALOGUE.say("attente_longue"))


async def test_who_waits_when_the_last_agent_leaves_is_told_and_offered_a_call(
    let_pass: LetPass, tab: Tab, open_tab: OpenTab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    first, second = await open_desk("camille"), await open_desk("dominique")
    await tab.say(ASK)
    said = len(tab.texts)
    await first.close()
    await let_pass(GONE)
    assert len(tab.texts) == said, "somebody can still come"
    await second.close()

    async def all_have_left() -> bool:
        return not await gateway.rows("SELECT 1 FROM agents WHERE gone_at IS NULL")

    await eventually(all_have_left)
    await let_pass(GONE - MARGIN)
    assert len(tab.texts) == said, "a page that is loaded again is back sooner"
    # Who comes now is told at once.
    late = await open_tab()
    await late.say(ASK)
    told = len(late.texts)
    await let_pass(2 * MARGIN)
    await tab.until(lambda: len(tab.texts) > said)
    assert tab.texts[-1] == CATALOGUE.say("file_absent")
    assert tab.token(CALL_BACK)
    await let_pass(GONE)
    assert (len(tab.texts), len(late.texts)) == (said + 1, told)


async def test_who_waits_when_the_last_agent_takes_a_break_is_told_as_if_they_had_left(
    let_pass: LetPass, tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    camille, dominique = await open_desk("camille"), await open_desk("dominique")
    await tab.say(ASK)
    said, told = len(tab.texts), await gateway.counts()
    await dominique.call("presence", AWAY)
    await let_pass(GONE)
    await camille.call("presence", AWAY)
    await let_pass(GONE - MARGIN)
    # A break that is shorter tells nothing, and the next one counts from its own beginning.
    await camille.call("presence", HERE)
    await let_pass(MARGIN)
    await camille.call("presence", AWAY)
    await let_pass(GONE - MARGIN)
    # Neither the number of conversations nor a closed desk makes it a new one.
    await camille.call("presence", AWAY | {"capacity": 5})
    await camille.close()
    await until_gone(gateway, "agents WHERE login = 'camille'", "gone_at")
    assert await gateway.counts() == told
    await let_pass(MARGIN)
    await tab.until(lambda: len(tab.texts) > said)
    assert tab.texts[-1] == CATALOGUE.say("file_absent")
    assert tab.token(CALL_BACK)
    told = await gateway.counts()
    await dominique.close()
    await let_pass(2 * GONE)
    assert await gateway.counts() == told, "told twice"


async def test_who_was_told_is_not_told_again_because_an_account_was_made(
    let_pass: LetPass, tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    await tab.say(ASK)
    await desk.call("presence", AWAY)
    await let_pass(GONE)
    await tab.until(lambda: tab.texts[-1] == CATALOGUE.say("file_absent"))
    told = await gateway.counts()
    await gateway.add_agent("dominique", "Dominique")
    await let_pass(2 * GONE)
    assert await gateway.counts() == told


async def test_a_restart_makes_no_break_longer_or_shorter(
    let_pass: LetPass, tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    await tab.say(ASK)
    await desk.call("presence", AWAY)
    await let_pass(GONE - MARGIN)
    await gateway.stop()
    await gateway.start()
    back = Tab(gateway.url, tab.cookie)
    await back.connect()
    await back.until(lambda: back.named("history"))
    assert CATALOGUE.say("file_absent") not in back.texts
    await let_pass(MARGIN)
    await back.until(lambda: back.texts[-1] == CATALOGUE.say("file_absent"))
    await back.close()


async def test_another_wait_is_apologised_for_again(
    let_pass: LetPass, tab: Tab, open_desk: OpenDesk
) -> None:
    desk = await open_desk("camille")
    await tab.say(ASK)
    await desk.first_case()
    await let_pass(LONG_WAIT)
    await desk.act("take", desk.queue[0]["id"])
    await let_pass(SILENT)
    await tab.until(lambda: tab.owner == "waiting")
    await let_pass(LONG_WAIT)
    await tab.until(lambda: tab.texts.count(CATALOGUE.say("attente_longue")) == 2)


async def test_a_client_who_leaves_is_warned_then_the_case_is_closed(
    let_pass: LetPass, tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    case_id = await taken(tab, desk)
    await desk.write(case_id, "Êtes-vous là?")
    await desk.act("open", case_id)
    await tab.close()
    await until_gone(gateway, "conversations", "client_gone_at")
    await let_pass(CLIENT_GONE - MARGIN)
    assert not desk.queue[0]["warned"]
    await let_pass(MARGIN)
    await desk.until(lambda: desk.queue[0]["warned"])
    warning = CATALOGUE.say("absence", attente="5 minutes")
    await desk.until(lambda: desk.named("message")[-1]["message"]["text"] == warning)
    await let_pass(WARNED - MARGIN)
    assert len(desk.queue) == 1
    await let_pass(2 * MARGIN)
    await desk.until(lambda: desk.queue == [])
    assert await gateway.rows("SELECT close_reason FROM cases") == [("client_parti",)]
    assert await events(gateway) == ["opened", "taken", "closed"]
    back = await tab.another()
    assert back.texts[-2:] == [warning, CATALOGUE.say("fermeture_absence")]
    assert back.owner == "closed"


async def test_a_client_who_comes_back_is_not_closed(
    let_pass: LetPass, tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    case_id = await taken(tab, desk)
    await desk.write(case_id, "Êtes-vous là?")
    await tab.close()
    await until_gone(gateway, "conversations", "client_gone_at")
    await let_pass(CLIENT_GONE)
    await desk.until(lambda: desk.queue[0]["warned"])
    back = await tab.another()
    await desk.until(lambda: not desk.queue[0]["warned"])
    await let_pass(WARNED + CLIENT_GONE)
    assert back.owner == "agent"
    assert desk.queue[0]["client_online"]


async def test_a_client_whose_page_never_connected_is_gone(
    let_pass: LetPass, open_desk: OpenDesk, gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.says["/compte_verrouille"] = reply("D’accord.", custom=handover())
    desk = await open_desk("camille")
    url = f"{gateway.url}/api/conversation?contexte=compte_verrouille"
    async with (
        aiohttp.ClientSession() as http,
        http.post(url, headers={"Origin": PORTAL_ORIGIN}) as response,
    ):
        assert response.status == 200
    await desk.first_case()
    await let_pass(CLIENT_GONE)
    await desk.until(lambda: desk.queue[0]["warned"])
    await let_pass(WARNED)
    await desk.until(lambda: desk.queue == [])


async def test_a_page_that_left_before_it_was_greeted_is_gone(gateway: RunningGateway) -> None:
    await fresh_cookie(gateway.url)
    await gateway.change("UPDATE conversations SET client_gone_at = NULL")
    [(conversation_id,)] = await gateway.rows("SELECT id FROM conversations")
    presence = gateway.app[CLIENT_PRESENCE]
    viewer = ClientViewer(gateway.app[SIO], "a socket that is closed", conversation_id, 0)
    await presence.left(viewer)
    await presence.came(viewer)
    await presence.settle()
    assert await gateway.rows("SELECT client_gone_at IS NULL FROM conversations") == [(0,)]


async def test_who_left_while_the_store_could_not_be_written_is_gone(
    let_pass: LetPass, tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    await taken(tab, desk)
    await tab.close()
    presence = gateway.app[CLIENT_PRESENCE]

    async def fails() -> bool:
        try:
            await presence.settle()
        except OperationalError:
            return True
        return False

    with closing(sqlite3.connect(gateway.settings.data_dir / "gateway.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        await eventually(fails)
    await let_pass(CLIENT_GONE)
    await desk.until(lambda: desk.queue[0]["warned"])


async def test_a_case_that_fails_keeps_no_other_from_its_time(
    let_pass: LetPass, tab: Tab, open_tab: OpenTab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    first = await taken(tab, desk)
    other = await open_tab()
    await other.say(ASK)
    [second] = await desk.until(lambda: [c["id"] for c in desk.queue if c["id"] != first])
    await desk.act("take", second)
    await gateway.change(
        "UPDATE conversations SET owner = 'bot' WHERE id IN "
        "(SELECT conversation_id FROM cases WHERE id = :id)",
        id=first,
    )
    await let_pass(SILENT + MARGIN)
    await other.until(lambda: other.owner == "waiting")


async def test_desks_are_told_when_the_time_of_a_promised_call_comes(
    let_pass: LetPass, tab: Tab, open_desk: OpenDesk
) -> None:
    desk = await open_desk("camille")
    await tab.say(ASK)
    # It is 10 o'clock.
    await tab.say("rappelez-moi au 418 555-0123 à 14 h")
    await tab.press("Oui, rappelez-moi")
    await let_pass(timedelta())
    await desk.until(lambda: desk.queue == [])
    # What is still to be sent of that is not what is looked for.
    await asyncio.sleep(SETTLING_SECONDS)
    assert desk.named("queue")[-1]["call_backs_due"] == 0
    await let_pass(timedelta(hours=4))
    await desk.until(lambda: desk.named("queue")[-1]["call_backs_due"] == 1)


async def test_desks_are_told_even_if_the_client_cannot_be(
    let_pass: LetPass, tab: Tab, open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = await open_desk("camille")
    await taken(tab, desk)
    await desk.until(lambda: desk.queue[0]["mine"])
    with monkeypatch.context() as patched:
        patched.setattr(Delivery, "publish", AsyncMock(side_effect=OSError))
        await let_pass(SILENT + MARGIN)
    await desk.until(lambda: desk.queue[0]["returned"])


async def test_a_page_that_is_loaded_again_writes_nothing(
    tab: Tab, gateway: RunningGateway
) -> None:
    async def is_there() -> bool:
        return await gateway.rows("SELECT client_gone_at FROM conversations") == [(None,)]

    await eventually(is_there)
    await tab.sio.disconnect()
    await tab.another()
    await gateway.app[CLOCK].look()
    assert await gateway.rows("SELECT client_gone_at FROM conversations") == [(None,)]


async def test_a_restart_changes_no_limit_and_gives_everyone_the_usual_grace(
    let_pass: LetPass,
    tab: Tab,
    open_desk: OpenDesk,
    gateway: RunningGateway,
    time: time_machine.Traveller,
) -> None:
    desk = await open_desk("camille")
    await taken(tab, desk)
    await let_pass(SILENT - MARGIN)
    await gateway.stop()
    await gateway.start()
    # Connected when it stopped, but nobody has come back yet.
    [(gone,)] = await gateway.rows("SELECT gone_at IS NOT NULL FROM agents")
    assert gone
    back = Desk(gateway.url, desk.cookie, gateway.url)
    await back.connect()
    await back.until(lambda: back.named("queue"))
    await gateway.app[CLOCK].look()
    assert await gateway.rows("SELECT owner FROM conversations") == [("agent",)]
    time.shift(MARGIN)
    await gateway.app[CLOCK].look()
    assert await gateway.rows("SELECT owner FROM conversations") == [("waiting",)]
    assert await events(gateway) == ["opened", "taken", "released"]
    # Its client has not come back either.
    await let_pass(CLIENT_GONE - MARGIN)
    assert await gateway.rows("SELECT warned_at FROM cases") == [(None,)]
    await let_pass(MARGIN)
    assert await gateway.rows("SELECT warned_at IS NULL FROM cases") == [(0,)]
    await back.close()


async def until_gone(gateway: RunningGateway, table: str, column: str) -> None:
    """Wait until somebody's leaving is in the store."""

    async def is_gone() -> bool:
        await gateway.app[CLOCK].look()
        [(gone,)] = await gateway.rows(f"SELECT {column} IS NOT NULL FROM {table}")  # noqa: S608
        return bool(gone)

    await eventually(is_gone)
