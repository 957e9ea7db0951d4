"""The mails to clients, and handing them to the SMTP server. Words: templates/courriels/."""

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr, make_msgid
from pathlib import Path

import aiosmtplib
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from sandbox.clock import Clock
from sandbox.settings import Settings
from sandbox.tables import Holder

TEMPLATES = Path(__file__).parent / "templates" / "courriels"
SENDER_NAME = "Portail client"
SMTP_TIMEOUT_S = 10.0
"""For each exchange with the server; nobody waits for it but the next mail."""


class MailSender:
    """Composes a mail and sends it; raises what aiosmtplib raises."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=select_autoescape(["html"]),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    async def send_reset_link(self, to: str, holder: Holder, token: str) -> None:
        link = self._settings.portal_base / "portail/reinitialisation" % {"jeton": token}
        await self._send("reinitialisation", to, {"holder": holder, "link": str(link)})

    async def send_user_codes(self, to: str, holder: Holder, codes: list[str]) -> None:
        login = self._settings.portal_base / "portail/"
        await self._send("code", to, {"holder": holder, "codes": codes, "link": str(login)})

    async def _send(self, name: str, to: str, values: dict[str, object]) -> None:
        """The first line of a text template is the mail's subject."""
        subject, _, text = (
            self._templates.get_template(f"{name}.txt").render(values).partition("\n")
        )
        mail = EmailMessage(policy=SMTP)
        mail["Subject"] = subject
        mail["From"] = formataddr((SENDER_NAME, self._settings.mail_from))
        mail["To"] = to
        mail["Date"] = format_datetime(self._clock())
        mail["Message-ID"] = make_msgid(domain=self._settings.mail_from.rpartition("@")[2])
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(text.strip() + "\n")
        html = self._templates.get_template(f"{name}.html").render(values, subject=subject)
        mail.add_alternative(html, subtype="html")
        mail["Content-Language"] = "fr-CA"  # set before, it would go to the text part alone
        await aiosmtplib.send(
            mail,
            hostname=self._settings.smtp_host,
            port=self._settings.smtp_port,
            timeout=SMTP_TIMEOUT_S,
        )
