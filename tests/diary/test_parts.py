"""Store, log and seal, mixed and damaged as memory sticks, synced folders and dying disks do it.

Nothing is written before it is noticed, nothing acknowledged goes without a number, and no evidence is lost.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import shutil
import struct
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.diary.conftest import start
from tests.diary.stories import DAY, REMOVED, entry, session
from tpe_guide import files
from tpe_guide.diary import copies, database, keys, proving, seal
from tpe_guide.diary.demo import demo_diary
from tpe_guide.diary.folder import KEY
from tpe_guide.diary.model import Matters, Question, Value
from tpe_guide.diary.seal import SealFile
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import (
    CannotWrite,
    DiaryDamaged,
    DiaryInUse,
    DiaryLeftAsItWas,
    EntriesMissing,
    FromNewerVersion,
    LogPutAside,
    PartOfDiary,
)
from tpe_guide.wording import describe

posix = pytest.mark.skipif(sys.platform == "win32", reason="files that are open can be removed")
OF_A_DIARY = {"diary.db", "diary.key", "diary.lock", "diary.seal"}


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def ids(store: DiaryStore) -> list[str]:
    return [one.id for one in store.entries()]


def write(folder: Path, *numbers: int) -> None:
    """Open the diary in *folder*, save, close."""
    with DiaryStore.open(folder, None) as store:
        for number in numbers:
            store.save_entry(entry(number))


def copy_while_open(folder: Path, copy: Path, *numbers: int) -> Path:
    """Save into the diary in *folder*, and copy the folder before it is closed, as a killed program leaves it."""
    with DiaryStore.open(folder, None) as store:
        for number in numbers:
            store.save_entry(entry(number))
        shutil.copytree(folder, copy)
    return copy


@pytest.fixture
def begun(folder: Path) -> Path:
    """A closed diary without entries."""
    DiaryStore.create(folder, None).close()
    return folder


@pytest.fixture(scope="module")
def killed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("killed")
    DiaryStore.create(where / "data", None).close()
    write(where / "data", *range(10))
    return copy_while_open(where / "data", where / "killed", *range(10, 40))


@pytest.fixture
def killed(killed_once: Path, tmp_path: Path) -> Path:
    """A diary as a killed program leaves it: entries 0 to 9 in the store, 10 to 39 in the log."""
    return Path(shutil.copytree(killed_once, tmp_path / "killed"))


class TestALogOfAnotherTime:
    """Save 8; copy the folder while it is open; close; save 12 more; close; put the old log back."""

    @pytest.fixture
    def mixed(self, begun: Path, tmp_path: Path) -> Path:
        old = copy_while_open(begun, tmp_path / "old", *range(8))
        write(begun, *range(8, 20))
        shutil.copy(old / "diary.db-wal", begun / "diary.db-wal")
        return begun

    def test_it_is_noticed_and_no_entry_is_lost(self, mixed: Path) -> None:
        with DiaryStore.open(mixed, None) as store:
            assert len(store.entries()) == 20
            assert isinstance(store.found, LogPutAside)
            assert store.found.entries == 20
        with DiaryStore.open(mixed, None) as store:
            assert len(store.entries()) == 20
            assert store.found is None, "it was told"

    def test_it_is_kept_as_it_was_and_the_store_too(self, mixed: Path) -> None:
        before = contents(mixed)
        with DiaryStore.open(mixed, None) as store:
            assert isinstance(store.found, LogPutAside)
            kept = contents(store.found.kept)
        assert kept == {name: before[name] for name in ("diary.db", "diary.db-wal", "diary.seal")}

    def test_a_plain_sentence_says_what_was_found_and_where_it_is(self, mixed: Path) -> None:
        with DiaryStore.open(mixed, None) as store:
            assert store.found is not None
            said = describe(store.found)
        assert "does not belong to it" in said
        assert str(mixed / "diary-kept-1") in said
        assert "20 entries" in said

    def test_also_without_a_seal(self, mixed: Path) -> None:
        (mixed / "diary.seal").unlink()
        with DiaryStore.open(mixed, None) as store:
            assert len(store.entries()) == 20
            assert isinstance(store.found, LogPutAside)

    def test_what_is_saved_next_is_there_again(self, mixed: Path) -> None:
        write(mixed, 20, 21)
        with DiaryStore.open(mixed, None) as store:
            assert len(store.entries()) == 22

    @pytest.mark.parametrize("saved", [1, 5])
    def test_an_earlier_state_of_the_very_same_log(self, begun: Path, tmp_path: Path, saved: int) -> None:
        with DiaryStore.open(begun, None) as store:
            store.get_ready()
            for number in range(saved):
                store.save_entry(entry(number))
            shutil.copy(begun / "diary.db-wal", tmp_path / "early")
            for number in range(saved, 9):
                store.save_entry(entry(number))
        shutil.copy(tmp_path / "early", begun / "diary.db-wal")
        with DiaryStore.open(begun, None) as store:
            assert len(store.entries()) == 9

    def test_the_log_of_another_copy_that_was_written_to_elsewhere(self, begun: Path, tmp_path: Path) -> None:
        """Two machines, one memory stick: each has gone on from the same eight entries."""
        write(begun, *range(8))
        shutil.copytree(begun, tmp_path / "elsewhere")
        other = copy_while_open(tmp_path / "elsewhere", tmp_path / "other", *range(100, 130))
        write(begun, 8, 9)
        shutil.copy(other / "diary.db-wal", begun / "diary.db-wal")
        with DiaryStore.open(begun, None) as store:
            assert ids(store) == [f"e{number}" for number in range(10)]
            assert isinstance(store.found, LogPutAside)

    def test_its_log_and_its_seal(self, begun: Path, tmp_path: Path) -> None:
        write(begun, *range(8))
        shutil.copytree(begun, tmp_path / "elsewhere")
        other = copy_while_open(tmp_path / "elsewhere", tmp_path / "other", *range(100, 130))
        write(begun, 8, 9)
        for name in ("diary.db-wal", "diary.seal"):
            shutil.copy(other / name, begun / name)
        with DiaryStore.open(begun, None) as store:
            assert ids(store) == [f"e{number}" for number in range(10)]
            assert isinstance(store.found, EntriesMissing)
            assert store.found.missing == 28

    def test_the_log_of_another_diary(self, begun: Path, tmp_path: Path) -> None:
        write(begun, *range(8))
        DiaryStore.create(tmp_path / "theirs", None).close()
        theirs = copy_while_open(tmp_path / "theirs", tmp_path / "other", *range(5))
        shutil.copy(theirs / "diary.db-wal", begun / "diary.db-wal")
        with DiaryStore.open(begun, None) as store:
            assert len(store.entries()) == 8
            assert isinstance(store.found, LogPutAside)

    def test_a_journal_that_sqlite_would_roll_back(self, begun: Path, tmp_path: Path) -> None:
        write(begun, *range(8))
        key = keys.unlock(begun / KEY, None)
        scratch = tmp_path / "scratch.db"
        shutil.copy(begun / "diary.db", scratch)
        connection = database.connect(scratch, key)
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("DELETE FROM entries")
        connection.execute("INSERT INTO questions (body) SELECT hex(randomblob(2000)) FROM about")
        stray = scratch.with_name("scratch.db-journal").read_bytes()
        connection.execute("ROLLBACK")
        connection.close()
        write(begun, *range(8, 20))
        (begun / "diary.db-journal").write_bytes(stray)
        with DiaryStore.open(begun, None) as store:
            assert len(store.entries()) == 20

    def test_garbage(self, begun: Path) -> None:
        write(begun, *range(8))
        (begun / "diary.db-wal").write_bytes(b"shopping list" * 500)
        with DiaryStore.open(begun, None) as store:
            assert len(store.entries()) == 8
        assert names(begun) == OF_A_DIARY

    def test_another_program_that_has_it_open_with_a_log_keeps_it(self, killed: Path) -> None:
        before = contents(killed)
        other = start(HOLD_IT, killed / "diary.db", keys.unlock(killed / KEY, None).hex())
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(DiaryInUse):
            DiaryStore.open(killed, None)
        other.kill()
        other.communicate()
        assert contents(killed) == before


HOLD_IT = """
import sys
from pathlib import Path
from tpe_guide.diary import database
connection = database.connect(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
connection.execute("SELECT count(*) FROM entries").fetchall()
print("held", flush=True)
sys.stdin.read()
"""


def deleted(log: Path) -> None:
    log.unlink()


def emptied(log: Path) -> None:
    log.write_bytes(b"")


def cut_in_half(log: Path) -> None:
    log.write_bytes(log.read_bytes()[: log.stat().st_size // 2])


def without_its_end(log: Path) -> None:
    log.write_bytes(log.read_bytes()[:-1])


def flipped(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


class TestALogThatLostSomething:
    """10 entries in the store, 30 in the log."""

    @pytest.mark.parametrize("damage", [deleted, emptied, cut_in_half, without_its_end])
    def test_what_is_missing_is_told_in_numbers_and_days(self, killed: Path, damage: Callable[[Path], None]) -> None:
        damage(killed / "diary.db-wal")
        _is_told(killed, least=1)

    @pytest.mark.parametrize("part", range(60))
    def test_one_flipped_bit(self, killed: Path, part: int) -> None:
        log = killed / "diary.db-wal"
        size = log.stat().st_size
        flipped(log, part * 7 if part < 4 else size * part // 60 + 41 * part % 97)
        _is_told(killed, least=1)

    @pytest.mark.slow
    @pytest.mark.timeout(1800)
    def test_one_flipped_bit_wherever_it_is(self, killed: Path, tmp_path: Path) -> None:
        size = (killed / "diary.db-wal").stat().st_size
        for place in [*range(32), *range(32, size, 251)]:
            folder = tmp_path / "each"
            shutil.copytree(killed, folder)
            flipped(folder / "diary.db-wal", place)
            _is_told(folder, least=1)
            shutil.rmtree(folder)

    def test_whole_it_is_no_fault(self, killed: Path) -> None:
        with DiaryStore.open(killed, None) as store:
            assert store.found is None
            assert len(store.entries()) == 40
        assert names(killed) == OF_A_DIARY

    def test_it_is_told_until_the_person_goes_on_writing(self, killed: Path) -> None:
        deleted(killed / "diary.db-wal")
        for __ in range(3):
            with DiaryStore.open(killed, None) as store:
                assert isinstance(store.found, EntriesMissing)
        assert len(list(killed.glob("diary-kept-*"))) == 1
        write(killed, 50)
        with DiaryStore.open(killed, None) as store:
            assert store.found is None
            assert len(store.entries()) == 11
        assert (killed / "diary-kept-1" / "diary.seal").exists()

    def test_what_was_removed_and_is_there_again_is_told(self, killed: Path, tmp_path: Path) -> None:
        with DiaryStore.open(killed, None) as store:
            store.bin_entry("e3", REMOVED)
            store.set_questions([Question("Why?")])
            shutil.copytree(killed, tmp_path / "cut")
        deleted(tmp_path / "cut" / "diary.db-wal")
        with DiaryStore.open(tmp_path / "cut", None) as store:
            found = store.found
            assert isinstance(found, EntriesMissing)
            assert (found.missing, found.back, found.changes, found.entries) == (0, 1, 1, 40)
            assert found.back_days == ((DAY + dt.timedelta(days=3), 1),)
            assert describe(found).startswith(
                "1 entry of Thursday 7 May 2026 that you removed is there again. The last"
            )

    def test_one_added_and_one_removed_are_two_things_and_not_none(self, begun: Path, tmp_path: Path) -> None:
        write(begun, *range(4))
        lost = lose_the_log(begun, tmp_path, lambda store: (store.bin_entry("e3", REMOVED), store.save_entry(entry(5))))
        assert (lost.missing, lost.back, lost.changes, lost.entries) == (1, 1, 0, 4)
        assert describe(lost).startswith(
            "1 entry of Saturday 9 May 2026 is missing from your diary. "
            "1 entry of Thursday 7 May 2026 that you removed is there again. It has 4 entries now."
        )

    def test_an_entry_that_came_and_went_is_not_missing(self, begun: Path, tmp_path: Path) -> None:
        write(begun, *range(4))
        lost = lose_the_log(begun, tmp_path, lambda store: (store.save_entry(entry(5)), store.bin_entry("e5", REMOVED)))
        assert (lost.missing, lost.days, lost.back, lost.changes) == (0, (), 0, 2)

    def test_an_entry_that_went_and_came_is_there(self, begun: Path, tmp_path: Path) -> None:
        write(begun, *range(4))
        lost = lose_the_log(begun, tmp_path, lambda store: (store.bin_entry("e3", REMOVED), store.save_entry(entry(3))))
        assert (lost.missing, lost.back, lost.changes, lost.entries) == (0, 0, 2, 4)

    def test_more_removed_than_added(self, begun: Path, tmp_path: Path) -> None:
        write(begun, *range(4))

        def change(store: DiaryStore) -> None:
            for number in (1, 2, 3):
                store.bin_entry(f"e{number}", REMOVED)
            store.save_entry(entry(5))
            store.set_questions([Question("Why?")])

        lost = lose_the_log(begun, tmp_path, change)
        assert (lost.missing, lost.back, lost.changes, lost.entries) == (1, 3, 1, 4)
        assert [day for day, __ in lost.back_days] == [DAY + dt.timedelta(days=number) for number in (1, 2, 3)]

    def test_an_import_counts_and_what_is_gone_with_it(self, begun: Path, tmp_path: Path) -> None:
        write(begun, 1000, 1001)

        def change(store: DiaryStore) -> None:
            store.import_diary(demo_diary(DAY))
            store.bin_entry("e1000", REMOVED)

        lost = lose_the_log(begun, tmp_path, change)
        assert (lost.missing, lost.back, lost.changes, lost.entries) == (6, 1, 0, 2)

    def test_an_older_store_whose_changes_have_long_left_the_log(self, begun: Path, tmp_path: Path) -> None:
        write(begun, *range(8))
        shutil.copy(begun / "diary.db", tmp_path / "old.db")
        with DiaryStore.open(begun, None) as store:
            store.bin_entry("e2", REMOVED)
        write(begun, 8)
        write(begun, 9)
        shutil.copy(tmp_path / "old.db", begun / "diary.db")
        with DiaryStore.open(begun, None) as store:
            assert isinstance(store.found, EntriesMissing)
            assert (store.found.missing, store.found.back, store.found.changes) == (2, 1, 0)
            assert [day for day, __ in store.found.days] == [DAY + dt.timedelta(days=number) for number in (8, 9)]

    def test_what_was_told_as_lost_is_not_told_of_a_later_loss(self, begun: Path, tmp_path: Path) -> None:
        write(begun, *range(4))
        lost = lose_the_log(begun, tmp_path, lambda store: store.bin_entry("e3", REMOVED))
        assert lost.back == 1
        again = lose_the_log(tmp_path / "cut", tmp_path / "more", lambda store: store.save_entry(entry(5)))
        assert (again.missing, again.back, again.changes) == (1, 0, 0)

    def test_two_of_one_day(self, begun: Path, tmp_path: Path) -> None:
        with DiaryStore.open(begun, None) as store:
            store.save_entry(entry(1))
            store.rest()
            for number in (5, 305):  # of one day
                store.save_entry(entry(number))
            shutil.copytree(begun, tmp_path / "cut")
        deleted(tmp_path / "cut" / "diary.db-wal")
        with DiaryStore.open(tmp_path / "cut", None) as store:
            assert store.found is not None
            said = describe(store.found)
        assert said.startswith("2 entries of Saturday 9 May 2026 are missing from your diary.")
        assert "It has 1 entry now." in said

    def test_an_older_store_put_in_place_of_a_newer(self, begun: Path, tmp_path: Path) -> None:
        write(begun, *range(8))
        shutil.copy(begun / "diary.db", tmp_path / "old.db")
        write(begun, *range(8, 20))
        shutil.copy(tmp_path / "old.db", begun / "diary.db")
        with DiaryStore.open(begun, None) as store:
            assert isinstance(store.found, EntriesMissing)
            assert (store.found.missing, store.found.entries) == (12, 8)


def lose_the_log(folder: Path, where: Path, change: Callable[[DiaryStore], object]) -> EntriesMissing:
    """Make a *change* to the diary in *folder*, and lose it from a copy in *where*: what is told of the copy?"""
    with DiaryStore.open(folder, None) as store:
        change(store)
        shutil.copytree(folder, where / "cut")
    deleted(where / "cut" / "diary.db-wal")
    with DiaryStore.open(where / "cut", None) as store:
        assert isinstance(store.found, EntriesMissing)
        return store.found


def _is_told(folder: Path, least: int) -> None:
    before = contents(folder)
    with DiaryStore.open(folder, None) as store:
        there = ids(store)
        assert there == [f"e{number}" for number in range(len(there))]
        missing = 40 - len(there)
        found = store.found
        assert isinstance(found, EntriesMissing)
        assert found.missing == missing >= least
        assert found.changes == 0
        assert found.entries == len(there)
        lost = [DAY + dt.timedelta(days=number) for number in range(len(there), 40)]
        assert list(found.days) == [(day, 1) for day in lost]
        assert found.kept is not None
    kept = contents(found.kept)
    for name, data in kept.items():
        assert data == before[name], f"{name} is kept as it was found"
    assert kept.keys() >= before.keys() & {"diary.db", "diary.seal"}
    if before.get("diary.db-wal"):
        assert "diary.db-wal" in kept, "closing does not remove what is evidence"


class TestHowManyChangesAreMissing:
    """The log is lost after what was done in it; only what had changed the store is told."""

    @pytest.fixture
    def told(self, begun: Path, tmp_path: Path) -> Callable[[Callable[[DiaryStore], object]], tuple[int, int] | None]:
        def told(do: Callable[[DiaryStore], object]) -> tuple[int, int] | None:
            """How many entries and how many other changes."""
            write(begun, *range(8))
            with DiaryStore.open(begun, None) as store:
                store.get_ready()
                do(store)
                shutil.copytree(begun, tmp_path / "cut")
            deleted(tmp_path / "cut" / "diary.db-wal")
            with DiaryStore.open(tmp_path / "cut", None) as store:
                assert store.found is None or isinstance(store.found, EntriesMissing)
                return (store.found.missing, store.found.changes) if store.found else None

        return told

    @pytest.mark.parametrize("edits", [1, 2, 3])
    def test_an_edit_is_one(self, told: Callable[..., object], edits: int) -> None:
        def edit(store: DiaryStore) -> None:
            for number in range(edits):
                store.save_entry(entry(3, note=f"in other words {number}"))

        assert told(edit) == (0, edits)

    def test_an_edit_after_a_new_entry(self, told: Callable[..., object]) -> None:
        def both(store: DiaryStore) -> None:
            store.save_entry(entry(20))
            store.save_entry(entry(3, note="in other words"))

        assert told(both) == (1, 1)

    def test_an_entry_that_is_not_there_cannot_be_removed(self, told: Callable[..., object]) -> None:
        assert told(lambda store: store.bin_entry("nobody", REMOVED)) is None

    def test_no_questions_in_place_of_none(self, told: Callable[..., object]) -> None:
        assert told(lambda store: store.set_questions([])) is None

    def test_a_file_that_brings_nothing_new(self, told: Callable[..., object]) -> None:
        assert told(lambda store: store.import_diary(store.diary())) is None

    def test_what_matters_said_twice_and_brought_once_more(self, told: Callable[..., object]) -> None:
        def say(store: DiaryStore) -> None:
            for __ in range(2):
                store.set_matters(Matters((Value("Walking"),)))
            store.import_diary(store.diary())

        assert told(say) == (0, 1)

    def test_the_same_words_saved_again(self, told: Callable[..., object]) -> None:
        def save(store: DiaryStore) -> None:
            for one in store.sessions():
                store.keep_session(one)
            for each in store.entries():
                store.save_entry(each)
            store.set_course(store.course())

        assert told(save) is None

    def test_the_same_questions_in_the_same_order(self, told: Callable[..., object]) -> None:
        def ask(store: DiaryStore) -> None:
            for questions in (("Why?", "When?"), ("Why?", "When?"), ("When?", "Why?")):
                store.set_questions([Question(words) for words in questions])
            store.set_questions(store.questions())

        assert told(ask) == (0, 2)

    def test_what_changed_nothing_between_two_that_did(self, told: Callable[..., object]) -> None:
        def three(store: DiaryStore) -> None:
            store.save_entry(entry(20))
            store.bin_entry("nobody", REMOVED)
            store.save_entry(entry(21))

        assert told(three) == (2, 0)


class TestPartOfADiary:
    def test_store_and_key_alone_copied_while_it_was_open(self, killed: Path, tmp_path: Path) -> None:
        part = tmp_path / "part"
        part.mkdir()
        for name in ("diary.db", "diary.key"):
            shutil.copy(killed / name, part / name)
        with DiaryStore.open(part, None) as store:
            assert isinstance(store.found, PartOfDiary)
            assert (store.found.entries, store.found.newest) == (10, DAY + dt.timedelta(days=9))
            said = describe(store.found)
        assert "It has 10 entries, the newest of Wednesday 13 May 2026." in said

    def test_copied_while_it_was_closed_it_is_all_there_is(self, begun: Path, tmp_path: Path) -> None:
        write(begun, *range(10))
        part = tmp_path / "part"
        part.mkdir()
        for name in ("diary.db", "diary.key"):
            shutil.copy(begun / name, part / name)
        with DiaryStore.open(part, None) as store:
            assert store.found is None
            assert len(store.entries()) == 10

    def test_the_whole_folder_copied_while_it_rests(self, begun: Path, tmp_path: Path) -> None:
        with DiaryStore.open(begun, None) as store:
            for number in range(10):
                store.save_entry(entry(number))
            store.rest()
            assert (begun / "diary.db-wal").stat().st_size == 0, "nothing lives in the log alone"
            shutil.copytree(begun, tmp_path / "copy")
        (tmp_path / "copy" / "diary.db-wal").unlink()
        with DiaryStore.open(tmp_path / "copy", None) as store:
            assert store.found is None
            assert len(store.entries()) == 10


class TestLeftAsItWas:
    """“Nothing was changed” is said where bytes prove it, and nowhere else."""

    @pytest.mark.parametrize("with_log", [False, True])
    def test_a_damaged_store(self, killed: Path, with_log: bool) -> None:
        store = killed / "diary.db"
        store.write_bytes(store.read_bytes()[:6000])
        log = killed / "diary.db-wal"
        log.write_bytes(log.read_bytes()[:100] if with_log else b"")
        before = contents(killed)
        with pytest.raises(DiaryLeftAsItWas) as caught:
            DiaryStore.open(killed, None)
        assert contents(killed) == before
        assert "Nothing was changed" in describe(caught.value)

    @pytest.mark.parametrize("part", range(0, 100, 7))
    def test_a_flipped_bit_in_the_store_beside_a_log(self, killed: Path, part: int) -> None:
        """The log may cover the page; then it opens, and every entry is there."""
        flipped(killed / "diary.db", (killed / "diary.db").stat().st_size * part // 100 + 20)
        before = contents(killed)
        try:
            with DiaryStore.open(killed, None) as store:
                assert len(store.entries()) == 40
        except DiaryLeftAsItWas:
            assert contents(killed) == before

    def test_the_key_of_another_diary(self, killed: Path) -> None:
        keys.create(killed / KEY, None)
        before = contents(killed)
        with pytest.raises(DiaryLeftAsItWas, match="another diary"):
            DiaryStore.open(killed, None)
        assert contents(killed) == before

    def test_it_is_not_said_where_a_byte_differs(self, killed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def spoil(*__: object, **___: object) -> None:
            with (killed / "diary.db").open("ab") as stream:
                stream.write(b"x")
            raise DiaryDamaged(killed / "diary.db", "made up")

        monkeypatch.setattr(proving, "examine", spoil)
        with pytest.raises(DiaryDamaged) as caught:
            DiaryStore.open(killed, None)
        assert not isinstance(caught.value, DiaryLeftAsItWas)
        assert "Nothing was changed" not in describe(caught.value)

    def test_an_older_store_is_looked_at_before_it_is_brought_up_to_date(self, folder: Path) -> None:
        shutil.copytree(Path(__file__).parent / "fixtures" / "v1", folder)
        flipped(folder / "diary.db", (folder / "diary.db").stat().st_size - 100)
        before = contents(folder)
        with pytest.raises(DiaryLeftAsItWas):
            DiaryStore.open(folder, None)
        assert {name: data for name, data in contents(folder).items() if name != "diary.lock"} == before


class TestCopies:
    def test_they_are_made_before_anything_is_written_and_go_when_all_is_well(
        self, killed: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = contents(killed)
        seen: list[dict[str, bytes]] = []
        real = database.open_for_writing

        def look(path: Path, key: bytes) -> object:
            seen.append(contents(killed / "diary-before-opening-1"))
            assert {name: data for name, data in contents(killed).items() if "/" not in name} == before
            return real(path, key)

        monkeypatch.setattr(database, "open_for_writing", look)
        DiaryStore.open(killed, None).close()
        assert seen == [{name: before[name] for name in ("diary.db", "diary.db-wal", "diary.seal")}]
        assert names(killed) == OF_A_DIARY

    def test_those_of_openings_that_were_cut_off_go_too(self, killed: Path) -> None:
        for __ in range(3):
            copies.Copies(killed)
        DiaryStore.open(killed, None).close()
        assert names(killed) == OF_A_DIARY

    def test_five_are_kept_of_each_kind(self, begun: Path) -> None:
        for __ in range(8):
            copies.Copies(begun)
        assert [each.name for each in sorted(begun.glob("diary-before-*"))] == [
            f"diary-before-opening-{number}" for number in range(4, 9)
        ]
        for __ in range(8):
            copies.Copies(begun).keep()
        assert [each.name for each in sorted(begun.glob("diary-kept-*"))] == [f"diary-kept-{n}" for n in range(4, 9)]

    def test_on_a_full_disk_a_diary_with_nothing_wrong_is_opened_all_the_same(
        self, killed: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(where: Path) -> None:
            raise CannotWrite(where, "the disk is full")

        monkeypatch.setattr(copies, "_make_next", lambda where, _stem: full(where))
        with DiaryStore.open(killed, None) as store:
            assert len(store.entries()) == 40
        monkeypatch.undo()
        assert names(killed) == OF_A_DIARY

    def test_on_a_full_disk_what_has_something_wrong_is_left_as_it_is(
        self, killed: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(where: Path) -> None:
            raise CannotWrite(where, "the disk is full")

        cut_in_half(killed / "diary.db-wal")
        before = contents(killed)
        monkeypatch.setattr(copies, "_make_next", lambda where, _stem: full(where))
        with pytest.raises(CannotWrite, match="full"):
            DiaryStore.open(killed, None)
        assert contents(killed) == before


class TestTheSeal:
    def test_it_tells_nobody_what_it_knows(self, killed: Path) -> None:
        data = (killed / "diary.seal").read_bytes()
        for number in range(10, 40):
            day = DAY + dt.timedelta(days=number)
            assert day.toordinal().to_bytes(4) not in data
            assert seal.tag_of(f"e{number}").to_bytes(4) not in data
        assert len(data) == 2 * seal.SLOT, "nor by its length"

    def test_one_of_an_earlier_version_knows_added_entries_and_their_days(
        self, killed: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        key = keys.unlock(killed / KEY, None)
        newer = SealFile(killed / "diary.seal", key).read()
        assert newer is not None
        older = SealFile(killed / "diary.seal", key)
        older.renew(newer.generation, newer.entries, newer.log)
        for note in newer.notes:  # they held a generation of 8 bytes and a day of 4
            older._notes += struct.pack(">QI", note.generation, note.day.toordinal() if note.day else 0)
        older._write(newer.generation, newer.entries, newer.log)
        older.close()
        deleted(killed / "diary.db-wal")
        _is_told(killed, least=30)

    def test_the_key_of_another_diary_reads_nothing(self, killed: Path) -> None:
        assert SealFile(killed / "diary.seal", bytes(32)).read() is None

    @pytest.mark.parametrize("slot", [0, 1])
    def test_a_torn_slot_leaves_the_other(self, killed: Path, slot: int) -> None:
        flipped(killed / "diary.seal", slot * seal.SLOT + 1000)
        with DiaryStore.open(killed, None) as store:
            assert store.found is None
            assert len(store.entries()) == 40

    def test_spoilt_beside_a_whole_log_the_entries_are_there(self, killed: Path) -> None:
        (killed / "diary.seal").write_bytes(b"spoilt")
        with DiaryStore.open(killed, None) as store:
            assert len(store.entries()) == 40
            assert isinstance(store.found, PartOfDiary), "who can tell whether there were more?"

    def test_an_older_one_is_no_fault(self, killed: Path, begun: Path) -> None:
        shutil.copy(killed / "diary.seal", begun / "diary.seal")
        write(begun, 50, 51)
        shutil.copy(killed / "diary.seal", begun / "diary.seal")
        with DiaryStore.open(begun, None) as store:
            assert store.found is None

    def test_a_change_that_cannot_be_noted_is_saved_all_the_same(
        self, begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with DiaryStore.open(begun, None) as store:
            store.save_entry(entry(1))
            store._ledger._seal.close()
            for number in range(2, 7):
                store.save_entry(entry(number))
            store.rest()
            store.save_entry(entry(7))
            store.save_entry(entry(8))
            shutil.copytree(begun, tmp_path / "copy")
        with DiaryStore.open(tmp_path / "copy", None) as store:
            assert store.found is None
            assert len(store.entries()) == 8

    def test_a_disk_that_writes_and_says_it_could_not_takes_entries_all_the_same(
        self, begun: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def invalid(__: Path) -> None:
            raise OSError(errno.EINVAL, "Invalid argument")

        monkeypatch.setattr(files, "sync_folder", invalid)
        write(begun, 1)
        monkeypatch.undo()
        with DiaryStore.open(begun, None) as store:
            assert store.found is None
            assert ids(store) == ["e1"]

    def test_more_changes_than_it_notes(self, begun: Path, tmp_path: Path) -> None:
        copy = copy_while_open(begun, tmp_path / "copy", *range(seal.NOTES_MOST + 20))
        assert (copy / "diary.db-wal").stat().st_size < 300_000, "the log went into the store on the way"
        deleted(copy / "diary.db-wal")
        with DiaryStore.open(copy, None) as store:
            assert isinstance(store.found, EntriesMissing)
            assert (store.found.missing, store.found.entries) == (20, seal.NOTES_MOST)


def test_what_a_change_of_passcode_that_was_killed_has_left_is_gone_at_the_next_open(begun: Path) -> None:
    (begun / ".tpe-guide-0123456789abcdef.part").write_bytes((begun / KEY).read_bytes())
    DiaryStore.open(begun, None).close()
    assert not list(begun.glob(".tpe-guide-*"))


class TestAStoreThatIsVouchedFor:
    """Closed in good order, each page was read back; the next opening compares the bytes and reads none again."""

    @pytest.fixture
    def closed(self, begun: Path) -> Path:
        write(begun, *range(60))
        assert self.whole(begun)
        return begun

    @staticmethod
    def whole(folder: Path) -> bytes | None:
        said = SealFile(folder / "diary.seal", keys.unlock(folder / KEY, None)).read()
        assert said is not None
        return said.whole

    def test_no_page_of_it_is_checked_again(self, closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def checked(*_: object) -> None:
            pytest.fail("each page was read once more")

        monkeypatch.setattr(proving, "_check_whole", checked)
        with DiaryStore.open(closed, None) as store:
            assert store.found is None
            assert (store.entry_count, len(store.entries())) == (60, 60)

    def test_as_often_as_it_is_opened_and_nothing_is_written(self, closed: Path) -> None:
        before = contents(closed)
        for _ in range(3):
            DiaryStore.open(closed, None).close()
        assert contents(closed) == before

    @pytest.mark.parametrize("part", range(20))
    def test_one_bit_flipped_later_is_noticed(self, closed: Path, part: int) -> None:
        flipped(closed / "diary.db", (closed / "diary.db").stat().st_size * part // 20 + 41 * part % 97)
        with pytest.raises(DiaryDamaged):
            DiaryStore.open(closed, None)

    @pytest.mark.parametrize("part", range(1, 20))
    def test_nobody_vouches_for_a_page_that_went_bad_while_it_was_open(self, closed: Path, part: int) -> None:
        """Mostly it is not in the way of what is written then: nothing but the reading back can see it."""
        with contextlib.suppress(DiaryDamaged), DiaryStore.open(closed, None) as store:
            flipped(closed / "diary.db", (closed / "diary.db").stat().st_size * part // 20 + 41 * part % 97)
            store.keep_draft("half an entry")
        if self.whole(closed):
            with DiaryStore.open(closed, None) as store:
                assert len(store.entries()) == 60, "the bad page was written anew"
        else:
            with pytest.raises(DiaryDamaged):
                DiaryStore.open(closed, None)

    def test_an_older_store_in_its_place_is_looked_at(self, begun: Path, tmp_path: Path) -> None:
        write(begun, 1)
        shutil.copy(begun / "diary.db", tmp_path / "older")
        write(begun, 2, 3)
        shutil.copy(tmp_path / "older", begun / "diary.db")
        with DiaryStore.open(begun, None) as store:
            assert isinstance(store.found, EntriesMissing)
            assert store.found.missing == 2

    def test_one_of_a_newer_version_stays_untouched(self, closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        before = contents(closed)
        monkeypatch.setattr(database, "VERSION", database.VERSION - 1)
        with pytest.raises(FromNewerVersion):
            DiaryStore.open(closed, None)
        assert contents(closed) == before

    def test_killed_before_it_is_closed_nobody_vouches(self, closed: Path, tmp_path: Path) -> None:
        assert self.whole(copy_while_open(closed, tmp_path / "copy", 70)) is None

    def test_a_disk_that_cannot_be_read_back_is_looked_at_next_time(
        self, begun: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def unreadable(*_: object) -> None:
            raise DiaryDamaged(begun, "the disk reports an error")

        with DiaryStore.open(begun, None) as store:
            store.save_entry(entry(1))
            monkeypatch.setattr(proving, "examine", unreadable)
        monkeypatch.undo()
        assert self.whole(begun) is None
        with DiaryStore.open(begun, None) as store:
            assert ids(store) == ["e1"]


class TestTakenAwayWhileOpen:
    @posix
    def test_a_folder_that_is_gone_takes_no_entry(self, begun: Path) -> None:
        with DiaryStore.open(begun, None) as store:
            store.save_entry(entry(1))
            shutil.rmtree(begun)
            for __ in range(2):
                with pytest.raises(CannotWrite, match="removed, moved or replaced"):
                    store.save_entry(entry(2), session())
            assert ids(store) == ["e1"]
        assert not begun.exists()

    @posix
    def test_gone_between_the_disk_and_the_word(self, begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        with DiaryStore.open(begun, None) as store:
            store.get_ready()
            real = store._ledger._check_log

            def check() -> None:
                shutil.rmtree(begun, ignore_errors=True)
                real()

            monkeypatch.setattr(store._ledger, "_check_log", check)
            with pytest.raises(CannotWrite, match="removed, moved or replaced"):
                store.save_entry(entry(1))

    @posix
    def test_another_store_in_its_place_is_not_written_over(self, begun: Path, tmp_path: Path) -> None:
        write(begun, 1)
        shutil.copy(begun / "diary.db", tmp_path / "other.db")
        with DiaryStore.open(begun, None) as store:
            store.save_entry(entry(2))
            (tmp_path / "other.db").replace(begun / "diary.db")
            with pytest.raises(CannotWrite):
                store.save_entry(entry(3))

    @posix
    def test_a_log_that_is_gone_costs_nothing(self, begun: Path, tmp_path: Path) -> None:
        with DiaryStore.open(begun, None) as store:
            store.save_entry(entry(1))
            (begun / "diary.db-wal").unlink()
            store.save_entry(entry(2))
            shutil.copytree(begun, tmp_path / "copy")
        with DiaryStore.open(tmp_path / "copy", None) as store:
            assert store.found is None
            assert ids(store) == ["e1", "e2"]


LIVE_UNTIL_KILLED = """
import os, random, signal, sys
from pathlib import Path
from tests.diary.stories import entry
from tpe_guide.diary import copies, database, seal
from tpe_guide.diary.ledger import Ledger
from tpe_guide.diary.store import DiaryStore

folder, number, wish = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
chance = random.Random(number)
left = chance.randrange(12)

def dying(owner, name, before):
    real = getattr(owner, name)
    def die_some_time(*given, **named):
        global left
        left -= 1
        if left < 0 and before:
            os.kill(os.getpid(), signal.SIGKILL)
        done = real(*given, **named)
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return done
    setattr(owner, name, die_some_time)

owner, name, before = {
    "before the seal": (seal.SealFile, "_write", True),
    "after the seal": (seal.SealFile, "_write", False),
    "before the log is emptied": (Ledger, "_empty_log", True),
    "after the log was emptied": (Ledger, "_empty_log", False),
    "before a new seal": (seal.SealFile, "renew", True),
    "after a new seal": (seal.SealFile, "renew", False),
    "before it is open": (database, "open_for_writing", True),
    "after it is open": (database, "open_for_writing", False),
    "after it was copied": (copies, "_copy_parts", False),
}[wish]
if owner is not Ledger and name != "_write":  # once in a life
    left = 0
dying(owner, name, before)
with DiaryStore.open(folder, None) as store:
    if store.found is not None:
        print("alarm", store.found, flush=True)
    for each in range(chance.randrange(1, 12)):
        store.save_entry(entry(number + each))
        print(number + each, flush=True)
        if chance.random() < 0.3:
            store.rest()
"""
WISHES = (
    "before the seal",
    "after the seal",
    "before the log is emptied",
    "after the log was emptied",
    "before a new seal",
    "after it was copied",
    "before the seal",
    "before it is open",
    "after a new seal",
    "after it is open",
)


def live_and_die(folder: Path, number: int, wish: str) -> tuple[set[str], list[str]]:
    """Another life of the program, killed at *wish*: the entries it said were saved, and its alarms."""
    process = start(LIVE_UNTIL_KILLED, folder, number, wish)
    said, errors = process.communicate()
    assert not errors, errors
    lines = said.splitlines()
    return {f"e{line}" for line in lines if line.isdecimal()}, [line for line in lines if not line.isdecimal()]


@posix
class TestKilledBetweenTheTwo:
    def test_no_entry_is_lost_and_no_alarm_is_false(self, begun: Path) -> None:
        _live(begun, lives=18)

    @pytest.mark.slow
    @pytest.mark.timeout(1800)
    def test_for_hundreds_of_lives(self, begun: Path) -> None:
        _live(begun, lives=200)


def _live(folder: Path, lives: int) -> None:
    saved: set[str] = set()
    for life in range(lives):
        said, alarms = live_and_die(folder, life * 100, WISHES[life % len(WISHES)])
        assert alarms == []
        saved |= said
    with DiaryStore.open(folder, None) as store:
        assert store.found is None
        there = set(ids(store))
        assert saved <= there
        assert len(there - saved) <= lives, "each life may have saved one that it had no time to tell of"
    assert names(folder) == OF_A_DIARY
