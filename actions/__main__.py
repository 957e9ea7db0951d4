"""`python -m actions`: the action server."""

from aiohttp import web

from actions.server import LOOPBACK, create_app
from actions.settings import ActionSettings


def main() -> None:
    """Runs the action server until interrupted."""
    settings = ActionSettings()  # type: ignore[call-arg]  # read from the environment
    web.run_app(
        create_app(settings), host=LOOPBACK, port=settings.actions_port, access_log=None, print=None
    )


if __name__ == "__main__":
    main()
