"""A dark bar that says what was removed, with *Undo*. It waits as long as it takes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.theme import Theme

_WIDTH, _BESIDE_FROM = 940, 520


class UndoBar(QWidget):
    """*words* and *Undo*, in the middle below the screen."""

    undone = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme.of_bars
        theme = self._theme
        outer = self._outer = QHBoxLayout(self)
        outer.addStretch(1)
        self._box = _Dark(theme)
        self._box.setMaximumWidth(theme.px(_WIDTH))
        outer.addWidget(self._box, 1000)
        outer.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._box)
        self._row.setContentsMargins(theme.px(22), theme.px(8), theme.px(12), theme.px(8))
        self._row.setSpacing(theme.px(12))
        self._row.addWidget(Label(theme, words, "strong", color="card"), 1)
        self.undo = Button(theme, _("Undo"), "secondary", icon="undo-2", size="small")
        self.undo.setObjectName("undo")
        self.undo.setAccessibleDescription(words)
        self.undo.clicked.connect(self.undone)
        close = Button(theme, _("Close"), "secondary", icon="x", size="small")
        close.setObjectName("undo-close")
        close.setAccessibleName(_("Close this message"))
        close.clicked.connect(self.closed)
        both = tight(QHBoxLayout(), theme.px(10))
        both.addWidget(self.undo)
        both.addWidget(close)
        both.addStretch(1)
        self._row.addLayout(both)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand beside the words, or below them."""
        theme = self._theme
        beside = self.width() >= theme.px(_BESIDE_FROM)
        self._row.setDirection(beside_if(beside))
        side = theme.px(16 if beside else 8)
        self._outer.setContentsMargins(side, theme.px(8), side, theme.px(12 if beside else 8))


class _Dark(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ink, with an edge in high contrast, where ink is white."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("ink"))
        painter.drawRoundedRect(QRectF(self.rect()), self._theme.px(14), self._theme.px(14))
