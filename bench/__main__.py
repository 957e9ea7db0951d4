"""`script/bench`: measures the parts that are asked for, and reports (docs/bench.md)."""

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bench import comparison, day, neutrality, overload, people, tables
from bench.machine import Machine
from bench.plan import BRIEF, FULL, Plan
from bench.report import Part, write_report
from bench.scripts import client_scripts
from bench.systems import ours, running

SEED = 5


def main() -> int:
    """Measures as the arguments say; returns 1 if a target is missed."""
    options = _options()
    plan = BRIEF if options.brief else FULL
    plan = replace(
        plan, rounds=options.rounds or plan.rounds, minutes=options.minutes or plan.minutes
    )
    directory = Path(os.environ.get("ASSISTANT_DATA_DIR", "var")).resolve() / "bench"
    directory.mkdir(parents=True, exist_ok=True)
    machine = Machine.this()
    title = "Bench, brief: its figures say little" if options.brief else "Bench"
    parts: list[Part] = []
    for name in options.parts or PARTS:
        parts.append(PARTS[name](directory, plan))
        # After each: a later one that breaks takes nothing with it.
        table = write_report(directory, machine, parts, title)
    print(f"\n{machine}\n\n{table}\n\nWritten: {directory}/bench.md and .json")
    return 0 if all(check.met for part in parts for check in part.checks) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__, allow_abbrev=False)
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all of them by default"
    )
    parser.add_argument("--rounds", type=int, help="of the comparison with stock Rasa")
    parser.add_argument("--minutes", type=float, help="of the day's load")
    parser.add_argument("--brief", action="store_true", help="a few seconds of everything")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no part {', '.join(sorted(unknown))}")
    return options


def _stock(directory: Path, plan: Plan) -> Part:
    found = comparison.compare(directory, plan)
    return Part(
        "stock",
        found,
        comparison.checks(found),
        tables.comparison_table(found),
        f"{found.scripts} conversations of {found.turns} turns in all; "
        f"{found.same_answers:.0%} of the turns were answered in the same words by both.",
    )


def _load(directory: Path, plan: Plan) -> Part:
    print("The day's load", flush=True)
    with running(ours, directory) as opening:
        found = asyncio.run(day.spend_day(opening, client_scripts(), plan, SEED))
    return Part("load", found, day.checks(found), tables.day_table(found))


def _overload(directory: Path, plan: Plan) -> Part:
    print("Three times saturation", flush=True)
    with running(ours, directory) as opening:
        found = asyncio.run(overload.measure_overload(opening, plan))
    return Part("overload", found, overload.checks(found), tables.overload_table(found))


def _neutrality(directory: Path, plan: Plan) -> Part:
    print("Neutrality", flush=True)
    found = neutrality.measure_neutrality(directory, plan, SEED)
    return Part(
        "neutrality", found, neutrality.checks(found), tables.neutrality_table(found.separations)
    )


def _people(directory: Path, plan: Plan) -> Part:
    print("People", flush=True)
    with tempfile.TemporaryDirectory(dir=directory) as data:
        found = people.measure_people(Path(data), plan)
    note = f"{found.takes} takes; the generator used {found.generator_cpu:.2f} of a core."
    return Part("people", found, people.checks(found), tables.people_table(found), note)


PARTS: dict[str, Callable[[Path, Plan], Part]] = {
    "stock": _stock,
    "load": _load,
    "overload": _overload,
    "neutrality": _neutrality,
    "people": _people,
}

if __name__ == "__main__":
    sys.exit(main())
