"""One icon array on a card, with its numbers in words both ways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.pictures.odds.words import Group
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.layouts import NO_LIMIT, tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.odds.array_view import ArrayView, MarkSign

_SIDE, _TOP, _GAP, _BETWEEN = 22, 16, 10, 28
_WORDS_BESIDE, _ARRAY_BESIDE = 312, 380
"""px at 100 %: where words and array have that much room, they stand side by side."""
_LEAST_ARRAY = 208


class GroupCard(Card):
    """*group*, each mark drawn as *figure*; *words* say all that is drawn. *alone*: the words may stand beside it."""

    def __init__(
        self, theme: Theme, group: Group, figure: str, words: str, *, alone: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._alone = alone
        self.view = ArrayView(theme, group.array, figure, words)
        self._head = self._words_in_column(
            Paragraph(theme, group.name, "small-strong", color="straw800"),
            Paragraph(theme, group.head, "h2"),
            Paragraph(theme, group.text, color="ink2", running=True),
        )
        self._foot = QWidget()
        rows = tight(QVBoxLayout(self._foot), theme.px(6))
        for row in group.rows:
            rows.addLayout(_signed(theme, figure, row.kind, row.text))
        self._grid = QGridLayout(self)
        side, top = theme.px(_SIDE), theme.px(_TOP)
        self._grid.setContentsMargins(side, top, side, top)
        self._grid.setVerticalSpacing(theme.px(_GAP))
        self._grid.setHorizontalSpacing(theme.px(_BETWEEN))
        self._grid.setRowStretch(3, 1)
        self._place(beside=False)

    def set_room(self, width: int, height: int, head: int, foot: int) -> None:
        """Lay it out in *width* × *height* px, if it can be that low.

        Its heading is at least *head* px high. *foot* px are kept for the words below, so that two arrays are alike.
        """
        theme = self._theme
        inside, least = width - 2 * theme.px(_SIDE), theme.px(_LEAST_ARRAY)
        beside = inside - theme.px(_WORDS_BESIDE + _BETWEEN)
        self._head.setMinimumHeight(head)
        if self._alone and beside >= theme.px(_ARRAY_BESIDE):
            room = max(height - 2 * theme.px(_TOP), least)
            self.view.setMaximumWidth(self.view.width_in(beside, room))
        else:
            beside = 0
            room = max(height - max(head, self.head_height(width)) - max(foot, self.foot_height(width)), least)
            self.view.setMaximumWidth(NO_LIMIT)
        self.view.set_most_height(room)
        if bool(beside) != self._is_beside:
            self._place(beside=bool(beside))

    def head_height(self, width: int) -> int:
        """px that its heading needs on a card *width* px wide."""
        return self._head.heightForWidth(width - 2 * self._theme.px(_SIDE))

    def foot_height(self, width: int) -> int:
        """px that all but the array and its heading needs on a card *width* px wide."""
        inside = width - 2 * self._theme.px(_SIDE)
        return self._foot.heightForWidth(inside) + 2 * self._theme.px(_TOP + _GAP)

    def _place(self, *, beside: bool) -> None:
        """The words above and below the array, or all of them beside it."""
        self._is_beside = beside
        self._grid.addWidget(self._head, 0, int(beside))
        if beside:
            self._grid.addWidget(self.view, 0, 0, 4, 1)
        else:
            self._grid.addWidget(self.view, 1, 0)
        self._grid.addWidget(self._foot, 1 if beside else 2, int(beside))
        self._grid.setColumnStretch(0, int(not beside))
        self._grid.setColumnStretch(1, int(beside))

    def _words_in_column(self, *words: QWidget) -> QWidget:
        box = QWidget()
        column = tight(QVBoxLayout(box), self._theme.px(2))
        for each in words:
            column.addWidget(each)
        column.addStretch(1)
        return box


def _signed(theme: Theme, figure: str, kind: str, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(10))
    row.addWidget(MarkSign(theme, figure, kind), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Paragraph(theme, text, "small", running=True), 1)
    return row
