"""The mails as another server receives them, and the catcher's own pages."""

import email
import smtplib
from asyncio import to_thread
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope

from sandbox import catcher
from sandbox.keys import DATABASE, SETTINGS
from sandbox.tables import Account, Holder
from tests.ports import free_port
from tests.sandbox.running import MovableClock, RunningSandbox, running_sandbox

RESET = {"user_code": "AB123456", "first_name": "Jean", "last_name": "Tremblay"}


class Received:
    """An aiosmtpd handler that keeps what a mail server would."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []

    async def handle_DATA(self, _server: object, _session: object, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        self.mails.append(email.message_from_bytes(envelope.content, EmailMessage, policy=default))
        return "250 OK"


async def test_mail_through_a_configured_server(
    tmp_path: Path, clock: MovableClock, hurried_outbox: None
) -> None:
    received = Received()
    server = Controller(received, hostname="127.0.0.1", port=free_port())
    server.start()
    try:
        async with running_sandbox(
            tmp_path,
            clock,
            smtp_catcher=False,
            smtp_port=server.port,
            mail_from="nous@exemple.test",
        ) as sandbox:
            await sandbox.post("/password-resets", RESET, key="1")
            await sandbox.mails()
            assert (await sandbox.http.get(f"{sandbox.url}/courriels")).status == 404
    finally:
        server.stop()
    (mail,) = received.mails
    assert mail["To"] == "jean.tremblay@example.com"
    assert mail["From"] == "Portail client <nous@exemple.test>"
    assert mail["Subject"] == "Réinitialisation de votre mot de passe"
    assert mail["Content-Language"] == "fr-CA"
    assert mail["Message-ID"].endswith("@exemple.test>")
    parts = [mail.get_body((kind,)) for kind in ("plain", "html")]
    text, html = (part.get_content() for part in parts if part)
    for body in (text, html):
        assert f"{sandbox.url}/portail/reinitialisation?jeton=" in body
        assert "418 838-1107" in body
        assert "1 888 776-1668" in body
    assert "style" not in html


async def test_several_accounts_in_one_reminder(sandbox: RunningSandbox) -> None:
    async with sandbox.app[DATABASE].begin() as session:
        session.add(
            Account(
                user_code="AA000001",
                kind="individual",
                email="jean.tremblay@example.com",
                locked=False,
                password_hash="",
                holders=[Holder(first_name="Jean", last_name="Tremblay")],
            )
        )
    body = {
        "first_name": "Jean",
        "last_name": "Tremblay",
        "email": "jean.tremblay@example.com",
        "account_type": "individual",
    }
    await sandbox.post("/user-code-reminders", body, key="1")
    (mail,) = await sandbox.mails()
    assert "AA000001\nAB123456\n" in mail.text


async def test_mailbox_pages(sandbox: RunningSandbox) -> None:
    await sandbox.post("/password-resets", RESET, key="1")
    (mail,) = await sandbox.mails()
    async with sandbox.http.get(f"{sandbox.url}/courriels") as page:
        assert page.headers["Refresh"] == "5"
        assert f'href="/courriels/{mail.id}"' in await page.text()
    async with sandbox.http.get(f"{sandbox.url}/courriels?actualiser=non") as page:
        assert "Refresh" not in page.headers
    async with sandbox.http.get(f"{sandbox.url}/courriels/{mail.id}") as page:
        assert f'<a href="{sandbox.url}/portail/reinitialisation?jeton=' in await page.text()
    async with sandbox.http.get(f"{sandbox.url}/courriels.json") as answer:
        (listed,) = await answer.json()
    assert listed["recipient"] == mail.recipient
    assert listed["text"] == mail.text
    assert (await sandbox.http.get(f"{sandbox.url}/courriels/999")).status == 404


async def test_caught_markup_is_shown_as_text(sandbox: RunningSandbox) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@b.example", "c@d.example", "<script>1</script>"
    mail.set_content("<img src=x onerror=alert(1)> https://x.example/\"onclick='y'")
    await to_thread(send, sandbox, mail)
    (caught,) = await sandbox.mails()
    for path in ("/courriels", f"/courriels/{caught.id}"):
        async with sandbox.http.get(f"{sandbox.url}{path}") as page:
            text = await page.text()
        assert "<script>1" not in text
        assert "<img src=x" not in text
        assert "onclick='" not in text


async def test_only_the_newest_mails_are_kept(
    sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catcher, "MAILS_KEPT", 2)
    for number in range(4):
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = "a@b.example", "c@d.example", str(number)
        await to_thread(send, sandbox, mail)
    assert [mail.subject for mail in await sandbox.mails()] == ["2", "3"]


def send(sandbox: RunningSandbox, mail: EmailMessage) -> None:
    settings = sandbox.app[SETTINGS]
    with smtplib.SMTP(settings.smtp_host, settings.smtp_port) as server:
        server.send_message(mail)
