"""What no client should write here, and some do: a password, an insurance or card number.

A2: it is not used and not repeated. A line that holds one is answered with that, whatever else it
says, and the value is reported so that the gateway masks it wherever a transcript is shown.
"""

import re
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

SECRET = "secret"  # noqa: S105 - the entity's name
# The intent whose answer says A2.
ANSWERING_INTENT = "question_confidentialite"

_CARD = re.compile(r"(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])")
_INSURANCE_NUMBER = re.compile(r"(?<![\w-])\d{3}[ -]\d{3}[ -]\d{3}(?![ -]?\w)")
_NAMED_INSURANCE_NUMBER = re.compile(
    r"\b(?:nas|n\.a\.s\.?|assurance[ -]sociale)\b\D{0,20}(\d{3}[ -]?\d{3}[ -]?\d{3})\b",
    re.IGNORECASE,
)
# Said to be the password, and unlike a word of a sentence: it has a digit, a sign or a capital.
_NAMED_PASSWORD = re.compile(
    r"\b(?:mot ?de ?passe|mdp|password)\b(?: \w+){0,2}?"
    r"(?: est| était| c['’]est| c['’]était| cest| ?[:=])[ :]*[«\"'“ ]*(\S{5,40})",
    re.IGNORECASE,
)


def read_secret(text: str) -> str | None:
    """Returns the password, insurance number or card number in the text, else None."""
    if (card := _CARD.search(text)) and _passes_luhn(card.group()):
        return card.group()
    if found := _INSURANCE_NUMBER.search(text):
        return found.group() if _passes_luhn(found.group()) else None
    if found := _NAMED_INSURANCE_NUMBER.search(text):
        return found.group(1)
    if found := _NAMED_PASSWORD.search(text):
        value = found.group(1).rstrip("»\"'”.,")
        return value if re.search(r"[\d!@#$%&*_]|.[A-Z]", value) else None
    return None


def _passes_luhn(number: str) -> bool:
    digits = [int(c) for c in reversed(number) if c.isdigit()]
    doubled = [sum(divmod(2 * d, 10)) for d in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class SecretDetector(GraphComponent, EntityExtractorMixin):
    """Adds the entity `secret`, and makes such a line a question of privacy: last of all."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SecretDetector":
        """Rasa's constructor; the component has neither settings nor state."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Marks the messages that hold a secret and returns all of them."""
        for message in messages:
            text = message.get(TEXT) or ""
            value = read_secret(text)
            if value is None:
                continue
            start = text.index(value)
            found = {
                "entity": SECRET,
                "value": value,
                "start": start,
                "end": start + len(value),
                "extractor": type(self).__name__,
            }
            message.set(ENTITIES, [*message.get(ENTITIES, []), found], add_to_output=True)
            intent = {"name": ANSWERING_INTENT, "confidence": 1.0}
            message.set(INTENT, intent, add_to_output=True)
        return messages
