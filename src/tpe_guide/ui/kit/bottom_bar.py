"""The bar below a screen: one button at the left, a word in the middle, one at the right; always the same place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


class BottomBar(QWidget):
    """Holds *left*, *middle* and *right*, any of which may be None; buttons fold to short words when narrow.

    *keep_middle*: where there is no room between the buttons, the middle stands above them, if one line is enough.
    """

    def __init__(
        self,
        theme: Theme,
        left: Button | None = None,
        middle: QWidget | None = None,
        right: Button | None = None,
        *,
        keep_middle: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme.of_bars
        self._left, self._middle, self._right = left, middle, right
        # As wide as there is room, or it would never get narrow enough to fold.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._keep_middle = keep_middle
        self._grid = QGridLayout(self)
        self._grid.setSpacing(self._theme.px(12))
        self.fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold to the new width."""
        self.fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Card fill and a line above."""
        painter = QPainter(self)
        paint_area(painter, self.rect(), self._theme.color("card"))
        width = self._theme.border()
        painter.setPen(QPen(self._theme.color("line"), width))
        painter.drawLine(QPointF(0, width / 2), QPointF(self.width(), width / 2))

    def set_middle(self, middle: QWidget | None) -> None:
        """Hold *middle* from now on; what was there stays where its next owner puts it."""
        if self._middle is not None:
            self._grid.removeWidget(self._middle)
        self._middle = middle
        self.fold()

    def fold(self) -> None:
        """Short words where the long ones have no room."""
        buttons = [button for button in (self._left, self._right) if button is not None]
        side = self._theme.px(32)
        middle = self._middle_width()
        natural = sum(button.natural_width() for button in buttons) + 2 * side + 4 * self._theme.px(12)
        narrow = natural > self.width()
        for button in buttons:
            button.set_compact(narrow)
        side = self._theme.px(12) if narrow else side
        edge = self._theme.px(12 if narrow else 16)
        self._grid.setContentsMargins(side, edge, side, edge)
        self._place_buttons(narrow)
        self._place_middle(
            beside=natural + middle <= self.width(),
            above=self._keep_middle and 0 < middle <= self.width() - 2 * side,
        )

    def _middle_width(self) -> int:
        """px; a label that says nothing takes none."""
        if self._middle is None or (isinstance(self._middle, QLabel) and not self._middle.text()):
            return 0
        return self._middle.sizeHint().width()

    def _place_buttons(self, narrow: bool) -> None:
        """Narrow: the buttons share the whole width, each large enough for any finger."""
        for column in range(3):
            self._grid.setColumnStretch(column, int(narrow == (column != 1)))
        for column, button, edge in ((0, self._left, _LEFT), (2, self._right, _RIGHT)):
            if button is not None:
                self._grid.addWidget(button, 1, column, Qt.AlignmentFlag(0) if narrow else edge)

    def _place_middle(self, *, beside: bool, above: bool) -> None:
        if self._middle is None:
            return
        if beside:
            self._grid.addWidget(self._middle, 1, 1, _CENTRE)
        else:
            self._grid.addWidget(self._middle, 0, 0, 1, 3, _CENTRE)
        # Only once it stands in the bar: shown before, it would flash up as a window of its own.
        self._middle.setVisible(beside or above)
