"""How often an action may be tried.

Decided before any look-up and keyed on what was typed, so that being throttled says nothing about
an account. Attempts are rows: a restart forgets none. A refused attempt is not counted.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from sandbox.tables import Attempt


class Scope(Enum):
    """Whose attempts a limit counts together: the columns that must be equal."""

    ACCOUNT_AND_CLIENT = ("account", "client")
    ACCOUNT = ("account",)
    CLIENT = ("client",)


@dataclass(frozen=True)
class Limit:
    """At most `attempts` in any `window`, for one account, client or both."""

    attempts: int
    window: timedelta
    scope: Scope


@dataclass(frozen=True)
class Try:
    """Who tries what. `account` is a digest of what was typed, whether or not it exists."""

    action: str
    account: str
    client: str


RECOVERY_LIMITS = (
    # A mail can take 30 minutes to arrive (F6): asking again sooner only voids its link.
    Limit(1, timedelta(minutes=30), Scope.ACCOUNT_AND_CLIENT),
    # Three mails that did not help in a day won't be helped by a fourth: a person is needed.
    Limit(3, timedelta(days=1), Scope.ACCOUNT_AND_CLIENT),
    # Somebody with many addresses must not flood one client's mailbox.
    Limit(10, timedelta(days=1), Scope.ACCOUNT),
    # One address must not try code after code; ten leave room for a family or an office.
    Limit(10, timedelta(hours=1), Scope.CLIENT),
)

SIGN_IN_LIMITS = (
    # Room for slips of the finger; a password found by trying needs many thousands.
    Limit(5, timedelta(minutes=15), Scope.ACCOUNT_AND_CLIENT),
    # The same for somebody who tries from many addresses.
    Limit(20, timedelta(hours=1), Scope.ACCOUNT),
    # One address must not try one password on many codes; an office shares an address.
    Limit(30, timedelta(minutes=15), Scope.CLIENT),
)

LONGEST_WINDOW = max(limit.window for limit in (*RECOVERY_LIMITS, *SIGN_IN_LIMITS))


async def seconds_to_wait(
    session: AsyncSession, attempt: Try, limits: tuple[Limit, ...], now: datetime
) -> int | None:
    """Whole seconds until every limit lets `attempt` through; None when they do now."""
    free_at = [await _free_at(session, attempt, limit, now) for limit in limits]
    latest = max((at for at in free_at if at is not None), default=None)
    return None if latest is None else max(1, math.ceil((latest - now).total_seconds()))


async def count(session: AsyncSession, attempt: Try, now: datetime) -> None:
    """Counts `attempt` in all later decisions, and drops those too old to matter."""
    await session.execute(delete(Attempt).where(Attempt.at <= now - LONGEST_WINDOW))
    session.add(
        Attempt(action=attempt.action, account=attempt.account, client=attempt.client, at=now)
    )


async def forgive(session: AsyncSession, attempt: Try) -> None:
    """Forgets this account's attempts from this client: the last one was rightful."""
    await session.execute(
        delete(Attempt).where(
            Attempt.action == attempt.action,
            Attempt.account == attempt.account,
            Attempt.client == attempt.client,
        )
    )


async def _free_at(
    session: AsyncSession, attempt: Try, limit: Limit, now: datetime
) -> datetime | None:
    """When the attempt that fills `limit` leaves its window; None when nothing fills it."""
    filling = (
        select(Attempt.at)
        .where(Attempt.action == attempt.action, Attempt.at > now - limit.window)
        .filter_by(**{column: getattr(attempt, column) for column in limit.scope.value})
        .order_by(Attempt.at.desc())
        .offset(limit.attempts - 1)
        .limit(1)
    )
    at = await session.scalar(filling)
    return None if at is None else at + limit.window
