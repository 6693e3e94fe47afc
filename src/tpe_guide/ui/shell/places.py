"""The four places in the bar and, where that is narrow, in tabs below: where one is and where else one can go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from tpe_guide.i18n import _
from tpe_guide.navigation import Place
from tpe_guide.policy import Policy
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.frame import tabs_height

Shape = Literal["beside", "above", "words"]
"""Where the icon stands: beside the words, above them, or nowhere."""
_LEAST_LETTERS = 16
"""px: smaller ones only where no shape has room for them."""
_RING = 7
"""px that the ring of the keyboard takes around what has it."""
_SHAPES: tuple[Shape, ...] = ("beside", "above", "words")
_PILL, _RADIUS, _MARK = 52, 10, 5
"""px at 100 %: the height of a place in the bar, its corners, and the line that says “you are here”."""


class _Way(NamedTuple):
    """One way that bar and tabs offer."""

    id: str
    words: Callable[[], str]
    icon: str
    allowed: Callable[[Policy], bool]


def _always(policy: Policy) -> bool:
    return True


def _diary(policy: Policy) -> bool:
    return policy.diary


def _typing(policy: Policy) -> bool:
    return policy.typing


def _takes_home(policy: Policy) -> bool:
    return policy.takes_home


_SEARCH = _Way("search", lambda: _("Search"), "search", _typing)
_WAYS = (
    _Way("today", lambda: _("Today"), "sun", _always),
    _Way("guide", lambda: _("Guide"), "book-open", _always),
    _Way("session", lambda: _("My session"), "calendar-days", _diary),
    _Way("diary", lambda: _("My diary"), "notebook-pen", _diary),
    _Way("take-home", lambda: _("Take it home"), "smartphone", _takes_home),
)


class PlaceButton(Pressable):
    """One place. As a *tab* it takes its share of the window, however narrow that is."""

    def __init__(self, theme: Theme, way: _Way, *, tab: bool, parent: QWidget | None = None) -> None:
        policy = QSizePolicy.Policy.Expanding if tab else QSizePolicy.Policy.Fixed
        super().__init__(theme, way.words(), "small-strong", parent=parent)
        self.setSizePolicy(policy, policy)
        self.setObjectName(f"{'tab' if tab else 'to'}-{way.id}")
        self.is_here = False
        """The person is in this place. Not “checked”: a screen reader would take a way for a box to tick."""
        self._icon = way.icon
        self._tab = tab
        self._shape: Shape = "beside"

    def set_shape(self, shape: Shape) -> None:
        """Put the icon there."""
        if shape != self._shape:
            self._shape = shape
            self.updateGeometry()
            self.update()

    def fit_letters(self, room: int) -> int:
        """px of the largest letters, up to those of the design, in which its shape is no wider than *room* px."""
        words = FittedText(self.text(), self._theme.font("small-strong"))
        if self._shape == "words":
            return words.shrunk_to(room).font.pixelSize()
        return min(words.font.pixelSize(), words.font.pixelSize() * room // words.width)

    def set_letters(self, pixels: int) -> None:
        """Say the words in letters of that many *pixels*."""
        font = self.font()
        font.setPixelSize(pixels)
        self.setFont(font)

    def show_here(self, here: bool) -> bool:
        """The person is in this place, or not. Returns whether that is news: a page that is turned changes no bar."""
        if here == self.is_here:
            return False
        self.is_here = here
        self.update()
        self.setAccessibleName(you_are_here(self.text()) if here else self.text())
        return True

    def sizeHint(self) -> QSize:
        """Its words on one line, with the icon where that stands."""
        px, words = self._theme.px, self._words().width
        if self._shape == "above":
            return QSize(max(words, px(24)) + px(4), px(_PILL))
        return QSize(words + px(58 if self._shape == "beside" else 24), px(_PILL))

    def minimumSizeHint(self) -> QSize:
        """The same, but for a tab."""
        return QSize(0, 0) if self._tab else self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pill in its state, icon and words."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_pill(painter)
        painter.setPen(theme.color("on-straw" if self.isDown() else "ink"))
        match self._shape:
            case "above":
                self._paint_stacked(painter)
            case "beside":
                self._paint_in_line(painter)
            case "words":
                self._paint_words(painter)

    def _paint_pill(self, painter: QPainter) -> None:
        paint_pill(painter, self, self._theme, here=self.is_here and not self._tab)

    def _paint_stacked(self, painter: QPainter) -> None:
        size, words = self._theme.px(24), self._words()
        top = (self.height() - size - words.line_height) // 2 + self._theme.px(1)
        draw_icon(painter, self._icon, QRectF((self.width() - size) / 2, top, size, size), painter.pen().color())
        words.paint(painter, QRect(0, top + size, self.width(), words.line_height), Qt.AlignmentFlag.AlignHCenter)

    def _paint_in_line(self, painter: QPainter) -> None:
        size, gap, words = self._theme.px(24), self._theme.px(10), self._words()
        left = (self.width() - size - gap - words.width) // 2
        icon = self._mirrored(QRect(left, (self.height() - size) // 2, size, size))
        draw_icon(painter, self._icon, QRectF(icon), painter.pen().color())
        place = QRect(left + size + gap, (self.height() - words.line_height) // 2, words.width + 1, words.line_height)
        words.paint(painter, self._mirrored(place), Qt.AlignmentFlag.AlignHCenter)

    def _paint_words(self, painter: QPainter) -> None:
        """On as many lines as it takes."""
        words = self._words()
        height = words.height_in(self.width())
        place = QRect(0, (self.height() - height) // 2, self.width(), height)
        words.paint(painter, place, Qt.AlignmentFlag.AlignHCenter)

    def _words(self) -> FittedText:
        return FittedText(self.text(), self.font())


def paint_pill(painter: QPainter, button: QAbstractButton, theme: Theme, *, here: bool) -> None:
    """What lies beneath the words of a *button* of the bar, in its state; *here*: it leads to where one is."""
    fill = "straw" if button.isDown() else "straw100" if here else ""
    edge = "straw" if here and theme.is_contrast else "teal" if button.underMouse() and not button.isDown() else ""
    width = theme.border(2)
    painter.setPen(QPen(theme.color(edge), width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    inset, radius = width / 2, theme.px(_RADIUS)
    painter.drawRoundedRect(QRectF(button.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)


def paint_mark(painter: QPainter, button: QWidget, bar: QWidget, theme: Theme) -> None:
    """The line at the lower edge of *bar* below the *button* of where one is."""
    height = theme.px(_MARK)
    paint_area(painter, QRect(button.x(), bar.height() - height, button.width(), height), theme.color("ink"))


def you_are_here(words: str) -> str:
    """What a screen reader is told of the button of where one is."""
    return _("{place}: you are here").format(place=words)


class Places(QWidget):
    """The places beside one another, in the bar; a line at its lower edge says “you are here”."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, policy: Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._row = tight(QHBoxLayout(self), theme.px(4))
        self._buttons = [PlaceButton(theme, way, tab=False, parent=self) for way in _WAYS if way.allowed(policy)]
        for button in self._buttons:
            button.clicked.connect(self._choose)
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_place(self, place: Place | None) -> None:
        """The person is in *place*, or in none of them."""
        if [button.show_here(button.objectName() == f"to-{place}") for button in self._buttons].count(True):
            self.update()

    def set_icons_shown(self, shown: bool) -> None:
        """With their icons, or words alone."""
        for button in self._buttons:
            button.set_shape("beside" if shown else "words")
        self._row.invalidate()  # whoever folds the bar asks at once how wide it is
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line below the place where one is."""
        for button in self._buttons:
            if button.is_here:
                paint_mark(QPainter(self), button, self, self._theme)

    def _choose(self) -> None:
        self.chosen.emit(self.sender().objectName().removeprefix("to-"))


class Tabs(QWidget):
    """The places, and search, below the screen of a narrow window; each as wide as the others."""

    chosen = Signal(str)
    search = Signal()

    def __init__(self, theme: Theme, policy: Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(tabs_height(theme, narrow=True))
        theme = theme.of_bars
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(_RING, theme.px(_MARK) + 1, _RING, _RING)
        row.setSpacing(2)
        ways = (way for way in (*_WAYS, _SEARCH) if way.allowed(policy))
        self._buttons = [PlaceButton(theme, way, tab=True, parent=self) for way in ways]
        for button in self._buttons:
            button.clicked.connect(self._choose)
            row.addWidget(button, 1)

    def show_place(self, place: Place | None, *, searching: bool) -> None:
        """The person is in *place*, or in none of them; or looks for something."""
        here = _SEARCH.id if searching else place
        if [button.show_here(button.objectName() == f"tab-{here}") for button in self._buttons].count(True):
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Icons beside the words where there is room, above them where there is less, else words alone; all in
        letters small enough for the longest."""
        share = self.width() // len(self._buttons) - 2 * _RING
        for shape in _SHAPES:
            for button in self._buttons:
                button.set_shape(shape)
            room = self.width() if shape == "beside" else share
            letters = min(button.fit_letters(room) for button in self._buttons)
            for button in self._buttons:
                button.set_letters(letters)
            if letters >= _LEAST_LETTERS and all(
                button.sizeHint().width() <= share + _RING for button in self._buttons
            ):
                break

    def paintEvent(self, event: QPaintEvent) -> None:
        """Card fill, a line above, and the whole cell of the place where one is."""
        theme, painter = self._theme, QPainter(self)
        paint_area(painter, self.rect(), theme.color("card"))
        for button in self._buttons:
            if button.is_here:
                cell = QRect(button.x() - 1, 0, button.width() + 2, self.height())
                paint_area(painter, cell, theme.color("straw100"))
                paint_area(painter, QRect(cell.x(), 0, cell.width(), theme.px(_MARK)), theme.color("ink"))
        width = theme.border()
        painter.setPen(QPen(theme.color("line2"), width))
        painter.drawLine(QPointF(0, width / 2), QPointF(self.width(), width / 2))

    def _choose(self) -> None:
        way = self.sender().objectName().removeprefix("tab-")
        if way == _SEARCH.id:
            self.search.emit()
        else:
            self.chosen.emit(way)
