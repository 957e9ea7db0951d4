"""Invitations: a one-time link by which somebody chooses a password."""

from typing import Any

import pytest
from structlog.testing import capture_logs

from gateway.catalogue import load_catalogue
from gateway.desk.sign_in_throttle import TRIES_FOR_ADDRESS
from gateway.models import Role
from tests.gateway.api import Page
from tests.gateway.clients import Desk, agent_cookie
from tests.gateway.conftest import OpenDesk
from tests.gateway.running import PASSWORD, RunningGateway

CATALOGUE = load_catalogue()
MARIE = {"login": "Marie.Roy", "name": " Marie   Roy ", "role": "agent"}
REFUSED = (409, {"error": CATALOGUE.say("refus_invitation")})


@pytest.fixture
async def chief(gateway: RunningGateway) -> Page:
    await gateway.add_agent("chef", "Chantal", Role.SUPERVISOR)
    return await Page.of(gateway, "chef")


async def invite(chief: Page, body: dict[str, Any] = MARIE) -> tuple[int, str]:
    """The new account's id and the secret of its link."""
    status, answer = await chief.ask("POST", "agents", body)
    assert status == 201, answer
    path, _, token = answer["invitation"]["path"].partition("#")
    assert path == "/bureau/invitation"
    return answer["agent"]["id"], token


async def accept(gateway: RunningGateway, token: str, password: str = PASSWORD) -> tuple[int, Any]:
    """What whoever holds a link is answered."""
    return await Page(gateway.url).ask("POST", "invitation", {"token": token, "password": password})


async def test_the_invited_person_chooses_a_password_and_signs_in(
    chief: Page, gateway: RunningGateway
) -> None:
    _, token = await invite(chief)
    [row] = await gateway.rows("SELECT * FROM agents WHERE login = 'marie.roy'")
    assert (row.name, row.role, row.password_hash) == ("Marie Roy", "agent", None)
    # The store couldn't let anyone in.
    assert token not in str(row)
    status, answer = await Page(gateway.url).ask(
        "POST", "session", {"login": "marie.roy", "password": ""}
    )
    assert (status, answer) == (401, {"error": CATALOGUE.say("refus_identifiants")})

    assert await accept(gateway, token) == (200, {"login": "marie.roy", "role": "agent"})
    assert await agent_cookie(gateway.url, "marie.roy")


async def test_used_unknown_expired_replaced_and_locked_links_read_alike(
    chief: Page, gateway: RunningGateway
) -> None:
    _, used = await invite(chief)
    await accept(gateway, used)
    _, expired = await invite(chief, MARIE | {"login": "luc"})
    await gateway.change(
        "UPDATE agents SET invitation_expires_at = datetime('now', '-1 second') WHERE login = 'luc'"
    )
    replaced_id, replaced = await invite(chief, MARIE | {"login": "anne"})
    assert (await chief.ask("POST", f"agents/{replaced_id}/invitation"))[0] == 201
    locked_id, locked = await invite(chief, MARIE | {"login": "paul"})
    await chief.ask("PATCH", f"agents/{locked_id}", {"locked": True})
    await chief.ask("PATCH", f"agents/{locked_id}", {"locked": False})
    before = await gateway.rows("SELECT login, password_hash FROM agents")
    for token in (used, expired, replaced, locked, "x" * 43, ""):
        assert await accept(gateway, token, "une autre phrase longue") == REFUSED
    assert await gateway.rows("SELECT login, password_hash FROM agents") == before


async def test_a_link_is_good_for_seven_days(chief: Page, gateway: RunningGateway) -> None:
    await invite(chief)
    [(days,)] = await gateway.rows(
        "SELECT julianday(invitation_expires_at) - julianday('now') FROM agents"
        " WHERE login = 'marie.roy'"
    )
    assert days == pytest.approx(7, abs=0.01)


async def test_a_weak_password_leaves_the_link_good(chief: Page, gateway: RunningGateway) -> None:
    _, token = await invite(chief)
    for weak, rule in (
        ("court", "court"),
        ("marie.roy a gagné", "identifiant"),
        ("motdepasse123", "courant"),
    ):
        status, answer = await accept(gateway, token, weak)
        said = CATALOGUE.say(f"refus_mot_de_passe_{rule}")
        assert (status, answer) == (409, {"error": said})
    assert (await accept(gateway, token))[0] == 200


async def test_a_new_link_replaces_a_forgotten_password(
    chief: Page, gateway: RunningGateway, open_desk: OpenDesk
) -> None:
    camille = await open_desk("camille")
    [(agent_id,)] = await gateway.rows("SELECT id FROM agents WHERE login = 'camille'")
    status, answer = await chief.ask("POST", f"agents/{agent_id}/invitation")
    assert status == 201
    # Nothing has changed yet.
    assert await agent_cookie(gateway.url, "camille")
    token = answer["invitation"]["path"].partition("#")[2]
    assert (await accept(gateway, token, "une autre phrase longue"))[0] == 200
    await camille.until_disconnected()
    assert (await Page(gateway.url, camille.cookie).ask("GET", "session"))[0] == 401
    old = {"login": "camille", "password": PASSWORD}
    assert (await Page(gateway.url).ask("POST", "session", old))[0] == 401
    new = old | {"password": "une autre phrase longue"}
    assert (await Page(gateway.url).ask("POST", "session", new))[0] == 200


async def test_links_cannot_be_tried_out(chief: Page, gateway: RunningGateway) -> None:
    _, token = await invite(chief)
    for _ in range(TRIES_FOR_ADDRESS.amount):
        assert await accept(gateway, "x" * 43) == REFUSED
    assert await accept(gateway, token) == (429, {"error": CATALOGUE.say("refus_essais")})
    [(password_hash,)] = await gateway.rows(
        "SELECT password_hash FROM agents WHERE login = 'marie.roy'"
    )
    assert password_hash is None


async def test_what_is_no_account_is_refused(chief: Page, gateway: RunningGateway) -> None:
    bodies: list[Any] = [
        MARIE | {"login": "a b"},
        MARIE | {"login": "x"},
        MARIE | {"login": "é" * 5},
        MARIE | {"login": "x" * 81},
        MARIE | {"name": " \u200b "},
        MARIE | {"name": "x" * 81},
        MARIE | {"role": "admin"},
        MARIE | {"password": PASSWORD},
        {"login": "marie", "name": "Marie"},
        [],
    ]
    for body in bodies:
        status, answer = await chief.ask("POST", "agents", body)
        assert (status, answer) == (422, {"error": CATALOGUE.say("refus_illisible")}), body
    assert len(await gateway.rows("SELECT id FROM agents")) == 1


async def test_a_login_is_somebodys(chief: Page, gateway: RunningGateway) -> None:
    await invite(chief)
    status, answer = await chief.ask("POST", "agents", MARIE | {"login": "MARIE.ROY"})
    assert (status, answer) == (409, {"error": CATALOGUE.say("refus_identifiant_pris")})
    assert len(await gateway.rows("SELECT id FROM agents")) == 2


async def test_no_name_login_or_secret_reaches_a_log(chief: Page, gateway: RunningGateway) -> None:
    with capture_logs() as logs:
        _, token = await invite(chief)
        await accept(gateway, token, "court")
        await accept(gateway, token)
        desk = await Desk.open(gateway.url, "marie.roy")
        await desk.close()
    for secret in ("arie", "Roy", token, PASSWORD):
        assert secret not in str(logs)
