"""The reading view under keys, mouse and a changing window."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QClipboard, QColor, QGuiApplication, QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.sample_guide import AFTER, BEFORE, RICH, make_library
from tpe_guide.guide.reading_position import ReadingPosition
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.document import line_rects
from tpe_guide.ui.reading.documents import AFTER_PAINT_MS, PageDocuments
from tpe_guide.ui.reading.inset import Inset
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.reading_view import ReadingView

LIGHT = Theme()
Show = Callable[..., "Reader"]


TOP = ReadingPosition()


def apart(spot: QPointF, rect: QRectF) -> float:
    """How far *spot* is from *rect*, squared."""
    across = max(rect.left() - spot.x(), 0.0, spot.x() - rect.right())
    down = max(rect.top() - spot.y(), 0.0, spot.y() - rect.bottom())
    return across**2 + down**2


class Reader:
    """A window with one reading view, and the documents that it shows."""

    def __init__(self, window: QWidget, theme: Theme, *, selectable: bool) -> None:
        self.window = window
        self.view = ReadingView(theme, selectable=selectable)
        self.documents = PageDocuments(make_library(), theme, window)
        self.button = QPushButton("after")
        row = QHBoxLayout(window)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.view, 1)
        row.addWidget(self.button)

    def show_page(self, page: str, place: ReadingPosition = TOP) -> None:
        width = self.view.viewport().width()
        document = self.documents.main(page, width)
        self.view.show_document(document, place)

    @property
    def scrolled(self) -> int:
        return self.view.verticalScrollBar().value()

    def picture(self) -> QImage:
        return self.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)

    def words_at_top(self) -> str:
        assert self.view.page_shown is not None
        position = self.view.position_at(QPoint(self.view.viewport().width() // 2, 2))
        return self.view.page_shown.findBlock(position).text()

    def linked_words(self) -> str:
        page = self.view.page_shown
        assert page is not None
        anchor = page.anchors[self.view.focused_link]
        return self.view.toPlainText()[anchor.start : anchor.end]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def make(
        page: str = RICH, *, width: int = 900, height: int = 600, theme: Theme = LIGHT, selectable: bool = True
    ) -> Reader:
        window = QWidget()
        qtbot.addWidget(window)
        reader = Reader(window, theme, selectable=selectable)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        reader.show_page(page)
        return reader

    return make


def focus_by_tab(reader: Reader) -> None:
    reader.view.clearFocus()
    reader.view.setFocus(Qt.FocusReason.TabFocusReason)


class TestKeys:
    """Everything works without a mouse."""

    @pytest.mark.parametrize(
        ("key", "down"),
        [
            (Qt.Key.Key_Down, True),
            (Qt.Key.Key_PageDown, True),
            (Qt.Key.Key_Space, True),
            (Qt.Key.Key_End, True),
            (Qt.Key.Key_Up, False),
            (Qt.Key.Key_PageUp, False),
            (Qt.Key.Key_Home, False),
        ],
    )
    def test_keys_scroll(self, show: Show, qtbot: QtBot, key: Qt.Key, down: bool) -> None:
        reader = show()
        bar = reader.view.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        before = reader.scrolled
        qtbot.keyClick(reader.view, key)
        assert (reader.scrolled > before) == down
        assert reader.scrolled != before

    def test_shift_and_space_scroll_back(self, show: Show, qtbot: QtBot) -> None:
        reader = show()
        qtbot.keyClick(reader.view, Qt.Key.Key_Space)
        qtbot.keyClick(reader.view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
        assert reader.scrolled == 0

    def test_a_screenful_keeps_the_last_lines_in_sight(self, show: Show, qtbot: QtBot) -> None:
        reader = show()
        qtbot.keyClick(reader.view, Qt.Key.Key_PageDown)
        assert 0 < reader.scrolled < reader.view.viewport().height()

    def test_end_reaches_the_very_end(self, show: Show, qtbot: QtBot) -> None:
        reader = show()
        qtbot.keyClick(reader.view, Qt.Key.Key_End)
        height = reader.documents.main(RICH, reader.view.viewport().width()).height
        assert reader.scrolled == pytest.approx(height - reader.view.viewport().height(), abs=1)

    def test_other_keys_are_for_those_around_the_view(self, show: Show, qtbot: QtBot) -> None:
        reader = show()
        seen: list[int] = []
        reader.window.keyPressEvent = lambda event: seen.append(event.key())  # type: ignore[method-assign]
        for key in (Qt.Key.Key_Escape, Qt.Key.Key_A, Qt.Key.Key_Return):
            qtbot.keyClick(reader.view, key)
        assert seen == [Qt.Key.Key_Escape, Qt.Key.Key_A, Qt.Key.Key_Return]
        assert reader.view.toPlainText().startswith("Chapter 1")

    def test_tab_walks_the_links_and_then_leaves(self, show: Show, qtbot: QtBot) -> None:
        reader = show()
        focus_by_tab(reader)
        visited = [reader.linked_words()]
        for __ in range(len(reader.view.links) - 1):
            qtbot.keyClick(reader.view, Qt.Key.Key_Tab)
            visited.append(reader.linked_words())
        assert visited[:4] == ["[1]", "[1, 2]", "antibodies", "[3]"]
        assert reader.view.focused_link == len(reader.view.links) - 1
        qtbot.keyClick(reader.view, Qt.Key.Key_Tab)
        assert reader.button.hasFocus()
        assert reader.view.focused_link == -1

    @pytest.mark.parametrize("forwards", [True, False])
    def test_what_was_walked_to_its_end_begins_anew(self, show: Show, qtbot: QtBot, forwards: bool) -> None:
        """Tab went round from the last link in sight to the last link in sight, and never came to those before."""
        reader = show(height=300)
        last = len(reader.view.links) - 1
        key = Qt.Key.Key_Tab if forwards else Qt.Key.Key_Backtab
        reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
        reader.view.focus_link(last if forwards else 0)
        qtbot.keyClick(reader.view, key)
        assert not reader.view.hasFocus()
        reader.view.setFocus(reason)
        assert reader.view.focused_link == (0 if forwards else last)

    def test_shift_and_tab_walk_back_and_leave(self, show: Show, qtbot: QtBot) -> None:
        reader = show()
        focus_by_tab(reader)
        qtbot.keyClick(reader.view, Qt.Key.Key_Tab)
        qtbot.keyClick(reader.view, Qt.Key.Key_Backtab)
        assert reader.view.focused_link == 0
        qtbot.keyClick(reader.view, Qt.Key.Key_Backtab)
        assert not reader.view.hasFocus()

    def test_coming_back_the_last_link_in_sight_is_first(self, show: Show) -> None:
        reader = show()
        reader.button.setFocus()
        reader.view.setFocus(Qt.FocusReason.BacktabFocusReason)
        index = reader.view.focused_link
        seen = reader.view.viewport().height()
        rects = reader.documents.main(RICH, reader.view.viewport().width()).geometry.links
        assert rects[index][0].bottom() <= seen < rects[index + 1][0].bottom()

    def test_the_link_that_has_the_keyboard_is_in_sight(self, show: Show, qtbot: QtBot) -> None:
        reader = show(height=300)
        focus_by_tab(reader)
        for __ in range(len(reader.view.links) - 1):
            qtbot.keyClick(reader.view, Qt.Key.Key_Tab)
            rect = reader.view.link_rect_on_screen(reader.view.focused_link)
            seen = QRect(reader.view.viewport().mapToGlobal(QPoint()), reader.view.viewport().size())
            assert seen.contains(rect)

    def test_tab_starts_again_from_what_is_in_sight(self, show: Show, qtbot: QtBot) -> None:
        reader = show(height=300)
        focus_by_tab(reader)
        qtbot.keyClick(reader.view, Qt.Key.Key_End)
        qtbot.keyClick(reader.view, Qt.Key.Key_Home)
        qtbot.keyClick(reader.view, Qt.Key.Key_PageDown)
        qtbot.keyClick(reader.view, Qt.Key.Key_PageDown)
        seen = range(reader.scrolled, reader.scrolled + reader.view.viewport().height())
        qtbot.keyClick(reader.view, Qt.Key.Key_Tab)
        document = reader.documents.main(RICH, reader.view.viewport().width())
        assert round(document.geometry.links[reader.view.focused_link][0].top()) in seen

    def test_enter_follows_the_link(self, show: Show, qtbot: QtBot) -> None:
        reader = show()
        followed: list[Link] = []
        reader.view.followed.connect(followed.append)
        focus_by_tab(reader)
        for __ in range(5):
            qtbot.keyClick(reader.view, Qt.Key.Key_Return)
            qtbot.keyClick(reader.view, Qt.Key.Key_Tab)
        assert followed == [
            Link("cite", "S1-01"),
            Link("cite", "S1-01 S1-02"),
            Link("word", "antibody"),
            Link("cite", "L-P01"),
            Link("page", AFTER),
        ]

    def test_a_ring_stands_around_the_link(self, show: Show) -> None:
        reader = show()
        before = reader.picture()
        focus_by_tab(reader)
        after = reader.picture()
        rect = reader.view.link_rect_on_screen(0)
        corner = reader.view.viewport().mapFromGlobal(rect.topLeft())
        x, y = corner.x() + rect.width() // 2, corner.y() - 5
        assert after.pixelColor(x, y) == LIGHT.color("focus") != before.pixelColor(x, y)

    def test_a_view_without_links_shows_where_the_keyboard_is(self, show: Show) -> None:
        reader = show(BEFORE)
        focus_by_tab(reader)
        assert LIGHT.color("focus") in [reader.picture().pixelColor(x, 200) for x in range(12)]

    def test_no_ring_while_the_keyboard_is_elsewhere(self, show: Show) -> None:
        reader = show()
        before = reader.picture()
        focus_by_tab(reader)
        reader.button.setFocus()
        assert reader.picture() == before


class TestMouse:
    """Links, selection, wheel."""

    def click_link(self, reader: Reader, qtbot: QtBot, words: str) -> None:
        text, page = reader.view.toPlainText(), reader.view.page_shown
        assert page is not None
        index = next(at for at, each in enumerate(page.anchors) if text[each.start : each.end] == words)
        point = reader.view.viewport().mapFromGlobal(reader.view.link_rect_on_screen(index).center())
        qtbot.mouseClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    @pytest.mark.parametrize("selectable", [True, False])
    def test_a_press_follows_the_link(self, show: Show, qtbot: QtBot, selectable: bool) -> None:
        reader = show(selectable=selectable)
        with qtbot.waitSignal(reader.view.followed) as word:
            self.click_link(reader, qtbot, "antibodies")
        assert word.args == [Link("word", "antibody")]
        with qtbot.waitSignal(reader.view.followed) as cite:
            self.click_link(reader, qtbot, "[1, 2]")
        assert cite.args == [Link("cite", "S1-01 S1-02")]

    @pytest.mark.parametrize(("theme", "finger"), [(LIGHT, 48), (Theme(percent=150, bars=100), 76)])
    def test_a_link_is_as_large_as_a_finger_up_to_its_neighbours(self, show: Show, theme: Theme, finger: int) -> None:
        reader = show(theme=theme)
        view, document = reader.view, reader.view.page_shown
        assert document is not None
        for index, rects in enumerate(document.geometry.links[:4]):
            middle = rects[0].center() - view._offset()
            for side in (QPointF(0, finger / 2 - 1), QPointF(finger / 2 - 1, 0)):
                for spot in (middle + side, middle - side):
                    found = view._link_at(spot)
                    at = spot + view._offset()
                    nearer = [
                        other
                        for other, places in enumerate(document.geometry.links)
                        if other != index and min(map(partial(apart, at), places)) <= apart(at, rects[0])
                    ]
                    assert found == index or found in nearer

    def test_following_a_link_leaves_the_page_as_it_is(self, show: Show, qtbot: QtBot) -> None:
        reader = show()
        self.click_link(reader, qtbot, "antibodies")
        assert reader.view.page_shown is not None
        assert reader.view.page_shown.title == "Why steroids may not be enough"

    def test_the_whole_page_can_be_copied_as_plain_words(self, show: Show, qtbot: QtBot) -> None:
        reader = show()
        qtbot.keyClick(reader.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(reader.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        data = QGuiApplication.clipboard().mimeData(QClipboard.Mode.Clipboard)
        assert data.formats() == ["text/plain"]
        lines = data.text().split("\n")
        assert lines[:3] == ["Chapter 1 · Relapses and steroids", "Why steroids may not be enough", "In short"]
        assert "\N{OBJECT REPLACEMENT CHARACTER}" not in data.text()
        assert "" not in lines

    def words_of(self, reader: Reader, word: str) -> tuple[QPoint, QPoint]:
        """The first and the last letter of the first *word*, in px of the viewport."""
        page = reader.view.page_shown
        assert page is not None
        at = page.toPlainText().index(word)
        rect = line_rects(page, at, at + len(word))[0].translated(-reader.view._offset()).toRect()
        return rect.center() - QPoint(rect.width() // 2, 0), rect.center() + QPoint(rect.width() // 2 + 1, 0)

    def test_words_are_marked_with_the_mouse_and_copied(self, show: Show, qtbot: QtBot) -> None:
        reader = show()
        port = reader.view.viewport()
        start, __ = self.words_of(reader, "Steroids calm")
        __, end = self.words_of(reader, "immune system")
        qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(port, end)
        move = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(end), port.mapToGlobal(QPointF(end)), Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(port, move)
        qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
        assert reader.view.marked_words == "Steroids calm the immune system"
        reader.view.copy()
        assert QGuiApplication.clipboard().text() == "Steroids calm the immune system"

    def test_two_presses_mark_a_word(self, show: Show, qtbot: QtBot) -> None:
        reader = show()
        start, end = self.words_of(reader, "immune")
        qtbot.mouseDClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=(start + end) / 2)
        assert reader.view.marked_words == "immune"

    def test_marked_words_are_forgotten_with_the_page(self, show: Show) -> None:
        reader = show()
        reader.view.select_all()
        assert reader.view.marked_words
        reader.show_page(AFTER)
        assert reader.view.marked_words == ""

    def test_what_is_explained_is_not_among_the_words_that_are_copied(self, show: Show) -> None:
        reader = show()
        reader.view.select_all()
        before = reader.view.marked_words
        reader.view.open_below(reader.view.links.index(Link("word", "antibody")), Inset(LIGHT, QPushButton("help")))
        reader.view.select_all()
        assert reader.view.marked_words == before

    def test_at_a_kiosk_nothing_is_selected_or_copied(self, show: Show, qtbot: QtBot) -> None:
        QGuiApplication.clipboard().clear()
        reader = show(selectable=False)
        for key in (Qt.Key.Key_A, Qt.Key.Key_C):
            qtbot.keyClick(reader.view, key, Qt.KeyboardModifier.ControlModifier)
        qtbot.mouseDClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(120, 100))
        assert reader.view.marked_words == ""
        assert QGuiApplication.clipboard().text() == ""

    def test_no_menu_opens(self, show: Show) -> None:
        reader = show()
        assert reader.view.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu

    def wheel(self, view: ReadingView, modifiers: Qt.KeyboardModifier) -> bool:
        spot = QPointF(200, 200)
        event = QWheelEvent(
            spot,
            view.viewport().mapToGlobal(spot),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)
        return event.isAccepted()

    def test_the_wheel_scrolls(self, show: Show) -> None:
        reader = show()
        assert self.wheel(reader.view, Qt.KeyboardModifier.NoModifier)
        assert reader.scrolled > 0

    def test_the_wheel_with_ctrl_is_left_to_the_window(self, show: Show) -> None:
        reader = show()
        assert not self.wheel(reader.view, Qt.KeyboardModifier.ControlModifier)
        assert reader.scrolled == 0


class TestPlace:
    """Nobody loses the line that they were reading."""

    def test_a_new_page_begins_at_its_beginning(self, show: Show, qtbot: QtBot) -> None:
        reader = show(AFTER)
        qtbot.keyClick(reader.view, Qt.Key.Key_End)
        reader.show_page(RICH)
        assert reader.scrolled == 0
        assert reader.view.focused_link == -1

    def test_the_words_at_the_top_stay_there_when_the_window_changes(self, show: Show, qtbot: QtBot) -> None:
        reader = show(AFTER)
        reader.view.verticalScrollBar().setValue(700)
        words = reader.words_at_top()
        with qtbot.waitSignal(reader.view.width_changed):
            reader.window.resize(740, 600)
        assert reader.words_at_top() == words

    def test_the_words_at_the_top_stay_there_in_another_document_of_the_page(self, show: Show) -> None:
        reader = show(AFTER)
        reader.view.verticalScrollBar().setValue(700)
        words = reader.words_at_top()
        reader.documents.set_theme(Theme("dark", 150))
        reader.show_page(AFTER, reader.view.place)
        assert reader.scrolled > 700
        assert reader.words_at_top() == words

    def test_the_view_says_that_its_width_changed(self, show: Show, qtbot: QtBot) -> None:
        reader = show()
        with qtbot.waitSignal(reader.view.width_changed) as change:
            reader.window.resize(500, 600)
        assert change.args == [reader.view.viewport().width()]


class TestPaint:
    """What lies beneath the words."""

    @pytest.mark.parametrize("name", ["light", "dark", "contrast"])
    def test_cards_have_their_fill_and_their_bar(self, show: Show, name: str) -> None:
        theme = Theme(name)  # type: ignore[arg-type]
        reader = show(theme=theme)
        document = reader.documents.main(RICH, reader.view.viewport().width())
        rect, look = document.geometry.cards[0]
        image = reader.picture()
        assert image.pixelColor(round(rect.right()) - 8, round(rect.center().y())) == theme.color("straw50")
        assert image.pixelColor(round(rect.left()) + 2, round(rect.center().y())) == theme.color("straw")
        assert look.bar is not None
        assert image.pixelColor(4, 4) == theme.color("paper")

    def test_no_scroll_bar_where_all_is_in_sight_but_its_room_is_kept(self, show: Show) -> None:
        reader = show(BEFORE, height=1200)
        width = reader.view.viewport().width()
        assert not reader.view.verticalScrollBar().isVisible()
        reader.show_page(AFTER)
        assert reader.view.verticalScrollBar().isVisible()
        assert reader.view.viewport().width() == width

    def test_very_large_type_is_painted_ahead_and_looks_the_same(self, show: Show) -> None:
        reader = show(BEFORE, theme=Theme("dark", 400))
        document = reader.documents.main(RICH, reader.view.viewport().width())
        reader.view.prepare(document)
        reader.view.show_document(document)
        painted_ahead = reader.picture()
        assert painted_ahead == reader.picture(), "the second time it is painted in place"

    def test_what_was_painted_ahead_is_not_used_once_the_window_changed(self, show: Show) -> None:
        reader = show(BEFORE, theme=Theme("light", 400))
        document = reader.documents.main(RICH, reader.view.viewport().width())
        reader.view.prepare(document)
        reader.window.resize(700, 500)
        reader.show_page(RICH)
        image = reader.picture()
        assert image == reader.picture()
        assert QColor(image.pixel(2, 2)) == LIGHT.color("paper")


class TestAhead:
    """Neighbours are ready before anyone turns to them."""

    def test_neighbours_are_built_once_the_page_is_painted(
        self, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        built: list[str] = []
        reader = show()
        build = reader.documents.main
        monkeypatch.setattr(
            reader.documents, "main", lambda page, *rest, **more: (built.append(page), build(page, *rest, **more))[1]
        )
        reader.documents.prebuild_neighbours(RICH, reader.view)
        assert built == []
        qtbot.waitUntil(lambda: built == [AFTER, BEFORE], timeout=100 * AFTER_PAINT_MS)

    def test_a_window_closed_meanwhile_does_no_harm(self, qtbot: QtBot) -> None:
        documents = PageDocuments(make_library(), LIGHT)
        view = ReadingView(LIGHT)
        documents.prebuild_neighbours(RICH, view)
        view.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        qtbot.wait(3 * AFTER_PAINT_MS)

    def test_a_page_can_be_shown_again_after_its_view_was_closed(self, qtbot: QtBot) -> None:
        documents = PageDocuments(make_library(), LIGHT)
        view = ReadingView(LIGHT)
        view.show_document(documents.main(RICH, 760))
        view.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert documents.main(RICH, 760).toPlainText().startswith("Chapter 1")

    def test_the_page_shown_belongs_to_its_view_and_goes_with_it(self, show: Show) -> None:
        """Or a view that is painted while the program ends might find its page gone."""
        reader = show()
        first = reader.view.page_shown
        assert first is not None
        assert first.parent() is reader.view
        reader.show_page(AFTER)
        assert first.parent() is None

    def test_pages_turned_fifty_times_leave_nothing_behind(self, show: Show) -> None:
        reader = show()
        theme = LIGHT
        shown: list[weakref.ref[object]] = []
        for turn in range(50):
            theme = Theme("dark" if turn % 2 else "light")
            reader.documents.set_theme(theme)
            document = reader.documents.main((RICH, AFTER)[turn % 2], 884)
            reader.view.show_document(document)
            shown.append(weakref.ref(document))
        del document
        gc.collect()
        assert sum(reference() is not None for reference in shown) <= 1
