"""The fixtures that the sandbox's and the contract's tests share."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox import outbox
from tests.sandbox.running import MovableClock, RunningSandbox, running_sandbox


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture(autouse=True)
def hurried_outbox(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mail leaves at once: its usual delay only hides the work from who measures answers."""
    monkeypatch.setattr(outbox, "SHORTEST_DELAY_S", 0.0)
    monkeypatch.setattr(outbox, "LONGEST_DELAY_S", 0.0)


@pytest.fixture
async def sandbox(
    tmp_path: Path, clock: MovableClock, hurried_outbox: None
) -> AsyncIterator[RunningSandbox]:
    async with running_sandbox(tmp_path, clock) as running:
        yield running
