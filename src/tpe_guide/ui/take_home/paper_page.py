"""What was picked, on paper: how the printer stands first, then how many sheets, then what became of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _, _n, _p
from tpe_guide.kiosk.take_home import Picks
from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.centred import centred
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.rebuild import rebuild_column
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.take_home.finger import for_fingers
from tpe_guide.ui.take_home.said_of_paper import said
from tpe_guide.ui.take_home.state import OnPaper, TakeHomeState

WIDTH = 860
PICKS, PHONE = Locator("take-home"), Locator("take-home", "phone")


class PaperPage(Screen):
    """Promises nothing before the printer has said that it is ready; else the phone is offered."""

    chosen = Signal(Locator)

    def __init__(self, theme: Theme, state: TakeHomeState, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._state = state
        self._body = QWidget()
        self._column = tight(QVBoxLayout(self._body), theme.px(14))
        self._said = ""
        self._shown: tuple[object, ...] = ()
        bar = self._bottom()
        self._fill()
        self._area = self._set_up(centred(theme, self._body, WIDTH), bar)
        state.changed.connect(self._on_changed)
        state.get_ready()

    def first_focus(self) -> QWidget:
        """The way back: what can be printed is known a moment later."""
        return self._back

    def _on_changed(self) -> None:
        """Made anew, but only for what is seen: the printer is asked again and again."""
        if self._shown == self._seen():
            return
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None and self._body.isAncestorOf(focused) else ""
        before = self._said
        rebuild_column(self._area, self._column, self._fill)
        if name:
            (self._body.findChild(QWidget, name) or self._back).setFocus()
        if self._said != before:
            announce(self, self._said)

    def _seen(self) -> tuple[object, ...]:
        state = self._state
        return said(state.printer), state.sheets("list"), state.sheets("booklet"), state.sheets_left, state.cannot_make

    def _fill(self) -> None:
        theme, column, state = self._theme, self._column, self._state
        self._shown = self._seen()
        title = Label(theme, _("On paper"), "h1")
        title.setObjectName("page-title")
        column.addWidget(title)
        if state.picks == Picks():
            self._said = _("Nothing is ticked yet. Go back and tick what you want.")
            column.addWidget(Label(theme, self._said, "lead"))
            return
        self._said = (
            _("It could not be set on paper. Nothing was printed.") if state.cannot_make else said(state.printer)
        )
        column.addWidget(self._told())
        standing, sent = state.printer.standing, state.printer.sent
        if standing == "ready" and sent != "handing" and not state.cannot_make:
            self._offer()
        elif sent != "handing" and standing != "asking":
            self._offer_phone()

    def _told(self) -> QWidget:
        theme = self._theme
        card = Card(theme, fill="straw50", bar="straw", radius=16)
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.px(26), theme.px(14), theme.px(20), theme.px(14))
        words = Label(theme, self._said, "lead")
        words.setObjectName("said-of-paper")
        column.addWidget(words)
        return card

    def _offer(self) -> None:
        theme, column, state = self._theme, self._column, self._state
        left = _n("You may print {count} sheet now.", "You may print {count} sheets now.", state.sheets_left)
        none_left = _("You have printed all that one visit may print.")
        column.addWidget(Label(theme, left.format(count=state.sheets_left) if state.sheets_left else none_left, "body"))
        if not state.sheets_left:
            self._offer_phone()
            return
        self._add_way("list", _("Print my list"), "primary")
        if state.picks.pages:
            self._add_way("booklet", _("Print the pages"), "secondary")
        column.addSpacing(theme.px(8))
        for words in self._before_you_print():
            column.addWidget(Label(theme, words, "body", color="ink2"))

    def _before_you_print(self) -> list[str]:
        words = [_("When you finish, what still waits is taken back. A sheet on its way may still come out.")]
        if self._state.rule.keeps_copies:
            words.append(_("The print system of this screen may keep a copy for a while."))
        return words

    def _add_way(self, what: OnPaper, words: str, kind: str) -> None:
        """A button that says how many sheets it will be; in its place why not, if there are too many."""
        theme, sheets = self._theme, self._state.sheets(what)
        if sheets is None:
            self._column.addWidget(Label(theme, _("{what}: counting the sheets …").format(what=words), "body"))
        elif sheets > self._state.sheets_left:
            many = _("{what}: {count} sheets. That is more than you may print. Tick fewer pages.")
            if what == "list":
                many = _("{what}: {count} sheets. That is more than you may print. Tick less.")
            self._column.addWidget(Label(theme, many.format(what=words, count=sheets), "body"))
        else:
            count = _n("{count} sheet", "{count} sheets", sheets).format(count=sheets)
            button = Button(theme, f"{words}: {count}", kind, icon="printer", size="medium")  # type: ignore[arg-type]
            for_fingers(button, f"print-{what}").clicked.connect(partial(self._state.print, what))
            self._column.addWidget(button)

    def _offer_phone(self) -> None:
        phone = Button(self._theme, _("Show it to my phone"), icon="smartphone", size="medium")
        for_fingers(phone, "to-phone").clicked.connect(partial(self.chosen.emit, PHONE))
        self._column.addWidget(phone)
        if self._state.printer.sent in ("", "refused") and self._state.printer.standing != "untold":
            again = Button(self._theme, _("Ask the printer again"), "secondary", icon="rotate-ccw", size="medium")
            for_fingers(again, "ask-again").clicked.connect(self._state.get_ready)
            self._column.addWidget(again)

    def _bottom(self) -> BottomBar:
        theme = self._theme.of_bars
        self._back = Button(theme, _("What I ticked"), "secondary", icon="arrow-left", short=_p("direction", "Back"))
        for_fingers(self._back, "to-picks").clicked.connect(lambda: self.chosen.emit(PICKS))
        return BottomBar(self._theme, self._back, None, None)
