"""Delays after wrong passcodes: they grow, they outlive the program, and they never lock anybody out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tpe_guide.diary.tries import FILE, LONGEST, Tries, delay_after


class Clocks:
    """The clock on the wall and the one that nobody sets."""

    def __init__(self) -> None:
        self.wall = 1_800_000_000.0
        self.steady = 50.0

    def pass_by(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds

    def tries(self, where: Path) -> Tries:
        return Tries(where, lambda: self.wall, lambda: self.steady)


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


def fail(tries: Tries, times: int) -> None:
    for _time in range(times):
        tries.failed()


def test_three_are_free_and_then_it_grows_to_a_minute() -> None:
    assert [delay_after(count) for count in range(12)] == [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60]
    assert delay_after(100_000) == LONGEST


def test_it_runs_out_by_itself(tmp_path: Path, clocks: Clocks) -> None:
    tries = clocks.tries(tmp_path)
    fail(tries, 6)
    assert tries.wait == 4
    clocks.pass_by(3)
    assert tries.wait == 1
    clocks.pass_by(2)
    assert tries.wait == 0


def test_starting_the_program_anew_is_no_way_around(tmp_path: Path, clocks: Clocks) -> None:
    fail(clocks.tries(tmp_path), 8)
    clocks.pass_by(6)
    clocks.steady = 3.0  # it begins anew with the computer
    again = clocks.tries(tmp_path)
    assert again.wait == 10
    again.failed()
    assert again.wait == 32


def test_the_right_one_ends_it(tmp_path: Path, clocks: Clocks) -> None:
    tries = clocks.tries(tmp_path)
    fail(tries, 5)
    tries.succeeded()
    assert tries.wait == 0
    assert not (tmp_path / FILE).exists()
    assert clocks.tries(tmp_path).wait == 0


@pytest.mark.parametrize("back", [1, 3600, 40 * 365 * 86_400])
def test_a_clock_set_back_locks_nobody_out(tmp_path: Path, clocks: Clocks, back: float) -> None:
    fail(clocks.tries(tmp_path), 30)
    clocks.wall -= back
    again = clocks.tries(tmp_path)
    assert 0 < again.wait <= LONGEST
    clocks.pass_by(LONGEST)
    assert again.wait == 0


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"null", b'{"count": "many", "at": 1}', b'{"count": 1e999, "at": 1}', b'{"count": true, "at": 1}'],
)
def test_a_spoilt_file_counts_as_none(tmp_path: Path, clocks: Clocks, data: bytes) -> None:
    (tmp_path / FILE).write_bytes(data)
    assert clocks.tries(tmp_path).wait == 0


def test_the_file_holds_a_count_and_a_time_and_nothing_else(tmp_path: Path, clocks: Clocks) -> None:
    fail(clocks.tries(tmp_path), 4)
    assert json.loads((tmp_path / FILE).read_bytes()) == {"count": 4, "at": 1_800_000_000}


def test_where_it_cannot_be_written_this_run_counts(tmp_path: Path, clocks: Clocks) -> None:
    tries = clocks.tries(tmp_path / "not there")
    fail(tries, 5)
    assert tries.wait == 2
