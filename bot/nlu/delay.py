"""How long ago, in minutes, as people say it: "y a 20 minutes", "une demi-heure", "hier soir"."""

import re

UNKNOWN_DELAY = "inconnu"

_MINUTES_OF_AN_HOUR = 60
_MINUTES_OF_A_DAY = 24 * 60

_SMALL_NUMBERS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14,
    "quinze": 15, "seize": 16, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50,
    "soixante": 60,
}  # fmt: skip
_ABOUT = {
    "un couple": 2, "une couple": 2, "quelques": 3, "plusieurs": 3, "des": 3, "une dizaine": 10,
    "une douzaine": 12, "une quinzaine": 15, "une vingtaine": 20, "une trentaine": 30,
    "une quarantaine": 40,
}  # fmt: skip
_NUMBER = "(" + "|".join([r"\d+", *_ABOUT, *_SMALL_NUMBERS]) + ")"
_OF = r"(?: bonnes?| grosses?| petites?)?(?: de| d'| )? ?"
_TENS_AND_UNITS = re.compile(
    r"\b(vingt|trente|quarante|cinquante)[ -](?:et[ -])?"
    r"(une?|deux|trois|quatre|cinq|six|sept|huit|neuf)\b"
)
_UNITS_IN_MINUTES = {
    r"(?:min|mins|minutes?|mn)\b": 1,
    r"(?:h|hrs?|heures?)\b": _MINUTES_OF_AN_HOUR,
    r"(?:jours?|journees?)\b": _MINUTES_OF_A_DAY,
    r"semaines?\b": 7 * _MINUTES_OF_A_DAY,
    r"mois\b": 30 * _MINUTES_OF_A_DAY,
}
# "2h et demie", "une heure et quart", "une heure trente", "1h15"
_PARTS_OF_AN_HOUR = {"quart": 15, "1/4": 15, "demie": 30, "demi": 30, "1/2": 30}
_HOURS_AND_MINUTES = re.compile(
    rf"\b{_NUMBER} ?(?:h|hrs?|heures?) ?(?:et )?({'|'.join(_PARTS_OF_AN_HOUR)}"
    rf"|\d{{2}}|{'|'.join(_SMALL_NUMBERS)})\b(?! minutes? (?:de|d'))"
)
_LESS = re.compile(r"\bmoins (?:de |d'|que )")
_MORE = re.compile(r"(?:\bplus|\+) ?(?:de |d'|que )")

# "à 14h", "vers 9 heures", "depuis 14h30": how long ago that is, only a clock can tell.
_TIME_OF_DAY = re.compile(
    r"(?<!y[' ])\b(?:a|vers|il est) (?:\d{1,2} ?h|\d{1,2}:\d{2}|midi|minuit)"
    r"|\bdepuis \d{1,2} ?h ?\d{2}\b"
)

# Of what is vague but surely over half an hour, a low estimate.
_FIXED = [
    (r"\btrois quarts? d'? ?heures?\b|\b3/4 d'? ?h(?:eure)?s?\b", 45),
    (r"\bquart d'? ?heure\b|\b1/4 d'? ?h(?:eure)?\b", 15),
    (r"(?<!et )\b(?:une |1 )?demie?[ -]?h(?:eure)?\b|\b1/2 ?h(?:eure)?\b", 30),
    (r"\bavant[ -]hier\b", 2 * _MINUTES_OF_A_DAY),
    (r"\bhier (?:matin|avant[ -]midi|midi)\b", _MINUTES_OF_A_DAY),
    (r"\b(?:hier|la veille)\b", _MINUTES_OF_A_DAY // 2),
    (r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|fin de semaine)\b",
     _MINUTES_OF_A_DAY // 2),
    (r"\b(?:la|l'autre) semaine (?:passee|derniere|d'avant)\b", 7 * _MINUTES_OF_A_DAY),
    (r"\b(?:a l'instant|je viens (?:juste |tout juste )?(?:de|d')|tout de suite)\b", 1),
    (r"\b(?:a|ce|depuis ce|depuis le) matin\b|\b(?:cet|l') ?avant[ -]midi\b", 180),
    (r"\b(?:cet|c't'?|c'te|l') ?apres[ -]midi\b|\ba midi\b", 120),
    (r"\btoute la journee\b", 480),
    (r"\b(?:long?temps?|lontemp?s?|lgtemps?)\b", 180),
]  # fmt: skip
_VAGUE = re.compile(
    r"\b(?:tantot|tout a l'heure|un (?:(?:petit|bon) )?(?:bout(?:te)?|moment)"
    r"|une (?:es|se)cousse)\b"
)


def read_delay(folded: str) -> int | str | None:
    """Returns the delay said in the folded text, in whole minutes.

    "inconnu" where a delay is said without a length ("ça fait un bout"), None where none is said.
    Less or more than a length is a minute less or more.
    """
    text = _TENS_AND_UNITS.sub(
        lambda m: str(_SMALL_NUMBERS[m.group(1)] + _SMALL_NUMBERS[m.group(2)]), folded
    )
    if _TIME_OF_DAY.search(text):
        return UNKNOWN_DELAY
    minutes = _read_length(text)
    if minutes is None:
        return UNKNOWN_DELAY if _VAGUE.search(text) else None
    return minutes + bool(_MORE.search(text)) - bool(_LESS.search(text))


def _read_length(text: str) -> int | None:
    both = _HOURS_AND_MINUTES.search(text)
    if both:
        hours, part = both.groups()
        return _value(hours) * _MINUTES_OF_AN_HOUR + (_PARTS_OF_AN_HOUR.get(part) or _value(part))
    for pattern, minutes in _FIXED:
        if re.search(pattern, text):
            return minutes
    for unit, minutes in _UNITS_IN_MINUTES.items():
        # The last of "10 ou 15 minutes" stands beside its unit.
        found = re.search(rf"\b{_NUMBER}{_OF}{unit}", text)
        if found:
            return _value(found.group(1)) * minutes
    return None


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    return _ABOUT.get(number) or _SMALL_NUMBERS[number]
