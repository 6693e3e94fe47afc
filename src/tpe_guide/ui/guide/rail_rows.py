"""The lines of the rail that can be pressed: a chapter, a page, the marked pages."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy

from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.one_press import Deliberate
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme

_WRAP = Qt.TextFlag.TextWordWrap


class ReadingProgress(NamedTuple):
    """Where a reader stands: the pages read, the page shown, and the pages marked, the latest last."""

    read: Container[str]
    here: str
    marked: Sequence[str] = ()


class Row(Deliberate):
    """A pressable line of the rail."""

    chosen = Signal(Locator)

    def __init__(self, theme: Theme, words: str, leads_to: Locator, least: int, left: int) -> None:
        super().__init__()
        self.leads_to = leads_to
        self.is_here = False
        self._theme = theme
        self._least = theme.px(least)
        self._left, self._right = theme.px(left), theme.px(16)
        self._heights: dict[int, int] = {}
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._choose)

    def sizeHint(self) -> QSize:
        """One line of words."""
        return QSize(self._theme.px(300), self._least)

    @property
    def page(self) -> str:
        """The page that it leads to; empty if it leads elsewhere."""
        return self.leads_to.page if self.leads_to.place == "page" else ""

    def heightForWidth(self, width: int) -> int:
        """Grows as the words wrap."""
        if width not in self._heights:
            self._heights[width] = max(self._least, self._words_rect(width).height() + self._theme.px(12))
        return self._heights[width]

    def set_least(self, least: int) -> None:
        """Be at least *least* px high, at 100 %."""
        if self._theme.px(least) != self._least:
            self._least = self._theme.px(least)
            self._heights.clear()
            self.updateGeometry()

    def show_progress(self, progress: ReadingProgress) -> None:
        """The reader stands there now."""
        raise NotImplementedError

    def _say(self, name: str, state: str) -> None:
        """Show the state that has just changed, and say it."""
        self.setAccessibleName(f"{name}, {state}" if state else name)
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _choose(self) -> None:
        self.chosen.emit(self.leads_to)

    def _words_rect(self, width: int) -> QRect:
        room = QRect(0, 0, max(1, width - self._left - self._right), 10_000)
        return QFontMetrics(self._font()).boundingRect(room, _WRAP, self.text())

    def _font(self) -> QFont:
        return self._theme.font("small", weight=700 if self._bold() else 400)

    def _bold(self) -> bool:
        return self.is_here

    def _paint_words(self, painter: QPainter, token: str) -> None:
        rect = self._words_rect(self.width())
        top = (self.height() - rect.height()) // 2
        painter.setFont(self._font())
        painter.setPen(self._theme.color(token))
        place = QRect(self._left, top, self.width() - self._left - self._right, rect.height())
        painter.drawText(self._place_of_words(place), _WRAP, self.text())

    def _place_of_words(self, place: QRect) -> QRect:
        """Where they stand, if from left to right that is *place*."""
        return place

    def _fill(self, painter: QPainter, token: str) -> None:
        rect = QRectF(self.rect()).adjusted(0, 0, -self._theme.border(), 0)
        paint_area(painter, rect, self._theme.color(token))

    def _hovered(self) -> bool:
        return self.underMouse() or self.isDown()
