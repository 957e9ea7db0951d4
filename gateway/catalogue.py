"""Every French sentence the gateway itself says, read from catalogue.yml.

Code asks for a sentence by its key and never holds French words of its own.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from gateway.choices import Choice

CATALOGUE_PATH = Path(__file__).with_name("catalogue.yml")
# The entry of a table of labels that stands for every key without its own.
OTHER = "autre"


class Catalogue(BaseModel):
    """The sentences, labels and buttons of catalogue.yml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    # Values any sentence may use, such as telephone numbers.
    facts: Mapping[str, str]
    sentences: Mapping[str, str]
    labels: Mapping[str, Mapping[str, str]]
    buttons: Mapping[str, tuple[Choice, ...]]
    # By the name that a page of the portal gives its context.
    contexts: Mapping[str, Choice]

    def say(self, key: str, **values: str) -> str:
        """The sentence `key`, with `values` and the facts in their places."""
        return self.sentences[key].format(**self.facts, **values)

    def label(self, table: str, key: str) -> str:
        """The name of `key` in a table of labels; an unknown key has the table's general name."""
        names = self.labels[table]
        return names.get(key, names[OTHER])


def load_catalogue(path: Path = CATALOGUE_PATH) -> Catalogue:
    """Read and check a catalogue file."""
    content: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return Catalogue.model_validate(content)
