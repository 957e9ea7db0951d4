"""The whole assistant as `script/server` runs it, on free ports and in a directory of its own."""

import os
import secrets
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psutil

from tests.ports import free_block

ROOT = Path(__file__).parents[1]
START_TIMEOUT_S = 180
# The engine's last: its workers have the ports behind it.
_PORTS = ("GATEWAY", "ACTIONS", "SANDBOX", "SMTP", "ENGINE")
# By module: the name of its port, and where it answers 200 once it serves.
_READY = {
    "gateway": ("GATEWAY", "/health/ready"),
    "bot": ("ENGINE", "/health"),
    "actions": ("ACTIONS", "/health"),
    "sandbox": ("SANDBOX", "/health"),
}
_STORE_TIMEOUT_S = 10
_ENGINE_WORKERS = 2
# The tests are one address, and in a hurry.
_LIFTED_LIMITS = (
    "MESSAGES_PER_MINUTE",
    "ADDRESS_EVENTS_PER_MINUTE",
    "ADDRESS_CONVERSATIONS_PER_HOUR",
    "CONVERSATIONS_PER_MINUTE",
)


class RunningSystem:
    """A running assistant: its addresses, its mailbox, and the means to kill a part of it."""

    def __init__(self, data_dir: Path, root: Path = ROOT) -> None:
        """`root` is the checkout that is run."""
        self.data_dir = data_dir
        self.root = root
        first = free_block(len(_PORTS) + _ENGINE_WORKERS - 1)
        self._ports = {name: first + i for i, name in enumerate(_PORTS)}
        self.agent_login = "demo"
        self.agent_password = secrets.token_urlsafe(9)
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("ASSISTANT_")},
            **{f"ASSISTANT_{name}_PORT": str(port) for name, port in self._ports.items()},
            **{
                f"ASSISTANT_{name}": secrets.token_urlsafe(32)
                for name in (
                    "ENGINE_SECRET",
                    "ACTIONS_SECRET",
                    "IDENTITY_TOKEN",
                    "COOKIE_SECRET",
                    "STORE_KEY",
                )
            },
            "ASSISTANT_DEMO_AGENT_PASSWORD": self.agent_password,
            "ASSISTANT_DATA_DIR": str(data_dir),
            # Not the checkout's: the inbox writes there.
            "ASSISTANT_TRAINING_DIR": str(data_dir / "nlu"),
            **{f"ASSISTANT_{name}": "0" for name in _LIFTED_LIMITS},
            "ASSISTANT_ALLOWED_ORIGINS": f"{self.portal_url},{self.other_site_url}",
            "ASSISTANT_ENGINE_WORKERS": str(_ENGINE_WORKERS),
            "PYTHONPATH": str(root),
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
    def other_site_url(self) -> str:
        """The demo portal's origin under a name that is not of the gateway's site."""
        return f"http://localhost:{self._ports['SANDBOX']}"

    @property
    def engine_secret(self) -> str:
        """The engine's shared secret."""
        return self.environment["ASSISTANT_ENGINE_SECRET"]

    @property
    def engine_url(self) -> str:
        """The origin of the engine's first worker, which can take any conversation's turn."""
        return f"http://127.0.0.1:{self._ports['ENGINE']}"

    @property
    def engine_urls(self) -> list[str]:
        """The origins of all the engine's workers."""
        ports = range(self._ports["ENGINE"], self._ports["ENGINE"] + _ENGINE_WORKERS)
        return [f"http://127.0.0.1:{port}" for port in ports]

    @contextmanager
    def run(self) -> Iterator["RunningSystem"]:
        """Starts everything, yields once it is ready, and stops everything."""
        launcher = subprocess.Popen(
            [sys.executable, "deploy/local/launch.py"], cwd=self.root, env=self.environment
        )
        try:
            self._wait_until_ready(launcher)
            yield self
        finally:
            # Not SIGINT: a shell has its background jobs ignore it, and they pass that on.
            launcher.terminate()
            launcher.wait(30)

    def kill(self, module: str) -> None:
        """Sends SIGKILL to the process that runs `python -m module`.

        Returns once it is gone; the engine's workers go with it.
        """
        processes = self.processes(module)
        processes[0].kill()
        psutil.wait_procs(processes, 5)

    def kill_engine_worker(self) -> None:
        """Sends SIGKILL to the engine's first worker, at `engine_url`; returns once it is gone."""
        # Their parents hold its socket too.
        *_, worker = (
            process
            for process in self.processes("bot")
            if any(
                c.laddr.port == self._ports["ENGINE"] and c.status == psutil.CONN_LISTEN
                for c in process.net_connections()
            )
        )
        worker.kill()
        worker.wait(5)

    def kill_and_wait(self, module: str) -> None:
        """Kills the process that runs `module` and returns once its successor serves."""
        self.kill(module)
        port, path = _READY[module]
        self.wait_for(f"http://127.0.0.1:{self._ports[port]}{path}")

    def processes(self, module: str) -> list[psutil.Process]:
        """Returns the process that runs `python -m module` and those below it, oldest first."""
        found: list[psutil.Process] = []
        for process in psutil.process_iter(["cmdline", "environ"]):
            environ = process.info["environ"] or {}
            if (process.info["cmdline"] or [])[-2:] == ["-m", module] and environ.get(
                "ASSISTANT_DATA_DIR"
            ) == str(self.data_dir):
                found += [process, *process.children(recursive=True)]
        if not found:
            raise LookupError(module)
        # A fork's number may be below its parent's, once the numbers have gone round.
        return sorted(found, key=lambda process: process.create_time())

    def suspend(self, module: str) -> None:
        """Has the process that runs `module` hang: it takes connections and answers nothing."""
        for process in self.processes(module):
            process.suspend()

    def resume(self, module: str) -> None:
        """Ends what `suspend` began."""
        for process in self.processes(module):
            process.resume()

    def let_pass(self, minutes: int) -> None:
        """Makes all that the dialogue, the gateway's plans and the sandbox hold that much older.

        Agents without a desk have been gone for that much longer.
        """
        seconds = minutes * 60
        self._change(
            "tracker.db",
            "UPDATE events SET timestamp = timestamp - :seconds, data = json_set("
            "data, '$.timestamp', json_extract(data, '$.timestamp') - :seconds)",
            seconds,
        )
        for store, table, column in (
            ("gateway.db", "follow_ups", "due_at"),
            ("gateway.db", "agents", "gone_at"),
            ("sandbox.db", "attempts", "at"),
            ("sandbox.db", "reset_links", "expires_at"),
        ):
            self._change(
                store,
                f"UPDATE {table} SET {column} = "  # noqa: S608 - the names are ours
                f"strftime('%Y-%m-%d %H:%M:%f', {column}, -:seconds || ' seconds')",
                seconds,
            )

    def outbox_is_empty(self) -> bool:
        """Whether every mail that was asked for has left."""
        with closing(self._store("sandbox.db")) as store:
            return bool(store.execute("SELECT count(*) = 0 FROM jobs").fetchone()[0])

    def transcript(self, reference: str) -> list[tuple[int, str]]:
        """The stored messages of a case's conversation: the place and the masked words of each."""
        with closing(self._store("gateway.db")) as store:
            return store.execute(
                "SELECT seq, masked_text FROM messages JOIN cases USING (conversation_id) "
                "WHERE reference = ? ORDER BY seq",
                (reference,),
            ).fetchall()

    def dump(self, store: str) -> str:
        """All that is in a store, as SQL."""
        with closing(self._store(store)) as open_store:
            return "\n".join(open_store.iterdump())

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

    def _change(self, name: str, statement: str, seconds: int) -> None:
        with closing(self._store(name)) as store, store:
            store.execute(statement, {"seconds": seconds})

    def _store(self, name: str) -> sqlite3.Connection:
        return sqlite3.connect(self.data_dir / name, timeout=_STORE_TIMEOUT_S)

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
