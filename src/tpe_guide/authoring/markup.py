"""The Markdown of a page → typed blocks, each run of words still knowing its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, cast, get_args

from markdown_it.tree import SyntaxTreeNode

from tpe_guide.authoring.dialect import Dialect
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.inline import NO_SLOTS, InlineReader, Link, line_of, plain
from tpe_guide.guide.model import (
    Block,
    BulletList,
    Callout,
    Claim,
    Heading,
    Paragraph,
    Picture,
    SourcesDiffer,
    Spans,
    Table,
)
from tpe_guide.guide.slots import Slot
from tpe_guide.i18n import _

Section = Literal["minute", "full"]
CalloutKind = Literal["say", "note", "warning"]

_HEADING_MARK = re.compile(r"\s\{\s*\.([\w-]+)\s*\}\Z")
_PIPE = re.compile(r"(?<!\\)\|")
_PICTURE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?")
"""Of a drawing, and perhaps of the part of it that is shown."""
DATA_PICTURE = "odds"
"""``![…](odds:name)`` is drawn from the counts of that picture, so that no number stands in a drawing by hand."""
_AXIS = re.compile(r"(\d+(?:\.\d+)?)\s*[–-]\s*(\d+(?:\.\d+)?)\s*(.*)")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)(?:\s*[–-]\s*(\d+(?:\.\d+)?))?")
_NOT_IN_PAGES = {
    "h1": "a heading of the first level",
    "h4": "a heading below the third level",
    "h5": "a heading below the third level",
    "h6": "a heading below the third level",
    "code": "a line that begins with four spaces",
    "hr": "a line of dashes",
}


class Label(NamedTuple):
    """Words outside the running text: the title of a box, the alternative text or caption of a picture."""

    text: str
    line: int


@dataclass(slots=True)
class Body:
    """A page below its front matter. All spans are MarkedSpans."""

    in_short: tuple[Spans, ...] = ()
    in_short_line: int = 0
    minute: tuple[Block, ...] = ()
    full: tuple[Block, ...] = ()
    links: list[Link] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)


class Markup:
    """Reads the Markdown of pages. Make one and use it for all of them."""

    def __init__(self, slots: Mapping[str, Slot] = NO_SLOTS) -> None:
        self._dialect = Dialect()
        self._slots = slots

    def body(self, text: str, first_line: int, faults: Faults) -> Body:
        """The blocks of *text*, which begins at *first_line* of its file."""
        _check_rows(text.split("\n"), first_line, faults)
        return _BlockReader(faults, self._slots).read(self._dialect.blocks(text, first_line))

    def line(self, text: str, line: int, faults: Faults, links: list[Link]) -> Spans:
        """One run of words from the front matter; the words and pages it links to are added to *links*."""
        reader = InlineReader(faults, self._slots)
        blocks = self._dialect.blocks(text, line)
        if any(block.type != "paragraph" for block in blocks) or len(blocks) > 1:
            faults.add(line, "MARKUP", _("this is to be one short run of words"))
            return ()
        spans = reader.spans(blocks[0].children[0]) if blocks else ()
        links.extend(reader.links)
        return spans


class _BlockReader(InlineReader):
    """Reads the blocks of a page."""

    def __init__(self, faults: Faults, slots: Mapping[str, Slot]) -> None:
        super().__init__(faults, slots)
        self._labels: list[Label] = []

    def read(self, nodes: Sequence[SyntaxTreeNode]) -> Body:
        body = Body(links=self.links, labels=self._labels)
        sections: dict[Section, list[Block]] = {"minute": [], "full": []}
        section: Section | None = None
        for node in nodes:
            self._go_to(node)
            if node.type == "box" and node.info == "in-short":
                self._read_in_short(node, body, first=section is None)
            elif begun := _section(node):
                section = begun
            elif section is None:
                self._fault("MARKUP", _("text stands before “In one minute”"))
            else:
                sections[section].extend(self._blocks(node))
        body.minute, body.full = tuple(sections["minute"]), tuple(sections["full"])
        return body

    def _read_in_short(self, box: SyntaxTreeNode, body: Body, *, first: bool) -> None:
        if not first or body.in_short_line:
            self._fault("MARKUP", _("“In short” stands once, at the head of the page"))
        body.in_short_line = self._line
        for child in box.children[1:]:
            if child.type == "bullet_list":
                body.in_short += self._items(child)
            else:
                self._go_to(child)
                self._fault("MARKUP", _("“In short” is a list and nothing else"))

    def _blocks(self, node: SyntaxTreeNode) -> Iterator[Block]:
        self._go_to(node)
        if node.type == "paragraph":
            yield from self._paragraph(node.children[0])
        elif node.type in ("bullet_list", "ordered_list"):
            self._check_apart(node)
            yield BulletList(self._items(node), ordered=node.type == "ordered_list")
        elif node.tag in ("h2", "h3"):
            yield self._heading(node)
        elif node.type == "table":
            self._check_apart(node)
            yield self._table(node)
        elif node.type == "box":
            yield from self._box(node)
        else:
            what = _NOT_IN_PAGES[node.tag]
            self._fault("MARKUP", _("{what} is not part of a page").format(what=what))

    def _check_apart(self, node: SyntaxTreeNode) -> None:
        before = node.previous_sibling
        if before and before.type == "paragraph" and before.map and before.map[1] == self._line - 1:
            self._runs_on()

    def _paragraph(self, words: SyntaxTreeNode) -> Iterator[Paragraph | Picture]:
        if all(child.type != "image" for child in words.children):
            spans = self.spans(words)
            if self._has_words(spans, _("paragraph")):
                yield Paragraph(spans)
            return
        for child in words.children:
            if child.type == "image":
                yield from self._picture(child)
            self._line += child.content.count("\n")
            if child.type != "image" and (child.content.strip() or child.children):
                self._fault("MARKUP", _("a picture stands alone, with an empty line before and after it"))

    def _picture(self, image: SyntaxTreeNode) -> Iterator[Picture]:
        kind, __, name = str(image.attrs["src"]).partition(":")
        alt, caption = (" ".join(str(text).split()) for text in (image.content, image.attrs.get("title", "")))
        made = kind == DATA_PICTURE and name != "start"
        if not (kind == "picture" or made) or not _PICTURE_NAME.fullmatch(name):
            self._fault("BROKEN-LINK", _("a picture is written ![what it shows](picture:name)"))
            return
        if not alt:
            self._fault("NO-ALT", _("picture “{name}” has no alternative text").format(name=name))
        name = f"{kind}:{name}" if made else name
        self.links.append(Link("see" if made else "picture", name, self._line))
        self._labels += [Label(alt, self._line), Label(caption, self._line)]
        yield Picture(name, alt, caption)

    def _heading(self, node: SyntaxTreeNode) -> Heading:
        spans = self.spans(node.children[0])
        self._has_words(spans, _("heading"))
        return Heading(2 if node.tag == "h2" else 3, spans)

    def _items(self, node: SyntaxTreeNode) -> tuple[Spans, ...]:
        items = []
        for item in node.children:
            self._go_to(item)
            if [child.type for child in item.children] not in ([], ["paragraph"]):
                self._fault("MARKUP", _("a list item is one short run of words, with nothing inside it"))
                continue
            spans = self.spans(item.children[0].children[0]) if item.children else ()
            if self._has_words(spans, _("list item")):
                items.append(spans)
        return tuple(items)

    def _table(self, node: SyntaxTreeNode) -> Table:
        rows = [row for part in node.children for row in part.children]
        header, *below = (tuple(self.spans(cell.children[0]) for cell in row.children) for row in rows)
        return Table(header, tuple(below))

    def _box(self, box: SyntaxTreeNode) -> Iterator[Callout | SourcesDiffer]:
        kind, (head, *children) = box.info, box.children
        title = plain(self.spans(head))
        self._labels.append(Label(title, self._line))
        if kind == "sources-differ":
            yield from self._sources_differ(title, children)
        elif kind in ("say", "note", "warning"):
            yield self._callout(cast(CalloutKind, kind), title, children)
        else:
            self._fault("MARKUP", _("unknown box “{kind}”").format(kind=kind))

    def _callout(self, kind: CalloutKind, title: str, children: Sequence[SyntaxTreeNode]) -> Callout:
        line = self._line
        blocks = [block for child in children for block in self._blocks(child)]
        allowed = tuple(block for block in blocks if isinstance(block, Paragraph | BulletList))
        if len(allowed) < len(blocks):
            self._fault("MARKUP", _("a box holds paragraphs and lists, nothing else"))
        if not blocks:
            self._faults.add(line, "EMPTY", _("an empty box"))
        return Callout(kind, title, allowed)

    def _sources_differ(self, question: str, children: Sequence[SyntaxTreeNode]) -> Iterator[SourcesDiffer]:
        line = self._line
        if not question:
            self._fault("MARKUP", _('“Sources differ” needs its question: !!! sources-differ "…?"'))
        tables = [child for child in children if child.type == "table"]
        if len(tables) != 1 or children[0] is not tables[0]:
            self._fault("MARKUP", _("“Sources differ” begins with one table: who says so, what they say"))
            return
        rows = self._table(tables[0])
        axis = self._axis(rows)
        claims = tuple(self._claim(row, axis) for row in rows.rows)
        if len(claims) < 2:
            self._fault("MARKUP", _("“Sources differ” needs at least two sources"))
        blocks = [block for child in children[1:] for block in self._blocks(child)]
        advice = tuple(block for block in blocks if isinstance(block, Paragraph))
        if len(advice) < len(blocks):
            self._fault("MARKUP", _("below the table of “Sources differ” stand paragraphs only"))
        if not advice:
            self._faults.add(line, "MARKUP", _("“Sources differ” ends by saying why, and what to ask"))
        low, high, unit = axis or (None, None, "")
        yield SourcesDiffer(question, claims, advice, low, high, unit)

    def _axis(self, table: Table) -> tuple[float, float, str] | None:
        if len(table.header) == 2:
            return None
        line = line_of(table.header[0], self._line)
        match = _AXIS.fullmatch(plain(table.header[2])) if len(table.header) == 3 else None
        if match is None or float(match[1]) >= float(match[2]):
            message = _("the third column of “Sources differ” is headed by its axis, such as “0–4 hours”")
            self._faults.add(line, "MARKUP", message)
            return None
        return float(match[1]), float(match[2]), match[3]

    def _claim(self, row: Sequence[Spans], axis: tuple[float, float, str] | None) -> Claim:
        who, says = row[0], row[1] if len(row) > 1 else ()
        line = line_of(who, self._line)
        if not (plain(who).strip() and plain(says).strip()):
            self._faults.add(line, "EMPTY", _("a row without who says so, or what they say"))
        place = plain(row[2]) if axis and len(row) > 2 else ""
        if not place or axis is None:
            return Claim(who, says)
        match = _RANGE.fullmatch(place)
        low = float(match[1]) if match else 0.0
        high = float(match[2] or match[1]) if match else 0.0
        if match is None or not axis[0] <= low <= high <= axis[1]:
            message = _("“{place}” is not a number or a range on the axis").format(place=place)
            self._faults.add(line, "MARKUP", message)
            return Claim(who, says)
        return Claim(who, says, low, high)

    def _has_words(self, spans: Spans, what: str) -> bool:
        if plain(spans).strip():
            return True
        self._fault("EMPTY", _("an empty {what}").format(what=what))
        return False


def _section(node: SyntaxTreeNode) -> Section | None:
    mark = _HEADING_MARK.search(node.children[0].content) if node.tag == "h2" else None
    return cast(Section, mark[1]) if mark and mark[1] in get_args(Section) else None


def _check_rows(lines: Sequence[str], first_line: int, faults: Faults) -> None:
    """Rows that have more or fewer cells than their header: the tree has them cut, or filled up."""
    columns = 0
    for number, line in enumerate(lines, start=first_line):
        pipes = len(_PIPE.findall(line)) if line.lstrip().startswith("|") else 0
        if columns and pipes and pipes != columns:
            message = _("this row has {count} cells, the header {wanted}")
            faults.add(number, "MARKUP", message.format(count=pipes - 1, wanted=columns - 1))
        columns = (columns or pipes) if pipes else 0
