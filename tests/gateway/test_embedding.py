"""The widget on pages of all kinds: their context, another site without cookies, a frame."""

from typing import Any

import aiohttp
import pytest

from tests.gateway.clients import Tab
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import PORTAL_ORIGIN, RunningGateway

CROSS_SITE = {"Sec-Fetch-Site": "cross-site"}
# A choice of the greeting, and one that it hasn't.
CONTEXTS = [("lien_expire", "Lien expiré"), ("mot_de_passe_oublie", "Mot de passe oublié")]


async def post(
    gateway: RunningGateway, query: str = "", **headers: str
) -> tuple[dict[str, Any], Any]:
    """What a page gets when it opens the conversation."""
    async with (
        aiohttp.ClientSession() as http,
        http.post(
            f"{gateway.url}/api/conversation{query}", headers={"Origin": PORTAL_ORIGIN, **headers}
        ) as response,
    ):
        assert response.status == 200
        return await response.json(), response.headers


async def tab_of_token(gateway: RunningGateway, token: str) -> Tab:
    tab = Tab(gateway.url, cookie="")
    await tab.connect({"token": token})
    await tab.until(lambda: tab.named("history"))
    return tab


@pytest.mark.parametrize(("context", "title"), CONTEXTS)
async def test_a_new_conversation_begins_with_the_context(
    gateway: RunningGateway, engine: FakeEngine, context: str, title: str
) -> None:
    _, headers = await post(gateway, f"?contexte={context}")
    tab = Tab(gateway.url, headers["Set-Cookie"].split(";")[0])
    await tab.connect()
    await tab.until(lambda: len(tab.messages) == 3)
    assert [m["from"]["kind"] for m in tab.messages] == ["bot", "client", "bot"]
    assert tab.texts[1:] == [title, f"Écho : /{context}"]
    assert engine.lines == [f"/{context}"]
    await tab.close()


@pytest.mark.parametrize(("context", "title"), CONTEXTS)
async def test_a_conversation_that_goes_on_is_offered_the_context_once(
    gateway: RunningGateway, engine: FakeEngine, tab: Tab, context: str, title: str
) -> None:
    engine.says["allo"] = reply("Votre code?", requested_slot="code_utilisateur")
    await tab.say("allo")
    before = tab.texts
    for _ in range(2):
        content, _ = await post(gateway, f"?contexte={context}", Cookie=tab.cookie)
        assert content["resumed"] is True
        assert content["offer"]["title"] == title
    assert tab.texts == before, "nothing is said of it"
    assert await gateway.rows("SELECT expects FROM conversations") == [("code_utilisateur",)]

    message = {"id": "5f0c1f3e-6c57-4f0e-9c3f-0f1d8f1a2b3c", "button": content["offer"]["token"]}
    assert (await tab.call("message", message))["ok"]
    await engine.until_answered(f"/{context}")
    content, _ = await post(gateway, f"?contexte={context}", Cookie=tab.cookie)
    assert content == {"resumed": True}, "it was taken"


@pytest.mark.parametrize("context", ["inconnu", "", "/lien_expire", "parler_agent"])
async def test_an_unknown_context_is_as_none(
    gateway: RunningGateway, engine: FakeEngine, context: str
) -> None:
    content, _ = await post(gateway, f"?contexte={context}")
    assert content == {"resumed": False}
    assert (await gateway.counts())["messages"] == 1


async def test_nothing_is_offered_while_a_person_is_waited_for(
    gateway: RunningGateway, engine: FakeEngine, tab: Tab
) -> None:
    engine.says["agent"] = reply("Un instant.", custom=handover())
    await tab.say("agent")
    content, _ = await post(gateway, "?contexte=lien_expire", Cookie=tab.cookie)
    assert content == {"resumed": True}


@pytest.mark.parametrize(("query", "headers"), [("", CROSS_SITE), ("?sans-temoin", {})])
async def test_a_page_without_cookies_has_a_token(
    gateway: RunningGateway, query: str, headers: dict[str, str]
) -> None:
    content, received = await post(gateway, query, **headers)
    assert "Set-Cookie" not in received
    tab = await tab_of_token(gateway, content["token"])
    assert (await tab.send("allo"))["ok"]
    again, received = await post(
        gateway, query, Authorization=f"Bearer {content['token']}", **headers
    )
    assert again["resumed"] is True
    assert "Set-Cookie" not in received
    await tab.close()


@pytest.mark.parametrize("token", ["", "x.y.z", "cookie"])
async def test_forged_tokens_and_cookies_values_are_none(
    gateway: RunningGateway, tab: Tab, token: str
) -> None:
    forged = tab.cookie.partition("=")[2] if token == "cookie" else token
    content, _ = await post(gateway, Authorization=f"Bearer {forged}", Cookie=tab.cookie)
    assert content["resumed"] is False
    assert await Tab(gateway.url, "").refusal({"token": forged}) == "conversation_absente"


async def test_a_page_cannot_have_the_token_of_a_cookies_conversation(
    gateway: RunningGateway, tab: Tab
) -> None:
    for query, headers in (("?sans-temoin", {}), ("", CROSS_SITE)):
        content, _ = await post(gateway, query, Cookie=tab.cookie, **headers)
        assert content["resumed"] is False


async def test_the_frame_is_for_the_sites_that_may_carry_the_widget(
    gateway: RunningGateway,
) -> None:
    async with (
        aiohttp.ClientSession() as http,
        http.get(f"{gateway.url}/clavardage?contexte=lien_expire") as response,
    ):
        assert response.status == 200
        policy = response.headers["Content-Security-Policy"]
    assert f"frame-ancestors 'self' {PORTAL_ORIGIN}" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert "unsafe" not in policy
