"""Canned replies: what agents say often, by a word, read from canned_replies.yml."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import yaml
from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from gateway.desk.agents import SignedInAgent
from gateway.desk.door import AGENTS, Door

CANNED_REPLIES_PATH = Path(__file__).with_name("canned_replies.yml")


class CannedReply(BaseModel):
    """A reply, to be put in the agent's field and changed there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    # One word, in small letters and without accents, as it is typed after a slash.
    shortcut: Annotated[str, Field(pattern=r"^[a-z0-9]+$", max_length=20)]
    title: Annotated[str, Field(min_length=1, max_length=60)]
    text: Annotated[str, Field(min_length=1)]


def load_canned_replies(
    facts: Mapping[str, str], path: Path = CANNED_REPLIES_PATH
) -> tuple[CannedReply, ...]:
    """Read and check a file of replies; `facts` are put in their places. Raises ValueError."""
    content: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    replies = TypeAdapter(tuple[CannedReply, ...]).validate_python(content)
    shared = [word for word, times in Counter(r.shortcut for r in replies).items() if times > 1]
    if shared:
        raise ValueError(f"shortcuts of more than one reply: {', '.join(shared)}")
    return tuple(reply.model_copy(update={"text": reply.text.format(**facts)}) for reply in replies)


class CannedReplyRoutes:
    """The handler of the replies' route."""

    def __init__(self, door: Door, replies: Sequence[CannedReply]) -> None:
        self._door = door
        self._replies = [reply.model_dump() for reply in replies]

    def routes(self) -> list[web.RouteDef]:
        """The routes to add to the application."""
        return [web.get("/bureau/api/reponses", self._door.opened(AGENTS, self._list))]

    async def _list(self, _request: web.Request, _agent: SignedInAgent) -> web.Response:
        return web.json_response({"replies": self._replies})
