"""What was picked, for a phone: square codes that carry the words themselves, one after another, and the same words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _, _p
from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.accessible_role import make_stop
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.centred import centred
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.rebuild import rebuild_column
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.scrolling import KeptInSight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.take_home.finger import for_fingers
from tpe_guide.ui.take_home.square import Square

WIDTH = 1100
BESIDE_FROM = 640
"""px at 100 %: from there on title and words stand beside the square, on a screen that is wider than high."""
LARGEST = 560
"""px: no phone needs more."""
_ABOUT = 24
"""px of ground about the square at the least."""
PICKS = Locator("take-home")


class PhonePage(Screen):
    """Shows the codes for *texts*; without any, it says that nothing is picked."""

    chosen = Signal(Locator)

    def __init__(self, theme: Theme, texts: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._texts = texts
        self._number = 0
        self._square: Square | None = None
        self._body = QWidget()
        self._column = tight(QVBoxLayout(self._body), theme.px(14))
        bar = self._bottom()
        self._fill()
        self._area = self._set_up(centred(theme, self._body, WIDTH), bar)
        self._sight = KeptInSight(self._area, _ABOUT // 2)
        self._keep_square_in_sight()

    def first_focus(self) -> QWidget:
        """The next square where there is one, or the way back."""
        return self._body.findChild(QWidget, "next-square") or self._back

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words beside the square where there is room for both; the square never higher than what is seen."""
        self._arrange()

    def _fill(self) -> None:
        theme, column = self._theme, self._column
        self._title = Label(theme, _("For your phone"), "h1")
        self._title.setObjectName("page-title")
        column.addWidget(self._title)
        if not self._texts:
            column.addWidget(Label(theme, _("Nothing is ticked yet. Go back and tick what you want."), "lead"))
            return
        holder, words = QWidget(), QWidget()
        self._sides = tight(QBoxLayout(QBoxLayout.Direction.TopToBottom, holder), theme.px(24))
        self._square = Square(self._texts[self._number], self._spoken(), LARGEST)
        self._sides.addWidget(self._square, 0, Qt.AlignmentFlag.AlignTop)
        self._sides.addWidget(words, 1, Qt.AlignmentFlag.AlignTop)
        self._words = tight(QVBoxLayout(words), theme.px(10))
        self._add_words()
        column.addWidget(holder)
        self._arrange()

    def _add_words(self) -> None:
        theme, column = self._theme, self._words
        if len(self._texts) > 1:
            which = Label(theme, self._which(), "h2")
            which.setObjectName("which-square")
            column.addWidget(which)
            column.addWidget(self._next())
        for words in (
            _("Point the camera of your phone at the square. Your phone shows the words."),
            _("The square holds the words themselves. Your phone needs no internet for it."),
        ):
            column.addWidget(Label(theme, words, "body"))
        column.addWidget(Label(theme, _("This is what it holds"), "h3"))
        text = self._texts[self._number]
        card = Card(theme)
        inside = QVBoxLayout(card)
        pad = theme.px(16)
        inside.setContentsMargins(pad, pad, pad, pad)
        inside.addWidget(Label(theme, text, "body"))
        make_stop(card, text)
        card.setObjectName("what-it-holds")
        column.addWidget(card)
        search = _("Some phones offer to search for the words. You need not: a search sends them to a company.")
        column.addWidget(Label(theme, search, "small", color="ink2"))

    def _which(self) -> str:
        return _("Square {number} of {count}").format(number=self._number + 1, count=len(self._texts))

    def _spoken(self) -> str:
        return _("{which}. A phone reads from it what is written here.").format(which=self._which())

    def _next(self) -> Button:
        last = self._number == len(self._texts) - 1
        words = _("First square again") if last else _("Next square")
        button = Button(self._theme, words, icon_after="arrow-right", size="medium")
        for_fingers(button, "next-square").clicked.connect(self._turn)
        return button

    def _bottom(self) -> BottomBar:
        theme = self._theme.of_bars
        self._back = Button(theme, _("What I ticked"), "secondary", icon="arrow-left", short=_p("direction", "Back"))
        for_fingers(self._back, "to-picks").clicked.connect(lambda: self.chosen.emit(PICKS))
        return BottomBar(self._theme, self._back)

    def _turn(self) -> None:
        """After the last, the first again."""
        self._number = (self._number + 1) % len(self._texts)
        rebuild_column(self._area, self._column, self._fill)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._keep_square_in_sight()
        announce(self, self._which())

    def _keep_square_in_sight(self) -> None:
        if self._square is not None:
            self._sight.keep(self._square)

    def _arrange(self) -> None:
        self._fit_title(self._title)
        if self._square is None:
            return
        beside = self.width() >= max(self._theme.px(BESIDE_FROM), self.height())
        self._sides.setDirection(beside_if(beside))
        across = Qt.AlignmentFlag(0) if beside else Qt.AlignmentFlag.AlignHCenter
        self._sides.setAlignment(self._square, Qt.AlignmentFlag.AlignTop | across)
        (self._words if beside else self._column).insertWidget(0, self._title)
        self._square.set_most(min(LARGEST, self.width() - _ABOUT, self.height() - 2 * self._theme.px(_ABOUT)))
