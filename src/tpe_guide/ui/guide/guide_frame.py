"""The text of a page with what stands about it: rail, notes, how far one is, Back and Next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.depth import Depth
from tpe_guide.guide.library import Library
from tpe_guide.guide.pace import minutes
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.theme import STRIP_HEIGHT, Theme
from tpe_guide.ui.reading.documents import sources_of
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.reading_view import ReadingView
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.shell.steps import steps_at

if TYPE_CHECKING:
    from tpe_guide.ui.guide.page_turner import PageTurner
    from tpe_guide.ui.guide.rail import Rail
    from tpe_guide.ui.guide.rail_rows import ReadingProgress
    from tpe_guide.ui.guide.reading_strip import ReadingStrip
    from tpe_guide.ui.guide.side_notes import SideNotes
    from tpe_guide.ui.kit.button import Button
    from tpe_guide.ui.kit.progress import ProgressLine
    from tpe_guide.ui.kit.speaker import Speaker
    from tpe_guide.ui.reading.document import PageDocument

RAIL_FROM = 1100
RAIL_WIDTH = 344
ASIDE_FROM = 1400
"""Windows this wide (px at 100 %) have room for notes beside the text."""
NOTES_WIDTH = 344
TURNER_HEIGHT = 96
PROGRESS_HEIGHT = 6
FOLLOWS_MS = 10
"""After a page is turned. Not 0, which is not a timer: Qt would have it before the paint."""


class _Rest(NamedTuple):
    """What stands about the text, but for the rail, which only wide windows have."""

    progress: ProgressLine
    strip: ReadingStrip
    notes: SideNotes
    turner: PageTurner
    below: QVBoxLayout
    """For the notes, where they have no room beside the text."""


class GuideFrame(QWidget):
    """Holds the *view* of the text. Wide: rail, text, notes. Narrow: text alone, contents one press away.

    Where the text comes first, there is it alone, in its place, until ``build_rest``.
    """

    followed = Signal(Link)
    """In the text or in the notes."""
    back = Signal()
    next = Signal()
    depth_picked = Signal(str)
    rail_shown = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        library: Library,
        session: Session,
        view: ReadingView,
        speaker: Callable[[], Speaker],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._library = library
        self._session = session
        self._view = view
        self._speaker = speaker
        self._page_id = ""
        self._depth: Depth = "minute"
        self._on_path = bool(session.locator.path)
        """A path has its own list of what comes next: no rail."""
        self._rail: Rail | None = None
        self._column, self._row, self._middle = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row, 1)
        self._row.addLayout(self._middle, 1)
        self._middle.addWidget(view, 1)
        for layout in (self._column, self._row, self._middle):
            layout.setSpacing(0)
        view.followed.connect(self.followed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FOLLOWS_MS)
        self._soon.timeout.connect(self._catch_up)
        self._rest: _Rest | None = None
        if not session.text_first:
            self._rest = self._make_rest()

    @property
    def is_whole(self) -> bool:
        """What stands about the text has been made."""
        return self._rest is not None

    @property
    def notes_stand_beside(self) -> bool:
        """There is room for notes beside the text."""
        return self.width() >= self._theme.px(ASIDE_FROM) and self._theme.scale <= self._theme.chrome

    @property
    def aside(self) -> ReadingView | None:
        """Shows “Sources differ” beside the text; None where that stands in it."""
        return self._rest.notes.aside if self._rest is not None and self.notes_stand_beside else None

    def build_rest(self) -> None:
        """Make what stands about the text, if it was left for later."""
        if self._rest is None:
            self._rest = self._make_rest()
            self.show_page(self._page_id, self._depth)
            self._row.setContentsMargins(0, 0, 0, 0)
            self._arrange()

    def show_page(self, page_id: str, depth: Depth) -> None:
        """Say where *page_id* stands, how long it takes at *depth*, and where Back and Next lead from it."""
        self._page_id, self._depth = page_id, depth
        if self._rest is None:
            return
        self._show_strip(self._rest.strip)
        self._rest.turner.show_page(page_id, self._read(), steps_at(self._library, self._session))
        _chapter, number, count = self._library.position(page_id)
        self._rest.progress.show_share(number / count)
        if self._rail is not None:
            self._rail.show_progress(self._reading_progress())

    def follow_to(self, page_id: str, depth: Depth) -> None:
        """Show *page_id* once its text is painted: whoever turns a page waits for the text and for nothing else."""
        self._page_id, self._depth = page_id, depth
        self._soon.start()

    def stand_about(self, text: PageDocument, aside: PageDocument | None) -> None:
        """Go with the *text* that is shown. *aside*: its “Sources differ” cards, unless they stand in the text."""
        if self._rest is not None:
            self._rest.strip.stand_over(*text.sides)
            self._rest.notes.show_aside(aside)

    def explain(self, term_id: str) -> None:
        """Show what a glossary word means."""
        from tpe_guide.guide.word_list import as_heading
        from tpe_guide.ui.kit.button import Button
        from tpe_guide.ui.kit.say_button import SayButton

        term = self._library.term(term_id)
        word, speaker, theme = as_heading(term.word), self._speaker(), self._theme
        say = SayButton(theme, speaker, word, f"{word}. {term.meaning}")
        words = Button(theme, _("All words"), "text", icon="book-a", size="link")
        words.setObjectName("all-words")
        words.setProperty("term", term_id)
        words.clicked.connect(self._go_to_words)
        self._show_help(_("Word help"), word, [term.meaning], [say, words])
        speaker.look()
        say.follow()

    def show_sources(self, facts: str) -> None:
        """Show which sources the mark of *facts* stands for."""
        sources = sources_of(self._library.page(self._page_id), facts)
        lines = [_("[{number}] {source}").format(number=item.number, source=item.text) for item in sources]
        self._show_help(_("Where this comes from"), "", lines)

    def tell_of_unit(self, slot: str) -> None:
        """Say that the words in *slot* are the unit's own."""
        own = _("These are your unit’s own words. They do not come from the sources of this guide.")
        self._show_help(_("From your unit"), self._library.slots[slot].what, [own])

    def close_help(self) -> None:
        """Put away what was explained."""
        if self._rest is not None:
            self._rest.notes.close_help()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes word help and gives the keyboard back to the text."""
        if event.key() == Qt.Key.Key_Escape and self._rest is not None and self._rest.notes.helping:
            self._rest.notes.close_help()
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rail and notes come and go with the room."""
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The notes lie in the room that the text keeps for them; a wheel over them turns the text."""
        if self._rest is not None and watched is self._rest.notes:
            if event.type() == QEvent.Type.Wheel:
                return QCoreApplication.sendEvent(self._view.verticalScrollBar(), event)
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._lay_notes()
        return super().eventFilter(watched, event)

    def _make_rest(self) -> _Rest:
        from tpe_guide.ui.guide.page_turner import PageTurner
        from tpe_guide.ui.guide.reading_strip import ReadingStrip
        from tpe_guide.ui.guide.side_notes import SideNotes
        from tpe_guide.ui.kit.progress import ProgressLine

        theme, session = self._theme, self._session
        progress = ProgressLine(theme, parent=self)
        self._column.insertWidget(0, progress)
        strip = ReadingStrip(theme, self._depth, parent=self)
        strip.depth_picked.connect(self.depth_picked)
        strip.bookmark_pressed.connect(self._toggle_bookmark)
        self._middle.insertWidget(0, strip)
        notes = SideNotes(theme, selectable=session.policy.typing, parent=self)
        notes.followed.connect(self.followed)
        notes.help_closed.connect(self._view.setFocus)
        for watched in (self._view, self._view.viewport(), notes):
            watched.installEventFilter(self)
        below = QVBoxLayout()
        self._column.addLayout(below)
        turner = PageTurner(theme, self._library, parent=self)
        turner.back.connect(self.back)
        turner.next.connect(self.next)
        self._column.addWidget(turner)
        return _Rest(progress, strip, notes, turner, below)

    def _arrange(self) -> None:
        """Show the rail or how far one is; the notes beside the text or below it."""
        has_rail = self.width() >= self._theme.px(RAIL_FROM) and not self._on_path
        beside = self.notes_stand_beside
        if self._rest is None:
            self._keep_room(has_rail=has_rail, beside=beside)
            return
        notes, below = self._rest.notes, self._rest.below
        self._show_rail(has_rail)
        self._rest.progress.setVisible(not has_rail and not self._on_path)
        self._view.reserve(notes.beside_width if beside else 0)
        if beside:
            below.removeWidget(notes)
        elif below.indexOf(notes) < 0:
            below.addWidget(notes)
        if beside != notes.is_beside:
            notes.set_beside(beside)
        self._lay_notes()

    def _show_help(self, kind: str, heading: str, lines: list[str], tools: Sequence[Button] = ()) -> None:
        if self._rest is not None:
            self._rest.notes.show_help(kind, heading, lines, tools)

    def _keep_room(self, *, has_rail: bool, beside: bool) -> None:
        """Leave the room that the rest will take: the text must not move then."""
        theme = self._theme
        left, top = (theme.px(RAIL_WIDTH), 0) if has_rail else (0, PROGRESS_HEIGHT)
        self._view.reserve(theme.px(NOTES_WIDTH) if beside else 0)
        top += theme.of_bars.px(STRIP_HEIGHT)
        self._row.setContentsMargins(left, top, 0, theme.of_bars.px(TURNER_HEIGHT))

    def _lay_notes(self) -> None:
        if self._rest is None or not self._rest.notes.is_beside:
            return
        notes = self._rest.notes
        text, width = self._view.viewport().geometry().translated(self._view.pos()), notes.width()
        mirrored = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = text.left() - width if mirrored else text.right() + 1
        notes.setGeometry(left, text.top(), width, text.height())
        notes.raise_()

    def _show_rail(self, shown: bool) -> None:
        if shown and self._rail is None:
            from tpe_guide.ui.guide.rail import Rail

            self._rail = Rail(self._theme, self._library, self._reading_progress())
            self._rail.setFixedWidth(self._theme.px(RAIL_WIDTH))
            self._rail.chosen.connect(self._session.go)
            self._row.insertWidget(0, self._rail)
        if self._rail is not None:
            self._rail.setVisible(shown)
        self.rail_shown.emit(shown)

    def _go_to_words(self) -> None:
        self._session.go(Locator("words", self.sender().property("term")))

    def _toggle_bookmark(self) -> None:
        self._session.toggle_bookmark(self._page_id)

    def _catch_up(self) -> None:
        self.show_page(self._page_id, self._depth)

    def _show_strip(self, strip: ReadingStrip) -> None:
        library, choices = self._library, self._session.settings
        strip.show_depth(self._depth)
        strip.show_bookmark(self._page_id in choices.bookmarks)
        here = library.words(self._page_id, self._depth)
        chapter = library.words_to_chapter_end(self._page_id, self._depth)
        strip.show_time(minutes(here, choices.paces), minutes(chapter, choices.paces))

    def _reading_progress(self) -> ReadingProgress:
        from tpe_guide.ui.guide.rail_rows import ReadingProgress

        return ReadingProgress(self._read(), self._page_id, self._session.settings.bookmarks)

    def _read(self) -> frozenset[str]:
        return frozenset(self._session.settings.read_pages)
