"""The row above a page, which scrolls away with it: how much of it to show, listen to it, its bookmark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from tpe_guide.guide.depth import Depth
from tpe_guide.i18n import _
from tpe_guide.ui.guide.depth_dial import DepthDial
from tpe_guide.ui.guide.ribbon import draw_ribbon
from tpe_guide.ui.kit.accessible_role import give_role
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.layouts import higher_when_narrow
from tpe_guide.ui.kit.one_press import Deliberate
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.measure import BETWEEN_ROWS, row_height

_GAP = 12


class _Fold(NamedTuple):
    """How much is shown at one degree of narrowness."""

    short: bool = False
    words: bool = False
    """Beside the icons."""
    rows: int = 1


_FOLDS = (_Fold(words=True), _Fold(), _Fold(short=True), _Fold(rows=2), _Fold(short=True, rows=2))


class PageHead(QWidget):
    """As wide as the column of text; what has no room in it is said in fewer words, or stands below."""

    depth_picked = Signal(str)
    bookmark_pressed = Signal()
    listen_pressed = Signal()

    def __init__(self, theme: Theme, depth: Depth, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = row_height(theme)
        self._dial = DepthDial(theme, depth, self)
        self._dial.picked.connect(self.depth_picked)
        self._listen = _Listen(theme, self)
        self._listen.clicked.connect(self.listen_pressed)
        self._mark = _Bookmark(theme, self)
        self._mark.clicked.connect(self.bookmark_pressed)
        self.setSizePolicy(higher_when_narrow())

    def show_depth(self, depth: Depth) -> None:
        """Show *depth* as picked."""
        self._dial.show_depth(depth)

    def show_bookmark(self, marked: bool) -> None:
        """The page is marked, or it is not."""
        if marked != self._mark.isChecked():
            self._mark.setChecked(marked)
            self._mark.say()

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(self._theme.px(360), self._height)

    def heightForWidth(self, width: int) -> int:
        """Another row where one is not enough."""
        rows = self._fold(width).rows
        return rows * self._height + (rows - 1) * self._theme.px(BETWEEN_ROWS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room."""
        self._lay_out()

    def _fold(self, width: int) -> _Fold:
        gap = self._theme.px(_GAP)
        for fold in _FOLDS:
            dial = self._dial.least_width(short=fold.short)
            corners = sum(gap + each.width_in_words(fold.words) for each in (self._listen, self._mark))
            if dial + (corners if fold.rows == 1 else 0) <= width:
                return fold
        return _FOLDS[-1]

    def _lay_out(self) -> None:
        fold = self._fold(self.width())
        self._dial.set_short(fold.short)
        for corner in (self._listen, self._mark):
            corner.set_words_shown(fold.words)
        for widget, place in self._places(fold):
            widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def _places(self, fold: _Fold) -> Iterator[tuple[QWidget, QRect]]:
        """The dial, as wide as there is room, and both buttons at the end of its row, or below it."""
        width, high, gap = self.width(), self._height, self._theme.px(_GAP)
        listen, mark = (each.width_in_words(fold.words) for each in (self._listen, self._mark))
        if fold.rows == 2:
            yield self._dial, QRect(0, 0, width, high)
            below = high + self._theme.px(BETWEEN_ROWS)
            yield self._listen, QRect(0, below, listen, high)
            yield self._mark, QRect(width - mark, below, mark, high)
            return
        left = width - mark - gap - listen
        yield self._dial, QRect(0, 0, min(self._dial.usual_width, left - gap), high)
        yield self._listen, QRect(left, 0, listen, high)
        yield self._mark, QRect(width - mark, 0, mark, high)


class _Corner(Deliberate):
    """A button with an icon, and where there is room a word. *longest*: of the words it may have."""

    def __init__(self, theme: Theme, name: str, longest: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words_shown = False
        self._longest = longest
        self.setObjectName(name)
        self.setFont(theme.font("small-strong"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words_shown(self, shown: bool) -> None:
        """With a word beside the icon, or the icon alone."""
        if shown != self._words_shown:
            self._words_shown = shown
            self.updateGeometry()

    def width_in_words(self, shown: bool) -> int:
        """px, with room for the longer of its words, so that pressing it moves nothing; or for the icon alone."""
        if not shown:
            return row_height(self._theme)
        metrics = QFontMetrics(self.font())
        words = max(metrics.horizontalAdvance(each) for each in self._longest)
        return self._theme.px(46) + words + self._theme.px(12)

    def sizeHint(self) -> QSize:
        """As it is shown now."""
        return QSize(self.width_in_words(self._words_shown), row_height(self._theme))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(QPen(theme.color("teal"), theme.border(1.5)))
            painter.setBrush(theme.color("teal-tint"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(12), theme.px(12))
        left = theme.px(14) if self._words_shown else (self.width() - theme.px(18)) / 2
        self._paint_icon(painter, QRectF(left, (self.height() - theme.px(24)) / 2, theme.px(18), theme.px(24)))
        if self._words_shown:
            metrics = QFontMetrics(self.font())
            painter.setPen(theme.color("ink"))
            painter.setFont(self.font())
            baseline = (self.height() + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(left + theme.px(28), baseline), self.text())

    def _paint_icon(self, painter: QPainter, place: QRectF) -> None:
        raise NotImplementedError


class _Bookmark(_Corner):
    """Marks the page; pressed again it takes the mark away. Marked: filled, with another word."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "bookmark", (_("Marked"), _("Mark")), parent)
        give_role(self, QAccessible.Role.Button)  # its words say whether there is a mark
        self.setCheckable(True)
        self.say()

    def say(self) -> None:
        """The words for the state it is in."""
        self.setText(_("Marked") if self.isChecked() else _("Mark"))
        self.setAccessibleName(
            _("This page is marked. Take the mark away") if self.isChecked() else _("Mark this page, to find it again")
        )
        self.update()

    def nextCheckState(self) -> None:
        """Whoever keeps the marks says when it is set."""

    def _paint_icon(self, painter: QPainter, place: QRectF) -> None:
        draw_ribbon(painter, place, self._theme, filled=self.isChecked())


class _Listen(_Corner):
    """Reads the page aloud."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "listen", (_("Listen"),), parent)
        self.setText(_("Listen"))
        self.setAccessibleName(_("Listen to this page"))

    def _paint_icon(self, painter: QPainter, place: QRectF) -> None:
        side = place.height()
        square = QRectF(place.center().x() - side / 2, place.top(), side, side)
        draw_icon(painter, "volume-2", square, self._theme.color("teal"))
