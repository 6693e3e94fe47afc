"""The pages of the guide, written as documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from itertools import takewhile
from typing import NamedTuple

from tpe_guide.guide.depth import Depth, Part, blocks_at, sources_at
from tpe_guide.guide.model import (
    Block,
    BulletList,
    Callout,
    Claim,
    Heading,
    Page,
    Paragraph,
    Picture,
    Source,
    SourcesDiffer,
    Span,
    Spans,
    Table,
)
from tpe_guide.i18n import _
from tpe_guide.pictures.drawing.art import drawing_of, part_of
from tpe_guide.ui.kit.art import Art
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.cards import CardKind, card_look
from tpe_guide.ui.reading.document import Figure, PageDocument
from tpe_guide.ui.reading.figures import Axis, Illustration, RangeBar, illustration_path
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.measure import ASIDE, Measure
from tpe_guide.ui.reading.writer import Writer, plain

_CALLOUTS: dict[str, tuple[CardKind, str, str]] = {
    "say": ("say", "message-circle", "teal"),
    "note": ("note", "info", "ink"),
    "warning": ("warning", "triangle-alert", "red"),
}


class Personal(NamedTuple):
    """What a page says to this reader alone."""

    changed: str = ""
    """What changed since they read it, in a sentence; empty if nothing did."""
    question: str = ""
    """Where its question stands: ``add``, ``waiting``, ``added``; empty where there is no diary."""
    check: str = ""
    """The chapter that ends here with a question to check oneself; empty if none does."""
    access: str = ""
    """How their blood goes out and in, where the page is for people with the other; see ``terms.ACCESSES_SAID``."""
    deciding: bool = False
    """The page is about deciding: it leads to what matters to the person, and to their questions."""


_NOTHING_PERSONAL = Personal()

FigureMaker = Callable[[str, Theme], Figure | None]
"""Draws the picture that a name such as ``odds:side-effects`` means; None where there is none."""


def drawn(name: str, theme: Theme) -> Figure | None:
    """The drawing *name* among the illustrations; None if it is not there."""
    path = illustration_path(drawing_of(name))
    parts = frozenset(filter(None, (part_of(name),)))
    return Illustration(Art(path, parts), theme) if path.is_file() else None


def build_page(
    page: Page,
    place: str,
    version: str,
    theme: Theme,
    measure: Measure,
    *,
    depth: Depth,
    personal: Personal = _NOTHING_PERSONAL,
    figure: FigureMaker = drawn,
) -> PageDocument:
    """What *page* shows at *depth*; *place* is the line above its title, *version* that of the content.

    Marks of sources stand in the text of the whole page only; at the end of each stretch of it one press shows them.
    Where the *measure* has room beside the column, “Sources differ” stands there. *figure* draws what the page shows
    by name.
    """
    document = PageDocument(page.title, theme, measure)
    writer = _PageWriter(document, figure)
    writer.out.shows_sources = depth == "full"
    with writer.out.writing():
        writer.head(page, place)
        writer.other_access(personal.access)
        writer.changed(personal.changed)
        writer.blocks(page, depth)
        writer.more(page, depth)
        writer.action(page, personal)
        writer.footer(page, version)
    return document


class _PageWriter:
    """Knows how each block of the guide looks."""

    def __init__(self, document: PageDocument, figure: FigureMaker = drawn) -> None:
        self._figure = figure
        self.out = Writer(document)
        self._theme = document.theme
        self._measure = document.measure

    def head(self, page: Page, place: str) -> None:
        """Where the page stands, its title, and the three facts of a foggy day."""
        self.out.paragraph(place, role="small-strong", token="straw800")
        self.out.heading(page.title, 1, top=4)
        if page.in_short:
            self.out.begin("in_short.0")
            with self._card("short", _("In short"), top=self._measure.gap + 2, down=20):
                self.out.heading(_("In short"), 2, role="h3", icon="list-checks")
                self.out.items(page.in_short, top=8, between=4, icon="check", icon_token="straw800")

    def other_access(self, access: str) -> None:
        """That the page is not about what this reader has, as they said."""
        if not access:
            return
        sentence = {
            "arm-veins": _("You said that you have needles in your arms. This page is about a line."),
            "single-needle": _("You said that you have one needle. This page is about a line."),
            "neck-line": _("You said that you have a line in your neck. This page is about needles."),
            "chest-line": _("You said that you have a line in your chest. This page is about needles."),
            "groin-line": _("You said that you have a line in your groin. This page is about needles."),
        }[access]
        with self._card("note", sentence, top=self._measure.gap + 4):
            see = Link("see", "access", "start").on(_("See what is yours, or change it"))
            self.out.paragraph((Span(f"{sentence} "), see))

    def changed(self, sentence: str) -> None:
        """That the page has changed, and the way to see what."""
        if not sentence:
            return
        with self._card("note", _("This page has changed"), top=self._measure.gap + 4):
            self.out.heading(_("This page has changed"), 2, role="h3", icon="info")
            see = Link("changed").on(_("See what changed"))
            self.out.paragraph((Span(f"{sentence} "), see), top=6)

    def blocks(self, page: Page, depth: Depth) -> None:
        """Running text with all that may stand in it; each stretch of it ends with its sources."""
        shown = blocks_at(page, depth)
        *before, (last, sources) = sources_at(page, depth)
        for number, (name, block) in enumerate(shown):
            if depth == "full" and name == "full.0":
                for part, stood_for in before:
                    self._sources(part, stood_for)
                self.out.heading(_("More about this"), 2, token="ink2", top=2 * self._measure.gap)
            if not self._measure.beside:
                self._begin(name, block)
            elif not isinstance(block, SourcesDiffer):
                self._with_notes((name, block), shown[number + 1 :])
            elif all(isinstance(earlier, SourcesDiffer) for __, earlier in shown[:number]):
                self._begin(name, block)
        self._sources(last, sources)

    def _with_notes(self, here: tuple[str, Block], rest: Sequence[tuple[str, Block]]) -> None:
        """Write *here* with the notes that are written behind it beside it: they are told after it."""
        notes = [*takewhile(lambda named: isinstance(named[1], SourcesDiffer), rest)]
        nodes = self.out.document.nodes
        first = len(nodes)
        for name, note in notes:
            self._begin(name, note)
        told = nodes[first:]
        del nodes[first:]
        self._begin(*here)
        nodes += told

    def _begin(self, name: str, block: Block) -> None:
        self.out.begin(name)
        self._block(block)

    def more(self, page: Page, depth: Depth) -> None:
        """The way to what is left out at *depth*."""
        if depth == "facts" and page.minute:
            deeper = Link("depth", "minute").on(_("Read a minute more about this"))
        elif depth == "minute" and page.full:
            deeper = Link("depth", "full").on(_("Read all about this"))
        else:
            return
        self.out.paragraph((deeper,), role="lead", weight=600, top=1.4 * self._measure.gap, icon="chevron-down")

    def sources_differ(self, block: SourcesDiffer) -> None:
        """The question, what each source says, and why they may all be right."""
        out = self.out
        beside = ASIDE if self._measure.beside else 0
        with self._card("note", _("Sources differ"), top=self._measure.gap + 4, down=22, beside=beside):
            out.heading(_("Sources differ"), 3, icon="scale")
            out.paragraph(block.question, role="small", top=8)
            axis = _axis(block)
            for number, claim in enumerate(block.claims):
                self._claim(claim, number, axis, is_last=claim is block.claims[-1])
            for paragraph in block.advice:
                out.paragraph(paragraph.spans, role="small", token="ink2", top=10)

    def action(self, page: Page, personal: Personal) -> None:
        """The one thing to do, the question worth asking, and at the end of a chapter a way to check oneself."""
        if not page.action and not page.question:
            return
        self.out.begin("end.0")
        with self._card("action", _("One thing to do"), top=2 * self._measure.gap):
            if page.action:
                self.out.heading(_("One thing to do"), 2, role="h3", icon="footprints")
                self.out.paragraph(page.action, top=6)
            if page.question:
                top = 16 if page.action else 0
                self.out.heading(_("A question worth asking"), 2, role="h3", icon="message-circle", top=top)
                self.out.paragraph(_("“{question}”").format(question=page.question), top=6)
                self._question_link(personal.question)
            if personal.deciding:
                self._deciding_links()
            if personal.check:
                self.out.heading(_("The end of this chapter"), 2, role="h3", icon="circle-question-mark", top=16)
                check = Link("check", personal.check).on(_("Check yourself with one question"))
                self.out.paragraph((check,), weight=600, top=6)

    def _question_link(self, status: str) -> None:
        words = {
            "add": (Link("question").on(_("Add to my questions")),),
            "waiting": (Span(_("It waits for your diary. ")), Link("questions").on(_("Open my diary"))),
            "added": (Span(_("It is in my questions. ")), Link("questions").on(_("See my questions"))),
        }
        if status in words:
            icon = "plus" if status == "add" else "check"
            self.out.paragraph(words[status], weight=600, top=6, icon=icon, icon_token="teal")

    def _deciding_links(self) -> None:
        self.out.heading(_("In your own words"), 2, role="h3", icon="pencil", top=16)
        for way in (Link("matters").on(_("What matters to me")), Link("questions").on(_("My questions"))):
            self.out.paragraph((way,), weight=600, top=6)

    def _sources(self, part: Part, sources: Sequence[Source]) -> None:
        """The way to the sources of *part*."""
        if sources:
            words = _("Where this comes from ({count})").format(count=len(sources))
            self.out.pill(Link("sources", part), words, icon="file-text", top=self._measure.gap)

    def footer(self, page: Page, version: str) -> None:
        """Who looked at the page, when it is looked at again, and which guide this is."""
        review = (
            _("Reviewed by {name}.").format(name=page.reviewed_by)
            if page.reviewed_by
            else _("Not yet reviewed by a clinician.")
        )
        again = _("To be looked at again by {date}.").format(date=_full_day(page.next_review))
        edition = _("Guide version {version}.").format(version=version)
        self.out.paragraph(" ".join((review, again, edition)), role="floor", token="ink2", top=self._measure.gap)

    def _block(self, block: Block) -> None:
        out, gap = self.out, self._measure.gap
        match block:
            case Heading():
                out.heading(block.spans, block.level, top=gap * (1.6 if block.level == 2 else 1.4))
            case Paragraph():
                out.paragraph(block.spans, top=8 if out.is_below_heading else gap)
            case BulletList():
                out.items(block.items, top=10, between=6, ordered=block.ordered)
            case Table():
                out.table(block.header, block.rows, top=gap)
            case Picture():
                self._picture(block)
            case SourcesDiffer():
                self.sources_differ(block)
            case Callout():
                self._callout(block)

    def _callout(self, block: Callout) -> None:
        kind, icon, token = _CALLOUTS[block.kind]
        with self._card(kind, block.title, top=self._measure.gap + 4):
            self.out.heading(block.title, 3, icon=icon, token=token)
            for inner in block.blocks:
                if isinstance(inner, BulletList):
                    self.out.items(inner.items, top=8, between=4, ordered=inner.ordered)
                else:
                    self.out.paragraph(inner.spans, role="lead" if kind == "say" else "body", top=8)

    def _picture(self, block: Picture) -> None:
        figure = self._figure(block.name, self._theme)
        if figure is not None:
            self.out.figure(figure, block.alt, top=self._measure.gap)
        else:
            self.out.paragraph(block.alt, token="ink2", top=self._measure.gap)
        if block.caption:
            self.out.paragraph(block.caption, role="small", token="ink2", top=8)

    def _claim(self, claim: Claim, number: int, axis: Axis | None, *, is_last: bool) -> None:
        spans = (*_strong(claim.says), Span(" · "), *claim.who)
        self.out.paragraph(spans, role="small", top=12)
        if axis and claim.low is not None and claim.high is not None:
            bar = RangeBar(self._theme, axis, claim.low, claim.high, number, labels=is_last)
            self.out.figure(bar, _bar_words(claim, axis), top=2)

    def _card(
        self, kind: CardKind, name: str, *, top: float, down: float = 20, beside: float = 0
    ) -> AbstractContextManager[None]:
        pad, look = self._measure.pad, card_look(kind, self._theme)
        return self.out.card(look, name, top=top, across=pad, down=min(down, pad), beside=beside)


def _axis(block: SourcesDiffer) -> Axis | None:
    if block.axis_low is None or block.axis_high is None or block.axis_low >= block.axis_high:
        return None
    return Axis(block.axis_low, block.axis_high, block.axis_unit)


def _bar_words(claim: Claim, axis: Axis) -> str:
    return _("A bar: {range}, on a scale from {low} to {high} {unit}").format(
        range=plain(claim.says), low=f"{axis.low:g}", high=f"{axis.high:g}", unit=axis.unit
    )


def _strong(spans: Spans) -> Spans:
    return tuple(Span(span.text, "strong") if span.kind == "text" else span for span in spans)


def _full_day(iso: str) -> str:
    from tpe_guide.summary.phrases import full_day

    return full_day(dt.date.fromisoformat(iso))
