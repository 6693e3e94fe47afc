"""The entry that is being written: begun, left, taken up again, changed; see ``on_disk`` for how it is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from tpe_guide.diary.calendar import last_night, meant_day
from tpe_guide.diary.draft import Draft
from tpe_guide.diary.model import Entry, ExchangeSession
from tpe_guide.ui.diary.on_disk import OnDisk

if TYPE_CHECKING:
    from tpe_guide.diary.store import DiaryStore

_NIGHT = dt.timedelta(hours=6)


class _Night(NamedTuple):
    """What was said *at* an instant in the night after *session*: that it is for *day*."""

    at: dt.datetime
    session: ExchangeSession
    day: dt.date

    def is_still(self, now: dt.datetime) -> bool:
        """The same night is not over."""
        return abs(now - self.at) < _NIGHT


class DraftKeeper(OnDisk):
    """Keeps ``draft``. Whoever changes it says so with ``touch``."""

    def __init__(self, now: Callable[[], dt.datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now
        self.draft = Draft()
        self.was_left = False
        """It was begun before, and left: the person is asked whether to go on with it."""
        self.put_away: Draft | None = None
        """What the person has thrown away last."""
        self.shown: set[str] = set()
        """Which of the parts that are not always seen are open."""
        self._night: _Night | None = None

    def open(self, store: DiaryStore) -> None:
        """Take up what *store* has kept. Where the entry was saved after all, there is nothing left to write."""
        self._store = store
        self._on_disk = store.draft()
        if self._body() is not None:  # it could not be kept when the diary was closed
            self.touch()
            return
        found = Draft.from_json(self._on_disk) if self._on_disk else None
        if found is None or found.is_empty:
            return
        if found.changes is None and store.glance().entry(found.id) is not None:
            return
        self.draft, self.was_left = found, True

    def turn_to(self, *, paper: bool) -> None:
        """Go on with the sheet of paper that was begun, or begin one; else with what is tapped. The other waits."""
        if bool(self.draft.sheet) == paper and (paper or not self.draft.is_empty):
            return
        waiting = self._all_begun()
        wanted = next((one for one in waiting if bool(one.sheet) == paper), None)
        if wanted is None and not paper and not self.draft.sheet:
            return  # nothing is said in it yet
        taken, away = wanted or Draft(), self.put_away
        taken.waiting = tuple(one.to_json() for one in waiting if one is not wanted)
        self._take_up(taken)
        self.was_left, self.put_away = wanted is not None, away

    def get_ready(self, sessions: Iterable[ExchangeSession]) -> None:
        """A draft in which nothing is said yet is for the day and the session of now."""
        now, begun = self.now(), self.draft.begun
        said = self.draft.session_said or self.draft.day_said
        if not self.draft.is_empty or (said and begun is not None and meant_day(begun) == meant_day(now)):
            return
        waiting, self.draft = self.draft.waiting, Draft.begin(now, sessions)
        self.draft.waiting = waiting
        if self._night is not None and self._night.is_still(now):
            self.draft.say_session(self._night.session)
            self.draft.say_day(self._night.day)

    def asks_last_night(self, sessions: Iterable[ExchangeSession]) -> ExchangeSession | None:
        """The session of the evening that is just over, where the person must say which day they mean."""
        now = self.now()
        if not self.draft.is_empty or (self._night is not None and self._night.is_still(now)):
            return None
        return last_night(sessions, now)

    def say_night(self, session: ExchangeSession, day: dt.date) -> None:
        """In the night after *session*: what is written now is for *day*."""
        self._night = _Night(self.now(), session, day)

    @property
    def asks_day(self) -> bool:
        """It was begun for a day that is over, and the person has not said whether it is still for that."""
        return not self.draft.is_empty and self.draft.is_for_another_day(self.now())

    @property
    def has_begun(self) -> bool:
        """Something is written that is not saved; not an entry that was opened to be changed, and was not."""
        return bool(self._all_begun())

    def leave(self) -> None:
        """The person leaves it unfinished. An entry that was only looked at, to be changed, is not begun."""
        if self.draft.changes_nothing:
            self._take_up_waiting()
        self.was_left = not self.draft.is_empty
        self.keep()

    def go_on(self) -> None:
        """The person goes on with what was left."""
        self.was_left = False

    def throw_away(self) -> None:
        """Begin from nothing; ``bring_back`` undoes it."""
        away = None if self.draft.is_empty else self.draft
        self._take_up_waiting()
        self.put_away = away
        self.keep()

    def bring_back(self) -> None:
        """Take up what was thrown away; what has been written since then waits."""
        back = self.put_away
        if back is not None:
            back.waiting = tuple(draft.to_json() for draft in self._all_begun() if draft.id != back.id)
            self._take_up(back)
            self.touch()

    def change(self, entry: Entry, session: ExchangeSession | None) -> None:
        """Change *entry*, which is about *session*; what was being written waits until that is done."""
        if self.draft.changes is not None and self.draft.changes.id == entry.id:
            return  # it was begun before
        waiting = self._all_begun()
        begun = next((one for one in waiting if one.changes is not None and one.changes.id == entry.id), None)
        changed = begun or Draft.of(entry, session)
        changed.waiting = tuple(one.to_json() for one in waiting if one is not begun)
        self._take_up(changed)
        self.was_left = begun is not None

    def heed(self, session_id: str, now_is: ExchangeSession | None) -> None:
        """That session was put right elsewhere, or removed (None): saving what was begun before does not undo that."""
        waiting = [draft for draft in map(Draft.from_json, self.draft.waiting) if draft is not None]
        for draft in (self.draft, *waiting):
            draft.heed(session_id, now_is)
        self.draft.waiting = tuple(draft.to_json() for draft in waiting)
        self.touch()

    def forget(self) -> None:
        """It is saved. What is still on disk of it goes at the next pause: *Saved* does not wait for that."""
        self._take_up_waiting()
        self._take_back()
        self.touch()

    def close(self) -> None:
        """Keep what is there, and forget it here; what cannot be kept waits here, until the diary is opened again."""
        self.keep()
        body = self._body()
        kept = body is None or body == self._on_disk
        self._store = self._on_disk = self._night = None
        if kept:
            self._take_up(Draft())
        self.was_left = not kept

    def begin_anew(self) -> None:
        """Nothing of what was thrown away, or said of a night, belongs to what comes now."""
        self._night = None
        self._take_up(Draft())

    def take_along(self, draft: Draft) -> None:
        """*draft* goes on in the diary that is opened next, in place of what that has kept."""
        self.draft, self.was_left = draft, not draft.is_empty

    def _body(self) -> str | None:
        """Where nothing is being written, what waits first."""
        if not self.draft.is_empty:
            return self.draft.to_json()
        begun = self._all_begun()
        return replace(begun[0], waiting=tuple(one.to_json() for one in begun[1:])).to_json() if begun else None

    def _put(self, store: DiaryStore, body: str | None) -> None:
        store.keep_draft(body)

    def _all_begun(self) -> list[Draft]:
        """What is being written, and what waits until that is done; what says nothing of its own is left out.

        None has others waiting in it: text in text in text would double with each.
        """
        found = [Draft.from_json(body) for body in self.draft.waiting]
        unfinished = () if self.draft.is_empty or self.draft.changes_nothing else (replace(self.draft, waiting=()),)
        return [*unfinished, *(draft for draft in found if draft is not None)]

    def _take_up_waiting(self) -> None:
        waiting = [draft for draft in map(Draft.from_json, self.draft.waiting) if draft is not None]
        taken = waiting[0] if waiting else Draft()
        taken.waiting = tuple(draft.to_json() for draft in waiting[1:])
        self._take_up(taken)
        self.was_left = bool(waiting)

    def _take_up(self, draft: Draft) -> None:
        self.draft, self.was_left, self.put_away = draft, False, None
        self.shown.clear()
        self._forget_documents()
