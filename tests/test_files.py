"""A file appears whole or not at all, and what was there survives a failed write."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tpe_guide.errors import CannotWrite
from tpe_guide.files import make_private_folder, write_together, write_whole


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


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits here")
@pytest.mark.parametrize("size", [500, 100_000])
def test_where_the_disk_takes_no_more_that_is_what_is_told(tmp_path: Path, size: int) -> None:
    """Not only the writing fails then, but the closing as well."""
    import resource

    (tmp_path / "page.pdf").write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        with pytest.raises(CannotWrite) as caught:
            write_whole(tmp_path / "page.pdf", b"n" * size)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert caught.value.reason == "file too large"
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


class TestSeveralFiles:
    def test_a_new_one_replaces_nothing_and_then_none_is_written(self, tmp_path: Path) -> None:
        one, two, three = (tmp_path / name for name in ("1.png", "2.png", "3.png"))
        one.write_bytes(b"yesterday's")
        three.write_bytes(b"of another person")
        with pytest.raises(FileExistsError) as caught:
            write_together({one: b"1", two: b"2", three: b"3"}, new=[two, three])
        assert caught.value.filename == str(three)
        assert (one.read_bytes(), three.read_bytes()) == (b"yesterday's", b"of another person")
        assert names(tmp_path) == {"1.png", "3.png"}

    @pytest.mark.parametrize("links", [True, False])
    def test_of_two_at_the_same_moment_one_is_refused(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
    ) -> None:
        page = tmp_path / "page.png"
        real = os.fsync

        def another_is_faster(handle: int) -> None:
            real(handle)
            if not page.exists():
                page.write_bytes(b"theirs")

        def no_links(*_: object) -> None:
            raise PermissionError(1, "Operation not permitted")

        monkeypatch.setattr(os, "fsync", another_is_faster)
        if not links:
            monkeypatch.setattr(os, "link", no_links)
        with pytest.raises(FileExistsError):
            write_together({page: b"mine"}, new=[page])
        assert page.read_bytes() == b"theirs"
        assert names(tmp_path) == {"page.png"}

    def test_where_there_are_no_links_a_new_one_is_written_too(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def no_links(*_: object) -> None:
            raise PermissionError(1, "Operation not permitted")

        monkeypatch.setattr(os, "link", no_links)
        page = tmp_path / "page.png"
        write_together({page: b"mine"}, new=[page])
        assert page.read_bytes() == b"mine"
        assert names(tmp_path) == {"page.png"}

    def test_on_a_full_disk_none_is_written(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        one, two = tmp_path / "1.png", tmp_path / "2.png"
        one.write_bytes(b"yesterday's")
        real, calls = os.fsync, []

        def full_at_the_second(handle: int) -> None:
            calls.append(handle)
            if len(calls) == 2:
                raise OSError(28, "No space left on device")
            real(handle)

        monkeypatch.setattr(os, "fsync", full_at_the_second)
        with pytest.raises(CannotWrite) as caught:
            write_together({one: b"1", two: b"2"}, new=[two])
        assert caught.value.path == two
        assert one.read_bytes() == b"yesterday's"
        assert names(tmp_path) == {"1.png"}


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes here")
@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    page = tmp_path / "page.pdf"
    page.write_bytes(b"old")
    page.chmod(mode)
    write_whole(page, b"new")
    assert stat.S_IMODE(page.stat().st_mode) == mode


DIE_WHILE_WRITING = """
import os, sys
from pathlib import Path
from tpe_guide.files import write_whole
os.fsync = lambda handle: os._exit(9)
write_whole(Path(sys.argv[1]), b"half of a page")
"""


def killed_while_writing(path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", DIE_WHILE_WRITING, str(path)], check=False)
    assert done.returncode == 9


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


class TestWhatAKilledWriteLeaves:
    def test_it_is_gone_after_the_next_write_into_that_folder(self, tmp_path: Path) -> None:
        killed_while_writing(tmp_path / "page.pdf")
        assert len(names(tmp_path)) == 1, "the child left something"
        write_whole(tmp_path / "other.pdf", b"%PDF")
        assert names(tmp_path) == {"other.pdf"}

    def test_what_somebody_still_writes_stays(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        real = os.fsync
        met: list[str] = []

        def another_writes_meanwhile(handle: int) -> None:
            if not met:
                met.extend(names(tmp_path))
                command = "import sys; from pathlib import Path; from tpe_guide.files import write_whole; "
                command += "write_whole(Path(sys.argv[1]), b'theirs')"
                subprocess.run([sys.executable, "-c", command, str(tmp_path / "theirs")], check=True)
            real(handle)

        monkeypatch.setattr(os, "fsync", another_writes_meanwhile)
        write_whole(tmp_path / "page.pdf", b"%PDF")
        assert len(met) == 1, "it is being written"
        assert names(tmp_path) == {"page.pdf", "theirs"}

    @pytest.mark.parametrize(
        "name",
        [
            "thesis.part",
            ".tpe-guide-notes.part",
            ".tpe-guide-0123456789abcdef.part.txt",
            "tpe-guide-0123456789abcdef.part",
        ],
    )
    def test_files_of_other_names_are_not_touched(self, tmp_path: Path, name: str) -> None:
        (tmp_path / name).write_text("mine")
        write_whole(tmp_path / "page.pdf", b"%PDF")
        assert (tmp_path / name).read_text() == "mine"

    @pytest.mark.skipif(sys.platform == "win32", reason="files have no such owners here")
    def test_what_another_user_left_is_not_touched(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        killed_while_writing(tmp_path / "page.pdf")
        left = names(tmp_path)
        monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
        write_whole(tmp_path / "page.pdf", b"%PDF")
        assert names(tmp_path) == {"page.pdf", *left}

    @pytest.mark.skipif(sys.platform == "win32", reason="no such links and pipes here")
    def test_neither_is_what_is_no_plain_file(self, tmp_path: Path) -> None:
        (tmp_path / "mine").write_text("mine")
        link, folder, pipe = (tmp_path / f".tpe-guide-{digit * 16}.part" for digit in "123")
        link.symlink_to(tmp_path / "mine")
        folder.mkdir()
        os.mkfifo(pipe)
        write_whole(tmp_path / "page.pdf", b"%PDF")
        assert names(tmp_path) == {"mine", "page.pdf", link.name, folder.name, pipe.name}

    @pytest.mark.skipif(sys.platform == "win32", reason="no such locks here")
    def test_where_files_cannot_be_locked_all_is_written_and_nothing_swept(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import fcntl

        killed_while_writing(tmp_path / "page.pdf")
        left = names(tmp_path)

        def no_locks(*_: object) -> None:
            raise OSError(37, "No locks available")

        monkeypatch.setattr(fcntl, "flock", no_locks)
        write_whole(tmp_path / "page.pdf", b"%PDF")
        assert names(tmp_path) == {"page.pdf", *left}

    @pytest.mark.skipif(sys.platform == "win32", reason="there a file that is open cannot be removed")
    def test_one_that_is_swept_before_it_could_be_locked_is_begun_anew(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import fcntl

        real = fcntl.flock
        swept: list[Path] = []

        def late(handle: int, how: int) -> None:
            if not swept:
                swept.extend(tmp_path.glob(".tpe-guide-*.part"))
                swept[0].unlink()
            real(handle, how)

        monkeypatch.setattr(fcntl, "flock", late)
        write_whole(tmp_path / "page.pdf", b"%PDF")
        assert (tmp_path / "page.pdf").read_bytes() == b"%PDF"
        assert names(tmp_path) == {"page.pdf"}
