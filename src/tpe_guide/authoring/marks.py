"""Markdown with line numbers: a source text → an element tree whose words carry the line they stand on.

Python-Markdown keeps no line numbers. So each source line is given a mark (two private-use characters around
its number) that travels through the parser as ordinary text, to be taken out again by whoever reads the tree.
"""

from __future__ import annotations

import re
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor

_OPEN, _CLOSE = "\ue000", "\ue001"
MARK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
LINE_CLASS = "line-"
"""A box (``!!! kind "title"``) carries its line as a class, because its title may be empty."""

_RULED = re.compile(r"[\s|:=-]*")
_BOX = re.compile(r"(\s*!!! ?[\w-]+)(.*)")
_LEAD = re.compile(r"\s*(?:\|\s*|(?:[-*+]|\d+\.)\s+|#{1,6}\s*)?")
_CITATION = r"\[@([^\]]*)\]"
_SLOT = r"\{\{slot:([^{}]*)\}\}"
_LEFT_OUT = (
    "reference",
    "image_reference",
    "short_reference",
    "short_image_ref",
    "autolink",
    "automail",
    "linebreak",
    "html",
    "entity",
)
"""Inline Markdown that a page does not have: other ways to link, forced line breaks, raw HTML."""


class MarkedMarkdown:
    """The Markdown of pages. Making one costs 20 ms, so make one and use it for all pages."""

    def __init__(self) -> None:
        boxes, tables, attributes = AdmonitionExtension(), TableExtension(), AttrListExtension()
        self._markdown = Markdown(extensions=[boxes, tables, attributes, _PageExtension()])

    def tree(self, text: str, first_line: int) -> Element:
        """The elements of *text*, which begins at *first_line* of its file; a citation is a ``cite``."""
        markdown = self._markdown.reset()
        lines = text.split("\n")
        for processor in markdown.preprocessors:
            if isinstance(processor, _LineMarks):
                processor.first_line = first_line
            lines = processor.run(lines)
        root = cast(Element, markdown.parser.parseDocument(lines).getroot())
        for treeprocessor in markdown.treeprocessors:
            treeprocessor.run(root)
        return root


def without_marks(text: str) -> str:
    """*text* without line marks, in one line."""
    return " ".join(MARK.sub("", text).split())


class _LineMarks(Preprocessor):
    """Put a mark before the first word of each line, behind whatever makes it a list item, row or heading."""

    first_line = 1

    def run(self, lines: list[str]) -> list[str]:
        return [self._marked(line, number) for number, line in enumerate(lines, start=self.first_line)]

    def _marked(self, line: str, number: int) -> str:
        if _RULED.fullmatch(line):
            return line
        if box := _BOX.fullmatch(line):
            return f"{box[1]} {LINE_CLASS}{number}{box[2]}"
        lead = _LEAD.match(line)
        end = lead.end() if lead else 0
        return f"{line[:end]}{_OPEN}{number}{_CLOSE}{line[end:]}"


class _Citation(InlineProcessor):
    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        element = Element("cite")
        element.set("facts", without_marks(m[1]))
        return element, m.start(0), m.end(0)


class _Slot(InlineProcessor):
    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        element = Element("slot")
        element.set("id", without_marks(m[1]))
        return element, m.start(0), m.end(0)


class _PageExtension(Extension):
    """Line marks, citations and slots in; what a page does not have, out."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(_LineMarks(md), "line_marks", 10)
        md.parser.blockprocessors.deregister("reference")
        md.treeprocessors.deregister("prettify")
        for name in _LEFT_OUT:
            md.inlinePatterns.deregister(name)
        md.inlinePatterns.register(_Citation(_CITATION, md), "citation", 175)
        md.inlinePatterns.register(_Slot(_SLOT, md), "slot", 175)
