"""One icon array, large, with its numbers in words both ways beside it or below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.pictures.odds.array import Array
from tpe_guide.pictures.odds.words import Group
from tpe_guide.ui.kit.accessible_role import give_role
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.odds.array_view import ArrayView
from tpe_guide.ui.pictures.odds.band_view import BandView
from tpe_guide.ui.pictures.odds.notes import signed

_SIDE, _TIGHT_SIDE, _TOP, _GAP, _BETWEEN = 22, 12, 14, 10, 22
_WORDS_BESIDE = {100: 236, 1000: 300}
_ARRAY_BESIDE = {100: 260, 1000: 540}
"""px at 100 %: where words and array have that much room, they stand side by side."""
_MOST_BESIDE = {100: 400, 1000: 700}
_LEAST_ARRAY, _LEAST_BESIDE = {100: 260, 1000: 410}, {100: 300, 1000: 280}
"""px at 100 % that the marks may take, however low the window is: above their words, and beside them."""
_LEAST_WHOLE = {100: 220, 1000: 280}
"""The same, where all of it is to be seen at once."""
_LEAST_SHAPE = {100: 1.0, 1000: 1.5}
"""Of the width there is: more than that they never take for it."""


class GroupWords(QWidget):
    """What *group* says; *alone*: its name as well. If the keyboard stops at its figure, *spoken* is said there."""

    def __init__(
        self, theme: Theme, group: Group, figure: str, spoken: str, *, alone: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = tight(QVBoxLayout(self), theme.px(4))
        if alone:
            column.addWidget(Paragraph(theme, group.name, "small-strong", color="straw800"))
        large = alone or figure == "dot"
        self.head = Paragraph(theme, "", "h1" if large else "h2")
        give_role(self.head, QAccessible.Role.Heading)
        self.head.setText(group.head)
        self.head.setObjectName("odds-figure")
        if spoken:
            self.head.setAccessibleName(spoken)
            self.head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column.addWidget(self.head)
        column.addWidget(Paragraph(theme, group.text, "body" if large else "small", color="ink2", running=True))
        column.addSpacing(theme.px(4))
        rest, *parts = group.rows
        column.addWidget(signed(theme, figure, rest.kind, Paragraph(theme, rest.text, "small-strong", running=True)))
        for row in parts:
            column.addWidget(signed(theme, figure, row.kind, Paragraph(theme, row.text, "small", running=True)))
        if group.band:
            column.addSpacing(theme.px(6))
            column.addWidget(_Band(theme, group.array))
            column.addWidget(Paragraph(theme, group.band, "small", color="ink2", running=True))


class _Band(QWidget):
    """The bar of a range, with what its two ends stand for."""

    def __init__(self, theme: Theme, array: Array) -> None:
        super().__init__()
        column = tight(QVBoxLayout(self), theme.px(2))
        column.addWidget(BandView(theme, array))
        ends = QHBoxLayout()
        for number in (0, array.of):
            ends.addWidget(Label(theme, f"{number:,}", "floor", color="ink2", wrap=False))
        ends.insertStretch(1)
        column.addLayout(ends)
        self.setMaximumWidth(theme.px(360))


class GroupCard(Card):
    """*group*, each mark drawn as *figure*; *drawn* says all of it. *words* stand here as well, if there are any."""

    def __init__(
        self,
        theme: Theme,
        group: Group,
        figure: str,
        drawn: str,
        words: GroupWords | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._of = group.array.of
        self._words = words
        self.view = ArrayView(theme, group.array, figure, drawn)
        self._name = Paragraph(theme, group.name, "small-strong", color="straw800", parent=self)
        if words is None:
            self._name.hide()
        self._grid = QGridLayout(self)
        self._grid.setVerticalSpacing(theme.px(_GAP))
        self._grid.setHorizontalSpacing(theme.px(_BETWEEN))
        if words is not None:
            self._grid.addWidget(self._name, 0, 0, 1, 2)
        self._grid.setRowStretch(2, 1)
        self._is_beside: bool | None = None
        self._place(beside=False)

    def set_room(self, width: int, height: int, name: int, *, whole: bool) -> None:
        """Lay it out in *width* × *height* px, if it can be that low; its name is at least *name* px high.

        *whole*: all of it is to be seen at once, the words below the marks as well.
        """
        theme, of = self._theme, self._of
        side = self._side(width)
        inside = width - 2 * side
        self._grid.setContentsMargins(side, theme.px(_TOP), side, theme.px(_TOP))
        self._name.setMinimumHeight(name)
        beside = inside - theme.px(_WORDS_BESIDE[of] + _BETWEEN)
        room = height - name - 2 * theme.px(_TOP) - self._grid.verticalSpacing()
        if self._words is not None and beside >= theme.px(_ARRAY_BESIDE[of]):
            across, least = min(beside, theme.px(_MOST_BESIDE[of])), _LEAST_BESIDE[of]
        else:
            beside, across, least = 0, inside, _LEAST_ARRAY[of]
            if self._words is not None and whole:
                room -= self._words.heightForWidth(inside) + self._grid.verticalSpacing()
                least = _LEAST_WHOLE[of]
        room = max(room, min(theme.px(least), round(across * _LEAST_SHAPE[of])))
        self.view.setMaximumWidth(self.view.width_in(across, room))
        self.view.set_most_height(room)
        if bool(beside) != self._is_beside:
            self._place(beside=bool(beside))

    def name_height(self, width: int) -> int:
        """px that its name needs on a card *width* px wide."""
        return self._name.heightForWidth(width - 2 * self._side(width))

    def _side(self, width: int) -> int:
        return self._theme.px(_SIDE if width >= self._theme.px(_ARRAY_BESIDE[100]) * 2 else _TIGHT_SIDE)

    def _place(self, *, beside: bool) -> None:
        """The words beside the marks, or below them; marks without words stand in the middle."""
        self._is_beside = beside
        if self._words is None:
            self._grid.addWidget(self.view, 1, 0, 1, 2, Qt.AlignmentFlag.AlignHCenter)
            return
        top = Qt.AlignmentFlag.AlignTop
        if beside:
            self._grid.addWidget(self.view, 1, 0)
            self._grid.addWidget(self._words, 1, 1, top)
        else:
            self._grid.addWidget(self.view, 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeading)
            self._grid.addWidget(self._words, 2, 0, 1, 2, top)
        self._grid.setColumnStretch(0, int(not beside))
        self._grid.setColumnStretch(1, int(beside))
