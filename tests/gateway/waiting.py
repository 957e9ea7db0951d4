"""Waiting for what no socket tells."""

import asyncio
from collections.abc import Awaitable, Callable

# Far above any healthy answer: the disk may be busy with other tests for seconds.
PATIENCE_SECONDS = 15.0
LOOK_SECONDS = 0.02


async def eventually(holds: Callable[[], Awaitable[bool]]) -> None:
    """Wait until `holds` says so. Raises AssertionError when it takes too long."""
    for _ in range(round(PATIENCE_SECONDS / LOOK_SECONDS)):
        if await holds():
            return
        await asyncio.sleep(LOOK_SECONDS)
    raise AssertionError("waited in vain")
