"""How bad was it? Four touching buttons, each with bars and a word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.choice import paint_choice
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.words import severities, severity_anchors


class SeverityPicker(QWidget):
    """Pick one of severity 0 to 3, the answer to *question*. *severity* None: not answered yet."""

    picked = Signal(int)

    def __init__(self, theme: Theme, question: str, severity: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        words, anchors = severities(), severity_anchors()
        levels = [_Level(theme, level, words[level], anchors[level]) for level in range(4)]
        for level, button in enumerate(levels):
            button.setObjectName(f"severity-{level}")
            button.setChecked(level == severity)
            self._group.addButton(button, level)
        self._group.idClicked.connect(self.picked)
        column = tight(QVBoxLayout(self))
        flow = Flow(theme, levels, least=200, most=4, even=True)
        make_choice(flow, question, levels)
        column.addWidget(flow)

    @property
    def last(self) -> QWidget:
        """The last thing to pick."""
        return self._group.buttons()[-1]

    def set_severity(self, severity: int | None) -> None:
        """Show *severity* as picked; None: none is."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(self._group.id(button) == severity)
        self._group.setExclusive(True)


class _Level(Pressable):
    def __init__(self, theme: Theme, level: int, word: str, anchor: str) -> None:
        super().__init__(theme, word, across=QSizePolicy.Policy.Expanding)
        self._level = level
        self._word = FittedText(word, self.font())
        self._anchor = FittedText(anchor, theme.font("floor"))
        self.setCheckable(True)
        self.setAccessibleName(f"{word}: {anchor}")

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(72))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(68) + self._word.width, self._theme.px(72))

    def heightForWidth(self, width: int) -> int:
        return max(self._theme.px(72), self._words_height(width) + self._theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_choice(painter, self, self._theme)
        self._paint_bars(painter)
        self._paint_words(painter)

    def _paint_bars(self, painter: QPainter) -> None:
        theme = self._theme
        unit = theme.px(26)
        left, top = theme.px(16), (self.height() - unit) / 2
        ink = theme.color("ink")
        painter.setPen(QPen(ink, 1.4))
        if self._level == 0:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, 2))
            painter.drawEllipse(QPointF(left + unit / 2, top + unit / 2), unit * 0.35, unit * 0.35)
            return
        for bar in range(3):
            height = unit * (0.4 + 0.28 * bar)
            rect = QRectF(left + bar * unit * 0.34, top + unit - height, unit * 0.22, height)
            painter.setBrush(ink if bar < self._level else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 1.5, 1.5)

    def _paint_words(self, painter: QPainter) -> None:
        theme = self._theme
        left, room = theme.px(54), self._room(self.width())
        word = self._word.line_height
        top = (self.height() - self._words_height(self.width())) // 2
        painter.setPen(theme.color("ink"))
        painter.setFont(self._word.font)
        painter.drawText(QRect(left, top, room, word), 0, self._word.words)
        painter.setPen(theme.color("ink2"))
        self._anchor.paint(painter, QRect(left, top + word, room, self.height()))

    def _room(self, width: int) -> int:
        return max(1, width - self._theme.px(54 + 8))

    def _words_height(self, width: int) -> int:
        return self._word.line_height + self._anchor.height_in(self._room(width))
