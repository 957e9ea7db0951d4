"""What lines of a client who waits for a person mean, that are not about a call. Pure.

How the engine reads them decides, but for the way back to the assistant: it knows of no such place.
"""

import re
from collections.abc import Collection
from difflib import get_close_matches

from actions.consent import is_plain_yes
from actions.folding import fold
from gateway.handover.call_back_words import YES

# What a yes may answer once a client was offered the way back; nothing must be answered.
RETURN_OFFERED = "offre_retour"

# Problems and questions that the assistant has an answer to, and a person is not needed for.
ASSISTANTS = frozenset(
    {
        "courriel_non_recu",
        "renvoyer_courriel",
        "lien_expire",
        "reinitialisation_cellulaire",
        "mot_de_passe_oublie",
        "code_utilisateur_oublie",
        "premiere_connexion",
        "question_code_utilisateur",
        "question_adresse_courriel",
        "question_confidentialite",
    }
)
# Questions of a time: how long the e-mail takes, if they name it; else how long the wait is.
_OF_TIME = frozenset({"question_delai_courriel", "question_validite_lien"})
_NAMES_MAIL = re.compile(r"\b(?:courriel|e-?mail|mail|message|lien|boite)")

# Read on folded lines.
_QUESTION = re.compile(
    r"\?|^(?:est-ce|quel|combien|comment|pourquoi|quand|qui|puis-je|c(?:'est)? (?:quoi|koi))"
    # "Je peux tu", "ça va-tu", and not "si tu veux".
    r"|\b(?!(?:si|que|quand|et|ou|mais|la|pis|pi)\b)\w+[- ]tu\b"
)

_WAYS_BACK = (
    "revenir",
    "retour",
    "retourner",
    "retourne",
    "retournons",
    "reprendre",
    "ramene",
    "reviens",
    "revenons",
)
_ASSISTANT = ("assistant", "lassistant", "robot", "chatbot", "bot")
# "Je ne veux pas revenir", and not "je veux pas d'agent, ramène-moé au robot".
_REFUSES_IT = re.compile(
    r"\bpas (?:(?:de |d'|y |me |l'|un |le )*)(?:re[tv]|robot|bot|assistant|chatbot)"
)
_AROUND_THEM = frozenset(
    {
        "a", "ai", "aimerais", "au", "avec", "en", "finalement", "j", "je", "jaimerais", "jveux",
        "l", "la", "le", "merci", "moi", "non", "ok", "on", "oui", "parler", "peux", "plait",
        "plutot", "prie", "puis", "s", "stp", "svp", "te", "tu", "va", "veux", "vers", "voudrais",
        "vous",
    }
)  # fmt: skip
# As alike as a word with a letter too many or too few is.
_ALIKE = 0.81


def is_question(text: str) -> bool:
    """Whether a line asks something."""
    return bool(_QUESTION.search(fold(text)))


def goes_back(asked: str | None, text: str, intent: str | None) -> bool:
    """Whether a line of a client who waits goes back to the assistant, `asked` being open."""
    if asked == RETURN_OFFERED and (intent == YES or is_plain_yes(text)):
        return True
    words = re.findall(r"[a-z]+", fold(text))
    ways = [word for word in words if _is_one_of(_WAYS_BACK, word)]
    places = [word for word in words if _is_one_of(_ASSISTANT, word)]
    if ways and places:
        return not _REFUSES_IT.search(fold(text))
    return bool(ways or places) and all(
        word in _AROUND_THEM or word in ways or word in places for word in words
    )


def is_for_assistant(intent: str | None, text: str) -> bool:
    """Whether the assistant could answer a line."""
    return intent in ASSISTANTS or (intent in _OF_TIME and bool(_NAMES_MAIL.search(fold(text))))


def _is_one_of(names: Collection[str], word: str) -> bool:
    return bool(get_close_matches(word, names, n=1, cutoff=_ALIKE))
