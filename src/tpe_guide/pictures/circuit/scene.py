"""The drawing of a circuit, as shapes: the same for the screen and for paper."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tpe_guide.pictures.circuit.person import access
from tpe_guide.pictures.circuit.shapes import ANTIBODY, ANTIBODY_LINE, Badge, Caption, Scene
from tpe_guide.pictures.circuit.tubes import BOWL, Tube, tubes
from tpe_guide.pictures.circuit.variant import Variant
from tpe_guide.pictures.drawing.path import Path, arc, box, circle, path, placed
from tpe_guide.pictures.drawing.shapes import Shape

WIDTH, HEIGHT, TOP = 928.0, 648.0, -8.0
"""The drawing spans x from 0 to WIDTH and y from TOP to TOP + HEIGHT."""
STEPS = ("out", "thin", "part", "away", "in", "back")
"""The six steps, in the order in which blood meets them."""

_HALO, _HALO_EDGE = "straw100", "straw600"
_HALO_WIDTH = 40.0
_EDGE = 3.0
FILTER = (352.0, 132.0, 224.0, 176.0)
"""x, y, width, height of the filter."""
_SIEVE = 240.0
_BAG_HALO = 14.0
_EMPTY, _RISE, _UNDER = 420.0, 12.5, 14.0
"""How high the plasma stands in its bag before the first step, how much it rises at each, and what is covered by it."""
_LIT = {
    ("out", "arms"): "M246 505C160 500 90 470 90 390V290",
    ("out", "line"): "M440 552Q440 578 414 578H130Q90 578 90 538V430",
    ("back", "arms"): "M838 290V390C838 470 768 500 682 505",
    ("back", "line"): "M838 430V538Q838 578 798 578H514Q488 578 488 552",
    ("back", "one-needle"): "M838 430V538Q838 578 798 578H296Q262 578 262 544V520",
}


@lru_cache(maxsize=32)
def scene(variant: Variant, step: int) -> Scene:
    """The drawing of *variant* with *step* (1 to 6) lit, without the person."""
    lit = tuple(_halo(variant, STEPS[step - 1]))
    below = (*lit, *_bags(variant, step), *_pipes(variant), *_machine(variant))
    above = (*_joints(), *_hub(variant), *access(variant), *_arrows(variant))
    return Scene(below, above, lit, _badges(variant), _captions(variant))


def _pipes(variant: Variant) -> Iterator[Shape]:
    for tube in tubes(variant):
        if tube.id == "waste":
            continue
        yield from _pipe(tube)


def _pipe(tube: Tube) -> Iterator[Shape]:
    yield Shape(tube.line, stroke="ink", width=tube.width + 5)
    yield Shape(tube.line, stroke=tube.fluid, width=tube.width)


def _bags(variant: Variant, step: int) -> Iterator[Shape]:
    """The bags; that of the plasma is fuller at each *step*."""
    fluid, mark = ("straw", "on-straw") if variant.fluid == "donor-plasma" else ("albumin", "albumin-mark")
    yield from _hook(90)
    yield from _bag(48, 44, 84, 96, 71, "citrate")
    for x, y in ((66, 104), (84, 116), (104, 106), (116, 124), (72, 130), (96, 132)):
        yield Shape(circle(x, y, 2.6), fill="line2")
    yield Shape(box(48, 44, 84, 96, 16), stroke="ink", width=2.5)
    yield from _hook(838)
    yield from _bag(796, 44, 84, 96, 71, fluid)
    for x, y in ((814, 100), (834, 112), (858, 102), (822, 128), (848, 128), (866, 120)):
        yield Shape(circle(x, y, 4.5), stroke=mark, width=2)
    yield Shape(box(796, 44, 84, 96, 16), stroke="ink", width=2.5)
    yield from (shape for tube in tubes(variant) if tube.id == "waste" for shape in _pipe(tube))
    level = _EMPTY - _RISE * step
    yield from _bag(602, 320, 92, 112, level, "straw")
    for x, y, turned in ((624, 388, -15), (650, 378, 20), (674, 396, 10), (632, 416, 150), (662, 418, 200)):
        if y > level + _UNDER:
            line = placed(ANTIBODY, x, y, turned, 0.95)
            yield Shape(line, stroke="antibody", width=ANTIBODY_LINE, round=True)
    yield Shape(box(602, 320, 92, 112, 16), stroke="ink", width=2.5)
    yield Shape(box(640, 308, 16, 14, 3), fill="card", stroke="ink", width=2.2)


def _hook(x: float) -> Iterator[Shape]:
    yield Shape(path(f"M{x} 42V32"), stroke="ink", width=2.5)
    yield Shape(circle(x, 26, 6), fill="card", stroke="ink", width=2.5)


def _bag(x: float, y: float, width: float, height: float, level: float, fluid: str) -> Iterator[Shape]:
    """A bag, full up to *level*, without its edge."""
    yield Shape(box(x, y, width, height, 16), fill="card")
    half, right, bottom = width / 2, x + width, y + height
    wave = f"M{x} {level}q{half / 2} -7 {half} 0q{half / 2} 7 {half} 0"
    floor = f"V{bottom - 16}Q{right} {bottom} {right - 16} {bottom}H{x + 16}Q{x} {bottom} {x} {bottom - 16}Z"
    yield Shape(path(wave + floor), fill=fluid)


def _machine(variant: Variant) -> Iterator[Shape]:
    if variant.machine == "spin":
        yield Shape(circle(BOWL.x, BOWL.y, 118), fill="card", stroke="ink", width=3)
        yield Shape(circle(BOWL.x, BOWL.y, 106), fill="cellbed", stroke="ink", width=2)
        yield Shape(circle(BOWL.x, BOWL.y, 74), fill="straw", stroke="on-straw", width=2)
        return
    x, y, width, height = FILTER
    yield Shape(box(x, y, width, height, 26), fill="card", stroke="ink", width=3)
    inner = box(x + 6, y + 8, width - 12, height - 16, 18)
    yield Shape(inner, fill="straw")
    top = _SIEVE - y - 8
    bed = f"M{x + 6} {_SIEVE}V{y + 26}Q{x + 6} {y + 8} {x + 24} {y + 8}H{x + width - 24}"
    yield Shape(path(f"{bed}Q{x + width - 6} {y + 8} {x + width - 6} {y + 26}v{top - 18}Z"), fill="cellbed")
    yield Shape(path(f"M{x + 8} {_SIEVE}H{x + width - 8}"), stroke="on-straw", width=4, dashes=(9, 7))
    yield Shape(inner, stroke="ink", width=2)


def _hub(variant: Variant) -> Iterator[Shape]:
    """What covers the cells of a bowl: its axle, with the sign that it turns."""
    if variant.machine == "filter":
        return
    x, y = BOWL.x, BOWL.y
    yield Shape(circle(x, y, 30), fill="card", stroke="ink", width=2.5)
    for start, tip in ((164, 1), (-16, -1)):
        yield Shape(arc(x, y, 13.6, start, start + 148), stroke="ink", width=3, round=True)
        head = path(f"M{10.5 * tip} {-17 * tip}L{10 * tip} {-9.5 * tip}L{2.5 * tip} {-9 * tip}")
        yield Shape(placed(head, x, y), stroke="ink", width=3, round=True)


def _joints() -> Iterator[Shape]:
    """Where citrate and the new fluid join the blood."""
    for x in (74, 822):
        yield Shape(box(x, 232, 32, 15, 4), fill="card", stroke="ink", width=2.2)


def _arrows(variant: Variant) -> Iterator[Shape]:
    places = [(90, 330, -90), (230, 204, 0), (700, 204, 0), (838, 330, 90)]
    if variant.access != "arms":
        places.append((640, 578, 180))
    if variant.access == "line":
        places.append((250, 578, 180))
    for x, y, turned in places:
        yield Shape(circle(x, y, 13), fill="card", stroke="ink", width=2)
        head = placed(path("M-3 -5.5L3.5 0L-3 5.5"), x, y, turned)
        yield Shape(head, stroke="ink", width=2.6, round=True)


def _halo(variant: Variant, step: str) -> Iterator[Shape]:
    """A wide, warm edge about the part that *step* is about: first its rim, then its inside."""
    for grown, token in ((_EDGE, _HALO_EDGE), (0.0, _HALO)):
        match step:
            case "part" if variant.machine == "spin":
                yield Shape(circle(BOWL.x, BOWL.y, 135 + grown), fill=token)
            case "part":
                yield _around(*FILTER, grown, token, radius=36)
            case "thin":
                yield _around(48, 44, 84, 96, grown, token)
                yield _along(path("M90 140V236"), grown, token)
            case "in":
                yield _around(796, 44, 84, 96, grown, token)
                yield _along(path("M838 140V236"), grown, token)
            case "away":
                yield _around(602, 320, 92, 112, grown, token)
                yield _along(path("M590 284H628Q648 284 648 304V322"), grown, token)
            case _:
                access = variant.access if (step, variant.access) in _LIT else "arms"
                yield _along(path(_LIT[step, access]), grown, token)


def _around(x: float, y: float, width: float, height: float, grown: float, token: str, *, radius: float = 26) -> Shape:
    by = _BAG_HALO + grown
    return Shape(box(x - by, y - by, width + 2 * by, height + 2 * by, radius + grown), fill=token)


def _along(line: Path, grown: float, token: str) -> Shape:
    return Shape(line, stroke=token, width=_HALO_WIDTH + 2 * grown, round=True)


def _badges(variant: Variant) -> tuple[Badge, ...]:
    low = 614
    fluid = 596 if variant.fluid == "donor-plasma" else 656
    return (
        Badge(1, 58, low if variant.access == "line" else 590),
        Badge(2, 172, 84),
        Badge(3, 394, 40 if variant.machine == "spin" else 88),
        Badge(4, 578, 468),
        Badge(5, fluid, 84),
        Badge(6, 690, 590 if variant.access == "arms" else low),
    )


def _captions(variant: Variant) -> tuple[Caption, ...]:
    spins = variant.machine == "spin"
    one, two, three, four, five, six = _badges(variant)
    return (
        Caption("out", one.x + 32, one.y + 7, 260),
        Caption("thin", two.x + 32, two.y - 2, 170, hint=True),
        Caption("part", three.x + 32, three.y + 7, 180),
        Caption("away", four.x + 31, four.y + 7, 190),
        Caption("in", five.x + 32, five.y - 2, 776 - five.x - 32, hint=True),
        Caption("back", six.x + 32, six.y + 7, 200),
        Caption("cells", 290, 296 if spins else 286, 180, hint=True, to_left=True, strong=False),
        Caption("plasma", 290, 368, 180, hint=True, to_left=True, strong=False),
    )


def pointers(variant: Variant) -> Iterator[Shape]:
    """The lines from two captions to the cells and the plasma inside the machine."""
    spins = variant.machine == "spin"
    lines = (
        ("M374 258L318 300H300", "M420 246L366 366H300") if spins else ("M392 192L330 290H300", "M404 276L350 366H300")
    )
    for data in lines:
        line = path(data)
        x, y = line[0].points[0]
        yield Shape(line, stroke="card", width=7)
        yield Shape(line, stroke="ink", width=2.2)
        yield Shape(circle(x, y, 6), fill="ink", stroke="card", width=2.5)
