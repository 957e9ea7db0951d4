"""Call-backs: what a client who wants to be phoned has given, sealed, until somebody has called.

It works inside the caller's session. A case has
one call-back at most, a draft until its client has confirmed it (call_back_dialogue.py); how a
confirmed one goes is noted by desk/call_back_list.py. Until then its client may change it
(call_back_changes.py): what they would have instead is kept beside what was promised.
"""

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.conversation_keys import cipher_of
from gateway.handover.call_back_times import due_time
from gateway.handover.opening_hours import OpeningHours
from gateway.models import CallBack, CallBackStatus, Case, now


async def call_back_of(session: AsyncSession, case: Case) -> CallBack | None:
    """The call-back of a case, however far it is."""
    return await session.scalar(select(CallBack).where(CallBack.case_id == case.id))


async def due_call_back(session: AsyncSession, conversation_id: str) -> CallBack | None:
    """The call that the client of a conversation has been promised and hasn't had yet, locked."""
    return await session.scalar(
        select(CallBack)
        .where(CallBack.conversation_id == conversation_id, CallBack.status == CallBackStatus.DUE)
        .limit(1)
        .with_for_update(of=CallBack)
    )


async def is_promised(session: AsyncSession, conversation_id: str) -> bool:
    """Whether the client of a conversation has been promised a call and hasn't had it yet."""
    return await due_call_back(session, conversation_id) is not None


async def last_call_back(session: AsyncSession, conversation_id: str) -> CallBack | None:
    """The newest call-back of a conversation that is no draft."""
    return await session.scalar(
        select(CallBack)
        .where(CallBack.conversation_id == conversation_id, CallBack.status != CallBackStatus.DRAFT)
        .order_by(CallBack.id.desc())
        .limit(1)
    )


async def draft(session: AsyncSession, case: Case) -> CallBack:
    """The draft of an open case, with what was given before if it was interrupted."""
    call_back = await call_back_of(session, case)
    if call_back is None:
        call_back = CallBack(case=case, conversation_id=case.conversation_id)
        session.add(call_back)
        await session.flush()
    call_back.status = CallBackStatus.DRAFT
    return call_back


async def keep_phone(session: AsyncSession, call_back: CallBack, number: str | None) -> None:
    """Keep the number to call, as phone_numbers.py writes it; None asks for it again."""
    call_back.sealed_phone = await _seal(session, call_back, "phone", number)
    call_back.tries = 0


async def keep_preference(
    session: AsyncSession, call_back: CallBack, preference: str | None
) -> None:
    """Keep when to call, in the client's words; None asks for it again."""
    call_back.sealed_preference = await _seal(session, call_back, "preference", preference)


async def keep_note(session: AsyncSession, call_back: CallBack, note: str | None) -> None:
    """Keep what an agent wrote of the last call, in place of what was written before."""
    call_back.sealed_note = await _seal(session, call_back, "note", note)


async def note_of(session: AsyncSession, call_back: CallBack) -> str | None:
    """What was written of the last call."""
    return await _unseal(session, call_back, "note", call_back.sealed_note)


async def phone_of(session: AsyncSession, call_back: CallBack) -> str | None:
    """The number to call, if there is one yet."""
    return await _unseal(session, call_back, "phone", call_back.sealed_phone)


async def preference_of(session: AsyncSession, call_back: CallBack) -> str | None:
    """When to call, in the client's words, if they were asked already."""
    return await _unseal(session, call_back, "preference", call_back.sealed_preference)


async def confirm(session: AsyncSession, call_back: CallBack, hours: OpeningHours | None) -> None:
    """Have a draft that has all it takes called, while the service is open."""
    call_back.status = CallBackStatus.DUE
    call_back.asked_at = now()
    call_back.due_at = due_time(await preference_of(session, call_back) or "", now(), hours)
    call_back.tries = 0


async def propose_phone(session: AsyncSession, call_back: CallBack, number: str | None) -> None:
    """Keep the number that the client of a promised call would have instead; None: as it is."""
    call_back.sealed_new_phone = await _seal(session, call_back, "new_phone", number)


async def propose_preference(
    session: AsyncSession, call_back: CallBack, preference: str | None
) -> None:
    """Keep when the client of a promised call would have it instead; None: as it is."""
    call_back.sealed_new_preference = await _seal(session, call_back, "new_preference", preference)


async def proposed_phone(session: AsyncSession, call_back: CallBack) -> str | None:
    """The number that would be called instead."""
    return await _unseal(session, call_back, "new_phone", call_back.sealed_new_phone)


async def proposed_preference(session: AsyncSession, call_back: CallBack) -> str | None:
    """When the call would be made instead."""
    return await _unseal(session, call_back, "new_preference", call_back.sealed_new_preference)


async def apply_proposal(
    session: AsyncSession, call_back: CallBack, hours: OpeningHours | None
) -> None:
    """Have a promised call made as its client would have it instead."""
    phone = await proposed_phone(session, call_back)
    preference = await proposed_preference(session, call_back)
    if phone is not None:
        call_back.sealed_phone = await _seal(session, call_back, "phone", phone)
    if preference is not None:
        await keep_preference(session, call_back, preference)
        call_back.due_at = due_time(preference, now(), hours)
    call_back.asked_at = now()
    await drop_proposal(session, call_back)


async def drop_proposal(session: AsyncSession, call_back: CallBack) -> None:
    """Leave a promised call as it is."""
    await propose_phone(session, call_back, None)
    await propose_preference(session, call_back, None)


async def cancel(session: AsyncSession, call_back: CallBack) -> None:
    """Drop a call-back, with what was given for it."""
    await keep_phone(session, call_back, None)
    await keep_preference(session, call_back, None)
    await drop_proposal(session, call_back)
    call_back.status = CallBackStatus.CANCELLED


async def forget_call_backs(session: AsyncSession, conversation_id: str) -> None:
    """Delete what the call-backs of a conversation hold; nobody can be called any more."""
    of_conversation = CallBack.conversation_id == conversation_id
    await session.execute(
        update(CallBack)
        .where(of_conversation)
        .values(
            sealed_phone=None,
            sealed_preference=None,
            sealed_new_phone=None,
            sealed_new_preference=None,
            sealed_note=None,
        )
    )
    await session.execute(
        update(CallBack)
        .where(of_conversation, CallBack.status.in_((CallBackStatus.DRAFT, CallBackStatus.DUE)))
        .values(status=CallBackStatus.CANCELLED)
    )


async def _seal(
    session: AsyncSession, call_back: CallBack, part: str, value: str | None
) -> bytes | None:
    if value is None:
        return None
    cipher = await cipher_of(session, call_back.conversation_id)
    return cipher.seal(value, _place(call_back, part))


async def _unseal(
    session: AsyncSession, call_back: CallBack, part: str, sealed: bytes | None
) -> str | None:
    if sealed is None:
        return None
    cipher = await cipher_of(session, call_back.conversation_id)
    return cipher.unseal(sealed, _place(call_back, part))


def _place(call_back: CallBack, part: str) -> str:
    return f"call_backs/{call_back.id}/{part}"
