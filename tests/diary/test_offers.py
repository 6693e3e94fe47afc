"""What was written before is offered, and only the newest of it is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tpe_guide.diary import offers
from tpe_guide.diary.draft import Draft
from tpe_guide.diary.model import Diary, EffectReport, Entry, ExchangeSession
from tpe_guide.diary.store import DiaryStore

NOW = dt.datetime(2026, 5, 9, 9, 12, tzinfo=dt.timezone(dt.timedelta(hours=2)))
BUZZ = EffectReport("other", 2, "during", words="a buzz")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DiaryStore]:
    with DiaryStore.create(tmp_path / "diary", None) as store:
        for number, day in enumerate((4, 6, 8), start=1):
            store.add_session(ExchangeSession(f"s{number}", number, dt.date(2026, 5, day)))
        yield store


def draft(store: DiaryStore, session: str | None = "s3") -> Draft:
    made = Draft.begin(NOW, store.sessions())
    made.session = next((one for one in store.sessions() if one.id == session), None)
    return made


def keep(store: DiaryStore, number: int, session: str | None, *effects: EffectReport) -> Entry:
    at = NOW - dt.timedelta(days=9 - number)
    entry = Entry(f"e{number}", session, day=at.date(), recorded_at=at, effects=effects)
    store.save_entry(entry)
    return entry


def last(store: DiaryStore, session: str | None = "s3") -> list[str]:
    return [report.words or report.effect for report in offers.last_reports(store, draft(store, session))]


def test_of_this_session_first_then_of_the_one_before(store: DiaryStore) -> None:
    keep(store, 1, "s1", EffectReport("cold", 1))
    assert last(store) == []
    keep(store, 2, "s2", EffectReport("tired", 1))
    assert last(store) == ["tired"]
    keep(store, 3, "s3", EffectReport("tingling", 1), BUZZ)
    assert last(store) == ["tingling", "a buzz"]
    assert last(store, "s2") == ["tired"]
    assert last(store, "s1") == ["cold"]


def test_old_entries_that_were_imported_since_are_not_the_newest(store: DiaryStore) -> None:
    keep(store, 9, "s3", EffectReport("tired", 1))
    old = [replace(keep(store, 1, None), id=f"old-{number}") for number in range(2 * offers.RECENT)]
    store.import_diary(Diary(store.course(), entries=tuple(old)))
    assert last(store) == ["tired"]


def test_the_newest_that_named_any(store: DiaryStore) -> None:
    keep(store, 1, "s3", EffectReport("cold", 1))
    keep(store, 2, "s3", EffectReport("tired", 1))
    keep(store, 3, "s3")
    assert last(store) == ["tired"]


def test_without_a_session_what_was_about_none(store: DiaryStore) -> None:
    keep(store, 1, "s3", EffectReport("cold", 1))
    assert last(store, None) == ["cold"]
    keep(store, 2, None, EffectReport("tired", 1))
    assert last(store, None) == ["tired"]


def test_not_all_entries_are_read(store: DiaryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DiaryStore, "entries", lambda *__: pytest.fail("all are read"))
    for number in range(1, 4):
        keep(store, number, "s3", EffectReport("cold", number))
    assert [entry.id for entry in store.glance().newest(2)] == ["e3", "e2"]
    assert last(store) == ["cold"]


def test_what_was_named_is_offered_until_it_is_retired(store: DiaryStore) -> None:
    entry = keep(store, 1, "s3", BUZZ, EffectReport("other", 0))
    offers.offer_own(store, entry)
    offers.offer_own(store, entry)
    assert offers.own_effects(store) == {"a buzz": True}
    offers.retire_own(store, "a buzz", retired=True)
    offers.offer_own(store, entry)
    assert offers.own_effects(store) == {"a buzz": False}
    assert last(store) == ["other"]
    assert store.entries() == (entry,)
