"""An entry opened: what was written, what was not asked, what it said before."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from tests.conftest import FixedClock
from tests.diary.stories import entry, session
from tests.ui.diaries import words_on_screen
from tests.ui.programs import OpenProgram, find, go, press, shown_names
from tpe_guide.app import Program
from tpe_guide.diary.demo import demo_diary
from tpe_guide.diary.model import Course, Diary, EffectReport
from tpe_guide.diary.store import DiaryStore
from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.tab_order import stops_of

NIGHT = "s3-evening"


@pytest.fixture
def demo(data_dir: Path, clock: FixedClock, open_program: OpenProgram) -> Program:
    with DiaryStore.create(data_dir, None) as store:
        store.import_diary(demo_diary(clock().date()), "demo")
        night = store.glance().entry(NIGHT)
        assert night is not None
        store.change_entry(replace(night, note="I shook."), clock() - dt.timedelta(hours=2))
        store.change_entry(night, clock() - dt.timedelta(hours=1))
    program = open_program()
    go(program, "entry", NIGHT)
    return program


def test_it_says_what_was_written(demo: Program) -> None:
    words = words_on_screen(demo)
    assert find(demo, "page-title", QLabel).text() == "Session 3"
    assert "written " in words
    assert "at 23:10" in words
    assert "At home, later. 38.2 °C" in words
    assert "Staff told" in words
    assert "“I shook for an hour that night and it scared me.”" in words
    assert "2 of 10" in words


def test_none_and_not_asked_are_two_lines(demo: Program) -> None:
    words = words_on_screen(demo)
    assert "None: feeling sick." in words
    assert "Not asked: tingling, light-headed," in words
    assert "Warning signs that are not named here were not asked." in words


def test_all_of_it_is_reached_by_tab(demo: Program) -> None:
    press(demo, "show-formers")
    heard = [stop.accessibleName() for stop in stops_of([demo.window]) if stop.isVisible()]
    told = "\n".join(heard)
    assert "Note. “I shook for an hour that night and it scared me.”" in heard
    assert "How you function. " in told
    assert "2 of 10" in told
    assert "None: feeling sick. Not asked: tingling, light-headed," in told
    assert "“I shook.”" in told


def test_what_it_said_before_is_behind_one_press(demo: Program) -> None:
    assert "“I shook.”" not in words_on_screen(demo)
    assert find(demo, "show-formers").text() == "Changed 2 times. What it said before"
    press(demo, "show-formers")
    assert "“I shook.”" in words_on_screen(demo)
    press(demo, "show-formers")
    assert "“I shook.”" not in words_on_screen(demo)


def test_it_leads_to_the_entries_before_and_after_it(demo: Program) -> None:
    press(demo, "entry-after")
    assert demo.session.locator == Locator("entry", "s4-next-day")
    press(demo, "entry-after")
    assert "entry-after" not in shown_names(demo)
    press(demo, "entry-before")
    press(demo, "entry-before")
    assert demo.session.locator == Locator("entry", NIGHT)


def test_one_that_is_gone_is_the_overview(demo: Program) -> None:
    press(demo, "remove-entry")
    demo.session.back()
    QCoreApplication.processEvents()
    assert "log-now" in shown_names(demo)


def test_who_typed_for_which_day_and_told_staff_not_said(open_program: OpenProgram, data_dir: Path) -> None:
    told = (EffectReport("tingling", 1), EffectReport("tired", 1, told_staff=False))
    written = entry(3, session="s1", effects=told, reporter="helper", moment="later", temperature_c=37.0)
    with DiaryStore.create(data_dir, None) as store:
        store.import_diary(Diary(Course("c"), (session(1),), (written,)), "demo")
    program = open_program()
    go(program, "entry", "e3")
    words = words_on_screen(program)
    assert "Someone typed it for you." in words
    assert "You wrote it for Thursday 7 May" in words
    assert "Staff: not said" in words
    assert "Staff not told" in words
    assert "Temperature: 37.0 °C" in words


def test_an_entry_about_no_session_is_called_by_its_day(open_program: OpenProgram, data_dir: Path) -> None:
    with DiaryStore.create(data_dir, None) as store:
        store.save_entry(entry(1, effects=(), none_noticed=True))
    program = open_program()
    go(program, "entry", "e1")
    assert find(program, "page-title", QLabel).text().startswith("Tuesday 5 May")
    assert "Nothing new." in words_on_screen(program)


def test_edit_opens_the_log_filled_in_and_what_it_said_is_kept(demo: Program) -> None:
    press(demo, "edit-entry")
    assert demo.session.locator == Locator("log")
    press(demo, "level-tired-1")
    press(demo, "save")
    go(demo, "entry", NIGHT)
    assert "Mild" in words_on_screen(demo)
    assert find(demo, "show-formers").text() == "Changed 3 times. What it said before"
