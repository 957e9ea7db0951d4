"""The figures over HTTP: who may have them, of which period, for the page and as CSV."""

import csv
from collections.abc import Mapping
from datetime import date
from typing import Any

import aiohttp
import pytest

from gateway.catalogue import load_catalogue
from gateway.manager.figure_views import figures_csv
from gateway.manager.statistics import Figures, Period, Unit
from tests.gateway.clients import agent_cookie
from tests.gateway.running import RunningGateway

CATALOGUE = load_catalogue()
JANUARY = {"du": "2026-01-01", "au": "2026-01-31"}
ADDRESS = "/bureau/api/gestion/chiffres"


async def cookie_of(gateway: RunningGateway, role: str) -> str:
    """The Cookie header of somebody of that role."""
    await gateway.add_agent("dominique", "Dominique")
    await gateway.change("UPDATE agents SET role = :role", role=role)
    return await agent_cookie(gateway.url, "dominique")


async def ask(
    gateway: RunningGateway, cookie: str, query: Mapping[str, str], file: str = ""
) -> tuple[int, Any]:
    """Status and body of a request for figures."""
    async with (
        aiohttp.ClientSession(headers={"Cookie": cookie}) as http,
        http.get(f"{gateway.url}{ADDRESS}{file}", params=query) as response,
    ):
        is_json = response.content_type == "application/json"
        return response.status, await (response.json() if is_json else response.read())


async def count_as(gateway: RunningGateway, outcome: str, how_many: int) -> None:
    """Have that many conversations of January counted so."""
    await gateway.change(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :how_many) "
        "INSERT INTO outcomes (seq, day, outcome, problem, last_step, lines, fallback_lines) "
        "SELECT 2, '2026-01-05', :outcome, 'lien_expire', 'lien_expire.une_heure', 2, 0 FROM n",
        outcome=outcome,
        how_many=how_many,
    )


@pytest.mark.parametrize(
    ("role", "status"), [("agent", 403), ("manager", 200), ("supervisor", 200)]
)
async def test_who_may_have_them(role: str, status: int, gateway: RunningGateway) -> None:
    cookie = await cookie_of(gateway, role)
    for file in ("", ".csv"):
        assert (await ask(gateway, cookie, JANUARY, file))[0] == status


async def test_nobody_without_a_session(gateway: RunningGateway) -> None:
    async with (
        aiohttp.ClientSession() as http,
        http.get(f"{gateway.url}{ADDRESS}", params=JANUARY) as response,
    ):
        assert response.status == 401


async def test_what_is_no_period_is_refused_in_words(gateway: RunningGateway) -> None:
    cookie = await cookie_of(gateway, "manager")
    for query in (
        {},
        {"du": "2026-01-01"},
        {"du": "2026-01-31", "au": "2026-01-01"},
        {"du": "2020-01-01", "au": "2026-01-01"},
        {"du": "2026-01-01", "au": "9999-12-31"},
        {"du": "janvier", "au": "2026-01-01"},
        {**JANUARY, "agent": "1"},
    ):
        refused = (409, {"error": CATALOGUE.say("refus_periode")})
        assert await ask(gateway, cookie, query) == refused, query


async def test_the_page_gets_tables_in_words(gateway: RunningGateway) -> None:
    await count_as(gateway, "solved_confirmed", 6)
    status, body = await ask(gateway, await cookie_of(gateway, "manager"), JANUARY)
    assert status == 200
    assert (body["from"], body["to"], body["call_minutes"]) == ("2026-01-01", "2026-01-31", 8)
    assert body["tables"][0] == {
        "name": "issues",
        "title": "Issue des conversations",
        "rows_title": "Issue",
        "columns": [
            {"key": "conversations", "label": "Conversations", "unit": "nombre"},
            {"key": "part", "label": "Part", "unit": "part"},
        ],
        "rows": [
            {"key": "solved_confirmed", "label": "Réglée, confirmée", "values": [6, 1.0]},
            {"key": "total", "label": "Total", "values": [6, 1.0]},
        ],
    }
    assert body["tables"][-1]["rows"][0]["label"] == "Lien expiré – le lien dure une heure"


async def test_the_csv_opens_in_a_french_spreadsheet(gateway: RunningGateway) -> None:
    await count_as(gateway, "solved_confirmed", 25)
    await count_as(gateway, "escalated", 15)
    cookie = await cookie_of(gateway, "manager")
    status, body = await ask(gateway, cookie, JANUARY, ".csv")
    assert status == 200
    assert body.startswith(b"\xef\xbb\xbf")
    lines = body.decode("utf-8-sig").split("\r\n")
    assert lines[:5] == [
        "Issue des conversations;2026-01-01;2026-01-31",
        "Issue;Conversations;Part",
        "Réglée, confirmée;25;0,625",
        "Confiée à une personne;15;0,375",
        "Total;40;1,000",
    ]
    assert "Appels évités;2026-01-01;2026-01-31" in lines
    one = await ask(gateway, cookie, {**JANUARY, "tableau": "appels"}, ".csv")
    rows = list(csv.reader(one[1].decode("utf-8-sig").splitlines(), delimiter=";"))
    assert [row[0] for row in rows] == [
        "Appels évités",
        "Issue",
        "Réglée, confirmée",
        "Réglée, supposée",
    ]


def test_no_cell_of_the_csv_is_a_formula_and_hidden_ones_are_empty() -> None:
    labels = {**CATALOGUE.labels, "issues": {"a": "=1+1", "b": "-2", "autre": "@x"}}
    table = Figures("issues", "issues", {"part": Unit.SHARE}, {"a": [0.5], "b": [None], "c": [1]})
    text = figures_csv(
        [table],
        Period(date(2026, 1, 5), date(2026, 1, 6)),
        CATALOGUE.model_copy(update={"labels": labels}),
    )
    assert text.splitlines()[2:] == ["'=1+1;0,500", "'-2;", "'@x;1,000"]
