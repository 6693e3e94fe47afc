"""The text of a page with what stands about it: the rail, the row above, Previous and Next, what is explained."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.depth import Depth
from tpe_guide.guide.library import Library
from tpe_guide.guide.pace import minutes
from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.docking import LEAST_ROOM
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.tab_order import stop_in_order
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.documents import Setting
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.measure import ABOVE_HEAD, head_height
from tpe_guide.ui.reading.reading_view import ReadingView
from tpe_guide.ui.shell.frame import is_narrow
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.shell.steps import steps_at

if TYPE_CHECKING:
    from tpe_guide.ui.guide.aloud_bar import AloudBar
    from tpe_guide.ui.guide.explainer import Explainer
    from tpe_guide.ui.guide.page_head import PageHead
    from tpe_guide.ui.guide.page_turner import PageTurner
    from tpe_guide.ui.guide.rail import Rail
    from tpe_guide.ui.guide.rail_rows import ReadingProgress
    from tpe_guide.ui.guide.reading_aloud import Heard, ReadingAloud
    from tpe_guide.ui.kit.speaker import Speaker

RAIL_FROM = 1100
"""px of the frame at 100 %: below that the rail folds by itself."""
BESIDE_FROM = 1600
"""px of the frame at 100 %: from there on notes stand beside the text."""
TABBED_DOCKED_FROM = 800
"""px at 100 % that a bar below must leave to the text where tabs stand below it too; see ``LEAST_ROOM``."""
RAIL_WIDTH, FOLDED_WIDTH = 272, 68
BAR_HEIGHT = 76
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
FOLLOWS_MS = 10
"""After a page is turned. Not 0, which is not a timer: Qt would have it before the paint."""


class _Rest(NamedTuple):
    """What stands about the text, but for what comes and goes with the room."""

    head: PageHead
    explainer: Explainer
    aloud: ReadingAloud


class GuideFrame(QWidget):
    """Holds the *view* of the text. All but rail and bar scrolls with it, and they give their room away to it.

    Where the text comes first, there is it alone, in its place, until ``build_rest``.
    """

    previous = Signal()
    next = Signal()
    depth_picked = Signal(str)
    setting_changed = Signal()
    """Pages are set in another way from now on."""

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
        self.setting = Setting()
        self._rail: Rail | None = None
        self._turner: PageTurner | None = None
        self._aloud_bar: AloudBar | None = None
        self._rest: _Rest | None = None
        self._column, self._row = tight(QVBoxLayout(self), 0), tight(QHBoxLayout(), 0)
        self._column.addLayout(self._row, 1)
        self._row.addWidget(view, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FOLLOWS_MS)
        self._soon.timeout.connect(self._catch_up)
        if not session.text_first:
            self._rest = self._make_rest()

    @property
    def is_whole(self) -> bool:
        """What stands about the text has been made."""
        return self._rest is not None

    def build_rest(self) -> None:
        """Make what stands about the text, if it was left for later."""
        if self._rest is None:
            self._rest = self._make_rest()
            self._row.setContentsMargins(0, 0, 0, 0)
            self._arrange()
            self.show_page(self._page_id, self._depth)
            self._view.lay_insets()

    def show_page(self, page_id: str, depth: Depth) -> None:
        """Say where *page_id* stands, how long it takes at *depth*, and where one can go from it."""
        self._page_id, self._depth = page_id, depth
        if self._rest is None:
            return
        self._show_head(self._rest.head)
        if self._turner is not None:
            self._show_turner(self._turner)
        if self._rail is not None:
            self._rail.show_progress(self._reading_progress())

    def follow_to(self, page_id: str, depth: Depth) -> None:
        """Show *page_id* once its text is painted: whoever turns a page waits for the text and for nothing else."""
        self._page_id, self._depth = page_id, depth
        self._soon.start()

    def explain(self, link: Link) -> None:
        """Tell what *link* means, below its sentence; pressed again, put that away."""
        links, pressed = self._view.links, self._view.link_followed
        index = pressed if 0 <= pressed < len(links) and links[pressed] == link else -1
        if index < 0 and link in links:
            index = links.index(link)
        if self._rest is not None and index >= 0:
            self._rest.explainer.press(index, self._page_id, self._depth)

    def listen(self) -> None:
        """Read the page aloud; pause, or go on."""
        if self._rest is not None:
            aloud = self._rest.aloud
            (aloud.press if aloud.is_on else aloud.begin)()

    def page_shown(self, *, is_other: bool) -> None:
        """The view shows a page, or the same one set in another way."""
        if self._rest is not None:
            self._rest.aloud.page_shown(is_other=is_other)

    def fall_silent(self) -> Heard | None:
        """The page is left. How far it was read aloud, if it was."""
        if self._rest is None or not self._rest.aloud.is_on:
            return None
        heard = self._rest.aloud.heard(self._page_id)
        self._rest.aloud.stop()
        return heard

    def hear_on(self, heard: Heard) -> None:
        """The same page in another look: it is read on."""
        if self._rest is not None and heard.page == self._page_id:
            self._rest.aloud.go_on(heard)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts away what is explained, wherever the keyboard is; and then has the voice stop."""
        rest = self._rest if event.key() == Qt.Key.Key_Escape else None
        if rest is not None and rest.explainer.is_open:
            rest.explainer.close()
        elif rest is not None and rest.aloud.is_on:
            rest.aloud.stop()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rail and bar come and go with the room."""
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the keyboard comes to above or below the text is in sight."""
        came_by_keys = isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in _BY_KEYS
        if came_by_keys and isinstance(watched, QWidget) and self._view.isAncestorOf(watched):
            self._view.bring_into_sight(watched)
        return super().eventFilter(watched, event)

    def _make_rest(self) -> _Rest:
        from tpe_guide.ui.guide.explainer import Explainer
        from tpe_guide.ui.guide.page_head import PageHead
        from tpe_guide.ui.guide.reading_aloud import ReadingAloud
        from tpe_guide.ui.kit.more_below import FROM_PERCENT, MoreBelow
        from tpe_guide.ui.reading.inset import Inset

        theme, view = self._theme, self._view
        head = PageHead(theme, self._depth)
        head.depth_picked.connect(self.depth_picked)
        head.bookmark_pressed.connect(self._toggle_bookmark)
        head.listen_pressed.connect(self.listen)
        view.stand_above(Inset(theme, head, above=theme.px(ABOVE_HEAD)))
        self._keep_in_sight(head)
        explainer = Explainer(theme, self._library, view, self._speaker, self)
        explainer.words_wanted.connect(self._go_to_words)
        if theme.percent >= FROM_PERCENT:
            MoreBelow(theme, view)
        aloud = ReadingAloud(view, self._session, self._speaker, self)
        aloud.changed.connect(self._show_aloud)
        return _Rest(head, explainer, aloud)

    def _keep_in_sight(self, part: QWidget) -> None:
        for button in part.findChildren(QAbstractButton):
            button.installEventFilter(self)

    @property
    def _is_narrow(self) -> bool:
        return is_narrow(self._theme, self.width())

    @property
    def _in_path(self) -> bool:
        """A path leads through this page: its own bar says where one is, and there is no rail."""
        return bool(self._session.locator.path)

    def _frame_px(self) -> float:
        """The width of the window at 100 %."""
        return self.width() / self._theme.scale

    def _arrange(self) -> None:
        """Show the rail, or how far one is; the bar, or what it holds at the end of the page."""
        setting = Setting(beside=self._frame_px() >= BESIDE_FROM, brief=self._is_narrow)
        if self._rest is None:
            self.setting = setting
            self._keep_room()
            return
        self._show_rail()
        self._place_turner()
        self._show_head(self._rest.head)
        if setting != self.setting:
            self.setting = setting
            self.setting_changed.emit()

    def _keep_room(self) -> None:
        """Leave the room that the rest will take: the text must not move then."""
        theme = self._theme
        rail = 0 if not self._has_rail else theme.px(FOLDED_WIDTH if self._is_folded else RAIL_WIDTH)
        left, right = (0, rail) if self._has_rail_at_right else (rail, 0)
        self._row.setContentsMargins(left, 0, right, theme.of_bars.px(BAR_HEIGHT) if self._is_docked else 0)
        self._view.lead(head_height(theme, self.width()))

    @property
    def _has_rail(self) -> bool:
        return not self._is_narrow and not self._in_path

    @property
    def _has_rail_at_right(self) -> bool:
        """Where one begins to read, unless the person has the text at that very side."""
        return self._theme.column == "left" or (self._is_mirrored and self._theme.column != "right")

    @property
    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    @property
    def _is_folded(self) -> bool:
        """As the person chose; else by the room there is."""
        chosen = self._session.settings.rail
        return chosen == "folded" or (not chosen and self._frame_px() < RAIL_FROM)

    @property
    def _is_docked(self) -> bool:
        """In a low window the text needs the room; a narrow one, which has tabs below, must be as high as a kiosk's."""
        left = self.height() - self._theme.of_bars.px(BAR_HEIGHT)
        return left >= (TABBED_DOCKED_FROM if self._is_narrow else LEAST_ROOM) * self._theme.scale

    def _show_rail(self) -> None:
        if self._has_rail and self._rail is None:
            from tpe_guide.ui.guide.rail import Rail

            at_right = self._has_rail_at_right
            self._rail = Rail(self._theme, self._library, self._reading_progress(), at_right=at_right)
            self._rail.chosen.connect(self._session.go)
            self._rail.fold_pressed.connect(self._fold)
            self._row.insertWidget(0 if at_right == self._is_mirrored else 1, self._rail)
        if self._rail is not None:
            self._rail.setVisible(self._has_rail)
            if self._rail.folded != self._is_folded:
                self._rail.set_folded(self._is_folded)

    def _fold(self) -> None:
        """The person folds the rail, or opens it: it stays so. What the room asks for anyway is no choice."""
        roomy = self._frame_px() >= RAIL_FROM
        chosen = ("" if roomy else "open") if self._is_folded else ("folded" if roomy else "")
        self._session.keep(self._session.settings._replace(rail=chosen))
        self._show_rail()

    def _place_turner(self) -> None:
        if self._turner is not None and self._turner.docked == self._is_docked:
            return
        from tpe_guide.ui.guide.page_turner import PageTurner
        from tpe_guide.ui.reading.inset import Inset

        before, below = self._turner, self._view.below
        if before is not None:
            before.hide()
            before.deleteLater()
        self._turner = None
        turner = self._turner = PageTurner(self._theme, self._library, docked=self._is_docked)
        turner.previous.connect(self.previous)
        turner.next.connect(self.next)
        if self._page_id:
            self._show_turner(turner)
        if turner.docked:
            self._view.stand_below(None)
            self._column.addWidget(turner)
            turner.setVisible(self._aloud_bar is None)
        else:
            air = self._theme.px(24)
            self._view.stand_below(Inset(self._theme, turner, below=air))
            self._keep_in_sight(turner)
        if below is not None:
            below.deleteLater()
        self._order_tabs(turner)

    def _order_tabs(self, turner: PageTurner) -> None:
        """The row above, the text, the buttons below."""
        assert self._rest is not None
        head, below = (part.findChildren(QAbstractButton) for part in (self._rest.head, turner))
        stop_in_order([*head, self._view, *below])

    def _show_head(self, head: PageHead) -> None:
        head.show_depth(self._depth)
        head.show_bookmark(self._page_id in self._session.settings.bookmarks)

    def _show_turner(self, turner: PageTurner) -> None:
        library, paces = self._library, self._session.settings.paces
        turner.show_page(self._page_id, steps_at(library, self._session))
        here = library.words(self._page_id, self._depth)
        chapter = library.words_to_chapter_end(self._page_id, self._depth)
        turner.show_time(minutes(here, paces), minutes(chapter, paces))
        if not turner.docked:
            self._view.lay_insets()

    def _show_aloud(self) -> None:
        """The bar for it comes in place of the one below the page, and goes with it."""
        assert self._rest is not None
        if self._rest.aloud.is_on and self._aloud_bar is None:
            from tpe_guide.ui.guide.aloud_bar import AloudBar

            bar = self._aloud_bar = AloudBar(self._theme, self._session, self._rest.aloud)
            self._column.addWidget(bar)
            bar.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._rest.aloud.is_on and self._aloud_bar is not None:
            bar, self._aloud_bar = self._aloud_bar, None
            if bar.isAncestorOf(self.focusWidget()):
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            bar.hide()
            bar.deleteLater()
        if self._turner is not None and self._turner.docked:
            self._turner.setVisible(self._aloud_bar is None)

    def _go_to_words(self, term_id: str) -> None:
        self._session.go(Locator("words", term_id))

    def _toggle_bookmark(self) -> None:
        self._session.toggle_bookmark(self._page_id)

    def _catch_up(self) -> None:
        self.show_page(self._page_id, self._depth)

    def _reading_progress(self) -> ReadingProgress:
        from tpe_guide.ui.guide.rail_rows import ReadingProgress

        choices = self._session.settings
        return ReadingProgress(frozenset(choices.read_pages), self._page_id, choices.bookmarks)
