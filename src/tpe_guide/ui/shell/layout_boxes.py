"""How a window is laid out, drawn over it: ``--debug-layout``, for whoever builds screens.

Each widget has a line about it, each layout a dashed one and its margins tinted. At the top left of a widget and at
the top right of a layout stands its class, and the name it was given. Nothing of this is imported unless asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLayout, QWidget

from tpe_guide.ui.kit.theme import make_font

FOLLOW_MS = 200
LINES = ("#C2185B", "#1565C0", "#2E7D32", "#6A1B9A", "#00838F")
"""By depth: a widget's line is of another colour than that about it."""
LAYOUT = "#E65100"
MARGIN_OPACITY = 0.22
_NAME_PX = 11


class Box(NamedTuple):
    """One thing that takes room, in px of the window."""

    rect: QRect
    name: str
    depth: int
    margins: QMargins | None = None
    """Of a layout; a widget has none of its own."""

    @property
    def colour(self) -> QColor:
        """Of its line and its name."""
        return QColor(LINES[self.depth % len(LINES)] if self.margins is None else LAYOUT)


class LayoutBoxes(QWidget):
    """Lies over *window* and lets every touch through. It looks again a few times a second, as nothing else tells."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("layout-boxes")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._timer = QTimer(self, interval=FOLLOW_MS)
        self._timer.timeout.connect(self.follow)
        self._timer.start()
        self.follow()
        self.show()

    def follow(self) -> None:
        """Lie over all that is there now."""
        self.setGeometry(self._window.rect())
        self.raise_()
        self.update()

    def boxes(self) -> Iterator[Box]:
        """What can be seen in the window, the outer before the inner."""
        for widget, depth in _shown(self._window, 0):
            if widget is self:
                continue
            origin = widget.mapTo(self._window, QPoint())
            yield Box(QRect(origin, widget.size()), _name(widget), depth)
            layout = widget.layout()
            if layout is not None:
                yield from _layouts(layout, origin, depth)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every box: layouts first, so that the line of a widget is whole where both lie on one another."""
        painter = QPainter(self)
        painter.setFont(make_font(_NAME_PX, 600))
        for box in sorted(self.boxes(), key=_is_widget):
            _paint(painter, box)


def _is_widget(box: Box) -> bool:
    return box.margins is None


def _shown(widget: QWidget, depth: int) -> Iterator[tuple[QWidget, int]]:
    """*widget* and what is visible in it: a hidden page of a stack, or what is scrolled away, is not."""
    if widget.visibleRegion().isEmpty():
        return
    yield widget, depth
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from _shown(child, depth + 1)


def _layouts(layout: QLayout, origin: QPoint, depth: int) -> Iterator[Box]:
    yield Box(layout.geometry().translated(origin), _name(layout), depth, layout.contentsMargins())
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is not None and (inner := item.layout()) is not None:
            yield from _layouts(inner, origin, depth)


def _name(thing: QWidget | QLayout) -> str:
    given = thing.objectName()
    return f"{type(thing).__name__} {given}".rstrip()


def _paint(painter: QPainter, box: Box) -> None:
    if box.margins is not None:
        _tint_margins(painter, box.rect, box.rect.marginsRemoved(box.margins))
    style = Qt.PenStyle.SolidLine if box.margins is None else Qt.PenStyle.DashLine
    painter.setPen(QPen(box.colour, 1, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.rect.adjusted(0, 0, -1, -1))
    _write_name(painter, box)


def _tint_margins(painter: QPainter, outer: QRect, inner: QRect) -> None:
    colour = QColor(LAYOUT)
    colour.setAlphaF(MARGIN_OPACITY)
    painter.save()
    painter.setClipRect(outer)
    for strip in (
        QRect(outer.left(), outer.top(), outer.width(), inner.top() - outer.top()),
        QRect(outer.left(), inner.bottom() + 1, outer.width(), outer.bottom() - inner.bottom()),
        QRect(outer.left(), inner.top(), inner.left() - outer.left(), inner.height()),
        QRect(inner.right() + 1, inner.top(), outer.right() - inner.right(), inner.height()),
    ):
        painter.fillRect(strip, colour)
    painter.restore()


def _write_name(painter: QPainter, box: Box) -> None:
    """On a ground of its own, cut off where the box ends: the names of two neighbours must not run into each other."""
    metrics = QFontMetrics(painter.font())
    words = metrics.elidedText(box.name, Qt.TextElideMode.ElideRight, box.rect.width() - 4)
    width = metrics.horizontalAdvance(words) + 4
    left = box.rect.left() if _is_widget(box) else box.rect.right() + 1 - width
    ground = QRectF(left, box.rect.top(), width, metrics.height())
    painter.fillRect(ground, box.colour)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, words)
