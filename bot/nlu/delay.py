"""How long ago, in minutes, as people say it: "y a 20 minutes", "une demi-heure", "hier soir"."""

import re

UNKNOWN_DELAY = "inconnu"

_MINUTES_OF_A_DAY = 24 * 60

_SMALL_NUMBERS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14,
    "quinze": 15, "seize": 16, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50,
    "soixante": 60,
}  # fmt: skip
_ABOUT = {
    "un couple de": 2, "une couple de": 2, "quelques": 3, "une dizaine de": 10,
    "une quinzaine de": 15, "une vingtaine de": 20, "une trentaine de": 30,
}  # fmt: skip
_NUMBER = "(" + "|".join([r"\d+", *_ABOUT, *_SMALL_NUMBERS]) + ")"
_TENS_AND_UNITS = re.compile(
    r"\b(vingt|trente|quarante|cinquante)[ -](?:et[ -])?"
    r"(une?|deux|trois|quatre|cinq|six|sept|huit|neuf)\b"
)
_HOURS_AND_MINUTES = re.compile(r"\b(\d{1,2}) ?h(?:eures?)? ?(?:et )?(\d{2})\b")

# "à 14h", "vers 9 heures", "depuis 14h30": how long ago that is, only a clock can tell.
_TIME_OF_DAY = re.compile(r"(?<!y[' ])\b(?:a|vers|il est) \d{1,2} ?h|\bdepuis \d{1,2} ?h ?\d{2}\b")

_UNITS_IN_MINUTES = [
    (r"(?:min|mins|minutes?|mn)\b", 1),
    (r"(?:h|hrs?|heures?)\b", 60),
    (r"(?:jours?|journees?)\b", _MINUTES_OF_A_DAY),
    (r"semaines?\b", 7 * _MINUTES_OF_A_DAY),
    (r"mois\b", 30 * _MINUTES_OF_A_DAY),
]

# Of what is vague but surely over half an hour, a low estimate.
_FIXED = [
    (r"\btrois quarts? d'? ?heures?\b|\b3/4 d'? ?h(?:eure)?s?\b", 45),
    (r"\bquart d'? ?heure\b", 15),
    (r"\b(?:une |1 )?demie?[ -]?h(?:eure)?\b|\b1/2 ?h(?:eure)?\b", 30),
    (r"\b(?:une|1) heure et (?:demie|quart|1/2)\b|\b1h30\b", 90),
    (r"\bavant[ -]hier\b", 2 * _MINUTES_OF_A_DAY),
    (r"\b(?:hier|la veille)\b", _MINUTES_OF_A_DAY // 2),
    (r"\bla semaine (?:passee|derniere)\b", 7 * _MINUTES_OF_A_DAY),
    (r"\b(?:a l'instant|je viens (?:juste |tout juste )?de|tout de suite)\b", 1),
    (r"\b(?:a|ce|depuis ce|depuis le) matin\b", 180),
    (r"\b(?:cet apres[ -]midi|cet avant[ -]midi|a midi)\b", 120),
    (r"\b(?:longtemps|(?:des|plusieurs) (?:heures|jours))\b", 180),
]
_VAGUE = re.compile(
    r"\b(?:tantot|tout a l'heure|un (?:petit )?(?:bout|moment)|une (?:es|se)cousse)\b"
)


def read_delay(folded: str) -> int | str | None:
    """Returns the delay said in the folded text, in whole minutes.

    "inconnu" where a delay is said without a length ("ça fait un bout"), None where none is said.
    """
    text = _TENS_AND_UNITS.sub(
        lambda m: str(_SMALL_NUMBERS[m.group(1)] + _SMALL_NUMBERS[m.group(2)]), folded
    )
    if _TIME_OF_DAY.search(text):
        return UNKNOWN_DELAY
    both = _HOURS_AND_MINUTES.search(text)
    if both:
        return int(both.group(1)) * 60 + int(both.group(2))
    for pattern, minutes in _FIXED:
        if re.search(pattern, text):
            return minutes
    for unit, minutes in _UNITS_IN_MINUTES:
        found = re.search(rf"\b{_NUMBER} ?{unit}", text)
        if found:
            return _value(found.group(1)) * minutes
    return UNKNOWN_DELAY if _VAGUE.search(text) else None


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    return _ABOUT.get(number) or _SMALL_NUMBERS[number]
