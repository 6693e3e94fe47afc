"""A drawing with numbers by which words beside it name its parts. A body is not mirrored: its left stays its left."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.pictures.circuit.shapes import Badge
from tpe_guide.ui.kit.art import Art, paint_art
from tpe_guide.ui.kit.layouts import NO_LIMIT, higher_when_narrow
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import TYPE, Theme
from tpe_guide.ui.pictures.circuit import painting

Box = tuple[float, float, float, float]
_BADGE, _LARGEST_BADGE = 14.0, 19.0
"""Radius of a number in units: as designed, and where there are so few px that it has to be larger."""
_LEAST_WIDTH = 200


class NumberedDrawing(QWidget):
    """Paints *art*, of whose plane *box* is seen, and the numbers of *marks* (number, x, y in its units) above it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._most_height = NO_LIMIT
        self.setSizePolicy(higher_when_narrow(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred))

    def show_drawing(self, art: Art, box: Box, marks: Iterable[tuple[int, float, float]], words: str) -> None:
        """Show *art*; *words* say what it shows."""
        self._art, self._box = art, box
        self._badges = [Badge(*mark) for mark in marks]
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def set_most_height(self, height: int) -> None:
        """Be at most *height* px high."""
        if height != self._most_height:
            self._most_height = height
            self.updateGeometry()

    @property
    def transform_to_px(self) -> QTransform:
        """From units of the drawing to px of the widget: as large as it fits, in the middle."""
        x, y, wide, high = self._box
        scale = min(self.width() / wide, self.height() / high)
        left, top = (self.width() - wide * scale) / 2, (self.height() - high * scale) / 2
        return QTransform.fromScale(scale, scale) * QTransform.fromTranslate(left - x * scale, top - y * scale)

    def sizeHint(self) -> QSize:
        """As drawn."""
        width = round(self._box[2])
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Small enough for the narrowest window."""
        return QSize(_LEAST_WIDTH, self.heightForWidth(_LEAST_WIDTH))

    def heightForWidth(self, width: int) -> int:
        """In the shape of the drawing."""
        return min(round(width * self._box[3] / self._box[2]), self._most_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drawing on its card, and its numbers."""
        theme, painter = self._theme, QPainter(self)
        paint_area(painter, self.rect(), theme.color("card"))
        paint_art(painter, self._art, QRectF(self.rect()), theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self.transform_to_px, combine=True)
        least = 0.8 * theme.px(TYPE["floor"].px) / max(self.transform_to_px.m11(), 0.01)
        radius = min(_LARGEST_BADGE, max(_BADGE, least))
        for badge in self._badges:
            painting.paint_badge(painter, badge, theme, lit=False, radius=radius, pixels=1.2 * radius)
