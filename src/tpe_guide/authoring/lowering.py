"""From a draft to the page that a reader opens: lines forgotten, sources numbered, links followed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

from tpe_guide.authoring.draft import Draft
from tpe_guide.authoring.evidence import Evidence
from tpe_guide.authoring.inline import NO_CLAIM
from tpe_guide.guide.model import (
    Block,
    BulletList,
    Callout,
    Chapter,
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


def page_of(draft: Draft, chapter: Chapter, evidence: Evidence, readable: Iterable[str]) -> Page:
    """The page that a reader opens: sources numbered; a link to a page not *readable*, plain words."""
    lowering = _Lowering(evidence, frozenset(readable))
    body = draft.body
    in_short = tuple(lowering.spans(spans) for spans in body.in_short)
    minute = tuple(lowering.block(block) for block in body.minute)
    full = tuple(lowering.block(block) for block in body.full)
    action = lowering.spans(draft.action)
    sources = tuple(Source(number, evidence.sources[name]) for name, number in lowering.numbers.items())
    return Page(
        id=draft.id,
        title=draft.title,
        chapter=chapter.id,
        in_short=in_short,
        minute=minute,
        full=full,
        action=action,
        question=draft.question,
        sources=sources,
        next_review=draft.next_review.isoformat() if draft.next_review else "",
        reviewed_by=draft.reviewed_by,
        access=draft.access,
    )


@dataclass(slots=True)
class _Lowering:
    """From a draft's spans to a reader's: numbers the sources in the order in which the page cites them."""

    evidence: Evidence
    readable: frozenset[str]
    numbers: dict[str, int] = field(default_factory=dict)

    def spans(self, spans: Spans) -> Spans:
        lowered: list[Span] = []
        for span in spans:
            plain = self._span(span)
            before = lowered[-1] if lowered else None
            if plain is None:
                continue
            if before and plain.kind != "cite" and (before.kind, before.target) == (plain.kind, plain.target):
                lowered[-1] = before._replace(text=before.text + plain.text)
            else:
                lowered.append(plain)
        return tuple(lowered)

    def block(self, block: Block) -> Block:
        match block:
            case Heading(level, spans):
                return Heading(level, self.spans(spans))
            case Paragraph(spans):
                return Paragraph(self.spans(spans))
            case BulletList(items, ordered):
                return BulletList(tuple(self.spans(item) for item in items), ordered)
            case Table(header, rows):
                first = tuple(self.spans(cell) for cell in header)
                return Table(first, tuple(tuple(self.spans(cell) for cell in row) for row in rows))
            case SourcesDiffer():
                claims = tuple(
                    Claim(self.spans(claim.who), self.spans(claim.says), claim.low, claim.high)
                    for claim in block.claims
                )
                advice = tuple(Paragraph(self.spans(paragraph.spans)) for paragraph in block.advice)
                return block._replace(claims=claims, advice=advice)
            case Callout():
                blocks = tuple(cast(Paragraph | BulletList, self.block(inner)) for inner in block.blocks)
                return block._replace(blocks=blocks)
            case Picture():
                return block

    def _span(self, span: Span) -> Span | None:
        if span.kind == "cite":
            return self._citation(span.target)
        if span.kind == "page" and span.target not in self.readable:
            return Span(span.text)
        return Span(span.text, span.kind, span.target)

    def _citation(self, target: str) -> Span | None:
        facts = [name for name in dict.fromkeys(target.split()) if name != NO_CLAIM]
        known = self.evidence.sources
        cited = [source for name in facts for source in self.evidence.facts[name].sources if source in known]
        for source in cited:
            self.numbers.setdefault(source, len(self.numbers) + 1)
        numbers = sorted({self.numbers[source] for source in cited})
        return Span(", ".join(map(str, numbers)), "cite", " ".join(facts)) if numbers else None
