"""What a page of the guide shows by name: a drawing, or one made from counts (``odds:…``)."""

from __future__ import annotations

from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.document import Figure
from tpe_guide.ui.reading.pages import drawn


def page_figure(name: str, theme: Theme) -> Figure | None:
    """The figure that *name* means; None if there is none."""
    if ":" in name:
        from tpe_guide.ui.pictures.odds.figure import odds_figure

        return odds_figure(name, theme)
    return drawn(name, theme)
