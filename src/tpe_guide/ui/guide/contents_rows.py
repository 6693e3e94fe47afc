"""The lines of an open chapter in the contents: a page, a picture, the question at its end."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.ui.guide.rail_rows import ReadingProgress
from tpe_guide.ui.guide.ribbon import draw_ribbon
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme

_LEAST, _LEFT, _RIGHT, _ICON = 52, 52, 16, 20
_RIBBON = 13


class ContentsRow(Pressable):
    """A line that leads to *leads_to*, with an *icon* before its *words*. *lined*: with a rule above it."""

    chosen = Signal(Locator)

    def __init__(
        self, theme: Theme, words: str, leads_to: Locator, icon: str, *, line: float = 2.0, lined: bool = True
    ) -> None:
        super().__init__(theme, words, "small", across=QSizePolicy.Policy.Ignored)
        self.leads_to = leads_to
        self._icon, self._line = icon, line
        self._lined = lined
        self._fill, self._marked = "", False
        self.clicked.connect(self._choose)

    def sizeHint(self) -> QSize:
        """One line of words."""
        width = self._theme.px(_LEFT) + self._words().width + self._right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few letters: longer words shrink."""
        return QSize(self._theme.px(_LEFT + _RIGHT + 40), self._theme.px(_LEAST))

    def heightForWidth(self, width: int) -> int:
        """Grows as the words wrap."""
        return max(self._theme.px(_LEAST), self._fitted(width).height_in(self._room(width)) + self._theme.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line above, the icon, the words, a ribbon where the page is marked."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if fill := "teal-tint" if self.underMouse() or self.isDown() else self._fill:
            paint_area(painter, self.rect(), theme.color(fill))
        if self._lined:
            painter.setPen(QPen(theme.color("line"), theme.border()))
            painter.drawLine(0, 0, self.width(), 0)
        size = theme.px(_ICON)
        icon = self._mirrored(QRect(theme.px(20), (self.height() - size) // 2, size, size))
        self._paint_icon(painter, QRectF(icon))
        words, room = self._fitted(self.width()), self._room(self.width())
        height = words.height_in(room)
        painter.setPen(theme.color("ink"))
        place = QRect(theme.px(_LEFT), (self.height() - height) // 2, room, height)
        words.paint(painter, self._mirrored(place), self._start)
        if self._marked:
            width, height = theme.px(_RIBBON), theme.px(18)
            right = QRect(self.width() - theme.px(_RIGHT) - width, (self.height() - height) // 2, width, height)
            draw_ribbon(painter, QRectF(self._mirrored(right)), theme, filled=True)

    def _paint_icon(self, painter: QPainter, place: QRectF) -> None:
        draw_icon(painter, self._icon, place, self._theme.color("ink"), line=self._theme.px(self._line))

    def _words(self) -> FittedText:
        return FittedText(self.text(), self.font())

    def _fitted(self, width: int) -> FittedText:
        return self._words().shrunk_to(self._room(width))

    def _right(self) -> int:
        return self._theme.px(_RIGHT + (_RIBBON + 10 if self._marked else 0))

    def _room(self, width: int) -> int:
        return max(1, width - self._theme.px(_LEFT) - self._right())

    def _choose(self) -> None:
        self.chosen.emit(self.leads_to)


class PageLine(ContentsRow):
    """A page: whether it is read, marked, or where the reader stopped. *place*: its number, and of how many."""

    def __init__(
        self,
        theme: Theme,
        page: str,
        title: str,
        place: tuple[int, int],
        progress: ReadingProgress,
        *,
        lined: bool = True,
    ) -> None:
        self.is_here = page == progress.here
        self._is_read = page in progress.read
        icon = "chevron-right" if self.is_here else "check"
        super().__init__(theme, title, Locator("page", page), icon, line=3.0 if self.is_here else 2.6, lined=lined)
        self._marked = page in progress.marked
        if self.is_here:
            self._fill = "straw100"
            self.setFont(theme.font("small", weight=700))
        self.setObjectName(f"page-{page}")
        name = _("Page {number} of {count}: {title}").format(number=place[0], count=place[1], title=title)
        states = (
            _("current") if self.is_here else _("read") if self._is_read else "",
            _("marked") if self._marked else "",
        )
        self.setAccessibleName(", ".join(filter(None, (name, *states))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """As every line; in high contrast a frame says where the reader stopped."""
        super().paintEvent(event)
        if self.is_here and self._theme.is_contrast:
            painter = QPainter(self)
            painter.setPen(QPen(self._theme.color("straw"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(4, 3, -4, -2))

    def _paint_icon(self, painter: QPainter, place: QRectF) -> None:
        if self.is_here or self._is_read:
            if self._reads_left and self.is_here:
                self._icon = "chevron-left"
            super()._paint_icon(painter, place)
            return
        theme = self._theme
        painter.setPen(QPen(theme.color("ink"), theme.border(1.5)))
        painter.drawEllipse(place.center(), theme.px(5.5), theme.px(5.5))
