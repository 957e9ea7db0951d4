"""The call-backs over HTTP: the list, the conversation and the number of one, and how it went."""

from typing import Annotated, Any

from aiohttp import web
from pydantic import AwareDatetime, Field, model_validator
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.browser_input import BrowserInput, Text
from gateway.catalogue import Catalogue
from gateway.database import Database
from gateway.desk.agents import SignedInAgent
from gateway.desk.call_back_list import (
    Result,
    access_due_call_back,
    access_listed_call_back,
    listed_call_backs,
    mask_phone,
    settle_call_back,
)
from gateway.desk.door import AGENTS, Door
from gateway.desk.opened_values import note_opened_phone
from gateway.desk.queue import DeskQueue
from gateway.desk.transcripts import masked_transcript
from gateway.handover.call_backs import note_of, phone_of, preference_of
from gateway.handover.opening_hours import OpeningHours
from gateway.intake import checked_text
from gateway.masked_copies import MaskedCopies
from gateway.models import CallBack, CallBackStatus, now

# Of ids that the store's integer key can hold.
_ID = r"{id:\d{1,18}}"


class _Settlement(BrowserInput):
    """The body that says how a call went."""

    status: Result
    tries: Annotated[int, Field(strict=True, ge=0)]
    asked_at: AwareDatetime
    note: Text | None
    due_at: AwareDatetime | None

    @model_validator(mode="after")
    def _has_next_try(self) -> "_Settlement":
        if (self.due_at is None) is (self.status is Result.AGAIN):
            raise ValueError("a time goes with another try, and with nothing else")
        return self


class CallBackRoutes:
    """Handlers of the call-backs' routes."""

    def __init__(
        self,
        door: Door,
        database: Database,
        masked_copies: MaskedCopies,
        desk_queue: DeskQueue,
        hours: OpeningHours | None,
        catalogue: Catalogue,
    ) -> None:
        self._door = door
        self._database = database
        self._masked_copies = masked_copies
        self._desk_queue = desk_queue
        self._hours = hours
        self._catalogue = catalogue

    def routes(self) -> list[web.RouteDef]:
        """The routes to add to the application."""
        opened = self._door.opened
        return [
            web.get("/bureau/api/rappels", opened(AGENTS, self._list)),
            web.post(f"/bureau/api/rappels/{_ID}", opened(AGENTS, self._settle)),
            web.get(f"/bureau/api/rappels/{_ID}/conversation", opened(AGENTS, self._transcript)),
            web.post(f"/bureau/api/rappels/{_ID}/telephone", opened(AGENTS, self._open_phone)),
        ]

    async def _list(self, _request: web.Request, _agent: SignedInAgent) -> web.Response:
        async with self._database.scan() as session:
            listed = [await self._seen(session, each) for each in await listed_call_backs(session)]
        return web.json_response({"call_backs": listed})

    async def _transcript(self, request: web.Request, _agent: SignedInAgent) -> web.Response:
        async with self._database.scan() as session:
            call_back = await access_listed_call_back(session, int(request.match_info["id"]))
            transcript = await masked_transcript(session, call_back.case, self._masked_copies)
        return web.json_response(transcript)

    async def _settle(self, request: web.Request, agent: SignedInAgent) -> web.Response:
        given = _Settlement.model_validate_json(await request.read())
        note = checked_text(given.note) if given.note and given.note.strip() else None
        async with self._database.write() as session:
            call_back = await settle_call_back(
                session,
                int(request.match_info["id"]),
                agent.id,
                result=given.status,
                tries=given.tries,
                asked_at=given.asked_at,
                note=note,
                due_at=given.due_at,
                hours=self._hours,
            )
            seen = await self._seen(session, call_back)
        await self._desk_queue.publish()
        return web.json_response({"call_back": seen})

    async def _open_phone(self, request: web.Request, agent: SignedInAgent) -> web.Response:
        async with self._database.write() as session:
            call_back = await access_due_call_back(session, int(request.match_info["id"]))
            phone = await phone_of(session, call_back)
            note_opened_phone(session, agent, call_back.case)
        # Once it is written down that it is read.
        return web.json_response({"phone": phone})

    async def _seen(self, session: AsyncSession, call_back: CallBack) -> dict[str, Any]:
        """A call-back as agents see it: masked."""
        case = call_back.case
        is_due = call_back.status is CallBackStatus.DUE
        phone = await phone_of(session, call_back)
        return {
            "id": call_back.id,
            "reference": case.reference,
            "reason_label": self._catalogue.label("motifs", case.reason),
            "problem": case.problem,
            "summary": case.summary,
            "preference": await self._masked(
                session, call_back, await preference_of(session, call_back)
            ),
            "asked_at": call_back.asked_at.isoformat(),
            "due_at": call_back.due_at.isoformat() if call_back.due_at else None,
            "due": is_due and call_back.due_at is not None and call_back.due_at <= now(),
            "tries": call_back.tries,
            "status": call_back.status,
            "agent": call_back.agent.name if call_back.agent else None,
            "note": await self._masked(session, call_back, await note_of(session, call_back)),
            "phone_masked": mask_phone(phone) if phone else None,
        }

    async def _masked(
        self, session: AsyncSession, call_back: CallBack, text: str | None
    ) -> str | None:
        if text is None:
            return None
        return (await self._masked_copies.of_text(session, call_back.conversation_id, text)).text
