"""One saved entry in words, with Remove; once removed, a line with Undo in its place."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.model import Entry, ExchangeSession
from tpe_guide.i18n import _
from tpe_guide.ui.diary.labels import report_words, session_words
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.days import day_words
from tpe_guide.vocabulary.words import functions

_BESIDE_FROM = 520


class SavedEntry(Card):
    """*number* tells it from the others in both signals. *went*: the session that was removed with it."""

    remove = Signal(int)
    undo = Signal(int)

    def __init__(
        self,
        theme: Theme,
        entry: Entry,
        session: ExchangeSession | None,
        catalogue: Catalogue,
        today: dt.date,
        *,
        removed: bool,
        went: ExchangeSession | None,
        number: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, edge="line2" if removed else "line", parent=parent)
        self.number = number
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        pad = theme.px(22)
        self._row.setContentsMargins(pad, theme.px(16), pad, theme.px(16))
        self._row.setSpacing(theme.px(16))
        words = QVBoxLayout()
        words.setSpacing(theme.px(4))
        words.addWidget(Label(theme, _about(entry, session, today), "small-strong", color="straw800"))
        for line in _of_removed(went) if removed else _lines(entry, catalogue):
            words.addWidget(Label(theme, line, "body"))
        self._row.addLayout(words, 1)
        self.button = self._undo_button(theme) if removed else self._remove_button(theme)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button stands beside the words, or below them."""
        beside = self.width() >= self._theme.px(_BESIDE_FROM)
        direction = beside_if(beside)
        if direction != self._row.direction():
            self._row.setDirection(direction)

    def _remove_button(self, theme: Theme) -> Button:
        button = Button(theme, _("Remove"), "quiet", icon="trash-2", size="small")
        button.setObjectName(f"remove-{self.number}")
        button.clicked.connect(self._on_remove)
        return button

    def _undo_button(self, theme: Theme) -> Button:
        button = Button(theme, _("Undo"), "secondary", icon="undo-2", size="small")
        button.setObjectName(f"undo-{self.number}")
        button.clicked.connect(self._on_undo)
        return button

    def _on_remove(self) -> None:
        self.remove.emit(self.number)

    def _on_undo(self) -> None:
        self.undo.emit(self.number)


def _about(entry: Entry, session: ExchangeSession | None, today: dt.date) -> str:
    if session is None:
        return day_words(entry.day, today)
    words = _("{session} · {day}") if entry.day == session.day else _("About {session} · {day}")
    return words.format(session=session_words(session), day=day_words(entry.day, today))


def _of_removed(went: ExchangeSession | None) -> list[str]:
    words = _("Removed from your diary.")
    if went is None:
        return [words]
    return [words, _("{session} was removed with it: no other entry is about it.").format(session=session_words(went))]


def _lines(entry: Entry, catalogue: Catalogue) -> list[str]:
    lines = [report_words(report, catalogue.name(report.effect)) for report in entry.effects]
    lines += [_("“{words}”").format(words=report.words) for report in entry.effects if report.words]
    if entry.none_noticed:
        lines.append(_("Nothing new."))
    lines += [
        _("{name}: {value} of 10").format(name=functions()[name].own, value=value)
        for name, value in entry.function.items()
        if value is not None and name in functions()
    ]
    if entry.note:
        lines.append(_("“{words}”").format(words=entry.note))
    return lines
