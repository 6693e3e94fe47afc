"""Reading with keys: the keyboard goes from heading to paragraph to item to cell, and a screen reader says each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.programs import OpenProgram, find, go, key
from tests.ui.sample_guide import AFTER, RICH, make_library
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.document import blocks_rect
from tpe_guide.ui.reading.documents import PageDocuments
from tpe_guide.ui.reading.reading_view import ReadingView

Role, Text = QAccessible.Role, QAccessible.Text
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Page:
    """A shown page, the keyboard on it, and what is told of where that is."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.view = ReadingView(Theme())
        self.documents = PageDocuments(make_library(), Theme(), window)
        row = QHBoxLayout(window)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.view)

    def show(self, page: str) -> None:
        self.view.show_document(self.documents.main(page, self.view.viewport().width()))

    def press(self, qtbot: QtBot, *keys: str, back: bool = False) -> tuple[QAccessible.Role, str]:
        for each in keys:
            qtbot.keyClick(self.view, Qt.Key[f"Key_{each}"], SHIFT if back else Qt.KeyboardModifier.NoModifier)
        return self.heard

    @property
    def focused(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self.view).focusChild()

    @property
    def heard(self) -> tuple[QAccessible.Role, str]:
        assert self.focused.state().focused
        return self.focused.role(), self.focused.text(Text.Name)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    window = QWidget()
    qtbot.addWidget(window)
    page = Page(window)
    window.resize(860, 620)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    page.show(RICH)
    page.view.setFocus(Qt.FocusReason.OtherFocusReason)
    return page


def test_it_begins_at_the_top_and_goes_on_block_by_block(page: Page, qtbot: QtBot) -> None:
    seen = [page.press(qtbot, "P") for __ in range(6)]
    assert (Role.Heading, "Why steroids may not be enough") in seen
    assert (Role.Heading, "In short") in seen
    assert page.press(qtbot, "P", back=True) == seen[-2]


def test_it_goes_from_heading_to_heading_and_back(page: Page, qtbot: QtBot) -> None:
    assert [page.press(qtbot, "H")[1] for __ in range(3)] == [
        "Why steroids may not be enough",
        "In short",
        "Sources differ",
    ]
    assert page.press(qtbot, "H", back=True) == (Role.Heading, "In short")


def test_a_cell_says_what_it_is_of(page: Page, qtbot: QtBot) -> None:
    assert [page.press(qtbot, "T") for __ in range(3)][-1] == (Role.ColumnHeader, "Plasma exchange")
    page.press(qtbot, "T", "T")
    assert page.heard == (Role.Cell, "Drip or tablets")
    assert page.focused.text(Text.Description) == "Steroids. How is it given?"


def test_what_is_read_is_in_sight(page: Page, qtbot: QtBot) -> None:
    for __ in range(40):
        page.press(qtbot, "P")
        node, document = page.view.node_read, page.view.page_shown
        assert node is not None
        assert document is not None
        assert page.view.is_in_sight(node.start, node.end)
        assert blocks_rect(document, node.start, node.end).isValid()


def test_after_the_last_it_stays(page: Page, qtbot: QtBot) -> None:
    for __ in range(80):
        page.press(qtbot, "P")
    last = page.heard
    assert page.press(qtbot, "P") == last


def test_tab_goes_on_to_the_next_link_and_from_there_it_goes_on(page: Page, qtbot: QtBot) -> None:
    read = page.press(qtbot, "P", "P", "P")
    qtbot.keyClick(page.view, Qt.Key.Key_Tab)
    assert page.heard[0] == Role.Link
    assert page.view.node_read is None
    assert page.press(qtbot, "P") != read


def test_it_begins_with_what_is_in_sight(page: Page, qtbot: QtBot) -> None:
    page.view.verticalScrollBar().setValue(page.view.verticalScrollBar().maximum())
    __, words = page.press(qtbot, "P")
    assert words != "Why steroids may not be enough"


def test_another_page_is_read_from_its_beginning(page: Page, qtbot: QtBot) -> None:
    page.press(qtbot, "P", "P", "P")
    page.show(AFTER)
    assert page.view.node_read is None
    assert page.press(qtbot, "H") == (Role.Heading, "Who plasma exchange helps")


def test_the_keys_in_the_help_work_wherever_the_keyboard_is(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "page", "tingling")
    find(program, "bookmark").setFocus()
    key(program, "F6")
    view = find(program, "reading-view", ReadingView)
    assert program.window.focusWidget() is view
    assert view.node_read is not None
    assert view.node_read.role == "heading"
