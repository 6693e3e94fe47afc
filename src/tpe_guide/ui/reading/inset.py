"""A part of the program that stands on the ground of a page, and scrolls with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.ui.kit.layouts import tight
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
        self._air = above + below
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        column = tight(QVBoxLayout(self), 0)
        column.setContentsMargins(0, above, 0, below)
        column.addWidget(content)

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
        for layout in (self.content.layout(), self.layout()):
            if layout is not None:
                layout.activate()

    def event(self, event: QEvent) -> bool:
        """Something in it has other words."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.height_in(self.width()) != self.height():
            self.changed.emit()
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        paint_area(QPainter(self), QRectF(event.rect()), self.ground)
