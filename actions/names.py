"""Reading names, and corrections of names, out of what clients type.

Pure. A name is read only if the text has its shape; whether it was meant is the form's affair.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from actions.folding import fold
from actions.lead_ins import announcement, lead_in, strip_lead_in

_NAME = re.compile(r"[^\W\d_]+(?:[-'’. ]+[^\W\d_]+){0,4}\.?")
# In "Réal. Réal Castonguay", not in "St. Pierre" and "Jean C. Côté".
_FULL_STOP = re.compile(r"(?i)\b(?!ste\b)[^\W\d_]{3,}\. ")
_MAX_NAME_LENGTH = 60
# "Elle se nomme Rose-Aimée Drouin", with its capitals: in the middle of a line nothing else tells.
_ANNOUNCED = re.compile(
    r"(?i:\b(?:m['’]appelle|(?:elle|il) s['’]appelle|(?:me|elle se|il se) nomme"
    r"|mon nom(?: complet)?(?: est| :)?|je suis))\s+(?P<name>[^\W\d_a-zà-ÿ][\w'’-]*"
    r"(?:\s+(?:(?:de|la|du|des|le|van|von|el|al|ben)\b|[^\W\d_a-zà-ÿ][\w'’-]*\.?))+)"
)
# "Non, c'est Roy", "ouin mais c'est Roy".
_DENIES = re.compile(r"(?:non|nan|(?:oui|ouin|ok) mais|mais)\b")
# "Tremblay avec un y", "Thibault (a-u-l-t)", "Roy, pas Roi": how it is written, not what it is.
_SPELLING = re.compile(
    r"\s*(?:\(.*\)|,?\s+(?:avec|sans|ça prend|ca prend|et non|pas)\s.*)$", re.IGNORECASE
)
_LABEL = (
    r"(?:(?:c'?est|mon|le|la|et|pis?|puis) )*"
    r"(?P<label{n}>prenom|petit nom|nom de famille|famille|nom)"
)
_LINK = r"(?: (?:est|c'?est|ces|c))?[ :=]+"
_SLOT_OF_LABEL = {
    "prenom": "prenom",
    "petit nom": "prenom",
    "nom": "nom",
    "famille": "nom",
    "nom de famille": "nom",
}
_VALUE = r"(?P<value{n}>[^\d,.;]+?)"
# "Prénom Wei, nom Li" and "Li c'est le nom, Wei c'est le prénom", on a folded line.
_LABELS_FIRST, _LABELS_LAST = (
    re.compile(rf"(?:.*[,.;!] ?|non |oui )?{one.format(n=1)}[ ,.;]+{one.format(n=2)}[ .!]*")
    for one in (
        rf"{_LABEL}{_LINK}{_VALUE}",
        rf"(?:et |pis? )?{_VALUE} (?:est|c'?est|ces|c) (?:le |mon )?(?P<label{{n}}>prenom|nom)",
    )
)
# First names of two words that Québec often writes without the hyphen.
_FIRST_OF_TWO = frozenset({"anne", "jean", "lise", "louis", "marc", "marie", "pierre"})
_SECOND_OF_TWO = frozenset(
    """andre andree anne catherine chantal charles christine claude david denis eve france francois
    helene jose josee joseph julie laure lise lou louis louise luc lyne marc marie martin michel
    noel olivier pascale paul philippe pierre rene rose sebastien soleil sophie yves""".split()  # noqa: SIM905 - a list of words reads better so
)


def _word_lists(name: str) -> list[frozenset[str]]:
    """Returns the lists of words of a file beside this module: paragraphs, but for its comments."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    paragraphs = re.sub(r"^#.*\n", "", text, flags=re.M).split("\n\n")
    return [frozenset(words.split()) for words in paragraphs]


_NEVER_NAMES, _SENTENCE_WORDS = _word_lists("not_names.txt")
[_FIRST_NAMES] = _word_lists("first_names.txt")


def read_name(text: str) -> str | None:
    """Returns the name that the text is, as typed, or None if it holds anything else.

    A remark behind it or before it doesn't count: "Gendron. Et c'est la dernière fois!"
    """
    if name := _whole_name(text):
        return name
    names = {name for part in _parts(text) if (name := _whole_name(part, is_part=True))}
    return names.pop() if len(names) == 1 else None


def is_common_word(word: str) -> bool:
    """Tells whether a word belongs to sentences, whoever's name it may be too."""
    return fold(word) in _NEVER_NAMES | _SENTENCE_WORDS


def read_full_name(text: str) -> tuple[str, str] | None:
    """Returns (first name, last name) where the text is at least two words of a name, else None.

    "Jean Tremblay", "Tremblay, Jean", "tremblay jean", "Marie-Ève de la Durantaye", "nom Tremblay
    prénom Jean", "Réal. Réal Castonguay.". The first name is one word, or two that make a known
    one; "Marie Claude" alone is a first name only.
    """
    if found := read_labelled_names(text) or read_announced_names(text):
        return found
    last, comma, first = text.partition(",")
    is_inverted = comma and not lead_in(first.strip())
    if is_inverted and (first_name := _whole_name(first)) and (last_name := _whole_name(last)):
        return first_name, last_name
    whole = _whole_name(text)
    names = [whole] if whole else [_whole_name(part, is_part=True) for part in _parts(text)]
    found_names = [split for name in names if name and (split := _split_name(name))]
    return found_names[0] if len(found_names) == 1 else None


def read_announced_names(text: str) -> tuple[str, str] | None:
    """Returns (first name, last name) from anywhere in a line: "son code est AB123456 et elle se
    nomme Rose-Aimée Drouin", else None. Such a name has its capitals.
    """
    found = _ANNOUNCED.search(text)
    name = _whole_name(found["name"]) if found else None
    return _split_name(name) if name else None


def _whole_name(text: str, is_part: bool = False) -> str | None:
    """Returns the name that the text is and nothing else; a part of a line is seldom one word."""
    name = " ".join(_SPELLING.sub("", strip_lead_in(text)).split()).strip(" ,.!")
    if len(name) > _MAX_NAME_LENGTH or not _NAME.fullmatch(name) or _FULL_STOP.search(name):
        return None
    words = re.split(r"[ .-]+", fold(name))
    # "Bon" is somebody's name; "c'est bon", "prénom oublié" and "bon, attendez" are none.
    is_alone = len(words) == 1 and not is_part and not lead_in(text)
    refused = _NEVER_NAMES if is_alone else _NEVER_NAMES | _SENTENCE_WORDS
    return None if any(w in refused for w in words) or len(name) < 2 else name


def _parts(text: str) -> list[str]:
    """Returns what stands between a line's commas, full stops and the like, if there are any."""
    parts = [part.strip() for part in re.split(r"[,.;!?]+(?: |$)", text)]
    return [part for part in parts if part] if len(parts) > 1 else []


def _split_name(name: str) -> tuple[str, str] | None:
    """Returns the first and the last name of a whole name, None of a single one."""
    if " " not in name:
        return None
    first, second, *others = name.split()
    if fold(first) in _FIRST_OF_TWO and fold(second) in _SECOND_OF_TWO:
        return (f"{first} {second}", " ".join(others)) if others else None
    *before, last_word = name.split()
    if is_first_name(last_word) and not is_first_name(first):
        return last_word, " ".join(before)
    return first, " ".join([second, *others])


def is_first_name(word: str) -> bool:
    """Tells whether a word is a known first name, or several with hyphens: "Marie-Ève"."""
    return fold(word).split("-")[0] in _FIRST_NAMES


def read_labelled_names(text: str) -> tuple[str, str] | None:
    """Returns (first name, last name) of a line that says which is which, else None."""
    folded = fold(text)
    found = _LABELS_FIRST.fullmatch(folded) or _LABELS_LAST.fullmatch(folded)
    if found and len(folded) == len(text):
        names = {
            _SLOT_OF_LABEL[found[f"label{n}"]]: read_name(text[slice(*found.span(f"value{n}"))])
            for n in (1, 2)
        }
        first, last = names.get("prenom"), names.get("nom")
        if first and last:
            return first, last
    return _read_half_labelled(text)


def _read_half_labelled(text: str) -> tuple[str, str] | None:
    """Returns (first name, last name) of "moi Ahmed, nom Ben Salah", else None: one has a label."""
    said = [c for part in _parts(text) if (c := _read_correction(part, text))]
    slots = [correction.slot for correction in said]
    if len(said) != 2 or slots.count(None) != 1:
        return None
    named, unnamed = sorted(said, key=lambda correction: correction.slot is None)
    both = (unnamed.name, named.name)
    return both if named.slot == "nom" else (both[1], both[0])


@dataclass(frozen=True)
class Correction:
    """A name that is to stand in the place of another."""

    name: str
    # "prenom" or "nom", where the line says so.
    slot: str | None
    # "Non, c'est Roy": that it is one, however unlike what it corrects.
    is_announced: bool


def read_correction(text: str) -> Correction | None:
    """Returns the correction that a line may be: "non, c'est Tremblé", "Tremblé"; else None."""
    said = [_read_correction(part, text) for part in [text, *_parts(text)]]
    found = [correction for correction in said if correction]
    return next((correction for correction in found if correction.slot), next(iter(found), None))


def _read_correction(part: str, text: str) -> Correction | None:
    name = _whole_name(part, is_part=part != text)
    if name is None:
        return None
    announced = announcement(part)
    said = re.search(r"\b(?:pre)?nom\b(?!.* complet)", announced)
    return Correction(
        name,
        slot=said.group() if said else None,
        is_announced=bool(announced) and bool(_DENIES.match(fold(text))),
    )
