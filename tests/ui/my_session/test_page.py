"""My session: the day by taps, rows to tick, and what helps to get ready."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from tests.ui.diaries import PASSCODE, put_demo_diary, type_in
from tests.ui.programs import OpenProgram, find, go, press, shown_names
from tests.ui.unit.test_urgent import UNSAVED, fill_disk
from tpe_guide.app import Program
from tpe_guide.diary.model import ExchangeSession
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite
from tpe_guide.navigation import Locator
from tpe_guide.policy import KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.shell.banner import Banner


def words(program: Program, name: str) -> str:
    return find(program, name, QLabel).text()


def said(program: Program) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in program.window.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def program(open_program: OpenProgram) -> Program:
    program = open_program()
    go(program, "my-session")
    return program


class TestTheDay:
    def test_it_is_put_in_by_two_taps(self, program: Program) -> None:
        assert words(program, "next-session") == "When is it?"
        assert QApplication.focusWidget() is find(program, "change-date")
        press(program, "change-date")
        press(program, "day-2026-05-17")
        assert words(program, "next-session") == "Sunday 17 May"
        assert QApplication.focusWidget() is find(program, "get-ready")
        assert "day-close" not in shown_names(program)

    @pytest.mark.parametrize(
        ("day", "said"),
        [("2026-05-14", "Today, Thursday 14 May"), ("2026-05-15", "Tomorrow, Friday 15 May")],
    )
    def test_a_day_that_is_near_is_said_so(self, program: Program, day: str, said: str) -> None:
        press(program, "change-date")
        press(program, f"day-{day}")
        assert words(program, "next-session") == said

    def test_later_days_are_two_weeks_at_a_time_and_another_year_is_said(self, program: Program) -> None:
        press(program, "change-date")
        assert "days-before" not in shown_names(program)
        for _step in range(17):
            press(program, "days-after")
        assert find(program, "day-2027-01-07").accessibleName() == "Thursday 7 January 2027"
        press(program, "days-before")
        press(program, "day-2026-12-24")
        assert words(program, "next-session") == "Thursday 24 December"
        press(program, "change-date")
        assert find(program, "day-2026-05-14").isVisible()

    def test_no_day_lies_further_ahead_than_a_year(self, program: Program) -> None:
        press(program, "change-date")
        while "days-after" in shown_names(program):
            press(program, "days-after")
        assert find(program, "day-2027-05-14").isVisible()

    def test_it_can_be_unknown_again(self, program: Program) -> None:
        press(program, "change-date")
        assert "day-unknown" not in shown_names(program)
        press(program, "day-2026-05-17")
        press(program, "change-date")
        assert find(program, "day-2026-05-17").isChecked()
        press(program, "day-unknown")
        assert words(program, "next-session") == "When is it?"

    def test_closed_it_changes_nothing(self, program: Program) -> None:
        press(program, "change-date")
        press(program, "day-close")
        assert words(program, "next-session") == "When is it?"
        press(program, "change-date")
        press(program, "change-date")
        assert "day-close" not in shown_names(program)

    def test_a_new_look_keeps_the_days_that_are_shown(self, program: Program) -> None:
        press(program, "change-date")
        press(program, "days-after")
        program.session.bigger()
        assert find(program, "day-2026-05-28").isVisible()

    def test_get_ready_leads_to_the_path(self, program: Program) -> None:
        press(program, "get-ready")
        assert program.session.locator == Locator("path", "coming-up")

    def test_in_the_diary_it_has_a_number_and_cannot_be_unknown(
        self, open_program: OpenProgram, data_dir: Path
    ) -> None:
        put_demo_diary(data_dir)
        program = open_program()
        go(program, "my-session")
        press(program, "change-date")
        press(program, "day-2026-05-17")
        number = program.diary.my_session.plan.number
        assert words(program, "next-session") == f"Sunday 17 May: session {number}"
        press(program, "change-date")
        assert "day-unknown" not in shown_names(program)


class TestTheList:
    def test_ticks_are_counted(self, program: Program) -> None:
        assert words(program, "done-of-all") == "0 of 6 done"
        for count, name in enumerate(("step-bag", "step-eating"), 1):
            find(program, name).setFocus()
            QTest.keyClick(find(program, name), Qt.Key.Key_Space)
            assert words(program, "done-of-all") == f"{count} of 6 done"
            assert QApplication.focusWidget() is find(program, name), "a tick does not move the keyboard"
        assert find(program, "step-bag").isChecked()

    @pytest.mark.parametrize(
        ("row", "place"),
        [
            ("bag", Locator("page", "what-to-pack")),
            ("way-home", Locator("page", "the-way-home")),
            ("medicines", Locator("page", "medicines-to-tell")),
            ("eating", Locator("page", "eating-and-drinking")),
            ("number", Locator("unit")),
            ("questions", Locator("questions")),
        ],
    )
    def test_each_row_leads_to_what_tells_more(self, program: Program, row: str, place: Locator) -> None:
        press(program, f"more-{row}")
        assert program.session.locator == place

    def test_a_row_of_ones_own(self, program: Program) -> None:
        press(program, "add-step")
        assert QApplication.focusWidget() is find(program, "own-step", QLineEdit)
        press(program, "add-own")
        assert "Write it down first." in said(program)
        type_in(program, "own-step", "Feed the cat")
        program.session.next_theme()
        assert find(program, "own-step", QLineEdit).text() == "Feed the cat"
        press(program, "add-own")
        assert words(program, "done-of-all") == "0 of 7 done"
        press(program, "step-6")
        assert words(program, "done-of-all") == "1 of 7 done"
        press(program, "remove-6")
        assert words(program, "done-of-all") == "0 of 6 done"
        press(program, "undo")
        assert words(program, "done-of-all") == "1 of 7 done"

    def test_nothing_need_be_added(self, program: Program) -> None:
        press(program, "add-step")
        type_in(program, "own-step", "Feed")
        press(program, "add-nothing")
        assert QApplication.focusWidget() is find(program, "add-step")
        press(program, "add-step")
        assert find(program, "own-step", QLineEdit).text() == ""
        assert words(program, "done-of-all") == "0 of 6 done"

    def test_cleared_for_the_next_session_and_back(self, program: Program) -> None:
        assert "clear-ticks" not in shown_names(program), "there is nothing to clear"
        press(program, "step-bag")
        press(program, "step-eating")
        press(program, "clear-ticks")
        assert words(program, "done-of-all") == "0 of 6 done"
        assert QApplication.focusWidget() is find(program, "undo")
        press(program, "undo")
        assert words(program, "done-of-all") == "2 of 6 done"
        assert "undo" not in shown_names(program)

    def test_undo_goes_with_the_next_tick(self, program: Program) -> None:
        press(program, "step-bag")
        press(program, "clear-ticks")
        press(program, "step-eating")
        assert "undo" not in shown_names(program)
        assert words(program, "done-of-all") == "1 of 6 done"

    def test_a_tick_that_cannot_be_kept_is_taken_back(
        self, open_program: OpenProgram, data_dir: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        DiaryStore.create(data_dir, None).close()
        program = open_program()
        go(program, "my-session")

        def refuse(*_values: object) -> None:
            raise CannotWrite(Path("diary.db"), "the disk is full")

        monkeypatch.setattr(program.diary.diary_session.store, "set_course", refuse)
        press(program, "step-bag")
        assert not find(program, "step-bag").isChecked()
        assert words(program, "done-of-all") == "0 of 6 done"
        assert program.window.findChildren(Banner)


class TestWhereItIsKept:
    def test_in_the_settings_and_that_is_said(self, program: Program) -> None:
        assert "in the settings file. That file is not locked." in words(program, "where-it-is-kept")

    def test_what_cannot_be_kept_is_not_said_to_be(self, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(_settings: object) -> None:
            raise CannotWrite(Path("settings.json"), "the disk is full")

        monkeypatch.setattr(program.session, "_save", refuse)
        press(program, "step-bag")
        program.session.save_now()
        assert words(program, "where-it-is-kept").startswith("The date and the ticks are not kept.")

    def test_a_locked_diary_shows_nothing_and_can_be_opened_from_here(
        self, open_program: OpenProgram, data_dir: Path
    ) -> None:
        with DiaryStore.create(data_dir, PASSCODE) as store:
            store.add_session(ExchangeSession("s", 3, dt.date(2026, 5, 17), "planned"))
        program = open_program()
        go(program, "my-session")
        assert words(program, "next-session") == "When is it?"
        assert words(program, "where-it-is-kept").startswith("The date and the ticks are not kept.")
        press(program, "step-bag")
        press(program, "open-diary")
        type_in(program, "passcode", PASSCODE)
        press(program, "open-diary")
        assert words(program, "next-session") == "Sunday 17 May: session 3"
        assert find(program, "step-bag").isChecked(), "what was ticked before came along"
        assert words(program, "where-it-is-kept") == "The date and the ticks are kept in your diary."
        assert "open-diary" not in shown_names(program)


class TestWhatHelps:
    @pytest.mark.parametrize("place", ["access", "rehearsal", "circuit"])
    def test_pictures(self, program: Program, place: str) -> None:
        press(program, f"see-{place}")
        assert program.session.locator == Locator(place)  # type: ignore[arg-type]

    @pytest.mark.parametrize("place", ["questions", "matters"])
    def test_what_is_ones_own(self, program: Program, place: str) -> None:
        press(program, place)
        assert program.session.locator == Locator(place)  # type: ignore[arg-type]

    def test_what_was_said_of_needles_or_a_line_is_shown(self, open_program: OpenProgram) -> None:
        program = open_program(chosen=Settings(access="neck-line", motion="still"))
        go(program, "my-session")
        assert find(program, "see-access").accessibleDescription() == "Line in the neck"
        program.session.set_access("")
        go(program, "home")
        go(program, "my-session")
        assert find(program, "see-access").accessibleDescription() == "Which one do you have?"

    def test_the_units_numbers_are_shown_or_written_in_here(self, program: Program) -> None:
        program.unit.fill_in("unit-phone", "01632 960 123")
        go(program, "home")
        go(program, "my-session")
        assert words(program, "number-unit-phone") == "01632 960 123"
        press(program, "add-out-of-hours")
        line = find(program, "out-of-hours", QLineEdit)
        assert QApplication.focusWidget() is line
        QTest.keyClicks(line, "01632 960 456")
        find(program, "get-ready").setFocus()
        assert program.unit.word("out-of-hours") == "01632 960 456"
        press(program, "unit-details")
        assert program.session.locator == Locator("unit")

    def test_a_number_that_the_disk_did_not_take_says_so_until_it_has(
        self, open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = open_program()
        go(program, "my-session")
        press(program, "add-unit-phone")
        with monkeypatch.context() as full:
            fill_disk(full)
            QTest.keyClicks(find(program, "unit-phone", QLineEdit), "01632 960 123")
            find(program, "get-ready").setFocus()
            assert UNSAVED in said(program)
            go(program, "home")
            go(program, "my-session")
            assert words(program, "number-unit-phone") == "01632 960 123"
            assert words(program, "unsaved-unit-phone") == UNSAVED
        press(program, "add-out-of-hours")
        QTest.keyClicks(find(program, "out-of-hours", QLineEdit), "01632 960 456")
        find(program, "get-ready").setFocus()
        assert UNSAVED not in said(program), "one file keeps both"


def test_a_kiosk_has_no_such_place(open_program: OpenProgram) -> None:
    program = open_program(KIOSK, size=(1080, 1920), chosen=Settings(text_percent=150))
    assert "my-session" not in program.diary.makers()
