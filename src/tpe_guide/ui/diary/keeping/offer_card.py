"""What can be done now, with what would come of it; and afterwards, what was done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.diary.keeping import words
from tpe_guide.ui.diary.keeping.errands import Done
from tpe_guide.ui.diary.keeping.state import KeepingState
from tpe_guide.ui.diary.passcode_field import PasscodeField
from tpe_guide.ui.kit.button import Button, Kind
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.ui.shell.file_dialogs import save_file

_WORDS_LIMIT = 400
"""So many letters are room for the words of a sheet, numbers and all."""


class OfferCard(Card):
    """Shows what *state* offers, asks, does or has done; there is something of these."""

    def __init__(self, theme: Theme, state: KeepingState, parent: QWidget | None = None) -> None:
        super().__init__(theme, fill="straw50", parent=parent)
        self._theme = theme
        self._state = state
        self.said = ""
        """All that stands here, for who hears it."""
        self.first: QWidget | None = None
        """What has the keyboard."""
        self._column = QVBoxLayout(self)
        pad = theme.of_bars.px(18)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(theme.of_bars.px(10))
        if state.doing:
            self._say(Done(_being_done(state), ()), "clock")
        elif state.done is not None:
            self._say(state.done, "triangle-alert" if state.done.is_problem else "check")
        if state.doing:
            self._add([self._button(_("Stop waiting"), "quiet", "keeping-stop", state.stop_waiting)])
        else:
            self._add_buttons()

    def _add_buttons(self) -> None:
        state = self._state
        if state.locked_backup is not None:
            self._ask_passcode()
        elif state.offer is not None:
            self._make_offer()
        else:
            self._add([self._button(_("Close"), "quiet", "keeping-close", state.dismiss)])

    def _make_offer(self) -> None:
        state, offer = self._state, self._state.offer
        assert offer is not None
        self._say(Done(offer.title, offer.lines), "info")
        buttons = []
        if not offer.nothing_to_do:
            buttons.append(self._button(offer.button, "primary", "keeping-do", self._do))
        if state.rescued is not None and not state.rescued.is_empty:
            save = self._button(_("Save it as a file…"), "secondary", "keeping-save-rescued", self._save_rescued)
            buttons.append(save)
        leave = _("Close") if offer.nothing_to_do else _("Leave all as it is")
        buttons.append(self._button(leave, "quiet", "keeping-leave", state.dismiss))
        self._add(buttons)

    def _ask_passcode(self) -> None:
        path = self._state.locked_backup
        assert path is not None
        said = words.has_own_passcode(path)
        self._column.addWidget(Label(self._theme, said))
        self.said = self.said or said
        hint = _("Lost? The 24 words of its recovery sheet will do.")
        self._passcode = PasscodeField(self._theme, _("Passcode of the backup"), hint=hint)
        self._passcode.line.setMaxLength(_WORDS_LIMIT)
        self._passcode.set_names("backup-passcode")
        self._passcode.line.returnPressed.connect(self._open_backup)
        self._column.addWidget(self._passcode)
        buttons = [
            self._button(_("Look into it"), "primary", "keeping-open-backup", self._open_backup),
            self._button(_("Leave all as it is"), "quiet", "keeping-leave", self._state.dismiss),
        ]
        self._add(buttons)
        self.first = self._passcode.line

    def _open_backup(self) -> None:
        path = self._state.locked_backup
        if path is not None:
            self._state.offer_backup(str(path), self._passcode.line.text())

    def _do(self) -> None:
        if self._state.offer is not None:
            self._state.offer.do()

    def _save_rescued(self) -> None:
        save_file(self.window(), self._theme, _("Save as a file"), "rescued.tpediary.json", self._state.save_rescued)

    def _say(self, what: Done, icon: str) -> None:
        theme = self._theme
        heading = tight(QHBoxLayout(), theme.px(12))
        heading.addWidget(Icon(theme, icon, 26), 0, Qt.AlignmentFlag.AlignTop)
        heading.addWidget(Label(theme, what.title, "h3"), 1)
        self._column.addLayout(heading)
        for line in what.lines:
            self._column.addWidget(Label(theme, line))
        self.said = " ".join((what.title, *what.lines))

    def _add(self, buttons: list[Button]) -> None:
        self.first = buttons[0]
        self._column.addWidget(Wrap(self._theme, buttons, gap=10, row_gap=10))

    def _button(self, words: str, kind: Kind, name: str, do: Callable[[], None]) -> Button:
        button = Button(self._theme, words, kind, size="inner")
        button.setObjectName(name)
        button.clicked.connect(do)
        return button


def _being_done(state: KeepingState) -> str:
    match state.doing:
        case "backing-up":
            return _("The backup is being written and checked …")
        case "saving":
            return _("The file is being written …")
    return _("It is being read …")
