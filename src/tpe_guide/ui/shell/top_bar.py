"""The bar above every screen: back, the places, text size, settings, and Urgent help always at the right.

For whoever sits at a kiosk it stands below the screen.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QWidget

from tpe_guide.i18n import _, _p
from tpe_guide.navigation import Place, ScreenId
from tpe_guide.policy import Policy
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.drawing import Drawing
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.one_press import Deliberate
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.frame import MIDDLE_FROM, WIDE_FROM, bar_height
from tpe_guide.ui.shell.places import Places, paint_mark, paint_pill, you_are_here
from tpe_guide.ui.shell.text_size import SLIM_WIDTH, TextSize


class _Fold(NamedTuple):
    """How much of the bar is shown at one degree of narrowness."""

    room: float = 0
    """px at 100 % from which on it may be used."""
    margin: int = 8
    gap: int = 6
    places: bool = False
    place_icons: bool = False
    name: bool = False
    percent: bool = False
    settings_words: bool = False
    finish_words: bool = True
    urgent_words: bool = True
    urgent_icon: bool = True
    slim: bool = False


_FOLDS_AT_MOST = 3
"""Times in a row: two widths may each lead to the other."""
_FOLDS = (
    _Fold(WIDE_FROM, 20, places=True, place_icons=True, name=True, percent=True, settings_words=True),
    _Fold(MIDDLE_FROM, 20, places=True, settings_words=True),
    _Fold(20, 20, percent=True, settings_words=True),
    _Fold(percent=True),
    _Fold(),
    _Fold(finish_words=False),
    _Fold(finish_words=False, urgent_words=False),
    _Fold(margin=4, gap=2, finish_words=False, urgent_words=False, urgent_icon=False),
    _Fold(margin=4, gap=2, finish_words=False, urgent_words=False, urgent_icon=False, slim=True),
)


class TopBar(QWidget):
    """Tools of the whole window. Folds its words, then its parts, as room grows scarce; Urgent help stays.

    Where the places have no room in it, it is ``narrow``, and they stand in tabs below the screen.
    """

    back = Signal()
    home = Signal()
    chosen = Signal(str)
    """A place."""
    search = Signal()
    smaller = Signal()
    larger = Signal()
    settings = Signal()
    urgent = Signal()
    finish = Signal()
    narrow_changed = Signal(bool)
    pointer_left = Signal()

    def __init__(self, theme: Theme, policy: Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.percent = theme.name, theme.percent
        self._whole = theme
        theme = theme.of_bars
        self._theme = theme
        self.narrow = False
        self.has_pointer = False
        self._is_folding = False
        self._searches = policy.typing
        self._is_low = policy.bars_low
        self._start = _Start(theme)
        self._start.back.clicked.connect(self.back)
        self._start.brand.clicked.connect(self.home)
        self._places = Places(theme, policy)
        self._places.chosen.connect(self.chosen)
        self._search = self._tool(_("Search"), "search", "search")
        self._search.clicked.connect(self.search)
        self._size = TextSize(theme, self._whole.percent)
        self._size.smaller.connect(self.smaller)
        self._size.larger.connect(self.larger)
        self._settings = self._tool(_("Settings"), "case-sensitive", "settings")
        self._settings.clicked.connect(self.settings)
        self._finish = self._tool(_("Finish"), "log-out", "finish", short=_("Finish"))
        self._finish.setAccessibleName(_("Finish and wipe this screen"))
        self._finish.clicked.connect(self.finish)
        self._finish.setVisible(not policy.remembers and not policy.may_quit)
        self._urgent = self._urgent_button(policy)
        self._urgent.clicked.connect(self.urgent)
        self._lay_out()

    def show_place(self, place: Place | None, screen: ScreenId, *, can_go_back: bool) -> None:
        """The person is in *place*, or in none but at the *screen* of a tool; and came from somewhere or not."""
        self._places.show_place(place)
        if [self._search.show_here(screen == "search"), self._settings.show_here(screen == "look")].count(True):
            self.update()
        self._start.offer_back(can_go_back)

    def show_percent(self, percent: int) -> None:
        """Text is at *percent* now; all else stays as it is, under the finger that pressed."""
        self.percent = percent
        self._size.show_percent(percent)

    def fold(self) -> None:
        """Give up words in order of need until everything fits.

        What is shown has Qt lay the window out at once, which may make this bar wider or narrower meanwhile.
        """
        if self._is_folding:
            return
        self._is_folding = True
        try:
            for __ in range(_FOLDS_AT_MOST):
                width = self.width()
                self._fold_once()
                if self.width() == width:
                    break
        finally:
            self._is_folding = False

    def _fold_once(self) -> None:
        room = self.width() / self._whole.scale
        for fold in _FOLDS:
            if room >= fold.room:
                self._show_as(fold)
                if self._row.sizeHint().width() <= self.width():
                    break
        if self.narrow != (not fold.places):
            self.narrow = not fold.places
            self.narrow_changed.emit(self.narrow)
        self.setFixedHeight(bar_height(self._whole, narrow=self.narrow))

    def enterEvent(self, event: QEnterEvent) -> None:
        """While the pointer is here, nothing moves away from under it."""
        self.has_pointer = True

    def leaveEvent(self, event: QEvent) -> None:
        """Now it may be made anew."""
        self.has_pointer = False
        self.pointer_left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold to the new width."""
        self.fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold again when a font arrives late."""
        if event.type() == QEvent.Type.FontChange:
            self.fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Card fill and a line towards the screen."""
        painter = QPainter(self)
        paint_area(painter, self.rect(), self._theme.color("card"))
        width = self._theme.border()
        painter.setPen(QPen(self._theme.color("line"), width))
        edge = width / 2 if self._is_low else self.height() - width / 2
        painter.drawLine(QPointF(0, edge), QPointF(self.width(), edge))
        for tool in (self._search, self._settings):
            if tool.is_here and tool.isVisible():
                paint_mark(painter, tool, self, self._theme)

    def _tool(self, words: str, icon: str, name: str, short: str = "") -> _Tool:
        button = _Tool(self._theme, words, "tool", icon=icon, short=short, size="tool", icon_size=24, padding=10)
        button.setObjectName(name)
        return button

    def _urgent_button(self, policy: Policy) -> Button:
        words = _("Urgent help") if policy.dials else _("Feeling unwell? Tell staff now.")
        icon = "phone-call" if policy.dials else "triangle-alert"
        short = _("Urgent") if policy.dials else _("Tell staff")
        button = Button(self._theme, words, "urgent-outline", icon=icon, short=short, size="tool", padding=16)
        button.setObjectName("urgent")
        return button

    def _lay_out(self) -> None:
        row = self._row = tight(QHBoxLayout(self), self._theme.px(6))
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._start, 0, middle)
        row.addWidget(self._places)
        row.addStretch(1)
        # What ends a visit stands away from what calls for help.
        for widget in (self._finish, self._search, self._size, self._settings, self._urgent):
            row.addWidget(widget, 0, middle)

    def _show_as(self, fold: _Fold) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(fold.margin), 0, px(fold.margin), 0)
        self._row.setSpacing(px(fold.gap))
        self._start.fold(words=fold.name, slim=fold.slim)
        self._places.setVisible(fold.places)
        self._places.set_icons_shown(fold.place_icons)
        self._search.setVisible(fold.places and self._searches)
        self._size.fold(percent=fold.percent, slim=fold.slim)
        self._settings.set_icon_only(not fold.settings_words, slim=fold.slim)
        self._finish.set_icon_only(not fold.finish_words, slim=fold.slim)
        self._urgent.set_compact(not fold.urgent_words)
        self._urgent.set_bare(not fold.urgent_icon)
        self._row.invalidate()


class _Tool(Button):
    """Leads to a screen that lies over every place, and shows when one is there."""

    is_here = False

    def show_here(self, here: bool) -> bool:
        """One is there, or not. Returns whether that is news."""
        if here == self.is_here:
            return False
        self.is_here = here
        self.setAccessibleName(you_are_here(self.text()) if here else self.text())
        self.update()
        return True

    def _paint_shape(self, painter: QPainter) -> None:
        if self.is_here:
            paint_pill(painter, self, self._theme, here=True)
        else:
            super()._paint_shape(painter)


class _Start(QWidget):
    """Where the bar begins: the way back, or the mark where there is none. As wide with the one as with the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.brand = _Brand(theme)
        self.back = Button(
            theme, _p("direction", "Back"), "text", icon="arrow-left", size="tool", icon_size=26, padding=10
        )
        self.back.setObjectName("go-back")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.brand)
        self._stack.addWidget(self.back)

    def offer_back(self, offered: bool) -> None:
        """Show the way back, or the mark."""
        self._stack.setCurrentWidget(self.back if offered else self.brand)

    def fold(self, *, words: bool, slim: bool) -> None:
        """With the name of the guide and the word “Back”, or without; as narrow as a finger."""
        self.brand.show_name(words)
        self.back.set_icon_only(not words)
        wide = max(self.brand.sizeHint().width(), self.back.sizeHint().width())
        self.setFixedSize(SLIM_WIDTH if slim else wide, self._theme.px(52))


class _Brand(Deliberate):
    """The mark and the name; pressing it goes home."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._named = True
        self._mark = Drawing(theme, "mark", 40, self)
        self._mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName("home")
        self.setText(_("TPE Guide"))
        self.setAccessibleName(_("Home: where are you today?"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_name(self, shown: bool) -> None:
        """The mark with the name, or the mark alone."""
        if shown != self._named:
            self._named = shown
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """The mark, and the name if it is shown."""
        words = QFontMetrics(self._theme.font("title")).horizontalAdvance(self.text()) if self._named else 0
        return QSize(self._theme.px(52) + words, self._theme.px(52))

    def minimumSizeHint(self) -> QSize:
        """The mark."""
        return QSize(self._mark.width(), self._mark.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the mark in the middle of its height."""
        left = self._theme.px(4) if self._named else (self.width() - self._mark.width()) // 2
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - self._mark.width() - left
        self._mark.move(left, (self.height() - self._mark.height()) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The name beside the mark."""
        if not self._named:
            return
        painter = QPainter(self)
        painter.setFont(self._theme.font("title"))
        painter.setPen(self._theme.color("ink"))
        beside = self.rect().adjusted(self._theme.px(52), 0, 0, 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            beside = self.rect().adjusted(0, 0, -self._theme.px(52), 0)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text())
