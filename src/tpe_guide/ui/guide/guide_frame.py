"""What stands about the text of a page: rail, notes, how far one is, Back and Next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.depth import Depth
from tpe_guide.guide.library import Library
from tpe_guide.guide.pace import minutes
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.ui.guide.page_turner import PageTurner
from tpe_guide.ui.guide.rail import Rail
from tpe_guide.ui.guide.rail_rows import ReadingProgress
from tpe_guide.ui.guide.reading_strip import ReadingStrip
from tpe_guide.ui.guide.side_notes import SideNotes
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.progress import ProgressLine
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.session import Session

if TYPE_CHECKING:
    from tpe_guide.ui.kit.speaker import Speaker
    from tpe_guide.ui.reading.reading_view import ReadingView

FOLLOWS_MS = 10
"""After a page is turned. Not 0, which is not a timer: Qt would have it before the paint."""


class Layouts(NamedTuple):
    """How a page of the guide is laid out: each but the first stands in the one before."""

    column: QVBoxLayout
    """All of it: how far one is, the row, the way on."""
    row: QHBoxLayout
    """The rail and the middle."""
    middle: QVBoxLayout
    """The strip and the text."""


class GuideFrame(QObject):
    """Stands in the *layouts* of *page*, about the *view* of its text.

    *rail_width* is in px.
    """

    chosen = Signal(str)
    """A page, in the rail."""
    back = Signal()
    next = Signal()
    cite_activated = Signal(str)
    help_closed = Signal()
    rail_shown = Signal(bool)
    marked_chosen = Signal()
    check_chosen = Signal(str)
    picture_chosen = Signal(str)
    depth_picked = Signal(str)
    bookmark_pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        library: Library,
        session: Session,
        layouts: Layouts,
        view: ReadingView,
        page: QWidget,
        speaker: Callable[[], Speaker],
        *,
        rail_width: int,
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._library = library
        self._session = session
        self._layouts = layouts
        self._view = view
        self._speaker = speaker
        self._rail_width = rail_width
        self._page_id = ""
        self._depth: Depth = "minute"
        self._rail: Rail | None = None
        self._progress = ProgressLine(theme, parent=page)
        layouts.column.insertWidget(0, self._progress)
        self._strip = ReadingStrip(theme, self._depth, parent=page)
        self._strip.depth_picked.connect(self.depth_picked)
        self._strip.bookmark_pressed.connect(self.bookmark_pressed)
        layouts.middle.insertWidget(0, self._strip)
        self.notes = SideNotes(theme, selectable=session.policy.typing, parent=page)
        self.notes.cite_activated.connect(self.cite_activated)
        self.notes.help_closed.connect(self.help_closed)
        for watched in (view, view.viewport(), self.notes):
            watched.installEventFilter(self)
        self._below = QVBoxLayout()
        layouts.column.addLayout(self._below)
        self._turner = PageTurner(theme, library, parent=page)
        self._turner.back.connect(self.back)
        self._turner.next.connect(self.next)
        layouts.column.addWidget(self._turner)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FOLLOWS_MS)
        self._soon.timeout.connect(self._follow)

    def arrange(self, *, rail: bool, beside: bool) -> None:
        """Show the *rail* or how far one is; the notes *beside* the text or below it."""
        self._show_rail(rail)
        self._view.reserve(self.notes.beside_width if beside else 0)
        if beside:
            self._below.removeWidget(self.notes)
        elif self._below.indexOf(self.notes) < 0:
            self._below.addWidget(self.notes)
        if beside != self.notes.is_beside:
            self.notes.set_beside(beside)
        self._lay_notes()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The notes lie in the room that the text keeps for them; a wheel over them turns the text."""
        if watched is self.notes:
            if event.type() == QEvent.Type.Wheel:
                return QCoreApplication.sendEvent(self._view.verticalScrollBar(), event)
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._lay_notes()
        return super().eventFilter(watched, event)

    def stand_over(self, left: int, right: int) -> None:
        """The column of text begins and ends *left* and *right* px from the edges of its view."""
        self._strip.stand_over(left, right)

    def show_page(self, page_id: str, depth: Depth) -> None:
        """Say where *page_id* stands, how long it takes at *depth*, and where Back and Next lead from it."""
        self._page_id, self._depth = page_id, depth
        self._show_strip()
        self._turner.show_page(page_id, self._read())
        _chapter, number, count = self._library.position(page_id)
        self._progress.show_share(number / count)
        if self._rail is not None:
            self._rail.show_progress(self._reading_progress())

    def follow_to(self, page_id: str, depth: Depth) -> None:
        """Show *page_id* once its text is painted: whoever turns a page waits for the text and for nothing else."""
        self._page_id, self._depth = page_id, depth
        self._soon.start()

    def explain(self, term_id: str) -> None:
        """Show what a glossary word means."""
        from tpe_guide.guide.word_list import as_heading
        from tpe_guide.ui.kit.say_button import SayButton

        term = self._library.term(term_id)
        word, speaker, theme = as_heading(term.word), self._speaker(), self._theme
        say = SayButton(theme, speaker, word, f"{word}. {term.meaning}")
        words = Button(theme, _("All words"), "text", icon="book-a", size="link")
        words.setObjectName("all-words")
        words.setProperty("term", term_id)
        words.clicked.connect(self._go_to_words)
        self.notes.show_help(_("Word help"), word, [term.meaning], [say, words])
        speaker.look()
        say.follow()

    def tell_of_unit(self, slot: str) -> None:
        """Say that the words in *slot* are the unit's own."""
        own = _("These are your unit’s own words. They do not come from the sources of this guide.")
        self.notes.show_help(_("From your unit"), self._library.slots[slot].what, [own])

    def _lay_notes(self) -> None:
        if not self.notes.is_beside:
            return
        text, width = self._view.viewport().geometry().translated(self._view.pos()), self.notes.width()
        mirrored = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = text.left() - width if mirrored else text.right() + 1
        self.notes.setGeometry(left, text.top(), width, text.height())
        self.notes.raise_()

    def _show_rail(self, shown: bool) -> None:
        if shown and self._rail is None:
            self._rail = Rail(self._theme, self._library, self._reading_progress())
            self._rail.setFixedWidth(self._rail_width)
            self._rail.page_chosen.connect(self.chosen)
            self._rail.words.connect(self._go_to_words)
            self._rail.marked_chosen.connect(self.marked_chosen)
            self._rail.check_chosen.connect(self.check_chosen)
            self._rail.picture_chosen.connect(self.picture_chosen)
            self._layouts.row.insertWidget(0, self._rail)
        if self._rail is not None:
            self._rail.setVisible(shown)
        self._progress.setVisible(not shown)
        self.rail_shown.emit(shown)

    def _go_to_words(self) -> None:
        """To the word that is explained, or to the first."""
        self._session.go(Locator("words", self.sender().property("term") or ""))

    def _follow(self) -> None:
        self.show_page(self._page_id, self._depth)

    def _show_strip(self) -> None:
        library, choices = self._library, self._session.settings
        self._strip.show_depth(self._depth)
        self._strip.show_bookmark(self._page_id in choices.bookmarks)
        here = library.words(self._page_id, self._depth)
        chapter = library.words_to_chapter_end(self._page_id, self._depth)
        self._strip.show_time(minutes(here, choices.paces), minutes(chapter, choices.paces))

    def _reading_progress(self) -> ReadingProgress:
        return ReadingProgress(self._read(), self._page_id, self._session.settings.bookmarks)

    def _read(self) -> frozenset[str]:
        return frozenset(self._session.settings.read_pages)
