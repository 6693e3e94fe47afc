"""A 100 % A: smaller, the size now, larger; three touching parts of one control."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from tpe_guide.i18n import _
from tpe_guide.settings import TEXT_PERCENTS
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme


class TextSize(QFrame):
    """Three buttons in one frame. The middle one says the size *shown*, in percent, and puts it back to 100."""

    smaller = Signal()
    normal = Signal()
    larger = Signal()

    def __init__(self, theme: Theme, shown: int, *, height: int = 52, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        percent = _("{percent}%").format(percent=shown)
        parts = (
            ("A", 50, 16, _("Smaller text"), self.smaller, shown > TEXT_PERCENTS[0]),
            (
                percent,
                74,
                18,
                _("Text size {percent}. Back to 100%").format(percent=percent),
                self.normal,
                True,
            ),
            ("A", 50, 24, _("Larger text"), self.larger, shown < TEXT_PERCENTS[-1]),
        )
        for index, (words, width, size, name, signal, enabled) in enumerate(parts):
            part = _Part(theme, words, QSize(theme.px(width), theme.px(height) - 2), theme.px(size), index)
            part.setObjectName(f"text-size-{index}")
            part.setAccessibleName(name)
            part.setEnabled(enabled)
            part.clicked.connect(signal)
            row.addWidget(part)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame about the three parts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._theme.border(1.5)
        painter.setPen(QPen(self._theme.color("line2"), width))
        painter.setBrush(self._theme.color("card"))
        radius = self._theme.px(12)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius
        )


class _Part(Pressable):
    def __init__(self, theme: Theme, words: str, size: QSize, pixels: int, index: int) -> None:
        super().__init__(theme, words)
        self._index = index
        font = self.font()
        font.setPixelSize(pixels)
        self.setFont(font)
        self.setFixedSize(size)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("teal-tint"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), theme.px(9), theme.px(9))
        if self._index:
            painter.setPen(QPen(theme.color("line"), theme.border()))
            painter.drawLine(QPointF(0.5, 1), QPointF(0.5, self.height() - 1))
        painter.setPen(theme.color("ink" if self.isEnabled() else "line2"))
        painter.setFont(self.font())
        drop = 1 if self.isDown() else 0
        painter.drawText(QRect(0, drop, self.width(), self.height()), Qt.AlignmentFlag.AlignCenter, self.text())
