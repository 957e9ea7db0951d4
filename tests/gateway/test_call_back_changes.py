"""A client who has been promised a call changes it or calls it off, until somebody has made it."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from gateway.catalogue import load_catalogue
from tests.gateway.agents_at_work import ask_desk, erase
from tests.gateway.clients import Desk, Tab
from tests.gateway.conftest import OpenDesk
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import RunningGateway

CATALOGUE = load_catalogue()
ASK = "parler à quelqu’un"
NUMBER = "418 555-0123"
OTHER_NUMBER = "514 555-0199"
CHANGE = "Changer le rappel"
CHANGE_PHONE = "Changer le numéro"
CHANGE_TIME = "Changer le moment"
CALL_OFF = "Annuler le rappel"
KEEP = "Ne rien changer"
YES = "Oui, changez-le"
LIST = "/bureau/api/rappels"


@pytest.fixture
async def promised(tab: Tab, engine: FakeEngine) -> Tab:
    """A client who has been promised a call tomorrow, and is with the assistant again."""
    engine.says[ASK] = reply("Je vous passe quelqu’un.", custom=handover())
    await tab.say(ASK)
    await tab.say(f"rappelez-moi au {NUMBER} demain")
    await tab.press("Oui, rappelez-moi")
    assert tab.owner == "bot"
    return tab


@pytest.fixture
async def desk(open_desk: OpenDesk) -> Desk:
    return await open_desk("camille")


async def reference_of(gateway: RunningGateway) -> str:
    """The reference of the only call."""
    [(reference,)] = await gateway.rows(
        "SELECT reference FROM cases c JOIN call_backs b ON b.case_id = c.id"
    )
    return str(reference)


async def told(gateway: RunningGateway, sentence: str, numero: str, moment: str) -> str:
    """A sentence about the call."""
    reference = await reference_of(gateway)
    return CATALOGUE.say(sentence, numero=numero, moment=moment, reference=reference)


def titles(message: dict[str, Any]) -> list[str]:
    """What can be pressed below a message."""
    return [button["title"] for button in message["buttons"]]


async def listed(desk: Desk) -> list[dict[str, Any]]:
    """The call-backs as agents see them."""
    _, content = await ask_desk(desk, "GET", LIST)
    return list(content["call_backs"])


async def phone(desk: Desk) -> str:
    """The number of the only call, as an agent opens it."""
    [call_back] = await listed(desk)
    _, content = await ask_desk(desk, "POST", f"{LIST}/{call_back['id']}/telephone")
    return str(content["phone"])


async def test_what_can_be_done_is_offered_with_the_promise(
    promised: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    [answer] = await promised.press(CHANGE)
    assert answer["text"] == await told(gateway, "rappel_existe", NUMBER, "demain")
    assert titles(answer) == [CHANGE_PHONE, CHANGE_TIME, CALL_OFF, "Revenir à l’assistant"]
    assert promised.owner == "bot"
    assert not any(line.startswith("gateway:") for line in engine.lines)


async def test_the_number_is_changed_with_buttons(
    promised: Tab, gateway: RunningGateway, desk: Desk
) -> None:
    await promised.press(CHANGE)
    [asks] = await promised.press(CHANGE_PHONE)
    assert (asks["text"], asks["expects"]) == (
        CATALOGUE.say("rappel_telephone"),
        "telephone_rappel",
    )
    [recap] = await promised.say(OTHER_NUMBER)
    assert recap["text"] == CATALOGUE.say("rappel_resume", numero=OTHER_NUMBER, moment="demain")
    assert titles(recap) == [YES, "Corriger", KEEP]
    assert await phone(desk) == "+14185550123", "as promised, until it is confirmed"

    answer = await promised.press(YES)
    assert [message["text"] for message in answer] == [
        await told(gateway, "rappel_change", OTHER_NUMBER, "demain"),
        CATALOGUE.say("rappel_suite"),
    ]
    assert await phone(desk) == "+15145550199"
    assert await gateway.rows("SELECT sealed_new_phone FROM call_backs") == [(None,)]
    assert promised.owner == "bot"


async def test_the_moment_is_changed_with_buttons(
    promised: Tab, gateway: RunningGateway, desk: Desk
) -> None:
    await desk.until(lambda: desk.named("queue")[-1]["call_backs_due"] == 0)
    await promised.press(CHANGE)
    [asks] = await promised.press(CHANGE_TIME)
    assert (asks["text"], asks["expects"]) == (CATALOGUE.say("rappel_moment"), "moment_rappel")
    [recap] = await promised.press("Dès que possible")
    assert recap["text"] == CATALOGUE.say("rappel_resume", numero=NUMBER, moment="dès que possible")
    await promised.say("oui svp")
    # Every desk is told at once.
    await desk.until(lambda: desk.named("queue")[-1]["call_backs_due"] == 1)
    [call_back] = await listed(desk)
    assert (call_back["preference"], call_back["due"]) == ("Dès que possible", True)


@pytest.mark.parametrize(
    ("line", "numero", "moment"),
    [
        (f"changez mon numéro pour {OTHER_NUMBER}", OTHER_NUMBER, "demain"),
        ("finalement demain matin", NUMBER, "demain matin"),
        (f"non, le {OTHER_NUMBER}, en soirée", OTHER_NUMBER, "en soirée"),
    ],
)
async def test_it_is_changed_in_words_just_behind_the_promise(
    promised: Tab, gateway: RunningGateway, line: str, numero: str, moment: str
) -> None:
    [recap] = await promised.say(line)
    assert recap["text"] == CATALOGUE.say("rappel_resume", numero=numero, moment=moment)
    [answer, _] = await promised.press(YES)
    assert answer["text"] == await told(gateway, "rappel_change", numero, moment)


@pytest.mark.parametrize("line", [None, "annulez le rappel", "annule"])
async def test_it_is_called_off(
    promised: Tab, gateway: RunningGateway, desk: Desk, line: str | None
) -> None:
    if line is None:
        await promised.press(CHANGE)
        answer = await promised.press(CALL_OFF)
    else:
        answer = await promised.say(line)
    assert [message["text"] for message in answer] == [
        CATALOGUE.say("rappel_retire"),
        CATALOGUE.say("reprise"),
    ]
    assert await listed(desk) == []
    assert await gateway.rows("SELECT status, sealed_phone, sealed_preference FROM call_backs") == [
        ("cancelled", None, None)
    ]
    assert (await promised.say("allo"))[0]["text"] == "Écho : allo"
    # As if its client had gone back to the assistant.
    assert await gateway.rows("SELECT close_reason FROM cases") == [(None,)]
    [(event,)] = await gateway.rows("SELECT kind FROM case_events ORDER BY id DESC LIMIT 1")
    assert event == "returned"
    # Another one can be asked for.
    await promised.say(ASK)
    assert (await promised.say("rappelez-moi"))[-1]["expects"] == "telephone_rappel"


async def test_the_assistant_is_there_for_all_the_rest(
    promised: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    for line in ("mon lien est expiré depuis ce matin", "annule", "finalement demain matin"):
        assert (await promised.say(line))[0]["text"] == f"Écho : {line}"
    # But it can't call off what it knows nothing of.
    [answer, _] = await promised.say("annulez le rappel")
    assert answer["text"] == CATALOGUE.say("rappel_retire")
    assert "annulez le rappel" not in engine.lines
    # There is none any more.
    assert (await promised.say("annulez le rappel"))[0]["text"] == "Écho : annulez le rappel"
    assert await gateway.rows("SELECT status FROM call_backs") == [("cancelled",)]


async def test_a_question_that_is_left_changes_nothing(
    promised: Tab, gateway: RunningGateway, desk: Desk
) -> None:
    await promised.press(CHANGE)
    await promised.press(CHANGE_PHONE)
    await promised.say(OTHER_NUMBER)
    assert (await promised.say("le lien est expiré"))[0]["text"] == "Écho : le lien est expiré"
    assert (await promised.say("oui"))[0]["text"] == "Écho : oui"
    assert await phone(desk) == "+14185550123"
    # Nor does it come back with the next change.
    [answer] = await promised.say("je veux changer le rappel")
    assert answer["text"] == await told(gateway, "rappel_existe", NUMBER, "demain")
    [recap] = await promised.say("demain matin")
    assert recap["text"] == CATALOGUE.say("rappel_resume", numero=NUMBER, moment="demain matin")


async def test_a_change_that_was_left_does_not_come_back_with_another(promised: Tab) -> None:
    await promised.say(f"changez mon numéro pour {OTHER_NUMBER}")
    await promised.say("le lien est expiré")
    [recap] = await promised.say("reportez le rappel à demain midi")
    assert recap["text"] == CATALOGUE.say("rappel_resume", numero=NUMBER, moment="demain midi")


async def test_what_a_line_names_is_asked_for_and_no_case_is_spoken_of(promised: Tab) -> None:
    for line, expects in (
        ("changez l’heure", "moment_rappel"),
        ("non", "moment_rappel"),
        ("mauvais numéro", "telephone_rappel"),
        ("je veux changer le moment", "moment_rappel"),
    ):
        [asks] = await promised.say(line)
        assert (asks["text"], asks["expects"]) == (
            CATALOGUE.say(expects.split("_")[1] + "_" + expects.split("_")[0]),
            expects,
        )


@pytest.mark.parametrize("line", [None, "laissez faire", "annule"])
async def test_a_change_is_dropped_and_the_promise_stands(
    promised: Tab, gateway: RunningGateway, desk: Desk, line: str | None
) -> None:
    await promised.press(CHANGE)
    await promised.press(CHANGE_PHONE)
    await promised.say(OTHER_NUMBER)
    answer = await (promised.press(KEEP) if line is None else promised.say(line))
    assert answer[0]["text"] == await told(gateway, "rappel_garde", NUMBER, "demain")
    assert await phone(desk) == "+14185550123"
    assert await gateway.rows("SELECT sealed_new_phone FROM call_backs") == [(None,)]


async def test_a_number_that_cannot_be_read_is_asked_for_again(
    promised: Tab, gateway: RunningGateway
) -> None:
    await promised.press(CHANGE)
    await promised.press(CHANGE_PHONE)
    [answer] = await promised.say("555-0199")
    assert (answer["text"], answer["expects"]) == (
        CATALOGUE.say("rappel_illisible"),
        "telephone_rappel",
    )
    assert titles(answer) == [KEEP]
    assert await gateway.rows("SELECT tries FROM call_backs") == [(0,)], "no call was made"


async def test_what_is_wrong_in_the_change_is_corrected(promised: Tab) -> None:
    await promised.press(CHANGE)
    await promised.press(CHANGE_PHONE)
    await promised.say(OTHER_NUMBER)
    [answer] = await promised.say("non")
    assert titles(answer) == [CHANGE_PHONE, CHANGE_TIME, KEEP]
    await promised.press(CHANGE_TIME)
    [recap] = await promised.say("demain midi")
    assert recap["text"] == CATALOGUE.say(
        "rappel_resume", numero=OTHER_NUMBER, moment="demain midi"
    )


async def test_a_restart_in_the_middle_of_a_change_loses_nothing(
    promised: Tab, gateway: RunningGateway
) -> None:
    await promised.press(CHANGE)
    await promised.press(CHANGE_PHONE)
    await promised.say(OTHER_NUMBER)
    await gateway.stop()
    await gateway.start()
    back = Tab(gateway.url, promised.cookie)
    await back.connect()
    await back.until(lambda: back.named("history"))
    [answer, _] = await back.press(YES)
    assert answer["text"] == await told(gateway, "rappel_change", OTHER_NUMBER, "demain")
    await back.close()


async def test_who_waits_again_changes_it_too_and_keeps_their_place(
    promised: Tab, gateway: RunningGateway, desk: Desk
) -> None:
    await promised.say(ASK)
    [answer] = await promised.say("je voudrais déplacer le rappel")
    assert answer["text"] == await told(gateway, "rappel_existe", NUMBER, "demain")
    await promised.press(CHANGE_TIME)
    [received, asks] = await promised.say("est-ce que ça va coûter quelque chose?")
    assert (received["text"], asks["expects"]) == (CATALOGUE.say("transmis"), "moment_rappel")
    await promised.say("demain matin")
    [answer] = await promised.press(YES)
    assert answer["text"] == await told(gateway, "rappel_change", NUMBER, "demain matin")
    assert titles(answer) == [CHANGE, "Revenir à l’assistant"]
    [answer] = await promised.say("annulez le rappel")
    assert answer["text"] == CATALOGUE.say("rappel_annule")
    assert promised.owner == "waiting"
    await desk.until(lambda: len(desk.queue) == 1)
    assert await listed(desk) == []


async def settled(desk: Desk, call_back: dict[str, Any]) -> tuple[int, Any]:
    """How an agent's noting that a call was made, as they had read the list, is answered."""
    body = {key: call_back[key] for key in ("tries", "asked_at")}
    body |= {"status": "done", "note": None, "due_at": None}
    return await ask_desk(desk, "POST", f"{LIST}/{call_back['id']}", body)


@pytest.mark.parametrize("waits", [False, True])
@pytest.mark.parametrize("pressed", [CHANGE_PHONE, CHANGE_TIME, CALL_OFF])
async def test_once_the_call_is_made_its_client_is_told_so(
    promised: Tab, gateway: RunningGateway, desk: Desk, pressed: str, waits: bool
) -> None:
    if waits:
        await promised.say(ASK)
        await promised.say("je veux changer le rappel")
    else:
        await promised.press(CHANGE)
    [call_back] = await listed(desk)
    assert (await settled(desk, call_back))[0] == 200
    answer = await promised.press(pressed)
    assert answer[0]["text"] == CATALOGUE.say("rappel_regle")
    assert await gateway.rows("SELECT status FROM call_backs") == [("done",)]
    assert promised.owner == ("waiting" if waits else "bot")


async def test_a_change_is_not_confirmed_once_the_call_is_made(
    promised: Tab, gateway: RunningGateway, desk: Desk
) -> None:
    await promised.say(f"changez mon numéro pour {OTHER_NUMBER}")
    [call_back] = await listed(desk)
    assert (await settled(desk, call_back))[0] == 200
    answer = await promised.say("oui")
    assert answer[0]["text"] == CATALOGUE.say("rappel_regle")
    assert await gateway.rows("SELECT status FROM call_backs") == [("done",)]


async def test_an_agent_who_read_the_list_before_the_change_is_told_of_it(
    promised: Tab, gateway: RunningGateway, desk: Desk
) -> None:
    [before] = await listed(desk)
    await promised.say(f"changez mon numéro pour {OTHER_NUMBER}")
    await promised.press(YES)
    assert await settled(desk, before) == (
        409,
        {"error": CATALOGUE.say("refus_rappel_change")},
    )
    [after] = await listed(desk)
    assert (await settled(desk, after))[0] == 200
    await promised.press(CHANGE)
    assert await gateway.rows("SELECT status FROM call_backs") == [("done",)]


async def test_an_agent_is_told_that_a_call_tried_before_is_called_off(
    promised: Tab, gateway: RunningGateway, desk: Desk
) -> None:
    [call_back] = await listed(desk)
    later = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    again = {"status": "again", "note": None, "due_at": later}
    body = {key: call_back[key] for key in ("tries", "asked_at")} | again
    assert (await ask_desk(desk, "POST", f"{LIST}/{call_back['id']}", body))[0] == 200
    [call_back] = await listed(desk)
    await promised.say("annulez le rappel")
    assert await settled(desk, call_back) == (409, {"error": CATALOGUE.say("refus_rappel")})


async def test_of_a_client_and_an_agent_at_the_same_moment_one_wins(
    promised: Tab, gateway: RunningGateway, desk: Desk
) -> None:
    await promised.press(CHANGE)
    [call_back] = await listed(desk)
    message_id = str(uuid4())
    pressed, (status, _) = await asyncio.gather(
        promised.call("message", {"id": message_id, "button": promised.token(CALL_OFF)}),
        settled(desk, call_back),
    )
    assert pressed["ok"]
    await promised.until(lambda: message_id in [turn["id"] for turn in promised.named("turn")])
    [(stored,)] = await gateway.rows("SELECT status FROM call_backs")
    is_off = CATALOGUE.say("rappel_retire") in promised.texts
    assert (stored, status) == (("cancelled", 409) if is_off else ("done", 200))
    assert is_off is (CATALOGUE.say("rappel_regle") not in promised.texts)


async def test_erasing_leaves_nothing_of_a_change(promised: Tab, gateway: RunningGateway) -> None:
    await promised.say(f"non, le {OTHER_NUMBER}, demain matin")
    await erase(gateway, promised)
    assert await gateway.rows(
        "SELECT status, sealed_phone, sealed_new_phone, sealed_new_preference FROM call_backs"
    ) == [("cancelled", None, None, None)]


async def test_the_number_of_a_change_is_nowhere_in_the_clear(
    promised: Tab, gateway: RunningGateway, capsys: pytest.CaptureFixture[str]
) -> None:
    await promised.say(f"changez mon numéro pour {OTHER_NUMBER}")
    await promised.press(YES)
    stored = str(await gateway.rows("SELECT masked_text, masks FROM messages"))
    assert "0199" not in stored + capsys.readouterr().out
    assert "[téléphone masqué]" in stored
