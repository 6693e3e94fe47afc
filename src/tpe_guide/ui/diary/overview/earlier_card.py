"""The courses before the present one: a quiet row for each, that opens it; and a slip taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.diary.courses import Earlier
from tpe_guide.diary.told import of_earlier
from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.days import day_words

_ROOMY_FROM = 420


class _Roomy(Card):
    """A column whose margins give way before the words do."""

    def __init__(self, theme: Theme, fill: str, edge: str, parent: QWidget | None) -> None:
        super().__init__(theme, fill=fill, edge=edge, parent=parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.px(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wide or narrow."""
        side = self._theme.px(22 if self.width() >= self._theme.px(_ROOMY_FROM) else 12)
        self._column.setContentsMargins(side, self._theme.px(12), side, self._theme.px(12))


class EarlierCard(_Roomy):
    """*earlier*, the latest first. *slip*: the present one was begun, and nothing is in it yet."""

    opened = Signal(str)
    """The id of a course."""
    taken_back = Signal()

    def __init__(self, theme: Theme, earlier: Sequence[Earlier], *, slip: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, "paper", "line2", parent)
        for one in earlier:
            words = of_earlier(one)
            row = Button(
                theme, words, "quiet", icon="calendar-days", icon_after="chevron-right", spread=True, size="snug"
            )
            row.setObjectName(f"open-course-{one.course.id}")
            row.setProperty("course", one.course.id)
            row.clicked.connect(self._open)
            self._column.addWidget(row)
        if slip:
            words = _("Nothing is in your new course yet. Was it a slip? Then go back to the one before.")
            self._column.addWidget(Label(theme, words, "small", color="ink2"))
            back = Button(theme, _("Go back to that course"), "text", icon="undo-2", size="small")
            back.setObjectName("take-back-course")
            back.clicked.connect(self.taken_back)
            self._column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)

    def _open(self) -> None:
        self.opened.emit(self.sender().property("course"))


class LongAgoCard(_Roomy):
    """The last session was long ago, on *day*: another course may come."""

    begun = Signal()

    def __init__(self, theme: Theme, day: dt.date, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(theme, "paper", "line2", parent)
        words = _("Your last session was on {day}. Is this another course? Then begin a new one.")
        self._column.addWidget(Label(theme, words.format(day=day_words(day, today)), "small"))
        stays = _("The one before stays in your diary, word for word.")
        self._column.addWidget(Label(theme, stays, "small", color="ink2"))
        self._column.addWidget(begin_button(theme, self), 0, Qt.AlignmentFlag.AlignLeft)


def begin_button(theme: Theme, card: QWidget) -> Button:
    """*Begin a new course*, told by the signal ``begun`` of *card*."""
    button = Button(theme, _("Begin a new course"), "secondary", icon="plus", size="small")
    button.setObjectName("begin-course")
    button.clicked.connect(card.begun)  # type: ignore[attr-defined]
    return button
