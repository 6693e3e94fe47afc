"""A month to pick days from, by taps or by arrow keys, with a mark where a session is."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Collection, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.choice import paint_choice
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.days import day_words, month_name, short_weekday

_SIDE, _MOST = 52, 64
_LEAST = 48
_BESIDE_TO = 1.3
"""Up to this text size the name of the month stands between the ways to others."""
EARLIEST = dt.date(1900, 1, 1)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthPicker(QWidget):
    """Begins with the month of *picked*. *sessions*: what is said of a day with one, by day. No day after *last*.

    *several*: those that are picked already, each by itself; then no day before *first*, nor one with a session.
    """

    chosen = Signal(dt.date)

    def __init__(
        self,
        theme: Theme,
        picked: dt.date,
        last: dt.date,
        sessions: Mapping[dt.date, str],
        *,
        first: dt.date = EARLIEST,
        several: Collection[dt.date] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._first = first
        self._several = several
        self._theme = theme
        self._picked = picked
        self._last = last
        self._sessions = sessions
        self._days: list[_Day] = []
        column = tight(QVBoxLayout(self), theme.px(6))
        head = tight(QHBoxLayout(), theme.px(6))
        self._before = self._turn("chevron-left", _("The month before"), -1)
        self._name = Label(theme, "", "strong")
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._after = self._turn("chevron-right", _("The month after"), 1)
        if theme.chrome > _BESIDE_TO:
            column.addWidget(self._name)
        head.addWidget(self._before)
        head.addStretch(1) if theme.chrome > _BESIDE_TO else head.addWidget(self._name, 1)
        head.addWidget(self._after)
        column.addLayout(head)
        self._grid = tight(QGridLayout(), 0)
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._names = [self._weekday(number) for number in range(7)]
        self._columns = 7
        column.addLayout(self._grid)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.setMaximumWidth(7 * theme.px(_MOST))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._show(picked.replace(day=1))

    def focus_day(self) -> QWidget:
        """The day that is picked, or the last that can be."""
        there = next((day for day in self._days if day.date == self._picked and day.isEnabled()), None)
        return there or next(day for day in reversed(self._days) if day.isEnabled())

    def sizeHint(self) -> QSize:
        """A week to a row."""
        return QSize(7 * self._theme.px(_SIDE), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As few days to a row as there is room for."""
        layout = self.layout()
        return QSize(2 * _LEAST, layout.totalMinimumSize().height() if layout else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go by days, and weeks; Page up and Page down by months."""
        day = self.focusWidget()
        key = Qt.Key(event.key())
        if isinstance(day, _Day) and key in _STEPS:
            step = -_STEPS[key] if self.isRightToLeft() and abs(_STEPS[key]) == 1 else _STEPS[key]
            self._go_to(day.date + dt.timedelta(days=step))
        elif isinstance(day, _Day) and key in _MONTHS:
            self._go_to(_moved(day.date, _MONTHS[key]))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A week to a row; where there is no room for that, each day says which it is."""
        least = max(_LEAST, *(name.sizeHint().width() for name in self._names))
        columns = 7 if self.width() >= 7 * least else max(1, self.width() // self._theme.px(_SIDE))
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _weekday(self, number: int) -> Label:
        name = Label(self._theme, short_weekday(dt.date(2024, 1, 1 + number)), "floor", color="ink2", wrap=False)
        name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name.setMinimumWidth(1)
        self._grid.addWidget(name, 0, number)
        return name

    def _place(self) -> None:
        whole = self._columns == 7
        for number, name in enumerate(self._names):
            name.setVisible(whole)
            self._grid.setColumnStretch(number, int(number < self._columns))
        first = self._month.weekday() if whole else 0
        for number, day in enumerate(self._days):
            day.say_weekday(not whole)
            self._grid.addWidget(day, 1 + (first + number) // self._columns, (first + number) % self._columns)
        self.updateGeometry()

    def _turn(self, icon: str, name: str, months: int) -> Button:
        button = Button(self._theme, name, "tool", icon=icon, icon_only=True, size="tool")
        button.setObjectName("month-before" if months < 0 else "month-after")
        button.repeats = True
        button.clicked.connect(lambda: self._show(_moved(self._month, months)))
        return button

    def _go_to(self, day: dt.date) -> None:
        if not self._first <= day <= self._last:
            return
        if day.replace(day=1) != self._month:
            self._show(day.replace(day=1))
        there = next(each for each in self._days if each.date == day)
        there.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, month: dt.date) -> None:
        self._month = max(self._first.replace(day=1), month)
        self._name.setText(_("{month} {year}").format(month=month_name(self._month.month), year=self._month.year))
        for old in self._days:
            self._grid.removeWidget(old)
            old.setObjectName("")
            old.hide()
            old.deleteLater()
        self._days = []
        for number in range(calendar.monthrange(self._month.year, self._month.month)[1]):
            date = self._month + dt.timedelta(days=number)
            day = (_OneDay if self._several is None else _Day)(
                self._theme, date, self._sessions.get(date, ""), self._last
            )
            day.setEnabled(self._may_be_picked(date))
            day.setChecked(date == self._picked if self._several is None else date in self._several)
            day.clicked.connect(self._on_day)
            self._days.append(day)
        if self._several is None:
            make_choice(self, _("Which day is it?"), self._days, maybe_none=True)
        self._place()
        self._before.setEnabled(self._month > self._first)
        self._after.setEnabled(_moved(self._month, 1) <= self._last)

    def _may_be_picked(self, date: dt.date) -> bool:
        return self._first <= date <= self._last and (self._several is None or date not in self._sessions)

    def show_picked(self, several: Collection[dt.date]) -> None:
        """Those that are picked now."""
        self._several = several
        for day in self._days:
            day.setChecked(day.date in several)

    def _on_day(self) -> None:
        day = self.sender()
        assert isinstance(day, _Day)
        self._picked = day.date
        if self._several is None:
            for each in self._days:
                each.setChecked(each is day)
        self.chosen.emit(day.date)


class _Day(Pressable):
    def __init__(self, theme: Theme, date: dt.date, session: str, last: dt.date) -> None:
        super().__init__(theme, str(date.day))
        self.date = date
        self._session = session
        self._says_weekday = False
        self.setCheckable(True)
        self.setObjectName(f"day-{date.isoformat()}")
        self.setAccessibleName(", ".join(filter(None, (day_words(date, last), session))))

    def say_weekday(self, says: bool) -> None:
        self._says_weekday = says
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_SIDE), self._theme.px(_SIDE))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self._theme.px(_SIDE))

    def heightForWidth(self, width: int) -> int:
        return self._theme.px(_SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse() or self._session:
            paint_choice(painter, self, theme)
        font = theme.font("small-strong" if self.isEnabled() else "small")
        painter.setFont(font)
        painter.setPen(theme.color("ink" if self.isEnabled() else "ink2"))
        number = self.rect()
        if self._says_weekday:
            number = number.adjusted(0, self.height() // 3, 0, 0)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._says_weekday:
            painter.setFont(theme.font("floor"))
            top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
            painter.drawText(self.rect().adjusted(0, theme.px(4), 0, 0), top, short_weekday(self.date))
        if self._session and not self._says_weekday:
            side = theme.px(8)
            painter.setPen(QPen(theme.color("ink"), 1))
            painter.setBrush(theme.color("straw"))
            painter.drawEllipse(self.width() // 2 - side // 2, self.height() - side - theme.px(5), side, side)


def _moved(day: dt.date, months: int) -> dt.date:
    """The same day of another month, or its last."""
    number = day.year * 12 + day.month - 1 + months
    year, month = max(1, number // 12), number % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


class _OneDay(_Day):
    """Of these, one is picked."""

    accessible_role = QAccessible.Role.RadioButton
