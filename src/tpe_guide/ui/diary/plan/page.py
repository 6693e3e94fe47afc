"""Plan my sessions: how many, from which day, how often. What is added is shown before, and nothing else is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tpe_guide.diary import planning
from tpe_guide.diary.model import ExchangeSession
from tpe_guide.diary.overview import strip
from tpe_guide.diary.planning import MOST, Rhythm
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _, _n
from tpe_guide.ui.diary.day_page import DayPage
from tpe_guide.ui.diary.exchange.amount import Amount
from tpe_guide.ui.diary.exchange.scales import how_many
from tpe_guide.ui.diary.labels import session_words
from tpe_guide.ui.diary.month import MonthPicker
from tpe_guide.ui.diary.overview.state import OverviewState
from tpe_guide.ui.diary.overview.strip import CourseStrip
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.day_picker import LONGEST
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.vocabulary.days import day_words, short_day

_USUAL = 5
"""So many are offered where none is there: the person says how many there are."""
_SHOWN_BEFORE, _SHOWN_DAYS = dt.timedelta(days=7), 31


class PlanPage(DayPage):
    """What is picked outlives the screen in *state*; nothing is kept in the diary before it is added."""

    _latest = LONGEST - MOST

    def __init__(
        self,
        theme: Theme,
        state: OverviewState,
        say: Callable[[TpeGuideError], None],
        parent: QWidget | None = None,
    ) -> None:
        store = state.diary_session.store
        known, course = store.sessions(), store.course()
        super().__init__(theme, parent)
        self._state = state
        self._say = say
        self._known = known
        self._taken = {session.day: session_words(session) for session in known}
        self._room = planning.room_for(known)
        self._form = state.planning
        self._form.drop_what_is_over(state.today)
        count = len(known)
        self._planned = course.planned_sessions or 0
        offered = self._planned if self._planned > count else count + (1 if known else _USUAL)
        self._in_all = min(max(self._form.in_all or offered, count), count + self._room)
        self._first = self._form.first or planning.first_day(known, state.today)
        self._begin(_("Plan my sessions"))
        column = self._column
        column.addWidget(self._rhythm_card())
        self._count = self._count_card()
        column.addWidget(self._count)
        self._from = self._day_card(_("The first of them is on"), "first-day")
        column.addWidget(self._from)
        self._month = self._month_card()
        column.addWidget(self._month)
        self._preview, self._preview_column = self._card(_("So it looks"))
        self._strip: QWidget | None = None
        self._said = Label(theme, "", "body")
        self._said.setObjectName("plan-said")
        self._preview_column.addWidget(self._said)
        column.addWidget(self._preview)
        column.addWidget(self._ends())
        column.addStretch(1)
        self._area = self._set_up(self._body)
        self._show()
        self._arrange()

    def first_focus(self) -> QWidget:
        """How often, which is asked first."""
        return self._rhythms[self._form.rhythm]

    def said(self) -> str:
        """What would be added."""
        return self._said.text()

    # --- its parts --------------------------------------------------------------------------------------------

    def _rhythm_card(self) -> Card:
        question = _("On which days are they?")
        card, column = self._card(question)
        words: dict[Rhythm, str] = {
            "other-day": _("Every other day"),
            "daily": _("Every day"),
            "chosen": _("I pick the days"),
        }
        self._rhythms: dict[Rhythm, Chip] = {}
        for rhythm, said in words.items():
            chip = self._rhythms[rhythm] = Chip(self._theme, said, height=52)
            chip.setObjectName(f"rhythm-{rhythm}")
            chip.clicked.connect(lambda _checked=False, rhythm=rhythm: self._pick_rhythm(rhythm))
        flow = Flow(self._theme, list(self._rhythms.values()), least=190, most=3, gap=10, alike=True)
        make_choice(flow, question, self._rhythms.values())
        column.addWidget(flow)
        return card

    def _count_card(self) -> Card:
        card, column = self._card(_("How many does your unit plan in all?"))
        count = len(self._known)
        amount = Amount(self._theme, how_many(max(1, count), count + self._room), self._in_all)
        amount.changed.connect(self._set_count)
        column.addWidget(amount)
        if count:
            there = _n("{count} is in your diary. It stays.", "{count} are in your diary. They stay.", count)
            column.addWidget(Label(self._theme, there.format(count=count), "small", color="ink2"))
        return card

    def _month_card(self) -> Card:
        card, column = self._card(_("Press each day that has a session"))
        today = self._state.today
        self._days = MonthPicker(
            self._theme,
            min(self._form.chosen, default=self._first),
            today + dt.timedelta(days=LONGEST),
            self._taken,
            first=today,
            several=self._form.chosen,
        )
        self._days.chosen.connect(self._toggle)
        column.addWidget(self._days)
        self._full = Label(self._theme, "", "small", color="ink2")
        self._full.setObjectName("plan-full")
        column.addWidget(self._full)
        return card

    def _ends(self) -> QWidget:
        self._add = Button(self._theme, "", icon="check", size="inner")
        self._add.setObjectName("add-plan")
        self._add.clicked.connect(self._on_add)
        forget = Button(self._theme, _("Do not add them"), "quiet", icon="undo-2", size="inner")
        forget.setObjectName("forget-plan")
        forget.clicked.connect(self._leave)
        return Wrap(self._theme, [self._add, forget], gap=12, row_gap=8)

    # --- what is shown ----------------------------------------------------------------------------------------

    def _new_days(self) -> tuple[dt.date, ...]:
        wanted = self._in_all - len(self._known)
        return planning.days(self._form.rhythm, self._first, wanted, self._form.chosen, self._taken)

    def _show(self) -> None:
        today, days, chosen = self._state.today, self._new_days(), self._form.rhythm == "chosen"
        self._rhythms[self._form.rhythm].setChecked(True)
        self._count.setVisible(not chosen)
        self._from.setVisible(not chosen)
        self._month.setVisible(chosen)
        self._day_said.setText(day_words(self._first, today))
        full = _n("That is {count}, as many as fit at once.", "That is {count}, as many as fit at once.", self._room)
        self._full.setText(full.format(count=self._room) if len(days) >= self._room else "")
        self._full.setVisible(len(days) >= self._room)
        self._show_strip(days)
        self._said.setText(self._words(days))
        count = len(days)
        words = _n("Add this session", "Add these {count} sessions", count).format(count=count)
        self._add.setText(words if days else _("Keep this number"))
        self._add.setEnabled(bool(days) or not chosen)

    def _show_strip(self, days: tuple[dt.date, ...]) -> None:
        if self._strip is not None:
            self._strip.hide()
            self._strip.deleteLater()
            self._strip = None
        made = planning.planned(self._known, days, "unknown")
        near = [one for one in self._known if days and days[0] - _SHOWN_BEFORE <= one.day <= days[-1]]
        if made:
            shown = strip((*near, *made), self._state.today, most=_SHOWN_DAYS)
            self._strip = CourseStrip(self._theme, shown, self._state.today, opens=False)
            self._preview_column.insertWidget(1, self._strip)

    def _words(self, days: tuple[dt.date, ...]) -> str:
        if not days:
            return _("No day is picked yet.") if self._form.rhythm == "chosen" else _("No session is added.")
        today = self._state.today
        if len(days) == 1:
            return _("One session, on {day}.").format(day=day_words(days[0], today))
        words = _("{count} sessions, from {first} to {last}.")
        return words.format(count=len(days), first=short_day(days[0], today), last=short_day(days[-1], today))

    # --- what is pressed --------------------------------------------------------------------------------------

    def _pick_rhythm(self, rhythm: Rhythm) -> None:
        self._form.rhythm = rhythm
        self._close_picker()
        self._tell()

    def _set_count(self, count: int) -> None:
        self._in_all = self._form.in_all = count
        self._tell()

    def _toggle(self, day: dt.date) -> None:
        chosen = self._form.chosen
        if day in chosen:
            chosen.discard(day)
        elif len(chosen) < self._room:
            chosen.add(day)
        self._days.show_picked(chosen)
        self._tell()

    def _tell(self) -> None:
        self._show()
        announce(self, self._said.text())

    def _today(self) -> dt.date:
        return self._state.today

    def _day(self) -> dt.date:
        return self._first

    def _on_day(self, day: dt.date) -> None:
        self._first = self._form.first = day
        self._tell()

    def _on_add(self) -> None:
        made: tuple[ExchangeSession, ...] = planning.planned(
            self._known, self._new_days(), self._state.diary_session.access
        )
        try:
            self._state.plan(made, self._in_all_then(len(made)))
        except TpeGuideError as error:
            self._say(error)
            return
        self.left.emit()

    def _in_all_then(self, added: int) -> int:
        """How many the course has with those: as it was said here, or before."""
        said = self._planned if self._form.rhythm == "chosen" else self._in_all
        return max(said, len(self._known) + added)

    def _leave(self) -> None:
        self._state.forget_plan()
        self.left.emit()
