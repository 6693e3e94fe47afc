"""One dot at a time on a card, and what each tap tells of the hand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide import clock
from tpe_guide.i18n import _
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.touch.measure import Measure, Place
from tpe_guide.ui.touch.millimetres import px_per_mm

PLACES = ((0.5, 0.5), (0.12, 0.2), (0.88, 0.8), (0.15, 0.82), (0.85, 0.2), (0.5, 0.5))
"""Shares of the field: the hand reaches into each corner."""
DOT = 96
_HEIGHT = 240
_BESIDE_MM = 12.0
"""A finger so far beside a dot still means it."""


class DotField(Card):
    """Has *PLACES* tapped, one after the other."""

    tapped = Signal(int)
    """So many dots are done."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.measure = Measure()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._dot = theme.of_bars.px(DOT)  # larger letters do not need larger dots
        self._name()

    def begin(self) -> None:
        """From the first dot on."""
        self.measure = Measure()
        self._name()
        self.update()

    def fit(self, room: int) -> None:
        """Be in sight as a whole where *room* px are."""
        self.setMinimumHeight(min(self._theme.of_bars.px(_HEIGHT), room))

    @property
    def dot(self) -> QPointF:
        """The middle of the dot to tap."""
        across, down = PLACES[min(self.measure.taps, len(PLACES) - 1)]
        size = self._dot
        room = QSize(self.width() - size, self.height() - size)
        return QPointF(size / 2 + across * room.width(), size / 2 + down * room.height())

    def takes_drag(self, at: QPoint, *, by_finger: bool) -> bool:
        """It wants to see each move of the finger."""
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        reach = self._dot / 2 / px_per_mm(self) + _BESIDE_MM
        self.measure.press(self._mm(event.position()), clock.seconds(), self._mm(self.dot), reach)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two taps."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """How far it rolls."""
        self.measure.move(self._mm(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The next one."""
        before = self.measure.taps
        self.measure.move(self._mm(event.position()))
        self.measure.lift(clock.seconds())
        if self.measure.taps > before:
            self._name()
            self.update()
            self.tapped.emit(self.measure.taps)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, the dot, and which one it is."""
        super().paintEvent(event)
        theme, size = self._theme, self._dot
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("teal"))
        place = QRectF(self.dot.x() - size / 2, self.dot.y() - size / 2, size, size)
        painter.drawEllipse(place)
        painter.setPen(theme.color("card"))
        painter.setFont(theme.of_bars.font("h2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._number))

    @property
    def _number(self) -> int:
        return min(self.measure.taps + 1, len(PLACES))

    def _mm(self, place: QPointF) -> Place:
        ratio = px_per_mm(self)
        return place.x() / ratio, place.y() / ratio

    def _name(self) -> None:
        self.setAccessibleName(_("Dot {number} of {count}").format(number=self._number, count=len(PLACES)))
