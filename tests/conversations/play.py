"""A conversation of this folder as a demo: played in the terminal, at a person's pace.

    python -m tests.conversations.play FILE [URL] [--portal URL]

The server must be running (script/server). Where an agent takes part, the demo agent's password is
read from ASSISTANT_DEMO_AGENT_PASSWORD, or else from var/secrets.env.
"""

import argparse
import asyncio
import os
import sys
from pathlib import Path

from gateway.settings import DataSettings, GatewayAddress
from tests.conversations.player import Stage, Unexpected, play
from tests.conversations.scenario import Scenario, load

AGENT_LOGIN = "demo"
PORTAL_URL = "http://127.0.0.1:8090"
# Of somebody who reads the last answer, then types.
READING_SECONDS = 1.5
TYPING_SECONDS_A_CHARACTER = 0.03
LONGEST_PAUSE_SECONDS = 5.0


def main() -> None:
    """The command line."""
    address = GatewayAddress()
    parser = argparse.ArgumentParser(description="Play a conversation in the terminal.")
    parser.add_argument("file", type=Path)
    parser.add_argument(
        "url",
        nargs="?",
        default=f"http://{address.host}:{address.gateway_port}",
        help="the gateway",
    )
    parser.add_argument("--portal", default=PORTAL_URL, help="the demo portal, for its mailbox")
    arguments = parser.parse_args()
    [scenario, *_] = load(arguments.file)
    if scenario.needs_the_system:
        sys.exit(f"{parser.prog}: this conversation does things to the processes; only tests can")
    stage = Stage(
        gateway_url=arguments.url,
        portal_url=arguments.portal,
        agent_login=AGENT_LOGIN,
        agent_password=_agent_password(),
    )
    try:
        asyncio.run(_perform(scenario, stage))
    except KeyboardInterrupt:
        sys.exit(130)
    except Unexpected as failure:
        sys.exit(f"\n{str(failure).partition('\n\n')[0]}")


async def _perform(scenario: Scenario, stage: Stage) -> None:
    print(f"{scenario.title}\n")
    await play(scenario, stage, show=lambda line: print(line, flush=True), pause=_pause)


def _pause(text: str) -> float:
    return min(READING_SECONDS + len(text) * TYPING_SECONDS_A_CHARACTER, LONGEST_PAUSE_SECONDS)


def _agent_password() -> str:
    if password := os.environ.get("ASSISTANT_DEMO_AGENT_PASSWORD"):
        return password
    secrets = DataSettings().data_dir / "secrets.env"
    lines = secrets.read_text(encoding="utf-8").splitlines() if secrets.exists() else []
    found = dict(line.partition("=")[::2] for line in lines)
    return found.get("ASSISTANT_DEMO_AGENT_PASSWORD", "")


if __name__ == "__main__":
    main()
