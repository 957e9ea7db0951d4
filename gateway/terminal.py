"""A conversation in the terminal, over the same contract as the widget.

    python -m gateway.terminal [--json] [URL]

Each run is one fresh conversation. A person types lines, and `#2` presses the second button shown.
With `--json`, for programs: a line of input is one JSON string, or {"button": 2} (buttons are
counted from 1, over those shown last); for each, one line {"messages": [{"from", "text", "buttons":
["title"], "expects"}], "owner"} comes once the turn is over. What the gateway refuses to take is
told by one message from the system. The end of input ends the run.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

import aiohttp
import socketio
from socketio.exceptions import SocketIOError
from yarl import URL

from gateway.catalogue import load_catalogue
from gateway.settings import GatewayAddress

# Longer than the gateway waits for its engine.
TURN_SECONDS = 30.0
REQUEST_SECONDS = 10.0


class Chat:
    """One conversation: what was said in the turn under way, the buttons on offer, the owner."""

    def __init__(self, socket: socketio.AsyncClient, *, live: bool) -> None:
        """`live` prints messages as they come, for a person."""
        self._socket = socket
        self._live = live
        self._buttons: list[dict[str, str]] = []
        # They are of a turn before: the next ones replace them.
        self._buttons_are_old = False
        self._unshown: list[dict[str, Any]] = []
        self._last_seq = 0
        self._state: dict[str, Any] = {}
        # The message under way, and whether its turn is over.
        self._line: dict[str, str] | None = None
        self._over = asyncio.Event()
        self._greeted = asyncio.Event()
        self._heard = asyncio.Event()
        for event in ("connect", "history", "message", "state", "turn", "waiting"):
            socket.on(event, getattr(self, f"_on_{event}"))

    @property
    def owner(self) -> str:
        """Who owns the conversation, as last told."""
        return str(self._state["owner"])

    def auth(self) -> dict[str, int]:
        """What this client has seen, for each (re)connection."""
        return {"last_seq": self._last_seq}

    @property
    def on_offer(self) -> list[str]:
        """The titles of the buttons shown last, in the order `press` counts them."""
        return [button["title"] for button in self._buttons]

    async def greeted(self) -> None:
        """Wait for the history, and take it as shown."""
        await asyncio.wait_for(self._greeted.wait(), REQUEST_SECONDS)
        self.greeting = self._take_unshown()

    async def say(self, text: str) -> list[dict[str, Any]]:
        """Say something; what came until the turn was over."""
        return await self._turn({"text": text})

    async def press(self, number: int) -> list[dict[str, Any]]:
        """Press one of the buttons shown last, counted from 1; the gateway refuses any other."""
        on_offer = dict(enumerate(self._buttons, start=1))
        return await self._turn({"button": on_offer.get(number, {"token": ""})["token"]})

    async def listen(self) -> list[dict[str, Any]]:
        """Wait for what comes without a turn, from an agent or as a follow-up.

        All of it that is there by then.
        """
        await asyncio.wait_for(self._heard.wait(), TURN_SECONDS)
        return self._take_unshown()

    async def _turn(self, said: dict[str, str]) -> list[dict[str, Any]]:
        self._over.clear()
        self._line = {"id": str(uuid4()), **said}
        await self._send(self._line)
        await asyncio.wait_for(self._over.wait(), TURN_SECONDS)
        self._line = None
        return self._take_unshown()

    def _take_unshown(self) -> list[dict[str, Any]]:
        messages, self._unshown = self._unshown, []
        self._heard.clear()
        return messages

    async def _send(self, line: dict[str, str]) -> None:
        """Send a line; a refusal ends its turn. A lost connection's successor sends it again."""
        try:
            answer = await self._socket.call("message", line, timeout=REQUEST_SECONDS)
        except SocketIOError:
            return
        if not answer["ok"]:
            self._receive({"kind": "system", "name": None}, answer["error"], [], None)
            self._over.set()

    def _receive(
        self, sender: dict[str, Any], text: str, buttons: list[dict[str, str]], expects: str | None
    ) -> None:
        """Keep a message for the turn's result; show it to a person at once."""
        titles = [button["title"] for button in buttons]
        if buttons and self._buttons_are_old:
            self._buttons, self._buttons_are_old = [], False
        self._unshown.append({"from": sender, "text": text, "buttons": titles, "expects": expects})
        self._heard.set()
        if self._live:
            first = len(self._buttons) + 1
            choices = "  ".join(f"[#{n} {title}]" for n, title in enumerate(titles, start=first))
            print(
                "\n".join(filter(None, [f"{sender['name'] or '*'}: {text}", choices])), flush=True
            )
        self._buttons += buttons

    async def _on_connect(self) -> None:
        if self._line is not None:
            # It was lost in the middle of a turn: the same id is never run twice.
            await self._send(self._line)

    async def _on_history(self, history: dict[str, Any]) -> None:
        for message in history["messages"]:
            await self._on_message(message)
        await self._on_state(history["state"])
        self._greeted.set()

    async def _on_message(self, message: dict[str, Any]) -> None:
        self._last_seq = message["seq"]
        if message["from"]["kind"] == "client":
            self._buttons_are_old = True
        else:
            self._receive(message["from"], message["text"], message["buttons"], message["expects"])

    async def _on_state(self, state: dict[str, Any]) -> None:
        self._state = state

    async def _on_waiting(self, waiting: dict[str, int]) -> None:
        if self._live:
            values = {name: str(value) for name, value in waiting.items()}
            told = load_catalogue().say("terminal_attente", **values)
            print(f"*: {told}", flush=True)

    async def _on_turn(self, turn: dict[str, Any]) -> None:
        if self._line is not None and turn["id"] == self._line["id"]:
            self._over.set()


@asynccontextmanager
async def conversation(
    gateway: URL, *, live: bool, address: str | None = None
) -> AsyncIterator[Chat]:
    """A fresh conversation with the gateway at that URL, greeted; it ends with the block.

    `address` is the one of this machine's to call from: clients are told apart by theirs.
    """
    origin = str(gateway.origin())
    async with aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(local_addr=(address, 0) if address else None),
        timeout=aiohttp.ClientTimeout(REQUEST_SECONDS),
    ) as http:
        opened = await http.post(gateway / "api" / "conversation", headers={"Origin": origin})
        opened.raise_for_status()
        cookies = "; ".join(f"{name}={cookie.value}" for name, cookie in opened.cookies.items())
        socket = socketio.AsyncClient(http_session=http)
        chat = Chat(socket, live=live)
        await socket.connect(
            origin,
            headers={"Cookie": cookies, "Origin": origin},
            auth=chat.auth,
            transports=["websocket"],
            wait_timeout=REQUEST_SECONDS,
        )
        try:
            await chat.greeted()
            yield chat
        finally:
            await socket.disconnect()


async def talk_to_program(gateway: URL) -> None:
    """Answer each JSON line of standard input with one JSON line."""
    async with conversation(gateway, live=False) as chat:
        while line := await asyncio.to_thread(sys.stdin.readline):
            match json.loads(line):
                case str(text):
                    messages = await chat.say(text)
                case {"button": int(number)}:
                    messages = await chat.press(number)
                case other:
                    raise ValueError(f"neither a text nor a button: {other}")
            answer = {"messages": messages, "owner": chat.owner}
            print(json.dumps(answer, ensure_ascii=False), flush=True)


async def talk_to_person(gateway: URL) -> None:
    """Take typed lines until the end of input; messages show as they come."""
    async with conversation(gateway, live=True) as chat:
        while line := await asyncio.to_thread(sys.stdin.readline):
            typed = line.strip()
            if typed.startswith("#") and typed[1:].isdecimal():
                await chat.press(int(typed[1:]))
            else:
                await chat.say(typed)


def main() -> None:
    """The command line."""
    address = GatewayAddress()
    default = f"http://{address.host}:{address.gateway_port}"
    parser = argparse.ArgumentParser(description="Talk to the assistant in the terminal.")
    parser.add_argument("--json", action="store_true", help="one JSON line in, one out")
    parser.add_argument("url", nargs="?", default=default, help=f"the gateway ({default})")
    arguments = parser.parse_args()
    talk = talk_to_program if arguments.json else talk_to_person
    try:
        asyncio.run(talk(URL(arguments.url)))
    except KeyboardInterrupt:
        sys.exit(130)
    except TimeoutError:
        sys.exit(f"{parser.prog}: no answer in time from {arguments.url}")
    except (aiohttp.ClientError, SocketIOError, ValueError) as error:
        sys.exit(f"{parser.prog}: {error}")


if __name__ == "__main__":
    main()
