"""Throttle of passwords and invitations: neither can be tried out at speed."""

from limits import RateLimitItemPerMinute
from limits.aio.strategies import RateLimiter

from gateway.refusals import Refused

MINUTES = 15
# Tries in that time for one login from one address, and for one address whatever the logins.
TRIES_FOR_LOGIN = RateLimitItemPerMinute(5, MINUTES, namespace="sign-in-login")
TRIES_FOR_ADDRESS = RateLimitItemPerMinute(20, MINUTES, namespace="sign-in-address")


class SignInThrottle:
    """Counts tries; a successful one forgives those of its login, and itself."""

    def __init__(self, limiter: RateLimiter) -> None:
        self._limiter = limiter

    async def count_try(self, login: str, client_key: str) -> None:
        """Count a try before its password is looked at. Raises Refused when there were too many."""
        await self.count_link(client_key)
        if not await self._limiter.hit(TRIES_FOR_LOGIN, client_key, login):
            raise _too_many()

    async def count_link(self, client_key: str) -> None:
        """Count a try of an invitation's link. Raises Refused when there were too many."""
        if not await self._limiter.hit(TRIES_FOR_ADDRESS, client_key):
            raise _too_many()

    async def forgive(self, login: str, client_key: str) -> None:
        """Forget the tries of a login that has succeeded, and this one of its address.

        The failed ones of the address stay: who has an account could try others' for ever.
        """
        await self._limiter.clear(TRIES_FOR_LOGIN, client_key, login)
        await self._limiter.hit(TRIES_FOR_ADDRESS, client_key, cost=-1)


def _too_many() -> Refused:
    return Refused("refus_essais", retry_after_seconds=MINUTES * 60)
