"""Runs of words: a node of the tree → spans that know their line, and the links among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, Self, cast

from markdown_it.tree import SyntaxTreeNode

from tpe_guide.authoring.dialect import first_line
from tpe_guide.authoring.fault import Faults
from tpe_guide.guide.model import Span, SpanKind, Spans
from tpe_guide.guide.slots import Slot
from tpe_guide.i18n import _
from tpe_guide.pictures.registry import PICTURES

NO_CLAIM = "-"
"""``[@-]``: the author says that this passage states nothing that needs a fact."""

_FACT_ID = re.compile(r"@?([A-Za-z0-9][\w.-]*)")
_LEFTOVER = re.compile(r"\[@|\]\(|\*\*|^!!!|^>|^\||^#+(?:\s|\Z)|^={3,}|\{\s*[:.{]|`")
_LINE_ENDS = re.compile(r"(?<=\n)")
_LIST_OR_TABLE = re.compile(r"\s*(?:(?:[-*+]|\d+\.)(?:\s|\Z)|\|)")
_NOT_IN_WORDS = {"em": "slanted text (write **strong**)", "hardbreak": "a backslash at the end of a line"}

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
    """Reads words in the order they stand in, and so knows by the ends of lines it passes which line it is on."""

    def __init__(self, faults: Faults, slots: Mapping[str, Slot] = NO_SLOTS) -> None:
        self._faults = faults
        self._line = 1
        self._slots = slots
        self.links: list[Link] = []

    def spans(self, words: SyntaxTreeNode) -> Spans:
        """The spans of *words*: spaces tidied, citations close to their words and joined."""
        self._go_to(words)
        return tuple(_tidy(self._runs(words, "text", "")))

    def _runs(self, words: SyntaxTreeNode, kind: SpanKind, target: str) -> Iterator[MarkedSpan]:
        for child in words.children:
            if child.type == "text":
                yield from self._text(child.content, kind, target)
            else:
                yield from self._child(child)

    def _child(self, child: SyntaxTreeNode) -> Iterator[MarkedSpan]:
        if child.type == "cite":
            yield self._citation(child)
        elif child.type == "strong":
            yield from self._runs(child, "strong", "")
        elif child.type == "link":
            yield from self._link(child)
        elif child.type == "slot":
            yield from self._slot(child.content)
        elif child.type == "image":
            self._fault("MARKUP", _("a picture stands alone, with an empty line before and after it"))
        else:
            what = _NOT_IN_WORDS[child.type]
            self._fault("MARKUP", _("{what} is not part of a page").format(what=what))
        self._line += child.content.count("\n") + (child.type == "hardbreak")

    def _link(self, link: SyntaxTreeNode) -> Iterator[MarkedSpan]:
        kind, __, target = str(link.attrs["href"]).partition(":")
        if kind in PICTURES and target:
            kind, target = "see", f"{kind}:{target}"
        if kind not in ("word", "page", "see") or not target:
            self._fault("BROKEN-LINK", _("a link goes to word:…, page:… or a picture such as circuit:…, nowhere else"))
            yield from self._runs(link, "text", "")
            return
        self.links.append(Link(cast(LinkKind, kind), target, self._line))
        runs = tuple(self._runs(link, cast(SpanKind, kind), target))
        if not "".join(run.text for run in runs).strip():
            self._fault("EMPTY", _("a link without words"))
        yield from runs

    def _slot(self, name: str) -> Iterator[MarkedSpan]:
        if name not in self._slots:
            self._fault("BROKEN-LINK", _("slots.yaml has no slot “{id}”").format(id=name))
        else:
            yield MarkedSpan(self._slots[name].neutral, "slot", name, self._line)

    def _citation(self, citation: SyntaxTreeNode) -> MarkedSpan:
        facts = []
        for part in re.split(r"[;,]", citation.content):
            name = part.strip()
            match = _FACT_ID.fullmatch(name)
            if match is None and name.lstrip("@") != NO_CLAIM:
                self._fault("CITATION", _("a fact is cited as [@ID] or [@ID; @ID]"))
            else:
                facts.append(match[1] if match else NO_CLAIM)
        return MarkedSpan("", "cite", " ".join(facts), self._line)

    def _text(self, text: str, kind: SpanKind, target: str) -> Iterator[MarkedSpan]:
        for index, part in enumerate(_LINE_ENDS.split(text)):
            if index and _LIST_OR_TABLE.match(part):
                self._runs_on()
            elif _LEFTOVER.search(part):
                self._fault("MARKUP", _("“{text}” is not understood").format(text=part.strip()[:40]))
            if part:
                yield MarkedSpan(part, kind, target, self._line)
            self._line += part.endswith("\n")

    def _go_to(self, node: SyntaxTreeNode) -> None:
        """Be on the line where *node* begins, without reading it."""
        self._line = first_line(node)

    def _runs_on(self) -> None:
        self._faults.add(self._line - 1, "MARKUP", _("a list or a table needs an empty line before it"))

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
