"""Prints, at the end of a run, the table of the tasks × ways that were tried."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from tests.ways.table import Cell, Outcome, table

OUTCOMES = pytest.StashKey[dict[Cell, Outcome]]()


def pytest_configure(config: pytest.Config) -> None:
    """Nothing has been tried yet."""
    config.stash[OUTCOMES] = {}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note what became of a cell."""
    report = yield
    if item.originalname == "test_way" and (report.when == "call" or not report.passed):  # type: ignore[attr-defined]
        chosen = item.callspec.params  # type: ignore[attr-defined]
        item.config.stash.setdefault(OUTCOMES, {})[chosen["task"], chosen["way"]] = outcome_of(report)
    return report


def outcome_of(report: pytest.TestReport) -> Outcome:
    """As the table has it: what was skipped is never a pass."""
    if report.passed:
        return Outcome("shown")
    if report.skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
        return Outcome("not run", str(reason).removeprefix("Skipped: "))
    return Outcome("failed", "see above")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """The table, where any of it was tried."""
    outcomes = config.stash.get(OUTCOMES, {})
    if outcomes:
        terminalreporter.section("five tasks × five ways")
        terminalreporter.write_line("\n".join(table(outcomes)))
