"""How the person functions: a line for each function, with digits; a gap stays a gap."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tpe_guide.diary.overview import FunctionRow, Grid
from tpe_guide.i18n import _
from tpe_guide.ui.diary.card_head import CardHead
from tpe_guide.ui.diary.overview.words import function_spoken, function_words
from tpe_guide.ui.kit.accessible_role import make_stop
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.terms import FUNCTION_RANGE
from tpe_guide.vocabulary.words import functions

_ICONS = {"vision": "eye", "walking": "footprints", "hands": "hand", "energy": "zap", "thinking": "brain"}
_HEIGHT, _POINT = 74, 5
_ROOMY_FROM = 280


class FunctionCard(Card):
    """One line for each function of *grid* that was answered."""

    def __init__(self, theme: Theme, grid: Grid, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        column = self._column = QVBoxLayout(self)
        column.setSpacing(theme.px(4))
        column.addWidget(CardHead(theme, _("How you function"), _("0 worst, 10 best")))
        for row in grid.functions:
            own = functions()[row.name].own
            column.addWidget(CardHead(theme, own, function_words(row), "small-strong", _ICONS[row.name]))
            column.addWidget(FunctionLine(theme, row, function_spoken(row, grid)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margins give way before the words do."""
        side = self._theme.px(22 if self.width() >= self._theme.px(_ROOMY_FROM) else 12)
        self._column.setContentsMargins(side, self._theme.px(14), side, self._theme.px(14))


class FunctionLine(QWidget):
    """The values of *row* as points with digits, joined where no session lies between them. *words* say the same."""

    def __init__(self, theme: Theme, row: FunctionRow, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values = row.values
        self.setObjectName(f"function-{row.name}")
        make_stop(self, words)
        self.setFixedHeight(theme.px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._theme.px(200), self._theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The two ends of the scale, the line, the points and their digits."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        floor = theme.font("floor")
        scale = FittedText(str(FUNCTION_RANGE[-1]), floor)
        begin, end = scale.width + theme.px(8), self.width() - theme.px(4)
        top, bottom = scale.line_height + theme.px(_POINT) + 2, self.height() - scale.line_height // 2
        painter.setFont(floor)
        for value, y in ((FUNCTION_RANGE[-1], top), (FUNCTION_RANGE[0], bottom)):
            painter.setPen(QPen(theme.color("line"), theme.border()))
            painter.drawLine(QPointF(self._x(begin), y), QPointF(self._x(end), y))
            painter.setPen(theme.color("ink2"))
            where = QRectF(0, y - scale.line_height / 2, scale.width, scale.line_height)
            painter.drawText(self._mirrored(where), Qt.AlignmentFlag.AlignCenter, str(value))
        each = (end - begin) / len(self._values)
        points = [
            None
            if value is None
            else QPointF(self._x(begin + each * (at + 0.5)), bottom - (bottom - top) * value / FUNCTION_RANGE[-1])
            for at, value in enumerate(self._values)
        ]
        self._paint_line(painter, points)
        self._paint_points(painter, points, each)

    def _paint_line(self, painter: QPainter, points: list[QPointF | None]) -> None:
        painter.setPen(QPen(self._theme.color("ink"), max(2, self._theme.px(2))))
        for before, after in pairwise(points):
            if before is not None and after is not None:
                painter.drawLine(before, after)

    def _paint_points(self, painter: QPainter, points: list[QPointF | None], each: float) -> None:
        theme, radius = self._theme, self._theme.px(_POINT)
        font = FittedText("10", theme.font("floor-strong", weight=700)).in_one_line(max(1, round(each) - 2))
        painter.setFont(font.font)
        for value, point in zip(self._values, points, strict=True):
            if point is None:
                continue
            painter.setPen(QPen(theme.color("ink"), max(2, theme.px(2))))
            painter.setBrush(theme.color("straw"))
            painter.drawEllipse(point, radius, radius)
            high = font.line_height
            over = point.y() - radius - high
            # Above it, or below where it would leave the line.
            y = over if over >= 0 else point.y() + radius
            digits = FittedText(str(value), font.font).width + 4
            patch = QRectF(point.x() - digits / 2, y + 2, digits, high - 4)
            paint_area(painter, patch, theme.color("card"))  # no line goes through a digit
            painter.setPen(theme.color("ink"))
            painter.drawText(QRectF(point.x() - each / 2, y, each, high), Qt.AlignmentFlag.AlignCenter, str(value))

    def _x(self, x: float) -> float:
        """*x*, reckoned from where reading begins."""
        return self.width() - x if self.isRightToLeft() else x

    def _mirrored(self, place: QRectF) -> QRectF:
        return place.translated(self.width() - 2 * place.x() - place.width(), 0) if self.isRightToLeft() else place
