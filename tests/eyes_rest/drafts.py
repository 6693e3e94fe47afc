"""The entry that is being written, kept in memory; on a screen ``ui.diary.draft_keeper`` does it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from tpe_guide.diary.calendar import last_night
from tpe_guide.diary.draft import Draft
from tpe_guide.diary.model import ExchangeSession


class Drafts:
    def __init__(self, now: Callable[[], dt.datetime]) -> None:
        self._now = now
        self.draft = Draft()
        self.was_left = False
        self.put_away: Draft | None = None
        self.touched = 0
        self.is_on_disk = self.can_be_kept = True
        self._night: dt.date | None = None

    @property
    def asks_day(self) -> bool:
        return not self.draft.is_empty and self.draft.is_for_another_day(self._now())

    def turn_to(self, *, paper: bool) -> None: ...

    def get_ready(self, sessions: Iterable[ExchangeSession]) -> None:
        if self.draft.is_empty and not self.draft.session_said:
            self.draft = Draft.begin(self._now(), sessions)

    def asks_last_night(self, sessions: Iterable[ExchangeSession]) -> ExchangeSession | None:
        return None if self._night or not self.draft.is_empty else last_night(sessions, self._now())

    def say_night(self, session: ExchangeSession, day: dt.date) -> None:
        self._night = day

    def go_on(self) -> None:
        self.was_left = False

    def leave(self) -> None:
        if self.draft.changes_nothing:
            self.draft = Draft()
        self.was_left = not self.draft.is_empty

    def touch(self) -> None:
        self.touched += 1

    def forget(self) -> None:
        self.draft, self.was_left = Draft(), False

    def throw_away(self) -> None:
        self.put_away, self.draft, self.was_left = self.draft, Draft(), False

    def bring_back(self) -> None:
        assert self.put_away is not None
        self.draft, self.put_away = self.put_away, None
