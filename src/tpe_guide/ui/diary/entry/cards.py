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
from tpe_guide.ui.kit.accessible_role import make_stop
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
        lines = []
        if entry.none_noticed:
            lines.append(_("Nothing new."))
        elif not entry.effects:
            lines.append(_("You put in no effect."))
        said_with_fever = any(report.effect == "fever-chills" for report in reports)
        if entry.temperature_c is not None and not said_with_fever:
            lines.append(_("Temperature: {degrees} °C").format(degrees=f"{entry.temperature_c:.1f}"))
        small = [line for line in (none_words(entry, catalogue), *not_asked_words(entry, catalogue)) if line]
        rest = QWidget()
        column = tight(QVBoxLayout(rest), theme.px(6))
        for line in lines:
            column.addWidget(Label(theme, line, "body"))
        for line in small:
            column.addWidget(Label(theme, line, "small", color="ink2"))
        make_stop(rest, " ".join((*lines, *small)))
        self.column.addWidget(rest)


class FunctionsCard(_Part):
    """What the person said they can do, 0 worst to 10 best."""

    def __init__(self, theme: Theme, entry: Entry, parent: QWidget | None = None) -> None:
        title, scale, values = _("How you function"), _("0 worst, 10 best"), rated(entry)
        super().__init__(theme, title, parent)
        said = (_("{name}: {value} of 10").format(name=name, value=value) for name, value in values)
        make_stop(self, ". ".join((title, *said, scale)))
        for name, value in values:
            row = tight(QHBoxLayout(), theme.px(8))
            row.addWidget(Label(theme, name, "small"), 1)
            row.addWidget(Label(theme, _("{value} of 10").format(value=value), "small-strong", wrap=False))
            self.column.addLayout(row)
        self.column.addWidget(Label(theme, scale, "small", color="ink2"))


class NoteCard(_Part):
    """The note, as it was written."""

    def __init__(self, theme: Theme, note: str, parent: QWidget | None = None) -> None:
        title, words = _("Note"), _("“{words}”").format(words=note)
        super().__init__(theme, title, parent)
        make_stop(self, f"{title}. {words}")
        self.column.addWidget(Label(theme, words, "body"))


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
        make_stop(self, self.words)
