"""Where a finger came down beside everything: a ring there, and one about what it may have meant."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tpe_guide.ui.kit.focus_ring import paint_ring
from tpe_guide.ui.kit.theme import Theme

_SEEN_MS = 900
_RING, _LINE = 18, 3
_AIR = 6


class Missed(QWidget):
    """Lies over *window* for a moment, and takes no press."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._theme: Theme | None = None
        self._at = QPoint()
        self.meant: QRect | None = None
        """Where that lies of which it is beside, in px of the window."""
        self._end = QTimer(self, singleShot=True, interval=_SEEN_MS)
        self._end.timeout.connect(self.hide)

    def show_at(self, at: QPoint, meant: QRect | None, theme: Theme) -> None:
        """The finger was *at*, in px of the window, beside what lies at *meant*."""
        self._theme, self._at, self.meant = theme, at, meant
        reach = theme.px(_RING + 2 * _LINE)
        about = QRect(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)
        if meant is not None:
            about = about.united(meant.adjusted(-_AIR, -_AIR, _AIR, _AIR))
        self.setGeometry(about)
        self.show()
        self.raise_()
        self.update()
        self._end.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Both rings."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.pos())
        radius = self._theme.px(_RING)
        for color, line in (("paper", _LINE + 4), ("ink2", _LINE)):  # seen on every ground
            painter.setPen(QPen(self._theme.color(color), self._theme.px(line)))
            painter.drawEllipse(self._at, radius, radius)
        if self.meant is not None:
            paint_ring(painter, QRectF(self.meant).adjusted(-_AIR, -_AIR, _AIR, _AIR), self._theme)
