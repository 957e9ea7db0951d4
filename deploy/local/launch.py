"""Runs the whole assistant on this machine: ports checked, store migrated, processes started.

Ends with Ctrl-C, or with an error when a process cannot be kept alive (stop_on_fatal.py). Told so
(restart.py), it stops everything as it would at its end and starts again as whatever it has become.
"""

import asyncio
import getpass
import os
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientError, ClientSession, ClientTimeout
from pydantic import ValidationError

from actions.settings import ActionSettings
from gateway.settings import Settings as GatewaySettings
from sandbox.settings import Settings as SandboxSettings

ROOT = Path(__file__).parents[2]
# The engine loads a model: three seconds on an idle machine, many more on a busy one.
READY_TIMEOUT_S = 120
READY_POLL_S = 0.25
# supervisord gives each process 15 s, those of one priority at the same time.
STOP_TIMEOUT_S = 75
# Past this, the other processes need the cores more.
MOST_ENGINE_WORKERS = 4
# In the data directory while everything serves: who is to be told to restart.
PID_FILE = "launch.pid"
# Login, name and role.
DEMO_AGENTS = (
    ("demo", "Julie", "agent"),
    ("chef", "Chantal", "supervisor"),
    ("gestion", "Mathieu", "manager"),
)


@dataclass(frozen=True)
class Service:
    """A process, the port it listens on, the setting of that port and where it says it is ready."""

    name: str
    port: int
    setting: str
    ready_path: str
    host: str = "127.0.0.1"

    @property
    def ready_url(self) -> str:
        """The address that answers 200 once the process serves."""
        return f"http://{self.host}:{self.port}{self.ready_path}"


class RestartAsked(BaseException):
    """Somebody wants everything to be started anew."""


def main() -> None:
    """Runs until interrupted; exits with 1 if anything could not be started or kept alive."""
    engine_port = _engine_port()
    _derive_addresses(engine_port)
    workers = min(os.cpu_count() or 1, MOST_ENGINE_WORKERS)
    os.environ.setdefault("ASSISTANT_ENGINE_WORKERS", str(workers))
    try:
        gateway, sandbox, actions = GatewaySettings(), SandboxSettings(), ActionSettings()  # type: ignore[call-arg]  # read from the environment
    except ValidationError as error:
        raise SystemExit("\n".join(_explain(error))) from None
    services = [
        Service("sandbox", sandbox.sandbox_port, "ASSISTANT_SANDBOX_PORT", "/health", sandbox.host),
        Service("actions", actions.actions_port, "ASSISTANT_ACTIONS_PORT", "/health"),
        *(
            Service("engine", engine_port + worker, "ASSISTANT_ENGINE_PORT", "/health")
            for worker in range(gateway.engine_workers)
        ),
        Service(
            "gateway", gateway.gateway_port, "ASSISTANT_GATEWAY_PORT", "/health/ready", gateway.host
        ),
    ]
    taken = [s for s in services if not _is_free(s.host, s.port)]
    if sandbox.smtp_catcher and not _is_free(sandbox.smtp_host, sandbox.smtp_port):
        taken.append(Service("mail catcher", sandbox.smtp_port, "ASSISTANT_SMTP_PORT", ""))
    if gateway.metrics_port and not _is_free("127.0.0.1", gateway.metrics_port):
        taken.append(Service("metrics", gateway.metrics_port, "ASSISTANT_METRICS_PORT", ""))
    if taken:
        for service in taken:
            print(
                f"Port {service.port} of the {service.name} is taken; set {service.setting}.",
                file=sys.stderr,
            )
        raise SystemExit(1)
    environment = _environment(gateway)
    _prepare_store(environment)
    supervisor = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "supervisor.supervisord",
            "-c",
            str(ROOT / "deploy/local/supervisord.conf"),
        ],
        env=environment,
        cwd=ROOT,
        start_new_session=True,
    )
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, lambda *_: sys.exit(0))
    # A shell starts its background jobs with interrupts ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGUSR1, _ask_restart)
    pid_file = Path(environment["ASSISTANT_DATA_DIR"]) / PID_FILE
    restarting = False
    try:
        if asyncio.run(_wait_until_ready(services, supervisor)):
            pid_file.write_text(str(os.getpid()))
            _print_pages(gateway, sandbox)
            supervisor.wait()
        raise SystemExit(1)
    except KeyboardInterrupt:
        print("\nStopping")
    except RestartAsked:
        print("\nRestarting", flush=True)
        restarting = True
    finally:
        pid_file.unlink(missing_ok=True)
        if supervisor.poll() is None:
            supervisor.send_signal(signal.SIGTERM)
        supervisor.wait(STOP_TIMEOUT_S)
    if restarting:
        launch = str(ROOT / "script/launch")
        os.execv(launch, [launch])  # noqa: S606 - no shell is wanted


def _ask_restart(*_: object) -> None:
    raise RestartAsked


def _explain(error: ValidationError) -> list[str]:
    """Returns a line for each wrong setting, without the value, which may be a secret."""
    return [f"ASSISTANT_{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors() if e["loc"]]


def _derive_addresses(engine_port: int) -> None:
    """Where a port was changed, has the other processes find it, unless told otherwise."""
    host = os.environ.get("ASSISTANT_HOST", "127.0.0.1")
    gateway = f"http://{host}:{os.environ.get('ASSISTANT_GATEWAY_PORT', '8080')}"
    sandbox = f"http://{host}:{os.environ.get('ASSISTANT_SANDBOX_PORT', '8090')}"
    addresses = {
        "ASSISTANT_ENGINE_URL": f"http://127.0.0.1:{engine_port}",
        "ASSISTANT_IDENTITY_URL": f"{sandbox}/identity/v1",
        "ASSISTANT_PORTAL_URL": sandbox,
        "ASSISTANT_WIDGET_URL": f"{gateway}/clavardage.js",
        "ASSISTANT_ALLOWED_ORIGINS": sandbox,
    }
    for name, address in addresses.items():
        os.environ.setdefault(name, address)


def _engine_port() -> int:
    port = os.environ.get("ASSISTANT_ENGINE_PORT", "5005")
    if not port.isdigit():
        raise SystemExit("ASSISTANT_ENGINE_PORT: must be a port number")
    return int(port)


def _is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


def _environment(gateway: GatewaySettings) -> dict[str, str]:
    data = Path(gateway.data_dir).resolve()
    (data / "log").mkdir(parents=True, exist_ok=True)
    return os.environ | {
        "ASSISTANT_DATA_DIR": str(data),
        "ASSISTANT_ROOT": str(ROOT),
        "ASSISTANT_RUN_USER": getpass.getuser(),
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
    }


def _prepare_store(environment: dict[str, str]) -> None:
    """Migrates the gateway's store and makes the demo's accounts."""
    run = {"env": environment, "cwd": ROOT}
    subprocess.run([sys.executable, "-m", "alembic", "upgrade", "head"], check=True, **run)
    password = environment["ASSISTANT_DEMO_AGENT_PASSWORD"]
    # Each takes the time of an interpreter's start: side by side.
    commands = [
        subprocess.Popen(
            [sys.executable, "-m", "gateway.desk.agents", "add", login, name, "--role", role],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            text=True, **run,
        )
        for login, name, role in DEMO_AGENTS
    ]  # fmt: skip
    for command in commands:
        command.communicate(password)
    # 1: the account is there already, which is as good.
    if any(command.returncode > 1 for command in commands):
        raise SystemExit(
            "ASSISTANT_DEMO_AGENT_PASSWORD: must have 12 characters, and none of the demo's logins"
        )


async def _wait_until_ready(services: list[Service], supervisor: subprocess.Popen[bytes]) -> bool:
    """Returns whether all services came up before the time-out or supervisord's end."""
    waiting = list(services)
    async with ClientSession(timeout=ClientTimeout(total=2)) as session:
        for _ in range(int(READY_TIMEOUT_S / READY_POLL_S)):
            waiting = [s for s in waiting if not await _is_ready(session, s)]
            if not waiting:
                return True
            if supervisor.poll() is not None:
                return False
            await asyncio.sleep(READY_POLL_S)
    names = ", ".join(s.name for s in waiting)
    print(f"Not ready after {READY_TIMEOUT_S} s: {names}; see the logs.", file=sys.stderr)
    return False


async def _is_ready(session: ClientSession, service: Service) -> bool:
    try:
        async with session.get(service.ready_url) as response:
            return response.status == 200
    except (ClientError, TimeoutError):
        return False


def _print_pages(gateway: GatewaySettings, sandbox: SandboxSettings) -> None:
    portal = f"http://{sandbox.host}:{sandbox.sandbox_port}"
    logins = ", ".join(login for login, *_ in DEMO_AGENTS)
    print(
        f"""
The assistant is running.

  Demo portal   {portal}/portail/
  Mailbox       {portal}/courriels
  Agent's desk  http://{gateway.host}:{gateway.gateway_port}/bureau
                sign in as {logins} / {os.environ["ASSISTANT_DEMO_AGENT_PASSWORD"]}
                (agent, supervisor, manager)

Ctrl-C stops everything.""",
        flush=True,
    )


if __name__ == "__main__":
    main()
