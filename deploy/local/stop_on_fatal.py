"""A supervisord event listener: when a process keeps dying, says why and stops everything.

It speaks supervisord's protocol on standard output, so what people read goes to standard error.
"""

import os
import signal
import sys
from collections import deque
from pathlib import Path

from supervisor import childutils

LAST_LINES = 20


def main() -> None:
    """Waits for a process to be given up, reports it and ends supervisord."""
    _, payload = childutils.listener.wait(sys.stdin, sys.stdout)
    name = childutils.get_headers(payload)["processname"]
    log = Path(os.environ["ASSISTANT_DATA_DIR"]) / "log" / f"{name}.log"
    with log.open(encoding="utf-8", errors="replace") as lines:
        last = "".join(deque(lines, LAST_LINES))
    print(
        f"\n{name} keeps dying; everything stops. Its last lines ({log}):\n{last}", file=sys.stderr
    )
    childutils.listener.ok(sys.stdout)
    os.kill(os.getppid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
