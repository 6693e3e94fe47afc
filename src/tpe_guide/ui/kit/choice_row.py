"""One thing to choose: its name, and beside or below it what there is to pick from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QVBoxLayout, QWidget

from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import NO_LIMIT, beside_if, tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap

BESIDE_FROM, NAME_WIDTH = 560, 176
"""px at 100 %: with that much room the name stands beside what there is to pick; and then it is so wide."""
CHIP_HEIGHT = 52


class ChoiceRow(QWidget):
    """*name*, perhaps a *hint*, and the buttons *offered*."""

    def __init__(
        self, theme: Theme, name: str, offered: QWidget, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = QWidget()
        names = tight(QVBoxLayout(self._names), 0)
        names.addWidget(Label(theme, name, "strong"))
        if hint:
            names.addWidget(Label(theme, hint, "floor", color="ink2"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, theme.px(10), 0, theme.px(10))
        self._row.setSpacing(theme.px(8))
        self._row.addWidget(self._names, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(offered, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or below one another."""
        theme = self._theme
        beside = self.width() >= theme.px(BESIDE_FROM)
        self._row.setDirection(beside_if(beside))
        self._names.setMinimumWidth(theme.px(NAME_WIDTH) if beside else 0)
        self._names.setMaximumWidth(theme.px(NAME_WIDTH) if beside else NO_LIMIT)


class Rows(Card):
    """*rows* below one another, with a line between them."""

    def __init__(self, theme: Theme, rows: Sequence[ChoiceRow], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._rows = rows
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.of_bars.px(side) for side in (12, 8, 12, 8)))
        column.setSpacing(0)
        for row in rows:
            column.addWidget(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, and the lines."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.color("line"), self._theme.border()))
        for row in self._rows[1:]:
            painter.drawLine(row.x(), row.y(), row.x() + row.width(), row.y())


class Chips(Wrap):
    """Answers to *question*, of which one is picked: *offered* is value and words of each. *pick* is told the value."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        question: str,
        offered: Sequence[tuple[str, str]],
        picked: str,
        pick: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        self._pick = pick
        self._group = QButtonGroup()
        chips = [Chip(theme, words, height=CHIP_HEIGHT) for __, words in offered]
        super().__init__(theme, chips, gap=6, row_gap=8, parent=parent)
        self._group.setParent(self)
        for chip, (value, __) in zip(chips, offered, strict=True):
            chip.setObjectName(f"{name}-{value}")
            chip.setProperty("value", value)
            chip.setChecked(value == picked)
            self._group.addButton(chip)
        make_choice(self, question, chips)
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def picked(self) -> QAbstractButton | None:
        """The chip that is picked."""
        return self._group.checkedButton()

    def _on_clicked(self, chip: QAbstractButton) -> None:
        self._pick(chip.property("value"))
