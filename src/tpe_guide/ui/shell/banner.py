"""A strip under the top bar for one plain sentence. It never blocks: the page below stays usable."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme


class Banner(QWidget):
    """*sentence* with a Close button, or a Next button if *more* wait; a screen reader says it."""

    closed = Signal()

    def __init__(
        self, theme: Theme, sentence: str, *, icon: str = "info", more: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(32), theme.px(10), theme.px(32), theme.px(10))
        row.setSpacing(theme.px(14))
        row.addWidget(Icon(theme, icon, 24))
        row.addWidget(Label(theme, sentence, "small-strong"), 1)
        words, name = _("Close"), _("Close this message")
        if more:
            words, name = _("Next"), _("Close this message and read the next")
        close = Button(theme, words, "quiet", icon="x", size="slim")
        close.setObjectName("banner-close")
        close.setAccessibleName(name)
        close.setAccessibleDescription(sentence)
        close.clicked.connect(self.closed)
        self.setFocusProxy(close)
        row.addWidget(close)

    def announce(self) -> None:
        """Have a screen reader say it, once the banner is on screen."""
        announce(self, self.accessibleName())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Straw tint with a line below."""
        painter = QPainter(self)
        paint_area(painter, self.rect(), self._theme.color("straw50"))
        width = self._theme.border()
        painter.setPen(QPen(self._theme.color("line2"), width))
        bottom = self.height() - width / 2
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))
