"""The answers of a step as buttons, for who types with a finger or a mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.diary.paper_form import LEVEL_CODES
from tpe_guide.diary.sheet_steps import DAY, SESSION, TEMPERATURE, Step
from tpe_guide.i18n import _
from tpe_guide.ui.diary.log.pick_button import PickButton, PickRow
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.vocabulary.terms import FUNCTIONS

EMPTY = "empty"
_DIGITS = "1234567890"
Pressed = Callable[[str], None]


def key_of(step: Step) -> str:
    """Steps of one key have the same buttons; empty: none others have."""
    if step.kind in ("asked", "words"):
        return ""
    if step.id in (SESSION, DAY, TEMPERATURE):
        return "pad"
    return " ".join(f"{answer.code} {answer.words}" for answer in step.answers) or "0 to 10"


class AnswerButtons(QWidget):
    """The buttons of *step*. *choose* is called with a whole answer, *digit* with one of several digits, *command* with
    ``empty`` or ``rub-out``."""

    def __init__(self, theme: Theme, step: Step, choose: Pressed, digit: Pressed, command: Pressed) -> None:
        super().__init__()
        self._theme = theme
        self._choose = choose
        self._digit = digit
        self._command = command
        self._row: PickRow | None = None
        self._empty: Button | None = None
        column = tight(QVBoxLayout(self), theme.px(8))
        if step.kind == "asked":
            column.addWidget(self._chips(step))
        elif step.id in (SESSION, DAY, TEMPERATURE):
            column.addWidget(self._pad())
        elif step.id in FUNCTIONS:
            column.addWidget(self._picks([(code, str(int(code))) for code in sorted(step.codes)], alike=True))
        else:
            rings = [(answer.code, f"{answer.code} {answer.words}") for answer in step.answers]
            column.addWidget(self._picks([*rings, ("", _("No ring"))], alike=len(rings) == len(LEVEL_CODES)))
        if step.kind == "digits":
            column.addWidget(Wrap(theme, self._tools(step), gap=8))

    def refresh(self, step: Step, said: str | None) -> None:
        """Show what is said at *step*; None: nothing yet."""
        if self._row is not None:
            self._row.setAccessibleName(step.name)
            self._row.show_picked(said)
        if self._empty is not None:
            self._empty.setEnabled(step.may_be_empty)

    def _picks(self, answers: list[tuple[str, str]], *, alike: bool = False) -> PickRow:
        buttons = []
        for code, words in answers:
            bars = int(code) if code and answers[0][0] == LEVEL_CODES[0] else 0
            button = PickButton(self._theme, words, code, bars=bars)
            button.setObjectName(f"answer-{code or EMPTY}")
            button.clicked.connect(self._on_pick)
            buttons.append(button)
        self._row = PickRow(self._theme, "", buttons, alike=alike)
        return self._row

    def _pad(self) -> PickRow:
        buttons = []
        for digit in _DIGITS:
            button = PickButton(self._theme, digit, digit)
            button.setObjectName(f"answer-{digit}")
            button.repeats = True
            button.clicked.connect(self._on_digit)
            buttons.append(button)
        row = PickRow(self._theme, _("Digits"), buttons, alike=True)
        for button in buttons:
            button.setAutoExclusive(False)
            button.setCheckable(False)
        return row

    def _chips(self, step: Step) -> QWidget:
        box = QWidget()
        column = tight(QVBoxLayout(box), self._theme.px(8))
        chips = []
        for answer in step.answers:
            chip = Chip(self._theme, f"{answer.code}  {answer.words}", height=52)
            chip.setObjectName(f"answer-{answer.code}")
            chip.setProperty("code", answer.code)
            chip.clicked.connect(self._on_chip)
            column.addWidget(chip)
            chips.append(chip)
        make_choice(box, step.ask, chips)
        return box

    def _tools(self, step: Step) -> list[Button]:
        tools = [self._tool(_("Empty"), EMPTY, "minus")]
        self._empty = tools[0]
        if step.id in (SESSION, DAY, TEMPERATURE):
            tools.append(self._tool(_("Rub out"), "rub-out", "undo-2"))
            tools[1].repeats = True
        return tools

    def _tool(self, words: str, name: str, icon: str) -> Button:
        button = Button(self._theme, words, "quiet", icon=icon, size="tool")
        button.setObjectName(f"answer-{name}")
        button.clicked.connect(lambda: self._command(name))
        return button

    def _on_pick(self) -> None:
        button = self.sender()
        assert isinstance(button, PickButton)
        if button.value:
            self._choose(str(button.value))
        else:
            self._command(EMPTY)

    def _on_digit(self) -> None:
        button = self.sender()
        assert isinstance(button, PickButton)
        self._digit(str(button.value))

    def _on_chip(self) -> None:
        self._choose(self.sender().property("code"))
