"""A page of the guide with the rail beside it, word help at its side, and Back and Next below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.guide.locator import Locator
from tpe_guide.i18n import _, _p
from tpe_guide.ui.reading.documents import PageDocuments
from tpe_guide.ui.session import Session
from tpe_guide.ui.theme import Theme
from tpe_guide.ui.widgets.bottom_bar import BottomBar
from tpe_guide.ui.widgets.button import Button
from tpe_guide.ui.widgets.label import Label
from tpe_guide.ui.widgets.progress import PageDots
from tpe_guide.ui.widgets.rail import Rail
from tpe_guide.ui.widgets.reading_view import ReadingView

RAIL_FROM = 1100
RAIL_WIDTH = 344
ASIDE_FROM = 1400
ASIDE_WIDTH = 344


class GuidePage(QWidget):
    """Reads one page at a time. Wide: rail, text, aside. Narrow: text alone, contents one press away."""

    contents_shown = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        library: Library,
        session: Session,
        locator: Locator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._library = library
        self._session = session
        self._page = locator.page
        self._rail: Rail | None = None
        self._bottom: BottomBar | None = None
        self._documents = PageDocuments(library, theme)
        self._view = ReadingView(theme)
        self._view.setObjectName("reading-view")
        self._view.word_activated.connect(self._help_with_word)
        self._view.cite_activated.connect(self._show_source)
        self._view.page_activated.connect(self._go)
        self._aside = ReadingView(theme)
        self._aside.setObjectName("aside")
        self._aside.cite_activated.connect(self._show_source)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self._view, 1)
        self._middle.addWidget(self._aside)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._middle, 1)
        self._aside.hide()
        self._show()

    def first_focus(self) -> QWidget:
        """The text: arrow keys scroll it, Tab walks its links."""
        return self._view

    def show_locator(self, locator: Locator) -> None:
        """Turn to *locator*'s page."""
        self._page = locator.page
        self._show()

    def next_page(self) -> None:
        """Turn forwards; the page left behind counts as read. After the last page: home."""
        self._session.mark_read(self._page)
        self._go(self._library.neighbours(self._page)[1])

    def previous_page(self) -> None:
        """Turn back. Before the first page: home."""
        self._go(self._library.neighbours(self._page)[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes word help."""
        if event.key() == Qt.Key.Key_Escape and self._helping:
            self._close_help()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rail and aside come and go with the room."""
        self._arrange()

    def _go(self, page: str | None) -> None:
        self._session.go(Locator("page", page) if page else Locator("home"))
