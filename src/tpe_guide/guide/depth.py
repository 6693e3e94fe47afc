"""How much of a page is shown, and what stands in that much of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal

from tpe_guide.guide.model import (
    Block,
    BulletList,
    Callout,
    Heading,
    Page,
    Paragraph,
    Picture,
    Source,
    SourcesDiffer,
    Span,
    Table,
)

Depth = Literal["facts", "minute", "full"]
"""Three facts for a foggy day; what one minute gives; all of it. Each holds the one before."""
Part = Literal["in_short", "minute", "full", "end"]
"""A stretch of a page; ``end`` is the one thing to do and the question."""
_FROM: dict[str, int] = {"in_short": 0, "minute": 1, "full": 2, "end": 0}
_LEVELS: tuple[Depth, ...] = ("facts", "minute", "full")


def depth_for(part: str, least: Depth) -> Depth:
    """The shallowest depth from *least* on that shows *part*."""
    return _LEVELS[max(_LEVELS.index(least), _FROM.get(part, 0))]


def blocks_at(page: Page, depth: Depth) -> tuple[tuple[str, Block], ...]:
    """The blocks between *In short* and the end of *page* at *depth*, each with its name (``minute.3``).

    Where sources differ is not a detail: from the minute on it is told, even if it is written for the full page.
    """
    minute = [(f"minute.{number}", block) for number, block in enumerate(page.minute)]
    full = [(f"full.{number}", block) for number, block in enumerate(page.full)]
    if depth == "facts":
        return ()
    if depth == "minute":
        full = [(name, block) for name, block in full if isinstance(block, SourcesDiffer)]
    return (*minute, *full)


def words_in(page: Page) -> tuple[int, int, int]:
    """How many words a reader meets on *page* at each depth, sources and small print left out."""
    always = _count(page.title) + _count(page.in_short) + _count(page.action) + _count(page.question)
    facts, minute, full = (always + sum(_count(block) for __, block in blocks_at(page, depth)) for depth in _LEVELS)
    return facts, minute, full


def sources_at(page: Page, depth: Depth) -> tuple[tuple[Part, tuple[Source, ...]], ...]:
    """Each stretch of what *depth* shows, with the sources cited in it, each once; they keep their numbers.

    The facts belong to the stretch that follows them, the one thing to do to the one before it.
    """
    if depth == "facts":
        return (("in_short", _cited(page, (page.in_short, page.action))),)
    if depth == "minute":
        return (("minute", _cited(page, (page.in_short, blocks_at(page, depth), page.action))),)
    return (
        ("minute", _cited(page, (page.in_short, page.minute))),
        ("full", _cited(page, (page.full, page.action))),
    )


def _cited(page: Page, shown: object) -> tuple[Source, ...]:
    cited = {int(number) for span in spans_in(shown) if span.kind == "cite" for number in span.text.split(",")}
    return tuple(source for source in page.sources if source.number in cited)


def spans_in(part: object) -> Iterator[Span]:
    """Every span in *part* of a page, however deep."""
    if isinstance(part, Span):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from spans_in(item)


def with_spans(part: Any, change: Callable[[Span], Span]) -> Any:  # noqa: ANN401 - of the kind that was given
    """*part* of a page with every span in it changed."""
    if isinstance(part, Span):
        return change(part)
    if isinstance(part, tuple):
        items = [with_spans(item, change) for item in part]
        return type(part)(*items) if hasattr(part, "_fields") else tuple(items)
    return part


def _count(part: object) -> int:
    """The words in a part that are read in sentences; a picture counts by its caption."""
    match part:
        case str():
            return len(part.split())
        case Span():
            return 0 if part.kind == "cite" else len(part.text.split())
        case Heading() | Paragraph():
            return _count(part.spans)
        case BulletList():
            return _count(part.items)
        case Table():
            return _count(part.header) + _count(part.rows)
        case Picture():
            return _count(part.caption)
        case Callout():
            return _count(part.title) + _count(part.blocks)
        case SourcesDiffer():
            claims = sum(_count(claim.who) + _count(claim.says) for claim in part.claims)
            return _count(part.question) + claims + _count(part.advice)
        case tuple():
            return sum(map(_count, part))
    return 0
