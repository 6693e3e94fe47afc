"""A picture of the guide on paper: one typst template and what it shows, in black and white."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, cast

import typst

from tpe_guide import __version__, paths
from tpe_guide.i18n import _
from tpe_guide.summary import phrases
from tpe_guide.summary.glyphs import Letters
from tpe_guide.summary.row_headers import with_row_headers
from tpe_guide.summary.typeset import TYPST_NAMES, Paper, fonts

_FOLDER = Path(__file__).parent


class Sheet(NamedTuple):
    """*template*: the name of a file beside this one. It finds *words* as ``data``; ``sheet.typ`` stands before it."""

    template: str
    language: str
    title: str
    words: Mapping[str, object]


def to_pdf(sheet: Sheet, printed_at: dt.datetime, paper: Paper = "a4") -> bytes:
    """A tagged PDF (PDF/UA-1): the same bytes for the same sheet and moment."""
    moment = printed_at.replace(microsecond=0)  # typst takes whole seconds only
    pdf = _compiler(sheet, moment, paper).compile(format="pdf", pdf_standards=["ua-1"], timestamp=moment)
    return with_row_headers(cast(bytes, pdf))


def to_png(sheet: Sheet, printed_at: dt.datetime, paper: Paper = "a4", ppi: float = 110) -> list[bytes]:
    """One PNG for each page, at *ppi* pixels to the inch."""
    pages = _compiler(sheet, printed_at, paper).compile(format="png", ppi=ppi)
    return pages if isinstance(pages, list) else [cast(bytes, pages)]


def _compiler(sheet: Sheet, printed_at: dt.datetime, paper: Paper) -> typst.Compiler:
    # An old sheet on a fridge must be known as one, and what it says can be looked up.
    made = _("TPE Guide {version}, {day}.")
    head = {
        "language": sheet.language,
        "title": sheet.title,
        "footer": _("The guide says where this is from. It does not replace your care team."),
        "made": made.format(version=__version__, day=phrases.full_day(printed_at.date())),
        "page": _("Page"),
    }
    letters = Letters(paths.assets_dir() / "fonts" / "AtkinsonHyperlegibleNext_400Regular.ttf")
    words = json.dumps(drawable(head | dict(sheet.words), letters))
    families = letters.families
    template = (_FOLDER / "sheet.typ").read_bytes() + (_FOLDER / sheet.template).read_bytes()
    return typst.Compiler(
        template,
        root=_FOLDER,  # else the working directory, which may be gone
        font_paths=fonts(every_script=bool(families)),
        ignore_system_fonts=True,
        sys_inputs={
            "sheet": words,
            "families": json.dumps(families),
            "whole": letters.whole,
            "paper": TYPST_NAMES[paper],
        },
    )


def drawable(value: object, letters: Letters) -> object:
    """*value*, each text in it made drawable: a clinic's own words may hold anything."""
    if isinstance(value, str):
        return value if value.startswith("<svg") else letters.printable(value)
    if isinstance(value, Mapping):
        return {key: drawable(part, letters) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [drawable(part, letters) for part in value]
    return value
