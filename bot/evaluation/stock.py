"""Stock Rasa, with TensorFlow and spaCy, in an environment of its own (bot/stock)."""

import json
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

from rasa.shared.utils.io import read_yaml_file, write_yaml

from bot.evaluation.processes import ROOT, run
from bot.evaluation.systems import System

_STOCK = ROOT / "bot" / "stock"
_PYTHON = _STOCK / ".venv" / "bin" / "python"
CONFIGS = {
    "stock DIET": _STOCK / "config.yml",
    "stock logistic regression": _STOCK / "config-logistic-regression.yml",
}


def stock(name: str, training_data: Path, directory: Path, epochs: int | None) -> System:
    """Returns a stock system, trained unless it already was on the same data and settings."""
    config = read_yaml_file(CONFIGS[name])
    for component in config["pipeline"]:
        if epochs and "epochs" in component:
            component["epochs"] = epochs
    fingerprint = sha256(json.dumps(config).encode())
    for path in sorted(training_data.glob("*.yml")):
        fingerprint.update(path.read_bytes())
    stem = f"{name.replace(' ', '-')}-{fingerprint.hexdigest()[:12]}"
    record = directory / f"{stem}.json"
    if not record.exists():
        seconds = _train_stock(config, training_data, directory, stem)
        record.write_text(json.dumps({"training_s": seconds}), "utf-8")
    return System(
        name=name,
        model=directory / f"{stem}.tar.gz",
        python=_PYTHON,
        training_s=json.loads(record.read_text("utf-8"))["training_s"],
    )


def _train_stock(config: dict[str, Any], training_data: Path, directory: Path, stem: str) -> float:
    with tempfile.TemporaryDirectory() as temporary:
        file = Path(temporary, "config.yml")
        write_yaml(config, file)
        start = time.monotonic()
        run(
            _PYTHON, "rasa", "train", "nlu", "--config", file, "--nlu", training_data,
            "--out", directory, "--fixed-model-name", stem,
            log=directory / f"{stem}.log",
            # Rasa's cache of trained components would make the time meaningless.
            environment={"RASA_CACHE_DIRECTORY": str(Path(temporary, "cache"))},
        )  # fmt: skip
        return time.monotonic() - start
