"""What was measured: as JSON for programs, as a short page and a table of targets for people."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.machine import Machine
from bench.tables import Table, aligned, markdown, targets
from bench.targets import Check


@dataclass(frozen=True)
class Part:
    """One part of a bench: its figures, its targets, and the table that shows it."""

    name: str
    figures: Any
    checks: Sequence[Check]
    table: Table
    note: str = ""


def write_report(directory: Path, machine: Machine, parts: Sequence[Part], title: str) -> str:
    """Writes bench.json and bench.md; returns the table of targets as plain text."""
    checks = [check for part in parts for check in part.checks]
    figures = {
        "machine": asdict(machine),
        "targets": [{**asdict(check), "met": check.met} for check in checks],
        **{part.name: part.figures for part in parts},
    }
    (directory / "bench.json").write_text(
        json.dumps(figures, indent=1, ensure_ascii=False, default=asdict), "utf-8"
    )
    sections = [f"# {title}", str(machine), markdown(targets(checks))]
    for part in parts:
        sections += [f"## {part.name}", *filter(None, [part.note]), markdown(part.table)]
    (directory / "bench.md").write_text("\n\n".join(sections) + "\n", "utf-8")
    return aligned(targets(checks))
