"""What the signs and numbers in the drawing stand for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QVBoxLayout, QWidget

from tpe_guide.pictures.circuit.shapes import Badge
from tpe_guide.pictures.circuit.words import Step
from tpe_guide.pictures.drawing.path import Pose
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import higher_when_narrow, tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.ui.pictures.circuit import painting

_WIDTH, _HEIGHT = 30, 20


class Legend(QWidget):
    """One sign after another, each with its word."""

    def __init__(self, theme: Theme, key: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        entries = [Entry(theme, _Mark(theme, name), word, wraps=False) for name, word in key]
        column = tight(QVBoxLayout(self))
        column.addWidget(Wrap(theme, entries, gap=24))


class Numbers(QWidget):
    """The words of the drawing as a list, where they would be too small in it."""

    def __init__(self, theme: Theme, steps: Sequence[Step], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        entries = [
            Entry(theme, Number(theme, step.number), f"{step.label}: {step.hint}" if step.hint else step.label)
            for step in steps
        ]
        column = tight(QVBoxLayout(self))
        column.addWidget(Flow(theme, entries, least=250, most=3, gap=8))


class Sign(Protocol):
    """What stands before words, and is painted: a widget of its own for each would be made before anything is seen."""

    @property
    def size(self) -> QSize:
        """px that it takes."""

    def paint(self, painter: QPainter) -> None:
        """Paint it from (0, 0) on."""


class Entry(QWidget):
    """A sign and its words, side by side."""

    def __init__(self, theme: Theme, sign: Sign, words: str, *, wraps: bool = True) -> None:
        super().__init__()
        self._sign = sign
        self._words = Label(theme, words, "small", color="ink2", wrap=wraps, parent=self)
        self._before = sign.size.width() + theme.px(8)
        preferred = QSizePolicy.Policy.Preferred
        self.setSizePolicy(higher_when_narrow(down=preferred) if wraps else QSizePolicy(preferred, preferred))

    def sizeHint(self) -> QSize:
        """The words as they wish."""
        return self._about(self._words.sizeHint())

    def minimumSizeHint(self) -> QSize:
        """The longest word, where they may wrap."""
        wish = self._words.sizeHint()
        return self._about(QSize(self._words.minimumSizeHint().width(), wish.height()) if self._wraps else wish)

    def heightForWidth(self, width: int) -> int:
        """Of whichever is higher."""
        return max(self._sign.size.height(), self._words.heightForWidth(width - self._before))

    def event(self, event: QEvent) -> bool:
        """The words have other letters."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words take what the sign leaves."""
        self._words.setGeometry(self._placed(QRect(self._before, 0, self.width() - self._before, self.height())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign, in the middle of the height there is."""
        size = self._sign.size
        place = self._placed(QRect(QPoint(0, (self.height() - size.height()) // 2), size))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(place.topLeft())
        painter.setClipRect(QRect(QPoint(), size))
        self._sign.paint(painter)

    @property
    def _wraps(self) -> bool:
        return self._words.wordWrap()

    def _about(self, words: QSize) -> QSize:
        return QSize(self._before + words.width(), max(self._sign.size.height(), words.height()))

    def _placed(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)


class _Mark:
    """What stands in the drawing for cells, plasma, antibodies or a fluid. Decorative: the word says it."""

    def __init__(self, theme: Theme, name: str) -> None:
        self._theme = theme
        self._name = name
        self.size = QSize(theme.px(_WIDTH), theme.px(_HEIGHT + 4))

    def paint(self, painter: QPainter) -> None:
        """The sign."""
        theme = self._theme
        painter.scale(self.size.width() / _WIDTH, self.size.width() / _WIDTH)
        painter.translate(0, 2)
        middle = Pose(_WIDTH / 2, _HEIGHT / 2, 90)
        match self._name:
            case "cells":
                painting.paint_floating(painter, "cell", [middle], 7, "cell", theme)
            case "antibodies":
                # On the card, not on plasma: there the colour of antibodies could not be seen in the dark.
                painting.paint_floating(painter, "antibody", [middle], 7, "straw800", theme)
            case "plasma":
                self._paint_fluid(painter, "straw", "")
            case "albumin":
                self._paint_fluid(painter, "albumin", "albumin-mark")
            case _:
                self._paint_fluid(painter, "straw", "on-straw")

    def _paint_fluid(self, painter: QPainter, fill: str, mark: str) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.color("ink"), 1.8))
        painter.setBrush(theme.color(fill))
        painter.drawRoundedRect(QRectF(1.5, 2, 27, 16), 5, 5)
        if mark:
            painter.setPen(QPen(theme.color(mark), 1.8))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for x in (10, 20):
                painter.drawEllipse(QPointF(x, 10), 3.5, 3.5)


class Number:
    """The number of a part, as it stands in a drawing."""

    def __init__(self, theme: Theme, number: int) -> None:
        self._theme = theme
        self._number = number
        self.size = QSize(theme.px(32), theme.px(32))

    def paint(self, painter: QPainter) -> None:
        """The badge as it stands in the drawing."""
        middle = self.size.width() / 2
        badge = Badge(self._number, middle, middle)
        pixels = self._theme.px(16)
        painting.paint_badge(painter, badge, self._theme, lit=False, radius=middle - 2, pixels=pixels)
