"""The store: what is saved is there, all of it or nothing, for one holder, and for nobody without the key."""

from __future__ import annotations

import errno
import os
import stat
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule

from tests.diary import strategies
from tests.diary.stories import REMOVED, change_passcode, entry, session
from tpe_guide.diary import database, exchange, keys, lock, model
from tpe_guide.diary.demo import FIXED_DAY, demo_diary
from tpe_guide.diary.incoming import Imported
from tpe_guide.diary.model import Course, Diary, EffectReport, Entry, Matters, Question, Readiness, Value
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import BadInput, CannotWrite, DiaryFull, DiaryInUse, OtherDiary, WrongPasscode
from tpe_guide.wording import describe

PASSCODE = "green kettle three boats"


def reopened(store: DiaryStore) -> Diary:
    """What another run of the program would find."""
    store.close()
    with DiaryStore.open(store.path.parent, None) as again:
        return again.diary()


class TestBeginning:
    def test_there_is_none_until_it_is_made(self, folder: Path) -> None:
        assert not DiaryStore.exists(folder)
        DiaryStore.create(folder, None).close()
        assert DiaryStore.exists(folder)
        assert not DiaryStore.needs_passcode(folder)

    def test_it_begins_empty_with_a_course_of_its_own(self, store: DiaryStore, tmp_path: Path) -> None:
        diary = store.diary()
        assert (diary.sessions, diary.entries, diary.questions) == ((), (), ())
        with DiaryStore.create(tmp_path / "other", None, language="es") as other:
            assert other.diary().course.id != diary.course.id
            assert other.diary().language == "es"

    def test_a_passcode_opens_it_and_no_other(self, folder: Path) -> None:
        with DiaryStore.create(folder, PASSCODE) as store:
            store.save_entry(entry())
        assert DiaryStore.needs_passcode(folder)
        for wrong in ("green kettle three boat", "", None):
            with pytest.raises(WrongPasscode):
                DiaryStore.open(folder, wrong)
        with DiaryStore.open(folder, PASSCODE) as again:
            assert again.entries() == (entry(),)

    def test_the_passcode_can_be_changed_while_it_is_open(self, store: DiaryStore) -> None:
        store.save_entry(entry())
        change_passcode(store, None, PASSCODE)
        store.close()
        with DiaryStore.open(store.path.parent, PASSCODE) as again:
            assert again.entries() == (entry(),)

    def test_a_short_passcode_begins_nothing(self, folder: Path) -> None:
        with pytest.raises(BadInput):
            DiaryStore.create(folder, "short")
        assert not folder.exists()

    def test_a_second_beginning_never_replaces_the_first(self, store: DiaryStore) -> None:
        store.save_entry(entry())
        store.close()
        with pytest.raises(CannotWrite, match="already"):
            DiaryStore.create(store.path.parent, None)
        assert reopened(store).entries == (entry(),)

    def test_a_key_whose_diary_is_away_is_not_written_over(self, store: DiaryStore, tmp_path: Path) -> None:
        store.save_entry(entry())
        store.close()
        folder, away = store.path.parent, tmp_path / "away.db"
        key = (folder / "diary.key").read_bytes()
        store.path.rename(away)
        DiaryStore.create(folder, None).close()
        (kept,) = folder.glob("diary-*.key")
        assert kept.read_bytes() == key
        away.replace(store.path)
        kept.replace(folder / "diary.key")
        assert reopened(store).entries == (entry(),)

    def test_a_folder_of_any_name_will_do(self, tmp_path: Path) -> None:
        where = tmp_path / "Zoë’s #1 folder? 100%20 – ünïcödé"
        with DiaryStore.create(where, None) as store:
            store.save_entry(entry())
        with DiaryStore.open(where, None) as again:
            assert again.entries() == (entry(),)
        assert {file.name for file in where.iterdir()} == {"diary.db", "diary.key", "diary.lock", "diary.seal"}

    @pytest.mark.skipif(os.name == "nt", reason="Windows keeps a profile private by other means")
    def test_only_its_owner_may_read_any_of_it(self, store: DiaryStore) -> None:
        store.save_entry(entry())
        assert stat.S_IMODE(store.path.parent.stat().st_mode) == 0o700
        assert {stat.S_IMODE(file.stat().st_mode) for file in store.path.parent.iterdir()} == {0o600}


class TestSaving:
    def test_an_entry_is_there_again(self, store: DiaryStore) -> None:
        store.add_session(session())
        store.save_entry(entry(session="s1", note="Naïve – 🩸 – “words”"))
        assert reopened(store).entries == (entry(session="s1", note="Naïve – 🩸 – “words”"),)

    def test_saved_again_it_is_replaced(self, store: DiaryStore) -> None:
        store.save_entry(entry(note="first"))
        store.save_entry(entry(note="second"))
        assert [one.note for one in store.entries()] == ["second"]

    def test_entries_stand_in_the_order_they_were_lived(self, store: DiaryStore) -> None:
        for number in (3, 1, 2):
            store.save_entry(entry(number))
        assert [one.id for one in store.entries()] == ["e1", "e2", "e3"]

    def test_a_session_and_its_entry_together(self, store: DiaryStore) -> None:
        store.save_entry(entry(session="s1"), session())
        assert (store.sessions(), store.entries()) == ((session(),), (entry(session="s1"),))

    def test_a_session_is_not_kept_without_its_entry(self, store: DiaryStore) -> None:
        with pytest.raises(BadInput):
            store.save_entry(entry(session="s2"), session(1))
        assert store.diary().sessions == ()
        store.save_entry(entry(session="s1"), session())

    def test_sessions(self, store: DiaryStore) -> None:
        store.add_session(session(2, state="planned"))
        store.add_session(session(1))
        store.keep_session(session(2, minutes=150))
        store.keep_session(session(3))
        store.keep_session(session(3, note="changed"))
        assert reopened(store).sessions == (session(1), session(2, minutes=150), session(3, note="changed"))

    def test_a_session_that_entries_name_can_be_changed(self, store: DiaryStore) -> None:
        store.save_entry(entry(session="s1"), session())
        store.keep_session(session(minutes=150))
        assert store.diary().entries == (entry(session="s1"),)

    def test_questions(self, store: DiaryStore) -> None:
        asked = (Question("When?"), Question("Why?", asked=True), Question("When?"))
        store.set_questions(asked)
        assert store.questions() == asked
        store.set_questions(asked[1:2])
        assert reopened(store).questions == asked[1:2]

    def test_questions_are_replaced_all_or_none(self, store: DiaryStore) -> None:
        store.set_questions([Question("Why?")])
        with pytest.raises(BadInput):
            store.set_questions([Question("When?"), Question("")])
        assert reopened(store).questions == (Question("Why?"),)

    def test_what_matters(self, store: DiaryStore) -> None:
        assert store.matters() == Matters()
        matters = Matters((Value("I want to read again."),), (Readiness("Do I know my choices?", yes=False),))
        store.set_matters(matters)
        assert store.matters() == matters == reopened(store).matters

    def test_what_matters_comes_with_an_import_and_never_over_mine(self, store: DiaryStore) -> None:
        mine, theirs = Matters((Value("mine"),)), Matters((Value("theirs"),))
        store.import_diary(Diary(Course("c"), matters=theirs))
        assert store.matters() == theirs
        store.set_matters(mine)
        store.import_diary(Diary(Course("c"), matters=theirs))
        assert store.matters() == mine

    def test_the_course(self, store: DiaryStore) -> None:
        course = Course("c", FIXED_DAY, 5, "neck-line", ("bag",), ("Feed the cat",), extra={"x": 1})
        store.set_course(course)
        assert store.course() == course == reopened(store).course

    @pytest.mark.parametrize(
        ("bad", "place"),
        [
            (entry(effects=(EffectReport("tingling", 7),)), "effects[0].severity"),
            (entry(effects=(EffectReport("vampires", 1),)), "effects[0].effect"),
            (entry(note="x" * 2001), "note"),
            (entry(note="half \ud83d"), "note"),
            (entry(temperature_c=float("nan")), "temperature_c"),
            (entry(session="never there"), "session"),
            (entry(function={"vision": True}), "function.vision"),
            (entry(extra={"x": {1, 2}}), "x"),
            (replace(entry(), id=""), "id"),
        ],
    )
    def test_what_a_file_may_not_hold_is_not_saved_either(self, store: DiaryStore, bad: Entry, place: str) -> None:
        store.save_entry(entry(9))
        with pytest.raises(BadInput) as caught:
            store.save_entry(bad)
        assert caught.value.place == place
        assert store.entries() == (entry(9),)

    def test_two_sessions_of_one_id(self, store: DiaryStore) -> None:
        store.add_session(session())
        with pytest.raises(BadInput) as caught:
            store.add_session(session(note="another"))
        assert caught.value.place == "id"
        assert store.sessions() == (session(),)

    def test_a_full_diary_takes_changes_but_nothing_new(
        self, store: DiaryStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(model, "ENTRY_LIMIT", 3)
        for number in (1, 2, 3, 2):
            store.save_entry(entry(number))
        for __ in range(2):
            with pytest.raises(BadInput, match="at most 3"):
                store.save_entry(entry(4))
            store.save_entry(entry(3, note="changed"))
        store.bin_entry("e1", REMOVED)
        store.save_entry(entry(4))
        assert [one.id for one in store.entries()] == ["e2", "e3", "e4"]

    def test_a_diary_full_of_sessions_says_so_plainly_and_takes_entries_about_those_it_has(
        self, store: DiaryStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(model, "SESSION_LIMIT", 2)
        store.add_session(session(1))
        store.add_session(session(2))
        with pytest.raises(DiaryFull) as caught:
            store.save_entry(entry(1, session="s3"), session(3))
        assert describe(caught.value).startswith("Your diary has 2 sessions. There is no room for a new one.")
        store.save_entry(entry(1, session="s2"), session(2, note="changed"))
        store.save_entry(entry(2))
        assert [one.id for one in store.entries()] == ["e1", "e2"]

    def test_another_thread_may_go_on_with_it(self, store: DiaryStore) -> None:
        other = threading.Thread(target=store.save_entry, args=(entry(),))
        other.start()
        other.join()
        assert store.entries() == (entry(),)


class TestOneHolder:
    def test_a_second_window_is_told_at_once(self, store: DiaryStore) -> None:
        with pytest.raises(DiaryInUse):
            DiaryStore.open(store.path.parent, None)
        with pytest.raises(DiaryInUse):
            DiaryStore.create(store.path.parent, None)
        store.save_entry(entry())

    def test_closed_it_is_free_and_lies_in_one_file(self, store: DiaryStore) -> None:
        store.save_entry(entry())
        store.close()
        store.close()
        assert {file.name for file in store.path.parent.iterdir()} == {
            "diary.db",
            "diary.key",
            "diary.lock",
            "diary.seal",
        }
        assert reopened(store).entries == (entry(),)

    def test_another_program_that_has_it_open(self, store: DiaryStore) -> None:
        store.close()
        other = database.connect(store.path, keys.unlock(store.path.with_name("diary.key"), None))
        other.execute("SELECT count(*) FROM entries")
        with pytest.raises(DiaryInUse):
            DiaryStore.open(store.path.parent, None)
        other.close()
        DiaryStore.open(store.path.parent, None).close()

    def test_a_disk_without_locks_is_not_taken_for_a_second_window(
        self, store: DiaryStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def no_locks(__: int) -> None:
            raise OSError(errno.ENOLCK, "No locks available")

        store.close()
        monkeypatch.setattr(lock, "_lock", no_locks)
        with pytest.raises(CannotWrite, match="no locks available"):
            DiaryStore.open(store.path.parent, None)

    def test_a_wrong_passcode_does_not_hold_it(self, folder: Path) -> None:
        DiaryStore.create(folder, PASSCODE).close()
        with pytest.raises(WrongPasscode):
            DiaryStore.open(folder, "some other passcode")
        DiaryStore.open(folder, PASSCODE).close()


class TestImport:
    def test_an_empty_diary_becomes_the_one_that_is_read(self, store: DiaryStore) -> None:
        demo = demo_diary(FIXED_DAY)
        assert store.import_diary(demo) == Imported(sessions=7, entries=6, questions=3)
        assert reopened(store) == demo

    def test_a_second_time_there_is_nothing_to_add(self, store: DiaryStore) -> None:
        store.import_diary(demo_diary(FIXED_DAY))
        assert store.import_diary(demo_diary(FIXED_DAY)) == Imported(already_here=16)

    def test_what_was_written_here_is_never_overwritten(self, store: DiaryStore) -> None:
        demo = demo_diary(FIXED_DAY)
        store.import_diary(demo)
        mine = replace(demo.entries[0], note="my later words")
        store.save_entry(mine)
        done = store.import_diary(demo)
        assert (done.already_here, done.kept_yours) == (15, 1)
        assert mine in store.entries()

    def test_the_course_of_a_diary_in_use_stays(self, store: DiaryStore) -> None:
        store.save_entry(entry())
        course = store.course()
        store.import_diary(demo_diary(FIXED_DAY))
        assert store.course() == course
        assert len(store.entries()) == 7

    def test_another_courses_s1_is_not_taken_for_ours(self, store: DiaryStore) -> None:
        store.add_session(replace(session(), id="s1", note="mine"))
        before = store.diary()
        with pytest.raises(OtherDiary) as caught:
            store.import_diary(demo_diary(FIXED_DAY), "theirs.tpediary.json")
        assert (caught.value.source, caught.value.place) == ("theirs.tpediary.json", "sessions[0].id")
        assert describe(caught.value) == (
            "theirs.tpediary.json was saved from another diary. "
            "It cannot be put together with yours, and nothing of it was added."
        )
        assert store.diary() == before

    def test_one_bad_value_and_nothing_is_added(self, store: DiaryStore) -> None:
        demo = demo_diary(FIXED_DAY)
        bad = replace(demo.entries[5], effects=(EffectReport("tired", 4),))
        with pytest.raises(BadInput) as caught:
            store.import_diary(replace(demo, entries=(*demo.entries[:5], bad)), "x")
        assert caught.value.place == "entries[5].effects[0].severity"
        assert (store.sessions(), store.entries()) == ((), ())

    def test_too_many_together(self, store: DiaryStore, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(model, "ENTRY_LIMIT", 6)
        store.save_entry(entry())
        before = store.diary()
        with pytest.raises(BadInput, match="with yours there would be 7"):
            store.import_diary(demo_diary(FIXED_DAY), "x")
        assert store.diary() == before

    def test_unknown_keys_come_along_and_go_out_again(self, store: DiaryStore) -> None:
        demo = demo_diary(FIXED_DAY)
        odd = replace(
            demo,
            extra={"from": "elsewhere"},
            entries=(replace(demo.entries[0], extra={"weather": ["rain"], "function": {"swallowing": 3}}),),
        )
        store.import_diary(odd)
        assert reopened(store) == odd

    @settings(deadline=None, max_examples=25)
    @given(diary=strategies.diaries())
    def test_any_diary_goes_in_and_comes_out(self, tmp_path_factory: pytest.TempPathFactory, diary: Diary) -> None:
        with DiaryStore.create(tmp_path_factory.mktemp("any") / "data", None) as store:
            store.import_diary(diary)
            out = store.diary()
        assert set(map(repr, out.sessions)) == set(map(repr, diary.sessions))
        assert {one.id: one for one in out.entries} == {one.id: one for one in diary.entries}
        assert (out.course, out.extra, out.language) == (diary.course, diary.extra, diary.language)
        assert {one.text for one in out.questions} == {one.text for one in diary.questions}


class DiaryLife(RuleBasedStateMachine):
    """Whatever is saved, changed, deleted, closed and opened again: the store holds what a plain dict holds."""

    ids = Bundle("ids")

    @initialize(where=st.uuids())
    def begin(self, where: object) -> None:
        import tempfile

        self.home = tempfile.TemporaryDirectory()
        self.store = DiaryStore.create(Path(self.home.name) / str(where), None)
        self.entries: dict[str, model.Entry] = {}

    @rule(target=ids, new=st.data(), number=st.integers(0, 10_000))
    def save(self, new: st.DataObject, number: int) -> str:
        fresh = new.draw(strategies.entries(f"e{number}", []))
        self.store.save_entry(fresh)
        self.entries[fresh.id] = fresh
        return fresh.id

    @rule(old=ids, note=strategies.texts)
    def change(self, old: str, note: str) -> None:
        if old in self.entries:
            self.entries[old] = replace(self.entries[old], note=note)
            self.store.save_entry(self.entries[old])

    @rule(old=consumes(ids))
    def delete(self, old: str) -> None:
        self.entries.pop(old, None)
        self.store.bin_entry(old, REMOVED)

    @rule()
    def close_and_open(self) -> None:
        self.store.close()
        self.store = DiaryStore.open(self.store.path.parent, None)

    @invariant()
    def holds_what_was_saved(self) -> None:
        if hasattr(self, "store"):
            assert {one.id: one for one in self.store.entries()} == self.entries

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.home.cleanup()


DiaryLife.TestCase.settings = settings(deadline=None, max_examples=15, stateful_step_count=20)
TestDiaryLife = DiaryLife.TestCase


def test_an_entry_is_one_statement(store: DiaryStore) -> None:
    """The speed of a save rests on it: no more work than a bare insert of the same bytes."""
    said: list[str] = []
    store.save_entry(entry(1))
    store._connection.set_trace_callback(said.append)
    store.save_entry(entry(2))
    store._connection.set_trace_callback(None)
    assert len(said) == 1
    assert said[0].lstrip().startswith("INSERT INTO entries")


def test_a_commit_is_on_disk_before_it_returns(store: DiaryStore) -> None:
    asked = {
        name: store._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")
    }
    assert asked == {"journal_mode": "wal", "synchronous": 2}


def test_the_versions_are_those_of_the_table_of_migrations(store: DiaryStore) -> None:
    assert store._connection.execute("PRAGMA user_version").fetchone()[0] == database.VERSION
    assert exchange.VERSION == 1
