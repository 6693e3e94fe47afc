"""What is drawn in the flow of a page: illustrations, and the bars on which sources differ."""

from __future__ import annotations

import math
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from tpe_guide import paths
from tpe_guide.ui.kit.art import Art, art_size, paint_art
from tpe_guide.ui.kit.theme import TYPE, Theme, make_font
from tpe_guide.ui.reading.measure import COLUMN, space


def illustration_path(name: str) -> Path:
    """Where the drawing *name* is, or should be."""
    return paths.illustrations_dir() / f"{name}.svg"


_SMALL, _SMALL_HEIGHT, _CORNER = 200, 210, 18
"""px: up to so wide a drawing is a small one, and is shown so high; a round corner."""
_FLAT = 2.0
"""A scene is shown no higher than this part of its width: what it shows goes on at both sides."""


class Illustration:
    """A drawing, as wide as its column; beyond 200 % it grows no more. A small one stands on a straw tile."""

    inset = 0.0

    def __init__(self, art: Art, theme: Theme) -> None:
        self._art = art
        self._theme = theme

    def size(self, width: float) -> QSizeF:
        """Its size in px where *width* px are free."""
        natural = art_size(self._art, self._theme.name)
        shape = 1 / _FLAT if self._is_scene else natural.height() / max(1, natural.width())
        most = _SMALL_HEIGHT / shape if self._is_small else COLUMN
        width = min(width, self._theme.px(most))
        return QSizeF(width, round(width * shape))

    @property
    def _is_small(self) -> bool:
        return art_size(self._art, self._theme.name).width() <= _SMALL

    @property
    def _is_scene(self) -> bool:
        return self._art.name.startswith("scene-")

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """On a screen a picture made once; on paper its lines."""
        if not is_screen(painter):
            paint_art(painter, self._art, rect, self._theme, as_lines=True, bleeds=self._is_scene)
            return
        ground = "straw100" if self._is_small else "card" if self._is_scene else ""
        paint_art(painter, self._art, rect, self._theme, bleeds=True, ground=ground, radius=self._theme.px(_CORNER))


def is_screen(painter: QPainter) -> bool:
    """Whether *painter* paints pixels rather than lines on paper."""
    from PySide6.QtGui import QPaintEngine

    kinds = QPaintEngine.Type
    return painter.paintEngine().type() in (kinds.Raster, kinds.OpenGL, kinds.OpenGL2)


class Axis(NamedTuple):
    """The scale that the claims of several sources share."""

    low: float
    high: float
    unit: str

    def share(self, value: float) -> float:
        """Where *value* lies, from 0 at the low end to 1 at the high end."""
        return min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))

    def ticks(self, at_most: int) -> list[float]:
        """Round values from end to end, no more than *at_most* steps of 1, 2 or 5."""
        step = 10.0 ** math.floor(math.log10((self.high - self.low) / max(1, at_most)))
        for factor in (1, 2, 5, 10):
            if (self.high - self.low) / (step * factor) <= at_most:
                step *= factor
                break
        first = math.ceil(self.low / step)
        return [number * step for number in range(first, math.floor(self.high / step) + 1)]


class RangeBar:
    """One source's range on the shared axis: the first solid straw, the others with patterns of their own."""

    inset = 0.0

    def __init__(self, theme: Theme, axis: Axis, low: float, high: float, number: int, *, labels: bool) -> None:
        self._theme = theme
        self._axis = axis
        self._low = low
        self._high = high
        self._number = number
        self._labels = labels
        self._font = make_font(theme.text_px(TYPE["floor"].px))

    def size(self, width: float) -> QSizeF:
        """Its size in px where *width* px are free."""
        return QSizeF(width, self._bar_height + (self._label_height if self._labels else 0))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Track with ticks, bar, and below the last bar the axis."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(rect.left(), rect.top(), rect.width(), self._bar_height)
        ticks = self._axis.ticks(self._most_labels(rect.width()))
        self._paint_track(painter, bar, ticks)
        self._paint_bar(painter, bar)
        if self._labels:
            self._paint_labels(painter, QRectF(bar.bottomLeft(), rect.bottomRight()), ticks)
        painter.restore()

    @property
    def _stroke(self) -> float:
        return 2 * math.sqrt(self._theme.scale)

    @property
    def _bar_height(self) -> float:
        return space(self._theme, 24)

    @property
    def _label_height(self) -> float:
        return QFontMetricsF(self._font).height() + 4

    def _x(self, rect: QRectF, value: float) -> float:
        return rect.left() + 1 + (rect.width() - 2) * self._axis.share(value)

    def _most_labels(self, width: float) -> int:
        widest = QFontMetricsF(self._font).horizontalAdvance(f"{self._axis.high:g} {self._axis.unit}")
        return min(6, max(1, int(width / (widest * 0.9))))

    def _paint_track(self, painter: QPainter, bar: QRectF, ticks: list[float]) -> None:
        height = bar.height() / 4
        track = QRectF(bar.left() + 1, bar.center().y() - height / 2, bar.width() - 2, height)
        painter.setPen(QPen(self._theme.color("line2"), 1))
        painter.setBrush(self._theme.color("sunken"))
        painter.drawRoundedRect(track, height / 2, height / 2)
        painter.setPen(QPen(self._theme.color("line2"), 1.5))
        for tick in ticks:
            if self._axis.low < tick < self._axis.high:
                x = self._x(bar, tick)
                painter.drawLine(QPointF(x, track.top() - height / 3), QPointF(x, track.bottom() + height / 3))

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        stroke, height = self._stroke, bar.height() * 0.75
        left, right = self._x(bar, self._low), self._x(bar, self._high)
        width = max(right - left, height)
        left = min(max((left + right - width) / 2, bar.left()), bar.right() - width)
        shape = QRectF(left, bar.center().y() - height / 2, width, height)
        shape.adjust(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        path = QPainterPath()
        path.addRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        painter.fillPath(path, self._theme.color("card" if self._number else "straw"))
        if self._number:
            self._paint_pattern(painter, shape, path)
        painter.setPen(QPen(self._theme.color("ink"), stroke))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_pattern(self, painter: QPainter, shape: QRectF, path: QPainterPath) -> None:
        """Slanted lines, dots, upright lines, crossed lines, level lines; told apart without colour."""
        painter.save()
        painter.setClipPath(path)
        step = 8 * self._theme.scale**0.5
        pen = QPen(self._theme.color("ink"), 1.6 * self._theme.scale**0.5)
        painter.setPen(pen)
        draw = (_slanted, _dots, _upright, _crossed, _level)[(self._number - 1) % 5]
        draw(painter, shape, step)
        painter.restore()

    def _paint_labels(self, painter: QPainter, rect: QRectF, ticks: list[float]) -> None:
        painter.setFont(self._font)
        painter.setPen(self._theme.color("ink2"))
        metrics = QFontMetricsF(self._font)
        baseline = rect.top() + metrics.ascent() + 2
        last = f"{self._axis.high:g} {self._axis.unit}"
        free_until = rect.right() - metrics.horizontalAdvance(last)
        painter.drawText(QPointF(free_until, baseline), last)
        taken = rect.left() - 1
        for tick in [self._axis.low, *(tick for tick in ticks if self._axis.low < tick < self._axis.high)]:
            words = f"{tick:g}"
            width = metrics.horizontalAdvance(words)
            left = max(rect.left(), self._x(rect, tick) - width / 2)
            if left > taken and left + width + width / 2 < free_until:
                painter.drawText(QPointF(left, baseline), words)
                taken = left + width + width / 2


def _slanted(painter: QPainter, shape: QRectF, step: float) -> None:
    x = shape.left() - shape.height()
    while x < shape.right():
        painter.drawLine(QPointF(x, shape.bottom()), QPointF(x + shape.height(), shape.top()))
        x += step * 1.3


def _upright(painter: QPainter, shape: QRectF, step: float) -> None:
    x = shape.left() + step
    while x < shape.right():
        painter.drawLine(QPointF(x, shape.top()), QPointF(x, shape.bottom()))
        x += step


def _level(painter: QPainter, shape: QRectF, step: float) -> None:
    for third in (1, 2):
        y = shape.top() + shape.height() * third / 3
        painter.drawLine(QPointF(shape.left(), y), QPointF(shape.right(), y))


def _crossed(painter: QPainter, shape: QRectF, step: float) -> None:
    _level(painter, shape, step)
    _upright(painter, shape, step)


def _dots(painter: QPainter, shape: QRectF, step: float) -> None:
    pen = painter.pen()
    pen.setWidthF(pen.widthF() * 1.9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    x, up = shape.left() + step, True
    while x < shape.right():
        painter.drawPoint(QPointF(x, shape.top() + shape.height() * (0.35 if up else 0.65)))
        x, up = x + step * 0.8, not up
