"""Writes a page into its document: type, spaces, cards, links, marks, and the structure for screen readers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Literal

from PySide6.QtGui import (
    QBrush,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from tpe_guide.guide.model import Span, Spans
from tpe_guide.ui.reading.document import (
    FIGURE_INDEX,
    FIGURE_TYPE,
    Card,
    CardLook,
    Figure,
    Link,
    Mark,
    Node,
    PageDocument,
    Role,
)
from tpe_guide.ui.reading.measure import space
from tpe_guide.ui.theme import Type, make_font

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_AT_LEAST = QTextBlockFormat.LineHeightTypes.MinimumHeight.value
_FONT_HEIGHT = 1.3
"""Ascent and descent of Atkinson Hyperlegible Next, as a factor of its size."""
_CAP_MIDDLE = 0.334
"""Half the height of a capital."""
_CITE_RAISE = 15
"""Percent of the height of its type by which ``[2]`` stands above the line."""
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
        self._inset = 0.0
        self._sides = (0.0, 0.0)
        self._cursor = QTextCursor(document)
        self._types: dict[str, Type] = {}
        self._chars: dict[tuple[str, str, int], QTextCharFormat] = {}
        self._siblings = document.nodes
        self.is_below_heading = False
        """Nothing has been written since the last heading."""
        self._at: _Place = "start"

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
        self._block(role, top=top, level=level, icon=(icon, token, 24, 10) if icon else None)
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
        self._block(role, top=top, icon=(icon, icon_token or token, 20, 12) if icon else None)
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
        room = QFontMetricsF(self._char(role, token).font()).horizontalAdvance(widest)
        self._block(role, top=top, hang=math.ceil(room) + space(self.theme, 10))
        self._words((Span(f"{number}\t"), *words), "item", role, token)

    def figure(self, figure: Figure, words: str, *, top: float = 0) -> None:
        """Something drawn; *words* say to a screen reader all that it shows."""
        figure.inset = self._inset
        self.document.figures.append(figure)
        self._block("", top=top)
        start = self._cursor.position()
        form = QTextCharFormat(self._char("", "ink"))
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

    @contextmanager
    def card(self, look: CardLook, name: str, *, top: float, across: float, down: float) -> Iterator[None]:
        """What is written inside stands on a card with paddings *across* and *down*."""
        sides, padding = space(self.theme, across), min(space(self.theme, down), space(self.theme, across))
        self._make_room(top)
        form = QTextFrameFormat()
        form.setPadding(padding)
        frame = self._cursor.insertFrame(form)
        self.document.cards.append(Card(frame, look))
        self._at = "start"
        self._sides = (look.bar_width + sides - padding, sides - padding)
        self._inset = look.bar_width + 2 * sides
        with self.group("section", name):
            yield
        self._sides, self._inset = (0.0, 0.0), 0.0
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
        form = self._table_format(len(header), space(self.theme, top))
        table = self._cursor.insertTable(len(rows) + 1, len(header), form)
        with self.group("table", ""):
            for number, row in enumerate((header, *rows)):
                with self.group("row", ""):
                    self._row(table, number, row)
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
            cell.setFormat(self._cell_format(is_header=is_header))

    def _rows_one_by_one(self, header: Sequence[Spans], rows: Sequence[Sequence[Spans]], top: float) -> None:
        gap = top
        for row in rows:
            with self.group("list", plain(row[0])):
                self.paragraph(row[0], weight=700, top=gap, node="item")
                for title, spans in zip(header[1:], row[1:], strict=True):
                    label = tuple(Span(f"{plain(title)}: ") for __ in range(1))
                    self.paragraph((*label, *spans), top=4, node="item")
            gap = self.measure.gap

    def _table_format(self, columns: int, margin: float) -> QTextTableFormat:
        form = QTextTableFormat()
        # Not by spacers, as around cards: Qt hides empty blocks next to tables.
        form.setTopMargin(margin)
        form.setBottomMargin(margin)
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setCellPadding(0)
        form.setHeaderRowCount(1)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        share = 100 / columns
        form.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, share) for __ in range(columns)])
        return form

    def _cell_format(self, *, is_header: bool) -> QTextTableCellFormat:
        form = QTextTableCellFormat()
        form.setPadding(space(self.theme, 10))
        form.setBottomBorder(self.theme.border(2 if is_header else 1))
        form.setBottomBorderBrush(QBrush(self.theme.color("ink" if is_header else "line")))
        form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        return form

    def _block(
        self,
        role: str,
        *,
        top: float = 0,
        level: int = 0,
        hang: int = 0,
        icon: tuple[str, str, float, float] | None = None,
    ) -> None:
        """Begin a block of type *role*.

        *icon* is name, colour token, size and the gap after it. *hang*: px by which all lines but the first move in.
        """
        if self._at == "after frame":
            self._make_spacer(space(self.theme, top))
        form = QTextBlockFormat()
        self._set_line_height(form, role)
        form.setTopMargin(space(self.theme, top) if self._at == "middle" else 0)
        form.setHeadingLevel(level)
        indent = self._indent(icon[2], icon[3]) if icon else 0
        form.setLeftMargin(self._sides[0] + indent + hang)
        form.setRightMargin(self._sides[1])
        if hang:
            form.setTextIndent(-hang)
            form.setTabPositions([QTextOption.Tab(hang, QTextOption.TabType.LeftTab)])
        char = self._char(role, "ink")
        if self._at == "start":
            self._cursor.setBlockFormat(form)
            self._cursor.setBlockCharFormat(char)
        else:
            self._cursor.insertBlock(form, char)
        self._at = "middle"
        if icon:
            self._mark(icon, indent, self._type(role).px)

    def _set_line_height(self, form: QTextBlockFormat, role: str) -> None:
        """Headings may be set tighter than their type is high; running text grows where a line needs it."""
        if not role:
            return
        kind = self._type(role)
        height = self.theme.text_px(kind.px * kind.line)
        is_tight = kind.line < _FONT_HEIGHT
        form.setLineHeight(height, _FIXED if is_tight else _AT_LEAST)
        # Qt puts all of the extra height above the words; half of it belongs below.
        form.setBottomMargin(0 if is_tight else round((height - _FONT_HEIGHT * kind.px * self.theme.scale) / 2))

    def _mark(self, icon: tuple[str, str, float, float], indent: float, px: float) -> None:
        name, token, size, __ = icon
        self.document.marks.append(
            Mark(
                position=self._cursor.position(),
                icon=name,
                color=self.theme.color(token),
                size=self._icon_px(size),
                indent=indent,
                rise=px * self.theme.scale * _CAP_MIDDLE,
                line=(2.6 if name == "check" else 2.0) * self.theme.scale**0.5,
            )
        )

    @property
    def _icon_scale(self) -> float:
        return min(self.theme.scale, self.measure.icon_limit)

    def _indent(self, icon_size: float, gap: float) -> int:
        return self._icon_px(icon_size) + round(gap * math.sqrt(self._icon_scale))

    def _icon_px(self, size: float) -> int:
        return round(size * self._icon_scale)

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
        role, token, weight = style
        match span.kind:
            case "text":
                self._cursor.insertText(span.text, self._char(role, token, weight))
            case "strong":
                self._cursor.insertText(span.text, self._char(role, token, 700))
            case "word":
                self._link(span, span.text, self._char(role, token, max(600, self._weight(role, weight))), node)
            case "page":
                self._link(span, span.text, self._char(role, "teal", weight), node)
            case "cite":
                char = QTextCharFormat(self._char("floor-strong", "teal"))
                char.setBaselineOffset(_CITE_RAISE)
                self._cursor.insertText(NO_BREAK_SPACE, char)
                self._link(span, f"[{span.text}]", char, node)

    def _link(self, span: Span, text: str, char: QTextCharFormat, node: Node) -> None:
        form = QTextCharFormat(char)
        form.setAnchor(True)
        form.setAnchorHref(f"{span.kind}:{span.target}")
        start = self._cursor.position()
        self._cursor.insertText(text, form)
        links = self.document.links
        node.children.append(Node("link", span.text, start, self._cursor.position(), link=len(links)))
        links.append(Link(start, self._cursor.position(), f"{span.kind}:{span.target}"))

    def _make_room(self, top: float) -> None:
        """Leave *top* px before a frame."""
        if self._at == "middle":
            self._cursor.insertBlock()
        self._make_spacer(space(self.theme, top) if self._at != "start" else 1)

    def _make_spacer(self, height: float) -> None:
        """Turn the empty block at the cursor into a space *height* px high."""
        form = QTextBlockFormat()
        form.setLineHeight(max(1.0, height), _FIXED)
        self._cursor.setBlockFormat(form)
        self._cursor.setBlockCharFormat(self._char("", "ink"))
        self._at = "after space"

    def _leave(self, last_position: int) -> None:
        """Go on behind the frame or table that ends at *last_position*."""
        self._cursor.setPosition(last_position + 1)
        self._at = "after frame"

    def _type(self, role: str) -> Type:
        if role not in self._types:
            self._types[role] = self.measure.type(role)
        return self._types[role]

    def _weight(self, role: str, weight: int) -> int:
        return weight or self._type(role).weight

    def _char(self, role: str, token: str, weight: int = 0) -> QTextCharFormat:
        """The format of words; no *role*: of a block that holds none."""
        key = (role, token, weight)
        if key not in self._chars:
            form = QTextCharFormat()
            if role:
                form.setFont(make_font(self.theme.text_px(self._type(role).px), self._weight(role, weight)))
            else:
                form.setFont(make_font(1))
            form.setForeground(self.theme.color(token))
            self._chars[key] = form
        return self._chars[key]


def plain(spans: Spans) -> str:
    """The words of *spans* as they are said: without the source marks."""
    return " ".join("".join(span.text for span in spans if span.kind != "cite").split())
