"""A paragraph that fits any width, with the line height of the design, which a plain label cannot have."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from tpe_guide.ui.kit.layouts import higher_when_narrow
from tpe_guide.ui.kit.marked_words import MarkedWords
from tpe_guide.ui.kit.theme import Role, Theme

_LEAST = 5
"""Characters of a line."""


class Paragraph(QLabel):
    """*text* in a type *role*; a label to screen readers. *running*: it grows to 400 %, as the guide's text does.

    *lead*: the first words of *text*, set heavier and in the colour *lead_color*.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        role: Role = "body",
        *,
        color: str = "ink",
        running: bool = False,
        lead: str = "",
        lead_color: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = MarkedWords(theme, role, color, running=running, mirrored=self.isRightToLeft())
        self._lead = lead
        self._lead_color = theme.color(lead_color) if lead_color else None
        self._heights: dict[int, int] = {}
        self._laid_out = -1
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(self._words.font)
        self.setText(text)
        self.setSizePolicy(higher_when_narrow())

    def setText(self, text: str) -> None:
        """Say *text*."""
        self._words.set_words(text, lead=len(self._lead), lead_color=self._lead_color)
        self._heights.clear()
        self._laid_out = -1
        super().setText(text)

    def sizeHint(self) -> QSize:
        """All on one line."""
        metrics = QFontMetrics(self.font())
        lines = self.text().split("\n")
        return QSize(max(map(metrics.horizontalAdvance, lines)) + 2, ceil(len(lines) * self._words.line_height))

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        metrics = QFontMetrics(self._words.smallest_font)
        return QSize(metrics.averageCharWidth() * min(_LEAST, len(self.text())), metrics.height())

    def heightForWidth(self, width: int) -> int:
        """The height of its lines."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._words.lay_out(width)
            self._laid_out = width
        return height

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, in the middle of the height there is."""
        if self._laid_out != self.width():
            self._laid_out = self.width()
            self._words.lay_out(self._laid_out)
        top = (self.height() - self._words.height) // 2
        self._words.paint(QPainter(self), 0, top, QRectF(event.rect()))
