"""What was changed or removed: kept, found again word for word, and forgotten only when its time is over."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.diary.stories import ZONE, entry, session
from tpe_guide.diary import backup, backup_file, restore
from tpe_guide.diary.folder import KEY, STORE
from tpe_guide.diary.model import Course, EffectReport, OwnEffect
from tpe_guide.diary.past import BIN_DAYS, Binned, Former, Used
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import BadInput, EntriesMissing

NOW = dt.datetime(2026, 5, 9, 0, 40, tzinfo=ZONE)
LATER = NOW + dt.timedelta(hours=3)
PLANNED = session(state="planned")
DONE = replace(PLANNED, state="done", day=NOW.date(), access="arm-veins")


def again(store: DiaryStore) -> DiaryStore:
    """As another run of the program finds it."""
    store.close()
    return DiaryStore.open(store.path.parent, None)


class TestChanged:
    def test_what_an_entry_said_is_kept_newest_first(self, store: DiaryStore) -> None:
        store.save_entry(entry(note="first"))
        store.change_entry(entry(note="second"), NOW)
        store.change_entry(entry(note="third"), LATER)
        with again(store) as found:
            assert found.entries() == (entry(note="third"),)
            assert found.formers("e1") == (Former(entry(note="second"), LATER), Former(entry(note="first"), NOW))
            assert found.formers("e2") == ()

    def test_the_same_words_again_are_no_change(self, store: DiaryStore) -> None:
        store.save_entry(entry())
        told: list[int] = []
        store.on_change(lambda: told.append(1))
        store.change_entry(entry(), NOW)
        assert (store.formers("e1"), told) == ((), [])

    def test_it_can_be_about_another_session(self, store: DiaryStore) -> None:
        store.add_session(session(1))
        store.add_session(session(2))
        store.save_entry(entry(session="s1"))
        store.change_entry(entry(session="s2"), NOW)
        assert store.entries()[0].session == "s2"
        assert store.formers("e1")[0].entry.session == "s1"

    def test_what_is_not_there_cannot_be_changed(self, store: DiaryStore) -> None:
        with pytest.raises(KeyError):
            store.change_entry(entry(), NOW)

    def test_a_session_that_is_not_there_changes_nothing(self, store: DiaryStore) -> None:
        store.save_entry(entry())
        with pytest.raises(BadInput):
            store.change_entry(entry(session="s9"), NOW)
        assert (store.entries(), store.formers("e1")) == ((entry(),), ())


class TestBin:
    def test_out_of_the_diary_and_back_word_for_word(self, store: DiaryStore) -> None:
        store.save_entry(entry(1))
        store.save_entry(entry(2))
        assert not store.bin_entry("e1", NOW)
        assert (store.entries(), store.entry_count) == ((entry(2),), 1)
        with again(store) as found:
            assert found.binned() == (Binned(entry(1), None, NOW),)
            found.take_back("e1")
            assert (found.entries(), found.binned(), found.entry_count) == ((entry(1), entry(2)), (), 2)

    def test_newest_first(self, store: DiaryStore) -> None:
        for number, at in ((1, NOW), (2, LATER)):
            store.save_entry(entry(number))
            store.bin_entry(f"e{number}", at)
        assert [one.entry.id for one in store.binned()] == ["e2", "e1"]

    def test_a_session_goes_with_its_last_entry_and_comes_with_any(self, store: DiaryStore) -> None:
        store.save_entry(entry(1, session="s1"), session())
        store.save_entry(entry(2, session="s1"))
        assert not store.bin_entry("e1", NOW, Used(None, session())), "another entry is about it"
        assert store.bin_entry("e2", LATER, Used(None, session()))
        assert store.sessions() == ()
        assert store.binned()[0].session == session()
        store.take_back("e1")
        assert (store.sessions(), store.entries()) == ((session(),), (entry(1, session="s1"),))
        store.take_back("e2")
        assert len(store.entries()) == 2
        for name in ("e1", "e2"):
            assert not store.bin_entry(name, LATER), "that was not wanted"
        assert store.sessions() == (session(),)

    def test_a_planned_session_that_it_used_up_is_planned_again_until_it_is_put_back(self, store: DiaryStore) -> None:
        store.add_session(PLANNED)
        store.save_entry(entry(session="s1"), DONE)
        assert store.bin_entry("e1", NOW, Used(PLANNED, DONE))
        assert (store.sessions(), store.binned()[0].session) == ((PLANNED,), DONE)
        with again(store) as found:
            assert found.sessions() == (PLANNED,)
            found.take_back("e1")
            assert (found.sessions(), found.entries()) == ((DONE,), (entry(session="s1"),))

    def test_a_session_put_right_since_stays_as_it_was_put(self, store: DiaryStore) -> None:
        right = replace(DONE, minutes=150)
        store.add_session(PLANNED)
        store.save_entry(entry(session="s1"), DONE)
        store.keep_session(right)
        assert not store.bin_entry("e1", NOW, Used(PLANNED, DONE))
        store.take_back("e1")
        assert store.sessions() == (right,)

    def test_a_session_made_for_it_and_written_about_since_stays_too(self, store: DiaryStore) -> None:
        right = replace(session(), note="Albumin. My hands were warm.")
        store.save_entry(entry(1, session="s1"), session())
        store.keep_session(right)
        assert not store.bin_entry("e1", NOW, Used(None, session()))
        assert store.sessions() == (right,)
        store.take_back("e1")
        assert store.sessions() == (right,)

    def test_a_session_put_right_while_it_was_in_the_bin_stays_so_too(self, store: DiaryStore) -> None:
        moved = replace(PLANNED, day=LATER.date())
        store.add_session(PLANNED)
        store.save_entry(entry(session="s1"), DONE)
        store.bin_entry("e1", NOW, Used(PLANNED, DONE))
        store.keep_session(moved)
        store.take_back("e1")
        assert (store.sessions(), store.entries()) == ((moved,), (entry(session="s1"),))

    def test_a_session_that_another_entry_is_about_was_had(self, store: DiaryStore) -> None:
        store.add_session(PLANNED)
        for number in (1, 2):
            store.save_entry(entry(number, session="s1"), DONE)
        assert not store.bin_entry("e1", NOW, Used(PLANNED, DONE))
        assert store.sessions() == (DONE,)
        assert store.bin_entry("e2", NOW, Used(PLANNED, DONE))
        assert store.sessions() == (PLANNED,)
        store.take_back("e1")
        assert store.sessions() == (DONE,), "it comes with any"

    def test_what_it_said_before_stays_with_it(self, store: DiaryStore) -> None:
        store.save_entry(entry(note="first"))
        store.change_entry(entry(note="second"), NOW)
        store.bin_entry("e1", LATER)
        assert len(store.formers("e1")) == 1
        store.take_back("e1")
        assert len(store.formers("e1")) == 1

    def test_after_its_time_it_is_forgotten_with_all_it_said(self, store: DiaryStore) -> None:
        for number in (1, 2):
            store.save_entry(entry(number))
            store.change_entry(entry(number, note="new"), NOW)
            store.bin_entry(f"e{number}", NOW + dt.timedelta(days=number))
        before = NOW + dt.timedelta(days=2)
        assert store.empty_bin(before) == 1
        assert [one.entry.id for one in store.binned()] == ["e2"]
        assert (store.formers("e1"), len(store.formers("e2"))) == ((), 1)
        assert BIN_DAYS == 30

    @pytest.mark.parametrize(
        ("days", "over"),
        [
            pytest.param(29, False, id="not yet"),
            pytest.param(31, True, id="its time is over"),
            pytest.param(59, True, id="a month after anything was written"),
            pytest.param(61, False, id="a clock that may be set wrong"),
            pytest.param(-400, False, id="a clock that was set back"),
        ],
    )
    def test_a_clock_far_ahead_of_all_that_is_known_is_not_believed(
        self, store: DiaryStore, days: int, over: bool
    ) -> None:
        """One wrong date of the computer must not take what can still be put back."""
        store.save_entry(entry(1))
        store.bin_entry("e1", NOW)
        second = NOW + dt.timedelta(days=29, hours=1)
        store.save_entry(replace(entry(2), day=second.date(), recorded_at=second))
        now = NOW + dt.timedelta(days=days)
        assert store.bin_is_over(now) == (now - dt.timedelta(days=BIN_DAYS) if over else None)

    def test_an_entry_that_was_removed_last_stays_until_something_newer_is_known(self, store: DiaryStore) -> None:
        store.save_entry(entry(1))
        store.bin_entry("e1", NOW)
        now = NOW + dt.timedelta(days=40)
        assert store.bin_is_over(now) is None
        store.save_entry(replace(entry(2), day=now.date(), recorded_at=now))
        assert store.bin_is_over(now) == now - dt.timedelta(days=BIN_DAYS)

    def test_an_import_may_bring_it_back_first(self, store: DiaryStore) -> None:
        store.save_entry(entry(session="s1"), session())
        whole = store.diary()
        store.bin_entry("e1", NOW)
        store.import_diary(whole)
        store.take_back("e1")
        assert (store.entries(), store.entry_count, store.binned()) == (whole.entries, 1, ())

    def test_what_is_not_there(self, store: DiaryStore) -> None:
        store.add_session(session())
        assert not store.bin_entry("e1", NOW, Used(None, session()))
        assert store.sessions() == (session(),)
        with pytest.raises(KeyError):
            store.take_back("e1")
        assert store.empty_bin(LATER) == 0

    def test_a_removal_that_was_lost_is_told(self, store: DiaryStore) -> None:
        """The seal knows of what goes into the bin as of any other change."""
        for number in (1, 2):
            store.save_entry(entry(number))
        store.rest()
        store.bin_entry("e1", NOW)
        log = store.path.with_name("diary.db-wal")
        kept, folder = store.path.read_bytes(), store.path.parent
        seal = (folder / "diary.seal").read_bytes()
        store.close()
        log.unlink(missing_ok=True)
        store.path.write_bytes(kept)
        (folder / "diary.seal").write_bytes(seal)
        with DiaryStore.open(folder, None) as found:
            assert isinstance(found.found, EntriesMissing)
            assert found.found.back == 1


class TestSessions:
    def test_removed(self, store: DiaryStore) -> None:
        store.add_session(session())
        store.remove_session("s1")
        assert store.sessions() == ()
        with pytest.raises(KeyError):
            store.remove_session("s1")

    @pytest.mark.parametrize("in_bin", [False, True])
    def test_not_while_an_entry_is_about_it(self, store: DiaryStore, in_bin: bool) -> None:
        store.save_entry(entry(session="s1"), session())
        if in_bin:
            store.bin_entry("e1", NOW)
        with pytest.raises(BadInput):
            store.remove_session("s1")
        assert store.sessions() == (session(),)


class TestDraft:
    def test_it_is_there_until_it_is_let_go(self, store: DiaryStore) -> None:
        assert store.draft() is None
        store.keep_draft('{"note": "half"}')
        store.keep_draft('{"note": "half a word"}')
        with again(store) as found:
            assert found.draft() == '{"note": "half a word"}'
            found.keep_draft(None)
            found.keep_draft(None)
            assert found.draft() is None

    def test_it_is_no_part_of_what_the_diary_says(self, store: DiaryStore) -> None:
        before = store.diary(), store.rows()
        store.keep_draft('{"note": "half"}')
        assert (store.diary(), store.rows()) == before

    def test_nobody_reads_it_on_the_disk(self, store: DiaryStore) -> None:
        store.keep_draft('{"note": "a very private half sentence"}')
        store.close()
        assert all(b"private half" not in file.read_bytes() for file in store.path.parent.iterdir())


def _change(store: DiaryStore) -> object:
    return store.change_entry(entry(1, note="new"), NOW)


def _remove(store: DiaryStore) -> object:
    return store.bin_entry("e2", NOW)


def _remove_with_its_session(store: DiaryStore) -> object:
    store.add_session(PLANNED)
    store.save_entry(entry(3, session="s1"), DONE)
    return store.bin_entry("e3", NOW, Used(PLANNED, DONE))


@pytest.mark.parametrize("act", [_change, _remove, _remove_with_its_session])
def test_a_backup_has_it_and_brings_it_back(
    store: DiaryStore, tmp_path: Path, act: Callable[[DiaryStore], object]
) -> None:
    for number in (1, 2):
        store.save_entry(entry(number))
    before = store.rows()
    act(store)
    rows = store.rows()
    assert rows != before
    made = backup.write(tmp_path / "a.tpebackup", backup.take(store))
    assert made.rows == rows
    store.close()
    with restore.preview(store.path.parent, made.path, None) as found:
        assert found.changes_nothing


def test_a_diary_of_an_older_version_gets_a_bin(tmp_path: Path) -> None:
    """The stored file of version 1; see also ``test_store_faults``."""
    import shutil

    folder = tmp_path / "old"
    shutil.copytree(Path(__file__).parent / "fixtures" / "v1", folder)
    with DiaryStore.open(folder, None) as store:
        one = store.entries()[0]
        store.change_entry(replace(one, note="changed"), NOW)
        assert store.formers(one.id)[0].entry == one
        store.bin_entry(one.id, NOW)
        assert store.binned()[0].entry.note == "changed"


@pytest.mark.parametrize("version", ["v3", "v4", "v5"])
def test_a_backup_of_an_older_version_is_restored_with_its_bin(tmp_path: Path, version: str) -> None:
    older = Path(__file__).parent / "fixtures" / version
    made = tmp_path / "a.tpebackup"
    made.write_bytes(backup_file.pack(backup_file.Parts(*((older / name).read_bytes() for name in (STORE, KEY)))))
    shutil.copytree(older, tmp_path / "diary")
    with restore.preview(tmp_path / "diary", made, None) as found:
        assert found.changes_nothing
    found.now()
    with DiaryStore.open(tmp_path / "diary", None) as store:
        assert [one.entry.note for one in store.binned()] == ["Removed."]


class TestNewFields:
    def test_no_is_an_answer_and_not_said_is_none(self, store: DiaryStore) -> None:
        told = (EffectReport("tingling", 2, unlike_usual=False), EffectReport("taste", 1))
        store.save_entry(entry(effects=told))
        with again(store) as found:
            assert found.entries()[0].effects == told

    def test_own_effects_and_the_end_of_the_course(self, store: DiaryStore) -> None:
        own = (OwnEffect("Buzzing ears"), OwnEffect("Hiccups", retired=True))
        course = Course("c", own_effects=own, finished=NOW.date())
        store.set_course(course)
        with again(store) as found:
            assert found.course() == course
