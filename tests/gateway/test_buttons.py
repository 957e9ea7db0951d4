"""Which choices can be pressed: the same as the widget shows as open."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest

from gateway import follow_ups
from gateway.catalogue import load_catalogue
from tests.gateway.clients import Tab
from tests.gateway.conftest import OpenTab
from tests.gateway.fake_engine import FakeEngine, follow_up, handover, reply
from tests.gateway.running import RunningGateway

CATALOGUE = load_catalogue()
GREETING_CHOICE = "Lien expiré"
RETURN = "Revenir à l’assistant"
PASSED = {"ok": False, "error": CATALOGUE.say("refus_bouton_passe")}
UNKNOWN = {"ok": False, "error": CATALOGUE.say("refus_bouton")}


async def press(tab: Tab, token: str) -> Any:
    return await tab.call("message", {"id": str(uuid4()), "button": token})


@pytest.fixture(autouse=True)
def dialogue(engine: FakeEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow_ups, "LOOK_SECONDS", 0.03)
    engine.says["question"] = reply("C’est fait?", buttons=[("Oui", "/affirmer")])
    engine.says["agent"] = reply("D’accord.", custom=handover())


async def test_a_used_one_is_refused_without_a_trace(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    await tab.press(GREETING_CHOICE)
    counts, asked = await gateway.counts(), list(engine.lines)
    assert await press(tab, tab.token(GREETING_CHOICE)) == PASSED
    assert (await gateway.counts(), engine.lines) == (counts, asked)
    # It is as well as before.
    assert (await tab.send("allo"))["ok"]


async def test_the_last_question_counts(tab: Tab, engine: FakeEngine) -> None:
    await tab.say("question")
    assert await press(tab, tab.token(GREETING_CHOICE)) == PASSED
    await tab.press("Oui")
    assert engine.lines == ["question", "/affirmer"]


async def test_a_line_in_words_closes_the_choices(tab: Tab) -> None:
    await tab.say("allo")
    assert await press(tab, tab.token(GREETING_CHOICE)) == PASSED


async def test_the_assistant_speaking_on_leaves_them_open(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.says["question"]["messages"][0]["custom"] = follow_up("/relancer")
    await tab.say("question")
    await gateway.let_pass(20)
    await tab.until(lambda: tab.texts[-1] == "Écho : /relancer")
    await tab.press("Oui")
    assert engine.lines[-1] == "/affirmer"


async def test_two_tabs_pressing_at_once_press_once(tab: Tab, engine: FakeEngine) -> None:
    other = await tab.another()
    answers = await asyncio.gather(
        press(tab, tab.token("Lien expiré")), press(other, tab.token("Code oublié"))
    )
    assert sorted(answer["ok"] for answer in answers) == [False, True]
    assert PASSED in answers


async def test_the_way_back_stays_open_while_nobody_has_come(tab: Tab) -> None:
    await tab.say("agent")
    await tab.say("et alors?")
    await tab.press(RETURN)
    assert tab.owner == "bot"
    assert await press(tab, tab.token(RETURN)) == PASSED


async def test_a_foreign_one_reads_like_one_that_never_was(open_tab: OpenTab) -> None:
    mine, theirs = await open_tab(), await open_tab()
    assert await press(mine, theirs.token(GREETING_CHOICE)) == UNKNOWN
    assert await press(mine, "x" * 22) == UNKNOWN
