"""One file of the nurse's list: what it is called, and what it is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.choice import paint_choice
from tpe_guide.ui.kit.fitted_text import FittedText, breakable
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.nurse.files_state import Row
from tpe_guide.ui.nurse.seen_file import State

_ICONS: dict[State, str] = {
    "waiting": "clock",
    "silent": "unplug",
    "opens": "file-text",
    "locked": "lock",
    "newer": "triangle-alert",
    "damaged": "triangle-alert",
    "other": "circle-question-mark",
    "empty": "square",
    "unread": "triangle-alert",
}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_HEIGHT, _ICON, _SIDE = 60, 24, 14
_LARGE_FROM = 1.5


class FileRow(Pressable):
    """Checkable: its page is shown. A tick and a thick edge tell which one, and its words what state it is in."""

    tapped = Signal()
    """Chosen by a finger or the mouse."""
    beyond = Signal(int)
    """Down was pressed in the last of the rows (1), or Up in the first (-1)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "strong", across=QSizePolicy.Policy.Expanding, parent=parent)
        self.setCheckable(True)
        self.row: Row | None = None
        self.edge = 0
        """-1: the first of the rows that are shown; 1: the last."""

    def say(self, row: Row) -> None:
        """Be *row* from now on."""
        if row == self.row:
            return
        self.row = row
        self.setText(row.name)
        self.setAccessibleName(_("{file}, {state}").format(file=row.name, state=self._said()))
        self.updateGeometry()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A finger or the mouse is free to go on where the page is; the keyboard stays in the list."""
        pressed = self.isDown()
        super().mouseReleaseEvent(event)
        if pressed:
            self.tapped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go on into the rows that are not shown."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and step == self.edge:
            self.beyond.emit(step)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._theme.px(240), self.heightForWidth(self._theme.px(240)))

    def minimumSizeHint(self) -> QSize:
        """The longest word, which may shrink."""
        least = max(words.least_room for words in self._lines())
        return QSize(self._left() + least + self._right(), self._theme.px(_HEIGHT))

    def heightForWidth(self, width: int) -> int:
        """Grows as the words wrap."""
        room = self._room(width)
        heights = (words.shrunk_to(room).height_in(room) for words in self._lines())
        return max(self._theme.px(_HEIGHT), sum(heights) + self._theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, edge, icon, name and state, and the tick."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_choice(painter, self, theme)
        size = theme.px(_ICON)
        ink = theme.color("ink")
        state = self.row.seen.state if self.row is not None else "waiting"
        place = QRect(theme.px(_SIDE), (self.height() - size) // 2, size, size)
        if self._is_large and self.isChecked():
            draw_icon(painter, "check", QRectF(self._mirrored(place)), ink, line=max(2.8, size / 9))
        else:
            draw_icon(painter, _ICONS[state], QRectF(self._mirrored(place)), ink)
        if self.isChecked() and not self._is_large:
            tick = QRect(self.width() - theme.px(_SIDE) - size, (self.height() - size) // 2, size, size)
            draw_icon(painter, "check", QRectF(self._mirrored(tick)), ink, line=2.8)
        room = self._room(self.width())
        lines = [words.shrunk_to(room) for words in self._lines()]
        top = (self.height() - sum(words.height_in(room) for words in lines)) // 2
        for words, color in zip(lines, ("ink", "ink" if self.isChecked() else "ink2"), strict=True):
            height = words.height_in(room)
            painter.setPen(theme.color(color))
            words.paint(painter, self._mirrored(QRect(self._left(), top, room, height)), self._start)
            top += height

    def _said(self) -> str:
        if self.row is None or self.row.seen.state == "waiting":
            return _("Not looked at yet.")
        return self.row.seen.said

    def _lines(self) -> tuple[FittedText, FittedText]:
        name = FittedText(breakable(self.text()), self.font())
        return name, FittedText(self._said(), self._theme.font("small"))

    def _left(self) -> int:
        return self._theme.px(2 * _SIDE + _ICON)

    def _right(self) -> int:
        return self._theme.px(8 if self._is_large else _SIDE + _ICON + 8)

    @property
    def _is_large(self) -> bool:
        """Then there is room for one icon, which the tick takes."""
        return self._theme.chrome >= _LARGE_FROM

    def _room(self, width: int) -> int:
        return max(1, width - self._left() - self._right())
