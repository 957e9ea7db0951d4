"""What people say around a value that they were asked for: "non, mon nom c'est … svp". Pure."""

import re

from actions.folding import fold

# What comes before a value, on a folded line: a word or two, and what announces it.
_LEAD_IN = re.compile(
    r"""
    ^ (?: (?: non|nan|oui|ouin|ok|euh|bonjour|alors|ben|bin|bien|oups|oupsi|desolee?|et|pi|pis|puis
            | mais|attends?|attendez|minute ) [\ ,.!]+ )*
    (?P<announced> (?:
        je\ m'appelle | je?\ ?m'?app?el+e? | je\ suis | ici
      | moi\ (?:c'est | cest | ces | c) | moi | c'est | cest | ces | c
      | (?:(?:mon|le)\ )? (?:nom|prenom) (?:\ de\ famille|\ complet|\ au\ complet)?
        (?:\ est|\ c'?est|\ c|\ ?:)?
      | (?:mon|le)\ (?:code|user|identifiant|courriel|email|mail)
        (?:\ d'utilisateur|\ utilisateur)? (?:\ est|\ c'?est|\ c|\ ?:)
      | code (?:\ d'utilisateur)? \ ?:
    ) (?: [\ :]+ | $ ) )?
    """,
    re.VERBOSE,
)
# "Ben Salah", and not "ben Tremblay d'abord".
_BEN = re.compile(r"Ben [A-ZÀ-Ý]")
# What may follow a value.
_TAIL = re.compile(
    r"[ ,]+(?:d['’]abord|svp|stp|s['’]il (?:vous|te) pla[iî]t|merci|je pense|j['’]pense)$",
    re.IGNORECASE,
)


def lead_in(text: str) -> str:
    """Returns what a line says before its value, folded: "non, mon nom c'est "."""
    found = _LEAD_IN.match(fold(text))
    return found.group() if found else ""


def announcement(text: str) -> str:
    """Returns what a line calls its value, folded: "mon nom c'est "; empty where it doesn't."""
    found = _LEAD_IN.match(fold(text))
    return (found and found["announced"]) or ""


def strip_lead_in(text: str) -> str:
    """Returns a line's value, as typed, without what stands around it."""
    text = _TAIL.sub("", text.strip().strip('«»"“” ').rstrip(".!"))
    # Folding keeps the length of French letters, so the lead-in's length holds in the text itself.
    if _BEN.match(text) or len(fold(text)) != len(text):
        return text
    return text[len(lead_in(text)) :].strip()
