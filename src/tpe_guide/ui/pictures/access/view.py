"""The view of the body on screen. Right to left it is not mirrored: the left of a body stays its left."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.pictures.access.scene import HEIGHT, TOP, WIDTH, scene
from tpe_guide.pictures.access.words import AccessWords
from tpe_guide.pictures.circuit.shapes import Badge
from tpe_guide.ui.kit.layouts import NO_LIMIT, higher_when_narrow
from tpe_guide.ui.kit.theme import TYPE, Theme
from tpe_guide.ui.pictures.circuit import painting
from tpe_guide.ui.pictures.shapes import paint_shapes

_BADGE, _LARGEST_BADGE = 14.0, 19.0
"""Radius of a number in units: as designed, and where there are so few px that it has to be larger."""
_LEAST_WIDTH = 200


class AccessView(QWidget):
    """Paints where the needles or the line of *access* are; painted once for each size.

    *numbered*: with the numbers by which words below it name the parts.
    """

    def __init__(
        self, theme: Theme, words: AccessWords, access: str, *, numbered: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._numbered = numbered
        self._theme = theme
        self._words = words
        self._picture: QPixmap | None = None
        self._most_height = NO_LIMIT
        self.setObjectName("access-view")
        self.setSizePolicy(higher_when_narrow(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred))
        self.show_access(access)

    def show_access(self, access: str) -> None:
        """Show *access*; all places if it is empty or ``unknown``."""
        self._scene = scene(access)
        self._picture = None
        self.setAccessibleName(self._words.picture(access))
        self.update()

    def set_most_height(self, height: int) -> None:
        """Be at most *height* px high."""
        if height != self._most_height:
            self._most_height = height
            self.updateGeometry()

    @property
    def transform_to_px(self) -> QTransform:
        """From units of the drawing to px of the widget: as large as it fits, in the middle."""
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        left, top = (self.width() - WIDTH * scale) / 2, (self.height() - HEIGHT * scale) / 2
        return QTransform.fromScale(scale, scale) * QTransform.fromTranslate(
            left - self._scene.left * scale, top - TOP * scale
        )

    def sizeHint(self) -> QSize:
        """As designed."""
        return QSize(round(WIDTH), self.heightForWidth(round(WIDTH)))

    def minimumSizeHint(self) -> QSize:
        """Small enough for the narrowest window."""
        return QSize(_LEAST_WIDTH, self.heightForWidth(_LEAST_WIDTH))

    def heightForWidth(self, width: int) -> int:
        """In the shape of the drawing."""
        return min(round(width * HEIGHT / WIDTH), self._most_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All is painted anew in the new size."""
        self._picture = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """What was painted for this size."""
        ratio = self.devicePixelRatio()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._painted(ratio)
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _painted(self, ratio: float) -> QPixmap:
        theme = self._theme
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.color("card"))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self.transform_to_px, combine=True)
        paint_shapes(painter, self._scene.shapes, theme)
        least = 0.8 * theme.px(TYPE["floor"].px) / max(self.transform_to_px.m11(), 0.01)
        radius = min(_LARGEST_BADGE, max(_BADGE, least))
        for mark in self._scene.marks if self._numbered else ():
            painting.paint_badge(painter, Badge(*mark), theme, lit=False, radius=radius, pixels=1.2 * radius)
        painter.end()
        return picture
