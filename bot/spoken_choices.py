"""A typed line that is one of the choices offered: its title, about its title, or its place.

Pure. "le premier", "choix 2", "parler à un agent svp" are answers to what was offered and to
nothing else, so no classifier is asked.
"""

import re
from collections.abc import Sequence
from typing import Any

from bot.nlu.normalizer import fold

_PLACES = (
    r"premiere?|1ere?|1re", r"deuxieme|seconde?|2e|2eme", r"troisieme|3e|3eme",
    r"quatrieme|4e|4eme", r"cinquieme|5e|5eme", r"sixieme|6e|6eme", r"septieme|7e|7eme",
)  # fmt: skip
_AROUND = r"(?:oui |ok |je (?:choisis|prends) |c'est )?(?:le |la |l')"
_POLITENESS = r"(?: (?:choix|option|bouton|situation|cas|svp|stp|s'il vous plait|merci))*"
_PLACE_PATTERNS = [re.compile(rf"{_AROUND}(?:{place}){_POLITENESS}") for place in _PLACES]
_LAST = re.compile(rf"{_AROUND}(?:derniere?){_POLITENESS}")
_NUMBERED = re.compile(rf"(?:le |la |l')?(?:choix|option|bouton|numero|no|#) ?(\d){_POLITENESS}")
# "Autre", "aucun": the choice that begins so.
_NONE_OF_THEM = re.compile(r"(?:un |une |c'est )?(autre|aucun)[es]?")
_NEGATION = frozenset({"pas", "non", "ni", "rien", "jamais", "sans", "plus", "pu"})
# How many words more than its title a line may have and still be that choice.
_MORE_WORDS = 3
_SHORTEST_TITLE_IN_A_LINE = 2
# What can't be undone takes the title word for word: "oui, envoyez" is not "oui, envoyez mais…".
_WITHOUT_RETURN = ("confirmation", "effacer")


def payload_of_choice(typed: str, buttons: Sequence[dict[str, Any]]) -> str | None:
    """Returns the payload of the button ({title, payload}) that the line chooses, None if none."""
    place = _place(" ".join(re.sub(r"[.!,]", " ", fold(typed)).split()), len(buttons))
    if place is not None:
        return str(buttons[place]["payload"])
    said = _words(typed)
    if not said:
        return None
    if none := _NONE_OF_THEM.fullmatch(fold(typed).strip(" .!")):
        chosen = [b for b in buttons if _words(b["title"])[:1] == [none.group(1)]]
        return str(chosen[0]["payload"]) if len(chosen) == 1 else None
    chosen = [b for b in buttons if _words(b["title"]) == said]
    chosen = chosen or [
        b
        for b in buttons
        if _holds(said, _words(b["title"])) and not any(w in b["payload"] for w in _WITHOUT_RETURN)
    ]
    return str(chosen[0]["payload"]) if len(chosen) == 1 else None


def _place(folded: str, count: int) -> int | None:
    if numbered := _NUMBERED.fullmatch(folded):
        place = int(numbered.group(1)) - 1
    elif _LAST.fullmatch(folded):
        place = count - 1
    else:
        place = next((i for i, p in enumerate(_PLACE_PATTERNS) if p.fullmatch(folded)), count)
    return place if 0 <= place < count else None


def _holds(said: list[str], title: list[str]) -> bool:
    """Tells whether a line says a title and little more, and denies nothing the title doesn't."""
    if len(title) < _SHORTEST_TITLE_IN_A_LINE or len(said) > len(title) + _MORE_WORDS:
        return False
    if _NEGATION & (set(said) - set(title)):
        return False
    return any(said[i : i + len(title)] == title for i in range(len(said) - len(title) + 1))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))
