"""How often, on its screen: by keyboard, by finger, by ear, at any size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.programs import OpenProgram, find, go, key, press, shown_names
from tpe_guide.app import Program
from tpe_guide.navigation import Locator
from tpe_guide.settings import Settings
from tpe_guide.ui.pictures.odds.array_view import ArrayView
from tpe_guide.ui.pictures.odds.facts_card import Caution
from tpe_guide.ui.pictures.odds.page import OddsPage
from tpe_guide.ui.reading.reading_view import ReadingView

NAMES = ("both", "treatments", "first", "then", "serious", "course", "tingling", "helped", "recovered")


def page_of(program: Program) -> OddsPage:
    shown = program.window.screen_shown
    assert isinstance(shown, OddsPage)
    return shown


def look(open_program: OpenProgram, name: str = "", **how: object) -> Program:
    program: Program = open_program(**how)
    go(program, "odds", name)
    QCoreApplication.processEvents()
    return program


def picked(program: Program) -> str:
    (name,) = [name for name in NAMES if find(program, f"odds-{name}").isChecked()]
    return name


def arrays(program: Program) -> list[ArrayView]:
    for __ in range(10):  # a new picture is laid out, then its cards, then what is on them
        QCoreApplication.processEvents()
    return [view for view in page_of(program).findChildren(ArrayView) if view.isVisible()]


def words_on(program: Program) -> str:
    return " ".join(label.text() for label in page_of(program).findChildren(QLabel) if label.isVisible())


def type_key(program: Program, which: Qt.Key) -> None:
    QTest.keyClick(program.window.focusWidget() or program.window, which)
    QCoreApplication.processEvents()


def top_of(program: Program, widget: QWidget) -> int:
    return widget.mapTo(page_of(program), QPoint()).y()


def test_pages_lead_to_the_picture_that_they_are_about(open_program: OpenProgram) -> None:
    program = open_program()
    for page, wanted in (("how-often", "treatments"), ("how-well-it-works", "helped")):
        go(program, "page", page)
        view = find(program, "reading-view", ReadingView)
        link = next(at for at, link in enumerate(view.links) if link.kind == "see" and link.target == "odds")
        view.activate_link(link)
        QCoreApplication.processEvents()
        assert program.session.locator == Locator("odds", wanted)
        assert picked(program) == wanted


def test_a_chip_shows_its_picture_with_all_its_words(open_program: OpenProgram) -> None:
    program = look(open_program)
    for name in NAMES:
        press(program, f"odds-{name}")
        picture = page_of(program)._state.picture
        assert (picture.id, picked(program)) == (name, name)
        shown = words_on(program)
        for group in picture.groups:
            assert group.head in shown
            assert all(row.text in shown for row in group.rows)
        assert picture.caution in shown
        assert all(about.text in shown for about in picture.about)
        assert [view.array for view in arrays(program)] == [group.array for group in picture.groups]
        assert find(program, "page-title", QLabel).text() == picture.title


def test_arrow_keys_and_digits_go_from_picture_to_picture(open_program: OpenProgram) -> None:
    program = look(open_program)
    for wanted in (*NAMES[1:], NAMES[0]):
        type_key(program, Qt.Key.Key_Right)
        assert picked(program) == wanted
        assert program.window.focusWidget().objectName() == f"odds-{wanted}", "the keyboard goes along"
    type_key(program, Qt.Key.Key_Left)
    assert picked(program) == NAMES[-1]
    for number, wanted in enumerate(NAMES):
        type_key(program, Qt.Key(Qt.Key.Key_1 + number))
        assert picked(program) == wanted
    type_key(program, Qt.Key.Key_0)
    assert picked(program) == NAMES[-1]


def test_where_there_is_little_room_two_buttons_turn_and_the_chips_stand_below(open_program: OpenProgram) -> None:
    program = look(open_program, "helped", size=(480, 800))
    assert page_of(program).first_focus().objectName() == "odds-after"
    press(program, "odds-after")
    assert picked(program) == "recovered"
    type_key(program, Qt.Key.Key_Left)
    assert picked(program) == "helped"
    press(program, "odds-before")
    assert picked(program) == "tingling"
    assert top_of(program, find(program, "odds-course")) > top_of(program, arrays(program)[0])
    assert "odds-after" not in shown_names(look(open_program))


def test_what_harms_and_what_helps_stand_in_rows_of_their_own(open_program: OpenProgram) -> None:
    for size in ((1440, 900), (1024, 700), (480, 800)):
        program = look(open_program, size=size)
        harm = [top_of(program, find(program, f"odds-{name}")) for name in NAMES[:-2]]
        assert max(harm) < top_of(program, find(program, "odds-helped")), size


def test_reading_from_right_to_left_the_left_key_goes_on(open_program: OpenProgram, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        program = look(open_program, "helped")
        first, second = arrays(program)
        assert first.mapTo(page_of(program), QPoint()).x() > second.mapTo(page_of(program), QPoint()).x()
        type_key(program, Qt.Key.Key_Left)
        assert picked(program) == "recovered"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def test_what_was_picked_holds_when_the_look_changes_and_a_link_asks_once(open_program: OpenProgram) -> None:
    program = look(open_program, "helped")
    press(program, "odds-course")
    key(program, "F8")
    assert picked(program) == "course"
    go(program, "home")
    go(program, "odds")
    assert picked(program) == "course"
    go(program, "home")
    go(program, "odds", "helped")
    assert picked(program) == "helped"


def test_arrays_of_a_picture_have_the_same_size_and_lie_level(open_program: OpenProgram) -> None:
    for size in ((1440, 900), (1024, 700), (480, 800)):
        program = look(open_program, "tingling", size=size)
        for name in NAMES[:1] + NAMES[2:]:
            page_of(program).show_picture(name)
            one, two = arrays(program)
            assert one.layout_shown == two.layout_shown, (size, name)
            beside = one.mapTo(page_of(program), QPoint()).x() != two.mapTo(page_of(program), QPoint()).x()
            assert beside == (size[0] > 920)
            if beside:
                assert top_of(program, one) == top_of(program, two), (size, name)


def test_on_a_laptop_all_marks_and_what_they_say_are_seen_without_scrolling(open_program: OpenProgram) -> None:
    program = look(open_program)
    bottom = page_of(program).area.height()
    for name in NAMES:
        page_of(program).show_picture(name)
        for view in arrays(program):
            assert top_of(program, view) + view.layout_shown.height <= bottom, name
        for label in page_of(program).findChildren(QLabel):
            if any(label.text() == row.text for group in page_of(program)._state.picture.groups for row in group.rows):
                assert top_of(program, label) + label.height() <= bottom, (name, label.text())


def test_what_is_said_of_a_small_trial_comes_before_its_numbers_or_beside_them(open_program: OpenProgram) -> None:
    for size in ((1440, 900), (1024, 700), (480, 800)):
        program = look(open_program, "recovered", size=size)
        caution = page_of(program).findChild(Caution)
        assert caution is not None
        assert top_of(program, caution) <= top_of(program, arrays(program)[0]), size


def test_very_large_letters_have_one_column(open_program: OpenProgram) -> None:
    program = look(open_program, "helped", size=(2600, 1200), chosen=Settings(text_percent=300))
    one, two = arrays(program)
    assert top_of(program, two) > top_of(program, one) + one.height()


def test_each_array_and_each_chip_say_all_that_is_shown(open_program: OpenProgram) -> None:
    program = look(open_program, "helped")
    picture = page_of(program)._state.picture
    for view, group in zip(arrays(program), picture.groups, strict=True):
        told = QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Name)
        assert told == f"Each drop is one course of treatment. {group.spoken}"
    chip = find(program, "odds-helped")
    assert chip.accessibleName() == "Getting better. Picture 8 of 9: Clearly better"
    assert chip.accessibleDescription() == picture.spoken
    assert QAccessible.queryAccessibleInterface(chip).state().checked


def test_a_new_picture_is_announced(open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)

    def heard(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", heard)
    program = look(open_program)
    said.clear()
    type_key(program, Qt.Key.Key_5)
    assert said == [page_of(program)._state.picture.spoken]


def test_it_leads_to_the_page_to_urgent_help_to_the_sources_and_back(open_program: OpenProgram) -> None:
    program = look(open_program, "tingling")
    press(program, "odds-page")
    assert program.session.locator == Locator("page", "tingling")
    go(program, "odds")
    press(program, "odds-urgent")
    assert program.session.locator == Locator("urgent")
    type_key(program, Qt.Key.Key_Escape)
    go(program, "odds")
    bar = page_of(program).area.verticalScrollBar()
    assert bar.value() == 0
    press(program, "odds-where")
    assert bar.value() > 0
    assert "Weinstein" in words_on(program)
    go(program, "contents")
    go(program, "odds")
    type_key(program, Qt.Key.Key_Escape)
    assert program.session.locator == Locator("contents")
