"""About this session: which one it was, needles or a line, about how long. All optional, all one press."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from tpe_guide.diary.calendar import session_done
from tpe_guide.diary.model import ExchangeSession
from tpe_guide.i18n import _
from tpe_guide.ui.diary.labels import day_words, duration_words, session_words
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.terms import Access
from tpe_guide.vocabulary.words import accesses

RECENT = 4
DURATIONS = (90, 120, 150, 180, 210, 240)


class SessionCard(Card):
    """Emits the session as it should be kept, at each press. *access*: of a new one, as far as it is known."""

    changed = Signal(ExchangeSession)
    access_said = Signal(str)
    """Needles or a line: the person has just said which."""

    def __init__(
        self,
        theme: Theme,
        session: ExchangeSession,
        known: Sequence[ExchangeSession],
        today: dt.date,
        access: Access = "unknown",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._session = session
        self._column = QVBoxLayout(self)
        pad = theme.px(20)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(theme.px(10))
        self._sessions = {item.id: item for item in _choices(session, known, today, access)}
        words = {
            item.id: _("{session}, {day}").format(session=session_words(item), day=day_words(item.day))
            for item in self._sessions.values()
        }
        self._add(_("Which session?"), words, session.id, self._on_session)
        ways: dict[str, str] = {name: way.own for name, way in accesses().items()}
        self._add(_("Needles or a line?"), ways, session.access, self._on_access)
        lengths = {str(minutes): duration_words(minutes) for minutes in DURATIONS}
        self._add(_("About how long?"), lengths, str(session.minutes or ""), self._on_minutes)

    def _add(self, heading: str, choices: dict[str, str], picked: str, slot: object) -> None:
        theme = self._theme
        self._column.addWidget(Label(theme, heading, "small-strong"))
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
        self._column.addWidget(flow)

    def _on_session(self, chip: Chip) -> None:
        picked = self._sessions[chip.property("value")]
        self._keep(picked)

    def _on_access(self, chip: Chip) -> None:
        self._keep(replace(self._session, access=chip.property("value")))
        self.access_said.emit(chip.property("value"))

    def _on_minutes(self, chip: Chip) -> None:
        self._keep(replace(self._session, minutes=int(chip.property("value"))))

    def _keep(self, session: ExchangeSession) -> None:
        self._session = session
        self._sessions[session.id] = session
        self.changed.emit(session)


def _choices(
    session: ExchangeSession, known: Sequence[ExchangeSession], today: dt.date, access: Access
) -> list[ExchangeSession]:
    """The newest sessions had, a new one of today and of yesterday, and the one chosen now."""
    done = sorted((item for item in known if item.state == "done"), key=lambda item: (item.day, item.number))
    choices = {item.id: item for item in done[-RECENT:]}
    choices[session.id] = session
    days = {item.day for item in choices.values()}
    for day in (today - dt.timedelta(days=1), today):
        if day not in days:
            new = session_done(known, day, access)
            choices.setdefault(new.id, new)
    return sorted(choices.values(), key=lambda item: (item.day, item.number))
