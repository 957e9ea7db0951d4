"""Who is let in: forged, stolen, old and foreign credentials; other people's conversations."""

import asyncio
from typing import Any
from uuid import uuid4

import aiohttp
import pytest
from itsdangerous import URLSafeTimedSerializer

from gateway.catalogue import load_catalogue
from gateway.client_identity import CONVERSATION_LIFETIME_SECONDS, CONVERSATION_SALT
from tests.gateway.clients import Desk, Tab, agent_cookie, fresh_cookie
from tests.gateway.conftest import OpenDesk, OpenTab
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import PORTAL_ORIGIN, RunningGateway

CATALOGUE = load_catalogue()
NAME = "assistant_conversation"


class AgedSigner(URLSafeTimedSerializer):
    """Signs as of a lifetime and a minute ago."""

    class default_signer(URLSafeTimedSerializer.default_signer):  # noqa: N801 - itsdangerous's name
        def get_timestamp(self) -> int:
            return super().get_timestamp() - CONVERSATION_LIFETIME_SECONDS - 60


def signed(gateway: RunningGateway, content: Any, **changes: Any) -> str:
    """A conversation cookie as the gateway makes it, but for the changes."""
    kind = changes.pop("kind", URLSafeTimedSerializer)
    secret = gateway.settings.cookie_secret.get_secret_value()
    given = {"secret_key": secret, "salt": CONVERSATION_SALT} | changes
    return f"{NAME}={kind(given['secret_key'], salt=given['salt']).dumps(content)}"


async def conversation_of(gateway: RunningGateway, cookie: str) -> str:
    """The id inside a good cookie."""
    secret = gateway.settings.cookie_secret.get_secret_value()
    value = cookie.removeprefix(f"{NAME}=")
    return str(URLSafeTimedSerializer(secret, salt=CONVERSATION_SALT).loads(value))


FORGED = {
    "none": lambda _gateway, _id, _good: "",
    "an empty one": lambda _gateway, _id, _good: f"{NAME}=",
    "the bare id": lambda _gateway, id_, _good: f"{NAME}={id_}",
    "one signed with another secret": lambda gateway, id_, _good: signed(
        gateway, id_, secret_key="x" * 40
    ),
    "one signed for something else": lambda gateway, id_, _good: signed(
        gateway, id_, salt="gateway.client-key"
    ),
    "one that has expired": lambda gateway, id_, _good: signed(gateway, id_, kind=AgedSigner),
    "one of a conversation that never was": lambda gateway, _id, _good: signed(gateway, "inconnue"),
    "one cut short": lambda _gateway, _id, good: good[:-1],
    "one with another ending": lambda _gateway, _id, good: good[:-4] + "AAAA",
    "one without its signature": lambda _gateway, _id, good: good.rpartition(".")[0],
    "one in capitals": lambda _gateway, _id, good: good.upper(),
    "one of 7 KB": lambda _gateway, _id, _good: f"{NAME}={'a' * 7000}",
    "one under another name": lambda _gateway, _id, good: good.replace(NAME, "assistant_bureau"),
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED.keys())
async def test_a_cookie_that_is_not_good_opens_nothing(
    gateway: RunningGateway, tab: Tab, forge: Any
) -> None:
    conversation_id = await conversation_of(gateway, tab.cookie)
    cookie = forge(gateway, conversation_id, tab.cookie)
    before = await gateway.counts()

    assert await Tab(gateway.url, cookie).refusal() == "conversation_absente"

    assert await gateway.counts() == before
    async with aiohttp.ClientSession() as http:
        headers = {"Origin": PORTAL_ORIGIN, "Cookie": cookie}
        response = await http.post(f"{gateway.url}/api/conversation", headers=headers)
        assert await response.json() == {"resumed": False}
        given = response.cookies[NAME].value
    assert await conversation_of(gateway, f"{NAME}={given}") != conversation_id


AUTHS: dict[str, Any] = {
    "text": "last_seq",
    "a list": [1, 2, 3],
    "a number": 10**30,
    "an unknown field": {"last_seq": 1, "conversation_id": "x"},
    "a fraction": {"last_seq": 1.5},
    "a list for a number": {"last_seq": [1]},
    "deep": {"last_seq": {"a": {"b": {"c": {}}}}},
}


@pytest.mark.parametrize("auth", AUTHS.values(), ids=AUTHS.keys())
async def test_a_greeting_that_makes_no_sense_gets_ones_own_history(tab: Tab, auth: Any) -> None:
    odd = Tab(tab.url, tab.cookie)
    await odd.connect(auth)
    await odd.until(lambda: odd.named("history"))
    assert odd.messages == tab.messages
    await odd.close()


async def test_a_clients_cookie_opens_no_desk_and_an_agents_no_conversation(
    gateway: RunningGateway, tab: Tab
) -> None:
    await gateway.add_agent("camille", "Camille")
    agent = await agent_cookie(gateway.url, "camille")
    assert await Desk(gateway.url, tab.cookie).refusal() == "session_absente"
    value = tab.cookie.partition("=")[2]
    assert await Desk(gateway.url, f"assistant_bureau={value}").refusal() == "session_absente"
    value = agent.partition("=")[2]
    assert await Tab(gateway.url, f"{NAME}={value}").refusal() == "conversation_absente"


async def test_a_desks_cookie_is_worth_nothing_once_signed_out(
    gateway: RunningGateway, open_desk: OpenDesk
) -> None:
    desk = await open_desk("camille")
    await desk.sign_out()
    assert await Desk(gateway.url, desk.cookie).refusal() == "session_absente"
    async with aiohttp.ClientSession() as http:
        response = await http.get(
            f"{gateway.url}/bureau/api/session", headers={"Cookie": desk.cookie}
        )
        assert response.status == 401


async def test_another_conversations_cookie_beside_ones_own_shows_one_of_them(
    gateway: RunningGateway, open_tab: OpenTab, engine: FakeEngine
) -> None:
    """Two cookies of one name: whichever counts, the two transcripts stay apart."""
    mine, theirs = await open_tab(), await open_tab()
    await mine.say("à moi")
    await theirs.say("à eux")
    both = Tab(gateway.url, f"{mine.cookie}; {theirs.cookie}")
    await both.connect()
    await both.until(lambda: both.named("history"))
    assert both.messages in (mine.messages, theirs.messages)
    await both.close()


async def test_a_message_id_of_another_conversation_gives_nothing_of_it_away(
    open_tab: OpenTab,
) -> None:
    mine, theirs = await open_tab(), await open_tab()
    message_id = str(uuid4())
    await theirs.send("allo", message_id)
    await theirs.until(lambda: theirs.named("turn"))

    answer = await mine.send("autre chose", message_id)

    assert answer == {"ok": True, "seq": 2}
    await mine.until(lambda: mine.named("turn"))
    assert mine.texts[1:] == ["autre chose", "Écho : autre chose"]
    assert theirs.texts[1:] == ["allo", "Écho : allo"]


NOT_CASES: dict[str, Any] = {
    "null": None,
    "true": True,
    "text": "1",
    "a statement": "1; DROP TABLE cases",
    "zero": 0,
    "a negative": -1,
    "a fraction": 1.5,
    "more than a database holds": 10**30,
    "a list": [1],
    "an object": {"$gt": 0},
    "bytes": b"1",
}


@pytest.mark.parametrize("case_id", NOT_CASES.values(), ids=NOT_CASES.keys())
async def test_what_is_no_case_is_refused_at_the_desk(
    gateway: RunningGateway, tab: Tab, open_desk: OpenDesk, engine: FakeEngine, case_id: Any
) -> None:
    engine.says["agent"] = reply("Un instant.", custom=handover())
    await tab.say("agent")
    desk = await open_desk("camille")
    await desk.first_case()
    before = await gateway.counts()
    refusal = {"ok": False, "error": CATALOGUE.say("refus_illisible", maximum="2000")}

    for event in ("open", "take", "hand_back", "close"):
        assert await desk.call(event, {"case_id": case_id}) == refusal
    written = {"case_id": case_id, "id": str(uuid4()), "text": "allo"}
    assert await desk.call("write", written) == refusal

    assert await gateway.counts() == before
    assert tab.owner == "waiting"
    assert desk.queue[0]["agent"] is None


NOT_LINES: dict[str, tuple[Any, str]] = {
    "an object": ({"text": {"a": 1}}, "refus_illisible"),
    "a list": ({"text": ["a"]}, "refus_illisible"),
    "bytes": ({"text": b"allo"}, "refus_illisible"),
    "null": ({"text": None}, "refus_illisible"),
    "half a pair": ({"text": "\ud800"}, "refus_illisible"),
    "100 KB": ({"text": "a" * 100 * 1024}, "refus_trop_long"),
    "nothing": ({"text": " \n"}, "refus_vide"),
    "another writer's name": ({"text": "allo", "agent": "Quelqu’un"}, "refus_illisible"),
    "no id": ({"text": "allo", "id": None}, "refus_illisible"),
}


@pytest.mark.parametrize(("line", "sentence"), NOT_LINES.values(), ids=NOT_LINES.keys())
async def test_what_is_no_line_of_an_agents_is_refused(
    gateway: RunningGateway,
    tab: Tab,
    open_desk: OpenDesk,
    engine: FakeEngine,
    line: dict[str, Any],
    sentence: str,
) -> None:
    engine.says["agent"] = reply("Un instant.", custom=handover())
    await tab.say("agent")
    desk = await open_desk("camille")
    case_id = await desk.first_case()
    assert (await desk.act("take", case_id))["ok"]
    before = await gateway.counts()

    answer = await desk.call("write", {"case_id": case_id, "id": str(uuid4())} | line)

    assert answer == {"ok": False, "error": CATALOGUE.say(sentence, maximum="2000")}
    assert await gateway.counts() == before


async def test_markup_in_every_field_is_carried_as_it_is(
    gateway: RunningGateway, tab: Tab, engine: FakeEngine
) -> None:
    """Nothing is escaped on the way: the pages show text as text (tests/browser)."""
    markup = "<b onmouseover=alert(1)>&amp;"
    engine.says[markup] = reply(
        markup, buttons=[(markup, "/x")], custom=handover(resume=markup, reason=markup)
    )
    await tab.say(markup)
    await gateway.add_agent("camille", markup)
    desk = await Desk.open(gateway.url, "camille")
    case_id = await desk.first_case()
    assert (await desk.act("take", case_id))["ok"]
    assert (await desk.write(case_id, markup))["ok"]
    await tab.until(lambda: tab.texts[-1] == markup)

    assert tab.messages[1]["text"] == tab.messages[2]["text"] == markup
    assert tab.messages[2]["buttons"][0]["title"] == markup
    assert tab.messages[-1]["from"] == {"kind": "agent", "name": markup}
    await desk.act("open", case_id)
    await desk.until(lambda: desk.named("conversation"))
    assert desk.named("conversation")[0]["case"]["summary"] == markup
    await desk.close()


async def test_passwords_tried_side_by_side_leave_the_agent_signed_in(
    gateway: RunningGateway, open_desk: OpenDesk
) -> None:
    """Under many logins; tests/gateway/test_sign_in.py has the limits one by one."""
    desk = await open_desk("camille")

    async def attempt(number: int) -> int:
        body = {"login": f"camille{number % 7}", "password": f"essai {number}"}
        async with (
            aiohttp.ClientSession() as http,
            http.post(
                f"{gateway.url}/bureau/api/session", json=body, headers={"Origin": gateway.url}
            ) as response,
        ):
            assert "Set-Cookie" not in response.headers
            return response.status

    statuses = await asyncio.gather(*(attempt(number) for number in range(40)))

    assert set(statuses) == {401, 429}
    assert statuses.count(401) <= 20
    assert await gateway.rows("SELECT count(*) FROM agent_sessions") == [(1,)]
    assert (await desk.act("open", 1))["error"] == CATALOGUE.say("refus_dossier")


async def test_a_foreign_page_can_sign_nobody_out(
    gateway: RunningGateway, open_desk: OpenDesk
) -> None:
    desk = await open_desk("camille")
    async with aiohttp.ClientSession() as http:
        for origin in ("https://ailleurs.example", PORTAL_ORIGIN, "null", gateway.url + ".example"):
            response = await http.delete(
                f"{gateway.url}/bureau/api/session",
                headers={"Cookie": desk.cookie, "Origin": origin},
            )
            assert response.status == 403
    assert (await desk.act("open", 1))["error"] == CATALOGUE.say("refus_dossier")


async def test_a_good_cookie_from_a_foreign_page_opens_nothing(gateway: RunningGateway) -> None:
    cookie = await fresh_cookie(gateway.url)
    for origin in (
        "https://portail.example.ailleurs.example",
        "https://portail.example:444",
        "https://PORTAIL.example",
        "https://portail.example/",
        "file://",
        f"{PORTAL_ORIGIN}, https://ailleurs.example",
    ):
        assert await Tab(gateway.url, cookie, origin).refusal() is None
