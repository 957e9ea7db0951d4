"""Mending misspelled words: an unknown word becomes the training word it is a slip of.

After the normaliser, before everything that reads words. Only the training lines know which words
clients use here, so they are the vocabulary; a general French one would "mend" names and slang.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from symspellpy import SymSpell, Verbosity

from bot.nlu.normalizer import NORMALIZED_TEXT, FrenchNormalizer

# Shorter words have too many neighbours.
_WORD = re.compile(r"\b[a-z]{4,}\b")
# From this length on, two slips may be mended.
_LONG_WORD = 7
# A word that stands once in the training lines may be a slip itself: known, but nothing becomes it.
_MIN_COUNT = 2
_VOCABULARY_FILE = "words.json"


class Speller:
    """Mends words by a vocabulary of counted words."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = dict(counts)
        self._index = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
        for word, count in self.counts.items():
            if count >= _MIN_COUNT:
                self._index.create_dictionary_entry(word, count)

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Speller":
        """Returns a speller whose vocabulary is the words of normalised texts."""
        return cls(Counter(word for text in texts for word in _WORD.findall(text)))

    def mend(self, text: str) -> str:
        """Returns the normalised text with its unknown words mended."""
        return _WORD.sub(lambda found: self._mend_word(found.group()), text)

    def _mend_word(self, word: str) -> str:
        if word in self.counts:
            return word
        distance = 2 if len(word) >= _LONG_WORD else 1
        found = self._index.lookup(word, Verbosity.TOP, max_edit_distance=distance)
        return str(found[0].term) if found else word


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SpellingCorrector(GraphComponent):
    """Mends `normalized_text` of each message."""

    @classmethod
    def required_components(cls) -> list[type]:
        """The normaliser, whose text it mends."""
        return [FrenchNormalizer]

    def __init__(
        self, model_storage: ModelStorage, resource: Resource, speller: "Speller | None" = None
    ) -> None:
        self._model_storage = model_storage
        self._resource = resource
        self._speller = speller

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SpellingCorrector":
        """Rasa's constructor before training."""
        return cls(model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Takes the words of the training lines for its vocabulary and stores it."""
        texts = [e.get(NORMALIZED_TEXT) or "" for e in training_data.intent_examples]
        self._speller = Speller.of(texts)
        with self._model_storage.write_to(self._resource) as directory:
            (directory / _VOCABULARY_FILE).write_text(json.dumps(self._speller.counts), "utf-8")
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "SpellingCorrector":
        """Loads the vocabulary.

        Raises:
            ValueError: it is missing.
        """
        with model_storage.read_from(resource) as directory:
            counts = json.loads((directory / _VOCABULARY_FILE).read_text("utf-8"))
        return cls(model_storage, resource, Speller(counts))

    def process(self, messages: list[Message]) -> list[Message]:
        """Mends each message's words and returns the messages."""
        assert self._speller is not None, "neither trained nor loaded"  # noqa: S101
        for message in messages:
            text = message.get(NORMALIZED_TEXT)
            message.set(NORMALIZED_TEXT, self._speller.mend(text) if text else text)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leaves the training lines as they are: their words are the vocabulary."""
        return training_data
