"""How long ago, in minutes, as people say it: "il y a 20 minutes", "une demi-heure", "depuis hier soir"."""

import re

UNKNOWN_DELAY = "inconnu"

# Under it the e-mail may still be on its way (F6); a vague "tantôt" says nothing of it.
_MINUTES_OF_A_DAY = 24 * 60

_SMALL_NUMBERS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15,
    "seize": 16, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
}  # fmt: skip
_NUMBER = r"(\d+|" + "|".join(_SMALL_NUMBERS) + r"|une? couple de|quelques|une dizaine de|une quinzaine de|une vingtaine de|une trentaine de)"
_ABOUT = {
    "un couple de": 2, "une couple de": 2, "quelques": 3, "une dizaine de": 10, "une quinzaine de": 15,
    "une vingtaine de": 20, "une trentaine de": 30,
}  # fmt: skip
_TENS_AND_UNITS = re.compile(r"\b(vingt|trente|quarante|cinquante)[ -](?:et[ -])?(une?|deux|trois|quatre|cinq|six|sept|huit|neuf)\b")

_UNITS_IN_MINUTES = [
    (r"(?:min|mins|minutes?|mn)\b", 1),
    (r"(?:h|hrs?|heures?)\b", 60),
    (r"(?:jours?|journees?)\b", _MINUTES_OF_A_DAY),
    (r"(?:semaines?)\b", 7 * _MINUTES_OF_A_DAY),
    (r"(?:mois)\b", 30 * _MINUTES_OF_A_DAY),
]

_FIXED = [
    (r"\btrois quarts? d'? ?heures?\b|\b3/4 d'? ?h(?:eure)?s?\b", 45),
    (r"\bquart d'? ?heure\b", 15),
    (r"\b(?:une |1 )?demie?[ -]?h(?:eure)?\b|\b1/2 ?h(?:eure)?\b", 30),
    (r"\b(?:une|1) heure et (?:demie|quart|1/2)\b|\b1h30\b", 90),
    (r"\bavant[ -]hier\b", 2 * _MINUTES_OF_A_DAY),
    (r"\b(?:hier|la veille)\b", _MINUTES_OF_A_DAY // 2),
    (r"\b(?:la semaine passee|la semaine derniere)\b", 7 * _MINUTES_OF_A_DAY),
    (r"\b(?:a l'instant|je viens (?:juste |tout juste )?de|v'la (?:deux|2) minutes|tout de suite|a l'heure)\b", 1),
    (r"\b(?:a|ce|depuis ce|depuis le) matin\b", 180),
    (r"\b(?:cet apres[ -]midi|cet avant[ -]midi|a midi)\b", 120),
    (r"\b(?:des heures|longtemps|plusieurs jours|plusieurs heures|des jours)\b", 180),
]
_VAGUE = re.compile(r"\b(?:tantot|un bout|un moment|une escousse|une secousse|tout a l'heure|un petit moment)\b")


def read_delay(folded: str) -> int | str | None:
    """Returns the delay said in the folded text, in whole minutes.

    "inconnu" where a delay is said without a length ("ça fait un bout"), None where none is said.
    Of a vague length that is surely over half an hour ("hier", "à matin") a low estimate is returned.
    """
    text = _TENS_AND_UNITS.sub(
        lambda m: str(_SMALL_NUMBERS[m.group(1)] + _SMALL_NUMBERS[m.group(2)]), folded
    )
    hours_and_minutes = re.search(r"\b(\d{1,2}) ?h(?:eures?)? ?(?:et )?(\d{2})\b", text)
    if hours_and_minutes and "a " + hours_and_minutes.group() not in text:
        return int(hours_and_minutes.group(1)) * 60 + int(hours_and_minutes.group(2))
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
