"""What may be added by who wants to: told staff, a note, how they function, who types. Each opens in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.draft import Draft
from tpe_guide.i18n import _
from tpe_guide.ui.diary.draft_keeper import DraftKeeper
from tpe_guide.ui.diary.labels import pick_name
from tpe_guide.ui.diary.log.kept_text import KeptText
from tpe_guide.ui.diary.log.pick_button import PickButton, PickRow, yes_no
from tpe_guide.ui.diary.log.temperature_field import TemperatureField
from tpe_guide.ui.kit.button import Button, Measures
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.vocabulary.terms import FUNCTION_RANGE
from tpe_guide.vocabulary.words import functions

TOLD, NOTE, FUNCTION, HELPER = "told", "note", "function", "helper"
_LINK = Measures(52, 6, 12, 20, "small-strong", 8)
_ICONS = {TOLD: "message-circle", NOTE: "pencil", FUNCTION: "eye", HELPER: "hand-helping"}


class Extras(QWidget):
    """Writes into the draft of *drafts*. What is open stays open when the look changes."""

    changed = Signal()
    appeared = Signal(QWidget)

    def __init__(self, theme: Theme, drafts: DraftKeeper, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drafts = drafts
        self._catalogue = catalogue
        column = tight(QVBoxLayout(self), theme.px(8))
        self._openers = {name: self._opener(name, words) for name, words in _words().items()}
        column.addWidget(Wrap(theme, tuple(self._openers.values()), gap=6, row_gap=0))
        self._column = column
        self._panels: dict[str, QWidget] = {}
        self._told: _Told | None = None
        self._temperature: TemperatureField | None = None
        self._rows: dict[str, PickRow] = {}
        for name in (TOLD, NOTE, FUNCTION):
            if name in drafts.shown or (name != TOLD and self._is_said(name)):
                self._open(name)

    def refresh(self) -> None:
        """Show what is said."""
        draft = self._drafts.draft
        for name, opener in self._openers.items():
            opener.set_icon("check" if self._is_said(name) else _ICONS[name])
        said = draft.reporter == "helper"
        self._openers[HELPER].setChecked(said)
        self._openers[HELPER].setAccessibleDescription(_("yes") if said else _("no"))
        if self._told is not None:
            self._told.refresh()
        if self._temperature is not None:
            self._temperature.set_text(draft.temperature)
        for name, row in self._rows.items():
            row.show_picked(draft.function.get(name))

    # --- opening ------------------------------------------------------------------------------------------

    def _opener(self, name: str, words: str) -> Button:
        opener = Button(self._theme, words, "text", icon=_ICONS[name], size=_LINK)
        opener.setObjectName(f"open-{name}")
        opener.setProperty("part", name)
        opener.clicked.connect(self._on_opener)
        return opener

    def _on_opener(self) -> None:
        name = self.sender().property("part")
        if name == HELPER:
            draft = self._drafts.draft
            draft.reporter = "self" if draft.reporter == "helper" else "helper"
        elif name in self._panels:
            self._close(name)
        else:
            self._open(name)
            self.appeared.emit(self._panels[name])
            first = self._panels[name].findChild(QWidget, f"first-of-{name}")
            if name == NOTE and first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _open(self, name: str) -> None:
        make: dict[str, Callable[[QVBoxLayout], None]] = {
            TOLD: self._add_told,
            NOTE: self._add_note,
            FUNCTION: self._add_functions,
        }
        panel = Card(self._theme, radius=14)
        column = QVBoxLayout(panel)
        pad = self._theme.of_bars.px(14)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(self._theme.px(10))
        make[name](column)
        self._panels[name] = panel
        at = 1 + sum(other in self._panels for other in (TOLD, NOTE, FUNCTION)[: (TOLD, NOTE, FUNCTION).index(name)])
        self._column.insertWidget(at, panel)
        self._drafts.shown.add(name)

    def _close(self, name: str) -> None:
        """What was said there stays said."""
        panel = self._panels.pop(name)
        self._column.removeWidget(panel)
        panel.hide()
        panel.deleteLater()
        self._drafts.shown.discard(name)
        if name == TOLD:
            self._told = None
        elif name == FUNCTION:
            self._temperature = None
            self._rows.clear()

    def _is_said(self, name: str) -> bool:
        draft = self._drafts.draft
        match name:
            case "told":
                return any(pick.told_staff is not None for pick in draft.picks)
            case "note":
                return bool(draft.note.strip())
            case "function":
                return bool(draft.function or draft.temperature.strip())
        return draft.reporter == "helper"

    # --- the parts ----------------------------------------------------------------------------------------

    def _add_told(self, column: QVBoxLayout) -> None:
        self._told = _Told(self._theme, self._drafts.draft, self._catalogue)
        self._told.changed.connect(self.changed)
        column.addWidget(Label(self._theme, _("Did you tell the staff?"), "small-strong"))
        column.addWidget(self._told)

    def _add_note(self, column: QVBoxLayout) -> None:
        words = _("Note, in your own words")
        field = KeptText(self._theme, self._drafts, NOTE, words, self._drafts.draft.note, lines=3)
        field.set_name("note")
        field.changed.connect(self._on_note)
        column.addWidget(Label(self._theme, words, "small-strong"))
        column.addWidget(field)

    def _add_functions(self, column: QVBoxLayout) -> None:
        theme = self._theme
        column.addWidget(Label(theme, _("How well did it go? 0 is worst, 10 is best."), "small-strong"))
        for name, words in functions().items():
            column.addWidget(Label(theme, words.own, "small-strong"))
            buttons = []
            for value in FUNCTION_RANGE:
                button = PickButton(theme, str(value), value)
                button.setObjectName(f"{name}-{value}")
                button.setAccessibleName(_("{value} of 10").format(value=value))
                button.setProperty("part", name)
                button.clicked.connect(self._on_function)
                buttons.append(button)
            self._rows[name] = PickRow(theme, words.own, buttons, alike=True)
            column.addWidget(self._rows[name])
            column.addWidget(_Ends(theme))
        self._temperature = TemperatureField(theme, self._drafts.history("temperature", self._drafts.draft.temperature))
        self._temperature.changed.connect(self._on_temperature)
        column.addWidget(self._temperature)

    def _on_note(self, text: str) -> None:
        self._drafts.draft.note = text
        self.changed.emit()

    def _on_function(self) -> None:
        button, draft = self.sender(), self._drafts.draft
        assert isinstance(button, PickButton)
        name, value = button.property("part"), button.value
        assert isinstance(value, int)
        draft.set_function(name, None if draft.function.get(name) == value else value)
        self.changed.emit()

    def _on_temperature(self, text: str) -> None:
        self._drafts.draft.temperature = text
        self.changed.emit()


class _Told(QWidget):
    """Yes, no, or not said: of each effect that was there."""

    changed = Signal()

    def __init__(self, theme: Theme, draft: Draft, catalogue: Catalogue) -> None:
        super().__init__()
        self._theme = theme
        self._draft = draft
        self._catalogue = catalogue
        self._column = tight(QVBoxLayout(self), theme.px(8))
        self._nothing = Label(theme, _("Pick first what you noticed."), "small", color="ink2")
        self._column.addWidget(self._nothing)
        self._rows: dict[str, tuple[QWidget, Label, PickRow]] = {}

    def refresh(self) -> None:
        """Show what is picked, and what is said of it."""
        wanted = {pick.key: pick for pick in self._draft.picks if pick.level != 0}
        self._nothing.setVisible(not wanted)
        for key in [key for key in self._rows if key not in wanted]:
            box = self._rows.pop(key)[0]
            box.hide()
            box.deleteLater()
        for key, pick in wanted.items():
            name = pick_name(pick, self._catalogue)
            if key not in self._rows:
                self._add(key)
            __, label, answers = self._rows[key]
            label.setText(name)
            answers.setAccessibleName(_("{effect}: did you tell the staff?").format(effect=name))
            answers.show_picked(pick.told_staff)

    def _add(self, key: str) -> None:
        box = QWidget()
        column = tight(QVBoxLayout(box), self._theme.px(4))
        label = Label(self._theme, "", "small-strong")
        answers = yes_no(self._theme, f"told-{key}", "", _("Yes"), _("No"))
        for button in answers.buttons:
            button.setProperty("pick", key)
            button.clicked.connect(self._on_answer)
        column.addWidget(label)
        column.addWidget(answers)
        self._column.addWidget(box)
        self._rows[key] = (box, label, answers)

    def _on_answer(self) -> None:
        button = self.sender()
        assert isinstance(button, PickButton)
        pick = self._draft.pick_of(button.property("pick"))
        if pick is not None:
            value = bool(button.value)
            pick.told_staff = None if pick.told_staff is value else value
            self.changed.emit()


class _Ends(QWidget):
    """What 0 and 10 stand for, below them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = tight(QHBoxLayout(self), theme.px(8))
        row.addWidget(Label(theme, _("0: worst"), "floor", color="ink2"), 1)
        best = Label(theme, _("10: best"), "floor", color="ink2")
        best.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(best, 1)


def _words() -> dict[str, str]:
    return {
        TOLD: _("I told the staff"),
        NOTE: _("Note"),
        FUNCTION: _("Seeing, walking, energy"),
        HELPER: _("Someone is typing for me"),
    }
