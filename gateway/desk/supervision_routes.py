"""Supervision over HTTP: lists, transcripts to read (each is written down), who has a case."""

from http import HTTPStatus

from aiohttp import web
from pydantic import Field

from gateway import views
from gateway.browser_input import LARGEST_ID, BrowserInput, Id
from gateway.catalogue import Catalogue
from gateway.database import Database
from gateway.desk import supervision, supervision_views
from gateway.desk.acts import Acts
from gateway.desk.agents import SignedInAgent
from gateway.desk.door import SUPERVISORS, AgentHandler, Door
from gateway.desk.opened_values import note_read_conversation
from gateway.desk.supervision import PAGE_LENGTH, CaseState
from gateway.masked_copies import MaskedCopies

LONGEST_REFERENCE = 20


class _Page(BrowserInput):
    """Which page of a list: what is older than `before`."""

    before: int | None = Field(default=None, ge=1, le=LARGEST_ID)


class _Search(_Page):
    """Which cases."""

    q: str = Field(default="", max_length=LONGEST_REFERENCE)
    state: CaseState = CaseState.ALL


class _Assignment(BrowserInput):
    """Who is to have a case; without an agent, the queue."""

    agent_id: Id | None


class SupervisionRoutes:
    """Handlers of the supervisors' routes about conversations."""

    def __init__(
        self,
        door: Door,
        database: Database,
        masked_copies: MaskedCopies,
        acts: Acts,
        catalogue: Catalogue,
    ) -> None:
        self._door = door
        self._database = database
        self._masked_copies = masked_copies
        self._acts = acts
        self._catalogue = catalogue

    def routes(self) -> list[web.RouteDef]:
        """The routes to add to the application."""
        api = "/bureau/api"
        return [
            self._get(f"{api}/conversations", self._cases),
            self._get(rf"{api}/conversations/{{id:\d{{1,18}}}}", self._case),
            web.post(
                rf"{api}/conversations/{{id:\d{{1,18}}}}/agent",
                self._door.opened(SUPERVISORS, self._assign),
            ),
            self._get(f"{api}/conversations-assistant", self._assisted),
            self._get(rf"{api}/conversations-assistant/{{key:[0-9a-f]{{64}}}}", self._transcript),
            self._get(f"{api}/valeurs-ouvertes", self._opened_values),
        ]

    def _get(self, path: str, handler: AgentHandler) -> web.RouteDef:
        return web.get(path, self._door.opened(SUPERVISORS, handler))

    async def _cases(self, request: web.Request, _supervisor: SignedInAgent) -> web.Response:
        asked = _Search.model_validate(dict(request.query))
        async with self._database.scan() as session:
            found = await supervision.find_cases(session, asked.q, asked.state, asked.before)
        cases = [
            supervision_views.supervised_case(case, last, self._catalogue) for case, last in found
        ]
        return web.json_response({"cases": cases, "more": len(cases) == PAGE_LENGTH})

    async def _case(self, request: web.Request, supervisor: SignedInAgent) -> web.Response:
        async with self._database.scan() as session:
            found = await supervision.read_case(
                session, int(request.match_info["id"]), self._masked_copies
            )
        if found is None:
            return self._door.refusal("refus_dossier_inconnu", HTTPStatus.NOT_FOUND)
        await self._note_read(supervisor, found.case.conversation_id, found.case.id)
        return web.json_response(supervision_views.supervised_conversation(found, self._catalogue))

    async def _assign(self, request: web.Request, supervisor: SignedInAgent) -> web.Response:
        """Have another agent, or the queue, have a case."""
        asked = _Assignment.model_validate_json(await request.read())
        await self._acts.transfer(supervisor, int(request.match_info["id"]), asked.agent_id)
        return web.json_response({})

    async def _assisted(self, _request: web.Request, _supervisor: SignedInAgent) -> web.Response:
        async with self._database.scan() as session:
            found = await supervision.assisted_conversations(session)
        seen = [supervision_views.assisted_conversation(each, self._catalogue) for each in found]
        return web.json_response({"conversations": seen})

    async def _transcript(self, request: web.Request, supervisor: SignedInAgent) -> web.Response:
        key = request.match_info["key"]
        async with self._database.scan() as session:
            listed = await supervision.assisted_conversations(session)
            ids = {each.key: each.conversation_id for each in listed}
            if key not in ids:
                return self._door.refusal("refus_dossier_inconnu", HTTPStatus.NOT_FOUND)
            messages = await supervision.read_masked(session, ids[key])
        await self._note_read(supervisor, ids[key], None)
        return web.json_response({"messages": [views.desk_message(m) for m in messages]})

    async def _note_read(
        self, supervisor: SignedInAgent, conversation_id: str, case_id: int | None
    ) -> None:
        """Write down who reads a conversation, before they do."""
        async with self._database.write() as session:
            note_read_conversation(session, supervisor, conversation_id, case_id)

    async def _opened_values(
        self, request: web.Request, _supervisor: SignedInAgent
    ) -> web.Response:
        asked = _Page.model_validate(dict(request.query))
        async with self._database.scan() as session:
            found = await supervision.opened_values(session, asked.before)
        values = [supervision_views.opened_value(opened, reference) for opened, reference in found]
        return web.json_response({"values": values, "more": len(values) == PAGE_LENGTH})
