"""Reads one page of the guide at a time: turns to it, remembers where one stopped, and goes where its links lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.errors import TpeGuideError
from tpe_guide.guide.depth import Depth, depth_for
from tpe_guide.guide.library import Library
from tpe_guide.guide.reading_position import ReadingPosition
from tpe_guide.navigation import Locator
from tpe_guide.pictures.registry import PictureId
from tpe_guide.ui.guide.guide_frame import GuideFrame
from tpe_guide.ui.guide.reading_state import ReadingState
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.documents import PageDocuments
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.pages import FigureMaker, Personal, drawn
from tpe_guide.ui.reading.reading_view import ReadingView
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.shell.steps import steps_at
from tpe_guide.vocabulary.terms import shown_as

if TYPE_CHECKING:
    from tpe_guide.ui.kit.speaker import Speaker
    from tpe_guide.ui.shell.abilities import BlockStop
    from tpe_guide.ui.shell.takes_questions import TakesQuestions

DECIDING = "deciding"
"""The chapter whose pages lead to what the person says themselves."""
AT_REST_MS = 600
"""After the last scroll: then it is remembered where the person reads."""


class GuidePage(QWidget):
    """The page that *locator* leads to, and those that are turned to from there.

    Where the text comes first, what stands about it is made by ``build_rest``, once it has been painted in its place.
    """

    failed = Signal(TpeGuideError)

    def __init__(
        self,
        theme: Theme,
        library: Library,
        session: Session,
        state: ReadingState,
        locator: Locator,
        speaker: Callable[[], Speaker],
        *,
        questions: TakesQuestions | None = None,
        figure: FigureMaker = drawn,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._library = library
        self._session = session
        self._page = locator.page
        self._rendered = ""
        """The page that the view shows."""
        self._deepened: Depth | None = None
        """Deeper than the person likes it, for as long as this page is shown: what was looked for stands there."""
        self._reading = QElapsedTimer()
        self._watches_window = False
        self._state = state
        state.changed.connect(self._on_other_changes)
        self._questions = questions
        self._documents = PageDocuments(library, theme, self, personal=self._personal, figure=figure)
        self._view = ReadingView(theme, selectable=session.policy.typing)
        self._view.setObjectName("reading-view")
        self._view.width_changed.connect(self._on_width_changed)
        self._view.followed.connect(self._follow)
        self._at_rest = QTimer(self)
        self._at_rest.setSingleShot(True)
        self._at_rest.setInterval(AT_REST_MS)
        self._at_rest.timeout.connect(self._remember_place)
        self._view.verticalScrollBar().valueChanged.connect(self._at_rest.start)
        self._start = self._place_to_begin(locator)  # before the frame, which is told how deep the page then is
        """Where the page is opened, until it has been shown."""
        self._frame = self._make_frame(speaker)
        session.depth_changed.connect(self._on_depth_changed)
        session.bookmarks_changed.connect(self._show_bookmark)

    def first_focus(self) -> QWidget:
        """The text: arrow keys scroll it, Tab walks its links."""
        return self._view

    def build_rest(self) -> None:
        """Make what stands about the text, if it was left for later or still waits for its room."""
        self.show()
        if not self._frame.is_whole:
            self._frame.build_rest()
            self._view.show_figures()
            self._prepare_neighbours()
        self._hear_on()

    def show_locator(self, locator: Locator) -> None:
        """Turn to *locator*'s page."""
        self._settle()
        self._page = locator.page
        self._deepened = None
        self._render(self._place_to_begin(locator))
        self._frame.follow_to(self._page, self._depth)

    def next_page(self) -> None:
        """Turn forwards, on a path to its next step; the page left behind counts as read. After the last page: home."""
        if self._reading.isValid() and self._view.at_end:
            words = self._library.words(self._page, self._depth)
            self._session.learn_pace(words, self._reading.elapsed() / 1000)
        self._session.mark_read(self._page)
        self._state.mark_read(self._page)
        if steps := steps_at(self._library, self._session):
            self._session.go(steps.after.locator)
        else:
            self._go(self._library.neighbours(self._page)[1])

    def previous_page(self) -> None:
        """Turn to the page before, if there is one; on a path, to the step before."""
        before = self._library.neighbours(self._page)[0]
        if steps := steps_at(self._library, self._session):
            self._session.go(steps.before.locator)
        elif before is not None:
            self._go(before)

    def read_on(self, stop: BlockStop, *, forwards: bool) -> None:
        """Read the page block by block, or from heading to heading."""
        self._view.read_on(stop, forwards=forwards)

    def listen(self) -> None:
        """Have this page read aloud; pause, or go on."""
        self._frame.listen()

    def toggle_bookmark(self) -> None:
        """Mark this page, or take its mark away."""
        self._session.toggle_bookmark(self._page)

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember the place before the page goes."""
        self._settle()
        heard = self._frame.fall_silent()
        if self._session.theme != self._theme:  # it is made anew in another look
            self._state.heard, self._state.ruled = heard, (self._page, self._view.ruled)
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Notice when the person turns to another window: the time of this page then says nothing."""
        super().showEvent(event)
        window = self.window().windowHandle()
        if window is not None and not self._watches_window:
            self._watches_window = True
            window.activeChanged.connect(self._on_active_changed)

    def _make_frame(self, speaker: Callable[[], Speaker]) -> GuideFrame:
        frame = GuideFrame(self._theme, self._library, self._session, self._view, speaker)
        frame.previous.connect(self.previous_page)
        frame.next.connect(self.next_page)
        frame.depth_picked.connect(self._pick_depth)
        frame.setting_changed.connect(self._on_setting_changed)
        frame.show_page(self._page, self._depth)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        return frame

    def _go(self, page: str | None) -> None:
        self._session.go(Locator("page", page) if page else Locator("home"))

    def _on_active_changed(self) -> None:
        if not self.isActiveWindow():
            self._reading.invalidate()

    @property
    def _depth(self) -> Depth:
        depth: Depth = self._deepened or self._session.settings.depth  # type: ignore[assignment]
        return depth

    def _place_to_begin(self, locator: Locator) -> ReadingPosition:
        """Where to open *locator*: at its spot, or where the person stopped on this very page; else at the top."""
        choices = self._session.settings
        spot = locator.spot or (choices.last_place if choices.last_page == locator.page else "")
        place = ReadingPosition.read(spot)
        if place.block and depth_for(place.part, self._depth) != self._depth:
            self._deepened = depth_for(place.part, self._depth)
        return place

    def _on_width_changed(self, width: int) -> None:
        if width > 0:
            place = self._view.place if self._view.page_shown is not None else self._start
            self._render(place)

    def _on_setting_changed(self) -> None:
        if self._view.page_shown is not None:
            self._render(self._view.place)

    def _render(self, place: ReadingPosition) -> None:
        """Show the page at the width there is from *place* on, and have its neighbours ready."""
        width = self._view.viewport().width()
        self._documents.set_depth(self._depth)
        document = self._documents.main(self._page, width, self._frame.setting)
        document.shows_figures = self._frame.is_whole
        before, self._rendered = self._rendered, self._page
        ruled = self._ruled(before)
        self._view.show_document(document, place)
        if ruled is not None:
            self._view.rule(ruled)
        self._frame.page_shown(is_other=before != self._page)
        self._at_rest.stop()
        self._session.mark_here(self._page, str(place))
        self._reading.start()
        if self._frame.is_whole:
            self._prepare_neighbours()
            self._hear_on()

    def _ruled(self, before: str) -> ReadingPosition | None:
        """Where the ruler stands on this page, set in another way; or stood before its screen was made anew."""
        if before == self._page:
            return self._view.ruled
        (page, place), self._state.ruled = self._state.ruled, ("", None)
        return place if page == self._page else None

    def _hear_on(self) -> None:
        """A change of look must not stop the voice: it is often the computer’s, at sunset, or that of a window."""
        heard = self._state.heard
        if heard is not None and self._view.page_shown is not None:
            self._state.heard = None
            self._frame.hear_on(heard)

    def _remember_place(self) -> None:
        """Carry on here next time, whatever happens to this computer."""
        if self._view.page_shown is not None:
            self._session.mark_here(self._page, str(self._view.place))

    def _settle(self) -> None:
        """Remember the place now, if the person has scrolled since it was last remembered."""
        if self._at_rest.isActive():
            self._at_rest.stop()
            self._remember_place()

    def _pick_depth(self, depth: Depth) -> None:
        self._deepened = None
        if depth == self._session.settings.depth:
            self._on_depth_changed()
        self._session.set_depth(depth)

    def _on_depth_changed(self) -> None:
        self._deepened = None
        if self._view.page_shown is not None:
            self._render(self._view.place)
            from tpe_guide.ui.shell.look_words import depth_words

            announce(self._view, depth_words()[self._depth])
        self._frame.show_page(self._page, self._depth)

    def _follow(self, link: Link) -> None:
        match link:
            case Link("word" | "cite" | "sources" | "unit"):
                self._frame.explain(link)
            case Link("depth", depth):
                self._pick_depth(cast(Depth, depth))
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            case Link("question"):
                self._add_question()
            case Link("page", page):
                self._go(page)
            case Link("see", picture, part):
                self._session.go(Locator(cast(PictureId, picture), part))
            case Link("check", chapter):
                self._session.go(Locator("check", chapter))
            case Link("changed" | "questions" | "matters" as place):
                self._session.go(Locator(place))

    def _personal(self, page_id: str) -> Personal:
        found = self._state.changes_of(page_id)
        changed = ""
        if found is not None:
            from tpe_guide.ui.reading.changed import changed_words

            changed = changed_words(found)
        chapter = self._library.chapter_of(page_id)
        ends = page_id == chapter.pages[-1] and chapter.id in self._library.checks
        deciding = chapter.id == DECIDING and self._questions is not None
        check = chapter.id if ends else ""
        return Personal(changed, self._question_status(page_id), check, self._other_access(page_id), deciding)

    def _other_access(self, page_id: str) -> str:
        """What the person said they have, where the page is for people with the other."""
        said, meant = self._session.settings.access, self._library.page(page_id).access
        if not meant or said in ("", "unknown"):
            return ""
        return said if (shown_as(said) == "line") != (meant == "line") else ""

    def _question_status(self, page_id: str) -> str:
        """Empty where there is no diary."""
        if self._questions is None:
            return ""
        return self._questions.question_status(self._library.page(page_id).question)

    def _add_question(self) -> None:
        """Into the diary, or to the place where it can be opened."""
        if self._questions is None:
            return
        try:
            added = self._questions.add_question(self._library.page(self._page).question)
        except TpeGuideError as error:
            self.failed.emit(error)
            return
        self._documents.forget(self._page)
        if added:
            self._render(self._view.place)
            self._focus_link(Link("questions"))
        else:
            self._session.go(Locator("questions"))

    def _focus_link(self, link: Link) -> None:
        for index, other in enumerate(self._view.links):
            if other == link:
                self._view.focus_link(index)

    def _on_other_changes(self, page_id: str) -> None:
        if page_id != self._page:  # the page shown stays as it is until it is opened again
            self._documents.forget(page_id)

    def _show_bookmark(self) -> None:
        self._frame.show_page(self._page, self._depth)

    def _prepare_neighbours(self) -> None:
        """Have the pages next to this one ready, once it is shown."""
        self._documents.prebuild_neighbours(self._page, self._view, self._frame.setting)
