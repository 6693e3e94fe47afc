"""Where digits go in: the cells of the paper, with what is typed in them. It has the keyboard while rows go by."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.diary.sheet_steps import DAY, TEMPERATURE, Step
from tpe_guide.i18n import _
from tpe_guide.ui.kit.accessible_role import make_stop
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.physical_keys import digit_by_place

CELL, HEIGHT, GAP, APART = 44, 56, 6, 16
"""px at 100 %: a cell, and what is between two; between day and month it is more."""
_NARROW, _SHARE = 30, 0.75
"""px of a cell where there is little room, and how much of its width a digit may take as its height."""
_RADIUS, _POINT = 8, 5
_CODE_LENGTH = 2
_HALVES = 2
"""Cells before the gap between day and month, and before the point of a temperature."""
_COMMANDS = {
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Backspace: "rub-out",
    Qt.Key.Key_Up: "back",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_End: "go-on",
}
_SIGNS = {"-": "empty", "+": "skip", "=": "skip"}
"""“=” is “+” without Shift on many keyboards."""
_LEADS, _POINTS = "./", ".,"
_NOT_OURS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class AnswerLine(QWidget):
    """Shows the answer of a step, and turns keys into what is done to it."""

    digit = Signal(str)
    command = Signal(str)
    """enter, rub-out, back, down, go-on, empty or skip."""
    jumped = Signal(str)
    """The number of a box."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step: Step | None = None
        self._typed = ""
        self._wrong = False
        self._code: str | None = None
        make_stop(self, "")
        self.setObjectName("answer-line")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_step(self, step: Step, typed: str, name: str, *, wrong: bool) -> None:
        """Show what is *typed* at *step*; *name* is what a screen reader says of it."""
        self._step, self._typed, self._wrong, self._code = step, typed, wrong, None
        self.setAccessibleName(name)
        self.setAccessibleDescription(typed)
        self.updateGeometry()
        self.update()

    def take(self, event: QKeyEvent) -> bool:
        """Do what *event* stands for; tells whether it stands for anything."""
        if event.modifiers() & _NOT_OURS:
            return False
        if event.isAutoRepeat() and event.key() != Qt.Key.Key_Backspace:
            return True  # a hand that stays on a key has answered once
        digit = digit_of(event)
        command = _COMMANDS.get(Qt.Key(event.key())) or _SIGNS.get(event.text(), "")
        if self._code is not None:
            return self._take_code(digit, command, event)
        if digit:
            self.digit.emit(digit)
        elif command:
            self.command.emit(command)
        elif event.text() in _POINTS and self._is_at_point():
            pass  # it stands on the paper already
        elif event.text() and event.text() in _LEADS:
            self._show_code("")
            announce(self, _("Type the number of the box."))
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, Enter, and the keys that lead elsewhere."""
        if not self.take(event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """All its cells."""
        return QSize(self._count() * self._theme.px(CELL) + self._between(), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow cells: in a narrow window there is room for all of them."""
        return QSize(self._count() * _NARROW + self._between(), self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cells, and a digit in each that is typed."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "red" if self._wrong else "ink" if self.hasFocus() else "line2"
        font = QFont(theme.font("h2"))  # a copy: all share that one
        font.setPixelSize(min(font.pixelSize(), round(self._cell(0).width() * _SHARE)))
        painter.setFont(font)
        typed = self._typed if self._code is None else f".{self._code}"
        radius = theme.px(_RADIUS)
        for number in range(self._count()):
            cell = self._cell(number)
            painter.setPen(QPen(theme.color(edge), max(2.0, theme.border(2))))
            painter.setBrush(theme.color("card"))
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), radius, radius)
            painter.setPen(theme.color("red" if self._wrong else "ink"))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, typed[number : number + 1])
        if self._code is None and self._step is not None and self._step.id == TEMPERATURE:
            before = self._cell(_HALVES - 1).right()
            point = theme.px(_POINT)
            painter.setBrush(theme.color("ink"))
            painter.setPen(Qt.PenStyle.NoPen)
            middle = (before + self._cell(_HALVES).left()) / 2
            painter.drawEllipse(QRectF(middle - point / 2, self.height() - 2.0 * point, point, point))

    # --- a number of a box --------------------------------------------------------------------------------

    def _take_code(self, digit: str, command: str, event: QKeyEvent) -> bool:
        code = self._code or ""
        if digit and len(code) + 1 == _CODE_LENGTH:
            self._show_code(None)
            self.jumped.emit(code + digit)
        elif digit:
            self._show_code(digit)
        elif command == "rub-out" or event.key() == Qt.Key.Key_Escape:
            self._show_code(code[:-1] if code and command else None)
        elif command:
            self._show_code(None)
        elif event.text() not in _LEADS:
            return False
        return True

    def _show_code(self, code: str | None) -> None:
        self._code = code
        self.setAccessibleDescription(self._typed if code is None else _("Go to box {number}").format(number=code))
        self.updateGeometry()
        self.update()

    # --- its cells ----------------------------------------------------------------------------------------

    def _count(self) -> int:
        if self._code is not None:
            return _CODE_LENGTH + 1
        return max(self._step.length if self._step else 1, len(self._typed))

    def _apart(self) -> int:
        """px more after the second cell."""
        parted = self._code is None and self._step is not None and self._step.id in (DAY, TEMPERATURE)
        return self._theme.px(APART - GAP) if parted else 0

    def _between(self) -> int:
        """px that are no cell."""
        return (self._count() - 1) * self._theme.px(GAP) + self._apart()

    def _cell(self, number: int) -> QRectF:
        theme = self._theme
        width = min(theme.px(CELL), (self.width() - self._between()) // self._count())
        left = number * (width + theme.px(GAP)) + (self._apart() if number >= _HALVES else 0)
        return QRectF(left, 0, width, theme.px(HEIGHT))

    def _is_at_point(self) -> bool:
        return self._step is not None and self._step.id == TEMPERATURE and bool(self._typed)


def digit_of(event: QKeyEvent) -> str:
    """The digit that a key writes in any script, or stands for by its place; empty: none."""
    text = event.text()
    value = unicodedata.decimal(text, None) if len(text) == 1 else None
    return str(value) if value is not None else digit_by_place(event)
