"""Keep my diary safe: backups, files, and who can open it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide import paths
from tpe_guide.diary import folder
from tpe_guide.diary.exchange import SUFFIX
from tpe_guide.diary.rotation import DAYS, WEEKS
from tpe_guide.diary.rotation import SUFFIX as BACKUP_SUFFIX
from tpe_guide.errors import TpeGuideError
from tpe_guide.files import is_kept_from_others
from tpe_guide.i18n import _
from tpe_guide.settings import LOCK_MINUTES
from tpe_guide.ui.diary.keeping import words
from tpe_guide.ui.diary.keeping.offer_card import OfferCard
from tpe_guide.ui.diary.keeping.passcode_card import PasscodeCard
from tpe_guide.ui.diary.keeping.state import KeepingState
from tpe_guide.ui.diary.recovery.card import RecoveryCard
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button, Kind
from tpe_guide.ui.kit.choice_row import Chips, ChoiceRow, Rows
from tpe_guide.ui.kit.dropped import files_of, let_in
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.rebuild import focus_in, rebuild_column
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.ui.shell.file_dialogs import open_file, save_file


class KeepingPage(Screen):
    """*minutes*: after so many the diary is locked; ``minutes_chosen`` tells of others."""

    minutes_chosen = Signal(int)
    remind_chosen = Signal(bool)
    paper_asked_for = Signal()
    """A sheet that was filled on paper is to be typed back."""

    def __init__(
        self,
        theme: Theme,
        state: KeepingState,
        minutes: int,
        reminds: bool,
        say: Callable[[TpeGuideError], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._state = state
        self._minutes = minutes
        self._reminds = reminds
        self._say = say
        self._is_open = state.diary_session.is_open
        self.setAcceptDrops(True)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setSpacing(theme.px(12))
        self._fill()
        self._area = self._set_up(self._inside)
        state.changed.connect(self._on_changed)
        state.stated.connect(self._on_stated)
        if self._is_open:
            state.look()

    def first_focus(self) -> QWidget:
        """What is asked or offered, or the first button."""
        return self._first

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margins of the settings."""
        self._arrange()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped here."""
        let_in(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Look what it would bring."""
        files = files_of(event)
        if len(files) == 1:
            self._state.offer_file(files[0])
        else:
            self._state.refuse_several()

    # --- its parts --------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        theme = self._theme
        self._title = Label(theme, _("Keep my diary safe"), "h1")
        self._column.addWidget(self._title)
        self._stands = Label(theme, self._how_it_stands(), "lead")
        self._stands.setObjectName("how-it-stands")
        self._column.addWidget(self._stands)
        self._card = self._make_card()
        if self._card is not None:
            self._column.addWidget(self._card)
        if self._is_open:
            self._add(_("Backups"), self._backup_row(), self._restore_row())
            self._column.addWidget(Label(theme, self._how_backups_are_made(), "small", color="ink2"))
            self._add(_("Files"), self._import_row(), self._paper_row(), self._export_row())
            self._add(_("Who can open it"), *self._passcode_rows())
            self._column.addWidget(Label(theme, self._who_can_open_it(), "small", color="ink2"))
            self._add(_("Reminders"), self._reminder_row())
        else:
            self._add(_("From a file"), self._restore_row(), self._import_row())
        self._column.addWidget(Label(theme, _("Several people on one computer"), "h3"))
        several = _(
            "Best is an account on this computer for each person. "
            "Or each starts the guide with a folder of their own: {command}. "
            "Then each needs a passcode, too. Without one, the others can open it."
        )
        self._column.addWidget(Label(theme, several.format(command="tpe-guide --data-dir FOLDER"), color="ink2"))
        self._column.addStretch(1)
        held = self._card.first if self._card is not None else None
        self._first = held or self._inside.findChild(Button) or self

    def _make_card(self) -> OfferCard | PasscodeCard | RecoveryCard | None:
        state = self._state
        if state.asking == "sheet":
            return RecoveryCard(self._theme, state.recovery, state.leave_sheet, state.after)
        if state.asking:
            return PasscodeCard(self._theme, state, self._say)
        if state.doing or state.done is not None or state.offer is not None or state.locked_backup is not None:
            return OfferCard(self._theme, state)
        return None

    def _add(self, title: str, *rows: ChoiceRow) -> None:
        self._column.addWidget(Label(self._theme, title, "h3"))
        self._column.addWidget(Rows(self._theme, rows))

    def _backup_row(self) -> ChoiceRow:
        # What is offered above is what the screen is there for then.
        kind: Kind = "secondary" if self._card is not None else "primary"
        now = self._button(_("Back up now"), "keep-now", "save", self._state.back_up_now, kind)
        to_file = self._button(_("To a file…"), "keep-to", "hard-drive", self._ask_where_to_back_up)
        return self._row(_("Make a backup"), "", now, to_file)

    def _restore_row(self) -> ChoiceRow:
        buttons = [self._button(_("From a file…"), "restore-from", "folder-open", self._ask_which_backup)]
        if self._is_open:
            newest = self._button(_("The newest one…"), "restore-newest", "rotate-ccw", self._state.offer_newest)
            buttons.insert(0, newest)
        return self._row(_("Put a backup back"), _("Look first, then decide."), *buttons)

    def _import_row(self) -> ChoiceRow:
        choose = self._button(_("Choose a file…"), "bring-in", "file-up", self._ask_which_file)
        return self._row(_("Bring in a file"), _("Or drop it on this page."), choose)

    def _paper_row(self) -> ChoiceRow:
        type_back = self._button(_("Type it back"), "type-back", "keyboard", self.paper_asked_for.emit)
        return self._row(_("From paper"), _("A sheet that you filled in."), type_back)

    def _export_row(self) -> ChoiceRow:
        name = f"diary-{self._state.now().date().isoformat()}"
        whole = self._button(
            _("All of it…"), "save-whole", "file-down", partial(self._ask_where_to_save, name + SUFFIX)
        )
        table = self._button(
            _("As a table…"), "save-table", "file-text", partial(self._ask_where_to_save, name + ".csv")
        )
        return self._row(_("Save as a file"), _("Such a file is not locked."), whole, table)

    def _passcode_rows(self) -> list[ChoiceRow]:
        state = self._state
        if not state.diary_session.guarded:
            add = self._button(_("Set a passcode…"), "passcode-set", "key-round", partial(state.ask, "passcode"))
            return [self._row(_("Passcode"), _("There is none now."), add), self._sheet_row()]
        change = self._button(_("Change it…"), "passcode-change", "key-round", partial(state.ask, "change"))
        remove = self._button(_("Take it away…"), "passcode-remove", "x", partial(state.ask, "remove"))
        lock = self._button(_("Lock now"), "lock-now", "lock", state.diary_session.lock)
        question = _("Lock when I am away")
        choices = [("0", _("Never")), *((str(each), _("{count} min").format(count=each)) for each in LOCK_MINUTES)]
        chips = Chips(self._theme, "lock-after", question, choices, str(self._minutes), self._choose_minutes)
        return [
            self._row(_("Passcode"), "", change, remove),
            self._sheet_row(),
            self._row(_("Lock it"), "", lock),
            ChoiceRow(self._theme, question, chips, hint=_("After so long without a key or a touch")),
        ]

    def _sheet_row(self) -> ChoiceRow:
        make = self._button(_("Make or try it…"), "sheet", "file-text", self._state.offer_sheet)
        return self._row(_("Recovery sheet"), _("24 words on paper that open your diary"), make)

    def _reminder_row(self) -> ChoiceRow:
        question = _("Remind me to write")
        hint = _("In the evening after a session, and the next morning, while the guide is open")
        choices = [("no", _("No")), ("yes", _("Yes"))]
        chips = Chips(
            self._theme, "remind", question, choices, "yes" if self._reminds else "no", self._choose_reminders
        )
        return ChoiceRow(self._theme, question, chips, hint=hint)

    def _row(self, name: str, hint: str, *buttons: Button) -> ChoiceRow:
        return ChoiceRow(self._theme, name, Wrap(self._theme, buttons, gap=10, row_gap=10), hint=hint)

    def _button(self, said: str, name: str, icon: str, do: Callable[[], object], kind: Kind = "secondary") -> Button:
        button = Button(self._theme, said, kind, icon=icon, size="small")
        button.setObjectName(name)
        button.clicked.connect(_pressed(do))
        return button

    # --- what it says -----------------------------------------------------------------------------------------

    def _how_it_stands(self) -> str:
        state = self._state
        if not self._is_open:
            return _("There is no diary here yet.")
        held = words.has_entries(state.diary_session.store.entry_count)
        return _("{diary} {backup}").format(diary=held, backup=state.newest_words())

    def _how_backups_are_made(self) -> str:
        made = _(
            "A backup is made once a day, and when you close the guide. "
            "The last {days} days and {weeks} weeks stay. They are in {folder}."
        )
        return made.format(days=DAYS, weeks=WEEKS, folder=paths.backups_dir(self._state.where))

    def _who_can_open_it(self) -> str:
        stands = self._state.recovery.how_it_stands()
        if self._state.diary_session.guarded:
            if self._state.recovery.known.tried is None:
                lost = _("Without one that works, a lost passcode means a lost diary.")
                stands = _("{sheet} {lost}").format(sheet=stands, lost=lost)
            small = _("While this window is small, nothing of your diary shows.")
            return _("Your passcode opens it. {sheet} {small}").format(sheet=stands, small=small)
        if not is_kept_from_others(folder.key_file(self._state.where)):
            return _(
                "Your diary is encrypted, and its key lies beside it. This disk hides no file: whoever has it, or uses "
                "this computer, can open your diary. A passcode keeps them out."
            )
        words = _("Your diary is encrypted, and its key lies beside it. Whoever uses this computer as you can open it.")
        return _("{words} {sheet}").format(words=words, sheet=stands)

    # --- what is pressed --------------------------------------------------------------------------------------

    def _ask_where_to_back_up(self) -> None:
        name = f"diary-{self._state.now().date().isoformat()}{BACKUP_SUFFIX}"
        save_file(self.window(), self._theme, _("Back up to a file"), name, self._state.back_up_to)

    def _ask_which_backup(self) -> None:
        filters = [_("Backups (*{suffix})").format(suffix=BACKUP_SUFFIX)]
        open_file(self.window(), self._theme, _("Put a backup back"), filters, self._state.offer_backup)

    def _ask_which_file(self) -> None:
        filters = [_("Diary files (*{suffix} *.pdf)").format(suffix=SUFFIX)]
        open_file(self.window(), self._theme, _("Bring in a file"), filters, self._state.offer_file)

    def _ask_where_to_save(self, name: str) -> None:
        save_file(self.window(), self._theme, _("Save as a file"), name, self._state.save_as)

    def _choose_reminders(self, wanted: str) -> None:
        self._reminds = wanted == "yes"
        self.remind_chosen.emit(self._reminds)

    def _choose_minutes(self, minutes: str) -> None:
        self.minutes_chosen.emit(int(minutes))

    def _on_stated(self) -> None:
        if self._is_open and self._state.diary_session.is_open:
            self._stands.setText(self._how_it_stands())

    def _on_changed(self) -> None:
        if self._is_open != self._state.diary_session.is_open:
            return  # the window makes another screen
        before = self._card
        rebuild_column(self._area, self._column, self._fill)
        self._arrange()
        if self._card is not None:
            announce(self, self._card.said)
        if self._card is not None or before is not None:
            focus_in(self._area, self._first)

    def _arrange(self) -> None:
        side = self._side(83)
        self._fit_title(self._title)
        self._column.setContentsMargins(side, self._theme.px(24), side, self._theme.px(28))


def _pressed(do: Callable[[], object]) -> Callable[[], None]:
    """As a slot, which is told nothing."""

    def on_pressed() -> None:
        do()

    return on_pressed
