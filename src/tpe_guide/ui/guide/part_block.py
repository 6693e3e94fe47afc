"""A question and what answers it: a column where the window is wide, else a block that can be folded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme

_TILE, _GAP, _CHEVRON, _PAD = 44, 12, 24, 16
_ROLE = "h3"


class PartBlock(QWidget):
    """*words* over *cards*. *name* is what the block is called; *sums* is said while the cards are hidden."""

    folded = Signal(str)
    """Its name: it was pressed."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        words: str,
        icon: str,
        sums: str,
        cards: Sequence[QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._is_folded = self._folds = False
        self._plain = QWidget()
        row = tight(QHBoxLayout(self._plain), theme.px(_GAP))
        row.addWidget(Icon(theme, icon, 24, tile="straw100", tile_size=_TILE))
        row.addWidget(Label(theme, words, _ROLE), 1)
        self.head = _FoldHead(theme, words, icon, sums)
        self.head.setObjectName(f"fold-{name}")
        self.head.clicked.connect(self._press)
        self._body = QWidget()
        below = tight(QVBoxLayout(self._body), theme.px(10))
        for card in cards:
            below.addWidget(card)
        column = tight(QVBoxLayout(self), theme.px(10))
        column.addWidget(self._plain)
        column.addWidget(self.head)
        column.addWidget(self._body)
        self._show()

    def show_as(self, *, folds: bool, folded: bool) -> None:
        """Whether it can be folded, and is."""
        self._folds, self._is_folded = folds, folded and folds
        self._show()

    def _show(self) -> None:
        self._plain.setVisible(not self._folds)
        self.head.setVisible(self._folds)
        self.head.show_folded(self._is_folded)
        self._body.setVisible(not self._is_folded)

    def _press(self) -> None:
        self.folded.emit(self.name)


class _FoldHead(Pressable):
    """The question as a button: folded it is a card that says how much is in it."""

    def __init__(self, theme: Theme, words: str, icon: str, sums: str) -> None:
        super().__init__(theme, words, _ROLE, across=QSizePolicy.Policy.Ignored)
        self._icon = icon
        self._line = FittedText(sums, theme.font("floor"))
        self._folded = False

    def show_folded(self, folded: bool) -> None:
        """What it heads is hidden."""
        self._folded = folded
        state = _("closed") if folded else _("open")
        self.setAccessibleName(f"{self.text()}, {self._line.words.replace(' · ', ', ')}, {state}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All on one line each."""
        width = self._chrome() + max(FittedText(self.text(), self.font()).width, self._line.width)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few letters: longer words shrink."""
        return QSize(self._chrome() + self._theme.px(40), self._theme.px(52))

    def heightForWidth(self, width: int) -> int:
        """Grows as the words wrap; higher when folded."""
        return max(self._theme.px(84 if self._folded else 56), self._words_height(width) + self._theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tile, question, what is in it, and whether it is folded."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hover = self.underMouse() or self.isDown()
        if self._folded or hover:
            width = theme.border(1.5 if hover else 1)
            painter.setPen(QPen(theme.color("teal" if hover else "line2"), width))
            painter.setBrush(theme.color("teal-tint" if hover else "card"))
            inset = width / 2
            place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(place, theme.px(18), theme.px(18))
        self._paint_tile(painter)
        room, left = self._room(self.width()), self._pad() + theme.px(_TILE + _GAP)
        title = self._title(room)
        height, top = title.height_in(room), (self.height() - self._words_height(self.width())) // 2
        painter.setPen(theme.color("ink"))
        title.paint(painter, self._mirrored(QRect(left, top, room, height)), self._start)
        if self._folded:
            line = self._line.shrunk_to(room)
            painter.setPen(theme.color("ink2"))
            below = QRect(left, top + height + theme.px(2), room, line.height_in(room))
            line.paint(painter, self._mirrored(below), self._start)
        size = theme.px(_CHEVRON)
        end = self._mirrored(QRect(self.width() - self._pad() - size, (self.height() - size) // 2, size, size))
        draw_icon(painter, "chevron-down" if self._folded else "chevron-up", QRectF(end), theme.color("teal"))

    def _paint_tile(self, painter: QPainter) -> None:
        theme, side, size = self._theme, self._theme.px(_TILE), self._theme.px(24)
        tile = QRectF(self._mirrored(QRect(self._pad(), (self.height() - side) // 2, side, side)))
        painter.setPen(theme.color("line" if theme.is_contrast else "straw100"))
        painter.setBrush(theme.color("straw100"))
        painter.drawRoundedRect(tile.adjusted(1, 1, -1, -1), theme.px(12), theme.px(12))
        inset = (side - size) / 2
        draw_icon(painter, self._icon, tile.adjusted(inset, inset, -inset, -inset), theme.color("ink"))

    def _title(self, room: int) -> FittedText:
        return FittedText(self.text(), self.font()).shrunk_to(room)

    def _words_height(self, width: int) -> int:
        room = self._room(width)
        line = self._theme.px(2) + self._line.shrunk_to(room).height_in(room) if self._folded else 0
        return self._title(room).height_in(room) + line

    def _pad(self) -> int:
        return self._theme.px(_PAD) if self._folded else 0

    def _chrome(self) -> int:
        return 2 * self._pad() + self._theme.px(_TILE + _CHEVRON + 2 * _GAP)

    def _room(self, width: int) -> int:
        return max(1, width - self._chrome())
