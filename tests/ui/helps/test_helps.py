"""*How this app helps you*: from the settings and the guide to each choice, by finger, by keys and by ear."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest

from tests.ui.programs import OpenProgram, find, go, key, press
from tpe_guide.app import Program
from tpe_guide.conformance.software import software
from tpe_guide.conformance.statement import helps, honest
from tpe_guide.conformance.wcag import wcag
from tpe_guide.navigation import Locator
from tpe_guide.policy import HOME, KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.reading_view import ReadingView

Role, Name = QAccessible.Role, QAccessible.Text.Name


def view(program: Program) -> ReadingView:
    return find(program, "helps", ReadingView)


@pytest.mark.parametrize(("place", "button"), [("look", "to-helps"), ("contents", "contents-helps")])
def test_it_is_one_press_from_the_settings_and_from_the_guide(
    open_program: OpenProgram, place: str, button: str
) -> None:
    program = open_program()
    go(program, place)  # type: ignore[arg-type]
    press(program, button)
    assert program.session.locator == Locator("helps")
    assert view(program).hasFocus()
    key(program, "Escape")
    assert program.session.locator.place == place


def test_each_way_leads_to_its_choice(open_program: OpenProgram) -> None:
    program = open_program(chosen=Settings(text_percent=200, spacing="wide", motion="still"))
    for way in (way for each in helps(HOME) for way in each.ways):
        go(program, "helps")
        shown = view(program)
        shown.activate_link(shown.links.index(Link("place", way.locator.place, way.locator.page)))
        assert program.session.locator == way.locator
        focused = program.window.focusWidget()
        assert focused is not None
        if way.locator.place == "look":
            name = {"size": "size-200", "spacing": "spacing-wide", "motion": "motion-still"}
            assert focused.objectName().startswith(f"{way.locator.page}-")
            assert focused.objectName() == name.get(way.locator.page, focused.objectName())


def test_keys_go_from_heading_to_heading_and_from_way_to_way(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "helps")
    heard = []
    for __ in range(3):
        QTest.keyClick(view(program), Qt.Key.Key_H)
        heard.append(view(program).node_read.name)
    assert heard == ["How this app helps you", "If your sight is blurred", "If your hands shake"]
    QTest.keyClick(view(program), Qt.Key.Key_Tab)
    assert view(program).links[view(program).focused_link] == Link("place", "dots")
    QTest.keyClick(view(program), Qt.Key.Key_Return)
    assert program.session.locator.place == "dots"


def everything(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    children = [interface.child(index) for index in range(interface.childCount())]
    return [interface, *(found for child in children for found in everything(child))]


def test_each_rule_is_a_row_that_a_reader_can_walk(open_program: OpenProgram) -> None:
    program = open_program(size=(1366, 728))
    go(program, "helps")
    found = everything(QAccessible.queryAccessibleInterface(view(program)))
    rows = [each for each in found if each.role() == Role.Row]
    heads = [each.text(Name) for each in found if each.role() == Role.ColumnHeader]
    chapters = (*wcag(), *software())
    assert len(rows) == sum(len(chapter.rows) + 1 for chapter in chapters)
    assert heads == ["What is asked", "Result", "Shown by"] * len(chapters)
    contrast = next(row for row in rows if row.child(0).text(Name).startswith("1.4.3 (AA) "))
    assert contrast.child(1).text(Name) == "Met"
    assert contrast.child(2).text(Name) == "all screens (ui/test_walk_contrast), of words (ui/kit/test_theme)"


def test_in_a_narrow_window_each_rule_is_a_list(open_program: OpenProgram) -> None:
    program = open_program(size=(360, 640), chosen=Settings(text_percent=200))
    go(program, "helps")
    found = everything(QAccessible.queryAccessibleInterface(view(program)))
    assert not [each for each in found if each.role() == Role.Table]
    assert "Result: Met" in {each.text(Name) for each in found if each.role() == Role.ListItem}


def test_what_nobody_has_tried_stands_before_what_is_claimed(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "helps")
    words = view(program).toPlainText()
    assert words.index(honest()[0]) < words.index("1.1.1")


def test_at_a_kiosk_it_leads_to_no_choice_that_is_not_there(open_program: OpenProgram) -> None:
    program = open_program(KIOSK)
    go(program, "helps")
    targets = {link.target for link in view(program).links}
    assert targets == {"look", "keys", "words"}
