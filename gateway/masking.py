"""What anyone but the client may read of a text: personal values replaced by their names.

Three sources say what is personal: the values the engine reports as filled, what has a personal
shape (personal_patterns.py), and the whole of an answer in which no value could be told apart.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from gateway.catalogue import Catalogue
from gateway.personal_patterns import Found, find_announced_names, find_by_shape

# Values anyone may read: a kind of account, a yes or a no. Any other slot is taken as personal. In
# what is asked for a call-back, the number alone is (call_back_words.py).
PUBLIC_SLOTS = frozenset(
    {
        "type_compte",
        "confirmation",
        "telephone_rappel",
        "moment_rappel",
        "confirmation_rappel",
        "offre_rappel",
        "changement_rappel",
        "offre_retour",
    }
)

# Clients write codes in groups, and names with or without their hyphen and apostrophe.
_BETWEEN_CHARACTERS = r"[\s.\-'’]*"

# The (slot, value) pairs of what the engine reports as filled.
Filled = Collection[tuple[str, str]]


@dataclass(frozen=True)
class Mask:
    """One masked value: where its name stands in the masked text, and it in the raw one.

    Positions count code points. `kind` is a slot, or a kind of personal_patterns.py.
    """

    kind: str
    start: int
    end: int
    raw_start: int
    raw_end: int


@dataclass(frozen=True)
class Masked:
    """A masked text and its masks, in order."""

    text: str
    masks: tuple[Mask, ...]

    @property
    def stored_masks(self) -> list[dict[str, Any]]:
        """The masks as a message's row has them."""
        return [asdict(mask) for mask in self.masks]


def is_personal(slot: str | None) -> bool:
    """Whether the values of `slot` must be masked."""
    return slot is not None and slot not in PUBLIC_SLOTS


class Masking:
    """Masks texts, with the catalogue's names for what was there."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        # Ours are for everyone.
        self._public_phones = {
            "".join(filter(str.isdigit, number))[-10:] for number in catalogue.facts.values()
        }

    def text(self, text: str, filled: Filled) -> Masked:
        """`text` with what has a personal shape and each value of `filled` masked.

        Values are found whatever their case, accents and grouping: "ab 123-456" is AB123456.
        """
        return self._masked(
            text, [*_occurrences(text, filled), *find_by_shape(text, self._public_phones)]
        )

    def client_line(
        self, text: str, known: Filled, *, said: Filled, new: Filled, asked: str | None
    ) -> Masked:
        """A line a client typed, masked.

        `known` are the values of the whole conversation, `said` those the engine read in this line,
        `new` those of them it hadn't read before; `asked` is the slot a question asked for, if any.
        The line is masked whole where a value it must hold can't be told apart.
        """
        unfound = next((slot for slot, value in new if not _holds(text, value)), None)
        if unfound is None and is_personal(asked):
            unfound = None if any(_holds(text, value) for _, value in said) else asked
        if unfound is not None:
            return self._masked(text, [Found(unfound, 0, len(text))])
        found = [*find_by_shape(text, self._public_phones), *find_announced_names(text)]
        return self._masked(text, [*_occurrences(text, known), *found])

    def again(self, text: str, masks: Iterable[dict[str, Any]], new: Filled) -> Masked:
        """`text`, masked before with `masks` (as stored), with the values of `new` masked too."""
        before = (Mask(**mask) for mask in masks)
        kept = [Found(mask.kind, mask.raw_start, mask.raw_end) for mask in before]
        return self._masked(text, [*kept, *_occurrences(text, new)])

    def _masked(self, text: str, found: Iterable[Found]) -> Masked:
        pieces: list[str] = []
        masks: list[Mask] = []
        raw_end = length = 0
        for each in _joined(found):
            label = self._catalogue.label("masques", each.kind)
            pieces += [text[raw_end : each.start], label]
            start = length + each.start - raw_end
            length, raw_end = start + len(label), each.end
            masks.append(Mask(each.kind, start, length, each.start, each.end))
        return Masked("".join([*pieces, text[raw_end:]]), tuple(masks))


def _joined(found: Iterable[Found]) -> Iterator[Found]:
    """What was found, in order; what overlaps is one, of the kind of its longest part.

    Of two as long, the first one given.
    """
    waiting: Found | None = None
    longest = 0
    for each in sorted(found, key=lambda f: (f.start, -f.end)):
        if waiting is None or each.start >= waiting.end:
            if waiting is not None:
                yield waiting
            waiting, longest = each, each.end - each.start
            continue
        kind = waiting.kind
        if each.end - each.start > longest:
            kind, longest = each.kind, each.end - each.start
        waiting = Found(kind, waiting.start, max(waiting.end, each.end))
    if waiting is not None:
        yield waiting


def _holds(text: str, value: str) -> bool:
    return any(_occurrences(text, [("", value)]))


def _occurrences(text: str, filled: Filled) -> Iterator[Found]:
    """Each whole occurrence of a value in `text`."""
    folded = _fold(text)
    for slot, value in filled:
        as_given = _fold(value).strip()
        characters = [re.escape(char) for char in as_given if char.isalnum()]
        if not characters:
            continue
        pattern = rf"(?<!\w)(?:{re.escape(as_given)}|{_BETWEEN_CHARACTERS.join(characters)})(?!\w)"
        # Folding keeps lengths, so positions in the folded text are positions in the text.
        for match in re.finditer(pattern, folded):
            yield Found(slot, *match.span())


def _fold(text: str) -> str:
    """`text` in lower case without accents, character for character."""
    return "".join(unicodedata.normalize("NFD", char)[0].lower()[:1] or char for char in text)
