"""`script/server`'s launcher: what it says and does when something is wrong, and how it ends."""

import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.running_system import ROOT, RunningSystem

TIMEOUT_S = 120


def launch(system: RunningSystem, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "deploy/local/launch.py"],
        cwd=ROOT,
        env=system.environment | environment,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )


@pytest.mark.parametrize("name", ["GATEWAY", "ENGINE", "ACTIONS", "SANDBOX", "SMTP", "METRICS"])
def test_a_taken_port_is_named_with_its_setting(tmp_path: Path, name: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        setting = f"ASSISTANT_{name}_PORT"
        ended = launch(RunningSystem(tmp_path), **{setting: port})
    assert ended.returncode == 1
    assert f"Port {port}" in ended.stderr
    assert setting in ended.stderr


def test_a_wrong_setting_is_named_without_its_value(tmp_path: Path) -> None:
    ended = launch(RunningSystem(tmp_path), ASSISTANT_COOKIE_SECRET="too-short")
    assert ended.returncode == 1
    assert "ASSISTANT_COOKIE_SECRET" in ended.stderr
    assert "too-short" not in ended.stderr


def test_a_password_that_the_demos_accounts_cannot_have_is_told(tmp_path: Path) -> None:
    ended = launch(RunningSystem(tmp_path), ASSISTANT_DEMO_AGENT_PASSWORD="too-short")
    assert ended.returncode == 1
    assert "ASSISTANT_DEMO_AGENT_PASSWORD" in ended.stderr
    assert "too-short" not in ended.stderr


def test_a_process_that_keeps_dying_stops_everything_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "tracker.db").write_text("this is no database " * 100)
    ended = launch(RunningSystem(tmp_path))
    assert ended.returncode == 1
    assert "engine keeps dying" in ended.stderr
    assert "file is not a database" in ended.stderr
    assert _processes_of(tmp_path) == []


def test_an_interrupt_ends_every_process(tmp_path: Path) -> None:
    system = RunningSystem(tmp_path)
    with system.run():
        assert len(_processes_of(tmp_path)) >= 5
    assert _processes_of(tmp_path) == []


def _processes_of(data_dir: Path) -> list[str]:
    found = []
    for process in psutil.process_iter(["environ", "cmdline"]):
        if (process.info["environ"] or {}).get("ASSISTANT_DATA_DIR") == str(data_dir):
            found.append(" ".join(process.info["cmdline"] or []))
    return found
