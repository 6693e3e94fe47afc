"""A page as what it states: block by block its sentences, with a hash by which a block is known again."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple

from tpe_guide.guide.model import (
    Block,
    BulletList,
    Callout,
    Heading,
    Page,
    Paragraph,
    Picture,
    SourcesDiffer,
    Spans,
    Table,
)
from tpe_guide.guide.readability import sentences

HASH_BYTES = 8


class Passage(NamedTuple):
    """The sentences of one block. *sum* is a hash of their words and numbers: not of their looks or sources."""

    sum: str
    sentences: tuple[str, ...]


class Statements(NamedTuple):
    """What a page states, in the order of the page."""

    title: str
    passages: tuple[Passage, ...]

    @property
    def sums(self) -> frozenset[str]:
        """The hashes of all passages."""
        return frozenset(passage.sum for passage in self.passages)


def statements(page: Page) -> Statements:
    """What *page* states at its full depth."""
    texts = [_said(page.in_short), *map(_of_block, (*page.minute, *page.full)), _said((page.action,)), [page.question]]
    return Statements(page.title, tuple(map(passage, filter(None, map(_split, texts)))))


def passage(said: tuple[str, ...]) -> Passage:
    """The passage of these sentences."""
    digest = blake2b("\n".join(said).encode(), digest_size=HASH_BYTES)
    return Passage(digest.hexdigest(), said)


def _split(texts: list[str]) -> tuple[str, ...]:
    return tuple(sentence for text in texts for sentence in sentences(" ".join(text.split())))


def _of_block(block: Block) -> list[str]:
    return list(_texts(block))


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(spans=spans) | Paragraph(spans=spans):
            yield _plain(spans)
        case BulletList(items=items):
            yield from map(_plain, items)
        case Table(rows=rows):
            yield from (" · ".join(map(_plain, row)) for row in rows)
        case Picture(caption=caption):
            yield caption
        case Callout(title=title, blocks=blocks):
            yield title
            for inner in blocks:
                yield from _texts(inner)
        case SourcesDiffer(question=question, claims=claims, advice=advice):
            yield question
            yield from (f"{_plain(claim.who)}: {_plain(claim.says)}" for claim in claims)
            for paragraph in advice:
                yield from _texts(paragraph)


def _said(several: tuple[Spans, ...]) -> list[str]:
    return [_plain(spans) for spans in several]


def _plain(spans: Spans) -> str:
    return "".join(span.text for span in spans if span.kind != "cite")
