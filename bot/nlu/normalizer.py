"""One spelling for what clients write in many: case, accents, apostrophes, SMS words, digits.

Owns what the classifier sees of a message. It must not know the intents.
"""

import re
import unicodedata
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

NORMALIZED_TEXT = "normalized_text"

# Words typed with a thumb, and the word they stand for. Only those with one reading.
SMS_WORDS = {
    "ac": "avec",
    "aujd": "aujourd'hui",
    "auj": "aujourd'hui",
    "bcp": "beaucoup",
    "bjr": "bonjour",
    "bsr": "bonsoir",
    "c": "c'est",
    "chu": "je suis",
    "chui": "je suis",
    "chus": "je suis",
    "cmt": "comment",
    "dc": "donc",
    "ds": "dans",
    "dsl": "desole",
    "fak": "faque",
    "g": "j'ai",
    "jai": "j'ai",
    "jpeux": "je peux",
    "jsp": "je sais pas",
    "jsuis": "je suis",
    "koi": "quoi",
    "mdp": "mot de passe",
    "mm": "meme",
    "msg": "message",
    "ns": "nous",
    "pcq": "parce que",
    "pk": "pourquoi",
    "pkoi": "pourquoi",
    "pr": "pour",
    "pv": "peux",
    "qd": "quand",
    "qq": "quelque",
    "qqch": "quelque chose",
    "qqn": "quelqu'un",
    "qqun": "quelqu'un",
    "rdv": "rendez-vous",
    "slt": "salut",
    "stp": "s'il te plait",
    "svp": "s'il vous plait",
    "tj": "toujours",
    "tjr": "toujours",
    "tjrs": "toujours",
    "tlm": "tout le monde",
    "ts": "tous",
    "vs": "vous",
    "vrm": "vraiment",
    "vrmt": "vraiment",
    "wknd": "fin de semaine",
    "ya": "il y a",
}

_APOSTROPHES = re.compile(r"[’‘ʼ´`′]")
_URL = re.compile(r"\b(?:https?://|www\.)\S+")
_EMAIL = re.compile(r"\S+@\S+\.\w+")
_ELONGATION = re.compile(r"([^\W\d])\1{2,}")
_CODE = re.compile(r"\b(?=\w*[a-z])(?=\w*\d)\w{4,}\b")
_NUMBER = re.compile(r"\d+(?:[.,:h]\d+)*")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def fold(text: str) -> str:
    """Returns the text in lower case, without accents, with one kind of apostrophe and of space."""
    text = _APOSTROPHES.sub("'", unicodedata.normalize("NFKC", text).lower())
    text = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    return " ".join(text.replace("œ", "oe").replace("æ", "ae").split())


def normalize(text: str) -> str:
    """Returns the folded text in words only, SMS words written out and elongations cut.

    URLs, e-mail addresses, codes and numbers each become one word (`_url`, `_courriel`, `_code`,
    `_nb`), since which one it is says nothing of the intent. Text without a letter or digit
    becomes "".
    """
    text = _URL.sub(" _url ", fold(text))
    text = _EMAIL.sub(" _courriel ", text)
    text = _ELONGATION.sub(r"\1", text)
    text = _CODE.sub("_code", text)
    text = _NUMBER.sub(" _nb ", text)
    text = _WORD.sub(lambda word: SMS_WORDS.get(word.group(), word.group()), text)
    text = " ".join(re.sub(r"[^\w'?!]", " ", text).split())
    return text if re.search(r"\w", text) else ""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class FrenchNormalizer(GraphComponent):
    """Adds the folded text of each message for the components after it."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "FrenchNormalizer":
        """Rasa's constructor; the component has neither settings nor state."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets `normalized_text` on each message and returns them."""
        for message in messages:
            message.set(NORMALIZED_TEXT, normalize(message.get(TEXT) or ""))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Does the same for the training examples."""
        self.process(training_data.training_examples)
        return training_data
