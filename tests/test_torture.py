"""The torture of the diary, in a short form; ``make torture`` kills the real program a thousand times."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from random import Random

import pytest

from torture import diary, files, kills, writers
from torture.diary import Verdict, judge
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import DiaryInUse

posix = pytest.mark.skipif(os.name == "nt", reason="SQLite has no such way to files there")


def faults(tried: Iterable[tuple[str, str, Verdict]]) -> list[tuple[str, str, Verdict]]:
    judged = list(tried)
    assert judged
    return [one for one in judged if not one[2].ok]


def test_what_is_damaged_is_told(tmp_path: Path) -> None:
    assert faults(files.of_the_diary(tmp_path, Random(1), step=8192)) == []


def test_a_damaged_backup_is_refused(tmp_path: Path) -> None:
    assert faults(files.of_a_backup(tmp_path, Random(1), step=8192)) == []


@posix
class TestTwoThatDoNotSeeEachOther:
    @pytest.mark.parametrize("seed", range(8))
    def test_nothing_that_was_said_to_be_saved_is_gone(self, tmp_path: Path, seed: int) -> None:
        verdict, told = writers.course(tmp_path / "data", Random(seed))
        assert verdict.outcome == "whole", verdict.why
        assert told, "they never met: nothing was tried"

    def test_once_told_it_never_writes_again(self, tmp_path: Path) -> None:
        DiaryStore.create(tmp_path / "data", None).close()
        with writers.blind():
            first, second = (DiaryStore.open(tmp_path / "data", None) for __ in range(2))
            first.save_entry(diary.entry(50))
            for __ in range(2):
                with pytest.raises(DiaryInUse):
                    second.save_entry(diary.entry(51))
            first.close()
            with pytest.raises(DiaryInUse):
                second.save_entry(diary.entry(51))
            second.close()
            assert judge(tmp_path / "data", {"e50"}).outcome == "whole"

    def test_what_does_not_read_well_since_the_other_wrote_is_not_called_damaged(self, tmp_path: Path) -> None:
        with DiaryStore.create(tmp_path / "data", None) as store:
            for number in range(50):
                store.save_entry(diary.entry(number))
        with writers.blind():
            first, second = (DiaryStore.open(tmp_path / "data", None) for __ in range(2))
            for number in range(50, 250):
                first.save_entry(diary.entry(number))
            first.rest()
            with pytest.raises(DiaryInUse):
                second.entries()
            first.close()
            second.close()
            assert judge(tmp_path / "data", {f"e{number}" for number in range(250)}).outcome == "whole"


@posix
def test_the_program_killed_while_it_saves(tmp_path: Path) -> None:
    assert faults(kills.of_the_app(tmp_path, Random(1), 2)) == []


class TestTheVerdict:
    """The judge is no judge who never finds anything."""

    @pytest.fixture
    def begun(self, tmp_path: Path) -> Path:
        with DiaryStore.create(tmp_path / "data", None) as store:
            store.save_entry(diary.entry(1))
        return tmp_path / "data"

    def test_an_absence_nobody_was_told_of(self, begun: Path) -> None:
        assert judge(begun, {"e1"}).outcome == "whole"
        assert not judge(begun, {"e1", "e2"}).ok

    def test_a_diary_that_does_not_open(self, begun: Path) -> None:
        files.truncate(begun / "diary.db", 600)
        assert judge(begun, {"e1"}).outcome == "blocked"
