"""A page laid out as text, with all that the view must paint beneath it and tell a screen reader about it."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal, NamedTuple, Protocol, cast, get_args

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextLine,
    QTextOption,
)

from tpe_guide.guide.depth import Part
from tpe_guide.guide.reading_position import ReadingPosition
from tpe_guide.ui.kit.several_bases import settle
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.measure import Measure, space

settle(QPyTextObject)

FIGURE_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
FIGURE_INDEX = QTextFormat.Property.UserProperty.value + 1
_AFTER_ALL = "\N{LATIN SMALL LETTER Z}" * 2
"""Sorts behind the name of any block."""

Role = Literal["heading", "paragraph", "list", "item", "table", "row", "header", "cell", "picture", "section", "link"]


class CardLook(NamedTuple):
    """How a card is painted: fill, edge, bar at the left (its corners are then square) and radius, in px."""

    fill: QColor
    edge: QColor
    edge_width: float
    radius: float
    bar: QColor | None = None
    bar_width: float = 0


class Card(NamedTuple):
    """A frame of the text with a card beneath it."""

    frame: QTextFrame
    look: CardLook


class Mark(NamedTuple):
    """An icon in the indent of a line; ``disc`` is the bullet of a list. All lengths in px."""

    position: int
    icon: str
    color: QColor
    size: float
    indent: float
    rise: float
    """From the baseline of the line to the middle of the icon."""
    line: float


class Anchor(NamedTuple):
    """Words that lead somewhere, from character *start* to *end*."""

    start: int
    end: int
    link: Link


class Pill(NamedTuple):
    """A pressable shape about the words of a link: lengths in px, from its edges to the words."""

    anchor: int
    """The index of the link."""
    left: float
    right: float
    beyond: float
    """Above and below the words."""
    icon: float
    """The size of the arrow behind the words."""


class Node:
    """One thing that a screen reader finds: its role, its words, and the characters it spans.

    *link* is the index into the document's anchors; -1 if it is none. *heads* are the words at the head of its column
    and of its row, if it is the cell of a table.
    """

    __slots__ = ("children", "end", "heads", "level", "link", "name", "role", "start")

    def __init__(self, role: Role, name: str, start: int, end: int, level: int = 0, link: int = -1) -> None:
        self.role = role
        self.name = name
        self.start = start
        self.end = end
        self.level = level
        self.link = link
        self.heads: tuple[str, ...] = ()
        self.children: list[Node] = []


class Figure(Protocol):
    """Something drawn in the flow of the text."""

    inset: float
    """px of the column that are not its own: the padding of cards around it."""

    def size(self, width: float) -> QSizeF:
        """Its size in px where *width* px are free."""

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Draw it into *rect*."""


class Underline(NamedTuple):
    """A line below linked words, from *start* for *length* px."""

    start: QPointF
    length: float
    dotted: bool


class Geometry(NamedTuple):
    """Where everything beneath the text lies, in px of the document, for one width."""

    cards: list[tuple[QRectF, CardLook]]
    marks: list[tuple[QRectF, Mark]]
    links: list[list[QRectF]]
    """Per link, one rectangle a line."""
    underlines: list[Underline]
    pills: list[tuple[QRectF, Pill]]


class _FigurePainter(QPyTextObject):
    """Lets Qt's text layout measure and draw figures."""

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: A002, N803
        """The size of a figure in the column as it is now."""
        assert isinstance(doc, PageDocument)
        figure = doc.figures[format.intProperty(FIGURE_INDEX)]
        return figure.size(doc.column_width - figure.inset)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803
        format: QTextFormat,  # noqa: A002
    ) -> None:
        """A figure, drawn."""
        assert isinstance(doc, PageDocument)
        if doc.shows_figures:
            doc.figures[format.intProperty(FIGURE_INDEX)].paint(painter, QRectF(rect))


class PageDocument(QTextDocument):
    """Text with cards, marks, links and figures. Written once by a Writer, then only laid out anew."""

    def __init__(self, title: str, theme: Theme, measure: Measure, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.theme = theme
        self.measure = measure
        self.cards: list[Card] = []
        self.marks: list[Mark] = []
        self.anchors: list[Anchor] = []
        self.pills: list[Pill] = []
        self.figures: list[Figure] = []
        self.shows_figures = True
        """Not while the words are awaited: the room of a drawing stays empty until it follows."""
        self.opened = -1
        """The link below whose words room is open; -1: none. See ``opening``."""
        self.nodes: list[Node] = []
        self.blocks: list[tuple[int, str]] = []
        """The blocks of the page in order: at which character each begins, and its name (``minute.3``)."""
        self.column_width = float(theme.text_px(measure.column))
        self._width = 0.0
        self._geometry: Geometry | None = None
        self._painter = _FigurePainter(self)
        self.setUndoRedoEnabled(False)
        self.setLayoutEnabled(False)  # until there is a width to lay it out for
        self.setDocumentMargin(0)
        self.setDefaultTextOption(_anywhere())
        self.documentLayout().registerHandler(FIGURE_TYPE, self._painter)

    def fit(self, width: float) -> None:
        """Lay the column out for a view *width* px wide."""
        if width == self._width:
            return
        self._width = width
        self._geometry = None
        left = space(self.theme, self.measure.side)
        edge = space(self.theme, self.measure.edge)
        beside = self.theme.text_px(self.measure.beside)
        column = min(self.theme.text_px(self.measure.column), width - left - edge - beside)
        self.column_width = max(1.0, column)
        spare = width - left - edge - self.column_width - beside
        if self.measure.at in ("whole", "middle"):
            left = max(left, round((width - self.column_width - beside) / 2))
        elif self.measure.at == "right":
            left += max(0, round(spare))
        frame = self.rootFrame().frameFormat()
        frame.setLeftMargin(left)
        frame.setRightMargin(max(0.0, width - left - self.column_width - beside))
        frame.setTopMargin(space(self.theme, self.measure.top))
        frame.setBottomMargin(space(self.theme, self.measure.top))
        self.setLayoutEnabled(False)  # or the new margins, and the new width, would each be laid out for themselves
        self.rootFrame().setFrameFormat(frame)
        self.setPageSize(QSizeF(width, -1))
        self.setLayoutEnabled(True)

    def place_at(self, position: int) -> ReadingPosition:
        """The place of the character at *position*."""
        index = bisect_right(self.blocks, (position, _AFTER_ALL)) - 1
        if index < 0:
            return ReadingPosition()
        start, block = self.blocks[index]
        return ReadingPosition(block, position - start)

    def position_of(self, place: ReadingPosition) -> int:
        """Where *place* is now; the end of what is shown if its part is not, 0 if there is no such block at all."""
        ends = [*(start for start, __ in self.blocks[1:]), self.characterCount()]
        for (start, block), end in zip(self.blocks, ends, strict=True):
            if block == place.block:
                return min(start + place.offset, max(start, end - 1))
        parts = {block.partition(".")[0] for __, block in self.blocks}
        return self.blocks[-1][0] if place.part in get_args(Part) and place.part not in parts else 0

    def lay_out(self) -> None:
        """Finish what Qt would otherwise lay out bit by bit."""
        self.documentLayout().documentSize()
        self.geometry  # noqa: B018 - made now, kept for the first paint

    def forget_geometry(self) -> None:
        """Something was moved: where all lies is to be found anew."""
        self._geometry = None

    @property
    def column_left(self) -> int:
        """px left of the column, at the width that the page was fitted to."""
        return round(self.rootFrame().frameFormat().leftMargin())

    @property
    def height(self) -> float:
        """px of the whole page at the width that it was fitted to."""
        return self.documentLayout().documentSize().height()

    @property
    def geometry(self) -> Geometry:
        """Where cards, marks and links lie now. Lays out what is not laid out yet."""
        if self._geometry is None:
            links = [line_rects(self, anchor.start, anchor.end) for anchor in self.anchors]
            pills = [(_pill_rect(pill, links[pill.anchor]), pill) for pill in self.pills]
            underlines = _underlines(self, links)
            for rect, pill in pills:
                links[pill.anchor] = [rect]
            self._geometry = Geometry(
                cards=[(card_rect(self, card.frame), card.look) for card in self.cards],
                marks=[(_mark_rect(self, mark), mark) for mark in self.marks],
                links=links,
                underlines=underlines,
                pills=pills,
            )
        return self._geometry


def line_rects(document: QTextDocument, start: int, end: int) -> list[QRectF]:
    """The characters from *start* to *end*, inside one block: a rectangle for each line they stand on."""
    block = document.findBlock(start)
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    layout = block.layout()
    first, last = start - block.position(), end - block.position()
    if not layout.lineCount():
        return []
    on, end_on = (layout.lineForTextPosition(max(0, at)).lineNumber() for at in (first, max(first, last - 1)))
    rects = []
    for number in range(on, end_on + 1):
        line = layout.lineAt(number)
        begin, stop = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
        if begin < stop:
            here, there = _x(line, begin), _x(line, stop)
            rect = QRectF(min(here, there), line.y(), abs(there - here), line.height())
            # The space at which a line is broken hangs over its end.
            rects.append(rect.intersected(line.naturalTextRect()).translated(origin))
    return rects


def lines_of(document: QTextDocument, start: int, end: int) -> list[QRectF]:
    """The same for characters that may stand in several blocks."""
    rects: list[QRectF] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        last = block.position() + block.length() - 1
        rects += line_rects(document, max(start, block.position()), min(end, last))
        block = block.next()
    return rects


def _x(line: QTextLine, position: int) -> float:
    # Qt also moves the position to where a cursor may stand; the stubs know the C++ result only.
    x, __ = cast(tuple[float, int], line.cursorToX(position))
    return x


def blocks_rect(document: QTextDocument, start: int, end: int) -> QRectF:
    """The rectangle around all blocks from character *start* to *end*."""
    layout = document.documentLayout()
    rect = QRectF()
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        rect = rect.united(layout.blockBoundingRect(block))
        block = block.next()
    return rect


def _anywhere() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def card_rect(document: PageDocument, frame: QTextFrame) -> QRectF:
    """The card beneath *frame*."""
    form = frame.frameFormat()
    rect = document.documentLayout().frameBoundingRect(frame)
    return rect.adjusted(form.leftMargin(), form.topMargin(), -form.rightMargin(), -form.bottomMargin())


def _mark_rect(document: PageDocument, mark: Mark) -> QRectF:
    """A square in the indent, level with the middle of the capitals of the first line."""
    block = document.findBlock(mark.position)
    line = block.layout().lineAt(0)
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    middle = origin.y() + line.y() + line.ascent() - mark.rise
    left = origin.x() + line.x() - mark.indent
    return QRectF(left, middle - mark.size / 2, mark.size, mark.size)


def _pill_rect(pill: Pill, lines: list[QRectF]) -> QRectF:
    return united(lines).adjusted(-pill.left, -pill.beyond, pill.right, pill.beyond)


def united(rects: list[QRectF]) -> QRectF:
    """The rectangle around all *rects*."""
    union = QRectF()
    for rect in rects:
        union = union.united(rect)
    return union


def _underlines(document: PageDocument, links: list[list[QRectF]]) -> list[Underline]:
    lines = []
    drop = document.theme.scale * 3.5
    for anchor, rects in zip(document.anchors, links, strict=True):
        kind = anchor.link.kind
        if kind in ("cite", "unit", "sources"):
            continue
        block = document.findBlock(anchor.start)
        ascent = block.layout().lineForTextPosition(anchor.start - block.position()).ascent()
        lines += [
            Underline(QPointF(rect.left(), rect.top() + ascent + drop), rect.width(), kind == "word") for rect in rects
        ]
    return lines
