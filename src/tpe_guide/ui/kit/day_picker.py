"""A day to pick by taps alone: two weeks at a time, each day with its name."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.days import day_words

DAYS = 14
_ROOMY_FROM = 300
LONGEST = 366
"""Days from today: no session is planned further ahead."""
EARLIEST = -3660
"""Days from today: ten years ago."""


class _DayChip(Chip):
    """Narrow rather than cut off: its longest word shrinks."""

    def minimumSizeHint(self) -> QSize:
        return QSize(self._left() + self._theme.px(60), self._least)

    def _words_left(self) -> int:
        """All of them begin at one edge."""
        return self._left()


class DayPicker(Card):
    """The days from *today* + *ahead* on. *picked* is the day that is known; *clears*: it can be taken away.

    *earliest*: days from today before which there is nothing to pick.
    """

    chosen = Signal(dt.date)
    unknown = Signal()
    closed = Signal()
    moved = Signal(int)
    """Days from today to begin at instead."""

    def __init__(
        self,
        theme: Theme,
        today: dt.date,
        ahead: int,
        picked: dt.date | None,
        *,
        clears: bool,
        earliest: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, edge="ink", edge_width=2, parent=parent)
        self._theme = theme
        self._ahead, self._earliest = ahead, earliest
        column = self._column = QVBoxLayout(self)
        column.setSpacing(theme.px(12))
        column.addWidget(Label(theme, _("Which day is it?"), "h3"))
        days = [today + dt.timedelta(days=ahead + number) for number in range(DAYS)]
        said = _("{first} to {last}").format(first=day_words(days[0], today), last=day_words(days[-1], today))
        column.addWidget(Label(theme, said, "small", color="ink2"))
        self.chips = [self._chip(day, today, picked) for day in days]
        column.addWidget(Flow(theme, self.chips, least=148, most=7, gap=8))
        column.addWidget(Flow(theme, self._ways(clears), least=210, most=4, gap=8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margins give way before the words do."""
        pad = self._theme.px(16 if self.width() >= self._theme.px(_ROOMY_FROM) else 8)
        self._column.setContentsMargins(pad, pad, pad, pad)

    def _chip(self, day: dt.date, today: dt.date, picked: dt.date | None) -> Chip:
        name, __, rest = day_words(day, today).partition(" ")
        chip = _DayChip(self._theme, f"{_('Today') if day == today else name}\n{rest}", height=72)
        chip.setAccessibleName(day_words(day))
        chip.setObjectName(f"day-{day.isoformat()}")
        chip.setChecked(day == picked)
        chip.setProperty("day", day.toordinal())
        chip.clicked.connect(self._choose)
        return chip

    def _ways(self, clears: bool) -> list[Button]:
        ways = []
        for name, words, icon, shown, signal in (
            ("days-before", _("Two weeks earlier"), "arrow-left", self._ahead > self._earliest, self._earlier),
            ("days-after", _("Two weeks later"), "arrow-right", self._ahead + DAYS < LONGEST, self._later),
            ("day-unknown", _("I don’t know yet"), "circle-question-mark", clears, self.unknown),
            ("day-close", _("Close"), "x", True, self.closed),
        ):
            if shown:
                way = Button(self._theme, words, "quiet", icon=icon, size="small")
                way.setObjectName(name)
                way.clicked.connect(signal)
                ways.append(way)
        return ways

    def _choose(self) -> None:
        self.chosen.emit(dt.date.fromordinal(self.sender().property("day")))

    def _earlier(self) -> None:
        self.moved.emit(max(self._earliest, self._ahead - DAYS))

    def _later(self) -> None:
        self.moved.emit(self._ahead + DAYS)
