"""The nurse's page on paper, and its preview: one typst template, the same bytes for the same report."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal, cast

import typst

from tpe_guide import paths
from tpe_guide.summary.carried import Carried
from tpe_guide.summary.glyphs import Letters
from tpe_guide.summary.report import Report, Squares
from tpe_guide.summary.row_headers import with_row_headers
from tpe_guide.summary.scripts import FOLDER

Paper = Literal["a4", "letter"]
PAPERS: tuple[Paper, ...] = ("a4", "letter")

_TEMPLATE = Path(__file__).with_name("page.typ")
_CARRIED = Path(__file__).with_name("carried.typ")
_SQUARES = Path(__file__).with_name("squares.typ")
TYPST_NAMES = {"a4": "a4", "letter": "us-letter"}


def to_pdf(report: Report, paper: Paper = "a4", carried: Sequence[Carried] = ()) -> bytes:
    """A tagged PDF (PDF/UA-1) of *report*, with the files *carried* in it."""
    pdf = _compiler(report, paper, carried).compile(
        format="pdf", pdf_standards=["ua-1"], timestamp=dt.datetime.fromisoformat(report.printed_at)
    )
    return with_row_headers(cast(bytes, pdf))


def to_png(report: Report, paper: Paper = "a4", ppi: float = 144) -> list[bytes]:
    """One PNG for each page, at *ppi* pixels to the inch."""
    pages = _compiler(report, paper).compile(format="png", ppi=ppi)
    return pages if isinstance(pages, list) else [cast(bytes, pages)]


def _compiler(report: Report, paper: Paper, carried: Sequence[Carried] = ()) -> typst.Compiler:
    letters = Letters(_font())
    squares = report.squares
    data = _plain(report if squares is None else report._replace(squares=_without_digits(squares)), letters)
    families = letters.families
    return typst.Compiler(
        b"\n".join(
            template.read_bytes()
            for template in (_TEMPLATE, *([_SQUARES] if squares else []), *([_CARRIED] if carried else []))
        ),
        root=_TEMPLATE.parent,  # else the working directory, which may be gone
        font_paths=fonts(every_script=bool(families)),
        ignore_system_fonts=True,
        sys_inputs={
            "report": json.dumps(data),
            "families": json.dumps(families),
            "whole": letters.whole,
            "paper": TYPST_NAMES[paper],
            **({"squares": json.dumps(_drawn(squares))} if squares else {}),
            **({"carried": json.dumps([file._asdict() for file in carried])} if carried else {}),
        },
    )


@cache
def fonts(*, every_script: bool = False) -> typst.Fonts:
    """Those that are shipped: our own, or those of *every_script* as well, which take longer to find."""
    # Only our own: what is printed must not depend on the machine it is printed from.
    folders = [paths.assets_dir() / "fonts", *([paths.assets_dir() / FOLDER] if every_script else [])]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def _drawn(squares: Squares) -> list[str]:
    from tpe_guide.summary.squares import drawings

    return drawings(squares.parts)


def _without_digits(squares: Squares) -> Squares:
    """They are no words, to be made drawable: they are drawn already."""
    return squares._replace(parts=tuple(part._replace(digits="") for part in squares.parts))


def _font() -> Path:
    return paths.assets_dir() / "fonts" / "AtkinsonHyperlegibleNext_400Regular.ttf"


def _plain(value: object, letters: Letters) -> object:
    """*value* as JSON has it, each text in it made drawable."""
    if isinstance(value, str):
        return letters.printable(value)
    if not isinstance(value, tuple):
        return value
    items = [_plain(item, letters) for item in value]
    return dict(zip(value._fields, items, strict=True)) if hasattr(value, "_fields") else items
