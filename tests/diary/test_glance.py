"""Parts of a diary, read alone, say what all of it says."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.diary.stories import REMOVED, ZONE, entry, session
from tpe_guide.diary import glance, listing
from tpe_guide.diary.demo import FIXED_DAY, demo_diary
from tpe_guide.diary.digest import Noticed, Rated
from tpe_guide.diary.model import Course, Diary, EffectReport
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
    part, everything = demo.glance(), demo.entries()
    for at, one in enumerate(everything):
        assert part.entry(one.id) == one
        before = everything[at - 1] if at else None
        after = everything[at + 1] if at + 1 < len(everything) else None
        assert part.beside(one) == (before, after)
    assert part.entry("nobody") is None


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


class TestOfMany:
    """More than a few: they are on the list, which says the same as all of them."""

    @pytest.fixture
    def many(self, store: DiaryStore) -> DiaryStore:
        sessions = tuple(session(number) for number in range(1, 6))
        entries = tuple(
            entry(number, session=f"s{number % 5 + 1}", function={"vision": number % 11}) for number in range(200)
        )
        store.import_diary(Diary(Course("many"), sessions, entries), "many")
        assert not listing.unlisted(store._rows)
        return store

    def agree(self, store: DiaryStore) -> None:
        """What is read by the list is what reading all says."""
        everything, part = store.entries(), store.glance()
        assert part.newest(30) == tuple(reversed(everything))[:30]
        for at in (0, 7, len(everything) - 1):
            before = everything[at - 1] if at else None
            after = everything[at + 1] if at + 1 < len(everything) else None
            assert part.beside(everything[at]) == (before, after)
        for number in range(1, 6):
            name = f"s{number}"
            about = [one for one in everything if one.session == name]
            found = part.digest([name])
            levels = [(report.effect, report.severity) for one in about for report in one.effects]
            assert {(one.effect, one.severity) for one in found.noticed} == {
                (effect, max(level for other, level in levels if other == effect)) for effect, _level in levels
            }
            said = [one.function["vision"] for one in about if one.function.get("vision") is not None]
            assert [one.value for one in found.rated] == said[-1:]
            assert part.about(name) == len(about)

    def test_they_agree(self, many: DiaryStore) -> None:
        self.agree(many)

    def test_also_with_some_that_are_new(self, many: DiaryStore) -> None:
        for number in range(300, 310):
            many.save_entry(entry(number, session="s2", effects=(EffectReport("tingling", 3),)))
        assert len(listing.unlisted(many._rows)) == 10
        self.agree(many)

    def test_also_once_some_were_changed_and_removed(self, many: DiaryStore) -> None:
        first, last = many.entries()[0], many.entries()[-1]
        moved = replace(first, day=last.day, session="s4", effects=(EffectReport("cramps", 3),))
        many.change_entry(moved, first.recorded_at)
        many.bin_entry(last.id, last.recorded_at)
        self.agree(many)
        many.take_back(last.id)
        many.bin_entry("e7", REMOVED)
        self.agree(many)

    def test_new_ones_join_the_list_when_nothing_else_is_to_be_done(self, many: DiaryStore) -> None:
        for number in range(300, 300 + listing.FEW):
            many.save_entry(entry(number, session="s1"))
        many.rest()
        assert not listing.unlisted(many._rows)
        self.agree(many)

    def test_a_diary_of_an_older_version_joins_it_too(self, many: DiaryStore) -> None:
        with many._ledger.change():
            many._connection.execute("UPDATE entries SET day = NULL")
            many._connection.execute("DELETE FROM sums")
        self.agree(many)
        many.rest()
        assert not listing.unlisted(many._rows)
        self.agree(many)

    def test_it_is_read_without_a_look_at_all(self, many: DiaryStore) -> None:
        for query, values in (
            (glance._NEWEST, (None, 6)),
            (glance._BEFORE, ("2026", "2026", "x", None)),
            (glance._LOOSE, (None,)),
            (listing.OF_SESSION, ("s1",)),
        ):
            steps = [row[3] for row in many._rows(f"EXPLAIN QUERY PLAN {query}", *values)]
            assert not any(step == "SCAN entries" for step in steps), steps
