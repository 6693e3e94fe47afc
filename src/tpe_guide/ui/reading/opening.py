"""Room in the flow of a page, below the line in which a sentence ends: what is explained of it stands there.

What is written behind it moves down, and moves back up when it is closed. The words above keep their places.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor

from tpe_guide.ui.kit.theme import make_font
from tpe_guide.ui.reading.document import FIGURE_INDEX, FIGURE_TYPE, Card, Node, PageDocument, card_rect, line_rects
from tpe_guide.ui.reading.sentences import end_of_sentence
from tpe_guide.ui.reading.writer import OBJECT

LINE_END = "\N{LINE SEPARATOR}"
_SPACES = " \N{NO-BREAK SPACE}"


class Opening:
    """The one room that is open in *document*: below the words of its link *index*."""

    def __init__(self, document: PageDocument, index: int, height: float) -> None:
        self._document = document
        beyond = [pill.beyond for pill in document.pills if pill.anchor == index]
        self._drop = beyond[0] if beyond else 0.0
        """px by which a shape reaches below its words."""
        self._room = _Room(height + self._drop)
        document.figures.append(self._room)
        cursor = QTextCursor(document)
        cursor.setPosition(document.anchors[index].end)
        self._row = -1
        if cursor.currentTable() is not None:
            self._open_below_row(cursor)
        else:
            self._open_below_line(cursor, index)
        document.opened = index
        document.forget_geometry()

    def close(self) -> None:
        """Take the room away; all is where it was."""
        document = self._document
        cursor = QTextCursor(document)
        cursor.setPosition(self._at)
        if self._row >= 0:
            cursor.currentTable().removeRows(self._row, 1)
        else:
            cursor.setPosition(self._at + self._length, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        self._shift(-self._length)
        document.figures.pop()
        document.opened = -1
        document.forget_geometry()

    def grow(self, height: float) -> None:
        """Make the room *height* px high."""
        if height + self._drop != self._room.height:
            self._room.height = height + self._drop
            self._document.markContentsDirty(self._at, self._length)
            self._document.forget_geometry()

    @property
    def place(self) -> QRectF:
        """Where the room is, in px of the document."""
        line = line_rects(self._document, self._object, self._object + 1)[0]
        left, width = sides_of(self._document, card_about(self._document, self._at))
        height = self._room.height - self._drop
        return QRectF(left, line.bottom() - height, width, height)

    def _open_below_line(self, cursor: QTextCursor, index: int) -> None:
        document, block = self._document, cursor.block()
        self._at = block.position() + _end_of_what_is_said(document, block, index)
        at_end = self._at == block.position() + block.length() - 1
        words = LINE_END + OBJECT + ("" if at_end else LINE_END)
        cursor.setPosition(self._at)
        cursor.beginEditBlock()
        _let_lines_grow(cursor)
        cursor.insertText(words, self._format())
        cursor.endEditBlock()
        self._object, self._length = self._at + 1, len(words)
        self._shift(self._length)

    def _open_below_row(self, cursor: QTextCursor) -> None:
        document, table = self._document, cursor.currentTable()
        before = document.characterCount()
        self._row = table.cellAt(cursor).row() + 1
        cursor.beginEditBlock()
        table.insertRows(self._row, 1)
        table.mergeCells(self._row, 0, 1, table.columns())
        cell = table.cellAt(self._row, 0)
        cell.firstCursorPosition().insertText(OBJECT, self._format())
        cursor.endEditBlock()
        self._at = self._object = cell.firstPosition()
        self._length = document.characterCount() - before
        self._shift(self._length)

    def _format(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(make_font(1))
        form.setObjectType(FIGURE_TYPE)
        form.setProperty(FIGURE_INDEX, len(self._document.figures) - 1)
        return form

    def _shift(self, by: int) -> None:
        """What stands behind the room is so many characters further on."""
        document, at = self._document, self._at if by > 0 else self._at - by
        document.anchors = [
            anchor._replace(start=anchor.start + by, end=anchor.end + by) if anchor.start >= at else anchor
            for anchor in document.anchors
        ]
        document.marks = [
            mark._replace(position=mark.position + by) if mark.position >= at else mark for mark in document.marks
        ]
        document.blocks = [(start + by if start >= at else start, name) for start, name in document.blocks]
        for node in _all(document.nodes):
            begins_behind = node.start >= at
            node.start += by if begins_behind else 0
            node.end += by if begins_behind or node.end > at else 0


def card_about(document: PageDocument, position: int) -> Card | None:
    """The card that the character at *position* stands on."""
    inside = (card for card in document.cards if card.frame.firstPosition() <= position <= card.frame.lastPosition())
    return next(inside, None)


def sides_of(document: PageDocument, card: Card | None) -> tuple[float, float]:
    """The left edge and the width, in px, of what opens in *card*, or in the column."""
    if card is None:
        return document.column_left, document.column_width
    rect, look = card_rect(document, card.frame), card.look
    inset = 2 * look.edge_width + 4
    left = rect.left() + look.bar_width + inset
    return left, rect.right() - inset - left


class _Room:
    """A figure of which nothing is seen: what lies there is no part of the text."""

    inset = 0.0

    def __init__(self, height: float) -> None:
        self.height = height

    def size(self, width: float) -> QSizeF:
        """As high as what is to lie there."""
        return QSizeF(1, self.height)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Nothing."""


def _end_of_what_is_said(document: PageDocument, block: QTextBlock, index: int) -> int:
    """Where in *block* the sentence with the link *index* ends, with the marks of its sources and the space behind."""
    anchor, text, first = document.anchors[index], block.text(), block.position()
    match anchor.link.kind:
        case "sources":
            return block.length() - 1
        case "cite":
            end = anchor.end - first
        case _:
            end = end_of_sentence(text, anchor.end - first)
    for other in document.anchors[index + 1 :]:
        start = other.start - first
        if start < end:
            continue
        if other.link.kind != "cite" or start > len(text) or text[end:start].strip(_SPACES):
            break
        end = max(end, other.end - first)
    while end < len(text) and text[end] in _SPACES:
        end += 1
    return end


def _let_lines_grow(cursor: QTextCursor) -> None:
    """Lines of one height, as of a heading, would not leave room for what is higher."""
    fixed, least = QTextBlockFormat.LineHeightTypes.FixedHeight, QTextBlockFormat.LineHeightTypes.MinimumHeight
    form = cursor.blockFormat()
    if form.lineHeightType() == fixed.value:
        form.setLineHeight(form.lineHeight(), least.value)
        cursor.setBlockFormat(form)


def _all(nodes: Iterable[Node]) -> Iterable[Node]:
    for node in nodes:
        yield node
        yield from _all(node.children)
