"""Who owns a conversation, and every way ownership moves.

Rule 1: `owner` is written here, by `move`, and nowhere else
(tests/unit/gateway/test_single_writer.py). Rule 2: this module does no I/O and knows neither
sockets, nor messages, nor who asks; it only knows owners and events, so the whole behaviour can be
read off `MOVES`.

The assistant speaks while `bot` owns, and is silent otherwise. An event that changes nothing where
it may arrive (a second escalation, a client who writes to an agent) is in the table as a move to
the same owner; an event missing from a row is illegal there.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol


class Owner(StrEnum):
    """Who answers the client."""

    BOT = "bot"
    WAITING = "waiting"
    AGENT = "agent"
    CLOSED = "closed"
    # For good, by the client: the next conversation is another one.
    ENDED = "ended"


class Event(StrEnum):
    """What can happen to the ownership of a conversation."""

    ESCALATE = "escalate"
    TAKE = "take"
    CLIENT_RETURNS = "client_returns"
    CLIENT_WRITES = "client_writes"
    HAND_BACK = "hand_back"
    CLOSE = "close"
    CLIENT_ENDS = "client_ends"
    # Back in the queue: the agent is silent or gone, or gives the case to nobody in particular.
    RELEASE = "release"
    # To another agent.
    TRANSFER = "transfer"
    # The client will be phoned.
    CALL_BACK = "call_back"
    REOPEN = "reopen"


MOVES: Mapping[Owner, Mapping[Event, Owner]] = {
    Owner.BOT: {
        Event.ESCALATE: Owner.WAITING,
        Event.CLIENT_WRITES: Owner.BOT,
        Event.CLOSE: Owner.CLOSED,
        Event.CLIENT_ENDS: Owner.ENDED,
    },
    Owner.WAITING: {
        Event.ESCALATE: Owner.WAITING,
        Event.TAKE: Owner.AGENT,
        Event.CLIENT_RETURNS: Owner.BOT,
        Event.CLIENT_WRITES: Owner.WAITING,
        Event.CALL_BACK: Owner.BOT,
        Event.CLOSE: Owner.CLOSED,
        Event.CLIENT_ENDS: Owner.ENDED,
    },
    Owner.AGENT: {
        Event.ESCALATE: Owner.AGENT,
        Event.CLIENT_WRITES: Owner.AGENT,
        Event.HAND_BACK: Owner.BOT,
        Event.RELEASE: Owner.WAITING,
        Event.TRANSFER: Owner.AGENT,
        Event.CLOSE: Owner.CLOSED,
        Event.CLIENT_ENDS: Owner.ENDED,
    },
    Owner.CLOSED: {
        Event.CLIENT_WRITES: Owner.BOT,
        Event.REOPEN: Owner.WAITING,
        Event.CLIENT_ENDS: Owner.ENDED,
    },
    Owner.ENDED: {
        Event.CLIENT_ENDS: Owner.ENDED,
    },
}


class IllegalMove(Exception):
    """An event arrived where the table doesn't expect it."""

    def __init__(self, owner: Owner, event: Event) -> None:
        super().__init__(f"{event} is not possible while the conversation is owned by {owner}")


class Owned(Protocol):
    """Anything that has an owner."""

    owner: Owner


def move(conversation: Owned, event: Event) -> bool:
    """Apply `event` to the owner of `conversation`; say whether the owner changed.

    The caller holds the conversation's row lock. Raises IllegalMove, and changes nothing, when the
    table has no such move.
    """
    before = conversation.owner
    try:
        conversation.owner = MOVES[before][event]
    except KeyError:
        raise IllegalMove(before, event) from None
    return conversation.owner is not before
