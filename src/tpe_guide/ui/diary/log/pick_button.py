"""Short answers side by side: how bad, yes or no, 0 to 10. Pressed once more, an answer is taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.choice import paint_choice
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.layouts import higher_when_narrow
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme

HEIGHT = 52
_BARS, _GAP, _PAD, _LEAST_PAD = 22, 8, 12, 4
_LEAST_WIDTH = 50


def paint_bars(painter: QPainter, rect: QRectF, level: int, theme: Theme) -> None:
    """Three bars in *rect*, of which *level* are filled."""
    ink = theme.color("ink")
    painter.setPen(QPen(ink, theme.border(1.4)))
    for bar in range(3):
        height = rect.height() * (0.4 + 0.28 * bar)
        one = QRectF(rect.left() + bar * rect.width() * 0.35, rect.bottom() - height, rect.width() * 0.24, height)
        painter.setBrush(ink if bar < level else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(one, 1.5, 1.5)


class PickButton(Pressable):
    """One answer. *bars*: so many of three are filled before its words; 0: none are drawn."""

    def __init__(self, theme: Theme, text: str, value: object, *, bars: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent=parent)
        self.value = value
        self._bars = bars
        self._words = FittedText(text, self.font())
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """The words on one line."""
        theme = self._theme
        width = 2 * theme.px(_PAD) + self._before() + self._words.width + 4
        return QSize(max(width, theme.px(_LEAST_WIDTH)), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The longest word, which may shrink."""
        return QSize(2 * self._theme.px(_LEAST_PAD) + self._words.least_room, self._theme.px(HEIGHT))

    def heightForWidth(self, width: int) -> int:
        """Grows as the words wrap."""
        room = self._room(width)
        return max(self._theme.px(HEIGHT), self._words.shrunk_to(room).height_in(room) + self._theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, edge, bars, words."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_choice(painter, self, theme)
        room = self._room(self.width())
        words = self._words.shrunk_to(room)
        wide = min(words.width + 2, room)
        left = (self.width() - self._shown_before(self.width()) - wide) // 2
        if self._shown_before(self.width()):
            side = theme.px(_BARS)
            place = self._mirrored(QRect(left, (self.height() - side) // 2, side, side))
            paint_bars(painter, QRectF(place), self._bars, theme)
            left += self._before()
        painter.setPen(theme.color("ink"))
        height = words.height_in(wide)
        words.paint(painter, self._mirrored(QRect(left, (self.height() - height) // 2, wide, height)), self._start)

    def _before(self) -> int:
        return self._theme.px(_BARS + _GAP) if self._bars else 0

    def _shown_before(self, width: int) -> int:
        """px of the bars, which go before the words get smaller."""
        before = self._before()
        return before if width >= before + self._words.longest_word + 2 * self._theme.px(_LEAST_PAD) else 0

    def _room(self, width: int) -> int:
        return max(1, width - self._shown_before(width) - 2 * self._theme.px(_LEAST_PAD))


class PickRow(QWidget):
    """*buttons*, of which one can be picked as the answer to *question*: in one row where they have room.

    *alike*: all of one width, such as numbers.
    """

    def __init__(
        self,
        theme: Theme,
        question: str,
        buttons: Sequence[PickButton],
        *,
        gap: int = 4,
        alike: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.buttons = tuple(buttons)
        self._gap = theme.px(gap)
        self._alike = alike
        for button in self.buttons:
            button.setParent(self)
        make_choice(self, question, self.buttons)
        self.setSizePolicy(higher_when_narrow())

    def sizeHint(self) -> QSize:
        """All in one row."""
        width = sum(self._wishes()) + self._gap * (len(self.buttons) - 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One below the other."""
        width = max(button.minimumSizeHint().width() for button in self.buttons)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def heightForWidth(self, width: int) -> int:
        """What the rows need."""
        return max(place.y() + place.height() for place in self._places(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set every answer in its place."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for button, place in zip(self.buttons, self._places(self.width()), strict=True):
            left = self.width() - place.x() - place.width() if mirrored else place.x()
            button.setGeometry(left, place.y(), place.width(), place.height())

    def show_picked(self, value: object) -> None:
        """Show the answer *value*; None: there is none."""
        show_picked(self.buttons, lambda button: isinstance(button, PickButton) and button.value == value)

    def _wishes(self) -> list[int]:
        wishes = [button.sizeHint().width() for button in self.buttons]
        return [max(wishes)] * len(wishes) if self._alike else wishes

    def _places(self, width: int) -> list[QRect]:
        count, wishes = len(self.buttons), self._wishes()
        columns = next(
            (number for number in range(count, 1, -1) if count % number == 0 and self._fits(number, width)),
            next((number for number in range(count, 1, -1) if self._alike and self._fits(number, width)), 1),
        )
        places: list[QRect] = []
        top = 0
        for at in range(0, count, columns):
            row, needs = self.buttons[at : at + columns], wishes[at : at + columns]
            free = width - self._gap * (columns - 1) - (sum(needs) if columns == count else 0)
            left, height = 0, 0
            widths = [need + free // count for need in needs] if columns == count else [free // columns] * len(row)
            height = max(button.heightForWidth(wide) for button, wide in zip(row, widths, strict=True))
            for wide in widths:
                places.append(QRect(left, top, wide, height))
                left += wide + self._gap
            top += height + self._gap
        return places

    def _fits(self, columns: int, width: int) -> bool:
        wishes = self._wishes()
        if columns == len(wishes):
            return sum(wishes) + self._gap * (columns - 1) <= width
        return columns * (max(wishes) + self._gap) - self._gap <= width


def show_picked(buttons: Iterable[QAbstractButton], is_picked: Callable[[QAbstractButton], bool]) -> None:
    """Check those of *buttons*, all answers to one question, that *is_picked* tells; none may be."""
    shown = tuple(buttons)
    for button in shown:
        button.setAutoExclusive(False)
    for button in shown:
        button.setChecked(is_picked(button))
    for button in shown:
        button.setAutoExclusive(True)


def level_row(theme: Theme, name: str, question: str) -> PickRow:
    """None, Mild, Moderate, Severe: an answer to *question*; *name* begins the names of its answers."""
    from tpe_guide.vocabulary.words import severities, severity_anchors

    buttons = []
    for level, (word, anchor) in enumerate(zip(severities(), severity_anchors(), strict=True)):
        button = PickButton(theme, word, level, bars=level)
        button.setObjectName(f"{name}-{level}")
        button.setAccessibleName(f"{word}: {anchor}")
        buttons.append(button)
    return PickRow(theme, question, buttons)


def yes_no(theme: Theme, name: str, question: str, yes: str, no: str) -> PickRow:
    """Two answers, or none. *name* begins their names."""
    buttons = [PickButton(theme, yes, True), PickButton(theme, no, False)]
    for button, value in zip(buttons, ("yes", "no"), strict=True):
        button.setObjectName(f"{name}-{value}")
    return PickRow(theme, question, buttons)
