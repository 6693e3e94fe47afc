"""“More below”: from 150 % on, so little of a page is in sight that one may take it for all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea

from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button, Measures
from tpe_guide.ui.kit.theme import Theme

FROM_PERCENT = 150
_PILL = Measures(52, 26, 26, 22, "small-strong")
_FROM_EDGE = 12


class MoreBelow(Button):
    """Lies over the lower edge of *area* until its end is reached; a press scrolls on. Keys need it not."""

    def __init__(self, theme: Theme, area: QAbstractScrollArea) -> None:
        super().__init__(theme.of_bars, _("More below"), "quiet", icon="chevron-down", size=_PILL, parent=area)
        self.setObjectName("more-below")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area = area
        self.clicked.connect(self._scroll_on)
        area.installEventFilter(self)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._follow)
        bar.rangeChanged.connect(self._follow)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the lower edge."""
        if event.type() == QEvent.Type.Resize:
            self._follow()
        return False

    def _follow(self) -> None:
        bar, room = self._area.verticalScrollBar(), self._area.viewport().geometry()
        self.setVisible(bar.value() < bar.maximum())
        size = self.sizeHint()
        left = room.left() + (room.width() - size.width()) // 2
        self.setGeometry(left, room.bottom() + 1 - size.height() - self._theme.px(_FROM_EDGE), *size.toTuple())

    def _scroll_on(self) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + max(1, bar.pageStep() - self.height() - 2 * self._theme.px(_FROM_EDGE)))
