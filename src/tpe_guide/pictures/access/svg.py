"""The view of the body as SVG, in black on white, for paper."""

from __future__ import annotations

from collections.abc import Iterator

from tpe_guide import paths
from tpe_guide.pictures.access.scene import NUMBERS, Mark, scene
from tpe_guide.pictures.drawing.art import coloured
from tpe_guide.pictures.drawing.path import circle
from tpe_guide.pictures.drawing.shapes import Shape
from tpe_guide.pictures.drawing.svg import drawn

_RADIUS, _DIGIT = 17, 22


def still(access: str) -> str:
    """The drawing of *access* as an SVG document. Numbers stand in it, but no words."""
    whole = scene(access)
    svg = (paths.assets_dir() / "illustrations" / f"{whole.drawing}.svg").read_text(encoding="utf-8")
    numbers = "".join(part for mark in whole.marks for part in _number(mark))
    return coloured(svg, "paper", {NUMBERS}).replace("</svg>", f"{numbers}</svg>")


def _number(mark: Mark) -> Iterator[str]:
    yield drawn(Shape(circle(mark.x, mark.y, _RADIUS), fill="card", stroke="ink", width=2.2))
    words = f'x="{mark.x:g}" y="{mark.y + 0.36 * _DIGIT:g}" text-anchor="middle" font-size="{_DIGIT}"'
    yield f'<text {words} font-weight="700" font-family="Atkinson Hyperlegible Next">{mark.number}</text>'
