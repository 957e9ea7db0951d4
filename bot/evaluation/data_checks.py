"""What must hold of the lines before a figure about them means anything."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy import sparse

from bot.evaluation.lines import OUT_OF_SCOPE, REGISTERS, LabelledLine, sha256_of
from bot.nlu.normalizer import fold

# Two lines of an intent that are more alike teach nothing more than one of them.
MAX_JACCARD = 0.8

ACTS = frozenset(
    [
        "saluer",
        "au_revoir",
        "remercier",
        "affirmer",
        "nier",
        "ne_sait_pas",
        "probleme_resolu",
        "probleme_persiste",
        "donner_delai",
        "informer",
        "repeter",
        "annuler",
        "demander_aide",
        "est_ce_un_robot",
        "insatisfaction",
        "demander_anglais",
    ]
)


class Minimum(NamedTuple):
    """The fewest lines an intent may have, in all and in each register."""

    lines: int
    of_a_register: int


# A register may have a fifth of the whole where an even share is a quarter.
OF_A_PROBLEM = Minimum(lines=120, of_a_register=24)
OF_AN_ACT = Minimum(lines=60, of_a_register=12)
OF_OUT_OF_SCOPE = Minimum(lines=400, of_a_register=80)

_N = 3


def near_duplicates(lines: Sequence[LabelledLine]) -> list[tuple[LabelledLine, LabelledLine]]:
    """Returns the pairs of an intent's lines that share more than MAX_JACCARD of their trigrams."""
    by_intent = defaultdict(list)
    for line in lines:
        by_intent[line.intent].append(line)
    return [
        (group[first], group[second])
        for group in by_intent.values()
        for first, second in _alike([fold(line.text) for line in group])
    ]


def too_few(lines: Sequence[LabelledLine], intents: Collection[str]) -> list[str]:
    """Returns a sentence for each of the intents, and each register of one, with too few lines."""
    registers_of = defaultdict(list)
    for line in lines:
        registers_of[line.intent].append(line.register)
    lacks = []
    for intent in sorted({*intents, *registers_of}):
        registers, minimum = registers_of[intent], _minimum_of(intent)
        if len(registers) < minimum.lines:
            lacks.append(f"{intent}: {len(registers)} lines of at least {minimum.lines}")
        for register in REGISTERS:
            count = registers.count(register)
            if count < minimum.of_a_register:
                lacks.append(
                    f"{intent}, {register}: {count} lines of at least {minimum.of_a_register}"
                )
    return lacks


def was_touched(path: Path) -> bool:
    """Returns whether the file is another than the digest beside it says (`sha256sum`'s format)."""
    digest = path.with_name(f"{path.name}.sha256").read_text("utf-8").split()[0]
    return sha256_of(path) != digest


def _minimum_of(intent: str) -> Minimum:
    if intent == OUT_OF_SCOPE:
        return OF_OUT_OF_SCOPE
    return OF_AN_ACT if intent in ACTS else OF_A_PROBLEM


def _alike(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yields the indices of the pairs, by one product of sparse matrices for all of them."""
    trigrams = [_trigrams(text) for text in texts]
    columns = {trigram: i for i, trigram in enumerate({t for some in trigrams for t in some})}
    rows = np.repeat(np.arange(len(texts)), [len(some) for some in trigrams])
    at = [columns[trigram] for some in trigrams for trigram in some]
    has = sparse.csr_matrix(
        (np.ones(len(at), dtype=np.int32), (rows, at)), shape=(len(texts), len(columns))
    )
    shared = sparse.triu(has @ has.T, k=1).tocoo()
    sizes = np.array([len(some) for some in trigrams])
    union = sizes[shared.row] + sizes[shared.col] - shared.data
    found = shared.data > MAX_JACCARD * union
    yield from zip(shared.row[found].tolist(), shared.col[found].tolist(), strict=True)


def _trigrams(text: str) -> set[str]:
    """A text that is too short for a trigram is one itself."""
    return {text[i : i + _N] for i in range(max(1, len(text) - _N + 1))}
