"""The backlog: the accepted messages that wait for their answer, and whether one more may.

Nobody is made to wait for longer than a few seconds: once what waits would take longer, at the pace
at which answers are given, new messages are refused and their clients told to try again. The pace
is measured while there is enough to do for it to be the engine's and not the clients'. What a
former process left behind is not counted: it was accepted already.
"""

import time
from collections import Counter
from collections.abc import Callable

from gateway.refusals import Refused

# Of one conversation: a client who waits for more answers than that won't read them.
MAXIMUM_OF_CONVERSATION = 5
# So many messages, of all conversations, may wait whatever the pace; from there on it is measured.
ALWAYS_ADMITTED = 32
# Seconds an answer, until it has been measured.
FIRST_PACE = 1 / 40
# The weight of the newest answer in the pace: it follows a change within some twenty answers.
WEIGHT = 0.1


class Backlog:
    """Counts what waits, in all and by conversation."""

    def __init__(
        self, longest_wait_seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """With `longest_wait_seconds` 0, only what one conversation has waiting is bounded."""
        self._longest_wait = longest_wait_seconds
        self._clock = clock
        self._waiting: Counter[str] = Counter()
        self._pace = FIRST_PACE
        # When the last answer was given, if the engine has been busy since.
        self._busy_since: float | None = None

    def enter(self, conversation_id: str, *, for_engine: bool) -> None:
        """Count a message that is about to be accepted. Raises Refused if there is no room.

        One that is not `for_engine` needs none of the engine's time, and is only bounded with the
        others of its conversation.
        """
        if self._waiting[conversation_id] >= MAXIMUM_OF_CONVERSATION:
            raise Refused("refus_attente")
        waiting = self._waiting.total()
        if (
            for_engine
            and self._longest_wait
            and waiting >= ALWAYS_ADMITTED
            and waiting * self._pace > self._longest_wait
        ):
            raise Refused("refus_affluence")
        self._waiting[conversation_id] += 1

    def answered(self, conversation_id: str) -> None:
        """The engine has answered a message."""
        if self._waiting.total() < ALWAYS_ADMITTED:
            self._busy_since = None
        else:
            moment = self._clock()
            if self._busy_since is not None:
                self._pace += WEIGHT * (moment - self._busy_since - self._pace)
            self._busy_since = moment
        self.leave(conversation_id)

    def leave(self, conversation_id: str) -> None:
        """A message doesn't wait any more."""
        self._waiting[conversation_id] -= 1
        if self._waiting[conversation_id] <= 0:
            del self._waiting[conversation_id]

    def clear(self, conversation_id: str) -> None:
        """Nothing of a conversation waits any more."""
        del self._waiting[conversation_id]
