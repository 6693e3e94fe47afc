"""Paints a cell: dots if it has any, its first words in bold, the rest; a ring where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tpe_guide.pictures.comparison.table import Cell
from tpe_guide.ui.kit.marked_words import MarkedWords
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import TYPE, Theme, make_font
from tpe_guide.ui.pictures.comparison.dots import dots_size, paint_dots
from tpe_guide.ui.pictures.comparison.model import CELL_ROLE

PAD_X, PAD_Y = 18, 13
"""px at 100 % about the words."""
_ROLE = "small"
_LINE = 1.3
_RING = 3


class CellDelegate(QStyledItemDelegate):
    """*is_picked* tells of a row, *is_opened* of a cell."""

    def __init__(
        self,
        theme: Theme,
        is_picked: Callable[[int], bool],
        is_opened: Callable[[Cell], bool],
        parent: QObject | None = None,
        *,
        mirrored: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_picked = is_picked
        self._is_opened = is_opened
        self._mirrored = mirrored
        self.keyboard = False
        """The keyboard is in use: show where it is."""
        self._laid_out: dict[tuple[str, str], tuple[int, MarkedWords]] = {}

    def height_of(self, cell: Cell, width: int) -> int:
        """px that *cell* needs in a column of *width* px."""
        return self._words(cell, width).height + self._dots_height(cell) + 2 * self._theme.px(PAD_Y)

    def least_width(self, cells: Iterable[Cell]) -> int:
        """px of a column in which no word of *cells* is broken, be it bold."""
        words = {word for cell in cells for word in cell.words.split()}
        longest = max(map(len, words), default=0)
        metrics = QFontMetrics(make_font(self._theme.px(TYPE[_ROLE].px), QFont.Weight.Bold.value))
        # To measure each word would take longer than to lay them all out: one of fewer letters is not the widest.
        widest = max((metrics.horizontalAdvance(word) for word in words if len(word) >= longest - 4), default=0)
        return widest + 2 * self._theme.px(PAD_X) + 2

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its words."""
        width = option.rect.width()
        return QSize(width, self.height_of(index.data(CELL_ROLE), width))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, lines, words."""
        theme, cell = self._theme, index.data(CELL_ROLE)
        rect: QRect = option.rect
        state = option.state
        painter.save()
        painter.setLayoutDirection(option.direction)
        picked = self._is_picked(index.row())
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        rest = "teal-tint" if hover else "straw50" if picked else "card"
        paint_area(painter, rect, theme.color("straw100" if self._is_opened(cell) else rest))
        paint_lines(painter, rect, theme, picked=picked)
        inside = QRectF(rect).adjusted(theme.px(PAD_X), theme.px(PAD_Y), -theme.px(PAD_X), -theme.px(PAD_Y))
        if cell.certainty is not None:
            paint_dots(painter, inside, cell.certainty, theme)
        self._words(cell, rect.width()).paint(painter, inside.left(), inside.top() + self._dots_height(cell))
        has_keyboard = self.keyboard and bool(state & QStyle.StateFlag.State_HasFocus)
        if has_keyboard or self._is_opened(cell):
            self._paint_ring(painter, rect, "focus" if has_keyboard else "ink")
        painter.restore()

    def _paint_ring(self, painter: QPainter, rect: QRect, token: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color(token), _RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = 1 + _RING / 2
        painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset - 1, -inset - 1), 6, 6)

    def _dots_height(self, cell: Cell) -> int:
        return 0 if cell.certainty is None else dots_size(self._theme).height() + self._theme.px(4)

    def _words(self, cell: Cell, width: int) -> MarkedWords:
        """For a column of *width* px."""
        key = (cell.question.id, cell.treatment.id)
        laid_out, words = self._laid_out.get(key, (0, None))
        if words is None:
            color = "ink" if cell.is_known else "ink2"
            words = MarkedWords(self._theme, _ROLE, color, line=_LINE, mirrored=self._mirrored)
            words.set_words(cell.words, lead=len(cell.lead))
        if laid_out != width:
            words.lay_out(width - 2 * self._theme.px(PAD_X))
            self._laid_out[key] = (width, words)
        return words


def paint_lines(painter: QPainter, rect: QRect, theme: Theme, *, picked: bool) -> None:
    """The line below a cell and the one where reading begins; in high contrast straw about a picked row."""
    width = round(theme.border())
    paint_area(painter, QRect(rect.left(), rect.bottom() - width + 1, rect.width(), width), theme.color("line"))
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    left = rect.right() - width + 1 if mirrored else rect.left()
    paint_area(painter, QRect(left, rect.top(), width, rect.height()), theme.color("line"))
    if picked and theme.is_contrast:
        for top in (rect.top(), rect.bottom() - 2):
            paint_area(painter, QRect(rect.left(), top, rect.width(), 3), theme.color("straw"))
