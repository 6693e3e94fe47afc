"""Something large to press, for hands that shake and eyes that blur."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tpe_guide.ui.kit.button import Button, Kind, Measures
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.theme import LEAST_LETTERS, Theme, Type

LEAST_TARGET = 80
_LEAST_PADDING = 16

BEGIN = Measures(204, 28, 32, 84, Type(72, 1.2, 700), gap=28, edge=3)
STAY = Measures(204, 28, 32, 80, Type(68, 1.2, 700), gap=28, edge=3)
WIPE = Measures(140, 28, 32, 52, Type(46, 1.2, 700), gap=28, edge=3)
LANGUAGE = Measures(104, 28, 22, 36, Type(36, 1.2, 600), gap=16, edge=2)
PICKED = LANGUAGE._replace(role=Type(36, 1.2, 700), edge=4)
TOOL = Measures(80, 28, 20, 36, Type(28, 1.2, 600), gap=14, edge=2)
"""px of the kiosk's design, which is 1080 px wide."""


class KioskButton(Button):
    """A button whose words do not wrap: where they do not fit they grow smaller.

    It has no look for hovering: after a touch Qt leaves the pointer there, and it would seem picked.
    """

    def __init__(
        self, theme: Theme, text: str, kind: Kind, size: Measures, *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, kind, size=size, icon=icon, parent=parent)
        self._size = size
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, on=False)

    def set_theme(self, theme: Theme) -> None:
        """Look like *theme* from now on, at its size."""
        self._theme = theme
        self.setFont(theme.font(self._size.role))
        self._measure(self._size)
        self.update()

    @property
    def height_now(self) -> int:
        """px: that of the design, and never less than a finger that shakes needs."""
        return max(LEAST_TARGET, self._min_height)

    @property
    def drawn_font(self) -> QFont:
        """The font of the words at the present size."""
        font, room = self.font(), self.width() - self._icons_width() - 2 * self._padding
        if (width := self._width_in(font)) > room > 0:
            font.setPixelSize(max(LEAST_LETTERS, int(font.pixelSize() * room / width)))
        return font

    def sizeHint(self) -> QSize:
        """One line of words with its padding; as an icon alone, a square."""
        if self._icon_only:
            return QSize(self.height_now, self.height_now)
        return QSize(ceil(self._width_in(self.font())) + self._icons_width() + 2 * self._padding, self.height_now)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, edge, icon, words; where there is no room for words, the short ones, or the icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_shape(painter)
        color, down, font = self._text_color(), int(self.isDown()), self.drawn_font
        painter.setPen(color)
        if self._icon_only and self.short:
            painter.setFont(self._theme.font(self._size.role))
            painter.drawText(self.rect().translated(0, down), Qt.AlignmentFlag.AlignCenter, self.short)
            return
        if self._icon_only:
            side = self._theme.beside(self._size.icon, self._size.role)
            place = QRectF((self.width() - side) / 2, (self.height() - side) / 2 + down, side, side)
            draw_icon(painter, self._icon, place, color, line=max(2.0, side / 17))
            return
        left = (self.width() - self._icons_width() - self._width_in(font)) / 2
        if self._icon:
            side = self._icon_size
            place = QRectF(round(left), round((self.height() - side) / 2) + down, side, side)
            draw_icon(painter, self._icon, place, color, line=max(2.0, side / 17))
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        middle = (self.height() + metrics.ascent() - metrics.descent()) / 2 + down
        painter.drawText(QPointF(left + self._icons_width(), middle), self.text())

    def _measure(self, of: Measures) -> None:
        super()._measure(of)
        self._padding = max(_LEAST_PADDING, self._padding)
        self._icon_size, self._gap = (self._theme.beside(length, of.role) for length in (of.icon, of.gap))

    def _state(self) -> int:
        return 2 if self.isDown() else 0

    def _edge_width(self) -> float:
        return max(self._edge, self._theme.border(1.5))

    def _width_in(self, font: QFont) -> float:
        return QFontMetricsF(font).horizontalAdvance(self.text())
