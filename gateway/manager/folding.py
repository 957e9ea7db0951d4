"""Lines made comparable, whatever their case, accents and punctuation. Pure."""

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz import fuzz

# Of token_sort_ratio, on folded lines: « le lien marche pas » and « mon lien marche pas ».
NEAR = 75.0
# Two training lines of an intent that share more of their trigrams teach the same (Jaccard).
SAME = 0.8
_TRIGRAM = 3
_APOSTROPHES = re.compile("[’‘ʼ´`]")


def fold(text: str) -> str:
    """The words of `text` in lower case, without accents, apart by one space."""
    return " ".join(re.findall(r"\w+", _without_accents(text)))


def groups_of(texts: Sequence[str]) -> list[list[int]]:
    """The positions of near texts together, the largest group first."""
    groups: list[list[int]] = []
    folded = [fold(text) for text in texts]
    for position, text in enumerate(folded):
        group = next((g for g in groups if fuzz.token_sort_ratio(folded[g[0]], text) >= NEAR), None)
        if group is None:
            groups.append([position])
        else:
            group.append(position)
    return sorted(groups, key=len, reverse=True)


def are_same(one: str, other: str) -> bool:
    """Whether one of two texts teaches nothing beside the other."""
    first, second = _trigrams(one), _trigrams(other)
    return len(first & second) > SAME * len(first | second)


def _trigrams(text: str) -> set[str]:
    text = _without_accents(text)
    return {text[i : i + _TRIGRAM] for i in range(max(1, len(text) - _TRIGRAM + 1))}


def _without_accents(text: str) -> str:
    """As the checks of the training data have it (bot/nlu/normalizer.py)."""
    letters = unicodedata.normalize("NFD", _APOSTROPHES.sub("'", text.lower()))
    bare = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
    return " ".join(bare.replace("œ", "oe").replace("æ", "ae").split())
