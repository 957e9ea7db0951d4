"""A typed line that only says that more is coming: "attends", "je regarde", "ça dit".

Pure. Phones send a sentence in pieces. Such a piece answers nothing, so no classifier is asked what
it means; the next one is waited for.
"""

import re

from bot.nlu.normalizer import fold

# Read by actions/answers.py. Of the intents, the one for what only keeps in touch.
PAYLOAD = '/saluer{"pause": "oui"}'

_LOOK = r"(?:voir|regarder?|verifier?|check(?:er)?|essa(?:yer?|ie)|(?:re)?chercher?)"
# Not "je cherche mon code": that is a problem.
_OBJECT = (
    r"(?: (?:ca|sa|la|(?:dans )?mes (?:papiers|affaires|courriels|mails|spams?|indesirables)))?"
)
_A_WHILE = r"(?:un (?:petit )?(?:peu|instant)|(?:une|deux|2|5) (?:petites? )?(?:min|sec)\w*)"
_MORE_TO_COME = [
    rf"attend(?:s|ez)?(?:[- ]moi)?(?: {_A_WHILE})?",
    r"(?:juste )?(?:un (?:petit )?instant|une (?:petite )?(?:seconde|minute))|minute",
    rf"(?:donnez?|laissez?)[- ]moi (?:{_A_WHILE}|le temps|{_LOOK}){_OBJECT}",
    rf"j(?:e |e|'|)?(?:va(?:is|s)? (?:aller )?)?{_LOOK}{_OBJECT}",
    rf"(?:je suis|jsuis|chu) en train(?: (?:de |d'){_LOOK}{_OBJECT})?",
    r"j(?:e )?reviens",
    r"(?:ca|sa|il|elle|y|on|le message|l'ecran)(?: me| m')? ?(?:dit|marque|ecrit|affiche)(?: que)?",
    r"(?:c'?est|il est) (?:ecrit|marque)",
    r"en faite?s?|mais|sauf que|parce que|fait que|faque|fak|pis|pi|euh+|heu+",
]
_AROUND = (
    r"(?:non|nan|oui|ok|okay|ben|bon|donc|alors|et|la|svp|stp|s'il (?:vous|te) plait|d'accord)"
)
_PIECE = rf"(?:{'|'.join(_MORE_TO_COME)})"
_LINE = re.compile(rf"(?:{_AROUND} )*{_PIECE}(?: (?:{_AROUND}|{_PIECE}))*")


def payload_of_pause(typed: str) -> str | None:
    """Returns the payload for a line that only announces the next one, else None."""
    said = " ".join(re.sub(r"[.,:;!…]+", " ", fold(typed)).split())
    return PAYLOAD if _LINE.fullmatch(said) else None
