"""Your needles or line: looked at, said, changed and forgotten; by keyboard, by finger, by ear."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.programs import OpenProgram, find, go, key, press, shown_names
from tpe_guide.app import Program
from tpe_guide.errors import CannotWrite
from tpe_guide.navigation import Locator
from tpe_guide.policy import CLINIC, KIOSK
from tpe_guide.settings import Settings, load
from tpe_guide.ui.pictures.access.page import AccessPage
from tpe_guide.ui.pictures.access.view import AccessView
from tpe_guide.ui.reading.reading_view import ReadingView
from tpe_guide.vocabulary.terms import ACCESSES_SAID


def page_of(program: Program) -> AccessPage:
    shown = program.window.screen_shown
    assert isinstance(shown, AccessPage)
    return shown


def look(open_program: OpenProgram, access: str = "", **how: object) -> Program:
    program: Program = open_program(**how)
    go(program, "access", access)
    return program


def picked(program: Program) -> list[str]:
    return [access for access in ACCESSES_SAID if find(program, f"access-{access}").isChecked()]


def told(program: Program) -> str:
    return find(program, "access-told", QLabel).text()


def words_on(program: Program) -> str:
    QCoreApplication.processEvents()
    return " ".join(label.text() for label in page_of(program).findChildren(QLabel) if label.isVisible())


def type_key(program: Program, which: Qt.Key) -> None:
    QTest.keyClick(program.window.focusWidget() or program.window, which)
    QCoreApplication.processEvents()


def test_the_first_time_it_asks_and_shows_all_places(open_program: OpenProgram) -> None:
    program = look(open_program)
    assert picked(program) == []
    assert "Rings mark the places" in find(program, "access-view", AccessView).accessibleName()
    assert told(program) == "Then the pictures can show yours. It stays on this computer."
    assert {"access-keep", "access-forget"} & shown_names(program) == set()


def test_looking_at_one_keeps_nothing(open_program: OpenProgram) -> None:
    program = look(open_program)
    press(program, "access-neck-line")
    assert picked(program) == ["neck-line"]
    assert "side of the neck" in find(program, "access-view", AccessView).accessibleName()
    assert "Wash your hair over a sink." in words_on(program)
    assert program.session.settings.access == ""


def test_saying_so_keeps_it_and_says_so(open_program: OpenProgram, data_dir: Path) -> None:
    program = look(open_program)
    heard: list[str] = []
    program.session.access_changed.connect(heard.append)
    press(program, "access-neck-line")
    assert find(program, "access-keep").text() == "I have this one"
    press(program, "access-keep")
    assert heard == ["neck-line"]
    assert told(program) == "Kept: Line in the neck. Change it here at any time. It stays on this computer."
    assert find(program, "access-neck-line").accessibleDescription() == "Yours"
    assert "access-keep" not in shown_names(program)
    assert program.window.focusWidget() is find(program, "access-neck-line")
    program.session.save_now()
    assert load(data_dir / "settings.json").access == "neck-line"


def test_looking_at_another_one_does_not_change_which_is_yours(open_program: OpenProgram) -> None:
    program = look(open_program, chosen=Settings(access="neck-line"))
    assert picked(program) == ["neck-line"], "yours is shown first"
    press(program, "access-arm-veins")
    assert program.session.settings.access == "neck-line"
    assert find(program, "access-neck-line").accessibleDescription() == "Yours"
    assert told(program).startswith("Kept: Line in the neck.")
    assert find(program, "access-keep").text() == "This one is mine"
    press(program, "access-keep")
    assert program.session.settings.access == "arm-veins"
    assert find(program, "access-neck-line").accessibleDescription() == "a soft tube"


def test_not_to_know_yet_is_an_answer(open_program: OpenProgram) -> None:
    program = look(open_program)
    press(program, "access-unknown")
    assert find(program, "access-keep").text() == "I do not know yet"
    press(program, "access-keep")
    assert program.session.settings.access == "unknown"
    assert told(program).startswith("Kept: I don’t know yet.")


def test_an_answer_can_be_forgotten(open_program: OpenProgram) -> None:
    program = look(open_program, chosen=Settings(access="groin-line"))
    press(program, "access-forget")
    assert program.session.settings.access == ""
    assert "Kept" not in told(program)
    assert picked(program) == ["groin-line"], "what is looked at stays"
    assert {"access-forget"} & shown_names(program) == set()


def test_a_link_shows_one_without_saying_that_it_is_yours(open_program: OpenProgram) -> None:
    program = open_program(chosen=Settings(access="arm-veins"))
    go(program, "page", "having-a-line-put-in")
    press(program, "depth-full")
    view = program.window.findChild(ReadingView, "reading-view")
    view.activate_link([link.href for link in view.links].index("see:access:neck-line"))
    QCoreApplication.processEvents()
    assert program.session.locator == Locator("access", "neck-line")
    assert picked(program) == ["neck-line"]
    assert program.session.settings.access == "arm-veins"


@pytest.mark.parametrize("page", ["needles-or-a-line", "living-with-a-line", "the-needle-site", "having-a-line-put-in"])
def test_the_pages_about_it_lead_here(open_program: OpenProgram, page: str) -> None:
    program = open_program(chosen=Settings(depth="full"))
    go(program, "page", page)
    view = program.window.findChild(ReadingView, "reading-view")
    view.activate_link(max(index for index, link in enumerate(view.links) if link.target == "access"))
    assert program.session.locator.place == "access"


def test_what_was_looked_at_stays_when_the_look_changes(open_program: OpenProgram) -> None:
    program = look(open_program, "neck-line")
    press(program, "access-single-needle")
    key(program, "F8")
    assert picked(program) == ["single-needle"]


def test_arrow_keys_move_from_one_to_the_next_and_tab_leaves_them(open_program: OpenProgram) -> None:
    program = look(open_program, "arm-veins")
    assert page_of(program).first_focus() is find(program, "access-arm-veins")
    page_of(program).first_focus().setFocus()
    seen = []
    for __ in range(5):
        type_key(program, Qt.Key.Key_Down)
        seen += picked(program)
    assert seen == list(ACCESSES_SAID[1:])
    assert program.session.settings.access == "", "only looked at"
    type_key(program, Qt.Key.Key_Tab)
    focused = program.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "access-keep"
    type_key(program, Qt.Key.Key_Space)
    assert program.session.settings.access == "unknown"


def test_esc_goes_back(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "page", "needles-or-a-line")
    go(program, "access")
    page_of(program).first_focus().setFocus()
    type_key(program, Qt.Key.Key_Escape)
    assert program.session.locator == Locator("page", "needles-or-a-line")


@pytest.mark.parametrize("access", ACCESSES_SAID)
def test_warning_signs_lead_to_urgent_help(open_program: OpenProgram, access: str) -> None:
    program = look(open_program, access)
    assert "112, 911 or 999" in words_on(program)
    press(program, "access-urgent")
    assert program.session.locator == Locator("urgent")


def test_the_number_of_the_unit_stands_beside_its_signs(open_program: OpenProgram) -> None:
    program = open_program()
    assert program.unit.fill_in("unit-phone", "01632 960 123")
    go(program, "access", "neck-line")
    assert "01632 960 123" in words_on(program)


def test_there_is_more_to_read(open_program: OpenProgram) -> None:
    program = look(open_program, "neck-line")
    press(program, "access-read-living-with-a-line")
    assert program.session.locator == Locator("page", "living-with-a-line")


def test_a_screen_reader_hears_one_of_six_and_the_sentence_that_is_kept(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    announced: list[str] = []
    monkeypatch.setattr(
        "tpe_guide.ui.pictures.access.chooser.Chooser.announce", lambda chooser: announced.append(chooser._told.text())
    )
    program = look(open_program, "chest-line")
    for access in ACCESSES_SAID:
        tile = QAccessible.queryAccessibleInterface(find(program, f"access-{access}"))
        assert tile.role() == QAccessible.Role.RadioButton
        assert tile.text(QAccessible.Text.Name)
        assert tile.text(QAccessible.Text.Description)
        assert bool(tile.state().checked) == (access == "chest-line")
    press(program, "access-keep")
    assert announced == ["Kept: Line in the chest. Change it here at any time. It stays on this computer."]


def test_every_number_of_the_drawing_has_its_word_below(open_program: OpenProgram) -> None:
    program = look(open_program, "groin-line")
    for word in ("Dressing", "Two clamps, shut", "Two caps, shut"):
        assert word in words_on(program)


def test_in_a_clinic_it_says_that_nothing_stays(open_program: OpenProgram, data_dir: Path) -> None:
    program = look(open_program, "neck-line", policy=CLINIC)
    assert told(program) == "Then the pictures can show yours. Forgotten when you leave."
    press(program, "access-keep")
    program.session.save_now()
    assert load(data_dir / "settings.json").access == ""


def test_at_a_kiosk_staff_is_near_nothing_is_saved_and_buttons_are_large(open_program: OpenProgram) -> None:
    program = look(open_program, "neck-line", policy=KIOSK, size=(1080, 1920), chosen=Settings(text_percent=150))
    said = words_on(program)
    assert "Tell the staff now." in said
    assert "112" not in said
    assert "save-sheet" not in shown_names(program)
    press(program, "access-keep")
    ours = {name for name in shown_names(program) if name.startswith("access-")}
    assert {"access-forget", "access-urgent", "access-unknown"} <= ours


def test_the_question_stands_beside_the_drawing_above_it_or_all_in_one_column(open_program: OpenProgram) -> None:
    places = {}
    for size in ((1440, 900), (1024, 700), (480, 800)):
        program = look(open_program, "neck-line", size=size)
        names = ("access-neck-line", "access-view", "access-read-living-with-a-line")
        places[size[0]] = [find(program, name, QWidget).mapTo(program.window, QPoint()) for name in names]
    question, drawing, words = places[1440]
    assert question.x() < drawing.x() < words.x()
    question, drawing, words = places[1024]
    assert question.y() < drawing.y()
    assert drawing.x() < words.x()
    question, drawing, words = places[480]
    assert question.y() < drawing.y() < words.y()


def test_from_right_to_left_the_question_stands_at_the_right(open_program: OpenProgram, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        program = look(open_program, "neck-line")
        question, drawing = (
            find(program, name, QWidget).mapTo(program.window, QPoint()) for name in ("access-neck-line", "access-view")
        )
        assert question.x() > drawing.x()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def test_kept_is_withdrawn_where_the_answer_cannot_be_kept(
    open_program: OpenProgram, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = look(open_program, "neck-line")
    press(program, "access-keep")
    assert told(program).startswith("Kept: ")

    def full(*_: object) -> None:
        raise CannotWrite(data_dir, "no space left")

    monkeypatch.setattr(program.session, "_save", full)
    program.session.save_now()
    go(program, "home")
    go(program, "access")
    assert told(program) == "You said: Line in the neck. Forgotten when you leave."
