"""Parts of a diary, read alone, say what all of it says."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.diary.stories import ZONE, entry, session
from tpe_guide.diary.demo import FIXED_DAY, demo_diary
from tpe_guide.diary.glance import Noticed, Rated
from tpe_guide.diary.model import EffectReport
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import DiaryDamaged


@pytest.fixture
def demo(store: DiaryStore) -> DiaryStore:
    store.import_diary(demo_diary(FIXED_DAY), "demo")
    return store


def test_the_newest_come_first(demo: DiaryStore) -> None:
    newest_first = tuple(reversed(demo.entries()))
    assert demo.glance().newest(99) == newest_first
    assert demo.glance().newest(2) == newest_first[:2]


def test_of_one_day_the_instant_counts_in_whatever_zone_it_was_written(store: DiaryStore) -> None:
    at = dt.datetime(2026, 5, 4, 12, tzinfo=ZONE)
    elsewhere = at.astimezone(dt.timezone(dt.timedelta(hours=-5))) + dt.timedelta(minutes=1)  # 05:01 there
    first, second = (replace(entry(number), day=at.date()) for number in (1, 2))
    store.save_entry(replace(first, recorded_at=elsewhere))
    store.save_entry(replace(second, recorded_at=at))
    assert [one.id for one in store.glance().newest(9)] == ["e1", "e2"]


def test_one_is_found_with_those_before_and_after_it(demo: DiaryStore) -> None:
    glance, everything = demo.glance(), demo.entries()
    for at, one in enumerate(everything):
        assert glance.entry(one.id) == one
        before = everything[at - 1] if at else None
        after = everything[at + 1] if at + 1 < len(everything) else None
        assert glance.beside(one.id) == (before, after)
    assert glance.entry("nobody") is None
    assert glance.beside("nobody") == (None, None)


def test_the_worst_level_of_a_session_counts_and_the_last_answer(store: DiaryStore) -> None:
    store.add_session(session(1))
    store.add_session(session(2))
    own = (EffectReport("other", 1, words="Hiccups"), EffectReport("other", 3, words="Spinning"))
    store.save_entry(entry(1, session="s1", function={"vision": 7, "walking": 2, "hands": None}))
    store.save_entry(entry(2, session="s1", effects=(EffectReport("tingling", 3), *own), function={"vision": 5}))
    store.save_entry(entry(3, session="s2", effects=(), none_noticed=True))
    found = store.glance().digest(["s1", "s2", "s3"])
    assert set(found.noticed) == {
        Noticed("s1", "tingling", "", 3),
        Noticed("s1", "tired", "", 2),
        Noticed("s1", "other", "Hiccups", 1),
        Noticed("s1", "other", "Spinning", 3),
    }
    assert set(found.rated) == {Rated("s1", "vision", 5), Rated("s1", "walking", 2)}
    assert found.written == {"s1", "s2"}
    assert found.nothing_new == {"s2"}
    assert store.glance().about("s1") == 2


def test_an_entry_about_no_session_is_known(store: DiaryStore) -> None:
    assert not store.glance().has_loose()
    store.save_entry(entry(1))
    assert store.glance().has_loose()


def test_what_makes_no_sense_is_told(demo: DiaryStore) -> None:
    demo._connection.execute("UPDATE entries SET body = '{\"day\": \"2026-05-05\"}' WHERE id = 's1-evening'")
    with pytest.raises(DiaryDamaged):
        demo.glance().newest(99)
