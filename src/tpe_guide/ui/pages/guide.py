"""A page of the guide with the rail beside it, word help at its side, and Back and Next below."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.guide.locator import Locator
from tpe_guide.i18n import _
from tpe_guide.ui.reading.documents import PageDocuments, sources_of
from tpe_guide.ui.session import Session
from tpe_guide.ui.theme import Theme
from tpe_guide.ui.widgets.page_turner import PageTurner
from tpe_guide.ui.widgets.progress import ProgressLine
from tpe_guide.ui.widgets.rail import Rail
from tpe_guide.ui.widgets.reading_view import ReadingView
from tpe_guide.ui.widgets.side_notes import SideNotes

RAIL_FROM = 1100
RAIL_WIDTH = 344
RAIL_FOLLOWS_MS = 10
"""After a page is turned. Not 0, which is not a timer: Qt would have it before the paint."""
ASIDE_FROM = 1400
"""Windows this wide (px at 100 %) have room for notes beside the text."""


class GuidePage(QWidget):
    """Reads one page at a time. Wide: rail, text, notes. Narrow: text alone, contents one press away."""

    contents_shown = Signal(bool)
    """The rail is open, so the top bar need not offer the contents."""

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
        self._documents = PageDocuments(library, theme, self)
        self._view = ReadingView(theme, selectable=session.policy.typing)
        self._view.setObjectName("reading-view")
        self._notes = SideNotes(theme, selectable=session.policy.typing, parent=self)
        self._turner = PageTurner(theme, library)
        self._progress = ProgressLine(theme)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self._view, 1)
        self._below = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._progress)
        self._column.addLayout(self._row, 1)
        self._column.addLayout(self._below)
        self._column.addWidget(self._turner)
        self._connect()
        self._show_place()

    def first_focus(self) -> QWidget:
        """The text: arrow keys scroll it, Tab walks its links."""
        return self._view

    def show_locator(self, locator: Locator) -> None:
        """Turn to *locator*'s page. The text first; the rail follows once it is painted."""
        self._page = locator.page
        self._notes.close_help()
        self._render()
        self._show_place()
        QTimer.singleShot(RAIL_FOLLOWS_MS, self, self._refresh_rail)

    def next_page(self) -> None:
        """Turn forwards; the page left behind counts as read. After the last page: home."""
        self._session.mark_read(self._page)
        self._go(self._library.neighbours(self._page)[1])

    def previous_page(self) -> None:
        """Turn back. Before the first page: home."""
        self._go(self._library.neighbours(self._page)[0])

    def help_with_word(self, term_id: str) -> None:
        """Show what a glossary word means, beside the text or below it."""
        term = self._library.term(term_id)
        self._notes.show_help(_("Word help"), term.word[:1].upper() + term.word[1:], [term.meaning])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes word help and gives the keyboard back to the text."""
        if event.key() == Qt.Key.Key_Escape and self._notes.helping:
            self._notes.close_help()
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rail and notes come and go with the room."""
        self._arrange()

    def _connect(self) -> None:
        self._view.word_activated.connect(self.help_with_word)
        self._view.cite_activated.connect(self._show_source)
        self._view.page_activated.connect(self._go)
        self._view.width_changed.connect(self._on_width_changed)
        self._notes.cite_activated.connect(self._show_source)
        self._notes.help_closed.connect(self._view.setFocus)
        self._turner.back.connect(self.previous_page)
        self._turner.next.connect(self.next_page)

    def _go(self, page: str | None) -> None:
        self._session.go(Locator("page", page) if page else Locator("home"))

    def _show_source(self, facts: str) -> None:
        sources = sources_of(self._library.page(self._page), facts)
        lines = [_("[{number}] {source}").format(number=item.number, source=item.text) for item in sources]
        self._notes.show_help(_("Where this comes from"), "", lines)

    def _on_width_changed(self, width: int) -> None:
        if width > 0:
            self._render()

    def _render(self) -> None:
        """Show the page at the width there is, and have its neighbours ready."""
        width = self._view.viewport().width()
        beside = self._notes.is_beside
        document = self._documents.main(self._page, width, inline_asides=not beside)
        self._view.show_document(document)
        aside = self._notes.aside
        self._notes.show_aside(self._documents.aside(self._page, aside.viewport().width()) if beside else None)
        self._documents.prebuild_neighbours(
            self._page, self._view, inline_asides=not beside, aside=aside if beside else None
        )
        self._session.mark_here(self._page)

    def _show_place(self) -> None:
        self._turner.show_page(self._page, self._read())
        _chapter, number, count = self._library.position(self._page)
        self._progress.show_share(number / count)

    def _arrange(self) -> None:
        theme = self._theme
        self._set_rail(self.width() >= theme.px(RAIL_FROM))
        beside = self.width() >= theme.px(ASIDE_FROM) and theme.scale <= theme.chrome
        if beside != self._notes.is_beside or self._row.indexOf(self._notes) + self._below.indexOf(self._notes) == -2:
            self._notes.set_beside(beside)
            (self._row if beside else self._below).addWidget(self._notes)

    def _set_rail(self, shown: bool) -> None:
        if shown and self._rail is None:
            self._rail = self._make_rail()
            self._row.insertWidget(0, self._rail)
        if self._rail is not None:
            self._rail.setVisible(shown)
        self._progress.setVisible(not shown)
        self.contents_shown.emit(shown)

    def _make_rail(self) -> Rail:
        rail = Rail(self._theme, self._library, self._read(), self._page)
        rail.setFixedWidth(self._theme.px(RAIL_WIDTH))
        rail.page_chosen.connect(self._go)
        return rail

    def _refresh_rail(self) -> None:
        if self._rail is not None:
            self._rail.show_place(self._read(), self._page)

    def _read(self) -> frozenset[str]:
        return frozenset(self._session.settings.read_pages)
