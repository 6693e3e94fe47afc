"""What the signs and numbers in the drawing stand for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tpe_guide.pictures.circuit.shapes import Badge
from tpe_guide.pictures.circuit.words import Step
from tpe_guide.pictures.drawing.path import Pose
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.ui.pictures.circuit import painting

_WIDTH, _HEIGHT = 30, 20


class Legend(QWidget):
    """One sign after another, each with its word."""

    def __init__(self, theme: Theme, key: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        entries = [Entry(theme, _Sign(theme, name), word, wraps=False) for name, word in key]
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


class Entry(QWidget):
    """A sign and its words, side by side."""

    def __init__(self, theme: Theme, sign: QWidget, words: str, *, wraps: bool = True) -> None:
        super().__init__()
        row = tight(QHBoxLayout(self), theme.px(8))
        row.addWidget(sign)
        row.addWidget(Label(theme, words, "small", color="ink2", wrap=wraps), 1)


class _Sign(QWidget):
    """What stands in the drawing for cells, plasma, antibodies or a fluid. Decorative: the word says it."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self.setFixedSize(theme.px(_WIDTH), theme.px(_HEIGHT + 4))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / _WIDTH, self.width() / _WIDTH)
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


class Number(QWidget):
    """The number of a part, as it stands in a drawing."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self.setFixedSize(theme.px(32), theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The badge as it stands in the drawing."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.width() / 2
        badge = Badge(self._number, middle, middle)
        pixels = self._theme.px(16)
        painting.paint_badge(painter, badge, self._theme, lit=False, radius=middle - 2, pixels=pixels)
