"""What was written before and makes the next entry less typing: the entry before it, and a person's own effects."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from tpe_guide.diary.draft import Draft
from tpe_guide.diary.model import OWN_EFFECTS_LIMIT, EffectReport, Entry, ExchangeSession, OwnEffect
from tpe_guide.errors import TpeGuideError
from tpe_guide.vocabulary.terms import OTHER

if TYPE_CHECKING:
    from tpe_guide.diary.store import DiaryStore

RECENT = 40
"""Entries among which the one before is looked for: however many there are, no more are read."""


def last_reports(store: DiaryStore, draft: Draft) -> tuple[EffectReport, ...]:
    """The effects of the entry before *draft*: about its session or, where there is none, about the one before that.

    Own effects that are retired are left out. Raises DiaryDamaged.
    """
    retired = {words for words, offered in own_effects(store).items() if not offered}
    before = [entry for entry in store.glance().newest(RECENT) if entry.effects and entry.id != draft.id]
    for session in _newest_first(store.sessions(), draft.session):
        about = [entry for entry in before if entry.session == session]
        if about:
            reports = max(about, key=lambda entry: entry.recorded_at).effects
            return tuple(report for report in reports if report.words.strip() not in retired)
    return ()


def own_effects(store: DiaryStore) -> dict[str, bool]:
    """What the person has named, and whether it is offered. Raises DiaryDamaged."""
    return {own.words: not own.retired for own in store.course().own_effects}


def retire_own(store: DiaryStore, words: str, *, retired: bool) -> None:
    """Offer the own effect *words* no more, or again; what was reported of it stays. Raises CannotWrite."""
    course = store.course()
    own = [replace(one, retired=retired) if one.words == words else one for one in course.own_effects]
    store.set_course(replace(course, own_effects=tuple(own)))


def offer_own(store: DiaryStore, entry: Entry) -> None:
    """What the person has named in *entry* is one tap the next time. Raises DiaryDamaged."""
    named = [report.words for report in entry.effects if report.effect == OTHER and report.words]
    if not named:
        return
    course = store.course()
    known = {own.words for own in course.own_effects}
    new = tuple(OwnEffect(words) for words in dict.fromkeys(named) if words not in known)
    if new and len(known) + len(new) <= OWN_EFFECTS_LIMIT:
        with contextlib.suppress(TpeGuideError):  # the entry is saved; only the next one takes more typing
            store.set_course(replace(course, own_effects=(*course.own_effects, *new)))


def _newest_first(sessions: Iterable[ExchangeSession], last: ExchangeSession | None) -> tuple[str | None, ...]:
    """The id of *last*, and of the one had before it; without *last*, what is about no session, and the newest."""
    had = [session for session in sessions if session.state == "done" and (last is None or session.id != last.id)]
    before = [session for session in had if last is None or (session.day, session.number) < (last.day, last.number)]
    newest = max(before, key=lambda session: (session.day, session.number), default=None)
    return (last.id if last else None, *([newest.id] if newest else []))
