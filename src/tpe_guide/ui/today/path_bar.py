"""The path above each of its steps: where one is, where else one can go, and the way to leave it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from tpe_guide.guide.model import Step, Walk
from tpe_guide.i18n import _
from tpe_guide.navigation import HOME, Locator
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.frame import bar_height, is_narrow, tabs_height
from tpe_guide.ui.shell.steps import Steps, path_screen, step_screen
from tpe_guide.ui.today.step_mark import paint_mark, state_of

HEIGHTS = (72, 60, 44)
"""px at 100 %: as designed, in a low window, and one line of words."""
PAGE_BAR = 76
"""px at 100 %: Previous and Next below a step in a window that is not narrow."""
LEAST_SHARE = 0.7
"""Of the window's height is left to the step itself."""
MARK, GAP, DASH, EDGE = 28, 8, 14, 14
_LEAST_LETTERS, _LINE = 18, 1.3
Shape = Literal["all", "one", "line"]
"""All steps with their names; with the name of this one; or one line of words."""


class PathBar(QWidget):
    """The *steps* of a path, those *done* ticked; *minutes*: what this one takes, 0 if that cannot be told.

    It gives its room away: a narrow window has one line of words; where too little would be left of the step, nothing.
    """

    chosen = Signal(Locator)

    def __init__(self, theme: Theme, steps: Steps, done: frozenset[str], minutes: int) -> None:
        super().__init__()
        self._page_theme = theme
        theme = self._theme = theme.of_bars
        self.setObjectName("path-bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._dots = [_Dot(theme, steps, step, done, step_screen(steps.walk, step)) for step in steps.walk.steps]
        self._line = _Line(theme, steps)
        self._minutes = Label(theme, "", "small-strong", color="ink2", wrap=False)
        if minutes:
            self._minutes.setText(_("About {minutes} min").format(minutes=minutes))
        self._leave = Button(theme, _("Leave path"), "quiet", icon="x", size="tool")
        self._leave.setObjectName("leave-path")
        self._leave.setProperty("locator", HOME)
        self._row = tight(QHBoxLayout(self), 0)
        self._row.addWidget(self._line, 1)
        self._row.addStretch(0)
        for dot in self._dots:
            self._row.addWidget(dot)
        self._row.addStretch(0)
        self._row.addWidget(self._minutes)
        self._row.addSpacing(theme.px(EDGE))
        self._row.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in (*self._dots, self._line, self._leave):
            button.clicked.connect(self._choose)
        self.setFixedHeight(theme.px(HEIGHTS[-1]))

    def showEvent(self, event: QShowEvent) -> None:
        """How high it may be depends on the window."""
        super().showEvent(event)
        self._window().installEventFilter(self)
        self.fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names come and go with the room."""
        self.fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is higher or lower now."""
        if event.type() == QEvent.Type.Resize:
            self.fold()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A strip of its own, and the way between the steps."""
        theme, painter = self._theme, QPainter(self)
        paint_area(painter, self.rect(), theme.color("sunken"))
        width = theme.border()
        painter.setPen(QPen(theme.color("line"), width))
        painter.drawLine(QPointF(0, self.height() - width / 2), QPointF(self.width(), self.height() - width / 2))

    def fold(self) -> None:
        """As high and as wordy as the window has room for."""
        size = self._window().size()
        narrow = is_narrow(self._page_theme, size.width())
        height = height_in(self._page_theme, size)
        shape: Shape = "line" if narrow or height < self._theme.px(HEIGHTS[1]) - 8 else self._shape()
        self._line.setVisible(shape == "line" and height > 0)  # what cannot be seen takes no keyboard
        for dot in self._dots:
            dot.setVisible(shape != "line")
            dot.set_named(shape == "all" or (shape == "one" and dot.is_here))
        self._minutes.setVisible(shape != "line" and bool(self._minutes.text()))
        self._leave.set_icon_only(shape == "line")
        self._leave.setVisible(height >= self._theme.px(HEIGHTS[-1]))
        self._leave.setFixedHeight(min(self._theme.px(52), height - 4) if height else 0)
        side = self._theme.px(EDGE if shape == "line" else 20)
        self._row.setContentsMargins(side, 0, 2 if shape == "line" else side, 0)
        self.setFixedHeight(height)

    def _shape(self) -> Shape:
        """All names, if they have room."""
        rest = self._leave.natural_width() + self._theme.px(2 * 20 + EDGE)
        if self._minutes.text():
            rest += self._minutes.sizeHint().width()
        if rest + sum(dot.wide(named=True) for dot in self._dots) <= self.width():
            return "all"
        return "one" if rest + sum(dot.wide(named=dot.is_here) for dot in self._dots) <= self.width() else "line"

    def _window(self) -> QWidget:
        return self.parentWidget() or self

    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("locator"))


def height_in(theme: Theme, window: QSize) -> int:
    """px of a path bar in a *window* of that size: as much as leaves the step its share, or 0 where that is too little.

    A window that is not narrow always has a line of it.
    """
    bars, narrow = theme.of_bars, is_narrow(theme, window.width())
    taken = bar_height(theme, narrow=narrow) + (tabs_height(theme, narrow=True) if narrow else bars.px(PAGE_BAR))
    room = int(window.height() * (1 - LEAST_SHARE)) - taken
    heights = HEIGHTS[-1:] if narrow else HEIGHTS
    if found := next((height for height in map(bars.px, heights) if height <= room), 0):
        return found
    if not narrow:
        return bars.px(HEIGHTS[-1])
    return room if room >= _LEAST_LETTERS * _LINE else 0


class _Dot(Pressable):
    """One step."""

    def __init__(self, theme: Theme, steps: Steps, step: Step, done: frozenset[str], locator: Locator) -> None:
        super().__init__(theme, step.title, "small-strong", across=QSizePolicy.Policy.Fixed)
        self.is_here = step.id == steps.here.id
        self._state = state_of(step, steps.here, done)
        self._number = steps.walk.steps.index(step) + 1
        self._is_first = self._number == 1
        self._named = True
        self.setObjectName(f"step-{self._number}")
        self.setProperty("locator", locator)
        self.setAccessibleName(_spoken(steps.walk, step, is_here=self.is_here, is_done=step.id in done))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        if self.is_here:
            self.setFont(theme.font("small-strong", weight=700))

    def set_named(self, named: bool) -> None:
        """With its title, or as a dot."""
        if named != self._named:
            self._named = named
            self.updateGeometry()
            self.update()

    def wide(self, *, named: bool) -> int:
        """px across, with its title or without."""
        px = self._theme.px
        words = px(GAP) + FittedText(self.text(), self.font()).width if named else 0
        return (px(GAP) if self._is_first else px(DASH)) + px(2 * GAP + MARK) + words

    def sizeHint(self) -> QSize:
        """As wide as it shows now."""
        return QSize(self.wide(named=self._named), self._theme.px(MARK))

    def minimumSizeHint(self) -> QSize:
        """No narrower."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The way to it, its mark, its title."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, middle = px(GAP) if self._is_first else px(DASH), self.height() // 2
        if not self._is_first:
            dash = self._mirrored(QRect(0, middle, px(DASH), 1))
            painter.setPen(QPen(theme.color("line2"), 2))
            painter.drawLine(QPointF(dash.left(), middle), QPointF(dash.left() + dash.width(), middle))
        left += px(GAP)
        mark = self._mirrored(QRect(left, middle - px(MARK) // 2, px(MARK), px(MARK)))
        paint_mark(painter, theme, mark, self._state, self._number, lit=self.underMouse() or self.isDown())
        if self._named:
            words = FittedText(self.text(), self.font())
            left += px(MARK + GAP)
            color = "teal" if self.underMouse() else "ink" if self.is_here else "ink2"
            painter.setPen(theme.color(color))
            top = middle - words.line_height // 2
            words.paint(painter, self._mirrored(QRect(left, top, words.width + 2, words.line_height)), self._start)


class _Line(Pressable):
    """“Step 3 of 5: What to pack”, in letters that fit; pressed, it leads to all steps."""

    def __init__(self, theme: Theme, steps: Steps) -> None:
        words = _("{place}: {title}").format(place=steps.place, title=steps.here.title)
        super().__init__(theme, words, "small-strong")
        self.setObjectName("path-line")
        self.setProperty("locator", path_screen(steps.walk))
        self.setAccessibleName(_("{words}. See all steps").format(words=words))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words."""
        painter = QPainter(self)
        font = QFont(self._theme.font("small-strong", weight=700))
        wide = FittedText(self.text(), font).width
        pixels = min(font.pixelSize(), int(self.height() / _LINE), font.pixelSize() * (self.width() - 2) // wide)
        font.setPixelSize(max(1, pixels))
        painter.setFont(font)
        painter.setPen(self._theme.color("teal" if self.underMouse() else "ink"))
        painter.drawText(self.rect(), self._start | Qt.AlignmentFlag.AlignVCenter, self.text())


def _spoken(walk: Walk, step: Step, *, is_here: bool, is_done: bool) -> str:
    words = _("Step {number}: {title}").format(number=walk.steps.index(step) + 1, title=step.title)
    if is_here:
        return _("{step}. You are here").format(step=words)
    return _("{step}. Seen").format(step=words) if is_done else words
