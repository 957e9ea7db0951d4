"""What Prometheus reads: true, without anybody's words, and only on the machine itself."""

import re
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.gateway.clients import Tab
from tests.gateway.fake_engine import FakeEngine, handover, reply
from tests.gateway.running import RunningGateway


@pytest.fixture
async def measured(data_dir: Path, engine: FakeEngine) -> AsyncIterator[RunningGateway]:
    """A gateway that serves its metrics."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    gateway = RunningGateway(data_dir, engine.url, metrics_port=port)
    await gateway.start()
    yield gateway
    await gateway.stop()


async def scrape(gateway: RunningGateway) -> dict[str, float]:
    """Every sample, by name and labels as they are written."""
    url = f"http://127.0.0.1:{gateway.settings.metrics_port}/metrics"
    async with aiohttp.ClientSession() as http, http.get(url) as response:
        assert response.status == 200
        assert response.content_type == "text/plain"
        families = text_string_to_metric_families(await response.text())
    return {
        s.name + "".join(f" {label}={value}" for label, value in sorted(s.labels.items())): s.value
        for family in families
        for s in family.samples
    }


async def test_what_happened_is_counted(measured: RunningGateway, engine: FakeEngine) -> None:
    engine.says["agent"] = reply("D’accord.", custom=handover())
    engine.fails["panne"] = 500
    answered, failed = await Tab.open(measured.url), await Tab.open(measured.url)
    await answered.say("allo")
    await answered.say("agent")
    await answered.say("et alors?")
    await failed.say("panne")
    await failed.send("")
    held = engine.hold("lentement")
    waiting = await Tab.open(measured.url)
    await waiting.send("lentement")

    await measured.change(
        "UPDATE cases SET queued_at = datetime(queued_at, '-10 minutes') WHERE reason = 'demande'"
    )

    found = await scrape(measured)

    assert found["assistant_turns_total outcome=answered"] == 2
    assert found["assistant_turns_total outcome=passed_on"] == 1
    assert found["assistant_turns_total outcome=failed"] == 1
    assert found["assistant_turn_seconds_count"] == 3
    assert found["assistant_refusals_total kind=vide"] == 1
    assert found["assistant_engine_errors_total cause=status"] == 1
    assert found["assistant_conversations owner=waiting"] == 2
    assert found["assistant_conversations owner=bot"] == 1
    assert found["assistant_conversations owner=agent"] == 0
    assert found["assistant_pending_turns"] == 1
    assert found["assistant_waiting_clients"] == 2
    assert 600 < found["assistant_longest_wait_seconds"] < 660
    assert found["assistant_open_sockets"] == 3
    assert found["assistant_delivery_lag_seconds_count"] >= 8
    assert found["assistant_delivery_lag_seconds_bucket le=1.0"] > 0
    breakers = {k: v for k, v in found.items() if k.startswith("assistant_engine_breaker_open")}
    assert breakers == {f"assistant_engine_breaker_open engine=127.0.0.1:{engine.port}": 0}
    held.set()
    for tab in (answered, failed, waiting):
        await tab.close()


async def test_an_engine_left_alone_shows(measured: RunningGateway, engine: FakeEngine) -> None:
    engine.fails["panne"] = 500
    for _ in range(5):
        tab = await Tab.open(measured.url)
        await tab.say("panne")
        await tab.close()
    found = await scrape(measured)
    assert found[f"assistant_engine_breaker_open engine=127.0.0.1:{engine.port}"] == 1


async def test_nothing_of_a_clients_is_in_them(measured: RunningGateway) -> None:
    tab = await Tab.open(measured.url)
    await tab.say("je suis Tremblay, AB123456")
    shown = "\n".join(await scrape(measured))
    assert not re.search("Tremblay|AB123456", shown)
    assert tab.cookie.partition("=")[2].partition(".")[0] not in shown
    await tab.close()


async def test_the_public_port_has_none(measured: RunningGateway) -> None:
    async with aiohttp.ClientSession() as http:
        assert (await http.get(f"{measured.url}/metrics")).status == 404
