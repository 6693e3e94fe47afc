"""A drag, wherever it begins: what lies there follows the finger, and runs on when it is let go with a swing."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QAbstractScrollArea, QPlainTextEdit, QScroller, QScrollerProperties
from shiboken6 import isValid

_Metric = QScrollerProperties.ScrollMetric
_ENDS = {
    _Metric.DragStartDistance: 0.0,  # it has begun already
    _Metric.VerticalOvershootPolicy: QScrollerProperties.OvershootPolicy.OvershootAlwaysOff,
    _Metric.HorizontalOvershootPolicy: QScrollerProperties.OvershootPolicy.OvershootAlwaysOff,
}


class Drag:
    """*area* is dragged from *start* on, in global px, at *when* ms. *runs_on*: it does not stand still when let go."""

    def __init__(self, area: QAbstractScrollArea, start: QPointF, when: int, *, runs_on: bool) -> None:
        self._area = area
        self._start = start
        self._before = area.verticalScrollBar().value()
        lines = isinstance(area, QPlainTextEdit)
        self._step = area.fontMetrics().lineSpacing() if lines else 1
        """px that its bar moves by for each of what it counts."""
        self._scroller = _scroller(area) if runs_on and not lines else None  # which takes it for px
        self._hand_on(QScroller.Input.InputPress, start, when)

    def follow(self, at: QPointF, when: int) -> None:
        """The finger is *at*."""
        if self._scroller is None and isValid(self._area):
            self._area.verticalScrollBar().setValue(self._before + round((self._start.y() - at.y()) / self._step))
        self._hand_on(QScroller.Input.InputMove, at, when)

    def let_go(self, at: QPointF, when: int) -> None:
        """The finger has left *at*."""
        self._hand_on(QScroller.Input.InputRelease, at, when)

    def stop(self) -> bool:
        """Have it stand still; tells whether it was running."""
        if self._scroller is None or not isValid(self._scroller):
            return False
        running = self._scroller.state() == QScroller.State.Scrolling
        self._scroller.stop()
        return running

    def _hand_on(self, what: QScroller.Input, at: QPointF, when: int) -> None:
        if self._scroller is not None and isValid(self._area):  # a screen may go while it is dragged
            self._scroller.handleInput(what, self._area.viewport().mapFromGlobal(at), when)


def _scroller(area: QAbstractScrollArea) -> QScroller:
    scroller = QScroller.scroller(area.viewport())
    properties = scroller.scrollerProperties()
    for metric, value in _ENDS.items():
        properties.setScrollMetric(metric, value)
    scroller.setScrollerProperties(properties)
    return scroller
