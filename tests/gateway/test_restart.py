"""What was accepted is answered, once, whatever happens to the gateway's process."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from gateway import app as app_module
from tests.gateway.clients import SETTLING_SECONDS, Tab, fresh_cookie
from tests.gateway.fake_engine import SECRET, FakeEngine, follow_up, handover, reply
from tests.gateway.running import PORTAL_ORIGIN, RunningGateway
from tests.gateway.stores import STORE_KEY
from tests.sandbox.running import TOKEN

COME_BACK = "/relancer"
START_TRIES = 200
START_WAIT_SECONDS = 0.1


async def test_a_stop_leaves_what_it_cannot_finish_to_the_next_start(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app_module, "DRAIN_SECONDS", 0.1)
    held = engine.hold("un")
    await tab.send("un")
    await tab.send("deux")
    await gateway.stop()
    held.set()
    engine.held_lines.clear()

    await gateway.start()
    again = Tab(gateway.url, tab.cookie)
    await again.connect({"last_seq": tab.messages[-1]["seq"]})
    await again.until(lambda: again.texts[-2:] == ["Écho : un", "Écho : deux"])
    # The engine was asked again under the same id, and about the second line once.
    assert engine.lines == ["un", "un", "deux"]
    assert engine.requests[0] == engine.requests[1]
    await again.close()


async def test_a_stop_waits_for_the_answer_under_way(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    held = engine.hold("un")
    await tab.send("un")
    stopping = asyncio.create_task(gateway.stop())
    await asyncio.sleep(0.1)
    held.set()
    await tab.until(lambda: tab.named("turn"))
    assert tab.texts[-1] == "Écho : un"
    await stopping


async def test_a_start_waits_for_an_engine_that_loads(
    gateway: RunningGateway, engine: FakeEngine
) -> None:
    await gateway.stop()
    engine.ready = False
    starting = asyncio.create_task(gateway.start())
    await asyncio.sleep(SETTLING_SECONDS)
    assert not starting.done()
    engine.ready = True
    await starting


async def test_a_start_does_not_wait_for_ever(
    gateway: RunningGateway, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app_module, "START_SECONDS", 0.1)
    await gateway.stop()
    engine.ready = False
    await gateway.start()


async def test_a_waiting_case_survives(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.says["agent"] = reply("D’accord.", custom=handover())
    await tab.say("agent")
    await gateway.stop()
    await gateway.start()
    again = Tab(gateway.url, tab.cookie)
    await again.connect()
    await again.until(lambda: again.named("history"))
    assert again.owner == "waiting"
    assert again.messages == tab.messages
    await again.close()


async def test_a_follow_up_that_came_due_meanwhile_is_sent_at_the_start(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    await wait_and_miss_a_follow_up(tab, gateway, engine)
    again = Tab(gateway.url, tab.cookie)
    await again.connect()
    await again.until(lambda: again.texts[-2:] == ["D’accord.", f"Écho : {COME_BACK}"])
    await again.close()


async def test_a_stop_waits_for_the_follow_up_under_way(
    tab: Tab, gateway: RunningGateway, engine: FakeEngine
) -> None:
    held = engine.hold(COME_BACK)
    await wait_and_miss_a_follow_up(tab, gateway, engine)
    again = Tab(gateway.url, tab.cookie)
    await again.connect()
    await engine.until_asked(COME_BACK)
    stopping = asyncio.create_task(gateway.stop())
    await asyncio.sleep(0.1)
    held.set()
    await again.until(lambda: again.texts[-1:] == [f"Écho : {COME_BACK}"])
    await stopping
    assert (await gateway.counts())["follow_ups"] == 0
    await again.close()


async def wait_and_miss_a_follow_up(tab: Tab, gateway: RunningGateway, engine: FakeEngine) -> None:
    """Have a follow-up come due while the gateway is down, and start it again."""
    engine.says["j’attends"] = reply("D’accord.", custom=follow_up(COME_BACK, minutes=20))
    await tab.say("j’attends")
    await gateway.stop()
    await gateway.let_pass(20)
    await gateway.start()


@asynccontextmanager
async def gateway_process(
    data_dir: Path, engine: FakeEngine, port: int
) -> AsyncIterator[asyncio.subprocess.Process]:
    """`python -m gateway`, ready to serve; killed in the end if it still runs."""
    environment = os.environ | {
        "ASSISTANT_DATA_DIR": str(data_dir),
        "ASSISTANT_GATEWAY_PORT": str(port),
        "ASSISTANT_ENGINE_URL": engine.url,
        "ASSISTANT_ENGINE_SECRET": SECRET,
        "ASSISTANT_COOKIE_SECRET": "cookie-secret-of-the-tests-long-enough",
        "ASSISTANT_STORE_KEY": STORE_KEY,
        "ASSISTANT_IDENTITY_TOKEN": TOKEN,
        "ASSISTANT_ALLOWED_ORIGINS": PORTAL_ORIGIN,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "gateway", env=environment, stdout=asyncio.subprocess.PIPE
    )
    try:
        for _ in range(START_TRIES):
            if await _is_live(port):
                break
            await asyncio.sleep(START_WAIT_SECONDS)
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def _is_live(port: int) -> bool:
    try:
        async with (
            aiohttp.ClientSession() as http,
            http.get(f"http://127.0.0.1:{port}/health/live") as response,
        ):
            return response.status == 200
    except aiohttp.ClientError:
        return False


async def test_a_killed_gateway_loses_and_doubles_nothing(
    data_dir: Path, engine: FakeEngine
) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    held = engine.hold("mon code est AB123456")

    async with gateway_process(data_dir, engine, port) as process:
        tab = Tab(url, await fresh_cookie(url))
        await tab.connect()
        acknowledged = await tab.send("mon code est AB123456")
        await engine.asked.wait()
        process.send_signal(signal.SIGKILL)
        await process.wait()
    await tab.close()
    held.set()

    async with gateway_process(data_dir, engine, port) as process:
        again = Tab(url, tab.cookie)
        await again.connect()
        await again.until(lambda: again.texts[-1:] == ["Écho : mon code est AB123456"])
        assert [m["seq"] for m in again.messages] == [1, 2, 3]
        assert acknowledged["seq"] == 2
        assert engine.requests[0] == engine.requests[1]
        await again.close()
        process.send_signal(signal.SIGTERM)
        output, _ = await process.communicate()
    assert process.returncode == 0
    logs = output.decode()
    assert '"event": "turn_answered"' in logs
    assert "AB123456" not in logs
    assert "127.0.0.1" not in logs


async def test_a_gateway_killed_in_a_follow_up_sends_it_once(
    data_dir: Path, engine: FakeEngine
) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    store = RunningGateway(data_dir, engine.url)
    engine.says["j’attends"] = reply("D’accord.", custom=follow_up(COME_BACK, minutes=20))
    engine.says[COME_BACK] = reply("L’avez-vous reçu?")
    held = engine.hold(COME_BACK)

    async with gateway_process(data_dir, engine, port):
        tab = Tab(url, await fresh_cookie(url))
        await tab.connect()
        await tab.say("j’attends")
    await tab.close()
    await store.let_pass(20)
    async with gateway_process(data_dir, engine, port) as process:
        await engine.until_asked(COME_BACK)
        process.send_signal(signal.SIGKILL)
        await process.wait()
    # The engine runs it all the same; a second run would say something else.
    held.set()
    await engine.until_answered(COME_BACK)
    engine.says[COME_BACK] = reply("Et maintenant?")

    async with gateway_process(data_dir, engine, port):
        again = Tab(url, tab.cookie)
        await again.connect()
        await again.until(lambda: again.texts[-2:] == ["D’accord.", "L’avez-vous reçu?"])
        assert [m["seq"] for m in again.messages] == [1, 2, 3, 4]
        await again.close()
    async with gateway_process(data_dir, engine, port):
        await asyncio.sleep(SETTLING_SECONDS)
    assert engine.lines == ["j’attends", COME_BACK, COME_BACK]
    assert engine.requests[1] == engine.requests[2]
    counts = await store.counts()
    assert (counts["messages"], counts["follow_ups"]) == (4, 0)


async def test_an_old_schema_is_refused(tmp_path: Path, engine: FakeEngine) -> None:
    assert b"alembic upgrade head" in await refusal_to_start(tmp_path, engine, STORE_KEY)


async def test_a_store_sealed_with_another_key_is_refused(
    data_dir: Path, engine: FakeEngine
) -> None:
    other_key = "another-store-key-that-is-long-enough"
    errors = await refusal_to_start(data_dir, engine, other_key)
    assert b"ASSISTANT_STORE_KEY is not the key this store was sealed with" in errors
    assert other_key.encode() not in errors


async def refusal_to_start(data_dir: Path, engine: FakeEngine, store_key: str) -> bytes:
    """What a gateway says that doesn't start."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "gateway",
        env=os.environ
        | {
            "ASSISTANT_DATA_DIR": str(data_dir),
            "ASSISTANT_GATEWAY_PORT": "0",
            "ASSISTANT_ENGINE_URL": engine.url,
            "ASSISTANT_ENGINE_SECRET": SECRET,
            "ASSISTANT_COOKIE_SECRET": "cookie-secret-of-the-tests-long-enough",
            "ASSISTANT_STORE_KEY": store_key,
            "ASSISTANT_IDENTITY_TOKEN": TOKEN,
        },
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    _, errors = await process.communicate()
    assert process.returncode == 1
    return errors
