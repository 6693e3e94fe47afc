"""How have you felt since your session? Three taps and Save; everything else is there for who wants it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tpe_guide.diary.calendar import current_session, meant_day, session_done
from tpe_guide.diary.catalogue import Catalogue, WarningSign
from tpe_guide.diary.model import OTHER, TEXT_LIMIT, ExchangeSession
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _, _n
from tpe_guide.ui.diary_desk import DiaryDesk
from tpe_guide.ui.labels import began_words, day_words, function_words, session_words, severity_words
from tpe_guide.ui.scrolling import scrolling
from tpe_guide.ui.theme import Theme
from tpe_guide.ui.widgets.bottom_bar import BottomBar
from tpe_guide.ui.widgets.button import Button
from tpe_guide.ui.widgets.card import Card
from tpe_guide.ui.widgets.chip import Chip
from tpe_guide.ui.widgets.field import field_style, note_field
from tpe_guide.ui.widgets.flow import Flow
from tpe_guide.ui.widgets.label import Label
from tpe_guide.ui.widgets.numbered import NumberedHeading
from tpe_guide.ui.widgets.pill import Pill
from tpe_guide.ui.widgets.session_card import SessionCard
from tpe_guide.ui.widgets.severity_picker import SeverityPicker
from tpe_guide.ui.widgets.stepper import Stepper
from tpe_guide.ui.widgets.warning_panel import WarningPanel

SIDE_FROM = 1180
SIDE_WIDTH = 384
NOTHING = "nothing"
MORE_SIGNS = "more-signs"
FIRST_SIGN = "fever-chills"
FUNCTIONS_ASKED = ("vision", "walking", "energy")
BEGAN_ICONS = {"during": "clock", "way-home": "map-pin", "at-home": "house", "next-day": "calendar-days"}
"""“I don't know” has no chip: leaving “when” for later would cost the third tap its meaning."""


class LogPage(QWidget):
    """Writes one entry. What is tapped lives in the desk's draft, so leaving the screen loses nothing."""

    saved = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        desk: DiaryDesk,
        catalogue: Catalogue,
        number_for: Callable[[WarningSign], str],
        say: Callable[[TpeGuideError], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._desk = desk
        self._draft = desk.draft
        self._catalogue = catalogue
        self._number_for = number_for
        self._say = say
        if self._draft.session is None:
            self._draft.session = self._likely_session()
        self._body = QWidget()
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(theme.px(32))
        self._split.addWidget(self._questions(), 1)
        self._side = self._side_card()
        self._split.addWidget(self._side)
        self._page_column = QVBoxLayout(self._body)
        self._page_column.setSpacing(theme.px(12))
        self._page_column.addLayout(self._head())
        self._session_card = SessionCard(theme, self._session(), desk.store.sessions(), meant_day(desk.now()))
        self._session_card.changed.connect(self._on_session)
        self._session_card.hide()
        self._page_column.addWidget(self._session_card)
        self._page_column.addLayout(self._split)
        self._page_column.addStretch(1)
        self._area: QScrollArea = scrolling(theme, self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._bottom())
        self._arrange()
        self._refresh()

    def first_focus(self) -> QWidget:
        """The first effect."""
        return self._chips[self._catalogue.effects[0].id]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The summary stands beside the questions, or below them."""
        self._arrange()

    # --- building -----------------------------------------------------------------------------------------

    def _head(self) -> QBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self._eyebrow = Label(theme, "", "small-strong", color="straw800")
        line.addWidget(self._eyebrow)
        change = Button(
            theme,
            _("Change"),
            "tool",
            icon="pencil",
            role="small-strong",
            height=44,
            padding=10,
            icon_size=18,
        )
        change.setObjectName("change-session")
        change.setAccessibleName(_("Change the session this belongs to"))
        change.clicked.connect(self._toggle_session_card)
        line.addWidget(change)
        line.addStretch(1)
        words.addLayout(line)
        words.addWidget(Label(theme, _("How have you felt since your session?"), "h1"))
        row.addLayout(words, 1)
        self._pill = Pill(theme, "lock", _("Locked. Stays on this computer."))
        row.addWidget(self._pill)
        return row

    def _questions(self) -> QWidget:
        theme = self._theme
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(NumberedHeading(theme, 1, _("What did you notice?")))
        column.addWidget(self._effect_chips())
        self._signs = self._sign_chips()
        column.addWidget(self._signs)
        column.addSpacing(theme.px(8))
        column.addWidget(NumberedHeading(theme, 2, _("How bad was it?")))
        self._severity = SeverityPicker(theme, self._draft.severity)
        self._severity.picked.connect(self._on_severity)
        column.addWidget(self._severity)
        self._warning_place = QVBoxLayout()
        column.addLayout(self._warning_place)
        self._warning: WarningPanel | None = None
        column.addSpacing(theme.px(8))
        column.addWidget(NumberedHeading(theme, 3, _("When did it begin?")))
        column.addWidget(self._began_chips())
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
            self._chip(sign.id, sign.name, sign.icon)
            for sign in self._catalogue.warnings
            if sign.id != FIRST_SIGN
        ]
        self._chips |= {chip.property("effect"): chip for chip in chips}
        flow = Flow(self._theme, chips, least=166, most=5)
        flow.setVisible(self._draft.effect in {sign.id for sign in self._catalogue.warnings} - {FIRST_SIGN})
        return flow

    def _chip(self, effect: str, words: str, icon: str) -> Chip:
        chip = Chip(self._theme, words, icon, height=60)
        chip.setObjectName(f"effect-{effect}")
        chip.setProperty("effect", effect)
        chip.clicked.connect(self._on_effect)
        return chip

    def _began_chips(self) -> Flow:
        self._began = QButtonGroup(self)
        chips = []
        for value, icon in BEGAN_ICONS.items():
            chip = Chip(self._theme, began_words()[value], icon, height=60)
            chip.setObjectName(f"began-{value}")
            chip.setProperty("began", value)
            self._began.addButton(chip)
            chips.append(chip)
        self._began.buttonClicked.connect(self._on_began)
        return Flow(self._theme, chips, least=200, most=4)

    def _side_card(self) -> Card:
        theme = self._theme
        card = Card(theme)
        column = QVBoxLayout(card)
        pad = theme.px(24)
        column.setContentsMargins(pad, theme.px(20), pad, theme.px(20))
        column.setSpacing(theme.px(10))
        column.addLayout(self._tap_line())
        self._told_so_far = Label(theme, "", "small")
        column.addWidget(self._told_so_far)
        self._words = QLineEdit(self._draft.words)
        self._words.setFont(theme.font("body"))
        self._words.setStyleSheet(field_style(theme))
        self._words.setMinimumHeight(theme.px(52))
        self._words.setMaxLength(TEXT_LIMIT)
        self._words.setPlaceholderText(_("What was it?"))
        self._words.setAccessibleName(_("What was it, in your own words?"))
        self._words.setObjectName("own-words")
        self._words.textEdited.connect(self._on_words)
        column.addWidget(self._words)
        self._told = Chip(theme, _("I told the staff"), "message-circle", height=52)
        self._told.setObjectName("told-staff")
        self._told.clicked.connect(self._on_told)
        column.addWidget(self._told)
        self._another = Button(
            theme, _("Add another effect"), "secondary", icon="plus", height=52, padding=18, icon_size=22
        )
        self._another.setObjectName("add-another")
        self._another.clicked.connect(self._on_another)
        column.addWidget(self._another)
        self._add_functions(column)
        column.addWidget(Label(theme, _("Note (if you like)"), "small-strong"))
        self._note = note_field(theme, _("Note, if you like"), lines=2)
        self._note.setObjectName("note")
        self._note.setPlainText(self._draft.note)
        self._note.textChanged.connect(self._on_note)
        column.addWidget(self._note, 1)
        return card

    def _tap_line(self) -> QBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        self._taps = Label(theme, "0", "display", wrap=False)
        row.addWidget(self._taps)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._taps_words = Label(theme, "", "strong")
        self._taps_hint = Label(theme, "", "small", color="ink2")
        words.addWidget(self._taps_words)
        words.addWidget(self._taps_hint)
        row.addLayout(words, 1)
        return row

    def _add_functions(self, column: QVBoxLayout) -> None:
        theme = self._theme
        self._function_button = Button(
            theme,
            _("Add how well you see, walk and feel"),
            "quiet",
            icon="chevron-down",
            role="small-strong",
            height=52,
            padding=16,
            icon_size=20,
        )
        self._function_button.setObjectName("show-functions")
        self._function_button.clicked.connect(self._show_functions)
        column.addWidget(self._function_button)
        self._functions = QWidget()
        inside = QVBoxLayout(self._functions)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(8))
        inside.addWidget(Label(theme, _("Today, from 0 (worst) to 10 (best)"), "small", color="ink2"))
        for name in FUNCTIONS_ASKED:
            stepper = Stepper(theme, name, function_words()[name], self._draft.function.get(name))
            stepper.changed.connect(self._on_function)
            inside.addWidget(stepper)
        column.addWidget(self._functions)
        self._functions.setVisible(bool(self._draft.function))
        self._function_button.setVisible(not self._draft.function)

    def _bottom(self) -> BottomBar:
        theme = self._theme
        leave = Button(theme, _("Leave without saving"), "secondary", icon="x", short=_("Leave"))
        leave.setObjectName("leave")
        leave.clicked.connect(self._leave)
        self._save_button = Button(theme, _("Save this entry"), icon_after="check", short=_("Save"))
        self._save_button.setObjectName("save")
        self._save_button.clicked.connect(self._save)
        self._hint = Label(theme, "", "small", color="ink2", wrap=False)
        return BottomBar(theme, leave, self._hint, self._save_button)

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

    def _on_words(self, words: str) -> None:
        self._draft.words = words

    def _on_told(self, told: bool) -> None:
        self._draft.told_staff = told or None

    def _on_another(self) -> None:
        self._draft.add_another()
        self._refresh()
        self.first_focus().setFocus()

    def _on_function(self, name: str, value: int) -> None:
        self._draft.set_function(name, value)
        self._refresh()

    def _on_note(self) -> None:
        text = self._note.toPlainText()
        if len(text) > TEXT_LIMIT:
            self._note.setPlainText(text[:TEXT_LIMIT])
            return
        self._draft.note = text

    def _on_session(self, session: ExchangeSession) -> None:
        self._draft.session = session
        self._refresh()

    def _toggle_session_card(self) -> None:
        self._session_card.setVisible(not self._session_card.isVisible())

    def _show_functions(self) -> None:
        self._function_button.hide()
        self._functions.show()

    def _leave(self) -> None:
        self._desk.forget_draft()
        self.left.emit()

    def _save(self) -> None:
        """Session first, then the entry; “Saved” is shown only after both are on disk."""
        if not self._draft.ready:
            self._hint.setText(self._what_is_missing())
            return
        store, session = self._desk.store, self._session()
        try:
            store.keep_session(session)
            store.save_entry(self._draft.entry(self._desk.now()))
        except TpeGuideError as error:
            self._say(error)
            return
        self._desk.forget_draft()
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
        for chip in self._began.buttons():
            chip.setChecked(chip.property("began") == draft.began)
        self._began.setExclusive(True)
        self._words.setVisible(draft.effect == OTHER)
        self._told.setVisible(bool(draft.effect))
        self._told.setChecked(bool(draft.told_staff))
        self._another.setVisible(draft.in_hand is not None)
        self._refresh_words()
        self._refresh_warning()

    def _refresh_words(self) -> None:
        draft = self._draft
        self._eyebrow.setText(self._session_line())
        self._taps.setText(str(draft.taps))
        self._taps_words.setText(_n("tap so far", "taps so far", draft.taps))
        self._taps_hint.setText(_("That is all you need.") if draft.ready else _("Three are all you need."))
        self._told_so_far.setText("\n".join(self._lines()))
        self._told_so_far.setVisible(bool(self._lines()))
        self._hint.setText(_("You can add another entry later.") if draft.ready else self._what_is_missing())
        self._save_button.setEnabled(draft.ready)

    def _lines(self) -> list[str]:
        draft, names = self._draft, self._catalogue
        lines = [
            _("✓ {effect}: {severity}").format(
                effect=names.name(report.effect), severity=severity_words()[report.severity]
            )
            for report in draft.reports
        ]
        if draft.effect:
            lines.append(_("Effect: {effect}").format(effect=names.name(draft.effect)))
        if draft.severity is not None:
            lines.append(
                _("How bad: {word} ({level} of 3)").format(
                    word=severity_words()[draft.severity], level=draft.severity
                )
            )
        if draft.began is not None:
            lines.append(_("Began: {when}").format(when=began_words()[draft.began]))
        return lines

    def _refresh_warning(self) -> None:
        if self._warning is not None:
            self._warning_place.removeWidget(self._warning)
            self._warning.hide()
            self._warning.deleteLater()
            self._warning = None
        effect = self._draft.effect
        if not self._catalogue.is_warning(effect):
            return
        sign = self._catalogue.warning(effect)
        self._warning = WarningPanel(self._theme, sign, self._number_for(sign))
        self._warning_place.addWidget(self._warning)
        self._warning.announce()
        # The panel gets its place only when the layout has run; then it must be seen, whatever was scrolled.
        QTimer.singleShot(0, self._warning, self._bring_warning_into_view)

    def _bring_warning_into_view(self) -> None:
        if self._warning is not None:
            self._area.ensureWidgetVisible(self._warning, 0, self._theme.px(12))

    def _what_is_missing(self) -> str:
        draft = self._draft
        if not draft.effect:
            return _("Tap what you noticed.")
        if draft.severity is None:
            return _("Tap how bad it was.")
        return _("Tap when it began.")

    # --- the session ------------------------------------------------------------------------------------------

    def _session(self) -> ExchangeSession:
        if self._draft.session is None:
            self._draft.session = self._likely_session()
        return self._draft.session

    def _likely_session(self) -> ExchangeSession:
        today = meant_day(self._desk.now())
        sessions = self._desk.store.sessions()
        return current_session(sessions, today) or session_done(sessions, today)

    def _session_line(self) -> str:
        session = self._session()
        return _("My diary · {session} · {day}").format(
            session=session_words(session), day=day_words(session.day)
        )

    def _arrange(self) -> None:
        theme = self._theme
        beside = self.width() >= theme.px(SIDE_FROM)
        along, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._split.setDirection(along if beside else down)
        if beside:
            self._side.setFixedWidth(theme.px(SIDE_WIDTH))
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
        side = theme.px(40 if self.width() >= theme.px(900) else 16)
        self._page_column.setContentsMargins(side, theme.px(14), side, theme.px(16))
        self._pill.setVisible(self.width() >= theme.px(900))
