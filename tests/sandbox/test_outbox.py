"""Mail that does not leave at once: retried, given up, kept over a restart, never logged."""

import asyncio
from pathlib import Path

import pytest
import structlog

from sandbox.mails import MailSender
from sandbox.outbox import PAUSES_AFTER_FAILURE_S
from sandbox.tables import Holder, Job, ResetLink
from tests.sandbox.running import PATIENCE_S, MovableClock, RunningSandbox, running_sandbox

RESET = {"user_code": "AB123456", "first_name": "Jean", "last_name": "Tremblay"}


async def failures(lines: list[structlog.typing.EventDict], number: int) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while sum(line["event"] == "mail_failed" for line in lines) < number:  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def test_retried_until_the_server_is_back(
    tmp_path: Path, clock: MovableClock, hurried_outbox: None
) -> None:
    with structlog.testing.capture_logs() as lines:
        async with running_sandbox(tmp_path, clock, smtp_catcher=False) as down:
            await down.post("/password-resets", RESET, key="1")
            await failures(lines, 1)
            clock.move(seconds=PAUSES_AFTER_FAILURE_S[0])
            await failures(lines, 2)
    async with running_sandbox(tmp_path, clock) as up:
        assert await up.count(Job) == 1
        clock.move(seconds=PAUSES_AFTER_FAILURE_S[1])
        (mail,) = await up.mails()
        assert mail.recipient == "jean.tremblay@example.com"
        assert await up.count(ResetLink) == 1


async def test_given_up_in_the_end(
    tmp_path: Path, clock: MovableClock, hurried_outbox: None
) -> None:
    with structlog.testing.capture_logs() as lines:
        async with running_sandbox(tmp_path, clock, smtp_catcher=False) as down:
            await down.post("/password-resets", RESET, key="1")
            await failures(lines, 1)
            for number, pause_s in enumerate(PAUSES_AFTER_FAILURE_S, start=2):
                clock.move(seconds=pause_s)
                await failures(lines, number)
            await down.mails()
            assert await down.count(Job) == 0
    assert [line["event"] for line in lines if line["event"] == "mail_given_up"]
    for typed in ("AB123456", "Tremblay", "jean.tremblay"):
        assert typed not in str(lines)


async def test_retries_end_while_clients_still_wait() -> None:
    """They are told that mail may take 30 minutes (F6)."""
    assert sum(PAUSES_AFTER_FAILURE_S) < 30 * 60


async def test_accepted_request_survives_a_restart(
    tmp_path: Path, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.outbox.SHORTEST_DELAY_S", 3600.0)
    monkeypatch.setattr("sandbox.outbox.LONGEST_DELAY_S", 3600.0)
    async with running_sandbox(tmp_path, clock) as first:
        assert (await first.post("/password-resets", RESET, key="1"))[0] == 202
    clock.move(hours=1)
    async with running_sandbox(tmp_path, clock) as second:
        assert len(await second.mails()) == 1


async def test_a_failing_mail_does_not_hold_up_the_next(
    clock: MovableClock, sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = MailSender.send_reset_link

    async def fail_for_one(self: MailSender, to: str, holder: Holder, token: str) -> None:
        if to == "jean.tremblay@example.com":
            raise RuntimeError("not known in advance")
        await send(self, to, holder, token)

    monkeypatch.setattr(MailSender, "send_reset_link", fail_for_one)
    await sandbox.post("/password-resets", RESET, key="1")
    await sandbox.post(
        "/password-resets",
        {"user_code": "GH456789", "first_name": "Mai", "last_name": "Nguyen"},
        key="2",
    )
    async with asyncio.timeout(PATIENCE_S):
        while await sandbox.count(Job) != 1:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    monkeypatch.undo()
    clock.move(seconds=PAUSES_AFTER_FAILURE_S[0])
    recipients = [mail.recipient for mail in await sandbox.mails()]
    assert recipients == ["mai.nguyen@example.net", "jean.tremblay@example.com"]
