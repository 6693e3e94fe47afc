"""typst with our fonts and no others: all our paper is set here, so what is right for one page is right for each."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import cast

import typst

from tpe_guide import paths
from tpe_guide.summary.glyphs import Letters
from tpe_guide.summary.papers import Paper
from tpe_guide.summary.row_headers import with_row_headers
from tpe_guide.summary.scripts import FOLDER

LEAST_PPI = 16
"""Below 11, where a pattern has no pixel left, typst ends in a panic that is no Exception. A view may be that small."""
_NAMES = {"a4": "a4", "letter": "us-letter"}


def compiler(
    templates: Sequence[Path], drawable: Callable[[Letters], object], paper: Paper, **more: str
) -> typst.Compiler:
    """For *templates*, of one folder and read as one: they find what is *drawable* as ``sys.inputs.data``."""
    letters = Letters(paths.assets_dir() / "fonts" / "AtkinsonHyperlegibleNext_400Regular.ttf")
    data = json.dumps(drawable(letters))  # from here on the letters know what they could not draw
    families = letters.families
    return typst.Compiler(
        b"\n".join(template.read_bytes() for template in templates),
        root=templates[0].parent,  # else the working directory, which may be gone
        font_paths=_fonts(every_script=bool(families)),
        ignore_system_fonts=True,
        sys_inputs={
            "data": data,
            "families": json.dumps(families),
            "whole": letters.whole,
            "paper": _NAMES[paper],
            **more,
        },
    )


def pdf_by(made: typst.Compiler, moment: dt.datetime) -> bytes:
    """A tagged PDF (PDF/UA-1), dated *moment*, with a header for each row of its tables."""
    moment = moment.replace(microsecond=0)  # typst takes whole seconds only
    return with_row_headers(cast(bytes, made.compile(format="pdf", pdf_standards=["ua-1"], timestamp=moment)))


def png_by(made: typst.Compiler, ppi: float) -> list[bytes]:
    """One PNG for each page, at *ppi* pixels to the inch, though never at fewer than LEAST_PPI."""
    pages = made.compile(format="png", ppi=max(ppi, LEAST_PPI))
    return pages if isinstance(pages, list) else [cast(bytes, pages)]


@cache
def _fonts(*, every_script: bool = False) -> typst.Fonts:
    """Those that are shipped: our own, or those of *every_script* as well, which take longer to find."""
    # Only our own: what is printed must not depend on the machine it is printed from.
    folders = [paths.assets_dir() / "fonts", *([paths.assets_dir() / FOLDER] if every_script else [])]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
