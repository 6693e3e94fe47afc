"""Scrolls a page of the guide, and knows which words are at the top of the view."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from tpe_guide.guide.reading_position import ReadingPosition
from tpe_guide.ui.kit.scrolling import STEP, scroll_bar_by_key
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.document import PageDocument, blocks_rect, line_rects

TOP = ReadingPosition()


class PageScroller(QTextBrowser):
    """A view of a PageDocument that may be higher than it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: PageDocument | None = None

    @property
    def page_shown(self) -> PageDocument | None:
        """The page on show. Ask for it here: PySide's ``document()`` would keep every page alive."""
        return self._page

    @property
    def place(self) -> ReadingPosition:
        """The line at the top of the view."""
        position = self._top_position()
        return self._page.place_at(position) if self._page is not None and position else TOP

    @property
    def at_end(self) -> bool:
        """The last words of the page are in sight."""
        self._find_the_end()
        return self._page is not None and self.verticalScrollBar().value() >= self.verticalScrollBar().maximum()

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """Scroll if *event*'s key is one that does."""
        self._find_the_end()
        step, seen = self._theme.text_px(STEP), self.viewport().height()
        return scroll_bar_by_key(self.verticalScrollBar(), event, step, seen)

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _seen(self) -> QRectF:
        """The part of the document that can be seen."""
        return QRectF(self.viewport().rect()).translated(self._offset())

    def _on_screen(self, rect: QRectF) -> QRect:
        on_viewport = rect.translated(-self._offset()).toAlignedRect()
        return QRect(self.viewport().mapToGlobal(on_viewport.topLeft()), on_viewport.size())

    def _top_position(self) -> int:
        """The first character of the line at the top of the view; 0 at the beginning of the page."""
        if self._page is None or self.verticalScrollBar().value() == 0:
            return 0
        cursor = self.cursorForPosition(QPoint(self.viewport().width() // 2, 1))
        line = cursor.block().layout().lineForTextPosition(cursor.positionInBlock())
        return cursor.block().position() + (line.textStart() if line.isValid() else 0)

    def _scroll_to_position(self, position: int) -> None:
        if position == 0 or self._page is None:
            self.verticalScrollBar().setValue(0)
            return
        self._find_the_end()
        rects = line_rects(self._page, position, position + 1) or [blocks_rect(self._page, position, position)]
        self.verticalScrollBar().setValue(math.ceil(rects[0].top()))

    def _find_the_end(self) -> None:
        """Lay out the whole page now. Qt does so little by little, and guesses the scroll range meanwhile."""
        if self._page is not None:
            beyond = self._page.height - self.viewport().height()
            self.verticalScrollBar().setMaximum(max(0, round(beyond)))
