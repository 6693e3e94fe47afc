"""A page of the guide with the rail beside it, word help at its side, and Back and Next below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.guide.locator import Locator
from tpe_guide.i18n import _
from tpe_guide.ui.reading.documents import PageDocuments, sources_of
from tpe_guide.ui.session import Session
from tpe_guide.ui.theme import Theme
from tpe_guide.ui.widgets.reading_view import ReadingView

if TYPE_CHECKING:
    from tpe_guide.ui.pages.guide_frame import GuideFrame

RAIL_FROM = 1100
RAIL_WIDTH = 344
ASIDE_FROM = 1400
"""Windows this wide (px at 100 %) have room for notes beside the text."""
NOTES_WIDTH = 344
TURNER_HEIGHT = 96
PROGRESS_HEIGHT = 6


class GuidePage(QWidget):
    """Reads one page at a time. Wide: rail, text, notes. Narrow: text alone, contents one press away.

    *text_first*: what stands about the text is made by ``furnish``, once the text has been painted in its place.
    """

    contents_shown = Signal(bool)
    """The rail is open, so the top bar need not offer the contents."""

    def __init__(
        self,
        theme: Theme,
        library: Library,
        session: Session,
        locator: Locator,
        *,
        text_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._library = library
        self._session = session
        self._page = locator.page
        self._documents = PageDocuments(library, theme, self)
        self._view = ReadingView(theme, selectable=session.policy.typing)
        self._view.setObjectName("reading-view")
        self._view.word_activated.connect(self.help_with_word)
        self._view.cite_activated.connect(self._show_source)
        self._view.page_activated.connect(self._go)
        self._view.circuit_activated.connect(self._watch)
        self._view.width_changed.connect(self._on_width_changed)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self._view, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._row, 1)
        self._frame = None if text_first else self._make_frame()

    def first_focus(self) -> QWidget:
        """The text: arrow keys scroll it, Tab walks its links."""
        return self._view

    def furnish(self) -> None:
        """Make what stands about the text, if it was left for later."""
        if self._frame is None:
            self._frame = self._make_frame()
            self._row.setContentsMargins(0, 0, 0, 0)
            self._arrange()
            self._show_notes(self._frame)

    def show_locator(self, locator: Locator) -> None:
        """Turn to *locator*'s page."""
        self._page = locator.page
        self._render()
        if self._frame is not None:
            self._frame.notes.close_help()
            self._frame.follow_to(self._page)

    def next_page(self) -> None:
        """Turn forwards; the page left behind counts as read. After the last page: home."""
        self._session.mark_read(self._page)
        self._go(self._library.neighbours(self._page)[1])

    def previous_page(self) -> None:
        """Turn back. Before the first page: home."""
        self._go(self._library.neighbours(self._page)[0])

    def help_with_word(self, term_id: str) -> None:
        """Show what a glossary word means, beside the text or below it."""
        if self._frame is not None:
            self._frame.explain(term_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes word help and gives the keyboard back to the text."""
        if event.key() == Qt.Key.Key_Escape and self._frame is not None and self._frame.notes.helping:
            self._frame.notes.close_help()
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rail and notes come and go with the room."""
        self._arrange()

    def _make_frame(self) -> GuideFrame:
        from tpe_guide.ui.pages.guide_frame import GuideFrame

        frame = GuideFrame(
            self._theme,
            self._library,
            self._session,
            self._row,
            self._column,
            self,
            rail_width=self._theme.px(RAIL_WIDTH),
        )
        frame.chosen.connect(self._go)
        frame.back.connect(self.previous_page)
        frame.next.connect(self.next_page)
        frame.cite_activated.connect(self._show_source)
        frame.help_closed.connect(self._view.setFocus)
        frame.rail_shown.connect(self.contents_shown)
        frame.show_page(self._page)
        return frame

    def _go(self, page: str | None) -> None:
        self._session.go(Locator("page", page) if page else Locator("home"))

    def _watch(self, option: str) -> None:
        self._session.go(Locator("circuit", option))

    def _show_source(self, facts: str) -> None:
        if self._frame is None:
            return
        sources = sources_of(self._library.page(self._page), facts)
        lines = [_("[{number}] {source}").format(number=item.number, source=item.text) for item in sources]
        self._frame.notes.show_help(_("Where this comes from"), "", lines)

    def _on_width_changed(self, width: int) -> None:
        if width > 0:
            self._render()

    def _render(self) -> None:
        """Show the page at the width there is, and have its neighbours ready."""
        width = self._view.viewport().width()
        document = self._documents.main(self._page, width, inline_asides=not self._notes_stand_beside)
        self._view.show_document(document)
        self._session.mark_here(self._page)
        if self._frame is not None:
            self._show_notes(self._frame)

    def _show_notes(self, frame: GuideFrame) -> None:
        aside = frame.notes.aside if self._notes_stand_beside else None
        frame.notes.show_aside(self._documents.aside(self._page, aside.viewport().width()) if aside else None)
        self._documents.prebuild_neighbours(self._page, self._view, inline_asides=aside is None, aside=aside)

    @property
    def _has_rail(self) -> bool:
        return self.width() >= self._theme.px(RAIL_FROM)

    @property
    def _notes_stand_beside(self) -> bool:
        return self.width() >= self._theme.px(ASIDE_FROM) and self._theme.scale <= self._theme.chrome

    def _arrange(self) -> None:
        if self._frame is not None:
            self._frame.arrange(rail=self._has_rail, beside=self._notes_stand_beside)
            return
        # The room that the frame will take: the text must not move then.
        theme = self._theme
        left, top = (theme.px(RAIL_WIDTH), 0) if self._has_rail else (0, PROGRESS_HEIGHT)
        right = theme.px(NOTES_WIDTH) if self._notes_stand_beside else 0
        self._row.setContentsMargins(left, top, right, theme.of_bars.px(TURNER_HEIGHT))
