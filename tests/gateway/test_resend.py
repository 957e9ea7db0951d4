"""Resends: an agent asks the identity backend for the client, as their own form would have.

The backend is the sandbox's, over real HTTP; what it mails is what counts.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from pydantic import HttpUrl
from structlog.testing import capture_logs

from actions.identity import http as adapter
from gateway.app import CLOCK, IDENTITY_BACKEND
from sandbox import outbox
from tests.gateway.agents_at_work import CATALOGUE, agent_id, erase, escalated, refusal, taken
from tests.gateway.clients import Desk, Tab
from tests.gateway.conftest import OpenDesk
from tests.gateway.fake_engine import FakeEngine
from tests.gateway.running import RunningGateway
from tests.ports import free_port
from tests.sandbox.running import MovableClock, RunningSandbox, running_sandbox

RESET = CATALOGUE.say("renvoi_mot_de_passe")
REMINDER = CATALOGUE.say("renvoi_code")
KNOWN = {"code_utilisateur": "AB123456", "prenom": "Jean", "nom": "Tremblay"}


@pytest.fixture
async def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[RunningSandbox]:
    """The identity backend, whose mail leaves at once."""
    monkeypatch.setattr(outbox, "SHORTEST_DELAY_S", 0.0)
    monkeypatch.setattr(outbox, "LONGEST_DELAY_S", 0.0)
    async with running_sandbox(tmp_path, MovableClock()) as running:
        yield running


@pytest.fixture
async def gateway(
    data_dir: Path, engine: FakeEngine, sandbox: RunningSandbox
) -> AsyncIterator[RunningGateway]:
    running = RunningGateway(data_dir, engine.url, identity_url=HttpUrl(sandbox.identity_url))
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def desk(open_desk: OpenDesk) -> Desk:
    return await open_desk("camille")


async def resend(
    desk: Desk, case_id: int, verb: str = "password_reset", request_id: str = "", **values: str
) -> dict[str, Any]:
    """Ask for a mail; the acknowledgement."""
    return await desk.act(
        "resend", case_id, id=request_id or str(uuid4()), verb=verb, values=values
    )


async def recipients(sandbox: RunningSandbox) -> list[str]:
    return [mail.recipient for mail in await sandbox.mails()]


async def test_what_the_client_gave_is_used_and_not_shown(
    tab: Tab, desk: Desk, engine: FakeEngine, sandbox: RunningSandbox
) -> None:
    case_id = await taken(tab, desk, engine, **KNOWN)
    known = await desk.act("known_values", case_id)
    assert known == {"ok": True, "slots": ["code_utilisateur", "nom", "prenom"]}

    assert await resend(desk, case_id) == {"ok": True, "said": RESET}

    assert await recipients(sandbox) == ["jean.tremblay@example.com"]
    await tab.until(lambda: tab.texts[-1] == RESET)
    assert tab.messages[-1]["from"]["kind"] == "system"
    for value in ("AB123456", "Tremblay", "jean.tremblay"):
        assert value not in str(desk.events)


async def test_the_agent_gives_what_is_missing_and_it_is_masked_from_then_on(
    tab: Tab, desk: Desk, engine: FakeEngine, sandbox: RunningSandbox
) -> None:
    case_id = await taken(tab, desk, engine, prenom="Jean")
    await tab.say("mon nom est tremblay je crois")
    refused = await resend(desk, case_id)
    assert refused == {
        "ok": False,
        "error": CATALOGUE.say("refus_renseignements"),
        "missing": ["code_utilisateur", "nom"],
    }
    assert await recipients(sandbox) == []

    answer = await resend(desk, case_id, code_utilisateur=" AB123456 ", nom="Tremblay")

    assert answer["ok"]
    assert await recipients(sandbox) == ["jean.tremblay@example.com"]
    await desk.write(case_id, "Je parlais de TREMBLAY")
    await desk.until(lambda: "Je parlais" in str(desk.named("message")[-1]))
    assert desk.named("message")[-1]["message"]["text"] == "Je parlais de [nom masqué]"
    known = await desk.act("known_values", case_id)
    assert known["slots"] == ["code_utilisateur", "nom", "prenom"]


async def test_a_correction_takes_the_place_of_what_the_client_gave(
    tab: Tab, desk: Desk, engine: FakeEngine, sandbox: RunningSandbox
) -> None:
    case_id = await taken(tab, desk, engine, **KNOWN | {"nom": "Trembley"})
    assert (await resend(desk, case_id))["ok"], "nothing tells that there is no such account"
    assert await recipients(sandbox) == []
    # The throttle counts codes, whatever the name.
    sandbox.clock.move(minutes=31)
    assert (await resend(desk, case_id, nom="Tremblay"))["ok"]
    assert await recipients(sandbox) == ["jean.tremblay@example.com"]
    # It is the one that is known now.
    sandbox.clock.move(minutes=31)
    assert (await resend(desk, case_id))["ok"]
    assert len(await recipients(sandbox)) == 2


async def test_a_user_code_is_recovered_for_an_individual_or_joint_account(
    tab: Tab, desk: Desk, engine: FakeEngine, sandbox: RunningSandbox
) -> None:
    values = {"prenom": "Luc", "nom": "Gagnon", "courriel": "gagnon.lajoie@example.com"}
    case_id = await taken(tab, desk, engine, **values)
    missing = await resend(desk, case_id, "user_code_reminder")
    assert missing["missing"] == ["type_compte"]
    other = await resend(desk, case_id, "user_code_reminder", type_compte="fiducie")
    assert other == refusal("refus_type_compte")
    assert await recipients(sandbox) == []

    answer = await resend(desk, case_id, "user_code_reminder", type_compte="conjoint")

    assert answer == {"ok": True, "said": REMINDER}
    assert await recipients(sandbox) == ["gagnon.lajoie@example.com"]


async def test_the_same_is_said_whatever_there_is(
    tab: Tab, desk: Desk, engine: FakeEngine, sandbox: RunningSandbox
) -> None:
    case_id = await taken(tab, desk, engine, **KNOWN)
    sent = await resend(desk, case_id)
    throttled = await resend(desk, case_id)
    unknown = await resend(desk, case_id, code_utilisateur="ZZ000000")
    assert sent == throttled == unknown == {"ok": True, "said": RESET}
    assert len(await recipients(sandbox)) == 1
    await tab.until(lambda: tab.texts.count(RESET) == 3)


async def test_the_throttle_is_the_clients_own(
    tab: Tab, desk: Desk, engine: FakeEngine, sandbox: RunningSandbox, gateway: RunningGateway
) -> None:
    case_id = await taken(tab, desk, engine, **KNOWN)
    [(client_key,)] = set(await gateway.rows("SELECT client_key FROM turns"))
    body = {"user_code": "AB123456", "first_name": "Jean", "last_name": "Tremblay"}
    # Asked for by the client themself, on the portal or of the assistant.
    status, _, _ = await sandbox.post("/password-resets", body, key="own", client=client_key)
    assert status == 202
    assert await resend(desk, case_id) == {"ok": True, "said": RESET}
    assert len(await recipients(sandbox)) == 1


async def test_sent_again_under_one_id_it_is_one_mail_and_one_sentence(
    tab: Tab, desk: Desk, engine: FakeEngine, sandbox: RunningSandbox
) -> None:
    case_id = await taken(tab, desk, engine, **KNOWN)
    request_id = str(uuid4())
    answers = await asyncio.gather(
        *(resend(desk, case_id, request_id=request_id) for _ in range(3))
    )
    answers.append(await resend(desk, case_id, request_id=request_id))
    assert answers == [{"ok": True, "said": RESET}] * 4
    assert len(await recipients(sandbox)) == 1
    await tab.until(lambda: RESET in tab.texts)
    assert tab.texts.count(RESET) == 1
    reused = await resend(desk, case_id, "user_code_reminder", request_id)
    assert reused == refusal("refus_reutilise")


async def test_a_request_whose_answer_was_lost_is_not_mailed_again(
    tab: Tab, desk: Desk, engine: FakeEngine, sandbox: RunningSandbox, gateway: RunningGateway
) -> None:
    case_id = await taken(tab, desk, engine, **KNOWN)
    request_id = str(uuid4())
    await resend(desk, case_id, request_id=request_id)
    # As a crash after the backend's answer leaves it, and past the throttle.
    await gateway.change("DELETE FROM messages WHERE id = :id", id=request_id)
    sandbox.clock.move(minutes=31)
    assert (await resend(desk, case_id, request_id=request_id))["ok"]
    assert len(await recipients(sandbox)) == 1


async def test_a_value_the_backend_cannot_read_is_named(
    tab: Tab, desk: Desk, engine: FakeEngine, sandbox: RunningSandbox, gateway: RunningGateway
) -> None:
    case_id = await taken(tab, desk, engine, prenom="Luc", nom="Gagnon")
    counts = await gateway.counts()
    refused = await resend(
        desk, case_id, "user_code_reminder", courriel="chez moi", type_compte="conjoint"
    )
    assert refused == {
        "ok": False,
        "error": CATALOGUE.say("refus_valeurs"),
        "missing": ["courriel"],
    }
    assert await recipients(sandbox) == []
    assert await gateway.counts() == counts


async def test_a_backend_out_of_reach_is_told_to_the_agent_alone(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway, monkeypatch: Any
) -> None:
    monkeypatch.setattr(adapter, "BUDGET_S", 0.2)
    backend = gateway.app[IDENTITY_BACKEND]
    monkeypatch.setattr(backend, "_url", f"http://127.0.0.1:{free_port()}/identity/v1")
    case_id = await taken(tab, desk, engine, prenom="Jean", nom="Tremblay")
    counts, said = await gateway.counts(), len(tab.texts)
    with capture_logs() as logs:
        refused = await resend(desk, case_id, code_utilisateur="AB123456")
    assert refused == refusal("refus_renvoi")
    assert await gateway.counts() == counts
    assert len(tab.texts) == said
    assert "identity_unavailable" in str(logs)
    assert "AB123456" not in str(logs)
    assert "Tremblay" not in str(logs)


async def test_nothing_of_a_request_outlives_an_erasure_that_overtakes_it(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway, monkeypatch: Any
) -> None:
    async def erased_meanwhile(*_: object) -> None:
        await erase(gateway, tab)

    backend = gateway.app[IDENTITY_BACKEND]
    monkeypatch.setattr(backend, "request_password_reset", erased_meanwhile)
    case_id = await taken(tab, desk, engine, prenom="Jean")
    assert (await resend(desk, case_id, code_utilisateur="AB123456", nom="Tremblay"))["ok"]
    counts = await gateway.counts()
    assert (counts["filled_values"], counts["messages"]) == (0, 1), "that it was erased"


async def look_later(gateway: RunningGateway) -> str:
    """Who owns the only conversation once an agent who said nothing has been silent too long."""
    silent = timedelta(seconds=gateway.settings.agent_silent_seconds)
    with time_machine.travel(datetime.now(UTC) + silent, tick=True):
        await gateway.app[CLOCK].look()
    [(owner,)] = await gateway.rows("SELECT owner FROM conversations")
    return str(owner)


async def test_asking_for_a_mail_answers_the_client(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id = await taken(tab, desk, engine, **KNOWN)
    assert (await resend(desk, case_id))["ok"]
    assert await look_later(gateway) == "agent"
    # What the client writes next is to be answered as ever.
    await tab.say("je ne vois rien")
    assert await look_later(gateway) == "waiting"


async def test_asking_answers_for_nobody_who_got_the_case_meanwhile(
    tab: Tab,
    desk: Desk,
    open_desk: OpenDesk,
    engine: FakeEngine,
    gateway: RunningGateway,
    monkeypatch: Any,
) -> None:
    await open_desk("marie")
    case_id = await taken(tab, desk, engine, **KNOWN)

    async def transferred_meanwhile(*_: object) -> None:
        to_marie = await agent_id(gateway, "marie")
        assert (await desk.act("transfer", case_id, agent_id=to_marie))["ok"]

    backend = gateway.app[IDENTITY_BACKEND]
    monkeypatch.setattr(backend, "request_password_reset", transferred_meanwhile)
    assert (await resend(desk, case_id))["ok"]
    await tab.until(lambda: tab.texts[-1] == RESET)
    assert await look_later(gateway) == "waiting"


async def test_only_who_has_the_case_asks(
    tab: Tab, desk: Desk, open_desk: OpenDesk, engine: FakeEngine, sandbox: RunningSandbox
) -> None:
    case_id = await escalated(tab, desk, engine, **KNOWN)
    assert await resend(desk, case_id) == refusal("refus_non_pris")
    await desk.act("take", case_id)
    other = await open_desk("marie")
    assert await resend(other, case_id) == refusal("refus_pris", agent="Camille")
    assert await other.act("known_values", case_id) == refusal("refus_pris", agent="Camille")
    await desk.act("close", case_id, reason="regle")
    assert await resend(desk, case_id) == refusal("refus_dossier")
    assert await recipients(sandbox) == []
    assert RESET not in tab.texts


@pytest.mark.parametrize(
    "change",
    [
        {"verb": "unlock"},
        {"values": {"adresse": "ailleurs"}},
        {"values": {"nom": "a" * 255}},
        {"values": None},
        {"id": "x"},
    ],
)
async def test_what_is_no_request_is_refused(
    tab: Tab, desk: Desk, engine: FakeEngine, sandbox: RunningSandbox, change: dict[str, Any]
) -> None:
    case_id = await taken(tab, desk, engine, **KNOWN)
    content = {"case_id": case_id, "id": str(uuid4()), "verb": "password_reset", "values": {}}
    assert await desk.call("resend", content | change) == refusal("refus_illisible")
    assert await recipients(sandbox) == []
