"""Rehearse your session: moment by moment from arriving to going home, and a turn to practise what to say."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.speaker import Speaker
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.frame import PictureFrame
from tpe_guide.ui.pictures.rehearsal.moment_cards import MomentCards
from tpe_guide.ui.pictures.rehearsal.practise_box import PractiseBox
from tpe_guide.ui.pictures.rehearsal.scene_panel import ScenePanel
from tpe_guide.ui.pictures.rehearsal.state import RehearsalState
from tpe_guide.ui.pictures.rehearsal.timeline import Timeline
from tpe_guide.ui.printing.paper_buttons import PaperButtons
from tpe_guide.ui.shell.session import Session

_SCENE_SHARE, _SCENE_OF_ALL, _LEAST_SCENE = 0.42, 0.31, 150
"""Of the height there is, so that the words below it are seen too, or those and the timeline; px at 100 %."""
_TRY = "tingle"
"""At this moment the person can practise what to say."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class RehearsalPage(PictureFrame):
    """Left and Right, Home and End, or a drag, go from moment to moment; so do Back and Next. Esc goes back."""

    def __init__(
        self,
        theme: Theme,
        library: Library,
        session: Session,
        state: RehearsalState,
        speaker: Callable[[], Speaker],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, library, session, "rehearsal", state.words.title, parent)
        self._state = state
        self._moments = state.moments
        self._count = Label(theme, "", "small", color="ink2", wrap=False)
        self._count.setObjectName("moment-count")
        self._cards = MomentCards(theme, speaker())
        self._panel = ScenePanel(theme, state.drawings, state.access)
        self._timeline = Timeline(theme, self._moments)
        self._note = _("The times are from your unit. Yours may differ.") if state.by_unit else state.words.note
        """Always in sight: in the bar below, or with the timeline where that has no room for it."""
        self._note_below = Label(theme.of_bars, "", "small", color="ink2", wrap=False)
        self._note_here = Label(theme, self._note, "small", color="ink2")
        self._note_here.setObjectName("times-note")
        self._try = Button(theme, state.words.practise.title, "secondary", icon="message-circle", size="medium")
        self._practise = PractiseBox(theme, state.words.practise, keep_still=session.keeps_still)
        session.motion_changed.connect(self._follow_motion)
        self._build()
        self._timeline.setValue(state.at)
        self._timeline.valueChanged.connect(self.show_moment)
        self._try.clicked.connect(self.practise)
        self._practise.done.connect(self._on_practised)
        self._panel.machine_asked.connect(self._to_machine)
        self._render()

    def first_focus(self) -> QWidget:
        """The way on."""
        return self._practise.first_focus() if self._state.practising else self.onward

    def show_moment(self, index: int) -> None:
        """Show moment *index*, from 0, and say it."""
        self._state.go_to(index)
        self._render()
        announce(self, self._moments[index].spoken)

    def _follow_motion(self) -> None:
        self._practise.set_still(self.session.keeps_still)

    def practise(self) -> None:
        """Let it tingle."""
        self._state.practising = True
        self._render()
        self._practise.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """To the moment before; from the first, to the picture before."""
        if self._state.practising:
            self._on_practised()
        elif self._timeline.value() == 0:
            super().go_back()
        else:
            self._turn_to(self._timeline.value() - 1)

    def go_on(self) -> None:
        """To the next moment; from the last, to the next picture."""
        if self._state.practising:
            self._on_practised()
        if self._timeline.value() == self._timeline.maximum():
            super().go_on()
        else:
            self._turn_to(self._timeline.value() + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys that nothing else has taken move from moment to moment. Esc leaves the practise turn first."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self._state.practising:
            self._on_practised()
        elif step is None or self._state.practising:
            super().keyPressEvent(event)
        else:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._timeline.setValue(self._timeline.value() + (-step if mirrored else step))

    def arrange(self) -> None:
        """The scene over the whole width, the words below it: in a row, two by two, or below one another."""
        theme, beside = self.theme, self.beside
        self.head.setDirection(beside_if(self.width() >= theme.px(460)))
        self._cards.set_columns(4 if self.wide else 2 if self.width() >= theme.px(760) else 1)
        self._cards.set_bare(self.tight)
        self._try.set_bare(self.tight)
        share = round((_SCENE_OF_ALL if self.roomy else _SCENE_SHARE) * self.area.height())
        self._panel.set_room(height=max(theme.px(_LEAST_SCENE), share), beside=beside)
        self._practise.set_room(beside=beside, tight=self.tight)
        self._note_below.setText(self._note if self.wide else "")
        self._note_here.setVisible(not self.wide)
        self.bar.fold()

    def _turn_to(self, index: int) -> None:
        """As a page is turned: whoever has read down begins at the top again."""
        self._timeline.setValue(index)
        self.area.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        theme = self.theme
        self.head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        self._track = Card(theme)
        row = QVBoxLayout(self._track)
        row.setContentsMargins(theme.px(12), theme.px(14), theme.px(12), theme.px(8))
        row.addWidget(self._timeline)
        row.addWidget(self._note_here)
        self._session_part = QWidget()
        self._stage = tight(QVBoxLayout(self._session_part), theme.px(16))
        self._stage.addWidget(self._panel)
        self._stage.addWidget(self._cards)
        self._try.setObjectName("practise")
        self._stage.addWidget(self._try, 0, Qt.AlignmentFlag.AlignLeft)
        self._stage.addWidget(self._track)
        self.column.addWidget(self._session_part)
        self.column.addWidget(self._practise)
        self._practise.hide()
        self._add_foot()
        self.add_bar(self._note_below)

    def _add_foot(self) -> None:
        theme = self.theme
        self.column.addSpacing(theme.px(8))
        self.column.addWidget(Label(theme, _("Where this comes from"), "small-strong"))
        self._sources = Paragraph(theme, "", "small", color="ink2")
        self.column.addWidget(self._sources)
        if self.session.policy.file_dialogs:
            self.column.addSpacing(theme.px(8))
            self.column.addWidget(PaperButtons(theme, self._state.sheet, _("Print all moments")))

    def _to_machine(self, step: str) -> None:
        self.session.go(Locator("circuit", step))

    def _on_practised(self) -> None:
        self._state.practising = False
        self._render()
        self._try.setFocus(Qt.FocusReason.OtherFocusReason)

    def _render(self) -> None:
        moment, practising = self._moments[self._timeline.value()], self._state.practising
        self._session_part.setVisible(not practising)
        self._practise.setVisible(practising)
        self._count.setVisible(not practising)
        self._try.setVisible(moment.id == _TRY)
        count = len(self._moments)
        self._count.setText(_("Moment {number} of {count}").format(number=self._timeline.value() + 1, count=count))
        self.title.setText(self._state.words.practise.title if practising else moment.heading)
        self._cards.show_moment(moment)
        self._panel.show_moment(moment)
        self._sources.setText("\n".join(moment.sources))
        self._name_ways()
        self.arrange()

    def _name_ways(self) -> None:
        """The bar names the moments it leads to; at the ends, what comes before and after this picture."""
        at, (before, after) = self._timeline.value(), self.neighbours()
        __, words_before, hint_before = before
        __, words_after, hint_after = after
        if at > 0:
            words_before, hint_before = self._moments[at - 1].label, _("Previous moment")
        if at < self._timeline.maximum():
            words_after, hint_after = self._moments[at + 1].label, _("Next moment")
        self.back.set_hint(hint_before)
        self.back.set_words(words_before)
        self.onward.set_hint(hint_after)
        self.onward.set_words(words_after)
        self.bar.fold()
