"""Search indexes made in a test, read through JSON as the program does."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from tpe_guide.authoring.search.build import search_index
from tpe_guide.authoring.search.lay_words import LayWords
from tpe_guide.authoring.search.texts import page_text, term_text, urgent_texts
from tpe_guide.guide.model import Block, Callout, Heading, Page, Paragraph, Span, Term
from tpe_guide.search.hit import Hit
from tpe_guide.search.index import SearchIndex


def page(
    title: str, in_short: str = "", text: str = "", heading: str = "", below: str = "", say: str = "", name: str = ""
) -> Page:
    """A page with at most one of everything; its id is *name*, or its title in small letters with hyphens."""
    full: list[Block] = []
    if heading:
        full.append(Heading(3, (Span(heading),)))
    if below:
        full.append(Paragraph((Span(below),)))
    if say:
        full.append(Callout("say", "What can I say?", (Paragraph((Span(say),)),)))
    return Page(
        id=name or "-".join(title.casefold().split()),
        title=title,
        chapter="",
        in_short=(((Span(in_short),),) if in_short else ()),
        minute=((Paragraph((Span(text),)),) if text else ()),
        full=tuple(full),
        action=(),
        question="",
        sources=(),
        next_review="",
        reviewed_by="",
    )


def index(
    pages: Sequence[Page] = (),
    terms: Sequence[Term] = (),
    lay: LayWords | None = None,
    urgent: Mapping[str, Any] | None = None,
) -> SearchIndex:
    texts = [*urgent_texts(urgent or {}), *map(page_text, pages), *map(term_text, terms)]
    return SearchIndex(json.loads(json.dumps(search_index(texts, terms, lay or LayWords()))))


def targets(hits: Sequence[Hit]) -> list[str]:
    return [hit.target for hit in hits]


def marked(hit: Hit) -> str:
    """The snippet with its marks in brackets."""
    text = hit.snippet
    for first, last in reversed(hit.marks):
        text = f"{text[:first]}[{text[first:last]}]{text[last:]}"
    return text


def edits(typed: str, word: str) -> list[int]:
    """From *typed* to each beginning of *word*: letters missing, added, mistaken, or two swapped (each pair once)."""
    before: list[int] = []
    row = [*range(len(word) + 1)]
    for index, letter in enumerate(typed):
        new = [index + 1]
        for place, other in enumerate(word):
            cost = min(row[place + 1] + 1, new[place] + 1, row[place] + (letter != other))
            if index and place and letter == word[place - 1] and typed[index - 1] == other:
                cost = min(cost, before[place - 1] + 1)
            new.append(cost)
        before, row = row, new
    return row
