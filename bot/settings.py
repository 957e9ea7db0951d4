"""The engine's settings, read once from the environment (README.md, Settings)."""

import os
from dataclasses import dataclass, field
from pathlib import Path

LOOPBACK = "127.0.0.1"
# A core each; more of them than cores only take memory.
MOST_WORKERS = 64


@dataclass(frozen=True)
class EngineSettings:
    """Where the engine listens, what it loads and whom it trusts."""

    # The first worker's; the others listen on the ports behind it.
    port: int
    workers: int
    secret: str = field(repr=False)
    actions_url: str
    actions_secret: str = field(repr=False)
    tracker_database: Path
    models: Path

    @classmethod
    def from_environment(cls) -> "EngineSettings":
        """Reads `ASSISTANT_*`.

        Raises:
            SystemExit: a variable is missing or out of its range; names the variable.
        """
        actions_port = _port("ASSISTANT_ACTIONS_PORT", 5055)
        return cls(
            port=_port("ASSISTANT_ENGINE_PORT", 5005),
            workers=_whole_number("ASSISTANT_ENGINE_WORKERS", 1, MOST_WORKERS),
            secret=_required("ASSISTANT_ENGINE_SECRET"),
            actions_url=f"http://{LOOPBACK}:{actions_port}/webhook",
            actions_secret=_required("ASSISTANT_ACTIONS_SECRET"),
            tracker_database=Path(os.environ.get("ASSISTANT_DATA_DIR", "var")) / "tracker.db",
            models=Path("models"),
        )


def _required(name: str) -> str:
    value = os.environ.get(name)
    if not value:
        raise SystemExit(f"{name} is not set; see README.md, Settings")
    return value


def _port(name: str, default: int) -> int:
    return _whole_number(name, default, 65535)


def _whole_number(name: str, default: int, most: int) -> int:
    value = os.environ.get(name, str(default))
    if not value.isdigit() or not 0 < int(value) <= most:
        raise SystemExit(f"{name} must be a number from 1 to {most}, not {value!r}")
    return int(value)
