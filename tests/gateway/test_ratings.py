"""The question after a conversation: whom it is about, and what becomes of the answer."""

from typing import Any

import pytest

from gateway.catalogue import load_catalogue
from tests.gateway.clients import Tab
from tests.gateway.conftest import OpenDesk
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import RunningGateway

CATALOGUE = load_catalogue()
SOLVED = "ça marche, merci"
NOT_ASKED = {"ok": False, "error": CATALOGUE.say("refus_question")}


@pytest.fixture(autouse=True)
def lines(engine: FakeEngine) -> None:
    engine.says[SOLVED] = reply("C’est réglé, tant mieux.", custom={"solved": True})
    engine.says["un agent"] = reply("Oui.", custom=handover())


async def closed_by_agent(tab: Tab, open_desk: OpenDesk) -> None:
    """An agent has taken and closed the client's case."""
    desk = await open_desk("camille")
    await tab.say("un agent")
    case_id = await desk.first_case()
    await desk.act("take", case_id)
    assert await desk.act("close", case_id, reason="regle") == {"ok": True}
    await tab.until(lambda: tab.owner == "closed")


def survey(tab: Tab) -> str | None:
    """The question as last told."""
    states = [h["state"] for h in tab.named("history")] + tab.named("state")
    about: str | None = states[-1]["survey"]
    return about


async def rate(tab: Tab, about: str, solved: bool | None, score: Any) -> dict[str, Any]:
    """Answer the question; the acknowledgement."""
    return dict(await tab.call("rate", {"about": about, "solved": solved, "score": score}))


async def ratings(gateway: RunningGateway) -> list[Any]:
    return list(await gateway.rows("SELECT about, solved, score FROM ratings ORDER BY id"))


async def test_the_assistant_is_asked_about_once_the_client_says_it_is_solved(
    tab: Tab, gateway: RunningGateway
) -> None:
    await tab.say("allo")
    assert survey(tab) is None
    await tab.say(SOLVED)
    await tab.until(lambda: survey(tab) == "assistant")
    assert await rate(tab, "assistant", True, 5) == {"ok": True}
    await tab.until(lambda: survey(tab) is None)
    assert await ratings(gateway) == [("assistant", 1, 5)]


async def test_an_agent_is_asked_about_once_they_close(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    await closed_by_agent(tab, open_desk)
    assert survey(tab) == "agent"
    assert await rate(tab, "agent", False, None) == {"ok": True}
    [(case_id,)] = await gateway.rows("SELECT id FROM cases")
    assert await gateway.rows("SELECT about, case_id, solved, score FROM ratings") == [
        ("agent", case_id, 0, None)
    ]


async def test_a_second_answer_replaces_the_first(tab: Tab, gateway: RunningGateway) -> None:
    await tab.say(SOLVED)
    await rate(tab, "assistant", None, 2)
    assert await rate(tab, "assistant", True, 4) == {"ok": True}
    assert await ratings(gateway) == [("assistant", 1, 4)]
    # Asked another time, it is another answer.
    await tab.say(SOLVED)
    await rate(tab, "assistant", False, 1)
    assert await ratings(gateway) == [("assistant", 1, 4), ("assistant", 0, 1)]


async def test_whoever_goes_on_writing_is_asked_nothing(tab: Tab, gateway: RunningGateway) -> None:
    await tab.say(SOLVED)
    await tab.until(lambda: survey(tab) == "assistant")
    await tab.say("en fait non")
    await tab.until(lambda: survey(tab) is None)
    assert await rate(tab, "assistant", True, 5) == NOT_ASKED
    assert await ratings(gateway) == []


async def test_thanks_leave_the_question_open(
    tab: Tab, open_desk: OpenDesk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    engine.reads["merci"] = "remercier"
    await closed_by_agent(tab, open_desk)
    await tab.say("merci")
    assert (tab.owner, survey(tab)) == ("closed", "agent")
    assert await rate(tab, "agent", True, 5) == {"ok": True}


async def test_nobody_is_asked_about_an_agent_who_never_came(tab: Tab, open_desk: OpenDesk) -> None:
    desk = await open_desk("camille")
    await tab.say("un agent")
    assert (await desk.act("close", await desk.first_case(), reason="regle"))["ok"]
    await tab.until(lambda: tab.owner == "closed")
    assert survey(tab) is None


@pytest.mark.parametrize(
    ("about", "solved", "score", "sentence"),
    [
        ("agent", True, 5, "refus_question"),
        ("assistant", None, None, "refus_illisible"),
        ("assistant", True, 0, "refus_illisible"),
        ("assistant", True, 6, "refus_illisible"),
        ("assistant", True, True, "refus_illisible"),
        ("assistant", "oui", 3, "refus_illisible"),
        ("portail", True, 3, "refus_illisible"),
    ],
)
async def test_what_answers_no_question_is_not_kept(
    tab: Tab,
    gateway: RunningGateway,
    about: str,
    solved: Any,
    score: Any,
    sentence: str,
) -> None:
    await tab.say(SOLVED)
    assert await rate(tab, about, solved, score) == {
        "ok": False,
        "error": CATALOGUE.say(sentence),
    }
    assert await ratings(gateway) == []


async def test_the_end_of_an_unsolved_hand_over_asks_nothing(tab: Tab, open_desk: OpenDesk) -> None:
    desk = await open_desk("camille")
    await tab.say("un agent")
    case_id = await desk.first_case()
    await desk.act("take", case_id)
    await desk.act("hand_back", case_id)
    await tab.until(lambda: tab.owner == "bot")
    assert survey(tab) is None
