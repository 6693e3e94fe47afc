"""What of a page, picture, term or *Urgent help* is searched: short runs of text that know where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tpe_guide.authoring.inline import plain
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
    Term,
)
from tpe_guide.search.fold import composed
from tpe_guide.search.hit import Depth, Field, HitKind
from tpe_guide.vocabulary.signs import TIERS

_BETWEEN_CELLS = " · "


class Passage(NamedTuple):
    """One run of text. *heading* is the number of the passage over it; 0, the title, where there is no heading."""

    text: str
    field: Field
    depth: Depth = "title"
    block: int = 0
    heading: int = 0


class Text(NamedTuple):
    """All that is searched of one thing to be found; its first passage is its title."""

    kind: HitKind
    target: str
    passages: tuple[Passage, ...]


def page_text(page: Page) -> Text:
    """What is searched of *page*, in reading order."""
    passages = [Passage(composed(page.title), Field.TITLE)]
    for number, spans in enumerate(page.in_short):
        passages.append(Passage(_text(spans), Field.IN_SHORT, "in_short", number))
    _add_blocks(passages, "minute", page.minute)
    _add_blocks(passages, "full", page.full)
    for number, text in enumerate((plain(page.action), page.question)):
        if text:
            passages.append(Passage(composed(text), Field.TEXT, "end", number))
    return Text("page", page.id, tuple(passages))


def term_text(term: Term) -> Text:
    """What is searched of *term*: word, meaning, other spellings."""
    word, meaning, *also = map(composed, (term.word, term.meaning, *term.also))
    spellings = (Passage(text, Field.GLOSSARY) for text in also)
    return Text("word", term.id, (Passage(word, Field.GLOSSARY), Passage(meaning, Field.TEXT), *spellings))


def urgent_texts(urgent: Mapping[str, Any]) -> list[Text]:
    """What is searched of *Urgent help* (``effects.urgent_listed``): all that its page shows, each sign for itself.

    So a person who writes of a needle that hurts is not shown a sign about pain and another one about a needle.
    A sign counts as a heading: whoever looks for one is to find it. Nothing is searched of what is empty.
    """
    if not urgent:
        return []
    title = Passage(composed(urgent["title"]), Field.TITLE)
    around = [Passage(composed(urgent[key]), Field.TEXT) for key in ("lead", "note")]
    return [Text("urgent", "urgent", (title, *around))] + [
        Text("urgent", "urgent", (title, over, Passage(composed(sign), Field.HEADING, heading=1)))
        for tier in (urgent[name] for name in TIERS)
        for over in [Passage(composed(tier["heading"]), Field.HEADING)]
        for sign in tier["signs"]
    ]


def picture_texts(name: str, data: Mapping[str, Any]) -> list[Text]:
    """What is searched of the picture *name*, or of each of those on its screen: the title.

    Its sentences stand on pages too, and a page says more about them.
    """
    shown = data.get("pictures")
    if not isinstance(shown, list):
        return [Text("picture", name, (Passage(composed(data["title"]), Field.TITLE),))]
    return [Text("picture", f"{name}:{one['id']}", (Passage(composed(one["title"]), Field.TITLE),)) for one in shown]


def _add_blocks(passages: list[Passage], depth: Depth, blocks: Sequence[Block]) -> None:
    heading = 0
    for number, block in enumerate(blocks):
        over = heading
        for field, text in _block(block):
            if not text:
                continue
            if field is Field.HEADING:
                over = len(passages)
                heading = over if isinstance(block, Heading) else heading
                passages.append(Passage(text, field, depth, number))
            else:
                passages.append(Passage(text, field, depth, number, over))


def _block(block: Block) -> Iterator[tuple[Field, str]]:
    match block:
        case Heading(spans=spans):
            yield Field.HEADING, _text(spans)
        case Paragraph(spans=spans):
            yield Field.TEXT, _text(spans)
        case BulletList(items=items):
            yield from ((Field.TEXT, _text(item)) for item in items)
        case Table(header=header, rows=rows):
            yield from ((Field.TEXT, _cells(row)) for row in (header, *rows))
        case Picture(alt=alt, caption=caption):
            yield from ((Field.TEXT, composed(text)) for text in (alt, caption))
        case Callout(title=title, blocks=blocks):
            yield Field.HEADING, composed(title)
            for inner in blocks:
                yield from _block(inner)
        case SourcesDiffer(question=question, claims=claims, advice=advice):
            yield Field.HEADING, composed(question)
            yield from ((Field.TEXT, _cells((claim.who, claim.says))) for claim in claims)
            for paragraph in advice:
                yield from _block(paragraph)


def _cells(cells: Iterable[Spans]) -> str:
    return _BETWEEN_CELLS.join(text for text in map(_text, cells) if text)


def _text(spans: Spans) -> str:
    return composed(plain(spans))
