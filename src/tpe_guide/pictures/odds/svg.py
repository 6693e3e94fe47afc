"""Icon arrays as SVG, in black on white, for paper: the form of a mark says what it stands for."""

from __future__ import annotations

from tpe_guide.pictures.drawing.shapes import Shape
from tpe_guide.pictures.drawing.svg import document, drawn
from tpe_guide.pictures.odds.array import COUNTED, Array, laid_out
from tpe_guide.pictures.odds.band import band
from tpe_guide.pictures.odds.marks import UNIT, mark

_SIDE = int(UNIT)
_BAND = (1200, 48)
"""Units: width and height of the bar of a range."""


def array_svg(array: Array, figure: str) -> str:
    """All marks of *array* as an SVG document: each kind is drawn once, and used at every place where it stands."""
    layout = laid_out(array.of, 10_000, 10_000, _SIDE)
    cells = list(layout.cells(array))
    marks = [f'<g id="{kind}">{_drawn(figure, kind)}</g>' for kind in dict.fromkeys(cell.kind for cell in cells)]
    placed = [f'<use href="#{cell.kind}" x="{cell.x}" y="{cell.y}"/>' for cell in cells]
    return document((0, 0, layout.width, layout.height), ("<defs>", *marks, "</defs>", *placed))


def mark_svg(figure: str, kind: str) -> str:
    """One mark as an SVG document."""
    return document((0, 0, _SIDE, _SIDE), [_drawn(figure, kind)])


def band_svg(array: Array) -> str:
    """The bar of its range as an SVG document; the count itself is black on it."""
    shapes = (shape._replace(fill="ink") if shape.fill == "straw" else shape for shape in band(array, *_BAND, line=5))
    return document((0, 0, *_BAND), map(drawn, shapes))


def _drawn(figure: str, kind: str) -> str:
    return "".join(map(drawn, on_paper(figure, kind)))


def on_paper(figure: str, kind: str) -> tuple[Shape, ...]:
    """The mark without its tints. A dot that was counted is black: among so many, a ring would be lost."""
    if figure == "dot" and kind == COUNTED:
        return tuple(shape._replace(fill="ink") for shape in mark(figure, kind))
    if figure == "dot" and kind == "moderate":
        return tuple(shape._replace(fill="card") for shape in mark(figure, kind))
    return tuple(shape._replace(fill="card") if shape.fill == "straw" else shape for shape in mark(figure, kind))
