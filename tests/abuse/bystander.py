"""A client whose conversation must not notice what is done to the system beside it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.gateway.clients import Tab

PAUSE_SECONDS = 0.05


class Bystander:
    """Talks to the assistant, and knows what the transcript must be."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._said = 0

    async def talk(self) -> None:
        """Say a line of its own and get the answer to it."""
        self._said += 1
        line = f"ligne {self._said}"
        answers = await self._tab.say(line)
        assert [answer["text"] for answer in answers] == [f"Écho : {line}"]

    @asynccontextmanager
    async def talking(self) -> AsyncIterator[None]:
        """Talk without pause while the block runs; what goes wrong is raised at its end."""
        over = asyncio.Event()

        async def talk_on() -> None:
            while not over.is_set():
                await self.talk()
                await asyncio.sleep(PAUSE_SECONDS)

        async with asyncio.TaskGroup() as group:
            group.create_task(talk_on())
            yield
            over.set()

    async def assert_untouched(self) -> None:
        """A tab opened now has what was said here, and nothing else."""
        fresh = await self._tab.another()
        said = [f"ligne {number + 1}" for number in range(self._said)]
        assert fresh.texts[1:] == [text for line in said for text in (line, f"Écho : {line}")]
        assert [message["seq"] for message in fresh.messages] == list(range(1, 2 * self._said + 2))

    async def close(self) -> None:
        """Leave."""
        await self._tab.close()
