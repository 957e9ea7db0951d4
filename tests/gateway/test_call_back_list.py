"""The call-backs: what is to be called when, the number read on purpose, and how it went."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from gateway.conversation_keys import cipher_of
from gateway.desk.call_back_list import mask_phone
from gateway.models import CallBack, CallBackStatus
from tests.gateway.agents_at_work import CATALOGUE, ask_desk, taken
from tests.gateway.clients import Desk, Tab
from tests.gateway.conftest import OpenDesk, OpenTab
from tests.gateway.fake_engine import FakeEngine
from tests.gateway.running import RunningGateway

PHONE = "+14185550123"
LIST = "/bureau/api/rappels"
ASKED_AT = datetime(2026, 1, 13, 15, 0, tzinfo=UTC)


@pytest.fixture
async def desk(open_desk: OpenDesk) -> Desk:
    return await open_desk("camille")


def in_minutes(minutes: float) -> datetime:
    return datetime.now(UTC) + timedelta(minutes=minutes)


async def wanted(
    gateway: RunningGateway,
    case_id: int,
    due_at: datetime,
    status: CallBackStatus = CallBackStatus.DUE,
    preference: str = "demain avant-midi",
) -> int:
    """The call-back of a case, as its client has confirmed it."""
    database = gateway.open_store()
    async with database.write() as session:
        [(conversation_id,)] = await gateway.rows(
            f"SELECT conversation_id FROM cases WHERE id = {case_id}"  # noqa: S608
        )
        row = CallBack(
            case_id=case_id,
            conversation_id=conversation_id,
            status=status,
            asked_at=ASKED_AT,
            due_at=due_at,
        )
        session.add(row)
        await session.flush()
        cipher = await cipher_of(session, conversation_id)
        row.sealed_phone = cipher.seal(PHONE, f"call_backs/{row.id}/phone")
        row.sealed_preference = cipher.seal(preference, f"call_backs/{row.id}/preference")
        call_back_id = row.id
    await database.close()
    return call_back_id


async def listed(desk: Desk) -> list[dict[str, Any]]:
    status, content = await ask_desk(desk, "GET", LIST)
    assert status == 200
    call_backs: list[dict[str, Any]] = content["call_backs"]
    return call_backs


async def settle(desk: Desk, call_back_id: int, **content: Any) -> tuple[int, Any]:
    body = {
        "status": "done",
        "tries": 0,
        "asked_at": ASKED_AT.isoformat(),
        "note": None,
        "due_at": None,
    }
    body |= content
    return await ask_desk(desk, "POST", f"{LIST}/{call_back_id}", body)


async def rows(gateway: RunningGateway) -> list[tuple[str, int, bool]]:
    """The status, the tries and whether there is a note, of each call-back."""
    found = await gateway.rows("SELECT status, tries, sealed_note FROM call_backs ORDER BY id")
    return [(row.status, row.tries, row.sealed_note is not None) for row in found]


async def test_those_due_come_first_then_later_ones_then_todays(
    tab: Tab, open_tab: OpenTab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    cases = [await taken(tab, desk, engine)]
    for _ in range(4):
        await desk.act("close", cases[-1], reason="regle")
        await desk.until(lambda: desk.queue == [])
        cases.append(await taken(await open_tab(), desk, engine))
    later = await wanted(gateway, cases[0], in_minutes(90))
    due = await wanted(gateway, cases[1], in_minutes(-5))
    overdue = await wanted(gateway, cases[2], in_minutes(-60))
    today = await wanted(gateway, cases[3], in_minutes(-90))
    await wanted(gateway, cases[4], in_minutes(-90), CallBackStatus.DRAFT)
    assert (await settle(desk, today))[0] == 200

    shown = await listed(desk)

    assert [(each["id"], each["due"], each["status"]) for each in shown] == [
        (overdue, True, "due"),
        (due, True, "due"),
        (later, False, "due"),
        (today, False, "done"),
    ]
    await desk.until(lambda: desk.named("queue")[-1]["call_backs_due"] == 2)
    # What was settled another day is over.
    await gateway.change("UPDATE call_backs SET done_at = datetime(done_at, '-2 days')")
    assert [each["id"] for each in await listed(desk)] == [overdue, due, later]


async def test_a_call_back_shows_what_it_takes_but_not_the_number(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id = await taken(tab, desk, engine, nom="Quévillon")
    reference = desk.queue[0]["reference"]
    await wanted(gateway, case_id, in_minutes(-5), preference="demandez Quévillon, 418 555-0199")
    [shown] = await listed(desk)
    assert shown | {"id": 0, "due_at": ""} == {
        "id": 0,
        "asked_at": ASKED_AT.isoformat(),
        "reference": reference,
        "reason_label": "Demande à parler à une personne",
        "problem": None,
        "summary": "Veut un agent.",
        "preference": "demandez [nom masqué], [téléphone masqué]",
        "due_at": "",
        "due": True,
        "tries": 0,
        "status": "due",
        "agent": None,
        "note": None,
        "phone_masked": "418 ···-··23",
    }


async def test_the_number_is_read_once_it_is_written_down_that_it_is(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    call_back = await wanted(gateway, await taken(tab, desk, engine), in_minutes(-5))
    assert await ask_desk(desk, "POST", f"{LIST}/{call_back}/telephone") == (200, {"phone": PHONE})
    assert await gateway.rows(
        "SELECT login, seq, kind FROM opened_values o JOIN agents a ON a.id = o.agent_id"
    ) == [("camille", 0, "telephone")]
    await gateway.change(
        "CREATE TRIGGER full BEFORE INSERT ON opened_values BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    status, content = await ask_desk(desk, "POST", f"{LIST}/{call_back}/telephone")
    assert (status, content) == (500, None), "not written down, not told"


async def test_how_it_went_is_noted_with_who_said_so(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id = await taken(tab, desk, engine, nom="Quévillon")
    call_back = await wanted(gateway, case_id, in_minutes(-5))
    again = in_minutes(60)
    status, content = await settle(
        desk, call_back, status="again", due_at=again.isoformat(), note="Boîte vocale de Quévillon"
    )
    assert status == 200
    shown = content["call_back"]
    assert (shown["status"], shown["tries"], shown["due"]) == ("due", 1, False)
    assert datetime.fromisoformat(shown["due_at"]) == again
    assert (shown["agent"], shown["note"]) == ("Camille", "Boîte vocale de [nom masqué]")

    status, content = await settle(desk, call_back, status="failed", tries=1)
    assert (status, content["call_back"]["status"]) == (200, "failed")
    assert await rows(gateway) == [("failed", 2, False)]


async def test_two_agents_note_one_call_once(
    tab: Tab, desk: Desk, open_desk: OpenDesk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    other = await open_desk("marie")
    call_back = await wanted(gateway, await taken(tab, desk, engine), in_minutes(-5))
    again = {"status": "again", "due_at": in_minutes(60).isoformat()}
    answers = await asyncio.gather(
        settle(desk, call_back, **again), settle(other, call_back, **again)
    )
    assert sorted(status for status, _ in answers) == [200, 409]
    first = "Camille" if answers[0][0] == 200 else "Marie"
    [refused] = [content for status, content in answers if status == 409]
    assert refused == {"error": CATALOGUE.say("refus_rappel_regle", agent=first)}
    assert await rows(gateway) == [("due", 1, False)]

    assert (await settle(desk, call_back, tries=1))[0] == 200
    status, refused = await settle(other, call_back, status="failed", tries=1)
    assert refused == {"error": CATALOGUE.say("refus_rappel_regle", agent="Camille")}
    status, refused = await ask_desk(other, "POST", f"{LIST}/{call_back}/telephone")
    assert (status, "phone" in refused) == (409, False)
    assert await gateway.rows("SELECT * FROM opened_values") == []


@pytest.mark.parametrize(
    ("change", "status", "sentence"),
    [
        ({"status": "cancelled"}, 422, "refus_illisible"),
        ({"status": "again"}, 422, "refus_illisible"),
        ({"due_at": "2030-01-01T00:00:00Z"}, 422, "refus_illisible"),
        ({"status": "again", "due_at": "2030-01-01T00:00:00"}, 422, "refus_illisible"),
        ({"status": "again", "due_at": "2020-01-01T00:00:00Z"}, 409, "refus_moment"),
        ({"status": "again", "due_at": "2099-01-01T00:00:00Z"}, 409, "refus_moment"),
        ({"note": "a" * 2001}, 409, "refus_trop_long"),
        ({"tries": "0"}, 422, "refus_illisible"),
        ({"tries": 3}, 409, "refus_rappel"),
        ({"asked_at": "2026-01-13T15:00:00"}, 422, "refus_illisible"),
        ({"asked_at": "2026-01-13T14:00:00Z"}, 409, "refus_rappel_change"),
    ],
)
async def test_what_cannot_be_changes_nothing(
    tab: Tab,
    desk: Desk,
    engine: FakeEngine,
    gateway: RunningGateway,
    change: dict[str, Any],
    status: int,
    sentence: str,
) -> None:
    call_back = await wanted(gateway, await taken(tab, desk, engine), in_minutes(-5))
    maximum = "14" if sentence == "refus_moment" else "2000"
    error = {"error": CATALOGUE.say(sentence, maximum=maximum)}
    assert await settle(desk, call_back, **change) == (status, error)
    assert await rows(gateway) == [("due", 0, False)]


async def test_a_call_back_that_is_not_to_be_made_is_refused(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id = await taken(tab, desk, engine)
    draft = await wanted(gateway, case_id, in_minutes(-5), CallBackStatus.DRAFT)
    refused = (409, {"error": CATALOGUE.say("refus_rappel")})
    for call_back in (draft, 404, 10**17):
        assert await settle(desk, call_back) == refused
        assert await ask_desk(desk, "POST", f"{LIST}/{call_back}/telephone") == refused
    assert await rows(gateway) == [("draft", 0, False)]
    assert await gateway.rows("SELECT * FROM opened_values") == []


async def test_the_conversation_before_a_call_is_read_masked(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    case_id = await taken(tab, desk, engine, nom="Quévillon")
    await tab.say("c’est encore Quévillon, au 418 555-0199")
    await desk.act("note", case_id, id=str(uuid4()), text="Quévillon préfère le matin")
    await desk.act("close", case_id, reason="regle", note="Quévillon sera rappelée")
    call_back = await wanted(gateway, case_id, in_minutes(-5))

    status, read = await ask_desk(desk, "GET", f"{LIST}/{call_back}/conversation")

    assert status == 200
    texts = [message["text"] for message in read["messages"]]
    assert "c’est encore [nom masqué], au [téléphone masqué]" in texts
    assert [note["text"] for note in read["notes"]] == ["[nom masqué] préfère le matin"]
    assert read["close_note"] == "[nom masqué] sera rappelée"
    for raw in ("Quévillon", "0199", "token"):
        assert raw not in str(read)
    # Nobody has opened anything.
    assert await gateway.rows("SELECT * FROM opened_values") == []


async def test_only_the_conversations_of_listed_calls_are_read(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    call_back = await wanted(gateway, await taken(tab, desk, engine), in_minutes(90))
    conversation = f"{LIST}/{call_back}/conversation"
    assert (await ask_desk(desk, "GET", conversation))[0] == 200
    assert (await settle(desk, call_back))[0] == 200
    assert (await ask_desk(desk, "GET", conversation))[0] == 200, "settled today"
    refused = (409, {"error": CATALOGUE.say("refus_rappel")})
    await gateway.change("UPDATE call_backs SET done_at = datetime(done_at, '-2 days')")
    assert await ask_desk(desk, "GET", conversation) == refused
    for status in ("draft", "cancelled"):
        await gateway.change("UPDATE call_backs SET status = :status", status=status)
        assert await ask_desk(desk, "GET", conversation) == refused
    assert await ask_desk(desk, "GET", f"{LIST}/404/conversation") == refused


async def test_only_agents_see_them(
    tab: Tab, desk: Desk, engine: FakeEngine, gateway: RunningGateway
) -> None:
    call_back = await wanted(gateway, await taken(tab, desk, engine), in_minutes(-5))
    await gateway.change("UPDATE agents SET role = 'manager'")
    assert (await ask_desk(desk, "GET", LIST))[0] == 403
    assert (await settle(desk, call_back))[0] == 403
    assert (await ask_desk(desk, "GET", f"{LIST}/{call_back}/conversation"))[0] == 403
    assert (await ask_desk(desk, "POST", f"{LIST}/{call_back}/telephone"))[0] == 403
    assert await rows(gateway) == [("due", 0, False)]


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("+14185550123", "418 ···-··23"),
        ("+14185550123;ext=12", "418 ···-··23"),
        ("+33612345678", "612 ···-··78"),
    ],
)
def test_a_number_shows_its_area_and_its_end(phone: str, shown: str) -> None:
    assert mask_phone(phone) == shown
