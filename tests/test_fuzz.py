"""The fuzz still runs, in a short form; ``make fuzz`` runs it all night."""

from __future__ import annotations

import signal
from typing import Any

import pytest

from fuzz.__main__ import Outcome, cells, outcome_of, unreached
from fuzz.memory import growth


def report(**given: Any) -> dict[str, Any]:
    nothing = {"events": 10, "seconds": 1.0, "screens": {}, "faults": {}, "first": {}, "missing": [], "memory": 1.0}
    return nothing | {"wipes": 0, "after_wipes": [], "growth": 0.0} | given


@pytest.mark.parametrize(("seed", "world"), [(2, "home"), (3, "kiosk")])
def test_a_hundred_random_events_do_no_harm(seed: int, world: str) -> None:
    outcome = outcome_of(seed, 100)

    assert outcome.world == world
    assert outcome.ok, outcome.told
    assert outcome.report["events"] == 100
    assert len(outcome.report["screens"]) > 5


def test_an_exception_a_warning_a_crash_and_growth_are_faults() -> None:
    assert Outcome(1, "kiosk", 0, report(), "").ok
    assert not Outcome(1, "kiosk", 0, report(faults={"ValueError: no": 2}), "").ok
    assert not Outcome(1, "kiosk", 0, report(growth=0.2), "").ok
    crashed = Outcome(1, "kiosk", -signal.SIGSEGV, {}, "")
    assert not crashed.ok
    assert cells(crashed)[-1] == "DIED"
    assert "SIGSEGV" in cells(crashed)


def test_growth_is_what_does_not_end_once_all_has_been_seen() -> None:
    assert growth([100, 110, 120]) == 0
    assert growth([80, 100, 130, *[140] * 120]) == 0
    assert growth([100.0 + visit for visit in range(120)]) == pytest.approx(217 / 142 - 1)


def test_a_place_that_one_seed_reached_is_reached() -> None:
    outcomes = [
        Outcome(1, "kiosk", 0, report(missing=["keys", "words"]), ""),
        Outcome(3, "kiosk", 0, report(missing=["keys", "odds"]), ""),
        Outcome(2, "home", 0, report(), ""),
    ]
    assert unreached(outcomes) == [("kiosk", ["keys"])]
