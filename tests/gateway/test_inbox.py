"""The inbox: which lines come in, who decides of them, and what becomes of those accepted."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import yaml

from gateway.catalogue import load_catalogue
from gateway.manager.reviewed_lines import FILE
from tests.gateway.clients import Tab, agent_cookie
from tests.gateway.conftest import OpenTab
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import PORTAL_ORIGIN, RunningGateway
from tests.running_system import ROOT

CATALOGUE = load_catalogue()
INTENTS = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))["intents"]
PATH = "/bureau/api/gestion/incompris"
LINE = "le piton fait rien pantoute"


def unread(*, offered: bool = False, guess: str = "lien_expire", **changes: Any) -> dict[str, Any]:
    """The engine's answer to a line that it did not understand."""
    return {
        **reply("Je ne suis pas certain de comprendre."),
        "intent": "nlu_fallback",
        "confidence": 0.7,
        "guess": {"intent": guess, "confidence": 0.31},
        "readings_offered": offered,
        **changes,
    }


def read(intent: str, confidence: float = 0.97, **changes: Any) -> dict[str, Any]:
    """The engine's answer to a line that it understood."""
    return {**reply("D’accord."), "intent": intent, "confidence": confidence, **changes}


class Manager:
    """Somebody signed in at the inbox."""

    def __init__(self, http: aiohttp.ClientSession, url: str, cookie: str) -> None:
        self._http = http
        self._url = url + PATH
        self._headers = {"Cookie": cookie, "Origin": url}

    async def look(self) -> dict[str, Any]:
        """The whole answer of the list."""
        async with self._http.get(self._url, headers=self._headers) as response:
            assert response.status == 200
            body: dict[str, Any] = await response.json()
            return body

    async def lines(self) -> list[dict[str, Any]]:
        """Every line of the list."""
        return [line for group in (await self.look())["groups"] for line in group]

    async def decide(self, decision: str, *lines: object, **more: object) -> tuple[int, Any]:
        """Status and body of a decision."""
        body = {"decision": decision, "lines": lines, **more}
        async with self._http.post(self._url, json=body, headers=self._headers) as response:
            return response.status, await response.json()


@pytest.fixture
def training(data_dir: Path) -> Path:
    directory = data_dir / "nlu"
    directory.mkdir()
    return directory


@pytest.fixture
async def gateway(
    data_dir: Path, training: Path, engine: FakeEngine
) -> AsyncIterator[RunningGateway]:
    running = RunningGateway(data_dir, engine.url, training_dir=training)
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def sign_in(
    gateway: RunningGateway, http: aiohttp.ClientSession, login: str, role: str = "manager"
) -> Manager:
    await gateway.add_agent(login, login.capitalize())
    await gateway.change(
        "UPDATE agents SET role = :role WHERE login = :login", role=role, login=login
    )
    return Manager(http, gateway.url, await agent_cookie(gateway.url, login))


@pytest.fixture
async def manager(gateway: RunningGateway, http: aiohttp.ClientSession) -> Manager:
    return await sign_in(gateway, http, "luce")


def reviewed(training: Path) -> dict[str, str]:
    """The file's lines by intent."""
    file = training / FILE
    content = yaml.safe_load(file.read_text("utf-8")) if file.exists() else {"nlu": []}
    return {entry["intent"]: entry["examples"] for entry in content["nlu"]}


async def test_a_line_that_was_not_understood(
    tab: Tab, engine: FakeEngine, manager: Manager
) -> None:
    engine.says[LINE] = unread()
    await tab.say(LINE)
    [line] = await manager.lines()
    assert (line["text"], line["cause"]) == (LINE, "fallback")
    assert (line["guess"], line["confidence"]) == ("lien_expire", 0.31)


async def test_a_line_that_was_hardly_understood(
    tab: Tab, engine: FakeEngine, manager: Manager
) -> None:
    engine.says[LINE] = read("lien_expire", 0.55)
    engine.says["lien expiré"] = read("lien_expire", 0.95)
    await tab.say(LINE)
    await tab.say("lien expiré")
    [line] = await manager.lines()
    assert (line["text"], line["cause"], line["guess"]) == (LINE, "unsure", "lien_expire")


@pytest.mark.parametrize(("offered", "cause"), [(True, "rejected"), (False, "fallback")])
async def test_none_of_the_readings_offered(
    tab: Tab, engine: FakeEngine, manager: Manager, offered: bool, cause: str
) -> None:
    engine.says[LINE] = unread(offered=offered)
    engine.says["non"] = read("nier")
    await tab.say(LINE)
    await tab.say("non")
    assert [line["cause"] for line in await manager.lines()] == [cause]


async def test_the_first_line_when_a_person_is_asked_for_at_once(
    open_tab: OpenTab, engine: FakeEngine, manager: Manager
) -> None:
    engine.says[LINE] = read("lien_expire")
    to_a_person = reply("Une personne vient.", custom=handover())
    engine.says["un agent"] = {**to_a_person, "intent": "parler_agent", "confidence": 0.98}
    hasty, patient, direct = [await open_tab() for _ in range(3)]
    await hasty.say(LINE)
    await hasty.say("un agent")
    for line in (LINE, LINE, "un agent"):
        await patient.say(line)
    await direct.say("un agent")
    assert [(line["text"], line["cause"]) for line in await manager.lines()] == [
        (LINE, "escalated")
    ]


async def test_an_answer_to_a_question_for_a_value_stays_out(
    tab: Tab, engine: FakeEngine, manager: Manager
) -> None:
    engine.says["mdp"] = read("mot_de_passe_oublie", requested_slot="nom")
    engine.says["Tremblay dit Lajoie"] = unread()
    await tab.say("mdp")
    await tab.say("Tremblay dit Lajoie")
    assert await manager.lines() == []


async def test_what_is_masked_stays_so_and_a_line_of_masks_alone_is_left_out(
    tab: Tab, engine: FakeEngine, manager: Manager
) -> None:
    engine.says["chu Zoé Quévillon, aidez moi"] = unread(
        filled=[{"slot": "prenom", "value": "Zoé"}, {"slot": "nom", "value": "Quévillon"}]
    )
    engine.says["Zoé Quévillon"] = unread()
    await tab.say("chu Zoé Quévillon, aidez moi")
    await tab.say("Zoé Quévillon")
    [line] = await manager.lines()
    assert line["text"] == "chu [prénom masqué] [nom masqué], aidez moi"


async def test_near_lines_come_together(tab: Tab, engine: FakeEngine, manager: Manager) -> None:
    for text in ("ça gèle", LINE, f"{LINE}!!"):
        engine.says[text] = unread()
        await tab.say(text)
    groups = (await manager.look())["groups"]
    assert [[line["text"] for line in group] for group in groups] == [
        [f"{LINE}!!", LINE],
        ["ça gèle"],
    ]


async def test_every_intent_has_a_name_and_help(manager: Manager) -> None:
    intents = (await manager.look())["intents"]
    assert [intent["name"] for intent in intents] == INTENTS
    assert all(intent["title"] and intent["help"] for intent in intents)


@pytest.fixture
async def waiting(tab: Tab, engine: FakeEngine, manager: Manager) -> dict[str, Any]:
    """A line that waits for a decision."""
    engine.says[LINE] = unread()
    await tab.say(LINE)
    [line] = await manager.lines()
    return line


def asked(line: dict[str, Any], text: str = LINE) -> dict[str, Any]:
    return {"id": line["id"], "text": text}


async def test_an_accepted_line_is_trained_on(
    manager: Manager, waiting: dict[str, Any], training: Path
) -> None:
    edited = asked(waiting, "  le piton\n fait rien ")
    assert await manager.decide("accept", edited, intent="lien_expire") == (200, {"written": 1})
    assert reviewed(training) == {"lien_expire": "- le piton fait rien\n"}
    assert await manager.lines() == []


async def test_a_dismissed_line_is_gone(
    manager: Manager, waiting: dict[str, Any], training: Path
) -> None:
    assert await manager.decide("dismiss", {"id": waiting["id"]}) == (200, {"written": 0})
    assert await manager.lines() == []
    assert reviewed(training) == {}


async def test_a_decision_can_be_undone(
    manager: Manager, waiting: dict[str, Any], training: Path
) -> None:
    await manager.decide("accept", asked(waiting), intent="lien_expire")
    assert (await manager.decide("undo", {"id": waiting["id"]}))[0] == 200
    assert [line["id"] for line in await manager.lines()] == [waiting["id"]]
    assert reviewed(training) == {}


async def test_undoing_one_of_two_equal_lines_keeps_the_words(
    tab: Tab, manager: Manager, waiting: dict[str, Any], training: Path
) -> None:
    await tab.say(LINE)
    first, second = await manager.lines()
    await manager.decide("accept", asked(first), asked(second), intent="lien_expire")
    await manager.decide("undo", {"id": first["id"]})
    assert reviewed(training) == {"lien_expire": f"- {LINE}\n"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("chu [prénom masqué]", "refus_phrase_masque"), (" !?", "refus_vide"), ("", "refus_vide")],
)
async def test_what_cannot_be_trained_on_is_refused(
    manager: Manager, waiting: dict[str, Any], training: Path, text: str, sentence: str
) -> None:
    refused = await manager.decide("accept", asked(waiting, text), intent="lien_expire")
    assert refused == (409, {"error": CATALOGUE.say(sentence)})
    assert len(await manager.lines()) == 1
    assert reviewed(training) == {}


async def test_an_unknown_intent_is_refused(
    manager: Manager, waiting: dict[str, Any], training: Path
) -> None:
    assert (await manager.decide("accept", asked(waiting), intent="autre"))[0] == 409
    assert reviewed(training) == {}


async def test_the_second_of_two_is_told_who_was_first(
    gateway: RunningGateway,
    http: aiohttp.ClientSession,
    manager: Manager,
    waiting: dict[str, Any],
    training: Path,
) -> None:
    other = await sign_in(gateway, http, "marc", role="supervisor")
    answers = await asyncio.gather(
        manager.decide("accept", asked(waiting), intent="lien_expire"),
        other.decide("accept", asked(waiting), intent="courriel_non_recu"),
    )
    assert sorted(status for status, _ in answers) == [200, 409]
    winner = "Luce" if answers[0][0] == 200 else "Marc"
    [refused] = [body for status, body in answers if status == 409]
    assert refused == {"error": CATALOGUE.say("refus_phrase_decidee", agent=winner)}
    assert len(reviewed(training)) == 1


async def test_an_erased_conversation_leaves_nothing_here(
    gateway: RunningGateway, tab: Tab, manager: Manager, waiting: dict[str, Any], http: Any
) -> None:
    headers = {"Cookie": tab.cookie, "Origin": PORTAL_ORIGIN}
    async with http.delete(f"{gateway.url}/api/conversation", headers=headers) as response:
        assert response.status in {200, 204}
    assert await manager.lines() == []
    assert await gateway.rows("SELECT * FROM misunderstood_lines") == []
    refused = await manager.decide("accept", asked(waiting), intent="lien_expire")
    assert refused == (409, {"error": CATALOGUE.say("refus_phrase_absente")})


async def test_agents_and_strangers_do_not_get_in(
    gateway: RunningGateway, http: aiohttp.ClientSession
) -> None:
    agent = await sign_in(gateway, http, "camille", role="agent")
    assert (await agent.decide("dismiss", {"id": 1}))[0] == 403
    async with http.get(gateway.url + PATH) as response:
        assert response.status == 401
