"""The tokens in mailed reset links: random, kept hashed, good for one use within the hour (F7).

An account has one row at most: issuing a token replaces the older one, using it removes it.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from sandbox.clock import Clock
from sandbox.database import Database
from sandbox.tables import Account, ResetLink

LIFETIME = timedelta(hours=1)
TOKEN_BYTES = 32


class ResetLinks:
    """Issues tokens, tells whose they are, and uses them up."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def issue(self, session: AsyncSession, account_id: int, now: datetime) -> str:
        """A new token for the account, in the caller's transaction."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        await session.merge(
            ResetLink(account_id=account_id, token_hash=_hash(token), expires_at=now + LIFETIME)
        )
        return token

    async def account_of(self, token: str) -> Account | None:
        """Whose password `token` can reset now; None for expired, used and unknown ones alike."""
        async with self._database.begin() as session:
            return await self._find(session, token)

    async def use(self, token: str, password_hash: str) -> bool:
        """Sets the account's password and uses the token up; False when it is no longer valid."""
        async with self._database.begin() as session:
            account = await self._find(session, token)
            if account is None:
                return False
            account.password_hash = password_hash
            account.password_version += 1
            await session.execute(delete(ResetLink).where(ResetLink.account_id == account.id))
            return True

    async def _find(self, session: AsyncSession, token: str) -> Account | None:
        valid = (
            select(Account)
            .join(ResetLink)
            .where(ResetLink.token_hash == _hash(token), ResetLink.expires_at > self._clock())
            .where(Account.locked.is_(False))
        )
        return await session.scalar(valid)


def _hash(token: str) -> str:
    """A plain hash does: 256 random bits can't be guessed from it."""
    return hashlib.sha256(token.encode()).hexdigest()
