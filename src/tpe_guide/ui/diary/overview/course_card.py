"""The course: its days in a row, and what can be done with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.model import SESSION_LIMIT, ExchangeSession
from tpe_guide.diary.overview import Strip
from tpe_guide.i18n import _
from tpe_guide.ui.diary.labels import session_words
from tpe_guide.ui.diary.overview.earlier_card import begin_button
from tpe_guide.ui.diary.overview.strip import CourseStrip
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap

_BESIDE_FROM = 620


class CourseCard(Card):
    """*strip* of *count* sessions; *swapped*: two whose days contradict their numbers. *done*: the person said so.

    *begun*: sessions that are half filled in, by the place where they are.
    """

    opened = Signal(str)
    """The id of a session."""
    turned = Signal(int)
    """So many rooms of days back; -1: on again."""
    adding = Signal()
    planning = Signal()
    finished = Signal()

    def __init__(
        self,
        theme: Theme,
        strip: Strip,
        today: dt.date,
        count: int,
        swapped: tuple[ExchangeSession, ExchangeSession] | None,
        *,
        done: bool,
        begun: Mapping[str, ExchangeSession] = MappingProxyType({}),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(10), theme.px(6), theme.px(10), theme.px(4))
        column.setSpacing(theme.px(2))
        if strip.days:
            days = CourseStrip(theme, strip, today)
            days.opened.connect(self.opened)
            column.addWidget(days)
        else:
            empty = Label(
                theme,
                _("No session is in this course yet. Add one that you had, or one that is planned."),
                "body",
                color="ink2",
            )
            empty.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), 0)
            column.addWidget(empty)
        if swapped is not None:
            words = _("{first} has a later day than {second}. Open one to put its day right.")
            said = words.format(first=session_words(swapped[0]), second=session_words(swapped[1]))
            column.addWidget(self._note(theme, said))
        if count >= SESSION_LIMIT:
            full = _("Your course holds {count} sessions. It has no room for more.").format(count=count)
            column.addWidget(self._note(theme, full))
        ways, has_room = [], count < SESSION_LIMIT
        for name, words, icon, shown, signal in (
            ("strip-earlier", _("Earlier days"), "arrow-left", strip.earlier > 0, lambda: self.turned.emit(1)),
            ("strip-later", _("Later days"), "arrow-right", strip.later > 0, lambda: self.turned.emit(-1)),
            ("add-session", _("Add a session"), "plus", has_room, self.adding),
            ("plan-sessions", _("Plan my sessions"), "calendar-days", has_room and not done, self.planning),
            ("finish-course", _("My course is done"), "flag", bool(strip.days) and not done, self.finished),
        ):
            if shown:
                way = Button(theme, words, "text", icon=icon, size="small")
                way.setObjectName(name)
                way.clicked.connect(signal)
                ways.append(way)
        for place, session in begun.items():
            words = _("Go on with {session}, half filled in").format(session=session_words(session))
            way = Button(theme, words, "text", icon="pencil", size="small")
            way.setObjectName(f"go-on-{place}")
            way.clicked.connect(partial(self.opened.emit, place))
            ways.append(way)
        if ways:
            column.addWidget(Wrap(theme, ways, gap=4, row_gap=0))

    def _note(self, theme: Theme, words: str) -> QWidget:
        both = QWidget()
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        row.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4))
        row.setSpacing(theme.px(10))
        row.addWidget(Icon(theme, "info", 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(theme, words, "small"), 1)
        return both


class DoneCard(Card):
    """The person said that the course is done; they can take it back."""

    change_asked_for = Signal()
    taken_back = Signal()
    begun = Signal()
    """A new course."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, fill="teal-tint", edge="teal", parent=parent)
        self._theme = theme
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setSpacing(theme.px(14))
        self._row.addWidget(Icon(theme, "check", 30, tile="straw", color="on-straw", tile_size=52, round_tile=True))
        words = tight(QVBoxLayout(), theme.px(2))
        words.addStretch(1)
        words.addWidget(Label(theme, _("Your course is done"), "h3"))
        lines = _("For some people change takes weeks. Take this page to your next talk.")
        words.addWidget(Label(theme, lines, "small"))
        more = _("If more sessions come, add them here. Is it another course? Then begin a new one. This one stays.")
        words.addWidget(Label(theme, more, "small", color="ink2"))
        words.addStretch(1)
        self._row.addLayout(words, 1)
        change = Button(theme, _("When may I notice a change?"), "secondary", size="small")
        change.setObjectName("when-change")
        change.clicked.connect(self.change_asked_for)
        back = Button(theme, _("It is not done yet"), "text", icon="undo-2", size="small")
        back.setObjectName("course-goes-on")
        back.clicked.connect(self.taken_back)
        both = tight(QVBoxLayout(), theme.px(4))
        both.addWidget(change)
        both.addWidget(begin_button(theme, self))
        both.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addLayout(both)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand beside the words, or below them."""
        beside = self.width() >= self._theme.px(_BESIDE_FROM + 100)
        self._row.setDirection(beside_if(beside))
        side = self._theme.px(22 if beside else 12)
        self._row.setContentsMargins(side, self._theme.px(14), side, self._theme.px(14))
