"""The code by which staff leave: chosen, kept as a hash, guessed at with growing delays, and taken back by root."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tpe_guide.errors import BadInput, CannotRunHere
from tpe_guide.kiosk import exit_pin
from tpe_guide.kiosk.exit_pin import ExitPin, PinDoor

RIGHT = "480516"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exit_pin, "_COSTS", {"iterations": 1, "lanes": 1, "memory_cost": 64})


@pytest.mark.parametrize(
    "digits", ["", "48051", "48051a", "４８０５１６", "4" * 33, "777777", "123456", "987654", "890123"]
)
def test_what_a_stranger_tries_first_is_no_code(digits: str, tmp_path: Path) -> None:
    assert exit_pin.problem(digits)
    with pytest.raises(BadInput):
        exit_pin.choose(tmp_path, digits)
    assert exit_pin.read(tmp_path) is None


def test_it_is_kept_as_a_hash_for_its_owner_only(tmp_path: Path) -> None:
    pin = exit_pin.choose(tmp_path, RIGHT)
    file = tmp_path / exit_pin.FILE
    assert RIGHT not in file.read_text()
    assert "argon2id" in file.read_text()
    assert file.stat().st_mode & 0o077 == 0
    assert exit_pin.read(tmp_path) == pin
    assert not pin.proven
    assert exit_pin.is_right(pin, RIGHT)
    assert not exit_pin.is_right(pin, "480517")


def test_it_is_proven_once_it_was_typed_at_the_kiosk(tmp_path: Path) -> None:
    exit_pin.prove(tmp_path, exit_pin.choose(tmp_path, RIGHT))
    kept = exit_pin.read(tmp_path)
    assert kept is not None
    assert kept.proven
    exit_pin.choose(tmp_path, "615084")
    again = exit_pin.read(tmp_path)
    assert again is not None
    assert not again.proven, "another code is another way out"


@pytest.mark.parametrize(
    "spoilt",
    [
        "",
        "{}",
        '{"hash": "x", "at": 1, "proven": true}',
        '{"hash": "$argon2id$v=19$m=99999999,t=3,p=4$YWJjZGVmZ2g$YWJj", "at": 1, "proven": true}',
    ],
)
def test_a_spoilt_file_is_no_open_door(spoilt: str, tmp_path: Path) -> None:
    (tmp_path / exit_pin.FILE).write_text(spoilt)
    with pytest.raises(CannotRunHere):
        exit_pin.read(tmp_path)


def test_wrong_ones_cost_more_and_more_and_a_new_process_still_knows(tmp_path: Path) -> None:
    pin = exit_pin.choose(tmp_path, RIGHT)
    door = PinDoor(pin, tmp_path, reset=tmp_path / "none")
    assert [door.wait_after("111222") for _try in range(4)] == [1, 1, 1, 1]
    again = PinDoor(pin, tmp_path, reset=tmp_path / "none")
    assert again.wait_after(RIGHT) >= 1, "said too soon, even the right one waits"


def test_without_a_place_to_count_it_still_counts(tmp_path: Path) -> None:
    door = PinDoor(exit_pin.choose(tmp_path, RIGHT), Path(os.devnull), reset=tmp_path / "none")
    for _try in range(4):
        door.wait_after("111222")
    assert door.wait_after(RIGHT) >= 1


def test_without_a_code_nothing_leads_out(tmp_path: Path) -> None:
    assert PinDoor(None, tmp_path).wait_after("") == 1


@pytest.mark.skipif(os.name == "nt" or os.getuid() != 0, reason="only root can place it")
class TestReset:
    """A file that an administrator made takes the code back."""

    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        folder = tmp_path / "etc"
        folder.mkdir(mode=0o755)
        (folder / "reset").touch(mode=0o644)
        return folder / "reset"

    def test_it_counts_while_it_is_newer_than_the_code(self, file: Path) -> None:
        assert exit_pin.is_reset(ExitPin("", int(time.time()) - 60), file)
        assert not exit_pin.is_reset(ExitPin("", int(time.time()) + 60), file)
        assert PinDoor(ExitPin("", int(time.time()) - 60), file.parent, file).wait_after("1") == 0

    def test_one_that_others_could_have_made_does_not(self, file: Path) -> None:
        old = ExitPin("", 0)
        file.chmod(0o666)
        assert not exit_pin.is_reset(old, file)
        file.chmod(0o644)
        file.parent.chmod(0o777)
        assert not exit_pin.is_reset(old, file)
        file.parent.chmod(0o755)
        os.chown(file, 65534, 65534)
        assert not exit_pin.is_reset(old, file)

    def test_a_link_to_one_does_not(self, file: Path) -> None:
        link = file.with_name("link")
        link.symlink_to(file)
        assert not exit_pin.is_reset(ExitPin("", 0), link)
