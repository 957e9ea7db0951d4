"""A dialogue engine of our own for tests: a real HTTP server that speaks the engine contract.

What it says is set by line: `engine.says["allo"] = reply("Bonjour")`; any other line gets an echo.
It keeps every request, so that a test can assert that nothing was asked.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from gateway.handover.resumption import RESUME_PAYLOAD
from tests.gateway.waiting import eventually

SECRET = "engine-secret-of-the-tests"


def reply(
    *texts: str,
    buttons: list[tuple[str, str]] | None = None,
    requested_slot: str | None = None,
    filled: dict[str, str] | None = None,
    custom: dict[str, Any] | None = None,
    step: str | None = None,
) -> dict[str, Any]:
    """An answer of the engine contract; `buttons` and `custom` go with the last text."""
    messages: list[dict[str, Any]] = [
        {"text": text, "buttons": [], "custom": None} for text in texts
    ] or [{"text": None, "buttons": [], "custom": None}]
    messages[-1]["buttons"] = [{"title": t, "payload": p} for t, p in buttons or []]
    messages[-1]["custom"] = custom
    return {
        "messages": messages,
        "requested_slot": requested_slot,
        "filled": [{"slot": s, "value": v} for s, v in (filled or {}).items()],
        "intent": "test",
        "confidence": 0.9,
        "step": step,
    }


def handover(reason: str = "demande", priority: str = "normal", **changes: Any) -> dict[str, Any]:
    """The `custom` of a message that asks for a person."""
    request = {"reason": reason, "priority": priority, "probleme": None, "resume": "Veut un agent."}
    return {"handover": request | changes}


def follow_up(payload: str, minutes: int = 20) -> dict[str, Any]:
    """The `custom` of a message that asks for a follow-up."""
    return {"follow_up": {"minutes": minutes, "payload": payload}}


class FakeEngine:
    """The server's behaviour and memory."""

    def __init__(self) -> None:
        self.port = 0
        # Told that it speaks again, it has nothing to say.
        self.says: dict[str, dict[str, Any]] = {RESUME_PAYLOAD: reply()}
        self.requests: list[dict[str, Any]] = []
        # Set once there has been a request.
        self.asked = asyncio.Event()
        # Statuses to answer with instead, for a line.
        self.fails: dict[str, int] = {}
        # Lines that wait until their event is set.
        self.holds: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)
        self.held_lines: set[str] = set()
        self.ready = True
        # The intent of a line read by itself; any other line is "informer". None: it fails.
        self.reads: dict[str, str | None] = {}
        # The conversations it was told to forget, and how it answers to that.
        self.forgotten: list[str] = []
        self.forget_status = 204
        # Every line it has run.
        self.answered: list[str] = []
        self._first: dict[tuple[str, str], dict[str, Any]] = {}
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Answer on a free port, or again on the one it had."""
        app = web.Application()
        app.router.add_post("/conversations/{id}/messages", self.answer)
        app.router.add_post("/parse", self.parse)
        app.router.add_delete("/conversations/{id}", self.forget)
        app.router.add_get("/health", self.health)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Answer nothing any more, as a dead process."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    @property
    def lines(self) -> list[str]:
        """The text or payload of every request, in order."""
        return [request.get("text") or request["payload"] for request in self.requests]

    def hold(self, line: str) -> asyncio.Event:
        """Make the engine think about `line` until the event is set."""
        self.held_lines.add(line)
        return self.holds[line]

    async def until_asked(self, line: str, times: int = 1) -> None:
        """Wait until it was asked about `line` that often."""

        async def asked() -> bool:
            return self.lines.count(line) >= times

        await eventually(asked)

    async def until_answered(self, line: str) -> None:
        """Wait until it has run `line`, whether or not somebody still hears the answer."""

        async def answered() -> bool:
            return line in self.answered

        await eventually(answered)

    async def answer(self, request: web.Request) -> web.Response:
        """The messages route."""
        assert request.headers["Authorization"] == f"Bearer {SECRET}"
        body = await request.json()
        assert set(body) in (
            {"message_id", "text", "metadata"},
            {"message_id", "payload", "metadata"},
        )
        assert set(body["metadata"]) == {"client_key"}
        self.requests.append(body)
        self.asked.set()
        line = body.get("text") or body["payload"]
        if line in self.held_lines:
            await self.holds[line].wait()
        if line in self.fails:
            return web.Response(status=self.fails[line])
        key = (request.match_info["id"], body["message_id"])
        first = self._first.setdefault(key, self.says.get(line, reply(f"Écho : {line}")))
        self.answered.append(line)
        return web.json_response(first)

    async def parse(self, request: web.Request) -> web.Response:
        """The understanding route."""
        assert request.headers["Authorization"] == f"Bearer {SECRET}"
        body = await request.json()
        assert set(body) == {"text"}
        intent = self.reads.get(body["text"], "informer")
        if intent is None:
            return web.Response(status=500)
        return web.json_response({"intent": intent, "confidence": 0.9})

    async def forget(self, request: web.Request) -> web.Response:
        """The erasing route."""
        self.forgotten.append(request.match_info["id"])
        return web.Response(status=self.forget_status)

    async def health(self, _request: web.Request) -> web.Response:
        """The health route."""
        return web.json_response({"status": "ready"}, status=200 if self.ready else 503)


@asynccontextmanager
async def running_engine() -> AsyncIterator[FakeEngine]:
    """A fake engine on a free port."""
    engine = FakeEngine()
    await engine.start()
    try:
        yield engine
    finally:
        await engine.stop()
