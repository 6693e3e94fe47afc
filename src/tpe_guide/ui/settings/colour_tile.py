"""One set of colours to pick: a small page painted in them, and their name."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.layouts import higher_when_narrow
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme, ThemeName

_PAGE = 60
_WORDS = 52
# What a page looks like from afar: left, top, width in parts of the tile, height in px at 100 %, colour token.
_LINES = (
    (0.08, 12, 0.44, 8, "ink"),
    (0.08, 26, 0.80, 5, "ink2"),
    (0.08, 35, 0.68, 5, "ink2"),
    (0.08, 46, 0.18, 6, "straw"),
    (0.60, 45, 0.30, 8, "teal"),
)


class ColourTile(Pressable):
    """Checkable; picked: 3 px edge and a tick, so that colour never speaks alone."""

    def __init__(self, theme: Theme, shown: ThemeName, name: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent=parent)
        self._shown = Theme(shown)
        self._icon = icon
        self.setCheckable(True)
        self.setSizePolicy(higher_when_narrow(QSizePolicy.Policy.Expanding))

    def sizeHint(self) -> QSize:
        """The page above the name."""
        return QSize(self._theme.px(200), self._theme.px(_PAGE + _WORDS))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word of its name: the rest wraps."""
        width = FittedText(self.text(), self.font()).longest_word + self._theme.px(64)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Grows as the name wraps."""
        px = self._theme.px
        return px(_PAGE) + max(px(_WORDS), FittedText(self.text(), self.font()).height_in(width - px(60)) + px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Page, name, edge."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = self._edge()
        shape = QPainterPath()
        inset = pen.widthF() / 2
        radius = theme.px(14)
        shape.addRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.fillPath(shape, theme.color("straw100" if self.isChecked() else "card"))
        painter.save()
        painter.setClipPath(shape)
        self._paint_page(painter)
        painter.restore()
        painter.strokePath(shape, pen)
        self._paint_name(painter)

    def _edge(self) -> QPen:
        theme = self._theme
        if self.isChecked():
            return QPen(theme.color("straw" if theme.is_contrast else "ink"), 3)
        hover = self.underMouse() or self.isDown()
        return QPen(theme.color("teal" if hover else "line2"), theme.border(1.5))

    def _paint_page(self, painter: QPainter) -> None:
        px = self._theme.px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._shown.color("paper"))
        painter.drawRect(0, 0, self.width(), px(_PAGE))
        for left, top, width, height, token in _LINES:
            painter.setBrush(self._shown.color(token))
            line = QRectF(left * self.width(), px(top), width * self.width(), px(height))
            painter.drawRoundedRect(line, line.height() / 2, line.height() / 2)
        painter.setPen(QPen(self._theme.color("line2"), self._theme.border()))
        painter.drawLine(0, px(_PAGE), self.width(), px(_PAGE))

    def _paint_name(self, painter: QPainter) -> None:
        px = self._theme.px
        top, size = px(_PAGE), px(24)
        color = self._theme.color("ink")
        place = QRectF(self._mirrored(QRect(px(16), top + (self.height() - top - size) // 2, size, size)))
        draw_icon(painter, "check" if self.isChecked() else self._icon, place, color)
        painter.setPen(color)
        name = FittedText(self.text(), self.font())
        height = name.height_in(self.width() - px(60))
        room = QRect(px(52), top + (self.height() - top - height) // 2, self.width() - px(60), height)
        name.paint(painter, self._mirrored(room), self._start)
