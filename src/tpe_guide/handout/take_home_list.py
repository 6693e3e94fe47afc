"""What a visitor of a kiosk picked, as a list on paper: questions to tick, what matters, which pages."""

from __future__ import annotations

from collections.abc import Sequence

from tpe_guide.guide.library import Library
from tpe_guide.handout.form import Form
from tpe_guide.i18n import _


def take_home_list(library: Library, parts: Sequence[tuple[str, Sequence[str]]]) -> Form:
    """The list of *parts*: the heading of each, and what stands below it."""
    words = {
        "lead": _("Picked at the clinic’s screen. It does not replace your care team."),
        "parts": [{"heading": heading, "lines": list(lines)} for heading, lines in parts if lines],
    }
    return Form("take_home_list.typ", library.language, _("What I take home"), library.version, words)
