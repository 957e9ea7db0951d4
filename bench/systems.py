"""The two systems that are measured: each started whole, with nothing stored yet."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import partial
from pathlib import Path

import yaml

from bench.clients import GatewayOpening, Opening, open_gateway, open_stock
from bench.stock_model import STOCK_PYTHON
from tests.running_system import ROOT, START_TIMEOUT_S, RunningSystem

STOP_TIMEOUT_S = 30

type Start[O] = Callable[[Path], AbstractContextManager[O]]


@contextmanager
def running[O](start: Start[O], directory: Path) -> Iterator[O]:
    """Runs a system, with a data directory that goes with it."""
    with tempfile.TemporaryDirectory(dir=directory) as data, start(Path(data)) as opening:
        yield opening


@contextmanager
def ours(data_dir: Path) -> Iterator[GatewayOpening]:
    """Runs the assistant as script/server does; yields how to open a conversation with it."""
    system = RunningSystem(data_dir)
    with system.run():
        yield partial(open_gateway, system.gateway_url)


@contextmanager
def stock(model: Path, data_dir: Path) -> Iterator[Opening]:
    """Runs stock Rasa as its documentation does, with our actions and sandbox; yields as `ours`."""
    # For its free ports and secrets.
    system = RunningSystem(data_dir)
    environment = {
        **system.environment,
        "ASSISTANT_IDENTITY_URL": f"{system.portal_url}/identity/v1",
        "ASSISTANT_PORTAL_URL": system.portal_url,
        "RASA_TELEMETRY_ENABLED": "false",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
    commands = {
        "sandbox": [sys.executable, "-m", "sandbox"],
        "actions": [sys.executable, "-m", "actions"],
        "rasa": [
            str(STOCK_PYTHON), "-W", "ignore", "-m", "rasa", "run", "--model", str(model),
            "--interface", "127.0.0.1", "--port", environment["ASSISTANT_ENGINE_PORT"],
            *_rasa_files(data_dir, environment),
        ],
    }  # fmt: skip
    with ExitStack() as stack:
        for name, command in commands.items():
            log = stack.enter_context((data_dir / f"{name}.log").open("wb"))
            process = subprocess.Popen(  # noqa: S603 - our own commands
                command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT
            )
            stack.callback(_stop, process)
        system.wait_for(
            f"http://127.0.0.1:{environment['ASSISTANT_ACTIONS_PORT']}/health", START_TIMEOUT_S
        )
        # Rasa listens before it has loaded its model, and answers 200 once it has.
        system.wait_for(f"{system.engine_url}/", START_TIMEOUT_S)
        yield partial(open_stock, system.engine_url)


def _rasa_files(data_dir: Path, environment: dict[str, str]) -> list[str]:
    """Writes Rasa's credentials and endpoints; returns the options that name them."""
    contents = {
        "credentials": {"rest": {}},
        "endpoints": {
            "action_endpoint": {
                "url": f"http://127.0.0.1:{environment['ASSISTANT_ACTIONS_PORT']}/webhook",
                "headers": {"Authorization": f"Bearer {environment['ASSISTANT_ACTIONS_SECRET']}"},
            },
            "tracker_store": {
                "type": "SQL",
                "dialect": "sqlite",
                "db": str(data_dir / "tracker.db"),
            },
        },
    }
    options: list[str] = []
    for name, content in contents.items():
        file = data_dir / f"{name}.yml"
        file.write_text(yaml.safe_dump(content), "utf-8")
        options += [f"--{name}", str(file)]
    return options


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait(STOP_TIMEOUT_S)
