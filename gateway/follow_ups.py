"""Follow-ups: what the assistant wants to say later by itself, kept until then.

The only module that reads or writes those rows, and the clock that has them looked at; the row
functions work inside the caller's session. A conversation has one follow-up at most. It belongs to
the step at which it was asked for, and goes when the conversation is at another one, when a person
is called, and when it is forgotten. What is due is run by the conversation's lane (turns.py): this
module must not know the engine or what is said.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

import structlog
from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.conversation_keys import cipher_of
from gateway.database import Database
from gateway.handover.ownership import Owner
from gateway.models import Conversation, FollowUp, now

# Follow-ups count in minutes: nobody notices a few seconds.
LOOK_SECONDS = 5.0
# After a stop many may be due at once; what clients write meanwhile must still be answered in time.
STARTED_A_LOOK = 10
# One that failed is started again after this pause, so that a failing engine isn't hammered.
RETRY_SECONDS = 60.0
# Later than that it would only puzzle: an e-mail that was waited for has come and its link has
# expired (30 minutes and an hour), or the client has found another way.
LATEST = timedelta(hours=2)

# Asked for with every turn, so made once (conversations.py).
_DUE = (
    select(FollowUp, Conversation.owner)
    .join(Conversation, Conversation.id == FollowUp.conversation_id)
    .where(
        FollowUp.conversation_id == bindparam("conversation_id"),
        FollowUp.due_at <= bindparam("moment"),
    )
)

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class DueFollowUp:
    """A follow-up whose time has come."""

    id: str
    conversation_id: str
    due_at: datetime
    step: str | None
    payload: str
    client_key: str
    # Who owned the conversation when this was read.
    owner: Owner

    @property
    def is_too_late(self) -> bool:
        """Whether its time is long over."""
        return now() - self.due_at > LATEST


async def plan_follow_up(
    session: AsyncSession,
    conversation_id: str,
    *,
    minutes: int,
    step: str | None,
    payload: str,
    client_key: str,
) -> None:
    """Have `payload` run that many minutes from now, in place of what was planned before."""
    await drop_follow_up(session, conversation_id)
    cipher = await cipher_of(session, conversation_id)
    follow_up_id = str(uuid4())
    session.add(
        FollowUp(
            conversation_id=conversation_id,
            id=follow_up_id,
            due_at=now() + timedelta(minutes=minutes),
            step=step,
            sealed_payload=cipher.seal(payload, _place(follow_up_id)),
            client_key=client_key,
        )
    )
    await session.flush()


async def drop_follow_up(session: AsyncSession, conversation_id: str) -> None:
    """Forget the follow-up of a conversation, if it has one."""
    await session.execute(delete(FollowUp).where(FollowUp.conversation_id == conversation_id))


async def drop_follow_up_of_other_step(
    session: AsyncSession, conversation_id: str, step: str | None
) -> None:
    """Forget the follow-up of a conversation that is at `step`, unless it belongs to that step."""
    await session.execute(
        delete(FollowUp)
        .where(FollowUp.conversation_id == conversation_id, FollowUp.step.is_distinct_from(step))
        .execution_options(synchronize_session=False)
    )


async def due_follow_up(session: AsyncSession, conversation_id: str) -> DueFollowUp | None:
    """The follow-up of a conversation, if its time has come."""
    found = (
        await session.execute(_DUE, {"conversation_id": conversation_id, "moment": now()})
    ).one_or_none()
    if found is None:
        return None
    follow_up, owner = found
    cipher = await cipher_of(session, conversation_id)
    return DueFollowUp(
        id=follow_up.id,
        conversation_id=conversation_id,
        due_at=follow_up.due_at,
        step=follow_up.step,
        payload=cipher.unseal(follow_up.sealed_payload, _place(follow_up.id)),
        client_key=follow_up.client_key,
        owner=owner,
    )


def _place(follow_up_id: str) -> str:
    return f"follow_ups/{follow_up_id}"


async def _all_due(session: AsyncSession) -> Mapping[str, str]:
    """The conversation of every follow-up whose time has come, by id, the oldest first."""
    found = await session.scalars(
        select(FollowUp).where(FollowUp.due_at <= now()).order_by(FollowUp.due_at)
    )
    return {follow_up.id: follow_up.conversation_id for follow_up in found}


class FollowUps:
    """The clock: wakes the conversations whose follow-up is due."""

    def __init__(self, database: Database, wake: Callable[[str], None]) -> None:
        """`wake` has a conversation do what it has to do, which includes its due follow-up."""
        self._database = database
        self._wake = wake
        # By id, when those that are due were last started (monotonic seconds).
        self._started: dict[str, float] = {}

    async def run(self) -> None:
        """Look until cancelled; what fails is tried again at a later look."""
        while True:
            try:
                await self.look()
            except Exception:
                log.exception("follow_ups_failed")
            await asyncio.sleep(LOOK_SECONDS)

    async def look(self) -> None:
        """Wake the conversations of the oldest due follow-ups that weren't started just now."""
        async with self._database.read() as session:
            due = await _all_due(session)
        moment = time.monotonic()
        self._started = {
            follow_up_id: started
            for follow_up_id, started in self._started.items()
            if follow_up_id in due and moment - started < RETRY_SECONDS
        }
        waiting = [follow_up_id for follow_up_id in due if follow_up_id not in self._started]
        for follow_up_id in waiting[:STARTED_A_LOOK]:
            self._started[follow_up_id] = moment
            self._wake(due[follow_up_id])
