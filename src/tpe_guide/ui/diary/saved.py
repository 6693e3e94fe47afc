"""Saved: what is on disk now, in words; what a warning sign needs; and a way to mend a slip."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.calendar import meant_day
from tpe_guide.diary.catalogue import Advice, Catalogue
from tpe_guide.diary.model import Entry, ExchangeSession
from tpe_guide.i18n import _, _n
from tpe_guide.navigation import HOME, Locator
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.diary.help_line import HelpLine, leads_to_help
from tpe_guide.ui.diary.saved_entry import SavedEntry
from tpe_guide.ui.diary.warning_panel import WarningPanel, by_urgency
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
    """Shows the entry that was saved last. *phone*: of the person's unit; empty where it is not known."""

    chosen = Signal(Locator)
    edited = Signal(object)
    """An Entry, to be changed."""

    def __init__(
        self,
        theme: Theme,
        diary_session: DiarySession,
        catalogue: Catalogue,
        advise: Callable[[str, str], Sequence[Advice]],
        phone: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._diary_session = diary_session
        self._catalogue = catalogue
        self._advise = advise
        self._phone = phone
        self._entry = entry = diary_session.saved[-1]
        sessions = diary_session.store.sessions()
        self._about = next((one for one in sessions if one.id == entry.session), None)
        body = QWidget()
        self._column = tight(QVBoxLayout(body), theme.px(16))
        self._said: list[str] = []
        self._column.addWidget(self._heading())
        heeded = self._add_what_to_heed(entry)
        self._column.addWidget(self._card(entry, self._about, foot="" if heeded else self._no_verdict()))
        self._column.addWidget(self._tools())
        self._column.addStretch(1)
        self._set_up(centred(theme, body, WIDTH))

    def first_focus(self) -> QWidget:
        """Done: nothing more is asked of the person."""
        return self._done

    def said(self) -> str:
        """How much is on disk now, and what to heed."""
        return " ".join(self._said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tick stands beside its words, or above them."""
        self._head_row.setDirection(beside_if(self.width() >= self._theme.px(_BESIDE_FROM)))

    # --- building -----------------------------------------------------------------------------------------

    def _heading(self) -> QWidget:
        theme = self._theme
        box = QWidget()
        row = self._head_row = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight, box), theme.px(18))
        row.addWidget(Icon(theme, "check", 32, tile="straw", color="on-straw", tile_size=60, round_tile=True))
        column = tight(QVBoxLayout(), 0)
        title = Label(theme, _("Saved"), "h1")
        title.setObjectName("page-title")
        column.addWidget(title)
        count = self._diary_session.store.entry_count
        line = _n("Your diary has {count} entry.", "Your diary has {count} entries.", count)
        where = _("Only on this computer. {count}").format(count=line.format(count=f"{count:,}"))
        counted = Label(theme.of_words, where, "lead", color="ink2")
        counted.setObjectName("count")
        self._said.append(where)
        column.addWidget(counted)
        row.addLayout(column, 1)
        return box

    def _add_what_to_heed(self, entry: Entry) -> bool:
        """The guide's own words for each warning sign, the most pressing first; tells whether there was any."""
        access = self._diary_session.access_of(self._about)
        for sign in by_urgency(self._catalogue, entry.effects):
            panel = WarningPanel(self._theme, self._advise(sign.id, access))
            self._said.append(panel.accessibleName())
            self._column.addWidget(panel)
        if leads_to_help(self._catalogue.help_line, entry.effects):
            line = HelpLine(self._theme, self._catalogue.help_line)
            line.urgent_pressed.connect(self._go_to_urgent)
            self._said.append(line.accessibleName())
            self._column.addWidget(line)
        return len(self._said) > _COUNT

    def _no_verdict(self) -> str:
        """Without a warning sign no verdict, only whom to call when worried."""
        words = _("You ticked no warning sign. If you are worried, call your unit.")
        if self._phone:
            words = _("You ticked no warning sign. If you are worried, call your unit: {number}.").format(
                number=self._phone
            )
        self._said.append(words)
        return words

    def _card(self, entry: Entry, session: ExchangeSession | None, foot: str) -> SavedEntry:
        today = meant_day(self._diary_session.now())
        card = SavedEntry(self._theme, entry, session, self._catalogue, today, foot=foot)
        card.edit.connect(self._on_edit)
        return card

    def _tools(self) -> QWidget:
        theme = self._theme
        # None of them stands where Save stood: the second tap of two would press it.
        self._done = Button(theme, _("Done"), icon="check", size="large")
        self._done.setObjectName("done")
        self._done.clicked.connect(self._go_home)
        another = self._another()
        to_print = Button(theme, _("Print for my nurse"), "text", icon="printer", size="large")
        to_print.setObjectName("print-for-nurse")
        to_print.clicked.connect(self._go_to_nurse)
        return Wrap(theme, (self._done, another, to_print), gap=14, row_gap=12)

    def _another(self) -> Button:
        """The way to the next entry: as this one was written, tapped or typed back from paper."""
        from_paper = self._diary_session.saved_from_paper
        words, icon = (_("Type the next session"), "keyboard") if from_paper else (_("Add another"), "plus")
        another = Button(self._theme, words, "secondary", icon=icon, size="large")
        another.setObjectName("type-next" if from_paper else "add-another")
        another.clicked.connect(self._go_to_type_back if from_paper else self._go_to_log)
        return another

    # --- what is pressed ----------------------------------------------------------------------------------

    def _on_edit(self) -> None:
        self.edited.emit(self._entry)

    def _go_home(self) -> None:
        self.chosen.emit(HOME)

    def _go_to_log(self) -> None:
        self.chosen.emit(Locator("log"))

    def _go_to_type_back(self) -> None:
        self.chosen.emit(Locator("type-back"))

    def _go_to_urgent(self) -> None:
        self.chosen.emit(Locator("urgent"))

    def _go_to_nurse(self) -> None:
        self.chosen.emit(Locator("nurse"))


_COUNT = 1
