"""Reading values by their shape: a device, an error code, a user code.

Pure. Each works on the folded text (normalizer.fold) but for the user code, whose letters count.
Names and e-mail addresses are read by the forms, which know which one was asked for.
"""

import re

_DEVICES = {
    "tablette": r"ipads?|tablettes?|galaxy tab",
    "cellulaire": r"cell?s?|cellulaires?|telephones? intelligents?|smart ?phones?|i ?phones?"
    r"|androids?|samsung|pixel|mobile",
    # With "d'" and "l'" as they are typed in haste: "j'ai pas dordi".
    "ordinateur": r"[dl]?ordis?|[dl]?ordinateurs?|pc|mac|macbook|imac|laptops?|desktop|portable"
    r"|chromebook",
}
_DEVICE_PATTERNS = {name: re.compile(rf"\b(?:{words})\b") for name, words in _DEVICES.items()}
# "Pas d'ordi", "sans ordinateur", "aucun accès à un pc".
_WITHOUT = re.compile(
    r"\b(?:pas|pu|plus|sans|aucun|ni)(?: (?:acces|a|d|de|un|mon|l|d'un))* (?:[dl]')?"
    rf"(?:{_DEVICES['ordinateur']})\b"
)

# "erreur 403", "code d'erreur : ERR-1029", "erreur 0x80070005".
_ERROR_CODE = re.compile(
    r"\b(?:erreurs?|error)\b(?: (?:numero|no|http|code|est|dit|c'est|de type))* ?[:#]? ?"
    r"([a-z]{0,4}[-_]?\d{3,6}[a-z]?|0x[0-9a-f]{2,8})\b"
)
_BARE_ERROR_CODE = re.compile(r"\b(err[-_ ]?\d{2,6}|err(?:_[a-z]+){2,}|0x[0-9a-f]{4,8})\b")

# Nothing documents the code's format (F2). Without being told that it is one, only what has both
# letters and digits is taken for a code; behind the word, digits alone will do.
_USER_CODE = re.compile(r"(?<![\w@./#-])[A-Za-z]{1,3}-?\d{4,8}(?![\w@-])")
_NAMED_USER_CODE = re.compile(
    r"\b(?:code|user|utilisateur|usager|identifiant|username|login)\b"
    r"(?: (?:d'utilisateur|utilisateur|est|c'est|etait|serait|le|,))* ?[:=]? ?"
    r"((?=[\w-]*\d)[a-z0-9][a-z0-9-]{3,19})(?![\w@-])",
    re.IGNORECASE,
)


def read_device(folded: str) -> str | None:
    """Returns "cellulaire", "tablette" or "ordinateur" where the text names just one.

    None where it names another number of them; one that is only denied is none.
    """
    at_hand = _WITHOUT.sub(" ", folded)
    named = [name for name, pattern in _DEVICE_PATTERNS.items() if pattern.search(at_hand)]
    return named[0] if len(named) == 1 else None


def read_error_code(folded: str) -> str | None:
    """Returns the code of an error in the text, in capitals, else None."""
    found = _BARE_ERROR_CODE.search(folded) or _ERROR_CODE.search(folded)
    return found.group(1).upper() if found else None


def read_user_code(text: str) -> str | None:
    """Returns the user code in the text as typed, else None."""
    if bare := _USER_CODE.search(text):
        return None if read_error_code(text.lower()) == bare.group().upper() else bare.group()
    named = _NAMED_USER_CODE.search(text)
    return named.group(1) if named and "erreur" not in text.lower() else None
