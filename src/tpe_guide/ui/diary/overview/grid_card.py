"""What the person felt: the grid, what its marks mean, and the way to earlier sessions."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.overview import Cell, Grid
from tpe_guide.i18n import _
from tpe_guide.ui.diary.card_head import CardHead
from tpe_guide.ui.diary.level_mark import LevelMark, SignMark
from tpe_guide.ui.diary.overview.grid_model import GridModel
from tpe_guide.ui.diary.overview.grid_view import GridView
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.vocabulary.words import severities

_ROOMY_FROM = 420


class GridCard(Card):
    """Sessions from *begin* on, of *count* in all; *had*: so many of these are what is shown where few have room.

    *loose*: some entries are about no session.
    """

    moved = Signal(int)
    """Up to which session (excluded) to show instead."""

    def __init__(
        self,
        theme: Theme,
        grid: Grid,
        catalogue: Catalogue,
        today: dt.date,
        *,
        begin: int,
        count: int,
        had: int,
        loose: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._begin, self._end, self._count = begin, begin + len(grid.sessions), count
        column = self._column = QVBoxLayout(self)
        column.setSpacing(theme.px(4))
        column.addWidget(CardHead(theme, _("What you felt"), _("worst level of each session")))
        column.addWidget(self._ways())
        if grid.rows or grid.nothing_new:
            self._view: GridView | None = GridView(theme, GridModel(grid, catalogue, today), had)
            column.addWidget(self._view)
            column.addSpacing(theme.px(6))
            column.addWidget(self._legend(grid))
        else:
            self._view = None
            column.addWidget(Label(theme, _("No entry is about these sessions yet."), "body", color="ink2"))
        if loose:
            words = _("Entries that are about no session stand in the list alone.")
            column.addWidget(Label(theme, words, "small", color="ink2"))
        self._show_ways()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_ways)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many sessions as have room; the rest is a press away."""
        side = self._theme.px(22 if self.width() >= self._theme.px(_ROOMY_FROM) else 12)
        self._column.setContentsMargins(side, self._theme.px(14), side, self._theme.px(14))
        # Not while the layout is at work: a row that comes or goes would have it begin again.
        self._soon.start()

    def _ways(self) -> QWidget:
        self._earlier = self._way(_("Earlier sessions"), "arrow-left", "grid-earlier", self._go_earlier)
        self._later = self._way(_("Later sessions"), "arrow-right", "grid-later", self._go_later)
        self._both = Wrap(self._theme, (self._earlier, self._later))
        return self._both

    def _way(self, words: str, icon: str, name: str, go: object) -> Button:
        button = Button(self._theme, words, "text", icon=icon, size="link")
        button.setObjectName(name)
        button.clicked.connect(go)
        return button

    def _show_ways(self) -> None:
        shown = self._shown()
        self._earlier.setVisible(shown.start > 0)
        self._later.setVisible(shown.stop < self._count)
        self._both.setVisible(shown.start > 0 or shown.stop < self._count)

    def _shown(self) -> range:
        """Which of all sessions have room."""
        if self._view is None:
            return range(self._begin, self._end)
        columns = self._view.columns_in(self._view.width())
        return range(self._begin + columns.start, self._begin + columns.stop)

    def _go_earlier(self) -> None:
        self.moved.emit(self._shown().start)

    def _go_later(self) -> None:
        shown = self._shown()
        self.moved.emit(shown.stop + len(shown))

    def _legend(self, grid: Grid) -> QWidget:
        theme = self._theme
        marks: list[tuple[QWidget, str]] = [
            (LevelMark(theme, Cell("level", level), small=True), words) for level, words in enumerate(severities())
        ]
        marks.append((LevelMark(theme, Cell("not-asked"), small=True), _("Not asked")))
        if any(cell.warns for row in grid.rows for cell in row.cells):
            marks.append((SignMark(theme), _("Warning sign")))
        return Wrap(theme, [self._meaning(mark, words) for mark, words in marks], gap=16, row_gap=6)

    def _meaning(self, mark: QWidget, words: str) -> QWidget:
        both = QWidget()
        row = tight(QHBoxLayout(both), self._theme.px(6))
        row.addWidget(mark)
        row.addWidget(Label(self._theme, words, "floor", color="ink2", wrap=False))
        return both
