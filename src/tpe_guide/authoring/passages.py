"""Ways through the words of a page."""

from __future__ import annotations

from collections.abc import Iterator

from tpe_guide.authoring.draft import Draft
from tpe_guide.authoring.inline import NO_CLAIM, MarkedSpan, fact_ids, line_of, plain
from tpe_guide.guide.model import (
    Block,
    BulletList,
    Callout,
    Heading,
    Paragraph,
    SourcesDiffer,
    Spans,
    Table,
)


def every_run(draft: Draft) -> Iterator[Spans]:
    """Every run of words on a page, in reading order."""
    yield from draft.body.in_short
    for block in (*draft.body.minute, *draft.body.full):
        yield from _runs(block)
    yield draft.action


def every_text(draft: Draft) -> Iterator[str]:
    """All the words of a page that a reader can see or hear, without citations."""
    yield from (draft.title, draft.question)
    yield from (label.text for label in draft.body.labels)
    yield from map(plain, every_run(draft))


def prose(draft: Draft) -> Iterator[Spans]:
    """The running text of a page: what is read in sentences."""
    yield from draft.body.in_short
    for block in (*draft.body.minute, *draft.body.full):
        yield from _prose_of(block)
    yield draft.action


def labels(draft: Draft) -> Iterator[Spans]:
    """The words of a page in headings and tables: too short to grade, still not to be long."""
    for block in (*draft.body.minute, *draft.body.full):
        match block:
            case Heading(spans=spans):
                yield spans
            case Table(header, rows):
                for row in (header, *rows):
                    yield from row
            case SourcesDiffer(claims=claims):
                for claim in claims:
                    yield claim.who
                    yield claim.says


def cited(draft: Draft) -> set[str]:
    """The facts that a page cites."""
    return {fact for spans in every_run(draft) for fact in fact_ids(spans)} - {NO_CLAIM}


def unsourced(spans: Spans) -> Iterator[tuple[str, int]]:
    """Each passage of *spans* that its author marks ``[@-]``: its words since the citation before, their line."""
    begin = 0
    for index, span in enumerate(spans):
        if span.kind == "cite":
            passage = spans[begin:index]
            if NO_CLAIM in span.target.split():
                words = [word for word in passage if word.text.strip()]
                yield plain(passage).strip(), line_of(tuple(words), line_of((span,)))
            begin = index + 1


def with_lines(spans: Spans) -> tuple[str, list[int]]:
    """The words of *spans*, and for each character the line it stands on."""
    lines: list[int] = []
    line = line_of(spans, 1)
    for span in spans:
        line = span.line if isinstance(span, MarkedSpan) else line
        if span.kind != "cite":
            lines += [line] * len(span.text)
    return plain(spans), lines


def _runs(block: Block) -> Iterator[Spans]:
    match block:
        case Heading() | Paragraph():
            yield block.spans
        case BulletList():
            yield from block.items
        case Table():
            for row in (block.header, *block.rows):
                yield from row
        case SourcesDiffer():
            for claim in block.claims:
                yield claim.who
                yield claim.says
            for paragraph in block.advice:
                yield paragraph.spans
        case Callout():
            for inner in block.blocks:
                yield from _runs(inner)


def _prose_of(block: Block) -> Iterator[Spans]:
    match block:
        case Paragraph(spans=spans):
            yield spans
        case BulletList(items=items):
            yield from items
        case SourcesDiffer(advice=advice):
            for paragraph in advice:
                yield paragraph.spans
        case Callout(blocks=blocks):
            for inner in blocks:
                yield from _prose_of(inner)
