"""A guide as JSON and back. Plain words are strings; all else is a short list that begins with its kind.

A page is encoded at build time and decoded when it is opened, so decoding is kept to one pass. In the file each
page stands on a line of its own: to open the guide is to read its first line, however many pages it has.
"""

from __future__ import annotations

import json
from typing import Any, cast
from zlib import crc32

from tpe_guide.guide.depth import spans_in, words_in
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

Json = Any
FORMAT = 6
"""Raised whenever the shape of the compiled files changes."""


class _Pages(dict[str, Json]):
    """Pages by id, each read from its line when it is first asked for."""

    def __init__(self, lines: dict[str, bytes]) -> None:
        super().__init__()
        self._lines = lines

    def __missing__(self, page_id: str) -> Json:
        page = self[page_id] = json.loads(self._lines[page_id])
        return page


def encode_guide(data: dict[str, Json]) -> bytes:
    """*data*, whose ``pages`` are encoded pages by id, as a JSON file with a line for each of them."""
    lines = ",\n".join(f"{_text(page_id)}:{_text(page)}" for page_id, page in data["pages"].items())
    pages = f'"pages":{{\n{lines}\n}}}}'.encode()
    head = {key: value for key, value in data.items() if key != "pages"}
    head |= {"lines": [*data["pages"]], "sum": crc32(pages)}
    return _text(head)[:-1].encode() + b",\n" + pages


def decode_guide(file: bytes) -> dict[str, Json]:
    """What was encoded, its pages to be read when they are asked for. Raises ValueError for any other file."""
    head, _comma, pages = file.partition(b",\n")
    data: dict[str, Json] = json.loads(head + b"}")
    if not isinstance(data, dict) or data.pop("sum", None) != crc32(pages):
        raise ValueError("not as it was written")
    lines = zip(data.pop("lines"), pages.split(b"\n")[1:-1], strict=True)
    data["pages"] = _Pages({page: line[len(_text(page).encode()) + 1 :].removesuffix(b",") for page, line in lines})
    return data


def _text(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)


def encode_page(page: Page) -> dict[str, Json]:
    """*page* without its id, which is its key; ``words`` at each depth, to be known without opening it."""
    slots = {"slots": True} if any(span.kind == "slot" for span in spans_in(page)) else {}
    access = {"access": page.access} if page.access else {}
    return (
        slots
        | access
        | {
            "words": words_in(page),
            "title": page.title,
            "chapter": page.chapter,
            "in_short": [_encode_spans(spans) for spans in page.in_short],
            "minute": [_encode_block(block) for block in page.minute],
            "full": [_encode_block(block) for block in page.full],
            "action": _encode_spans(page.action),
            "question": page.question,
            "sources": [source.text for source in page.sources],
            "next_review": page.next_review,
            "reviewed_by": page.reviewed_by,
        }
    )


def decode_page(page_id: str, data: dict[str, Json]) -> Page:
    """The page that was encoded as *data*."""
    return Page(
        id=page_id,
        title=data["title"],
        chapter=data["chapter"],
        in_short=tuple(_decode_spans(spans) for spans in data["in_short"]),
        minute=tuple(_decode_block(block) for block in data["minute"]),
        full=tuple(_decode_block(block) for block in data["full"]),
        action=_decode_spans(data["action"]),
        question=data["question"],
        sources=tuple(Source(number, text) for number, text in enumerate(data["sources"], start=1)),
        next_review=data["next_review"],
        reviewed_by=data["reviewed_by"],
        access=data.get("access", ""),
    )


def _encode_spans(spans: Spans) -> list[Json]:
    return [span.text if span.kind == "text" else [span.kind, span.text, span.target] for span in spans]


def _decode_spans(data: list[Json]) -> Spans:
    return tuple([Span(item) if isinstance(item, str) else Span(item[1], item[0], item[2]) for item in data])


def _encode_block(block: Block) -> list[Json]:
    match block:
        case Paragraph(spans):
            return ["paragraph", _encode_spans(spans)]
        case Heading(level, spans):
            return ["heading", level, _encode_spans(spans)]
        case BulletList(items, ordered):
            return ["list", [_encode_spans(item) for item in items], ordered]
        case Table(header, rows):
            return [
                "table",
                [_encode_spans(cell) for cell in header],
                [[*map(_encode_spans, row)] for row in rows],
            ]
        case Picture():
            return ["picture", *block]
        case Callout(kind, title, blocks):
            return ["callout", kind, title, [_encode_block(inner) for inner in blocks]]
        case SourcesDiffer(question, claims, advice, low, high, unit):
            encoded = [[_encode_spans(c.who), _encode_spans(c.says), c.low, c.high] for c in claims]
            return ["sources-differ", question, encoded, [_encode_block(p) for p in advice], low, high, unit]


def _decode_block(data: list[Json]) -> Block:
    match data:
        case ["paragraph", spans]:
            return Paragraph(_decode_spans(spans))
        case ["heading", level, spans]:
            return Heading(level, _decode_spans(spans))
        case ["list", items, ordered]:
            return BulletList(tuple(_decode_spans(item) for item in items), ordered)
        case ["table", header, rows]:
            cells = tuple(tuple(_decode_spans(cell) for cell in row) for row in rows)
            return Table(tuple(_decode_spans(cell) for cell in header), cells)
        case ["picture", name, alt, caption]:
            return Picture(name, alt, caption)
        case ["callout", kind, title, blocks]:
            inner = tuple(cast(Paragraph | BulletList, _decode_block(block)) for block in blocks)
            return Callout(kind, title, inner)
        case ["sources-differ", question, claims, advice, low, high, unit]:
            decoded = tuple(Claim(_decode_spans(c[0]), _decode_spans(c[1]), c[2], c[3]) for c in claims)
            below = tuple(cast(Paragraph, _decode_block(block)) for block in advice)
            return SourcesDiffer(question, decoded, below, low, high, unit)
    raise ValueError(f"not a block: {data!r}")
