"""The transcript of a case that is over, as agents may read it: masked, with what they wrote."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from gateway import views
from gateway.desk.supervision import read_close_note, read_masked
from gateway.handover.notes import read_notes
from gateway.masked_copies import MaskedCopies
from gateway.models import Case


async def masked_transcript(
    session: AsyncSession, case: Case, masked_copies: MaskedCopies
) -> dict[str, Any]:
    """What was said in the conversation of a case, the notes about it, and why it was closed."""
    messages = await read_masked(session, case.conversation_id)
    notes = await read_notes(session, case.id, masked_copies)
    return {
        "messages": [views.desk_message(message) for message in messages],
        "notes": [views.note(note) for note in notes],
        "close_note": await read_close_note(session, case, masked_copies),
    }
