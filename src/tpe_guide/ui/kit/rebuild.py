"""Filling a column anew, and giving the keyboard to what stands in it then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

_MARGIN = 90
"""px kept between what has the keyboard and the edge of what is seen."""
_TURNS = 4


def rebuild_column(area: QScrollArea, column: QVBoxLayout, fill: Callable[[], None]) -> None:
    """Put away all that stands in *column* and *fill* it anew; *area* shows the same part of it as before.

    What was there can no longer be found by its name.
    """
    bar = area.verticalScrollBar()
    seen = bar.value()
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            for part in (widget, *widget.findChildren(QWidget)):
                part.setObjectName("")
            widget.hide()
            widget.deleteLater()
    fill()
    # What is hidden hands the keyboard on, and Qt scrolls to wherever that goes.
    QTimer.singleShot(0, area, lambda: bar.setValue(seen))


def bring_into_view(area: QScrollArea, part: QWidget, margin: int) -> None:
    """Show *part* with *margin* px about it, whatever was scrolled; what is higher than the view from its beginning."""
    for __ in range(_TURNS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    inside = area.widget()
    assert inside is not None
    if part.height() < area.viewport().height():
        area.ensureWidgetVisible(part, 0, margin)
    else:
        area.verticalScrollBar().setValue(part.mapTo(inside, QPoint(0, -margin)).y())


def focus_in(area: QScrollArea, control: QWidget) -> None:
    """Give the keyboard to *control*, and show it once the column in *area* has been laid out anew."""
    control.setFocus(Qt.FocusReason.OtherFocusReason)
    _show_when_laid_out(area, control, _TURNS)


def _show_when_laid_out(area: QScrollArea, control: QWidget, turns: int) -> None:
    """Words that wrap change the heights of what is around them, which in large letters takes several turns."""

    def show() -> None:
        if not control.hasFocus():
            return
        area.ensureWidgetVisible(control, 0, min(_MARGIN, max(0, area.viewport().height() - control.height()) // 2))
        if turns > 1:
            _show_when_laid_out(area, control, turns - 1)

    QTimer.singleShot(0, control, show)
