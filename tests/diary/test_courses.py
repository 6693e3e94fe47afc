"""A second course later: the first stays, word for word, and nothing that was acknowledged is counted less."""

from __future__ import annotations

import datetime as dt
import os
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.diary.conftest import start
from tests.diary.stories import REMOVED, ZONE, entry, session
from tests.diary.test_store_faults import contents, files_of_at_most, posix
from tpe_guide.diary import backup, backup_commands, database, exchange, glance, keys, listing, rescue, restore
from tpe_guide.diary.folder import KEY, STORE
from tpe_guide.diary.model import Course, Diary, Entry, Matters, OwnEffect, Question, Value
from tpe_guide.diary.past import Used
from tpe_guide.diary.seal import SealFile
from tpe_guide.diary.store import DiaryStore
from tpe_guide.diary.told import left_out, of_a_restore
from tpe_guide.errors import BadInput, CannotWrite, DiaryDamaged, FromNewerVersion, OtherDiary

NOW = dt.datetime(2026, 8, 1, 9, 0, tzinfo=ZONE)
OWN = (OwnEffect("Buzzing ears"), OwnEffect("Hiccups", retired=True))
LATER = dt.timedelta(days=90)


def later(number: int, *, session: str | None = None, note: str = "") -> Entry:
    """An entry of the second course."""
    first = entry(number)
    return replace(
        first,
        id=f"later-{number}",
        day=first.day + LATER,
        recorded_at=first.recorded_at + LATER,
        session=session,
        note=note,
    )


def fill(store: DiaryStore) -> None:
    """A first course of seven sessions and ten entries, one of them changed, with all that is the person's own."""
    store.set_course(
        Course("first", planned_sessions=7, access="neck-line", finished=dt.date(2026, 5, 18), own_effects=OWN)
    )
    for number in range(1, 8):
        store.add_session(session(number))
    for number in range(10):
        about = f"s{number % 7 + 1}" if number else None
        store.save_entry(entry(number, session=about, note=f"Word for word {number}"))
    store.change_entry(entry(9, session="s3", note="Mended."), NOW)
    store.set_questions([Question("When may I swim?")])
    store.set_matters(Matters((Value("Walking"),)))


@pytest.fixture
def first(store: DiaryStore) -> Diary:
    """What the open diary holds before a new course begins."""
    fill(store)
    return store.diary()


@pytest.fixture
def both(store: DiaryStore, first: Diary) -> DiaryStore:
    """A diary with a second course: two sessions, three entries, one of them about no session."""
    store.begin_course()
    store.add_session(replace(session(1), id="n1", day=session(1).day + LATER))
    store.add_session(replace(session(2), id="n2", day=session(2).day + LATER))
    store.save_entry(later(1, session="n1"))
    store.save_entry(later(2, session="n2"))
    store.save_entry(later(3))
    return store


def as_files(store: DiaryStore) -> list[Diary]:
    """All of it, by way of the files that are exported."""
    return [exchange.loads(data, "a file") for data in exchange.in_files(*store.diaries(), exported_at=NOW, app="")]


class TestBeginning:
    def test_the_first_stays_word_for_word(self, store: DiaryStore, first: Diary) -> None:
        store.begin_course()
        (earlier,) = store.earlier()
        stays = store.diary("first")
        assert stays == replace(
            first,
            course=replace(first.course, followed_by=store.course().id),
            questions=(),
            matters=Matters(),
        )
        assert (earlier.sessions, earlier.entries) == (7, 10)
        assert (earlier.first, earlier.last) == (session(1).day, session(7).day)
        assert store.formers("e9")[0].entry.note == "Word for word 9"

    def test_the_new_one_begins_with_nothing_of_it(self, store: DiaryStore, first: Diary) -> None:
        store.begin_course()
        new = store.course()
        assert new == Course(new.id, own_effects=OWN)
        assert new.id != "first"
        assert store.sessions() == store.entries() == store.binned() == ()
        assert store.glance().newest(6) == ()
        assert not store.glance().has_loose()

    def test_what_is_the_persons_own_stays_with_them(self, store: DiaryStore, first: Diary) -> None:
        store.begin_course()
        assert store.questions() == first.questions
        assert store.matters() == first.matters
        assert store.course().own_effects == OWN

    def test_no_acknowledged_entry_is_counted_less(self, store: DiaryStore, first: Diary, folder: Path) -> None:
        store.begin_course()
        assert store.entry_count == 10
        store.close()
        seal = SealFile(folder / "diary.seal", keys.unlock_file(folder / KEY, None).key).read()
        assert seal is not None
        assert seal.entries == 10
        with DiaryStore.open(folder, None) as again:
            assert again.found is None
            assert again.entry_count == 10
            assert len(again.entries("first")) == 10

    def test_it_is_kept_when_the_diary_is_closed(self, both: DiaryStore, folder: Path) -> None:
        before = list(both.diaries())
        both.close()
        with DiaryStore.open(folder, None) as again:
            assert list(again.diaries()) == before

    def test_nothing_to_end_is_no_course(self, store: DiaryStore) -> None:
        with pytest.raises(BadInput, match="something in it"):
            store.begin_course()
        assert store.earlier() == ()

    def test_a_third_course(self, both: DiaryStore) -> None:
        second = both.diary()
        both.begin_course()
        newest, oldest = both.earlier()
        assert (newest.course.id, oldest.course.id) == (second.course.id, "first")
        assert oldest.course.followed_by == second.course.id
        assert both.diary(second.course.id).entries == second.entries

    def test_numbers_may_be_the_same_in_both(self, both: DiaryStore) -> None:
        assert [one.number for one in both.sessions()] == [1, 2]
        assert [one.number for one in both.sessions("first")] == [1, 2, 3, 4, 5, 6, 7]


class TestReadApart:
    def test_parts_are_of_one_course(self, both: DiaryStore) -> None:
        present, before = both.glance(), both.glance("first")
        assert {one.id for one in present.newest(9)} == {"later-1", "later-2", "later-3"}
        assert len(before.newest(20)) == 10
        assert (present.has_loose(), before.has_loose()) == (True, True)
        newest = before.newest(1)[0]
        assert before.beside(newest)[1] is None
        oldest = present.newest(9)[-1]
        assert present.beside(oldest)[0] is None
        assert (present.course_of("e1"), present.course_of("later-1"), present.course_of("x")) == ("first", None, None)

    def test_also_once_all_are_on_the_list(self, both: DiaryStore) -> None:
        with both._ledger.change():
            listing.put_on_list(both._connection)
        self.test_parts_are_of_one_course(both)
        both.begin_course()
        assert both.glance().newest(5) == ()
        assert len(both.glance("first").newest(20)) == 10

    def test_a_short_course_after_a_long_one_is_read_without_reading_that(self, both: DiaryStore) -> None:
        for query, values, found_by in (
            (glance._NEWEST, (None, 6), "listed_by_day (course=?"),
            (glance._LOOSE, (None,), "listed_of (session=? AND course=?"),
        ):
            steps = [row[3] for row in both._rows(f"EXPLAIN QUERY PLAN {query}", *values)]
            assert any(found_by in step for step in steps), steps
            assert not any("TEMP B-TREE" in step for step in steps), steps

    def test_the_sums_of_an_earlier_course_stay(self, both: DiaryStore) -> None:
        with both._ledger.change():
            listing.put_on_list(both._connection)
        before = both._rows("SELECT session, body FROM sums")
        assert before
        both.begin_course()
        assert both._rows("SELECT session, body FROM sums") == before

    def test_a_session_of_an_earlier_course_is_closed(self, both: DiaryStore) -> None:
        before = list(both.diaries())
        writes: tuple[Callable[[], object], ...] = (
            lambda: both.save_entry(later(5, session="s1")),
            lambda: both.keep_session(replace(session(1), note="Other words")),
            lambda: both.add_session(session(1)),
        )
        for write in writes:
            with pytest.raises(BadInput):
                write()
        assert list(both.diaries()) == before


class TestTakingBack:
    def test_a_slip_is_undone_to_the_word(self, store: DiaryStore, first: Diary) -> None:
        store.begin_course()
        assert store.may_take_back_course
        store.take_back_course()
        assert store.diary() == first
        assert store.earlier() == ()
        assert not store.may_take_back_course

    def test_what_the_person_did_to_their_own_since_then_stays(self, store: DiaryStore, first: Diary) -> None:
        store.begin_course()
        renamed = (replace(OWN[0], retired=True), OWN[1])
        store.set_course(replace(store.course(), own_effects=renamed))
        store.set_questions([])
        store.take_back_course()
        assert store.course() == replace(first.course, own_effects=renamed)
        assert store.questions() == ()

    @pytest.mark.parametrize(
        "write",
        [
            lambda store: store.save_entry(later(1)),
            lambda store: store.add_session(replace(session(1), id="n1")),
            lambda store: store.set_course(replace(store.course(), planned_sessions=5)),
        ],
    )
    def test_not_once_something_is_in_it(
        self, store: DiaryStore, first: Diary, write: Callable[[DiaryStore], object]
    ) -> None:
        store.begin_course()
        write(store)
        assert not store.may_take_back_course
        before = list(store.diaries())
        with pytest.raises(BadInput):
            store.take_back_course()
        assert list(store.diaries()) == before

    def test_a_third_can_be_taken_back_and_the_second_not(self, both: DiaryStore) -> None:
        second = both.diary()
        both.begin_course()
        both.take_back_course()
        assert both.diary() == second
        assert [one.course.id for one in both.earlier()] == ["first"]


class TestTheBin:
    def test_what_was_removed_before_goes_back_to_its_course(self, store: DiaryStore) -> None:
        fill(store)
        store.bin_entry("e4", REMOVED)
        store.begin_course()
        assert store.binned() == ()
        assert [one.entry.id for one in store.binned("first")] == ["e4"]
        store.take_back("e4")
        assert store.entries() == ()
        assert len(store.entries("first")) == 10
        assert store.binned("first") == ()

    def test_with_the_session_that_went_with_it(self, store: DiaryStore) -> None:
        fill(store)
        with_it = replace(session(8), id="s8")
        store.save_entry(entry(20, session="s8"), with_it)
        store.bin_entry("e20", REMOVED, Used(None, with_it))
        store.begin_course()
        store.take_back("e20")
        assert with_it in store.sessions("first")
        assert store.sessions() == ()

    def test_it_is_emptied_in_its_time(self, store: DiaryStore) -> None:
        fill(store)
        store.bin_entry("e4", REMOVED)
        store.begin_course()
        store.save_entry(later(1))
        over = store.bin_is_over(later(1).recorded_at)
        assert over is not None
        assert store.empty_bin(over) == 1
        assert store.binned("first") == ()


class TestFiles:
    def test_each_course_is_a_file_and_an_empty_diary_takes_both_back(self, both: DiaryStore, tmp_path: Path) -> None:
        files = as_files(both)
        assert [one.course.followed_by for one in files] == [None, both.course().id]
        for number, order in enumerate((files, list(reversed(files)))):
            with DiaryStore.create(tmp_path / str(number), None) as new:
                for one in order:
                    assert new.preview_import(one, "a file") == new.import_diary(one, "a file")
                assert list(new.diaries()) == list(both.diaries())

    def test_the_same_file_twice_adds_nothing(self, both: DiaryStore) -> None:
        before = list(both.diaries())
        for one in as_files(both):
            done = both.import_diary(one, "a file")
            assert (done.sessions, done.entries, done.questions, done.kept_yours) == (0, 0, 0, 0)
        assert list(both.diaries()) == before

    def test_a_file_from_when_it_was_the_present_course_goes_to_it(self, store: DiaryStore, first: Diary) -> None:
        old = replace(first, entries=(*first.entries, entry(11, session="s2", note="From the other laptop")))
        store.begin_course()
        store.save_entry(later(1))
        done = store.import_diary(old, "old.tpediary.json")
        assert (done.entries, done.earlier, done.other_course) == (1, True, False)
        assert "earlier course" in " ".join(left_out(done))
        assert [one.id for one in store.entries()] == ["later-1"]
        assert len(store.entries("first")) == 11
        assert store.entry_count == 12

    def test_a_course_by_another_name_goes_where_its_sessions_are(self, both: DiaryStore, first: Diary) -> None:
        """Two machines may have brought one diary into another, and call it otherwise."""
        theirs = replace(first, course=Course("elsewhere"), entries=(*first.entries, entry(12, session="s2")))
        done = both.import_diary(theirs, "a file")
        assert (done.entries, done.earlier) == (1, True)
        assert both.glance().course_of("e12") == "first"
        assert exchange.loads(exchange.dumps(both.diary(), exported_at=NOW, app=""), "again")

    def test_an_id_names_one_thing_in_all_courses(self, both: DiaryStore) -> None:
        before = list(both.diaries())
        theirs = Diary(both.course(), entries=(replace(entry(1), note="Of somebody else"),))
        with pytest.raises(OtherDiary, match=r"entries\[0\]\.id"):
            both.import_diary(theirs, "a file")
        with pytest.raises(OtherDiary):
            both.preview_import(theirs, "a file")
        assert list(both.diaries()) == before

    def test_an_earlier_course_brought_to_an_empty_diary_is_an_earlier_one(
        self, both: DiaryStore, tmp_path: Path
    ) -> None:
        earlier = as_files(both)[1]
        with DiaryStore.create(tmp_path / "new", None) as new:
            new.import_diary(earlier, "a file")
            assert new.entries() == ()
            assert new.diary("first") == both.diary("first")

    def test_a_file_of_a_stranger_is_told_as_before(self, both: DiaryStore) -> None:
        theirs = Diary(Course("stranger"), (replace(session(1), id="x1"),), (replace(entry(1), id="x"),))
        done = both.import_diary(theirs, "a file")
        assert (done.other_course, done.earlier) == (True, False)
        assert both.glance().course_of("x") is None


class TestBackups:
    def test_a_backup_holds_both(self, both: DiaryStore, tmp_path: Path) -> None:
        before = list(both.diaries())
        made = backup.write(tmp_path / "a.tpebackup", backup.take(both))
        assert made.entries == 13
        both.save_entry(later(9))
        both.close()
        with restore.preview(both.path.parent, made.path, None) as found:
            assert not found.is_other
        assert found.now().entries == 13
        with DiaryStore.open(both.path.parent, None) as again:
            assert list(again.diaries()) == before

    def test_what_is_checked_is_all_of_it(self, both: DiaryStore, folder: Path) -> None:
        backup.back_up(both, NOW)
        both.close()
        told = [verdict.words for _count, verdict in backup_commands.verify(folder)]
        assert [words for words in told if "13 entries" in words] == told
        assert len(told) == 2

    def test_one_from_before_the_new_course_says_so(self, store: DiaryStore, first: Diary, tmp_path: Path) -> None:
        made = backup.write(tmp_path / "a.tpebackup", backup.take(store))
        store.begin_course()
        after = backup.write(tmp_path / "b.tpebackup", backup.take(store))
        store.close()
        with restore.preview(store.path.parent, made.path, None) as found:
            assert found.moves_course == "back"
            assert not found.is_other
            assert not found.changes_nothing
            assert "from before your new course" in " ".join(of_a_restore(found))
        assert found.now().entries == 10
        with DiaryStore.open(store.path.parent, None) as again:
            assert again.diary() == first
        with restore.preview(store.path.parent, after.path, None) as found:
            assert found.moves_course == "on"
            assert "an earlier one" in " ".join(of_a_restore(found))


class TestFaults:
    @posix
    def test_killed_in_the_middle_it_has_begun_or_it_has_not(self, store: DiaryStore, first: Diary) -> None:
        folder, begun = store.path.parent, 0
        store.close()
        for wait in range(12):
            with start(BEGIN_AND_TAKE_BACK, folder) as process:
                assert process.stdout is not None
                for _line in range(wait + 1):
                    process.stdout.readline()
                os.kill(process.pid, signal.SIGKILL)
            with DiaryStore.open(folder, None) as again:
                assert again.found is None
                assert again.entry_count == 10
                if again.earlier():
                    begun += 1
                    assert again.entries() == ()
                    assert again.diary("first").entries == first.entries
                    again.take_back_course()
                assert again.diary() == first
        assert begun

    @posix
    def test_a_full_disk(self, store: DiaryStore, first: Diary) -> None:
        store.get_ready()
        size = max(file.stat().st_size for file in store.path.parent.iterdir())
        with files_of_at_most(size), pytest.raises(CannotWrite):
            back_and_forth(store)
        assert store.entry_count == 10
        if store.earlier():
            store.take_back_course()
        assert store.diary() == first

    def test_an_older_program_leaves_it_untouched(
        self, both: DiaryStore, monkeypatch: pytest.MonkeyPatch, folder: Path
    ) -> None:
        both.close()
        before = contents(folder)
        monkeypatch.setattr(database, "VERSION", database.WITH_COURSES - 1)
        with pytest.raises(FromNewerVersion):
            DiaryStore.open(folder, None)
        assert contents(folder) == before

    @pytest.mark.parametrize("page", range(1, 18))
    def test_of_a_damaged_page_the_rest_is_rescued_course_by_course(self, both: DiaryStore, page: int) -> None:
        whole = list(both.diaries())
        folder, by_id = both.path.parent, {one.course.id: one for one in whole}
        both.close()
        path = folder / STORE
        data = bytearray(path.read_bytes())
        if page * 4096 >= len(data):
            pytest.skip("it is not so long")
        data[page * 4096 + 100] ^= 0x10
        path.write_bytes(data)
        found = rescue.read(folder, keys.unlock_file(folder / KEY, None))
        named = {course: {one.id for one in diary.entries} for course, diary in by_id.items()}
        for diary in found.earlier:
            assert {one.id for one in diary.entries} <= named[diary.course.id]
            assert diary.course.followed_by is not None
        assert {one.id for one in found.diary.entries} <= named[whole[0].course.id]
        with pytest.raises(DiaryDamaged):
            DiaryStore.open(folder, None)
        rescue.begin_anew(folder, keys.unlock_file(folder / KEY, None), found)
        with DiaryStore.open(folder, None) as again:
            assert again.found is None
            assert again.entry_count == found.entries
            for one in again.diaries():
                exchange.check(one, "again")

    def test_all_of_it_is_rescued_where_nothing_is_lost(self, both: DiaryStore, folder: Path) -> None:
        both.bin_entry("e4", REMOVED)
        both.begin_course()
        whole, rows = list(both.diaries()), both.rows()
        both.close()
        unlocked = keys.unlock_file(folder / KEY, None)
        found = rescue.read(folder, unlocked)
        assert found.entries == 12
        rescue.begin_anew(folder, unlocked, found)
        with DiaryStore.open(folder, None) as again:
            assert sorted(again.diaries(), key=lambda one: one.course.id) == sorted(
                whole, key=lambda one: one.course.id
            )
            assert again.rows().earlier == rows.earlier
            assert [one.entry.id for one in again.binned("first")] == ["e4"]


class TestAnythingAtAll:
    @pytest.mark.parametrize("seed", range(12))
    def test_whatever_was_done_no_entry_is_lost_and_the_files_bring_all_of_it_back(
        self, tmp_path: Path, seed: int
    ) -> None:
        random, saved, gone = Random(seed), set[str](), set[str]()
        with DiaryStore.create(tmp_path / "mine", None) as store:
            for step in range(120):
                self.act(store, random, step, saved, gone)
                assert store.entry_count == len(saved) == sum(len(one.entries) for one in store.diaries())
            whole = {one.course.id: one for one in store.diaries()}
            files = as_files(store)
            store.close()
            with DiaryStore.open(tmp_path / "mine", None) as again:
                assert again.found is None
                assert {one.course.id: one for one in again.diaries()} == whole
        random.shuffle(files)
        with DiaryStore.create(tmp_path / "other", None) as other:
            for one in files:
                other.import_diary(one, "a file")
            assert {one.course.id: one for one in other.diaries()} == whole
        assert {one.id for diary in whole.values() for one in diary.entries} == saved

    def act(self, store: DiaryStore, random: Random, step: int, saved: set[str], gone: set[str]) -> None:
        numbers = {one.id for one in store.sessions()}
        match random.choice(("save", "save", "save", "session", "remove", "back", "begin", "slip", "rest", "list")):
            case "save":
                about = random.choice([None, *sorted(numbers)])
                store.save_entry(replace(entry(step, session=about), id=f"e-{step}"))
                saved.add(f"e-{step}")
            case "session":
                store.add_session(replace(session(step % 9 + 1), id=f"s-{step}"))
            case "remove" if saved:
                one = random.choice(sorted(saved))
                store.bin_entry(one, REMOVED)
                saved.remove(one)
                gone.add(one)
            case "back" if gone:
                one = random.choice(sorted(gone))
                store.take_back(one)
                gone.remove(one)
                saved.add(one)
            case "begin" if store.sessions() or store.entries():
                store.begin_course()
            case "slip" if store.may_take_back_course:
                store.take_back_course()
            case "rest":
                store.rest()
            case "list":
                with store._ledger.change():
                    listing.put_on_list(store._connection)


def back_and_forth(store: DiaryStore) -> None:
    while True:
        store.begin_course()
        store.take_back_course()


BEGIN_AND_TAKE_BACK = """
import sys
from pathlib import Path
from tpe_guide.diary.store import DiaryStore
store = DiaryStore.open(Path(sys.argv[1]), None)
print("open", flush=True)
while True:
    store.begin_course()
    print("begun", flush=True)
    store.take_back_course()
    print("back", flush=True)
"""
