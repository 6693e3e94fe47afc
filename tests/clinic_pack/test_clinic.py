"""A unit's file: read whole or not at all, each fault in one line, and the last good words stay."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpe_guide.clinic_pack import kept
from tpe_guide.clinic_pack.clinic import REFUSED, Clinic
from tpe_guide.errors import CannotWrite, FromNewerVersion
from tpe_guide.guide import clinic_file
from tpe_guide.guide.clinic_file import Details
from tpe_guide.guide.slots import Slot
from tpe_guide.wording import describe

SLOTS = {
    "unit-phone": Slot("unit-phone", "Number", "the number", "phone", 20, "01632 960 123"),
    "fluid": Slot("fluid", "Fluid", "Ask which.", "sentence", 40, "We use albumin."),
}
GOOD = {"unit-phone": "01632 960 123", "fluid": "We use albumin."}


def write(path: Path, details: Any = None, **changed: Any) -> Path:
    data = {"format": "tpe-guide-clinic", "version": 1, "details": GOOD if details is None else details} | changed
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def faults(path: Path) -> list[str]:
    """Each fault, without the name of the file; no words are given where there is one."""
    __, problems = clinic_file.read(path, SLOTS)
    return [describe(problem).removeprefix(f"{path}: ") for problem in problems]


class TestTwoWindows:
    """Two windows of one person write into the same file."""

    def test_none_takes_away_what_the_other_wrote(self, tmp_path: Path) -> None:
        one, other = Clinic(tmp_path, SLOTS), Clinic(tmp_path, SLOTS)
        one.fill_in("unit-phone", "01632 960 123")
        other.fill_in("fluid", "We use albumin.")
        assert Clinic(tmp_path, SLOTS).words == other.words == GOOD

    def test_what_the_disk_did_not_take_goes_with_the_next(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        one, other = Clinic(tmp_path, SLOTS), Clinic(tmp_path, SLOTS)
        other.fill_in("unit-phone", "999 999")
        with monkeypatch.context() as full:
            full.setattr(Path, "replace", _full)
            with pytest.raises(CannotWrite):
                one.fill_in("unit-phone", "01632 960 123")
        one.fill_in("fluid", "We use albumin.")
        assert Clinic(tmp_path, SLOTS).words == GOOD

    def test_a_file_that_was_spoilt_meanwhile_is_put_aside(self, tmp_path: Path) -> None:
        one = Clinic(tmp_path, SLOTS)
        one.fill_in("unit-phone", "01632 960 123")
        (tmp_path / clinic_file.FILE).write_text("{ by hand")
        one.fill_in("fluid", "We use albumin.")
        assert Clinic(tmp_path, SLOTS).words == GOOD
        assert (tmp_path / REFUSED).read_text() == "{ by hand"


def _full(*__: object) -> None:
    raise OSError(28, "No space left on device")


class TestRead:
    def test_words_by_slot(self, tmp_path: Path) -> None:
        assert clinic_file.read(write(tmp_path / "ours.json"), SLOTS) == (Details(GOOD), [])

    def test_a_folder_with_the_file_in_it(self, tmp_path: Path) -> None:
        write(tmp_path / "clinic.json")
        assert clinic_file.read(tmp_path, SLOTS) == (Details(GOOD), [])

    def test_a_template_is_empty_and_right(self, tmp_path: Path) -> None:
        path = tmp_path / "clinic.json"
        path.write_bytes(clinic_file.template(SLOTS))
        assert clinic_file.read(path, SLOTS) == (Details({"unit-phone": "", "fluid": ""}), [])

    def test_what_was_written_is_read_again(self, tmp_path: Path) -> None:
        path = tmp_path / "clinic.json"
        path.write_bytes(clinic_file.encoded(Details(GOOD)))
        assert clinic_file.read(path, SLOTS) == (Details(GOOD), [])

    @pytest.mark.parametrize(
        ("details", "said"),
        [
            ({"phone": "1"}, "phone: expected one of unit-phone, fluid."),
            ({"unit-phone": 1632}, "unit-phone: expected words in quotation marks."),
            ({"unit-phone": None}, "unit-phone: expected words in quotation marks."),
            ({"unit-phone": "call us"}, "unit-phone: expected a number to call, such as 01632 960 123."),
            ({"fluid": "x" * 41}, "fluid: expected at most 40 characters, not 41."),
            ({"fluid": "a\u0007b"}, "fluid: expected words in one line, without characters that cannot be seen."),
            ({"fluid": {"words": "We use it.", "colour": "red"}}, "fluid.colour: expected “words” and nothing new."),
            (["fluid"], "details: expected the words by slot in { }."),
        ],
    )
    def test_each_fault_is_named_by_its_key(self, tmp_path: Path, details: Any, said: str) -> None:
        assert faults(write(tmp_path / "ours.json", details)) == [said]

    def test_all_of_them_at_once(self, tmp_path: Path) -> None:
        assert len(faults(write(tmp_path / "ours.json", {"phone": "1", "fluid": 3}))) == 2

    @pytest.mark.parametrize(
        ("changed", "place"), [({"format": "x"}, "format"), ({"version": "1"}, "version"), ({"extra": 1}, "extra")]
    )
    def test_a_file_of_another_kind(self, tmp_path: Path, changed: dict[str, Any], place: str) -> None:
        (said,) = faults(write(tmp_path / "ours.json", **changed))
        assert said.startswith(f"{place}: expected")

    def test_a_file_of_a_newer_version(self, tmp_path: Path) -> None:
        __, (problem,) = clinic_file.read(write(tmp_path / "ours.json", version=2), SLOTS)
        assert isinstance(problem, FromNewerVersion)

    @pytest.mark.parametrize(
        ("raw", "said"),
        [
            (b"", "line 1: expected well-formed JSON; a quotation mark or comma may be missing."),
            (b'{\n"a": 1\n"b": 2}', "line 3: expected well-formed JSON; a quotation mark or comma may be missing."),
            (b'{\n"a": "\xff"}', "line 2: expected text in UTF-8."),
            (b'{"a": 1, "a": 2}', "a: expected each key once."),
            (b"[" * 50_000, "expected a file like the template."),
            (b'{"a": ' + b"9" * 5_000 + b"}", "expected a file like the template."),
            (b"[]", "expected format, version and details in { }."),
            (b" " * 70_000, "expected at most 65536 bytes, not 70000."),
        ],
    )
    def test_a_file_that_cannot_be_understood(self, tmp_path: Path, raw: bytes, said: str) -> None:
        path = tmp_path / "ours.json"
        path.write_bytes(raw)
        assert faults(path) == [said]

    def test_a_file_that_is_not_there_a_folder_without_one_and_a_pipe(self, tmp_path: Path) -> None:
        assert "no such file" in faults(tmp_path / "nowhere.json")[0]
        __, (empty_folder,) = clinic_file.read(tmp_path, SLOTS)
        assert "no such file" in describe(empty_folder)
        os.mkfifo(tmp_path / "pipe.json")
        assert faults(tmp_path / "pipe.json") == ["expected a file."]

    @given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
    def test_whatever_is_in_a_file_it_is_one_line_a_fault(self, raw: bytes) -> None:
        path = Path(os.environ["TPE_GUIDE_DATA_DIR"]).parent / "any.json"
        path.write_bytes(raw)
        details, problems = clinic_file.read(path, SLOTS)
        assert problems
        assert details == Details()
        assert all("\n" not in describe(problem) for problem in problems)


class TestKept:
    def test_words_a_person_wrote_are_there_next_time(self, tmp_path: Path) -> None:
        Clinic(tmp_path / "data", SLOTS).fill_in("unit-phone", "01632 1")
        assert Clinic(tmp_path / "data", SLOTS).words == {"unit-phone": "01632 1"}

    def test_a_kiosk_writes_nothing_and_reads_nobody_s_words(self, tmp_path: Path) -> None:
        write(tmp_path / "clinic.json")
        kiosk = Clinic(tmp_path, SLOTS, own=False)
        assert kiosk.words == {}
        kiosk.fill_in("fluid", "x", on_disk=False)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["clinic.json"]

    def test_the_clinic_s_own_file_wins_and_is_never_written(self, tmp_path: Path) -> None:
        ours = write(tmp_path / "ours.json", {"unit-phone": "01632 1"})
        before = ours.read_bytes()
        clinic = Clinic(tmp_path / "data", SLOTS, ours)
        clinic.fill_in("unit-phone", "01632 2")
        clinic.fill_in("fluid", "Albumin.")
        assert clinic.words == {"unit-phone": "01632 1", "fluid": "Albumin."}
        assert (clinic.is_given("unit-phone"), clinic.is_given("fluid")) == (True, False)
        assert ours.read_bytes() == before

    def test_a_bad_file_leaves_the_last_good_words(self, tmp_path: Path) -> None:
        ours = write(tmp_path / "ours.json")
        Clinic(tmp_path / "data", SLOTS, ours).keep()
        ours.write_text("{")
        clinic = Clinic(tmp_path / "data", SLOTS, ours)
        assert len(clinic.problems) == 1
        assert clinic.words == GOOD
        clinic.keep()  # a copy of a bad file is not a good copy
        assert Clinic(tmp_path / "data", SLOTS, ours).words == GOOD

    def test_a_file_that_is_mended_while_a_kiosk_runs_is_read_again(self, tmp_path: Path) -> None:
        ours = write(tmp_path / "ours.json", {"fluid": 1})
        clinic = Clinic(tmp_path / "data", SLOTS, ours, own=False)
        assert clinic.words == {}
        write(ours)
        clinic.read()
        assert (clinic.words, clinic.problems) == (GOOD, [])

    def test_a_bad_file_of_one_s_own_is_put_aside_before_it_is_written_anew(self, tmp_path: Path) -> None:
        data = tmp_path / "data"
        Clinic(data, SLOTS).fill_in("fluid", "Albumin.")
        Clinic(data, SLOTS).keep()
        (data / "clinic.json").write_text("half typed {")
        clinic = Clinic(data, SLOTS)
        assert clinic.words == {"fluid": "Albumin."}
        clinic.fill_in("unit-phone", "01632 1")
        assert Clinic(data, SLOTS).words == {"fluid": "Albumin.", "unit-phone": "01632 1"}
        assert (data / REFUSED).read_text() == "half typed {"

    def test_nothing_is_written_for_what_is_kept_already(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        ours = write(tmp_path / "ours.json")
        Clinic(tmp_path / "data", SLOTS, ours).keep()
        inode = (tmp_path / "data" / kept.FILE).stat().st_ino
        Clinic(tmp_path / "data", SLOTS, ours).keep()
        assert (tmp_path / "data" / kept.FILE).stat().st_ino == inode

    @pytest.mark.parametrize("step", ["fsync", "replace"])
    def test_a_failed_write_leaves_the_file_as_it_was_and_the_words_for_now(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
    ) -> None:
        data = tmp_path / "data"
        clinic = Clinic(data, SLOTS)
        clinic.fill_in("fluid", "Albumin.")
        before = (data / "clinic.json").read_bytes()

        def full(*__: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(*((os, "fsync", full) if step == "fsync" else (Path, "replace", full)))
        with pytest.raises(CannotWrite):
            clinic.fill_in("fluid", "Donor plasma.")
        monkeypatch.undo()
        assert [path.name for path in data.iterdir()] == ["clinic.json"]
        assert (data / "clinic.json").read_bytes() == before
        assert clinic.words == {"fluid": "Donor plasma."}
