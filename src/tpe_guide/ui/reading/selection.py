"""Words of a page, marked with the mouse to be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QTimer
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QClipboard,
    QGuiApplication,
    QPalette,
    QTextCharFormat,
    QTextCursor,
)

from tpe_guide.ui.reading.opening import LINE_END
from tpe_guide.ui.reading.page_scroller import PageScroller
from tpe_guide.ui.reading.writer import OBJECT

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

_DRAG_MS = 50
"""While the pointer is beyond the edge of the view, it scrolls on so often."""
_KEEP = QTextCursor.MoveMode.KeepAnchor


class Selection(QObject):
    """From where the button went down on the page that *view* shows to where it was let go."""

    def __init__(self, view: PageScroller) -> None:
        super().__init__(view)
        assert view.page_shown is not None
        self._view = view
        self._cursor = QTextCursor(view.page_shown)
        self._pointer = QPointF()
        self._beyond = QTimer(self)
        self._beyond.setInterval(_DRAG_MS)
        self._beyond.timeout.connect(self._scroll_on)

    def press(self, point: QPointF, *, reach: bool) -> None:
        """The button went down at *point* of the viewport; *reach*: what is marked is to reach there."""
        position = self._view.position_at(point)
        self._cursor.setPosition(position, _KEEP if reach else QTextCursor.MoveMode.MoveAnchor)
        self._view.viewport().update()

    def drag(self, point: QPointF) -> None:
        """Mark up to *point*; beyond the edge of the view, on and on."""
        self._pointer = point
        self._cursor.setPosition(self._view.position_at(point), _KEEP)
        if 0 <= point.y() <= self._view.viewport().height():
            self._beyond.stop()
        elif not self._beyond.isActive():
            self._beyond.start()
        self._view.viewport().update()

    def let_go(self) -> bool:
        """The button was let go: whether words are marked. The middle button pastes them, where it does that."""
        self._beyond.stop()
        clipboard = QGuiApplication.clipboard()
        if self._cursor.hasSelection() and clipboard.supportsSelection():
            clipboard.setMimeData(self._data(), QClipboard.Mode.Selection)
        return self._cursor.hasSelection()

    def take_word(self, point: QPointF) -> None:
        """Mark the word at *point*."""
        self._cursor.setPosition(self._view.position_at(point))
        self._take(QTextCursor.SelectionType.WordUnderCursor)

    def take_all(self) -> None:
        """Mark the whole page."""
        self._take(QTextCursor.SelectionType.Document)

    def painted(self, palette: QPalette) -> list[QAbstractTextDocumentLayout.Selection]:
        """As Qt's layout paints it."""
        if not self._cursor.hasSelection():
            return []
        form = QTextCharFormat()
        form.setBackground(palette.highlight())
        form.setForeground(palette.highlightedText())
        marked = QAbstractTextDocumentLayout.Selection()
        marked.cursor, marked.format = self._cursor, form
        return [marked]

    def words(self) -> str:
        """What is marked, plain: no pictures, no spaces between cards, none of our colours."""
        text = self._cursor.selection().toPlainText().replace(LINE_END, "\n")
        for room in (f"\n{OBJECT}\n", f"\n{OBJECT}", OBJECT):
            text = text.replace(room, "")
        return "\n".join(line for line in text.split("\n") if line.strip())

    def copy(self) -> None:
        """Put the marked words on the clipboard."""
        if self._cursor.hasSelection():
            QGuiApplication.clipboard().setMimeData(self._data())

    def _take(self, kind: QTextCursor.SelectionType) -> None:
        self._cursor.select(kind)
        self._view.viewport().update()

    def _data(self) -> QMimeData:
        from PySide6.QtCore import QMimeData

        data = QMimeData()
        data.setText(self.words())
        return data

    def _scroll_on(self) -> None:
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        beyond = self._pointer.y() - (height if self._pointer.y() > 0 else 0)
        bar.setValue(bar.value() + round(beyond / 2))
        self.drag(self._pointer)
