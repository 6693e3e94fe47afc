"""Writes a page into its document: type, spaces, cards, links, marks, and the structure for screen readers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Literal

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextFrameFormat, QTextTable

from tpe_guide.guide.model import Span, Spans
from tpe_guide.i18n import _
from tpe_guide.ui.reading.document import (
    FIGURE_INDEX,
    FIGURE_TYPE,
    Anchor,
    Card,
    CardLook,
    Figure,
    Mark,
    Node,
    PageDocument,
    Pill,
    Role,
)
from tpe_guide.ui.reading.formats import CAP_MIDDLE, FONT_HEIGHT, Formats, Icon, Indent
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.measure import space

_NO_INDENT = Indent()
_PILL = 52
"""px at 100 %: the height of what is pressed as a whole."""
_Place = Literal["start", "middle", "after space", "after frame"]
"""What the block at the cursor is: the empty first one of a document or frame, one with words, a space, or the
empty one behind a frame."""
OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


class Writer:
    """Appends to *document*. All lengths are px at 100 %."""

    def __init__(self, document: PageDocument) -> None:
        self.document = document
        self.theme = document.theme
        self.measure = document.measure
        self.shows_sources = True
        """The marks of sources are written where they stand."""
        self._formats = Formats(document.theme, document.measure)
        self._cursor = QTextCursor(document)
        self._inset = 0.0
        """px of the column that the card around the cursor takes on both sides together."""
        self._outside = Indent(right=self.theme.text_px(self.measure.beside))
        """px by which words outside cards keep away from where notes stand."""
        self._sides = self._outside
        """px by which words keep away from the frame of the card around the cursor, or from where notes stand."""
        self._siblings = document.nodes
        self.is_below_heading = False
        """Nothing has been written since the last heading."""
        self._at: _Place = "start"

    def begin(self, block: str) -> None:
        """What is written next is the *block* of the page (``minute.3``)."""
        self.document.blocks.append((self._cursor.position() + (self._at != "start"), block))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """What is written inside is laid out once, at the end."""
        self._cursor.beginEditBlock()
        yield
        if self._at == "after frame":
            self._make_spacer(1)
        self._cursor.endEditBlock()

    def heading(
        self,
        words: str | Spans,
        level: int,
        *,
        role: str = "",
        token: str = "ink",
        top: float = 0,
        icon: str = "",
    ) -> None:
        """A heading of *level* 1 to 6, perhaps with an *icon* before it."""
        role = role or f"h{min(level, 3)}"
        self._block(role, top=top, level=level, icon=Icon(icon, token, 24, 10) if icon else None)
        self._words(words, "heading", role, token, level=level)

    def paragraph(
        self,
        words: str | Spans,
        *,
        role: str = "body",
        token: str = "ink",
        weight: int = 0,
        top: float = 0,
        icon: str = "",
        icon_token: str = "",
        node: Role = "paragraph",
    ) -> None:
        """One paragraph, perhaps with an *icon* in its indent."""
        self._block(role, top=top, icon=Icon(icon, icon_token or token, 20, 12) if icon else None)
        self._words(words, node, role, token, weight)

    def items(
        self,
        items: Sequence[Spans],
        *,
        top: float,
        between: float,
        role: str = "body",
        icon: str = "disc",
        icon_token: str = "ink",
        ordered: bool = False,
    ) -> None:
        """A list: icons or bullets in the indent, or numbers when *ordered*."""
        with self.group("list", ""):
            for number, spans in enumerate(items, 1):
                gap = top if number == 1 else between
                if ordered:
                    self.numbered(f"{number}.", spans, widest=f"{len(items)}.", role=role, top=gap)
                else:
                    self.paragraph(spans, role=role, top=gap, icon=icon, icon_token=icon_token, node="item")

    def numbered(
        self, number: str, words: Spans, *, widest: str, role: str, token: str = "ink", top: float = 0
    ) -> None:
        """An item with its *number* in an indent that has room for *widest*; it is copied with the words."""
        self._block(role, top=top, hang=self._formats.number_indent(widest, role))
        self._words((Span(f"{number}\t"), *words), "item", role, token)

    def figure(self, figure: Figure, words: str, *, top: float = 0) -> None:
        """Something drawn; *words* say to a screen reader all that it shows."""
        figure.inset = self._inset
        self.document.figures.append(figure)
        self._block("", top=top)
        start = self._cursor.position()
        form = self._formats.nothing()
        form.setObjectType(FIGURE_TYPE)
        form.setProperty(FIGURE_INDEX, len(self.document.figures) - 1)
        self._cursor.insertText(OBJECT, form)
        self._siblings.append(Node("picture", words, start, start + 1))

    def table(self, header: Sequence[Spans], rows: Sequence[Sequence[Spans]], *, top: float) -> None:
        """A table with thin lines; where the column is too narrow for it, a list of its rows."""
        if len(header) > self.measure.table_columns:
            self._rows_one_by_one(header, rows, top)
        else:
            self._grid(header, rows, top)

    def pill(self, link: Link, words: str, *, icon: str, top: float) -> None:
        """Words on a shape of their own, pressed as a whole, with an *icon* before and an arrow behind them."""
        mark = Icon(icon, "teal", 22, 10)
        size = self._formats.icon_size(mark)
        pad, gap = space(self.theme, 18), space(self.theme, 10)
        line = self._formats.type("small-strong").px * FONT_HEIGHT * self.theme.scale
        beyond = math.ceil(max(space(self.theme, 6), (self.theme.px(_PILL) - line) / 2))
        self._block("small-strong", top=top, icon=mark, within=Indent(pad, pad + gap + size))
        self._add_margins(beyond)
        start = self._cursor.position()
        node = Node("paragraph", words, start, start)
        self._siblings.append(node)
        self._link(link, words, self._formats.char("small-strong", "teal"), node)
        node.end = self._cursor.position()
        at = len(self.document.anchors) - 1
        self.document.pills.append(Pill(at, pad + size + gap, gap + size + pad, beyond, size))

    def air(self, px: float) -> None:
        """Room below a pill that ends a card, which Qt takes no notice of there."""
        self._cursor.insertBlock()
        self._make_spacer(space(self.theme, px))

    @contextmanager
    def card(
        self, look: CardLook, name: str, *, top: float, across: float, down: float, beside: float = 0
    ) -> Iterator[None]:
        """What is written inside stands on a card with paddings *across* and *down*.

        *beside*: the card is so wide, and stands beside the text that comes next.
        """
        sides, padding = space(self.theme, across), min(space(self.theme, down), space(self.theme, across))
        form = QTextFrameFormat()
        form.setPadding(padding)
        if beside:
            form.setPosition(QTextFrameFormat.Position.FloatRight)
            form.setWidth(self.theme.text_px(beside))
            form.setTopMargin(space(self.theme, self.measure.gap))  # level with the words of the paragraph
        else:
            self._make_room(top)
            self._narrow(form)
        frame = self._cursor.insertFrame(form)
        self.document.cards.append(Card(frame, look))
        self._at = "start"
        self._sides = Indent(look.bar_width + sides - padding, sides - padding)
        self._inset = look.bar_width + 2 * sides + (self._fixed_width - self.theme.text_px(beside) if beside else 0)
        with self.group("section", name):
            yield
        self._sides, self._inset = self._outside, 0.0
        self._leave(frame.lastPosition())

    @contextmanager
    def group(self, role: Role, name: str) -> Iterator[None]:
        """What is written inside belongs together for a screen reader."""
        outer, inner = self._siblings, Node(role, name, self._cursor.position(), self._cursor.position())
        self._siblings = inner.children
        yield
        self._siblings = outer
        if inner.children:
            inner.start, inner.end = inner.children[0].start, inner.children[-1].end
            outer.append(inner)

    def _grid(self, header: Sequence[Spans], rows: Sequence[Sequence[Spans]], top: float) -> None:
        columns = len(header)
        form = self._formats.table(columns, space(self.theme, top), self._fixed_width)
        table = self._cursor.insertTable(len(rows) + 1, columns, form)
        self._sides = Indent()
        with self.group("table", ""):
            for number, row in enumerate((header, *rows)):
                with self.group("row", ""):
                    self._row(table, number, row)
                    if number:
                        _tell_heads(self._siblings, [plain(each) for each in header])
        self._sides = self._outside
        self._cursor.setPosition(table.lastPosition() + 1)
        self._at = "start"

    def _row(self, table: QTextTable, number: int, row: Sequence[Spans]) -> None:
        is_header = number == 0
        for column, spans in enumerate(row):
            cell = table.cellAt(number, column)
            self._cursor = cell.firstCursorPosition()
            self._at = "start"
            self.paragraph(
                spans,
                role="small-strong" if is_header else "small",
                weight=600 if column == 0 else 0,
                node="header" if is_header else "cell",
            )
            # After its words: a block's own format would wipe that of the cell which it begins.
            cell.setFormat(self._formats.cell(is_header=is_header))

    def _rows_one_by_one(self, header: Sequence[Spans], rows: Sequence[Sequence[Spans]], top: float) -> None:
        gap = top
        for row in rows:
            with self.group("list", plain(row[0])):
                self.paragraph(row[0], weight=700, top=gap, node="item")
                for title, spans in zip(header[1:], row[1:], strict=True):
                    self.paragraph((Span(f"{plain(title)}: "), *spans), top=4, node="item")
            gap = self.measure.gap

    def _block(
        self,
        role: str,
        *,
        top: float,
        level: int = 0,
        hang: float = 0,
        icon: Icon | None = None,
        within: Indent = _NO_INDENT,
    ) -> None:
        """Begin a block of type *role*. *hang*: px by which all lines but the first move in; *within*: all lines."""
        if self._at == "after frame":
            self._make_spacer(space(self.theme, top))
        left = self._sides.left + within.left + (self._formats.icon_indent(icon) if icon else 0)
        form = self._formats.block(
            role,
            top=space(self.theme, top) if self._at == "middle" else 0,
            level=level,
            indent=Indent(left, self._sides.right + within.right, hang),
        )
        char = self._formats.char(role) if role else self._formats.nothing()
        if self._at == "start":
            self._cursor.setBlockFormat(form)
            self._cursor.setBlockCharFormat(char)
        else:
            self._cursor.insertBlock(form, char)
        self._at = "middle"
        if icon:
            self._mark(icon, role)

    def _mark(self, icon: Icon, role: str) -> None:
        self.document.marks.append(
            Mark(
                position=self._cursor.position(),
                icon=icon.name,
                color=self.theme.color(icon.token),
                size=self._formats.icon_size(icon),
                indent=self._formats.icon_indent(icon),
                rise=self._formats.type(role).px * self.theme.scale * CAP_MIDDLE,
                line=(2.6 if icon.name == "check" else 2.0) * math.sqrt(self.theme.scale),
            )
        )

    def _words(
        self, words: str | Spans, node_role: Role, role: str, token: str, weight: int = 0, level: int = 0
    ) -> None:
        spans = (Span(words),) if isinstance(words, str) else words
        start = self._cursor.position()
        node = Node(node_role, plain(spans), start, start, level)
        self._siblings.append(node)
        self.is_below_heading = node_role == "heading"
        for span in spans:
            self._span(span, (role, token, weight), node)
        node.end = self._cursor.position()

    def _span(self, span: Span, style: tuple[str, str, int], node: Node) -> None:
        formats, (role, token, weight) = self._formats, style
        match span.kind:
            case "text":
                self._cursor.insertText(span.text, formats.char(role, token, weight))
            case "strong":
                self._cursor.insertText(span.text, formats.char(role, token, 700))
            case "word":
                self._link(Link.of(span), span.text, formats.word(role, token, weight), node)
            case "page" | "see" | "go":
                self._link(Link.of(span), span.text, formats.char(role, "teal", weight), node)
            case "slot":
                own = Link("unit", span.target)
                self._link(own, span.text, formats.own_words(role, weight), node, _said_by_unit(span.text))
            case "cite" if self.shows_sources:
                self._cursor.insertText(NO_BREAK_SPACE, formats.cite())
                self._link(Link.of(span), f"[{span.text}]", formats.cite(), node, span.text)

    def _link(self, link: Link, text: str, char: QTextCharFormat, node: Node, name: str = "") -> None:
        form = QTextCharFormat(char)
        form.setAnchor(True)
        form.setAnchorHref(link.href)
        start = self._cursor.position()
        self._cursor.insertText(text, form)
        anchors = self.document.anchors
        node.children.append(Node("link", name or text, start, self._cursor.position(), link=len(anchors)))
        anchors.append(Anchor(start, self._cursor.position(), link))

    @property
    def _fixed_width(self) -> float:
        """px of the column where notes stand beside it; 0 where it has all the room, however wide that is."""
        return self.theme.text_px(self.measure.column) if self.measure.beside else 0

    def _narrow(self, form: QTextFrameFormat) -> None:
        """Where notes stand beside the text, Qt must know that a card is no wider than its column."""
        if self._fixed_width:
            form.setWidth(self._fixed_width)

    def _add_margins(self, px: float) -> None:
        """Keep *px* more free above and below the block at the cursor."""
        form = self._cursor.blockFormat()
        form.setTopMargin(form.topMargin() + px)
        form.setBottomMargin(form.bottomMargin() + px)
        self._cursor.setBlockFormat(form)

    def _make_room(self, top: float) -> None:
        """Leave *top* px before a frame."""
        if self._at == "middle":
            self._cursor.insertBlock()
        self._make_spacer(space(self.theme, top) if self._at != "start" else 1)

    def _make_spacer(self, height: float) -> None:
        """Turn the empty block at the cursor into a space *height* px high."""
        self._cursor.setBlockFormat(self._formats.spacer(height))
        self._cursor.setBlockCharFormat(self._formats.nothing())
        self._at = "after space"

    def _leave(self, last_position: int) -> None:
        """Go on behind the frame or table that ends at *last_position*."""
        self._cursor.setPosition(last_position + 1)
        self._at = "after frame"


def _said_by_unit(words: str) -> str:
    return _("{words} (your unit’s own words)").format(words=words)


def plain(spans: Spans) -> str:
    """The words of *spans* as they are said: without the source marks."""
    return " ".join("".join(span.text for span in spans if span.kind != "cite").split())


def _tell_heads(cells: Sequence[Node], columns: Sequence[str]) -> None:
    """Have each of the *cells* of a row know what it is about.

    Its words and links are a paragraph in it: of a cell with one link, a screen reader would say that alone.
    """
    for node, column in zip(cells, columns, strict=True):
        node.heads = (column,) if node is cells[0] else (column, cells[0].name)
        words = Node("paragraph", node.name, node.start, node.end)
        words.children, node.children = node.children, [words]
