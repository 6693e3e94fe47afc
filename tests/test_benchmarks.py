"""The benchmarks: what their table says, and that they still run. No test here looks at how long anything took."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from benchmarks.__main__ import NAMES, machine, table
from benchmarks.runs import ROOT, Figure, child, interleaved, percentile, run, spread


def figure(ours: list[float], floor: list[float], budget: float | None = 1.25) -> Figure:
    return Figure("launch", "ms", ours, floor, budget)


def test_a_figure_is_judged_by_its_ratio_to_the_floor() -> None:
    assert figure([100, 120, 900], [100, 100, 100]).verdict == 1.2
    assert figure([120], [100]).ok
    assert not figure([130], [100]).ok


def test_a_figure_without_a_floor_is_judged_by_itself() -> None:
    assert figure([80], [], budget=100).ok
    assert not figure([101], [], budget=100).ok


def test_a_figure_without_a_budget_is_told_and_not_judged() -> None:
    assert figure([500], [100], budget=None).ok
    assert "5.00" in table([figure([500], [100], budget=None)])


def test_the_table_names_what_is_over() -> None:
    within, over = (table([figure([ours], [100.0])]).splitlines()[-1] for ours in (110.0, 140.0))
    assert within.endswith("ok")
    assert over.endswith("OVER")
    assert "140 ms" in over
    assert "1.40" in over


def test_noise_is_shown_as_quartiles() -> None:
    assert spread([1, 2, 3, 4, 5]) == (2, 4)
    assert spread([7]) == (7, 7)
    assert percentile(99)(range(1001)) == 990
    assert "(2–4)" in table([figure([1, 2, 3, 4, 5], [1.0])])


def test_the_machine_is_named() -> None:
    assert "Python" in machine()
    assert "PySide6" in machine()


def test_runs_take_turns_after_one_to_warm_up() -> None:
    order: list[str] = []
    interleaved(lambda: order.append("ours"), lambda: order.append("floor"), rounds=2)  # type: ignore[arg-type, return-value]
    assert order == ["ours", "floor", "floor", "ours", "ours", "floor"]


def test_a_run_costs_time_and_memory_and_one_that_fails_is_no_figure(tmp_path: Path) -> None:
    cost = run([sys.executable, "-c", "x = bytearray(64 * 1024 * 1024)"])
    assert cost.seconds > 0
    assert cost.mebibytes > 64
    with pytest.raises(RuntimeError, match="exit code 3"):
        run([sys.executable, "-c", "raise SystemExit(3)"])


@pytest.mark.parametrize("name", NAMES)
def test_each_figure_has_a_module_of_its_own(name: str) -> None:
    assert callable(import_module(f"benchmarks.{name}").figures)


def test_children_are_there() -> None:
    assert all(path.is_file() for path in (Path(child(name)[1]) for name in ("open_page", "text_browser")))


@pytest.mark.slow
def test_a_quick_look_runs_through() -> None:
    names = ["launch", "summary_page", "save"]
    command = [sys.executable, "-m", "benchmarks", "--quick", *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for words in ("launch to first page painted", "peak memory", "summary, command to PDF", "save of an entry"):
        assert words in done.stdout
