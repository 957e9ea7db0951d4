"""The throttle of sign-ins: what is forgiven, and what isn't."""

import pytest
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter

from gateway.desk.sign_in_throttle import TRIES_FOR_ADDRESS, TRIES_FOR_LOGIN, SignInThrottle
from gateway.refusals import Refused

OFFICE = "an address"


@pytest.fixture
def throttle() -> SignInThrottle:
    return SignInThrottle(SlidingWindowCounterRateLimiter(MemoryStorage()))


async def test_an_office_that_signs_in_at_eight_is_no_attack(throttle: SignInThrottle) -> None:
    for agent in range(3 * TRIES_FOR_ADDRESS.amount):
        await throttle.count_try(f"agent-{agent}", OFFICE)
        await throttle.forgive(f"agent-{agent}", OFFICE)


async def test_who_has_an_account_cannot_try_out_others_passwords(throttle: SignInThrottle) -> None:
    with pytest.raises(Refused, match="refus_essais"):
        for other in range(TRIES_FOR_ADDRESS.amount + 1):
            await throttle.count_try(f"agent-{other}", OFFICE)
            await throttle.count_try("own", OFFICE)
            await throttle.forgive("own", OFFICE)


async def test_a_login_is_forgiven_its_tries_only(throttle: SignInThrottle) -> None:
    for _ in range(TRIES_FOR_LOGIN.amount):
        await throttle.count_try("camille", OFFICE)
    await throttle.count_try("dominique", OFFICE)
    await throttle.forgive("dominique", OFFICE)
    with pytest.raises(Refused, match="refus_essais"):
        await throttle.count_try("camille", OFFICE)
    # From anywhere else, camille may.
    await throttle.count_try("camille", "another address")
