"""What all processes below this one hold and use, as the kernel accounts for it (Linux)."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

SANDBOX = "sandbox"


@dataclass(frozen=True)
class Memory:
    """PSS in MB: what processes share is counted once. The sandbox stands in for the user's own."""

    system_mb: float
    sandbox_mb: float
    processes: dict[str, float]


def memory_of_children() -> Memory:
    """Returns what all processes below this one hold now."""
    processes: dict[str, float] = {}
    for process in psutil.Process().children(recursive=True):
        try:
            name, pss = _name(process.cmdline()), _pss_mb(process.pid)
        except (psutil.NoSuchProcess, FileNotFoundError, ProcessLookupError):
            continue
        processes[name] = processes.get(name, 0.0) + pss
    sandbox = processes.get(SANDBOX, 0.0)
    return Memory(sum(processes.values()) - sandbox, sandbox, processes)


def cpu_seconds_of_children() -> float:
    """Returns the time that all processes below this one have spent on a core so far."""
    seconds = 0.0
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            seconds += times.user + times.system
    return seconds


def _name(command: list[str]) -> str:
    """The package or script that an interpreter runs."""
    arguments = command[1:]
    if "-m" in arguments:
        return arguments[arguments.index("-m") + 1].partition(".")[0]
    return next((Path(a).name for a in arguments if a.endswith(".py")), Path(command[0]).name)


def _pss_mb(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
