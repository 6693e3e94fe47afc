"""A4 or Letter: the sheet that is in the printer where nobody has said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

if TYPE_CHECKING:
    from tpe_guide.summary.papers import Paper

_LETTER_LANDS = frozenset(("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"))
"""Where US Letter is the usual sheet: CLDR's supplemental data, measurementData/paperSize."""


def usual_paper(locale: QLocale) -> Paper:
    """The sheet that printers hold where *locale* is spoken."""
    return "letter" if QLocale.territoryToCode(locale.territory()) in _LETTER_LANDS else "a4"
