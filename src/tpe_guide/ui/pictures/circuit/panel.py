"""The words of a step, and what moves on: six numbers, the step before, play or pause, the step after."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.circuit.words import Step
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.say_button import SayButton
from tpe_guide.ui.kit.speaker import Speaker
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.tick_box import TickBox
from tpe_guide.ui.pictures.circuit.step_button import StepButton

_KEYS = {Qt.Key.Key_Left, Qt.Key.Key_Right, *(Qt.Key(Qt.Key.Key_1 + number) for number in range(6))}
_SIDE, _TIGHT_SIDE = 20, 8


class Panel(Card):
    """Shows one of *steps* and asks for another by ``picked``; *still*: nothing moves, so nothing is to be played."""

    picked = Signal(int)
    """A step, 1 to 6."""
    play_pressed = Signal()
    still_ticked = Signal(bool)
    choices_pressed = Signal()
    """To pick another circuit."""

    def __init__(
        self, theme: Theme, count: int, speaker: Speaker, *, still: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._count = count
        self._step = 1
        self._place = Label(theme, "", "small-strong", color="straw800")
        self._title = Label(theme, "", "h2")
        self._text = Paragraph(theme, "", running=True)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(theme.px(6))
        for label in (self._place, self._title, self._text):
            column.addWidget(label)
        self._voice = SayButton(theme, speaker, "", "", label=_("Say it"))
        column.addWidget(self._voice, 0, Qt.AlignmentFlag.AlignLeft)
        self._voice.follow()
        speaker.look()
        column.addStretch(1)
        column.addSpacing(theme.px(12))
        self._numbers = self._make_numbers(theme)
        steps = Flow(theme, self._numbers.buttons(), least=theme.finger, most=count, gap=6, even=True)
        make_choice(steps, _("Step"), self._numbers.buttons())
        column.addWidget(steps)
        column.addSpacing(theme.px(8))
        column.addLayout(self._make_controls(theme))
        column.addSpacing(theme.px(8))
        self._still = TickBox(theme, _("Keep the picture still"))
        self._still.setObjectName("circuit-still")
        self._still.setFont(theme.font("small"))
        self._still.setMinimumHeight(theme.px(theme.finger))
        self._still.setChecked(still)
        self._still.toggled.connect(self._on_still)
        column.addWidget(self._still)
        self._choices = Button(theme, "", "text", icon="sliders-horizontal", size="fine", padding=6)
        self._choices.setObjectName("circuit-choices")
        self._choices.clicked.connect(self.choices_pressed)
        self.set_room(narrow=False, tight=False)
        column.addWidget(self._choices, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_still(still)

    @property
    def main_control(self) -> QWidget:
        """Where the keyboard starts."""
        return self._play if not self._play.isHidden() else self._next

    def set_room(self, *, narrow: bool, tight: bool) -> None:
        """*narrow*: Play stands above the other two; *tight*: the words need the margins as well."""
        theme = self._theme
        side = theme.px(_TIGHT_SIDE if tight else _SIDE)
        self._column.setContentsMargins(side, theme.px(_SIDE), side, theme.px(16))
        for button in (self._play, self._next):
            if narrow:
                self._rows.insertWidget(0, button)
            else:
                self._row.insertWidget(1, button, 1)
        for button in (self._before, self._after):
            button.set_icon_only(True, slim=narrow)
            self._row.setStretchFactor(button, int(narrow))

    def show_step(self, step: Step) -> None:
        """Show the words of *step*."""
        self._step = step.number
        self._place.setText(_("Step {number} of {count}").format(number=step.number, count=self._count))
        self._title.setText(step.title)
        self._text.setText(step.text)
        self._voice.set_spoken(step.spoken)
        for button in self._numbers.buttons():
            number = self._numbers.id(button)
            button.setChecked(number == step.number)
            button.set_behind(number < step.number)  # type: ignore[attr-defined]

    def name_steps(self, steps: tuple[Step, ...]) -> None:
        """Let each number say which step it stands for, and all that the step says."""
        for step in steps:
            button = self._numbers.button(step.number)
            name = _("Step {number} of {count}: {title}").format(
                number=step.number, count=self._count, title=step.title
            )
            button.setAccessibleName(name)
            button.setAccessibleDescription(step.text)

    def show_chosen(self, words: str) -> None:
        """Say in a few *words* which circuit is drawn."""
        self._choices.set_words(words)
        self._choices.setAccessibleName(_("Show it as it is for you. Now: {choices}").format(choices=words))

    def show_playing(self, playing: bool) -> None:
        """Whether Play or Pause stands on the button."""
        self._play.set_icon("pause" if playing else "play")
        self._play.set_words(_("Pause") if playing else _("Play"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys and digits pick a step, whichever button has the keyboard: buttons would keep them."""
        return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.take_key(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the key of *event* picks a step, which is then done."""
        pressed = Qt.Key(event.key())
        if pressed not in _KEYS or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if pressed == Qt.Key.Key_Left:
            self._move(-1 if self._reads_right else 1)
        elif pressed == Qt.Key.Key_Right:
            self._move(1 if self._reads_right else -1)
        else:
            self.picked.emit(pressed - Qt.Key.Key_0)
        return True

    @property
    def _reads_right(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.LeftToRight

    def _make_numbers(self, theme: Theme) -> QButtonGroup:
        group = QButtonGroup(self)
        for number in range(1, self._count + 1):
            button = StepButton(theme, number)
            button.installEventFilter(self)
            group.addButton(button, number)
        group.idClicked.connect(self.picked)
        return group

    def _make_controls(self, theme: Theme) -> QVBoxLayout:
        back, onward = ("chevron-left", "chevron-right") if self._reads_right else ("chevron-right", "chevron-left")
        self._before = self._control(theme, _("Step before"), back, "circuit-before")
        self._play = Button(theme, _("Play"), icon="play", padding=12)
        self._play.setObjectName("circuit-play")
        self._after = self._control(theme, _("Next step"), onward, "circuit-after")
        self._next = Button(theme, _("Next step"), icon_after=onward, padding=12)
        self._next.setObjectName("circuit-next")
        self._play.clicked.connect(self.play_pressed)
        self._before.clicked.connect(self._go_before)
        for button in (self._after, self._next):
            button.clicked.connect(self._go_after)
        for button in (self._before, self._play, self._after, self._next):
            button.installEventFilter(self)
        self._rows, self._row = QVBoxLayout(), QHBoxLayout()
        for layout in (self._rows, self._row):
            layout.setSpacing(theme.px(12))
        for button in (self._before, self._after):
            self._row.addWidget(button)
        self._rows.addLayout(self._row)
        return self._rows

    def _control(self, theme: Theme, words: str, icon: str, name: str) -> Button:
        button = Button(theme, words, "secondary", icon=icon, icon_only=True, icon_size=28)
        button.setObjectName(name)
        return button

    def _go_before(self) -> None:
        self._move(-1)

    def _go_after(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        """Round and round, as the blood does."""
        self.picked.emit((self._step - 1 + by) % self._count + 1)

    def set_still(self, still: bool) -> None:
        """Nothing is to move, or it may; nobody ticked that here."""
        self._still.blockSignals(True)
        self._still.setChecked(still)
        self._still.blockSignals(False)
        self._show_still(still)

    def _on_still(self, still: bool) -> None:
        self._show_still(still)
        self.still_ticked.emit(still)

    def _show_still(self, still: bool) -> None:
        for button in (self._play, self._after):
            button.setVisible(not still)
        self._next.setVisible(still)
