"""The entries, newest first: each in a few words, with a button that opens it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.model import Entry, ExchangeSession
from tpe_guide.i18n import _
from tpe_guide.ui.diary.card_head import CardHead
from tpe_guide.ui.diary.overview.words import about_words, entry_lines, filled
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import NO_LIMIT, beside_if, tight
from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.session_drop import SessionDrop, drop_size
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.days import short_day

_BESIDE_FROM, _ROOMY_FROM, _DAY, _DROP = 620, 420, 130, 34


class EntriesCard(Card):
    """*entries* of *count* in all; *sessions* by their ids."""

    opened = Signal(str)
    """The id of an entry."""
    more_asked_for = Signal()

    def __init__(
        self,
        theme: Theme,
        entries: Sequence[Entry],
        count: int,
        sessions: Mapping[str, ExchangeSession],
        catalogue: Catalogue,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        column = self._column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(CardHead(theme, _("Your entries"), _("newest first")))
        for number, entry in enumerate(entries):
            row = EntryRow(theme, entry, sessions, catalogue, today, line=number > 0)
            row.button.clicked.connect(self._open)
            column.addWidget(row)
        left = count - len(entries)
        if left > 0:
            more = Button(theme, _("Show older entries"), "text", icon_after="chevron-down", size="small")
            more.setAccessibleDescription(_("{count} more").format(count=f"{left:,}"))
            more.setObjectName("older-entries")
            more.clicked.connect(self.more_asked_for)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margins give way before the words do."""
        side = self._theme.px(22 if self.width() >= self._theme.px(_ROOMY_FROM) else 12)
        self._column.setContentsMargins(side, self._theme.px(14), side, self._theme.px(10))

    def _open(self) -> None:
        self.opened.emit(self.sender().property("entry"))


class EntryRow(QWidget):
    """Day, drop, words and *Open*; *line*: with a line above."""

    def __init__(
        self,
        theme: Theme,
        entry: Entry,
        sessions: Mapping[str, ExchangeSession],
        catalogue: Catalogue,
        today: dt.date,
        *,
        line: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line = line
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        self._row.setSpacing(theme.px(12))
        when = tight(QHBoxLayout(), theme.px(8))
        self._day = Label(theme, short_day(entry.day, today), "small-strong")
        when.addWidget(self._day, 1)
        session = sessions.get(entry.session or "")
        if session is not None:
            when.addWidget(SessionDrop(theme, session.number, filled(session), height=_DROP))
        else:
            when.addSpacing(drop_size(theme.px(_DROP)).width())
        self._row.addLayout(when)
        words = tight(QVBoxLayout(), theme.px(2))
        words.addStretch(1)
        for number, said in enumerate(entry_lines(entry, catalogue)):
            words.addWidget(Label(theme, said, "small", color="ink2" if number else "ink"))
        words.addStretch(1)
        self._row.addLayout(words, 1)
        self.button = Button(theme, _("Open"), "text", icon="pencil", size="small")
        self.button.setObjectName(f"open-{entry.id}")
        self.button.setAccessibleName(_("Open: {entry}").format(entry=about_words(entry, sessions, today)))
        self.button.setAccessibleDescription(". ".join(entry_lines(entry, catalogue)))
        self.button.setProperty("entry", entry.id)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside one another, or one below the other."""
        beside = self.width() >= self._theme.px(_BESIDE_FROM)
        self._row.setDirection(beside_if(beside))
        self._day.setMinimumWidth(self._theme.px(_DAY) if beside else 0)
        self._day.setMaximumWidth(self._theme.px(_DAY) if beside else NO_LIMIT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line above."""
        if self._line:
            width = self._theme.border()
            paint_area(QPainter(self), QRectF(0, 0, self.width(), width), self._theme.color("line"))
