"""Something large to press, for hands that shake and eyes that blur."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from tpe_guide.ui.kiosk.kiosk_scale import LEAST_TEXT, Scale
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.theme import Theme, make_font

Kind = Literal["primary", "secondary", "choice", "picked", "tool"]


@dataclass(frozen=True, slots=True)
class _Look:
    """Colour tokens at rest and pressed, and the design's edge, corner and type."""

    fill: tuple[str, str]
    edge: tuple[str, str]
    text: tuple[str, str]
    edge_width: float
    radius: float
    weight: int


_LOOKS: dict[Kind, _Look] = {
    "primary": _Look(("teal", "teal-pressed"), ("teal", "teal-pressed"), ("on-teal",) * 2, 3, 32, 700),
    "secondary": _Look(("card", "teal-tint"), ("teal", "teal-pressed"), ("teal", "teal-pressed"), 3, 32, 700),
    "choice": _Look(("card", "teal-tint"), ("line2", "teal-pressed"), ("ink",) * 2, 2, 22, 600),
    "picked": _Look(("straw100", "straw100"), ("ink", "teal-pressed"), ("ink",) * 2, 4, 22, 700),
    "tool": _Look(("card", "teal-tint"), ("line2", "teal-pressed"), ("ink",) * 2, 2, 20, 600),
}


class KioskButton(QAbstractButton):
    """*text* of *size* px of the kiosk design, with an *icon* before it. Words that do not fit grow smaller.

    It has no look for hovering: after a touch Qt leaves the pointer there, and it would seem picked.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: Kind,
        *,
        size: float,
        icon: str = "",
        icon_size: float = 36,
        gap: float = 28,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = _LOOKS[kind]
        self._size = size
        self._icon = icon
        self._icon_size = icon_size
        self._gap = gap
        self._scale = Scale()
        self.say(text, icon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def say(self, text: str, icon: str = "") -> None:
        """Show *text* and *icon* from now on."""
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.update()

    @property
    def drawn_font(self) -> QFont:
        """The font of the words at the present size."""
        return self._font_for(self.width() - self._icon_room() - 2 * self._padding())

    def set_scale(self, scale: Scale) -> None:
        """Draw at *scale* from now on."""
        self._scale = scale
        self.update()

    def sizeHint(self) -> QSize:
        """One line of words with its padding."""
        width = self._words_width(self._font_for(10_000)) + self._icon_room() + 2 * self._padding()
        return QSize(ceil(width), self._scale.target(80))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too: Qt alone lets only Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, edge, icon, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        down = 1 if self.isDown() else 0
        self._paint_shape(painter, down)
        color = self._theme.color(self._look.text[down])
        font = self.drawn_font
        left = (self.width() - self._icon_room() - self._words_width(font)) / 2
        if self._icon:
            side = self._scale.px(self._icon_size)
            top = round((self.height() - side) / 2) + down
            draw_icon(painter, self._icon, QRectF(round(left), top, side, side), color, line=max(2.0, side / 17))
        painter.setPen(color)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        middle = (self.height() + metrics.ascent() - metrics.descent()) / 2 + down
        painter.drawText(QPointF(left + self._icon_room(), middle), self.text())

    def _paint_shape(self, painter: QPainter, down: int) -> None:
        width = max(self._scale.px(self._look.edge_width), self._theme.border(1.5))
        radius = self._scale.px(self._look.radius)
        inset = width / 2
        painter.setPen(QPen(self._theme.color(self._look.edge[down]), width))
        painter.setBrush(self._theme.color(self._look.fill[down]))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)

    def _font_for(self, room: float) -> QFont:
        font = QFont(make_font(self._scale.text(self._size), self._look.weight))
        if (width := self._words_width(font)) > room > 0:
            font.setPixelSize(max(LEAST_TEXT, int(font.pixelSize() * room / width)))
        return font

    def _words_width(self, font: QFont) -> float:
        return QFontMetricsF(font).horizontalAdvance(self.text())

    def _icon_room(self) -> int:
        return self._scale.px(self._icon_size) + self._scale.px(self._gap) if self._icon else 0

    def _padding(self) -> int:
        return max(16, self._scale.px(28))
