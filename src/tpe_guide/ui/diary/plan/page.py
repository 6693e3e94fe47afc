"""Plan my sessions: how many, from which day, how often. What is added is shown before, and nothing else is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary import planning
from tpe_guide.diary.model import ExchangeSession
from tpe_guide.diary.overview import strip
from tpe_guide.diary.planning import MOST, Rhythm
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _, _n
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
from tpe_guide.ui.kit.day_picker import LONGEST, DayPicker
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.rebuild import focus_in
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.vocabulary.days import day_words, short_day

_BESIDE_FROM, _WIDEST = 760, 900
_USUAL = 5
"""So many are offered where none is there: the person says how many there are."""
_SHOWN_BEFORE, _SHOWN_DAYS = dt.timedelta(days=7), 31


class PlanPage(Screen):
    """What is picked outlives the screen in *state*; nothing is kept in the diary before it is added."""

    left = Signal()
    """Back to the diary."""

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
        self._body = QWidget()
        column = self._column = QVBoxLayout(self._body)
        column.setSpacing(theme.px(14))
        self._title = Label(theme, _("Plan my sessions"), "h1")
        self._title.setObjectName("page-title")
        column.addWidget(self._title)
        column.addWidget(self._rhythm_card())
        self._count = self._count_card()
        column.addWidget(self._count)
        self._from = self._first_card()
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
        """What this is, and what would be added."""
        return f"{self._title.text()}. {self._said.text()}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the days, before it leaves the screen."""
        if event.key() == Qt.Key.Key_Escape and self._picker is not None:
            self._close_picker()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margins give way before the words do."""
        self._arrange()

    # --- its parts --------------------------------------------------------------------------------------------

    def _card(self, title: str) -> tuple[Card, QVBoxLayout]:
        card = Card(self._theme)
        column = QVBoxLayout(card)
        side = self._theme.px(12)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(self._theme.px(10))
        if title:
            column.addWidget(Label(self._theme, title, "title"))
        return card, column

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

    def _first_card(self) -> Card:
        theme = self._theme
        card, self._first_column = self._card("")
        row = self._first_row = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme.px(12))
        words = tight(QVBoxLayout(), 0)
        words.addWidget(Label(theme, _("The first of them is on"), "small-strong", color="straw800"))
        self._first_said = Label(theme, "", "h3")
        self._first_said.setObjectName("first-day")
        words.addWidget(self._first_said)
        row.addLayout(words, 1)
        self._change_day = Button(theme, _("Another day"), "secondary", icon="calendar-days", size="small")
        self._change_day.setObjectName("another-day")
        self._change_day.clicked.connect(self._on_change_day)
        row.addWidget(self._change_day, 0, Qt.AlignmentFlag.AlignLeft)
        self._first_column.addLayout(row)
        self._picker: DayPicker | None = None
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
        self._first_said.setText(day_words(self._first, today))
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

    def _arrange(self) -> None:
        theme, width = self._theme, self.width()
        self._first_row.setDirection(beside_if(width >= theme.px(_BESIDE_FROM)))
        self._fit_title(self._title)
        least = theme.px(40 if width >= theme.px(900) else 16 if width >= theme.px(300) else 8)
        side = max(least, (width - theme.px(_WIDEST)) // 2)
        self._column.setContentsMargins(side, theme.px(10), side, theme.px(24))

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

    def _on_change_day(self) -> None:
        if self._picker is not None:
            self._close_picker()
            return
        ahead = (self._first - self._state.today).days
        self._pick_from(min(max(0, ahead - 3), LONGEST - MOST))

    def _pick_from(self, ahead: int) -> None:
        self._close_picker()
        picker = DayPicker(self._theme, self._state.today, ahead, self._first, clears=False)
        picker.chosen.connect(self._on_day)
        picker.closed.connect(self._close_picker)
        picker.moved.connect(self._pick_from)
        self._picker = picker
        self._first_column.addWidget(picker)
        focus_in(self._area, picker.chips[0])

    def _on_day(self, day: dt.date) -> None:
        self._close_picker()
        self._first = self._form.first = day
        self._tell()

    def _close_picker(self) -> None:
        if self._picker is not None:
            self._picker.hide()
            self._picker.deleteLater()
            self._picker = None
            self._change_day.setFocus(Qt.FocusReason.OtherFocusReason)

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
