"""What anyone but the client may read of a text: personal values replaced by their names.

Three sources say what is personal: the values the engine reports as filled, the whole of an answer
to a question that asked for a value, and e-mail addresses wherever they stand.
"""

import re
import unicodedata
from collections.abc import Iterable

from gateway.catalogue import Catalogue

# Values anyone may read: a kind of account, a yes or a no. Any other slot is taken as personal.
PUBLIC_SLOTS = frozenset({"type_compte", "confirmation"})

_EMAIL = re.compile(r"[^\s@<>\"',;:()]+@[^\s@<>\"',;:()]+\.[^\s@<>\"',;:()]*\w")
# Clients write codes in groups, and names with or without their hyphen and apostrophe.
_BETWEEN_CHARACTERS = r"[\s.\-'’]*"


def is_personal(slot: str | None) -> bool:
    """Whether the values of `slot` must be masked."""
    return slot is not None and slot not in PUBLIC_SLOTS


class Masking:
    """Masks texts, with the catalogue's names for what was there."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def answer(self, slot: str) -> str:
        """What stands for a whole answer to a question that asked for `slot`."""
        return self._label(slot)

    def text(self, text: str, filled: Iterable[tuple[str, str]]) -> str:
        """`text` with every e-mail address and each (slot, value) of `filled` replaced.

        Values are found whatever their case, accents and grouping: "ab 123-456" is AB123456.
        """
        masked = _EMAIL.sub(self._label("courriel"), text)
        # Longer values first: a family name may contain another value.
        for slot, value in sorted(filled, key=lambda pair: len(pair[1]), reverse=True):
            masked = _replace(masked, value, self._label(slot))
        return masked

    def _label(self, slot: str) -> str:
        return self._catalogue.label("masques", slot)


def _replace(text: str, value: str, label: str) -> str:
    """`text` with each whole occurrence of `value` replaced by `label`."""
    characters = [re.escape(char) for char in _fold(value) if char.isalnum()]
    if not characters:
        return text
    pattern = re.compile(rf"(?<!\w){_BETWEEN_CHARACTERS.join(characters)}(?!\w)")
    pieces: list[str] = []
    end = 0
    # Folding keeps lengths, so positions in the folded text are positions in the text.
    for found in pattern.finditer(_fold(text)):
        pieces += [text[end : found.start()], label]
        end = found.end()
    return "".join([*pieces, text[end:]])


def _fold(text: str) -> str:
    """`text` in lower case without accents, character for character."""
    return "".join(unicodedata.normalize("NFD", char)[0].lower()[:1] or char for char in text)
