"""My diary: the course at a glance, as it was written, and ways to put right what is not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.conftest import FixedClock
from tests.diary.stories import entry, session
from tests.ui.diaries import PASSCODE, TODAY, on_disk, put_demo_diary, sentence, words_on_screen
from tests.ui.programs import OpenProgram, find, go, press, primary, shown_names, unlock
from tests.ui.readers import listen
from tpe_guide.app import Program
from tpe_guide.diary.demo import demo_diary, finished_diary
from tpe_guide.diary.model import Course, Diary, ExchangeSession
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite
from tpe_guide.navigation import Locator
from tpe_guide.settings import Settings
from tpe_guide.ui.diary.overview.grid_view import GridView
from tpe_guide.ui.touch.under import can_be_pressed

NIGHT = "s3-evening"


@pytest.fixture
def today(clock: FixedClock) -> dt.date:
    """The day of the program."""
    return clock().date()


@pytest.fixture
def demo(data_dir: Path, today: dt.date, open_program: OpenProgram) -> Program:
    """The demo diary, as it stands on the day of the program."""
    put(data_dir, demo_diary(today))
    program = open_program()
    program.window.resize(1366, 728)
    go(program, "diary")
    return program


def put(folder: Path, diary: Diary) -> None:
    with DiaryStore.create(folder, None) as store:
        store.import_diary(diary, "demo")


def title(program: Program) -> str:
    return find(program, "page-title", QLabel).text()


def settle() -> None:
    """What follows a change of size has followed."""
    for __ in range(5):
        QCoreApplication.processEvents()


def grid_text(program: Program) -> list[list[str]]:
    """The grid as a screen reader reads it: each row with its head."""
    model = find(program, "grid", GridView).model()
    side = Qt.Orientation.Vertical
    return [
        [model.headerData(row, side), *(model.index(row, at).data() for at in range(model.columnCount()))]
        for row in range(model.rowCount())
    ]


class TestTheWay:
    def test_my_diary_leads_there(self, demo: Program) -> None:
        go(demo, "home")
        press(demo, "to-diary")
        assert demo.session.locator == Locator("diary")
        assert title(demo) == "Your course: 5 of 7 sessions done"

    def test_log_how_i_feel_is_one_press(self, demo: Program) -> None:
        press(demo, "log-now")
        assert demo.session.locator == Locator("log")

    def test_without_a_diary_one_begins_there(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "diary")
        press(program, "start-without")
        assert title(program) == "Your diary is ready"
        assert "No session is in this course yet." in words_on_screen(program)

    def test_a_locked_one_is_opened_first(self, open_program: OpenProgram, data_dir: Path) -> None:
        put_demo_diary(data_dir, PASSCODE)
        program = open_program()
        go(program, "diary")
        assert "log-now" not in shown_names(program)
        unlock(program, PASSCODE)
        QCoreApplication.processEvents()
        assert "log-now" in shown_names(program)

    def test_one_press_leads_to_what_else_is_in_it(self, demo: Program) -> None:
        assert find(demo, "go-to-questions").text() == "My questions: 3 to ask"
        press(demo, "go-to-questions")
        assert demo.session.locator == Locator("questions")


class TestTheCourse:
    def test_each_session_says_what_it_is(self, demo: Program) -> None:
        assert find(demo, "session-s5").accessibleName().endswith(": done")
        assert find(demo, "session-s6").accessibleName().endswith(": planned")
        assert find(demo, "session-s5").accessibleName().startswith("Session 5, ")

    def test_a_session_that_was_missed_and_one_stopped_early(
        self, open_program: OpenProgram, data_dir: Path, today: dt.date
    ) -> None:
        put(data_dir, finished_diary(today))
        program = open_program()
        go(program, "diary")
        assert title(program) == "6 sessions done, 1 missed"
        assert find(program, "session-s4").accessibleName().endswith(": missed")
        assert find(program, "session-s6").accessibleName().endswith(": stopped early")

    def test_the_person_says_that_it_is_done_and_can_take_it_back(
        self, demo: Program, data_dir: Path, tmp_path: Path, today: dt.date
    ) -> None:
        assert primary(demo) == ["log-now"]
        press(demo, "finish-course")
        assert on_disk(data_dir, tmp_path / "done").course.finished == today
        assert primary(demo) == ["print-for-nurse"]
        assert "Your course is done" in words_on_screen(demo)
        press(demo, "course-goes-on")
        assert on_disk(data_dir, tmp_path / "on").course.finished is None
        assert primary(demo) == ["log-now"]

    def test_a_day_that_contradicts_its_number_is_said_and_not_changed(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path, today: dt.date
    ) -> None:
        swapped = (
            ExchangeSession("one", 1, today),
            ExchangeSession("two", 2, today - dt.timedelta(days=1)),
        )
        put(data_dir, Diary(Course("c"), swapped))
        program = open_program()
        go(program, "diary")
        assert "Session 1 has a later day than Session 2." in words_on_screen(program)
        assert on_disk(data_dir, tmp_path / "copy").sessions == swapped

    def test_at_two_hundred_sessions_it_says_so(self, open_program: OpenProgram, data_dir: Path) -> None:
        put(data_dir, Diary(Course("c"), tuple(session(number) for number in range(1, 201))))
        program = open_program()
        go(program, "diary")
        assert "It has no room for more." in words_on_screen(program)
        assert "add-session" not in shown_names(program)

    def test_earlier_days_are_a_press_away(self, open_program: OpenProgram, data_dir: Path, today: dt.date) -> None:
        days = {number: today - dt.timedelta(days=2 * (40 - number)) for number in range(1, 41)}
        course = tuple(ExchangeSession(f"s{number}", number, day) for number, day in days.items())
        put(data_dir, Diary(Course("c"), course))
        program = open_program()
        program.window.resize(1366, 728)
        go(program, "diary")
        assert "session-s1" not in shown_names(program), "the oldest is not shown first"
        for __ in range(2):
            press(program, "strip-earlier")
        assert "session-s1" in shown_names(program)
        assert "strip-earlier" not in shown_names(program)

    def test_a_year_that_is_not_this_one_is_said(
        self, open_program: OpenProgram, data_dir: Path, today: dt.date
    ) -> None:
        put(data_dir, Diary(Course("c"), (ExchangeSession("old", 1, today.replace(year=today.year - 1)),)))
        program = open_program()
        go(program, "diary")
        assert str(today.year - 1) in find(program, "session-old").accessibleName()


class TestTheGrid:
    def test_it_is_read_as_a_table(self, demo: Program) -> None:
        rows = {row[0]: row[1:] for row in grid_text(demo)}
        assert rows["Tired"] == ["Moderate", "Moderate", "Severe", "Moderate", "Mild", "No entry", "No entry"]
        assert rows["Light-headed"][3:5] == ["Not asked", "None"]
        assert rows["Fever or shaking"][2] == "Moderate, warning sign"
        view = find(demo, "grid", GridView)
        assert QAccessible.queryAccessibleInterface(view).role() == QAccessible.Role.Table
        spoken = view.model().headerData(0, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.AccessibleTextRole))
        assert spoken.startswith("Session 1, ")

    def test_nothing_new_is_its_own_mark(self, open_program: OpenProgram, data_dir: Path, today: dt.date) -> None:
        put(data_dir, finished_diary(today))
        program = open_program()
        go(program, "diary")
        rows = {row[0]: row[1:] for row in grid_text(program)}
        assert rows["Nothing new"] == [*["Not said"] * 6, "Nothing new"]
        assert rows["Hiccups"][5] == "Mild"
        assert {cells[6] for name, cells in rows.items() if name != "Nothing new"} == {"Not asked"}

    def test_arrow_keys_go_through_it(self, demo: Program, qtbot: object) -> None:
        view = find(demo, "grid", GridView)
        view.setFocus(Qt.FocusReason.TabFocusReason)
        assert (view.currentIndex().row(), view.currentIndex().column()) == (0, 0)
        from PySide6.QtTest import QTest

        QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 1)

    def test_a_narrow_window_shows_fewer_sessions_and_the_way_to_the_others(self, demo: Program) -> None:
        assert "grid-earlier" not in shown_names(demo)
        demo.window.resize(360, 640)
        settle()
        shown = {name for name in shown_names(demo) if name.startswith("grid-")}
        assert shown == {"grid-earlier", "grid-later"}
        press(demo, "grid-earlier")
        settle()
        assert "grid-earlier" not in shown_names(demo)
        press(demo, "grid-later")
        settle()
        assert "grid-earlier" in shown_names(demo)

    def test_a_function_is_told_as_two_facts(self, demo: Program) -> None:
        words = words_on_screen(demo)
        assert "last 6, first 3" in words
        line = find(demo, "function-walking", QWidget)
        assert line.accessibleName() == (
            "Walking, 0 worst to 10 best. Session 1: 4; Session 2: 4; Session 3: 4; Session 4: not said; "
            "Session 5: 5; Session 6: not said; Session 7: not said."
        )


class TestEntries:
    def test_they_stand_newest_first_in_a_few_words(self, demo: Program) -> None:
        words = words_on_screen(demo)
        assert "Tired: severe. Fever or shaking: moderate" in words
        assert "“I can read the clock on the wall again.”" in words

    def test_older_ones_come_in_steps(self, open_program: OpenProgram, data_dir: Path) -> None:
        put(data_dir, Diary(Course("c"), (), tuple(entry(number) for number in range(1, 31))))
        program = open_program()
        go(program, "diary")
        assert opened(program) == [f"open-e{number}" for number in range(30, 24, -1)]
        press(program, "older-entries")
        assert len(opened(program)) == 26
        assert program.window.focusWidget().objectName() == "open-e24"
        press(program, "older-entries")
        assert len(opened(program)) == 30
        assert "older-entries" not in shown_names(program)

    def test_what_was_shown_is_there_after_a_look_at_one(self, open_program: OpenProgram, data_dir: Path) -> None:
        put(data_dir, Diary(Course("c"), (), tuple(entry(number) for number in range(1, 31))))
        program = open_program()
        go(program, "diary")
        press(program, "older-entries")
        press(program, "open-e10")
        program.session.back()
        QCoreApplication.processEvents()
        assert len(opened(program)) == 26
        go(program, "home")
        go(program, "diary")
        assert len(opened(program)) == 6

    def test_one_entry_stands_there_whole(self, open_program: OpenProgram, data_dir: Path) -> None:
        put(data_dir, Diary(Course("c"), (session(1),), (entry(1, session="s1", note="It was long."),)))
        program = open_program()
        go(program, "diary")
        assert title(program) == "Your first entry is in"
        words = words_on_screen(program)
        assert "“It was long.”" in words
        assert "What is not named here was not asked." in words
        press(program, "open-e1")
        assert program.session.locator == Locator("entry", "e1")


def opened(program: Program) -> list[str]:
    buttons = program.window.findChildren(QAbstractButton)
    return [each.objectName() for each in buttons if each.objectName().startswith("open-e") and each.isVisible()]


class TestRemoving:
    def remove(self, program: Program) -> None:
        go(program, "entry", NIGHT)
        press(program, "remove-entry")

    def test_it_is_said_and_undone_word_for_word(self, demo: Program, data_dir: Path, tmp_path: Path) -> None:
        before = on_disk(data_dir, tmp_path / "before")
        self.remove(demo)
        assert demo.session.locator == Locator("diary")
        assert "was removed from your diary." in words_on_screen(demo)
        assert demo.window.focusWidget().objectName() == "undo"
        assert NIGHT not in {one.id for one in on_disk(data_dir, tmp_path / "removed").entries}
        press(demo, "undo")
        assert on_disk(data_dir, tmp_path / "after") == before
        assert "undo" not in shown_names(demo)

    def test_a_pause_that_ends_meanwhile_leaves_undo_at_work(self, demo: Program) -> None:
        go(demo, "exchange", "s3")
        press(demo, "fluid-plasma")
        go(demo, "entry", NIGHT)
        press(demo, "remove-entry")
        demo.diary.diary_session.forms._pause.timeout.emit()
        press(demo, "undo")
        assert demo.diary.diary_session.has(NIGHT)

    def test_undo_goes_with_the_change_after_which_it_would_do_nothing(self, demo: Program) -> None:
        self.remove(demo)
        press(demo, "finish-course")
        assert "undo" not in shown_names(demo)
        assert f"put-back-{NIGHT}" in shown_names(demo)

    def test_undo_waits_until_the_next_change(self, demo: Program) -> None:
        self.remove(demo)
        go(demo, "home")
        go(demo, "diary")
        assert "undo" in shown_names(demo)
        press(demo, "finish-course")
        go(demo, "home")
        go(demo, "diary")
        assert "undo" not in shown_names(demo)

    def test_it_does_not_come_back_after_the_diary_was_locked(self, open_program: OpenProgram, data_dir: Path) -> None:
        put_demo_diary(data_dir, PASSCODE)
        program = open_program()
        unlock(program, PASSCODE)
        go(program, "entry", NIGHT)
        press(program, "remove-entry")
        program.diary.diary_session.lock()
        unlock(program, PASSCODE)
        program.diary.diary_session.store.save_entry(entry(9))  # the first change again, and another one
        go(program, "diary")
        assert "undo" not in shown_names(program)

    def test_the_bin_gives_it_back(self, demo: Program, data_dir: Path, tmp_path: Path) -> None:
        before = on_disk(data_dir, tmp_path / "before")
        self.remove(demo)
        press(demo, "undo-close")
        assert "Removed: 1 entry" in words_on_screen(demo)
        assert "Kept until " in words_on_screen(demo)
        press(demo, f"put-back-{NIGHT}")
        assert on_disk(data_dir, tmp_path / "after") == before
        assert "Removed: 1 entry" not in words_on_screen(demo)

    @pytest.mark.parametrize("way", ["undo", f"put-back-{NIGHT}"])
    def test_it_is_not_said_to_be_back_where_it_could_not_be_put_back(
        self, demo: Program, way: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.remove(demo)
        heard = listen(monkeypatch)

        def refuse(store: DiaryStore, entry_id: str) -> None:
            raise CannotWrite(Path("diary.db"), "the disk is full")

        with monkeypatch.context() as full:
            full.setattr(DiaryStore, "take_back", refuse)
            press(demo, way)
            assert "the disk is full" in sentence(demo)
            assert "The entry is back in your diary." not in heard
            assert {"undo", f"put-back-{NIGHT}"} <= shown_names(demo)
        press(demo, way)
        assert heard[-1] == "The entry is back in your diary."
        assert "undo" not in shown_names(demo)

    def test_after_thirty_days_it_is_gone_for_good(
        self, open_program: OpenProgram, data_dir: Path, clock: FixedClock
    ) -> None:
        put(data_dir, demo_diary(clock().date()))
        with DiaryStore.open(data_dir, None) as store:
            store.bin_entry("s1-evening", clock() - dt.timedelta(days=31))
            store.bin_entry("s2-evening", clock() - dt.timedelta(days=29))
        program = open_program()
        go(program, "diary")
        assert "put-back-s2-evening" in shown_names(program)
        assert "put-back-s1-evening" not in shown_names(program)
        assert len(program.diary.diary_session.store.binned()) == 1

    def test_a_clock_set_far_ahead_takes_nothing_away(
        self, open_program: OpenProgram, data_dir: Path, clock: FixedClock
    ) -> None:
        put(data_dir, demo_diary(clock().date()))
        with DiaryStore.open(data_dir, None) as store:
            store.bin_entry("s1-evening", clock() - dt.timedelta(days=1))
        clock.advance(days=400)
        program = open_program()
        go(program, "diary")
        assert "put-back-s1-evening" in shown_names(program)
        assert "Kept a while longer." in words_on_screen(program)
        assert "Kept until" not in words_on_screen(program)

    def test_a_removal_that_fails_is_one_sentence_and_changes_nothing(
        self, demo: Program, data_dir: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*__: object) -> None:
            raise CannotWrite(data_dir / "diary.db", "no space left on device")

        monkeypatch.setattr(DiaryStore, "bin_entry", full)
        self.remove(demo)
        assert "no space left on device" in sentence(demo)
        assert demo.session.locator == Locator("entry", NIGHT)


def test_it_survives_a_change_of_look(demo: Program) -> None:
    demo.session.next_theme()
    demo.session.bigger()
    assert title(demo) == "Your course: 5 of 7 sessions done"


def test_what_is_damaged_is_told(demo: Program) -> None:
    demo.diary.diary_session.store._connection.execute("UPDATE entries SET body = '{}'")
    go(demo, "home")
    go(demo, "diary")
    assert "Your diary cannot be opened now" in words_on_screen(demo)


def test_the_day_it_is_made_for_does_not_matter(open_program: OpenProgram, data_dir: Path) -> None:
    put(data_dir, replace(demo_diary(TODAY), entries=()))
    program = open_program(chosen=Settings(text_percent=200))
    go(program, "diary")
    assert "Your diary holds 0 entries." in words_on_screen(program)


def test_the_course_at_a_glance_is_there_to_be_seen_and_dragged_not_pressed(demo: Program) -> None:
    grid = next(each for each in demo.window.findChildren(GridView) if each.isVisible())
    for x, y in ((0.9, 0.1), (0.9, 0.6), (0.1, 0.6)):
        place = grid.mapTo(demo.window, QPoint(round(grid.width() * x), round(grid.height() * y)))
        assert not can_be_pressed(demo.window, place), (x, y)
