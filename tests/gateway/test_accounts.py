"""Accounts: who may do what, what locking and a new password end, and other sites' requests."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from gateway.catalogue import load_catalogue
from gateway.desk import agents, team
from gateway.desk.agents import Agents
from gateway.desk.passwords import fits
from gateway.desk.sign_in_throttle import TRIES_FOR_LOGIN
from gateway.models import Role
from gateway.refusals import Refused
from tests.gateway.api import Page
from tests.gateway.clients import Desk, Tab, agent_cookie
from tests.gateway.conftest import OpenDesk
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import PASSWORD, PORTAL_ORIGIN, RunningGateway

CATALOGUE = load_catalogue()
NEW = "une autre phrase longue"
# Everything here that changes something, and a body that would be read.
CHANGING = [
    ("POST", "session", {"login": "chef", "password": PASSWORD}),
    ("DELETE", "session", None),
    ("POST", "mot-de-passe", {"current": PASSWORD, "new": NEW}),
    ("POST", "agents", {"login": "marie", "name": "Marie", "role": "agent"}),
    ("PATCH", "agents/2", {"locked": True}),
    ("POST", "agents/2/invitation", None),
    ("POST", "conversations/1/agent", {"agent_id": None}),
    ("POST", "invitation", {"token": "x", "password": NEW}),
]
SUPERVISED = [
    ("GET", "agents", None),
    ("POST", "agents", {"login": "marie", "name": "Marie", "role": "agent"}),
    ("PATCH", "agents/2", {"locked": True}),
    ("POST", "agents/2/invitation", None),
    ("GET", "conversations", None),
    ("GET", "conversations/1", None),
    ("POST", "conversations/1/agent", {"agent_id": None}),
    ("GET", "conversations-assistant", None),
    ("GET", f"conversations-assistant/{'0' * 64}", None),
    ("GET", "valeurs-ouvertes", None),
]


@pytest.fixture
async def chief(gateway: RunningGateway) -> Page:
    await gateway.add_agent("chef", "Chantal", Role.SUPERVISOR)
    return await Page.of(gateway, "chef")


async def account(chief: Page, login: str) -> dict[str, Any]:
    """An account as supervisors see it."""
    [found] = [a for a in (await chief.get("agents"))["agents"] if a["login"] == login]
    return dict(found)


async def everything(gateway: RunningGateway) -> list[Any]:
    """All that these requests could change."""
    tables = ("agents", "agent_sessions")
    return [await gateway.rows(f"SELECT * FROM {table}") for table in tables]  # noqa: S608


async def test_other_sites_change_nothing(chief: Page, gateway: RunningGateway) -> None:
    await gateway.add_agent("camille", "Camille")
    before = await everything(gateway)
    for method, path, body in CHANGING:
        status, _ = await chief.ask(method, path, body, Origin=PORTAL_ORIGIN)
        assert status == 403, path
        # Nor does what a form can send without asking first.
        if body is not None:
            status, _ = await chief.ask(method, path, body, **{"Content-Type": "text/plain"})
            assert status == 415, path
    assert await everything(gateway) == before


@pytest.mark.parametrize("role", [Role.AGENT, Role.MANAGER])
async def test_only_supervisors_look_after_the_team(gateway: RunningGateway, role: Role) -> None:
    await gateway.add_agent("camille", "Camille", role)
    await gateway.add_agent("dominique", "Dominique")
    page = await Page.of(gateway, "camille")
    before = await everything(gateway)
    for method, path, body in SUPERVISED:
        refused = (403, {"error": CATALOGUE.say("refus_role")})
        assert await page.ask(method, path, body) == refused
        assert (await Page(gateway.url).ask(method, path, body))[0] == 401
    assert await everything(gateway) == before


async def test_the_list_of_the_team(chief: Page, gateway: RunningGateway) -> None:
    await gateway.add_agent("camille", "Camille Roy")
    await gateway.change("UPDATE agents SET gone_at = NULL WHERE login = 'camille'")
    await chief.ask("POST", "agents", {"login": "marie", "name": "Marie", "role": "manager"})
    seen = (await chief.get("agents"))["agents"]
    assert [(a["login"], a["role"], a["new"], a["connected"]) for a in seen] == [
        ("camille", "agent", False, True),
        ("chef", "supervisor", False, False),
        ("marie", "manager", True, False),
    ]
    assert seen[2]["invited_until"]
    assert "argon2" not in str(seen)
    assert "digest" not in str(seen)


async def test_locking_ends_sessions_and_desks_at_once(
    chief: Page, gateway: RunningGateway, open_desk: OpenDesk
) -> None:
    desk = await open_desk("camille")
    camille = await account(chief, "camille")
    assert (await chief.ask("PATCH", f"agents/{camille['id']}", {"locked": True}))[0] == 200
    await desk.until_disconnected()
    assert (await account(chief, "camille"))["locked"]
    assert (await Page(gateway.url, desk.cookie).ask("GET", "session"))[0] == 401
    assert await Desk(gateway.url, desk.cookie).refusal() == "session_absente"
    signing_in = {"login": "camille", "password": PASSWORD}
    refused = (401, {"error": CATALOGUE.say("refus_identifiants")})
    assert await Page(gateway.url).ask("POST", "session", signing_in) == refused

    # Unlocked, one signs in again; what had ended stays so.
    await chief.ask("PATCH", f"agents/{camille['id']}", {"locked": False})
    assert (await Page(gateway.url, desk.cookie).ask("GET", "session"))[0] == 401
    assert await agent_cookie(gateway.url, "camille")


@pytest.mark.parametrize("change", [{"locked": True}, {"role": "manager"}])
async def test_whoever_may_no_longer_answer_leaves_their_clients_first_in_line(
    chief: Page,
    tab: Tab,
    open_desk: OpenDesk,
    engine: FakeEngine,
    change: dict[str, Any],
) -> None:
    engine.says["un agent"] = reply("D’accord.", custom=handover())
    desk, other = await open_desk("camille"), await open_desk("dominique")
    await tab.say("un agent")
    case_id = await desk.first_case()
    await desk.act("take", case_id)
    await tab.until(lambda: tab.owner == "agent")
    camille = await account(chief, "camille")
    assert camille["cases"] == 1
    await chief.ask("PATCH", f"agents/{camille['id']}", change)
    await tab.until(lambda: tab.owner == "waiting")
    assert tab.texts[-1].startswith(CATALOGUE.say("agent_parti", agent="Camille"))
    await other.until(lambda: other.queue[0]["owner"] == "waiting" and other.queue[0]["returned"])
    await desk.until_disconnected()
    assert (await other.act("take", case_id))["ok"]


async def test_a_changed_role_holds_at_once(chief: Page, gateway: RunningGateway) -> None:
    await gateway.add_agent("camille", "Camille")
    page = await Page.of(gateway, "camille")
    camille = await account(chief, "camille")
    await chief.ask("PATCH", f"agents/{camille['id']}", {"role": "supervisor"})
    assert (await page.ask("GET", "agents"))[0] == 200
    await chief.ask("PATCH", f"agents/{camille['id']}", {"role": "agent"})
    assert (await page.ask("GET", "agents"))[0] == 403


async def test_nobody_locks_or_demotes_themselves(chief: Page, gateway: RunningGateway) -> None:
    me = await account(chief, "chef")
    before = await everything(gateway)
    refused = (409, {"error": CATALOGUE.say("refus_soi_meme")})
    for change in ({"locked": True}, {"role": "agent"}, {"role": "manager"}):
        assert await chief.ask("PATCH", f"agents/{me['id']}", change) == refused
    assert await everything(gateway) == before
    # A new name is no demotion.
    assert (await chief.ask("PATCH", f"agents/{me['id']}", {"name": "Chantal B."}))[0] == 200


async def test_of_two_supervisors_who_demote_each_other_one_stays(
    gateway: RunningGateway,
) -> None:
    await gateway.add_agent("chef", "Chantal", Role.SUPERVISOR)
    await gateway.add_agent("cheffe", "Claire", Role.SUPERVISOR)
    database = gateway.open_store()
    agents = Agents(database)
    signed_in = [await agents.sign_in(login, PASSWORD) for login in ("chef", "cheffe")]
    # Both were let in before either has done anything.
    [chief, other] = [found[1] for found in signed_in if found]
    nothing_else = {"locked": None, "name": None}
    async with database.write() as session:
        await team.change(session, chief, other.id, role=Role.AGENT, **nothing_else)
    with pytest.raises(Refused, match="refus_role"):
        async with database.write() as session:
            await team.change(session, other, chief.id, role=Role.AGENT, **nothing_else)
    await database.close()


async def test_an_account_that_is_not_there(chief: Page) -> None:
    refused = (409, {"error": CATALOGUE.say("refus_compte")})
    assert await chief.ask("PATCH", "agents/99", {"locked": True}) == refused
    assert await chief.ask("POST", "agents/99/invitation") == refused
    assert (await chief.ask("PATCH", "agents/1", {}))[0] == 422


async def test_a_new_password_ends_every_other_session_and_this_one_goes_on(
    gateway: RunningGateway, open_desk: OpenDesk
) -> None:
    elsewhere = await open_desk("camille")
    here = await Page.of(gateway, "camille")
    old_cookie = here.cookie
    desk = Desk(gateway.url, here.cookie)
    await desk.connect()
    assert await here.ask("POST", "mot-de-passe", {"current": PASSWORD, "new": NEW}) == (200, {})
    await elsewhere.until_disconnected()
    # Under another token: who had seen the old one has nothing.
    assert here.cookie != old_cookie
    assert (await Page(gateway.url, old_cookie).ask("GET", "session"))[0] == 401
    assert (await here.ask("GET", "session"))[0] == 200
    # The open desk of this browser didn't notice.
    refused = await desk.act("open", 1)
    assert refused["error"] == CATALOGUE.say("refus_dossier")
    await desk.close()
    new = {"login": "camille", "password": NEW}
    assert (await Page(gateway.url).ask("POST", "session", new))[0] == 200


async def test_a_refused_password_changes_nothing(gateway: RunningGateway) -> None:
    await gateway.add_agent("camille", "Camille")
    page = await Page.of(gateway, "camille")
    before = await everything(gateway)
    for current, new, sentence in (
        ("autre chose", NEW, "refus_mot_de_passe_actuel"),
        (PASSWORD, "court", "refus_mot_de_passe_court"),
        (PASSWORD, "camille est ici", "refus_mot_de_passe_identifiant"),
        (PASSWORD, "motdepasse123", "refus_mot_de_passe_courant"),
    ):
        answer = await page.ask("POST", "mot-de-passe", {"current": current, "new": new})
        assert answer == (409, {"error": CATALOGUE.say(sentence)})
    assert await everything(gateway) == before


async def test_whoever_finds_an_open_session_cannot_try_out_its_password(
    gateway: RunningGateway,
) -> None:
    await gateway.add_agent("camille", "Camille")
    page = await Page.of(gateway, "camille")
    for _ in range(TRIES_FOR_LOGIN.amount):
        await page.ask("POST", "mot-de-passe", {"current": "autre chose", "new": NEW})
    status, _ = await page.ask("POST", "mot-de-passe", {"current": PASSWORD, "new": NEW})
    assert status == 429
    assert await agent_cookie(gateway.url, "camille")


async def test_connections_of_desks_count_against_their_address(
    data_dir: Any, engine: FakeEngine
) -> None:
    running = RunningGateway(data_dir, engine.url, address_events_per_minute=8)
    await running.start()
    try:
        await running.add_agent("camille", "Camille")
        # The sign-in, then two for each: the socket, and the namespace in it.
        cookie = await agent_cookie(running.url, "camille")
        for _ in range(3):
            desk = Desk(running.url, cookie)
            await desk.connect()
            await desk.close()
        # One socket can ask for the namespace again and again: with the limit reached, in vain.
        said = await Desk(running.url, cookie).refusal()
        assert said == CATALOGUE.say("refus_adresse")
    finally:
        await running.stop()


@pytest.mark.parametrize(
    "meanwhile",
    ["password_hash = 'another'", "locked_at = datetime('now')"],
    ids=["another password", "locked"],
)
async def test_a_password_that_is_no_longer_good_once_it_was_looked_at_lets_nobody_in(
    gateway: RunningGateway, monkeypatch: pytest.MonkeyPatch, meanwhile: str
) -> None:
    await gateway.add_agent("camille", "Camille")

    async def fits_and_then(password_hash: str | None, password: str) -> bool:
        matches = await fits(password_hash, password)
        await gateway.change(f"UPDATE agents SET {meanwhile}")  # noqa: S608
        return matches

    monkeypatch.setattr(agents, "fits", fits_and_then)
    signing_in = {"login": "camille", "password": PASSWORD}
    assert (await Page(gateway.url).ask("POST", "session", signing_in))[0] == 401
    assert await gateway.rows("SELECT * FROM agent_sessions") == []


async def test_who_is_locked_while_their_request_comes_in_changes_nothing(
    chief: Page, gateway: RunningGateway
) -> None:
    async def body() -> AsyncIterator[bytes]:
        yield b'{"login": "marie", "name": "Marie", '
        # The gateway has the head of the request by then.
        await asyncio.sleep(0.1)
        await gateway.change("UPDATE agents SET locked_at = datetime('now')")
        yield b'"role": "supervisor"}'

    headers = {"Cookie": chief.cookie, "Origin": chief.url, "Content-Type": "application/json"}
    url = f"{gateway.url}/bureau/api/agents"
    async with (
        aiohttp.ClientSession() as http,
        http.post(url, data=body(), headers=headers) as response,
    ):
        assert response.status == 401
    assert [r.login for r in await gateway.rows("SELECT login FROM agents")] == ["chef"]
