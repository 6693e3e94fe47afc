"""Saved: what is on disk now, in words, and a way back from a slip."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.calendar import meant_day
from tpe_guide.diary.catalogue import Advice, Catalogue
from tpe_guide.diary.model import Entry, ExchangeSession
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _, _n
from tpe_guide.navigation import HOME, Locator
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.diary.help_line import HelpLine, leads_to_help
from tpe_guide.ui.diary.saved_entry import SavedEntry
from tpe_guide.ui.diary.warning_panel import WarningPanel, most_pressing
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.centred import centred
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap

WIDTH = 780
_BESIDE_FROM = 240


class SavedPage(Screen):
    """Shows what was saved since the program started, newest first. Nothing is gone before it can be undone."""

    chosen = Signal(Locator)

    def __init__(
        self,
        theme: Theme,
        diary_session: DiarySession,
        catalogue: Catalogue,
        advise: Callable[[str, str], Sequence[Advice]],
        say: Callable[[TpeGuideError], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._diary_session = diary_session
        self._catalogue = catalogue
        self._advise = advise
        self._say = say
        self._cards: dict[int, SavedEntry] = {}
        self._newest_first = list(reversed(diary_session.saved))
        self._body = QWidget()
        self._column = tight(QVBoxLayout(self._body), theme.px(16))
        self._fill()
        self._set_up(centred(theme, self._body, WIDTH), self._bottom())

    def first_focus(self) -> QWidget:
        """Home: nothing more is asked of the person."""
        return self._home

    def said(self) -> str:
        """What is on disk now, and what to heed."""
        return " ".join(self._said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tick stands beside its words, or above them."""
        self._fold()

    # --- building -----------------------------------------------------------------------------------------

    def _fill(self) -> None:
        newest = self._newest_first[0]
        there = newest.id not in self._diary_session.removed
        self._said: list[str] = []
        self._column.addWidget(self._heading(_("Saved") if there else _("Removed"), "check" if there else "trash-2"))
        if there:
            self._column.addWidget(self._what_to_heed(newest))
        self._column.addWidget(self._entry(0))
        self._column.addWidget(self._tools())
        if len(self._newest_first) > 1:
            self._column.addSpacing(self._theme.px(8))
            self._column.addWidget(Label(self._theme, _("Saved before that"), "h3"))
        for at in range(1, len(self._newest_first)):
            self._column.addWidget(self._entry(at))

    def _heading(self, words: str, icon: str) -> QWidget:
        theme = self._theme
        box = QWidget()
        row = self._head_row = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight, box), theme.px(18))
        row.addWidget(Icon(theme, icon, 32, tile="straw", color="on-straw", tile_size=60, round_tile=True))
        column = QVBoxLayout()
        column.setSpacing(0)
        title = Label(theme, words, "h1")
        title.setObjectName("page-title")
        column.addWidget(title)
        count = len(self._diary_session.store.entries())
        line = _n("Your diary has {count} entry.", "Your diary has {count} entries.", count)
        counted = Label(theme, line.format(count=count), "lead", color="ink2")
        self._said += [f"{words}.", counted.text()]
        counted.setObjectName("count")
        column.addWidget(counted)
        row.addLayout(column, 1)
        self._fold()
        return box

    def _fold(self) -> None:
        self._head_row.setDirection(beside_if(self.width() >= self._theme.px(_BESIDE_FROM)))

    def _what_to_heed(self, entry: Entry) -> QWidget:
        """The guide's own words for a warning sign; without one, no verdict, only whom to call when worried."""
        sign = most_pressing(self._catalogue, entry.effects)
        if sign is not None:
            panel = WarningPanel(self._theme, self._advise(sign.id, self._access_of(entry)))
            self._said.append(panel.accessibleName())
            return panel
        if leads_to_help(self._catalogue.help_line, entry.effects):
            line = HelpLine(self._theme, self._catalogue.help_line)
            line.urgent_pressed.connect(self._go_to_urgent)
            self._said.append(line.accessibleName())
            return line
        words = _("You ticked no warning sign. If you are worried, call your unit.")
        self._said.append(words)
        return Label(self._theme, words, "body")

    def _entry(self, at: int) -> SavedEntry:
        entry = self._newest_first[at]
        session = self._session_of(entry)
        card = SavedEntry(
            self._theme,
            entry,
            session,
            self._catalogue,
            meant_day(self._diary_session.now()),
            removed=entry.id in self._diary_session.removed,
            went=self._diary_session.went.get(entry.id),
            number=at,
        )
        card.remove.connect(self._remove)
        card.undo.connect(self._undo)
        self._cards[at] = card
        return card

    def _session_of(self, entry: Entry) -> ExchangeSession | None:
        return next((one for one in self._diary_session.store.sessions() if one.id == entry.session), None)

    def _access_of(self, entry: Entry) -> str:
        session = self._session_of(entry)
        return session.access if session and session.access != "unknown" else self._diary_session.access

    def _tools(self) -> QWidget:
        another = Button(self._theme, _("Add another"), "secondary", icon="plus", size="medium")
        another.setObjectName("add-another")
        another.clicked.connect(self._go_to_log)
        to_print = Button(self._theme, _("Print for my nurse"), "secondary", icon="printer", size="medium")
        to_print.setObjectName("print-for-nurse")
        to_print.clicked.connect(self._go_to_nurse)
        return Wrap(self._theme, (another, to_print), gap=12, row_gap=12)

    def _bottom(self) -> BottomBar:
        theme = self._theme.of_bars
        self._home = Button(theme, _("Home"), "secondary", icon="house", short=_("Home"))
        self._home.setObjectName("go-home")
        self._home.clicked.connect(self._go_home)
        # Nothing stands where Save stood: the second tap of two would press it.
        return BottomBar(self._theme, self._home)

    # --- what is pressed ------------------------------------------------------------------------------------

    def _remove(self, number: int) -> None:
        self._change(self._diary_session.remove, number)

    def _undo(self, number: int) -> None:
        self._change(self._diary_session.put_back, number)

    def _change(self, do: Callable[[Entry], None], number: int) -> None:
        try:
            do(self._newest_first[number])
        except TpeGuideError as error:
            self._say(error)
            return
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._fill()
        card = self._cards[number]
        card.show()
        card.button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.said())

    def _go_home(self) -> None:
        self.chosen.emit(HOME)

    def _go_to_log(self) -> None:
        self.chosen.emit(Locator("log"))

    def _go_to_urgent(self) -> None:
        self.chosen.emit(Locator("urgent"))

    def _go_to_nurse(self) -> None:
        self.chosen.emit(Locator("nurse"))
