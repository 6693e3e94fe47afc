"""How bad something was, as a small box: always its digit, and a pattern, so that colour never speaks alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.diary.overview import Cell
from tpe_guide.i18n import _
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.words import severities

WIDTH, HEIGHT = 65, 34
"""px at 100 %."""
_RADIUS, _PATCH, _SIGN, _DOTS, _LINES = 8, 26, 17, 7, 7
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class LevelMark(QWidget):
    """*cell* as a box; the words beside it say the same, so it carries no name. *small*: in a legend."""

    def __init__(self, theme: Theme, cell: Cell, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cell = cell
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        share = 0.6 if small else 1.0
        self._over = 0 if small else theme.px(_SIGN // 3)
        self.setFixedSize(QSize(theme.px(WIDTH * share) + self._over, theme.px(HEIGHT * share) + 2 * self._over))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, with room for its corner."""
        over, mirrored = self._over, self.isRightToLeft()
        place = QRectF(self.rect()).adjusted(over if mirrored else 0, over, 0 if mirrored else -over, -over)
        paint_level(QPainter(self), place, self._theme, self._cell, mirrored=mirrored)


class SignMark(QWidget):
    """The red corner of a warning sign, alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(theme.px(22), theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A square with a mark of exclamation."""
        _paint_sign(QPainter(self), QRectF(self.rect()).adjusted(1, 1, -1, -1), self._theme)


def level_words(cell: Cell) -> str:
    """“Severe”, “Not asked”, “Moderate, warning sign”; of an empty cell “No entry”."""
    if cell.mark == "not-asked":
        return _("Not asked")
    if cell.mark == "empty":
        return _("No entry")
    words = severities()[cell.level]
    return _("{level}, warning sign").format(level=words) if cell.warns else words


def paint_level(painter: QPainter, place: QRectF, theme: Theme, cell: Cell, *, mirrored: bool = False) -> None:
    """*cell* into *place*."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_box(painter, place.adjusted(1, 1, -1, -1), theme, cell)
    if cell.mark != "empty":
        color = "card" if cell.level == len(severities()) - 1 else "ink2" if not cell.level else "ink"
        painter.setPen(theme.color(color))
        painter.setFont(_fitting(theme, place))
        painter.drawText(place, _MIDDLE, "—" if cell.mark == "not-asked" else str(cell.level))
    if cell.warns:
        side = min(theme.px(_SIGN), place.height() / 2)
        left = place.left() - side / 3 if mirrored else place.right() - side * 2 / 3
        _paint_sign(painter, QRectF(left, place.top() - side / 3, side, side), theme)
    painter.restore()


def paint_tick(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """That nothing new was noticed: a tick, and no level."""
    side = min(theme.px(22), place.height() - 4)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    corner = QPointF(place.center().x() - side / 2, place.center().y() - side / 2)
    draw_icon(painter, "check", QRectF(corner.x(), corner.y(), side, side), theme.color("ink"))
    painter.restore()


def _fitting(theme: Theme, place: QRectF) -> QFont:
    font = QFont(theme.font("small-strong", weight=700))
    font.setPixelSize(max(1, min(font.pixelSize(), round(place.height() * 0.62))))
    return font


def _paint_box(painter: QPainter, place: QRectF, theme: Theme, cell: Cell) -> None:
    radius, level = theme.px(_RADIUS), cell.level
    edge = "line" if cell.mark == "empty" else "ink" if level else "line2"
    pen = QPen(theme.color(edge), theme.border(1.5))
    if cell.mark == "not-asked":
        pen.setStyle(Qt.PenStyle.DashLine)
    if cell.mark == "empty" and theme.is_contrast:
        pen = QPen(theme.color(edge), 1, Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(theme.color(f"severity{level}" if level else "card"))
    painter.drawRoundedRect(place, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if level in (1, 2):
        _paint_pattern(painter, place, theme, level)


def _paint_pattern(painter: QPainter, place: QRectF, theme: Theme, level: int) -> None:
    """Dots, or lines; none behind the digit."""
    painter.save()
    inside = QPainterPath()
    inside.addRoundedRect(place.adjusted(2, 2, -2, -2), theme.px(_RADIUS), theme.px(_RADIUS))
    painter.setClipPath(inside)
    step = theme.px(_DOTS if level == 1 else _LINES)
    painter.setPen(QPen(theme.color("straw800"), max(1.0, theme.px(1.2))))
    at = place.left() + step / 2
    while at < place.right():
        if level == 1:
            down = place.top() + step / 2
            while down < place.bottom():
                painter.drawPoint(QPointF(at, down))
                down += step
        else:
            painter.drawLine(QPointF(at, place.top()), QPointF(at, place.bottom()))
        at += step
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("card"))
    patch = min(float(theme.px(_PATCH)), place.width() * 0.6)
    middle = place.center()
    painter.drawRoundedRect(
        QRectF(middle.x() - patch / 2, place.top() + 3, patch, place.height() - 6), theme.px(6), theme.px(6)
    )
    painter.restore()


def _paint_sign(painter: QPainter, place: QRectF, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("card"), 1.5))
    painter.setBrush(theme.color("red"))
    painter.drawRoundedRect(place, place.width() / 4, place.width() / 4)
    painter.setPen(theme.color("on-red"))
    font = QFont(theme.font("floor-strong", weight=700))
    font.setPixelSize(max(1, round(place.height() * 0.8)))
    painter.setFont(font)
    painter.drawText(place, _MIDDLE, "!")
    painter.setBrush(Qt.BrushStyle.NoBrush)
