"""A picture of the guide on paper: one typst template and what it shows, in black and white."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, cast

import typst

from tpe_guide import paths
from tpe_guide.i18n import _
from tpe_guide.summary.glyphs import printable
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
    pdf = _compiler(sheet, paper).compile(format="pdf", pdf_standards=["ua-1"], timestamp=moment)
    return cast(bytes, pdf)


def to_png(sheet: Sheet, paper: Paper = "a4", ppi: float = 110) -> list[bytes]:
    """One PNG for each page, at *ppi* pixels to the inch."""
    pages = _compiler(sheet, paper).compile(format="png", ppi=ppi)
    return pages if isinstance(pages, list) else [cast(bytes, pages)]


def _compiler(sheet: Sheet, paper: Paper) -> typst.Compiler:
    head = {
        "language": sheet.language,
        "title": sheet.title,
        "footer": _("From TPE Guide. It does not replace your care team."),
        "page": _("Page"),
    }
    template = (_FOLDER / "sheet.typ").read_bytes() + (_FOLDER / sheet.template).read_bytes()
    return typst.Compiler(
        template,
        root=_FOLDER,  # else the working directory, which may be gone
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"sheet": json.dumps(_drawable(head | dict(sheet.words))), "paper": TYPST_NAMES[paper]},
    )


def _drawable(value: object) -> object:
    """*value*, each text in it made drawable in our font: a clinic's own words may hold anything."""
    if isinstance(value, str):
        if value.startswith("<svg"):
            return value
        return printable(value, paths.assets_dir() / "fonts" / "AtkinsonHyperlegibleNext_400Regular.ttf")
    if isinstance(value, Mapping):
        return {key: _drawable(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_drawable(part) for part in value]
    return value
