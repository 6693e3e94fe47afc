"""The view of the body on screen. Right to left it is not mirrored: the left of a body stays its left."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.pictures.access.scene import NUMBERS, scene
from tpe_guide.pictures.access.words import AccessWords
from tpe_guide.pictures.circuit.shapes import Badge
from tpe_guide.ui.kit.art import ours, paint_art
from tpe_guide.ui.kit.layouts import NO_LIMIT, higher_when_narrow
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import TYPE, Theme
from tpe_guide.ui.pictures.circuit import painting

_BADGE, _LARGEST_BADGE = 14.0, 19.0
"""Radius of a number in units: as designed, and where there are so few px that it has to be larger."""
_LEAST_WIDTH = 200


class AccessView(QWidget):
    """Paints where the needles or the line of *access* are, with the numbers by which words below it name the parts."""

    def __init__(self, theme: Theme, words: AccessWords, access: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._most_height = NO_LIMIT
        self.setObjectName("access-view")
        self.setSizePolicy(higher_when_narrow(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred))
        self.show_access(access)

    def show_access(self, access: str) -> None:
        """Show *access*; all places if it is empty or ``unknown``."""
        self._scene = scene(access)
        self.setAccessibleName(self._words.picture(access))
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
        x, y, wide, high = self._scene.box
        scale = min(self.width() / wide, self.height() / high)
        left, top = (self.width() - wide * scale) / 2, (self.height() - high * scale) / 2
        return QTransform.fromScale(scale, scale) * QTransform.fromTranslate(left - x * scale, top - y * scale)

    def sizeHint(self) -> QSize:
        """As drawn."""
        width = round(self._scene.box[2])
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Small enough for the narrowest window."""
        return QSize(_LEAST_WIDTH, self.heightForWidth(_LEAST_WIDTH))

    def heightForWidth(self, width: int) -> int:
        """In the shape of the drawing."""
        __, __, wide, high = self._scene.box
        return min(round(width * high / wide), self._most_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drawing on its card, and its numbers."""
        theme, painter = self._theme, QPainter(self)
        paint_area(painter, self.rect(), theme.color("card"))
        paint_art(painter, ours(self._scene.drawing, NUMBERS), QRectF(self.rect()), theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self.transform_to_px, combine=True)
        least = 0.8 * theme.px(TYPE["floor"].px) / max(self.transform_to_px.m11(), 0.01)
        radius = min(_LARGEST_BADGE, max(_BADGE, least))
        for mark in self._scene.marks:
            painting.paint_badge(painter, Badge(*mark), theme, lit=False, radius=radius, pixels=1.2 * radius)
