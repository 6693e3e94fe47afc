"""The Markdown of a page → typed blocks, each run of words still knowing its line.

Python-Markdown keeps no line numbers. So each source line is given a mark (two private-use characters around its
number) that travels through the parser as ordinary text and is taken out again while the tree is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor

from tpe_guide.guide.fault import Faults
from tpe_guide.guide.model import (
    Block,
    BulletList,
    Callout,
    Claim,
    Heading,
    Paragraph,
    Picture,
    SourcesDiffer,
    Span,
    SpanKind,
    Spans,
    Table,
)
from tpe_guide.i18n import _

_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_RULED = re.compile(r"[\s|:=-]*")
_CALLOUT = re.compile(r"(\s*!!! ?[\w-]+)(.*)")
_LEAD = re.compile(r"\s*(?:\|\s*|(?:[-*+]|\d+\.)\s+|#{1,6}\s*)?")
_HTML = re.compile(r"<[a-zA-Z/!?]|&(?:[a-zA-Z]\w*|#\w+);")
_CITATION = r"\[@([^\]]*)\]"
_FACT_ID = re.compile(r"@?([A-Za-z0-9][\w.-]*)")
_LEFTOVER = re.compile(r"\[@|\]\(|\*\*|^!!!|^#+\s|\{[:.]")
_AXIS = re.compile(r"(\d+(?:\.\d+)?)\s*[–-]\s*(\d+(?:\.\d+)?)\s*(.*)")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)(?:\s*[–-]\s*(\d+(?:\.\d+)?))?")

NO_CLAIM = "-"
"""``[@-]``: the author says that this passage states nothing that needs a fact."""

Section = Literal["minute", "full"]
LinkKind = Literal["word", "page", "picture"]


@dataclass(frozen=True, slots=True)
class MarkedSpan(Span):
    """A span that knows the line on which it begins. A ``cite`` has no text until its sources are numbered."""

    line: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to a glossary word, a page or a picture."""

    kind: LinkKind
    target: str
    line: int


@dataclass(slots=True)
class Body:
    """A page below its front matter. All spans are MarkedSpans."""

    in_short: tuple[Spans, ...] = ()
    in_short_line: int = 0
    minute: tuple[Block, ...] = ()
    full: tuple[Block, ...] = ()
    links: list[Link] = field(default_factory=list)


def line_of(spans: Spans, default: int = 0) -> int:
    """The line on which *spans* begin."""
    return next((span.line for span in spans if isinstance(span, MarkedSpan)), default)


class Markup:
    """A Markdown reader for pages. Making one costs 20 ms, so make one and use it for all pages."""

    def __init__(self) -> None:
        self._markdown = Markdown(
            extensions=[AdmonitionExtension(), TableExtension(), AttrListExtension(), _PageExtension()]
        )

    def body(self, text: str, first_line: int, faults: Faults) -> Body:
        """The blocks of *text*, which begins at *first_line* of its file."""
        return _Reader(faults).read(self._tree(text, first_line, faults))

    def line(self, text: str, line: int, faults: Faults, links: list[Link]) -> Spans:
        """One run of words from the front matter, with words and pages linked."""
        reader = _Reader(faults, line)
        spans = reader.spans(next(iter(self._tree(text, line, faults)), Element("p")))
        links.extend(reader.links)
        return spans

    def _tree(self, text: str, first_line: int, faults: Faults) -> Element:
        lines = text.split("\n")
        for number, line in enumerate(lines, start=first_line):
            if _HTML.search(line):
                faults.add(number, "RAW-HTML", _("HTML is not allowed here; write plain Markdown"))
        markdown = self._markdown.reset()
        for processor in markdown.preprocessors:
            if isinstance(processor, _LineMarks):
                processor.first_line = first_line
            lines = processor.run(lines)
        root = markdown.parser.parseDocument(lines).getroot()
        for treeprocessor in markdown.treeprocessors:
            treeprocessor.run(root)
        return cast(Element, root)


class _LineMarks(Preprocessor):
    """Put a mark before the first word of each line, behind whatever makes it a list item, row or heading."""

    first_line = 1

    def run(self, lines: list[str]) -> list[str]:
        return [self._marked(line, number) for number, line in enumerate(lines, start=self.first_line)]

    def _marked(self, line: str, number: int) -> str:
        if _RULED.fullmatch(line):
            return line
        if callout := _CALLOUT.fullmatch(line):
            return f"{callout[1]} line-{number}{callout[2]}"
        lead = _LEAD.match(line)
        assert lead is not None
        return f"{lead[0]}{_OPEN}{number}{_CLOSE}{line[lead.end() :]}"


class _Citation(InlineProcessor):
    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        element = Element("cite")
        element.set("facts", _MARK.sub("", m[1]))
        return element, m.start(0), m.end(0)


class _PageExtension(Extension):
    """Line marks and citations in; raw HTML, references and bare addresses out."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(_LineMarks(md), "line_marks", 10)
        md.parser.blockprocessors.deregister("reference")
        md.treeprocessors.deregister("prettify")
        for name in (
            "reference",
            "image_reference",
            "short_reference",
            "short_image_ref",
            "autolink",
            "automail",
            "linebreak",
            "html",
            "entity",
        ):
            md.inlinePatterns.deregister(name)
        md.inlinePatterns.register(_Citation(_CITATION, md), "citation", 175)


class _Reader:
    """Reads one element tree. Knows the line it has reached by the marks it has passed."""

    def __init__(self, faults: Faults, line: int = 1) -> None:
        self._faults = faults
        self._line = line
        self.links: list[Link] = []

    def read(self, root: Element) -> Body:
        body = Body(links=self.links)
        sections: dict[Section, list[Block]] = {"minute": [], "full": []}
        section: Section | None = None
        for element in root:
            if "in-short" in _classes(element):
                self._read_in_short(element, body, first=section is None)
            elif begun := self._section(element):
                section = begun
            elif section is None:
                self._skip(element)
                self._fault("MARKUP", _("text stands before “In one minute”"))
            else:
                sections[section].extend(self._blocks(element))
        body.minute, body.full = tuple(sections["minute"]), tuple(sections["full"])
        return body

    def spans(self, element: Element) -> Spans:
        """The words of *element*: tidy spaces, citations close to their words, neighbours of one kind joined."""
        return tuple(_tidy(self._runs(element, "text", "")))

    # Blocks

    def _section(self, element: Element) -> Section | None:
        if element.tag != "h2":
            return None
        for section in ("minute", "full"):
            if section in _classes(element):
                self._skip(element)
                return cast(Section, section)
        return None

    def _read_in_short(self, element: Element, body: Body, *, first: bool) -> None:
        self._begin(element)
        if not first or body.in_short_line:
            self._fault("MARKUP", _("“In short” stands once, at the head of the page"))
        body.in_short_line = self._line
        for child in element:
            if _is_title(child):
                self._skip(child)
            elif child.tag == "ul":
                body.in_short += self._items(child)
            else:
                self._skip(child)
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
        else:
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
        if _MARK.sub("", words).strip():
            self._fault("MARKUP", _("a picture stands alone, with an empty line before and after it"))
        for picture in pictures:
            if (block := self._picture(picture)) is not None:
                yield block
            self._pass_marks(picture.tail)

    def _picture(self, element: Element) -> Picture | None:
        kind, __, name = _plain(element.get("src", "")).partition(":")
        alt = _plain(element.get("alt", ""))
        if kind != "picture" or not re.fullmatch(r"[a-z0-9-]+", name):
            self._fault("BROKEN-LINK", _("a picture is written ![what it shows](picture:name)"))
            return None
        if not alt:
            self._fault("NO-ALT", _("picture “{name}” has no alternative text").format(name=name))
        self.links.append(Link("picture", name, self._line))
        return Picture(name, alt, _plain(element.get("title", "")))

    def _heading(self, element: Element) -> Heading:
        if unknown := [name for name in _classes(element) if name]:
            self._skip(element)
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
                self._skip(item)
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
        self._begin(element)
        kind = _classes(element)[0]
        children = list(element)
        title = ""
        if children and _is_title(children[0]):
            title = "".join(span.text for span in self.spans(children.pop(0)))
        if kind == "sources-differ":
            yield from self._sources_differ(title, children)
        elif kind in ("say", "note", "warning"):
            yield self._callout(cast(Literal["say", "note", "warning"], kind), title, children)
        else:
            self._fault("MARKUP", _("unknown box “{kind}”").format(kind=kind))

    def _callout(
        self, kind: Literal["say", "note", "warning"], title: str, children: Sequence[Element]
    ) -> Callout:
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
        match = _AXIS.fullmatch(_words(table.header[2])) if len(table.header) == 3 else None
        if match is None or float(match[1]) >= float(match[2]):
            message = _("the third column of “Sources differ” is headed by its axis, such as “0–4 hours”")
            self._faults.add(line, "MARKUP", message)
            return None
        return float(match[1]), float(match[2]), match[3]

    def _claim(self, row: Sequence[Spans], axis: tuple[float, float, str] | None) -> Claim:
        who, says = row[0], row[1] if len(row) > 1 else ()
        line = line_of(who, self._line)
        place = _words(row[2]) if axis and len(row) > 2 else ""
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

    # Runs of words

    def _runs(self, element: Element, kind: SpanKind, target: str) -> Iterator[MarkedSpan]:
        yield from self._text(element.text, kind, target)
        for child in element:
            yield from self._child(child, kind, target)
            yield from self._text(child.tail, kind, target)

    def _child(self, child: Element, kind: SpanKind, target: str) -> Iterator[MarkedSpan]:
        if child.tag == "cite":
            yield self._citation(child)
        elif child.tag == "strong":
            yield from self._runs(child, "strong", "")
        elif child.tag == "a":
            yield from self._link(child)
        elif child.tag == "img":
            self._fault("MARKUP", _("a picture stands alone, with an empty line before and after it"))
        else:
            self._unsupported(child)

    def _link(self, element: Element) -> Iterator[MarkedSpan]:
        kind, __, target = _plain(element.get("href", "")).partition(":")
        if kind not in ("word", "page") or not target:
            self._fault("BROKEN-LINK", _("a link goes to word:… or page:…, nowhere else"))
            yield from self._runs(element, "text", "")
            return
        self.links.append(Link(cast(LinkKind, kind), target, self._line))
        runs = tuple(self._runs(element, cast(SpanKind, kind), target))
        if not "".join(run.text for run in runs).strip():
            self._fault("EMPTY", _("a link without words"))
        yield from runs

    def _citation(self, element: Element) -> MarkedSpan:
        facts = []
        for part in re.split(r"[;,]", element.get("facts", "")):
            name = part.strip()
            match = _FACT_ID.fullmatch(name)
            if match is None and name.lstrip("@") != NO_CLAIM:
                self._fault("CITATION", _("a fact is cited as [@ID] or [@ID; @ID]"))
            else:
                facts.append(match[1] if match else NO_CLAIM)
        return MarkedSpan("", "cite", " ".join(facts), self._line)

    def _text(self, text: str | None, kind: SpanKind, target: str) -> Iterator[MarkedSpan]:
        for index, part in enumerate(_MARK.split(text or "")):
            if index % 2:
                self._line = int(part)
            elif part:
                if _LEFTOVER.search(part):
                    self._fault("MARKUP", _("“{text}” is not understood").format(text=part.strip()[:40]))
                yield MarkedSpan(part, kind, target, self._line)

    # Lines and faults

    def _pass_marks(self, text: str | None) -> None:
        for number in _MARK.findall(text or ""):
            self._line = int(number)

    def _skip(self, element: Element) -> None:
        """Go to the line of *element* and no further."""
        first = _MARK.search("".join(element.itertext()))
        if first:
            self._line = int(first[1])

    def _begin(self, admonition: Element) -> None:
        for name in _classes(admonition, keep_lines=True):
            if name.startswith("line-"):
                self._line = int(name.removeprefix("line-"))

    def _unsupported(self, element: Element) -> None:
        self._skip(element)
        name = _TAGS.get(element.tag, "")
        self._fault("MARKUP", _("{what} is not part of a page").format(what=name or element.tag))

    def _has_words(self, spans: Spans, what: str) -> bool:
        if any(span.text.strip() for span in spans if span.kind != "cite"):
            return True
        self._fault("EMPTY", _("an empty {what}").format(what=what))
        return False

    def _fault(self, code: str, message: str) -> None:
        self._faults.add(self._line, code, message)


_TAGS = {
    "h1": "a heading of the first level",
    "h4": "a heading below the third level",
    "h5": "a heading below the third level",
    "h6": "a heading below the third level",
    "em": "slanted text (write **strong**)",
    "code": "code",
    "pre": "a line that begins with four spaces",
    "blockquote": "a quotation mark (>) at the start of a line",
    "hr": "a line of dashes",
}


def _classes(element: Element, *, keep_lines: bool = False) -> list[str]:
    names = element.get("class", "").split()
    if keep_lines:
        return names
    return [name for name in names if name != "admonition" and not name.startswith("line-")]


def _is_title(element: Element) -> bool:
    return element.get("class") == "admonition-title"


def _plain(text: str) -> str:
    return " ".join(_MARK.sub("", text).split())


def _words(spans: Spans) -> str:
    return "".join(span.text for span in spans if span.kind != "cite").strip()


def _tidy(runs: Iterator[MarkedSpan]) -> list[MarkedSpan]:
    tidied: list[MarkedSpan] = []
    for run in runs:
        before = tidied[-1] if tidied else None
        if run.kind == "cite":
            _close_up(tidied)
            if tidied and tidied[-1].kind == "cite":
                before = tidied.pop()
                run = MarkedSpan("", "cite", f"{before.target} {run.target}", before.line)  # noqa: PLW2901
            tidied.append(run)
            continue
        text = re.sub(r"\s+", " ", run.text)
        if before is None or (before.text.endswith(" ") and before.kind != "cite"):
            text = text.lstrip(" ")
        if text:
            tidied.append(MarkedSpan(text, run.kind, run.target, run.line))
    _close_up(tidied)
    return tidied


def _close_up(spans: list[MarkedSpan]) -> None:
    """Take the space off the end, so that a citation stands close to its words."""
    while spans and spans[-1].kind != "cite":
        last = spans.pop()
        if text := last.text.rstrip():
            spans.append(MarkedSpan(text, last.kind, last.target, last.line))
            return
