"""Recovery over the API: what is the same for all, what is remembered, what a restart keeps."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import event

from sandbox.keys import DATABASE
from sandbox.recovery import REMEMBERED_FOR
from sandbox.tables import Attempt, Job
from tests.sandbox.running import MovableClock, RunningSandbox, running_sandbox

RESET = {"user_code": "AB123456", "first_name": "Jean", "last_name": "Tremblay"}
REMINDER = {
    "first_name": "Jean",
    "last_name": "Tremblay",
    "email": "jean.tremblay@example.com",
    "account_type": "individual",
}
RESETS = "/password-resets"
REMINDERS = "/user-code-reminders"


async def test_answer_is_the_same_for_every_account(sandbox: RunningSandbox) -> None:
    people = {
        "AB123456": ("Jean", "Tremblay"),
        "ZZ999999": ("Jean", "Tremblay"),
        "CD234567": ("Jean", "Tremblay"),
        "WX135790": ("Nathalie", "Bouchard"),
        "YZ246801": ("Gilles", "Lévesque"),
        "QR890123": ("Chantal", "Bellavance"),
    }
    answers = []
    for code, (first, last) in people.items():
        body = {"user_code": code, "first_name": first, "last_name": last}
        status, answer, headers = await sandbox.post(RESETS, body, key=code)
        del headers["Date"]
        answers.append((status, answer, headers))
    assert all(answer == answers[0] for answer in answers)
    assert {mail.recipient for mail in await sandbox.mails()} == {
        "jean.tremblay@example.com",
        "direction@bellavance.example",
    }


async def test_accounts_are_not_read_before_the_answer(
    sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So its time can't tell either: every request runs the same statements until its answer."""
    monkeypatch.setattr("sandbox.outbox.SHORTEST_DELAY_S", 3600.0)
    monkeypatch.setattr("sandbox.outbox.LONGEST_DELAY_S", 3600.0)
    statements: list[str] = []
    engine = sandbox.app[DATABASE].kw["bind"].sync_engine

    @event.listens_for(engine, "before_cursor_execute")
    def note(_c: object, _u: object, statement: str, *_: object) -> None:
        if not statement.startswith("BEGIN") and "FROM jobs" not in statement:  # the worker's
            statements.append(statement)

    await sandbox.post(RESETS, RESET, key="1")
    known, statements[:] = statements.copy(), []
    await sandbox.post(RESETS, RESET | {"user_code": "ZZ999999"}, key="2")
    assert known == statements
    assert known
    assert not any("accounts" in statement for statement in known)


@pytest.mark.parametrize("code", ["AB123456", "ZZ999999"])
async def test_throttle_does_not_tell_accounts_apart(sandbox: RunningSandbox, code: str) -> None:
    body = RESET | {"user_code": code}
    assert (await sandbox.post(RESETS, body, key="1"))[0] == 202
    typed_otherwise = body | {"user_code": f" {code.lower()[:2]} {code[2:]}", "first_name": "X"}
    status, answer, headers = await sandbox.post(RESETS, typed_otherwise, key="2")
    assert (status, answer) == (429, {"error": "throttled"})
    assert 30 * 60 - 5 < int(headers["Retry-After"]) <= 30 * 60
    assert (await sandbox.post(RESETS, body, key="3", client="client-2"))[0] == 202
    sandbox.clock.move(minutes=30)
    assert (await sandbox.post(RESETS, body, key="4"))[0] == 202


async def test_reminders_are_throttled_by_address_and_name(sandbox: RunningSandbox) -> None:
    assert (await sandbox.post(REMINDERS, REMINDER, key="1"))[0] == 202
    same = REMINDER | {"email": "JEAN.TREMBLAY@example.com", "last_name": "tremblay"}
    assert (await sandbox.post(REMINDERS, same, key="2"))[0] == 429
    another = REMINDER | {"first_name": "Jeanne"}
    assert (await sandbox.post(REMINDERS, another, key="3"))[0] == 202
    assert (await sandbox.post(RESETS, RESET, key="4"))[0] == 202
    assert len(await sandbox.mails()) == 2


async def test_throttled_requests_leave_no_work(sandbox: RunningSandbox) -> None:
    await sandbox.post(RESETS, RESET, key="1")
    assert len(await sandbox.mails()) == 1
    await sandbox.post(RESETS, RESET, key="2")
    assert await sandbox.count(Job) == 0
    assert await sandbox.count(Attempt) == 1


async def test_throttle_and_answers_survive_a_restart(
    tmp_path: Path, clock: MovableClock, hurried_outbox: None
) -> None:
    async with running_sandbox(tmp_path, clock) as first:
        await first.post(RESETS, RESET, key="1")
        assert len(await first.mails()) == 1
    async with running_sandbox(tmp_path, clock) as second:
        assert (await second.post(RESETS, RESET, key="1"))[0] == 202
        assert (await second.post(RESETS, RESET, key="2"))[0] == 429
        assert len(await second.mails()) == 1


async def test_key_is_forgotten_after_a_day(sandbox: RunningSandbox) -> None:
    await sandbox.post(RESETS, RESET, key="1")
    sandbox.clock.move(seconds=REMEMBERED_FOR.total_seconds() - 60)
    await sandbox.post(RESETS, RESET, key="1")
    assert len(await sandbox.mails()) == 1
    sandbox.clock.move(seconds=60)
    await sandbox.post(RESETS, RESET, key="1")
    assert len(await sandbox.mails()) == 2


async def test_same_key_at_the_same_time(sandbox: RunningSandbox) -> None:
    answers = await asyncio.gather(*(sandbox.post(RESETS, RESET, key="1") for _ in range(8)))
    assert [status for status, *_ in answers] == [202] * 8
    assert len(await sandbox.mails()) == 1


async def test_different_keys_at_the_same_time(sandbox: RunningSandbox) -> None:
    answers = await asyncio.gather(*(sandbox.post(RESETS, RESET, key=str(n)) for n in range(8)))
    assert sorted(status for status, *_ in answers) == [202] + [429] * 7
    assert len(await sandbox.mails()) == 1
