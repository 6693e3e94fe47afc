"""Watch the machine at work: the drawing, the words of each of its six steps, and which circuit it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import NO_LIMIT, beside_if, tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.speaker import Speaker
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.circuit.chooser import Chooser
from tpe_guide.ui.pictures.circuit.legend import Legend, Numbers
from tpe_guide.ui.pictures.circuit.panel import Panel
from tpe_guide.ui.pictures.circuit.player import Player
from tpe_guide.ui.pictures.circuit.state import CircuitState
from tpe_guide.ui.pictures.circuit.view import CircuitView
from tpe_guide.ui.pictures.frame import PictureFrame
from tpe_guide.ui.printing.paper_buttons import PaperButtons
from tpe_guide.ui.shell.session import Session

PANEL_WIDTH, NARROW_PANEL_WIDTH = 400, 360
_NARROW = 340
"""px at 100 %: below that the buttons do not stand in one row."""
_LEAST_DRAWING = 300
_EDGE = 6


class CircuitPage(PictureFrame):
    """Left and Right go from step to step, 1 to 6 to one of them; Space plays and pauses; Esc goes back."""

    def __init__(
        self,
        theme: Theme,
        library: Library,
        session: Session,
        state: CircuitState,
        speaker: Callable[[], Speaker],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, library, session, "circuit", state.words.title, parent)
        self._words = words = state.words
        self._state = state
        still = session.keeps_still
        self._view = CircuitView(theme, words, state.variant, state.step)
        self._panel = Panel(theme, len(words.steps(state.variant)), speaker(), still=still)
        self._chooser = Chooser(theme, words, state.variant)
        self._player = Player(self._view, still=still, seconds=state.seconds)
        self._build()
        self._panel.picked.connect(self.show_step)
        self._panel.play_pressed.connect(self._on_play)
        self._panel.still_ticked.connect(self._on_still)
        self._chooser.chosen.connect(self.choose)
        self._panel.choices_pressed.connect(self._show_chooser)
        self._player.flowed.connect(self._on_flowed)
        self._player.playing_changed.connect(self._panel.show_playing)
        session.motion_changed.connect(self._follow_motion)
        self._view.show_seconds(state.seconds)
        self._render()

    def first_focus(self) -> QWidget:
        """Play, or where nothing moves the next step."""
        return self._panel.main_control

    def show_step(self, step: int) -> None:
        """Light *step* (1 to 6), and say it."""
        self._state.step = step
        self._view.show_step(step)
        self._render_step()
        announce(self._panel, self._words.steps(self._state.variant)[step - 1].spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steps by arrow keys and digits, Space, Esc."""
        if self._panel.take_key(event):
            return
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._on_play()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """It flows as soon as it can be seen, unless somebody stopped it."""
        super().showEvent(event)
        if not self._state.paused:
            self._player.play()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing flows unseen."""
        self._player.pause()
        super().hideEvent(event)

    def _build(self) -> None:
        theme = self.theme
        self._legend_box = QWidget()
        self._legend = tight(QVBoxLayout(self._legend_box))
        self._make_stage()
        self.column.addLayout(self._split)
        self._below = QWidget()
        self._numbers = tight(QVBoxLayout(self._below))
        self._below.hide()
        self.column.addWidget(self._below)
        self.column.addSpacing(theme.px(8))
        self.column.addWidget(self._chooser)
        self.column.addSpacing(theme.px(8))
        self._add_sources()
        self.add_bar()

    def _make_stage(self) -> None:
        """The drawing, and the words of its steps."""
        theme = self.theme
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(theme.px(24))
        self._stage = Card(theme)
        stage = QVBoxLayout(self._stage)
        edge = theme.px(_EDGE)
        stage.setContentsMargins(edge, edge, edge, edge)
        stage.addWidget(self._view)
        stage.addStretch(1)
        self._split.addWidget(self._stage, 1)
        self._split.addWidget(self._panel)

    def _add_sources(self) -> None:
        theme = self.theme
        self._sources = Paragraph(theme, "", "small", color="ink2")
        self.column.addWidget(Label(theme, _("Where this step comes from"), "small-strong"))
        self.column.addWidget(self._sources)
        if self.session.policy.file_dialogs:
            self.column.addSpacing(theme.px(8))
            self.column.addWidget(PaperButtons(theme, self._state.sheet, _("Print the six steps")))

    def arrange(self) -> None:
        """The words stand beside the drawing, or below it."""
        theme, beside = self.theme, self.beside
        self._split.setDirection(beside_if(beside))
        self._place_legend(beside_title=self.wide)
        panel = theme.px(PANEL_WIDTH if self.wide else NARROW_PANEL_WIDTH)
        self._panel.set_room(narrow=self.width() < theme.px(_NARROW), tight=self.tight)
        self._panel.setMinimumWidth(panel if beside else 0)
        self._panel.setMaximumWidth(panel if beside else NO_LIMIT)
        self._view.set_most_height(self._room_for_drawing())
        self._show_words_of_drawing()

    def _room_for_drawing(self) -> int:
        """px: drawing and words are to be seen together, without scrolling."""
        margins = self.column.contentsMargins()
        inside = self.area.width() - margins.left() - margins.right()
        head = self.head.heightForWidth(inside) if self.head.hasHeightForWidth() else self.head.sizeHint().height()
        above = margins.top() + head + self.column.spacing()
        room = self.area.height() - above - self.theme.px(2 * _EDGE + 24)
        return max(room, self.theme.px(_LEAST_DRAWING))

    def _place_legend(self, *, beside_title: bool) -> None:
        if beside_title:
            self.head.addWidget(self._legend_box, 0, Qt.AlignmentFlag.AlignBottom)
        else:
            self.column.removeWidget(self._legend_box)  # else it would count among those before it
            self.column.insertWidget(self.column.indexOf(self._below), self._legend_box)

    def _show_words_of_drawing(self) -> None:
        if not self._stage.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return  # nobody knows yet how wide it will be
        shown = self._view.would_show_words(self._stage.width() - 2 * self.theme.px(_EDGE))
        if not shown and not self._numbers.count():
            self._numbers.addWidget(Numbers(self.theme, self._words.steps(self._state.variant)))
        self._below.setVisible(not shown)

    def _render(self) -> None:
        """All words of this variant."""
        theme, variant = self.theme, self._state.variant
        steps = self._words.steps(variant)
        self._panel.name_steps(steps)
        self._panel.show_chosen(self._words.chosen(variant))
        _clear(self._legend)
        self._legend.addWidget(Legend(theme, self._words.key(variant)))
        _clear(self._numbers)  # made anew only where there are no words in the drawing
        self._render_step()

    def _render_step(self) -> None:
        step = self._words.steps(self._state.variant)[self._state.step - 1]
        self._panel.show_step(step)
        self._sources.setText("\n".join(step.sources))

    def play(self) -> None:
        """Let it flow."""
        self._player.play()
        self._state.paused = not self._player.playing

    def pause(self) -> None:
        """Let it stand still until somebody plays it again."""
        self._player.pause()
        self._state.paused = True

    def freeze(self, seconds: float) -> None:
        """Show the moment when it has flowed for *seconds*: the same picture each time."""
        self.pause()
        self._state.seconds = seconds
        self._view.show_seconds(seconds)

    def _on_play(self) -> None:
        if self._player.playing:
            self.pause()
        else:
            self.play()

    def _follow_motion(self) -> None:
        """This computer asks for another thing now: nothing begins to move by itself for that."""
        self._panel.set_still(self.session.keeps_still)
        self._player.set_still(self.session.keeps_still)

    def _on_still(self, still: bool) -> None:
        self.session.set_motion("still" if still else "moving")
        self._player.set_still(still)
        self._state.paused = still
        if not still:
            self._player.play()

    def _on_flowed(self, seconds: float) -> None:
        self._state.seconds = seconds
        self._view.show_seconds(seconds)

    def _show_chooser(self) -> None:
        self.area.ensureWidgetVisible(self._chooser, 0, self.theme.px(24))
        self._chooser.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, option: str) -> None:
        """Draw the circuit that has *option*."""
        self._state.variant = self._state.variant.with_option(option)
        self._chooser.show_variant(self._state.variant)
        self._view.show_variant(self._state.variant)
        self._render()
        self.arrange()


def _clear(layout: QVBoxLayout) -> None:
    """Put away what stands in *layout*."""
    while (item := layout.takeAt(0)) is not None:
        before = item.widget()
        assert before is not None
        before.hide()
        before.deleteLater()
