"""The words of a cell: the first of them in bold."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from tpe_guide.comparison.table import Cell
from tpe_guide.ui.theme import TYPE, Theme, make_font

_LEAST = 5
"""Characters of a line."""


class CellWords:
    """Laid out in letters of *size* px, each line *line* times as high, for a width; then drawn.

    *mirrored*: lines begin at the right, in whatever language.
    """

    def __init__(self, cell: Cell, size: int, line: float, *, mirrored: bool = False) -> None:
        self._line_height = size * line
        self.font = make_font(size)
        self._layout = QTextLayout(cell.words, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if mirrored:
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self._layout.setTextOption(option)
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        lead = QTextLayout.FormatRange()
        lead.start, lead.length, lead.format = 0, len(cell.lead.encode("utf-16-le")) // 2, bold
        self._layout.setFormats([lead])
        self.height = 0

    def lay_out(self, width: int) -> int:
        """Break the words into lines of *width* px. Returns their height in px."""
        layout = self._layout
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, count * self._line_height + (self._line_height - line.height()) / 2))
            count += 1
        layout.endLayout()
        self.height = ceil(count * self._line_height)
        return self.height

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw the lines at (*left*, *top*) in the colour of the pen."""
        self._layout.draw(painter, QPointF(left, top))


class CellText(QLabel):
    """The words of *cell* for any width; a label to screen readers. *running*: they grow to 400 %."""

    def __init__(self, theme: Theme, cell: Cell, *, running: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kind = TYPE["body"]
        size = theme.text_px(kind.px) if running else theme.px(kind.px)
        self._words = CellWords(cell, size, 1.45, mirrored=self.isRightToLeft())
        self._color = theme.color("ink" if cell.is_known else "ink2")
        self._laid_out = -1
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(cell.words)
        self.setFont(self._words.font)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """All on one line."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()), self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * _LEAST, self.fontMetrics().height())

    def heightForWidth(self, width: int) -> int:
        """The height of its lines."""
        if width != self._laid_out:
            self._laid_out = width
            self._words.lay_out(width)
        return self._words.height

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines."""
        self.heightForWidth(self.width())
        painter = QPainter(self)
        painter.setPen(self._color)
        self._words.draw(painter, 0, 0)
