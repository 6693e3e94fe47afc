"""One saved entry in words: for which session and day, when it was written, and all that it says."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.model import EffectReport, Entry, ExchangeSession
from tpe_guide.i18n import _
from tpe_guide.ui.diary.labels import moments, report_words
from tpe_guide.ui.diary.severity_mark import SeverityMark
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.days import day_words
from tpe_guide.vocabulary.words import functions

_BESIDE_FROM, _MARK_BESIDE_FROM = 520, 260
_LARGE = 1.5
"""From this text size on the margins give way."""


class SavedEntry(Card):
    """*today* is the day that is meant by it; *foot*: what stands below, in small letters."""

    edit = Signal()

    def __init__(
        self,
        theme: Theme,
        entry: Entry,
        session: ExchangeSession | None,
        catalogue: Catalogue,
        today: dt.date,
        *,
        foot: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        column = QVBoxLayout(self)
        pad = theme.px(24 if theme.chrome < _LARGE else 14)
        column.setContentsMargins(pad, theme.px(18), pad, theme.px(18))
        column.setSpacing(theme.px(10))
        self._row = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme.px(12))
        words = tight(QVBoxLayout(), theme.px(2))
        words.addWidget(Label(theme, what_for(entry, session, today), "h3"))
        words.addWidget(Label(theme, written(entry, today), "small", color="ink2"))
        self._row.addLayout(words, 1)
        edit = Button(theme, _("Edit"), "text", icon="pencil", size="small")
        edit.setObjectName("edit")
        edit.clicked.connect(self.edit)
        self._row.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._row)
        for report in entry.effects:
            column.addWidget(_ReportRow(theme, report, catalogue))
        for line in _lines(entry):
            column.addWidget(Label(theme.of_words, line, "body"))
        if foot:
            column.addWidget(Label(theme.of_words, foot, "small", color="ink2"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button stands beside the words, or below them."""
        direction = beside_if(self.width() >= self._theme.px(_BESIDE_FROM))
        if direction != self._row.direction():
            self._row.setDirection(direction)


class _ReportRow(QWidget):
    """How bad, as a mark, and beside it or below it in words."""

    def __init__(self, theme: Theme, report: EffectReport, catalogue: Catalogue) -> None:
        super().__init__()
        self._theme = theme
        self._row = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), theme.px(12))
        self._row.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        name = report.words or catalogue.name(report.effect)
        self._parts = (SeverityMark(theme, report.severity), Label(theme, report_words(report, name), "body"))
        self._row.addWidget(self._parts[0], 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._parts[1], 1)

    def minimumSizeHint(self) -> QSize:
        """One below the other."""
        return QSize(max(self._parts[0].width(), self._parts[1].minimumSizeHint().width()), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._row.setDirection(beside_if(self.width() >= self._theme.px(_MARK_BESIDE_FROM)))


def what_for(entry: Entry, session: ExchangeSession | None, today: dt.date) -> str:
    """“For session 3, Friday 8 May: that evening”."""
    if session is None:
        return _("For {day}").format(day=day_words(entry.day, today))
    words = _("For session {number}, {day}: {moment}")
    day = day_words(entry.day, today)
    return words.format(number=session.number, day=day, moment=moments()[entry.moment])


def written(entry: Entry, today: dt.date) -> str:
    """“Written on Saturday 9 May at 00:40.”"""
    day, time = day_words(entry.recorded_at.date(), today), f"{entry.recorded_at:%H:%M}"
    if entry.reporter == "helper":
        return _("Written on {day} at {time}, by someone who helps.").format(day=day, time=time)
    return _("Written on {day} at {time}.").format(day=day, time=time)


def _lines(entry: Entry) -> list[str]:
    lines = []
    if entry.none_noticed:
        lines.append(_("Nothing new."))
    lines += [
        _("{name}: {value} of 10").format(name=functions()[name].own, value=value)
        for name, value in entry.function.items()
        if value is not None and name in functions()
    ]
    if entry.temperature_c is not None:
        lines.append(_("Temperature: {value} °C").format(value=f"{entry.temperature_c:g}"))
    if entry.note:
        lines.append(_("“{words}”").format(words=entry.note))
    return lines
