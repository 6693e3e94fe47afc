"""How have you felt since your session? Three taps and Save; everything else is there for who wants it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.calendar import current_session, meant_day
from tpe_guide.diary.catalogue import Advice, Catalogue
from tpe_guide.diary.model import ExchangeSession
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.diary.entry_card import EntryCard
from tpe_guide.ui.diary.help_line import HelpLine, leads_to_help
from tpe_guide.ui.diary.labels import session_words
from tpe_guide.ui.diary.numbered import NumberedHeading
from tpe_guide.ui.diary.pill import Pill
from tpe_guide.ui.diary.session_card import SessionCard
from tpe_guide.ui.diary.severity_picker import SeverityPicker
from tpe_guide.ui.diary.warning_panel import WarningPanel, most_pressing
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import NO_LIMIT, beside_if, tight
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.days import day_words
from tpe_guide.vocabulary.terms import OTHER, Onset
from tpe_guide.vocabulary.words import onsets

SIDE_FROM, SIDE_WIDTH = 1180, 384
NOTHING = "nothing"
MORE_SIGNS = "more-signs"
LAYOUT_PASSES = 4
"""Until words that wrap have their height, and all below them its place."""
FIRST_SIGN = "fever-chills"
BEGAN_ICONS: dict[Onset, str] = {
    "during": "clock",
    "way-home": "map-pin",
    "at-home": "house",
    "next-day": "calendar-days",
    "unknown": "circle-question-mark",
}
"""Who does not remember says so, in one tap like any other answer."""


class LogPage(Screen):
    """Writes one entry. What is tapped lives in the diary_session's draft, so leaving the screen loses nothing."""

    saved = Signal()
    left = Signal()
    access_said = Signal(str)
    """Needles or a line: the person has just said which."""
    urgent_asked_for = Signal()

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
        self._draft = diary_session.draft
        self._catalogue = catalogue
        self._advise = advise
        self._say = say
        if not self._draft.session_said and (self._draft.session is None or self._draft.is_empty):
            self._draft.session = self._likely_session()
        self._body = QWidget()
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(theme.px(32))
        self._split.addWidget(self._questions(), 1)
        self._card = EntryCard(theme, self._draft, catalogue)
        self._card.changed.connect(self._on_card)
        self._split.addWidget(self._card)
        self._page_column = QVBoxLayout(self._body)
        self._page_column.setSpacing(theme.px(10))
        self._page_column.addLayout(self._head())
        self._session_card = SessionCard(
            theme,
            self._draft.session,
            diary_session.store.sessions(),
            self._today(),
            diary_session.access,
            said=self._draft.session_said,
        )
        self._session_card.changed.connect(self._on_session)
        self._session_card.access_said.connect(self.access_said)
        self._session_card.setHidden(self._draft.knows_session)
        self._page_column.addWidget(self._session_card)
        self._page_column.addLayout(self._split)
        self._page_column.addStretch(1)
        self._area = self._set_up(self._body, self._bottom())
        self._arrange()
        self._refresh()

    def first_focus(self) -> QWidget:
        """The first effect; before it, which session, where that must be asked."""
        if not self._draft.knows_session:
            return self._session_card.first_choice()
        return self._first_effect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The summary stands beside the questions, or below them."""
        self._arrange()

    def _first_effect(self) -> QWidget:
        return self._chips[self._catalogue.effects[0].id]

    # --- building -----------------------------------------------------------------------------------------

    def _head(self) -> QBoxLayout:
        theme = self._theme
        self._head_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head_row.setSpacing(theme.px(12))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        self._eyebrow = Label(theme, "", "small-strong", color="straw800")
        words.addWidget(self._eyebrow)
        words.addWidget(Label(theme, _("How have you felt since your session?"), "h1"))
        self._head_row.addLayout(words, 1)
        self._head_row.addWidget(self._head_tools(), 0, Qt.AlignmentFlag.AlignBottom)
        return self._head_row

    def _head_tools(self) -> QWidget:
        change = Button(self._theme, _("Change session"), "text", icon="pencil", size="slim", padding=10)
        change.setObjectName("change-session")
        change.setAccessibleName(_("Change the session this belongs to"))
        change.clicked.connect(self._toggle_session_card)
        self._pill = self._place_pill()
        tools = QWidget()
        row = tight(QHBoxLayout(tools), self._theme.px(12))
        row.addWidget(change)
        row.addWidget(self._pill)
        row.addStretch(1)
        return tools

    def _place_pill(self) -> Pill:
        if self._diary_session.guarded:
            return Pill(self._theme, "lock", _("Locked. Stays on this computer."))
        return Pill(self._theme, "hard-drive", _("Stays on this computer."))

    def _questions(self) -> QWidget:
        theme = self._theme
        box = QWidget()
        column = tight(QVBoxLayout(box), theme.px(10))
        column.addWidget(NumberedHeading(theme, 1, _("What did you notice?")))
        column.addWidget(self._effect_chips())
        self._signs = self._sign_chips()
        column.addWidget(self._signs)
        rarer = {sign.id for sign in self._catalogue.warnings} - {FIRST_SIGN}
        self._signs.setVisible(self._draft.effect in rarer)
        column.addSpacing(theme.px(4))
        how_bad = _("How bad was it?")
        column.addWidget(NumberedHeading(theme, 2, how_bad))
        self._severity = SeverityPicker(theme, how_bad, self._draft.severity)
        self._severity.picked.connect(self._on_severity)
        column.addWidget(self._severity)
        self._warning_place = QVBoxLayout()
        column.addLayout(self._warning_place)
        self._warning: WarningPanel | None = None
        self._warned_of: tuple[str, str] | None = None
        self._help_line = HelpLine(theme, self._catalogue.help_line)
        self._help_line.urgent_pressed.connect(self.urgent_asked_for)
        self._help_line.hide()
        column.addWidget(self._help_line)
        column.addSpacing(theme.px(4))
        when = _("When did it begin?")
        column.addWidget(NumberedHeading(theme, 3, when))
        column.addWidget(self._began_chips(when))
        column.addStretch(1)
        return box

    def _effect_chips(self) -> Flow:
        chips = [self._chip(kind.id, kind.name, kind.icon) for kind in self._catalogue.effects]
        fever = self._catalogue.warning(FIRST_SIGN)
        chips.append(self._chip(fever.id, fever.name, fever.icon))
        chips.append(self._chip(MORE_SIGNS, _("Other warning signs"), "triangle-alert"))
        other = self._catalogue.kind(OTHER)
        chips.append(self._chip(other.id, other.name, other.icon))
        chips.append(self._chip(NOTHING, _("Nothing new"), "smile"))
        self._chips = {chip.property("effect"): chip for chip in chips}
        return Flow(self._theme, chips, least=166, most=5)

    def _sign_chips(self) -> QWidget:
        chips = [
            self._chip(sign.id, sign.name, sign.icon) for sign in self._catalogue.warnings if sign.id != FIRST_SIGN
        ]
        self._chips |= {chip.property("effect"): chip for chip in chips}
        return Flow(self._theme, chips, least=166, most=5)

    def _chip(self, effect: str, words: str, icon: str) -> Chip:
        chip = Chip(self._theme, words, icon, height=58)
        chip.setObjectName(f"effect-{effect}")
        chip.setProperty("effect", effect)
        chip.clicked.connect(self._on_effect)
        return chip

    def _began_chips(self, question: str) -> Flow:
        self._began = QButtonGroup(self)
        chips = []
        for value, icon in BEGAN_ICONS.items():
            chip = Chip(self._theme, onsets()[value].own, icon, height=58)
            chip.setObjectName(f"began-{value}")
            chip.setProperty("began", value)
            self._began.addButton(chip)
            chips.append(chip)
        self._began.buttonClicked.connect(self._on_began)
        flow = Flow(self._theme, chips, least=166, most=5)
        make_choice(flow, question, chips)
        return flow

    def _bottom(self) -> BottomBar:
        theme = self._theme.of_bars
        leave = Button(theme, _("Leave without saving"), "secondary", icon="x", short=_("Leave"))
        leave.setObjectName("leave")
        leave.clicked.connect(self.left)
        self._save_button = Button(theme, _("Save this entry"), icon_after="check", short=_("Save"))
        self._save_button.setObjectName("save")
        self._save_button.clicked.connect(self._save)
        self._hint = Label(theme, "", "small", color="ink2", wrap=False)
        self._bar = BottomBar(self._theme, leave, self._hint, self._save_button, keep_middle=True)
        return self._bar

    # --- what is tapped ------------------------------------------------------------------------------------

    def _on_effect(self) -> None:
        effect = self.sender().property("effect")
        if effect == MORE_SIGNS:
            self._signs.setVisible(not self._signs.isVisible())
        elif effect == NOTHING:
            self._draft.pick_nothing()
        else:
            self._draft.pick(effect)
        self._refresh()

    def _on_severity(self, severity: int) -> None:
        self._draft.severity = severity
        self._refresh()

    def _on_began(self, chip: Chip) -> None:
        self._draft.began = chip.property("began")
        self._refresh()

    def _on_card(self) -> None:
        self._refresh()
        self._area.ensureWidgetVisible(self._first_effect())
        self._first_effect().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_session(self, session: ExchangeSession | None) -> None:
        self._draft.session = session
        self._draft.session_said = True
        self._refresh()

    def _toggle_session_card(self) -> None:
        if self._session_card.isVisible() and not self._session_card.asks_all:
            self._session_card.ask_all()
        else:
            self._session_card.setVisible(not self._session_card.isVisible())

    def _save(self) -> None:
        """“Saved” is shown only after the entry is on disk; when it cannot be, all that was tapped stays."""
        try:
            self._diary_session.save()
        except TpeGuideError as error:
            self._say(error)
            return
        self.saved.emit()

    # --- showing what is tapped ------------------------------------------------------------------------------

    def _refresh(self) -> None:
        draft = self._draft
        for effect, chip in self._chips.items():
            chip.setChecked(
                effect == draft.effect
                or (effect == NOTHING and draft.none_noticed)
                or (effect == MORE_SIGNS and self._signs.isVisibleTo(self))
            )
        self._severity.set_severity(draft.severity)
        self._began.setExclusive(False)
        for answer in self._began.buttons():
            answer.setChecked(answer.property("began") == draft.began)
        self._began.setExclusive(True)
        self._card.refresh()
        self._refresh_words()
        self._refresh_help_line()
        self._refresh_warning()

    def _refresh_words(self) -> None:
        ready = self._draft.ready and self._draft.knows_session
        missing = self._what_is_missing()
        self._eyebrow.setText(self._session_line())
        self._hint.setText(_("You can add another entry later.") if ready else missing)
        self._bar.fold()
        self._save_button.setEnabled(ready)
        self._save_button.setAccessibleDescription("" if ready else missing)

    def _refresh_help_line(self) -> None:
        draft, line = self._draft, self._catalogue.help_line
        needed = line.is_for(draft.effect, draft.severity, draft.began) or leads_to_help(line, draft.reports)
        was_there = not self._help_line.isHidden()
        self._help_line.setVisible(needed)
        if needed and not was_there:
            self._help_line.announce()
            QTimer.singleShot(0, self._help_line, self._bring_help_line_into_view)

    def _refresh_warning(self) -> None:
        sign, session = self._sign_to_warn_of(), self._draft.session
        access = self._diary_session.access if session is None or session.access == "unknown" else session.access
        warned_of, self._warned_of = self._warned_of, (sign, access) if sign else None
        if self._warned_of == warned_of:
            return
        if self._warning is not None:
            self._warning_place.removeWidget(self._warning)
            self._warning.hide()
            self._warning.deleteLater()
            self._warning = None
        if not sign:
            return
        self._warning = WarningPanel(self._theme, self._advise(sign, access))
        self._warning_place.addWidget(self._warning)
        self.setTabOrder(self._severity.last, self._warning)
        self._warning.announce()
        # The panel gets its place only when the layout has run; then it must be seen, whatever was scrolled.
        QTimer.singleShot(0, self._warning, self._bring_warning_into_view)

    def _sign_to_warn_of(self) -> str:
        """The sign in hand, or the most pressing of those put aside; one that was not there is none."""
        draft, names = self._draft, self._catalogue
        if names.is_warning(draft.effect) and draft.severity != 0:
            return draft.effect
        sign = most_pressing(names, draft.reports)
        return sign.id if sign else ""

    def _bring_help_line_into_view(self) -> None:
        self._bring_into_view(self._help_line)

    def _bring_warning_into_view(self) -> None:
        if self._warning is not None:
            self._bring_into_view(self._warning)

    def _bring_into_view(self, panel: QWidget) -> None:
        for __ in range(LAYOUT_PASSES):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        margin = self._theme.px(12)
        if panel.height() < self._area.viewport().height():
            self._area.ensureWidgetVisible(panel, 0, margin)
        else:
            top = panel.mapTo(self._body, QPoint(0, -margin)).y()
            self._area.verticalScrollBar().setValue(top)

    def _what_is_missing(self) -> str:
        draft = self._draft
        if draft.ready:
            return _("Tap which session this is about, at the top.")
        if not draft.effect:
            return _("Tap what you noticed.")
        if draft.severity is None:
            return _("Tap how bad it was.")
        return _("Tap when it began.")

    # --- the session ------------------------------------------------------------------------------------------

    def _today(self) -> dt.date:
        return meant_day(self._diary_session.now())

    def _likely_session(self) -> ExchangeSession | None:
        """The one of today or yesterday. Without one the person is asked: a session is never made up."""
        return current_session(self._diary_session.store.sessions(), self._today())

    def _session_line(self) -> str:
        session = self._draft.session
        if session is not None:
            day = day_words(session.day, self._today())
            return _("My diary · {session} · {day}").format(session=session_words(session), day=day)
        return _("My diary · Not about a session") if self._draft.session_said else _("My diary")

    def _arrange(self) -> None:
        theme = self._theme
        beside = self.width() >= theme.px(SIDE_FROM)
        self._split.setDirection(beside_if(beside))
        self._card.setMinimumWidth(theme.px(SIDE_WIDTH) if beside else 0)
        self._card.setMaximumWidth(theme.px(SIDE_WIDTH) if beside else NO_LIMIT)
        side = self._side(40)
        self._page_column.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._pill.setVisible(beside)
        self._head_row.setDirection(beside_if(self.width() >= theme.px(900)))
