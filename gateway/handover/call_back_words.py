"""What lines and presses about a call-back mean. Pure.

Two dialogues read them: the one that asks for what a call takes (call_back_dialogue.py), and the
one that changes a call that is promised (call_back_changes.py).
"""

import re

from actions.consent import is_plain_yes
from actions.folding import fold
from gateway.conversations import PendingTurn
from gateway.handover.call_back_times import LONGEST_PREFERENCE, is_only_a_time, read_preference
from gateway.handover.phone_numbers import WrittenNumber, number_like_parts, read_number

# The payloads of the buttons (catalogue.yml) begin so.
PAYLOAD_PREFIX = "gateway:rappel"
TIME = f"{PAYLOAD_PREFIX}-moment"
SOONEST = f"{PAYLOAD_PREFIX}-des-que-possible"
CONFIRM = f"{PAYLOAD_PREFIX}-oui"
CORRECT = f"{PAYLOAD_PREFIX}-corriger"
CORRECT_PHONE = f"{PAYLOAD_PREFIX}-corriger-numero"
CORRECT_TIME = f"{PAYLOAD_PREFIX}-corriger-moment"
CANCEL = f"{PAYLOAD_PREFIX}-annuler"
# Of a call that is promised.
CHANGE_PHONE = f"{PAYLOAD_PREFIX}-changer-numero"
CHANGE_TIME = f"{PAYLOAD_PREFIX}-changer-moment"
KEEP = f"{PAYLOAD_PREFIX}-garder"
CALL_OFF = f"{PAYLOAD_PREFIX}-retirer"
OF_A_PROMISE = frozenset({CHANGE_PHONE, CHANGE_TIME, KEEP, CALL_OFF})

# What `expects` says while a question is open.
EXPECTS_PHONE = "telephone_rappel"
EXPECTS_TIME = "moment_rappel"
EXPECTS_CONFIRMATION = "confirmation_rappel"
QUESTIONS = frozenset({EXPECTS_PHONE, EXPECTS_TIME, EXPECTS_CONFIRMATION})
# And once a call is promised: nothing must be answered, and the next line may change it.
EXPECTS_CHANGE = "changement_rappel"

# So many words answer "when?" whatever they are; more must name a time.
MAX_WORDS_OF_A_TIME = 4
# So many beside a number say that it is the one to call.
MAX_WORDS_OF_A_NUMBER = 5

# Read on folded lines.
_WISH = re.compile(
    r"\b(?:(?:me |etre )r?appel\w+|m'appeler|r?appel(?:ez|er|le|e)[- ]moi"
    r"|(?:veux|voudrais|aimerais) un rappel"
    r"|retour d'appel)\b"
)
_CANCELS = re.compile(
    r"(?:(?:non|finalement|ok|bon|merci|je|j'ai|c'est|ce n'est|n'ai|en ai)[ ,.]+)*"
    r"(?:annul\w+|laisse\w*[ -](?:faire|tomber)|oublie\w*(?:[ -](?:ca|le rappel))?"
    r"|(?:pas|plus) (?:besoin|la peine|de rappel)|stop|arrete\w*|non merci)\b.{0,30}"
)
# The reminder of a user code is a "rappel" too: "le rappel du code".
_CALLS_OFF = re.compile(
    r".{0,40}\b(?:(?:annul\w+|oublie\w*|enleve\w*|retire\w*)"
    r" (?:le |mon |ce |cet )?r?appel(?! d[eu]\b)"
    r"|ne (?:me |m')r?appele[rz] (?:pas|plus)"
    r"|(?:pas|plus) (?:besoin|la peine) (?:d'|de |du |que )"
    r"(?:le |l'|etre |un |vous |me )*r?appel\w*)\b.{0,30}"
)
# Just behind the promise, it needs no name.
_ANNULS = re.compile(
    r"(?:(?:non|finalement|ok|bon|merci|je)[ ,.]+)*(?:j')?annul\w+(?:[ -](?:ca|le|tout))?"
    r"(?:[ ,.!]+(?:svp|s'il vous plait|merci))*[ .!]*"
)
_CHANGES = re.compile(
    r"\b(?:chang|modifi|deplac|report|repouss|corrig|devanc)\w+ "
    r"(?:(?:de|d'|le|la|l'|mon|ce|cet|pour|du) ?)*(?:numero|heure|moment|jour)\b"
)
_CHANGES_CALL = re.compile(
    r"\b(?:annul|chang|modifi|deplac|report|repouss|devanc)\w+\b.{0,30}\brappel\b(?! d[eu]\b)"
)
# Not to be called off, or called off already.
_IS_NO_WISH = re.compile(r"\?|\bpas annul|\bn'annul|\b(?:ai|a|avez|ete|vous|on)[ -]annule\b")
_NO = re.compile(
    r"(?:non|nan|nope|pas (?:tout a fait|exactement|ca))"
    r"(?:[ ,.!]+(?:merci|(?:c'est |ce n'est )?pas (?:ca|bon|exact)))*[ .!]*"
)
_QUESTION = re.compile(
    r".*\?|(?:est-ce|c'est quoi|pourquoi|comment|quand est|combien|qui |quel|avez|pouvez|puis-je)"
)


def wishes_call(text: str) -> bool:
    """Whether a line asks for a call."""
    return bool(_WISH.search(fold(text)))


def cancels(asked: str | None, line: PendingTurn) -> bool:
    """Whether a typed line drops what is being asked for."""
    said = fold(line.text)
    if line.payload is not None:
        return False
    # "No" to "at which number?" wants no call; elsewhere it says that something is wrong.
    return bool(_CANCELS.fullmatch(said)) or (asked == EXPECTS_PHONE and bool(_NO.fullmatch(said)))


def calls_off(asked: str | None, text: str) -> bool:
    """Whether a line drops the call that is promised, and not only a change of it."""
    said = fold(text)
    if _IS_NO_WISH.search(said):
        return False
    if _CALLS_OFF.fullmatch(said):
        return True
    return asked == EXPECTS_CHANGE and bool(_ANNULS.fullmatch(said))


def names_change(text: str) -> bool:
    """Whether a line names the call to do something else about it than ask for it."""
    said = fold(text)
    return bool(_CALLS_OFF.fullmatch(said) or _CHANGES_CALL.search(said))


def confirms(line: PendingTurn) -> bool:
    """Whether a line or a press says that it is right."""
    if line.payload is not None:
        return line.payload == CONFIRM
    # "Oui, rappelez-moi" is a plain yes to this question.
    return is_plain_yes(_WISH.sub("ok", fold(line.text)))


def denies(line: PendingTurn) -> bool:
    """Whether a typed line says that something is wrong."""
    return line.payload is None and bool(_NO.fullmatch(fold(line.text)))


def preference_in(text: str, written: WrittenNumber | None, *, is_asked: bool) -> str | None:
    """When to call, in a line without its number: any few words where that was asked."""
    if written is not None:
        text = _without(text, written)
    found = read_preference(text)
    said = fold(text)
    if found is not None and not _QUESTION.match(said):
        return found
    is_answer = not (_QUESTION.match(said) or _NO.fullmatch(said) or is_plain_yes(text))
    if is_asked and written is None and is_answer and len(said.split()) <= MAX_WORDS_OF_A_TIME:
        return text.strip()[:LONGEST_PREFERENCE]
    return None


def concerns_promise(asked: str | None, text: str) -> bool:
    """Whether a typed line is about the promised call, where that was spoken of last.

    The assistant is there as well, and whatever else is said is for it.
    """
    if asked not in {*QUESTIONS, EXPECTS_CHANGE}:
        return False
    said = fold(text)
    written = read_number(text)
    if (
        calls_off(asked, text)
        or names_change(text)
        or _CHANGES.search(said)
        or is_only_a_time(text)
        or (written and len(_without(text, written).split()) <= MAX_WORDS_OF_A_NUMBER)
    ):
        return True
    if asked == EXPECTS_CHANGE:
        return False
    if _CANCELS.fullmatch(said) or _NO.fullmatch(said):
        return True
    if asked == EXPECTS_PHONE:
        return bool(number_like_parts(text))
    if asked == EXPECTS_TIME:
        return preference_in(text, written, is_asked=True) is not None
    return is_plain_yes(text)


def _without(text: str, written: WrittenNumber) -> str:
    return text[: written.start] + text[written.end :]
