"""Whether those who have an account can be told from those who don't: `script/bench neutrality`.

    python -m bot.evaluation.telling_apart SAMPLES.json FOUND.json

Samples are bench/neutrality.py's. A logistic regression learns on what a client gets (times, number
of bubbles, words) and judges people it did not learn from: an AUC of 0.5 is guessing.
"""

import json
import sys
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import StandardScaler

FOLDS = 5
BOOTSTRAP_SAMPLES = 1000
SHUFFLES = 60
_verb = itemgetter("verb")


def main() -> None:
    """Reads the samples and writes the AUC of each group of them, with its interval."""
    samples = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    groups = {
        "throttle off": [s for s in samples if not s["throttled"]],
        "throttle on": [s for s in samples if s["throttled"]],
    }
    found = {name: separation(some) for name, some in groups.items()}
    Path(sys.argv[2]).write_text(json.dumps(found, indent=1), "utf-8")


def separation(samples: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Returns `auc`, its 95 % bootstrap interval over people (`low`, `high`), and `samples`.

    `by_chance` is the AUC that one in twenty shuffles of who is known reaches. Of each person there
    may be one sample of each request.
    """
    # Each request has turns of its own, and so a model of its own.
    samples = sorted(samples, key=_verb)
    known = np.array([s["known"] for s in samples])
    people = np.array([s["person"] for s in samples])
    scores = _scores(samples)
    generator = np.random.default_rng(0)
    rows = {person: np.flatnonzero(people == person) for person in np.unique(people)}
    aucs = []
    for _ in range(BOOTSTRAP_SAMPLES):
        drawn = generator.choice(list(rows), size=len(rows))
        picked = np.concatenate([rows[person] for person in drawn])
        if len(set(known[picked])) == 2:
            aucs.append(roc_auc_score(known[picked], scores[picked]))
    low, high = np.percentile(aucs, [2.5, 97.5])
    return {
        "auc": float(roc_auc_score(known, scores)),
        "low": float(low),
        "high": float(high),
        "by_chance": float(np.percentile([_shuffled_auc(samples, n) for n in range(SHUFFLES)], 95)),
        "samples": len(samples),
    }


def _shuffled_auc(samples: Sequence[dict[str, Any]], seed: int) -> float:
    """The AUC if chance had said who is known."""
    people = np.unique([s["person"] for s in samples])
    drawn = np.random.default_rng(seed).permutation(people)[: len(people) // 2]
    shuffled = [{**s, "known": s["person"] in drawn} for s in samples]
    return float(roc_auc_score([s["known"] for s in shuffled], _scores(shuffled)))


def _scores(samples: Sequence[dict[str, Any]]) -> NDArray[Any]:
    """The decision for each of the samples, which are in the order of their requests."""
    return np.concatenate([_judged_unseen(list(some)) for _, some in groupby(samples, _verb)])


def _judged_unseen(samples: Sequence[dict[str, Any]]) -> NDArray[Any]:
    """Returns the decision for each sample, by a model that learnt from others.

    `samples` has one of each person. The folds have known and unknown in equal parts: a model's
    leaning to the more frequent would look like knowledge, turned round.
    """
    known = np.array([s["known"] for s in samples])
    numbers = np.array([_numbers(s) for s in samples])
    texts = [s["text"] for s in samples]
    scores = np.zeros(len(samples))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    for learnt, judged in folds.split(numbers, known):
        scaler = StandardScaler().fit(numbers[learnt])
        words = TfidfVectorizer(ngram_range=(1, 3)).fit([texts[i] for i in learnt])
        features = hstack(
            [csr_matrix(scaler.transform(numbers)), words.transform(texts)], format="csr"
        )
        model = LogisticRegression(max_iter=1000).fit(features[learnt], known[learnt])
        scores[judged] = model.decision_function(features[judged])
    return scores


def _numbers(sample: dict[str, Any]) -> list[float]:
    """The times, on a scale where slower means by what share, and the counts, by turn."""
    return [*np.log(sample["seconds"]), *sample["bubbles"]]


if __name__ == "__main__":
    main()
