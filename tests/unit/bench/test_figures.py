"""From measured turns to targets met or missed."""

import math
import subprocess
import sys
from dataclasses import replace

import pytest

from bench.comparison import Comparison, Round, checks
from bench.load import Latency, Load
from bench.processes import Memory, memory_of_children
from bench.tables import aligned, comparison_table, targets
from bench.targets import Check


def test_percentiles_of_a_hundred_and_one_turns_are_those_turns() -> None:
    assert Latency.of([n / 1000 for n in range(101)]) == pytest.approx(Latency(50, 95, 99))


@pytest.mark.parametrize(
    ("check", "met"),
    [
        (Check("p95", 500, 500), True),
        (Check("p95", 501, 500), False),
        (Check("turns/s", 3, 3, at_least=True), True),
        (Check("turns/s", 2.9, 3, at_least=True), False),
        (Check("not measured", math.nan, 500), False),
        (Check("not measured", math.nan, 3, at_least=True), False),
    ],
)
def test_a_target_is_met_at_its_limit_and_missed_past_it(check: Check, met: bool) -> None:
    assert check.met is met


def a_round(*, p50: float, rate: float, growth: float = 1.0) -> Round:
    return Round(
        first_answer_s=p50,
        loads={
            n: Load(n, 100, rate, Latency(p50, 2 * p50, 3 * p50), 0, 20.0, 0.1) for n in (1, 16, 64)
        },
        memory=Memory(p50, 60.0, {}),
        turn_ms={10: 10.0, 60: 12.0, 300: 10.0 * growth},
    )


def test_ours_is_compared_with_stock_by_the_medians_of_the_rounds() -> None:
    ours = [a_round(p50=p50, rate=80) for p50 in (30, 10, 11)]
    stock = [a_round(p50=p50, rate=20) for p50 in (44, 40, 5)]
    comparison = Comparison(ours, stock, scripts=1, turns=1, same_answers=1.0)
    found = {check.name: check.value for check in checks(comparison)}
    assert found["turn at 16, p50, ms, of stock's"] == pytest.approx(11 / 40)
    assert found["turns/s at 64, of stock's"] == 4
    assert ("turn at 1, p50, ms", "11 (10-30)", "40 (5-44)", "0.28") in comparison_table(comparison)


def test_each_target_of_the_comparison_can_be_missed() -> None:
    stock = a_round(p50=100, rate=20)
    good = Comparison([a_round(p50=30, rate=70)], [stock], 1, 1, 1.0)
    bad = Comparison([a_round(p50=101, rate=19, growth=2.5)], [stock], 1, 1, 1.0)
    assert all(check.met for check in checks(good))
    assert not any(check.met for check in checks(bad))


def test_the_table_of_targets_says_which_are_missed() -> None:
    check = Check("the day: p95, ms", 640.4, 500)
    lines = aligned(targets([check, replace(check, value=12.34)])).splitlines()
    assert lines[1].split() == ["the", "day:", "p95,", "ms", "640", "≤", "500", "MISSED"]
    assert lines[2].split() == ["the", "day:", "p95,", "ms", "12.3", "≤", "500", "met"]


def test_memory_is_that_of_all_processes_below_by_what_they_run() -> None:
    with subprocess.Popen([sys.executable, "-m", "pdb"], stdin=subprocess.PIPE) as child:
        held = memory_of_children()
        child.kill()
    assert held.processes["pdb"] > 1
    assert held.system_mb + held.sandbox_mb == pytest.approx(sum(held.processes.values()))
