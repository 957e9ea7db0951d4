"""Too much, or too slow: others go on meanwhile, and nothing of it stays."""

import asyncio
import socket
import time
from uuid import uuid4

import aiohttp
import pytest

from gateway.app import SIO
from tests.abuse.bystander import Bystander
from tests.abuse.test_packets import greeted
from tests.abuse.wire import connect, exchange, status
from tests.gateway.clients import Tab
from tests.gateway.conftest import OpenTab
from tests.gateway.fake_engine import FakeEngine, reply
from tests.gateway.running import PORTAL_ORIGIN, RunningGateway
from tests.gateway.waiting import eventually

SLOW_CONNECTIONS = 100
# A flood of messages takes less than what is left of a minute then.
LAST_SECOND = 55
# Between two bytes of a slow sender.
TRICKLE_SECONDS = 0.02


async def trickle(writer: asyncio.StreamWriter, content: bytes) -> None:
    """Send a byte at a time."""
    for byte in content:
        writer.write(bytes([byte]))
        await asyncio.sleep(TRICKLE_SECONDS)


SLOW = {
    "nothing at all": b"",
    "headers that never end": b"GET / HTTP/1.1\r\nHost: x\r\nX-A: b\r\nX-C: d",
    "a body that never ends": b"POST /bureau/api/session HTTP/1.1\r\nHost: x\r\n"
    b"Content-Length: 16000\r\n\r\n{",
    "chunks that never end": b"POST /bureau/api/session HTTP/1.1\r\nHost: x\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n",
    "a poll's body that never ends": b"POST /socket.io/?EIO=4&transport=polling HTTP/1.1\r\n"
    b"Host: x\r\nContent-Length: 16000\r\n\r\n4",
}


@pytest.mark.parametrize("content", SLOW.values(), ids=SLOW.keys())
async def test_slow_senders_keep_nobody_waiting(
    gateway: RunningGateway, bystander: Bystander, content: bytes
) -> None:
    writers = [(await connect(gateway.url))[1] for _ in range(SLOW_CONNECTIONS)]
    try:
        async with bystander.talking():
            await asyncio.gather(*(trickle(writer, content[:40]) for writer in writers[:10]))
            for writer in writers:
                writer.write(content)
            async with aiohttp.ClientSession() as http:
                assert (await http.get(f"{gateway.url}/health/live")).status == 200
    finally:
        for writer in writers:
            writer.transport.abort()


async def test_a_reader_that_reads_nothing_is_let_go(
    gateway: RunningGateway, tab: Tab, bystander: Bystander, engine: FakeEngine
) -> None:
    """What waits for it is bound by its time: a ping without a pong ends it (here sooner)."""
    server = gateway.app[SIO].eio
    server.ping_interval, server.ping_timeout = 0.5, 2.0
    engine.says["long"] = reply(*["a" * 2000] * 3)
    sockets = len(server.sockets)
    reader = socket.socket()
    reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    reader.setblocking(False)
    address = ("127.0.0.1", int(gateway.url.rpartition(":")[2]))
    await asyncio.get_running_loop().sock_connect(reader, address)
    key = "dGhlIHNhbXBsZSBub25jZQ=="
    request = (
        "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
        f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n"
        f"Origin: {PORTAL_ORIGIN}\r\nCookie: {tab.cookie}\r\n\r\n"
    )
    # Then "40", masked with zeros: the greeting of Socket.IO.
    await asyncio.get_running_loop().sock_sendall(
        reader, request.encode() + b"\x81\x82\0\0\0\x0040"
    )

    async def joined() -> bool:
        return len(server.sockets) > sockets

    await eventually(joined)
    async with bystander.talking():
        for _ in range(20):
            await tab.say("long")

        async def let_go() -> bool:
            return len(server.sockets) <= sockets

        await eventually(let_go)
    reader.close()


async def test_messages_faster_than_the_limit_are_refused_in_words(
    data_dir: object, gateway: RunningGateway, engine: FakeEngine
) -> None:
    limited = RunningGateway(gateway.settings.data_dir, engine.url, messages_per_minute=20)
    await limited.start()
    flooder, other = await Tab.open(limited.url), await Tab.open(limited.url)

    # The limit counts by the clock's minutes: as one begins, it lets another message through.
    second = time.time() % 60
    await asyncio.sleep(60 - second if second > LAST_SECOND else 0)
    answers = await asyncio.gather(*(flooder.send(f"a{number}") for number in range(200)))

    refused = [answer["error"] for answer in answers if not answer["ok"]]
    assert len(refused) >= 180
    assert all(sentence.endswith(".") for sentence in refused)
    await flooder.until(lambda: len(flooder.named("turn")) == 200 - len(refused))
    assert await other.say("allo")
    await flooder.close()
    await other.close()
    await limited.stop()


async def test_sockets_that_come_and_go_leave_nothing(
    gateway: RunningGateway, tab: Tab, bystander: Bystander
) -> None:
    server = gateway.app[SIO].eio
    sockets = len(server.sockets)

    async def come_and_go() -> None:
        async with greeted(tab):
            pass

    async with bystander.talking():
        for _ in range(10):
            await asyncio.gather(*(come_and_go() for _ in range(10)))

    async def gone() -> bool:
        return len(server.sockets) <= sockets

    await eventually(gone)


async def test_connections_cut_in_the_handshake_leave_nothing(
    gateway: RunningGateway, bystander: Bystander
) -> None:
    before = await gateway.counts()
    async with bystander.talking():
        for _ in range(200):
            _, writer = await connect(gateway.url)
            writer.write(b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgr")
            writer.transport.abort()
    after = await gateway.counts()
    assert after["conversations"] == before["conversations"]


async def test_conversations_without_end_are_refused_or_harmless(
    gateway: RunningGateway, bystander: Bystander
) -> None:
    request = (
        b"POST /api/conversation HTTP/1.1\r\nHost: x\r\nOrigin: https://portail.example\r\n"
        b"Content-Length: 0\r\nConnection: close\r\n\r\n"
    )
    async with bystander.talking():
        for _ in range(10):
            answers = await asyncio.gather(*(exchange(gateway.url, request) for _ in range(30)))
            assert {status(answer) for answer in answers} <= {200, 429}


async def test_one_id_sent_forty_times_from_many_tabs_is_run_once(
    open_tab: OpenTab, engine: FakeEngine
) -> None:
    tab = await open_tab()
    tabs = [tab, *[await tab.another() for _ in range(4)]]
    message_id = str(uuid4())
    answers = await asyncio.gather(
        *(one.send("allo", message_id) for one in tabs for _ in range(8))
    )
    assert answers == [{"ok": True, "seq": 2}] * 40
    await tab.until(lambda: len(tab.messages) == 3)
    assert engine.lines.count("allo") == 1
