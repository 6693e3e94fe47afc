"""How far a finger goes, on the glass and not in dots."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_MM_PER_INCH = 25.4
_USUAL_DOTS = 96.0
_LIKELY_DOTS = range(50, 400)
"""Dots per inch that a screen can have; projectors and virtual machines name others."""


def px_per_mm(widget: QWidget) -> float:
    """px of Qt in a millimetre of the screen that *widget* is on, as far as the screen tells."""
    dots = widget.screen().physicalDotsPerInch()
    return (dots if round(dots) in _LIKELY_DOTS else _USUAL_DOTS) / _MM_PER_INCH
