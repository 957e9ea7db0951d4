"""`python -m sandbox`: serves the portal, the mailbox and the identity backend until stopped."""

import errno
import sys

from aiohttp import web

from sandbox.app import create_app
from sandbox.logs import configure_logging
from sandbox.settings import Settings


def main() -> None:
    settings = Settings()  # type: ignore[call-arg]  # read from the environment
    configure_logging()
    try:
        web.run_app(
            create_app(settings),
            host=settings.host,
            port=settings.sandbox_port,
            access_log=None,  # errors.py logs requests, without what clients typed
            print=None,
        )
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        sys.exit(f"{error.strerror}. Change ASSISTANT_SANDBOX_PORT or ASSISTANT_SMTP_PORT.")


main()
