"""From picture to picture where there is no room for a chip of each above it: before, its name, after."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme

_HEIGHT = 54
_BESIDE_FROM = 320
"""px at 100 %: below that the name stands above its two buttons."""


class Turner(QWidget):
    """Asks for the picture before or after. *keys* filters the keys of its buttons."""

    turned = Signal(int)
    """-1 or 1."""

    def __init__(self, theme: Theme, keys: QObject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        reads_right = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        back, onward = ("chevron-left", "chevron-right") if reads_right else ("chevron-right", "chevron-left")
        self._at = Label(theme, "", "small", color="ink2")
        self._name = Label(theme, "", "strong")
        self._names = QWidget()
        names = tight(QVBoxLayout(self._names), 0)
        for label in (self._at, self._name):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            names.addWidget(label)
        self.before = self._button(theme, _("Picture before"), back, "odds-before", keys)
        self.after = self._button(theme, _("Next picture"), onward, "odds-after", keys)
        self.before.clicked.connect(self._go_before)
        self.after.clicked.connect(self._go_after)
        self._grid = tight(QGridLayout(self), theme.px(12))
        # The grid of this moment must not keep the widget from getting narrower: then the name stands above.
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._theme = theme
        self._place(stacked=False)

    def minimumSizeHint(self) -> QSize:
        """Two buttons side by side, or the longest word of the name."""
        buttons = 2 * self.before.minimumSizeHint().width() + self._grid.horizontalSpacing()
        return QSize(max(buttons, self._names.minimumSizeHint().width()), self._grid.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Before, name and after side by side where there is room."""
        self._place(stacked=self.width() < self._theme.px(_BESIDE_FROM))

    def show_name(self, name: str, number: int, count: int) -> None:
        """Say which picture is shown: *number* (from 1) of *count*."""
        self._at.setText(_("Picture {number} of {count}").format(number=number, count=count))
        self._name.setText(name)

    def _place(self, *, stacked: bool) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.setColumnStretch(1, int(not stacked))
        if stacked:
            self._grid.addWidget(self._names, 0, 0, 1, 2)
            self._grid.addWidget(self.before, 1, 0)
            self._grid.addWidget(self.after, 1, 1)
            return
        self._grid.addWidget(self.before, 0, 0, middle)
        self._grid.addWidget(self._names, 0, 1)
        self._grid.addWidget(self.after, 0, 2, middle)

    def _button(self, theme: Theme, words: str, icon: str, name: str, keys: QObject) -> Button:
        button = Button(theme, words, "secondary", icon=icon, icon_only=True, size="figure", icon_size=28)
        button.setObjectName(name)
        button.installEventFilter(keys)
        return button

    def _go_before(self) -> None:
        self.turned.emit(-1)

    def _go_after(self) -> None:
        self.turned.emit(1)
