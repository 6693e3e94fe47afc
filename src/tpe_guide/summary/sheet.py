"""A picture of the guide on paper: one typst template and what it shows, in black and white."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tpe_guide import __version__
from tpe_guide.i18n import _
from tpe_guide.summary import phrases
from tpe_guide.summary.compiling import compiler, pdf_by, png_by
from tpe_guide.summary.glyphs import Letters
from tpe_guide.summary.papers import Paper

if TYPE_CHECKING:
    import typst

_FOLDER = Path(__file__).parent


class Sheet(NamedTuple):
    """*template*: the name of a file beside this one. It finds *words* as ``data``; ``sheet.typ`` stands before it."""

    template: str
    language: str
    title: str
    words: Mapping[str, object]
    sources: tuple[str, ...] = ()
    """What its sentences rest on. They stand at its end: whoever gets it on paper may not have the guide."""


def to_pdf(sheet: Sheet, printed_at: dt.datetime, paper: Paper = "a4") -> bytes:
    """A tagged PDF (PDF/UA-1): the same bytes for the same sheet and moment."""
    return pdf_by(_compiler(sheet, printed_at, paper), printed_at)


def to_png(sheet: Sheet, printed_at: dt.datetime, paper: Paper = "a4", ppi: float = 110) -> list[bytes]:
    """One PNG for each page, at *ppi* pixels to the inch."""
    return png_by(_compiler(sheet, printed_at, paper), ppi)


def _compiler(sheet: Sheet, printed_at: dt.datetime, paper: Paper) -> typst.Compiler:
    # An old sheet on a fridge must be known as one, and what it says can be looked up.
    made = _("TPE Guide {version}, {day}.")
    head = {
        "language": sheet.language,
        "title": sheet.title,
        "footer": _("Sources: at the end. It does not replace your care team.")
        if sheet.sources
        else _("It does not replace your care team."),
        "made": made.format(version=__version__, day=phrases.full_day(printed_at.date())),
        "page": _("Page"),
        "where": _("Where this comes from"),
        "sources": sheet.sources,
    }
    names = ("sheet.typ", sheet.template, *(("sources.typ",) if sheet.sources else ()))
    templates = tuple(_FOLDER / name for name in names)
    return compiler(templates, partial(drawable, head | dict(sheet.words)), paper)


def drawable(value: object, letters: Letters) -> object:
    """*value*, each text in it made drawable: a clinic's own words may hold anything."""
    if isinstance(value, str):
        return value if value.startswith("<svg") else letters.printable(value)
    if isinstance(value, Mapping):
        return {key: drawable(part, letters) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [drawable(part, letters) for part in value]
    return value
