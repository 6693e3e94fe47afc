"""The parts of an entry that is opened: what was felt, what the person can do, the note, what it said before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.model import Entry, ExchangeSession
from tpe_guide.diary.past import Former
from tpe_guide.i18n import _
from tpe_guide.ui.diary.entry.words import all_words, felt, none_words, not_asked_words, rated
from tpe_guide.ui.diary.felt_row import FeltRow
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.days import short_day


class _Part(Card):
    """A card with a title, whose margins give way before its words do."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(theme.px(6))
        if title:
            self.column.addWidget(Label(theme, title, "h3"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less air where there is little room."""
        side = self._theme.px(24 if self.width() >= self._theme.px(300) else 8)
        self.column.setContentsMargins(side, self._theme.px(16), side, self._theme.px(18))


class FeltCard(_Part):
    """What was felt, with level, when, and whether the staff was told; what was not, and what was not asked."""

    def __init__(
        self,
        theme: Theme,
        entry: Entry,
        session: ExchangeSession | None,
        catalogue: Catalogue,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _("What you felt"), parent)
        reports = felt(entry)
        for report in reports:
            self.column.addWidget(FeltRow(theme, report, catalogue, entry.temperature_c))
        if entry.none_noticed:
            self.column.addWidget(Label(theme, _("Nothing new."), "body"))
        elif not entry.effects:
            self.column.addWidget(Label(theme, _("You put in no effect."), "body"))
        said_with_fever = any(report.effect == "fever-chills" for report in reports)
        if entry.temperature_c is not None and not said_with_fever:
            words = _("Temperature: {degrees} °C").format(degrees=f"{entry.temperature_c:.1f}")
            self.column.addWidget(Label(theme, words, "body"))
        for line in (none_words(entry, catalogue), *not_asked_words(entry, catalogue)):
            if line:
                self.column.addWidget(Label(theme, line, "small", color="ink2"))


class FunctionsCard(_Part):
    """What the person said they can do, 0 worst to 10 best."""

    def __init__(self, theme: Theme, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("How you function"), parent)
        for name, value in rated(entry):
            row = tight(QHBoxLayout(), theme.px(8))
            row.addWidget(Label(theme, name, "small"), 1)
            row.addWidget(Label(theme, _("{value} of 10").format(value=value), "small-strong", wrap=False))
            self.column.addLayout(row)
        self.column.addWidget(Label(theme, _("0 worst, 10 best"), "small", color="ink2"))


class NoteCard(_Part):
    """The note, as it was written."""

    def __init__(self, theme: Theme, note: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Note"), parent)
        self.column.addWidget(Label(theme, _("“{words}”").format(words=note), "body"))


class FormersCard(_Part):
    """What the entry said before it was changed, the newest first."""

    def __init__(
        self,
        theme: Theme,
        formers: Sequence[Former],
        catalogue: Catalogue,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", parent)
        said = []
        for former in formers:
            at = former.until
            until = _("Until {day} at {time} it said:").format(day=short_day(at.date(), today), time=f"{at:%H:%M}")
            lines = all_words(former.entry, catalogue)
            self.column.addWidget(Label(theme, until, "small-strong"))
            for line in lines:
                self.column.addWidget(Label(theme, line, "small", color="ink2"))
            said += [until, *lines]
        self.words = " ".join(said)
