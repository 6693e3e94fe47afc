"""A part of the program that stands on the ground of a page, and scrolls with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme


class Inset(QWidget):
    """Holds *content*, as high as that needs to be, with *above* and *below* px of air, on the colour *ground*.

    It covers its place wholly: when the page below it is painted anew, it need not be.
    """

    changed = Signal()
    """It may need another height."""

    def __init__(self, theme: Theme, content: QWidget, *, above: int = 0, below: int = 0) -> None:
        super().__init__()
        self.content = content
        self.ground = theme.color("paper")
        self._above, self._air = above, above + below
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(0, 0)  # until it has its place; Qt's own size would be painted beneath it once
        content.setParent(self)
        self.installEventFilter(self)

    def height_in(self, width: int) -> int:
        """px that it needs where it is *width* px wide."""
        content = self.content
        content.ensurePolished()
        self.lay_out()
        if content.hasHeightForWidth():
            return self._air + content.heightForWidth(width)
        return self._air + content.sizeHint().height()

    def lay_out(self) -> None:
        """Give all in it its place now: it is then painted once."""
        layout = self.content.layout()
        if layout is not None:
            layout.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The content takes all but the air."""
        size = event.size()
        self.content.setGeometry(0, self._above, size.width(), max(0, size.height() - self._air))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Something in it has other words."""
        if event.type() == QEvent.Type.LayoutRequest and self.height_in(self.width()) != self.height():
            self.changed.emit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        paint_area(QPainter(self), QRectF(event.rect()), self.ground)
