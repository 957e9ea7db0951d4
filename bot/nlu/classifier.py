"""The intent of a message, and both problems of a message that names two."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.intent_model import IntentModel, Line
from bot.nlu.normalizer import NORMALIZED_TEXT, FrenchNormalizer, normalize
from bot.nlu.spelling import SpellingCorrector
from bot.nlu.two_problems import PROBLEMS, SURE, clauses, two_problems

_RANKING_LENGTH = 5
_MODEL_FILE = "intents.npz"
# The act of giving a value.
_VALUE = "informer"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class FrenchIntentClassifier(GraphComponent, IntentClassifier):
    """Ranks the intents of a message; a message without a word gets none, at confidence 0.

    Adds the entity `problemes` (two intents, in the line's order) where two are named.
    """

    @classmethod
    def required_components(cls) -> list[type]:
        """The components whose text it reads."""
        return [FrenchNormalizer, SpellingCorrector]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The settings of IntentModel, chosen in cross-validation (docs/decisions/0006)."""
        return {"C": 0.5, "sharpness": 4.0}

    def __init__(self, model_storage: ModelStorage, resource: Resource, model: IntentModel) -> None:
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
    ) -> "FrenchIntentClassifier":
        """Rasa's constructor before training."""
        model = IntentModel(C=config["C"], sharpness=config["sharpness"])
        return cls(model_storage, resource, model)

    def train(self, training_data: TrainingData) -> Resource:
        """Fits the model on the examples that carry an intent and stores it."""
        examples = [e for e in training_data.intent_examples if e.get(NORMALIZED_TEXT)]
        self._model.fit([_line(e) for e in examples], [e.get(INTENT) for e in examples])
        with self._model_storage.write_to(self._resource) as directory:
            self._model.save(directory / _MODEL_FILE)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "FrenchIntentClassifier":
        """Loads the trained model.

        Raises:
            ValueError: the stored model is missing or was never trained; a silent, untrained
                classifier would answer everybody with the fallback.
        """
        model = IntentModel(C=config["C"], sharpness=config["sharpness"])
        with model_storage.read_from(resource) as directory:
            model.load(directory / _MODEL_FILE)
        return cls(model_storage, resource, model)

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets `intent` and `intent_ranking` on each message and returns them."""
        for message in messages:
            line = _line(message)
            ranking = self._rank(line) if line.normal else []
            nothing = {"name": None, "confidence": 0.0}
            message.set(INTENT, ranking[0] if ranking else nothing, add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
            if ranking and (ranking[0]["name"] in PROBLEMS or _gives_a_value(ranking)):
                self._read_clauses(message, line)
        return messages

    def _rank(self, line: Line) -> list[dict[str, Any]]:
        [probabilities] = self._model.probabilities([line])
        best = probabilities.argsort()[::-1][:_RANKING_LENGTH]
        return [
            {"name": self._model.intents[i], "confidence": float(probabilities[i])} for i in best
        ]

    def _read_clauses(self, message: Message, line: Line) -> None:
        """Reads the line's clauses one by one: they may name a problem surely, or two."""
        parts = clauses(line.typed)
        if len(parts) < 2:
            return
        rows = self._model.probabilities([Line(part, normalize(part)) for part in parts])
        read = [(self._model.intents[row.argmax()], float(row.max())) for row in rows]
        named = next((r for r in read if r[0] in PROBLEMS and r[1] >= SURE), None)
        if named is not None and _gives_a_value(message.get("intent_ranking")):
            # "Mon code est AB123456, le lien marche pas": a problem wins over a value given.
            intent = {"name": named[0], "confidence": named[1]}
            message.set(INTENT, intent, add_to_output=True)
        if both := two_problems(read):
            entity = {
                "entity": "problemes",
                "value": both,
                "start": 0,
                "end": len(line.typed),
                "extractor": type(self).__name__,
            }
            message.set(ENTITIES, [*message.get(ENTITIES, []), entity], add_to_output=True)


def _gives_a_value(ranking: list[dict[str, Any]]) -> bool:
    """Tells whether the line may be one that gives a value."""
    return _VALUE in {entry["name"] for entry in ranking[:2]}


def _line(message: Message) -> Line:
    return Line(message.get(TEXT) or "", message.get(NORMALIZED_TEXT) or "")
