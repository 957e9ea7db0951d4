"""Has the running engine take the newest model, and waits until nothing but that one serves."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bot.generations import END_TIMEOUT_S, LOAD_TIMEOUT_S, STATE_FILE
from gateway.settings import DataSettings

LOOK_S = 0.1


def main() -> None:
    """Exits with 1 if no engine runs here, or if it goes on with the model it had."""
    file = DataSettings().data_dir / STATE_FILE
    before = _state(file)
    if not before or not _is_engine(before["pid"]):
        sys.exit("The engine does not run here; script/server starts it.")
    os.kill(before["pid"], signal.SIGHUP)
    deadline = time.monotonic() + LOAD_TIMEOUT_S + END_TIMEOUT_S
    while (state := _state(file)) == before:
        if time.monotonic() > deadline:
            sys.exit("The engine did not reload; its log says why.")
        time.sleep(LOOK_S)
    if not state or not state["loaded"]:
        sys.exit("The new model could not be loaded; the engine's log says why.")
    print("The engine has taken the newest model.")


def _state(file: Path) -> dict[str, Any] | None:
    state: dict[str, Any] | None = json.loads(file.read_text("utf-8")) if file.exists() else None
    return state


def _is_engine(pid: int) -> bool:
    """Whether that process is ours: an engine that was killed leaves its number behind."""
    shown = subprocess.run(
        ["ps", "-o", "command=", "-p", str(pid)],  # noqa: S607 - wherever the system has it
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return shown.stdout.rstrip().endswith("-m bot")


if __name__ == "__main__":
    main()
