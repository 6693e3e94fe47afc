"""About this session: which one it was, needles or a line, about how long. No session is made up: it is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from tpe_guide.diary.calendar import later_before, session_done
from tpe_guide.diary.model import SESSION_LIMIT, ExchangeSession
from tpe_guide.i18n import _
from tpe_guide.ui.diary.labels import duration_words, session_words
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.days import day_words
from tpe_guide.vocabulary.terms import Access
from tpe_guide.vocabulary.words import accesses

RECENT = 4
DURATIONS = (90, 120, 150, 180, 210, 240)
NEW_TODAY, NEW_YESTERDAY, NONE = "new-today", "new-yesterday", "none"


class SessionCard(Card):
    """Emits the session as it should be kept, at each press; None: the entry is about none.

    *session*: the one picked so far. *said*: the person has picked it, or that there is none. *known*: those of the
    diary. *access*: of a new one, as far as it is known.
    """

    changed = Signal(object)
    access_said = Signal(str)
    """Needles or a line: the person has just said which."""

    def __init__(
        self,
        theme: Theme,
        session: ExchangeSession | None,
        known: Sequence[ExchangeSession],
        today: dt.date,
        access: Access = "unknown",
        *,
        said: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._session = session
        self._known = known
        self._today = today
        self._choices = _choices(session, known, today, access)
        self._column = QVBoxLayout(self)
        pad = theme.px(20)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(theme.px(10))
        is_answered = session is not None or said
        picked = next(name for name, each in self._choices.items() if each == session) if is_answered else ""
        self._which, *_rest = self._add(_("Which session is this about?"), self._words(), picked, self._on_session)
        self._odd = Label(theme, "", "small-strong", color="straw800")
        self._column.addWidget(self._odd)
        ways: dict[str, str] = {name: way.own for name, way in accesses().items()}
        self._access, *of_access = self._add(_("Needles or a line?"), ways, "", self._on_access)
        lengths = {str(minutes): duration_words(minutes) for minutes in DURATIONS}
        self._length, *of_length = self._add(_("About how long?"), lengths, "", self._on_minutes)
        self._details = (*of_access, *of_length)
        self._asks_all = is_answered
        self._refresh()

    @property
    def asks_all(self) -> bool:
        """All is asked, not only which session it was."""
        return self._asks_all

    def ask_all(self) -> None:
        """Ask for the rest as well."""
        self._asks_all = True
        self._refresh()

    def first_choice(self) -> QWidget:
        """The session that is offered first."""
        return self._which.buttons()[0]

    def _words(self) -> dict[str, str]:
        words = {
            name: _("{session}, {day}").format(session=session_words(each), day=day_words(each.day, self._today))
            for name, each in self._choices.items()
            if each is not None
        }
        said = {
            NEW_TODAY: _("A new session, today"),
            NEW_YESTERDAY: _("A new session, yesterday"),
            NONE: _("Not about a session"),
        }
        return {name: said.get(name) or words[name] for name in self._choices}

    def _add(
        self, heading: str, choices: dict[str, str], picked: str, slot: object
    ) -> tuple[QButtonGroup, QWidget, QWidget]:
        theme = self._theme
        label = Label(theme, heading, "small-strong")
        group = QButtonGroup(self)
        for value, words in choices.items():
            chip = Chip(theme, words, height=52)
            chip.setProperty("value", value)
            chip.setObjectName(f"session-{value}")
            chip.setChecked(value == picked)
            group.addButton(chip)
        group.buttonClicked.connect(slot)
        flow = Flow(theme, group.buttons(), least=170, most=6)
        make_choice(flow, heading, group.buttons())
        self._column.addWidget(label)
        self._column.addWidget(flow)
        return group, label, flow

    def _refresh(self) -> None:
        """What is asked of a session is asked of the one that is picked."""
        session = self._session
        for widget in self._details:
            widget.setVisible(self._asks_all and session is not None)
        later = later_before(self._known, session) if session is not None else None
        self._odd.setVisible(later is not None)
        if session is None:
            return
        if later is not None:
            words = _("{later} was on {day}, which is later. Is the date of this computer right?")
            self._odd.setText(words.format(later=session_words(later), day=day_words(later.day, self._today)))
        for group, value in ((self._access, session.access), (self._length, str(session.minutes or ""))):
            group.setExclusive(False)
            for chip in group.buttons():
                chip.setChecked(chip.property("value") == value)
            group.setExclusive(True)

    def _on_session(self, chip: Chip) -> None:
        self._session = self._choices[chip.property("value")]
        self._refresh()
        self.changed.emit(self._session)

    def _on_access(self, chip: Chip) -> None:
        self._keep(access=chip.property("value"))
        self.access_said.emit(chip.property("value"))

    def _on_minutes(self, chip: Chip) -> None:
        self._keep(minutes=int(chip.property("value")))

    def _keep(self, **answer: object) -> None:
        before = self._session
        if before is None:
            return
        self._session = replace(before, **answer)  # type: ignore[arg-type]
        for name, each in self._choices.items():
            if each == before:
                self._choices[name] = self._session
        self.changed.emit(self._session)


def _choices(
    session: ExchangeSession | None, known: Sequence[ExchangeSession], today: dt.date, access: Access
) -> dict[str, ExchangeSession | None]:
    """By name: the newest sessions had, a new one of yesterday and of today, the one chosen now, and none."""
    done = sorted((item for item in known if item.state == "done"), key=lambda item: (item.day, item.number))
    choices: dict[str, ExchangeSession | None] = {item.id: item for item in done[-RECENT:]}
    days = {NEW_YESTERDAY: today - dt.timedelta(days=1), NEW_TODAY: today}
    if session is not None:
        is_new = session.id not in {item.id for item in done}
        names = (name for name, day in days.items() if is_new and day == session.day)
        choices[next(names, session.id)] = session
    for name, day in days.items():
        new = session_done(known, day, access)
        has_room = len(known) < SESSION_LIMIT or any(item.id == new.id for item in known)
        if has_room and all(item.day != day for item in done):
            choices.setdefault(name, new)
    return {**choices, NONE: None}
