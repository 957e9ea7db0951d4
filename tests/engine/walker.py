"""Walks the dialogue: finds every state of the ladders and forms, and sends anything from there.

A state is where the conversation stands: the step and the value asked for. From each one found,
a conversation can be forked as often as one likes, since the engine's memory is its tracker.
"""

import asyncio
import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import aiohttp
import yaml

from actions.ladders import ladders
from tests.running_system import ROOT, RunningSystem

# The longest ladder, with the four answers of its form.
_MAX_PATH = 14
# The engine and the actions have a core each.
_AT_ONCE = 4
_VALUES = {
    "code_utilisateur": "AB123456",
    "prenom": "Jean",
    "nom": "Tremblay",
    "courriel": "jean.tremblay@example.com",
    "type_compte": "individuel",
}
AGENT = "/parler_agent"
PERSISTS = "/probleme_persiste"
_DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
INTENTS: list[str] = _DOMAIN["intents"]

type State = tuple[str | None, str | None]


@dataclass(frozen=True)
class Turn:
    """What was sent and what came of it."""

    sent: str
    result: dict[str, Any]

    @property
    def state(self) -> State:
        """Where the conversation stands after it."""
        return self.result["step"], self.result["requested_slot"]

    @property
    def texts(self) -> list[str]:
        """What was said."""
        return [m["text"] for m in self.result["messages"] if m["text"]]

    @property
    def payloads(self) -> list[str]:
        """The buttons offered."""
        return [b["payload"] for m in self.result["messages"] for b in m["buttons"]]

    @property
    def hands_over(self) -> bool:
        """Whether a person is called."""
        return any((m["custom"] or {}).get("handover") for m in self.result["messages"])


@dataclass
class Walker:
    """Sends payloads and lines to the engine, in conversations it makes and forks."""

    system: RunningSystem
    http: aiohttp.ClientSession
    _gate: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))

    async def send(self, conversation: str, content: str) -> Turn:
        """Sends a payload (it starts with a slash) or a line."""
        async with self._gate:
            return await self._post(conversation, content)

    async def try_out(self, conversation: str, content: str) -> tuple[str, Turn]:
        """Sends it in a new conversation with the same past; returns that one too."""
        async with self._gate:
            copy = self._fork(conversation)
            return copy, await self._post(copy, content)

    async def _post(self, conversation: str, content: str) -> Turn:
        said = {"payload" if content.startswith("/") else "text": content}
        body = {"message_id": str(uuid4()), **said, "metadata": {"client_key": conversation}}
        url = f"{self.system.engine_url}/conversations/{conversation}/messages"
        headers = {"Authorization": f"Bearer {self.system.engine_secret}"}
        async with self.http.post(url, json=body, headers=headers) as answer:
            assert answer.status == 200, f"{content}: status {answer.status}"
            return Turn(content, await answer.json())

    def _fork(self, conversation: str) -> str:
        copy = f"walk-{uuid4()}"
        with closing(sqlite3.connect(self.system.data_dir / "tracker.db", timeout=20)) as store:
            store.execute(
                "INSERT INTO events (sender_id, type_name, timestamp, intent_name, action_name,"
                " data) SELECT ?, type_name, timestamp, intent_name, action_name, data"
                " FROM events WHERE sender_id = ? ORDER BY id",
                (copy, conversation),
            )
            store.commit()
        return copy

    async def states(self) -> dict[State, tuple[str, Turn]]:
        """Returns every state that buttons, answers and values lead to.

        For each, a conversation that stands there and its last turn.
        """
        found: dict[State, tuple[str, Turn]] = {}
        frontier = [(f"walk-{uuid4()}", [f"/{problem}" for problem in ladders()])]
        for _ in range(_MAX_PATH):
            moves = [(c, payload) for c, payloads in frontier for payload in payloads]
            turns = await asyncio.gather(*(self.try_out(c, payload) for c, payload in moves))
            frontier = []
            for conversation, turn in turns:
                if not turn.hands_over and turn.state != (None, None) and turn.state not in found:
                    found[turn.state] = conversation, turn
                    frontier.append((conversation, list(_ways_on(turn))))
        return found


def _ways_on(turn: Turn) -> Iterable[str]:
    """The buttons offered, the readings the step knows, and the value that is asked for."""
    step, slot = turn.state
    yield from (p for p in turn.payloads if p != AGENT and "confirmation" not in p)
    yield from (PERSISTS, "/affirmer", "/nier", "/ne_sait_pas")
    yield "/donner_delai" + json.dumps({"delai": 5})
    yield "/donner_delai" + json.dumps({"relance": "oui"})
    if slot in _VALUES:
        yield _VALUES[slot]
    elif slot == "confirmation":
        yield "/affirmer" + json.dumps({"confirmation": "oui"})
    elif step:
        problem, name = step.split(".")
        intents = set(ladders()[problem].steps[name].answers) & set(INTENTS)
        yield from (f"/{intent}" for intent in intents)
