"""Has the running assistant restart, and waits until it serves again."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from deploy.local.launch import PID_FILE, READY_TIMEOUT_S, STOP_TIMEOUT_S
from gateway.settings import DataSettings

LOOK_S = 0.25


def main() -> None:
    """Exits with 1 if nothing runs, or if it doesn't come back."""
    pid_file = DataSettings().data_dir / PID_FILE
    launcher = pid_file.read_text() if pid_file.exists() else ""
    if not _is_launcher(launcher):
        sys.exit("The assistant does not run here; script/server starts it.")
    os.kill(int(launcher), signal.SIGUSR1)
    _wait(pid_file, present=False, seconds=STOP_TIMEOUT_S)
    _wait(pid_file, present=True, seconds=READY_TIMEOUT_S)
    print("The assistant has restarted.")


def _is_launcher(pid: str) -> bool:
    """Whether that process is ours: a launcher that was killed leaves its number behind."""
    shown = subprocess.run(
        ["ps", "-o", "command=", "-p", pid],  # noqa: S607 - wherever the system has it
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return "deploy/local/launch.py" in shown.stdout


def _wait(pid_file: Path, *, present: bool, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while pid_file.exists() is not present:
        if time.monotonic() > deadline:
            sys.exit("The assistant did not come back; its own output says why.")
        time.sleep(LOOK_S)


if __name__ == "__main__":
    main()
