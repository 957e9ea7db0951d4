"""The gateway away for as long as a test needs it."""

from collections.abc import Iterator
from contextlib import contextmanager

import psutil

from tests.running_system import RunningSystem


@contextmanager
def gateway_killed(system: RunningSystem) -> Iterator[None]:
    """Kills the gateway (-9) and keeps it from coming back; after the block it serves again."""
    gateway = next(
        process
        for process in psutil.Process().children(recursive=True)
        if process.cmdline()[-2:] == ["-m", "gateway"]
    )
    supervisor = gateway.parent()
    assert supervisor is not None
    supervisor.suspend()
    gateway.kill()
    try:
        yield
    finally:
        supervisor.resume()
        system.wait_for(f"{system.gateway_url}/health/ready")
