"""The bare compile of the nurse's page. Arguments: template, inputs as JSON, PDF to write, how often, folders of fonts.

typst keeps nothing from one compiler to the next, so each time is a page made anew.
"""

from __future__ import annotations

import json
import sys

import typst

template, inputs, out, times, *fonts = sys.argv[1:]
with open(inputs, encoding="utf-8") as text:  # noqa: PTH123 - as small as can be
    sys_inputs = json.load(text)
found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=fonts)
for __ in range(int(times)):
    typst.compile(template, output=out, sys_inputs=sys_inputs, font_paths=found, pdf_standards=["ua-1"])
