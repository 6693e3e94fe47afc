"""Whose word a reader meets first: never an advert, and in running text a better source before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tpe_guide.authoring.draft import Draft
from tpe_guide.authoring.evidence import Evidence, Fact
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.inline import line_of
from tpe_guide.authoring.passages import every_run, prose
from tpe_guide.guide.model import Spans
from tpe_guide.i18n import _


def check_source_order(draft: Draft, evidence: Evidence, faults: Faults) -> None:
    """Note a page whose first source is of the lowest grade, and each passage that such a source opens.

    The cells of a “Sources differ” box set one beside the other, in an order of their own.
    """
    for facts, line in islice(_citations(every_run(draft), evidence), 1):
        if facts[0].sources[0] in evidence.low_grade:
            message = _("the first source of this page is an advert or as poor: cite a better one before it")
            faults.add(line, "ADVERT-FIRST", message)
    better_before = False
    for facts, line in _citations(prose(draft), evidence):
        poor = [fact for fact in facts if set(fact.sources) <= evidence.low_grade]
        if poor and facts[0] in poor and (not better_before or len(poor) < len(facts)):
            message = _("“{id}” is from an advert or as poor: cite a better fact before it").format(id=facts[0].id)
            faults.add(line, "ADVERT-FIRST", message)
        better_before = better_before or len(poor) < len(facts)


def _citations(runs: Iterator[Spans], evidence: Evidence) -> Iterator[tuple[list[Fact], int]]:
    """The facts of each citation that has any with a source, and its line."""
    for spans in runs:
        for span in (span for span in spans if span.kind == "cite"):
            known = (evidence.facts[name] for name in span.target.split() if name in evidence.facts)
            if facts := [fact for fact in known if fact.sources]:
                yield facts, line_of((span,), 1)
