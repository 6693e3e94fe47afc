"""What is said of a page that is read aloud: its sentences, in order, and where each stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QTextBoundaryFinder

from tpe_guide.i18n import _
from tpe_guide.ui.reading.document import Node, PageDocument

_NOT_READ = ("cite", "sources", "question", "questions", "matters", "check", "changed", "depth", "unit")
"""Links that are marks or buttons: who listens presses none."""
_NUMBER = re.compile(r"\d[\d.,–]*")
_UNSPOKEN = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{OBJECT REPLACEMENT CHARACTER}"), "")


class Sentence(NamedTuple):
    """*words* to be said, and the characters of the document that they stand for."""

    words: str
    start: int
    end: int


def sentences(document: PageDocument) -> list[Sentence]:
    """All that is said of *document*, in the order of reading; what is drawn is told in words."""
    page = _Page(document)
    return [sentence for node in document.nodes for sentence in page.spoken(node)]


class _Page:
    """The text of a document as Qt counts it, without the marks of sources and what is there to be pressed."""

    def __init__(self, document: PageDocument) -> None:
        text = bytearray(document.toPlainText().encode("utf-16-le"))
        self._marks = [(each.start, each.end) for each in document.anchors if each.link.kind in _NOT_READ]
        for start, end in self._marks:
            text[2 * start : 2 * end] = " ".encode("utf-16-le") * (end - start)
        self._text = bytes(text)

    def spoken(self, node: Node) -> Iterator[Sentence]:
        match node.role:
            case "section" | "list":
                for child in node.children:
                    yield from self.spoken(child)
            case "table":
                yield from self._table(node)
            case "picture":
                yield from _picture(_("Picture: {words}").format(words=node.name), node)
            case "heading":
                yield from _whole(node.name, node)
            case _:
                yield from self._sentences(node)

    def _sentences(self, node: Node) -> Iterator[Sentence]:
        begin = node.start
        for said in _parts(self._words(node.start, node.end)):
            words = _plain(said)
            if words:
                first = begin + _length(said) - _length(said.lstrip())
                yield Sentence(words, first, begin + _length(said.rstrip()))
            begin += _length(said)

    def _table(self, table: Node) -> Iterator[Sentence]:
        """All heads first; then cell by cell, each with those of its row and column.

        A bare number has the head in the corner with it, which says of how many it is: whoever begins to listen in the
        middle of a table has not heard that.
        """
        head, *rows = (row.children for row in table.children)
        heads = [_plain(self._words(cell.start, cell.end)) for cell in head]
        yield from _whole(_("Table: {heads}").format(heads="; ".join(heads)), table.children[0])
        for row in rows:
            first, *others = row
            name = _plain(self._words(first.start, first.end))
            for title, cell in zip(heads[1:], others, strict=False):
                said = _plain(self._words(cell.start, cell.end))
                if _NUMBER.fullmatch(said):
                    said = f"{said} {heads[0]}"
                words = _("{row}, {column}: {words}").format(row=name, column=title, words=said)
                yield from _whole(words, cell)

    def _words(self, start: int, end: int) -> str:
        return self._text[2 * start : 2 * end].decode("utf-16-le", "replace")


def _parts(text: str) -> Iterator[str]:
    """Its sentences, with the blanks between them."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, text)
    letters, begin = text.encode("utf-16-le"), 0
    while (end := finder.toNextBoundary()) > 0:
        yield letters[2 * begin : 2 * end].decode("utf-16-le", "replace")
        begin = end


def _picture(words: str, node: Node) -> Iterator[Sentence]:
    """Sentence by sentence, all of which stand for the picture."""
    for part in _parts(words):
        yield from _whole(part, node)


def _length(words: str) -> int:
    """As Qt counts."""
    return len(words.encode("utf-16-le")) // 2


def _whole(words: str, node: Node) -> Iterator[Sentence]:
    if words.strip():
        yield Sentence(_plain(words), node.start, node.end)


def _plain(words: str) -> str:
    return " ".join(words.translate(_UNSPOKEN).split())
