"""A few lines of words, some of them marked: heavier, underlined and on straw, so that colour never speaks alone."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from tpe_guide.ui.theme import TYPE, Theme, make_font

Mark = tuple[int, int]


class MarkedWords:
    """Words in a type *role* and a colour *token*. Laid out for a width, then painted.

    *running*: they grow to 400 %, as the guide's text does.
    """

    def __init__(self, theme: Theme, role: str, color: str = "ink", *, running: bool = False) -> None:
        kind = TYPE[role]
        size = theme.text_px(kind.px) if running else theme.px(kind.px)
        self.font: QFont = make_font(size, kind.weight)
        self._line = size * kind.line
        self._color = theme.color(color)
        self._mark = QTextCharFormat()
        self._mark.setFontWeight(QFont.Weight.Bold)
        self._mark.setFontUnderline(True)
        self._mark.setUnderlineColor(theme.color("straw600"))
        self._mark.setBackground(theme.color("straw100"))
        self._mark.setForeground(theme.color("ink"))
        self._layout = QTextLayout()
        self.height = 0

    def set_words(
        self, text: str, marks: Sequence[Mark] = (), *, lead: int = 0, lead_color: QColor | None = None
    ) -> None:
        """Say *text*. *marks* count characters as Python does. The first *lead* are heavier, in *lead_color*."""
        self._layout = QTextLayout(text, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        if marks:
            self._layout.setFormats([_range(*mark, self._mark) for mark in in_utf16(text, marks)])
        elif lead:
            heavier = QTextCharFormat()
            heavier.setFontWeight(QFont.Weight.Bold)
            heavier.setForeground(lead_color or self._color)
            self._layout.setFormats([_range(*mark, heavier) for mark in in_utf16(text, [(0, lead)])])

    def lay_out(self, width: int) -> int:
        """Break the words into lines of *width* px. Returns their height: none where there are no words."""
        layout = self._layout
        layout.beginLayout()
        count = 0
        while layout.text() and (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, count * self._line + (self._line - line.height()) / 2))
            count += 1
        layout.endLayout()
        self.height = ceil(count * self._line)
        return self.height

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint the lines at (*left*, *top*)."""
        painter.setPen(self._color)
        self._layout.draw(painter, QPointF(left, top))


def _range(first: int, last: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start, marked.length, marked.format = first, last - first, look
    return marked


def in_utf16(text: str, marks: Sequence[Mark]) -> Sequence[Mark]:
    """*marks*, which count code points of *text*, in the UTF-16 units that Qt counts."""
    if text.isascii() or max(text) < "\U00010000":
        return marks
    return [(_units(text[:first]), _units(text[:last])) for first, last in marks]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
