"""What a line means by its words and where it stands, though alone it was taken for something else.

Pure.
"""

import re
from dataclasses import replace

from actions import slots
from actions.folding import fold
from actions.given import values_given
from actions.message import Message

_ON_A_PHONE = "reinitialisation_cellulaire"
# What sends a client to the login page says that a link is expired; one that only fails to open on
# a phone is the phone's.
_LINK_IS_OVER = re.compile(
    r"expir|perime|invalide|valide|deja (?:ete )?utilis|login|connexion|plus bon|pu bon|\bmort\b"
    r"|march\w* (?:plus|pu)\b|passe date|trop tard"
)
# Beside the type of an account, this denies another one: "personnel, et non de société".
_DENIAL = re.compile(r"\b(?:mais|pas|non)\b")
# "Ce n'est pas une compagnie."
_NO_COMPANY = re.compile(
    r"\bpas (?:de |d'|une? |pour (?:une? |la |ma )?)"
    r"(?:compagnie|cie|entreprise|societe|fiducie|succession|organisme)\b"
)
# An account is not locked because somebody tried: "j'ai essayé quatre fois".
_LOCKED = re.compile(
    r"\b(?:de)?(?:ver+ou|bloqu|bar+e|lock|suspen|gele|desactiv|ferme)|\btrop\b"
    r"|\b(?:tentative|essais?\b|erreur)"
)
_SURE_WITHOUT_THE_WORD = 0.9
# A person is called at once for another type of account. Read less surely, it is asked about.
_SURE_ENOUGH = 0.65


def as_meant(message: Message, problem: str) -> Message:
    """Returns the message; its intent another one where its words, or the `problem`, say so.

    "Le compte est personnel, et non celui de la société" is about no company, "mais je l'ai, mon
    code, AB123456" about none that is lost, and "le lien n'ouvre pas" about the phone it is on.
    """
    if not message.is_typed:
        return message
    folded = fold(message.text)
    match message.intent:
        case "lien_expire" if problem == _ON_A_PHONE and not _LINK_IS_OVER.search(folded):
            return replace(message, intent=_ON_A_PHONE)
        case "compte_non_personnel" if slots.ACCOUNT_TYPE in message.entities:
            return replace(message, intent="informer") if _DENIAL.search(folded) else message
        case "compte_non_personnel" if _NO_COMPANY.search(folded):
            return replace(message, intent="nier")
        case "code_utilisateur_oublie" if slots.USER_CODE in values_given(message):
            return replace(message, intent="informer")
    return message


def is_doubtful(message: Message) -> bool:
    """Tells whether a line is too weak a reason to call a person at once; of fraud, none is."""
    match message.intent:
        case "compte_verrouille":
            is_weak = message.confidence < _SURE_WITHOUT_THE_WORD
            return is_weak and not _LOCKED.search(fold(message.text))
        case "compte_non_personnel":
            return message.confidence < _SURE_ENOUGH
    return False
