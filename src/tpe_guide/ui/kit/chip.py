"""A chip: one thing to pick, with an icon that turns into a tick."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.ui.kit.choice import paint_choice
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme


class Chip(Pressable):
    """Checkable. Picked: straw fill, 3 px ink edge and a tick, so that colour never speaks alone."""

    def __init__(
        self, theme: Theme, text: str, icon: str = "", *, height: int = 64, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, text, across=QSizePolicy.Policy.Expanding, parent=parent)
        self._icon = icon
        self._least = theme.px(height)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """The words on one line."""
        return QSize(self._left() + self._words().width + self._theme.px(16), self._least)

    def minimumSizeHint(self) -> QSize:
        """The longest word, which may shrink."""
        return QSize(self._left() + self._words().least_room + self._theme.px(14), self._least)

    def heightForWidth(self, width: int) -> int:
        """Grows as the words wrap."""
        room = self._room(width)
        return max(self._least, self._words().shrunk_to(room).height_in(room) + self._theme.px(16))

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
        room = self._room(self.width())
        words = self._words().shrunk_to(room)
        height = words.height_in(room)
        words.paint(painter, self._mirrored(QRect(left, (self.height() - height) // 2, room, height)), self._start)

    def _words_left(self) -> int:
        """After the icon; words without one stand in the middle, with their tick if they have it."""
        words = self._words().width
        if self._icon or words > self._room(self.width()):
            return self._left()
        tick = self._left() - self._theme.px(14) if self.isChecked() else 0
        return (self.width() - words + tick) // 2

    def _left(self) -> int:
        return self._theme.px(48 if self._icon else 44)

    def _room(self, width: int) -> int:
        return max(1, width - self._left() - self._theme.px(10))

    def _words(self) -> FittedText:
        """They shrink where the longest has no room: it is never cut off."""
        return FittedText(self.text(), self.font())
