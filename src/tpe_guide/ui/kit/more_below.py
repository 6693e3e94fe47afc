"""“More below”: from 150 % on, so little of a page is in sight that one may take it for all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMoveEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea

from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button, Measures
from tpe_guide.ui.kit.theme import Theme

FROM_PERCENT = 150
_PILL = Measures(52, 26, 26, 22, "small-strong")
_FROM_EDGE = 12
_ACROSS, _DOWN = 320, 180
"""px at 100 %: in less room it would lie on the words, and a line that is cut says as much."""


class MoreBelow(Button):
    """Lies over the lower edge of *area* until its end is reached; a press scrolls on. Keys need it not, and a small
    window has no room for it.

    It lies in the viewport, and goes back to its place whenever that is scrolled: beside it, Qt would paint all that
    lies beneath anew instead of moving it.
    """

    def __init__(self, theme: Theme, area: QAbstractScrollArea) -> None:
        super().__init__(
            theme.of_bars, _("More below"), "quiet", icon="chevron-down", size=_PILL, parent=area.viewport()
        )
        self.setObjectName("more-below")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area = area
        self._least_height = max(self._theme.px(_ACROSS), theme.px(_DOWN))
        self._picture = QPixmap()
        self._painted_as: object = None
        self.clicked.connect(self._scroll_on)
        area.viewport().installEventFilter(self)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._find_place)
        bar.rangeChanged.connect(self._follow)
        self._find_place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the lower edge."""
        if event.type() == QEvent.Type.Resize:
            self._find_place()
        return False

    def moveEvent(self, event: QMoveEvent) -> None:
        """It is in its place again: a press right after that is meant."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """As it was painted before, if it was: it lies over what is painted with every page turn."""
        ratio = self.devicePixelRatioF()
        state = (self.isDown(), self.underMouse(), self.size(), ratio)
        if state != self._painted_as:
            self._painted_as = state
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self._paint(QPainter(self._picture))
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _follow(self) -> None:
        bar, room = self._area.verticalScrollBar(), self._area.viewport()
        has_room = room.width() >= self._theme.px(_ACROSS) and room.height() >= self._least_height
        wanted = has_room and bar.value() < bar.maximum()
        if self.isHidden() == wanted:
            self.setVisible(wanted)

    def _find_place(self) -> None:
        room, size = self._area.viewport().size(), self.sizeHint()
        top = room.height() - size.height() - self._theme.px(_FROM_EDGE)
        self.setGeometry((room.width() - size.width()) // 2, top, *size.toTuple())
        self._follow()

    def _scroll_on(self) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + max(1, bar.pageStep() - self.height() - 2 * self._theme.px(_FROM_EDGE)))
