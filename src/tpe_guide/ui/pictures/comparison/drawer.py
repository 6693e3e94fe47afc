"""All words of one cell, and where they come from: over one side of the table, which stays as it is."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.pictures.comparison.table import Cell
from tpe_guide.ui.kit.accessible_role import make_stop
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.scrolling import KeptInSight, scroll_bar_style, scrolling
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import ARROWS
from tpe_guide.ui.pictures.comparison.dots import Dots
from tpe_guide.ui.pictures.comparison.reach import reach
from tpe_guide.ui.pictures.comparison.sources import heard_sources, read_more, source_labels
from tpe_guide.ui.pictures.comparison.to_ask import ToAsk

WIDTH = 452
"""px at 100 %."""
_EDGE, _PAD = 3, 28
_MAY_COVER = 0.25
"""How much of the cell may lie below it: more, and it goes to the other side."""


class Drawer(QWidget):
    """Shows *cell*, and *to_ask*, if there is something to ask. *certainty* says what its dots mean.

    *behind* is the scroll bar of the page: while the drawer has one itself, that one is covered.
    """

    closed = Signal()
    page_wanted = Signal(str)
    arrow = Signal(object)
    """The event of an arrow key: on to the next cell."""

    read_in: QWidget | None = None
    """It is read where this stands, after it."""

    def __init__(
        self,
        theme: Theme,
        library: Library,
        cell: Cell,
        certainty: str,
        behind: QScrollBar,
        to_ask: ToAsk | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cell = cell
        self.setObjectName("drawer")
        self.words = self._make_words(certainty)
        """What the keyboard comes to first, and a screen reader says."""
        self._more = read_more(theme, library, cell)
        self._more.clicked.connect(self._on_more)
        self._to_ask = to_ask
        self._close = self._make_close()
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(0)
        area = scrolling(theme, self._make_inside())
        self._kept = KeptInSight(area, theme.px(12))
        area.verticalScrollBar().setStyleSheet(scroll_bar_style(theme, "card"))
        self._cover = _Cover(theme, behind)
        area.verticalScrollBar().rangeChanged.connect(self._cover.follow)
        self._whole.addWidget(area)
        for stop in (self._close, self.words, self._more, *(to_ask.buttons if to_ask else ())):
            stop.installEventFilter(self)

    def lie_over(self, room: QRect, cell: QRect) -> None:
        """Lie over the side of *room* where reading ends, or over the other if that would cover *cell*."""
        width = min(self._theme.px(WIDTH), room.width())
        end, start = QRect(room), QRect(room)
        end.setLeft(room.right() + 1 - width)
        start.setWidth(width)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            end, start = start, end
        across = QRect(cell.left(), room.top(), cell.width(), room.height())
        covered = end.intersected(across).width() / max(1, cell.width())
        place = start if covered > _MAY_COVER else end
        left, right = (0, _EDGE) if place.left() == room.left() else (_EDGE, 0)
        self._whole.setContentsMargins(left, 0, right, 0)
        self.setGeometry(place)

    def put_away(self) -> None:
        """It is closed, or another takes its place."""
        for part in (self._cover, self):
            part.hide()
            part.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys lead on. What the keyboard comes to is scrolled into sight, also from outside."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._kept.keep(cast(QWidget, watched))
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ARROWS:
            self.arrow.emit(event)
            return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet with an edge of ink."""
        painter = QPainter(self)
        paint_area(painter, self.rect(), self._theme.color("ink"))
        paint_area(painter, self._whole.contentsRect(), self._theme.color("card"))

    def _make_inside(self) -> QWidget:
        theme, cell = self._theme, self.cell
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(_PAD), theme.px(14), theme.px(_PAD), theme.px(24))
        column.setSpacing(theme.px(12))
        head = QHBoxLayout()
        head.addWidget(Paragraph(theme, cell.treatment.name, "small-strong", color="straw800"), 1)
        head.addWidget(self._close)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addWidget(self._more)
        if self._to_ask is not None:
            column.addSpacing(theme.px(8))
            column.addWidget(self._to_ask)
        column.addSpacing(theme.px(8))
        column.addWidget(Label(theme, _("Where this comes from"), "title"))
        for label in source_labels(theme, cell):
            column.addWidget(label)
        column.addStretch(1)
        return inside

    def _make_words(self, certainty: str) -> QWidget:
        theme, cell = self._theme, self.cell
        words = QWidget()
        words.setObjectName("drawer-words")
        make_stop(words, f"{cell.spoken} {heard_sources(cell)}")
        column = tight(QVBoxLayout(words), theme.px(10))
        column.addWidget(Label(theme, cell.question.name, "h2"))
        if cell.certainty is not None:
            column.addWidget(Dots(theme, cell.certainty, cell.mark))
        column.addWidget(Paragraph(theme, cell.words, color="ink" if cell.is_known else "ink2", lead=cell.lead))
        if cell.certainty is not None:
            column.addWidget(Paragraph(theme, certainty, "small", color="ink2"))
        return words

    def _make_close(self) -> Button:
        size = reach(self._theme, icon=26)
        close = Button(self._theme, _("Close"), "text", icon="x", icon_only=True, size=size)
        close.setObjectName("close-drawer")
        close.clicked.connect(self.closed)
        return close

    def _on_more(self) -> None:
        self.page_wanted.emit(self.cell.page)


class _Cover(QWidget):
    """Paper over a scroll bar: one at a time is enough."""

    def __init__(self, theme: Theme, over: QScrollBar) -> None:
        super().__init__(over)
        self._over = over
        self._theme = theme
        self.hide()

    def follow(self, least: int, most: int) -> None:
        """There is something to scroll elsewhere, or not."""
        self.resize(self._over.size())
        self.setVisible(most > least)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper."""
        paint_area(QPainter(self), self.rect(), self._theme.color("paper"))
