"""The list of files knows each of them, and no share that stays silent holds up the rest or the window."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.ui.beside import all_end
from tpe_guide.diary import exchange
from tpe_guide.diary.demo import FIXED_DAY, demo_diary
from tpe_guide.diary.in_folder import Listed
from tpe_guide.ui.nurse import files_state, seen_file
from tpe_guide.ui.nurse.files_state import FilesState

Ward = Callable[[int], Path]
DIARY = demo_diary(FIXED_DAY)
FILE = exchange.dumps(DIARY, exported_at=DIARY.entries[0].recorded_at, app="test")


@pytest.fixture
def files(qtbot: QtBot) -> Iterator[FilesState]:
    state = FilesState()
    yield state
    state.forget()
    state.deleteLater()


@pytest.fixture
def ward(tmp_path: Path) -> Ward:
    """A folder with so many diaries."""

    def fill(count: int) -> Path:
        folder = tmp_path / "ward"
        folder.mkdir()
        for number in range(count):
            (folder / f"bed-{number}.tpediary.json").write_bytes(FILE)
        return folder

    return fill


@pytest.fixture
def silence(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """What is called “silent …” is on a share that answers only once this is set."""
    answers, see = threading.Event(), seen_file.see
    monkeypatch.setattr(files_state, "SILENT_MS", 50)

    def slow(path: Path) -> seen_file.Seen:
        if path.name.startswith("silent"):
            answers.wait(60)
        return see(path)

    monkeypatch.setattr(seen_file, "see", slow)
    yield answers
    answers.set()
    all_end()


def states(files: FilesState) -> list[str]:
    return [row.seen.state for row in files.rows]


def test_a_folder_becomes_its_files(files: FilesState, ward: Ward, qtbot: QtBot) -> None:
    folder = ward(3)
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    with qtbot.waitSignal(files.done):
        files.add([folder])
        assert [row.name for row in files.rows] == ["ward"]
    assert [row.name for row in files.rows] == [f"bed-{number}.tpediary.json" for number in range(3)]
    assert states(files) == ["opens"] * 3
    assert files.words() == "3 open."
    assert files.others_in_words() == "1 other file is no diary."


def test_files_of_one_name_are_told_apart_by_their_folders(files: FilesState, tmp_path: Path, qtbot: QtBot) -> None:
    for bed in ("bed-1", "bed-2"):
        (tmp_path / bed).mkdir()
        (tmp_path / bed / "mine.tpediary.json").write_bytes(FILE)
    with qtbot.waitSignal(files.done):
        files.add([tmp_path / "bed-1", tmp_path / "bed-2"])
    assert [row.name for row in files.rows] == ["mine.tpediary.json in bed-1", "mine.tpediary.json in bed-2"]


def test_a_folder_that_is_brought_again_is_looked_at_again(files: FilesState, ward: Ward, qtbot: QtBot) -> None:
    folder = ward(2)
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    for __ in range(2):
        with qtbot.waitSignal(files.done):
            files.add([folder])
        assert states(files) == ["opens", "opens"]
        assert files.others_in_words() == "1 other file is no diary."
        (folder / "bed-1.tpediary.json").write_bytes(FILE)


def test_there_are_no_more_rows_than_a_list_has_room_for(
    files: FilesState, ward: Ward, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files_state, "MOST", 3)
    with qtbot.waitSignal(files.done):
        files.add([ward(5)])
    assert len(files) == 3
    assert files.others_in_words() == "2 files more have no room."


class TestSilence:
    def test_one_that_does_not_answer_holds_up_no_other_and_may_answer_later(
        self, files: FilesState, tmp_path: Path, silence: threading.Event, qtbot: QtBot
    ) -> None:
        for name in ("a", "silent", "z"):
            (tmp_path / f"{name}.tpediary.json").write_bytes(FILE)
        with qtbot.waitSignal(files.done):
            files.add([tmp_path])
        assert states(files) == ["opens", "silent", "opens"]
        assert files.words() == "1 does not answer. The drive or share may be slow. You can go on."
        silence.set()
        qtbot.waitUntil(lambda: states(files) == ["opens"] * 3)
        assert files.words() == "3 open."

    def test_a_share_that_hangs_is_not_asked_a_hundred_times(
        self, files: FilesState, tmp_path: Path, silence: threading.Event, qtbot: QtBot
    ) -> None:
        for number in range(20):
            (tmp_path / f"silent-{number}.tpediary.json").write_bytes(FILE)
        threads = threading.active_count()
        with qtbot.waitSignal(files.done):
            files.add([tmp_path])
        assert states(files) == ["silent"] * 20
        assert threading.active_count() - threads <= files_state.MOST_SILENT

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such pipes")
    def test_a_pipe_that_nobody_writes_to(
        self, files: FilesState, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(files_state, "SILENT_MS", 50)
        pipe = tmp_path / "pipe.tpediary.json"
        os.mkfifo(pipe)
        with qtbot.waitSignal(files.done):
            files.add([pipe])
        assert states(files) == ["silent"]
        with pipe.open("wb") as writer:
            writer.write(FILE)
        qtbot.waitUntil(lambda: states(files) == ["opens"])

    def test_a_folder_whose_list_hangs(
        self, files: FilesState, ward: Ward, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, silence: threading.Event
    ) -> None:
        look_into = seen_file.look_into

        def slow(folder: Path) -> seen_file.Seen | Listed:
            silence.wait(60)
            return look_into(folder)

        monkeypatch.setattr(seen_file, "look_into", slow)
        with qtbot.waitSignal(files.done):
            files.add([ward(2)])
        assert [(row.name, row.seen.state) for row in files.rows] == [("ward", "silent")]
        silence.set()
        qtbot.waitUntil(lambda: states(files) == ["opens", "opens"])


def test_what_is_forgotten_does_not_come_back(
    files: FilesState, tmp_path: Path, silence: threading.Event, qtbot: QtBot
) -> None:
    (tmp_path / "silent.tpediary.json").write_bytes(FILE)
    with qtbot.waitSignal(files.done):
        files.add([tmp_path])
    files.forget()
    silence.set()
    all_end()
    assert not any(timer.isActive() for timer in files.findChildren(QTimer))
    assert len(files) == 0
    other = tmp_path / "other.tpediary.json"
    other.write_bytes(FILE)
    with qtbot.waitSignal(files.done):
        files.add([other])
    assert [row.path for row in files.rows] == [other], "what was told too late is of nobody"


def test_files_of_one_name_in_folders_of_one_name_are_told_apart(files: FilesState, tmp_path: Path) -> None:
    """Each stick has a folder Monday."""
    paths = [tmp_path / ward / "Monday" / "diary.tpediary.json" for ward in ("north", "south")]
    files.add([*paths, tmp_path / "north" / "one.tpediary.json"])
    names = [row.name for row in files.rows]
    assert names == [
        "diary.tpediary.json in north/Monday",
        "diary.tpediary.json in south/Monday",
        "one.tpediary.json",
    ]
    assert files.name_of(paths[1]) == names[1]
    assert files.finish(60)


def test_a_name_is_one_line_and_reads_as_it_is(files: FilesState, tmp_path: Path) -> None:
    files.add([tmp_path / "a\nAnna → b.json", tmp_path / "bert\u202enosj.json", tmp_path / "M\udcfcller 😀.json"])
    names = [row.name for row in files.rows]
    assert names == [r"a\nAnna → b.json", r"bert\u202enosj.json", r"M\udcfcller 😀.json"]
    assert files.finish(60)
