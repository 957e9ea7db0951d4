"""Signing in to the portal: one account or none, whatever the reason."""

from sqlalchemy import select

from sandbox import throttle
from sandbox.clock import Clock
from sandbox.database import Database
from sandbox.digests import Digests
from sandbox.folding import normalise_user_code
from sandbox.passwords import Passwords
from sandbox.tables import Account


class TooManyTriesError(Exception):
    """The sign-in was not even looked at; a pause of `retry_after_s` is due."""

    def __init__(self, retry_after_s: int) -> None:
        super().__init__()
        self.retry_after_s = retry_after_s


class SignIn:
    """Checks a user code and a password; unknown, wrong and locked look alike, in time too."""

    def __init__(
        self, database: Database, digests: Digests, passwords: Passwords, clock: Clock
    ) -> None:
        self._database = database
        self._digests = digests
        self._passwords = passwords
        self._clock = clock

    async def account(self, user_code: str, password: str, client_key: str) -> Account | None:
        """The account signed in to, or None; raises `TooManyTriesError` before any look-up."""
        code = normalise_user_code(user_code)
        attempt = throttle.Try(
            action="sign_in",
            account=self._digests.of("account", "user_code", code),
            client=self._digests.of("client", client_key),
        )
        await self._count(attempt)
        async with self._database.begin() as session:
            account = await session.scalar(select(Account).where(Account.user_code == code))
        right = await self._passwords.matches(account.password_hash if account else None, password)
        if not account or not right or account.locked:
            return None
        async with self._database.begin() as session:
            await throttle.forgive(session, attempt)
        return account

    async def _count(self, attempt: throttle.Try) -> None:
        """Counted before the password is checked, so that tries side by side all count."""
        now = self._clock()
        async with self._database.begin() as session:
            wait_s = await throttle.seconds_to_wait(session, attempt, throttle.SIGN_IN_LIMITS, now)
            if wait_s is not None:
                raise TooManyTriesError(wait_s)
            await throttle.count(session, attempt, now)
