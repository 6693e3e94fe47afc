"""A reading ruler: one line of a page, or three, stands clear; the others are dimmed, so that the eye keeps its place.

It lies over the painted page and lays nothing out: to move it is to paint two strips anew.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock

from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.document import Geometry, PageDocument, blocks_rect

VEIL = 0.28
"""Of black, over what is dimmed. All words of a page keep 4.5:1 below it, in every set of colours; measured."""
_EDGE = 2
"""px: the line above and below what is clear. In black colours, a veil alone shows no edge."""
_AIR = 3
"""px at 100 %, about the letters."""


class Strip(NamedTuple):
    """From *top* to *bottom* of a document, in px."""

    top: float
    bottom: float


class Ruler:
    """Stands at some lines of a document. Where columns stand side by side, a line reaches over all of them."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._document: PageDocument | None = None
        self._laid_out: Geometry | None = None
        self._lines: list[Strip] = []
        self._first = self._last = 0
        """The lines it is about, without those that are clear beside them."""

    def lie_on(self, document: PageDocument, position: int) -> None:
        """Begin at the line of the character *position*."""
        self._document, self._laid_out = document, None
        self.go_to(position, position)

    def go_to(self, start: int, end: int) -> None:
        """Have the lines of the characters from *start* to *end* clear: a sentence whole, however long it is."""
        if self._document is None:
            return
        first = _line_of(self._document, start)
        last = _line_of(self._document, end) if end > start else first
        lines = self._found()
        self._first = self._nearest(first)
        self._last = max(self._first, self._nearest(last)) if lines else 0

    def go_to_y(self, y: float) -> None:
        """The line nearest to *y* px of the document."""
        self._found()
        self._first = self._last = self._nearest(Strip(y, y))

    def step(self, by: int) -> bool:
        """So many lines on. False: there are none, and it stays."""
        at = self._last + by if by > 0 else self._first + by
        if not 0 <= at < len(self._found()):
            return False
        self._first = self._last = at
        return True

    def stay_in(self, seen: QRectF) -> bool:
        """Come along if the page is scrolled away below it. True: it has moved."""
        lines = self._found()
        band = self.band
        if not lines or (band.bottom > seen.top() and band.top < seen.bottom()):
            return False
        if band.bottom <= seen.top():
            at = bisect_left(lines, seen.top(), key=lambda line: line.top)
        else:
            at = bisect_right(lines, seen.bottom(), key=lambda line: line.bottom) - 1
        self._first = self._last = min(max(at, 0), len(lines) - 1)
        return True

    @property
    def band(self) -> Strip:
        """What is clear."""
        lines = self._found()
        if not lines:
            return Strip(0, 0)
        beside = (self._theme.ruler - 1) // 2 if self._first == self._last else 0
        first, last = max(0, self._first - beside), min(len(lines) - 1, self._last + beside)
        air = self._theme.text_px(_AIR)
        return Strip(lines[first].top - air, lines[last].bottom + air)

    @property
    def position(self) -> int:
        """The character with which the clear line begins; where columns stand side by side, that of one of them."""
        document, lines = self._document, self._found()
        if document is None or not lines:
            return 0
        strip, layout = lines[self._first], document.documentLayout()
        block = document.begin()
        while block.isValid():
            top = layout.blockBoundingRect(block).top() if block.length() > 1 else strip.bottom
            for number, line in enumerate(_lines_of_block(block, top)):
                if strip.top <= (line.top + line.bottom) / 2 < strip.bottom:
                    return block.position() + block.layout().lineAt(number).textStart()
            block = block.next()
        return 0

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Dim what is in *seen* but for the band. *painter* is in px of the document."""
        band = self.band
        veil = QColor(0, 0, 0, round(255 * VEIL))
        left, width = seen.left(), seen.width()
        painter.fillRect(QRectF(left, seen.top(), width, max(0.0, band.top - seen.top())), veil)
        painter.fillRect(QRectF(left, band.bottom, width, max(0.0, seen.bottom() - band.bottom)), veil)
        for edge in (band.top - _EDGE, band.bottom):
            painter.fillRect(QRectF(left, edge, width, _EDGE), self._theme.color("straw600"))

    def _found(self) -> list[Strip]:
        """All lines, from the top of the page to its end, as it is laid out now."""
        document = self._document
        if document is not None and self._laid_out is not document.geometry:
            self._laid_out = document.geometry
            self._lines = lines_in(document)
        return self._lines

    def _nearest(self, strip: Strip) -> int:
        middle = (strip.top + strip.bottom) / 2
        at = bisect_left(self._lines, middle, key=lambda line: line.bottom)
        if at >= len(self._lines):
            return max(0, len(self._lines) - 1)
        before = self._lines[at - 1] if at else None
        is_nearer = before is not None and middle - before.bottom < self._lines[at].top - middle
        return at - 1 if is_nearer else at


def dimmed(color: QColor) -> QColor:
    """*color* as it looks below the veil."""
    return QColor.fromRgbF(*(channel * (1 - VEIL) for channel in (color.redF(), color.greenF(), color.blueF())))


def lines_in(document: PageDocument) -> list[Strip]:
    """The lines of *document* from the top on; those side by side, as in the cells of a row, are one."""
    layout, found = document.documentLayout(), []
    block = document.begin()
    while block.isValid():
        if block.length() > 1:  # else it is room between paragraphs
            top = layout.blockBoundingRect(block).top()
            found += _lines_of_block(block, top)
        block = block.next()
    found.sort()
    merged: list[Strip] = []
    for line in found:
        if merged and line.top < merged[-1].bottom - 1:
            merged[-1] = Strip(merged[-1].top, max(merged[-1].bottom, line.bottom))
        else:
            merged.append(line)
    return merged


def _lines_of_block(block: QTextBlock, top: float) -> list[Strip]:
    layout = block.layout()
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    return [Strip(top + line.y(), top + line.y() + line.height()) for line in lines]


def _line_of(document: PageDocument, position: int) -> Strip:
    """The line that the character *position* stands on."""
    block = document.findBlock(position)
    line = block.layout().lineForTextPosition(position - block.position())
    if not line.isValid():
        rect = blocks_rect(document, position, position)
        return Strip(rect.top(), rect.bottom())
    top = document.documentLayout().blockBoundingRect(block).top() + line.y()
    return Strip(top, top + line.height())
