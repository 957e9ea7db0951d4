"""A client's browser and an agent's, as tests drive them: cookies over HTTP, then Socket.IO."""

import asyncio
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import aiohttp
import pytest
import socketio

from tests.gateway.running import PASSWORD, PORTAL_ORIGIN
from tests.gateway.waiting import PATIENCE_SECONDS

# The state of a conversation that the assistant owns.
BOT_STATE = {
    "owner": "bot",
    "agent": None,
    "reference": None,
    "survey": None,
    "agent_read_seq": 0,
}
# Long enough for something unwanted to arrive.
SETTLING_SECONDS = 0.3


class _Socket:
    """A socket that remembers every event in order."""

    def __init__(self, namespace: str, url: str, cookie: str, origin: str) -> None:
        self.namespace = namespace
        self.events: list[tuple[str, Any]] = []
        self._url = url
        self._headers = {"Cookie": cookie, "Origin": origin}
        self._news = asyncio.Condition()
        self.sio = socketio.AsyncClient(reconnection=False)
        self._ended = asyncio.Event()
        self.sio.on("*", self._on_event, namespace=namespace)
        self.sio.on("disconnect", self._on_disconnect, namespace=namespace)

    async def connect(self, auth: dict[str, Any] | None = None) -> None:
        """Connect; raises socketio's ConnectionError when refused."""
        await self.sio.connect(
            self._url,
            headers=self._headers,
            auth=auth,
            namespaces=[self.namespace],
            transports=["websocket"],
            wait_timeout=PATIENCE_SECONDS,
        )

    async def refusal(self, auth: dict[str, Any] | None = None) -> str | None:
        """Try to connect, in vain; what the gateway says, if the socket was opened at all."""
        refusals: list[Any] = []
        self.sio.on("connect_error", refusals.append, namespace=self.namespace)
        with pytest.raises(socketio.exceptions.ConnectionError):
            await self.connect(auth)
        assert self.events == []
        return next((r["message"] for r in refusals if isinstance(r, dict)), None)

    async def call(self, event: str, content: Any) -> Any:
        """Send an event; its acknowledgement."""
        return await self.sio.call(
            event, content, namespace=self.namespace, timeout=PATIENCE_SECONDS
        )

    async def until(self, arrived: Callable[[], Any]) -> Any:
        """Wait until `arrived` gives something true; what it gives."""
        async with self._news, asyncio.timeout(PATIENCE_SECONDS):
            await self._news.wait_for(arrived)
        return arrived()

    async def until_disconnected(self) -> None:
        """Wait until the gateway has ended the connection."""
        await asyncio.wait_for(self._ended.wait(), PATIENCE_SECONDS)

    def named(self, event: str) -> list[Any]:
        """The contents of every event of that name."""
        return [content for name, content in self.events if name == event]

    async def close(self) -> None:
        """Disconnect."""
        await self.sio.disconnect()

    async def _on_disconnect(self, _reason: str) -> None:
        self._ended.set()

    async def _on_event(self, event: str, content: Any = None) -> None:
        async with self._news:
            self.events.append((event, content))
            self._news.notify_all()


class Tab(_Socket):
    """A client's tab: the messages it has, by `seq`, as a widget keeps them."""

    def __init__(self, url: str, cookie: str, origin: str = PORTAL_ORIGIN) -> None:
        super().__init__("/", url, cookie, origin)
        self.cookie = cookie
        self.url = url
        self.origin = origin
        self._siblings: list[Tab] = []

    @classmethod
    async def open(cls, url: str, origin: str = PORTAL_ORIGIN) -> "Tab":
        """A connected tab on a fresh conversation, with its history."""
        tab = cls(url, await fresh_cookie(url, origin), origin)
        await tab.connect()
        await tab.until(lambda: tab.named("history"))
        return tab

    async def another(self, last_seq: int = 0) -> "Tab":
        """Another connected tab of the same browser."""
        tab = Tab(self.url, self.cookie)
        self._siblings.append(tab)
        await tab.connect({"last_seq": last_seq})
        await tab.until(lambda: tab.named("history"))
        return tab

    async def close(self) -> None:
        """Disconnect this tab, and those it opened."""
        await super().close()
        for tab in self._siblings:
            await tab.close()

    @property
    def messages(self) -> list[dict[str, Any]]:
        """Everything received, history first, in order of arrival."""
        history = [m for h in self.named("history") for m in h["messages"]]
        return history + self.named("message")

    @property
    def texts(self) -> list[str]:
        """The texts of `messages`."""
        return [message["text"] for message in self.messages]

    @property
    def owner(self) -> str:
        """The owner as last told."""
        states = [h["state"] for h in self.named("history")] + self.named("state")
        return str(states[-1]["owner"])

    def token(self, title: str) -> str:
        """The token of the newest button of that title."""
        tokens = [b["token"] for m in self.messages for b in m["buttons"] if b["title"] == title]
        return str(tokens[-1])

    async def send(self, text: str, message_id: str | None = None) -> dict[str, Any]:
        """Send a typed line; its acknowledgement."""
        answer = await self.call("message", {"id": message_id or str(uuid4()), "text": text})
        return dict(answer)

    async def say(self, text: str) -> list[dict[str, Any]]:
        """Send a typed line and wait for its turn's end; what came in between from others."""
        return await self._turn({"text": text})

    async def press(self, title: str) -> list[dict[str, Any]]:
        """Press the newest button of that title and wait for its turn's end."""
        return await self._turn({"button": self.token(title)})

    async def _turn(self, said: dict[str, str]) -> list[dict[str, Any]]:
        before = len(self.messages)
        message_id = str(uuid4())
        answer = await self.call("message", {"id": message_id, **said})
        assert answer["ok"], answer
        await self.until(lambda: message_id in [turn["id"] for turn in self.named("turn")])
        return [m for m in self.messages[before:] if m["from"]["kind"] != "client"]


class Desk(_Socket):
    """An agent's desk."""

    def __init__(self, url: str, cookie: str, origin: str | None = None) -> None:
        super().__init__("/bureau", url, cookie, origin or url)
        self.url = url
        self.cookie = cookie

    @classmethod
    async def open(cls, url: str, login: str) -> "Desk":
        """A connected desk of an agent who has an account, with the queue and who it is for."""
        desk = cls(url, await agent_cookie(url, login))
        await desk.connect()
        await desk.until(lambda: desk.named("queue") and desk.named("me"))
        return desk

    async def sign_out(self) -> None:
        """End the session over HTTP, as the page does."""
        async with (
            aiohttp.ClientSession() as http,
            http.delete(
                f"{self.url}/bureau/api/session",
                headers={"Cookie": self.cookie, "Origin": self.url},
            ) as response,
        ):
            assert response.status == 204

    @property
    def queue(self) -> list[dict[str, Any]]:
        """The queue as last told."""
        cases: list[dict[str, Any]] = self.named("queue")[-1]["cases"]
        return cases

    async def first_case(self) -> int:
        """The id of the first case, once there is one."""
        await self.until(lambda: self.queue)
        return int(self.queue[0]["id"])

    async def act(self, event: str, case_id: int, **more: Any) -> dict[str, Any]:
        """Do something about a case; the acknowledgement."""
        return dict(await self.call(event, {"case_id": case_id, **more}))

    async def write(self, case_id: int, text: str, message_id: str | None = None) -> dict[str, Any]:
        """Write to the client of a case; the acknowledgement."""
        return await self.act("write", case_id, id=message_id or str(uuid4()), text=text)


async def fresh_cookie(url: str, origin: str = PORTAL_ORIGIN) -> str:
    """The Cookie header of a browser on a fresh conversation."""
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{url}/api/conversation", headers={"Origin": origin}) as response,
    ):
        assert response.status == 200
        cookie = response.cookies["assistant_conversation"]
        return f"assistant_conversation={cookie.value}"


async def agent_cookie(url: str, login: str) -> str:
    """The Cookie header of an agent who has signed in."""
    async with (
        aiohttp.ClientSession() as http,
        http.post(
            f"{url}/bureau/api/session",
            json={"login": login, "password": PASSWORD},
            headers={"Origin": url},
        ) as response,
    ):
        assert response.status == 200
        return f"assistant_bureau={response.cookies['assistant_bureau'].value}"
