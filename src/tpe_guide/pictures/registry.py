"""The pictures that have a screen of their own: what each is called, and to which page of the guide it belongs."""

from __future__ import annotations

from collections.abc import Container, Iterator

from tpe_guide.i18n import _
from tpe_guide.navigation import PICTURES, ScreenId

PAGES: dict[ScreenId, str] = {
    "access": "needles-or-a-line",
    "circuit": "the-machine",
    "rehearsal": "on-the-machine",
    "feelings": "tingling",
    "odds": "how-often",
    "comparison": "side-by-side",
}
"""By place."""


def picture_title(place: ScreenId) -> str:
    """What the picture at *place* is called where something leads to it."""
    return {
        "access": _("Your needles or line"),
        "circuit": _("The machine at work"),
        "rehearsal": _("Rehearse your session"),
        "feelings": _("What you may feel"),
        "odds": _("How often"),
        "comparison": _("Compare your options"),
    }[place]


def pictures_of(pages: Container[str]) -> Iterator[ScreenId]:
    """The pictures that belong to the chapter with these *pages*."""
    return (place for place in PICTURES if PAGES[place] in pages)
