"""What an unsure line means after a question of ours: an answer, more likely than anything else.

Pure. Only lines that alone would end in the fallback are read again; a line that is sure stays as
it is, whatever was asked.
"""

from collections.abc import Mapping
from typing import Any

FALLBACK = "nlu_fallback"

# Not `probleme_resolu`: a goodbye to somebody whose problem stays is the dearest of mistakes.
_ANSWERS = frozenset(
    {"affirmer", "nier", "ne_sait_pas", "informer", "donner_delai", "probleme_persiste"}
)
# How many times likelier an answer is after a question than before any.
_ODDS_OF_AN_ANSWER = 3.0
# Served only if it is more likely right than wrong: the threshold of config.yml.
_THRESHOLD = 0.5

# Asked for the user code, each of these says that it isn't there.
_CODE_SLOT = "code_utilisateur"
_WITHOUT_CODE = frozenset({"code_utilisateur_oublie", "ne_sait_pas", "nier"})


def in_context(
    parsed: Mapping[str, Any], *, question_open: bool, requested_slot: str | None
) -> dict[str, Any]:
    """Returns Rasa's parse data with the intent that an open question makes likely, if any does."""
    if not question_open or parsed["intent"].get("name") != FALLBACK:
        return dict(parsed)
    ranking = [
        (entry["name"], float(entry["confidence"]))
        for entry in parsed.get("intent_ranking", [])
        if entry["name"] != FALLBACK
    ]
    if requested_slot == _CODE_SLOT:
        without_code = sum(p for name, p in ranking if name in _WITHOUT_CODE)
        if without_code >= _THRESHOLD:
            return _with_intent(parsed, "code_utilisateur_oublie", without_code)
    weighted = [(n, p * (_ODDS_OF_AN_ANSWER if n in _ANSWERS else 1.0)) for n, p in ranking]
    total = sum(w for _, w in weighted) + 1.0 - sum(p for _, p in ranking)
    name, weight = max(weighted, key=lambda entry: entry[1], default=("", 0.0))
    if total > 0 and weight / total >= _THRESHOLD:
        return _with_intent(parsed, name, weight / total)
    return dict(parsed)


def _with_intent(parsed: Mapping[str, Any], name: str, confidence: float) -> dict[str, Any]:
    return {**parsed, "intent": {"name": name, "confidence": confidence}}
