"""Widgets side by side, each as wide as its words, in as many rows as they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.layouts import higher_when_narrow
from tpe_guide.ui.kit.theme import Theme

_WIDEST_NEED = 140
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class Wrap(QWidget):
    """Sets *widgets* one after another from where reading begins; a row ends where the next has no room."""

    def __init__(
        self, theme: Theme, widgets: Sequence[QWidget], *, gap: int = 8, row_gap: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._widgets = tuple(widgets)
        self._widest_need = theme.px(_WIDEST_NEED)
        self._gap, self._row_gap = theme.px(gap), theme.px(row_gap)
        for widget in self._widgets:
            widget.setParent(self)
            widget.installEventFilter(self)
        self._known: dict[int, list[tuple[QWidget, QRect]]] = {}
        self.setSizePolicy(higher_when_narrow())

    def minimumSizeHint(self) -> QSize:
        """The widest widget. One with a very long word must not make all that stands about it too wide."""
        width = max((widget.minimumSizeHint().width() for widget in self._widgets), default=0)
        width = min(width, self._widest_need)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def sizeHint(self) -> QSize:
        """All in one row."""
        widths = [widget.sizeHint().width() for widget in self._widgets]
        width = sum(widths) + self._gap * max(0, len(widths) - 1)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """The bottom of the last row."""
        return max((place.y() + place.height() for __, place in self._places(width)), default=0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """One comes or goes: the others move up. Arrow keys are for the screen: Qt would go to some other button."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ARROWS:
            event.ignore()
            return True
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.renew()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """One has other words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.renew()
        return super().event(event)

    def set_bare(self, bare: bool) -> None:
        """Leave the icons of buttons out, where there is room for words only."""
        for widget in self._widgets:
            if isinstance(widget, Button):
                widget.set_bare(bare)
        self.renew()

    def renew(self) -> None:
        """Measure the widgets again. Call when they have changed before they are shown: Qt does not tell then."""
        self._known.clear()
        self.updateGeometry()
        self._set()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set every widget in its place."""
        self._set()

    def _set(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for widget, place in self._places(self.width()):
            left = self.width() - place.x() - place.width() if mirrored else place.x()
            widget.setGeometry(left, place.y(), place.width(), place.height())

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        places = self._known.get(width)
        if places is None:
            places = self._known[width] = [*self._measured(width)]
        return places

    def _measured(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        left = top = height = 0
        for widget in self._widgets:
            if widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                continue
            wish = widget.sizeHint().expandedTo(widget.minimumSize())
            across = min(wish.width(), max(width, 1))
            if left and left + across > width:
                left, top = 0, top + height + self._row_gap
                height = 0
            down = widget.heightForWidth(across) if widget.hasHeightForWidth() else wish.height()
            height = max(height, down)
            yield widget, QRect(left, top, across, down)
            left += across + self._gap
