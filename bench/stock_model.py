"""Trains stock Rasa on the assistant's data, once for each state of it."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from bot.evaluation.processes import ROOT, run

STOCK_PYTHON = ROOT / "bot" / "stock" / ".venv" / "bin" / "python"
# How long a turn takes does not depend on how well DIET has learnt, and an epoch takes minutes.
EPOCHS = 1


def train_stock(directory: Path) -> Path:
    """Returns the model of `stock_config()` on our lines, rules and stories.

    It is kept in `directory` under a fingerprint of all that it is trained from.
    """
    config = yaml.safe_dump(stock_config(), sort_keys=False)
    data = [ROOT / "domain.yml", *sorted((ROOT / "data").rglob("*.yml"))]
    fingerprint = sha256(config.encode())
    for path in data:
        fingerprint.update(path.read_bytes())
    stem = f"stock-{fingerprint.hexdigest()[:12]}"
    model = directory / f"{stem}.tar.gz"
    if not model.exists():
        print(f"Training stock Rasa (some ten minutes; {directory / stem}.log)", flush=True)
        file = directory / f"{stem}.yml"
        file.write_text(config, "utf-8")
        run(
            STOCK_PYTHON, "rasa", "train", "--config", file, "--domain", ROOT / "domain.yml",
            "--data", ROOT / "data", "--out", directory, "--fixed-model-name", stem,
            log=directory / f"{stem}.log",
            environment={"RASA_CACHE_DIRECTORY": str(directory / "rasa-cache")},
        )  # fmt: skip
    return model


def stock_config() -> dict[str, Any]:
    """Returns bot/stock's committed pipeline under Rasa's policies for our rules.

    The rule policy is set as ours is, fallback action included; memoization is what Rasa puts
    beside it. Without TED, which would only slow stock down.
    """
    config: dict[str, Any] = yaml.safe_load((ROOT / "bot" / "stock" / "config.yml").read_text())
    for component in config["pipeline"]:
        if "epochs" in component:
            component["epochs"] = EPOCHS
    ours = yaml.safe_load((ROOT / "config.yml").read_text())
    config["policies"] = [{"name": "MemoizationPolicy"}, *ours["policies"]]
    return config
