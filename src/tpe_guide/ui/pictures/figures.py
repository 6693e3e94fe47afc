"""What a page of the guide shows by name: a drawing, or one made from counts (``odds:…``)."""

from __future__ import annotations

from collections.abc import Callable

from tpe_guide.pictures.drawing.art import YOURS, drawing_of, part_of
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.document import Figure
from tpe_guide.ui.reading.pages import drawn
from tpe_guide.vocabulary.terms import USUAL_ACCESS


def usual_access() -> str:
    """That of most people."""
    return USUAL_ACCESS


def page_figure(name: str, theme: Theme, access: Callable[[], str] = usual_access) -> Figure | None:
    """The figure that *name* means; None if there is none. *access* is asked where it is to be the reader's own."""
    if ":" in name:
        from tpe_guide.ui.pictures.odds.figure import odds_figure

        return odds_figure(name, theme)
    return drawn(f"{drawing_of(name)}/{access()}" if part_of(name) == YOURS else name, theme)
