"""The inbox over HTTP: what was not understood, grouped, and what a person decides of it.

Decisions are taken one after the other, so that of two people the second is told what the first
has decided. What is accepted is in the training data before it is noted as such.
"""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import structlog
from aiohttp import web
from pydantic import Field

from gateway.browser_input import BrowserInput, Id, Text
from gateway.catalogue import OTHER, Catalogue
from gateway.database import Database
from gateway.desk.agents import SignedInAgent
from gateway.desk.door import MANAGERS, Door
from gateway.intake import checked_text
from gateway.manager import inbox
from gateway.manager.folding import groups_of
from gateway.manager.inbox import InboxLine
from gateway.manager.reviewed_lines import ReviewedLines
from gateway.models import MisunderstoodLine
from gateway.refusals import Refused

PATH = "/bureau/api/gestion/incompris"
MOST_LINES_AT_ONCE = 50
# What Rasa would read as a mark of its own in a training line, or is one of our masks.
BRACKETS = frozenset("[]")

log = structlog.get_logger(__name__)


class _Line(BrowserInput):
    """A line, with its words as they are to be trained on where it is accepted."""

    id: Id
    text: Text = ""


class _Decision(BrowserInput):
    """What to do with some lines."""

    decision: Literal["accept", "dismiss", "undo"]
    lines: list[_Line] = Field(min_length=1, max_length=MOST_LINES_AT_ONCE)
    intent: Text = ""


class InboxRoutes:
    """Handlers of the inbox's routes."""

    def __init__(
        self, door: Door, database: Database, reviewed: ReviewedLines, catalogue: Catalogue
    ) -> None:
        self._door = door
        self._database = database
        self._reviewed = reviewed
        self._catalogue = catalogue
        self._intents = {
            name: title for name, title in catalogue.labels["intentions"].items() if name != OTHER
        }
        self._one_at_a_time = asyncio.Lock()

    def routes(self) -> list[web.RouteDef]:
        """The routes to add to the application."""
        return [
            web.get(PATH, self._door.opened(MANAGERS, self._list)),
            web.post(PATH, self._door.opened(MANAGERS, self._decide)),
        ]

    async def _list(self, _request: web.Request, _agent: SignedInAgent) -> web.Response:
        async with self._database.scan() as session:
            lines = [line for line in await inbox.undecided(session) if _has_words(line.text)]
        groups = await asyncio.to_thread(groups_of, [line.text for line in lines])
        return web.json_response(
            {
                "groups": [[_shown(lines[position]) for position in group] for group in groups],
                "intents": [
                    {"name": name, "title": title, "help": self._catalogue.label("aides", name)}
                    for name, title in self._intents.items()
                ],
            }
        )

    async def _decide(self, request: web.Request, agent: SignedInAgent) -> web.Response:
        asked = _Decision.model_validate_json(await request.read())
        async with self._one_at_a_time:
            async with self._database.read() as session:
                rows = await inbox.read_lines(session, [line.id for line in asked.lines])
            if len(rows) < len(asked.lines):
                raise Refused("refus_phrase_absente")
            if asked.decision == "undo":
                await self._undo(list(rows.values()))
                return web.json_response({"written": 0})
            for row in rows.values():
                if row.decided_at is not None:
                    raise Refused("refus_phrase_decidee", agent=row.agent.name if row.agent else "")
            if asked.decision == "dismiss":
                await self._note(agent, None, dict.fromkeys(rows))
                return web.json_response({"written": 0})
            written = await self._accept(agent, asked.intent, asked.lines)
            return web.json_response({"written": written})

    async def _accept(self, agent: SignedInAgent, intent: str, lines: Sequence[_Line]) -> int:
        if intent not in self._intents:
            raise Refused("refus_illisible")
        texts = {line.id: _trainable(line.text) for line in lines}
        written = await asyncio.to_thread(self._reviewed.add, intent, list(texts.values()))
        await self._note(agent, intent, texts)
        log.info("lines_accepted", intent=intent, lines=len(texts), written=written)
        return written

    async def _note(
        self, agent: SignedInAgent, intent: str | None, texts: Mapping[int, str | None]
    ) -> None:
        async with self._database.write() as session:
            for line_id, text in texts.items():
                await inbox.decide(session, line_id, agent.id, intent=intent, text=text)

    async def _undo(self, rows: Sequence[MisunderstoodLine]) -> None:
        """Have lines wait again; words that another line was accepted with too stay trained on."""
        accepted = {(r.intent, r.accepted_text) for r in rows if r.intent and r.accepted_text}
        async with self._database.write() as session:
            for row in rows:
                await inbox.undo(session, row.id)
            gone = [pair for pair in accepted if not await inbox.is_accepted(session, *pair)]
        for intent, text in gone:
            await asyncio.to_thread(self._reviewed.remove, intent, [text])


def _shown(line: InboxLine) -> dict[str, Any]:
    return {
        "id": line.id,
        "text": line.text,
        "at": line.at.isoformat(),
        "cause": line.cause,
        "guess": line.guess,
        "confidence": line.confidence,
    }


def _has_words(masked: str) -> bool:
    """Whether anything is left beside the masks."""
    depth = 0
    for character in masked:
        depth += {"[": 1, "]": -1}.get(character, 0)
        if depth == 0 and character.isalpha():
            return True
    return False


def _trainable(text: str) -> str:
    """`text` as one line for training. Raises Refused."""
    line = " ".join(checked_text(text).split()).lstrip("/ ")
    if BRACKETS & set(line):
        raise Refused("refus_phrase_masque")
    if not any(map(str.isalnum, line)):
        raise Refused("refus_vide")
    return line
