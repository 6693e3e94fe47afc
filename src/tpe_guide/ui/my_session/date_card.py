"""When the next session is, and the way to get ready for it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.my_session.drop import PlannedDrop
from tpe_guide.ui.my_session.state import Plan
from tpe_guide.vocabulary.days import day_words

_BESIDE_FROM, _DROP_FROM = 760, 300


class DateCard(Card):
    """What is known of the next session. Without a day, to put it in is what there is to do first."""

    date_asked_for = Signal()
    get_ready = Signal()

    def __init__(self, theme: Theme, plan: Plan, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._drop = PlannedDrop(theme, str(plan.number) if plan.number else "?" if plan.day is None else "")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setSpacing(theme.px(16))
        words = tight(QHBoxLayout(), theme.px(16))
        words.addWidget(self._drop)
        said = tight(QVBoxLayout(), 0)
        said.addWidget(Label(theme, _("My next session"), "small-strong", color="straw800"))
        when = Label(theme, _when(plan, today), "h2")
        when.setObjectName("next-session")
        said.addWidget(when)
        words.addLayout(said, 1)
        self._row.addLayout(words, 1)
        known = plan.day is not None
        self.ask = Button(
            theme,
            _("Change the date") if known else _("Put in the date"),
            "secondary" if known else "primary",
            icon="calendar-days",
            size="inner",
        )
        self.ask.setObjectName("change-date")
        self.ask.clicked.connect(self.date_asked_for)
        ready = Button(
            theme, _("Get ready"), "primary" if known else "secondary", icon_after="arrow-right", size="inner"
        )
        ready.setObjectName("get-ready")
        ready.clicked.connect(self.get_ready)
        self.first = ready if known else self.ask
        self._row.addWidget(Flow(theme, [self.ask, ready], least=270, most=2, gap=14))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand beside the day, or below it."""
        theme, width = self._theme, self.width()
        self._row.setDirection(beside_if(width >= theme.px(_BESIDE_FROM)))
        side = theme.px(24 if width >= theme.px(_BESIDE_FROM) else 14)
        self._row.setContentsMargins(side, theme.px(14), side, theme.px(14))
        self._drop.setVisible(width >= theme.px(_DROP_FROM))


def _when(plan: Plan, today: dt.date) -> str:
    if plan.day is None:
        return _("When is it?")
    day = day_words(plan.day, today)
    if plan.day == today:
        day = _("Today, {day}").format(day=day)
    elif plan.day == today + dt.timedelta(days=1):
        day = _("Tomorrow, {day}").format(day=day)
    return _("{day}: session {number}").format(day=day, number=plan.number) if plan.number else day
