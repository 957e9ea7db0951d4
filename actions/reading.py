"""Reading user codes and e-mail addresses out of what clients type.

Pure. A value is read only if the text has its shape; whether it was meant is the form's affair.
"""

import re

from actions.folding import fold
from actions.lead_ins import strip_lead_in
from actions.names import is_common_word

# No format is documented for the code (F2): letters and digits, with the marks that codes carry.
_CODE = re.compile(r"(?<![\w@.-])(?=[\w.-]*\d)[A-Za-z0-9][\w.-]{2,30}[A-Za-z0-9](?![\w@-])")
_BARE_CODE = re.compile(r"[A-Za-z0-9][\w.-]{2,30}[A-Za-z0-9]")
_CODE_IN_GROUPS = re.compile(r"(?:[A-Za-z]{1,4}[ -])?\d{2,}(?:[ -]\d{2,})*")
# "CD 234567", "GT 482 913", as a thumb or an eye has it.
_LETTERS_APART = re.compile(
    r"(?<![\w@.'’-])(?P<letters>[A-Za-z]{1,3}) (?P<digits>\d{2,}(?:[ -]\d{2,})*)(?![\w@-])"
)
_SHAPED_CODE = re.compile(r"(?<![\w@./#-])[A-Za-z]{1,3}-?\d{4,8}(?![\w@-])")
# "Mon vieux code de 2018".
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST_DIGITS, _DIGITS_OF_A_PHONE = 4, 10
# Short words before a number that are no part of it, beside those of any sentence.
_BEFORE_A_NUMBER = frozenset(
    "a au c cel ces de du en et id la le les ma no nos num pi pis tel".split()  # noqa: SIM905 - a list of words reads better so
)
_EMAIL = re.compile(r"[^\s@<>(),;:\"']+@[^\s@<>(),;:\"']+\.[A-Za-z]{2,}")
# "Luc.roy arobase exemple point com", as it is dictated.
_SPOKEN_AT, _SPOKEN_DOT = re.compile(r" (?:arr?obase?|a commercial) "), re.compile(r" point ")
# "… et mon code d'utilisateur est", before the value itself.
_INTRODUCTION = (
    r"(?i:(?:\b(?:et|pis|avec)\s+)?(?:\b(?:mon|le|l['’])\s*)?"
    r"(?:\b(?:code|user|identifiant|courriel|adresse)(?:\s+d['’]utilisateur|\s+utilisateur"
    r"|\s+courriel)?\s*(?:est|c['’]est|:)?\s*)?)"
)


def read_user_code(text: str, asked: bool) -> str | None:
    """Returns the user code in the text, None if there is none.

    A word with a digit is one anywhere, with its letters apart too ("CD 234567"). If the code was
    `asked` for, so are groups ("AB 123 456") and a lone word, but for one written as a name. An
    e-mail address never is a code (F2).
    """
    text = _EMAIL.sub(" ", text)
    if apart := _read_code_apart(text):
        return apart
    found = _CODE.search(text)
    if found and not (_YEAR.fullmatch(found.group()) and len(text.split()) > 1):
        return found.group()
    alone = strip_lead_in(text)
    first_group = re.split(r"[ -]", alone)[0]
    if asked and _CODE_IN_GROUPS.fullmatch(alone) and not is_common_word(first_group):
        return re.sub(r"[ -]", "", alone)
    if asked and not alone.istitle() and _BARE_CODE.fullmatch(alone) and not is_common_word(alone):
        return alone
    return None


def read_shaped_code(text: str) -> str | None:
    """Returns what looks like nothing but a user code, wherever it stands, else None.

    Letters and digits together ("cd234567"), or apart in capitals ("CD 234567").
    """
    text = _EMAIL.sub(" ", text)
    apart = _read_code_apart(text)
    if apart and apart[0].isupper():
        return apart
    joined = _SHAPED_CODE.search(text)
    return joined.group() if joined else None


def _read_code_apart(text: str) -> str | None:
    apart = _LETTERS_APART.search(text)
    letters = apart["letters"] if apart else ""
    if apart is None or fold(letters) in _BEFORE_A_NUMBER or is_common_word(letters):
        return None
    digits = re.sub(r"\D", "", apart["digits"])
    is_one = _FEWEST_DIGITS <= len(digits) < _DIGITS_OF_A_PHONE
    return letters + digits if is_one else None


def read_email(text: str) -> str | None:
    """Returns the first e-mail address in the text, without a closing full stop, or None."""
    if _SPOKEN_AT.search(text):
        text = _SPOKEN_DOT.sub(".", _SPOKEN_AT.sub("@", text))
    found = _EMAIL.search(text)
    return found.group().rstrip(".") if found else None


def without(text: str, value: str | None) -> str:
    """Returns the text without `value` and what introduces it: what is left to read."""
    if not value:
        return text
    # A code may be written in groups.
    written = "[ -]?".join(re.escape(character) for character in value)
    introduced = rf"{_INTRODUCTION}{written}(?:\s+(?:et|pis)\b)?"
    return " ".join(re.sub(introduced, " ", text, count=1).split()).strip(" ,;")
