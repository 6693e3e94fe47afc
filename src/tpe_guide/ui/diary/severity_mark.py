"""A level as a mark: its digit, on a pattern that tells it without colour. 0 empty, 1 dots, 2 lines, 3 ink."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tpe_guide.ui.kit.theme import Theme

_WIDTH, _HEIGHT, _STEP = 64, 34, 7


class SeverityMark(QWidget):
    """Decorative: the words beside it say the same."""

    def __init__(self, theme: Theme, level: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._level = level
        self.setFixedSize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, pattern, edge, digit."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(whole, theme.px(7), theme.px(7))
        painter.fillPath(shape, theme.color(("card", "severity1", "severity2", "severity3")[self._level]))
        painter.save()
        painter.setClipPath(shape)
        self._paint_pattern(painter)
        painter.restore()
        painter.strokePath(shape, QPen(theme.color("ink"), theme.border(1.5)))
        self._paint_digit(painter)

    def _paint_pattern(self, painter: QPainter) -> None:
        theme, step = self._theme, self._theme.px(_STEP)
        painter.setPen(QPen(theme.color("ink2"), 1.2))
        painter.setBrush(theme.color("ink2"))
        if self._level == 1:
            for x in range(step // 2, self.width(), step):
                for y in range(step // 2, self.height(), step):
                    painter.drawEllipse(QPointF(x, y), 0.8, 0.8)
        elif self._level == 2:
            for x in range(-self.height(), self.width(), step):
                painter.drawLine(QPointF(x, self.height()), QPointF(x + self.height(), 0))

    def _paint_digit(self, painter: QPainter) -> None:
        theme = self._theme
        side = self.height() - theme.px(8)
        place = QRectF((self.width() - side) / 2, theme.px(4), side, side)
        if self._level < 3:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("card"))
            painter.drawRoundedRect(place, theme.px(5), theme.px(5))
        painter.setPen(theme.color("ink" if self._level < 3 else "card"))
        painter.setFont(theme.font("floor-strong", weight=700))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._level))
