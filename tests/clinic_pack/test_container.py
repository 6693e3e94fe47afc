"""A pack is a folder or one file. Whatever is sent in its place is refused in one line, and nothing is unpacked."""

from __future__ import annotations

import contextlib
import io
import os
import random
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.clinic_pack.packs import good_files, put
from tests.mutated import mutated
from tpe_guide.clinic_pack import container
from tpe_guide.errors import BadInput
from tpe_guide.wording import describe


def refused(path: Path) -> str:
    """Why the pack is refused, without its name."""
    with pytest.raises(BadInput) as caught:
        container.files_at(path)
    said = describe(caught.value)
    assert "\n" not in said
    return said.removeprefix(str(path)).lstrip("/: ")


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes], compressed: bool = False) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return whole.getvalue()


class TestFolder:
    def test_a_folder_and_the_file_made_of_it_hold_the_same(self, tmp_path: Path) -> None:
        folder = put(tmp_path / "pack", good_files())
        one_file = tmp_path / "unit.tpepack"
        one_file.write_bytes(container.wrapped(container.files_at(folder)))
        assert container.files_at(folder) == container.files_at(one_file) == good_files()

    def test_the_same_files_make_the_same_bytes(self) -> None:
        files = good_files()
        assert container.wrapped(files) == container.wrapped(dict(reversed(files.items())))

    def test_a_file_of_words_alone_and_a_lone_toml(self, tmp_path: Path) -> None:
        (tmp_path / "ours.json").write_text("{}")
        (tmp_path / "clinic.toml").write_text("a = 1")
        assert container.files_at(tmp_path / "ours.json") == {"clinic.json": b"{}"}
        assert container.files_at(tmp_path / "clinic.toml") == {"clinic.toml": b"a = 1"}

    def test_beside_a_file_of_words_anything_may_lie_as_before(self, tmp_path: Path) -> None:
        put(tmp_path, {"clinic.json": b"{}", "holiday.jpg": b"x"})
        assert container.files_at(tmp_path) == {"clinic.json": b"{}"}

    def test_what_file_managers_drop_is_no_part_of_a_pack(self, tmp_path: Path) -> None:
        dropped = {".DS_Store": b"x", "Thumbs.db": b"x", "desktop.ini": b"x", "~$clinic.toml": b"x", "words/.x": b"x"}
        put(tmp_path, good_files() | dropped)
        assert container.files_at(tmp_path) == good_files()

    @pytest.mark.parametrize(
        ("name", "says"),
        [
            ("clinic.tmol", "the nearest is clinic.toml"),
            ("logo.svg", "the nearest is logo.png"),
            ("notes.txt", "no other file than"),
            ("words/Where To.md", "no other file than"),
        ],
    )
    def test_a_file_that_is_none_of_a_pack_is_named(self, tmp_path: Path, name: str, says: str) -> None:
        put(tmp_path, good_files() | {name: b"x"})
        assert says in refused(tmp_path)

    def test_a_folder_with_neither_says_how_to_get_one(self, tmp_path: Path) -> None:
        assert "tpe-guide kiosk pack template" in refused(tmp_path)
        assert "no such file" in refused(tmp_path / "nowhere")

    @pytest.mark.skipif(os.name == "nt", reason="links need a right there")
    @pytest.mark.parametrize("name", ["logo.png", "words/fluid.md"])
    def test_a_link_is_not_followed(self, tmp_path: Path, name: str) -> None:
        put(tmp_path / "pack", good_files())
        (tmp_path / "pack" / name).unlink(missing_ok=True)
        (tmp_path / "pack" / name).symlink_to(tmp_path / "secret")
        assert "not a link" in refused(tmp_path / "pack")

    @pytest.mark.skipif(os.name == "nt", reason="no pipes in folders")
    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        put(tmp_path, good_files())
        (tmp_path / "logo.png").unlink()
        os.mkfifo(tmp_path / "logo.png")
        assert refused(tmp_path) == "logo.png: expected a file."

    def test_too_large_and_too_many(self, tmp_path: Path) -> None:
        put(tmp_path / "a", {"clinic.toml": b"#" * 70_000})
        assert "at most 65536 bytes" in refused(tmp_path / "a")
        put(tmp_path / "b", {"clinic.toml": b""} | {f"words/{number}.md": b"" for number in range(70)})
        assert "at most 64 files" in refused(tmp_path / "b")

    def test_a_folder_that_is_written_meanwhile_is_left_for_the_next_look(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put(tmp_path, good_files())
        read = container._read

        def slow_read(source: str, file: Path, limit: int) -> bytes:
            put(tmp_path, {"logo.png": b"another"})
            return read(source, file, limit)

        monkeypatch.setattr(container, "_read", slow_read)
        assert "nobody writes at this moment" in refused(tmp_path)


def link() -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("logo.png")
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return entry


class TestOneFile:
    @pytest.mark.parametrize(
        ("data", "says"),
        [
            (lambda: zipped(("../clinic.toml", b"")), "no other file than"),
            (lambda: zipped(("/etc/passwd", b"")), "no other file than"),
            (lambda: zipped(("words/../../x.md", b"")), "no other file than"),
            (lambda: zipped(("words\\fluid.md", b"")), "no other file than"),
            (lambda: zipped((link(), b"/etc/passwd")), "not a link"),
            (lambda: zipped(("clinic.toml", b"#" * 10_000_000), compressed=True), "at most 65536 bytes"),
            (lambda: zipped(*((f"words/{n}.md", b"") for n in range(70))), "at most 64 files"),
            (lambda: zipped(("clinic.toml", b"")).replace(b"PK\x01\x02", b"PK\x01\x03"), "this one is damaged"),
            (lambda: b"PK\x03\x04", "this one is damaged"),
            (lambda: b"\x1f\x8b gzip", "this one is damaged"),
            (lambda: b"PK\x03\x04" * 600_000, "at most 2097152 bytes"),
        ],
    )
    def test_what_is_refused(self, tmp_path: Path, data: Callable[[], bytes], says: str) -> None:
        path = tmp_path / "unit.tpepack"
        path.write_bytes(data())
        assert says in refused(path)

    @pytest.mark.filterwarnings("ignore:Duplicate name")
    def test_no_file_twice(self, tmp_path: Path) -> None:
        path = tmp_path / "unit.tpepack"
        path.write_bytes(zipped(("clinic.toml", b"a"), ("clinic.toml", b"b")))
        assert refused(path) == "clinic.toml: expected each file once."

    def test_a_password(self, tmp_path: Path) -> None:
        path = tmp_path / "unit.tpepack"
        data = bytearray(zipped(("clinic.toml", b"secret")))
        data[data.index(b"PK\x01\x02") + 8] |= 1
        path.write_bytes(bytes(data))
        assert "without a password" in refused(path)

    def test_whatever_befalls_it_it_is_read_or_refused(self) -> None:
        chance, whole = random.Random(7), container.wrapped(good_files())
        for _time in range(300):
            data = mutated(whole, chance)
            with contextlib.suppress(BadInput):
                assert set(container.files_in(data, "pack")) <= set(good_files())
