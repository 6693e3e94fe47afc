"""A− A+: smaller and larger letters, two touching parts of one control, with the size now beside them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from tpe_guide.i18n import _
from tpe_guide.settings import TEXT_PERCENTS
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme

PART_WIDTH = 54
SLIM_WIDTH = 48
"""px of a finger: the least width of a part, at any size of the bar."""
PERCENT_WIDTH = 50


class TextSize(QWidget):
    """The size *shown*, in percent, and two buttons. Its words take the same room at any size: no button moves."""

    smaller = Signal()
    larger = Signal()

    def __init__(self, theme: Theme, shown: int, *, height: int = 52, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._percent = QLabel()
        self._percent.setFont(theme.font("small-strong"))
        palette = self._percent.palette()
        palette.setColor(self._percent.foregroundRole(), theme.color("ink2"))
        self._percent.setPalette(palette)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        widest = QFontMetrics(self._percent.font()).horizontalAdvance(_say(TEXT_PERCENTS[-1]))
        self._percent.setFixedWidth(max(theme.px(PERCENT_WIDTH), widest))
        self._frame = _Frame(theme)
        size = QSize(theme.px(PART_WIDTH), theme.px(height) - 2)
        self._less = _Part(theme, "A−", theme.px(17), size, first=True)
        self._more = _Part(theme, "A+", theme.px(24), size)
        pair = QHBoxLayout(self._frame)
        pair.setContentsMargins(1, 1, 1, 1)
        pair.setSpacing(0)
        for part, name, signal in ((self._less, "smaller", self.smaller), (self._more, "larger", self.larger)):
            part.setObjectName(f"text-{name}")
            part.clicked.connect(signal)
            pair.addWidget(part)
        self._pair = pair
        self._row = tight(QHBoxLayout(self), theme.px(9))
        self._row.addWidget(self._percent)
        self._row.addWidget(self._frame)
        self.show_percent(shown)

    def show_percent(self, shown: int) -> None:
        """Text is at *shown* percent now."""
        self._percent.setText(_say(shown))
        at_least, at_most = shown <= TEXT_PERCENTS[0], shown >= TEXT_PERCENTS[-1]
        self._less.set_end(at_least, _("This is the smallest text") if at_least else _("Smaller text"))
        self._more.set_end(at_most, _("This is the largest text") if at_most else _("Larger text"))

    def fold(self, *, percent: bool, slim: bool) -> None:
        """Show the percent or not; *slim*: parts just wide enough for a finger."""
        self._percent.setVisible(percent)
        width = SLIM_WIDTH if slim else self._theme.px(PART_WIDTH)
        for part in (self._less, self._more):
            part.setFixedWidth(width)
        self._pair.invalidate()  # whoever folds the bar asks at once how wide it is
        self._row.invalidate()
        self.updateGeometry()


def _say(percent: int) -> str:
    return _("{percent}%").format(percent=percent)


class _Frame(QFrame):
    """The line about the two parts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._theme.border(1.5)
        painter.setPen(QPen(self._theme.color("line2"), width))
        painter.setBrush(self._theme.color("card"))
        radius, inset = self._theme.px(12), width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)


class _Part(Pressable):
    """One of the two. At its end it stays in its place and says so; pressed there, it changes nothing."""

    repeats = True

    def __init__(self, theme: Theme, words: str, letters: int, size: QSize, *, first: bool = False) -> None:
        super().__init__(theme, words)
        self._first = first
        self._at_end = False
        font = self.font()
        font.setPixelSize(letters)
        font.setBold(True)
        self.setFont(font)
        self.setFixedSize(size)

    def set_end(self, at_end: bool, name: str) -> None:
        """There is no next size, or there is; *name* is what it is called now."""
        self._at_end = at_end
        self.setAccessibleName(name)
        self.setToolTip(name if at_end else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self._at_end:
            painter.setPen(QPen(theme.color("line2"), theme.border(1.5), Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside, theme.px(9), theme.px(9))
        elif self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("teal-tint"))
            painter.drawRoundedRect(inside, theme.px(9), theme.px(9))
        if not self._first:
            painter.setPen(QPen(theme.color("line2"), theme.border(1.5)))
            painter.drawLine(QPointF(0.5, 1), QPointF(0.5, self.height() - 1))
        painter.setPen(theme.color("ink2" if self._at_end else "ink"))
        painter.setFont(self.font())
        drop = 1 if self.isDown() and not self._at_end else 0
        painter.drawText(QRect(0, drop, self.width(), self.height()), Qt.AlignmentFlag.AlignCenter, self.text())
