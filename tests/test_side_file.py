"""A file beside the diary: whatever lies in its place, reading ends soon, and nothing is lost or passed over."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.mutated import mutated
from tests.ui.sample_guide import BEFORE, RICH, make_library
from tpe_guide import settings, side_file
from tpe_guide.clinic_pack.clinic import KEPT_OWN, Clinic
from tpe_guide.errors import OutOfReach, SetAside, TpeGuideError
from tpe_guide.guide import clinic_file
from tpe_guide.guide.clinic_file import Details
from tpe_guide.guide.read_pages import ReadPages
from tpe_guide.guide.slots import Slot
from tpe_guide.guide.stamp import STAMP_FILE, faults_if_fresh, stamp
from tpe_guide.side_file import Fault, KeyTwice, NotJson, NotUtf8
from tpe_guide.wording import describe

LIMIT = 10_000
posix_only = pytest.mark.skipif(os.name == "nt", reason="the files of POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "side.json"


def load(path: Path, read: Callable[[Any], Any] = lambda data: data["words"]) -> tuple[Any, list[TpeGuideError]]:
    told: list[TpeGuideError] = []
    return side_file.load(path, LIMIT, read, "nothing", told.append), told


def test_what_is_written_is_read(path: Path) -> None:
    path.write_bytes(side_file.encoded({"words": "“ä 𝄞"}))
    assert load(path) == ("“ä 𝄞", [])


def test_a_file_that_is_not_there_is_no_fault(path: Path) -> None:
    assert load(path) == ("nothing", [])
    path.write_text("in the way of a folder")
    assert load(path / "side.json") == ("nothing", [])


SPOILT = {
    "empty": b"",
    "cut": b'{"words": "a',
    "a list": b'["words"]',
    "null": b"null",
    "not text": b"\xff\xfe{}",
    "deep": b"[" * 100_00,
    "deep and whole": b'{"words": ' + b"[" * 60 + b"]" * 60 + b"}",
    "a key twice": b'{"words": "a", "words": "b"}',
    "no number": b'{"words": NaN}',
    "endless": b'{"words": 1e999}',
    "a huge number": b'{"words": ' + b"9" * 5_000 + b"}",
    "half a letter": b'{"words": "\\ud834"}',
    "too large": b" " * (LIMIT + 1),
    "another kind": b'{"colour": "blue"}',
}


@pytest.mark.parametrize("raw", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_file_is_kept_under_another_name_and_told(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)
    found, (told,) = load(path)
    assert found == "nothing"
    kept = path.with_name("side.json.damaged")
    assert (told.__class__, told.args) == (SetAside, (path, kept))
    assert kept.read_bytes() == raw
    assert load(path) == ("nothing", [])


def a_folder(path: Path) -> None:
    path.mkdir()
    (path / "inside").write_text("somebody's")


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_loop(path: Path) -> None:
    path.symlink_to(path)


def growing(path: Path) -> None:
    path.symlink_to("/proc/self/maps")  # its size is said to be 0


@posix_only
@pytest.mark.parametrize("thing", [a_folder, a_pipe, a_device, a_loop, growing])
def test_what_is_no_file_is_not_waited_for(path: Path, thing: Callable[[Path], None]) -> None:
    thing(path)
    found, (told,) = load(path)
    assert (found, type(told)) == ("nothing", SetAside)
    assert os.path.lexists(path.with_name("side.json.damaged"))
    assert not os.path.lexists(path)


def test_of_spoilt_files_the_newest_are_kept(path: Path) -> None:
    for number in range(side_file.KEPT + 2):
        path.write_text(f"spoilt {number}")
        load(path)
    kept = sorted(path.parent.iterdir())
    assert [each.name for each in kept] == ["side.json.damaged", *(f"side.json.damaged-{n}" for n in range(2, 6))]
    assert [each.read_text()[-1] for each in kept] == ["6", "5", "4", "3", "2"]


def denied(name: str) -> Callable[..., Any]:
    real = getattr(Path, name)

    def call(self: Path, *arguments: Any, **options: Any) -> Any:
        if self.name.startswith("side.json"):
            raise PermissionError(13, "Permission denied")
        return real(self, *arguments, **options)

    return call


@pytest.mark.parametrize("refused", [("stat", "lstat"), ("open", "replace")], ids=["folder", "file"])
def test_a_file_that_is_out_of_reach_is_left_as_it_is(
    path: Path, monkeypatch: pytest.MonkeyPatch, refused: tuple[str, ...]
) -> None:
    path.write_text('{"words": "mine"}')
    with monkeypatch.context() as patch:
        for name in refused:
            patch.setattr(Path, name, denied(name))
        found, (told,) = load(path)
    assert (found, type(told)) == ("nothing", OutOfReach)
    assert load(path) == ("mine", [])


def test_a_file_that_cannot_be_opened_makes_room(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text('{"words": "mine"}')
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", denied("open"))
        __, (told,) = load(path)
    assert isinstance(told, SetAside)
    assert told.kept.read_text() == '{"words": "mine"}'


def test_a_fault_says_where_it_is() -> None:
    with pytest.raises(NotUtf8) as not_utf8:
        side_file.parse(b'{\n"a": "\xff"}')
    with pytest.raises(NotJson) as not_json:
        side_file.parse(b"{\n\n,")
    with pytest.raises(KeyTwice) as twice:
        side_file.parse(b'{"a": {"b": 1, "b": 2}}')
    assert (not_utf8.value.line, not_json.value.line, twice.value.key) == (2, 3, "b")


@given(st.binary(max_size=300) | st.text(max_size=150).map(str.encode))
def test_bytes_are_an_object_or_a_fault(raw: bytes) -> None:
    try:
        data = side_file.parse_object(raw)
    except Fault:
        return
    assert side_file.parse_object(side_file.encoded(data)) == data


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner, max_size=3)
)


@given(st.dictionaries(st.text(), VALUES, max_size=5))
def test_what_is_read_can_be_written_and_read_again(data: dict[str, Any]) -> None:
    try:
        read = side_file.parse_object(json.dumps(data).encode())
    except Fault:
        return
    assert side_file.parse_object(side_file.encoded(read)) == read


# Fuzzed: every file that is read with this, through its own reader, and written again


READ_ON = dt.date(2026, 5, 3)
SLOTS = {"unit-phone": Slot("unit-phone", "Number", "the number", "phone", 20, "01632 960 123")}


def settings_file(path: Path) -> None:
    choices = settings.Settings(200, "dark", last_page="tingling", last_place="minute.3+57", paces=(120, 90))
    settings.save(path, choices._replace(bookmarks=("tingling", "needles"), read_pages=("tingling",)))


def use_settings(path: Path) -> None:
    loaded = settings.load(path)
    assert loaded.text_percent in (0, *settings.TEXT_PERCENTS)
    settings.save(path, loaded)
    assert settings.load(path) == loaded


def read_pages_file(path: Path) -> None:
    kept = ReadPages(path)
    kept.keep(make_library(), BEFORE, READ_ON)
    kept.save()


def use_read_pages(path: Path) -> None:
    library = make_library()
    library.version = "ffffffff"
    kept = ReadPages(path)
    kept.all_changes(library)
    kept.keep(library, RICH, READ_ON)
    kept.save()


def clinic_files(path: Path) -> None:
    path.write_bytes(clinic_file.encoded(Details({"unit-phone": "01632 960 123"})))


def use_clinic(path: Path) -> None:
    path.replace(path.with_name(clinic_file.FILE))
    clinic = Clinic(path.parent, SLOTS)
    assert all("\n" not in describe(problem) for problem in clinic.problems)
    clinic.keep()
    clinic.fill_in("unit-phone", "01632 1")
    assert Clinic(path.parent, SLOTS).words == {"unit-phone": "01632 1"}


def use_kept_clinic(path: Path) -> None:
    path.replace(path.with_name(KEPT_OWN))
    path.with_name(clinic_file.FILE).write_text("{")
    words = Clinic(path.parent, SLOTS).words
    assert all(not SLOTS[name].expected(text) for name, text in words.items())


def stamp_file(path: Path) -> None:
    path.write_text(json.dumps({"stamp": stamp(path.parent), "faults": ["a.md:1: X: y"]}))


def use_stamp(path: Path) -> None:
    path.replace(path.with_name(STAMP_FILE))
    faults = faults_if_fresh(path.parent, path.parent)
    assert faults is None or all(isinstance(fault, str) for fault in faults)


Step = Callable[[Path], None]
KINDS: dict[str, tuple[Step, Step]] = {
    "settings": (settings_file, use_settings),
    "read pages": (read_pages_file, use_read_pages),
    "clinic": (clinic_files, use_clinic),
    "kept clinic": (clinic_files, use_kept_clinic),
    "stamp": (stamp_file, use_stamp),
}


def fuzz(make: Step, use: Step, folder: Path, seeds: range) -> None:
    make(folder / "side.json")
    raw = (folder / "side.json").read_bytes()
    for seed in seeds:
        room = folder / str(seed)
        room.mkdir()
        path = room / "side.json"
        path.write_bytes(mutated(raw, random.Random(seed)))
        try:
            use(path)
        except Exception as error:
            pytest.fail(f"seed {seed}: {error!r}")
        shutil.rmtree(room)


@pytest.mark.parametrize("kind", KINDS)
def test_a_mutated_file_stops_nobody_who_reads_it(kind: str, tmp_path: Path) -> None:
    fuzz(*KINDS[kind], tmp_path, range(60))


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_three_thousand_mutated_files_stop_nobody(kind: str, tmp_path: Path) -> None:
    fuzz(*KINDS[kind], tmp_path, range(60, 700))
