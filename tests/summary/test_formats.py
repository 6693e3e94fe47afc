"""A format is one row of a table: the command line and the batch read it there, and know of no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.summary.conftest import WriteDiary
from tests.summary.stories import five_sessions
from tpe_guide import cli
from tpe_guide.diary.model import Diary
from tpe_guide.summary.formats import FORMATS, Format, Job


def count_sessions(diary: Diary, job: Job) -> list[bytes]:
    return [f"{len(diary.sessions)} sessions, told in {job.language}".encode()]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """One more format, as somebody would add it: what makes it, and its row."""
    monkeypatch.setitem(FORMATS, "count", Format((".count", ".cnt"), count_sessions))


@pytest.mark.usefixtures("counted")
@pytest.mark.parametrize("asked", [["--to", "count", "-o", "anna.any"], ["-o", "anna.count"], ["-o", "anna.CNT"]])
def test_a_new_format_is_asked_for_by_its_word_or_by_a_file_name(
    asked: list[str], write_diary: WriteDiary, here: Path
) -> None:
    assert cli.main(["-q", "summary", str(write_diary("anna.tpediary.json")), *asked]) == 0
    assert (here / asked[-1]).read_text() == f"{len(five_sessions().sessions)} sessions, told in en"


@pytest.mark.usefixtures("counted")
def test_a_new_format_names_its_files_where_a_folder_is_asked_for(write_diary: WriteDiary, here: Path) -> None:
    diaries = [str(write_diary(f"{name}.tpediary.json")) for name in ("anna", "ben")]
    assert cli.main(["-q", "summary", *diaries, "--to", "count", "-o", "out"]) == 0
    assert sorted(path.name for path in (here / "out").iterdir()) == ["anna.count", "ben.count"]


@pytest.mark.usefixtures("counted")
def test_the_help_and_the_question_which_format_it_is_name_a_new_one(
    write_diary: WriteDiary, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["summary", "--help"]) == 0
    assert "json,count}" in capsys.readouterr().out
    assert cli.main(["summary", str(write_diary()), "-o", "anna.docx"]) == 2
    assert "json, count." in capsys.readouterr().err


def test_no_two_formats_claim_the_same_file_name() -> None:
    suffixes = [suffix for kind in FORMATS.values() for suffix in kind.suffixes]
    assert len({*suffixes}) == len(suffixes)
