"""Notes: what agents tell each other about a case, sealed as what was said in its conversation.

They are read masked, by what is known to be personal then. The only module that reads or writes
those rows; it works inside the caller's session.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.conversation_keys import cipher_of
from gateway.masked_copies import MaskedCopies
from gateway.models import Case, CaseNote
from gateway.refusals import Refused


@dataclass(frozen=True)
class Note:
    """A note as agents read it."""

    id: str
    at: datetime
    agent: str
    text: str


async def add_note(
    session: AsyncSession,
    case: Case,
    agent_id: int,
    note_id: str,
    text: str,
    masked_copies: MaskedCopies,
) -> Note:
    """Keep what an agent notes about an open case; a repeated id is kept once. Raises Refused."""
    row = await session.get(CaseNote, note_id)
    if row is None:
        cipher = await cipher_of(session, case.conversation_id)
        row = CaseNote(
            id=note_id,
            case_id=case.id,
            conversation_id=case.conversation_id,
            agent_id=agent_id,
            sealed_text=cipher.seal(text, _place(note_id)),
        )
        session.add(row)
        await session.flush()
        await session.refresh(row, ["agent"])
    elif (row.case_id, row.agent_id) != (case.id, agent_id) or await _text(session, row) != text:
        raise Refused("refus_reutilise")
    return await _as_read(session, row, masked_copies)


async def read_notes(
    session: AsyncSession, case_id: int, masked_copies: MaskedCopies
) -> Sequence[Note]:
    """The notes of a case, in order."""
    found = await session.scalars(
        select(CaseNote).where(CaseNote.case_id == case_id).order_by(CaseNote.at, CaseNote.id)
    )
    return [await _as_read(session, row, masked_copies) for row in found]


async def forget_notes(session: AsyncSession, conversation_id: str) -> None:
    """Delete what was noted about the cases of a conversation."""
    await session.execute(delete(CaseNote).where(CaseNote.conversation_id == conversation_id))


async def _as_read(session: AsyncSession, row: CaseNote, masked_copies: MaskedCopies) -> Note:
    text = await _text(session, row)
    masked = await masked_copies.of_text(session, row.conversation_id, text)
    return Note(row.id, row.at, row.agent.name, masked.text)


async def _text(session: AsyncSession, row: CaseNote) -> str:
    cipher = await cipher_of(session, row.conversation_id)
    return cipher.unseal(row.sealed_text, _place(row.id))


def _place(note_id: str) -> str:
    return f"case_notes/{note_id}"
