"""What clients type, brought to the form in which it is compared."""

import unicodedata

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
"""Letters that Unicode's decomposition leaves whole."""


def fold_name(typed: str) -> str:
    """A name without case, accents, hyphens, apostrophes or spaces: "O'Neil" gives "oneil"."""
    letters = unicodedata.normalize("NFKD", typed.casefold().translate(LIGATURES))
    return "".join(letter for letter in letters if letter.isalnum())


def normalise_user_code(typed: str) -> str:
    """A user code as accounts hold it: "ab 123-456" gives "AB123456"."""
    return "".join(c for c in unicodedata.normalize("NFKC", typed).upper() if c.isalnum())


def normalise_email(typed: str) -> str:
    """An address without case: strictly the local part has one, but no mailbox relies on it."""
    return typed.strip().casefold()
