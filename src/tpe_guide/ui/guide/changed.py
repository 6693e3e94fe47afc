"""What has changed in the guide since the person read it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.ui.guide.reading_state import ReadingState
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.docking import LEAST_ROOM
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.changed import build_changed
from tpe_guide.ui.reading.inset import Inset
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.measure import measure_for
from tpe_guide.ui.reading.reading_view import ReadingView


class ChangedPage(QWidget):
    """One card a page, with what it said and what it says."""

    chosen = Signal(Locator)

    def __init__(self, theme: Theme, state: ReadingState, *, selectable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = state
        self._view = ReadingView(theme, selectable=selectable)
        self._view.setObjectName("changes")
        self._view.followed.connect(self._follow)
        self._view.width_changed.connect(self._show)
        self._bar: BottomBar | None = None
        self._docked = True
        self._column = tight(QVBoxLayout(self), 0)
        self._column.addWidget(self._view, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar stands below the text, or at its end where there is little room."""
        docked = self.height() / self._theme.scale >= LEAST_ROOM
        if self._bar is None or docked != self._docked:
            self._docked = docked
            self._place_bar()

    def first_focus(self) -> QWidget:
        """The text."""
        return self._view

    def _place_bar(self) -> None:
        before, below = self._bar, self._view.below
        self._all = Button(self._theme.of_bars, _("I have seen all this"), icon="check", short=_("Seen all"))
        self._all.setObjectName("seen-all")
        self._all.clicked.connect(self._see_all)
        self._bar = BottomBar(self._theme, None, None, self._all)
        if before is not None:
            before.hide()
            before.deleteLater()
        if self._docked:
            self._view.stand_below(None)
            self._column.addWidget(self._bar)
        else:
            self._view.stand_below(Inset(self._theme, self._bar))
        if below is not None:
            below.deleteLater()
        self._all.setVisible(bool(self._state.all_changes()))

    def _show(self) -> None:
        """Write it at the width there is."""
        width = self._view.viewport().width()
        found = self._state.all_changes()
        place = self._view.place
        document = build_changed(found, self._theme, measure_for(width, self._theme))
        self._view.show_document(document, place)
        if self._bar is not None:
            self._all.setVisible(bool(found))

    def _follow(self, link: Link) -> None:
        match link:
            case Link("page", page):
                self.chosen.emit(Locator("page", page))
            case Link("seen", page):
                self._state.mark_seen(page)
                self._show()
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _see_all(self) -> None:
        for found in self._state.all_changes():
            self._state.mark_seen(found.page)
        self._show()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
