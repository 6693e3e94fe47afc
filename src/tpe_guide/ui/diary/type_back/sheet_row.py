"""One row of the sheet, as it stands on the paper: the number of its box, its name, and what is typed of it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme

HEIGHT = 52
_TAB, _TAB_HEIGHT, _GAP, _SIDE, _RADIUS = 38, 28, 12, 10, 5


class SheetRow(Pressable):
    """Pressed, one goes there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "small", across=QSizePolicy.Policy.Expanding, parent=parent)
        self._code = ""
        self._answered = False

    def show_row(self, row_id: str, code: str, name: str, answer: str) -> None:
        """Show the row *row_id*; *answer*: what is typed of it, empty: nothing yet."""
        self._code, self._answered = code, bool(answer)
        self.setProperty("row", row_id)
        self.setObjectName(f"row-{row_id}")
        both = _("{name} {answer}") if name.endswith("?") else _("{name}: {answer}")
        words = both.format(name=name, answer=answer) if answer else name
        self.setText(words)
        self.setAccessibleName(_("Box {number}, {words}").format(number=code, words=words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All on one line."""
        width = self._before() + self._words().width + self._theme.px(_SIDE)
        return QSize(width, self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        return QSize(self._before() + self._words().least_room + self._theme.px(_SIDE), self._theme.px(HEIGHT))

    def heightForWidth(self, width: int) -> int:
        """Grows as the words wrap."""
        room = self._room(width)
        return max(self._theme.px(HEIGHT), self._words().shrunk_to(room).height_in(room) + self._theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The number in its box, then the words."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(QPen(theme.color("teal"), theme.border(1.5)))
            painter.setBrush(theme.color("teal-tint"))
            radius = theme.px(12)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        height = theme.px(_TAB_HEIGHT)
        tab = self._mirrored(QRect(theme.px(_SIDE), (self.height() - height) // 2, theme.px(_TAB), height))
        paint_tab(painter, tab, self._code, theme)
        painter.setPen(theme.color("ink" if self._answered else "ink2"))
        room = self._room(self.width())
        words = self._words().shrunk_to(room)
        high = words.height_in(room)
        words.paint(
            painter, self._mirrored(QRect(self._before(), (self.height() - high) // 2, room, high)), self._start
        )

    def _before(self) -> int:
        return self._theme.px(_SIDE + _TAB + _GAP)

    def _room(self, width: int) -> int:
        return max(1, width - self._before() - self._theme.px(_SIDE))

    def _words(self) -> FittedText:
        return FittedText(self.text(), self.font())


class Tab(QWidget):
    """The number of a box, as it stands before its row on the paper."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._code = ""
        self.setFixedSize(theme.px(_TAB), theme.px(_TAB_HEIGHT))

    def show_code(self, code: str) -> None:
        """Show another."""
        self._code = code
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A box, and its number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_tab(painter, self.rect(), self._code, self._theme)


def paint_tab(painter: QPainter, place: QRect, code: str, theme: Theme) -> None:
    """The number *code* in a box."""
    painter.setPen(QPen(theme.color("ink"), theme.border(1.5)))
    painter.setBrush(theme.color("card"))
    radius = theme.px(_RADIUS)
    painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), radius, radius)
    painter.setFont(theme.font("floor-strong"))
    painter.setPen(theme.color("ink"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, code)
