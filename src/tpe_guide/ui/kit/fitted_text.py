"""Words in a font: how narrow they may get, how high they are in a width, and their lines painted."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

_ENDLESS = 10_000
"""px: no words are higher."""
_WRAP = Qt.TextFlag.TextWordWrap
_LEAST_ROOM = 110
"""px that a word may take however narrow the window: larger letters shrink."""
BREAK = "\u200b"
"""Zero-width space: a place where a line may end."""
_NEVER_A_WORD = re.compile(r"[!-~\u00a1-\u024f]{31,}")
"""So long a run is an address or a slip of the hand. Only letters that stand for themselves: no mark is parted from its
letter."""
_PIECE = re.compile(r".{1,11}[./\\@_-]|.{1,12}")
_AFTER_SLASH = re.compile(rf"([/\\])(?!{BREAK}|$)")
_KNOWN_LIMIT = 10_000
"""Lengths that are remembered: several times those of all screens in one size of the window."""

Length = TypeVar("Length")


def breakable(words: str) -> str:
    """*words* with places where a line may end in file paths, addresses and what else is too long for one."""
    words = _NEVER_A_WORD.sub(lambda run: BREAK.join(_PIECE.findall(run[0])), words)
    return _AFTER_SLASH.sub(rf"\1{BREAK}", words)


class FittedText(NamedTuple):
    """*words* in *font*. Their lines end between words; all lengths are in px."""

    words: str
    font: QFont

    @property
    def width(self) -> int:
        """All of them on one line."""
        return _width(self)

    @property
    def longest_word(self) -> int:
        """The width below which a word would be cut off: 0 where there are none. A line may end after a hyphen, too."""
        return _longest_word(self)

    @property
    def least_room(self) -> int:
        """What a layout may squeeze it into: the longest word, or less where that must shrink or be cut."""
        return min(self.longest_word, _LEAST_ROOM)

    @property
    def line_height(self) -> int:
        """One line of it."""
        return QFontMetrics(self.font).height()

    def size_in(self, room: int) -> QSize:
        """What the lines take where *room* px across are free."""
        return QSize(*_size_in(self, max(1, room)))

    def height_in(self, room: int) -> int:
        """How high the lines are where *room* px across are free."""
        return _size_in(self, max(1, room))[1]

    def shrunk_to(self, room: int) -> FittedText:
        """The same, in letters small enough for the longest word to have *room*."""
        return self._shrunk(self.longest_word, room)

    def in_one_line(self, room: int) -> FittedText:
        """The same, in letters small enough for all of it to have *room* on one line."""
        return self._shrunk(self.width, room)

    def _shrunk(self, width: int, room: int) -> FittedText:
        if width <= room:
            return self
        font = QFont(self.font)
        font.setPixelSize(max(1, font.pixelSize() * room // width))
        return self._replace(font=font)

    def paint(self, painter: QPainter, place: QRect, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        """Paint the lines into *place*, from its top, in the pen that *painter* has."""
        painter.setFont(self.font)
        painter.drawText(place, align | _WRAP, self.words)


def _remembered(measure: Callable[..., Length]) -> Callable[..., Length]:
    """What *measure* found before: a layout asks for the same lengths ten times over.

    Only numbers are kept, under the hashes of words and font: nobody's words outlive the screen they stand on.
    """
    known: dict[tuple[int, ...], Length] = {}

    def recall(text: FittedText, *room: int) -> Length:
        key = (hash(text.words), hash(text.font), *room)
        if (found := known.get(key)) is None:
            if len(known) >= _KNOWN_LIMIT:
                known.clear()
            found = known[key] = measure(text, *room)
        return found

    return recall


@_remembered
def _width(text: FittedText) -> int:
    return QFontMetrics(text.font).horizontalAdvance(text.words)


@_remembered
def _longest_word(text: FittedText) -> int:
    words = text.words.replace("-", "- ").replace(BREAK, " ").split()
    return max(map(QFontMetrics(text.font).horizontalAdvance, words), default=0)


@_remembered
def _size_in(text: FittedText, room: int) -> tuple[int, int]:
    size = QFontMetrics(text.font).boundingRect(QRect(0, 0, room, _ENDLESS), _WRAP, text.words).size()
    return size.width(), size.height()
