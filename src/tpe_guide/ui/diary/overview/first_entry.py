"""One entry is no overview yet: it stands as it was written, beside what comes here."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.model import Entry, ExchangeSession
from tpe_guide.i18n import _
from tpe_guide.ui.diary.entry.words import felt, none_words
from tpe_guide.ui.diary.felt_row import FeltRow
from tpe_guide.ui.diary.overview.words import entry_lines, session_on
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.days import day_words


class FirstEntry(Card):
    """*entry* about *session*."""

    opened = Signal(str)

    def __init__(
        self,
        theme: Theme,
        entry: Entry,
        session: ExchangeSession | None,
        catalogue: Catalogue,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._entry = entry.id
        column = self._column = QVBoxLayout(self)
        column.setSpacing(theme.px(4))
        title = session_on(session, today) if session else day_words(entry.day, today)
        column.addWidget(Label(theme, title, "h3"))
        reports = felt(entry)
        for report in reports:
            column.addWidget(FeltRow(theme, report, catalogue, entry.temperature_c))
        lines = [none_words(entry, catalogue)] if reports else entry_lines(entry, catalogue)
        if reports and entry.note:
            lines.append(_("“{words}”").format(words=entry.note))
        for line in filter(None, lines):
            column.addWidget(Label(theme, line, "body"))
        column.addWidget(
            Label(theme, _("What is not named here was not asked. You can add it."), "small", color="ink2")
        )
        way = Button(theme, _("Open and edit"), "text", icon="pencil", size="small")
        way.setObjectName(f"open-{entry.id}")
        way.clicked.connect(self._open)
        column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margins give way before the words do."""
        side = self._theme.px(22 if self.width() >= self._theme.px(420) else 12)
        self._column.setContentsMargins(side, self._theme.px(14), side, self._theme.px(10))

    def _open(self) -> None:
        self.opened.emit(self._entry)


class WhatComesHere(Card):
    """What this page will show."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        column = QVBoxLayout(self)
        side = theme.px(16)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(theme, _("What comes here"), "h3"))
        words = _("After two sessions this page lays them side by side: what you felt, and how you see, walk and are.")
        column.addWidget(Label(theme, words, "small", color="ink2"))
        column.addWidget(Label(theme, _("Your nurse sees nothing until you print it."), "small", color="ink2"))
