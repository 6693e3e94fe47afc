"""Drawings whose shapes take their colours from classes: one file, in the colours of any look.

A file of ``assets/illustrations`` carries the light look in its one ``<style>``, so that any program shows it; here
that is replaced. A class ``part-…`` names what is seen only when it is asked for: the line of whoever has a line.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Literal

Look = Literal["light", "dim", "dark", "contrast", "paper"]
"""The themes of the screen; paper is black on white."""
YOURS = "yours"
"""The part of a drawing on a page that is the needles or the line of whoever reads."""
PART = "part-"
"""How the class of a part begins."""

_LOOKS: tuple[Look, ...] = ("light", "dark", "contrast", "paper")
_DIM = {"paper": "#E6DFCF", "card": "#F1EBDD"}
"""The grounds of the dim theme; all else is as in light."""
_HATCHED = "url(#hatch)"
_BLACK, _WHITE, _NIGHT = "#000000", "#FFFFFF", "#000000"

# class: light, dark, high contrast, paper. Teal is not that of the screen's buttons: a uniform must stay calm.
_INK = ("#13252D", "#F5EFE2", _WHITE, _BLACK)
_INK2 = ("#3B4D55", "#CDD3D0", _WHITE, _BLACK)
_FILLS: dict[str, tuple[str, str, str, str]] = {
    "ink": _INK,
    "ink2": ("#3B4D55", "#3A4B53", _NIGHT, _WHITE),
    "words2": _INK2,
    "paper": ("#FBF7EC", "#0F191E", _NIGHT, _WHITE),
    "card": ("#FFFFFF", "#18252B", _NIGHT, _WHITE),
    "straw": ("#F2C14E", "#D9A637", "#FFD84D", _HATCHED),
    "straw100": ("#FAE7B0", "#4A3C14", _NIGHT, _WHITE),
    "teal": ("#0B5563", "#1F5F6B", _NIGHT, _WHITE),
    "teal-t": ("#E2F0EF", "#173A41", _NIGHT, _WHITE),
    "skin1": ("#F7DCC8", "#8F6C58", _NIGHT, _WHITE),
    "skin2": ("#E9BD98", "#7A583F", _NIGHT, _WHITE),
    "skin3": ("#C48A60", "#614430", _NIGHT, _WHITE),
    "skin4": ("#9C6644", "#4C3424", _NIGHT, _WHITE),
    "hair1": ("#2A2B33", "#0A1216", _NIGHT, _BLACK),
    "hair2": ("#7A4B2E", "#3D2A1E", _NIGHT, _BLACK),
    "hair3": ("#CDD3D3", "#6F7B7F", _NIGHT, _WHITE),
    "shirt": ("#D5E8E7", "#2E5158", _NIGHT, _WHITE),
    "red": ("#B5342B", "#E0604F", "#C8321F", _BLACK),
    "albumin": ("#D3EAEE", "#1C3D45", _NIGHT, _WHITE),
    "cell": ("#B5342B", "#9E2A20", "#C8321F", _BLACK),
    "cellbed": ("#F3CFC4", "#4A1D17", _WHITE, _WHITE),
}
_EDGES: dict[str, tuple[str, str, str, str]] = {
    "ink": _INK,
    "ink2": _INK2,
    "card": _FILLS["card"],
    "light": (_WHITE, "#F5EFE2", _WHITE, _BLACK),
    "straw": ("#F2C14E", "#D9A637", "#FFD84D", _BLACK),
    "red": _FILLS["red"],
    "cell": _FILLS["cell"],
    "albumin": _FILLS["albumin"],
    "antibody": ("#5A3D00", "#5A3D00", "#4A3200", _BLACK),
    "alarm": ("#931A12", "#FFB0A5", "#FF9C91", _BLACK),
    **{f"skin{tone}": _FILLS[f"skin{tone}"] for tone in (1, 2, 3, 4)},
}
_OUTLINES: dict[str, tuple[str, tuple[str, str, str, str], float]] = {
    "ol": ("", _INK, 2.6),
    "ln": ("fill:none;", _INK, 2.6),
    "dt": ("fill:none;", _INK, 2),
    "so": ("fill:none;", _INK2, 2),
}
_ROUND = "stroke-linecap:round;stroke-linejoin:round"
_HATCH = (
    '<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="7" height="7" fill="#fff"/><path d="M0 0V7" stroke="#000" stroke-width="1.3"/></pattern></defs>'
)
CLASSES = frozenset(
    (
        "no",
        *_FILLS,
        *_OUTLINES,
        *(f"s-{edge}" for edge in _EDGES),
        *(f"e-{edge}" for edge in _EDGES),
    )
)
"""All that a shape may be, besides a part: a fill; ``s-…`` a line of that colour, ``e-…`` an edge and no more."""

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_CLASSES = re.compile(r'\sclass="([^"]*)"')
_SIZE = re.compile(r'\s(width|height)="([0-9.]+)"')
_HIDDEN = ' class="hidden"'


@lru_cache(maxsize=5)
def rules(look: Look) -> str:
    """What each class looks like in *look*: the inside of a ``<style>``."""
    if look == "dim":
        grounds = (f".{name}{{fill:{colour}}}" for name, colour in _DIM.items())
        return "\n".join((rules("light"), *grounds))
    return "\n".join(_rules(_LOOKS.index(look)))


def _rules(column: int) -> Iterator[str]:
    for name, (fill, colours, width) in _OUTLINES.items():
        yield f".{name}{{{fill}stroke:{colours[column]};stroke-width:{width};{_ROUND}}}"
    yield ".no{fill:none}"
    for name, colours in _FILLS.items():
        yield f".{name}{{fill:{colours[column]}}}"
    for name, colours in _EDGES.items():
        yield f".s-{name}{{fill:none;stroke:{colours[column]};{_ROUND}}}"
        yield f".e-{name}{{stroke:{colours[column]}}}"


def drawing_of(name: str) -> str:
    """The drawing that *name* means: ``body-feelings/lips`` is that drawing with one of its parts."""
    return name.partition("/")[0]


def part_of(name: str) -> str:
    """The part that *name* asks for; empty if none."""
    return name.partition("/")[2]


def classes_in(svg: str) -> list[str]:
    """The classes that the shapes of *svg* name, each once."""
    return list(dict.fromkeys(name for names in _CLASSES.findall(svg) for name in names.split()))


def parts_in(svg: str) -> list[str]:
    """The parts that *svg* has, by name."""
    return [name.removeprefix(PART) for name in classes_in(svg) if name.startswith(PART)]


def has_classes(svg: str) -> bool:
    """Whether *svg* takes its colours from classes; if not, it has colours of its own, for a white ground."""
    return _CLASSES.search(svg) is not None


def coloured(svg: str, look: Look, parts: Collection[str] = ()) -> str:
    """*svg* in the colours of *look*, with those of its parts that *parts* names and no other."""
    if not has_classes(svg):
        return svg
    svg = _CLASSES.sub(lambda found: found.group() if _is_seen(found[1].split(), parts) else _HIDDEN, svg)
    style = f"<style>\n{rules(look)}\n.hidden{{display:none}}\n</style>{_HATCH if look == 'paper' else ''}"
    if _STYLE.search(svg):
        return _STYLE.sub(lambda __: style, svg, count=1)
    head, bracket, rest = svg.partition(">")
    return f"{head}{bracket}\n{style}{rest}"


def drawn_size(svg: str) -> tuple[float, float] | None:
    """How wide and high *svg* was drawn, by its first tag; None if that does not say it in plain numbers."""
    sizes = dict(_SIZE.findall(svg[: svg.find(">", svg.find("<svg"))]))
    return (float(sizes["width"]), float(sizes["height"])) if len(sizes) == len(("width", "height")) else None


def inside(svg: str) -> str:
    """What stands between the first and the last tag of *svg*, to be put into another drawing on the same plane."""
    return svg[svg.index(">") + 1 : svg.rindex("</svg>")]


def _is_seen(classes: Collection[str], parts: Collection[str]) -> bool:
    """A shape that is a part of nothing is always seen; one of several parts with any of them."""
    named = [name.removeprefix(PART) for name in classes if name.startswith(PART)]
    return not named or any(name in parts for name in named)
