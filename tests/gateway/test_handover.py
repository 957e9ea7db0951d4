"""From the assistant to a person and back, as the client and the agents live it."""

import asyncio
from uuid import uuid4

import pytest

from gateway.catalogue import load_catalogue
from gateway.handover.resumption import RESUME_PAYLOAD
from tests.gateway.clients import SETTLING_SECONDS, Desk, Tab
from tests.gateway.conftest import OpenDesk, OpenTab
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import RunningGateway

CATALOGUE = load_catalogue()
ASK = "parler à quelqu’un"
RETURN = "Revenir à l’assistant"


@pytest.fixture(autouse=True)
def asking_for_a_person(engine: FakeEngine) -> None:
    """The line that makes the engine ask for a person."""
    engine.says[ASK] = reply("Je vous passe quelqu’un.", custom=handover())


async def escalated(tab: Tab, desk: Desk) -> int:
    """The case of a client who has asked for a person."""
    await tab.say(ASK)
    return await desk.first_case()


async def test_nobody_is_promised_when_nobody_is_there(tab: Tab, gateway: RunningGateway) -> None:
    await tab.say(ASK)
    [(reference,)] = await gateway.rows("SELECT reference FROM cases WHERE closed_at IS NULL")
    assert tab.texts[-2:] == [
        "Je vous passe quelqu’un.",
        f"{CATALOGUE.say('file_absent')} {CATALOGUE.say('reference', reference=reference)}",
    ]
    assert "418 838-1107" in tab.texts[-1]
    assert [b["title"] for b in tab.messages[-1]["buttons"]] == ["Être rappelé", RETURN]
    assert tab.owner == "waiting"


async def test_an_agent_who_is_there_is_promised(tab: Tab, open_desk: OpenDesk) -> None:
    desk = await open_desk("camille")
    await escalated(tab, desk)
    reference = desk.queue[0]["reference"]
    assert tab.texts[-1].startswith(CATALOGUE.say("relais"))
    assert "1re place; l’attente est d’environ une minute" in tab.texts[-1]
    assert tab.texts[-1].endswith(CATALOGUE.say("reference", reference=reference))
    assert "418 838-1107" in tab.texts[-1]
    assert [button["title"] for button in tab.messages[-1]["buttons"]] == [RETURN]


async def test_the_queue_shows_what_an_agent_needs(
    open_tab: OpenTab, open_desk: OpenDesk, engine: FakeEngine
) -> None:
    desk = await open_desk("camille")
    assert desk.queue == []
    engine.says["fraude"] = reply(
        "Appelez.",
        custom=handover("fraude", "first", probleme="signaler_fraude", resume="Courriel."),
    )
    first, second = await open_tab(), await open_tab()
    await first.say(ASK)
    await second.say("fraude")
    await desk.until(lambda: len(desk.queue) == 2)

    fraud, asked = desk.queue
    assert fraud | {"id": 0, "reference": "", "opened_at": "", "queued_at": ""} == {
        "id": 0,
        "reference": "",
        "reason": "fraude",
        "reason_label": "Fraude ou message suspect",
        "priority": "first",
        "returned": False,
        "problem": "signaler_fraude",
        "summary": "Courriel.",
        "steps": [],
        "details": [],
        "device": None,
        "earlier_cases": 0,
        "opened_at": "",
        "queued_at": "",
        "owner": "waiting",
        "agent": None,
        "agent_id": None,
        "mine": False,
        "client_online": True,
        "warned": False,
    }
    assert asked["reason_label"] == "Demande à parler à une personne"
    await first.close()
    await desk.until(lambda: not desk.queue[1]["client_online"])


async def test_lines_of_a_waiting_client_are_passed_on(
    tab: Tab, open_desk: OpenDesk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    case_id = await escalated(tab, desk)
    await desk.act("open", case_id)
    asked = len(engine.requests)

    answers = await tab.say("êtes-vous là?")

    assert [(m["from"]["kind"], m["text"]) for m in answers] == [
        ("system", CATALOGUE.say("transmis"))
    ]
    assert len(engine.requests) == asked
    await desk.until(lambda: len(desk.named("message")) == 2)
    assert desk.named("message")[0]["message"]["text"] == "êtes-vous là?"
    assert (await gateway.counts())["cases"] == 1


async def test_asking_again_makes_no_second_case(tab: Tab, gateway: RunningGateway) -> None:
    answers = await asyncio.gather(*(tab.send(ASK) for _ in range(3)))
    assert all(answer["ok"] for answer in answers)
    await tab.until(lambda: len(tab.named("turn")) == 3)
    assert (await gateway.counts())["cases"] == 1
    assert tab.texts.count(CATALOGUE.say("transmis")) == 1
    assert tab.texts.count(CATALOGUE.say("transmis_encore")) == 1


async def test_the_client_goes_back_to_the_assistant(
    tab: Tab, open_desk: OpenDesk, engine: FakeEngine
) -> None:
    desk = await open_desk("camille")
    case_id = await escalated(tab, desk)
    await desk.act("open", case_id)
    asked = len(engine.requests)

    answers = await tab.press(RETURN)

    assert [m["text"] for m in answers] == [CATALOGUE.say("retour")]
    assert len(answers[0]["buttons"]) == 5
    assert tab.owner == "bot"
    await engine.until_answered(RESUME_PAYLOAD)
    assert engine.lines[asked:] == [RESUME_PAYLOAD], "a gateway button never reaches the engine"
    await desk.until(lambda: desk.queue == [])
    await tab.say("allo")
    assert engine.lines[-1] == "allo"
    # Nobody reads on at the desk.
    await asyncio.sleep(SETTLING_SECONDS)
    assert "allo" not in str(desk.named("message"))
    assert await desk.act("take", case_id) == {"ok": False, "error": CATALOGUE.say("refus_dossier")}


async def test_an_agent_who_came_is_not_left_by_a_button(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    case_id = await escalated(tab, desk)
    await desk.act("take", case_id)
    counts = await gateway.counts()
    answer = await tab.call("message", {"id": str(uuid4()), "button": tab.token(RETURN)})
    assert answer == {"ok": False, "error": CATALOGUE.say("refus_bouton_passe")}
    assert tab.owner == "agent"
    assert await gateway.counts() == counts


async def test_an_agent_takes_writes_and_hands_back(
    tab: Tab, open_desk: OpenDesk, engine: FakeEngine
) -> None:
    desk = await open_desk("camille")
    case_id = await escalated(tab, desk)
    asked = len(engine.requests)

    assert await desk.act("open", case_id) == {"ok": True}
    assert await desk.act("take", case_id) == {"ok": True}
    assert await desk.write(case_id, " Bonjour, ici Camille. ") == {"ok": True}
    await tab.until(lambda: tab.texts[-1] == "Bonjour, ici Camille.")
    assert tab.messages[-1]["from"] == {"kind": "agent", "name": "Camille"}
    assert tab.texts[-2] == CATALOGUE.say("prise_en_charge", agent="Camille")
    state = tab.named("state")[-1]
    assert (state["owner"], state["agent"]) == ("agent", "Camille")
    await desk.until(lambda: desk.queue[0]["mine"])
    assert desk.queue[0] | {"owner": "agent", "agent": "Camille"} == desk.queue[0]

    # The assistant is silent.
    assert await tab.say("merci d’être là") == []
    assert len(engine.requests) == asked
    await desk.until(lambda: desk.named("message")[-1]["message"]["text"] == "merci d’être là")
    [opened] = desk.named("conversation")
    shown = opened["messages"] + [m["message"] for m in desk.named("message")]
    assert [m["seq"] for m in shown] == [m["seq"] for m in tab.messages]
    assert "token" not in str(desk.events)

    assert await desk.act("hand_back", case_id) == {"ok": True}
    await tab.until(lambda: tab.owner == "bot")
    assert tab.texts[-2:] == [CATALOGUE.say("remise", agent="Camille"), CATALOGUE.say("reprise")]
    assert tab.messages[-1]["from"]["kind"] == "bot"
    assert (await tab.say("encore moi"))[0]["text"] == "Écho : encore moi"
    await desk.until(lambda: desk.queue == [])

    # A second hand-over works like the first, under another reference.
    second_case = await escalated(tab, desk)
    assert second_case != case_id
    assert await desk.act("take", second_case) == {"ok": True}


async def test_closing_and_writing_again(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    case_id = await escalated(tab, desk)
    await desk.act("take", case_id)
    assert await desk.act("close", case_id, reason="regle") == {"ok": True}
    await tab.until(lambda: tab.owner == "closed")
    assert tab.texts[-1] == CATALOGUE.say("fermeture")
    assert (await desk.write(case_id, "encore"))["error"] == CATALOGUE.say("refus_dossier")

    [answer] = await tab.say("me revoilà")
    assert answer["text"].startswith(CATALOGUE.say("reouverture"))
    assert tab.owner == "waiting"
    assert (await gateway.counts())["conversations"] == 1


async def test_two_agents_cannot_take_one_case(tab: Tab, open_desk: OpenDesk) -> None:
    camille, dominique = await open_desk("camille"), await open_desk("dominique")
    case_id = await escalated(tab, camille)

    answers = await asyncio.gather(camille.act("take", case_id), dominique.act("take", case_id))

    assert sorted(answer["ok"] for answer in answers) == [False, True]
    refusal = next(answer for answer in answers if not answer["ok"])
    winner, loser = (camille, dominique) if answers[0]["ok"] else (dominique, camille)
    refus_pris = CATALOGUE.say("refus_pris", agent="Camille" if answers[0]["ok"] else "Dominique")
    assert refusal["error"] == refus_pris
    await tab.until(lambda: tab.owner == "agent")
    arrivals = [text for text in tab.texts if "se joint à la conversation" in text]
    assert len(arrivals) == 1
    # Taking again what one has changes nothing; the other one may do nothing with it.
    assert await winner.act("take", case_id) == {"ok": True}
    for refused in (
        await loser.write(case_id, "moi aussi"),
        await loser.act("hand_back", case_id),
        await loser.act("close", case_id, reason="regle"),
    ):
        assert refused == {"ok": False, "error": refus_pris}
    assert len(tab.texts) == len(set(tab.texts))
    assert tab.owner == "agent"


async def test_a_case_is_taken_before_one_writes(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    case_id = await escalated(tab, desk)
    counts = await gateway.counts()
    for refused in (await desk.write(case_id, "allo"), await desk.act("hand_back", case_id)):
        assert refused == {"ok": False, "error": CATALOGUE.say("refus_non_pris")}
    assert await gateway.counts() == counts
    assert tab.owner == "waiting"


async def test_an_agents_repeat_is_said_once(tab: Tab, open_desk: OpenDesk) -> None:
    desk = await open_desk("camille")
    case_id = await escalated(tab, desk)
    await desk.act("take", case_id)
    message_id = str(uuid4())
    for _ in range(2):
        assert await desk.write(case_id, "Bonjour.", message_id) == {"ok": True}
    reused = await desk.write(case_id, "Autre chose.", message_id)
    of_the_client = await desk.write(case_id, ASK, tab.messages[1]["id"])
    await tab.say("une réponse")
    assert tab.texts.count("Bonjour.") == 1
    refusal = {"ok": False, "error": CATALOGUE.say("refus_reutilise")}
    assert [reused, of_the_client] == [refusal, refusal]


@pytest.mark.parametrize(
    ("event", "content", "sentence"),
    [
        ("open", {"case_id": 404}, "refus_dossier"),
        ("take", {"case_id": 404}, "refus_dossier"),
        ("close", {"case_id": 404, "reason": "regle"}, "refus_dossier"),
        ("open", {"case_id": "x"}, "refus_illisible"),
        ("open", None, "refus_illisible"),
        ("take", {"case_id": 1, "agent": "moi"}, "refus_illisible"),
        ("write", {"case_id": 1, "id": str(uuid4()), "text": " "}, "refus_vide"),
        ("write", {"case_id": 1, "id": str(uuid4()), "text": "a" * 2001}, "refus_trop_long"),
        ("write", {"case_id": 1, "id": "x", "text": "a"}, "refus_illisible"),
    ],
)
async def test_what_the_desk_may_not_do_changes_nothing(
    tab: Tab,
    open_desk: OpenDesk,
    gateway: RunningGateway,
    event: str,
    content: object,
    sentence: str,
) -> None:
    desk = await open_desk("camille")
    await escalated(tab, desk)
    counts = await gateway.counts()
    answer = await desk.call(event, content)
    assert answer == {"ok": False, "error": CATALOGUE.say(sentence, maximum="2000")}
    assert await gateway.counts() == counts
    assert tab.owner == "waiting"


async def test_the_desk_sees_masked_text_only(
    tab: Tab, open_desk: OpenDesk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    engine.says["renvoyez"] = reply("Quel est votre code?", requested_slot="code_utilisateur")
    engine.says["ab 123 456"] = reply(
        "Votre nom?", requested_slot="nom", filled={"code_utilisateur": "AB123456"}
    )
    engine.says["jean trembley"] = reply(
        "Je résume : AB123456, Jean Trembley.",
        requested_slot="confirmation",
        filled={"prenom": "Jean", "nom": "Trembley"},
    )
    engine.says["non, c’est Tremblé, jean@exemple.ca"] = reply(
        "Je résume : AB123456, Jean Tremblé.", filled={"nom": "Tremblé"}
    )
    engine.says[ASK] = reply("D’accord.", custom=handover(resume="Renvoi pour Jean Tremblé."))
    for line in (
        # Said before anything was asked: masked once it is known what it was.
        "c’est pour Jean Tremblé",
        "renvoyez",
        "ab 123 456",
        "jean trembley",
        "non, c’est Tremblé, jean@exemple.ca",
    ):
        await tab.say(line)
    case_id = await escalated(tab, desk)
    await desk.act("open", case_id)
    await tab.say("rappelez AB-123456 à jean@exemple.ca")
    await desk.until(lambda: len(desk.named("message")) == 2)

    [opened] = desk.named("conversation")
    shown = [m["text"] for m in opened["messages"]] + [
        m["message"]["text"] for m in desk.named("message")
    ]
    code, courriel = "[code d’utilisateur masqué]", "[courriel masqué]"
    nom, prenom = "[nom masqué]", "[prénom masqué]"
    assert f"c’est pour {nom}" in shown
    assert code in shown
    assert f"non, c’est {nom}, {courriel}" in shown
    assert f"Je résume : {code}, {prenom} {nom}." in shown
    assert f"rappelez {code} à {courriel}" in shown
    assert desk.queue[0]["summary"] == f"Renvoi pour {prenom} {nom}."
    everything = str(desk.events).lower()
    for value in ("ab123456", "123 456", "jean", "tremblé", "trembley", "exemple.ca"):
        assert value not in everything
    # The client sees what was written.
    assert "ab 123 456" in tab.texts


async def test_a_signed_out_agent_reads_and_does_nothing_more(
    tab: Tab, open_desk: OpenDesk, gateway: RunningGateway
) -> None:
    desk = await open_desk("camille")
    case_id = await escalated(tab, desk)
    await desk.act("open", case_id)
    await gateway.rows("SELECT 1")
    await desk.sign_out()
    await desk.until_disconnected()
    seen = len(desk.events)
    await tab.say("quelqu’un?")
    await asyncio.sleep(SETTLING_SECONDS)
    assert len(desk.events) == seen
    # Nobody is present any more.
    await tab.press(RETURN)
    await tab.say(ASK)
    assert "418 838-1107" in tab.texts[-1]
