"""The circuit as SVG, in black on white: a still of each step, for paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tpe_guide.circuit.path import circle, data_of, placed
from tpe_guide.circuit.scene import HEIGHT, TOP, WIDTH, scene
from tpe_guide.circuit.shapes import ANTIBODY, ANTIBODY_LINE, Badge, Shape
from tpe_guide.circuit.tubes import BOWL, antibodies_in_bowl, floating, in_bowl, streams, tubes
from tpe_guide.circuit.variant import Variant

_BLACK, _WHITE, _PLASMA = "#000", "#fff", "url(#plasma)"
_COLOURS = {
    "straw": _PLASMA,
    **dict.fromkeys(("ink", "ink2", "line2", "hair", "on-straw", "antibody", "albumin-mark", "straw600"), _BLACK),
    **dict.fromkeys(("cell", "cell-on-straw"), _BLACK),
}
"""Of the tokens that are not white on paper. Plasma is hatched: no tint survives every copier."""
_LEVELS = ("albumin", "citrate")
"""White on paper: a line shows how full a bag of it is."""
_BELOW = 12
"""Units of room for the badges at the foot, which are larger than on screen."""
_BADGE, _DIGIT, _LIT_RIM = 28, 34, 8
_HATCH = (
    '<defs><pattern id="plasma" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="7" height="7" fill="#fff"/><path d="M0 0V7" stroke="#000" stroke-width="1.3"/></pattern></defs>'
)


def still(variant: Variant, step: int, seconds: float = 2.0) -> str:
    """The drawing of *variant* with *step* (1 to 6) lit, as an SVG document. Numbers stand in it, but no words."""
    drawn = scene(variant, step)
    parts = [*_shapes(drawn.below), *_flow(variant, seconds), *_shapes(drawn.above)]
    parts += [part for badge in drawn.badges for part in _badge(badge, lit=badge.number == step)]
    box = f"0 {TOP:g} {WIDTH:g} {HEIGHT + _BELOW:g}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{_HATCH}{"".join(parts)}</svg>'


def _shapes(shapes: Iterable[Shape]) -> Iterator[str]:
    for shape in shapes:
        level = shape.fill in _LEVELS and not shape.stroke
        yield _drawn(shape._replace(stroke="ink", width=1) if level else shape)


def _drawn(shape: Shape) -> str:
    look = f'fill="{_COLOURS.get(shape.fill, _WHITE) if shape.fill else "none"}"'
    if shape.stroke:
        look += f' stroke="{_COLOURS.get(shape.stroke, _WHITE)}" stroke-width="{shape.width:g}"'
    if shape.round:
        look += ' stroke-linecap="round" stroke-linejoin="round"'
    if shape.dashes[0]:
        look += f' stroke-dasharray="{shape.dashes[0]:g} {shape.dashes[1]:g}"'
    return f'<path d="{data_of(shape.line)}" {look}/>'


def _flow(variant: Variant, seconds: float) -> Iterator[str]:
    floats = []
    for tube in (*tubes(variant), *streams(variant)):
        floats.append((tube.kind, tube.radius, floating(tube, variant, seconds)))
    if variant.machine == "spin":
        floats.append(("cell", BOWL.radius, in_bowl(variant, seconds)))
        floats.append(("antibody", 0, antibodies_in_bowl(variant, seconds)))
    for kind, radius, places in floats:
        for place in places:
            if kind == "antibody":
                line = placed(ANTIBODY, place.x, place.y, place.degrees - 90, 0.8)
                yield from _shapes([Shape(line, stroke="antibody", width=ANTIBODY_LINE, round=True)])
            else:
                yield from _shapes([Shape(circle(place.x, place.y, radius), fill="cell")])


def _badge(badge: Badge, *, lit: bool) -> Iterator[str]:
    x, y = badge.x, badge.y
    if lit:
        yield from _shapes([Shape(circle(x, y, _BADGE + _LIT_RIM), fill="card", stroke="ink", width=3)])
    yield from _shapes([Shape(circle(x, y, _BADGE), fill="ink" if lit else "card", stroke="ink", width=3)])
    words = f'x="{x:g}" y="{y + 0.36 * _DIGIT:g}" text-anchor="middle" font-size="{_DIGIT}" font-weight="700"'
    family = 'font-family="Atkinson Hyperlegible Next"'
    yield f'<text {words} {family} fill="{_WHITE if lit else _BLACK}">{badge.number}</text>'
