"""A mail server that keeps what it receives instead of passing it on.

It stands in for the clients' mailboxes: real SMTP on one side, pages on the other (mailbox.py).
"""

import asyncio
import email
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.message import EmailMessage
from email.policy import default
from functools import partial

from aiosmtpd.smtp import SMTP, Envelope, Session
from sqlalchemy import delete, func, select

from sandbox.clock import Clock
from sandbox.database import Database
from sandbox.tables import CaughtMail

LARGEST_MAIL_BYTES = 1_000_000
MAILS_KEPT = 500
"""The newest ones: a demo that runs for weeks must not fill the disk."""


@asynccontextmanager
async def catching(host: str, port: int, database: Database, clock: Clock) -> AsyncIterator[None]:
    """Receives mail on the address while entered."""
    protocol = partial(
        SMTP,
        _Keeper(database, clock),
        hostname="portail.example",
        data_size_limit=LARGEST_MAIL_BYTES,
        enable_SMTPUTF8=True,
    )
    server = await asyncio.get_running_loop().create_server(protocol, host, port)
    async with server:
        yield


class _Keeper:
    """aiosmtpd's handler: one row for each recipient."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def handle_DATA(  # noqa: N802 (aiosmtpd's name)
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        content = envelope.content or b""
        raw = content.encode() if isinstance(content, str) else content
        mail = email.message_from_bytes(raw, EmailMessage, policy=default)
        async with self._database.begin() as session:
            session.add_all(
                CaughtMail(
                    received_at=self._clock(),
                    sender=str(mail["From"] or envelope.mail_from),
                    recipient=recipient,
                    subject=str(mail["Subject"] or ""),
                    text=_body(mail, "plain") or "",
                    html=_body(mail, "html"),
                )
                for recipient in envelope.rcpt_tos
            )
            await session.flush()
            newest = await session.scalar(select(func.max(CaughtMail.id)))
            await session.execute(
                delete(CaughtMail).where(CaughtMail.id <= (newest or 0) - MAILS_KEPT)
            )
        return "250 OK"


def _body(mail: EmailMessage, kind: str) -> str | None:
    part = mail.get_body((kind,))
    return None if part is None else str(part.get_content()).replace("\r\n", "\n")
