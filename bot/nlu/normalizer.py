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

# Words typed with a thumb or as they are heard, and what they stand for, where that is one thing.
SMS_WORDS = {
    "ac": "avec",
    "agant": "agent",
    "auj": "aujourd'hui",
    "aujd": "aujourd'hui",
    "bcp": "beaucoup",
    "bjr": "bonjour",
    "bn": "bien",
    "bsr": "bonsoir",
    "c": "c'est",
    "c'te": "cette",
    "cb": "combien",
    "cest": "c'est",
    "chu": "je suis",
    "chui": "je suis",
    "chus": "je suis",
    "cmb": "combien",
    "cmt": "comment",
    "cpas": "c'est pas",
    "ct": "c'etait",
    "dc": "donc",
    "dla": "de la",
    "dma": "de ma",
    "dmon": "de mon",
    "ds": "dans",
    "dsl": "desole",
    "fak": "faque",
    "g": "j'ai",
    "icitte": "ici",
    "jai": "j'ai",
    "jms": "jamais",
    "jpeux": "je peux",
    "jsp": "je sais pas",
    "jsuis": "je suis",
    "kan": "quand",
    "ke": "que",
    "kel": "quel",
    "kelkun": "quelqu'un",
    "kelle": "quelle",
    "keske": "qu'est-ce que",
    "kesse": "qu'est-ce",
    "ki": "qui",
    "koi": "quoi",
    "kon": "qu'on",
    "mdp": "mot de passe",
    "mm": "meme",
    "moe": "moi",
    "msg": "message",
    "mtn": "maintenant",
    "nn": "non",
    "ns": "nous",
    "p'tit": "petit",
    "p'tite": "petite",
    "pcq": "parce que",
    "pi": "puis",
    "pis": "puis",
    "pk": "pourquoi",
    "pkoi": "pourquoi",
    "po": "pas",
    "pq": "pourquoi",
    "pr": "pour",
    "pu": "plus",
    "pus": "plus",
    "pv": "peux",
    "qd": "quand",
    "qq": "quelque",
    "qqch": "quelque chose",
    "qqn": "quelqu'un",
    "qqun": "quelqu'un",
    "rdv": "rendez-vous",
    "slt": "salut",
    "ste": "cette",
    "stp": "s'il te plait",
    "svp": "s'il vous plait",
    "tj": "toujours",
    "tjr": "toujours",
    "tjrs": "toujours",
    "tlm": "tout le monde",
    "toe": "toi",
    "tps": "temps",
    "ts": "tous",
    "tt": "tout",
    "ui": "oui",
    "vrm": "vraiment",
    "vrmt": "vraiment",
    "vs": "vous",
    "wknd": "fin de semaine",
    "y'a": "il y a",
    "ya": "il y a",
}

# A line may be nothing but one of these.
EMOJI_WORDS = {
    "👍": "oui", "👌": "ok", "✅": "oui", "👎": "non", "❌": "non", "🙏": "merci", "👋": "bonjour",
    "😡": "fache", "🤬": "fache", "😠": "fache", "🤷": "je sais pas", "🤔": "je sais pas",
    "❓": "?", "❗": "!",
}  # fmt: skip

_APOSTROPHES = re.compile(r"[’‘ʼ´`′]")
_MARKUP = re.compile(r"<[^<>]*>")
_URL = re.compile(r"\b(?:https?://|www\.)\S+")
_EMAIL = re.compile(r"\S+@\S+\.\w+")
# "qq1": the digit is heard. Before numbers and codes, which it would become.
_SOMEBODY = re.compile(r"\b(?:qq|kelk|quelk)1\b")
_SEE_YOU = re.compile(r"\ba ?\+(?!\w)")
_ELONGATION = re.compile(r"([^\W\d])\1{2,}")
_CODE = re.compile(r"\b(?=\w*[a-z])(?=\w*\d)\w{4,}\b")
_TIME_OF_DAY = re.compile(r"\b\d{1,2} ?(?:h|:) ?\d{2}\b")
_NUMBER_AND_UNIT = re.compile(r"(\d)(?=(?:h|hr|hrs|heures?|m|mn|min|mins|minutes?|j|jours?)\b)")
_NUMBER = re.compile(r"\d+(?:[.,:h]\d+)*")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
# "j'peux", "jpeux", "l'lien", "d'mon": the e that speech drops. No French word begins so.
_DROPPED_E = re.compile(r"\b([jldmtsn])'(?=[bcdfgjklmnpqrstvxz])|\b(j)(?=[bcdfgklmnprstvz][a-z])")


def fold(text: str) -> str:
    """Returns the text in lower case, without accents, with one kind of apostrophe and of space."""
    text = _APOSTROPHES.sub("'", unicodedata.normalize("NFKC", text).lower())
    text = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    return " ".join(text.replace("œ", "oe").replace("æ", "ae").split())


def normalize(text: str) -> str:
    """Returns the folded text in words only, SMS words written out and elongations cut.

    URLs, e-mail addresses, times of day, codes and numbers each become one word (`_url`,
    `_courriel`, `_heure`, `_code`, `_nb`), since which one it is says nothing of the intent. Text
    without a letter, digit or known emoji becomes "".
    """
    text = _URL.sub(" _url ", _MARKUP.sub(" ", fold(text)))
    text = _EMAIL.sub(" _courriel ", text)
    text = "".join(f" {EMOJI_WORDS[c]} " if c in EMOJI_WORDS else c for c in text)
    text = _SEE_YOU.sub("a plus", text)
    text = _SOMEBODY.sub("quelqu'un", text)
    text = _ELONGATION.sub(r"\1", text)
    text = _TIME_OF_DAY.sub(" _heure ", text)
    text = _NUMBER_AND_UNIT.sub(r"\1 ", text)
    text = _CODE.sub("_code", text)
    text = _NUMBER.sub(" _nb ", text)
    text = _DROPPED_E.sub(lambda letter: f"{letter.group(1) or letter.group(2)}e ", text)
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
