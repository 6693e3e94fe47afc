"""A booklet on paper: one typst template, a tagged PDF, the same bytes for the same booklet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tpe_guide.guide.model import BulletList, Heading, Paragraph, Picture, Spans, Table
from tpe_guide.handout.booklet import Booklet, Box, Part, Section
from tpe_guide.handout.drawings import is_small, pictures_of
from tpe_guide.handout.urgent import Urgent
from tpe_guide.i18n import _
from tpe_guide.summary.compiling import compiler, pdf_by, png_by
from tpe_guide.summary.papers import Paper
from tpe_guide.summary.sheet import drawable

if TYPE_CHECKING:
    import typst

_TEMPLATE = Path(__file__).with_name("booklet.typ")
USUAL_SIZE, LARGE_SIZE = 13.0, 19.5
"""Points. What is smallest is 12 of 13 of it: 12 points for tired eyes, 18 in large print."""


class Print(NamedTuple):
    """How it is printed."""

    paper: Paper = "a4"
    large: bool = False


def to_pdf(booklet: Booklet, how: Print) -> bytes:
    """A tagged PDF (PDF/UA-1) of *booklet*, with an outline."""
    return pdf_by(_compiler(booklet, how), booklet.made_at)


def to_png(booklet: Booklet, how: Print, ppi: float = 96) -> list[bytes]:
    """One PNG for each page, at *ppi* pixels to the inch."""
    return png_by(_compiler(booklet, how), ppi)


def _compiler(booklet: Booklet, how: Print) -> typst.Compiler:
    size = LARGE_SIZE if how.large else USUAL_SIZE
    return compiler((_TEMPLATE,), partial(drawable, _plain(booklet)), how.paper, size=str(size))


def _plain(booklet: Booklet) -> dict[str, object]:
    """*booklet* as JSON has it."""
    chapters = [
        {"title": chapter.title, "sections": [_section(section, booklet) for section in chapter.sections]}
        for chapter in booklet.chapters
    ]
    return {
        "language": booklet.language,
        "title": booklet.title,
        "subtitle": booklet.subtitle,
        "whole": booklet.whole,
        "footer": _("From TPE Guide. It does not replace your care team."),
        "page_of": _("Page {page} of {pages}"),
        "see_page": _("page {page}"),
        "urgent": _urgent(booklet.urgent),
        "contents": _("What is in it"),
        "chapters": chapters,
        "words": {
            "title": _("Words explained"),
            "words": [{**word._asdict(), "pages": list(word.pages)} for word in booklet.words],
        },
        "sources": {
            "title": _("Where this comes from"),
            "lead": _("The numbers in the text stand for these."),
            "sources": [[source.number, source.text] for source in booklet.sources],
        },
        "about": {"title": _("About this booklet"), "lines": list(booklet.about)},
    }


def _urgent(urgent: Urgent) -> dict[str, object]:
    calls = [
        {
            "heading": call.heading,
            "numbers": [number._asdict() for number in call.numbers],
            "lead": call.lead,
            "groups": [[title, list(signs)] for title, signs in call.groups],
        }
        for call in urgent.calls
    ]
    return urgent._asdict() | {"first": list(urgent.first), "calls": calls}


def _section(section: Section, booklet: Booklet) -> dict[str, object]:
    parts = [_part(part, booklet) for part in section.parts]
    return {"id": section.id, "title": section.title, "parts": parts, "foot": section.foot}


def _part(part: Part, booklet: Booklet) -> dict[str, object]:
    match part:
        case Heading(level, spans):
            return {"kind": "heading", "level": level, "words": _spans(spans)}
        case Paragraph(spans):
            return {"kind": "paragraph", "words": _spans(spans)}
        case BulletList(items, ordered):
            return {"kind": "list", "items": [_spans(item) for item in items], "ordered": ordered}
        case Table(header, rows):
            return {"kind": "table", "header": _cells(header), "rows": [_cells(row) for row in rows]}
        case Picture(name, alt, caption):
            pictures = pictures_of(name, booklet.access, "paper")
            small = any(map(is_small, pictures))
            return {"kind": "picture", "svgs": list(pictures), "alt": alt, "caption": caption, "small": small}
        case Box(kind, label, title, blocks, level):
            inner = [_part(block, booklet) for block in blocks]
            return {"kind": "box", "look": kind, "label": label, "title": title, "parts": inner, "level": level}


def _cells(row: Sequence[Spans]) -> list[object]:
    return [_spans(cell) for cell in row]


def _spans(spans: Spans) -> list[object]:
    return [[span.kind, span.text, span.target] for span in spans]
