"""What was begun and left: go on with it, for its own day or for today, or begin anew. Nothing of it goes unasked."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.diary.draft import Draft
from tpe_guide.i18n import _
from tpe_guide.ui.diary.draft_keeper import DraftKeeper
from tpe_guide.ui.kit.accessible_role import make_stop
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.vocabulary.days import day_words


class LeftStrip(Card):
    """Asks about the draft of *drafts*; hidden where there is nothing to ask. *today*: the day meant by it."""

    for_its_day = Signal()
    for_today = Signal()
    go_on = Signal()
    begin_anew = Signal()
    bring_back = Signal()

    def __init__(self, theme: Theme, drafts: DraftKeeper, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(theme, fill="straw50", edge="straw600", radius=14, parent=parent)
        self._theme = theme
        column = QVBoxLayout(self)
        pad = theme.of_bars.px(14)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.px(8))
        words, ways = self._asked(drafts, today)
        self.setVisible(bool(words))
        if words:
            make_stop(self, words)
            column.addWidget(Label(theme, words, "small-strong"))
            column.addWidget(Wrap(theme, ways))

    def announce(self) -> None:
        """Have a screen reader say it, once it is on screen."""
        announce(self, self.accessibleName())

    def _asked(self, drafts: DraftKeeper, today: dt.date) -> tuple[str, list[Button]]:
        draft = drafts.draft
        anew = self._way("begin-anew", _("Begin anew"), "x", self.begin_anew)
        if drafts.asks_day and draft.day is not None:
            its, now = day_words(draft.day, today), day_words(today, today)
            words = _("{begun} Which day is it for?").format(begun=_begun(draft, today))
            return words, [
                self._way("for-its-day", _("For {day}").format(day=its), "calendar-days", self.for_its_day),
                self._way("for-today", _("For today, {day}").format(day=now), "sun", self.for_today),
                anew,
            ]
        put_away = _("What you had begun is put away.")
        back = [self._way("bring-back", _("Bring it back"), "undo-2", self.bring_back)] if drafts.put_away else []
        if drafts.was_left:
            words = " ".join((put_away, _begun(draft, today)) if back else (_begun(draft, today),))
            return words, [self._way("go-on", _("Go on"), "check", self.go_on), anew, *back]
        if back:
            return put_away, back
        return "", []

    def _way(self, name: str, words: str, icon: str, pressed: object) -> Button:
        button = Button(self._theme, words, "quiet", icon=icon, size="tool")
        button.setObjectName(name)
        button.clicked.connect(pressed)
        return button


def _begun(draft: Draft, today: dt.date) -> str:
    if draft.begun is None:
        return _("You began this before.")
    day, time = day_words(draft.begun.date(), today), f"{draft.begun:%H:%M}"
    if draft.changes is not None:
        return _("You began to change an entry of {day}, {time}.").format(day=day, time=time)
    return _("You began this on {day} at {time}.").format(day=day, time=time)
