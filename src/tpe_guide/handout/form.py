"""A blank form to print and write on: one typst template and its words. Black only, letters of 12 points or more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tpe_guide import __version__
from tpe_guide.i18n import _
from tpe_guide.summary.compiling import compiler, pdf_by, png_by
from tpe_guide.summary.papers import Paper
from tpe_guide.summary.phrases import full_day
from tpe_guide.summary.sheet import drawable

if TYPE_CHECKING:
    import typst

_FOLDER = Path(__file__).parent


class Form(NamedTuple):
    """*template*: a file beside this one, which finds *words* as ``data``; ``form.typ`` stands before it."""

    template: str
    language: str
    title: str
    version: str
    """Of the guide whose words it has."""
    words: Mapping[str, object]
    mark: str = ""
    """Which form this is, for whoever types it back."""


def to_pdf(form: Form, made_at: dt.datetime, paper: Paper = "a4") -> bytes:
    """A tagged PDF (PDF/UA-1): the same bytes for the same form and moment."""
    return pdf_by(_compiler(form, made_at, paper), made_at)


def to_png(form: Form, made_at: dt.datetime, paper: Paper = "a4", ppi: float = 96) -> list[bytes]:
    """One PNG for each page, at *ppi* pixels to the inch."""
    return png_by(_compiler(form, made_at, paper), ppi)


def _compiler(form: Form, made_at: dt.datetime, paper: Paper) -> typst.Compiler:
    words = _head(form, made_at) | dict(form.words)
    return compiler((_FOLDER / "form.typ", _FOLDER / form.template), partial(drawable, words), paper)


def _head(form: Form, made_at: dt.datetime) -> dict[str, object]:
    edition = _("guide {guide}, tpe-guide {program}, {date}").format(
        guide=form.version, program=__version__, date=full_day(made_at.date())
    )
    return {
        "language": form.language,
        "title": form.title,
        "name": _("Name"),
        "footer": _("{mark} · {edition}").format(mark=form.mark, edition=edition) if form.mark else edition,
        "page_of": _("Page {page} of {pages}"),
    }
