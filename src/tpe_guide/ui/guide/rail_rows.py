"""The lines of the rail that can be pressed: a chapter, a page, the marked pages."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from tpe_guide.guide.model import Chapter
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.ui.guide.ribbon import draw_ribbon
from tpe_guide.ui.kit.icons import draw_icon
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


class ChapterRow(Row):
    """A chapter: its number or a tick, its title."""

    def __init__(self, theme: Theme, chapter: Chapter, number: int, count: int) -> None:
        super().__init__(theme, chapter.title, Locator("page", chapter.pages[0]), 51, 76)
        self._pages, self._number, self._count = chapter.pages, number, count
        self._current = self._done = False

    def show_progress(self, progress: ReadingProgress) -> None:
        """The reader stands there now."""
        self._current = progress.here in self._pages
        self._done = all(page in progress.read for page in self._pages)
        name = _("Chapter {number} of {count}: {title}")
        name = name.format(number=self._number, count=self._count, title=self.text())
        self._say(name, _("current") if self._current else _("read") if self._done else "")

    def _bold(self) -> bool:
        return self._current

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the design draws it."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._current:
            self._fill(painter, "card")
            paint_area(painter, QRectF(0, 0, theme.px(5), self.height()), theme.color("straw"))
        elif self._hovered():
            self._fill(painter, "teal-tint")
        side = theme.px(32)
        disc = QRectF(theme.px(33), (self.height() - side) / 2, side, side).adjusted(1, 1, -1, -1)
        self._paint_disc(painter, disc)
        self._paint_words(painter, "ink")

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        theme = self._theme
        if self._done and not self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("ink"))
            painter.drawEllipse(disc)
            size = theme.px(20)
            inset = (disc.width() - size) / 2
            rect = QRectF(disc.left() + inset, disc.top() + inset, size, size)
            draw_icon(painter, "check", rect, theme.color("card"), line=2.6)
            return
        painter.setPen(QPen(theme.color("ink" if self._current else "line2"), 2 if self._current else 1.5))
        painter.setBrush(theme.color("straw" if self._current else "card"))
        painter.drawEllipse(disc)
        painter.setPen(theme.color("on-straw" if self._current else "ink"))
        painter.setFont(theme.font("floor-strong", weight=700 if self._current else 600))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))


class WayRow(Row):
    """The way to what belongs to a chapter but is no page: a picture, the question at its end."""

    def __init__(self, theme: Theme, words: str, leads_to: Locator, icon: str, *, barred: bool) -> None:
        super().__init__(theme, words, leads_to, 48, 73)
        self._icon = icon
        self._barred = barred

    def show_progress(self, progress: ReadingProgress) -> None:
        """It is the same wherever the reader stands."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the pages above it, with an icon in place of their mark."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._fill(painter, "teal-tint" if self._hovered() else "card")
        if self._barred:
            paint_area(painter, QRectF(0, 0, theme.px(5), self.height()), theme.color("straw"))
        size = theme.px(20)
        rect = QRectF(theme.px(44), (self.height() - size) / 2, size, size)
        draw_icon(painter, self._icon, rect, theme.color("ink2"))
        self._paint_words(painter, "ink2")


class PageRow(Row):
    """A page of an open chapter."""

    def __init__(self, theme: Theme, page: str, title: str, place: tuple[int, int], *, barred: bool) -> None:
        super().__init__(theme, title, Locator("page", page), 48, 73)
        self._number, self._count = place
        self._read = self._marked = False
        self._barred = barred

    def show_progress(self, progress: ReadingProgress) -> None:
        """The reader stands there now."""
        self.is_here, self._read = self.page == progress.here, self.page in progress.read
        self._marked = self.page in progress.marked
        self._right = self._theme.px(34 if self._marked else 16)
        name = _("Page {number} of {count}: {title}")
        name = name.format(number=self._number, count=self._count, title=self.text())
        states = [
            _("current") if self.is_here else _("read") if self._read else "",
            _("marked") if self._marked else "",
        ]
        self._say(name, ", ".join(filter(None, states)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the design draws it."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._fill(painter, "straw100" if self.is_here else "teal-tint" if self._hovered() else "card")
        if self._barred:
            paint_area(painter, QRectF(0, 0, theme.px(5), self.height()), theme.color("straw"))
        if self.is_here and theme.is_contrast:
            painter.setPen(QPen(theme.color("straw"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(theme.px(9), 2, -theme.px(8), -2))
        middle = self.height() / 2
        size = theme.px(18)
        mark = QRectF(theme.px(45), middle - size / 2, size, size)
        if self.is_here:
            draw_icon(painter, "chevron-right", mark, theme.color("ink"), line=3)
        elif self._read:
            draw_icon(painter, "check", mark, theme.color("ink"), line=2.4)
        else:
            painter.setPen(QPen(theme.color("line2"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(mark.center(), theme.px(4), theme.px(4))
        self._paint_words(painter, "ink" if self.is_here else "ink2")
        if self._marked:
            width, height = theme.px(11), theme.px(15)
            rect = QRectF(self.width() - width - theme.px(14), middle - height / 2, width, height)
            draw_ribbon(painter, rect, theme, filled=True)
