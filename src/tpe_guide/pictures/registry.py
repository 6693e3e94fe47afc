"""The pictures that have a screen of their own: one record each.

All else is found by the id: ``content/<language>/<id>.yaml`` holds the words and ``authoring.pictures.<id>`` checks
them; ``pictures.<id>`` is the picture without a window and ``ui.pictures.<id>.screen`` makes its screen;
``assets/illustrations/see-<id>.svg`` is drawn on the door that leads to it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from typing import Literal, NamedTuple

from tpe_guide.i18n import _

PictureId = Literal["access", "circuit", "rehearsal", "feelings", "odds", "comparison"]
"""A place in the program, a file of words, and a kind of link in a page, all of one name."""


class PictureRecord(NamedTuple):
    """A picture, as the rest of the program knows it."""

    id: PictureId
    page: str
    """The page of the guide that it belongs to."""
    title: Callable[[], str]
    """What it is called where something leads to it."""
    line: Callable[[], str]
    """What is to be seen there."""


_RECORDS = (
    PictureRecord(
        "access",
        page="needles-or-a-line",
        title=lambda: _("Your needles or line"),
        line=lambda: _("Where it goes, and how to look after it."),
    ),
    PictureRecord(
        "circuit",
        page="the-machine",
        title=lambda: _("The machine at work"),
        line=lambda: _("Six steps: your blood goes round."),
    ),
    PictureRecord(
        "rehearsal",
        page="on-the-machine",
        title=lambda: _("Rehearse your session"),
        line=lambda: _("From arrival to going home. Know what to say."),
    ),
    PictureRecord(
        "feelings",
        page="tingling",
        title=lambda: _("What you may feel"),
        line=lambda: _("What each may mean, and what to do."),
    ),
    PictureRecord(
        "odds",
        page="how-often",
        title=lambda: _("How often"),
        line=lambda: _("Counted in people and in treatments."),
    ),
    PictureRecord(
        "comparison",
        page="side-by-side",
        title=lambda: _("Compare your options"),
        line=lambda: _("Five options, with the same questions."),
    ),
)
PICTURES: dict[PictureId, PictureRecord] = {record.id: record for record in _RECORDS}
"""By id, in the order to see them."""


def pictures_of(pages: Container[str]) -> Iterator[PictureRecord]:
    """The pictures that belong to the chapter with these *pages*."""
    return (picture for picture in PICTURES.values() if picture.page in pages)
