"""What looks personal in a text by its shape, whoever wrote it: cards, numbers, addresses, links.

The engine says more (what it understood); this is what can be seen without it. When in doubt it
finds something: a mask can be opened, what was shown cannot be taken back. This module must not
know words that stand for what it finds.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """Something personal in a text: its kind and where it stands (code points)."""

    kind: str
    start: int
    end: int


# A gap inside a number, as people type it.
_GAP = r"[ \u00a0\u202f.\-\u2011]"
# Nothing starts inside a word: clients' lines may be long, and made to be slow to search.
_EMAIL = re.compile(
    r"(?<![^\s@<>\"',;:()])[^\s@<>\"',;:()]+@[^\s@<>\"',;:()]+\.[^\s@<>\"',;:()]*\w"
)
_LINK = re.compile(
    r"https?://[^\s<>\"«»]+|(?<![\w@.-])[\w-]+(?:\.[\w-]+)+(?::\d+)?/[^\s<>\"«»]+", re.I
)
# What carries a token, such as the portal's reset link: a query, a fragment, or one long segment.
_TOKEN = re.compile(r"[?#=]|/[\w~%-]{16,}")
_DIGITS = re.compile(rf"(?<![\w-])\d(?:{_GAP}?\d){{12,}}(?!\w)")
_CARD_LENGTHS = range(13, 20)
# Of nearly all cards; what comes behind so many digits may be something else, as an expiry date.
_USUAL_CARD_LENGTHS = (15, 16)
_INSURANCE_NUMBER = re.compile(rf"(?<![\w-])\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}(?!\w|{_GAP}?\d)")
_NAMED_INSURANCE_NUMBER = re.compile(
    r"\b(?:nas|n\.a\.s\.?|sin|assurances?[ -]sociales?)\b\D{0,20}"
    rf"(\d{{3}}{_GAP}?\d{{3}}{_GAP}?\d{{3}})\b",
    re.I,
)
# North American: area code and exchange never begin with 0 or 1.
_PHONE = re.compile(
    rf"(?<![\w-])(?:\+?1{_GAP}?)?\(?[2-9]\d{{2}}\)?{_GAP}{{0,2}}[2-9]\d{{2}}{_GAP}?\d{{4}}(?!\w)"
)
_PHONE_DIGITS = 10
# The code's format is documented nowhere (F2): letters and digits as the portal's clients write
# them, in groups or not; behind its name, anything with a digit.
_USER_CODE = re.compile(
    rf"(?<![\w@./#-])(?!err)(?:[a-z]{{1,3}}-?\d{{4,8}}|[a-z]{{2}}{_GAP}?\d{{3}}{_GAP}?\d{{3}})(?![\w@-])(?!{_GAP}\d)",
    re.I,
)
_NAMED_USER_CODE = re.compile(
    r"\b(?:code|user|utilisateur|usager|identifiant|username|login)\b"
    r"(?:[ \u00a0](?:d['’]utilisateur|utilisateur|est|c['’]est|était|serait|le|,))*"
    r"[ \u00a0]?[:=]?[ \u00a0]?"
    r"((?=[\w-]*\d)[a-z0-9][a-z0-9-]{3,19})(?![\w@-])",
    re.I,
)
_ERROR = re.compile(r"\b(?:erreurs?|error)\b", re.I)
_PASSWORD_NAME = r"\b(?:mot ?de ?passe|mdp|password|pwd|pw)\b"  # noqa: S105
_PASSWORD_SEPARATOR = r"(?: est| était| c['’](?:est|était)| cest|[ \u00a0]?[:=])"  # noqa: S105
_OPENING = r"[ \u00a0:=]*[«\"'“ \u00a0]*"
_NAMED_PASSWORDS = (
    # Unlike a word of a sentence: it has a digit, a sign or an inner capital.
    re.compile(
        rf"(?i:{_PASSWORD_NAME}(?: \w+){{0,2}}?{_PASSWORD_SEPARATOR})"
        rf"{_OPENING}((?=\S*[\d!@#$%&*_]|\S+[A-Z])\S{{4,64}})"
    ),
    re.compile(rf"(?i:{_PASSWORD_NAME}){_OPENING}((?=\S*\d)\S{{4,64}})"),
    # Behind a colon anything is one, unless it says what became of the password.
    re.compile(
        rf"(?i:{_PASSWORD_NAME})[ \u00a0]?[:=]{_OPENING}"
        r"((?!(?i:oubli|perdu|expir|inval|incorr|refus|erron|chang|bloq|inconnu|lequel|quoi))\S{4,64})"
    ),
)
# Not "!" and "?", which end passwords too.
_AFTER_A_VALUE = "»\"'”.,;)"
_WORD = r"[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*"
_CAPITALISED = r"(?=[A-ZÀ-ÖØ-Þ])" + _WORD
_NOT_A_NAME = (
    r"(?!(?i:pas|le|la|les|bien|mal|dans|sur|aussi|toujours|celui|encore|trop|c['’]?est|ce|ça|que"
    r"|écrit|correct|bon|exact|différent|même|inscrit|au|à|en)(?!\w))"
)
_STOP = (
    r"(?!(?i:et|pis|puis|mais|je|j['’]|mon|ma|mes|ne|n['’]|pas|pour|comme|avec|c['’]est|est|qui|que"
    r"|car|donc|depuis|chez|il|elle|on|vous|au|à)(?!\w))"
)
_ANNOUNCED_NAMES = (
    re.compile(
        r"(?i:\bje m['’ ]?appelle|\bje me nomme|\bm(?:on|es) (?:nom|prénom|prenom)s?"
        r"(?: (?:complet|de famille))?(?: (?:et|de) (?:mon )?(?:nom|prénom|prenom))?"
        r"(?: (?:est|c['’]est|cest|sont)|[ \u00a0]?:))"
        rf"[ \u00a0:]*({_NOT_A_NAME}{_WORD}(?: {_STOP}{_WORD}){{0,3}})"
    ),
    # What may be anything is a name only where it has its capitals.
    re.compile(
        r"(?i:\b(?:ici|moi,? c['’]est|au nom de|c['’]est pour))[ \u00a0:]*"
        r"(?:(?i:m\.|mme|monsieur|madame) )?"
        rf"({_CAPITALISED}(?: {_CAPITALISED}){{0,3}})"
    ),
    # A line of names and nothing else.
    re.compile(rf"^\s*({_CAPITALISED}(?: {_CAPITALISED}){{1,3}})[\s.]*$"),
    re.compile(rf"(?i:\bje suis) ({_CAPITALISED}(?: {_CAPITALISED}){{1,3}})"),
)


def find_by_shape(text: str, public_phones: Collection[str]) -> Iterator[Found]:
    """Everything in `text` that has a personal shape; what is found may overlap.

    `public_phones` (ten digits each) are nobody's own.
    """
    for match in _LINK.finditer(text):
        if _TOKEN.search(match.group()):
            yield Found("lien", *match.span())
    for match in _DIGITS.finditer(text):
        if _holds_card(match.group()):
            yield Found("carte", *match.span())
    for match in _INSURANCE_NUMBER.finditer(text):
        if _passes_luhn(_digits_of(match.group())):
            yield Found("nas", *match.span())
    yield from _values("nas", _NAMED_INSURANCE_NUMBER, text)
    for match in _EMAIL.finditer(text):
        yield Found("courriel", *match.span())
    for pattern in _NAMED_PASSWORDS:
        yield from _values("mot_de_passe", pattern, text)
    if not _ERROR.search(text):
        yield from _values("code_utilisateur", _NAMED_USER_CODE, text)
    for match in _USER_CODE.finditer(text):
        yield Found("code_utilisateur", *match.span())
    for match in _PHONE.finditer(text):
        if _digits_of(match.group())[-_PHONE_DIGITS:] not in public_phones:
            yield Found("telephone", *match.span())


def find_announced_names(text: str) -> Iterator[Found]:
    """The names that a text gives as its writer's, or as those of whom it is about."""
    for pattern in _ANNOUNCED_NAMES:
        yield from _values("nom", pattern, text)


def _values(kind: str, pattern: re.Pattern[str], text: str) -> Iterator[Found]:
    """What the group of `pattern` holds, without the punctuation that ends a sentence."""
    for match in pattern.finditer(text):
        value = match.group(1).rstrip(_AFTER_A_VALUE)
        yield Found(kind, match.start(1), match.start(1) + len(value))


def _digits_of(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


def _holds_card(run: str) -> bool:
    """Whether a run of digits is a card number, or begins with one."""
    digits = _digits_of(run)
    is_one = len(digits) in _CARD_LENGTHS and _passes_luhn(digits)
    return is_one or any(
        len(digits) > length and _passes_luhn(digits[:length]) for length in _USUAL_CARD_LENGTHS
    )


def _passes_luhn(digits: str) -> bool:
    """Luhn's check (ISO/IEC 7812-1), which cards and insurance numbers pass."""
    reversed_digits = [int(digit) for digit in reversed(digits)]
    doubled = [sum(divmod(2 * digit, 10)) for digit in reversed_digits[1::2]]
    return (sum(reversed_digits[::2]) + sum(doubled)) % 10 == 0
