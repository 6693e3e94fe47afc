"""The strip above a page: how much of it to show, how long it may take, and its bookmark."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget

from tpe_guide.guide.depth import Depth
from tpe_guide.i18n import _
from tpe_guide.ui.guide.depth_dial import DepthDial
from tpe_guide.ui.guide.ribbon import draw_ribbon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.one_press import Deliberate
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import STRIP_HEIGHT, Theme


class _Fold(NamedTuple):
    """How much is shown at one degree of narrowness."""

    short: bool = False
    time: int = 3
    """3: page and chapter, 2: page, 1: the same in fewer letters, 0: nothing."""
    mark_words: bool = False


_FOLDS = (
    _Fold(mark_words=True),
    _Fold(),
    _Fold(time=2),
    _Fold(short=True, time=2),
    _Fold(short=True, time=1),
    _Fold(short=True, time=0),
)


class ReadingStrip(QWidget):
    """Stands over the column of text; what has no room in it is said in fewer words."""

    depth_picked = Signal(str)
    bookmark_pressed = Signal()

    def __init__(self, theme: Theme, depth: Depth, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = theme.of_bars
        self._theme = theme
        self.setFixedHeight(theme.px(STRIP_HEIGHT))
        self._sides = (0, 0)
        self._time_words = ("", "", "", "")
        self._dial = DepthDial(theme, depth, self)
        self._dial.picked.connect(self.depth_picked)
        self._time = Label(theme, "", "floor", color="ink2", wrap=False)
        self._mark = _Bookmark(theme, self)
        self._mark.clicked.connect(self.bookmark_pressed)
        self._row = QHBoxLayout(self)
        # Or what it says now would keep it from ever getting narrow enough to say less.
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row.setSpacing(theme.px(12))
        self._row.addWidget(self._dial)
        self._row.addStretch(1)
        self._row.addWidget(self._time)
        self._row.addWidget(self._mark)
        self._fold()

    def show_depth(self, depth: Depth) -> None:
        """Show *depth* as picked."""
        self._dial.show_depth(depth)

    def show_bookmark(self, marked: bool) -> None:
        """The page is marked, or it is not."""
        self._mark.setChecked(marked)
        self._mark.say()

    def show_time(self, here: int, chapter: int) -> None:
        """Minutes for this page, and from its beginning to the end of the chapter."""
        self._time_words = (
            "",
            _("{minutes} min").format(minutes=here),
            _("About {minutes} min").format(minutes=here),
            _("{here} min · chapter {chapter} min").format(here=here, chapter=chapter),
        )
        spoken = _("About {here} minutes for this page, {chapter} minutes to the end of the chapter")
        self._time.setAccessibleName(spoken.format(here=here, chapter=chapter))
        self._fold()

    def stand_over(self, left: int, right: int) -> None:
        """Begin and end with the column of text, *left* and *right* px from the edges."""
        if (left, right) != self._sides:  # most pages stand where the last one did
            self._sides = left, right
            self._row.setContentsMargins(left, 0, right, 0)
            self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold to the new width."""
        self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the page, and a line below."""
        theme, painter = self._theme, QPainter(self)
        paint_area(painter, self.rect(), theme.color("paper"))
        width = theme.border()
        painter.setPen(QPen(theme.color("line"), width))
        bottom = self.height() - width / 2
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))

    def _fold(self) -> None:
        for each in _FOLDS:
            self._dial.set_short(each.short)
            self._time.setText(self._time_words[each.time])
            self._time.setVisible(bool(self._time.text()))
            self._mark.set_words_shown(each.mark_words)
            self._row.invalidate()
            if self._row.sizeHint().width() <= self.width():
                return


class _Bookmark(Deliberate):
    """Marks the page; pressed again it takes the mark away. Marked: filled, with another word."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words_shown = False
        self.setObjectName("bookmark")
        self.setCheckable(True)
        self.setFont(theme.font("small-strong"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
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

    def set_words_shown(self, shown: bool) -> None:
        """With a word beside the icon, or the icon alone."""
        if shown != self._words_shown:
            self._words_shown = shown
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the longer of its words, so that pressing it moves nothing."""
        height = self._theme.px(48)
        if not self._words_shown:
            return QSize(height, height)
        metrics = QFontMetrics(self.font())
        words = max(metrics.horizontalAdvance(each) for each in (_("Marked"), _("Mark")))
        return QSize(self._theme.px(46) + words + self._theme.px(12), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(QPen(theme.color("teal"), theme.border(1.5)))
            painter.setBrush(theme.color("teal-tint"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(12), theme.px(12))
        left = theme.px(14) if self._words_shown else (self.width() - theme.px(18)) / 2
        ribbon = QRectF(left, (self.height() - theme.px(24)) / 2, theme.px(18), theme.px(24))
        draw_ribbon(painter, ribbon, theme, filled=self.isChecked())
        if self._words_shown:
            metrics = QFontMetrics(self.font())
            painter.setPen(theme.color("ink"))
            painter.setFont(self.font())
            baseline = (self.height() + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(left + theme.px(28), baseline), self.text())
