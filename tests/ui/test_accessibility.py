"""What a screen reader is told about a page, asked as Qt asks it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.sample_guide import AFTER, BEFORE, RICH, make_library
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.documents import PageDocuments
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.reading_view import ReadingView

Role = QAccessible.Role


class Reader:
    """A shown reading view, and what is told of it."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        self.window = window
        self.view = ReadingView(theme)
        self.documents = PageDocuments(make_library(), theme, window)
        row = QHBoxLayout(window)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.view)

    def show_page(self, page: str) -> None:
        self.view.show_document(self.documents.main(page, self.view.viewport().width()))

    @property
    def root(self) -> QAccessibleInterface:
        interface = QAccessible.queryAccessibleInterface(self.view)
        assert interface is not None
        return interface

    def all(self, role: Role | None = None) -> list[QAccessibleInterface]:
        return [each for each in walk(self.root) if role is None or each.role() == role]

    def names(self, role: Role) -> list[str]:
        return [name(each) for each in self.all(role)]


def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for index in range(interface.childCount()):
        child = interface.child(index)
        yield child
        yield from walk(child)


def name(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name)


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    window = QWidget()
    qtbot.addWidget(window)
    reader = Reader(window, Theme())
    window.resize(860, 620)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    reader.show_page(RICH)
    return reader


def test_a_page_is_a_document_named_after_its_title(reader: Reader) -> None:
    assert reader.root.role() == Role.Document
    assert name(reader.root) == "Why steroids may not be enough"


def test_headings_are_found_with_their_levels(reader: Reader) -> None:
    headings = [
        (each.attributesInterface().attributeValue(QAccessible.Attribute.Level), name(each))
        for each in reader.all(Role.Heading)
    ]
    assert headings[:5] == [
        (1, "Why steroids may not be enough"),
        (2, "In short"),
        (3, "Sources differ"),
        (3, "What you can say"),
        (2, "More about this"),
    ]


def test_a_paragraph_is_its_words_without_the_source_marks(reader: Reader) -> None:
    assert (
        "Steroids calm the immune system. Swelling around the nerves goes down, and most people slowly start to "
        "feel better."
    ) in reader.names(Role.Paragraph)


def test_lists_have_items(reader: Reader) -> None:
    facts = next(each for each in reader.all(Role.List) if "Steroids help most" in name(each.child(0)))
    assert [each.role() for each in (facts.child(0), facts.child(1), facts.child(2))] == [Role.ListItem] * 3
    assert facts.childCount() == 3
    assert "1. First this." in reader.names(Role.ListItem)


def test_a_table_has_rows_of_cells_below_its_headers(reader: Reader) -> None:
    (table,) = reader.all(Role.Table)
    rows = [[name(cell) for cell in walk_cells(table.child(row))] for row in range(table.childCount())]
    assert rows == [
        ["Question", "Steroids", "Plasma exchange"],
        ["How is it given?", "Drip or tablets", "Two needles or a line"],
        ["How long?", "3 to 5 days", "5 to 7 sessions"],
    ]
    assert table.child(0).child(0).role() == Role.ColumnHeader
    assert table.child(1).child(0).role() == Role.Cell


def walk_cells(row: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [row.child(index) for index in range(row.childCount())]


def test_a_card_is_a_section_with_its_title(reader: Reader) -> None:
    assert reader.names(Role.Section)[:3] == ["In short", "Sources differ", "What you can say"]


def test_pictures_say_what_they_show(reader: Reader) -> None:
    assert "A glass. Straw-coloured plasma above, red cells below." in reader.names(Role.Graphic)
    assert "A bar: 1 to 2 hours, on a scale from 0 to 4 hours" in reader.names(Role.Graphic)


def test_links_say_where_they_lead(reader: Reader) -> None:
    links = {name(each): each.text(QAccessible.Text.Description) for each in reader.all(Role.Link)}
    assert links["antibodies"] == "Explains this word"
    assert links["who plasma exchange helps"] == "Opens a page"
    assert links["Source 1, 2"] == "Shows where this comes from"


def test_each_thing_knows_its_parent_and_its_place_in_it(reader: Reader) -> None:
    def check(parent: QAccessibleInterface) -> None:
        for index in range(parent.childCount()):
            child = parent.child(index)
            assert parent.indexOfChild(child) == index
            assert child.parent().object() is parent.object()
            check(child)

    check(reader.root)
    assert reader.root.child(reader.root.childCount()) is None
    assert reader.root.child(-1) is None


def test_each_thing_has_its_place_on_the_screen(reader: Reader) -> None:
    port = reader.view.viewport()
    width = range(port.mapToGlobal(port.rect().topLeft()).x(), port.mapToGlobal(port.rect().bottomRight()).x() + 2)
    for each in reader.all():
        rect = each.rect()
        assert rect.isValid(), name(each)
        assert rect.left() in width, name(each)
        assert rect.right() in width, name(each)


def test_reading_order_runs_down_the_page(reader: Reader) -> None:
    tops = [reader.root.child(index).rect().top() for index in range(reader.root.childCount())]
    assert tops == sorted(tops)


def test_what_lies_under_a_finger_is_found(reader: Reader) -> None:
    link = next(each for each in reader.all(Role.Link) if name(each) == "antibodies")
    found = reader.root
    while (inner := found.childAt(link.rect().center().x(), link.rect().center().y())) is not None:
        found = inner
    assert name(found) == "antibodies"


def test_scrolling_moves_the_places(reader: Reader) -> None:
    heading = reader.all(Role.Heading)[0]
    before = heading.rect()
    reader.view.verticalScrollBar().setValue(500)
    assert heading.rect() == before.translated(0, -500)
    assert heading.state().offscreen


def test_what_is_in_sight_and_what_is_not(reader: Reader) -> None:
    headings = reader.all(Role.Heading)
    assert not headings[0].state().offscreen
    assert headings[-1].state().offscreen


def test_the_link_with_the_ring_has_the_focus(reader: Reader, qtbot: QtBot) -> None:
    reader.view.setFocus()
    qtbot.keyClick(reader.view, Qt.Key.Key_Tab)
    qtbot.keyClick(reader.view, Qt.Key.Key_Tab)
    focused = [name(each) for each in reader.all(Role.Link) if each.state().focused]
    assert focused == ["Source 1, 2"]
    assert name(reader.root.focusChild()) == "Source 1, 2"


def test_without_a_ring_the_page_itself_has_the_focus(reader: Reader) -> None:
    reader.view.setFocus(Qt.FocusReason.OtherFocusReason)
    assert reader.root.focusChild().object() is reader.view


def test_a_link_can_be_pressed_and_focused(reader: Reader, qtbot: QtBot) -> None:
    link = next(each for each in reader.all(Role.Link) if name(each) == "antibodies")
    actions = link.actionInterface()
    with qtbot.waitSignal(reader.view.followed) as pressed:
        actions.doAction(actions.pressAction())
    assert pressed.args == [Link("word", "antibody")]
    actions.doAction(actions.setFocusAction())
    assert link.state().focused
    assert actions.keyBindingsForAction(actions.pressAction()) == []


def test_only_links_are_pressed_and_only_headings_have_levels(reader: Reader) -> None:
    for each in reader.all():
        actions = each.actionInterface()
        assert actions is None or (actions.pressAction() in actions.actionNames()) == (each.role() == Role.Link)
    assert all(each.attributesInterface() is None for each in reader.all() if each.role() != Role.Heading)


def test_the_tree_follows_the_page(reader: Reader) -> None:
    assert "antibodies" in reader.names(Role.Link)
    reader.show_page(BEFORE)
    assert name(reader.root) == "What steroids do"
    assert reader.names(Role.Link) == []
    assert any(each.startswith("Paragraph 0.") for each in reader.names(Role.Paragraph))


def test_turning_pages_and_asking_again_frees_nothing_twice(reader: Reader) -> None:
    for turn in range(30):
        reader.show_page((BEFORE, RICH, AFTER)[turn % 3])
        assert len(reader.all()) > 4
        if turn % 5 == 0:
            gc.collect()
    assert name(reader.root) == "Who plasma exchange helps"


def test_a_page_turn_is_announced(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[object, str]] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: said.append((event.type(), getattr(event, "message", str)())),
    )
    reader.show_page(AFTER)
    assert (QAccessible.Event.DocumentLoadComplete, "") in said
    assert (QAccessible.Event.Announcement, "Who plasma exchange helps") in said


def test_an_empty_view_tells_of_nothing(qtbot: QtBot) -> None:
    view = ReadingView(Theme())
    qtbot.addWidget(view)
    root = QAccessible.queryAccessibleInterface(view)
    assert root.role() == Role.Document
    assert root.childCount() == 0
    assert name(root) == ""
    assert view.rect_on_screen(0, 1) == QRect()


def test_words_are_offered_as_text_to_review(reader: Reader) -> None:
    for role in (Role.Heading, Role.Paragraph, Role.ListItem):
        for each in reader.all(role):
            text = each.textInterface()
            assert text.text(0, text.characterCount()) == name(each)


@pytest.mark.parametrize("role", [Role.Heading, Role.ListItem, Role.Cell, Role.Graphic])
def test_what_says_that_it_can_have_the_keyboard_takes_it(reader: Reader, role: QAccessible.Role) -> None:
    """A switch, a voice or a screen reader asks for it. It was promised, and nothing was offered that brings it."""
    last = reader.all(role)[-1]
    assert last.state().focusable
    last.actionInterface().doAction(QAccessibleActionInterface.setFocusAction())
    assert last.state().focused
    assert name(reader.root.focusChild()) == name(last)
    assert not last.state().offscreen


def test_what_is_read_flows_on_to_what_comes_next(reader: Reader) -> None:
    flows_from = QAccessible.RelationFlag.FlowsFrom
    at = reader.all(Role.Heading)[0]
    read = [name(at)]
    while following := [interface for interface, flag in at.relations(flows_from) if flag == flows_from]:
        (at,) = following
        read.append(name(at))
    assert read[:2] == ["Why steroids may not be enough", "In short"]
    assert read.index("Question") < read.index("Drip or tablets") < read.index("5 to 7 sessions")
    assert "A bar: 1 to 2 hours, on a scale from 0 to 4 hours" in read
