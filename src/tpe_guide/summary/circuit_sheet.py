"""The six steps of the circuit on one sheet of paper, in black and white: to take along, or to talk over."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import cast

import typst

from tpe_guide.circuit.svg import still
from tpe_guide.circuit.variant import Variant
from tpe_guide.circuit.words import CircuitWords
from tpe_guide.i18n import _
from tpe_guide.summary.typeset import TYPST_NAMES, Paper, fonts

_TEMPLATE = Path(__file__).with_name("circuit.typ")


def to_pdf(words: CircuitWords, variant: Variant, language: str, printed_at: dt.datetime, paper: Paper = "a4") -> bytes:
    """A tagged PDF (PDF/UA-1): the same bytes for the same words, variant and moment."""
    pdf = _compiler(words, variant, language, paper).compile(format="pdf", pdf_standards=["ua-1"], timestamp=printed_at)
    return cast(bytes, pdf)


def to_png(words: CircuitWords, variant: Variant, language: str, paper: Paper = "a4", ppi: float = 110) -> list[bytes]:
    """One PNG for each sheet, at *ppi* pixels to the inch."""
    pages = _compiler(words, variant, language, paper).compile(format="png", ppi=ppi)
    return pages if isinstance(pages, list) else [cast(bytes, pages)]


def _compiler(words: CircuitWords, variant: Variant, language: str, paper: Paper) -> typst.Compiler:
    steps = words.steps(variant)
    data = {
        "language": language,
        "title": words.title,
        "chosen": words.chosen(variant),
        "key": _("Black dots: blood cells. Hatched: plasma. Small Y: antibodies. Arrows show the way it flows."),
        "footer": _("From TPE Guide. It does not replace your care team."),
        "steps": [
            {"number": step.number, "title": step.title, "text": step.text, "svg": still(variant, step.number)}
            | {"alt": f"{words.picture(variant)} {step.spoken}"}
            for step in steps
        ],
    }
    return typst.Compiler(
        _TEMPLATE.read_bytes(),
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"circuit": json.dumps(data), "paper": TYPST_NAMES[paper]},
    )
