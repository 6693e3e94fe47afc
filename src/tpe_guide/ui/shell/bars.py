"""The bar above the screen and, where the window is narrow, the tabs below it: made, kept true, made anew.

For whoever sits at a kiosk the bar stands below the screen, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.navigation import ScreenId
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.frame import bar_height, is_narrow, tabs_height
from tpe_guide.ui.shell.session import Session

if TYPE_CHECKING:
    from tpe_guide.ui.shell.places import Tabs
    from tpe_guide.ui.shell.top_bar import TopBar

_WHOLE: tuple[ScreenId, ...] = ("eyes-rest",)
"""Screens that fill the window: nothing else is there to be touched."""
_OF_TOOLS: tuple[ScreenId, ...] = ("search", "look")
"""Screens that lie over every place: there, the tool that leads to it is lit instead."""
PathBarMaker = Callable[[Theme], QWidget | None]
"""Makes what stands above the step where the person is; nothing, where the path is not known."""


class Bars(QObject):
    """Stand at the top and the bottom of the *column* of a window. What is pressed there runs one of *handlers*.

    *report* is given what the bar raised that could not be made; two plain buttons then stand in its place. On a path,
    what *make_path_bar* makes stands below the bar.
    """

    def __init__(
        self,
        column: QVBoxLayout,
        session: Session,
        handlers: Mapping[str, Callable[[], None]],
        report: Callable[[Exception], None],
        make_path_bar: PathBarMaker | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._column = column
        self._session = session
        self._handlers = handlers
        self._report = report
        self._make_path_bar = make_path_bar
        self._path_bar: QWidget | None = None
        self._above, self._below = tight(QVBoxLayout()), tight(QVBoxLayout())
        self._is_low = session.policy.bars_low
        column.insertLayout(0, self._above)
        column.addLayout(self._below)
        self._room = self._above
        if self._is_low:
            self._room = tight(QVBoxLayout())
            column.addLayout(self._room)
        self._plain: QWidget | None = None
        self._bar: TopBar | None = None
        self._tabs: Tabs | None = None
        self._is_stale = False
        """Made for a text size that is no longer shown."""
        session.located.connect(self.show_place)

    @property
    def made(self) -> bool:
        """They are there."""
        return self._bar is not None or self._plain is not None

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """All there are."""
        return tuple(part for part in (self._bar, self._plain, self._path_bar, self._tabs) if part is not None)

    @property
    def above(self) -> list[QWidget]:
        """What of them comes before the screen, for keys."""
        return [part for part in (self._bar, self._plain, self._path_bar) if part is not None]

    def keep_room(self, theme: Theme, width: int) -> None:
        """Until they are made, leave the room that they will take in a window *width* px wide."""
        if self._is_whole:
            self._column.setContentsMargins(0, 0, 0, 0)
            return
        narrow = is_narrow(theme, width)
        bar, tabs = bar_height(theme, narrow=narrow), tabs_height(theme, narrow=narrow)
        self._column.setContentsMargins(0, 0 if self._is_low else bar, 0, tabs + bar if self._is_low else tabs)

    def paint_room(self, painter: QPainter, theme: Theme, place: QRect) -> None:
        """Paint the room that is left for them in the window, which takes *place*."""
        margins = self._column.contentsMargins()
        for top, height in ((0, margins.top()), (place.height() - margins.bottom(), margins.bottom())):
            if height:
                paint_area(painter, QRect(0, top, place.width(), height), theme.color("card"))

    def make(self, theme: Theme) -> None:
        """Make them in the look of *theme*."""
        self.drop()
        self._column.setContentsMargins(0, 0, 0, 0)
        try:
            self._bar = self._make_bar(theme)
        except Exception as error:
            self._report(error)
            from tpe_guide.ui.shell.last_resort import PlainBar

            height = theme.of_bars.px(18)
            self._plain = PlainBar(self._handlers["home"], self._handlers["urgent"], height)
            self._room.addWidget(self._plain)
            return
        self._room.addWidget(self._bar)
        self._show_tabs(self._bar.narrow)
        self.show_place()

    def follow(self, theme: Theme) -> None:
        """Be made anew in the look of *theme*. For a new text size alone, not before the pointer has left: the
        button that was pressed stays under it, to be pressed again."""
        bar = self._bar
        only_larger = bar is not None and bar.look == theme.name and bar.percent != theme.percent
        if bar is None or not bar.has_pointer or not only_larger:
            self.make(theme)
            return
        bar.show_percent(theme.percent)
        self._show_path(theme)
        if not self._is_stale:
            self._is_stale = True
            bar.pointer_left.connect(self._renew)

    def show_place(self) -> None:
        """Show where the person is now."""
        screen = self._session.locator.place
        place = None if screen in _OF_TOOLS else self._session.place
        if self._bar is not None:
            self._bar.show_place(place, screen, can_go_back=screen != "home" and self._session.can_go_back)
        if self._tabs is not None:
            self._tabs.show_place(place, searching=screen == "search")
        self._show_path(self._session.theme)
        self._show_parts()

    def drop(self) -> None:
        """Take them away."""
        parts = self.parts
        # First of all forgotten: what hides under the pointer says that the pointer has left it.
        self._bar = self._plain = self._path_bar = self._tabs = None
        self._is_stale = False
        for part in parts:
            self._drop(part)

    def _show_path(self, theme: Theme) -> None:
        """The path that is walked, made anew for each step; where there is none, nothing."""
        if self._path_bar is not None:
            self._drop(self._path_bar)
            self._path_bar = None
        if self._session.locator.path and self._make_path_bar is not None:
            try:
                self._path_bar = self._make_path_bar(theme)
            except Exception as error:
                self._report(error)
        if self._path_bar is not None:
            self._above.addWidget(self._path_bar)

    def _drop(self, part: QWidget) -> None:
        for room in (self._above, self._below, self._room):
            room.removeWidget(part)
        part.hide()
        part.deleteLater()

    def _renew(self) -> None:
        """The pointer has left: the bar may look as its text size wants it. The keyboard stays where it was."""
        if not self._is_stale:  # it is being dropped: what hides under the pointer is left by it as well
            return
        self._is_stale = False
        focused = self._window.focusWidget()
        name = focused.objectName() if focused is not None and self._bar and self._bar.isAncestorOf(focused) else ""
        self.make(self._session.theme)
        again = self._bar.findChild(QWidget, name) if self._bar is not None and name else None
        if again is not None:
            again.setFocus()

    def _make_bar(self, theme: Theme) -> TopBar:
        from tpe_guide.ui.shell.top_bar import TopBar

        bar = TopBar(theme, self._session.policy)
        for signal, action in (
            (bar.back, "back"),
            (bar.home, "home"),
            (bar.search, "search"),
            (bar.smaller, "smaller"),
            (bar.larger, "bigger"),
            (bar.settings, "look"),
            (bar.urgent, "urgent"),
            (bar.finish, "finish"),
        ):
            signal.connect(self._handlers[action])
        bar.chosen.connect(self._session.go_to_place)
        bar.narrow_changed.connect(self._show_tabs)
        bar.resize(self._window.width(), bar.height())
        bar.fold()
        return bar

    @property
    def _is_whole(self) -> bool:
        return self._session.locator.place in _WHOLE

    def _show_parts(self) -> None:
        """The bar gives way to a screen that fills the window, and so do the tabs."""
        for part in (self._bar, self._plain):
            if part is not None:
                part.setHidden(self._is_whole)
        if self._bar is not None:
            self._show_tabs(self._bar.narrow)

    def _show_tabs(self, shown: bool) -> None:
        """Have the places below, or not."""
        if not shown or self._is_whole:
            if self._tabs is not None:
                self._tabs.hide()
            return
        if self._tabs is None:
            from tpe_guide.ui.shell.places import Tabs

            self._tabs = Tabs(self._session.theme, self._session.policy)
            self._tabs.chosen.connect(self._session.go_to_place)
            self._tabs.search.connect(self._handlers["search"])
            self._below.addWidget(self._tabs)
            self.show_place()
        self._tabs.show()
