"""Telephone numbers as clients write them, and as they are kept and shown. Pure.

Kept: E.164, with the extension as RFC 3966 writes it: "+14185550123;ext=12".
"""

import re
from dataclasses import dataclass

import phonenumbers
from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher

# What has no country code is North American.
REGION = "CA"
COUNTRY_CODE = 1
# An extension as it is written in French, where the library doesn't look for it.
_EXTENSION = re.compile(r"[\s,;(]*(?:poste|p\.|ext\.?|#|x)[\s.:#]*(\d{1,6})\b", re.IGNORECASE)
# A letter O, typed for a zero inside a number.
_LETTER_IN_NUMBER = re.compile(r"(?<=\d)[oO](?=[\d\s.-])|(?<=[\d\s.-])[oO](?=\d)")
# The slashes and international prefix of other countries, which the library takes for a date's.
_SLASHED = re.compile(r"(?<=\d)/(?=\d)")
_INTERNATIONAL_PREFIX = re.compile(r"(?<!\d)(?:00|011)(?=[\s.-]?[1-9])")
# What is meant as a number, whole or not: at least so many digits.
_NUMBER_LIKE = re.compile(r"\+?\(?\d(?:[\s().\-/]{0,3}\d){3,}")


@dataclass(frozen=True)
class WrittenNumber:
    """A telephone number in a line."""

    # As it is kept.
    number: str
    # Where it stands in the line (code points), its extension included.
    start: int
    end: int


def read_number(text: str) -> WrittenNumber | None:
    """The last telephone number in `text` that exists in its country's plan.

    The last: "pas le 418 555-0123, le 418 555-0199".
    """
    # As long as `text`, so that positions are the same.
    cleaned = _LETTER_IN_NUMBER.sub("0", _SLASHED.sub("-", text))
    cleaned = _INTERNATIONAL_PREFIX.sub(lambda found: "+".rjust(len(found.group())), cleaned)
    found = [
        match
        for match in PhoneNumberMatcher(cleaned, REGION, leniency=Leniency.POSSIBLE)
        if phonenumbers.is_valid_number(match.number)
    ]
    if not found:
        return None
    number, end = found[-1].number, found[-1].end
    extension = _EXTENSION.match(cleaned, end)
    if number.extension is None and extension is not None:
        number.extension, end = extension.group(1), extension.end()
    return WrittenNumber(_kept(number), found[-1].start, end)


def number_like_parts(text: str) -> list[str]:
    """What looks like a telephone number in `text`, or like a piece of one."""
    return [match.group() for match in _NUMBER_LIKE.finditer(text)]


def shown_number(kept: str) -> str:
    """A kept number as people here write it: "418 555-0123, poste 12", "+33 6 12 34 56 78"."""
    number = phonenumbers.parse(kept)
    if number.country_code != COUNTRY_CODE:
        return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    digits = phonenumbers.national_significant_number(number)
    shown = f"{digits[:3]} {digits[3:6]}-{digits[6:]}"
    return f"{shown}, poste {number.extension}" if number.extension else shown


def _kept(number: phonenumbers.PhoneNumber) -> str:
    kept = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    # E.164 has no place for it.
    return f"{kept};ext={number.extension}" if number.extension else kept
