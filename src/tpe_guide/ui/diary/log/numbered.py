"""A numbered question: its number on an ink disc, its words as a heading."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme


class NumberedHeading(QWidget):
    """“2  How bad was it?”"""

    def __init__(
        self, theme: Theme, number: int, words: str, *, wrap: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = tight(QHBoxLayout(self), theme.px(10))
        row.addWidget(_Disc(theme, number))
        row.addWidget(Label(theme, words, "title", wrap=wrap), 1)


_ONE_LINE_TO = 1.3
"""Up to this text size a question has room on one line in any window."""


def numbered(theme: Theme, number: int, words: str) -> NumberedHeading:
    """A heading with something beside it: as wide as its words, where any window has room for them."""
    return NumberedHeading(theme, number, words, wrap=theme.chrome > _ONE_LINE_TO)


class _Disc(QWidget):
    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self.setFixedSize(theme.px(32), theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("ink"))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(self._theme.color("card"))
        painter.setFont(self._theme.font("small-strong", weight=700))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
