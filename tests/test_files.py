"""A file appears whole or not at all, and what was there survives a failed write."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tpe_guide.errors import CannotWrite
from tpe_guide.files import make_private_folder, write_whole


def test_a_file_is_written(tmp_path: Path) -> None:
    write_whole(tmp_path / "page.pdf", b"%PDF")
    assert (tmp_path / "page.pdf").read_bytes() == b"%PDF"


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(b"old")
    write_whole(tmp_path / "page.pdf", b"new")
    assert (tmp_path / "page.pdf").read_bytes() == b"new"


def test_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    write_whole(tmp_path / "page.pdf", b"%PDF")
    assert [path.name for path in tmp_path.iterdir()] == ["page.pdf"]


def test_a_write_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.pdf").write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite) as caught:
        write_whole(tmp_path / "page.pdf", b"new")
    assert caught.value.reason == "no space left on device"
    assert (tmp_path / "page.pdf").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["page.pdf"]


def test_a_private_file_is_for_its_owner_only(tmp_path: Path) -> None:
    write_whole(tmp_path / "diary.key", b"key", private=True)
    assert (tmp_path / "diary.key").stat().st_mode & 0o077 == 0


def test_a_folder_in_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite):
        make_private_folder(tmp_path / "file" / "data")
    with pytest.raises(CannotWrite):
        write_whole(tmp_path / "missing" / "page.pdf", b"")
