"""Another day, another session, another moment of it: asked in place. No session is made up, and no day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.calendar import later_before
from tpe_guide.diary.draft import Draft
from tpe_guide.diary.model import ExchangeSession
from tpe_guide.diary.which_session import NEW, NEW_TODAY, NEW_YESTERDAY, NONE, choices
from tpe_guide.i18n import _
from tpe_guide.ui.diary.labels import session_words
from tpe_guide.ui.diary.month import MonthPicker
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.days import day_words
from tpe_guide.vocabulary.terms import Access, Moment
from tpe_guide.vocabulary.words import accesses

_LEAST, _LEAST_WIDTH, _BESIDE_FROM = 230, 110, 900


class SessionPanel(Card):
    """Writes into *draft*. *known*: the sessions of the diary; *access*: of a new one, as far as it is known.

    *parts*: what is asked besides which session it is.
    """

    changed = Signal()
    closed = Signal()
    access_said = Signal(str)
    """Needles or a line: the person has just said which."""

    def __init__(
        self,
        theme: Theme,
        draft: Draft,
        known: Sequence[ExchangeSession],
        today: dt.date,
        access: Access,
        parts: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._draft = draft
        self._known = known
        self._today = today
        self._access = access
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        pad = theme.of_bars.px(14)
        self._row.setContentsMargins(pad, pad, pad, pad)
        self._row.setSpacing(theme.px(12))
        self._row.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._column = tight(QVBoxLayout(), theme.px(8))
        self.month: MonthPicker | None = None
        self._first: QWidget | None = None
        if "day" in parts:
            self._ask_day()
        self._row.addLayout(self._column, 1)
        if "moment" in parts and draft.session is not None:
            self._ask_moment()
        if "day" in parts or not (draft.session or draft.session_said):
            self._ask_session()
        if "day" in parts and draft.session is not None:
            self._ask_access(draft.session)
        self._can_close = bool(parts) and self._first is not None
        if self._can_close:
            self._column.addWidget(self._close_button(), 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what the person has opened, before it leaves the screen."""
        if event.key() == Qt.Key.Key_Escape and self._can_close:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The month stands beside what is asked, or above it."""
        self._row.setDirection(beside_if(self.width() >= self._theme.px(_BESIDE_FROM)))

    def minimumSizeHint(self) -> QSize:
        """One below the other."""
        return QSize(self._theme.px(_LEAST_WIDTH), self._row.totalMinimumSize().height())

    def first_focus(self) -> QWidget:
        """The first answer."""
        return self.month.focus_day() if self.month else self._first or self

    @property
    def is_empty(self) -> bool:
        """Nothing is asked."""
        return self._first is None

    def _close_button(self) -> Button:
        close = Button(self._theme, _("Close"), "quiet", icon="x", size="tool")
        close.setObjectName("close-panel")
        close.clicked.connect(self.closed)
        return close

    # --- what is asked ------------------------------------------------------------------------------------

    def _ask_moment(self) -> None:
        words = {
            "moment-during": _("In the session"),
            "moment-evening": _("That evening"),
            "moment-next-day": _("The next morning"),
            "moment-later": _("Later"),
        }
        self._ask(_("When was it?"), words, self._on_moment)
        self._check(f"moment-{self._draft.meant_moment}")

    def _ask_day(self) -> None:
        sessions = {session.day: session_words(session) for session in self._known if session.state == "done"}
        picked = min(self._draft.meant or self._today, self._today)
        column = tight(QVBoxLayout(), self._theme.px(8))
        column.addWidget(Label(self._theme, _("Which day is it for?"), "small-strong"))
        self.month = MonthPicker(self._theme, picked, self._today, sessions)
        self.month.chosen.connect(self._on_day)
        column.addWidget(self.month)
        column.addStretch(1)
        self._row.addLayout(column)

    def _ask_session(self) -> None:
        self._choices = choices(self._draft, self._known, self._today, self._access)
        words = {f"session-{name}": self._words(name, each) for name, each in self._choices.items()}
        self._ask(_("Which session is this about?"), words, self._on_session)
        draft = self._draft
        if draft.session is not None or draft.session_said:
            same = (name for name, each in self._choices.items() if each == draft.session)
            self._check(f"session-{next(same, '')}")
        later = later_before(self._known, draft.session) if draft.session else None
        if later is not None and draft.session is not None:
            words_of = _("{later} was on {day}, which is later. Is the date of this computer right?")
            odd = words_of.format(later=session_words(later), day=day_words(later.day, self._today))
            self._column.addWidget(Label(self._theme, odd, "small-strong", color="straw800"))

    def _ask_access(self, session: ExchangeSession) -> None:
        ways = {f"session-{name}": way.own for name, way in accesses().items()}
        self._ask(_("Needles or a line?"), ways, self._on_access)
        self._check(f"session-{session.access}")

    def _ask(self, heading: str, answers: dict[str, str], slot: object) -> None:
        chips = []
        for name, words in answers.items():
            chip = Chip(self._theme, words, height=52)
            chip.setObjectName(name)
            chip.clicked.connect(slot)
            chips.append(chip)
        flow = Flow(self._theme, chips, least=_LEAST, most=6, gap=8)
        make_choice(flow, heading, chips)
        self._column.addWidget(Label(self._theme, heading, "small-strong"))
        self._column.addWidget(flow)
        self._first = self._first or chips[0]

    def _check(self, name: str) -> None:
        chip = self.findChild(Chip, name)
        if chip is not None:
            chip.setChecked(True)

    def _words(self, name: str, session: ExchangeSession | None) -> str:
        said = {
            NEW_TODAY: _("A new session, today"),
            NEW_YESTERDAY: _("A new session, yesterday"),
            NONE: _("Not about a session"),
        }
        if name in said:
            return said[name]
        assert session is not None
        day = day_words(session.day, self._today)
        if name == NEW:
            return _("A new session, {day}").format(day=day)
        return _("{session}, {day}").format(session=session_words(session), day=day)

    # --- what is answered ---------------------------------------------------------------------------------

    def _on_moment(self) -> None:
        name: Moment = self.sender().objectName().removeprefix("moment-")  # type: ignore[assignment]
        self._draft.moment = name
        self.changed.emit()

    def _on_day(self, day: dt.date) -> None:
        had = [session for session in self._known if session.day == day and session.state == "done"]
        if had:
            self._draft.say_session(max(had, key=lambda session: session.number))
        elif self._draft.session is not None and self._draft.session.day > day:
            self._draft.session, self._draft.session_said = None, False
        self._draft.say_day(day)
        self.changed.emit()

    def _on_session(self) -> None:
        name = self.sender().objectName().removeprefix("session-")
        self._draft.say_session(self._choices[name])
        self.changed.emit()

    def _on_access(self) -> None:
        session = self._draft.session
        if session is None:
            return
        access: Access = self.sender().objectName().removeprefix("session-")  # type: ignore[assignment]
        self._draft.session = replace(session, access=access)
        self.access_said.emit(access)
        self.changed.emit()
