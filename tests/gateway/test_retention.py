"""What is older than clients are told it is kept is deleted (A4)."""

import asyncio

from tests.gateway.clients import Tab
from tests.gateway.fake_engine import FakeEngine, follow_up, handover, reply
from tests.gateway.running import RunningGateway

DAYS_KEPT = 30


async def age(gateway: RunningGateway, days: int) -> None:
    """Make everything in the store that much older."""
    await gateway.change("UPDATE messages SET at = datetime(at, :by)", by=f"-{days} days")


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
    assert engine.forgotten == [conversation_id]


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


async def test_an_engine_that_cannot_forget_postpones_it(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    await tab.say("allo")
    await age(gateway, DAYS_KEPT + 1)
    engine.forget_status = 500
    await restarted(gateway)
    assert not await swept(gateway)
