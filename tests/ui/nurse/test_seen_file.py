"""Each file of a ward is told apart in plain words, before anything is shown or printed."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tpe_guide.diary import exchange
from tpe_guide.diary.backup_file import Parts, pack
from tpe_guide.diary.demo import FIXED_DAY, demo_diary
from tpe_guide.diary.in_folder import Listed
from tpe_guide.summary import batch
from tpe_guide.summary.formats import Job
from tpe_guide.ui.nurse.seen_file import Seen, look_at_each, look_into, once, see

DIARY = demo_diary(FIXED_DAY)
NOW = DIARY.entries[0].recorded_at
FILE = exchange.dumps(DIARY, exported_at=NOW, app="test")


def with_unknown_effect() -> bytes:
    root = json.loads(FILE)
    root["entries"][0]["effects"][1]["effect"] = "sneezing"
    return json.dumps(root).encode()


def page(*, with_data: bool = True) -> bytes:
    return batch.render(DIARY, Job("pdf", "a4", "en", NOW, with_data=with_data))[0]


@pytest.mark.parametrize(
    ("name", "make", "state", "said"),
    [
        ("bed-4.tpediary.json", lambda: FILE, "opens", "Opens. 6 entries, 7 sessions."),
        ("bed-4.pdf", page, "opens", "Opens. 6 entries, 7 sessions."),
        ("saved again (1).json", lambda: FILE, "opens", "Opens. 6 entries, 7 sessions."),
        ("usb.tpebackup", lambda: pack(Parts(b"x", b"y")), "locked", "Locked. It opens only in the guide it is from."),
        ("diary.db", lambda: bytes(64), "locked", "Locked. It opens only in the guide it is from."),
        ("secret.pdf", lambda: b"%PDF-1.7 /Encrypt", "locked", "Locked with a password. Ask for one without."),
        (
            "next-year.tpediary.json",
            lambda: json.dumps({"format": "tpe-guide-diary", "version": 99}).encode(),
            "newer",
            "Made by a newer guide. Update this one first.",
        ),
        (
            "odd.tpediary.json",
            with_unknown_effect,
            "damaged",
            "Damaged. Not understood: entry of 4 May 2026, second effect, which effect it is.",
        ),
        ("cut.tpediary.json", lambda: FILE[:200], "damaged", "Damaged: it was not copied as a whole."),
        (
            "half.tpediary.json",
            lambda: b'{"format": "tpe-guide-diary", "version": 1}',
            "damaged",
            "Damaged. Not understood: the course, its id.",
        ),
        ("photo.jpg", lambda: b"\xff\xd8\xff\xe0", "other", "Not a diary. Left as it is."),
        ("list.json", lambda: b'{"eggs": 6}', "other", "Not a diary. Left as it is."),
        ("letter.pdf", lambda: page(with_data=False), "other", "Not a diary. Left as it is."),
        ("empty.tpediary.json", lambda: b" \n", "empty", "Empty. Please ask for it again."),
    ],
)
def test_what_a_file_is(tmp_path: Path, name: str, make: Callable[[], bytes], state: str, said: str) -> None:
    file = tmp_path / name
    file.write_bytes(make())
    seen = see(file)
    assert (seen.state, seen.said) == (state, said)
    assert (seen.diary is not None) is (state == "opens")
    assert bool(seen.why) is (state != "opens")


def test_one_that_opens_says_whose_it_is_as_its_paper_does(tmp_path: Path) -> None:
    (tmp_path / "a.tpediary.json").write_bytes(FILE)
    assert see(tmp_path / "a.tpediary.json").whose == f"Course 4 to 18 May 2026. Diary {DIARY.course.id[:8]}"


def test_one_that_is_gone_cannot_be_read(tmp_path: Path) -> None:
    seen = see(tmp_path / "gone.tpediary.json")
    assert (seen.state, seen.said) == ("unread", "It cannot be read here.")
    assert seen.why == "gone.tpediary.json cannot be read on this computer. Please copy it here again."


class TestFolder:
    def test_what_may_be_a_diary_is_listed_and_the_rest_is_counted(self, tmp_path: Path) -> None:
        (tmp_path / "ward").mkdir()
        for name, data in {
            "b.tpediary.json": FILE,
            "a.tpediary (1).json": FILE,
            "b.pdf": page(),
            "c.pdf": page(),
            "empty.tpediary.json": b"",
            ".hidden.tpediary.json": FILE,
            "photo.jpg": b"\xff\xd8",
            "letter.pdf": page(with_data=False),
        }.items():
            (tmp_path / "ward" / name).write_bytes(data)
        found = look_into(tmp_path / "ward")
        assert isinstance(found, Listed)
        assert [path.name for path in found.files] == [
            "a.tpediary (1).json",
            "b.tpediary.json",
            "c.pdf",
            "empty.tpediary.json",
        ]
        assert found.others == 3, "the page beside its own diary, a photo, a letter"

    def test_beds_stand_as_they_are_counted(self, tmp_path: Path) -> None:
        for bed in ("10", "2", "1", "²"):
            (tmp_path / f"bed-{bed}.tpediary.json").write_bytes(FILE)
        found = look_into(tmp_path)
        assert isinstance(found, Listed)
        assert [path.name[4:].partition(".")[0] for path in found.files] == ["1", "2", "10", "²"]

    def test_the_command_finds_the_same_files_in_the_same_order(self, tmp_path: Path) -> None:
        for name, data in {
            "bed 10.tpediary.json": FILE,
            "bed 2.tpediary (1).json": FILE,
            "bed 2.pdf": page(),
            "c.PDF": page(),
            "page without a suffix": page(),
            "cut.json": FILE[:300],
            "d.txt": b"x",
        }.items():
            (tmp_path / name).write_bytes(data)
        found = look_into(tmp_path)
        assert isinstance(found, Listed)
        assert batch.found([tmp_path]) == list(found.files)
        assert (len(found.files), found.others) == (6, 1)

    def test_one_that_nobody_may_read_is_not_called_no_diary(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_path: object) -> None:
            raise PermissionError(errno.EACCES, "Permission denied")

        (tmp_path / "anna.json").write_bytes(FILE)
        monkeypatch.setattr(Path, "open", refuse)
        assert look_into(tmp_path) == Listed((tmp_path / "anna.json",), 0)
        assert see(tmp_path / "anna.json").said == "It cannot be read here."

    def test_one_without_a_diary_and_one_that_is_closed_say_so(self, tmp_path: Path) -> None:
        assert look_into(tmp_path) == Seen("other", "No diary in this folder.", f"{tmp_path.name} has no diary in it.")
        gone = look_into(tmp_path / "gone")
        assert isinstance(gone, Seen)
        assert gone.state == "unread"


class TestEach:
    def test_each_is_told_as_it_is_begun_and_as_it_is_known(self, tmp_path: Path) -> None:
        file, folder = tmp_path / "a.tpediary.json", tmp_path / "ward"
        folder.mkdir()
        for place in (file, folder / "b.tpediary.json"):
            place.write_bytes(FILE)
        told: list[tuple[Path, object]] = []
        look_at_each([file, folder], lambda path, what: told.append((path, what)), lambda: False)
        assert [path for path, __ in told] == [file, file, folder, folder]
        assert told[0][1] is told[2][1] is None
        assert isinstance(told[1][1], Seen)
        assert told[1][1].diary is None, "a list of a hundred holds no hundred diaries"
        assert told[3][1] == Listed((folder / "b.tpediary.json",), 0)

    def test_it_ends_where_nobody_listens_any_more(self, tmp_path: Path) -> None:
        told: list[Path] = []
        look_at_each([tmp_path, tmp_path], lambda path, __: told.append(path), lambda: bool(told))
        assert set(told) == {tmp_path}
        assert len(told) == 2


def test_a_file_named_twice_is_one(tmp_path: Path) -> None:
    assert once([tmp_path / "a", str(tmp_path / "b" / ".." / "a")]) == [tmp_path / "a"]
