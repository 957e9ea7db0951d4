"""Run the gateway: `python -m gateway`."""

import sys

from aiohttp import web

from gateway.app import create_app
from gateway.conversation_keys import WrongStoreKey
from gateway.logs import set_up_logs
from gateway.schema import OutdatedSchema
from gateway.settings import Settings


def main() -> None:
    """Serve until told to stop, on the address of the settings."""
    set_up_logs()
    settings = Settings()  # type: ignore[call-arg]  # read from the environment
    try:
        web.run_app(
            create_app(settings),
            host=settings.host,
            port=settings.gateway_port,
            # aiohttp's access log has addresses; ours says what matters without them.
            access_log=None,
            print=None,
            # app.py has said goodbye by then; what still hangs is a poll.
            shutdown_timeout=1.0,
        )
    except (OutdatedSchema, WrongStoreKey) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
