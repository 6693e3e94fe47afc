"""*How this app helps you* as a document: what helps and where, what nobody has tried, and the tables, row by row."""

from __future__ import annotations

from collections.abc import Sequence

from tpe_guide.conformance.row import Chapter, Row, said
from tpe_guide.conformance.software import software
from tpe_guide.conformance.statement import Help, counted, helps, honest, not_tried, tried
from tpe_guide.conformance.wcag import wcag
from tpe_guide.guide.model import Span, Spans
from tpe_guide.i18n import _
from tpe_guide.policy import Policy
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.cards import card_look
from tpe_guide.ui.reading.document import PageDocument
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.measure import Measure
from tpe_guide.ui.reading.writer import Writer

_BELOW_PILLS = 14
"""px at 100 %."""


def title() -> str:
    """What the screen is called."""
    return _("How this app helps you")


def build_helps(policy: Policy, theme: Theme, measure: Measure) -> PageDocument:
    """All of it, for where *policy* holds."""
    document = PageDocument(title(), theme, measure)
    writer = _HelpsWriter(document)
    with writer.out.writing():
        writer.head()
        for each in helps(policy):
            writer.help(each)
        writer.honest()
        writer.table(_("The web’s rules for all: WCAG 2.2, A and AA"), wcag())
        writer.table(_("The European rules for software: EN 301 549, clause 11"), software())
    return document


class _HelpsWriter:
    def __init__(self, document: PageDocument) -> None:
        self.out = Writer(document)
        self._theme = document.theme
        self._measure = document.measure

    def head(self) -> None:
        self.out.begin("head")
        self.out.heading(title(), 1)
        words = _("Here is what you can switch on, and where. Below it stands how well that is proven.")
        self.out.paragraph(words, role="lead", token="ink2", top=8)

    def help(self, each: Help) -> None:
        self.out.begin(each.title)
        look, pad = card_look("plain", self._theme), self._measure.pad
        with self.out.card(look, each.title, top=self._measure.gap + 4, across=pad, down=18):
            self.out.heading(each.title, 2, role="h3", icon=each.icon)
            self.out.items([(Span(line),) for line in each.lines], top=8, between=6)
            for way in each.ways:
                link = Link("place", way.locator.place, way.locator.page)
                self.out.pill(link, way.words, icon=way.icon, top=28)
            self.out.air(_BELOW_PILLS)

    def honest(self) -> None:
        self.out.begin("honest")
        look, pad = card_look("note", self._theme), self._measure.pad
        name = _("What nobody has tried yet")
        with self.out.card(look, name, top=self._measure.gap + 8, across=pad, down=18):
            self.out.heading(name, 2, role="h3", icon="info")
            for line in honest():
                self.out.paragraph(line, top=8)
            self._list(_("What was tried"), tried(), "check", "teal")
            self._list(_("What was not tried"), not_tried(), "minus", "ink2")

    def _list(self, name: str, lines: Sequence[str], icon: str, token: str) -> None:
        self.out.heading(name, 3, top=16)
        self.out.items([(Span(line),) for line in lines], top=6, between=6, icon=icon, icon_token=token)

    def table(self, name: str, chapters: Sequence[Chapter]) -> None:
        self.out.begin(name)
        self.out.heading(name, 2, top=self._measure.gap + 16)
        self.out.paragraph(counted(chapters), token="ink2", top=6)
        header = tuple((Span(words),) for words in (_("What is asked"), _("Result"), _("Shown by")))
        for chapter in chapters:
            self.out.heading(chapter.title, 3, top=self._measure.gap)
            self.out.table(header, [_cells(row) for row in chapter.rows], top=8)


def _cells(row: Row) -> tuple[Spans, Spans, Spans]:
    level = f" ({row.level})" if row.level else ""
    result: Spans = (Span(said(row.result), "strong"),)
    if row.note:
        result = (*result, Span(f". {row.note}"))
    none = _("No test is needed") if row.result == "none" else _("No test")
    shown = ", ".join(map(in_words, row.tests)) or none
    return (Span(f"{row.number}{level} {row.name}"),), result, (Span(shown),)


def in_words(test: str) -> str:
    """The name of a *test* as words that a line can break: what it is called, and where it stands."""
    place, __, name = test.partition("::")
    return f"{name.removeprefix('test_').replace('_', ' ')} ({place})"
