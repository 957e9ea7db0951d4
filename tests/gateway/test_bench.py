"""The clients of script/bench, against the running gateway: what they count is what happened."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from bench import overload
from bench.clients import Lost, Refused, open_gateway
from bench.ledger import Faults
from bench.load import closed_loop
from bench.overload import checks, flood
from bench.plan import BRIEF
from bench.scripts import QUESTIONS, Said
from tests.gateway.fake_engine import FakeEngine, reply
from tests.gateway.running import RunningGateway

PLAN = replace(BRIEF, people=4, overload_s=0.5)


@pytest.fixture
def soon_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overload, "PROBED_AFTER_S", 0.5)


async def test_a_client_types_and_presses_and_gets_each_whole_answer(
    gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.says["bonjour"] = reply("Bonjour.", "Ça va?", buttons=[("Oui", "/affirmer")])
    engine.says["/affirmer"] = reply("Tant mieux.")
    async with open_gateway(gateway.url) as client:
        typed = await client.turn(Said("bonjour"))
        pressed = await client.turn(Said("oui", pressed=True))
        assert (typed.texts, pressed.texts) == (("Bonjour.", "Ça va?"), ("Tant mieux.",))
        assert client.ledger.faults() == Faults()


async def test_a_refused_line_is_no_fault_and_keeps_its_words(gateway: RunningGateway) -> None:
    async with open_gateway(gateway.url) as client:
        with pytest.raises(Refused, match="vide"):
            await client.turn(Said(" "))
        assert client.ledger.faults() == Faults()


async def test_a_choice_that_is_not_on_offer_ends_the_conversation(gateway: RunningGateway) -> None:
    async with open_gateway(gateway.url) as client:
        with pytest.raises(Lost):
            await client.turn(Said("Jamais offert", pressed=True))


async def test_a_gateway_that_is_gone_is_told_at_once(gateway: RunningGateway) -> None:
    async with open_gateway(gateway.url) as client:
        await gateway.stop()
        with pytest.raises(Lost):
            await client.turn(Said("bonjour"))
    with pytest.raises(Lost):
        async with open_gateway(gateway.url):
            pass


async def test_an_apology_is_told_from_an_answer(
    gateway: RunningGateway, engine: FakeEngine
) -> None:
    engine.fails["bonjour"] = 500
    async with open_gateway(gateway.url) as client:
        with pytest.raises(Lost, match="apology"):
            await client.turn(Said("bonjour"))
        assert client.ledger.faults() == Faults(failed=1)
        assert not client.with_assistant


async def test_a_closed_loop_counts_its_turns(gateway: RunningGateway, engine: FakeEngine) -> None:
    load = await closed_loop(
        partial(open_gateway, gateway.url), [QUESTIONS], 2, warm_up_s=0.2, seconds=1.0, seed=0
    )
    assert 0 < load.turns < len(engine.requests)
    assert load.turns_per_s == pytest.approx(load.turns, abs=2)
    assert 0 < load.latency_ms.p50 <= load.latency_ms.p99
    assert load.broken == 0


@pytest.mark.usefixtures("soon_over")
async def test_a_flood_finds_refusals_in_words_and_nothing_lost(
    data_dir: Path, engine: FakeEngine
) -> None:
    limited = RunningGateway(data_dir, engine.url, messages_per_minute=1)
    await limited.start()
    found = await flood(partial(open_gateway, limited.url), 200, PLAN)
    await limited.stop()
    assert found.accepted == PLAN.people
    [sentence] = found.refusals
    assert sentence.startswith("Vous écrivez plus vite")
    assert found.faults == Faults()
    # The probe is refused to the end: not back to normal.
    assert found.recovery_s > 0
    assert [check.name for check in checks(replace(found, recovery_s=11)) if not check.met] == [
        "overload: s to normal"
    ]


def test_a_refusal_without_a_sentence_misses_the_target() -> None:
    found = overload.Overload(1, 3, 1, {"refus_interne": 2}, 1, Faults(), 0, 0)
    assert checks(found)[0].value == 3
    assert not checks(found)[0].met
