"""What is left of a damaged diary: every row on a whole page comes out, and none of them altered."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.diary.stories import ZONE, entry, session
from tpe_guide.diary import exchange, keys, pages, rescue
from tpe_guide.diary.folder import KEY, LOGS, STORE
from tpe_guide.diary.keys import Unlocked
from tpe_guide.diary.model import Diary, Entry, Question
from tpe_guide.diary.pages import PAGE, LostError
from tpe_guide.diary.past import Used
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import DiaryDamaged

AT = dt.datetime(2026, 5, 20, 9, 0, tzinfo=ZONE)
WORDS = "Pins and needles, né, 指先がしびれる. "


def told(number: int) -> Entry:
    """An entry of that number; each third is so long that it takes pages of its own."""
    return entry(number, session=f"s{number % 7 + 1}", note=(WORDS * 70)[: 1900 if number % 3 == 0 else number * 11])


@pytest.fixture
def diary(folder: Path) -> Diary:
    """What the closed diary in *folder* holds: 30 entries of 7 sessions, some of them changed and removed."""
    with DiaryStore.create(folder, None) as store:
        for number in range(1, 8):
            store.add_session(session(number))
        for number in range(34):
            store.save_entry(told(number))
        for number in range(30, 34):
            store.bin_entry(f"e{number}", AT)
        store.change_entry(replace(told(1), note="Mended."), AT)
        store.set_questions([Question("When may I swim?"), Question("Is the tingling usual?", asked=True)])
        return store.diary()


@pytest.fixture
def unlocked(folder: Path, diary: Diary) -> Unlocked:
    return keys.unlock_file(folder / KEY, None)


def flip(path: Path, at: int, bits: int = 0x10) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= bits
    path.write_bytes(data)


def on_whole_pages(store: bytes, unlocked: Unlocked, bad: int) -> set[str]:
    """The ids of the entries of which no part stands on the page *bad*, by what was there before it was damaged."""
    whole = pages.decrypt(store, unlocked.key)
    root = (pages.tables(whole) or {})["entries"]
    less = whole._replace(good={number: page for number, page in whole.good.items() if number != bad})
    found = set()
    for leaf in pages.walk(whole, root).leaves:
        if leaf != bad:
            rows = pages.rows_of(less, leaf)
            found |= {str(row[1][0]) for row in rows if not isinstance(row, LostError)}
    return found


class TestReading:
    def test_a_whole_diary_comes_out_whole(self, folder: Path, diary: Diary, unlocked: Unlocked) -> None:
        before = (folder / STORE).read_bytes()
        read = rescue.read(folder, unlocked)
        assert read.diary == diary
        assert (read.known_entries, read.lost_pages, read.torn, read.unlinked) == (30, 0, 0, 0)
        assert read.proven
        assert not read.may_be_old
        assert len(read.past) == 5  # four in the bin, and what one said before
        assert (folder / STORE).read_bytes() == before

    def test_wherever_a_byte_was_changed_all_on_whole_pages_comes_out_and_nothing_altered(
        self, folder: Path, diary: Diary, unlocked: Unlocked
    ) -> None:
        store = (folder / STORE).read_bytes()
        entries = {one.id: one for one in diary.entries}
        sessions = {one.id: one for one in diary.sessions}
        for at in range(0, len(store), 512):
            flip(folder / STORE, at)
            read = rescue.read(folder, unlocked)
            (folder / STORE).write_bytes(store)
            bad = at // PAGE + 1 if at else 0  # one byte of the very beginning is found again
            got = {one.id: one for one in read.diary.entries}
            assert on_whole_pages(store, unlocked, bad) - got.keys() == set(), at
            for name, one in got.items():
                assert one in (entries[name], replace(entries[name], session=None)), at
                assert one.session == entries[name].session or entries[name].session not in read.diary.sessions
            assert all(sessions[one.id] == one for one in read.diary.sessions), at
            assert all(one in diary.questions for one in read.diary.questions), at
            assert read.lost_pages == (1 if at else 0), at
            assert exchange.loads(exchange.dumps(read.diary, exported_at=AT, app="test"), "test") == read.diary

    def test_even_without_its_beginning_the_rows_are_found_by_their_shape(
        self, folder: Path, diary: Diary, unlocked: Unlocked
    ) -> None:
        data = bytearray((folder / STORE).read_bytes())
        data[:PAGE] = bytes(PAGE)
        (folder / STORE).write_bytes(data)
        read = rescue.read(folder, unlocked)
        assert not read.proven
        assert all(one in read.diary.entries for one in diary.entries)

    def test_what_only_the_log_has_comes_too(
        self, folder: Path, diary: Diary, unlocked: Unlocked, tmp_path: Path
    ) -> None:
        copy = tmp_path / "copy"
        copy.mkdir()
        with DiaryStore.open(folder, None) as store:
            store.save_entry(told(50))
            for name in (STORE, LOGS[0], KEY):
                shutil.copy(folder / name, copy / name)
        flip(copy / STORE, 3 * PAGE + 9)
        assert told(50) in rescue.read(copy, unlocked).diary.entries

    def test_a_file_that_is_not_there_is_said(self, tmp_path: Path, unlocked: Unlocked) -> None:
        with pytest.raises(DiaryDamaged):
            rescue.read(tmp_path, unlocked)

    @pytest.mark.parametrize("data", [b"", b"x" * 100, bytes(PAGE), b"\xff" * (3 * PAGE + 7)])
    def test_of_what_is_no_diary_nothing_comes(self, folder: Path, unlocked: Unlocked, data: bytes) -> None:
        (folder / STORE).write_bytes(data)
        read = rescue.read(folder, unlocked)
        assert (read.entries, read.diary.sessions, read.diary.questions) == (0, (), ())


class TestBeginningAnew:
    def test_the_rescued_is_a_diary_again_and_all_old_parts_are_kept(
        self, folder: Path, diary: Diary, unlocked: Unlocked
    ) -> None:
        flip(folder / STORE, 5 * PAGE + 100)
        damaged = (folder / STORE).read_bytes()
        with pytest.raises(DiaryDamaged):
            DiaryStore.open(folder, None)
        read = rescue.read(folder, unlocked)
        kept = rescue.begin_anew(folder, unlocked, read)
        assert kept is not None
        assert (kept / STORE).read_bytes() == damaged
        with DiaryStore.open(folder, None) as store:
            assert store.found is None
            assert store.diary() == read.diary
            assert store.entry_count == read.entries
            store.save_entry(told(60))
        with DiaryStore.open(folder, None) as store:
            assert store.found is None
            assert told(60) in store.entries()

    def test_what_was_removed_and_what_entries_said_before_comes_along(
        self, folder: Path, diary: Diary, unlocked: Unlocked
    ) -> None:
        rescue.begin_anew(folder, unlocked, rescue.read(folder, unlocked))
        with DiaryStore.open(folder, None) as store:
            assert len(store.binned()) == 4
            assert [former.entry for former in store.formers("e1")] == [told(1)]

    def test_a_session_that_an_entry_had_used_up_comes_along_in_the_bin(
        self, folder: Path, diary: Diary, unlocked: Unlocked
    ) -> None:
        planned = session(9, state="planned")
        done = replace(planned, state="done")
        with DiaryStore.open(folder, None) as store:
            store.add_session(planned)
            store.save_entry(entry(90, session="s9"), done)
            store.bin_entry("e90", AT, Used(planned, done))
            past = store.rows().past
        rescue.begin_anew(folder, unlocked, rescue.read(folder, unlocked))
        with DiaryStore.open(folder, None) as store:
            assert set(store.rows().past) == set(past)
            store.take_back("e90")
            assert done in store.sessions()
