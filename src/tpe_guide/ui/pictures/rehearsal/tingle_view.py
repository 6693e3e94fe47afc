"""The drawing of the practise turn: it tingles, or the same dots stand still."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.pictures.rehearsal.tingle import HEIGHT, WIDTH, dot_shape, dots, still
from tpe_guide.ui.kit.layouts import higher_when_narrow
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.circuit.player import Player
from tpe_guide.ui.pictures.shapes import paint_shapes


class TingleView(QWidget):
    """*words* say what is drawn. *keep_still*: nothing moves."""

    def __init__(self, theme: Theme, words: str, *, keep_still: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._seconds = 0.0
        self.setObjectName("tingle")
        self.setAccessibleName(words)
        self.setSizePolicy(higher_when_narrow(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred))
        self.setMaximumWidth(theme.px(520))
        self.player = Player(self, still=keep_still)
        self.player.flowed.connect(self._on_flowed)

    def sizeHint(self) -> QSize:
        """As designed."""
        return QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Small enough for the narrowest window."""
        return QSize(200, self.heightForWidth(200))

    def heightForWidth(self, width: int) -> int:
        """In the shape of the drawing."""
        return round(width * HEIGHT / WIDTH)

    def showEvent(self, event: QShowEvent) -> None:
        """It tingles as soon as it can be seen."""
        super().showEvent(event)
        self.player.play()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Face, hand, dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        left, top = (self.width() - WIDTH * scale) / 2, (self.height() - HEIGHT * scale) / 2
        painter.setTransform(QTransform.fromScale(scale, scale) * QTransform.fromTranslate(left, top), combine=True)
        paint_shapes(painter, still(), self._theme)
        paint_shapes(painter, (dot_shape(place, radius) for place, radius in dots(self._seconds)), self._theme)

    def _on_flowed(self, seconds: float) -> None:
        self._seconds = seconds
        self.update()
