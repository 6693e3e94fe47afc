"""The pictures of the diary: how the course went, an entry and a session opened, what was removed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tpe_guide.diary.demo import FIXED_DAY, finished_diary
from tpe_guide.diary.model import Entry
from tpe_guide.diary.store import DiaryStore
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.ui.tour.stage import CLINIC, NOW, PHONE, Look, Shot, Stage

_DIARY, FIRST = Locator("diary"), "first-course"


def _as(change: Callable[[DiaryStore], None], locator: Locator, stage: Stage) -> QWidget:
    """*locator* in the demo diary, once *change* was made in it."""
    program = stage.open("open", "diary")
    change(program.diary.diary_session.store)
    program.session.go(Locator("urgent"))
    program.session.go(locator)
    stage.settle()
    return program.window


def _unchanged(store: DiaryStore) -> None:
    """As it is."""


def _without(store: DiaryStore, entries: Iterable[Entry]) -> None:
    """Neither in the diary nor in the bin."""
    for entry in entries:
        store.bin_entry(entry.id, NOW)
    store.empty_bin(NOW + dt.timedelta(days=1))


def _empty(store: DiaryStore) -> None:
    _without(store, store.entries())
    for session in store.sessions():
        store.remove_session(session.id)


def _one_entry(store: DiaryStore) -> None:
    first, *others = store.entries()
    _without(store, others)
    shift = FIXED_DAY - first.day
    for session in store.sessions():
        day = session.day + shift
        done = session.id == first.session
        store.keep_session(replace(session, day=day, state="done" if done else "planned"))
    store.save_entry(replace(first, day=FIXED_DAY, recorded_at=first.recorded_at + shift))


def _finished(store: DiaryStore) -> None:
    diary = finished_diary(FIXED_DAY)
    _empty(store)
    store.set_course(diary.course)
    for session in diary.sessions:
        store.add_session(session)
    for entry in diary.entries:
        store.save_entry(entry)


def _second(store: DiaryStore) -> None:
    """A second course after one that is done, of which something was removed."""
    _finished(store)
    store.bin_entry(store.entries()[2].id, NOW)
    store.set_course(replace(store.course(), id=FIRST))
    store.begin_course()


def _long_ago(store: DiaryStore) -> None:
    for session in store.sessions():
        store.keep_session(replace(session, day=session.day - dt.timedelta(days=60), state="done"))


def _changed(store: DiaryStore) -> None:
    night = store.glance().entry("s3-evening")
    assert night is not None
    store.change_entry(replace(night, note="I shook for an hour that night and it scared me."), NOW)
    store.change_entry(replace(night, note="I shook for an hour."), NOW - dt.timedelta(minutes=1))
    store.change_entry(night, NOW)


def _long(store: DiaryStore) -> None:
    """A year and a half of sessions, one of them with a day that cannot be."""
    known = store.sessions()
    for session in known:
        store.keep_session(replace(session, number=session.number + 32))
    for number in range(1, 33):
        day = known[0].day - dt.timedelta(days=14 * (33 - number) if number != 31 else 9)
        store.add_session(replace(known[0], id=f"before-{number}", number=number, day=day))


def _removed(stage: Stage) -> QWidget:
    program = stage.open("open", "diary")
    program.session.go(Locator("entry", "s3-evening"))
    stage.settle()
    stage.press(program.window, "remove-entry")
    return program.window


def _type_back(keys: tuple[str, ...], stage: Stage) -> QWidget:
    """A sheet of the paper, with *keys* typed; one that is empty is Enter."""
    window = stage.open("open", "type-back").window
    for each in keys:
        stage.type(window, Qt.Key(ord(each)) if each else Qt.Key.Key_Return, each)
    return window


SHEET_KEYS = (*"051305", "2", "1", "", "", "2", "1", *"000", "1", "2", "0")
_WHOLE_SHEET = (*SHEET_KEYS, "+", "+", "+")


def _plan(*taps: str) -> Callable[[Stage], QWidget]:
    """Sessions planned in one go, in a diary with none yet."""

    def scene(stage: Stage) -> QWidget:
        window = _as(_empty, Locator("plan"), stage)
        stage.press(window, *taps)
        return window

    return scene


def _moved(stage: Stage) -> QWidget:
    """A planned session on another day, with the one after it."""
    window = _as(_unchanged, Locator("exchange", "s6"), stage)
    stage.press(window, "another-day", f"day-{FIXED_DAY + dt.timedelta(days=2)}")
    return window


def _half(stage: Stage) -> QWidget:
    """A session is half filled in, and the person looks at the diary."""
    program = stage.open("open", "diary")
    program.session.go(Locator("exchange", "s3"))
    stage.settle()
    stage.press(program.window, "state-missed")
    program.session.go(_DIARY)
    stage.settle()
    return program.window


_PICKED = ("rhythm-chosen", *(f"day-{FIXED_DAY + dt.timedelta(days=number)}" for number in (4, 6, 11)))
_NIGHT, _SESSION = Locator("entry", "s3-evening"), Locator("exchange", "s3")
DIARY_SHOTS = (
    Shot("diary", lambda: _("My diary"), partial(_as, _unchanged, _DIARY)),
    Shot("diary-empty", lambda: _("My diary, nothing in it yet"), partial(_as, _empty, _DIARY)),
    Shot("diary-one-entry", lambda: _("My diary, one entry"), partial(_as, _one_entry, _DIARY)),
    Shot("diary-finished", lambda: _("The course is done"), partial(_as, _finished, _DIARY)),
    Shot("diary-second", lambda: _("A second course begins"), partial(_as, _second, _DIARY)),
    Shot("diary-earlier", lambda: _("The course before, opened"), partial(_as, _second, Locator("earlier", FIRST))),
    Shot("diary-long-ago", lambda: _("The last session was long ago"), partial(_as, _long_ago, _DIARY)),
    Shot("diary-long", lambda: _("A long course"), partial(_as, _long, _DIARY)),
    Shot("entry", lambda: _("An entry, opened"), partial(_as, _changed, _NIGHT)),
    Shot("entry-removed", lambda: _("An entry was removed"), _removed),
    Shot("type-back", lambda: _("Type the paper back"), partial(_type_back, SHEET_KEYS)),
    Shot("type-back-sign", lambda: _("Type a warning sign back"), partial(_type_back, (*SHEET_KEYS, *".312"))),
    Shot("type-back-ask", lambda: _("Type back a session that is not there"), partial(_type_back, (*"090805",))),
    Shot("type-back-over", lambda: _("The last look at the paper"), partial(_type_back, _WHOLE_SHEET)),
    Shot("plan", lambda: _("Plan my sessions"), _plan()),
    Shot("plan-days", lambda: _("Plan my sessions: each day picked"), _plan(*_PICKED)),
    Shot("session-moved", lambda: _("A session moved, and those after it"), _moved),
    Shot("session-half", lambda: _("A session half filled in"), _half),
    Shot("session-of-course", lambda: _("A session, opened"), partial(_as, _unchanged, _SESSION)),
)
DIARY_VARIANTS = (
    Shot("diary-contrast", lambda: _("My diary, high contrast"), DIARY_SHOTS[0].scene, Look(theme="contrast")),
    Shot("diary-dark", lambda: _("My diary, dark"), DIARY_SHOTS[3].scene, Look(CLINIC, theme="dark")),
    Shot("diary-narrow", lambda: _("My diary, narrow"), DIARY_SHOTS[0].scene, Look(PHONE)),
    Shot("entry-narrow", lambda: _("An entry, narrow"), DIARY_SHOTS[8].scene, Look(PHONE)),
)
