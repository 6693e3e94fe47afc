"""A bar that stays below what scrolls while there is room for it, and else stands at the end of what scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.layouts import Holder, tight
from tpe_guide.ui.kit.scrolling import scrolling
from tpe_guide.ui.kit.theme import Theme

LEAST_ROOM = 500
"""px at 100 %: with less than that left for what scrolls, a bar below it would take too much of it."""


class Dock(QObject):
    """Lets *inside* scroll in *whole*, the layout of a screen, with a bar below it or at its end."""

    moved = Signal(bool)
    """The bar is below what scrolls now, or at its end."""

    def __init__(self, theme: Theme, whole: QVBoxLayout, inside: QWidget) -> None:
        screen = whole.parentWidget()
        assert screen is not None
        super().__init__(screen)
        self._theme = theme
        self._screen = screen
        self._whole = whole
        self._bar: QWidget | None = None
        self._least_room = LEAST_ROOM
        holder = Holder()
        self._end = tight(QVBoxLayout(holder), 0)
        self._end.addWidget(inside, 1)
        self.area = scrolling(theme, holder)
        whole.addWidget(self.area, 1)
        self.docked = True
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._dock)
        screen.installEventFilter(self)

    def hold(self, bar: QWidget, least_room: int = LEAST_ROOM) -> None:
        """Have *bar* below, until the height of the screen leaves less than *least_room* px at 100 % for the rest."""
        self._bar, self._least_room = bar, least_room
        self._whole.addWidget(bar)
        self.docked = True

    def settle(self) -> None:
        """What changed while the screen was shown is laid out at once: nothing moves after the first paint."""
        self._end.activate()
        self.area.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The room changes with the screen.

        Once that is shown, the bar moves only when all is laid out: what is shown while a screen is arranged has Qt
        lay it out again at once, and a layout that loses a part while it goes through its parts takes the program down.
        """
        if event.type() == QEvent.Type.Resize:
            if self._screen.isVisible():
                self._soon.start()
            else:
                self._dock()
                self._fold()
        return super().eventFilter(watched, event)

    def _fold(self) -> None:
        """Fold the bar while nothing is shown. Folded only then, it would leave another height to what scrolls, and all
        of that would be laid out twice."""
        if self.docked and isinstance(self._bar, BottomBar):
            self._bar.resize(self._screen.width(), self._bar.height())
            self._bar.fold()
            self._bar.updateGeometry()
            self._whole.activate()

    def _dock(self) -> None:
        bar = self._bar
        if bar is None:
            return
        height = bar.heightForWidth(self._screen.width()) if bar.hasHeightForWidth() else bar.sizeHint().height()
        docked = (self._screen.height() - height) / self._theme.scale >= self._least_room
        if docked == self.docked:
            return
        self.docked = docked
        focused = bar.focusWidget() if bar.isAncestorOf(self._screen.focusWidget() or self._screen) else None
        here, there = (self._end, self._whole) if docked else (self._whole, self._end)
        here.removeWidget(bar)
        there.addWidget(bar)
        bar.show()
        if focused is not None:
            focused.setFocus()
        self.moved.emit(docked)
