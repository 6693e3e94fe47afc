"""The other counts of a view, a row each: its name, its figures, and an arrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.odds.words import Picture
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme

_HEIGHT, _SIDE, _AIR, _GAP, _ICON = 56, 16, 8, 20, 22
_SLACK = 4
"""px: Qt measures a line that may wrap a hair wider than the same words on one line."""


class CountRows(Card):
    """Asks for one of *pictures*."""

    picked = Signal(str)
    """Its id."""

    def __init__(self, theme: Theme, pictures: Sequence[Picture], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        column = QVBoxLayout(self)
        edge = theme.px(4)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(0)
        for index, picture in enumerate(pictures):
            row = CountRow(theme, picture, first=not index)
            row.clicked.connect(self._pick)
            column.addWidget(row)

    def _pick(self) -> None:
        self.picked.emit(cast(CountRow, self.sender()).picture.id)


class CountRow(Pressable):
    """Leads to *picture*. Its figures stand beside its name, or below it where there is no room."""

    def __init__(self, theme: Theme, picture: Picture, *, first: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, picture.name, across=QSizePolicy.Policy.Expanding, parent=parent)
        self.picture = picture
        self._first = first
        heads = self._heads = [group.head for group in picture.groups]
        self._name = FittedText(picture.name, theme.font("small-strong"))
        self._figures = FittedText(" · ".join(heads), theme.font("small"))
        self._name_width, self._figures_width = self._name.width, self._figures.width
        self._heights: dict[int, int] = {}
        self.setObjectName(f"odds-{picture.id}")
        self.setAccessibleName(_("{name}: {counts}").format(name=picture.name, counts="; ".join(heads)))
        self.setAccessibleDescription(picture.title)

    def sizeHint(self) -> QSize:
        """Name and figures side by side."""
        width = self._chrome + self._beside
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few letters: longer words shrink."""
        return QSize(self._chrome + self._theme.px(60), self._theme.px(_HEIGHT))

    def heightForWidth(self, width: int) -> int:
        """Never less than a finger needs. Kept: it is asked again and again while the column is laid out."""
        if width not in self._heights:
            self._heights[width] = self._height_in(width)
        return self._heights[width]

    def _height_in(self, width: int) -> int:
        name, figures = self._fitted(width)
        room = width - self._chrome
        height = name.height_in(room)
        if not self._is_beside(width):
            height += figures.height_in(room)
        return max(self._theme.px(_HEIGHT), height + 2 * self._theme.px(_AIR))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground or line, words, arrow."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(QPen(theme.color("teal"), theme.border(1.5)))
            painter.setBrush(theme.color("teal-tint"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(14), theme.px(14))
        elif not self._first:
            painter.setPen(QPen(theme.color("line"), theme.border()))
            side = theme.px(_SIDE)
            painter.drawLine(side, 0, self.width() - side, 0)
        self._paint_words(painter)
        size = theme.px(_ICON)
        place = QRect(self.width() - theme.px(_SIDE) - size, (self.height() - size) // 2, size, size)
        icon = "chevron-left" if self._reads_left else "chevron-right"
        draw_icon(painter, icon, QRectF(self._mirrored(place)), theme.color("teal"))

    def _paint_words(self, painter: QPainter) -> None:
        theme, side = self._theme, self._theme.px(_SIDE)
        name, figures = self._fitted(self.width())
        room = self.width() - self._chrome
        beside = self._is_beside(self.width())
        high, below = name.height_in(room), 0 if beside else figures.height_in(room)
        top = (self.height() - high - below) // 2
        painter.setPen(theme.color("ink"))
        name.paint(painter, self._mirrored(QRect(side, top, room, high)), self._start)
        painter.setPen(theme.color("ink2"))
        if beside:
            width = self._figures_width + _SLACK
            place = QRect(side + room - width, (self.height() - figures.line_height) // 2, width, figures.line_height)
        else:
            place = QRect(side, top + high, room, below)
        figures.paint(painter, self._mirrored(place), self._start)

    @property
    def _chrome(self) -> int:
        return self._theme.px(2 * _SIDE + _AIR + _ICON)

    @property
    def _beside(self) -> int:
        return self._name_width + self._theme.px(_GAP) + self._figures_width

    def _is_beside(self, width: int) -> bool:
        return self._beside <= width - self._chrome

    def _fitted(self, width: int) -> tuple[FittedText, FittedText]:
        room = max(1, width - self._chrome)
        figures = self._figures
        if self._figures_width > room:
            figures = figures._replace(words="\n".join(self._heads))
        return self._name.shrunk_to(room), figures.shrunk_to(room)
