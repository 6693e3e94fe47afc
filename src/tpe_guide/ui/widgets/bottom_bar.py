"""The bar below a screen: one button at the left, a word in the middle, one at the right; always the same place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from tpe_guide.ui.theme import Theme
from tpe_guide.ui.widgets.button import Button


class BottomBar(QWidget):
    """Holds *left*, *middle* and *right*, any of which may be None; buttons fold to short words when narrow."""

    def __init__(
        self,
        theme: Theme,
        left: Button | None = None,
        middle: QWidget | None = None,
        right: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme.of_bars
        self._left, self._middle, self._right = left, middle, right
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(self._theme.px(12))
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold to the new width."""
        self.fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Card fill and a line above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("card"))
        width = self._theme.border()
        painter.setPen(QPen(self._theme.color("line"), width))
        painter.drawLine(QPointF(0, width / 2), QPointF(self.width(), width / 2))

    def _fill(self) -> None:
        for index, widget in enumerate((self._left, self._middle, self._right)):
            if index:
                self._row.addStretch(0)
            if widget is not None:
                self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def fold(self) -> None:
        """Short words where the long ones have no room."""
        buttons = [button for button in (self._left, self._right) if button is not None]
        side = self._theme.px(32)
        middle = self._middle.sizeHint().width() if self._middle is not None else 0
        natural = sum(button.natural_width() for button in buttons) + 2 * side + 4 * self._theme.px(12)
        narrow = natural > self.width()
        if self._middle is not None:
            self._middle.setVisible(natural + middle <= self.width())
        for button in buttons:
            button.set_compact(narrow)
            button.set_bare(False)
        side = self._theme.px(12) if narrow else side
        least = sum(button.minimumSizeHint().width() for button in buttons)
        if least + 2 * side + 4 * self._theme.px(12) > self.width():
            for button in buttons:
                button.set_bare(True)
        edge = self._theme.px(12 if narrow else 16)
        self._row.setContentsMargins(side, edge, side, edge)
        self._share(narrow)

    def _share(self, narrow: bool) -> None:
        """Narrow: the buttons share the whole width, each large enough for any finger."""
        for index in range(self._row.count()):
            is_button = self._row.itemAt(index).widget() in (self._left, self._right)
            self._row.setStretch(index, int(is_button == narrow))
