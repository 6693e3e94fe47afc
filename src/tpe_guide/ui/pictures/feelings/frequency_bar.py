"""The bar that shows how many of all sessions had a feeling."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.pictures.feelings.bar import bar
from tpe_guide.pictures.feelings.frequency import Frequency
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.shapes import paint_shapes

_HEIGHT, _LEAST_WIDTH = 14, 62


class FrequencyBar(QWidget):
    """Marks *often* on it; *words* say what it shows. Dashed and empty if there is no count."""

    def __init__(self, theme: Theme, often: Sequence[Frequency], words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._often = tuple(often)
        self.setAccessibleName(words)
        self.setFixedHeight(theme.px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def line(self) -> float:
        """px: the line about what is marked."""
        return max(2.0, self._theme.px(2))

    @property
    def mirrored(self) -> bool:
        """None is at the right."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def sizeHint(self) -> QSize:
        """As in the key beside the title."""
        return QSize(self._theme.px(_LEAST_WIDTH), self.height())

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The shapes of the model."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shapes = bar(self._often, self.width(), self.height(), line=self.line, mirrored=self.mirrored)
        paint_shapes(painter, shapes, self._theme)
