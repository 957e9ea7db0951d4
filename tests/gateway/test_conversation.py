"""A client and the assistant: the cookie, what is accepted and refused, the answer, the order."""

import asyncio
from typing import Any
from uuid import uuid4

import aiohttp
import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from gateway import turns
from gateway.catalogue import load_catalogue
from gateway.conversations import PendingTurn, next_pending_turn
from tests.gateway.clients import BOT_STATE, SETTLING_SECONDS, Tab
from tests.gateway.conftest import OpenTab
from tests.gateway.fake_engine import FakeEngine, reply
from tests.gateway.running import PORTAL_ORIGIN, RunningGateway

CATALOGUE = load_catalogue()


async def test_a_fresh_conversation_starts_with_the_greeting(tab: Tab) -> None:
    [greeting] = tab.messages
    assert greeting["seq"] == 1
    assert greeting["from"] == {"kind": "bot", "name": "Assistant"}
    assert greeting["text"] == CATALOGUE.say("accueil")
    assert [set(button) for button in greeting["buttons"]] == [{"title", "token"}] * 5
    assert tab.named("history")[0]["state"] == BOT_STATE


async def test_a_line_is_acknowledged_echoed_and_answered(tab: Tab, engine: FakeEngine) -> None:
    engine.says["allo"] = reply(
        "Bonjour.", "Quel est votre code?", requested_slot="code_utilisateur"
    )

    answer = await tab.send("  allo ")
    assert answer == {"ok": True, "seq": 2}
    await tab.until(lambda: tab.named("turn"))

    assert [(m["seq"], m["from"]["kind"], m["text"], m["expects"]) for m in tab.messages[1:]] == [
        (2, "client", "allo", None),
        (3, "bot", "Bonjour.", None),
        (4, "bot", "Quel est votre code?", "code_utilisateur"),
    ]
    assert tab.messages[1]["from"]["name"] is None
    assert tab.named("turn") == [{"id": tab.messages[1]["id"], "status": "answered"}]
    assert [typing["active"] for typing in tab.named("typing")] == [True, False]
    assert len(engine.requests[0]["metadata"]["client_key"]) == 64


async def test_a_button_sends_its_payload_and_shows_its_title(tab: Tab, engine: FakeEngine) -> None:
    await tab.press("Lien expiré")

    assert engine.lines == ["/lien_expire"]
    assert "payload" in engine.requests[0]
    assert tab.messages[1]["text"] == "Lien expiré"
    assert "/lien_expire" not in str([m for m in tab.messages if m["from"]["kind"] == "client"])


async def test_payloads_never_reach_a_browser(tab: Tab, engine: FakeEngine) -> None:
    engine.says["allo"] = reply("Choisissez.", buttons=[("Oui", '/affirmer{"secret": "x"}')])
    await tab.say("allo")
    assert "affirmer" not in str(tab.events)
    assert "gateway:" not in str(tab.events)
    assert "/courriel_non_recu" not in str(tab.events)


async def test_a_typed_command_is_only_text(tab: Tab, engine: FakeEngine) -> None:
    await tab.say('/parler_agent{"a": 1}')
    assert engine.requests[0]["text"] == '/parler_agent{"a": 1}'
    await tab.say("gateway:retour")
    assert engine.requests[1]["text"] == "gateway:retour"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ({"id": str(uuid4()), "text": ""}, "refus_vide"),
        ({"id": str(uuid4()), "text": " \n\u00a0\t"}, "refus_vide"),
        ({"id": str(uuid4()), "text": "a" * 2001}, "refus_trop_long"),
        ({"id": str(uuid4()), "text": "a" * 60_000}, "refus_trop_long"),
        ({"id": str(uuid4()), "button": "inconnu"}, "refus_bouton"),
        ({"id": str(uuid4()), "text": "a", "button": "b"}, "refus_illisible"),
        ({"id": str(uuid4())}, "refus_illisible"),
        ({"id": "pas un uuid", "text": "allo"}, "refus_illisible"),
        ({"id": str(uuid4()), "text": {"un": "objet"}}, "refus_illisible"),
        ({"id": str(uuid4()), "text": 12}, "refus_illisible"),
        ({"id": str(uuid4()), "text": "allo \ud800"}, "refus_illisible"),
        ({"id": str(uuid4()), "text": "allo", "owner": "agent"}, "refus_illisible"),
        ("allo", "refus_illisible"),
        (None, "refus_illisible"),
        ([1], "refus_illisible"),
    ],
)
async def test_what_is_refused_leaves_no_trace(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, content: object, sentence: str
) -> None:
    before = await gateway.counts()

    answer = await tab.call("message", content)

    assert answer == {"ok": False, "error": CATALOGUE.say(sentence, maximum="2000")}
    await asyncio.sleep(SETTLING_SECONDS)
    assert await gateway.counts() == before
    assert engine.requests == []
    assert len(tab.messages) == 1
    # It is as well as before.
    assert (await tab.send("allo"))["ok"]


async def test_the_longest_text_is_accepted(tab: Tab) -> None:
    assert (await tab.send("é" * 2000))["ok"]


async def test_another_conversations_button_is_refused(
    open_tab: OpenTab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    mine, theirs = await open_tab(), await open_tab()
    before = await gateway.counts()

    answer = await mine.call("message", {"id": str(uuid4()), "button": theirs.token("Lien expiré")})

    assert answer == {"ok": False, "error": CATALOGUE.say("refus_bouton")}
    assert await gateway.counts() == before
    assert engine.requests == []


async def test_a_repeated_id_is_acknowledged_and_run_once(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    message_id = str(uuid4())
    first = await tab.send("allo", message_id)
    await tab.until(lambda: tab.named("turn"))
    counts = await gateway.counts()

    again = await tab.send("allo", message_id)

    assert again == first
    # A reconnecting browser learns that its turn is over.
    await tab.until(lambda: len(tab.named("turn")) == 2)
    assert await gateway.counts() == counts
    assert engine.lines == ["allo"]


async def test_a_repeat_that_comes_at_once_is_run_once(tab: Tab, engine: FakeEngine) -> None:
    message_id = str(uuid4())
    answers = await asyncio.gather(*(tab.send("allo", message_id) for _ in range(5)))
    await tab.until(lambda: tab.named("turn"))
    assert answers == [{"ok": True, "seq": 2}] * 5
    assert engine.lines == ["allo"]


async def test_an_id_reused_for_something_else_is_refused(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    message_id = str(uuid4())
    await tab.send("allo", message_id)
    await tab.until(lambda: tab.named("turn"))
    counts = await gateway.counts()

    other = await tab.send("autre chose", message_id)
    pressed = await tab.call("message", {"id": message_id, "button": tab.token("Lien expiré")})
    of_the_bot = await tab.send("allo", tab.messages[0]["id"])

    refusal = {"ok": False, "error": CATALOGUE.say("refus_reutilise")}
    assert [other, pressed, of_the_bot] == [refusal] * 3
    assert await gateway.counts() == counts
    assert engine.lines == ["allo"]


async def test_one_conversation_is_answered_in_order(tab: Tab, engine: FakeEngine) -> None:
    first = engine.hold("un")
    lines = ["un", "deux", "trois", "quatre"]
    answers = await asyncio.gather(*(tab.send(line) for line in lines))
    assert [answer["seq"] for answer in answers] == [2, 3, 4, 5]
    assert engine.lines == ["un"]

    first.set()
    await tab.until(lambda: len(tab.named("turn")) == 4)

    assert engine.lines == lines
    assert tab.texts[1:] == [*lines, *(f"Écho : {line}" for line in lines)]


async def test_a_line_that_comes_as_the_work_ends_is_answered(
    tab: Tab, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    late: list[asyncio.Task[dict[str, Any]]] = []

    async def look(session: AsyncSession, conversation_id: str) -> PendingTurn | None:
        found = await next_pending_turn(session, conversation_id)
        if found is not None and not late:
            # Nothing else is pending; before that is acted on, another line is accepted.
            assert not found.is_followed
            late.append(asyncio.create_task(tab.send("deux")))
            await late[0]
        return found

    monkeypatch.setattr(turns, "next_pending_turn", look)
    await tab.send("un")
    await tab.until(lambda: len(tab.named("turn")) == 2)
    assert engine.lines == ["un", "deux"]


async def test_conversations_are_answered_side_by_side(
    open_tab: OpenTab, engine: FakeEngine
) -> None:
    slow, quick = await open_tab(), await open_tab()
    held = engine.hold("lentement")
    await slow.send("lentement")
    await quick.say("vite")
    assert slow.named("turn") == []
    held.set()
    await slow.until(lambda: slow.named("turn"))


async def test_two_tabs_of_one_browser_show_the_same(tab: Tab) -> None:
    other = await tab.another()
    await tab.say("d’ici")
    await other.say("de là")
    await tab.until(lambda: len(tab.messages) == 5)
    await other.until(lambda: len(other.messages) == 5)
    assert tab.messages == other.messages


async def test_the_cookie_resumes_the_conversation(tab: Tab, gateway: RunningGateway) -> None:
    await tab.say("allo")
    async with aiohttp.ClientSession() as http:
        response = await http.post(
            f"{gateway.url}/api/conversation",
            headers={"Origin": PORTAL_ORIGIN, "Cookie": tab.cookie},
        )
        assert await response.json() == {"resumed": True}
        cookie = response.cookies["assistant_conversation"]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert cookie["path"] == "/"
        assert cookie["max-age"] == "86400"
        assert not cookie["secure"], "no trusted proxy said HTTPS"
        assert response.headers["Access-Control-Allow-Origin"] == PORTAL_ORIGIN
        assert response.headers["Access-Control-Allow-Credentials"] == "true"
    resumed = Tab(gateway.url, f"assistant_conversation={cookie.value}")
    await resumed.connect()
    await resumed.until(lambda: resumed.named("history"))
    assert resumed.messages == tab.messages
    await resumed.close()


@pytest.mark.parametrize(
    "cookie", ["", "assistant_conversation=forgé", "assistant_conversation=a.b.c"]
)
async def test_a_forged_cookie_starts_another_conversation(
    gateway: RunningGateway, cookie: str
) -> None:
    async with aiohttp.ClientSession() as http:
        response = await http.post(
            f"{gateway.url}/api/conversation",
            headers={"Origin": PORTAL_ORIGIN, "Cookie": cookie},
        )
        assert await response.json() == {"resumed": False}
