"""« Effacez mes données »: nothing that was said stays, here or in the engine (A4)."""

import asyncio

import pytest

from tests.gateway.clients import SETTLING_SECONDS, Tab
from tests.gateway.fake_engine import FakeEngine, follow_up, handover, reply
from tests.gateway.running import RunningGateway

SECRET_WORDS = "Zacharie Quévillon"


@pytest.fixture(autouse=True)
def _engine_erases(engine: FakeEngine) -> None:
    engine.says["effacez"] = reply("C’est effacé.", custom={"erase": {}})
    engine.says[SECRET_WORDS] = reply(f"Bonjour {SECRET_WORDS}", filled={"nom": SECRET_WORDS})
    engine.says["j’attends"] = reply("D’accord.", custom=follow_up(f"/relancer {SECRET_WORDS}"))
    engine.says["un agent"] = reply("Oui.", custom=handover(resume=SECRET_WORDS))


async def test_every_tab_starts_over_with_the_assistants_word_of_it(tab: Tab) -> None:
    other = await tab.another()
    await tab.say(SECRET_WORDS)
    await tab.say("effacez")
    for each in (tab, other):
        await each.until(lambda each=each: len(each.named("history")) == 2)
        assert [(m["seq"], m["text"]) for m in each.named("history")[-1]["messages"]] == [
            (1, "C’est effacé.")
        ]


async def test_nothing_of_it_is_in_any_table_or_in_the_engine(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    await tab.say(SECRET_WORDS)
    await tab.say("un agent")
    await tab.press("Revenir à l’assistant")
    await tab.say("j’attends")
    await tab.say("effacez")
    [(conversation_id,)] = await gateway.rows("SELECT id FROM conversations")
    assert engine.forgotten == [conversation_id]
    assert tab.named("history")[-1]["messages"][0]["text"] == "C’est effacé."
    assert await gateway.rows("SELECT masked_text FROM messages") == [("C’est effacé.",)]
    assert await gateway.rows("SELECT summary FROM cases") == [("",)]
    for table in ("turns", "buttons", "filled_values", "follow_ups"):
        assert await gateway.rows(f"SELECT count(*) FROM {table}") == [(0,)]  # noqa: S608


async def test_the_conversation_goes_on_afterwards(tab: Tab) -> None:
    await tab.say("effacez")
    said = await tab.say("allo")
    assert [m["text"] for m in said] == ["Écho : allo"]


async def test_an_engine_that_cannot_forget_is_told_again_by_the_sweep(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.forget_status = 500
    await tab.say(SECRET_WORDS)
    await tab.say("effacez")
    # What is said afterwards doesn't make it forget to forget.
    await tab.say("allo")
    assert await gateway.rows("SELECT count(*) FROM filled_values") == [(0,)]
    asked = len(engine.forgotten)
    engine.forget_status = 204
    for _ in range(2):
        await gateway.stop()
        await gateway.start()
        await asyncio.sleep(SETTLING_SECONDS)
    assert len(engine.forgotten) == asked + 1
