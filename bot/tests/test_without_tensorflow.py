"""Rasa without TensorFlow: what we use works; what needs it says so (docs/decisions/0002)."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOMAIN = """
version: "3.1"
intents: [saluer, au_revoir, remercier]
responses:
  utter_saluer: [{text: Bonjour}]
  utter_au_revoir: [{text: Au revoir}]
"""
NLU = """
version: "3.1"
nlu:
- intent: saluer
  examples: |
    - bonjour
    - bonjour madame
- intent: au_revoir
  examples: |
    - au revoir
    - au revoir madame
- intent: remercier
  examples: |
    - merci
    - merci madame
"""
RULES = """
version: "3.1"
rules:
- rule: saluer
  steps: [{intent: saluer}, {action: utter_saluer}]
- rule: au revoir
  steps: [{intent: au_revoir}, {action: utter_au_revoir}]
"""
STORY = """
version: "3.1"
stories:
- story: bonjour
  steps:
  - user: bonjour
    intent: saluer
  - action: utter_saluer
"""
CONFIG = """
recipe: default.v1
assistant_id: essai
language: fr
pipeline:{pipeline}
policies:
  - name: RulePolicy
"""
OURS = """
  - name: bot.nlu.normalizer.FrenchNormalizer
  - name: bot.nlu.spelling.SpellingCorrector
  - name: bot.nlu.classifier.FrenchIntentClassifier
"""
DIET = """
  - name: WhitespaceTokenizer
  - name: CountVectorsFeaturizer
  - name: DIETClassifier
    epochs: 1
"""


def rasa(folder: Path, *arguments: str, said: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "bot.rasa_cli", *arguments],
        cwd=folder,
        input=said,
        capture_output=True,
        text=True,
        timeout=180,
        env={**os.environ, "PYTHONPATH": str(ROOT), "RASA_TELEMETRY_ENABLED": "false"},
    )


def project(folder: Path, pipeline: str) -> Path:
    (folder / "data").mkdir(parents=True)
    (folder / "tests").mkdir()
    (folder / "domain.yml").write_text(DOMAIN)
    (folder / "data/nlu.yml").write_text(NLU)
    (folder / "data/rules.yml").write_text(RULES)
    (folder / "tests/test_stories.yml").write_text(STORY)
    (folder / "config.yml").write_text(CONFIG.format(pipeline=pipeline))
    return folder


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = project(tmp_path_factory.mktemp("rasa") / "ours", OURS)
    training = rasa(folder, "train")
    assert training.returncode == 0, training.stderr[-2000:]
    return folder


def test_a_turn_in_rasa_shell(trained: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free_port = probe.getsockname()[1]
    shell = rasa(trained, "shell", "--port", str(free_port), said="bonjour\n/stop\n")
    assert "Bonjour" in shell.stdout, shell.stderr[-2000:]


def test_rasa_test(trained: Path) -> None:
    tested = rasa(trained, "test", "core", "--stories", "tests", "--fail-on-prediction-errors")
    assert tested.returncode == 0, tested.stderr[-2000:]


def test_a_component_on_tensorflow_fails_by_its_name(tmp_path: Path) -> None:
    training = rasa(project(tmp_path / "diet", DIET), "train", "nlu")
    assert training.returncode != 0
    assert "this build has no TensorFlow" in training.stderr + training.stdout
