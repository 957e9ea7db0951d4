"""Signing in at the desk: the cookie, the throttle, the end of a session."""

from http.cookies import SimpleCookie
from typing import Any

import aiohttp
import pytest

from gateway.catalogue import load_catalogue
from gateway.desk.sign_in_throttle import TRIES_FOR_ADDRESS, TRIES_FOR_LOGIN
from tests.gateway.clients import agent_cookie
from tests.gateway.running import PASSWORD, PORTAL_ORIGIN, RunningGateway

CATALOGUE = load_catalogue()


CAMILLE = {"id": 1, "name": "Camille Roy", "role": "agent"}


async def sign_in(
    gateway: RunningGateway, body: Any, origin: str | None = None
) -> tuple[int, Any, SimpleCookie]:
    """Status, body and cookies of a try."""
    async with (
        aiohttp.ClientSession() as http,
        http.post(
            f"{gateway.url}/bureau/api/session",
            json=body,
            headers={"Origin": origin or gateway.url},
        ) as response,
    ):
        return response.status, await response.json(), response.cookies


@pytest.fixture(autouse=True)
async def camille(gateway: RunningGateway) -> None:
    await gateway.add_agent("Camille", "Camille Roy")


async def test_the_cookie(gateway: RunningGateway) -> None:
    status, body, cookies = await sign_in(gateway, {"login": " camille ", "password": PASSWORD})
    assert (status, body) == (200, {"agent": CAMILLE})
    cookie = cookies["assistant_bureau"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie["path"] == "/"
    assert cookie["max-age"] == "43200"
    # The store has only a digest of it.
    [(digest,)] = await gateway.rows("SELECT token_digest FROM agent_sessions")
    assert cookie.value not in digest


@pytest.mark.parametrize(
    "body",
    [
        {"login": "camille", "password": "autre chose"},
        {"login": "personne", "password": PASSWORD},
        {"login": "camille", "password": ""},
        {"login": "camille"},
        {"login": "camille", "password": ["x"]},
        {"login": "camille", "password": "x" * 201},
        [],
    ],
)
async def test_every_refusal_reads_alike(gateway: RunningGateway, body: object) -> None:
    status, answer, cookies = await sign_in(gateway, body)
    assert (status, answer) == (401, {"error": CATALOGUE.say("refus_identifiants")})
    assert not cookies
    assert await gateway.rows("SELECT * FROM agent_sessions") == []


async def test_other_pages_cannot_sign_in(gateway: RunningGateway) -> None:
    body = {"login": "camille", "password": PASSWORD}
    status, _, cookies = await sign_in(gateway, body, origin=PORTAL_ORIGIN)
    assert status == 403
    assert not cookies
    assert await gateway.rows("SELECT * FROM agent_sessions") == []


async def test_passwords_cannot_be_tried_out(gateway: RunningGateway) -> None:
    await gateway.add_agent("dominique", "Dominique")
    wrong = {"login": "camille", "password": "autre chose"}
    for _ in range(TRIES_FOR_LOGIN.amount):
        assert (await sign_in(gateway, wrong))[0] == 401
    right = {"login": "camille", "password": PASSWORD}
    status, answer, cookies = await sign_in(gateway, right)
    assert (status, answer) == (429, {"error": CATALOGUE.say("refus_essais")})
    assert not cookies
    assert await gateway.rows("SELECT * FROM agent_sessions") == []
    # A colleague at the same address isn't hindered, yet; then the address is.
    assert (await sign_in(gateway, {"login": "dominique", "password": PASSWORD}))[0] == 200
    for _ in range(TRIES_FOR_ADDRESS.amount):
        await sign_in(gateway, {"login": "personne", "password": "x"})
    assert (await sign_in(gateway, {"login": "dominique", "password": PASSWORD}))[0] == 429


async def test_a_success_forgives_the_tries_before(gateway: RunningGateway) -> None:
    for _ in range(2):
        for _ in range(TRIES_FOR_LOGIN.amount - 1):
            await sign_in(gateway, {"login": "camille", "password": "autre chose"})
        assert (await sign_in(gateway, {"login": "camille", "password": PASSWORD}))[0] == 200


async def test_a_session_lasts_until_it_is_ended(gateway: RunningGateway) -> None:
    cookie = await agent_cookie(gateway.url, "camille")
    url = f"{gateway.url}/bureau/api/session"
    headers = {"Cookie": cookie, "Origin": gateway.url}
    async with aiohttp.ClientSession() as http:
        asked = await http.get(url, headers=headers)
        assert (asked.status, await asked.json()) == (
            200,
            {"agent": CAMILLE},
        )
        foreign = await http.delete(url, headers=headers | {"Origin": PORTAL_ORIGIN})
        assert foreign.status == 403
        assert (await http.get(url, headers=headers)).status == 200
        assert (await http.delete(url, headers=headers)).status == 204
        ended = await http.get(url, headers=headers)
        assert (ended.status, await ended.json()) == (
            401,
            {"error": CATALOGUE.say("refus_session")},
        )
