"""An agent at the desk, for the one case of the conversation being played."""

import re
from uuid import uuid4

import aiohttp

from tests.gateway.clients import Desk

_REFERENCE = re.compile(r"référence\s:\s([0-9A-Z]+-[0-9A-Z]+)")


class AgentDesk:
    """Signed in over HTTP and connected; acts on the case whose reference the client was given."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._case_id: int | None = None
        # Whether only cases as urgent were before it when it was taken.
        self.was_first = False

    @classmethod
    async def sign_in(
        cls, http: aiohttp.ClientSession, gateway_url: str, login: str, password: str
    ) -> "AgentDesk":
        """Arrive: sign in and see the queue."""
        async with http.post(
            f"{gateway_url}/bureau/api/session",
            json={"login": login, "password": password},
            headers={"Origin": gateway_url},
        ) as answer:
            answer.raise_for_status()
            cookie = f"assistant_bureau={answer.cookies['assistant_bureau'].value}"
        desk = Desk(gateway_url, cookie)
        await desk.connect()
        await desk.until(lambda: desk.named("queue"))
        return cls(desk)

    async def take(self, said_to_client: str) -> None:
        """Open and take the case of the newest reference in what the client was told."""
        reference = _REFERENCE.findall(said_to_client)[-1]

        def ids() -> list[int]:
            return [case["id"] for case in self._desk.queue if case["reference"] == reference]

        [self._case_id] = await self._desk.until(ids)
        place = [case["id"] for case in self._desk.queue].index(self._case_id)
        self.was_first = all(c["priority"] == "first" for c in self._desk.queue[: place + 1])
        await self._do("open")
        await self._do("take")

    async def write(self, text: str) -> None:
        """Say something to the client."""
        await self._do("write", id=str(uuid4()), text=text)

    async def hand_back(self) -> None:
        """Give the client back to the assistant."""
        await self._do("hand_back")

    async def close_case(self) -> None:
        """End the conversation."""
        await self._do("close", reason="regle")

    async def leave(self) -> None:
        """Close the page."""
        await self._desk.close()

    @property
    def shown(self) -> str:
        """All that the desk has shown of the case: reason, summary and transcript."""
        opened = [c for c in self._desk.named("conversation") if c["case"]["id"] == self._case_id]
        later = [m for m in self._desk.named("message") if m["case_id"] == self._case_id]
        heads = [f"{c['case']['reason_label']}\n{c['case']['summary']}" for c in opened]
        lines = [m["text"] for c in opened for m in c["messages"]]
        return "\n".join([*heads, *lines, *(m["message"]["text"] for m in later)])

    async def _do(self, event: str, **more: str) -> None:
        assert self._case_id is not None, "the agent has taken no case"
        answer = await self._desk.act(event, self._case_id, **more)
        assert answer["ok"], answer
