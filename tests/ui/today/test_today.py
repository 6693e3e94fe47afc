"""Today: one card that is true, where to carry on, and three doors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from tests.ui.diaries import PASSCODE, begin_diary
from tests.ui.programs import OpenProgram, find, go, press, shown_names
from tpe_guide.app import Program
from tpe_guide.diary.model import Course, Entry, ExchangeSession
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite
from tpe_guide.navigation import HOME as HOME_PLACE
from tpe_guide.navigation import Locator
from tpe_guide.policy import HOME, KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.today.door import TodayDoor
from tpe_guide.ui.today.next_card import NextCard
from tpe_guide.vocabulary.terms import SessionState

Now = Callable[[], dt.datetime]


@pytest.fixture
def today(clock: Now) -> dt.date:
    return clock().date()


def words(program: Program) -> str:
    QCoreApplication.processEvents()
    screen = program.window.screen_shown
    assert screen is not None
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def cards(program: Program) -> list[NextCard]:
    return [card for card in program.window.findChildren(NextCard) if card.isVisible()]


def with_session(program: Program, day: dt.date, state: SessionState = "planned") -> ExchangeSession:
    """In an open diary."""
    begin_diary(program)
    third = ExchangeSession(id="third", number=3, day=day, state=state)
    program.diary.diary_session.store.add_session(third)
    return third


def entries(program: Program) -> tuple[Entry, ...]:
    return program.diary.diary_session.store.entries()


class TestFirstLaunch:
    def test_there_is_no_card_and_the_doors_are_equal(self, open_program: OpenProgram) -> None:
        program = open_program()
        assert not cards(program)
        doors = program.window.findChildren(TodayDoor)
        assert [door.text() for door in doors] == ["I’m deciding", "My session is coming up", "I’ve had a session"]
        assert len({door.height() for door in doors}) == 1
        wide = [door.width() for door in doors]
        assert max(wide) - min(wide) <= 1  # the px that is left over

    def test_at_a_small_kiosk_the_words_have_the_width_of_the_door(self, open_program: OpenProgram) -> None:
        program = open_program(KIOSK, size=(480, 800), chosen=Settings(text_percent=150))
        doors = program.window.findChildren(TodayDoor)
        assert len(doors) >= 2
        for door in doors:
            assert door.height() <= 300, f"{door.text()}: its words stand in a column"

    @pytest.mark.parametrize(
        ("door", "place"),
        [
            ("door-deciding", Locator("path", "deciding")),
            ("door-coming-up", Locator("path", "coming-up")),
            ("door-log", Locator("log")),
            ("door-nurse", Locator("nurse")),
        ],
    )
    def test_each_door_leads_somewhere(self, open_program: OpenProgram, door: str, place: Locator) -> None:
        program = open_program()
        press(program, door)
        assert program.session.locator == place

    def test_a_guide_without_paths_has_doors_to_its_chapters(self, open_program: OpenProgram) -> None:
        program = open_program()
        program.library.walks.clear()
        program.window.refresh()
        press(program, "door-coming-up")
        assert program.session.locator == Locator("page", "getting-ready")


class TestStatedDay:
    @pytest.mark.parametrize(
        ("in_days", "title"),
        [(0, "Today: your session"), (1, "Tomorrow: your session"), (3, "Your next session is on Sunday 17 May")],
    )
    def test_it_is_told_with_where_it_comes_from(
        self, open_program: OpenProgram, today: dt.date, in_days: int, title: str
    ) -> None:
        day = today + dt.timedelta(days=in_days)
        program = open_program(chosen=Settings(next_session=day.isoformat()))
        assert title in words(program)
        assert "You said so here." in words(program)
        assert "next-my-session" in shown_names(program)

    def test_a_day_that_is_over_is_not_told(self, open_program: OpenProgram, today: dt.date) -> None:
        program = open_program(chosen=Settings(next_session=(today - dt.timedelta(days=1)).isoformat()))
        assert not cards(program)

    def test_a_kiosk_tells_nothing_of_it(self, open_program: OpenProgram, today: dt.date) -> None:
        assert not cards(open_program(KIOSK, chosen=Settings(next_session=today.isoformat())))

    def test_it_leads_to_the_path(self, open_program: OpenProgram, today: dt.date) -> None:
        tomorrow = today + dt.timedelta(days=1)
        program = open_program(chosen=Settings(next_session=tomorrow.isoformat()))
        press(program, "next-get-ready")
        assert program.session.locator == Locator("path", "coming-up")

    def test_on_its_day_it_leads_to_the_rehearsal(self, open_program: OpenProgram, today: dt.date) -> None:
        program = open_program(chosen=Settings(next_session=today.isoformat()))
        press(program, "next-rehearse")
        assert program.session.locator == Locator("rehearsal", path="coming-up")


class TestDiary:
    def test_a_locked_one_says_so_and_nothing_else(
        self, open_program: OpenProgram, data_dir: Path, today: dt.date
    ) -> None:
        with DiaryStore.create(data_dir, PASSCODE) as store:
            store.add_session(ExchangeSession(id="third", number=3, day=today, state="planned"))
        program = open_program(chosen=Settings(next_session=today.isoformat()))
        assert "Your diary is locked" in words(program)
        assert "session 3" not in words(program)
        assert "your session" not in words(program)
        press(program, "next-diary")
        assert program.session.locator == Locator("diary")

    def test_one_without_a_passcode_is_not_opened_for_it(
        self, open_program: OpenProgram, data_dir: Path, today: dt.date
    ) -> None:
        with DiaryStore.create(data_dir, None) as store:
            store.add_session(ExchangeSession(id="third", number=3, day=today, state="planned"))
        program = open_program()
        assert not cards(program)
        assert not program.diary.diary_session.is_open

    def test_once_it_is_open_the_planned_session_is_told(self, open_program: OpenProgram, today: dt.date) -> None:
        program = open_program(chosen=Settings(next_session=(today + dt.timedelta(days=9)).isoformat()))
        with_session(program, today + dt.timedelta(days=1))
        go(program, "home")
        assert len(cards(program)) == 1
        assert "Tomorrow: session 3" in words(program)
        assert "From your diary · Friday 15 May" in words(program)
        assert "You said so here." not in words(program)

    def test_the_night_after_is_asked_about_with_the_way_to_urgent_help(
        self, open_program: OpenProgram, today: dt.date
    ) -> None:
        program = open_program()
        with_session(program, today - dt.timedelta(days=1), "done")
        go(program, "home")
        assert "How did the night go?" in words(program)
        press(program, "next-urgent")
        assert program.session.locator == Locator("urgent")

    def test_nothing_new_is_saved_at_once_and_not_asked_again(self, open_program: OpenProgram, today: dt.date) -> None:
        program = open_program()
        with_session(program, today - dt.timedelta(days=1), "done")
        go(program, "home")
        press(program, "next-nothing-new")
        (saved,) = entries(program)
        assert (saved.session, saved.day, saved.none_noticed, saved.effects) == ("third", today, True, ())
        assert program.session.locator == Locator("saved")
        go(program, "home")
        assert not cards(program)

    def test_nothing_new_that_cannot_be_saved_is_not_shown_as_saved(
        self, open_program: OpenProgram, today: dt.date, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = open_program()
        with_session(program, today - dt.timedelta(days=1), "done")

        def full(self: DiaryStore, *__: object) -> None:
            raise CannotWrite(Path("diary.db"), "no space left")

        monkeypatch.setattr(DiaryStore, "save_entry", full)
        go(program, "home")
        press(program, "next-nothing-new")
        assert program.session.locator == HOME_PLACE
        assert entries(program) == ()

    def test_a_planned_session_is_not_called_had(self, open_program: OpenProgram, today: dt.date) -> None:
        program = open_program()
        with_session(program, today - dt.timedelta(days=1))
        go(program, "home")
        assert "Session 3 was planned for yesterday." in words(program)
        assert "next-nothing-new" not in shown_names(program)

    def test_the_end_of_the_course(self, open_program: OpenProgram, today: dt.date) -> None:
        program = open_program()
        with_session(program, today - dt.timedelta(days=9), "done")
        store = program.diary.diary_session.store
        store.set_course(Course(store.course().id, planned_sessions=3))
        go(program, "home")
        assert "Your course is done" in words(program)

    def test_at_midnight_tomorrow_becomes_today(self, open_program: OpenProgram, today: dt.date, clock: Now) -> None:
        program = open_program()
        with_session(program, today + dt.timedelta(days=1))
        go(program, "home")
        program.today._now = lambda: clock() + dt.timedelta(days=1)
        program.diary._now = program.today._now
        program.today._midnight.timeout.emit()
        assert "Today: session 3" in words(program)


class TestCarryOn:
    def test_the_page_read_last(self, open_program: OpenProgram) -> None:
        program = open_program(chosen=Settings(last_page="what-to-pack"))
        assert "What do I pack?" in words(program)
        assert "Chapter 3, page 5 of 7" in words(program)
        press(program, "continue")
        assert program.session.locator == Locator("page", "what-to-pack")

    def test_the_path_left_last(self, open_program: OpenProgram) -> None:
        program = open_program()
        program.session.go(Locator("page", "tingling"))
        program.session.go(Locator("feelings", path="coming-up"))
        go(program, "home")
        assert "My session is coming up, Step 2 of 5" in words(program)
        press(program, "continue")
        assert program.session.locator == Locator("feelings", path="coming-up")

    def test_a_page_read_since_then(self, open_program: OpenProgram) -> None:
        program = open_program()
        program.session.go(Locator("feelings", path="coming-up"))
        go(program, "page", "tingling")
        go(program, "home")
        press(program, "continue")
        assert program.session.locator._replace(spot="") == Locator("page", "tingling")

    def test_nothing_before_the_first_page(self, open_program: OpenProgram) -> None:
        assert "continue" not in shown_names(open_program())


def test_a_kiosk_has_doors_for_strangers_and_the_chapters(open_program: OpenProgram) -> None:
    names = shown_names(open_program(KIOSK, size=(1080, 1920)))
    assert {"door-deciding", "door-coming-up", "see-rehearsal", "chapter-options", "finish"} <= names
    assert not {"door-log", "door-nurse", "continue"} & names


def test_the_keyboard_starts_at_the_main_thing(open_program: OpenProgram, today: dt.date) -> None:
    program = open_program(HOME, chosen=Settings(next_session=today.isoformat()))
    go(program, "contents")
    go(program, "home")
    assert program.window.focusWidget() is find(program, "next-rehearse")
