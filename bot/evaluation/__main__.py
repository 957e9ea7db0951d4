"""`script/evaluate`: how well lines are understood (docs/evaluation.md)."""

import argparse
import os
import sys
import warnings
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rasa.shared.utils.io import read_yaml_file

from bot.evaluation.assistant import assistant, newest_model
from bot.evaluation.comparison import changed_intents, compared, losses, right
from bot.evaluation.cross_validation import (
    FOLDS,
    REGISTERS_LEFT_OUT,
    Settings,
    cross_validate,
)
from bot.evaluation.data_checks import near_duplicates, too_few, was_touched
from bot.evaluation.lines import LabelledLine, read_lines, read_training_lines
from bot.evaluation.processes import ROOT
from bot.evaluation.reports import report_cross_validation, report_evaluation
from bot.evaluation.stock import CONFIGS, stock
from bot.evaluation.systems import System, read_served, read_with
from bot.evaluation.tables import Table
from bot.evaluation.targets import missed_targets
from bot.nlu.normalizer import normalize

DEFAULT_LINES = ROOT / "tests" / "evaluation" / "lines.tsv"
TRAINING_DATA = ROOT / "data" / "nlu"
# What people have reviewed in the inbox (gateway/manager/reviewed_lines.py).
REVIEWED_LINES = "revision.yml"


def main() -> int:
    """Evaluates as the arguments say; returns 1 if the data or the figures are not good enough."""
    warnings.filterwarnings("ignore")
    options = _options()
    out = _data_directory() / "evaluation"
    out.mkdir(parents=True, exist_ok=True)
    training = read_training_lines(TRAINING_DATA)
    faults = _faults_of_data(training)
    if options.cross_validate:
        _cross_validate(options, training, out)
    else:
        faults += _evaluate(options, training, faults, out)
    for fault in faults:
        print(f"FAILED  {fault}", file=sys.stderr)
    return 1 if faults else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="script/evaluate", description=__doc__, allow_abbrev=False
    )
    parser.add_argument(
        "file",
        nargs="?",
        type=_path,
        default=DEFAULT_LINES,
        metavar="FILE.tsv",
        help="columns: intent, line, perhaps register, perhaps proche or lointain",
    )
    parser.add_argument(
        "--model", type=_path, metavar="MODEL.tar.gz", help="instead of the newest of models/"
    )
    parser.add_argument(
        "--before",
        type=_path,
        metavar="MODEL.tar.gz",
        help="the model before it; fails if the newer one is worse, in place of the targets",
    )
    parser.add_argument(
        "--cross-validate", action="store_true", help="over data/nlu, held back in turn"
    )
    parser.add_argument(
        "--C", type=float, nargs="+", help="values of C to cross-validate (default: config.yml's)"
    )
    parser.add_argument("--compare", action="store_true", help="with stock Rasa beside it")
    parser.add_argument(
        "--stock-epochs", type=int, help="of stock DIET (default: bot/stock/config.yml's)"
    )
    parser.add_argument("--show-errors", action="store_true", help="the misread lines in the page")
    return parser.parse_args()


def _path(given: str) -> Path:
    return Path(given).resolve()


def _faults_of_data(training: Sequence[LabelledLine]) -> list[str]:
    domain = read_yaml_file(ROOT / "domain.yml")
    intents = [i if isinstance(i, str) else next(iter(i)) for i in domain["intents"]]
    faults = [
        f"nearly the same line in {one.intent}: « {one.text} » and « {other.text} »"
        for one, other in near_duplicates(training)
    ]
    faults += [f"too few lines in {lack}" for lack in too_few(training, intents)]
    if was_touched(DEFAULT_LINES):
        faults.append(f"{DEFAULT_LINES.relative_to(ROOT)} is not the file its sha256 is of")
    return faults


def _evaluate(
    options: argparse.Namespace,
    training: Sequence[LabelledLine],
    faults_of_data: Sequence[str],
    out: Path,
) -> list[str]:
    """Measures, reports and returns which targets are missed."""
    lines = read_lines(options.file)
    trained_on = {normalize(line.text) for line in training}
    unseen = [normalize(line.text) not in trained_on for line in lines]
    log, note = _data_directory() / "train.log", None
    systems = [assistant("assistant", options.model or newest_model(ROOT / "models"), log)]
    if options.before:
        systems.append(assistant("before", options.before, log))
    if options.compare:
        systems += [stock(name, TRAINING_DATA, out, options.stock_epochs) for name in CONFIGS]
        if options.stock_epochs:
            note = f"Stock DIET was trained for {options.stock_epochs} epochs, not Rasa's 100."
    results = {system.name: read_with(system, lines, unseen) for system in systems}
    figures = {name: some for name, (some, _) in results.items()}
    ours, readings = results[systems[0].name]
    comparison: list[Table] = []
    if options.before:
        missed = losses(figures["before"], ours)
        reviewed = [_reviewed_right(system) for system in (systems[1], systems[0])]
        comparison = [
            compared(figures["before"], ours, (reviewed[0], reviewed[1])),
            changed_intents(figures["before"], ours),
        ]
    else:
        missed = missed_targets(ours) if options.file == DEFAULT_LINES else []
    misread = [
        (line, reading)
        for line, reading in zip(lines, readings, strict=True)
        if reading.top != line.intent
    ]
    report_evaluation(
        out / options.file.stem,
        figures,
        note=note,
        comparison=comparison,
        faults=[*faults_of_data, *missed],
        errors=misread if options.show_errors else [],
    )
    return missed


def _reviewed_right(system: System) -> list[bool]:
    lines = read_training_lines(TRAINING_DATA, REVIEWED_LINES)
    return right(lines, read_served(system, [line.text for line in lines]))


def _cross_validate(
    options: argparse.Namespace, training: Sequence[LabelledLine], out: Path
) -> None:
    settings = _settings()
    validations = []
    for c in options.C or [settings.C]:
        for held_back in (FOLDS, REGISTERS_LEFT_OUT):
            print(f"Cross-validating with C {c:g}, {held_back}", file=sys.stderr)
            validations.append(cross_validate(training, replace(settings, C=c), held_back))
    report_cross_validation(out / "cross-validation", settings, validations)


def _data_directory() -> Path:
    return ROOT / os.environ.get("ASSISTANT_DATA_DIR", "var")


def _settings() -> Settings:
    pipeline = read_yaml_file(ROOT / "config.yml")["pipeline"]
    of = {component["name"].rsplit(".", 1)[-1]: component for component in pipeline}
    classifier = of["FrenchIntentClassifier"]
    threshold = of["FallbackClassifier"]["threshold"]
    return Settings(C=classifier["C"], sharpness=classifier["sharpness"], threshold=threshold)


if __name__ == "__main__":
    sys.exit(main())
