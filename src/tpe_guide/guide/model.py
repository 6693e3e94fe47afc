"""The guide as data: typed blocks that every reader of it (screen, print, speech, search) shares.

A page is written once in Markdown, compiled once into these blocks, and never parsed again. They are named tuples,
as is all that a start needs: making 40 dataclasses would be an eighth of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

SpanKind = Literal["text", "strong", "word", "page", "see", "cite", "go", "slot"]


PageAccess = Literal["", "needles", "line"]


class Span(NamedTuple):
    """A run of words in one manner."""

    text: str
    kind: SpanKind = "text"
    target: str = ""
    """``word``: glossary term id. ``page``: page id. ``see``: a picture and what of it
    (``circuit:start``). ``cite``: the ids of the facts, space-separated; its *text* is then the numbers of their
    sources in the page's source list (``"2"``, ``"1, 3"``), and it follows the words that it supports without a
    space. ``go``: what the program does when pressed; only the program itself writes such words. ``slot``: slot id;
    *text* is neutral until a unit fills it in."""


Spans = tuple[Span, ...]


class Heading(NamedTuple):
    """A heading inside a page; *level* 2 or 3 (the page title is level 1)."""

    level: int
    spans: Spans


class Paragraph(NamedTuple):
    """One paragraph of running text."""

    spans: Spans


class BulletList(NamedTuple):
    """A list of short items; *ordered* when the order matters."""

    items: tuple[Spans, ...]
    ordered: bool = False


class Table(NamedTuple):
    """A small table: one row of column headers, then rows of equal length."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]


class Picture(NamedTuple):
    """A drawing from ``assets/illustrations/<name>.svg``, ``name/part`` with one of its parts; or ``odds:name``: one
    made from counts.

    *alt* says in words all that it shows.
    """

    name: str
    alt: str
    caption: str = ""


class Claim(NamedTuple):
    """What one source says in a disagreement; *low* and *high* place it on the shared axis, if any."""

    who: Spans
    says: Spans
    low: float | None = None
    high: float | None = None


class SourcesDiffer(NamedTuple):
    """Sources disagree: the question, who says what, why both may be right and what to ask."""

    question: str
    claims: tuple[Claim, ...]
    advice: tuple[Paragraph, ...]
    axis_low: float | None = None
    axis_high: float | None = None
    axis_unit: str = ""


class Callout(NamedTuple):
    """A card set apart from the text: ``say`` (words to say to the nurse), ``note``, ``warning``."""

    kind: Literal["say", "note", "warning"]
    title: str
    blocks: tuple[Paragraph | BulletList, ...]


Block = Heading | Paragraph | BulletList | Table | Picture | SourcesDiffer | Callout


class Source(NamedTuple):
    """One entry of a page's source list."""

    number: int
    text: str


class Page(NamedTuple):
    """One page of the guide at its three depths."""

    id: str
    title: str
    chapter: str
    in_short: tuple[Spans, ...]
    """The three facts of a foggy day."""
    minute: tuple[Block, ...]
    """What one minute of reading gives."""
    full: tuple[Block, ...]
    """The rest, for whoever wants it."""
    action: Spans
    """The one thing to do after this page."""
    question: str
    """A question worth asking the team; empty if none."""
    sources: tuple[Source, ...]
    next_review: str
    """ISO date by which the page must be looked at again."""
    reviewed_by: str
    """Named clinician; empty until there is one, and the page then says so."""
    access: PageAccess = ""
    """Whom it is for: who has ``needles``, or a ``line``; empty: everybody."""


class Chapter(NamedTuple):
    """A chapter and the ids of its pages, in reading order."""

    id: str
    title: str
    pages: tuple[str, ...]


class Part(NamedTuple):
    """A question that a reader may come with, and the ids of the chapters that answer it."""

    question: str
    icon: str
    chapters: tuple[str, ...]


class Term(NamedTuple):
    """A glossary word and its plain meaning."""

    id: str
    word: str
    meaning: str
    also: tuple[str, ...] = ()
    """Other forms and other names of the same thing."""


class Step(NamedTuple):
    """One step of a path through the guide, and the screen that it leads to."""

    title: str
    line: str
    place: str
    """``page``, a picture, ``questions`` or ``matters``: see ``navigation.ScreenId``."""
    page: str = ""
    """Page id where *place* is ``page``."""
    words: int = 0
    """How many a picture says; 0: not a picture."""

    @property
    def id(self) -> str:
        """As ``guide.yaml`` names it; no other step of the path has the same."""
        return self.page or self.place


class Walk(NamedTuple):
    """A path through the guide: a few steps with an end. Called so because a path in code is that of a file."""

    id: str
    title: str
    line: str
    note: str
    """What to keep in mind on it; empty: nothing."""
    end: str
    """What can be said when each step is done."""
    steps: tuple[Step, ...]


def in_alphabetical_order(terms: Iterable[Term]) -> tuple[Term, ...]:
    """*terms* as a glossary lists them."""
    return tuple(sorted(terms, key=lambda term: term.word.casefold()))
