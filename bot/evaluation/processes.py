"""Running modules of either environment."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(
    python: Path,
    module: str,
    *arguments: str | Path,
    log: Path,
    environment: dict[str, str] | None = None,
) -> None:
    """Runs a module; what it says goes to the log, where long work can be followed.

    Raises:
        RuntimeError: it failed; the message is the end of the log.
    """
    quiet = {"TF_CPP_MIN_LOG_LEVEL": "3", "RASA_TELEMETRY_ENABLED": "false"}
    with log.open("wb") as out:
        done = subprocess.run(  # noqa: S603 - our own command
            [python, "-W", "ignore", "-m", module, *arguments],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **quiet, **(environment or {})},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    if done.returncode != 0:
        raise RuntimeError(f"{module} failed:\n{log.read_text('utf-8', 'replace')[-3000:]}")
