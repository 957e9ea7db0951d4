"""A page of the desk's over HTTP, as tests drive it."""

from typing import Any, Self

import aiohttp

from tests.gateway.clients import agent_cookie
from tests.gateway.running import RunningGateway


class Page:
    """A browser on one of the gateway's own pages; nobody is signed in without a cookie."""

    def __init__(self, url: str, cookie: str = "") -> None:
        self.url = url
        self.cookie = cookie

    @classmethod
    async def of(cls, gateway: RunningGateway, login: str) -> Self:
        """The page of somebody who has an account and has just signed in."""
        return cls(gateway.url, await agent_cookie(gateway.url, login))

    async def ask(
        self, method: str, path: str, body: Any = None, **headers: str
    ) -> tuple[int, dict[str, Any]]:
        """Status and answer of a request below /bureau/api/; the page keeps the cookie it gets."""
        sent = {"Cookie": self.cookie, "Origin": self.url} | headers
        async with (
            aiohttp.ClientSession() as http,
            http.request(
                method, f"{self.url}/bureau/api/{path}", json=body, headers=sent
            ) as response,
        ):
            if "assistant_bureau" in response.cookies:
                self.cookie = f"assistant_bureau={response.cookies['assistant_bureau'].value}"
            is_json = response.content_type == "application/json"
            return response.status, await response.json() if is_json else {}

    async def get(self, path: str) -> dict[str, Any]:
        """What a list holds."""
        status, answer = await self.ask("GET", path)
        assert status == 200, answer
        return answer
