"""What an agent does about a case beside taking it and writing: the desk's events of that kind."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from gateway.browser_input import BrowserInput, Id, Text
from gateway.catalogue import Catalogue
from gateway.database import Database
from gateway.delivery import Delivery
from gateway.desk.agents import SignedInAgent
from gateway.desk.queue import DeskQueue
from gateway.desk.resend import Resends, Slot, ValuesWanted, Verb
from gateway.desk.transcripts import masked_transcript
from gateway.handover import relay
from gateway.handover.availability import Availability
from gateway.handover.cases import earlier_cases
from gateway.handover.notes import add_note
from gateway.handover.transfer import return_to_queue, transfer
from gateway.intake import checked_text
from gateway.masked_copies import MaskedCopies
from gateway.refusals import Refusals, Refused

# The longest e-mail address (RFC 5321, 4.5.3.1, errata 1690); names and codes are shorter.
LONGEST_VALUE = 254

type Act = Callable[[str, SignedInAgent, object], Awaitable[dict[str, Any] | None]]


class _OnCase(BrowserInput):
    """Any event about a case."""

    case_id: Id


class _Note(_OnCase):
    """The `note` event."""

    id: UUID
    text: Text


class _Transfer(_OnCase):
    """The `transfer` event; without an agent, to the queue."""

    agent_id: Id | None


class _Close(_OnCase):
    """The `close` event."""

    reason: Text = ""
    note: Text | None = None


class _Resend(_OnCase):
    """The `resend` event."""

    id: UUID
    verb: Verb
    values: dict[Slot, Annotated[Text, Field(max_length=LONGEST_VALUE)]]


class _OpenEarlier(_OnCase):
    """The `open_earlier` event."""

    earlier_id: Id


class Acts:
    """Handles those events; DeskSocket has looked up who acts."""

    def __init__(
        self,
        database: Database,
        masked_copies: MaskedCopies,
        delivery: Delivery,
        desk_queue: DeskQueue,
        resends: Resends,
        availability: Availability,
        answer_within: timedelta,
        catalogue: Catalogue,
        refusals: Refusals,
    ) -> None:
        """`answer_within` is the time an agent has to write to the client of a case."""
        self._database = database
        self._masked_copies = masked_copies
        self._delivery = delivery
        self._desk_queue = desk_queue
        self._resends = resends
        self._availability = availability
        self._answer_within = answer_within
        self._catalogue = catalogue
        self._refusals = refusals

    @property
    def events(self) -> Mapping[str, Act]:
        """What each event does: with a desk, its agent and what it sent; what it answers."""
        return {
            "note": self._note,
            "transfer": self._transfer,
            "close": self._close,
            "known_values": self._known_values,
            "resend": self._resend,
            "open_earlier": self._open_earlier,
        }

    async def _note(self, _sid: str, agent: SignedInAgent, content: object) -> None:
        given = _Note.model_validate(content)
        text = checked_text(given.text)
        async with self._database.write() as session:
            case = await relay.access_open_case(session, given.case_id)
            note = await add_note(session, case, agent.id, str(given.id), text, self._masked_copies)
        await self._delivery.note(case.conversation_id, note)

    async def _transfer(self, _sid: str, agent: SignedInAgent, content: object) -> None:
        given = _Transfer.model_validate(content)
        await self.transfer(agent, given.case_id, given.agent_id)

    async def transfer(self, agent: SignedInAgent, case_id: int, to_agent_id: int | None) -> None:
        """Give a case to another agent, or without one back to the queue. Raises Refused."""
        async with self._database.write() as session:
            if to_agent_id is None:
                case = await return_to_queue(session, agent, case_id, self._catalogue)
            else:
                case = await transfer(
                    session,
                    agent,
                    case_id,
                    to_agent_id,
                    availability=self._availability,
                    answer_within=self._answer_within,
                    catalogue=self._catalogue,
                )
        await self._desk_queue.announce(case.conversation_id)

    async def _close(self, _sid: str, agent: SignedInAgent, content: object) -> None:
        given = _Close.model_validate(content)
        note = checked_text(given.note) if given.note and given.note.strip() else None
        async with self._database.write() as session:
            case = await relay.close(
                session, agent, given.case_id, given.reason, note, self._catalogue
            )
        await self._desk_queue.announce(case.conversation_id)

    async def _known_values(
        self, _sid: str, agent: SignedInAgent, content: object
    ) -> dict[str, Any]:
        case_id = _OnCase.model_validate(content).case_id
        return {"slots": await self._resends.known_slots(agent, case_id)}

    async def _resend(self, _sid: str, agent: SignedInAgent, content: object) -> dict[str, Any]:
        given = _Resend.model_validate(content)
        typed = {slot: checked_text(value) for slot, value in given.values.items() if value.strip()}
        try:
            said = await self._resends.resend(
                agent, given.case_id, str(given.id), given.verb, typed
            )
        except ValuesWanted as wanted:
            return {"ok": False, "error": self._refusals.say(wanted), "missing": wanted.slots}
        return {"said": said}

    async def _open_earlier(
        self, _sid: str, _agent: SignedInAgent, content: object
    ) -> dict[str, Any]:
        asked = _OpenEarlier.model_validate(content)
        async with self._database.read() as session:
            case = await relay.access_open_case(session, asked.case_id)
            earlier = await earlier_cases(session, case.conversation)
            found = next((each for each in earlier if each.id == asked.earlier_id), None)
            if found is None:
                raise Refused("refus_anterieure")
            return await masked_transcript(session, found, self._masked_copies)
