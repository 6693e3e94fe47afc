"""The circuit as SVG, in black on white: a still of each step, for paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from tpe_guide import paths
from tpe_guide.pictures.circuit.person import PATIENT
from tpe_guide.pictures.circuit.scene import HEIGHT, TOP, WIDTH, scene
from tpe_guide.pictures.circuit.shapes import ANTIBODY, ANTIBODY_LINE, Badge
from tpe_guide.pictures.circuit.tubes import BOWL, antibodies_in_bowl, floating, in_bowl, streams, tubes
from tpe_guide.pictures.circuit.variant import Variant
from tpe_guide.pictures.drawing.art import coloured, inside
from tpe_guide.pictures.drawing.path import circle, placed
from tpe_guide.pictures.drawing.shapes import Shape
from tpe_guide.pictures.drawing.svg import document, drawn

_LEVELS = ("albumin", "citrate")
"""White on paper: a line shows how full a bag of it is."""
_BELOW = 12
"""Units of room for the badges at the foot, which are larger than on screen."""
_BADGE, _DIGIT, _LIT_RIM = 28, 34, 8


def still(variant: Variant, step: int, seconds: float = 2.0) -> str:
    """The drawing of *variant* with *step* (1 to 6) lit, as an SVG document. Numbers stand in it, but no words."""
    still_parts = scene(variant, step)
    parts = [_patient(), *_shapes(still_parts.below), *_flow(variant, seconds), *_shapes(still_parts.above)]
    parts += [part for badge in still_parts.badges for part in _badge(badge, lit=badge.number == step)]
    return document((0, TOP, WIDTH, HEIGHT + _BELOW), parts)


@lru_cache(maxsize=1)
def _patient() -> str:
    svg = (paths.assets_dir() / "illustrations" / f"{PATIENT}.svg").read_text(encoding="utf-8")
    return inside(coloured(svg, "paper"))


def _shapes(shapes: Iterable[Shape]) -> Iterator[str]:
    for shape in shapes:
        level = shape.fill in _LEVELS and not shape.stroke
        yield drawn(shape._replace(stroke="ink", width=1) if level else shape)


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
    yield f'<text {words} {family} fill="{"#fff" if lit else "#000"}">{badge.number}</text>'
