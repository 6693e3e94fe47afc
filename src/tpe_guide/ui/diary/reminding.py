"""The notice that there is something to log, while the guide is open and the diary is, too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from tpe_guide.diary.model import Entry
from tpe_guide.diary.reminder import Reminder, due
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.ui.diary.diary_session import DiarySession

EVERY = 60_000
"""Milliseconds from one look at the clock to the next. A timer for the very minute would miss clocks that are set."""


class Reminding(QObject):
    """Looks at the clock while *wanted* says so; ``told`` gives the words, once for each reminder."""

    told = Signal(str)
    """The words of a reminder."""

    def __init__(
        self, diary_session: DiarySession, now: Callable[[], dt.datetime], wanted: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._diary_session = diary_session
        self._now = now
        self._wanted = wanted
        self._given: set[tuple[str, str]] = set()
        self._clock = QTimer(self, interval=EVERY)
        self._clock.timeout.connect(self.look)
        diary_session.held.connect(self._clock.start)
        diary_session.closing.connect(self._clock.stop)

    def look(self) -> None:
        """Give a reminder if one is due."""
        if not self._wanted() or not self._diary_session.is_open:
            return
        store = self._diary_session.store
        try:
            found = due(store.sessions(), lambda: _newest_day(store.glance().newest(1)), self._now())
        except TpeGuideError:  # a diary that cannot be read is told where it is used
            return
        if found is not None and (found.session.id, found.part) not in self._given:
            self._given.add((found.session.id, found.part))
            self.told.emit(_words(found))


def _newest_day(newest: tuple[Entry, ...]) -> dt.date | None:
    return newest[0].day if newest else None


def _words(reminder: Reminder) -> str:
    evening, planned = reminder.part == "evening", reminder.session.state == "planned"
    if planned:  # nobody has said yet that it was had
        day = _("A session was planned for today.") if evening else _("A session was planned for yesterday.")
    else:
        day = _("You had a session today.") if evening else _("You had a session yesterday.")
    return _("{day} If you like, write down how you feel, in My diary.").format(day=day)
