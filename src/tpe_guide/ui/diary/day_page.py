"""A page of cards below one another, in one of which a day is said, and another can be picked."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.day_picker import DayPicker
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.rebuild import focus_in
from tpe_guide.ui.kit.screen import Screen

_BESIDE_FROM, _WIDEST = 760, 900


class DayPage(Screen):
    """Subclasses call ``_begin``, add ``_day_card`` and what else there is to ``_column``, and set ``_area``.

    They say by ``_earliest`` and ``_latest`` from how many days ahead the days that are offered may begin.
    """

    left = Signal()
    """Back to the diary."""

    _area: QScrollArea
    _earliest, _latest = 0, 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the days, before it leaves the screen."""
        if event.key() == Qt.Key.Key_Escape and self._picker is not None:
            self._close_picker()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margins give way before the words do."""
        self._arrange()

    def _today(self) -> dt.date:
        raise NotImplementedError

    def _day(self) -> dt.date:
        """The one that is picked."""
        raise NotImplementedError

    def _on_day(self, day: dt.date) -> None:
        """Another one is."""
        raise NotImplementedError

    def _begin(self, title: str) -> None:
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setSpacing(self._theme.px(14))
        self._title = Label(self._theme, title, "h1")
        self._title.setObjectName("page-title")
        self._column.addWidget(self._title)

    def _card(self, title: str) -> tuple[Card, QVBoxLayout]:
        card = Card(self._theme)
        column = QVBoxLayout(card)
        side = self._theme.px(12)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(self._theme.px(10))
        if title:
            column.addWidget(Label(self._theme, title, "title"))
        return card, column

    def _day_card(self, above: str, name: str) -> Card:
        """Words *above* the day, which is called *name*."""
        theme = self._theme
        card, self._day_column = self._card("")
        row = self._day_row = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme.px(12))
        words = tight(QVBoxLayout(), 0)
        words.addWidget(Label(theme, above, "small-strong", color="straw800"))
        self._day_said = Label(theme, "", "h3")
        self._day_said.setObjectName(name)
        words.addWidget(self._day_said)
        row.addLayout(words, 1)
        self._change_day = Button(theme, _("Another day"), "secondary", icon="calendar-days", size="small")
        self._change_day.setObjectName("another-day")
        self._change_day.clicked.connect(self._on_change_day)
        row.addWidget(self._change_day, 0, Qt.AlignmentFlag.AlignLeft)
        self._day_column.addLayout(row)
        self._picker: DayPicker | None = None
        return card

    def _arrange(self) -> None:
        theme, width = self._theme, self.width()
        self._day_row.setDirection(beside_if(width >= theme.px(_BESIDE_FROM)))
        self._fit_title(self._title)
        least = theme.px(40 if width >= theme.px(900) else 16 if width >= theme.px(300) else 8)
        side = max(least, (width - theme.px(_WIDEST)) // 2)
        self._column.setContentsMargins(side, theme.px(10), side, theme.px(24))

    def _on_change_day(self) -> None:
        if self._picker is not None:
            self._close_picker()
            return
        ahead = (self._day() - self._today()).days
        self._pick_from(min(max(self._earliest, ahead - 3), self._latest))

    def _pick_from(self, ahead: int) -> None:
        self._close_picker()
        picker = DayPicker(self._theme, self._today(), ahead, self._day(), clears=False, earliest=self._earliest)
        picker.chosen.connect(self._on_picked)
        picker.closed.connect(self._close_picker)
        picker.moved.connect(self._pick_from)
        self._picker = picker
        self._day_column.addWidget(picker)
        focus_in(self._area, picker.chips[0])

    def _on_picked(self, day: dt.date) -> None:
        self._close_picker()
        self._on_day(day)

    def _close_picker(self) -> None:
        if self._picker is not None:
            self._picker.hide()
            self._picker.deleteLater()
            self._picker = None
            self._change_day.setFocus(Qt.FocusReason.OtherFocusReason)
