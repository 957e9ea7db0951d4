"""The assistant comes back by itself at the time it offered: once, and only while it is wanted."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import structlog

from gateway import engine as engine_module
from gateway import follow_ups as follow_ups_module
from gateway.catalogue import load_catalogue
from gateway.handover.resumption import RESUME_PAYLOAD
from tests.gateway.clients import SETTLING_SECONDS, Tab
from tests.gateway.conftest import OpenDesk
from tests.gateway.fake_engine import FakeEngine, follow_up, handover, reply
from tests.gateway.running import RunningGateway
from tests.gateway.waiting import eventually

CATALOGUE = load_catalogue()
MINUTES = 20
STEP = "courriel_non_recu.attendre"
WAIT = "j’attends"
# As the engine's own payloads are, with what would be private if it were the client's.
COME_BACK = '/donner_delai{"relance": "oui"}'
CAME_BACK = "L’avez-vous reçu?"
# More than is waited for; the looks are a few hundredths of a second apart.
LOOKS = SETTLING_SECONDS
TIMES_TRIED = 3


@pytest.fixture(autouse=True)
def _looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow_ups_module, "LOOK_SECONDS", 0.03)
    monkeypatch.setattr(follow_ups_module, "RETRY_SECONDS", 0.05)


@pytest.fixture(autouse=True)
def _offers_to_come_back(engine: FakeEngine) -> None:
    engine.says[WAIT] = reply("D’accord.", custom=follow_up(COME_BACK, MINUTES), step=STEP)
    engine.says[COME_BACK] = reply(CAME_BACK, buttons=[("Oui", "/affirmer")], step=STEP)
    engine.says["même étape"] = reply("Oui.", step=STEP)


@pytest.fixture
def logs() -> Iterator[list[Any]]:
    with structlog.testing.capture_logs() as lines:
        yield lines


async def planned(gateway: RunningGateway) -> int:
    """How many follow-ups are stored."""
    return (await gateway.counts())["follow_ups"]


async def until_none_is_planned(gateway: RunningGateway) -> None:
    """Wait until what was planned is done or dropped."""

    async def none() -> bool:
        return await planned(gateway) == 0

    await eventually(none)


async def test_it_comes_once_to_every_tab(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, logs: list[Any]
) -> None:
    other = await tab.another()
    await tab.say(WAIT)
    turns, typing = tab.named("turn"), tab.named("typing")
    await gateway.let_pass(MINUTES)

    for each in (tab, other):
        await each.until(lambda each=each: each.texts[-1] == CAME_BACK)
    await asyncio.sleep(LOOKS)

    assert [(m["seq"], m["from"]["kind"], m["text"]) for m in tab.messages[2:]] == [
        (3, "bot", "D’accord."),
        (4, "bot", CAME_BACK),
    ]
    assert tab.messages == other.messages
    assert [button["title"] for button in tab.messages[-1]["buttons"]] == ["Oui"]
    assert (await gateway.counts())["messages"] == 4
    assert await planned(gateway) == 0
    # It is no turn of the client's.
    assert (tab.named("turn"), tab.named("typing")) == (turns, typing)
    asked, came_back = engine.requests
    assert UUID(came_back.pop("message_id"))
    assert came_back == {"payload": COME_BACK, "metadata": asked["metadata"]}
    [line] = [line for line in logs if line["event"] == "follow_up_sent"]
    [(conversation_id,)] = await gateway.rows("SELECT id FROM conversations")
    assert line == {
        "event": "follow_up_sent",
        "log_level": "info",
        "conversation": conversation_id,
        "step": STEP,
        "messages": 1,
    }


async def test_it_does_not_come_before_its_time(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    await tab.say(WAIT)
    [(due_at,)] = await gateway.rows("SELECT due_at FROM follow_ups")
    promised = datetime.now(UTC) + timedelta(minutes=MINUTES)
    assert abs(datetime.fromisoformat(due_at).replace(tzinfo=UTC) - promised).seconds < 30

    await gateway.let_pass(MINUTES - 1)
    await asyncio.sleep(LOOKS)

    assert engine.lines == [WAIT]
    assert tab.texts[-1] == "D’accord."


async def test_its_payload_never_reaches_a_browser(tab: Tab, gateway: RunningGateway) -> None:
    await tab.say(WAIT)
    await gateway.let_pass(MINUTES)
    await tab.until(lambda: tab.texts[-1] == CAME_BACK)
    assert "donner_delai" not in str(tab.events)


# While it is wanted


@pytest.mark.parametrize(
    "answer", [reply("Autre chose.", step="courriel_non_recu.indesirables"), reply("Bravo!")]
)
async def test_it_is_dropped_once_the_conversation_is_at_another_step(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, answer: dict[str, Any]
) -> None:
    engine.says["je l’ai"] = answer
    await tab.say(WAIT)
    await tab.say("je l’ai")
    assert await planned(gateway) == 0


async def test_a_remark_in_between_changes_nothing(tab: Tab, gateway: RunningGateway) -> None:
    await tab.say(WAIT)
    await tab.say("même étape")
    await gateway.let_pass(MINUTES)
    await tab.until(lambda: tab.texts[-1] == CAME_BACK)


async def test_one_that_belongs_to_no_step_is_dropped_at_any(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.says[WAIT] = reply("D’accord.", custom=follow_up(COME_BACK))
    await tab.say(WAIT)
    await tab.say("allo")
    assert await planned(gateway) == 1
    await tab.say("même étape")
    assert await planned(gateway) == 0


async def test_a_newer_one_takes_its_place(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.says["encore"] = reply("Bon.", custom=follow_up("/plus_tard", 2 * MINUTES), step=STEP)
    await tab.say(WAIT)
    first = await gateway.rows("SELECT id FROM follow_ups")
    await tab.say("encore")
    newer = await gateway.rows("SELECT id FROM follow_ups")
    assert len(newer) == 1
    assert newer != first

    await gateway.let_pass(MINUTES)
    await asyncio.sleep(LOOKS)
    assert engine.lines == [WAIT, "encore"]
    await gateway.let_pass(MINUTES)
    await tab.until(lambda: tab.texts[-1] == "Écho : /plus_tard")
    assert COME_BACK not in engine.lines


async def test_the_last_wish_of_an_answer_counts(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    first, last = (reply("Bon.", custom=follow_up(payload)) for payload in ("/un", "/deux"))
    engine.says[WAIT] = last | {"messages": first["messages"] + last["messages"]}
    await tab.say(WAIT)
    await gateway.let_pass(MINUTES)
    await tab.until(lambda: tab.texts[-1] == "Écho : /deux")
    assert engine.lines == [WAIT, "/deux"]


async def test_it_may_ask_for_the_next_one(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.says[COME_BACK] = reply("Toujours rien?", custom=follow_up("/dernier"), step=STEP)
    await tab.say(WAIT)
    await gateway.let_pass(MINUTES)
    await tab.until(lambda: tab.texts[-1] == "Toujours rien?")
    assert await gateway.rows("SELECT step FROM follow_ups") == [(STEP,)]
    await gateway.let_pass(MINUTES)
    await tab.until(lambda: tab.texts[-1] == "Écho : /dernier")
    assert {request["metadata"]["client_key"] for request in engine.requests} == {
        engine.requests[0]["metadata"]["client_key"]
    }


@pytest.mark.parametrize("owner", ["waiting", "agent", "closed"])
async def test_it_is_dropped_when_somebody_else_has_the_conversation(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, logs: list[Any], owner: str
) -> None:
    await tab.say(WAIT)
    await gateway.change("UPDATE conversations SET owner = :owner", owner=owner)
    await gateway.let_pass(MINUTES)
    await until_none_is_planned(gateway)
    assert engine.lines == [WAIT]
    assert (await gateway.counts())["messages"] == 3
    [line] = [line for line in logs if line["event"] == "follow_up_dropped"]
    assert line["owner"] == owner


async def test_it_does_not_come_after_a_person_has_given_the_client_back(
    tab: Tab, gateway: RunningGateway, open_desk: OpenDesk, engine: FakeEngine
) -> None:
    engine.says["un agent"] = reply("Oui.", custom=handover(), step=STEP)
    desk = await open_desk("camille")
    await tab.say(WAIT)
    await tab.say("un agent")
    case_id = await desk.first_case()
    await desk.act("take", case_id)
    await desk.act("hand_back", case_id)
    await tab.until(lambda: tab.owner == "bot")

    await gateway.let_pass(MINUTES)
    await asyncio.sleep(LOOKS)

    assert engine.lines == [WAIT, "un agent", RESUME_PAYLOAD]
    assert await planned(gateway) == 0


async def test_it_does_not_come_after_a_breakdown(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.fails["toujours rien"] = 500
    await tab.say(WAIT)
    await tab.say("toujours rien")
    assert tab.owner == "waiting"
    assert await planned(gateway) == 0


async def test_it_is_not_planned_by_an_answer_that_calls_a_person(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.says["un agent"] = reply(
        "Oui.", custom=handover() | follow_up(COME_BACK, MINUTES), step=STEP
    )
    await tab.say("un agent")
    assert tab.owner == "waiting"
    assert await planned(gateway) == 0


# Its turn


async def test_a_line_that_waits_goes_first(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.says["un"] = engine.says["deux"] = engine.says["même étape"]
    await tab.say(WAIT)
    held = engine.hold("un")
    await tab.send("un")
    await engine.until_asked("un")
    await gateway.let_pass(MINUTES)
    await asyncio.sleep(LOOKS)
    await tab.send("deux")
    held.set()
    await tab.until(lambda: tab.texts[-1] == CAME_BACK)
    assert engine.lines == [WAIT, "un", "deux", COME_BACK]


async def test_a_line_that_waits_may_end_it(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.says["je l’ai"] = reply("Bravo!")
    await tab.say(WAIT)
    held = engine.hold("je l’ai")
    await tab.send("je l’ai")
    await engine.until_asked("je l’ai")
    await gateway.let_pass(MINUTES)
    await asyncio.sleep(LOOKS)
    held.set()
    await tab.until(lambda: tab.texts[-1] == "Bravo!")
    await asyncio.sleep(LOOKS)
    assert engine.lines == [WAIT, "je l’ai"]


async def test_a_line_that_comes_while_it_runs_is_answered_after_it(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    held = engine.hold(COME_BACK)
    await tab.say(WAIT)
    await gateway.let_pass(MINUTES)
    await engine.until_asked(COME_BACK)
    await tab.send("allo")
    held.set()
    await tab.until(lambda: tab.texts[-1] == "Écho : allo")
    assert tab.texts[3:] == ["allo", CAME_BACK, "Écho : allo"]
    assert engine.lines == [WAIT, COME_BACK, "allo"]


async def test_it_may_have_nothing_to_say(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.says[COME_BACK] = reply(step=STEP)
    await tab.say(WAIT)
    await gateway.let_pass(MINUTES)
    await until_none_is_planned(gateway)
    await asyncio.sleep(LOOKS)
    assert engine.lines == [WAIT, COME_BACK]
    assert tab.texts[-1] == "D’accord."
    assert tab.owner == "bot"


async def test_it_may_call_a_person_and_what_it_filled_is_masked(
    tab: Tab, gateway: RunningGateway, open_desk: OpenDesk, engine: FakeEngine
) -> None:
    engine.says[COME_BACK] = reply(
        "Je vous passe quelqu’un, Zacharie.",
        filled={"prenom": "Zacharie"},
        custom=handover("fin_etapes", resume="Zacharie attend."),
    )
    desk = await open_desk("camille")
    await tab.say(WAIT)
    await gateway.let_pass(MINUTES)
    await desk.first_case()
    assert "Zacharie" not in str(desk.events)
    assert [case["reason"] for case in desk.queue] == ["fin_etapes"]
    await tab.until(lambda: tab.owner == "waiting")
    assert "Je vous passe quelqu’un, Zacharie." in tab.texts


# When it fails


async def test_a_failing_engine_is_asked_again_under_the_same_id(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.fails[COME_BACK] = 500
    await tab.say(WAIT)
    await gateway.let_pass(MINUTES)
    await engine.until_asked(COME_BACK, TIMES_TRIED)
    # Nobody waits for it: no apology and no case.
    assert tab.texts[-1] == "D’accord."
    assert tab.owner == "bot"

    engine.fails.clear()
    await tab.until(lambda: tab.texts[-1] == CAME_BACK)
    assert len({request["message_id"] for request in engine.requests[1:]}) == 1


async def test_a_failing_one_is_not_tried_at_every_look(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow_ups_module, "RETRY_SECONDS", 60.0)
    engine.fails[COME_BACK] = 500
    await tab.say(WAIT)
    await gateway.let_pass(MINUTES)
    await engine.until_asked(COME_BACK)
    await asyncio.sleep(LOOKS)
    assert engine.lines == [WAIT, COME_BACK]


async def test_an_engine_that_is_down_is_waited_for(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, logs: list[Any]
) -> None:
    await tab.say(WAIT)
    await engine.stop()
    await gateway.let_pass(MINUTES)

    async def tried() -> bool:
        return [line["event"] for line in logs].count("follow_up_postponed") >= TIMES_TRIED

    await eventually(tried)
    assert (await gateway.counts())["cases"] == 0
    await engine.start()
    await tab.until(lambda: tab.texts[-1] == CAME_BACK)
    assert "donner_delai" not in str(logs)


async def test_an_engine_that_hangs_is_waited_for(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "TOTAL_SECONDS", 0.1)
    held = engine.hold(COME_BACK)
    await tab.say(WAIT)
    await gateway.let_pass(MINUTES)
    await engine.until_asked(COME_BACK, TIMES_TRIED)
    held.set()
    await tab.until(lambda: tab.texts[-1] == CAME_BACK)
    assert tab.texts.count(CAME_BACK) == 1
    assert tab.owner == "bot"


async def test_one_that_is_too_late_is_dropped(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, logs: list[Any]
) -> None:
    await tab.say(WAIT)
    await gateway.let_pass(MINUTES + 2 * 60 + 1)
    await until_none_is_planned(gateway)
    assert engine.lines == [WAIT]
    assert tab.texts[-1] == "D’accord."
    [line] = [line for line in logs if line["event"] == "follow_up_dropped"]
    assert line["late"]
    assert "donner_delai" not in str(line)


async def test_one_that_is_late_still_comes(tab: Tab, gateway: RunningGateway) -> None:
    await tab.say(WAIT)
    await gateway.let_pass(MINUTES + 2 * 60 - 1)
    await tab.until(lambda: tab.texts[-1] == CAME_BACK)
