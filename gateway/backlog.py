"""The backlog: how many accepted messages still wait for their answer.

Past a bound no more are accepted: those who wait are answered in time, and the others are told to
try again. What a former process left behind is not counted: it was accepted already.
"""

from collections import Counter

from gateway.refusals import Refused

# Of one conversation: a client who waits for more answers than that won't read them.
MAXIMUM_OF_CONVERSATION = 5


class Backlog:
    """Counts what waits, in all and by conversation."""

    def __init__(self, maximum: int) -> None:
        """`maximum` is for all conversations together; 0 means no bound."""
        self._maximum = maximum
        self._waiting: Counter[str] = Counter()

    def enter(self, conversation_id: str) -> None:
        """Count a message that is about to be accepted. Raises Refused if there is no room."""
        if self._waiting[conversation_id] >= MAXIMUM_OF_CONVERSATION:
            raise Refused("refus_attente")
        if self._maximum and self._waiting.total() >= self._maximum:
            raise Refused("refus_affluence")
        self._waiting[conversation_id] += 1

    def leave(self, conversation_id: str) -> None:
        """One message less waits."""
        self._waiting[conversation_id] -= 1
        if self._waiting[conversation_id] <= 0:
            del self._waiting[conversation_id]

    def clear(self, conversation_id: str) -> None:
        """Nothing of a conversation waits any more."""
        del self._waiting[conversation_id]
