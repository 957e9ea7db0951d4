"""What hurried people do to a line: no accents, no capitals, typos. Pure."""

import random
import re
import unicodedata

_SEED = 4
# Shorter words are rarely mistyped, and a slip makes other words of them.
_WORD = re.compile(r"[^\W\d_]{4,}")
_SHARE_OF_WORDS = 0.25

# The letters beside each one on a French Canadian keyboard, on its row and on the rows above and
# below.
_NEIGHBOURS = {
    "a": "qzws", "b": "vghn", "c": "xdfv", "d": "serfcx", "e": "wrds", "f": "drtgvc", "g": "ftyhbv",
    "h": "gyujnb", "i": "uojk", "j": "huiknm", "k": "jiolm", "l": "kop", "m": "njk", "n": "bhjm",
    "o": "iplk", "p": "ol", "q": "wa", "r": "etfd", "s": "awedxz", "t": "ryfg", "u": "yihj",
    "v": "cfgb", "w": "qesa", "x": "zsdc", "y": "tugh", "z": "asx",
}  # fmt: skip


def without_accents(text: str) -> str:
    """Returns the text without accents and cedillas, all else as it was."""
    decomposed = unicodedata.normalize("NFD", text)
    kept = (c for c in decomposed if unicodedata.category(c) != "Mn")
    return unicodedata.normalize("NFC", "".join(kept))


def lower_case(text: str) -> str:
    """Returns the text without capitals."""
    return text.lower()


def with_typos(text: str) -> str:
    """Returns the text with one slip in about every fourth word of four letters or more.

    Two letters swapped, a letter missing, doubled, or replaced by its neighbour on the keyboard,
    each as often as the others. The same text always gets the same typos.
    """
    dice = random.Random(f"{_SEED} {text}")  # noqa: S311 - nothing secret in typos
    return _WORD.sub(
        lambda word: (
            _mistype(word.group(), dice) if dice.random() < _SHARE_OF_WORDS else word.group()
        ),
        text,
    )


DISTURBANCES = {
    "without accents": without_accents,
    "lower case": lower_case,
    "typos": with_typos,
}


def _mistype(word: str, dice: random.Random) -> str:
    slip = dice.choice([_swap, _leave_out, _double, _hit_neighbour])
    return slip(word, dice)


def _swap(word: str, dice: random.Random) -> str:
    at = dice.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _leave_out(word: str, dice: random.Random) -> str:
    at = dice.randrange(len(word))
    return word[:at] + word[at + 1 :]


def _double(word: str, dice: random.Random) -> str:
    at = dice.randrange(len(word))
    return word[: at + 1] + word[at:]


def _hit_neighbour(word: str, dice: random.Random) -> str:
    at = dice.randrange(len(word))
    letter = without_accents(word[at].lower())
    return word[:at] + dice.choice(_NEIGHBOURS.get(letter, letter)) + word[at + 1 :]
