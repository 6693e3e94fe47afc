"""The bar of a range on screen. Decorative: the words below it say it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.pictures.odds.array import Array
from tpe_guide.pictures.odds.band import band
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.shapes import paint_shapes

_HEIGHT, _WIDTH = 20, 200


class BandView(QWidget):
    """From how low to how high the true number of *array* may be."""

    def __init__(self, theme: Theme, array: Array, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._array = array
        self.setFixedHeight(theme.px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As in the design."""
        return QSize(self._theme.px(_WIDTH), self.height())

    def minimumSizeHint(self) -> QSize:
        """It gives way to words."""
        return QSize(self._theme.px(_HEIGHT) * 3, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The shapes of the model."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, mirrored = max(2.0, self._theme.px(2)), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        shapes = band(self._array, self.width(), self.height(), line=line, mirrored=mirrored)
        paint_shapes(painter, shapes, self._theme)
