"""Throttle of the desk's sign-in: passwords can't be tried out at speed."""

from limits import RateLimitItemPerMinute
from limits.aio.strategies import RateLimiter

from gateway.refusals import Refused

MINUTES = 15
# Tries in that time for one login from one address, and for one address whatever the logins.
TRIES_FOR_LOGIN = RateLimitItemPerMinute(5, MINUTES, namespace="sign-in-login")
TRIES_FOR_ADDRESS = RateLimitItemPerMinute(20, MINUTES, namespace="sign-in-address")


class SignInThrottle:
    """Counts tries; a successful one forgives those of its login."""

    def __init__(self, limiter: RateLimiter) -> None:
        self._limiter = limiter

    async def count_try(self, login: str, client_key: str) -> None:
        """Count a try before its password is looked at. Raises Refused when there were too many."""
        if not (
            await self._limiter.hit(TRIES_FOR_ADDRESS, client_key)
            and await self._limiter.hit(TRIES_FOR_LOGIN, client_key, login)
        ):
            raise Refused("refus_essais", retry_after_seconds=MINUTES * 60)

    async def forgive(self, login: str, client_key: str) -> None:
        """Forget the tries of a login that has succeeded."""
        await self._limiter.clear(TRIES_FOR_LOGIN, client_key, login)
