"""Reading a client's own values out of what they typed: user code, names, e-mail, type of account.

Pure. A value is read only if the text has its shape; whether it was meant is the form's affair.
"""

import re
from pathlib import Path

from actions.folding import fold

# No format is documented for the code (F2): letters and digits, with the marks that codes carry.
_CODE = re.compile(r"(?<![\w@.-])(?=[\w.-]*\d)[A-Za-z0-9][\w.-]{2,30}[A-Za-z0-9](?![\w@-])")
_BARE_CODE = re.compile(r"[A-Za-z0-9][\w.-]{2,30}[A-Za-z0-9]")
_CODE_IN_GROUPS = re.compile(r"(?:[A-Za-z]{1,4}[ -])?\d{2,}(?:[ -]\d{2,})*")
_EMAIL = re.compile(r"[^\s@<>(),;:\"']+@[^\s@<>(),;:\"']+\.[A-Za-z]{2,}")
_NAME = re.compile(r"[^\W\d_]+(?:[-'’. ]+[^\W\d_]+){0,4}\.?")
_MAX_NAME_LENGTH = 60

_LEAD_IN = re.compile(
    r"""
    ^ (?: (?:non|oui|ok|euh|bonjour|alors|ben|bien) [\ ,]+ )*
    (?:
        je\ m'appelle | je\ suis | moi\ c'est | c'est | ici
      | (?:mon|le)\ (?:nom|prenom|code|user|identifiant|courriel|email|mail)
        (?:\ de\ famille|\ d'utilisateur|\ utilisateur|\ complet|\ au\ complet)?
        (?:\ est|\ c'est|\ ?:)
      | (?:nom|prenom|code) (?:\ de\ famille|\ d'utilisateur)? \ ?:
    ) [\ :]*
    """,
    re.VERBOSE,
)


def _word_lists(name: str) -> list[frozenset[str]]:
    """Returns the lists of words of a file beside this module: paragraphs, but for its comments."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    paragraphs = re.sub(r"^#.*\n", "", text, flags=re.M).split("\n\n")
    return [frozenset(words.split()) for words in paragraphs]


_NEVER_NAMES, _SENTENCE_WORDS = _word_lists("not_names.txt")
[_FIRST_NAMES] = _word_lists("first_names.txt")
# "Tremblay avec un y", "Thibault (a-u-l-t)": how it is written, not what it is.
_SPELLING = re.compile(r"\s*(?:\(.*\)|,?\s+(?:avec|sans|ça prend|ca prend)\s.*)$", re.IGNORECASE)
# "… et mon code d'utilisateur est", before the value itself.
_INTRODUCTION = (
    r"(?i:(?:\b(?:et|pis|avec)\s+)?(?:\b(?:mon|le|l['’])\s*)?"
    r"(?:\b(?:code|user|identifiant|courriel|adresse)(?:\s+d['’]utilisateur|\s+utilisateur"
    r"|\s+courriel)?\s*(?:est|c['’]est|:)?\s*)?)"
)
# First names of two words that Québec often writes without the hyphen.
_FIRST_OF_TWO = frozenset({"anne", "jean", "lise", "louis", "marc", "marie", "pierre"})
_SECOND_OF_TWO = frozenset(
    """andre andree anne catherine chantal charles christine claude david denis eve france francois
    helene jose josee joseph julie laure lise lou louis louise luc lyne marc marie martin michel
    noel olivier pascale paul philippe pierre rene rose sebastien soleil sophie yves""".split()  # noqa: SIM905 - a list of words reads better so
)


def read_user_code(text: str, asked: bool) -> str | None:
    """Returns the user code in the text, None if there is none.

    A word with a digit is one anywhere. If the code was `asked` for, so are groups ("AB 123 456")
    and a lone word, but for one written as a name. An e-mail address never is a code (F2).
    """
    found = _CODE.search(_EMAIL.sub(" ", text))
    if found:
        return found.group()
    alone = _strip_lead_in(text)
    if asked and _CODE_IN_GROUPS.fullmatch(alone):
        return re.sub(r"[ -]", "", alone)
    if (
        asked
        and not alone.istitle()
        and _BARE_CODE.fullmatch(alone)
        and fold(alone) not in _NEVER_NAMES | _SENTENCE_WORDS
    ):
        return alone
    return None


def read_email(text: str) -> str | None:
    """Returns the first e-mail address in the text, without a closing full stop, or None."""
    found = _EMAIL.search(text)
    return found.group().rstrip(".") if found else None


def read_name(text: str) -> str | None:
    """Returns the name that the text is, as typed, or None if it holds anything else."""
    name = " ".join(_SPELLING.sub("", _strip_lead_in(text)).split()).strip(" ,.!")
    if len(name) > _MAX_NAME_LENGTH or not _NAME.fullmatch(name):
        return None
    words = fold(name).replace(".", " ").split()
    refused = _NEVER_NAMES if len(words) == 1 else _NEVER_NAMES | _SENTENCE_WORDS
    return None if any(w in refused for w in words) or len(name) < 2 else name


def read_full_name(text: str) -> tuple[str, str] | None:
    """Returns (first name, last name) where the text is at least two words of a name, else None.

    "Jean Tremblay", "Tremblay, Jean", "tremblay jean", "Marie-Ève de la Durantaye". The first name
    is one word, or two that make a known one; "Marie Claude" alone is a first name only.
    """
    last, comma, first = text.partition(",")
    if comma:
        first_name, last_name = read_name(first), read_name(last)
        return (first_name, last_name) if first_name and last_name else None
    name = read_name(text)
    if name is None or " " not in name:
        return None
    first, second, *others = name.split()
    if fold(first) in _FIRST_OF_TWO and fold(second) in _SECOND_OF_TWO:
        return (f"{first} {second}", " ".join(others)) if others else None
    *before, last_word = name.split()
    if _is_first_name(last_word) and not _is_first_name(first):
        return last_word, " ".join(before)
    return first, " ".join([second, *others])


def _is_first_name(word: str) -> bool:
    """Tells whether a word is a known first name, or several with hyphens: "Marie-Ève"."""
    return fold(word).split("-")[0] in _FIRST_NAMES


def read_correction(text: str) -> tuple[str | None, str] | None:
    """Returns (which name, the name) of "non, c'est Tremblé" or "mon prénom est Luc", else None.

    Which name: "prenom", "nom", or None where the line doesn't say.
    """
    lead = _LEAD_IN.match(fold(text))
    name = read_name(text)
    if not lead or not lead.group() or name is None:
        return None
    said = re.search(r"\b(?:pre)?nom\b", lead.group())
    return (said.group() if said else None), name


def without(text: str, value: str | None) -> str:
    """Returns the text without `value` and what introduces it: what is left to read."""
    if not value:
        return text
    introduced = rf"{_INTRODUCTION}{re.escape(value)}(?:\s+(?:et|pis)\b)?"
    return " ".join(re.sub(introduced, " ", text, count=1).split()).strip(" ,;")


def _strip_lead_in(text: str) -> str:
    text = text.strip().strip('«»"“” ').rstrip(".!")
    lead = _LEAD_IN.match(fold(text))
    # Folding keeps the length of French letters, so the lead-in's length holds in the text itself.
    return text[lead.end() :].strip() if lead and len(fold(text)) == len(text) else text
