"""What stands about the text of a page: rail, notes, how far one is, Back and Next."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.ui.session import Session
from tpe_guide.ui.theme import Theme
from tpe_guide.ui.widgets.page_turner import PageTurner
from tpe_guide.ui.widgets.progress import ProgressLine
from tpe_guide.ui.widgets.rail import Rail
from tpe_guide.ui.widgets.side_notes import SideNotes

FOLLOWS_MS = 10
"""After a page is turned. Not 0, which is not a timer: Qt would have it before the paint."""


class GuideFrame(QObject):
    """Stands around *row*, which holds the text, and in *column*, which holds *row*; both belong to *page*.

    *rail_width* is in px.
    """

    chosen = Signal(str)
    """A page, in the rail."""
    back = Signal()
    next = Signal()
    cite_activated = Signal(str)
    help_closed = Signal()
    rail_shown = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        library: Library,
        session: Session,
        row: QHBoxLayout,
        column: QVBoxLayout,
        page: QWidget,
        *,
        rail_width: int,
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._library = library
        self._session = session
        self._row = row
        self._rail_width = rail_width
        self._page_id = ""
        self._rail: Rail | None = None
        self._progress = ProgressLine(theme, parent=page)
        column.insertWidget(0, self._progress)
        self.notes = SideNotes(theme, selectable=session.policy.typing, parent=page)
        self.notes.cite_activated.connect(self.cite_activated)
        self.notes.help_closed.connect(self.help_closed)
        self._below = QVBoxLayout()
        column.addLayout(self._below)
        self._turner = PageTurner(theme, library, parent=page)
        self._turner.back.connect(self.back)
        self._turner.next.connect(self.next)
        column.addWidget(self._turner)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FOLLOWS_MS)
        self._soon.timeout.connect(self._follow)

    def arrange(self, *, rail: bool, beside: bool) -> None:
        """Show the *rail* or how far one is; the notes *beside* the text or below it."""
        self._show_rail(rail)
        placed = self._row.indexOf(self.notes) + self._below.indexOf(self.notes) > -2
        if beside != self.notes.is_beside or not placed:
            self.notes.set_beside(beside)
            (self._row if beside else self._below).addWidget(self.notes)

    def show_page(self, page_id: str) -> None:
        """Say where *page_id* stands, and where Back and Next lead from it."""
        self._page_id = page_id
        self._turner.show_page(page_id, self._read())
        _chapter, number, count = self._library.position(page_id)
        self._progress.show_share(number / count)
        if self._rail is not None:
            self._rail.show_place(self._read(), page_id)

    def follow_to(self, page_id: str) -> None:
        """Show *page_id* once its text is painted: whoever turns a page waits for the text and for nothing else."""
        self._page_id = page_id
        self._soon.start()

    def explain(self, term_id: str) -> None:
        """Show what a glossary word means."""
        term = self._library.term(term_id)
        self.notes.show_help(_("Word help"), term.word[:1].upper() + term.word[1:], [term.meaning])

    def _show_rail(self, shown: bool) -> None:
        if shown and self._rail is None:
            self._rail = Rail(self._theme, self._library, self._read(), self._page_id)
            self._rail.setFixedWidth(self._rail_width)
            self._rail.page_chosen.connect(self.chosen)
            self._row.insertWidget(0, self._rail)
        if self._rail is not None:
            self._rail.setVisible(shown)
        self._progress.setVisible(not shown)
        self.rail_shown.emit(shown)

    def _follow(self) -> None:
        self.show_page(self._page_id)

    def _read(self) -> frozenset[str]:
        return frozenset(self._session.settings.read_pages)
