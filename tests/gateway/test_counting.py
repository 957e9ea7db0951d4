"""Conversations are counted: when, once each, and before what was said in them goes."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from gateway.manager import counting
from gateway.manager.counting import Counting
from tests.gateway.clients import Desk, Tab
from tests.gateway.conftest import OpenDesk, OpenTab
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import RunningGateway
from tests.gateway.waiting import eventually

FIX = "courriel_non_recu.indesirables"
DAY_HOURS = 24
Counted = Callable[[], Awaitable[list[tuple[Any, ...]]]]


@pytest.fixture
def counted(gateway: RunningGateway) -> Counted:
    """Counts what is due now; each outcome that is kept, with its problem and last step."""

    async def count() -> list[tuple[Any, ...]]:
        database = gateway.open_store()
        await Counting(database).sweep()
        await database.close()
        rows = await gateway.rows("SELECT outcome, problem, last_step FROM outcomes ORDER BY id")
        return [tuple(row) for row in rows]

    return count


async def read_as(
    gateway: RunningGateway, intent: str, step: str | None, *, line: int | None = None
) -> None:
    """Have the client's lines, or the one of that `seq`, read so by the engine."""
    await gateway.change(
        "UPDATE turns SET intent = :intent, step = :step WHERE :line IS NULL OR seq = :line",
        intent=intent,
        step=step,
        line=line,
    )


async def age(gateway: RunningGateway, hours: float) -> None:
    """Make everything that was said, or began, that much older."""
    by = f"-{hours * 3600:.0f} seconds"
    for table, column in (
        ("messages", "at"),
        ("conversations", "created_at"),
        ("conversations", "solved_at"),
        ("ratings", "at"),
    ):
        await gateway.change(
            f"UPDATE {table} SET {column} = strftime('%Y-%m-%d %H:%M:%f', {column}, :by)",  # noqa: S608
            by=by,
        )


async def test_a_window_opened_and_no_more_is_no_conversation(
    tab: Tab, gateway: RunningGateway, counted: Counted
) -> None:
    await age(gateway, 2 * DAY_HOURS)
    assert await counted() == []


async def test_it_is_judged_a_day_after_its_last_message_and_not_before(
    tab: Tab, gateway: RunningGateway, counted: Counted
) -> None:
    await tab.say("j'ai rien reçu")
    await read_as(gateway, "courriel_non_recu", FIX)
    await age(gateway, DAY_HOURS - 0.1)
    assert await counted() == []
    await age(gateway, 0.2)
    assert await counted() == [("solved_assumed", "courriel_non_recu", FIX)]
    assert await counted() == [("solved_assumed", "courriel_non_recu", FIX)]


async def test_a_client_who_said_that_it_is_solved(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, counted: Counted
) -> None:
    engine.says["c'est réglé"] = reply("Tant mieux.", custom={"solved": True})
    await tab.say("j'ai rien reçu")
    await tab.say("c'est réglé")
    await read_as(gateway, "courriel_non_recu", FIX, line=2)
    await read_as(gateway, "probleme_resolu", None, line=4)
    await age(gateway, DAY_HOURS + 1)
    assert await counted() == [("solved_confirmed", "courriel_non_recu", FIX)]


async def test_one_that_goes_on_later_is_judged_again(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, counted: Counted
) -> None:
    await tab.say("j'ai rien reçu")
    await read_as(gateway, "courriel_non_recu", FIX)
    await age(gateway, DAY_HOURS + 1)
    assert [outcome for outcome, *_ in await counted()] == ["solved_assumed"]
    engine.says["un agent"] = reply("Oui.", custom=handover(probleme="courriel_non_recu"))
    await tab.say("un agent")
    # Until the day is over, what was known stays.
    assert [outcome for outcome, *_ in await counted()] == ["solved_assumed"]
    await age(gateway, DAY_HOURS + 1)
    assert [outcome for outcome, *_ in await counted()] == ["escalated"]


async def test_one_that_an_agent_took(
    tab: Tab,
    gateway: RunningGateway,
    engine: FakeEngine,
    open_desk: OpenDesk,
    counted: Counted,
) -> None:
    engine.says["un agent"] = reply("Oui.", custom=handover(probleme="compte_verrouille"))
    await tab.say("un agent")
    desk: Desk = await open_desk("julie")
    await desk.act("take", await desk.first_case())
    await age(gateway, DAY_HOURS + 1)
    assert await counted() == [("escalated", "compte_verrouille", None)]


async def test_one_that_went_back_to_the_assistant_before_anyone_came(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, counted: Counted
) -> None:
    engine.says["un agent"] = reply("Oui.", custom=handover(probleme="courriel_non_recu"))
    await tab.say("un agent")
    await tab.press("Revenir à l’assistant")
    await gateway.change(
        "INSERT INTO case_events (case_id, kind, at) "
        "SELECT id, 'returned', CURRENT_TIMESTAMP FROM cases"
    )
    await age(gateway, DAY_HOURS + 1)
    assert await counted() == [("abandoned", "courriel_non_recu", None)]


@pytest.mark.parametrize(
    ("status", "outcome"),
    [("draft", "escalated"), ("due", "call_back"), ("done", "call_back"), ("failed", "call_back")],
)
async def test_a_call_that_was_asked_for_and_confirmed(
    status: str,
    outcome: str,
    tab: Tab,
    gateway: RunningGateway,
    engine: FakeEngine,
    counted: Counted,
) -> None:
    engine.says["un agent"] = reply("Oui.", custom=handover())
    await tab.say("un agent")
    await gateway.change(
        "INSERT INTO call_backs (case_id, conversation_id, status, asked_at, tries) "
        "SELECT id, conversation_id, :status, CURRENT_TIMESTAMP, 0 FROM cases",
        status=status,
    )
    await age(gateway, DAY_HOURS + 1)
    assert [found for found, *_ in await counted()] == [outcome]


async def test_the_last_answer_about_the_assistant_counts(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, counted: Counted
) -> None:
    engine.says["c'est réglé"] = reply("Tant mieux.", custom={"solved": True})
    await tab.say("c'est réglé")
    for about, solved, score, at in (
        ("assistant", 1, None, "2026-01-01"),
        ("assistant", 0, None, "2026-01-02"),
        ("assistant", None, 4, "2026-01-03"),
        ("agent", 1, 5, "2026-01-04"),
    ):
        await gateway.change(
            "INSERT INTO ratings (conversation_id, about, solved, score, at) "
            "SELECT id, :about, :solved, :score, :at FROM conversations",
            about=about,
            solved=solved,
            score=score,
            at=at,
        )
    await age(gateway, DAY_HOURS + 1)
    assert [outcome for outcome, *_ in await counted()] == ["abandoned"]


async def test_a_client_who_comes_back_in_another_conversation_was_not_helped(
    open_tab: OpenTab, gateway: RunningGateway, counted: Counted
) -> None:
    first = await open_tab()
    await first.say("j'ai rien reçu")
    [(first_id,)] = await gateway.rows("SELECT id FROM conversations")
    await age(gateway, 3)
    second = await open_tab()
    await second.say("j'ai toujours rien reçu")
    await gateway.change(
        "UPDATE conversations SET predecessor_id = :first WHERE id != :first", first=first_id
    )
    await read_as(gateway, "courriel_non_recu", FIX)
    await age(gateway, DAY_HOURS + 1)
    assert sorted(outcome for outcome, *_ in await counted()) == ["abandoned", "solved_assumed"]


async def test_what_is_erased_is_counted_first_and_not_named_any_more(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, counted: Counted
) -> None:
    engine.says["effacez tout"] = reply("C’est effacé.", custom={"erase": {}})
    await tab.say("j'ai rien reçu")
    await read_as(gateway, "courriel_non_recu", FIX)
    await tab.say("effacez tout")
    # Nobody knows yet whether the client stays away.
    assert await counted() == [("abandoned", "courriel_non_recu", FIX)]
    assert await gateway.rows("SELECT conversation_id FROM outcomes") == [(None,)]
    # Whoever goes on begins another conversation.
    await tab.say("allo")
    await age(gateway, DAY_HOURS + 1)
    assert len(await counted()) == 2


async def test_what_is_too_old_is_counted_before_it_is_deleted(
    tab: Tab, gateway: RunningGateway
) -> None:
    await tab.say("j'ai rien reçu")
    await read_as(gateway, "courriel_non_recu", FIX)
    await age(gateway, 31 * DAY_HOURS)
    await gateway.stop()
    await gateway.start()

    async def kept() -> bool:
        rows = await gateway.rows("SELECT outcome, conversation_id FROM outcomes")
        return rows == [("solved_assumed", None)]

    await eventually(kept)


async def test_the_day_is_quebecs(tab: Tab, gateway: RunningGateway, counted: Counted) -> None:
    await tab.say("allo")
    await gateway.change("UPDATE messages SET at = '2026-01-16 04:30:00'")
    await counted()
    assert await gateway.rows("SELECT day FROM outcomes") == [("2026-01-15",)]


async def test_one_that_goes_on_while_it_is_judged_is_left_for_later(
    tab: Tab, gateway: RunningGateway, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    await tab.say("allo")
    await age(gateway, DAY_HOURS + 1)
    judge_all = counting._judge

    async def meanwhile(*args: Any) -> Any:
        judged = await judge_all(*args)
        await tab.say("me revoici")
        return judged

    monkeypatch.setattr(counting, "_judge", meanwhile)
    assert await counted() == []


async def test_many_are_counted_in_one_go(
    open_tab: OpenTab, gateway: RunningGateway, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "BATCH", 2)
    for _ in range(5):
        await (await open_tab()).say("allo")
    await age(gateway, DAY_HOURS + 1)
    assert len(await counted()) == 5
    assert await gateway.rows("SELECT count(DISTINCT conversation_id) FROM outcomes") == [(5,)]
