"""A passcode for the diary: set, changed, or taken away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.diary import keys
from tpe_guide.errors import TooSoon, TpeGuideError, WrongPasscode
from tpe_guide.i18n import _
from tpe_guide.ui.diary.deriving import WorkingWords
from tpe_guide.ui.diary.keeping.state import KeepingState
from tpe_guide.ui.diary.passcode_field import PasscodeField
from tpe_guide.ui.diary.strength_meter import StrengthMeter
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.tick_box import TickBox
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.wording import describe


class PasscodeCard(Card):
    """Asks what ``state.asking`` says. What is typed outlives a change of look, and goes when the form is closed."""

    def __init__(
        self,
        theme: Theme,
        state: KeepingState,
        say: Callable[[TpeGuideError], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, fill="straw50", parent=parent)
        self._theme = theme
        self._state = state
        self._say = say
        self._typed = state.diary_session.typed
        self._column = QVBoxLayout(self)
        pad = theme.of_bars.px(18)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(theme.of_bars.px(12))
        titles = {"passcode": _("A passcode for your diary"), "change": _("A new passcode")}
        self.said = titles.get(state.asking) or _("Take the passcode away")
        self._column.addWidget(Label(theme, self.said, "h3"))
        self._old = self._field(_("Your passcode now"), "old-passcode") if state.asking != "passcode" else None
        self._new: PasscodeField | None = None
        self._again: PasscodeField | None = None
        if state.asking == "remove":
            words = _("Then whoever uses this computer as you can open your diary.")
            self._column.addWidget(Label(theme, words))
        else:
            self._add_new()
        go = {"passcode": _("Set this passcode"), "change": _("Change the passcode")}
        button = Button(theme, go.get(state.asking) or _("Take it away"), size="inner")
        button.setObjectName("passcode-go")
        button.clicked.connect(self._go)
        WorkingWords(state.diary_session.deriving, button, _("One moment …"))
        state.diary_session.deriving.refused.connect(self._on_refused)
        leave = Button(theme, _("Leave it as it is"), "quiet", size="inner")
        leave.setObjectName("passcode-leave")
        leave.clicked.connect(self._leave)
        self._column.addWidget(Wrap(theme, [button, leave], gap=10, row_gap=10))

    @property
    def first(self) -> QWidget:
        """The first line to type on."""
        field = self._old or self._new
        assert field is not None
        return field.line

    def _add_new(self) -> None:
        hint = _("At least {count} letters. Three or four short words work well.")
        self._new = self._field(_("New passcode"), "new-passcode", hint.format(count=keys.PASSCODE_LEAST))
        self._strength = StrengthMeter(self._theme)
        self._show_strength()
        self._column.addWidget(self._strength)
        self._again = self._field(_("Type it again"), "new-passcode-again")
        strong = _("no one can open my diary")
        words = _("I wrote it down. If I lose it, and have no recovery sheet, {strong}.")
        self._wrote_down = TickBox(self._theme, words.format(strong=strong), strong=strong)
        self._wrote_down.setObjectName("wrote-down")
        self._column.addWidget(self._wrote_down)
        self._reason = Label(self._theme, "", "small-strong", color="straw800")
        self._reason.hide()
        self._column.addWidget(self._reason)

    def _field(self, name: str, called: str, hint: str = "") -> PasscodeField:
        field = PasscodeField(self._theme, name, hint=hint)
        field.set_names(called)
        field.line.setText(self._typed.lines.get(called, ""))
        field.line.textEdited.connect(self._on_typed)
        field.line.returnPressed.connect(self._go)
        self._column.addWidget(field)
        return field

    def _on_typed(self, text: str) -> None:
        self._typed.lines[self.sender().objectName()] = text
        for field in filter(None, (self._old, self._new, self._again)):
            field.show_problem("")
        if self._new is not None:
            self._show_strength()

    def _show_strength(self) -> None:
        text = self._new.line.text() if self._new is not None else ""
        self._strength.set_strength(keys.strength(text), typed=bool(text))

    def _go(self) -> None:
        if not self._is_complete():
            return
        old = self._old.line.text() if self._old else None
        new = self._new.line.text() if self._new else None
        try:
            self._state.change_passcode(old, new)
        except TpeGuideError as error:
            self._on_refused(error)

    def _on_refused(self, error: TpeGuideError) -> None:
        if self._old is None or not isinstance(error, WrongPasscode | TooSoon):
            self._say(error)
            return
        self._old.show_problem(describe(error))
        self._old.line.setFocus()
        self._old.line.selectAll()

    def _is_complete(self) -> bool:
        """Whether it can be done; else the keyboard is where something is missing, and it is said there."""
        if self._old is not None and not self._old.line.text():
            return _missing(self._old, _("Type your passcode first."))
        if self._new is None or self._again is None:
            return True
        problem = keys.passcode_problem(self._new.line.text())
        if problem:
            return _missing(self._new, problem)
        if self._again.line.text() != self._new.line.text():
            return _missing(self._again, _("This is not the same as above."))
        if not self._wrote_down.isChecked():
            self._reason.setText(_("Write it down on paper, then tick the box."))
            self._reason.show()
            self._wrote_down.setFocus()
            return False
        return True

    def _leave(self) -> None:
        self._state.diary_session.forget_typed()
        self._state.dismiss()


def _missing(field: PasscodeField, words: str) -> bool:
    field.show_problem(words)
    field.line.setFocus()
    return False
