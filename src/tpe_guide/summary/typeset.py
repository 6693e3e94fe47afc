"""The nurse's page on paper, and its preview: one typst template, the same bytes for the same report."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tpe_guide.summary.carried import Carried
from tpe_guide.summary.compiling import compiler, pdf_by, png_by
from tpe_guide.summary.glyphs import Letters
from tpe_guide.summary.papers import Paper
from tpe_guide.summary.report import Report, Squares

if TYPE_CHECKING:
    import typst

_TEMPLATE = Path(__file__).with_name("page.typ")
_CARRIED = Path(__file__).with_name("carried.typ")
_SQUARES = Path(__file__).with_name("squares.typ")


def to_pdf(report: Report, paper: Paper = "a4", carried: Sequence[Carried] = ()) -> bytes:
    """A tagged PDF (PDF/UA-1) of *report*, with the files *carried* in it."""
    return pdf_by(_compiler(report, paper, carried), dt.datetime.fromisoformat(report.printed_at))


def to_png(report: Report, paper: Paper = "a4", ppi: float = 144) -> list[bytes]:
    """One PNG for each page, at *ppi* pixels to the inch."""
    return png_by(_compiler(report, paper), ppi)


def _compiler(report: Report, paper: Paper, carried: Sequence[Carried] = ()) -> typst.Compiler:
    squares = report.squares
    shown = report if squares is None else report._replace(squares=_without_digits(squares))
    return compiler(
        (_TEMPLATE, *([_SQUARES] if squares else []), *([_CARRIED] if carried else [])),
        partial(_plain, shown),
        paper,
        **({"squares": json.dumps(_drawn(squares))} if squares else {}),
        **({"carried": json.dumps([file._asdict() for file in carried])} if carried else {}),
    )


def _drawn(squares: Squares) -> list[str]:
    from tpe_guide.summary.squares import drawings

    return drawings(squares.parts)


def _without_digits(squares: Squares) -> Squares:
    """They are no words, to be made drawable: they are drawn already."""
    return squares._replace(parts=tuple(part._replace(digits="") for part in squares.parts))


def _plain(value: object, letters: Letters) -> object:
    """*value* as JSON has it, each text in it made drawable."""
    if isinstance(value, str):
        return letters.printable(value)
    if not isinstance(value, tuple):
        return value
    items = [_plain(item, letters) for item in value]
    return dict(zip(value._fields, items, strict=True)) if hasattr(value, "_fields") else items
