"""Shapes as SVG, in black on white, for paper: no tint survives every copier, so what has a colour is hatched."""

from __future__ import annotations

from collections.abc import Iterable

from tpe_guide.pictures.drawing.path import data_of
from tpe_guide.pictures.drawing.shapes import Shape

_BLACK, _WHITE, _HATCHED = "#000", "#fff", "url(#hatch)"
_COLOURS = {
    "straw": _HATCHED,
    **dict.fromkeys(("ink", "ink2", "line2", "hair", "on-straw", "antibody", "albumin-mark", "straw600"), _BLACK),
    **dict.fromkeys(("cell", "cell-on-straw"), _BLACK),
}
"""Of the tokens that are not white on paper."""
_HATCH = (
    '<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="7" height="7" fill="#fff"/><path d="M0 0V7" stroke="#000" stroke-width="1.3"/></pattern></defs>'
)


def document(box: tuple[float, float, float, float], parts: Iterable[str]) -> str:
    """An SVG document that shows *box* (left, top, width, height, in units) of *parts*."""
    view = " ".join(f"{side:g}" for side in box)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{_HATCH}{"".join(parts)}</svg>'


def drawn(shape: Shape) -> str:
    """*shape* as an SVG element."""
    look = f'fill="{_COLOURS.get(shape.fill, _WHITE) if shape.fill else "none"}"'
    if shape.stroke:
        look += f' stroke="{_COLOURS.get(shape.stroke, _WHITE)}" stroke-width="{shape.width:g}"'
    if shape.round:
        look += ' stroke-linecap="round" stroke-linejoin="round"'
    if shape.dashes[0]:
        look += f' stroke-dasharray="{shape.dashes[0]:g} {shape.dashes[1]:g}"'
    return f'<path d="{data_of(shape.line)}" {look}/>'
