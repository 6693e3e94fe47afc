"""A session of the course, opened: when it was or will be, how it went, and what went back in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from tpe_guide.diary import planning
from tpe_guide.diary.kinds import TEXT_LIMIT
from tpe_guide.diary.model import ExchangeSession, new_id
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _, _n
from tpe_guide.ui.diary.day_page import DayPage
from tpe_guide.ui.diary.exchange.amount import Amount
from tpe_guide.ui.diary.exchange.scales import MOST_NUMBER, minutes, numbers
from tpe_guide.ui.diary.labels import session_words
from tpe_guide.ui.diary.overview.state import OverviewState
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.day_picker import EARLIEST
from tpe_guide.ui.kit.field import Problem, note_field
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.vocabulary.days import day_words
from tpe_guide.vocabulary.words import accesses

_BESIDE_FROM, _WIDEST = 760, 900


class ExchangePage(DayPage):
    """The session of *session_id*; ``new``: one that is added. Nothing is kept before *Save*."""

    _earliest, _latest = EARLIEST, 350

    def __init__(
        self,
        theme: Theme,
        state: OverviewState,
        session_id: str,
        say: Callable[[TpeGuideError], None],
        parent: QWidget | None = None,
    ) -> None:
        store = state.diary_session.store
        known, about = store.sessions(), store.glance().about(session_id)
        binned = any(one.entry.session == session_id for one in store.binned())
        super().__init__(theme, parent)
        self._state = state
        self._say = say
        self._known = next((one for one in known if one.id == session_id), None)
        self._about, self._binned = about, binned
        self._place = session_id
        number = min(max((one.number for one in known), default=0) + 1, MOST_NUMBER)
        self._others = {one.number for one in known if one.id != session_id}
        half, access = state.forms.half(session_id, self._known), state.diary_session.access
        new = ExchangeSession(half.id if half else new_id(), number, state.today, access=access)
        self._before = self._known or new
        self._session = half or self._before
        self._begin(self._title_words())
        column = self._column
        column.addWidget(self._day_card(_("On this day"), "session-day"))
        self._add_to_day(known)
        column.addWidget(self._state_card())
        self._how = self._how_card()
        column.addWidget(self._how)
        column.addWidget(self._note_card())
        column.addWidget(self._ends())
        column.addStretch(1)
        self._area = self._set_up(self._body)
        self._show()
        self._say_length()
        self._arrange()

    def first_focus(self) -> QWidget:
        """The day, which is what is changed most."""
        return self._change_day

    # --- its parts --------------------------------------------------------------------------------------------

    def _title_words(self) -> str:
        if self._known is None:
            return _("Add session {number}").format(number=self._session.number)
        return session_words(self._session)

    def _add_to_day(self, known_sessions: Sequence[ExchangeSession]) -> None:
        """Which session of the course it is, and whether those after it move along."""
        theme = self._theme
        number = Amount(theme, numbers(), self._session.number)
        number.changed.connect(lambda value: self._set(number=value))
        self._day_column.addWidget(number)
        later = planning.after(known_sessions, self._known) if self._known is not None else ()
        self._later = later if self._before.state == "planned" else ()
        self._along = Chip(theme, "", height=52)
        self._along.setObjectName("move-along")
        self._along.setChecked(self._place in self._state.forms.along)
        self._along.clicked.connect(lambda: self._form(self._session))
        self._day_column.addWidget(self._along)
        self._twice = Label(theme, _("Another session has this number, too."), "small", color="ink2")
        self._day_column.addWidget(self._twice)

    def _state_card(self) -> Card:
        card, column = self._card(_("How did it go?"))
        self._states = self._choices(
            column,
            _("How did it go?"),
            (
                ("state-planned", _("It is still to come"), ("planned", False)),
                ("state-done", _("It was done"), ("done", False)),
                ("state-stopped", _("It was stopped early"), ("done", True)),
                ("state-missed", _("It was missed"), ("missed", False)),
            ),
            self._pick_state,
        )
        return card

    def _how_card(self) -> QWidget:
        theme = self._theme
        box = QWidget()
        outer = tight(QVBoxLayout(box), theme.px(14))
        card, column = self._card(_("What went back in?"))
        self._fluids = self._choices(
            column,
            _("What went back in?"),
            (
                ("fluid-albumin", _("Albumin"), "albumin"),
                ("fluid-plasma", _("Donor plasma"), "plasma"),
                ("fluid-mixed", _("Both"), "mixed"),
                ("fluid-none", _("Not said"), None),
            ),
            lambda fluid: self._set(fluid=fluid),
        )
        outer.addWidget(card)
        card, column = self._card(_("How long did it take?"))
        took = Amount(theme, minutes(), self._session.minutes)
        took.changed.connect(lambda value: self._set(minutes=value))
        column.addWidget(took)
        outer.addWidget(card)
        card, column = self._card(_("How did blood go out and in?"))
        self._accesses = self._choices(
            column,
            _("How did blood go out and in?"),
            tuple((f"access-{name}", words.own, name) for name, words in accesses().items()),
            lambda access: self._set(access=access),
        )
        column.addWidget(
            Label(theme, _("Not known: then the warning signs of a line are asked, too."), "small", color="ink2")
        )
        outer.addWidget(card)
        return box

    def _note_card(self) -> Card:
        card, column = self._card(_("Note"))
        self._note: QPlainTextEdit = note_field(self._theme, _("Note about this session"))
        self._note.setObjectName("session-note")
        held = self._state.forms.note(self._place, self._session.note)
        held.setDefaultFont(self._theme.font("body"))
        self._note.setDocument(held)
        self._note.textChanged.connect(self._on_note)
        column.addWidget(self._note)
        self._too_long = Problem(self._theme)
        self._too_long.hide()
        column.addWidget(self._too_long)
        return card

    def _choices(
        self,
        column: QVBoxLayout,
        question: str,
        answers: tuple[tuple[str, str, Any], ...],
        pick: Callable[[Any], None],
    ) -> dict[Any, Chip]:
        chips = {}
        for name, words, value in answers:
            chip = Chip(self._theme, words, height=52)
            chip.setObjectName(name)
            chip.clicked.connect(lambda _checked=False, value=value: pick(value))
            chips[value] = chip
        flow = Flow(self._theme, list(chips.values()), least=190, most=4, gap=10, alike=True)
        make_choice(flow, question, chips.values())
        column.addWidget(flow)
        return chips

    def _ends(self) -> QWidget:
        theme = self._theme
        box = QWidget()
        column = tight(QVBoxLayout(box), theme.px(10))
        self._save = Button(theme, _("Save"), icon="check", size="inner")
        self._save.setObjectName("save-session")
        self._save.clicked.connect(self._on_save)
        self._forget = Button(theme, _("Do not save it"), "quiet", icon="undo-2", size="inner")
        self._forget.setObjectName("forget-changes")
        self._forget.clicked.connect(self._leave)
        self._forget.setVisible(self._session != self._before)
        buttons = [self._save, self._forget]
        if self._known is not None and not self._about and not self._binned:
            remove = Button(theme, _("Remove this session"), "quiet", icon="trash-2", size="inner")
            remove.setObjectName("remove-session")
            remove.clicked.connect(self._on_remove)
            buttons.append(remove)
        column.addWidget(Wrap(theme, buttons, gap=12, row_gap=8))
        if self._about:
            words = _n(
                "{count} entry is about this session. Remove that first, if the session never was.",
                "{count} entries are about this session. Remove them first, if the session never was.",
                self._about,
            )
            column.addWidget(Label(theme, words.format(count=self._about), "small", color="ink2"))
        elif self._binned:
            words = _("A removed entry is about this session. Until that is gone for good, the session stays.")
            column.addWidget(Label(theme, words, "small", color="ink2"))
        return box

    def _show(self) -> None:
        """The session as it stands."""
        session = self._session
        self._day_said.setText(day_words(session.day, self._state.today))
        self._title.setText(self._title_words())
        self._twice.setVisible(session.number in self._others)
        for chips, value in (
            (self._states, (session.state, session.stopped_early)),
            (self._fluids, None if session.fluid == "unknown" else session.fluid),
            (self._accesses, session.access),
        ):
            chips[value].setChecked(True)
        self._how.setVisible(session.state == "done")
        self._offer_to_move_along()

    def _offer_to_move_along(self) -> None:
        """Those planned after one that is moved stay where they are, unless the person says so."""
        count, days = len(self._later), (self._session.day - self._before.day).days
        moved = bool(count and days) and self._session.state == "planned"
        self._along.setVisible(moved)
        if not moved:
            self._along.setChecked(False)
            return
        which = _n("Move the session after it, too", "Move the {count} sessions after it, too", count).format(
            count=count
        )
        later = _n("{count} day later", "{count} days later", abs(days))
        earlier = _n("{count} day earlier", "{count} days earlier", abs(days))
        by = (later if days > 0 else earlier).format(count=abs(days))
        self._along.setText(_("{which}: {by}").format(which=which, by=by))
        self._along.setAccessibleName(self._along.text())
        self._along.updateGeometry()

    # --- what is pressed --------------------------------------------------------------------------------------

    def _set(self, **change: Any) -> None:  # noqa: ANN401 - fields of a session
        self._form(replace(self._session, **change))
        self._show()

    def _form(self, session: ExchangeSession) -> None:
        self._session = session
        changed = session != self._before
        half, along = session if changed else None, self._along.isChecked()
        self._state.forms.form(self._place, half, self._before, along=along)
        self._forget.setVisible(changed)

    def _pick_state(self, picked: tuple[Any, bool]) -> None:
        self._set(state=picked[0], stopped_early=picked[1])

    def _on_note(self) -> None:
        self._form(replace(self._session, note=self._note.toPlainText()))
        self._say_length()

    def _say_length(self) -> None:
        over = len(self._session.note) - TEXT_LIMIT
        said = _n(
            "That is {count} letter too many. Take it out before you save.",
            "That is {count} letters too many. Take some out before you save.",
            max(over, 1),
        )
        self._too_long.say(said.format(count=over) if over > 0 else "")
        self._too_long.setVisible(over > 0)
        self._save.setEnabled(over <= 0)

    def _today(self) -> dt.date:
        return self._state.today

    def _day(self) -> dt.date:
        return self._session.day

    def _on_day(self, day: dt.date) -> None:
        if self._known is None:  # a day to come is a plan, unless the person says otherwise
            self._set(day=day, state="planned" if day > self._state.today else "done")
        else:
            self._set(day=day)

    def _on_save(self) -> None:
        kept = replace(self._session, note=self._session.note.strip())
        by = kept.day - self._before.day
        along = planning.moved_by(self._later, by) if self._along.isChecked() else ()
        self._try(lambda: self._state.keep(kept, self._place, along))

    def _on_remove(self) -> None:
        known = self._known
        assert known is not None
        self._try(lambda: self._state.remove_session(known.id))

    def _try(self, do: Callable[[], None]) -> None:
        try:
            do()
        except TpeGuideError as error:
            self._say(error)
            return
        self.left.emit()

    def _leave(self) -> None:
        self._state.forms.forget(self._place)
        self.left.emit()
