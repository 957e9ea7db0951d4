"""What lines and presses about a call-back mean. Pure.

Two dialogues read them: the one that asks for what a call takes (call_back_dialogue.py), and the
one that changes a call that is promised (call_back_changes.py).
"""

import re

from actions.consent import is_plain_yes
from actions.folding import fold
from gateway.conversations import PendingTurn
from gateway.handover.call_back_times import (
    LONGEST_PREFERENCE,
    in_full,
    is_only_a_time,
    names_time,
    read_preference,
)
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
# What a yes may answer once a call was offered; nothing must be answered either.
CALL_OFFERED = "offre_rappel"

# How the engine reads a line that is not its own to answer, where that tells something of a call.
ASKS_FOR_PERSON = "parler_agent"
YES, NO, THANKS = "affirmer", "nier", "remercier"
GIVES_VALUE, CANCELS = "informer", "annuler"
# The intents of questions begin so.
ASKS = "question_"
NOT_READ = frozenset({None, "nlu_fallback"})

# So many words answer "when?" whatever they are; more must name a time.
MAX_WORDS_OF_A_TIME = 4
# So many beside a number say that it is the one to call.
MAX_WORDS_OF_A_NUMBER = 5

# Read on folded lines.
_WISH = re.compile(
    r"\b(?:(?:me |etre )(?:faire )?r?appel\w+|m'appeler|(?:on|vous) m'appel\w+"
    r"|r?appel(?:ez|er|le|e)[- ]moi|(?:veux|voudrais|aimerais) un rappel|retour d'appel)\b"
)
# In a line that asks for a person, or answers the offer of a call, however it is spelled.
_OF_A_CALL = re.compile(r"r?app?el|\bt[ei]l+[ei](?:ph|f)on|\btel moi\b")
# Where thanks are more than thanks: "oui, merci", and not "ok, merci".
_SAYS_YES = re.compile(r"\b(?:oui|ouais|ouin|ui)\b")
# Beside a yes: it isn't one yet.
_HESITATES = re.compile(r"\?|\b(?:mais|si|sauf|avant|pas)\b")
# What leads to a number in a line, and is no time.
_LEADS_TO_NUMBER = re.compile(
    r"(?:[\s,.;:]|\b(?:au?|[àa]|le|c['’]est|est|mon|num[ée]ro|t[ée]l[ée]phone|tel|cell?))*$",
    re.IGNORECASE,
)
_DROP = (
    r"(?:annul\w+|cancel\w*|(?:oubli|enlev|retir|supprim)e[rz]?|laisse[rz]?[ -](?:faire|tomber))"
)
# "Pas de rappel", "je ne crois pas qu'un rappel soit utile", "pas d'agent".
_NO_CALL = re.compile(
    r"\b(?:pas|plus|aucun|inutile)\b(?: \w+){0,2} (?:(?:de |d'|qu'|un |l')*)(?:rappel|agents?)\b"
    r"|\bpas (?:de |d')?(?:rappel|agents?)\b"
)
_CHANGE_IT = re.compile(
    r"\b(?:(?:vous pouvez )?(?:le |la )?changer|change[zr]?(?:[- ](?:le|la|ca))?)(?=[ ,.!]*$)"
)
_CANCELS = re.compile(
    r"(?:(?:non|finalement|ok|bon|merci|je|j'ai|c'est|ce n'est|n'ai|en ai)[ ,.]+)*"
    rf"(?:{_DROP}|oublie\w*(?:[ -](?:ca|le rappel))?"
    r"|(?:pas|plus|pu) (?:besoin|la peine|de rappel)|stop|arrete\w*|non merci)\b(?! pas\b).{0,30}"
)
# "Annuler ma demande de courriel", "oublié mon mot de passe".
_DROPS_ELSE = re.compile(
    rf"\b{_DROP} (?:(?:de|du|la|le|les|mon|ma|mes|votre|demande|envoi|rappel) |[dl]')*"
    r"(?:code|courriel|e-?mail|mot|mdp|lien|compte|carte|rendez-vous)\b"
)
# The reminder of a user code is a "rappel" too: "le rappel du code"; "le rappel de demain" is none.
_OF_ELSE = (
    r"(?! (?:automatique )?d[eu]\b(?! (?:demain|ce|cet|cette|[ld]'a|lundi|mardi|mercredi|jeudi"
    r"|vendredi|samedi|dimanche|\d)))"
)
_DROPS_CALL = re.compile(
    rf"\b{_DROP} (?:(?:svp|s'il vous plait|ca),? )?"
    r"(?:(?:le|les|mon|mes|ce|cet|tout|ma|la|demande de) |l')*"
    rf"(?:(?:demande d'|retour d')?r?appels?|call)\b{_OF_ELSE}"
    # "Mon rappel de demain, je veux l'annuler", "le rappel, annulez-le".
    rf"|\brappel\b{_OF_ELSE}.{{0,30}}\b(?:l'(?:annul|cancel)\w+|(?:annul|cancel)\w+-le)\b"
)
_NO_MORE = r"(?:pas|plus|pus?)"
# What one doesn't need, or want.
_BEING_CALLED = (
    r"(?:(?:(?:d'|de |du |le |l'|un |votre )*(?:retour d')?r?appel"
    r"|(?:d')?etre r?appelee?s?|de (?:me |m')r?appeler"
    rf"|qu(?:'on|e vous|e quelqu'un) (?:me |m')r?appel(?:le|iez|ez))\b{_OF_ELSE})"
)
_REFUSES_CALL = re.compile(
    rf"(?:(?<!vous )\bne (?:me |m')r?appele[rz] {_NO_MORE}"
    rf"|(?:^|[,.;!] ?|\bfinalement )(?:[mn]')?appele[rz] {_NO_MORE}"
    rf"|\br?appel(?:l?e|e[rz])[- ]moi {_NO_MORE}"
    rf"|\b(?:inutile|{_NO_MORE} (?:besoin|la peine|necessaire|utile|obligee?s?)) {_BEING_CALLED}"
    rf"|\b(?:avez|as) {_NO_MORE} a (?:me |m')r?appeler"
    rf"|\b(?:veux|voudrais|souhaite) {_NO_MORE} {_BEING_CALLED})\b"
    # "Pas besoin de me rappeler mon code", "je ne veux pas qu'on m'appelle madame".
    r"(?! (?:(?:le|la)\b(?! (?:matin|midi|soir|nuit|jour|semaine|fin de))|l'(?!a)"
    r"|(?:mon|ma|mes|comment|que|quel\w*|madame|monsieur)\b))"
)
# What may follow where no call at all is wanted: not "avant 10 h", nor "au bureau".
_FOR_GOOD = re.compile(
    r"[ ,.;!]*(?:$|(?<=[,.;!] )"
    r"|(?:svp|s'il|merci|finalement|du tout|c'est|ca|tout|j'ai|car|parce)\b)"
)
# Just behind the promise, it needs no name.
_ANNULS = re.compile(
    r"(?:(?:non|finalement|ok|bon|merci|je)[ ,.]+)*(?:j')?(?:annul|cancel)\w*"
    r"(?:[ -](?:ca|le|tout))?(?:[ ,.!]+(?:svp|s'il vous plait|merci))*[ .!]*"
)
_CHANGE = r"(?:chang|modifi|deplac|decal|report|repouss|corrig|devanc|avanc|remet)"
_CHANGES = re.compile(
    rf"(?<!pas )\b{_CHANGE}\w+ (?:(?:de|d'|le|la|l'|mon|ce|cet|pour|du) ?)*"
    r"(?:(numero)|heure|moment|jour)\b"
    r"|\b(?:(?:trompe\w*|erreur) (?:de|dans le)|mauvais|pas le bon|un autre)"
    r" (?:(numero|poste)|moment|jour)\b|\bune autre heure\b"
    r"|\b(numero) (?:n')?est (?:plus|pas) (?:le )?bon\b"
)
# All that is said to "what is to be corrected?".
_PART = re.compile(
    r"(?:c'est )?(?:(?:le|mon|l'|au) ?)?(?:(numero|telephone)|moment|heure)(?: svp)?[ .!]*"
)
_CHANGES_CALL = re.compile(rf"\b(?:annul|cancel|{_CHANGE})\w*\b.{{0,30}}\brappel\b{_OF_ELSE}")
# Beside a time: "pouvez-vous me rappeler demain?".
_ASKS_AGAIN = re.compile(
    r"\b(?:m'appel(?:er|iez)|me rappeliez|r?appelez[- ]moi"
    r"|(?:pou[vr]\w+|peux)[- ](?:vous|tu) (?:plutot )?me rappeler)\b"
    r"(?! (?:mon|ma|mes|le code|comment)\b)"
)
# A number or an hour that isn't the call's.
_IS_ELSEWHERE = re.compile(
    r"\b(?:dossier|compte|portail|profil|site|page|code|courriel|lien|appareil|ordinateur|envoi"
    r"|mot de passe|(?:ca|on|il) (?:me )?(?:demande|dit)|j'?(?:ai )?appel\w+|vais (?:vous )?appeler"
    r"|d'appeler|qui m'(?:a|ont)|m'a (?:r?appel|ecri|texte)\w+)\b"
)
# Not to be called off, or not so simply, or called off already.
_IS_NO_WISH = re.compile(
    r"\?|\bpas (?:l')?annul|\bn(?:e l)?'annul|\best annul|\bsi (?!possible)"
    r"|\b(?:comment|pourquoi|plutot|a la place|sans|avant d'|lieu d')"
    r"|\br?appel(?:ez|le)[- ]moi (?!pas\b|plus\b|pus?\b)"
    r"|\b(?:ai|a|avez|avais|avait|ete|vous)[ -](?:annul|cancel|oubli|enlev|retir)\w*e\b"
)
_NO = re.compile(
    r"(?:non|nan|nope|pas (?:tout a fait|exactement|ca))"
    r"(?:[ ,.!]+(?:merci|(?:c'est |ce n'est )?pas (?:ca|bon|exact)))*[ .!]*"
)
_QUESTION = re.compile(
    r".*\?|(?:est-ce|c'est quoi|pourquoi|comment|quand est|combien|qui |quel|avez|pouvez|puis-je)"
)


def wishes_call(text: str, intent: str | None = None) -> bool:
    """Whether a line asks for a call; `intent` is how the engine reads it, if it could be asked."""
    said = fold(text)
    asks = _WISH.search(said) or (intent == ASKS_FOR_PERSON and _OF_A_CALL.search(said))
    return bool(asks) and not calls_off(None, text) and not _REFUSES_CALL.search(said)


def begins_call(asked: str | None, text: str, intent: str | None) -> bool:
    """Whether a line of a client who waits asks for a call, or answers the offer of one.

    Who gives their number to people they wait for wants to be called at it.
    """
    said = fold(text)
    if _NO_CALL.search(said):
        return False
    if wishes_call(text, intent):
        return True
    is_elsewhere = bool(_IS_ELSEWHERE.search(said))
    written = read_number(text)
    if written is not None:
        is_value = intent in {GIVES_VALUE, YES, ASKS_FOR_PERSON}
        is_short = len(_without(text, written).split()) <= MAX_WORDS_OF_A_NUMBER
        return (is_value or is_short) and not is_elsewhere
    if asked != CALL_OFFERED or intent in {NO, CANCELS} or _REFUSES_CALL.search(said):
        return False
    if intent in {YES, ASKS_FOR_PERSON} or is_only_a_time(text):
        return True
    if is_plain_yes(text):
        return intent != THANKS or bool(_SAYS_YES.search(said))
    return intent in NOT_READ and bool(_OF_A_CALL.search(said)) and not is_elsewhere


def cancels(asked: str | None, line: PendingTurn, intent: str | None = None) -> bool:
    """Whether a typed line drops what is being asked for."""
    said = fold(line.text)
    if line.payload is not None:
        return False
    # "No" to "at which number?" wants no call; elsewhere it says that something is wrong.
    is_no = asked == EXPECTS_PHONE and (
        intent in {NO, CANCELS} or bool(_NO.fullmatch(said) or _REFUSES_CALL.search(said))
    )
    # A time may be meant by anything.
    is_cancelled = asked == EXPECTS_CONFIRMATION and intent == CANCELS
    gives_something = number_like_parts(line.text) or read_preference(line.text)
    if (is_no or is_cancelled) and not gives_something:
        return True
    return _drops(said) or calls_off(asked, line.text)


def calls_off(asked: str | None, text: str) -> bool:
    """Whether a line drops the call that is promised, and not only a change of it."""
    said = fold(text)
    if _IS_NO_WISH.search(said):
        return False
    if _DROPS_CALL.search(said):
        return True
    refused = _REFUSES_CALL.search(said)
    if refused and read_preference(text) is None and read_number(text) is None:
        return bool(_FOR_GOOD.match(said, refused.end()))
    return asked == EXPECTS_CHANGE and bool(_ANNULS.fullmatch(said))


def names_change(text: str) -> bool:
    """Whether a line names the call to do something else about it than ask for it."""
    said = fold(text)
    return any(pattern.search(said) for pattern in (_DROPS_CALL, _REFUSES_CALL, _CHANGES_CALL))


def changed_part(text: str) -> str | None:
    """Which question a line would answer anew: "changez l'heure"."""
    said = fold(text)
    found = _CHANGES.search(said) or _PART.fullmatch(said)
    if found is None or _IS_ELSEWHERE.search(said):
        return None
    return EXPECTS_PHONE if any(found.groups()) else EXPECTS_TIME


def confirms(line: PendingTurn, intent: str | None = None) -> bool:
    """Whether a line or a press says that it is right."""
    if line.payload is not None:
        return line.payload == CONFIRM
    if _agrees(line.text):
        return True
    says_more = _HESITATES.search(fold(line.text)) or read_preference(line.text)
    return intent == YES and not says_more and not number_like_parts(line.text)


def denies(line: PendingTurn, intent: str | None = None) -> bool:
    """Whether a typed line says that something is wrong, and not what."""
    if line.payload is not None:
        return False
    if _NO.fullmatch(fold(line.text)):
        return True
    given = read_number(line.text) or read_preference(line.text) or changed_part(line.text)
    return intent == NO and given is None


def preference_in(
    text: str, written: WrittenNumber | None, *, is_asked: bool, intent: str | None = None
) -> str | None:
    """When to call, in a line without its number: any few words where that was asked.

    But for a name, a code and the like, and for questions.
    """
    if written is not None:
        text = _without(text, written)
    found = read_preference(text)
    said = fold(text)
    if found is not None and not _QUESTION.match(said):
        return found
    is_other = _QUESTION.match(said) or _NO.fullmatch(said) or is_plain_yes(text)
    is_more = intent == GIVES_VALUE or (intent or "").startswith(ASKS)
    is_answer = not (is_other or changed_part(text) or is_more)
    # "Pas l'après-midi, chu chez le physio": whoever calls reads it.
    is_short = len(said.split()) <= MAX_WORDS_OF_A_TIME or names_time(text)
    if is_asked and written is None and is_answer and is_short:
        return in_full(text).strip()[:LONGEST_PREFERENCE]
    return None


def concerns_promise(asked: str | None, text: str) -> bool:
    """Whether a typed line is about the promised call, where that was spoken of last.

    The assistant is there as well, and whatever else is said is for it.
    """
    if asked not in {*QUESTIONS, EXPECTS_CHANGE}:
        return False
    said = fold(text)
    written = read_number(text)
    if calls_off(asked, text) or names_change(text) or is_only_a_time(text):
        return True
    is_short = written and len(_without(text, written).split()) <= MAX_WORDS_OF_A_NUMBER
    gives_number = written and (is_short or _WISH.search(said))
    asks_again = _ASKS_AGAIN.search(said) and read_preference(text)
    if changed_part(text) or ((gives_number or asks_again) and not _IS_ELSEWHERE.search(said)):
        return True
    if asked == EXPECTS_CHANGE:
        return False
    if _drops(said) or _NO.fullmatch(said):
        return True
    if asked == EXPECTS_PHONE:
        return bool(number_like_parts(text))
    if asked == EXPECTS_TIME:
        return preference_in(text, written, is_asked=True) is not None
    return _agrees(text)


def _agrees(text: str) -> bool:
    """Whether a line says yes to the summary: "oui, rappelez-moi", "oui, changez-le" do too."""
    said = _CHANGE_IT.sub("ok", _WISH.sub("ok", fold(text)))
    return is_plain_yes(said)


def _drops(said: str) -> bool:
    """Whether a line wants nothing more of what is being asked for."""
    return bool(_CANCELS.fullmatch(said)) and not _DROPS_ELSE.search(said)


def _without(text: str, written: WrittenNumber) -> str:
    return _LEADS_TO_NUMBER.sub("", text[: written.start]) + text[written.end :]
