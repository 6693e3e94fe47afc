"""The timeline: a track with a mark for each moment and a thumb that fits a shaking hand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.rehearsal.moments import Moment
from tpe_guide.pictures.rehearsal.timeline import nearest, positions
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.touch.steady import roll

THUMB, MARK, TRACK = 24, 11, 6
"""px at 100 %: radius of the thumb, of a mark, half the height of the track."""
_SIDE, _LABEL_WIDTH, _GAP = 60, 136, 10
_LINES = 2
_WRAP = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class Timeline(QSlider):
    """Its value is the number of the moment, from 0. A click or a drag goes to the nearest one."""

    def __init__(self, theme: Theme, moments: Sequence[Moment], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme.of_bars
        self._moments = tuple(moments)
        self._pressed_at: float | None = None
        """px from the left; None: it is being dragged."""
        self.setObjectName("timeline")
        self.setRange(0, len(moments) - 1)
        self.setSingleStep(1)
        self.setPageStep(1)
        self.setTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._tell)
        self._tell()

    def sizeHint(self) -> QSize:
        """Thumb, time, and two lines of words."""
        px = self._theme.px
        lines = self._metrics(bold=True).height() + _LINES * self._metrics().height()
        return QSize(px(600), 2 * px(THUMB) + px(10) + lines + px(4))

    def minimumSizeHint(self) -> QSize:
        """Narrow: the words of a few moments stand there, all marks do."""
        return QSize(self._theme.px(160), self.sizeHint().height())

    def place(self, index: int) -> QPointF:
        """The middle of the mark of moment *index*, in px."""
        return QPointF(self._places()[index], self._theme.px(THUMB) + 1)

    @property
    def mark_radius(self) -> float:
        """px: smaller where the marks stand close."""
        places = sorted(self._places())
        closest = min(after - before for before, after in pairwise(places))
        return min(float(self._theme.px(MARK)), closest / 2 - 2)

    def labelled(self) -> list[int]:
        """The moments whose words have room: the one shown first, then both ends, then whatever fits."""
        return [index for index, __ in self._labels()]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, marks, thumb, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_track(painter)
        for index in range(len(self._moments)):
            if index != self.value():
                self._paint_mark(painter, index)
        self._paint_thumb(painter)
        for index, rect in self._labels():
            self._paint_label(painter, index, rect)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the nearest moment."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().x()
            self._go_to(self._pressed_at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag from moment to moment."""
        at = event.position().x()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self._pressed_at is not None and abs(at - self._pressed_at) <= roll(self):
            return  # a finger rolls as it is lifted
        self._pressed_at = None
        self._go_to(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It stays where it is."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls the page, as anywhere else."""
        event.ignore()

    def _go_to(self, x: float) -> None:
        self.setValue(nearest(self._places(), x))

    def _places(self) -> list[float]:
        """px from the left."""
        side = self._theme.px(_SIDE if self.width() >= self._theme.px(700) else THUMB + 2)
        length = max(1.0, self.width() - 2.0 * side)
        least = self._theme.px(2 * MARK + 6)
        places = positions([moment.minute for moment in self._moments], length, least)
        if self._mirrored:
            return [side + length - place for place in places]
        return [side + place for place in places]

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _paint_track(self, painter: QPainter) -> None:
        theme, half = self._theme, self._theme.px(TRACK)
        first, here, last = self.place(0), self.place(self.value()), self.place(self.maximum())
        for end, fill, edge, width in ((last, "card", "line2", 1.5), (here, "straw", "ink", 2.0)):
            left, right = min(first.x(), end.x()), max(first.x(), end.x())
            track = QRectF(left - half, first.y() - half, right - left + 2 * half, 2 * half)
            painter.setBrush(theme.color(fill))
            painter.setPen(QPen(theme.color(edge), theme.border(width)))
            painter.drawRoundedRect(track, half, half)

    def _paint_mark(self, painter: QPainter, index: int) -> None:
        theme, radius = self._theme, self.mark_radius
        painter.setBrush(theme.color("ink" if index < self.value() else "card"))
        painter.setPen(QPen(theme.color("ink"), theme.border(2)))
        painter.drawEllipse(self.place(index), radius, radius)

    def _paint_thumb(self, painter: QPainter) -> None:
        theme, here = self._theme, self.place(self.value())
        radius = theme.px(THUMB) - 1.5
        painter.setBrush(theme.color("straw"))
        painter.setPen(QPen(theme.color("ink"), 3))
        painter.drawEllipse(here, radius - 1.5, radius - 1.5)
        painter.setPen(QPen(theme.color("on-straw"), 2.5, c=Qt.PenCapStyle.RoundCap))
        for aside in (-6, 0, 6):
            x, reach = here.x() + theme.px(1) * aside, theme.px(8)
            painter.drawLine(QPointF(x, here.y() - reach), QPointF(x, here.y() + reach))

    def _paint_label(self, painter: QPainter, index: int, rect: QRect) -> None:
        theme, moment, here = self._theme, self._moments[index], index == self.value()
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.font("floor-strong"))
        painter.drawText(rect, _WRAP, moment.short_time)
        painter.setFont(theme.font("floor-strong" if here else "floor"))
        painter.setPen(theme.color("ink" if here else "ink2"))
        painter.drawText(rect.adjusted(0, self._metrics(bold=True).height(), 0, 0), _WRAP, moment.label)

    def _labels(self) -> list[tuple[int, QRect]]:
        shown: list[tuple[int, QRect]] = []
        count, here = len(self._moments), self.value()
        near = sorted(range(count), key=lambda index: abs(index - here))
        for index in dict.fromkeys((here, 0, count - 1, *near)):
            rect = self._label_rect(index)
            if all(not rect.adjusted(-_GAP, 0, _GAP, 0).intersects(other) for __, other in shown):
                shown.append((index, rect))
        return shown

    def _label_rect(self, index: int) -> QRect:
        """Below its mark, inside the widget, as narrow as its words allow."""
        moment, most = self._moments[index], self._theme.px(_LABEL_WIDTH)
        bold = self._metrics(bold=True)
        words = bold.boundingRect(QRect(0, 0, most, 1000), _WRAP, moment.label)
        width = max(words.width(), bold.horizontalAdvance(moment.short_time)) + 4
        place = self.place(index)
        left = min(max(0, round(place.x() - width / 2)), max(0, self.width() - width))
        top = round(place.y()) + self._theme.px(THUMB) + self._theme.px(6)
        return QRect(left, top, width, bold.height() + words.height())

    def _metrics(self, *, bold: bool = False) -> QFontMetrics:
        return QFontMetrics(self._theme.font("floor-strong" if bold else "floor"))

    def _tell(self) -> None:
        """A screen reader says the moment rather than its number."""
        number, moment = self.value() + 1, self._moments[self.value()]
        words = _("Timeline. {heading}. Moment {number} of {count}")
        self.setAccessibleName(words.format(heading=moment.heading, number=number, count=len(self._moments)))
        self.update()
