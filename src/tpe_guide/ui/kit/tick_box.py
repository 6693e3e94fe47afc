"""A box to tick, with a sentence beside it that is part of what can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from tpe_guide.ui.kit.fitted_text import FittedText, breakable
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import TYPE, Theme

_BOX = 34
_GAP = 18
_LETTERS = 48
_BOLDER = 1.1
"""How much wider a word may be in bold."""


class TickBox(Pressable):
    """Checkable. *words* wrap; the part *strong* of them, if any, is set in bold."""

    def __init__(self, theme: Theme, words: str, *, strong: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, words, "body", parent=parent)
        self._strong = strong
        self._heights: dict[tuple[int, str], float] = {}
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """About two lines for a sentence; what the column gives in the end decides."""
        width = self._left() + FittedText(self.text(), self.font()).width // 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few letters: a longer word shrinks."""
        return QSize(self._left() + self._theme.px(_LETTERS), self._theme.px(48))

    def heightForWidth(self, width: int) -> int:
        """Grows as the words wrap; never smaller than a shaking hand needs."""
        asked = width, self.text()
        if (height := self._heights.get(asked)) is None:
            height = self._heights[asked] = self._laid_out(width)[1]
        return max(self._theme.px(48), round(height) + self._theme.px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, its tick, the words."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout, height = self._laid_out(self.width())
        top = (self.height() - height) / 2
        self._paint_box(painter, max(0.0, min(top, (self.height() - theme.px(_BOX)) / 2)))
        painter.setPen(theme.color("ink"))
        layout.draw(painter, QPointF(0 if self.isRightToLeft() else self._left(), top))

    def _paint_box(self, painter: QPainter, top: float) -> None:
        theme = self._theme
        hover = self.underMouse() or self.isDown()
        side = theme.px(_BOX)
        left = self.width() - side if self.isRightToLeft() else 0
        rect = QRectF(left + 1, top + 1, side - 2, side - 2)
        checked = "teal-hover" if hover else "teal"
        painter.setPen(QPen(theme.color(checked if self.isChecked() or hover else "line2"), 2))
        painter.setBrush(theme.color(checked if self.isChecked() else "card"))
        painter.drawRoundedRect(rect, theme.px(8), theme.px(8))
        if self.isChecked():
            inset = side * 0.12
            draw_icon(
                painter,
                "check",
                rect.adjusted(inset, inset, -inset, -inset),
                theme.color("on-teal"),
                line=theme.px(4),
            )

    def _left(self) -> int:
        """px from where reading begins to the words."""
        return self._theme.px(_BOX + _GAP)

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        """The words in lines, and their height in px."""
        room = max(1, width - self._left())
        words = breakable(self.text())
        font = FittedText(words, self.font()).shrunk_to(round(room / _BOLDER)).font
        layout = QTextLayout(words, font)
        begin = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        layout.setTextOption(QTextOption(begin | Qt.AlignmentFlag.AlignAbsolute))
        strong = breakable(self._strong)
        start = words.find(strong) if strong else -1
        if start >= 0:
            layout.setFormats([_bold(start, len(strong))])
        height = 0.0
        step = font.pixelSize() * TYPE["body"].line * 0.92
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, height + (step - line.height()) / 2))
            height += step
        layout.endLayout()
        return layout, height


def _bold(start: int, length: int) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start, part.length = start, length
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    part.format = look
    return part
