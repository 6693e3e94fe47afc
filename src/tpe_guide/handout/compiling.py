"""typst with our fonts and no others: what the booklet and the forms are set by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import typst

from tpe_guide import paths
from tpe_guide.summary.glyphs import Letters
from tpe_guide.summary.sheet import drawable
from tpe_guide.summary.typeset import TYPST_NAMES, Paper, fonts

_FOLDER = Path(__file__).parent


def compiler(templates: tuple[str, ...], data: Mapping[str, object], paper: Paper, **more: str) -> typst.Compiler:
    """For *templates*, files beside this one that are read as one; they find *data* as ``sys.inputs.data``."""
    letters = Letters(paths.assets_dir() / "fonts" / "AtkinsonHyperlegibleNext_400Regular.ttf")
    words = json.dumps(drawable(data, letters))
    families = letters.families
    return typst.Compiler(
        b"".join((_FOLDER / name).read_bytes() for name in templates),
        root=_FOLDER,  # else the working directory, which may be gone
        font_paths=fonts(every_script=bool(families)),
        ignore_system_fonts=True,
        sys_inputs={
            "data": words,
            "families": json.dumps(families),
            "whole": letters.whole,
            "paper": TYPST_NAMES[paper],
            **more,
        },
    )
