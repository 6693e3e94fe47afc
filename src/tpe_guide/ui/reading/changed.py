"""What changed since it was read, as a document: old and new, one below the other, the words that differ bold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tpe_guide.guide.model import Span, Spans
from tpe_guide.i18n import _, _n
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.cards import card_look
from tpe_guide.ui.reading.document import PageDocument
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.measure import Measure
from tpe_guide.ui.reading.writer import Writer

if TYPE_CHECKING:
    from tpe_guide.guide.changes import Change, Run
    from tpe_guide.guide.read_pages import PageChanges


def changed_words(found: PageChanges) -> str:
    """In one sentence what changed on a page that was read."""
    numbers = sum(change.kind == "number" for change in found.changes)
    others = len(found.changes) - numbers
    counts = [
        _n("{count} number", "{count} numbers", numbers).format(count=numbers) if numbers else "",
        _n("{count} sentence", "{count} sentences", others).format(count=others) if others else "",
    ]
    what = _(" and ").join(filter(None, counts))
    return _("This page has changed since you read it on {day}: {what}.").format(day=_day(found.day), what=what)


def build_changed(all_changes: Sequence[PageChanges], theme: Theme, measure: Measure) -> PageDocument:
    """Every page that changed, with what it said and what it says."""
    document = PageDocument(_("What has changed"), theme, measure)
    writer = _ChangesWriter(document)
    with writer.out.writing():
        writer.head(all_changes)
        for found in all_changes:
            writer.page(found)
    return document


class _ChangesWriter:
    def __init__(self, document: PageDocument) -> None:
        self.out = Writer(document)
        self._theme = document.theme
        self._measure = document.measure

    def head(self, all_changes: Sequence[PageChanges]) -> None:
        self.out.heading(_("What has changed"), 1)
        if all_changes:
            self.out.paragraph(
                _("This guide is newer than the one you read. Here is each sentence that is not the same any more."),
                role="lead",
                token="ink2",
                top=8,
            )
            self.out.paragraph(_("Words that differ are bold."), token="ink2", top=8)
        else:
            self.out.paragraph(
                _("Nothing has changed on the pages that you read. When it does, you find it here."),
                role="lead",
                token="ink2",
                top=8,
            )

    def page(self, found: PageChanges) -> None:
        pad = self._measure.pad
        with self.out.card(
            card_look("plain", self._theme), found.title, top=self._measure.gap + 8, across=pad, down=22
        ):
            if found.state == "gone":
                self.out.heading(found.title, 2, role="h3", icon="file-text")
                self.out.paragraph(_("This page is no longer in the guide."), top=8)
            else:
                self.out.heading((Link("page", found.page).on(found.title),), 2, role="h3", icon="file-text")
            if found.state == "new":
                self.out.paragraph(_("This page is new in a chapter that you have read in."), top=8)
            elif found.state == "changed":
                self.out.paragraph(
                    _("You read it on {day}.").format(day=_day(found.day)), role="small", token="ink2", top=4
                )
            for change in found.changes:
                self._change(change)
            seen = Link("seen", found.page).on(_("I have seen this"))
            self.out.paragraph((seen,), weight=600, top=18, icon="check", icon_token="teal")

    def _change(self, change: Change) -> None:
        before, now = change.runs()
        # A sentence that is new or gone is named as that; only a pair is told as before and now.
        self._side(_("Before") if now else _("Taken out"), before, top=18)
        self._side(_("Now") if before else _("New"), now, top=6 if before else 18)

    def _side(self, word: str, runs: Sequence[Run], *, top: float) -> None:
        if not runs:
            return
        spans: Spans = tuple(Span(text, "strong" if differs else "text") for text, differs in runs)
        self.out.paragraph(word, role="small-strong", token="straw800", top=top)
        self.out.paragraph(spans, top=0)


def _day(iso: str) -> str:
    from tpe_guide.summary.phrases import full_day

    return full_day(dt.date.fromisoformat(iso))
