"""A few large words, wrapped, with the line height of the design (which a QLabel cannot have)."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QWidget

from tpe_guide.ui.kiosk.kiosk_scale import Scale
from tpe_guide.ui.kit.theme import Theme, make_font


class Words(QLabel):
    """*text* in *size* px of the kiosk design; a label to screen readers, painted by hand.

    Lines set closer than the font's own height let letters reach above the first and below the last:
    ``place`` gives them that room around the rectangle in which the words are laid out.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        size: float,
        *,
        line: float = 1.35,
        weight: int = 400,
        color: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size = size
        self._line = line
        self._weight = weight
        self._color = theme.color(color)
        self._font = make_font(round(size), weight)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def set_scale(self, scale: Scale) -> None:
        """Draw at *scale* from now on."""
        self._font = make_font(scale.text(self._size), self._weight)
        self.update()

    def height_for(self, width: int) -> int:
        """The height of the wrapped words at *width*."""
        return ceil(len(self._lines(width)) * self._line_height)

    def width_of_one_line(self) -> int:
        """The width at which nothing needs to wrap."""
        metrics = QFontMetricsF(self._font)
        return ceil(max(metrics.horizontalAdvance(line) for line in self.text().split("\n"))) + 1

    def place(self, left: int, top: int, width: int) -> int:
        """Stand at (*left*, *top*), *width* wide; gives the bottom."""
        height = self.height_for(width)
        self.setGeometry(QRect(left, top - self._overhang, width, height + 2 * self._overhang))
        return top + height

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines."""
        painter = QPainter(self)
        painter.setPen(self._color)
        painter.setFont(self._font)
        metrics = QFontMetricsF(self._font)
        lead = (self._line_height - metrics.height()) / 2 + metrics.ascent() + self._overhang
        for number, line in enumerate(self._lines(self.width())):
            painter.drawText(QPointF(0, round(lead + number * self._line_height)), line)

    @property
    def _line_height(self) -> float:
        return self._font.pixelSize() * self._line

    @property
    def _overhang(self) -> int:
        return max(0, ceil((QFontMetricsF(self._font).height() - self._line_height) / 2))

    def _lines(self, width: int) -> list[str]:
        return [line for part in self.text().split("\n") for line in _wrapped(part, self._font, width)]


def _wrapped(text: str, font: QFont, width: int) -> list[str]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return lines
