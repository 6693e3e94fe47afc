"""A grid whose number of columns follows the room there is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from tpe_guide.ui.kit.layouts import higher_when_narrow, tight
from tpe_guide.ui.kit.theme import Theme


class Flow(QWidget):
    """Lays *widgets* out in equal columns, each at least *least* px wide at 100 %, at most *most* columns.

    *even*: rather fewer columns than a last row with gaps. *alike*: in as few rows as there is room for, the last one
    as full as it can be: five are never 4 and 1, but 3 and 2.
    """

    def __init__(
        self,
        theme: Theme,
        widgets: Sequence[QWidget],
        *,
        least: int,
        most: int,
        gap: int = 10,
        even: bool = False,
        alike: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._widgets = tuple(widgets)
        self._least = theme.px(least)
        self._most = most
        self._even = even
        self._alike = alike
        self._columns = 0
        self._grid = tight(QGridLayout(self), theme.px(gap))
        # The grid of this moment must not keep the widget from getting narrower: then it has fewer columns.
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setSizePolicy(higher_when_narrow())
        self._arrange(most)

    def minimumSizeHint(self) -> QSize:
        """One column."""
        width = max((widget.minimumSizeHint().width() for widget in self._widgets), default=0)
        return QSize(width, self._height_of_hint(max(width, self.width())))

    def sizeHint(self) -> QSize:
        """All columns at their least width."""
        columns = min(self._most, len(self._widgets))
        width = columns * (self._least + self._gap()) - self._gap()
        return QSize(width, self._height_of_hint(width))

    def heightForWidth(self, width: int) -> int:
        """What the rows need, each as high as its highest widget."""
        columns = self._columns_for(width)
        each = (width + self._gap()) // columns - self._gap()
        rows = [self._widgets[at : at + columns] for at in range(0, len(self._widgets), columns)]
        heights = [max(_height(widget, each) for widget in row) for row in rows]
        return sum(heights) + self._gap() * max(0, len(heights) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        self._arrange(self._columns_for(self.width()))

    def _height_of_hint(self, width: int) -> int:
        """None where Qt asks by width: at that of a hint all words would be laid out once more, for nobody."""
        return 0 if self.hasHeightForWidth() else self.heightForWidth(width)

    def _gap(self) -> int:
        return self._grid.horizontalSpacing()

    def _columns_for(self, width: int) -> int:
        columns = max(1, min(self._most, (width + self._gap()) // (self._least + self._gap())))
        while self._even and len(self._widgets) % columns:
            columns -= 1
        if self._alike:
            rows = -(-len(self._widgets) // columns)
            columns = -(-len(self._widgets) // rows)
        return columns

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for index in range(max(columns, self._columns)):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)
        self._columns = columns
        for index, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, index // columns, index % columns)
        self.updateGeometry()


def _height(widget: QWidget, width: int) -> int:
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
