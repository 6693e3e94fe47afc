"""Emptying a column, so that it can be filled anew."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


def empty(column: QVBoxLayout) -> None:
    """Put away all that stands in *column*. What was there can no longer be found by its name."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            for part in (widget, *widget.findChildren(QWidget)):
                part.setObjectName("")
            widget.hide()
            widget.deleteLater()
