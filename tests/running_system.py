"""The whole assistant as `script/server` runs it, on free ports and in a directory of its own."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
START_TIMEOUT_S = 180
_PORTS = ("GATEWAY", "ENGINE", "ACTIONS", "SANDBOX", "SMTP")


class RunningSystem:
    """A running assistant: its addresses, its mailbox, and the means to kill a part of it."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self._ports = dict(zip(_PORTS, _free_ports(len(_PORTS)), strict=True))
        self.agent_login = "demo"
        self.agent_password = secrets.token_urlsafe(9)
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("ASSISTANT_")},
            **{f"ASSISTANT_{name}_PORT": str(port) for name, port in self._ports.items()},
            **{
                f"ASSISTANT_{name}": secrets.token_urlsafe(32)
                for name in ("ENGINE_SECRET", "ACTIONS_SECRET", "IDENTITY_TOKEN", "COOKIE_SECRET")
            },
            "ASSISTANT_DEMO_AGENT_PASSWORD": self.agent_password,
            "ASSISTANT_DATA_DIR": str(data_dir),
            "ASSISTANT_MESSAGES_PER_MINUTE": "0",
            "PYTHONPATH": str(ROOT),
        }

    @property
    def gateway_url(self) -> str:
        """The gateway's origin."""
        return f"http://127.0.0.1:{self._ports['GATEWAY']}"

    @property
    def portal_url(self) -> str:
        """The demo portal's origin; its login page is under /portail/."""
        return f"http://127.0.0.1:{self._ports['SANDBOX']}"

    @property
    def engine_secret(self) -> str:
        """The engine's shared secret."""
        return self.environment["ASSISTANT_ENGINE_SECRET"]

    @property
    def engine_url(self) -> str:
        """The engine's origin."""
        return f"http://127.0.0.1:{self._ports['ENGINE']}"

    @contextmanager
    def run(self) -> Iterator["RunningSystem"]:
        """Starts everything, yields once it is ready, and stops everything."""
        launcher = subprocess.Popen(
            [sys.executable, "deploy/local/launch.py"], cwd=ROOT, env=self.environment
        )
        try:
            self._wait_until_ready(launcher)
            yield self
        finally:
            launcher.send_signal(signal.SIGINT)
            launcher.wait(30)

    def kill(self, module: str) -> None:
        """Sends SIGKILL to the process that runs `python -m module` and returns once it is gone."""
        process = self._process(module)
        process.kill()
        process.wait(5)

    def wait_for(self, url: str, timeout_s: float = 60) -> None:
        """Returns once `url` answers 200.

        Raises:
            TimeoutError: it did not within `timeout_s`.
        """
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                pass
            time.sleep(0.2)
        raise TimeoutError(url)

    def _process(self, module: str) -> psutil.Process:
        for process in psutil.process_iter(["cmdline", "environ"]):
            environ = process.info["environ"] or {}
            if (process.info["cmdline"] or [])[-2:] == ["-m", module] and environ.get(
                "ASSISTANT_DATA_DIR"
            ) == str(self.data_dir):
                return process
        raise LookupError(module)

    def _wait_until_ready(self, launcher: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + START_TIMEOUT_S
        while time.monotonic() < deadline:
            if launcher.poll() is not None:
                raise RuntimeError("the system did not start; its lines are above")
            try:
                self.wait_for(f"{self.gateway_url}/health/ready", timeout_s=1)
            except TimeoutError:
                continue
            return
        raise TimeoutError("the system is not ready")


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    try:
        for s in sockets:
            s.bind(("127.0.0.1", 0))
        return [s.getsockname()[1] for s in sockets]
    finally:
        for s in sockets:
            s.close()
