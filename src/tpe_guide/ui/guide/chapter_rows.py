"""The lines of the rail beside a page: the pages of its chapter, and what else belongs to that."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle

from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.ui.guide.rail_rows import ReadingProgress, Row
from tpe_guide.ui.guide.ribbon import draw_ribbon
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme

HEIGHT, LEAST_HEIGHT = 52, 48
"""px at 100 %: of a row, and where the whole chapter has room only so."""
_LEFT = 54
_ICON, _ICON_LEFT = 20, 22


class ChapterLine(Row):
    """A mark and words. Where the reader is: straw, bold, and a bar of ink where reading begins."""

    def __init__(self, theme: Theme, words: str, leads_to: Locator) -> None:
        super().__init__(theme, words, leads_to, HEIGHT, _LEFT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, mark, words."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_here:
            self._fill(painter, "straw100")
            paint_area(painter, self._mirrored(QRectF(0, 0, theme.px(5), self.height())), theme.color("ink"))
            if theme.is_contrast:
                painter.setPen(QPen(theme.color("straw"), 2))
                painter.drawRect(QRectF(self.rect()).adjusted(theme.px(9), 2, -theme.px(8), -2))
        elif self._hovered():
            self._fill(painter, "teal-tint")
        size = theme.px(_ICON)
        place = QRectF(theme.px(_ICON_LEFT), (self.height() - size) / 2, size, size)
        self._paint_mark(painter, self._mirrored(place))
        self._paint_words(painter, "ink" if self.is_here else "ink2")

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        raise NotImplementedError

    def _place_of_words(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _mirrored(self, place: QRectF) -> QRectF:
        mirrored = QStyle.visualRect(self.layoutDirection(), self.rect(), place.toRect())
        return QRectF(mirrored)


class PageLine(ChapterLine):
    """A page of the chapter: read, here, or not yet."""

    def __init__(self, theme: Theme, page: str, title: str, place: tuple[int, int]) -> None:
        super().__init__(theme, title, Locator("page", page))
        self._number, self._count = place
        self._read = self._marked = False

    def show_progress(self, progress: ReadingProgress) -> None:
        """The reader stands there now."""
        self.is_here, self._read = self.page == progress.here, self.page in progress.read
        self._marked = self.page in progress.marked
        self._right = self._theme.px(34 if self._marked else 14)
        name = _("Page {number} of {count}: {title}")
        name = name.format(number=self._number, count=self._count, title=self.text())
        states = [
            _("current") if self.is_here else _("read") if self._read else "",
            _("marked") if self._marked else "",
        ]
        self._say(name, ", ".join(filter(None, states)))

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        theme = self._theme
        if self.is_here:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            draw_icon(painter, "chevron-left" if mirrored else "chevron-right", place, theme.color("ink"), line=3)
        elif self._read:
            draw_icon(painter, "check", place, theme.color("ink2"), line=2.6)
        else:
            painter.setPen(QPen(theme.color("line2"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(place.center(), theme.px(6), theme.px(6))
        if self._marked:
            width, height = theme.px(11), theme.px(15)
            ribbon = QRectF(self.width() - width - theme.px(12), (self.height() - height) / 2, width, height)
            draw_ribbon(painter, self._mirrored(ribbon), theme, filled=True)


class WayLine(ChapterLine):
    """The way to what belongs to the chapter but is no page: a picture, the question at its end."""

    def __init__(self, theme: Theme, words: str, leads_to: Locator, icon: str) -> None:
        super().__init__(theme, words, leads_to)
        self._icon = icon

    def show_progress(self, progress: ReadingProgress) -> None:
        """It is the same wherever the reader stands."""

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        draw_icon(painter, self._icon, place, self._theme.color("ink2"))
