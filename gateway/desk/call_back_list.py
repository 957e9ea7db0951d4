"""The call-backs that agents make: which are due, how each went, and the number to call.

A call-back comes here once its client has confirmed it. Works inside the caller's session.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

import phonenumbers
from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.handover.call_back_times import next_open
from gateway.handover.call_backs import keep_note
from gateway.handover.opening_hours import QUEBEC, OpeningHours
from gateway.models import CallBack, CallBackStatus, now
from gateway.refusals import Refused

# How far ahead a call may be put off: well before its conversation is deleted (retention.py).
LONGEST_DELAY_DAYS = 14
SHOWN_DIGITS = 2

SETTLED = (CallBackStatus.DONE, CallBackStatus.FAILED)


class Result(StrEnum):
    """How a call went."""

    DONE = "done"
    FAILED = "failed"
    # Nobody answered, say: there will be another try.
    AGAIN = "again"


async def listed_call_backs(session: AsyncSession) -> Sequence[CallBack]:
    """Those to be made, the first due first, then those settled today, the last one first."""
    midnight = datetime.now(QUEBEC).replace(hour=0, minute=0, second=0, microsecond=0)
    found = await session.scalars(
        select(CallBack)
        .where(
            or_(
                CallBack.status == CallBackStatus.DUE,
                CallBack.status.in_(SETTLED) & (CallBack.done_at >= midnight),
            )
        )
        .order_by(CallBack.done_at.desc().nulls_first(), CallBack.due_at, CallBack.id)
    )
    return found.all()


async def access_listed_call_back(session: AsyncSession, call_back_id: int) -> CallBack:
    """The call-back of that id, if the list shows it. Raises Refused."""
    listed = await listed_call_backs(session)
    found = next((each for each in listed if each.id == call_back_id), None)
    if found is None:
        raise Refused("refus_rappel")
    return found


async def count_due(session: AsyncSession) -> int:
    """How many clients should be phoned by now."""
    counted = await session.scalar(
        select(func.count())
        .select_from(CallBack)
        .where(CallBack.status == CallBackStatus.DUE, CallBack.due_at <= now())
    )
    return counted or 0


async def access_due_call_back(session: AsyncSession, call_back_id: int) -> CallBack:
    """The call-back of that id, still to be made, locked. Raises Refused."""
    call_back = await session.get(CallBack, call_back_id, with_for_update=True)
    if call_back is None or call_back.status is not CallBackStatus.DUE:
        raise _refusal(call_back)
    return call_back


async def settle_call_back(
    session: AsyncSession,
    call_back_id: int,
    agent_id: int,
    *,
    result: Result,
    tries: int,
    asked_at: datetime,
    note: str | None,
    due_at: datetime | None,
    hours: OpeningHours | None,
) -> CallBack:
    """Note how a call went, and when the next try is `due_at`, if there is one. Raises Refused.

    If the service, which may have `hours`, is closed then, the next try is when it opens.

    `tries` and `asked_at` are what they were when the agent read the list: whoever notes a call
    that another agent has noted, or its client changed, meanwhile is refused.
    """
    call_back = await access_due_call_back(session, call_back_id)
    if call_back.asked_at != asked_at:
        raise Refused("refus_rappel_change")
    if call_back.tries != tries:
        raise _refusal(call_back)
    if result is Result.AGAIN:
        latest = now() + timedelta(days=LONGEST_DELAY_DAYS)
        if due_at is None or not now() < due_at <= latest:
            raise Refused("refus_moment", maximum=str(LONGEST_DELAY_DAYS))
        call_back.due_at = next_open(due_at, hours)
    else:
        call_back.status = CallBackStatus(result)
        call_back.done_at = now()
    call_back.tries += 1
    call_back.agent_id = agent_id
    await keep_note(session, call_back, note)
    await session.flush()
    await session.refresh(call_back, ["agent"])
    return call_back


def mask_phone(phone: str) -> str:
    """What of a number may be shown unasked: its area and its end, "418 ···-··23"."""
    digits = phonenumbers.national_significant_number(phonenumbers.parse(phone))
    return f"{digits[:3]} ···-··{digits[-SHOWN_DIGITS:]}"


def _refusal(call_back: CallBack | None) -> Refused:
    """Why a call-back can't be settled: an agent has noted it already, or it isn't to be made.

    Who noted an earlier try of a call that its client has called off since has not.
    """
    if call_back is None or call_back.agent is None or call_back.status is CallBackStatus.CANCELLED:
        return Refused("refus_rappel")
    return Refused("refus_rappel_regle", agent=call_back.agent.name)
