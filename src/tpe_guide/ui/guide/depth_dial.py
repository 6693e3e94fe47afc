"""Three facts, one minute, all of it: how much of a page is shown. Three touching parts of one control."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QWidget

from tpe_guide.guide.depth import Depth
from tpe_guide.i18n import _
from tpe_guide.settings import DEPTHS
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.one_press import Deliberate
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.measure import row_height
from tpe_guide.ui.shell.look_words import depth_words

_LEAST_PART = 48
"""px: what a finger finds."""
_AIR, _LEAST_AIR = 14, 4
"""px at 100 % at both sides of the words of a part: usually, and at least."""

_TICK, _TICK_AND_GAP = 18, 23


class DepthDial(QFrame):
    """Pick one of three; the arrow keys move between them, as in any group of which one is picked."""

    picked = Signal(str)

    def __init__(self, theme: Theme, depth: Depth, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        short = (_("3 facts"), _("1 minute"), _("All"))
        self._group = QButtonGroup(self)
        self._parts = [_Part(theme, *pair, parent=self) for pair in zip(depth_words().values(), short, strict=True)]
        for index, part in enumerate(self._parts):
            part.setObjectName(f"depth-{DEPTHS[index]}")
            self._group.addButton(part, index)
            row.addWidget(part)
        make_choice(self, _("How much to show"), self._parts)
        self.show_depth(depth)
        self._group.idClicked.connect(self._pick)

    def show_depth(self, depth: Depth) -> None:
        """Show *depth* as picked."""
        self._parts[DEPTHS.index(depth)].setChecked(True)

    def set_short(self, short: bool) -> None:
        """Say it in fewer letters."""
        for part in self._parts:
            part.set_short(short)
        self._row.invalidate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In fewer letters, they are as large as the three have room for."""
        super().resizeEvent(event)
        letters = min(part.most_letters() for part in self._parts)
        for part in self._parts:
            part.set_letters(letters)

    def least_width(self, *, short: bool) -> int:
        """px that it needs for its words, or for those in fewer letters."""
        return sum(part.least_width(short=short) for part in self._parts)

    @property
    def usual_width(self) -> int:
        """px with as much air about its words as the design has."""
        return sum(part.least_width(short=False, air=_AIR) for part in self._parts)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame about the three parts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._theme.border(1.5)
        painter.setPen(QPen(self._theme.color("line2"), width))
        painter.setBrush(self._theme.color("card"))
        inset, radius = width / 2, self._theme.px(12)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)

    def _pick(self, index: int) -> None:
        self.picked.emit(DEPTHS[index])


class _Part(Deliberate):
    """Picked: straw fill, ink edge and a tick, so that colour never speaks alone."""

    def __init__(self, theme: Theme, words: str, short: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._long, self._short = words, short
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.toggled.connect(self.updateGeometry)
        self.setFont(theme.font("small-strong"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_short(self, short: bool) -> None:
        words = self._short if short else self._long
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(self._long)
            self.setFont(self._font(short))
            self.updateGeometry()

    def least_width(self, *, short: bool, air: int = 0) -> int:
        """px of the words with *air* about them and room for the tick, so that picking another part moves nothing.

        Where there is so little room that the words are *short*, only the part that is picked has room for it.
        """
        theme = self._theme.of_bars if short else self._theme
        words = QFontMetrics(self._font(short)).horizontalAdvance(self._short if short else self._long)
        tick = 0 if short and not self.isChecked() else self._tick(short)
        return max(_LEAST_PART, words + 2 * theme.px(air or _LEAST_AIR) + tick)

    def sizeHint(self) -> QSize:
        """The least: what more there is, the three share."""
        return QSize(self.least_width(short=self._is_short), row_height(self._theme))

    def minimumSizeHint(self) -> QSize:
        """No word is cut."""
        return self.sizeHint()

    def most_letters(self) -> int:
        """px of the largest letters, up to those of the design, for which it has room."""
        least, most = self._font(self._is_short).pixelSize(), self._theme.font("small-strong").pixelSize()
        return max(least, min(most, least * self.width() // self.least_width(short=self._is_short, air=_AIR)))

    def set_letters(self, pixels: int) -> None:
        """Say the words in letters of that many *pixels*."""
        font = self.font()
        if font.pixelSize() != pixels:
            font.setPixelSize(pixels)
            self.setFont(font)

    def _font(self, short: bool) -> QFont:
        return self._theme.of_bars.font("floor-strong") if short else self._theme.font("small-strong")

    @property
    def _is_short(self) -> bool:
        return self.text() != self._long

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            self._paint_shape(painter, "straw100", QPen(theme.color("straw" if theme.is_contrast else "ink"), 3))
        elif self.underMouse() or self.isDown():
            self._paint_shape(painter, "teal-tint", QPen(theme.color("teal"), theme.border(1.5)))
        words = QFontMetrics(self.font())
        tick = self._tick(self._is_short) * self.font().pixelSize() / self._font(self._is_short).pixelSize()
        shift = round(tick) if self.isChecked() else 0
        left = (self.width() - words.horizontalAdvance(self.text()) - shift) // 2
        if self.isChecked():
            size = round(tick * _TICK / _TICK_AND_GAP)
            draw_icon(
                painter, "check", QRectF(left, (self.height() - size) / 2, size, size), theme.color("ink"), line=2.8
            )
        painter.setPen(theme.color("ink"))
        painter.setFont(self.font())
        baseline = (self.height() + words.ascent() - words.descent()) / 2 + (1 if self.isDown() else 0)
        painter.drawText(QPointF(left + shift, baseline), self.text())

    def _paint_shape(self, painter: QPainter, fill: str, pen: QPen) -> None:
        painter.setPen(pen)
        painter.setBrush(self._theme.color(fill))
        inset, radius = pen.widthF() / 2, self._theme.px(11)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)

    def _tick(self, short: bool) -> int:
        """px for the tick and the gap behind it, beside letters of ``_font``."""
        return (self._theme.of_bars if short else self._theme).px(_TICK_AND_GAP)
