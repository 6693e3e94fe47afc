"""Runs of words: an element of the tree → spans that know their line, and the links among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, Self, cast
from xml.etree.ElementTree import Element

from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.marks import MARK, without_marks
from tpe_guide.guide.model import Span, SpanKind, Spans
from tpe_guide.guide.slots import Slot
from tpe_guide.i18n import _
from tpe_guide.pictures.registry import PICTURES

NO_CLAIM = "-"
"""``[@-]``: the author says that this passage states nothing that needs a fact."""

_FACT_ID = re.compile(r"@?([A-Za-z0-9][\w.-]*)")
_LEFTOVER = re.compile(r"\[@|\]\(|\*\*|^!!!|^>|^#+\s|\{[:.{]")
_RUN_ON = re.compile(r"\n\s*(?:[-*+]|\d+\.|\|)\s*\Z")
_NOT_IN_WORDS = {"em": "slanted text (write **strong**)", "code": "code"}

NO_SLOTS: Mapping[str, Slot] = MappingProxyType({})
LinkKind = Literal["word", "page", "see", "picture"]


class MarkedSpan(Span):
    """A span that knows the line on which it begins. A ``cite`` has no text until sources have numbers."""

    line: int

    def __new__(cls, text: str, kind: SpanKind = "text", target: str = "", line: int = 0) -> Self:
        """A span that begins on *line*."""
        span = super().__new__(cls, text, kind, target)
        span.line = line
        return span


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to a glossary word, a page, a picture that has a place of its own, or a still picture on the page."""

    kind: LinkKind
    target: str
    line: int


class InlineReader:
    """Reads words in the order they stand in, and so knows by the marks it passes which line it is on."""

    def __init__(self, faults: Faults, line: int = 1, slots: Mapping[str, Slot] = NO_SLOTS) -> None:
        self._faults = faults
        self._line = line
        self._slots = slots
        self.links: list[Link] = []

    def spans(self, element: Element) -> Spans:
        """The words of *element*: spaces tidied, citations close to their words and joined."""
        return tuple(_tidy(self._runs(element, "text", "")))

    def _runs(self, element: Element, kind: SpanKind, target: str) -> Iterator[MarkedSpan]:
        yield from self._text(element.text, kind, target)
        for child in element:
            yield from self._child(child)
            yield from self._text(child.tail, kind, target)

    def _child(self, child: Element) -> Iterator[MarkedSpan]:
        if child.tag == "cite":
            yield self._citation(child)
        elif child.tag == "strong":
            yield from self._runs(child, "strong", "")
        elif child.tag == "a":
            yield from self._link(child)
        elif child.tag == "slot":
            yield from self._slot(child.get("id", ""))
        elif child.tag == "img":
            self._fault("MARKUP", _("a picture stands alone, with an empty line before and after it"))
        else:
            what = _NOT_IN_WORDS.get(child.tag, child.tag)
            self._fault("MARKUP", _("{what} is not part of a page").format(what=what))

    def _link(self, element: Element) -> Iterator[MarkedSpan]:
        kind, __, target = without_marks(element.get("href", "")).partition(":")
        if kind in PICTURES and target:
            kind, target = "see", f"{kind}:{target}"
        if kind not in ("word", "page", "see") or not target:
            self._fault("BROKEN-LINK", _("a link goes to word:…, page:… or a picture such as circuit:…, nowhere else"))
            yield from self._runs(element, "text", "")
            return
        self.links.append(Link(cast(LinkKind, kind), target, self._line))
        runs = tuple(self._runs(element, cast(SpanKind, kind), target))
        if not "".join(run.text for run in runs).strip():
            self._fault("EMPTY", _("a link without words"))
        yield from runs

    def _slot(self, name: str) -> Iterator[MarkedSpan]:
        if name not in self._slots:
            self._fault("BROKEN-LINK", _("slots.yaml has no slot “{id}”").format(id=name))
        else:
            yield MarkedSpan(self._slots[name].neutral, "slot", name, self._line)

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
        for index, part in enumerate(MARK.split(text or "")):
            if index % 2:
                self._line = int(part)
            elif part:
                if _LEFTOVER.search(part):
                    self._fault("MARKUP", _("“{text}” is not understood").format(text=part.strip()[:40]))
                if _RUN_ON.search(part):
                    self._fault("MARKUP", _("a list or a table needs an empty line before it"))
                yield MarkedSpan(part, kind, target, self._line)

    def _pass_marks(self, text: str | None) -> None:
        for number in MARK.findall(text or ""):
            self._line = int(number)

    def _go_to(self, element: Element) -> None:
        """Be on the line where *element* begins, without reading it."""
        if first := MARK.search("".join(element.itertext())):
            self._line = int(first[1])

    def _fault(self, code: str, message: str) -> None:
        self._faults.add(self._line, code, message)


def line_of(spans: Spans, default: int = 0) -> int:
    """The line on which *spans* begin."""
    return next((span.line for span in spans if isinstance(span, MarkedSpan)), default)


def plain(spans: Spans) -> str:
    """The words of *spans*, without citations."""
    return "".join(span.text for span in spans if span.kind != "cite")


def fact_ids(spans: Spans) -> list[str]:
    """The facts cited in *spans*, ``NO_CLAIM`` among them."""
    return [fact for span in spans if span.kind == "cite" for fact in span.target.split()]


def _tidy(runs: Iterable[MarkedSpan]) -> list[MarkedSpan]:
    tidied: list[MarkedSpan] = []
    for run in runs:
        if run.kind == "cite":
            _take_off_end_space(tidied)
            before = tidied.pop() if tidied and tidied[-1].kind == "cite" else None
            target = f"{before.target} {run.target}" if before else run.target
            tidied.append(MarkedSpan("", "cite", target, (before or run).line))
            continue
        text = re.sub(r"\s+", " ", run.text)
        if not tidied or (tidied[-1].kind != "cite" and tidied[-1].text.endswith(" ")):
            text = text.lstrip(" ")
        if text:
            tidied.append(MarkedSpan(text, run.kind, run.target, run.line))
    _take_off_end_space(tidied)
    return tidied


def _take_off_end_space(spans: list[MarkedSpan]) -> None:
    while spans and spans[-1].kind != "cite":
        last = spans.pop()
        if text := last.text.rstrip():
            spans.append(MarkedSpan(text, last.kind, last.target, last.line))
            return
