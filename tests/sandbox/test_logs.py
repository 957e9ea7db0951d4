"""Exceptions in the logs: kind and place, never their text.

In a process of its own, as logging is global.
"""

import json
import subprocess
import sys

PROGRAM = """
import logging, structlog
from sandbox.logs import configure_logging

configure_logging()
for log in (structlog.get_logger("ours"), logging.getLogger("theirs")):
    try:
        raise ValueError("typed by Jean Tremblay")
    except ValueError:
        log.exception("it failed")
logging.getLogger("mail.log").info("RCPT TO:<jean.tremblay@example.com>")
"""


def test_exceptions_are_not_quoted() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert "remblay" not in ended.stderr
    lines = [json.loads(line) for line in ended.stderr.splitlines()]
    assert [line["logger"] for line in lines] == ["ours", "theirs"]
    for line in lines:
        assert line["cause"] == "ValueError"
        assert line["where"] == "<string>:8"
