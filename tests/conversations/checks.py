"""Checks of a played conversation: each raises an AssertionError that says what is wrong."""

import asyncio
from collections.abc import Callable, Iterable

from tests.conversations.transcript import plain

# For what reaches the client or the desk just after the step it belongs to.
SETTLING_SECONDS = 3.0
_POLL_SECONDS = 0.02


def check(holds: bool, otherwise: str) -> None:
    """Raise `otherwise` unless it holds; unlike a bare assert, for conditions that files set."""
    if not holds:
        raise AssertionError(otherwise)


def check_fragments(contains: Iterable[str], lacks: Iterable[str], text: str) -> None:
    """Check that each fragment is in the text, or isn't."""
    for fragment in contains:
        check(plain(fragment) in plain(text), f"{fragment!r} is not in the last lines")
    for fragment in lacks:
        check(plain(fragment) not in plain(text), f"{fragment!r} is in the last lines")


async def check_soon(
    holds: Callable[[], bool], otherwise: Callable[[], str], seconds: float = SETTLING_SECONDS
) -> None:
    """Check that something holds by the end of that time."""
    try:
        async with asyncio.timeout(seconds):
            while not holds():  # noqa: ASYNC110 - what is polled tells nobody when it changes
                await asyncio.sleep(_POLL_SECONDS)
    except TimeoutError:
        raise AssertionError(otherwise()) from None
