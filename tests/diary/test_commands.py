"""The diary from the command line: what it says, what it writes, and who is asked for the passcode."""

from __future__ import annotations

import codecs
import getpass
import json
import os
import stat
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest

from tests.conftest import FixedClock
from tests.diary.stories import entry, fill
from tpe_guide import terminal
from tpe_guide.diary import commands, exchange, told
from tpe_guide.diary.demo import FIXED_DAY, demo_diary
from tpe_guide.diary.incoming import Imported
from tpe_guide.diary.model import Course, Diary, Matters, Value
from tpe_guide.diary.store import DiaryStore
from tpe_guide.diary.tries import Tries
from tpe_guide.errors import BadInput, CannotRunHere, CannotWrite, DiaryAway, TooSoon, WrongPasscode, WrongUsage
from tpe_guide.wording import describe

DEMO = Path(__file__).parents[2] / "examples" / "demo.tpediary.json"
PASSCODE = "green kettle three boats"
pytestmark = pytest.mark.usefixtures("nobody_to_ask")


@pytest.fixture
def filled(folder: Path) -> Path:
    fill(folder, None)
    return folder


@pytest.fixture
def locked(folder: Path) -> Path:
    DiaryStore.create(folder, PASSCODE).close()
    return folder


def test_info_counts_and_never_quotes(filled: Path) -> None:
    said = commands.info(filled)
    assert said.splitlines() == [
        f"Diary: {filled / 'diary.db'}",
        "Opens with: this account, no passcode",
        "7 sessions, 5 done",
        "6 entries",
        "3 questions",
        "From 2026-05-04 to 2026-05-13",
    ]


def test_info_without_a_diary(folder: Path) -> None:
    with pytest.raises(CannotRunHere, match="no diary"):
        commands.info(folder)
    assert not folder.exists()


def test_export_and_import_into_another_diary(filled: Path, tmp_path: Path, clock: FixedClock) -> None:
    out = tmp_path / "mine.tpediary.json"
    assert "It is not encrypted" in commands.export(filled, out, clock())
    assert exchange.read(out) == demo_diary(FIXED_DAY)
    assert json.loads(out.read_bytes())["exported_at"] == "2026-05-14T09:12:00+02:00"
    if os.name != "nt":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600
    other = tmp_path / "other"
    DiaryStore.create(other, None).close()
    assert commands.import_file(other, out).splitlines() == [
        "Added: 7 sessions, 6 entries, 3 questions.",
        "Already in the diary: 0.",
    ]
    with DiaryStore.open(other, None) as store:
        assert store.diary() == demo_diary(FIXED_DAY)


def test_import_says_what_was_kept(filled: Path, tmp_path: Path, clock: FixedClock) -> None:
    out = tmp_path / "mine.tpediary.json"
    demo = demo_diary(FIXED_DAY)
    changed = replace(demo, sessions=(replace(demo.sessions[0], note="theirs"), *demo.sessions[1:]), extra={"mood": 1})
    out.write_bytes(exchange.dumps(changed, exported_at=clock(), app="x"))
    assert commands.import_file(filled, out).splitlines()[1:] == [
        "Already in the diary: 15.",
        "Other words in the diary, which were kept: 1.",
        "Not understood and not kept: mood",
    ]
    with DiaryStore.open(filled, None) as store:
        assert "mood" not in store.diary().extra


class TestWhatAnImportLeavesOut:
    """Each thing of the file that the diary did not take is said, and nothing is said that is not so."""

    @pytest.fixture
    def said(self, filled: Path, tmp_path: Path, clock: FixedClock) -> Callable[[Diary], list[str]]:
        def said(diary: Diary) -> list[str]:
            path = tmp_path / "theirs.tpediary.json"
            path.write_bytes(exchange.dumps(diary, exported_at=clock(), app=""))
            return commands.import_file(filled, path).splitlines()

        return said

    def test_of_the_same_diary_nothing(self, said: Callable[[Diary], list[str]]) -> None:
        assert said(demo_diary(FIXED_DAY)) == [
            "Added: 0 sessions, 0 entries, 0 questions.",
            "Already in the diary: 16.",
        ]

    def test_another_course(self, said: Callable[[Diary], list[str]], filled: Path) -> None:
        demo = demo_diary(FIXED_DAY)
        course = replace(demo.course, planned_sessions=9, access="neck-line", extra={"ward": 5})
        assert said(replace(demo, course=course))[2:] == [
            "The file says something else of the course: how many sessions, needles or line. The diary keeps its own.",
            "Not understood and not kept: course.ward",
        ]
        with DiaryStore.open(filled, None) as store:
            assert store.course() == demo.course

    def test_the_course_of_somebody_else(self, said: Callable[[Diary], list[str]]) -> None:
        demo = demo_diary(FIXED_DAY)
        assert said(replace(demo, course=replace(demo.course, id="theirs")))[2:] == [
            "The file is of another course than the diary. Please check that both are yours."
        ]

    def test_ticks(self, said: Callable[[Diary], list[str]]) -> None:
        demo = demo_diary(FIXED_DAY)
        ticked = replace(demo.questions[0], asked=not demo.questions[0].asked)
        assert said(replace(demo, questions=(ticked, *demo.questions[1:])))[1:] == [
            "Already in the diary: 15.",
            "1 question is ticked otherwise in the file. The diary keeps its own tick.",
        ]

    def test_what_matters(self, said: Callable[[Diary], list[str]], filled: Path) -> None:
        demo = demo_diary(FIXED_DAY)
        mine = Matters((Value("Walking"),))
        with DiaryStore.open(filled, None) as store:
            store.set_matters(mine)
        theirs = Matters((Value("Seeing", extra={"since": 1}),))
        assert said(replace(demo, matters=theirs))[2:] == [
            "The file says something else of what matters to you. The diary keeps its own.",
            "Not understood and not kept: matters.values[0].since",
        ]
        with DiaryStore.open(filled, None) as store:
            assert store.matters() == mine

    def test_what_came_along_though_nobody_knows_it(self, said: Callable[[Diary], list[str]], filled: Path) -> None:
        demo = demo_diary(FIXED_DAY)
        new = replace(demo.entries[0], id="new", extra={"weather": "rain"})
        old = replace(demo.entries[1], extra={"weather": "sun"})
        assert said(replace(demo, entries=(new, old)))[2:] == [
            "Other words in the diary, which were kept: 1.",
            "Kept, but not known to this version: entries[0].weather",
            "Not understood and not kept: entries[1].weather",
        ]
        with DiaryStore.open(filled, None) as store:
            assert new in store.entries()

    def test_an_empty_diary_keeps_what_it_says_of_the_course(self, tmp_path: Path, clock: FixedClock) -> None:
        demo = demo_diary(FIXED_DAY)
        path = tmp_path / "theirs.tpediary.json"
        path.write_bytes(exchange.dumps(replace(demo, extra={"mood": 1}), exported_at=clock(), app=""))
        folder = tmp_path / "begun"
        with DiaryStore.create(folder, None) as store:
            store.set_course(replace(store.course(), own_steps=("Water the plants",), planned_sessions=5))
        assert commands.import_file(folder, path).splitlines()[2:] == [
            "The file says something else of the course: how many sessions. The diary keeps its own.",
            "Kept, but not known to this version: mood",
        ]
        with DiaryStore.open(folder, None) as store:
            assert store.course() == replace(demo.course, own_steps=("Water the plants",), planned_sessions=5)


@pytest.mark.parametrize("limit", [2_000, 4_500])
def test_what_is_exported_can_always_be_imported(
    filled: Path, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    monkeypatch.setattr(exchange, "FILE_LIMIT", limit)
    said = commands.export(filled, tmp_path / "mine.tpediary.json", clock())
    files = sorted(tmp_path.glob("mine*"), key=lambda path: (len(path.name), path.name))
    assert [path.name for path in files][:2] == ["mine.tpediary.json", "mine-2.tpediary.json"]
    assert all(str(path) in said for path in files)
    assert "Import them all to have all of it." in said
    other = tmp_path / "other"
    with DiaryStore.create(other, None) as store:
        for path in files:
            assert path.stat().st_size <= max(limit, 5_000), "but for an entry that is larger than that alone"
            monkeypatch.setattr(exchange, "FILE_LIMIT", 10_000_000)
            store.import_diary(exchange.read(path))
        assert store.diary() == demo_diary(FIXED_DAY)


def test_a_diary_that_needs_several_files_does_not_go_into_a_pipe(
    filled: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "FILE_LIMIT", 2_000)
    with pytest.raises(CannotRunHere, match="Name a file"):
        commands.export(filled, Path("-"), clock())


class TestTwoCourses:
    @pytest.fixture
    def two(self, filled: Path) -> Path:
        with DiaryStore.open(filled, None) as store:
            store.begin_course()
        return filled

    def test_each_is_a_file_of_its_own_and_an_empty_diary_takes_all(
        self, two: Path, tmp_path: Path, clock: FixedClock
    ) -> None:
        said = commands.export(two, tmp_path / "mine.tpediary.json", clock())
        names = [tmp_path / name for name in ("mine.tpediary.json", "mine-2.tpediary.json")]
        assert all(str(name) in said for name in names)
        assert "Earlier course: 4 to 13 May 2026" in said
        for name in reversed(names):
            commands.import_file(tmp_path / "other", name)
        with DiaryStore.open(two, None) as old, DiaryStore.open(tmp_path / "other", None) as new:
            assert [one.entries for one in new.diaries()] == [one.entries for one in old.diaries()]

    def test_each_is_a_table_of_its_own(self, two: Path, tmp_path: Path, clock: FixedClock) -> None:
        commands.export(two, tmp_path / "mine.csv", clock())
        assert b"tingling" in (tmp_path / "mine-2.csv").read_bytes()
        assert b"tingling" not in (tmp_path / "mine.csv").read_bytes()

    def test_into_a_pipe_goes_the_present_one_and_the_other_is_named(
        self, two: Path, clock: FixedClock, capfdbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        assert commands.export(two, Path("-"), clock()) == ""
        out, complaint = capfdbinary.readouterr()
        assert exchange.loads(out, "out").entries == ()
        assert b"Not in it: Earlier course" in complaint

    def test_what_has_the_name_of_the_second_and_is_something_else_stays(
        self, two: Path, tmp_path: Path, clock: FixedClock
    ) -> None:
        """A person named the first alone."""
        out, other = tmp_path / "mine.tpediary.json", tmp_path / "mine-2.tpediary.json"
        theirs = replace(demo_diary(FIXED_DAY), course=Course("of-somebody-else"))
        other.write_bytes(exchange.dumps(theirs, exported_at=clock(), app=""))
        for _time in range(2):
            commands.export(two, out, clock())
            assert exchange.read(other) == theirs
            assert len(exchange.read(tmp_path / "mine-3.tpediary.json").entries) == len(theirs.entries)
        assert len([*tmp_path.glob("mine*")]) == 3, "its own of the last time is replaced"

    def test_a_table_takes_the_place_of_no_other(self, two: Path, tmp_path: Path, clock: FixedClock) -> None:
        (tmp_path / "mine-2.csv").write_text("Somebody's budget")
        commands.export(two, tmp_path / "mine.csv", clock())
        assert (tmp_path / "mine-2.csv").read_text() == "Somebody's budget"
        assert b"tingling" in (tmp_path / "mine-3.csv").read_bytes()

    def test_info_names_it(self, two: Path) -> None:
        assert "Earlier course: 4 to 13 May 2026" in commands.info(two)


def test_export_as_a_table(filled: Path, tmp_path: Path, clock: FixedClock) -> None:
    out = tmp_path / "mine.csv"
    commands.export(filled, out, clock())
    assert out.read_bytes().startswith(codecs.BOM_UTF8 + b"day,moment,session,effect")


def test_an_export_that_cannot_be_written(filled: Path, tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(CannotWrite):
        commands.export(filled, tmp_path / "nowhere" / "mine.json", clock())


@pytest.mark.parametrize("part", ["diary.db", "Diary.DB", "diary.key", "diary.seal", "diary.lock", "diary.db-wal"])
def test_an_export_never_takes_the_place_of_the_diary_itself(filled: Path, clock: FixedClock, part: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        commands.export(filled, filled / part, clock())
    assert "is part of a diary" in refused.value.what
    with DiaryStore.open(filled, None) as store:
        assert store.diary() == demo_diary(FIXED_DAY)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_an_export_goes_into_a_pipe_and_does_not_replace_it(filled: Path, tmp_path: Path, clock: FixedClock) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        commands.export(filled, pipe, clock())
        assert os.read(reader, 14) == codecs.BOM_UTF8 + b"day,moment,"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_an_export_to_standard_output_is_the_diary_and_nothing_else(
    filled: Path, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    older = (filled / "diary.db").read_bytes()
    with DiaryStore.open(filled, None) as store:
        store.save_entry(entry())
    (filled / "diary.db").write_bytes(older)
    given: list[bytes] = []
    complained: list[str] = []
    monkeypatch.setattr(terminal, "give_bytes", given.append)
    monkeypatch.setattr(terminal, "complain", complained.append)
    assert commands.export(filled, Path("-"), clock()) == ""
    (data,) = given
    assert exchange.loads(data, "") == demo_diary(FIXED_DAY)
    assert [words[:27] for words in complained] == ["1 entry of Tuesday 5 May 20"]
    assert not (tmp_path / "-").exists()


def test_an_import_that_is_no_diary(filled: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.tpediary.json"
    bad.write_text("hello")
    with pytest.raises(BadInput):
        commands.import_file(filled, bad)


def test_the_schema_is_one(filled: Path) -> None:
    assert json.loads(commands.schema())["$schema"].startswith("https://json-schema.org/")


class TestPasscode:
    def test_from_the_environment(self, locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(commands.PASSCODE_VARIABLE, PASSCODE)
        assert "Opens with: a passcode" in commands.info(locked)
        monkeypatch.setenv(commands.PASSCODE_VARIABLE, "some other passcode")
        with pytest.raises(WrongPasscode):
            commands.info(locked)

    def test_asked_on_a_terminal(self, locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        class Terminal:
            def isatty(self) -> bool:
                return True

        monkeypatch.setattr(sys, "stdin", Terminal())
        monkeypatch.setattr(getpass, "getpass", lambda prompt: PASSCODE if prompt == "Passcode: " else "")
        assert "Opens with: a passcode" in commands.info(locked)

    def test_nobody_to_ask(self, locked: Path) -> None:
        with pytest.raises(CannotRunHere, match="TPE_GUIDE_PASSCODE"):
            commands.info(locked)

    def test_not_asked_where_there_is_none(self, filled: Path) -> None:
        commands.info(filled)


def test_what_is_missing_is_told_whatever_is_asked(filled: Path, tmp_path: Path, clock: FixedClock) -> None:
    older = (filled / "diary.db").read_bytes()
    with DiaryStore.open(filled, None) as store:
        store.save_entry(entry())
    (filled / "diary.db").write_bytes(older)
    said = "1 entry of Tuesday 5 May 2026 is missing from your diary. It has 6 entries now."
    assert said in commands.info(filled)
    assert said in commands.export(filled, tmp_path / "out.csv", clock())
    (tmp_path / "in.tpediary.json").write_bytes(exchange.dumps(demo_diary(FIXED_DAY), exported_at=clock(), app=""))
    assert said in commands.import_file(filled, tmp_path / "in.tpediary.json")


def test_a_key_without_its_diary_is_no_empty_folder(filled: Path) -> None:
    (filled / "diary.db").unlink()
    with pytest.raises(DiaryAway) as caught:
        commands.info(filled)
    assert caught.value.exit_code == 3


class TestPlainWords:
    def test_a_file_in_the_place_of_the_folder_is_called_that(self, tmp_path: Path) -> None:
        file = tmp_path / "diary"
        file.write_text("words")
        with pytest.raises(CannotRunHere, match="Name the folder that the diary is in"):
            commands.info(file)
        with pytest.raises(CannotRunHere, match="Name the folder that the diary is in"):
            commands.import_file(file, DEMO)

    def test_a_hidden_character_is_named_and_not_printed(self, filled: Path, tmp_path: Path) -> None:
        file = tmp_path / "odd.tpediary.json"
        data = json.loads(DEMO.read_bytes())
        data["entries"][0]["note"] = "a\0b"
        file.write_text(json.dumps(data))
        with pytest.raises(BadInput) as refused:
            commands.import_file(filled, file)
        assert "a hidden character that cannot be kept" in describe(refused.value)
        assert "u0000" not in describe(refused.value)


class TestImportingWhereThereIsNoDiary:
    def test_one_begins_with_the_file(self, folder: Path) -> None:
        said = commands.import_file(folder, DEMO)
        assert said.splitlines()[0] == f"A new diary was begun in {folder}. It has no passcode."
        with DiaryStore.open(folder, None) as store:
            assert len(store.entries()) == len(exchange.read(DEMO).entries)

    def test_a_file_that_is_no_good_begins_none(self, folder: Path, tmp_path: Path) -> None:
        file = tmp_path / "bad.tpediary.json"
        file.write_text("{}")
        with pytest.raises(BadInput):
            commands.import_file(folder, file)
        assert not folder.exists()

    def test_the_same_file_again_adds_nothing(self, folder: Path) -> None:
        commands.import_file(folder, DEMO)
        assert "Added: 0 sessions, 0 entries, 0 questions." in commands.import_file(folder, DEMO)


def test_after_several_wrong_passcodes_the_next_one_waits(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(commands.PASSCODE_VARIABLE, "not this one at all")
    for _time in range(8):
        Tries(locked).failed()
    with pytest.raises(TooSoon) as waits:
        commands.info(locked)
    assert 0 < waits.value.seconds <= 60
    Tries(locked).succeeded()
    with pytest.raises(WrongPasscode):
        commands.info(locked)
    monkeypatch.setenv(commands.PASSCODE_VARIABLE, PASSCODE)
    assert commands.info(locked)


def test_each_thing_that_is_said_of_a_course_has_words() -> None:
    """A field that was forgotten there ended an import in a traceback."""
    known = {field.name for field in fields(Course)} - {"id", "extra"}
    said = "\n".join(told.left_out(Imported(course=tuple(sorted(known)))))
    assert "effects you named yourself" in said
