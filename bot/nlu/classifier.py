"""The intent of a message, from its folded words and character n-grams.

TF-IDF of words (1-2) and of characters inside words (2-5), logistic regression with a C of its
own: on short lines with typos it beats Rasa's stock classifiers, in one millisecond
(docs/decisions/0003).
"""

from typing import Any

import skops.io
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, Pipeline

from bot.nlu.normalizer import NORMALIZED_TEXT, FrenchNormalizer

_RANKING_LENGTH = 5
# What stands in one line only is left out: half the size, a third of the time to train, and the
# same accuracy in cross-validation.
_MIN_LINES = 2
_MODEL_FILE = "intents.skops"
# Everything else that the file may hold is trusted by skops itself.
_TRUSTED_TYPES = ["scipy.sparse._csr.csr_matrix"]


def build_model(C: float) -> Pipeline:  # noqa: N803 - sklearn's name
    """Returns the untrained model: folded text in, intent probabilities out."""
    words = TfidfVectorizer(
        token_pattern=r"(?u)[\w']+|[?!]",  # noqa: S106 - a pattern
        ngram_range=(1, 2),
        min_df=_MIN_LINES,
        sublinear_tf=True,
    )
    characters = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 5), min_df=_MIN_LINES, sublinear_tf=True
    )
    return Pipeline(
        [
            ("features", FeatureUnion([("words", words), ("characters", characters)])),
            ("intents", LogisticRegression(C=C, class_weight="balanced", max_iter=200)),
        ]
    )


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class NgramIntentClassifier(GraphComponent, IntentClassifier):
    """Ranks the intents of a message; a message without a word gets none, at confidence 0."""

    @classmethod
    def required_components(cls) -> list[type]:
        """The normaliser, whose text it reads."""
        return [FrenchNormalizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`C`: inverse of the regularisation's strength."""
        return {"C": 20.0}

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        model: Pipeline,
    ) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "NgramIntentClassifier":
        """Rasa's constructor before training."""
        return cls(config, model_storage, resource, build_model(config["C"]))

    def train(self, training_data: TrainingData) -> Resource:
        """Fits the model on the examples that carry an intent and stores it."""
        examples = [e for e in training_data.intent_examples if e.get(NORMALIZED_TEXT)]
        self._model.fit(
            [e.get(NORMALIZED_TEXT) for e in examples], [e.get(INTENT) for e in examples]
        )
        with self._model_storage.write_to(self._resource) as directory:
            skops.io.dump(self._model, directory / _MODEL_FILE)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "NgramIntentClassifier":
        """Loads the trained model.

        Raises:
            ValueError: the stored model is missing or was never trained; a silent, untrained
                classifier would answer everybody with the fallback.
        """
        with model_storage.read_from(resource) as directory:
            model = skops.io.load(directory / _MODEL_FILE, trusted=_TRUSTED_TYPES)
        return cls(config, model_storage, resource, model)

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets `intent` and `intent_ranking` on each message and returns them."""
        for message in messages:
            ranking = self._rank(message.get(NORMALIZED_TEXT))
            message.set(
                "intent",
                ranking[0] if ranking else {"name": None, "confidence": 0.0},
                add_to_output=True,
            )
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _rank(self, text: str) -> list[dict[str, Any]]:
        if not text:
            return []
        probabilities = self._model.predict_proba([text])[0]
        best = probabilities.argsort()[::-1][:_RANKING_LENGTH]
        return [
            {"name": str(self._model.classes_[i]), "confidence": float(probabilities[i])}
            for i in best
        ]
