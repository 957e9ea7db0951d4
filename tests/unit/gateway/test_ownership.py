"""Every owner and every event: where it leads, or that it is refused."""

from dataclasses import dataclass

import pytest

from gateway.handover.ownership import MOVES, Event, IllegalMove, Owner, move

# Written out apart from the table, as the product wants it; a pair that isn't here is illegal.
EXPECTED = {
    ("bot", "escalate"): "waiting",
    ("bot", "client_writes"): "bot",
    ("bot", "close"): "closed",
    ("bot", "client_ends"): "ended",
    ("waiting", "escalate"): "waiting",
    ("waiting", "take"): "agent",
    ("waiting", "client_returns"): "bot",
    ("waiting", "client_writes"): "waiting",
    ("waiting", "call_back"): "bot",
    ("waiting", "close"): "closed",
    ("waiting", "client_ends"): "ended",
    ("agent", "escalate"): "agent",
    ("agent", "client_writes"): "agent",
    ("agent", "hand_back"): "bot",
    ("agent", "release"): "waiting",
    ("agent", "transfer"): "agent",
    ("agent", "close"): "closed",
    ("agent", "client_ends"): "ended",
    ("closed", "client_writes"): "bot",
    ("closed", "reopen"): "waiting",
    ("closed", "client_ends"): "ended",
    ("ended", "client_ends"): "ended",
}


@dataclass
class Conversation:
    owner: Owner


@pytest.mark.parametrize("event", Event)
@pytest.mark.parametrize("owner", Owner)
def test_each_owner_and_event(owner: Owner, event: Event) -> None:
    conversation = Conversation(owner)
    expected = EXPECTED.get((owner, event))
    if expected is None:
        with pytest.raises(IllegalMove):
            move(conversation, event)
        assert conversation.owner is owner
    else:
        assert move(conversation, event) is (expected != owner)
        assert conversation.owner is Owner(expected)


def test_every_owner_has_a_row_and_all_but_the_ended_a_way_out() -> None:
    assert set(MOVES) == set(Owner)
    for owner, row in MOVES.items():
        if owner is Owner.ENDED:
            continue
        assert set(row.values()) - {owner}, f"nothing leads out of {owner}"
