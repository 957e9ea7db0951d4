"""The values that can be read off a message by their shape: a delay, a type of account, a device…

Names and e-mail addresses are not read here but by the forms, which know which one was asked for.
"""

import re
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.delay import read_delay
from bot.nlu.normalizer import fold
from bot.nlu.values import read_device, read_error_code, read_user_code

# The length of an answer to "what type of account?" that does not say "compte".
MAX_WORDS_OF_AN_ANSWER = 6

_ME = r"mo[ie](?:[- ]meme)?"
_AND = r"(?:et|pis|pi|puis|avec)(?: (?:de|a))?"
_SOMEBODY_CLOSE = (
    r"(?:ma|mon|sa|son) (?:femme|blonde|mari|chum|epou(?:x|se)|conjointe?|mere|pere|fille|fils"
    r"|soeur|frere)"
)
_ALONE = r"(?:t(?:ou)?te?|tu)[ -]seule?"
_INDIVIDUAL = re.compile(
    rf"\b(?:indiv(?:iduel(?:le)?s?)?|personnel(?:le)?s?|perso|{_ALONE}"
    rf"|(?:juste|rien qu[ea]|yinqu[ea]|seulement) (?:a |pour )?{_ME}|(?:a |pour )?{_ME} seule?"
    r"|a (?:mon|son) nom(?: seul)?)\b"
    rf"|^(?:c'?est )?a {_ME}$"
)
_JOINT = re.compile(
    r"(?<!mon )(?<!ton )(?<!son )\bconjoint(?:e?s)?\b|\bjoint(?:e?s)?\b|\bcommune?s?\b"
    r"|\b(?:a|nous) deux\b|\bco-?titulaires?\b"
    rf"|\b{_SOMEBODY_CLOSE} {_AND} {_ME}\b|\b{_ME} {_AND} {_SOMEBODY_CLOSE}\b"
    rf"|\bavec {_SOMEBODY_CLOSE}\b"
)
# What may be said at length and still is about the type of an account.
_ABOUT_IT = re.compile(
    r"\bcomptes?\b|titulaire|placement|\bindividuel|^(?:c'est )?conjoint\b"
    r"|\bon (?:a|est) .*\bdeux\b"
)
# "Ni individuel ni conjoint", "pas un compte personnel".
_DENIED = re.compile(
    r"\b(?:pas|ni|non) (?:un |le )?(?:compte )?(?:individuel|personnel|perso|conjoint|joint)\w*"
)


def read_account_type(folded: str) -> str | None:
    """Returns "individuel" or "conjoint" where the folded text says just one, else None.

    Only a line about an account or one of a few words is read: "mon courriel perso" is none.
    """
    is_about_it = _ABOUT_IT.search(folded) or len(folded.split()) <= MAX_WORDS_OF_AN_ANSWER
    if not is_about_it or re.search(r"\b(?:courriel|mail|email|adresse|cell)\b", folded):
        return None
    said = _DENIED.sub(" ", folded).strip(" .!,")
    individual, joint = _INDIVIDUAL.search(said), _JOINT.search(said)
    if bool(individual) == bool(joint):
        return None
    return "individuel" if individual else "conjoint"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class ShapeEntityExtractor(GraphComponent, EntityExtractorMixin):
    """Adds the entities that a message has the shape of.

    `delai` (whole minutes, or "inconnu"), `type_compte` (individuel, conjoint), `appareil`
    (cellulaire, tablette, ordinateur), `code_erreur` and `code_utilisateur`.
    """

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "ShapeEntityExtractor":
        """Rasa's constructor; the component has neither settings nor state."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Appends what it finds to the entities of each message and returns the messages."""
        for message in messages:
            found = self._read(message)
            if found:
                message.set(ENTITIES, message.get(ENTITIES, []) + found, add_to_output=True)
        return messages

    def _read(self, message: Message) -> list[dict[str, Any]]:
        text = message.get(TEXT) or ""
        folded = fold(text)
        values = {
            "delai": read_delay(folded),
            "type_compte": read_account_type(folded),
            "appareil": read_device(folded),
            "code_erreur": read_error_code(folded),
            "code_utilisateur": read_user_code(text),
        }
        return [
            # The whole message bears the value: nothing downstream uses a span.
            {
                "entity": name,
                "value": value,
                "start": 0,
                "end": len(text),
                "extractor": type(self).__name__,
            }
            for name, value in values.items()
            if value is not None
        ]
