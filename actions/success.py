"""Whether a line taken for "it works now" says so. Pure.

A goodbye by mistake loses its client, so a line that may say something else is asked about; plain
words of success end the conversation at once.
"""

import re

from actions.cues import is_receipt
from actions.folding import fold

# Words of success, none of them taken back: "ça marche", but not "ça marche pas".
_SUCCESS = re.compile(
    r"\b(?:(?:re)?marche[rs]?|fonctionn\w+|regle\w*|resolu\w*|reuss\w+|connecte\w*|debloque\w*"
    r"|debarre\w*|accepte\w*|retabli\w*|arrange\w*|parfait|tiguidou|nickel|l'?ai|recu(?! une? )"
    r"|c'?est (?:bon|beau|ok|correct|passe|r?entre|arrive|fait)"
    r"|(?:suis|chu|jsuis) (?:r?entre\w*|dedans)|pu (?:r?entrer|me \w+er))\b"
    r"(?! (?:pas|pu|plus|jamais|mal|rien))"
)
# But neither "j'ai pu ouvrir", "pas trop tôt" and "plus besoin", nor "plus calme que".
_DENIED = re.compile(
    r"\b(?:pas(?! (?:trop tot|mal|pire|de prob))|plus(?! \w+ que)|jamais|rien|aucun\w*|ni|nul\w*"
    r"|impossible|refuse\w*|pu(?! (?:me |m'|y |le |la |les )?\w+(?:er|ir|re)\b))\b(?! besoin)"
)
_UNFINISHED = re.compile(r"\b(?:mais|sauf que|sauf|par contre|pis|pi|et|que|quand)$")
_QUESTION = re.compile(
    r"\?|^(?:(?:et|ok|mais|pis|pi|non) )*(?:ou|comment|quand|quoi|quel|pourquoi|combien)\b"
)
# What counts of "j'ai reçu le courriel, mais le lien ne s'ouvre pas".
_BUT = re.compile(r"\b(?:mais|sauf que|par contre|cependant|or)\b")
# Below it, a success that isn't said in words of success is asked about.
_SURE = 0.85
# That the e-mail came; "je suis rentré" and "j'ai trouvé le problème" say something else.
_RECEIVED = re.compile(
    r"\b(?:recu(?! une? (?!courriel|mail|email|message))|l'ai (?:eu|trouve)"
    r"|vient d(?:e |')(?:arriver|r?entrer)|viens (?:juste )?de (?:le |l')?recevoir"
    r"|(?:est|etait|sont) (?:la|arrives?|r?entres?|dans (?:les|mes|l')))\b"
    r"|^(?:ok |bon |finalement )*trouve(?! (?:le|mon) prob)"
)
# That the user code is there again, where that is what was looked for.
_FOUND = re.compile(r"\b(?:re)?trouve[rz]?\b|\bl'ai\b|\bje l ?ai\b|\brappelle\b|\bsouviens\b")


def is_unfinished(text: str) -> bool:
    """Tells whether the line breaks off: "j'ai reçu le courriel mais"."""
    return bool(_UNFINISHED.search(fold(text).rstrip(" .…")))


def is_doubtful(text: str, confidence: float) -> bool:
    """Tells whether a typed line may say something else than that all is well.

    `confidence` is that of the reading.
    """
    folded = fold(text)
    if is_unfinished(text) or _QUESTION.search(folded):
        return True
    at_last = _BUT.split(folded)[-1]
    came = is_receipt(text) or (_RECEIVED.search(at_last) and not _DENIED.search(at_last))
    if _SUCCESS.search(at_last) or came:
        return False
    return bool(_DENIED.search(at_last)) or confidence < _SURE


def says_received(text: str) -> bool:
    """Tells whether the line says that the e-mail came."""
    return bool(_RECEIVED.search(fold(text)))


def says_found(text: str) -> bool:
    """Tells whether the line says that what was lost is found."""
    return bool(_FOUND.search(fold(text)))
