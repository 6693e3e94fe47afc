"""The chapters of the guide as a kiosk names them: a look inside before the first touch."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tpe_guide.ui.kiosk.words import Words
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.theme import Theme, Type

_TITLE, _DIGIT = Type(30, 1.25, 600), Type(28, 1.25, 700)
_BADGE, _AFTER_BADGE, _ROW_GAP, _COLUMN_GAP = 50, 16, 28, 24


class ChapterList(QWidget):
    """Numbered *titles* in two columns, or in one where they would wrap too much."""

    def __init__(self, theme: Theme, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._titles = [Words(theme, title, _TITLE, parent=self) for title in titles]

    def set_theme(self, theme: Theme) -> None:
        """Look like *theme* from now on, at its size."""
        self._theme = theme
        for title in self._titles:
            title.set_theme(theme)
        self.update()

    def height_for(self, width: int) -> int:
        """The height of all rows at *width*."""
        rows = self._row_heights(width)
        return sum(rows) + (len(rows) - 1) * self._theme.px(_ROW_GAP)

    def is_squeezed(self, width: int) -> bool:
        """Whether many titles would take more than a line at *width*: no look to cast at from afar."""
        room = self._words_room(width)
        return 3 * sum(title.width_of_one_line() > room for title in self._titles) > len(self._titles)

    def place(self, left: int, top: int, width: int) -> int:
        """Stand at (*left*, *top*), *width* wide; gives the bottom."""
        height = self.height_for(width)
        self.setGeometry(left, top, width, height)
        y = 0
        for row, row_height in enumerate(self._row_heights(width)):
            for column, title in enumerate(self._in_row(row, width)):
                x = column * self._column_step(width) + self._words_left
                room = self._words_room(width)
                title.place(x, y + (row_height - title.heightForWidth(room)) // 2, room)
            y += row_height + self._theme.px(_ROW_GAP)
        return top + height

    def paintEvent(self, event: QPaintEvent) -> None:
        """A numbered straw badge before each title."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = max(2.0, 2 * self._theme.chrome)
        painter.setFont(self._theme.font(_DIGIT))
        for number, title in enumerate(self._titles, start=1):
            side = self._badge
            middle = QPointF(title.x() - self._words_left + side / 2, title.geometry().center().y() + 0.5)
            painter.setPen(QPen(self._theme.color("ink"), edge))
            painter.setBrush(self._theme.color("straw"))
            painter.drawEllipse(middle, (side - edge) / 2, (side - edge) / 2)
            painter.setPen(self._theme.color("on-straw"))
            box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))

    @property
    def _badge(self) -> int:
        digit = QFontMetricsF(self._theme.font(_DIGIT)).height()
        return max(self._theme.px(_BADGE), round(digit * 1.2))

    @property
    def _words_left(self) -> int:
        return self._badge + self._theme.px(_AFTER_BADGE)

    def _columns(self, width: int) -> int:
        half = (width - self._theme.px(_COLUMN_GAP)) // 2 - self._words_left
        longest_word = max(FittedText(title.text(), title.font()).longest_word for title in self._titles)
        return 2 if half >= max(longest_word, self._theme.px(230)) else 1

    def _column_step(self, width: int) -> int:
        return (width + self._theme.px(_COLUMN_GAP)) // self._columns(width)

    def _words_room(self, width: int) -> int:
        return self._column_step(width) - self._theme.px(_COLUMN_GAP) - self._words_left

    def _in_row(self, row: int, width: int) -> list[Words]:
        columns = self._columns(width)
        return self._titles[row * columns : (row + 1) * columns]

    def _row_heights(self, width: int) -> list[int]:
        room = self._words_room(width)
        rows = -(-len(self._titles) // self._columns(width))
        return [
            max(self._badge, *(title.heightForWidth(room) for title in self._in_row(row, width))) for row in range(rows)
        ]
