"""The pages as they were read, on disk."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
from pathlib import Path

import pytest

from tests.ui.sample_guide import AFTER, BEFORE, RICH, make_library
from tpe_guide.errors import CannotWrite
from tpe_guide.guide.library import Library
from tpe_guide.guide.read_pages import ReadPages

FILE = "read-pages.json"
DAY = dt.date(2026, 5, 3)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / FILE


@pytest.fixture
def library() -> Library:
    return make_library()


def newer(library: Library, page: str, old: str, new: str) -> Library:
    """The guide a year later: on *page* it says *new* in place of *old*."""
    later = make_library()
    later.version = "ffffffff"
    data = json.loads(json.dumps(later._page_data[page]).replace(old, new))
    assert data != later._page_data[page]
    later._page_data[page] = data
    return later


def full(descriptor: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def read(path: Path, library: Library, *pages: str) -> None:
    kept = ReadPages(path)
    for page in pages:
        kept.keep(library, page, DAY)
    kept.save()


def test_nothing_has_changed_in_the_same_guide(path: Path, library: Library) -> None:
    read(path, library, RICH)
    assert ReadPages(path).all_changes(library) == ()


def test_a_page_that_was_never_read_has_not_changed(path: Path, library: Library) -> None:
    later = newer(library, BEFORE, "One fact", "One more fact")
    assert ReadPages(path).changes_of(later, BEFORE) is None


def test_a_changed_page_is_told_with_the_day_it_was_read_on(path: Path, library: Library) -> None:
    read(path, library, BEFORE, RICH)
    later = newer(library, BEFORE, "One fact", "One more fact")
    [found] = ReadPages(path).all_changes(later)
    assert (found.page, found.day, found.state) == (BEFORE, "2026-05-03", "changed")
    assert [change.now for change in found.changes] == ["One more fact."]


def test_the_old_words_need_no_old_guide(path: Path, library: Library) -> None:
    read(path, library, BEFORE)
    later = newer(library, BEFORE, "One fact", "One more fact")
    found = ReadPages(path).changes_of(later, BEFORE)
    assert found is not None
    assert [change.before for change in found.changes] == ["One fact."]


def test_a_page_read_again_has_no_more_changes(path: Path, library: Library) -> None:
    read(path, library, BEFORE)
    later = newer(library, BEFORE, "One fact", "One more fact")
    read(path, later, BEFORE)
    assert ReadPages(path).all_changes(later) == ()


def test_a_page_that_is_gone_is_told_until_it_is_dismissed(path: Path, library: Library) -> None:
    kept = ReadPages(path)
    kept.keep(library, BEFORE, DAY)
    kept._read["gone"] = kept._read[BEFORE]._replace(guide="older")
    kept.save()
    again = ReadPages(path)
    assert [(each.page, each.state) for each in again.all_changes(library)] == [("gone", "gone")]
    again.dismiss("gone")
    again.save()
    assert ReadPages(path).all_changes(library) == ()


def test_a_new_page_is_told_in_a_chapter_that_was_read_in(path: Path, library: Library) -> None:
    read(path, library, BEFORE)
    data = json.loads(path.read_text())
    data["known"].remove(AFTER)
    path.write_text(json.dumps(data))
    kept = ReadPages(path)
    assert [(each.page, each.state) for each in kept.all_changes(library)] == [(AFTER, "new")]
    kept.keep(library, AFTER, DAY)
    assert kept.all_changes(library) == ()


def test_what_a_newer_program_wrote_is_left_as_it_is(path: Path, library: Library) -> None:
    read(path, library, BEFORE)
    data = json.loads(path.read_text()) | {"version": 2}
    path.write_text(json.dumps(data))
    before = path.read_bytes()
    read(path, library, RICH)
    assert path.read_bytes() == before


def test_keys_that_this_version_does_not_know_are_kept(path: Path, library: Library) -> None:
    read(path, library, BEFORE)
    path.write_text(json.dumps(json.loads(path.read_text()) | {"colour": "blue"}))
    read(path, library, BEFORE, RICH)
    assert json.loads(path.read_text())["colour"] == "blue"


@pytest.mark.parametrize(
    "spoilt",
    [b"", b"{", b"[]", b"\xff\xfe", b'{"version":1}', b'{"version":1,"known":[],"pages":{"a":3}}', b"[" * 100_000],
    ids=["empty", "cut", "list", "no-text", "no-pages", "no-page", "deep"],
)
def test_a_damaged_file_is_put_aside_and_reading_begins_anew(path: Path, library: Library, spoilt: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(spoilt)
    read(path, library, BEFORE)
    assert path.with_name(FILE + ".damaged").read_bytes() == spoilt
    assert ReadPages(path).all_changes(newer(library, BEFORE, "One fact", "One more fact"))


def test_a_huge_file_is_not_read(path: Path, library: Library) -> None:
    path.parent.mkdir()
    with path.open("wb") as stream:
        stream.truncate(5 * 1024 * 1024)
    assert ReadPages(path).all_changes(library) == ()


def test_a_full_disk_is_told_and_what_was_kept_stays(
    path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(path, library, BEFORE)
    before = path.read_bytes()
    kept = ReadPages(path)
    kept.keep(library, RICH, DAY)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(CannotWrite, match="no space left"):
            kept.save()
    assert path.read_bytes() == before
    kept.save()
    assert path.read_bytes() != before


def test_where_nothing_is_remembered_nothing_is_written(tmp_path: Path, library: Library) -> None:
    kept = ReadPages(None)
    kept.keep(library, BEFORE, DAY)
    kept.save()
    assert list(tmp_path.iterdir()) == []


def test_it_is_readable_by_its_owner_only(path: Path, library: Library) -> None:
    read(path, library, BEFORE)
    assert path.stat().st_mode & 0o077 == 0
