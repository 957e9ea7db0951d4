"""The trained assistant as a system to measure."""

import re
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.evaluation.lines import OUT_OF_SCOPE
from bot.evaluation.systems import Probabilities, System
from bot.nlu.classifier import FrenchIntentClassifier
from bot.nlu.intent_model import IntentModel, Line
from bot.nlu.normalizer import NORMALIZED_TEXT, FrenchNormalizer
from bot.nlu.spelling import SpellingCorrector

_LOG_TIME = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) ", re.MULTILINE)


def newest_model(models: Path) -> Path:
    """Returns the model that `script/train` left last, which the engine takes."""
    return max(models.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)


def assistant(name: str, model: Path, training_log: Path) -> System:
    """Returns a trained assistant under that name."""
    return System(
        name=name,
        model=model,
        python=Path(sys.executable),
        training_s=_logged_seconds(training_log, model),
        out_of_scope=_out_of_scope_of(model),
    )


def _out_of_scope_of(archive: Path) -> Probabilities:
    """Returns what the archive's intent model itself says: the ranking it gives is cut short."""
    with tempfile.TemporaryDirectory() as directory:
        storage, metadata = LocalModelStorage.from_model_archive(Path(directory), archive)
        nodes = {n.uses: n for n in metadata.predict_schema.nodes.values()}
        classifier, corrector = nodes[FrenchIntentClassifier], nodes[SpellingCorrector]
        context = ExecutionContext(GraphSchema({}))
        speller = SpellingCorrector.load(corrector.config, storage, corrector.resource, context)
        config = {**FrenchIntentClassifier.get_default_config(), **classifier.config}
        model = IntentModel(C=config["C"], sharpness=config["sharpness"])
        with storage.read_from(classifier.resource) as files:
            [file] = files.glob("*.npz")
            model.load(file)

    def out_of_scope(texts: Sequence[str]) -> list[float]:
        messages = FrenchNormalizer().process([Message({TEXT: text}) for text in texts])
        speller.process(messages)
        lines = [Line(m.get(TEXT), m.get(NORMALIZED_TEXT)) for m in messages]
        column = model.intents.index(OUT_OF_SCOPE)
        of_worded = iter(model.probabilities([line for line in lines if line.normal])[:, column])
        # A line without a word is none of ours.
        return [float(next(of_worded)) if line.normal else 1.0 for line in lines]

    return out_of_scope


def _logged_seconds(log: Path, model: Path) -> float | None:
    """Returns the time from the first to the last component in the log of Rasa's training.

    None if the log is of another model, or the classifier came out of Rasa's cache.
    """
    text = log.read_text("utf-8") if log.exists() else ""
    if (
        model.name not in text
        or f"Starting to train component '{FrenchIntentClassifier.__name__}'" not in text
    ):
        return None
    times = [datetime.fromisoformat(found) for found in _LOG_TIME.findall(text)]
    return (max(times) - min(times)).total_seconds()
