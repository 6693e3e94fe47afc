"""A hard word opens its meaning where it first stands on a page.

In reading order, the first use of a glossary term in running text, a list, a note or a table is a ``word:`` link.
Free of this are headings, titles and words to say; words inside a link to a page; spellings that the glossary calls
``everyday``; and a term on the page named by its ``explained_on``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tpe_guide.authoring.draft import Draft
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.inline import MarkedSpan, line_of
from tpe_guide.guide.model import Block, BulletList, Callout, Paragraph, SourcesDiffer, Span, Spans, Table, Term
from tpe_guide.i18n import _


class Use(NamedTuple):
    """A glossary term in a text: its id, and where the words stand."""

    term: str
    begin: int
    end: int


class Terms:
    """Finds glossary terms in a text: whole words, whatever their case, the longest first."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self._of = {folded(name): term.id for term in terms.values() for name in (term.word, *term.also)}
        names = sorted(self._of, key=len, reverse=True)
        words = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
        self._pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) if names else None

    def uses(self, text: str) -> Iterator[Use]:
        """Each use of a term in *text*, in order."""
        for match in self._pattern.finditer(_straight(text)) if self._pattern else ():
            yield Use(self._of[folded(match[0])], match.start(), match.end())


def check_term_order(draft: Draft, terms: Terms, free: Mapping[str, frozenset[str]], faults: Faults) -> None:
    """Note each term that *draft* uses before it opens its meaning.

    *free*: term id → the spellings (``folded``) that need no link on this page.
    """
    known: set[str] = set()
    for spans in _read_in_order(draft):
        words = [span for span in spans if span.kind != "cite"]
        text = "".join(span.text for span in words)
        places = [span for span in words for __ in span.text]  # for each character, the span that holds it
        explained: set[str] = set()
        for use in terms.uses(text):
            explained |= {span.target for span in places[: use.begin] if span.kind == "word"}
            is_link = any(span.kind in ("word", "page") for span in places[use.begin : use.end])
            if is_link or use.term in known | explained or folded(text[use.begin : use.end]) in free.get(use.term, ()):
                continue
            known.add(use.term)  # one fault a term and page
            message = _("“{word}” is used before it opens its meaning: [{word}](word:{id})")
            line = _line(places[use.begin], spans)
            faults.add(line, "TERM-ORDER", message.format(word=text[use.begin : use.end], id=use.term))
        known |= {span.target for span in words if span.kind == "word"}


def folded(words: str) -> str:
    """*words* as spellings are compared: small letters, single spaces, straight apostrophes."""
    return " ".join(_straight(words).lower().split())


def circles(terms: Mapping[str, Term], finder: Terms) -> Iterator[tuple[str, str]]:
    """Pairs of terms whose meanings lean on each other."""
    leans = {name: {use.term for use in finder.uses(term.meaning) if use.term != name} for name, term in terms.items()}
    for name, others in leans.items():
        yield from ((name, other) for other in sorted(others) if name < other and name in leans[other])


def _read_in_order(draft: Draft) -> Iterator[Spans]:
    yield from draft.body.in_short
    for block in (*draft.body.minute, *draft.body.full):
        yield from _running(block)
    yield draft.action


def _running(block: Block) -> Iterator[Spans]:
    match block:
        case Paragraph(spans=spans):
            yield spans
        case BulletList(items=items):
            yield from items
        case Table(header, rows):
            yield from (cell for row in (header, *rows) for cell in row)
        case SourcesDiffer(claims=claims, advice=advice):
            yield from (claim.says for claim in claims)
            yield from (paragraph.spans for paragraph in advice)
        case Callout(kind=kind, blocks=blocks) if kind != "say":
            yield from (spans for inner in blocks for spans in _running(inner))


def _line(span: Span, spans: Spans) -> int:
    return span.line if isinstance(span, MarkedSpan) else line_of(spans, 1)


def _straight(text: str) -> str:
    return text.replace("’", "'")
