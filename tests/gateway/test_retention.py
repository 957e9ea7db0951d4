"""What is older than clients are told it is kept is deleted (A4)."""

import asyncio

import pytest

from gateway import app as app_module
from tests.gateway.clients import SETTLING_SECONDS, Tab
from tests.gateway.fake_engine import FakeEngine, follow_up, handover, reply
from tests.gateway.running import RunningGateway
from tests.gateway.waiting import eventually

DAYS_KEPT = 30


async def age(gateway: RunningGateway, days: int) -> None:
    """Make everything in the store that much older."""
    await gateway.change("UPDATE messages SET at = datetime(at, :by)", by=f"-{days} days")


async def age_turns(gateway: RunningGateway, hours: int) -> None:
    """Make what the engine was told that much older."""
    await gateway.change(
        "UPDATE conversations SET engine_told_at = datetime(engine_told_at, :by)",
        by=f"-{hours} hours",
    )


async def restarted(gateway: RunningGateway) -> None:
    """Stop and start, which sweeps."""
    await gateway.stop()
    await gateway.start()


async def swept(gateway: RunningGateway) -> bool:
    """Whether the sweep at the start deletes what was said, within a second."""
    for _ in range(20):
        [(count,)] = await gateway.rows("SELECT count(*) FROM messages")
        if count == 0:
            return True
        await asyncio.sleep(0.05)
    return False


async def test_a_conversation_that_is_too_old_is_deleted_here_and_in_the_engine(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    await tab.say("mon nom est Zacharie Quévillon")
    await age(gateway, DAYS_KEPT + 1)
    await restarted(gateway)
    assert await swept(gateway)
    [(conversation_id,)] = await gateway.rows("SELECT id FROM conversations")

    async def forgotten() -> bool:
        return engine.forgotten == [conversation_id]

    # The engine is told in a sweep of its own, just after.
    await eventually(forgotten)


async def test_what_was_planned_in_it_is_deleted_with_it(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.says["j’attends"] = reply("D’accord.", custom=follow_up("/relancer"))
    await tab.say("j’attends")
    await age(gateway, DAYS_KEPT + 1)
    await restarted(gateway)
    assert await swept(gateway)
    assert await gateway.rows("SELECT * FROM follow_ups") == []


async def test_a_younger_one_stays(tab: Tab, gateway: RunningGateway, engine: FakeEngine) -> None:
    await tab.say("allo")
    await age(gateway, DAYS_KEPT - 1)
    await restarted(gateway)
    assert not await swept(gateway)
    assert engine.forgotten == []


async def test_one_that_waits_for_a_person_stays(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.says["un agent"] = reply("Oui.", custom=handover())
    await tab.say("un agent")
    await age(gateway, DAYS_KEPT + 1)
    await restarted(gateway)
    assert not await swept(gateway)


async def test_the_engine_forgets_a_conversation_a_day_after_its_last_turn_once(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    await tab.say("mon nom est Zacharie Quévillon")
    await age_turns(gateway, 23)
    await restarted(gateway)
    await asyncio.sleep(SETTLING_SECONDS)
    assert engine.forgotten == []
    await age_turns(gateway, 2)
    for _ in range(2):
        await restarted(gateway)
        await asyncio.sleep(SETTLING_SECONDS)
    [(conversation_id,)] = await gateway.rows("SELECT id FROM conversations")
    assert engine.forgotten == [conversation_id]
    # What the client may still read is kept.
    assert (await gateway.counts())["messages"] == 3


async def test_the_engine_forgets_again_what_it_is_told_later(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    await tab.say("allo")
    for _ in range(2):
        await age_turns(gateway, 25)
        await restarted(gateway)
        again = Tab(gateway.url, tab.cookie)
        await again.connect()
        await asyncio.sleep(SETTLING_SECONDS)
        await again.say("me revoici")
        await again.close()
    assert len(engine.forgotten) == 2


async def test_the_engine_forgets_nothing_while_it_is_to_come_back(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.says["j’attends"] = reply("D’accord.", custom=follow_up("/relancer"))
    await tab.say("j’attends")
    await age_turns(gateway, 25)
    await restarted(gateway)
    await asyncio.sleep(SETTLING_SECONDS)
    assert engine.forgotten == []


async def test_the_engine_forgets_nothing_while_an_answer_is_owed(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app_module, "DRAIN_SECONDS", 0.1)
    held = engine.hold("allo")
    await tab.send("allo")
    await engine.until_asked("allo")
    await age_turns(gateway, 25)
    await restarted(gateway)
    await asyncio.sleep(SETTLING_SECONDS)
    assert engine.forgotten == []
    held.set()


async def test_an_engine_that_cannot_forget_is_asked_at_the_next_sweep(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    await tab.say("allo")
    await age_turns(gateway, 25)
    for status in (500, 204, 204):
        engine.forget_status = status
        await restarted(gateway)
        await asyncio.sleep(SETTLING_SECONDS)
    assert len(engine.forgotten) == 2


async def test_an_engine_that_cannot_forget_what_is_too_old_is_asked_again(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    await tab.say("allo")
    await age(gateway, DAYS_KEPT + 1)
    engine.forget_status = 500
    await restarted(gateway)
    assert await swept(gateway)
    asked = len(engine.forgotten)
    engine.forget_status = 204
    await restarted(gateway)
    await asyncio.sleep(SETTLING_SECONDS)
    assert len(engine.forgotten) == asked + 1
