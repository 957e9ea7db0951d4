"""What one client was promised and what came of it: nothing lost, doubled or out of order. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any


@dataclass(frozen=True)
class Faults:
    """Counts over any number of conversations."""

    lost: int = 0
    doubled: int = 0
    out_of_order: int = 0
    # Answered by an apology and a person: told, but not what was asked for.
    failed: int = 0

    def __add__(self, other: "Faults") -> "Faults":
        return Faults(
            self.lost + other.lost,
            self.doubled + other.doubled,
            self.out_of_order + other.out_of_order,
            self.failed + other.failed,
        )


@dataclass
class Ledger:
    """Keeps what reached one connected client, in order of arrival."""

    # By message id, the seq its acknowledgement gave.
    _accepted: dict[str, int] = field(default_factory=dict)
    _seqs: list[int] = field(default_factory=list)
    _own: list[str] = field(default_factory=list)
    _over: list[str] = field(default_factory=list)
    _answers_since_turn: int = 0
    _unanswered: int = 0
    _failed: int = 0

    def accept(self, message_id: str, seq: int) -> None:
        """The gateway acknowledged a message as stored under `seq`."""
        self._accepted[message_id] = seq

    def receive(self, message: Mapping[str, Any]) -> None:
        """A message of the transcript arrived, the client's own included."""
        self._seqs.append(message["seq"])
        if message["from"]["kind"] == "client":
            self._own.append(message["id"])
        elif self._own:
            # Not the greeting.
            self._answers_since_turn += 1

    def turn_over(self, message_id: str, status: str) -> None:
        """The gateway said that a message's turn is complete."""
        self._over.append(message_id)
        self._unanswered += self._answers_since_turn == 0
        self._answers_since_turn = 0
        self._failed += status != "answered"

    @property
    def open_turns(self) -> int:
        """How many accepted messages still wait for their turn's end."""
        return len(self._accepted.keys() - set(self._over))

    def faults(self) -> Faults:
        """Returns what went wrong, once nothing more is awaited."""
        missing = set(range(1, max(self._seqs, default=0) + 1)) - set(self._seqs)
        unseen = self._accepted.keys() - set(self._own)
        in_order = sorted(self._accepted, key=self._accepted.__getitem__)
        over = [message_id for message_id in self._over if message_id in self._accepted]
        return Faults(
            lost=len(missing) + len(unseen) + self.open_turns + self._unanswered,
            doubled=sum(_repeats(some) for some in (self._seqs, self._own, self._over)),
            out_of_order=sum(later < earlier for earlier, later in pairwise(self._seqs))
            + (over != [message_id for message_id in in_order if message_id in set(over)]),
            failed=self._failed,
        )


def _repeats(items: Sequence[object]) -> int:
    return len(items) - len(set(items))
