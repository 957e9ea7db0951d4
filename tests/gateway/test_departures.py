"""A client ends the conversation for good, or has it erased: here, in the engine, at the desk."""

import asyncio
from typing import Any

import aiohttp
import pytest

from tests.gateway.clients import SETTLING_SECONDS, Tab, fresh_cookie
from tests.gateway.conftest import OpenDesk, OpenTab
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import PORTAL_ORIGIN, RunningGateway
from tests.gateway.waiting import eventually


async def request(
    gateway: RunningGateway, method: str, path: str, cookie: str, origin: str = PORTAL_ORIGIN
) -> tuple[int, Any, aiohttp.typedefs.LooseHeaders]:
    """Status, JSON and headers of what a page asks."""
    headers = {"Cookie": cookie, "Origin": origin}
    async with (
        aiohttp.ClientSession() as http,
        http.request(method, f"{gateway.url}{path}", headers=headers) as response,
    ):
        content = await response.json() if response.content_type == "application/json" else None
        return response.status, content, response.headers


async def _is_empty(gateway: RunningGateway) -> bool:
    return (await gateway.counts())["messages"] == 0


async def end(gateway: RunningGateway, tab: Tab) -> None:
    assert (await request(gateway, "POST", "/api/conversation/fin", tab.cookie))[0] == 204


async def test_what_is_ended_is_followed_by_another_conversation(
    gateway: RunningGateway, tab: Tab, engine: FakeEngine
) -> None:
    await tab.say("allo")
    other = await tab.another()
    await end(gateway, tab)
    for each in (tab, other):
        assert await each.until(lambda each=each: each.named("ended")) == [{"erased": False}]

    # Both tabs still have the cookie of the first: they meet in the same conversation.
    answers = [await request(gateway, "POST", "/api/conversation", tab.cookie) for _ in range(2)]
    assert [content for _, content, _ in answers] == [{"resumed": False}, {"resumed": True}]
    next_tab = Tab(gateway.url, answers[1][2]["Set-Cookie"].split(";")[0])
    await next_tab.connect()
    await next_tab.until(lambda: next_tab.named("history"))
    assert len(next_tab.messages) == 1, "its greeting"
    await next_tab.close()
    counts = await gateway.counts()
    assert (counts["conversations"], counts["messages"]) == (2, 4)
    assert engine.forgotten == [], "it is kept for as long as clients are told"


async def test_nothing_goes_on_in_an_ended_conversation(
    gateway: RunningGateway, tab: Tab, engine: FakeEngine
) -> None:
    await end(gateway, tab)
    before = await gateway.counts()
    answer = await tab.send("allo")
    assert answer["ok"] is False
    assert "terminée" in answer["error"]
    assert await gateway.counts() == before
    assert engine.requests == []
    assert await Tab(gateway.url, tab.cookie).refusal() == "conversation_absente"


async def test_the_agent_is_told_and_the_case_closes(
    gateway: RunningGateway, tab: Tab, engine: FakeEngine, open_desk: OpenDesk
) -> None:
    engine.says["agent"] = reply("Un instant.", custom=handover())
    desk = await open_desk("julie")
    await tab.say("agent")
    case_id = await desk.first_case()
    await desk.act("open", case_id)
    await desk.act("take", case_id)
    await end(gateway, tab)
    await desk.until(lambda: desk.queue == [])
    told = [m["message"]["text"] for m in desk.named("message")]
    assert told[-1] == "Le client a mis fin à la conversation."
    assert (await desk.write(case_id, "Bonjour"))["ok"] is False


async def test_erasing_leaves_nothing_here_nor_in_the_engine(
    gateway: RunningGateway, tab: Tab, engine: FakeEngine
) -> None:
    engine.says["AB123456"] = reply("Merci.", filled={"code_utilisateur": "AB123456"})
    other = await tab.another()
    await tab.say("AB123456")
    status, _, headers = await request(gateway, "DELETE", "/api/conversation", tab.cookie)
    assert status == 204
    assert 'assistant_conversation=""' in headers["Set-Cookie"]
    await other.until(lambda: other.named("ended") == [{"erased": True}])
    counts = await gateway.counts()
    for table in ("messages", "turns", "buttons", "filled_values", "follow_ups"):
        assert counts[table] == 0, table
    assert len(engine.forgotten) == 1


async def test_erasing_during_a_turn_brings_nothing_back(
    gateway: RunningGateway, tab: Tab, engine: FakeEngine
) -> None:
    engine.says["AB123456"] = reply("Merci.", filled={"code_utilisateur": "AB123456"})
    release = engine.hold("AB123456")
    assert (await tab.send("AB123456"))["ok"]
    await engine.until_asked("AB123456")
    erasing = asyncio.create_task(request(gateway, "DELETE", "/api/conversation", tab.cookie))
    await eventually(lambda: _is_empty(gateway))
    assert engine.forgotten == [], "the engine would write what it is thinking of afterwards"
    release.set()
    assert (await erasing)[0] == 204
    counts = await gateway.counts()
    assert (counts["messages"], counts["turns"], counts["filled_values"]) == (0, 0, 0)
    assert len(engine.forgotten) == 1


async def test_erasing_blanks_what_agents_had_of_it(
    gateway: RunningGateway, tab: Tab, engine: FakeEngine, open_desk: OpenDesk
) -> None:
    engine.says["agent"] = reply("Un instant.", custom=handover())
    desk = await open_desk("julie")
    await tab.say("agent")
    case_id = await desk.first_case()
    await desk.act("open", case_id)
    await request(gateway, "DELETE", "/api/conversation", tab.cookie)
    await desk.until(lambda: desk.queue == [])
    shown = desk.named("conversation")[-1]["messages"]
    assert [m["text"] for m in shown] == ["Le client a effacé la conversation."]
    assert await gateway.rows("SELECT summary FROM cases") == [("",)]


async def test_an_engine_that_is_down_is_told_later(
    gateway: RunningGateway, tab: Tab, engine: FakeEngine
) -> None:
    await tab.say("allo")
    await engine.stop()
    status, _, _ = await request(gateway, "DELETE", "/api/conversation", tab.cookie)
    assert status == 204
    await tab.until(lambda: tab.named("ended") == [{"erased": True}])
    assert (await gateway.counts())["messages"] == 0
    await engine.start()
    await gateway.stop()
    await gateway.start()
    await asyncio.sleep(SETTLING_SECONDS)
    assert len(engine.forgotten) == 1


async def test_the_last_line_before_the_end_is_masked_too(
    gateway: RunningGateway, tab: Tab, engine: FakeEngine
) -> None:
    engine.says["Quévillon"] = reply("Merci.", filled={"nom": "Quévillon"})
    release = engine.hold("Quévillon")
    assert (await tab.send("Quévillon"))["ok"]
    await engine.until_asked("Quévillon")
    await end(gateway, tab)
    release.set()
    await eventually(lambda: _has_masked(gateway))


async def _has_masked(gateway: RunningGateway) -> bool:
    lines = await gateway.rows("SELECT masked_text FROM messages WHERE speaker = 'client'")
    return lines == [("[nom masqué]",)]


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/api/conversation/fin"), ("DELETE", "/api/conversation")]
)
async def test_other_origins_end_and_erase_nothing(
    gateway: RunningGateway, tab: Tab, method: str, path: str
) -> None:
    before = await gateway.counts()
    assert (await request(gateway, method, path, tab.cookie, "https://ailleurs.example"))[0] == 403
    assert await gateway.counts() == before
    assert (await tab.send("allo"))["ok"]


async def test_only_the_conversation_of_the_cookie_ends(
    gateway: RunningGateway, open_tab: OpenTab
) -> None:
    tab, stranger = await open_tab(), await open_tab()
    assert (await request(gateway, "DELETE", "/api/conversation", "assistant_conversation=x.y"))[
        0
    ] == 204
    await end(gateway, tab)
    assert stranger.named("ended") == []
    assert (await stranger.send("allo"))["ok"]


async def test_a_page_that_missed_the_change_starts_over(gateway: RunningGateway, tab: Tab) -> None:
    for line in ("un", "deux", "trois"):
        await tab.say(line)
    another = Tab(gateway.url, await fresh_cookie(gateway.url))
    await another.connect({"last_seq": 1, "last_id": tab.messages[-1]["id"]})
    await another.until(lambda: another.named("history"))
    assert [m["seq"] for m in another.messages] == [1]
    await another.close()
