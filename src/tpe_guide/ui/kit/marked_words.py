"""A few lines of words, some of them marked: heavier, underlined and on straw, so that colour never speaks alone."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from tpe_guide.ui.kit.fitted_text import FittedText, breakable
from tpe_guide.ui.kit.theme import TYPE, Role, Theme, make_font, type_of

Mark = tuple[int, int]
_LONG_WORD = 5.5
"""How wide, in heights of its letters: so that sentences in a list, most without a longer one, are equally large."""


class MarkedWords:
    """Words in a type *role* and a colour *token*. Laid out for a width, then painted.

    *running*: they grow to 400 %, as the guide's text does; others to 200 %.
    Where a long word has no room, letters get smaller, to 200 %, and headings to the size of text; then it breaks.
    *line*: the height of a line in heights of its letters, if not that of *role*.
    *fixed*: letters never get smaller, and stand on whole px, which keeps the largest sharp.
    *mirrored*: lines begin at the right, in whatever language.
    """

    def __init__(
        self,
        theme: Theme,
        role: Role,
        color: str = "ink",
        *,
        running: bool = False,
        fixed: bool = False,
        line: float | None = None,
        mirrored: bool = False,
    ) -> None:
        self._kind = type_of(role)
        self._most = theme.text_px(self._kind.px) if running else theme.letters(self._kind.px)
        self._least = self._most if fixed else theme.px(min(self._kind.px, TYPE["body"].px))
        self.font: QFont = make_font(self._most, self._kind.weight)
        """As it was laid out last."""
        self._longest: int | None = None
        self._fixed = fixed
        self._line = line or self._kind.line
        self._color = theme.color(color)
        self._mirrored = mirrored
        self._theme = theme
        self._layout = QTextLayout()
        self.height = 0

    @property
    def smallest_font(self) -> QFont:
        """Its letters where there is the least room."""
        return make_font(self._least, self._kind.weight)

    def set_words(
        self, text: str, marks: Sequence[Mark] = (), *, lead: int = 0, lead_color: QColor | None = None
    ) -> None:
        """Say *text*. *marks* count characters as Python does. The first *lead* are heavier, in *lead_color*."""
        self._layout = QTextLayout(text.replace("\n", "\u2028"), self.font)  # the end of a line, as Qt calls it
        self._longest = None
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if self._mirrored:
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self._layout.setTextOption(option)
        if marks:
            look = self._mark_look()
            self._layout.setFormats([_range(*mark, look) for mark in in_utf16(text, marks)])
        elif lead:
            heavier = QTextCharFormat()
            heavier.setFontWeight(QFont.Weight.Bold)
            if lead_color is not None:
                heavier.setForeground(lead_color)
            self._layout.setFormats([_range(*mark, heavier) for mark in in_utf16(text, [(0, lead)])])

    def lay_out(self, width: int) -> int:
        """Break the words into lines of *width* px. Returns their height: none where there are no words."""
        layout = self._layout
        height = self._fit(width) * self._line
        layout.beginLayout()
        count = 0
        while layout.text() and (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, count * height + self._above(line, height, count)))
            count += 1
        layout.endLayout()
        self.height = ceil(count * height)
        return self.height

    @property
    def line_height(self) -> float:
        """px of a line in the largest letters."""
        return self._most * self._line

    def paint(self, painter: QPainter, left: float, top: float, dirty: QRectF | None = None) -> None:
        """Paint the lines at (*left*, *top*); of many only those that *dirty* touches, and one about them."""
        painter.setPen(self._color)
        height = self.line_height
        # In large letters each line takes its time, and letters reach out of theirs.
        clip = QRectF() if dirty is None else dirty.adjusted(0, -height, 0, height)
        self._layout.draw(painter, QPointF(left, top), [], clip)

    def _above(self, line: QTextLine, height: float, number: int) -> float:
        """px from the top of line *number*, *height* px high, to its letters: they stand in its middle."""
        if not self._fixed:
            return (height - line.height()) / 2
        metrics = QFontMetricsF(self.font)
        baseline = (height - metrics.height()) / 2 + metrics.ascent() + number * height
        return round(baseline) - number * height - line.ascent()

    def _mark_look(self) -> QTextCharFormat:
        theme, look = self._theme, QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        look.setFontUnderline(True)
        look.setUnderlineColor(theme.color("straw600"))
        look.setBackground(theme.color("straw100"))
        look.setForeground(theme.color("ink"))
        return look

    def _fit(self, width: int) -> int:
        """Set the letters for lines of *width* px. Returns their size in px."""
        size = self._most
        if self._least < self._most:
            room = min(width // _LONG_WORD, self._most * width // max(1, self._longest_word))
            size = max(self._least, min(self._most, int(room)))
        if size != self.font.pixelSize():
            self.font = make_font(size, self._kind.weight)
            self._layout.setFont(self.font)
        return size

    @property
    def _longest_word(self) -> int:
        """px, in the largest letters."""
        if self._longest is None:
            bold = make_font(self._most, QFont.Weight.Bold.value)
            self._longest = FittedText(breakable(self._layout.text()), bold).longest_word
        return self._longest


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
