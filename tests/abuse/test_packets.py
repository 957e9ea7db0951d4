"""Packets below the events: what programs say to Engine.IO and Socket.IO, and widgets never do."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

import aiohttp
import pytest

from gateway import socket_requests
from tests.abuse.wire import PATIENCE_SECONDS
from tests.gateway.clients import SETTLING_SECONDS, Tab
from tests.gateway.fake_engine import FakeEngine
from tests.gateway.running import PORTAL_ORIGIN, RunningGateway

PLACEHOLDER = '{"_placeholder":true,"num":0}'
OTHER_NUMBER = '{"_placeholder":true,"num":7}'
LINE = json.dumps({"id": str(uuid4()), "text": "allo"})

PACKETS: dict[str, list[str | bytes]] = {
    "nothing": [""],
    "a type that is not": ["9", "8allo", "é", "\0"],
    "an open from the client": ["0{}"],
    "a pong nobody asked for": ["3"] * 50,
    "an upgrade": ["5", "2probe", "5"],
    "a message without a packet": ["4"],
    "a packet type that is not": ["49", "48[]"],
    "an event that is cut off": ['42["message",{"id"'],
    "an event that is no list": ['42{"message":1}', '42"message"', "42null", "421"],
    "an event without a name": ["42[]", "42[null]", "42[1]", '42[["message"]]', "42[{}]"],
    "an event with its arguments too many": ['42["message",' + "1," * 2000 + "1]"],
    "an event of another namespace": ['42/autre,["message",' + LINE + "]"],
    "an event of the desk's, where one never was": ['42/bureau,["take",{"case_id":1}]'],
    "a namespace of 60 KB": ["40/" + "a" * 60_000 + ","],
    "a second greeting": ["40", "40", "40{}"],
    "a greeting that is no object": ['40["x"]', '40"x"', "401", "40null"],
    "an acknowledgement nobody asked for": ["430[]", "43999[1]", "43[]", "43"],
    "an acknowledgement with a number too large": ["43" + "9" * 5000 + "[1]"],
    "an event with a number too large": ["42" + "9" * 5000 + '["message",' + LINE + "]"],
    "an attachment that never comes": ['451-["message",' + PLACEHOLDER + "]"],
    "attachments without end": ['45999999999-["message",' + PLACEHOLDER + "]", b"x", b"x"],
    "an attachment out of range": ['451-["message",' + OTHER_NUMBER + "]", b"x"],
    "a negative number of attachments": ['45-1-["message"]'],
    "an attachment nobody announced": [b"\x00\x01\x02", b""],
    "an attachment as an acknowledgement": ["461-9[" + PLACEHOLDER + "]", b"x"],
    "a placeholder that is not one": ['451-["message",{"_placeholder":1,"num":"x"}]', b"x"],
    "lists without end": ['42["message",' + "[" * 50_000],
    "a number without end": ['42["message",' + "9" * 50_000 + "]"],
    "half a pair": ['42["message",{"id":"' + str(uuid4()) + '","text":"\\ud800"}]'],
    "no number that JSON knows": ['42["message",NaN]', '42["message",-Infinity]'],
    "a packet of 200 KB": ['42["message","' + "a" * 200_000 + '"]'],
    "5 MB": ["4" + "a" * 5_000_000],
    "a goodbye, and then more": ["41", '42["message",' + LINE + "]"],
    "the end, and then more": ["1", '42["message",' + LINE + "]"],
}


@asynccontextmanager
async def greeted(tab: Tab) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """A bare WebSocket of the tab's conversation, let in and sent its history."""
    url = tab.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    headers = {"Cookie": tab.cookie, "Origin": PORTAL_ORIGIN}
    async with (
        aiohttp.ClientSession() as http,
        http.ws_connect(url, headers=headers, max_msg_size=0) as socket,
    ):
        assert (await socket.receive_str()).startswith("0")
        await socket.send_str("40")
        assert (await socket.receive_str()).startswith("40")
        assert (await socket.receive_str()).startswith('42["history"')
        yield socket


async def say_all(socket: aiohttp.ClientWebSocketResponse, packets: list[str | bytes]) -> None:
    """Send the packets, for as long as the gateway takes them."""
    try:
        for packet in packets:
            if isinstance(packet, bytes):
                await socket.send_bytes(packet)
            else:
                await socket.send_str(packet)
    except (ConnectionError, aiohttp.ClientError):
        pass
    await asyncio.sleep(SETTLING_SECONDS)


@pytest.mark.parametrize("packets", PACKETS.values(), ids=PACKETS.keys())
async def test_does_nothing_and_harms_nobody(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, packets: list[str | bytes]
) -> None:
    before, asked = await gateway.counts(), len(engine.requests)

    async with greeted(tab) as socket:
        await say_all(socket, packets)

    assert await gateway.counts() == before
    assert len(engine.requests) == asked
    assert await tab.say("allo"), "the client's other tab goes on"


REQUESTS = {
    "an older protocol": "EIO=3&transport=polling",
    "a protocol that is not": "EIO=99&transport=polling",
    "no protocol": "transport=polling",
    "a transport that is not": "EIO=4&transport=pigeon",
    "a session that never was": "EIO=4&transport=polling&sid=AAAAAAAAAAAAAAAAAAAA",
    "a session that is a path": "EIO=4&transport=polling&sid=../../etc",
    "a script's call": "EIO=4&transport=polling&j=alert(1)",
}


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("query", REQUESTS.values(), ids=REQUESTS.keys())
async def test_a_handshake_that_makes_no_sense_is_refused(
    gateway: RunningGateway, tab: Tab, method: str, query: str
) -> None:
    async with (
        aiohttp.ClientSession() as http,
        http.request(
            method,
            f"{gateway.url}/socket.io/?{query}",
            data=b"" if method == "GET" else b'42["message",{}]',
            headers={"Cookie": tab.cookie, "Origin": PORTAL_ORIGIN},
        ) as response,
    ):
        assert response.status == 400
        assert "alert(1)" not in await response.text()


BODIES = {
    "no packets": b"",
    "no packet": b"allo",
    "a thousand packets": b"\x1e".join([b"42[]"] * 1000),
    "bytes that are no text": b"\xff\xfe\xfd",
    "a packet no client may send": b"0{}",
    "an attachment that is no base64": b"b!!!!",
    "more than a packet may have": b'42["' + b"a" * 300_000 + b'"]',
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
async def test_a_poll_that_posts_nonsense_harms_nobody(
    gateway: RunningGateway, tab: Tab, monkeypatch: pytest.MonkeyPatch, body: bytes
) -> None:
    """The poster never fetches the goodbye: no request of its may hang for ever."""
    monkeypatch.setattr(socket_requests, "POST_SECONDS", 0.5)
    before = await gateway.counts()
    headers = {"Cookie": tab.cookie, "Origin": PORTAL_ORIGIN}
    async with aiohttp.ClientSession(headers=headers) as http, asyncio.timeout(PATIENCE_SECONDS):
        url = f"{gateway.url}/socket.io/?EIO=4&transport=polling"
        opened = json.loads((await (await http.get(url)).text())[1:])
        response = await http.post(f"{url}&sid={opened['sid']}", data=body)
        assert response.status in {200, 400, 413}
        assert "Traceback" not in await response.text()
        await http.post(f"{url}&sid={opened['sid']}", data=b"1")
    assert await gateway.counts() == before


async def test_a_poll_of_a_foreign_page_is_refused(gateway: RunningGateway, tab: Tab) -> None:
    async with (
        aiohttp.ClientSession() as http,
        http.get(
            f"{gateway.url}/socket.io/?EIO=4&transport=polling",
            headers={"Cookie": tab.cookie, "Origin": "https://ailleurs.example"},
        ) as response,
    ):
        assert response.status == 400
        assert "Access-Control-Allow-Origin" not in response.headers
