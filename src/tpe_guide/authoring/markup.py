"""The Markdown of a page → typed blocks, each run of words still knowing its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, cast
from xml.etree.ElementTree import Element

from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.inline import NO_SLOTS, InlineReader, Link, line_of, plain
from tpe_guide.authoring.marks import LINE_CLASS, MarkedMarkdown, without_marks
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

LINK_LIMIT = 200
"""Links and citations in one paragraph. Ours have a tenth of them."""
_EMPTY_LINE = re.compile(r"\n\s*\n")
_RULE = re.compile(r"\s*(?:[-=*_]\s*){3,}")
_PIPE = re.compile(r"(?<!\\)\|")
_PICTURE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DATA_PICTURE = "odds"
"""``![…](odds:name)`` is drawn from the counts of that picture, so that no number stands in a drawing by hand."""
_AXIS = re.compile(r"(\d+(?:\.\d+)?)\s*[–-]\s*(\d+(?:\.\d+)?)\s*(.*)")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)(?:\s*[–-]\s*(\d+(?:\.\d+)?))?")
_NOT_IN_PAGES = {
    "h1": "a heading of the first level",
    "h4": "a heading below the third level",
    "h5": "a heading below the third level",
    "h6": "a heading below the third level",
    "pre": "a line that begins with four spaces",
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
        self._markdown = MarkedMarkdown()
        self._slots = slots

    def body(self, text: str, first_line: int, faults: Faults) -> Body:
        """The blocks of *text*, which begins at *first_line* of its file."""
        _check_lines(text.split("\n"), first_line, faults)
        try:
            return _BlockReader(faults, slots=self._slots).read(self._tree(text, first_line, faults))
        except RecursionError:
            faults.add(first_line, "MARKUP", _("lists or boxes stand inside one another, too many deep"))
            return Body()

    def line(self, text: str, line: int, faults: Faults, links: list[Link]) -> Spans:
        """One run of words from the front matter; the words and pages it links to are added to *links*."""
        reader = InlineReader(faults, line, self._slots)
        spans = reader.spans(next(iter(self._tree(text, line, faults)), Element("p")))
        links.extend(reader.links)
        return spans

    def _tree(self, text: str, first_line: int, faults: Faults) -> Element:
        if _is_too_dense(text):
            faults.add(first_line, "MARKUP", _("more than {limit} links in one paragraph").format(limit=LINK_LIMIT))
            return Element("div")
        return self._markdown.tree(text, first_line)


class _BlockReader(InlineReader):
    """Reads the blocks of a page."""

    def __init__(self, faults: Faults, slots: Mapping[str, Slot]) -> None:
        super().__init__(faults, slots=slots)
        self._labels: list[Label] = []

    def read(self, root: Element) -> Body:
        body = Body(links=self.links, labels=self._labels)
        sections: dict[Section, list[Block]] = {"minute": [], "full": []}
        section: Section | None = None
        for element in root:
            if "in-short" in _classes(element):
                self._read_in_short(element, body, first=section is None)
            elif begun := self._section(element):
                section = begun
            elif section is None:
                self._go_to(element)
                self._fault("MARKUP", _("text stands before “In one minute”"))
            else:
                sections[section].extend(self._blocks(element))
        body.minute, body.full = tuple(sections["minute"]), tuple(sections["full"])
        return body

    def _section(self, element: Element) -> Section | None:
        if element.tag != "h2":
            return None
        for section in ("minute", "full"):
            if section in _classes(element):
                self._go_to(element)
                return section
        return None

    def _read_in_short(self, element: Element, body: Body, *, first: bool) -> None:
        self._begin_box(element)
        if not first or body.in_short_line:
            self._fault("MARKUP", _("“In short” stands once, at the head of the page"))
        body.in_short_line = self._line
        for child in element:
            if _is_title(child):
                self._go_to(child)
            elif child.tag == "ul":
                body.in_short += self._items(child)
            else:
                self._go_to(child)
                self._fault("MARKUP", _("“In short” is a list and nothing else"))

    def _blocks(self, element: Element) -> Iterator[Block]:
        tag = element.tag
        if tag == "p":
            yield from self._paragraph(element)
        elif tag in ("ul", "ol"):
            yield BulletList(self._items(element), ordered=tag == "ol")
        elif tag in ("h2", "h3"):
            yield self._heading(element)
        elif tag == "table":
            yield self._table(element)
        elif "admonition" in element.get("class", ""):
            yield from self._admonition(element)
        elif tag != "hr":  # a line of dashes: named by _check_lines, for nothing in it could carry a mark
            self._unsupported(element)

    def _paragraph(self, element: Element) -> Iterator[Paragraph | Picture]:
        pictures = element.findall("img")
        if not pictures:
            spans = self.spans(element)
            if self._has_words(spans, _("paragraph")):
                yield Paragraph(spans)
            return
        self._pass_marks(element.text)
        words = "".join(element.itertext())
        if without_marks(words):
            self._fault("MARKUP", _("a picture stands alone, with an empty line before and after it"))
        for picture in pictures:
            if (block := self._picture(picture)) is not None:
                yield block
            self._pass_marks(picture.tail)

    def _picture(self, element: Element) -> Picture | None:
        kind, __, name = without_marks(element.get("src", "")).partition(":")
        alt = without_marks(element.get("alt", ""))
        made = kind == DATA_PICTURE and name != "start"
        if not (kind == "picture" or made) or not _PICTURE_NAME.fullmatch(name):
            self._fault("BROKEN-LINK", _("a picture is written ![what it shows](picture:name)"))
            return None
        if not alt:
            self._fault("NO-ALT", _("picture “{name}” has no alternative text").format(name=name))
        caption = without_marks(element.get("title", ""))
        name = f"{kind}:{name}" if made else name
        self.links.append(Link("see" if made else "picture", name, self._line))
        self._labels += [Label(alt, self._line), Label(caption, self._line)]
        return Picture(name, alt, caption)

    def _heading(self, element: Element) -> Heading:
        if unknown := _classes(element):
            self._go_to(element)
            self._fault("MARKUP", _("unknown mark {name} on a heading").format(name=unknown[0]))
        spans = self.spans(element)
        self._has_words(spans, _("heading"))
        return Heading(2 if element.tag == "h2" else 3, spans)

    def _items(self, element: Element) -> tuple[Spans, ...]:
        items = []
        for item in element:
            paragraphs = item.findall("p")
            nested = [child for child in item if child.tag in ("ul", "ol", "pre", "blockquote", "table")]
            if nested or len(paragraphs) > 1:
                self._go_to(item)
                self._fault("MARKUP", _("a list item is one short run of words, with nothing inside it"))
                continue
            spans = self.spans(paragraphs[0] if paragraphs else item)
            if self._has_words(spans, _("list item")):
                items.append(spans)
        return tuple(items)

    def _table(self, element: Element) -> Table:
        rows = [tuple(self.spans(cell) for cell in row) for row in element.iter("tr")]
        return Table(rows[0], tuple(rows[1:]))

    def _admonition(self, element: Element) -> Iterator[Callout | SourcesDiffer]:
        self._begin_box(element)
        kind = _classes(element)[0]
        children = list(element)
        title = ""
        if children and _is_title(children[0]):
            title = plain(self.spans(children.pop(0)))
        if title == kind.capitalize():  # what Python-Markdown puts where no title is given
            title = ""
        self._labels.append(Label(title, self._line))
        if kind == "sources-differ":
            yield from self._sources_differ(title, children)
        elif kind in ("say", "note", "warning"):
            yield self._callout(cast(CalloutKind, kind), title, children)
        else:
            self._fault("MARKUP", _("unknown box “{kind}”").format(kind=kind))

    def _callout(self, kind: CalloutKind, title: str, children: Sequence[Element]) -> Callout:
        line = self._line
        blocks = [block for child in children for block in self._blocks(child)]
        allowed = tuple(block for block in blocks if isinstance(block, Paragraph | BulletList))
        if len(allowed) < len(blocks):
            self._fault("MARKUP", _("a box holds paragraphs and lists, nothing else"))
        if not blocks:
            self._faults.add(line, "EMPTY", _("an empty box"))
        return Callout(kind, title, allowed)

    def _sources_differ(self, question: str, children: Sequence[Element]) -> Iterator[SourcesDiffer]:
        line = self._line
        if not question:
            self._fault("MARKUP", _('“Sources differ” needs its question: !!! sources-differ "…?"'))
        tables = [child for child in children if child.tag == "table"]
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

    def _begin_box(self, box: Element) -> None:
        for name in box.get("class", "").split():
            if name.startswith(LINE_CLASS):
                self._line = int(name.removeprefix(LINE_CLASS))

    def _unsupported(self, element: Element) -> None:
        self._go_to(element)
        what = _NOT_IN_PAGES.get(element.tag, element.tag)
        self._fault("MARKUP", _("{what} is not part of a page").format(what=what))

    def _has_words(self, spans: Spans, what: str) -> bool:
        if plain(spans).strip():
            return True
        self._fault("EMPTY", _("an empty {what}").format(what=what))
        return False


def _is_too_dense(text: str) -> bool:
    """Python-Markdown looks for the end of each bracket to the end of its paragraph."""
    return any(paragraph.count("[") > LINK_LIMIT for paragraph in _EMPTY_LINE.split(text))


def _check_lines(lines: Sequence[str], first_line: int, faults: Faults) -> None:
    """Lines that tell a reader of the tree nothing: rules, and cells that a table's header does not have."""
    columns = 0
    for number, line in enumerate(lines, start=first_line):
        if _RULE.fullmatch(line):
            faults.add(number, "MARKUP", _("{what} is not part of a page").format(what=_("a line of dashes")))
        pipes = len(_PIPE.findall(line)) if line.lstrip().startswith("|") else 0
        if columns and pipes and pipes != columns:
            message = _("this row has {count} cells, the header {wanted}")
            faults.add(number, "MARKUP", message.format(count=pipes - 1, wanted=columns - 1))
        columns = (columns or pipes) if pipes else 0


def _classes(element: Element) -> list[str]:
    names = element.get("class", "").split()
    return [name for name in names if name != "admonition" and not name.startswith(LINE_CLASS)]


def _is_title(element: Element) -> bool:
    return element.get("class") == "admonition-title"
