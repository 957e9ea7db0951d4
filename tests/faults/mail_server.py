"""A mail server to kill: `python -m tests.faults.mail_server PORT FILE`.

It writes the recipient of each mail it takes as a line of FILE, on the disk before it says so.
"""

import asyncio
import os
import sys
from functools import partial
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session


class Keeper:
    """aiosmtpd's handler."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        with self._path.open("a") as taken:
            taken.writelines(f"{recipient}\n" for recipient in envelope.rcpt_tos)
            taken.flush()
            os.fsync(taken.fileno())
        return "250 OK"


async def main() -> None:
    """Serve until killed."""
    protocol = partial(SMTP, Keeper(Path(sys.argv[2])), enable_SMTPUTF8=True)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(protocol, "127.0.0.1", int(sys.argv[1]))
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
