"""A grid whose number of columns follows the room there is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from tpe_guide.ui.theme import Theme


class Flow(QWidget):
    """Lays *widgets* out in equal columns, each at least *least* px wide at 100 %, at most *most* columns."""

    def __init__(
        self,
        theme: Theme,
        widgets: Sequence[QWidget],
        *,
        least: int,
        most: int,
        gap: int = 10,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._widgets = tuple(widgets)
        self._least = theme.px(least)
        self._most = most
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(gap))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._arrange(most)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        gap = self._grid.horizontalSpacing()
        self._arrange(max(1, min(self._most, (self.width() + gap) // (self._least + gap))))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for index in range(max(columns, self._columns)):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)
        self._columns = columns
        for index, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, index // columns, index % columns)
        self.updateGeometry()
