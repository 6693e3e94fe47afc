"""Emptying a column, so that it can be filled anew, and giving the keyboard to what stands in it then."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

_MARGIN = 90
"""px kept between what has the keyboard and the edge of what is seen."""


def empty(column: QVBoxLayout) -> None:
    """Put away all that stands in *column*. What was there can no longer be found by its name."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            for part in (widget, *widget.findChildren(QWidget)):
                part.setObjectName("")
            widget.hide()
            widget.deleteLater()


def focus_in(area: QScrollArea, control: QWidget) -> None:
    """Give the keyboard to *control*, and show it once the column in *area* has been laid out anew."""
    control.setFocus(Qt.FocusReason.OtherFocusReason)
    QTimer.singleShot(0, control, lambda: area.ensureWidgetVisible(control, 0, _MARGIN))
