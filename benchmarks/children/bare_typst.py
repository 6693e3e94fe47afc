"""The bare compile of the nurse's page. Arguments: template, inputs as JSON, PDF to write, folders of fonts."""

from __future__ import annotations

import json
import sys

import typst

template, inputs, out, *fonts = sys.argv[1:]
with open(inputs, encoding="utf-8") as text:  # noqa: PTH123 - as small as can be
    sys_inputs = json.load(text)
typst.compile(
    template,
    output=out,
    sys_inputs=sys_inputs,
    font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=fonts),
    pdf_standards=["ua-1"],
)
