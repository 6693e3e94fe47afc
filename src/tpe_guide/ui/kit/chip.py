"""A chip: one thing to pick, with an icon that turns into a tick."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from tpe_guide.ui.kit.choice import paint_choice
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.theme import Theme

_WRAP = Qt.TextFlag.TextWordWrap


class Chip(QAbstractButton):
    """Checkable. Picked: straw fill, 3 px ink edge and a tick, so that colour never speaks alone."""

    def __init__(
        self, theme: Theme, text: str, icon: str = "", *, height: int = 64, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._least = theme.px(height)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFont(theme.font("small-strong"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """The words on one line."""
        width = self._left() + QFontMetrics(self.font()).horizontalAdvance(self.text()) + self._theme.px(16)
        return QSize(width, self._least)

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        return QSize(self._left() + self._longest_word() + self._theme.px(14), self._least)

    def heightForWidth(self, width: int) -> int:
        """Grows as the words wrap."""
        return max(self._least, self._words_height(width) + self._theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, edge, icon or tick, words."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_choice(painter, self, self._theme)
        size = theme.px(24)
        color = theme.color("ink" if self.isEnabled() else "ink2")
        left = self._words_left()
        if self._icon or self.isChecked():
            name = "check" if self.isChecked() else self._icon
            place = self._mirrored(QRect(left - self._left() + theme.px(14), (self.height() - size) // 2, size, size))
            draw_icon(painter, name, QRectF(place), color, line=2.8 if self.isChecked() else None)
        painter.setPen(color)
        painter.setFont(self._font_for(self.width()))
        height = self._words_height(self.width())
        rect = QRect(left, (self.height() - height) // 2, self._room(self.width()), height)
        start = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(self._mirrored(rect), int(start | Qt.AlignmentFlag.AlignAbsolute) | _WRAP, self.text())

    def _mirrored(self, place: QRect) -> QRect:
        """*place*, reckoned from the left, where it lies when reading from right to left."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _words_left(self) -> int:
        """After the icon; words without one stand in the middle, with their tick if they have it."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        if self._icon or words > self._room(self.width()):
            return self._left()
        tick = self._left() - self._theme.px(14) if self.isChecked() else 0
        return (self.width() - words + tick) // 2

    def _left(self) -> int:
        return self._theme.px(48 if self._icon else 44)

    def _room(self, width: int) -> int:
        return max(1, width - self._left() - self._theme.px(10))

    def _words_height(self, width: int) -> int:
        room = QRect(0, 0, self._room(width), 10_000)
        return QFontMetrics(self._font_for(width)).boundingRect(room, _WRAP, self.text()).height()

    def _longest_word(self) -> int:
        metrics = QFontMetrics(self.font())
        return max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)

    def _font_for(self, width: int) -> QFont:
        """As large as the longest word has room in a chip *width* px wide: it is never cut off."""
        font, longest, room = QFont(self.font()), self._longest_word(), self._room(width)
        if longest > room:
            font.setPixelSize(max(1, font.pixelSize() * room // longest))
        return font
