"""What a page of the guide shows by name, as SVG: a drawing in the colours of a look, or arrays of counts."""

from __future__ import annotations

from tpe_guide import paths
from tpe_guide.errors import CannotRunHere
from tpe_guide.guide.library import load_compiled
from tpe_guide.i18n import SOURCE_LANGUAGE
from tpe_guide.pictures.drawing.art import YOURS, Look, coloured, drawing_of, drawn_size, part_of
from tpe_guide.pictures.odds.svg import array_svg
from tpe_guide.pictures.odds.words import OddsWords

_COUNTS = "odds:"
SMALL = 200
"""Units: up to so wide a drawing is a small one."""


def pictures_of(name: str, access: str, look: Look) -> tuple[str, ...]:
    """The SVG of the picture *name*, of arrays one each; none where there is no such picture.

    *access*: whose needles or line are shown where it is to be the reader's own.
    """
    if name.startswith(_COUNTS):
        return _arrays(name.removeprefix(_COUNTS))
    path = paths.illustrations_dir() / f"{drawing_of(name)}.svg"
    if not path.is_file():
        return ()
    part = access if part_of(name) == YOURS else part_of(name)
    return (coloured(path.read_text(encoding="utf-8"), look, (part,) if part else ()),)


def is_small(svg: str) -> bool:
    """Whether *svg* is a small drawing, which stands in a corner rather than across the page."""
    size = drawn_size(svg)
    return size is not None and size[0] <= SMALL


def _arrays(name: str) -> tuple[str, ...]:
    try:
        # Its numbers are those of any language.
        picture = OddsWords(load_compiled("odds", SOURCE_LANGUAGE)).picture(name)
    except CannotRunHere:
        return ()
    return tuple(array_svg(group.array, picture.mark) for group in picture.groups) if picture else ()
