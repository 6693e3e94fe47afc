"""Where the keyboard is on a page: on one of its links, on what is read there with keys, or on all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from tpe_guide.ui.kit.scrolling import STEP
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading import accessible
from tpe_guide.ui.reading.accessible_tree import AccessibleTree
from tpe_guide.ui.reading.document import Node, blocks_rect, united
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.page_scroller import PageScroller
from tpe_guide.ui.reading.painting import paint_ring_around, paint_ring_inside, rect_of_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from tpe_guide.ui.reading.document import PageDocument
    from tpe_guide.ui.reading.reading_cursor import ReadingCursor, Stop

_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class PageWalker(PageScroller):
    """A view of a PageDocument on which Tab walks the links, and a cursor all that is read. It has one ring for both.

    A screen reader finds the page as a tree, and the keyboard in it.
    """

    followed = Signal(Link)
    """By press, by key or by a screen reader; ``link_followed`` is its index."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        accessible.install()
        self._tree: AccessibleTree | None = None
        self._focused = -1
        self._focus_came_by_keys = False
        self._cursor: ReadingCursor | None = None
        self._walked: tuple[bool, int] | None = None
        """Which way Tab went past the last link, and where the page stood then."""
        self.link_followed = -1
        """The index of the link that was followed last; -1: of none on this page."""

    @property
    def links(self) -> list[Link]:
        """Where the page shown leads, in the order of its words."""
        return [anchor.link for anchor in self._page.anchors] if self._page else []

    @property
    def focused_link(self) -> int:
        """The index of the link that has the ring; -1 if none has."""
        return self._focused

    @property
    def node_read(self) -> Node | None:
        """Where the reading cursor is."""
        return self._cursor.node if self._cursor is not None else None

    def read_on(self, stop: Stop, *, forwards: bool) -> None:
        """Bring the keyboard to the next thing to read, from where one reads or from what is in sight."""
        if self._page is None:
            return
        cursor = self._begin_to_read(self._page)
        if cursor.move(stop, self._read_from(), forwards=forwards):
            self._show_cursor(self._page, cursor)

    def read_at(self, node: Node) -> None:
        """Bring the keyboard to *node* of the page shown, as what reads it aloud wishes."""
        if self._page is None:
            return
        cursor = self._begin_to_read(self._page)
        cursor.go(node)
        self._show_cursor(self._page, cursor)

    def _begin_to_read(self, page: PageDocument) -> ReadingCursor:
        if self._cursor is None:
            from tpe_guide.ui.reading.reading_cursor import ReadingCursor

            self._cursor = ReadingCursor(page.nodes)
        if not self.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._cursor

    def _show_cursor(self, page: PageDocument, cursor: ReadingCursor) -> None:
        node = cursor.node
        assert node is not None
        self._focused = -1
        self._bring(blocks_rect(page, node.start, node.end), self._theme.text_px(STEP))
        self._go_along(node.start)
        self.viewport().update()
        accessible.tell_focus(self)

    def _read_from(self) -> int:
        """The character from which one reads on: where the ring is, or what is at the top of the view."""
        assert self._page is not None
        if self._focused >= 0:
            return self._page.anchors[self._focused].start
        return self._page.findBlock(self._top_position()).position()

    def focus_link(self, index: int) -> None:
        """Give the keyboard to link *index* and bring it into sight."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._move_ring(index)

    def activate_link(self, index: int) -> None:
        """Follow link *index*."""
        self.link_followed = index
        self.followed.emit(self.links[index])

    def rect_on_screen(self, start: int, end: int) -> QRect:
        """The blocks from character *start* to *end*, in global px."""
        if self._page is None:
            return QRect()
        return self._on_screen(blocks_rect(self._page, start, end))

    def is_in_sight(self, start: int, end: int) -> bool:
        """Whether any of the blocks from character *start* to *end* can be seen."""
        return self._page is not None and blocks_rect(self._page, start, end).intersects(self._seen())

    def go_on_from(self, index: int, *, forwards: bool) -> None:
        """Take the keyboard back from what is explained below link *index*: at the next link, or back at that one."""
        if not forwards or index + 1 < len(self.links):
            self.focus_link(index + forwards)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            QWidget.focusNextPrevChild(self, True)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab and Shift+Tab: the next link of the text, then out of the view."""
        index = self._link_after(forwards=forwards) if self.hasFocus() else None
        if index is None:
            if self.hasFocus() and self.links:
                self._walked = (forwards, self.verticalScrollBar().value())
            self._move_ring(-1)
            return QWidget.focusNextPrevChild(self, forwards)
        self._move_ring(index)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by Tab, the first link in sight takes the ring; without one it is at the view's edge."""
        super().focusInEvent(event)
        self._focus_came_by_keys = event.reason() in _BY_KEYS
        if self._focus_came_by_keys:
            forwards = event.reason() == Qt.FocusReason.TabFocusReason
            self._move_ring(self._link_on_arrival(forwards=forwards))
        self._update_ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the keyboard."""
        super().focusOutEvent(event)
        self._update_ring()

    @property
    def accessible_tree(self) -> AccessibleTree:
        """The page shown, as a screen reader finds it."""
        if self._tree is None:
            self._tree = AccessibleTree(self, self._page.nodes if self._page else [])
        return self._tree

    @property
    def _has_ring(self) -> bool:
        return self.hasFocus() and (self._focused >= 0 or self.node_read is not None or self._focus_came_by_keys)

    def _forget_keyboard(self) -> None:
        """Another page is shown."""
        self._focused, self._cursor, self._walked = -1, None, None
        self._forget_tree()

    def _forget_tree(self) -> None:
        if self._tree is not None:
            self._tree.deleteLater()
            self._tree = None

    def _link_after(self, *, forwards: bool) -> int | None:
        """The link that Tab goes to: the next one, or the first in sight if that was scrolled away."""
        if self._page is None:
            return None
        if (read := self.node_read) is not None:
            return self._link_beyond(read, forwards=forwards)
        if self._focused < 0 or not united(self._geometry().links[self._focused]).intersects(self._seen()):
            index = self._first_link_in_sight(forwards=forwards)
            return index if index >= 0 else None
        index = self._focused + (1 if forwards else -1)
        return index if 0 <= index < len(self.links) else None

    def _link_on_arrival(self, *, forwards: bool) -> int:
        """The first in sight; of a page that Tab has walked to its end, and where it still stands, the first of all:
        else those before would never be come to again."""
        if self._walked == (forwards, self.verticalScrollBar().value()):
            return 0 if forwards else len(self.links) - 1
        return self._first_link_in_sight(forwards=forwards)

    def _link_beyond(self, read: Node, *, forwards: bool) -> int | None:
        """The first link in what is read or after it, backwards the last before it."""
        assert self._page is not None
        links = enumerate(self._page.anchors)
        if forwards:
            return next((index for index, anchor in links if anchor.start >= read.start), None)
        return max((index for index, anchor in links if anchor.end <= read.start), default=None)

    def _first_link_in_sight(self, *, forwards: bool) -> int:
        """The first link from the top of the view on, backwards the last one above its bottom; -1 if none."""
        if self._page is None:
            return -1
        seen = self._seen()
        rects = [united(rects) for rects in self._geometry().links]
        if forwards:
            return next((index for index, rect in enumerate(rects) if rect.top() >= seen.top()), -1)
        return next((index for index in reversed(range(len(rects))) if rects[index].bottom() <= seen.bottom()), -1)

    def _go_along(self, position: int) -> None:
        """What is read now begins at the character *position*."""

    def _move_ring(self, index: int) -> None:
        if index == self._focused and self.node_read is None:
            return
        self._focused = index
        if self._cursor is not None:
            self._cursor.leave()
        if index >= 0 and self._page is not None:
            self._bring(united(self._geometry().links[index]), self._theme.text_px(STEP))
            self._go_along(self._page.anchors[index].start)
        self.viewport().update()
        accessible.tell_focus(self)

    def _update_ring(self) -> None:
        """Paint what lies where the ring is, or was."""
        if self._focused >= 0:
            for rect in self._geometry().links[self._focused]:
                self.viewport().update(rect_of_ring(rect).translated(-self._offset()).toAlignedRect())
        elif self._focus_came_by_keys or self.node_read is not None:
            self.viewport().update()

    def _paint_ring(self, painter: QPainter) -> None:
        read = self.node_read
        if self._focused < 0 and read is None:
            paint_ring_inside(painter, QRectF(self.viewport().rect()), self._theme)
            return
        painter.translate(-self._offset())
        if read is not None and self._page is not None:
            paint_ring_around(painter, [blocks_rect(self._page, read.start, read.end)], self._theme)
        else:
            paint_ring_around(painter, self._geometry().links[self._focused], self._theme)
