"""The tubes of a circuit, what floats in them, and where each of it is at any moment."""

from __future__ import annotations

from functools import cache
from math import cos, pi, radians, sin
from typing import Literal, NamedTuple

from tpe_guide.pictures.circuit.variant import Variant
from tpe_guide.pictures.drawing.path import Path, Pose, Route, path

SPEED = 24.0
"""Units a second, along every tube and at the rim of the bowl: calm."""
BATCH_SECONDS = 8.0
"""With one needle: so long blood goes out, then as long it comes back."""

Kind = Literal["cell", "antibody", "drop"]
Turn = Literal["always", "out", "back"]
"""When it flows. With one needle blood goes ``out`` and comes ``back`` in turns; else both flow all the time."""


class Tube(NamedTuple):
    """One tube, drawn along *line* in the direction of its flow. *fluid* and *color* are colour tokens."""

    id: str
    line: Path
    fluid: str
    width: float
    """Of its inside."""
    kind: Kind
    color: str
    spacing: float
    radius: float
    turn: Turn
    margin: float = 0
    """What floats in it is drawn only so far from its ends."""

    @property
    def route(self) -> Route:
        """The way through it."""
        return _route(self.line)


@cache
def _route(line: Path) -> Route:
    return Route(line)


class Bowl(NamedTuple):
    """The spinning bowl: cells at its rim, plasma in its middle."""

    x: float = 464
    y: float = 204
    rings: tuple[tuple[float, int], ...] = ((96, 46), (83, 40))
    """Radius of each ring of cells, and how many there are."""
    radius: float = 5.2
    """Of a cell."""


BOWL = Bowl()
_IN_BOWL = ((424, 170), (504, 172), (408, 214), (512, 226), (464, 150), (446, 256), (490, 254))
_DRAW = {
    "arms": "M262 506C160 500 90 470 90 390V244Q90 204 130 204H352",
    "line": "M440 556Q440 578 414 578H130Q90 578 90 538V244Q90 204 130 204H352",
}
_RETURN = {
    "arms": "M838 236V390C838 470 768 500 666 506",
    "line": "M838 236V538Q838 578 798 578H514Q488 578 488 556",
    "one-needle": "M838 236V538Q838 578 798 578H296Q262 578 262 544V506",
}
_ROWS = (158, 181, 204, 227)
_LANES = ((388, 254), (434, 270), (480, 286))
"""Where antibodies pass the sieve of a filter, and how far down they then flow along."""


def tubes(variant: Variant) -> tuple[Tube, ...]:
    """All tubes that *variant* has, in the order in which they are drawn."""
    draw = path(_DRAW.get(variant.access, _DRAW["arms"]))
    back = path(_RETURN[variant.access])
    donor = variant.fluid == "donor-plasma"
    fluid, onto, mark = ("straw", "cell-on-straw", "on-straw") if donor else ("albumin", "cell", "albumin-mark")
    waste = path(f"M{526 if variant.machine == 'spin' else 576} 284H628Q648 284 648 304V322")
    return (
        Tube("citrate", path("M90 140V236"), "citrate", 8, "drop", "line2", 24, 1.8, "out"),
        Tube("fluid", path("M838 140V236"), fluid, 8, "drop", mark, 24, 2, "back"),
        Tube("draw", draw, "straw", 17, "cell", "cell-on-straw", 19, 5.5, "out"),
        Tube("packed", path("M576 204H798Q838 204 838 244"), "card", 17, "cell", "cell", 12.5, 6, "back"),
        Tube("return", back, fluid, 17, "cell", onto, 19, 5.5, "back"),
        Tube("waste", waste, "straw", 17, "antibody", "antibody", 29, 5, "out", 18),
    )


def streams(variant: Variant) -> tuple[Tube, ...]:
    """What flows inside the filter: cells along it, antibodies with the plasma through its sieve. None in a bowl."""
    if variant.machine == "spin":
        return ()
    rows = [
        Tube(f"row-{y}", path(f"M{358 + 6 * (number % 2)} {y}H570"), "", 0, "cell", "cell", 15, 5.5, "out")
        for number, y in enumerate(_ROWS)
    ]
    lanes = [
        Tube(
            f"lane-{y}",
            path(f"M{x} 204V{y - 14}Q{x} {y} {x + 14} {y}H568"),
            "",
            0,
            "antibody",
            "antibody",
            62,
            5,
            "out",
        )
        for x, y in _LANES
    ]
    return (*rows, *lanes)


def travelled(turn: Turn, variant: Variant, seconds: float) -> float:
    """How many units it has flowed after *seconds*."""
    if turn == "always" or variant.access != "one-needle":
        return SPEED * seconds
    whole, rest = divmod(seconds, 2 * BATCH_SECONDS)
    rest = min(rest, BATCH_SECONDS) if turn == "out" else max(0.0, rest - BATCH_SECONDS)
    return SPEED * (whole * BATCH_SECONDS + rest)


def floating(tube: Tube, variant: Variant, seconds: float) -> list[Pose]:
    """Where everything in *tube* is after *seconds*: nothing outside it, nothing where it does not reach whole."""
    route = tube.route
    margin = max(tube.margin, tube.radius)
    first = margin + travelled(tube.turn, variant, seconds) % tube.spacing
    count = int((route.length - margin - first) // tube.spacing) + 1
    return [route.at(first + number * tube.spacing) for number in range(max(0, count))]


def turned(variant: Variant, seconds: float) -> float:
    """By how many degrees the bowl has turned after *seconds*; its rim moves as fast as the blood."""
    return SPEED * seconds / BOWL.rings[0][0] * 180 / pi


def in_bowl(variant: Variant, seconds: float) -> list[Pose]:
    """The cells in the spinning bowl after *seconds*."""
    angle = turned(variant, seconds)
    found = []
    for ring, count in BOWL.rings:
        for number in range(count):
            at = radians(angle + 360 * number / count + (4.5 if ring != BOWL.rings[0][0] else 0))
            found.append(Pose(BOWL.x + ring * cos(at), BOWL.y + ring * sin(at), angle))
    return found


def antibodies_in_bowl(variant: Variant, seconds: float) -> list[Pose]:
    """The antibodies in the plasma of the bowl after *seconds*: they turn with it."""
    angle = turned(variant, seconds)
    c, s = cos(radians(angle)), sin(radians(angle))
    return [
        Pose(BOWL.x + c * (x - BOWL.x) - s * (y - BOWL.y), BOWL.y + s * (x - BOWL.x) + c * (y - BOWL.y), angle + 40 * i)
        for i, (x, y) in enumerate(_IN_BOWL)
    ]
