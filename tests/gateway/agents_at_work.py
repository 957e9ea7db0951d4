"""What the tests of agents' acts share: a client who has asked for a person, and how desks act."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import aiohttp

from gateway.catalogue import load_catalogue
from tests.gateway.clients import Desk, Tab
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import PORTAL_ORIGIN, RunningGateway

CATALOGUE = load_catalogue()
ASK = "parler à quelqu’un"


async def escalated(tab: Tab, desk: Desk, engine: FakeEngine, **values: str) -> int:
    """The case of a client who has given `values`, by slot, and asked for a person."""
    engine.says[ASK] = reply("Je vous passe quelqu’un.", custom=handover(), filled=values)
    await tab.say(ASK)
    reference = tab.named("state")[-1]["reference"]
    # The queue comes a moment later.
    case = await desk.until(
        lambda: next((c for c in desk.queue if c["reference"] == reference), None)
    )
    return int(case["id"])


async def taken(tab: Tab, desk: Desk, engine: FakeEngine, **values: str) -> int:
    """The same, open at a desk whose agent has taken it."""
    case_id = await escalated(tab, desk, engine, **values)
    await desk.act("open", case_id)
    assert (await desk.act("take", case_id))["ok"]
    return case_id


async def erase(gateway: RunningGateway, tab: Tab) -> None:
    """Have everything erased, as the client's page does."""
    headers = {"Cookie": tab.cookie, "Origin": PORTAL_ORIGIN}
    url = f"{gateway.url}/api/conversation"
    async with aiohttp.ClientSession() as http, http.delete(url, headers=headers) as response:
        assert response.status == 204


def refusal(sentence: str, **values: str) -> dict[str, Any]:
    """How the desk is refused something."""
    return {"ok": False, "error": CATALOGUE.say(sentence, **values)}


async def promote(gateway: RunningGateway, login: str) -> None:
    """Make an agent a supervisor."""
    await gateway.change("UPDATE agents SET role = 'supervisor' WHERE login = :login", login=login)


async def agent_id(gateway: RunningGateway, login: str) -> int:
    """The id of an agent."""
    found = await gateway.rows("SELECT id, login FROM agents")
    return next(int(row.id) for row in found if row.login == login)


def is_in_clear(data_dir: Path, text: str) -> bool:
    """Whether a file of the store holds `text` as it was written."""
    return any(text.encode() in path.read_bytes() for path in data_dir.glob("gateway.db*"))


async def ask_desk(
    desk: Desk, method: str, path: str, content: Mapping[str, Any] | None = None
) -> tuple[int, Any]:
    """Status and JSON of what an agent's page asks over HTTP."""
    headers = {"Cookie": desk.cookie, "Origin": desk.url}
    async with (
        aiohttp.ClientSession() as http,
        http.request(method, f"{desk.url}{path}", headers=headers, json=content) as response,
    ):
        is_json = response.content_type == "application/json"
        return response.status, await response.json() if is_json else None
