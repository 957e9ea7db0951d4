"""How well training lines are read by a model that hasn't seen them: where choices are made.

Two ways to hold lines back: five stratified folds, and one register at a time. The first flatters,
since a line's neighbours by the same hand are in the other folds; the second is nearer to people
whom nobody wrote lines for.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import softmax
from sklearn.model_selection import LeaveOneGroupOut, StratifiedKFold

from bot.evaluation.disturbances import DISTURBANCES
from bot.evaluation.figures import Figures, Reading, measure
from bot.evaluation.lines import OUT_OF_SCOPE, LabelledLine
from bot.evaluation.metrics import Floats, log_loss
from bot.nlu.intent_model import IntentModel, Line
from bot.nlu.normalizer import normalize
from bot.nlu.spelling import Speller

FOLDS = "5 folds"
REGISTERS_LEFT_OUT = "each register left out"
SHARPNESSES = tuple(round(1 + 0.5 * i, 1) for i in range(19))

_FOLDS = 5
_TINY = 1e-300

Split = tuple[NDArray[np.int_], NDArray[np.int_]]


@dataclass(frozen=True)
class Settings:
    """What config.yml says and cross-validation chooses."""

    C: float
    sharpness: float
    threshold: float


@dataclass(frozen=True)
class CrossValidation:
    """The figures of lines held back, and their log-loss at each sharpness."""

    held_back: str
    C: float
    figures: Figures
    log_loss: dict[float, float]

    @property
    def best_sharpness(self) -> float:
        """Where the log-loss is least."""
        return min(self.log_loss, key=lambda sharpness: self.log_loss[sharpness])


def cross_validate(
    lines: Sequence[LabelledLine], settings: Settings, held_back: str
) -> CrossValidation:
    """Returns what the model makes of the lines while they are held back."""
    texts = {"": [line.text for line in lines]}
    texts |= {name: [disturb(t) for t in texts[""]] for name, disturb in DISTURBANCES.items()}
    intents = sorted({line.intent for line in lines})
    held_back_rows = {name: np.zeros((len(lines), len(intents))) for name in texts}
    unseen = np.zeros(len(lines), dtype=bool)
    for train, test in _splits(lines, held_back):
        fold = _Fold([lines[i] for i in train], settings)
        for name, some in texts.items():
            held_back_rows[name][test] = fold.probabilities([some[i] for i in test], intents)
        unseen[test] = [normalize(lines[i].text) not in fold.vocabulary_lines for i in test]
    readings = {
        name: _readings(rows, intents, settings.threshold) for name, rows in held_back_rows.items()
    }
    figures = measure(
        lines,
        readings.pop(""),
        disturbed=readings,
        unseen=unseen.tolist(),
    )
    true = [intents.index(line.intent) for line in lines]
    losses = log_loss_by_sharpness(held_back_rows[""], true, settings.sharpness)
    return CrossValidation(held_back, settings.C, figures, losses)


def log_loss_by_sharpness(
    probabilities: Floats, true: Sequence[int], sharpness: float
) -> dict[float, float]:
    """Returns the log-loss at every sharpness, from probabilities at one.

    Their logarithms over the sharpness are the decisions, but for a constant of each line.
    """
    decisions = np.log(np.maximum(probabilities, _TINY)) / sharpness
    return {s: log_loss(softmax(s * decisions, axis=1), true) for s in SHARPNESSES}


class _Fold:
    """A model trained on some of the lines as Rasa trains it: normaliser, speller, classifier."""

    def __init__(self, lines: Sequence[LabelledLine], settings: Settings) -> None:
        normal = [normalize(line.text) for line in lines]
        self.vocabulary_lines = frozenset(normal)
        self._speller = Speller.of(normal)
        worded = [i for i, text in enumerate(normal) if text]
        self._model = _RememberingModel(C=settings.C, sharpness=settings.sharpness).fit(
            [Line(lines[i].text, normal[i]) for i in worded], [lines[i].intent for i in worded]
        )

    def probabilities(self, texts: Sequence[str], intents: Sequence[str]) -> Floats:
        """Returns a row for each text and a column for each intent.

        A text without a word has no probability but of out of scope, as it gets no answer.
        """
        lines = [Line(text, self._speller.mend(normalize(text))) for text in texts]
        worded = [i for i, line in enumerate(lines) if line.normal]
        columns = [intents.index(name) for name in self._model.intents]
        rows = np.zeros((len(texts), len(intents)))
        rows[:, intents.index(OUT_OF_SCOPE)] = 1.0
        rows[np.ix_(worded, columns)] = self._model.probabilities([lines[i] for i in worded])
        return rows


class _RememberingModel(IntentModel):
    """Encodes a text once for all folds: the encoder is the same, and half of the time."""

    _vectors: dict[str, Floats] = {}  # noqa: RUF012 - meant to be shared

    def _encode(self, texts: Sequence[str]) -> Floats:
        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if new:
            self._vectors.update(zip(new, super()._encode(new), strict=True))
        return np.array([self._vectors[text] for text in texts])


def _splits(lines: Sequence[LabelledLine], held_back: str) -> Iterable[Split]:
    if held_back == FOLDS:
        strata = [f"{line.intent} {line.register}" for line in lines]
        return _stratified(strata)
    registers = [line.register for line in lines]
    return LeaveOneGroupOut().split(registers, groups=registers)  # type: ignore[no-any-return]


def _stratified(strata: Sequence[str]) -> Iterator[Split]:
    yield from StratifiedKFold(_FOLDS, shuffle=True, random_state=0).split(strata, strata)


def _readings(rows: Floats, intents: Sequence[str], threshold: float) -> list[Reading]:
    column = intents.index(OUT_OF_SCOPE)
    return [
        Reading(
            top=intents[row.argmax()],
            confidence=float(row.max()),
            fell_back=bool(row.max() < threshold),
            out_of_scope=float(row[column]),
        )
        for row in rows
    ]
