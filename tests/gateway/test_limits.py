"""What is too much is refused in words and counted, and leaves no trace."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp
import pytest

from gateway.catalogue import load_catalogue
from tests.gateway.clients import Tab, fresh_cookie
from tests.gateway.fake_engine import FakeEngine
from tests.gateway.running import PORTAL_ORIGIN, RunningGateway

CATALOGUE = load_catalogue()
StartLimited = Callable[..., Awaitable[RunningGateway]]


@pytest.fixture
async def start_limited(data_dir: Path, engine: FakeEngine) -> AsyncIterator[StartLimited]:
    """Starts a gateway with these limits, behind a proxy that is believed: the test."""
    started: list[RunningGateway] = []

    async def start(**limits: int) -> RunningGateway:
        proxies = (ip_network("127.0.0.0/8"),)
        started.append(RunningGateway(data_dir, engine.url, trusted_proxies=proxies, **limits))
        await started[-1].start()
        return started[-1]

    yield start
    for gateway in started:
        await gateway.stop()


def refusal(sentence: str) -> dict[str, Any]:
    return {"ok": False, "error": CATALOGUE.say(sentence)}


async def start_conversation(gateway: RunningGateway, **headers: str) -> tuple[int, Any, Any]:
    """Status, headers and body of opening the widget."""
    async with (
        aiohttp.ClientSession() as http,
        http.post(
            f"{gateway.url}/api/conversation", headers={"Origin": PORTAL_ORIGIN, **headers}
        ) as response,
    ):
        return response.status, response.headers, await response.json()


async def test_messages_of_one_conversation(
    start_limited: StartLimited, engine: FakeEngine
) -> None:
    limited = await start_limited(messages_per_minute=3)
    tab, other = await Tab.open(limited.url), await Tab.open(limited.url)
    message_id = str(uuid4())
    await tab.send("un", message_id)
    await tab.say("deux")
    await tab.say("trois")
    counts = await limited.counts()

    assert await tab.send("quatre") == refusal("refus_trop_vite")

    assert await limited.counts() == counts
    assert engine.lines == ["un", "deux", "trois"]
    # A repeat isn't a new message, and another conversation has its own count.
    assert (await tab.send("un", message_id))["ok"]
    assert (await other.send("un"))["ok"]
    await tab.close()
    await other.close()


async def test_whatever_one_address_asks(start_limited: StartLimited) -> None:
    # Opening, the socket and connecting on it are three of them.
    limited = await start_limited(address_events_per_minute=5)
    tab = await Tab.open(limited.url)
    assert not (await tab.call("message", "illisible"))["ok"]
    assert (await tab.send("allo"))["ok"]

    assert await tab.send("encore") == refusal("refus_adresse")

    status, headers, body = await start_conversation(limited)
    assert (status, body) == (429, {"error": CATALOGUE.say("refus_adresse")})
    # The widget, on another origin, may read it.
    assert headers["Access-Control-Allow-Origin"] == PORTAL_ORIGIN
    assert 1 <= int(headers["Retry-After"]) <= 60
    elsewhere = await start_conversation(limited, **{"X-Forwarded-For": "198.51.100.7"})
    assert elsewhere[0] == 200
    await tab.close()


async def test_conversations_of_one_address(start_limited: StartLimited) -> None:
    limited = await start_limited(address_conversations_per_hour=2)
    first = await fresh_cookie(limited.url)
    await fresh_cookie(limited.url)

    status, headers, body = await start_conversation(limited)

    assert (status, body) == (429, {"error": CATALOGUE.say("refus_conversations")})
    assert int(headers["Retry-After"]) >= 1
    assert "Set-Cookie" not in headers
    assert (await limited.counts())["conversations"] == 2
    # Coming back to one's conversation is no start.
    assert (await start_conversation(limited, Cookie=first))[2] == {"resumed": True}
    # Neighbours in IPv6 are one subscriber.
    for address, expected in (
        ("2001:db8::1", 200), ("2001:db8::2", 200), ("2001:db8::3", 429), ("2001:db8:0:1::", 200),
    ):  # fmt: skip
        answer = await start_conversation(limited, **{"X-Forwarded-For": address})
        assert answer[0] == expected


async def test_conversations_of_everyone(start_limited: StartLimited) -> None:
    limited = await start_limited(conversations_per_minute=1)
    await fresh_cookie(limited.url)
    status, _, body = await start_conversation(limited, **{"X-Forwarded-For": "198.51.100.7"})
    assert (status, body) == (429, {"error": CATALOGUE.say("refus_affluence")})


async def test_messages_of_everyone(start_limited: StartLimited) -> None:
    limited = await start_limited(messages_per_second=1)
    tabs = [await Tab.open(limited.url) for _ in range(3)]
    # At once: one after the other, they might be a second apart.
    answers = await asyncio.gather(*(tab.send("allo") for tab in tabs))
    assert [answer["ok"] for answer in answers].count(True) == 1
    assert answers.count(refusal("refus_affluence")) == 2
    for tab in tabs:
        await tab.close()


async def test_open_sockets_of_one_address(start_limited: StartLimited) -> None:
    limited = await start_limited(address_sockets=1)
    tab = await Tab.open(limited.url)
    other = Tab(limited.url, await fresh_cookie(limited.url))
    assert await other.refusal() is None
    async with (
        aiohttp.ClientSession() as http,
        http.get(f"{limited.url}/socket.io/?EIO=4&transport=polling") as response,
    ):
        assert response.status == 429
        assert response.headers["Retry-After"] == "30"
        assert await response.json() == {"error": CATALOGUE.say("refus_connexions")}

    await tab.close()
    another = Tab(limited.url, other.cookie)
    await another.connect()
    await another.close()


async def test_a_forged_header_gets_no_count_of_its_own(data_dir: Path, engine: FakeEngine) -> None:
    limited = RunningGateway(data_dir, engine.url, address_conversations_per_hour=1)
    await limited.start()
    await fresh_cookie(limited.url)
    forged = await start_conversation(limited, **{"X-Forwarded-For": "198.51.100.7"})
    assert forged[0] == 429
    await limited.stop()
