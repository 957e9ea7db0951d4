"""Two problems in one line: "j'ai pas reçu le courriel et j'ai oublié mon code".

Pure. Each clause is read alone; two that name problems of different kinds, surely, are two.
"""

import re
from collections.abc import Sequence

# Problems of one kind are one problem told in several ways: who has no e-mail wants it sent again,
# for a password that was forgotten.
_KINDS = {
    "courriel_non_recu": "courriel",
    "renvoyer_courriel": "courriel",
    "lien_expire": "courriel",
    "mot_de_passe_oublie": "courriel",
    "reinitialisation_cellulaire": "cellulaire",
    "code_utilisateur_oublie": "code",
    "changer_adresse_courriel": "adresse",
    "compte_verrouille": "verrou",
    "signaler_fraude": "fraude",
}
PROBLEMS = frozenset(_KINDS)

_BETWEEN_CLAUSES = re.compile(
    r"[.?!,;:]\s+| (?:et|pis|puis|mais|aussi|ainsi que|en plus|de plus|par ailleurs|faque|ni) ",
    re.IGNORECASE,
)
# Fewer words name nothing surely.
_MIN_WORDS = 2
SURE = 0.7


def clauses(typed: str) -> list[str]:
    """Returns the clauses of a line that are long enough to be read alone."""
    parts = [part.strip() for part in _BETWEEN_CLAUSES.split(typed)]
    return [part for part in parts if len(part.split()) >= _MIN_WORDS]


def two_problems(read: Sequence[tuple[str, float]]) -> list[str] | None:
    """Returns the first two problems of different kinds among (intent, probability), or None."""
    sure = [intent for intent, probability in read if probability >= SURE and intent in _KINDS]
    for second in sure:
        if _KINDS[second] != _KINDS[sure[0]]:
            return [sure[0], second]
    return None
