"""When a client would rather be called: found in a line, and turned into a time. Pure."""

import re
from datetime import datetime, time, timedelta

from actions.folding import fold
from gateway.handover.opening_hours import QUEBEC, OpeningHours

LONGEST_PREFERENCE = 120

# Hours in words, and what stands for a time of day, are read and shown in full: "en pm".
_NUMBERS = (
    "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt",
)  # fmt: skip
_MINUTES = {"et quart": "15", "quinze": "15", "et demie": "30", "et demi": "30", "trente": "30"}
_HOUR_IN_WORDS = re.compile(
    rf"\b({'|'.join(reversed(_NUMBERS))}) heures?\b(?: ({'|'.join(_MINUTES)})\b)?", re.IGNORECASE
)
_HOUR_OF_TWELVE = re.compile(r"\b(\d{1,2}) ?([ap])\.?m\b\.?", re.IGNORECASE)
_HALF_OF_DAY = re.compile(r"(?:\ben |\bl['’])?\b([ap])\.?m\b\.?", re.IGNORECASE)
_HALVES = {"a": "en avant-midi", "p": "en après-midi"}
_AFTERNOON = re.compile(r"\blapr[eè]s[- ]?midi\b", re.IGNORECASE)
_SOONEST = re.compile(
    r"\basap\b|\bau plus (?:vite|t[ôo]t|sacrant)\b(?: possible\b)?", re.IGNORECASE
)

_BEFORE = (
    r"(?:le|la|les|en|ce|cet|cette|vers|après|apres|avant|entre|à|a|des|dès|dans|pas|fin de"
    r"|l['’] ?heure du|jusqu['’ ]?[àa])"
)
_MOMENT = re.compile(
    rf"\b(?:{_BEFORE} ){{0,4}}"
    r"(?:demain|apr[èe]s[- ]demain|aujourd['’ ]?hui|maintenant|tout de suite|tant[ôo]t"
    r"|d[èe]s que possible|(?:plus|aussi) (?:t[ôo]t|vite)|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|avant[- ]midi|apr[èe]s[- ]midi|matin\w*|midi|soir\w*|semaine|journée|journee"
    r"|d[ée]jeuner|d[îi]ner|souper|n['’ ]?importe quand|peu importe"
    r"|\d{1,2} ?h(?:eures?)?(?: ?\d\d)?\b|\d{1,2}:\d\d)"
    r"\b.*",
    re.IGNORECASE | re.DOTALL,
)
# Times that don't suit: "pas demain", "lundi plutôt que demain". "Pas avant 10 h" is one that does.
_DAY_OR_PART = (
    r"(?:apr[èe]s[- ]demain|demain|aujourd['’ ]?hui|maintenant|tout de suite|lundi|mardi|mercredi"
    r"|jeudi|vendredi|samedi|dimanche|avant[- ]midi|apr[èe]s[- ]midi|matin\w*|midi|soir\w*)\b"
)
_DAYS_OR_PARTS = rf"(?: (?:(?:le|la|les|en|ce|cet|cette|l['’]) ?)*{_DAY_OR_PART})+"
_RATHER_THAN = r"\b(?:plut[ôo]t qu|au lieu d)[e'’][^,]*"
_REFUSED = re.compile(
    rf"(?:,? \bet non(?: pas)?|\b(?:pas|sauf)){_DAYS_OR_PARTS}|{_RATHER_THAN}", re.IGNORECASE
)
# The same, but for what narrows the time that is wanted: "l'avant-midi, mais pas le jeudi".
_REPLACED = re.compile(
    rf"(?:,? \bet non(?: pas)?|(?<!mais )\bpas){_DAYS_OR_PARTS}|{_RATHER_THAN}", re.IGNORECASE
)
# A day behind it is the one that is wanted; a part of a day may be of the day before it.
_RATHER = re.compile(
    r"^.*\bplut[ôo]t\b(?=.*\b(?:demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b)",
    re.IGNORECASE | re.DOTALL,
)
_TO_A_DAY = re.compile(r"^[àa] (?!\d|midi|matin|soir)", re.IGNORECASE)
_COURTESY = re.compile(
    r"(?:[\s,.;!]+(?:svp|stp|s['’ ]?il (?:vous|te) pla[îi]t|merci(?: beaucoup)?"
    r"|je vous (?:en )?(?:prie|supplie|remercie)))*[\s,.;!]*$",
    re.IGNORECASE,
)

_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
# Nobody has an agent phone them before the first of these hours: "à 2 h" is in the afternoon.
FIRST_HOUR, HALF_A_DAY = 7, 12
_DELAY = re.compile(r"\bdans (?:environ )?(\d{1,3}|une) ?(h|min)")
_CLOCK = re.compile(r"\b(\d{1,2}) ?(?:h(?:eures?)?|:) ?(\d\d)?\b")
# The hours at which a part of the day begins and ends, the longest name first.
_PARTS_OF_DAY = (
    (re.compile(r"\bl?'?apres[- ]midi\b"), 13, 17),
    (re.compile(r"\bavant[- ]midi\b|\bmatin"), 8, 12),
    (re.compile(r"\bmidi\b"), 12, 13),
    (re.compile(r"\bsoir"), 17, 24),
    (re.compile(r"\bapres (?:le )?souper\b"), 18, 24),
)
END_OF_MORNING = 12
# What may come before and after a time where a line is about nothing else, and the time's words.
_LEAD = re.compile(
    r"(?:(?:non|oui|ok|bon|finalement|en fait|plutot|mieux|c'est|(?:ce|ca) serait|r?appelez[- ]moi"
    r"|je prefere(?:rais)?|j'aime(?:rais)? mieux|(?:changez|mettez) (?:ca |le )?(?:pour|a)?"
    r"|si possible|je (?:suis|serai|serais) (?:libre|disponible|dispo|la)(?: (?:seulement|juste))?"
    # "Je ne serai pas là demain, plutôt lundi".
    r"|.*[,.;!] ?plutot)\b[ ,.!]*)*"
)
_TAIL = re.compile(
    r"[\s,]*\b(?:(?:c['’]est|(?:ce|[çc]a) serait|ferait|m['’]irait|m['’]arrange\w*|me convien\w+)"
    r" mieux(?: mon affaire| pour moi)?|[àa] la place|si possible)[\s.!]*$",
    re.IGNORECASE,
)
# "Merci, à demain" accepts the time; "bon matin" greets.
_GREETING = re.compile(
    r"(?:(?:non|oui|ok|bon|parfait|super|merci|beaucoup|bye|bonjour|alors)\b[ ,.!]*)*"
    r"(?:bon matin|a (?:demain|tantot|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    r"(?: \w+)?)[ .!]*"
)
# How long something takes, and no hour.
_DURATION = re.compile(r"(?:(?:pas|plus|que|de|moins) )*\d{1,2} ?heures?[ .!]*")
_TIME_WORD = re.compile(
    r"(?:apres-)?demain|aujourd'hui|maintenant|tantot|avant-midi|apres-midi|midi|matin\w*|soir\w*"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semaine|journee|prochaine?"
    r"|n'importe|quand|peu|importe|possible|tout|suite|plus|aussi|tot|tard|vite"
    r"|\d{1,2}|\d{1,2}(?:h|:)(?:\d\d)?|h|heures?"
    r"|le|la|les|en|ce|cet|cette|vers|avant|apres|entre|a|des|dans|de|du|et|ou|que|pas"
    r"|svp|s'il|vous|te|plait|merci"
)


def read_preference(text: str) -> str | None:
    """The words of `text` from where they name a time: "appelez-moi demain matin svp" has two."""
    text = _REPLACED.sub("", in_full(text))
    found = _MOMENT.search(_RATHER.sub("", text)) or _MOMENT.search(text)
    if found is None:
        return None
    # "Reportez-le à vendredi": the call is "vendredi".
    words = _TO_A_DAY.sub("", _TAIL.sub("", _COURTESY.sub("", found.group())))
    return words[:LONGEST_PREFERENCE].strip() or None


def in_full(text: str) -> str:
    """`text` with its times as agents and clients read them: "10 h", "en après-midi"."""
    text = _HOUR_IN_WORDS.sub(_hour_in_figures, text)
    text = _HOUR_OF_TWELVE.sub(_hour_of_day, text)
    text = _HALF_OF_DAY.sub(lambda half: _HALVES[half[1].lower()], text)
    text = _AFTERNOON.sub("l'après-midi", text)
    return _SOONEST.sub("dès que possible", text)


def _hour_in_figures(found: re.Match[str]) -> str:
    hour = _NUMBERS.index(found[1].lower()) + 1
    minute = _MINUTES[found[2].lower()] if found[2] else ""
    return f"{hour} h {minute}".strip()


def _hour_of_day(found: re.Match[str]) -> str:
    hour = int(found[1])
    is_afternoon = found[2].lower() == "p" and hour < HALF_A_DAY
    return f"{hour + HALF_A_DAY if is_afternoon else hour} h"


def names_time(text: str) -> bool:
    """Whether a line names a time, be it one that doesn't suit."""
    return _MOMENT.search(in_full(text)) is not None


def is_only_a_time(text: str) -> bool:
    """Whether a line says when, and nothing else: "finalement, plutôt demain matin"."""
    text = in_full(text)
    said = fold(text)
    if _MOMENT.search(text) is None or _DURATION.fullmatch(said) or _GREETING.fullmatch(said):
        return False
    said = _TAIL.sub("", said)
    lead = _LEAD.match(said)
    words = re.split(r"[\s,.;!]+", said[lead.end() if lead else 0 :])
    return all(_TIME_WORD.fullmatch(word) for word in filter(None, words))


def due_time(preference: str, now: datetime, hours: OpeningHours | None = None) -> datetime:
    """When a call should be made that is wanted at `preference`, as far as it can be read.

    At once where nothing can: a person reads the words as well. If the service is closed then, when
    it opens next. Both times are aware.
    """
    return next_open(_wanted_time(preference, now), hours)


def next_open(moment: datetime, hours: OpeningHours | None) -> datetime:
    """The first moment from that one on at which the service is open."""
    if hours is None or hours.is_open(moment):
        return moment
    # Never open, as far as one can see: agents alone know.
    opening = hours.next_opening(moment)
    return moment if opening is None else opening.astimezone(moment.tzinfo)


def is_kept(preference: str, due: datetime, now: datetime) -> bool:
    """Whether a call that is due then is when it was wanted, in those words said now.

    Who names a day, or a part of it, leaves the hour to others.
    """
    wanted = _wanted_time(preference, now)
    said = fold(_REFUSED.sub("", preference))
    if due == wanted:
        return True
    local, wanted_local = due.astimezone(QUEBEC), wanted.astimezone(QUEBEC)
    if _CLOCK.search(said) or local.date() != wanted_local.date():
        return False
    part = _part_of_day(said)
    if part is None:
        return _days_until(said, now.astimezone(QUEBEC)) is not None
    return local.hour < part[1]


def _wanted_time(preference: str, now: datetime) -> datetime:
    """The same, whenever the service is open."""
    said = fold(_REFUSED.sub("", preference))
    local = now.astimezone(QUEBEC)
    days = _days_until(said, local)
    if delay := _DELAY.search(said):
        length = 1 if delay[1] == "une" else int(delay[1])
        return now + timedelta(minutes=length if delay[2] == "min" else 60 * length)
    hour = _hour(said)
    if not days and hour is None:
        return now
    due = datetime.combine(local.date() + timedelta(days=days or 0), hour or time(8), tzinfo=QUEBEC)
    is_over = due.hour < END_OF_MORNING <= local.hour or _part_end(said) <= local.hour
    if days is None and is_over:
        # In the afternoon, "avant-midi" is tomorrow's, as "après-midi" is in the evening.
        due += timedelta(days=1)
    return max(due, local).astimezone(now.tzinfo)


def _days_until(said: str, local: datetime) -> int | None:
    """In how many days; None when the day isn't said."""
    if re.search(r"\bapres[- ]demain\b", said):
        return 2
    if re.search(r"\bdemain\b", said):
        return 1
    for weekday, name in enumerate(_WEEKDAYS):
        if re.search(rf"\b{name}\b", said):
            return (weekday - local.weekday()) % 7
    return None


def _hour(said: str) -> time | None:
    clock = _CLOCK.search(said)
    if clock is not None:
        hour, minute = int(clock.group(1)), int(clock.group(2) or 0)
        if 0 < hour < FIRST_HOUR and "matin" not in said:
            hour += HALF_A_DAY
        return time(hour, minute) if hour < 24 and minute < 60 else None
    part = _part_of_day(said)
    return time(part[0]) if part else None


def _part_end(said: str) -> int:
    """The hour at which the part of the day ends, if only a part is named."""
    part = None if _CLOCK.search(said) else _part_of_day(said)
    return part[1] if part else 24


def _part_of_day(said: str) -> tuple[int, int] | None:
    """When the part of the day that is named begins and ends."""
    return next(((start, end) for part, start, end in _PARTS_OF_DAY if part.search(said)), None)
