"""An icon array on screen, and the sign of one mark beside its words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.pictures.odds.array import Array, Layout, laid_out
from tpe_guide.ui.kit.layouts import NO_LIMIT, higher_when_narrow
from tpe_guide.ui.kit.theme import TYPE, Theme
from tpe_guide.ui.pictures.odds.painting import paint_mark, picture_of, place_of

MOST_SIDE = {100: 50, 1000: 18}
"""px at 100 % of the square of one mark, by how many there are."""
_LEAST_WIDTH = 200
_DOT_SIGN, _TILE_SIGN = 20, 28


class ArrayView(QWidget):
    """Paints *array*, each mark as *figure*. *words* say to a screen reader all that it shows."""

    def __init__(self, theme: Theme, array: Array, figure: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._array = array
        self._figure = figure
        self._most_height = NO_LIMIT
        self._painted: QPixmap | None = None
        self.setObjectName("odds-array")
        self.setAccessibleName(words)
        self.setSizePolicy(higher_when_narrow(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred))

    @property
    def array(self) -> Array:
        """What is painted."""
        return self._array

    @property
    def layout_shown(self) -> Layout:
        """Where each mark is, in px."""
        return self._laid_out(self.width())

    def set_most_height(self, height: int) -> None:
        """Be at most *height* px high."""
        if height != self._most_height:
            self._most_height = height
            self._painted = None
            self.updateGeometry()
            self.update()

    def square(self, index: int) -> QRectF:
        """Where mark number *index* is painted, in px of the widget."""
        layout = self.layout_shown
        return place_of(layout, *layout.corner(index), mirrored=self._mirrored).translated(self._corner(layout))

    def width_in(self, width: int, height: int) -> int:
        """px that the marks take where *width* × *height* px are free."""
        return laid_out(self._array.of, width, height, self._most_side).width

    def sizeHint(self) -> QSize:
        """As large as it gets."""
        layout = self._laid_out(10_000)
        return QSize(layout.width, layout.height)

    def minimumSizeHint(self) -> QSize:
        """Small enough for the narrowest window."""
        return QSize(_LEAST_WIDTH, self.heightForWidth(_LEAST_WIDTH))

    def heightForWidth(self, width: int) -> int:
        """Of all rows."""
        return self._laid_out(width).height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other squares in another size."""
        self._painted = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """All marks at once, painted before."""
        layout, ratio = self.layout_shown, self.devicePixelRatio()
        if self._painted is None or self._painted.devicePixelRatio() != ratio:
            self._painted = picture_of(self._array, self._figure, layout, self._theme, ratio, mirrored=self._mirrored)
        QPainter(self).drawPixmap(self._corner(layout), self._painted)

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _corner(self, layout: Layout) -> QPointF:
        """They begin where the words above them do."""
        return QPointF(self.width() - layout.width if self._mirrored else 0, 0)

    def _laid_out(self, width: float) -> Layout:
        return laid_out(self._array.of, width, self._most_height, self._most_side)

    @property
    def _most_side(self) -> int:
        return self._theme.px(MOST_SIDE[self._array.of])


class MarkSign(QWidget):
    """One mark, *kind* of *figure*. Decorative: the words beside it say it."""

    def __init__(self, theme: Theme, figure: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figure = figure
        self._kind = kind
        self._side = theme.px(_DOT_SIGN if figure == "dot" else _TILE_SIGN)
        line = round(theme.text_px(TYPE["small"].px) * TYPE["small"].line)
        self.setFixedSize(theme.px(_TILE_SIGN), max(self._side, line))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark, in the middle of the first line of its words."""
        place = QRectF(0, 0, self._side, self._side)
        place.moveCenter(QRectF(self.rect()).center())
        paint_mark(QPainter(self), self._figure, self._kind, place, self._theme)
