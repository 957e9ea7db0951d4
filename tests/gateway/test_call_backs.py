"""A client who waits for a person asks to be phoned instead, in words or with buttons."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import time_machine

from gateway.catalogue import load_catalogue
from gateway.handover.announcements import moment_in_words
from gateway.handover.opening_hours import QUEBEC
from tests.gateway.agents_at_work import ask_desk
from tests.gateway.clients import Desk, Tab
from tests.gateway.conftest import OpenDesk
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import RunningGateway

CATALOGUE = load_catalogue()
ASK = "parler à quelqu’un"
WISH = "j’aimerais qu’on me rappelle"
NUMBER = "418 555-0123"
YES = "Oui, rappelez-moi"
CANCEL = "Annuler le rappel"


@pytest.fixture
async def waiting(tab: Tab, engine: FakeEngine) -> Tab:
    """A client who waits for a person, with nobody there."""
    engine.says[ASK] = reply("Je vous passe quelqu’un.", custom=handover())
    await tab.say(ASK)
    return tab


async def call_backs(gateway: RunningGateway) -> list[str]:
    """The status of every call-back."""
    return [status for (status,) in await gateway.rows("SELECT status FROM call_backs ORDER BY id")]


def asked(messages: list[dict[str, Any]]) -> str | None:
    """What the last of some messages asks for."""
    expects: str | None = messages[-1]["expects"]
    return expects


async def test_number_time_and_a_yes_are_a_promise(
    waiting: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    answer = await waiting.say(WISH)
    assert [(m["from"]["kind"], m["text"]) for m in answer] == [
        ("system", CATALOGUE.say("rappel_telephone"))
    ]
    assert asked(answer) == "telephone_rappel"

    answer = await waiting.say(f"au {NUMBER} poste 12 svp")
    assert answer[-1]["text"] == CATALOGUE.say("rappel_moment")
    assert asked(answer) == "moment_rappel"

    answer = await waiting.press("En avant-midi")
    told = {"numero": f"{NUMBER}, poste 12", "moment": "en avant-midi"}
    assert answer[-1]["text"] == CATALOGUE.say("rappel_resume", **told)
    assert asked(answer) == "confirmation_rappel"

    answer = await waiting.press(YES)
    [(case_id, reference, reason)] = await gateway.rows(
        "SELECT id, reference, close_reason FROM cases WHERE closed_at IS NOT NULL"
    )
    assert [m["text"] for m in answer] == [
        CATALOGUE.say("rappel_confirme", reference=reference, **told),
        CATALOGUE.say("rappel_suite"),
    ]
    assert (reason, waiting.owner) == ("rappel", "bot")
    [(status, of_case, due_at)] = await gateway.rows(
        "SELECT status, case_id, due_at FROM call_backs"
    )
    assert (status, of_case) == ("due", case_id)
    assert due_at is not None
    events = await gateway.rows("SELECT kind FROM case_events WHERE kind = 'call_back'")
    assert len(events) == 1
    # The assistant is there meanwhile.
    assert (await waiting.say("allo"))[0]["text"] == "Écho : allo"


async def test_it_can_all_be_said_in_one_line_and_confirmed_in_words(
    waiting: Tab, gateway: RunningGateway
) -> None:
    answer = await waiting.say(f"rappelez-moi au {NUMBER} demain matin svp")
    assert answer[-1]["text"] == CATALOGUE.say(
        "rappel_resume", numero=NUMBER, moment="demain matin"
    )
    await waiting.say("oui svp")
    assert waiting.owner == "bot"
    assert await call_backs(gateway) == ["due"]


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("rappelez-moi", "telephone_rappel"),
        ("pouvez-vous m’appeler?", "telephone_rappel"),
        ("je voudrais être rappelée svp", "telephone_rappel"),
        (f"appelle moi au {NUMBER}", "moment_rappel"),
        ("je m’appelle Jean", None),
        (f"j’ai appelé au {NUMBER}, pas de réponse", None),
    ],
)
async def test_a_call_is_asked_for_in_words_while_waiting(
    waiting: Tab, line: str, asks: str | None
) -> None:
    assert asked(await waiting.say(line)) == asks


@pytest.mark.parametrize("yes", ["oui", "ouais", "c’est beau", "oui, rappelez-moi", "ok parfait"])
async def test_a_plain_yes_confirms(waiting: Tab, yes: str) -> None:
    await waiting.say(f"rappelez-moi au {NUMBER} n’importe quand")
    await waiting.say(yes)
    assert waiting.owner == "bot"


@pytest.mark.parametrize(
    ("correction", "numero", "moment"),
    [
        ("non c’est le 514 555-0199", "514 555-0199", "demain matin"),
        ("non, plutôt jeudi vers 14 h", NUMBER, "jeudi vers 14 h"),
        ("514-555-0199, en soirée", "514 555-0199", "en soirée"),
    ],
)
async def test_either_value_is_corrected_in_words(
    waiting: Tab, gateway: RunningGateway, correction: str, numero: str, moment: str
) -> None:
    await waiting.say(f"rappelez-moi au {NUMBER} demain matin")
    answer = await waiting.say(correction)
    assert answer[-1]["text"] == CATALOGUE.say("rappel_resume", numero=numero, moment=moment)
    assert asked(answer) == "confirmation_rappel"
    assert await call_backs(gateway) == ["draft"]


async def test_either_value_is_corrected_with_buttons(waiting: Tab) -> None:
    await waiting.say(f"rappelez-moi au {NUMBER} demain matin")
    assert (await waiting.say("non"))[-1]["text"] == CATALOGUE.say("rappel_corriger")
    assert asked(await waiting.press("Le moment")) == "moment_rappel"
    answer = await waiting.say("ce soir")
    assert answer[-1]["text"] == CATALOGUE.say("rappel_resume", numero=NUMBER, moment="ce soir")
    await waiting.press("Corriger")
    assert asked(await waiting.press("Le numéro")) == "telephone_rappel"
    answer = await waiting.say("(514) 555-0199")
    assert answer[-1]["text"] == CATALOGUE.say(
        "rappel_resume", numero="514 555-0199", moment="ce soir"
    )


async def test_what_is_no_number_is_refused_and_in_the_end_ours_are_given(
    waiting: Tab, gateway: RunningGateway
) -> None:
    await waiting.say(WISH)
    for sentence in ("rappel_illisible", "rappel_illisible_encore"):
        answer = await waiting.say("555-0123")
        assert answer[-1]["text"] == CATALOGUE.say(sentence)
        assert asked(answer) == "telephone_rappel"
    answer = await waiting.say("418 555 01")
    assert answer[-1]["text"] == CATALOGUE.say("rappel_abandon")
    assert "418 838-1107" in answer[-1]["text"]
    assert (asked(answer), waiting.owner) == (None, "waiting")
    assert await call_backs(gateway) == ["cancelled"]


@pytest.mark.parametrize("step", ["telephone_rappel", "moment_rappel", "confirmation_rappel"])
async def test_a_question_goes_to_the_case_and_what_was_asked_is_asked_again(
    waiting: Tab, gateway: RunningGateway, step: str
) -> None:
    lines = {
        "telephone_rappel": WISH,
        "moment_rappel": f"rappelez-moi au {NUMBER}",
        "confirmation_rappel": f"rappelez-moi au {NUMBER} demain",
    }
    before = await waiting.say(lines[step])
    answer = await waiting.say("est-ce que ça va coûter quelque chose pour mon compte?")
    assert [m["text"] for m in answer] == [CATALOGUE.say("transmis"), before[-1]["text"]]
    assert asked(answer) == step
    assert await call_backs(gateway) == ["draft"]


async def test_fraud_said_instead_goes_first(
    waiting: Tab, engine: FakeEngine, gateway: RunningGateway
) -> None:
    engine.reads["quelqu’un est entré dans mon compte"] = "signaler_fraude"
    await waiting.say(WISH)
    answer = await waiting.say("quelqu’un est entré dans mon compte")
    assert [m["text"] for m in answer] == [CATALOGUE.say("transmis_fraude")]
    assert await gateway.rows("SELECT priority FROM cases") == [("first",)]


@pytest.mark.parametrize("line", [None, "annule", "non laissez faire", "j’ai plus besoin"])
async def test_cancelling_goes_back_to_waiting(
    waiting: Tab, gateway: RunningGateway, line: str | None
) -> None:
    await waiting.say(f"rappelez-moi au {NUMBER} demain")
    answer = await (waiting.press(CANCEL) if line is None else waiting.say(line))
    assert answer[-1]["text"] == CATALOGUE.say("rappel_annule")
    assert [b["title"] for b in answer[-1]["buttons"]] == ["Être rappelé", "Revenir à l’assistant"]
    assert waiting.owner == "waiting"
    assert await gateway.rows("SELECT status, sealed_phone, sealed_preference FROM call_backs") == [
        ("cancelled", None, None)
    ]
    # It begins anew.
    assert asked(await waiting.press("Être rappelé")) == "telephone_rappel"


async def test_a_restart_in_the_middle_asks_nothing_again(
    waiting: Tab, gateway: RunningGateway
) -> None:
    await waiting.say(f"rappelez-moi au {NUMBER}")
    await gateway.stop()
    await gateway.start()
    back = Tab(gateway.url, waiting.cookie)
    await back.connect()
    await back.until(lambda: back.named("history"))
    told = {"numero": NUMBER, "moment": "demain matin"}
    [recap] = await back.say("demain matin")
    assert recap["text"] == CATALOGUE.say("rappel_resume", **told)
    [promise, _] = await back.press(YES)
    [(reference,)] = await gateway.rows("SELECT reference FROM cases")
    assert promise["text"] == CATALOGUE.say("rappel_confirme", **told, reference=reference)
    assert await call_backs(gateway) == ["due"]
    await back.close()


async def test_two_tabs_confirm_once(waiting: Tab, gateway: RunningGateway) -> None:
    await waiting.say(f"rappelez-moi au {NUMBER} demain")
    other = await waiting.another()
    token = waiting.token(YES)
    answers = await asyncio.gather(
        *(tab.call("message", {"id": str(uuid4()), "button": token}) for tab in (waiting, other))
    )
    accepted = [answer for answer in answers if answer["ok"]]
    assert accepted
    await waiting.until(lambda: len(waiting.named("turn")) >= 2 + len(accepted))
    assert await call_backs(gateway) == ["due"]
    [(kept,)] = await gateway.rows("SELECT count(*) FROM case_events WHERE kind = 'call_back'")
    assert kept == 1


async def test_a_press_that_comes_just_behind_the_promise_is_told_of_it(
    waiting: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    await waiting.say(f"rappelez-moi au {NUMBER} demain")
    await waiting.press(YES)
    # As if it had been pressed while the first one was looked at.
    await gateway.change(
        "UPDATE buttons SET seq = :seq WHERE title = :title",
        seq=waiting.messages[-1]["seq"],
        title=YES,
    )
    [answer] = await waiting.press(YES)
    [(reference,)] = await gateway.rows("SELECT reference FROM cases")
    assert answer["text"] == CATALOGUE.say(
        "rappel_existe", numero=NUMBER, moment="demain", reference=reference
    )
    assert "gateway:rappel-oui" not in engine.lines


async def test_a_second_request_is_told_of_the_first(waiting: Tab, gateway: RunningGateway) -> None:
    await waiting.say(f"rappelez-moi au {NUMBER} demain")
    await waiting.press(YES)
    [(reference,)] = await gateway.rows("SELECT reference FROM cases")
    await waiting.say(ASK)
    answer = await waiting.say(WISH)
    assert [m["text"] for m in answer] == [
        CATALOGUE.say("rappel_existe", numero=NUMBER, moment="demain", reference=reference)
    ]
    assert waiting.owner == "waiting"
    assert await call_backs(gateway) == ["due"]


async def test_an_agent_who_comes_ends_it_and_reads_what_was_given(
    waiting: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    await waiting.say(f"rappelez-moi au {NUMBER}")
    desk = await open_desk("camille")
    case_id = await desk.first_case()
    await desk.act("take", case_id)
    await desk.act("open", case_id)
    assert await waiting.say("demain matin") == [], "the agent answers"
    assert await call_backs(gateway) == ["draft"]
    [opened] = desk.named("conversation")
    shown = [message["text"] for message in opened["messages"]]
    assert "rappelez-moi au [téléphone masqué]" in shown
    value = await desk.act("open_value", case_id, seq=opened["messages"][-3]["seq"], mask=0)
    assert value == {"ok": True, "value": NUMBER}


@pytest.mark.parametrize(
    "written", ["418 555-0123", "(418) 555-0123 poste 12", "+33 6 12 34 56 78", "555-0123"]
)
async def test_a_number_is_nowhere_in_the_clear(
    waiting: Tab,
    open_desk: OpenDesk,
    gateway: RunningGateway,
    capsys: pytest.CaptureFixture[str],
    written: str,
) -> None:
    desk = await open_desk("camille")
    case_id = await desk.first_case()
    await desk.act("open", case_id)
    await waiting.say(WISH)
    await waiting.say(written)
    await waiting.say("demain matin")
    await desk.until(lambda: len(desk.named("message")) >= 5)
    shown = str(desk.events)
    stored = str(await gateway.rows("SELECT masked_text, masks FROM messages"))
    logged = capsys.readouterr().out
    for piece in ("0123", "34 56", "poste 12"):
        assert piece not in shown + stored + logged
    assert "[téléphone masqué]" in shown
    assert "demain matin" in shown
    kept = await gateway.rows("SELECT sealed_phone, sealed_preference FROM call_backs")
    assert b"4185550123" not in (kept[0][0] or b"")
    assert b"demain" not in (kept[0][1] or b"")


async def test_erasing_the_conversation_leaves_no_number_to_call(
    waiting: Tab, gateway: RunningGateway, engine: FakeEngine, open_desk: OpenDesk
) -> None:
    desk = await open_desk("camille")
    await waiting.say(f"rappelez-moi au {NUMBER} maintenant")
    await waiting.press(YES)
    await desk.until(lambda: desk.named("queue")[-1]["call_backs_due"] == 1)
    engine.says["effacez"] = reply("C’est effacé.", custom={"erase": {}})
    await waiting.say("effacez")
    await desk.until(lambda: desk.named("queue")[-1]["call_backs_due"] == 0)
    assert await gateway.rows("SELECT status, sealed_phone, sealed_preference FROM call_backs") == [
        ("cancelled", None, None)
    ]


def at(words: str) -> datetime:
    """That moment on the clocks of Québec."""
    return datetime.fromisoformat(words).replace(tzinfo=QUEBEC)


@pytest.fixture
async def time() -> AsyncIterator[time_machine.Traveller]:
    """The eve of a holiday, shortly before the service closes."""
    with time_machine.travel(at("2026-06-23 16:50"), tick=True) as traveller:
        yield traveller


@pytest.fixture
async def with_hours(
    time: time_machine.Traveller, data_dir: Path, engine: FakeEngine
) -> AsyncIterator[RunningGateway]:
    """A gateway with opening hours."""
    del time
    engine.says[ASK] = reply("Je vous passe quelqu’un.", custom=handover())
    gateway = RunningGateway(data_dir, engine.url, opening_hours="lun-ven 8:00-17:00")
    await gateway.start()
    yield gateway
    await gateway.stop()


@pytest.mark.parametrize("wish", ["ce soir 22 h", "dès que possible", "demain", "après 17h"])
async def test_a_call_that_the_service_is_closed_for_is_moved_and_its_client_told(
    with_hours: RunningGateway, time: time_machine.Traveller, wish: str
) -> None:
    time.move_to(at("2026-06-23 18:00"))
    tab = await Tab.open(with_hours.url)
    await tab.say(ASK)
    [recap] = await tab.say(f"rappelez-moi au {NUMBER} {wish}")
    opening = moment_in_words(CATALOGUE, at("2026-06-25 08:00"), at("2026-06-23 18:00"))
    assert recap["text"] == CATALOGUE.say(
        "rappel_resume_ferme", numero=NUMBER, moment=wish, ouverture=opening
    )
    [promise, _] = await tab.press(YES)
    [(reference, due_at)] = await with_hours.rows(
        "SELECT reference, due_at FROM call_backs b JOIN cases c ON c.id = b.case_id"
    )
    assert promise["text"] == CATALOGUE.say(
        "rappel_confirme", numero=NUMBER, moment=opening, reference=reference
    )
    assert datetime.fromisoformat(due_at).replace(tzinfo=UTC) == at("2026-06-25 08:00")
    # Nor is another moment promised by changing it.
    [recap] = await tab.say("plutôt dimanche")
    assert "lundi à 8\u00a0h" in recap["text"]
    await tab.close()


async def test_a_call_within_the_hours_stays_where_it_is_wanted(
    with_hours: RunningGateway,
) -> None:
    tab = await Tab.open(with_hours.url)
    await tab.say(ASK)
    [recap] = await tab.say(f"rappelez-moi au {NUMBER} jeudi vers 10 h")
    assert recap["text"] == CATALOGUE.say("rappel_resume", numero=NUMBER, moment="jeudi vers 10 h")
    [promise, _] = await tab.press(YES)
    assert "jeudi vers 10 h" in promise["text"]
    [(due_at,)] = await with_hours.rows("SELECT due_at FROM call_backs")
    assert datetime.fromisoformat(due_at).replace(tzinfo=UTC) == at("2026-06-25 10:00")
    await tab.close()


async def test_a_call_that_is_late_is_to_be_made_as_soon_as_possible(
    with_hours: RunningGateway, time: time_machine.Traveller
) -> None:
    tab = await Tab.open(with_hours.url)
    await tab.say(ASK)
    await tab.say(f"rappelez-moi au {NUMBER} jeudi à 10 h")
    await tab.press(YES)
    time.move_to(at("2026-06-26 14:37"))
    [answer] = await tab.press("Changer le rappel")
    assert f"au {NUMBER}, dès que possible." in answer["text"]
    await tab.close()


async def test_an_agent_who_puts_a_call_off_past_closing_makes_it_when_it_opens(
    with_hours: RunningGateway,
) -> None:
    tab = await Tab.open(with_hours.url)
    await tab.say(ASK)
    await tab.say(f"rappelez-moi au {NUMBER} maintenant")
    await tab.press(YES)
    await with_hours.add_agent("camille", "Camille")
    desk = await Desk.open(with_hours.url, "camille")
    _, content = await ask_desk(desk, "GET", "/bureau/api/rappels")
    [call_back] = content["call_backs"]
    body = {"status": "again", "tries": 0, "asked_at": call_back["asked_at"], "note": None}
    body |= {"due_at": at("2026-06-23 17:50").isoformat()}
    status, content = await ask_desk(desk, "POST", f"/bureau/api/rappels/{call_back['id']}", body)
    assert status == 200
    assert datetime.fromisoformat(content["call_back"]["due_at"]) == at("2026-06-25 08:00")
    # Its client is told of that time.
    [answer] = await tab.press("Changer le rappel")
    assert "jeudi à 8\u00a0h" in answer["text"]
    await tab.close()
    await desk.close()


@pytest.mark.parametrize(
    ("moment", "offered"),
    [
        # The next morning is a holiday's.
        ("2026-06-23 16:50", ["Dès que possible", "En après-midi"]),
        ("2026-06-23 17:30", ["Dès que possible"]),
        ("2026-06-22 07:00", ["Dès que possible", "En avant-midi", "En après-midi"]),
        # Both are the next day's.
        ("2026-06-22 17:30", ["Dès que possible", "En avant-midi", "En après-midi"]),
        # A Saturday.
        ("2026-06-27 10:00", ["Dès que possible"]),
    ],
)
async def test_only_moments_at_which_the_service_is_open_are_offered(
    with_hours: RunningGateway, time: time_machine.Traveller, moment: str, offered: list[str]
) -> None:
    time.move_to(at(moment))
    tab = await Tab.open(with_hours.url)
    await tab.say(ASK)
    [asks] = await tab.say(f"rappelez-moi au {NUMBER}")
    assert [button["title"] for button in asks["buttons"]] == [*offered, CANCEL]
    await tab.close()
