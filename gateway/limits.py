"""Limits: how much a conversation, an address and everyone together may ask of the gateway.

What is over a limit is Refused, each limit with a sentence of its own. Addresses are known here
only by their client key (client_identity.py). Counts are in memory: a restart forgets them.
"""

import math
import time

from limits import (
    RateLimitItem,
    RateLimitItemPerHour,
    RateLimitItemPerMinute,
    RateLimitItemPerSecond,
)
from limits.aio.strategies import RateLimiter

from gateway.refusals import Refused
from gateway.settings import LimitSettings


class Limits:
    """Counts, and refuses what is too much."""

    def __init__(self, limiter: RateLimiter, settings: LimitSettings) -> None:
        """A setting of 0 means no limit."""
        self._limiter = limiter
        self._of_conversation = _limit(
            RateLimitItemPerMinute, settings.messages_per_minute, "conversation"
        )
        self._of_address = _limit(
            RateLimitItemPerMinute, settings.address_events_per_minute, "address"
        )
        self._signs_of_address = _limit(
            RateLimitItemPerMinute, settings.address_events_per_minute, "address-signs"
        )
        self._started_by_address = _limit(
            RateLimitItemPerHour, settings.address_conversations_per_hour, "address-starts"
        )
        self._of_all = _limit(RateLimitItemPerSecond, settings.messages_per_second, "all")
        self._started_by_all = _limit(
            RateLimitItemPerMinute, settings.conversations_per_minute, "all-starts"
        )

    async def count_event(self, client_key: str) -> None:
        """Count anything that an address asks for, whatever becomes of it. Raises Refused."""
        await self._count(self._of_address, "refus_adresse", client_key)

    async def count_sign(self, client_key: str) -> None:
        """Count what a page tells of its client by itself: typing, reading. Raises Refused.

        Apart from the events, so that what somebody is writing takes no room from what they send.
        """
        await self._count(self._signs_of_address, "refus_adresse", client_key)

    async def count_message(self, conversation_id: str) -> None:
        """Count a new message that is about to be accepted. Raises Refused."""
        await self._count(self._of_conversation, "refus_trop_vite", conversation_id)
        await self._count(self._of_all, "refus_affluence")

    async def count_start(self, client_key: str) -> None:
        """Count a conversation that is about to be started. Raises Refused."""
        await self._count(self._started_by_address, "refus_conversations", client_key)
        await self._count(self._started_by_all, "refus_affluence")

    async def _count(self, limit: RateLimitItem | None, sentence: str, *key: str) -> None:
        if limit is None or await self._limiter.hit(limit, *key):
            return
        window = await self._limiter.get_window_stats(limit, *key)
        raise Refused(sentence, retry_after_seconds=math.ceil(window.reset_time - time.time()))


def _limit(period: type[RateLimitItem], amount: int, name: str) -> RateLimitItem | None:
    return period(amount, namespace=name) if amount else None
