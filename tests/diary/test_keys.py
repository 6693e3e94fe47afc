"""The key file: one way in, no other; damage and a wrong passcode are told apart."""

from __future__ import annotations

import json
import os
import stat
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.diary.conftest import start
from tpe_guide.diary import keys
from tpe_guide.errors import BadInput, CannotWrite, DiaryDamaged, FromNewerVersion, WrongPasscode

PASSCODE = "green kettle three boats"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "diary.key"


def change(path: Path, old: str | None, new: str | None) -> None:
    keys.put(path, keys.rewrapped(path, old, new))


def rewrite(path: Path, **changes: object) -> None:
    """Change the first slot as somebody would who also mends the checksum."""
    data = json.loads(path.read_bytes())
    del data["checksum"]
    data["slots"][0].update(changes)
    data["checksum"] = keys._checksum(data)
    path.write_text(json.dumps(data))


class TestPasscode:
    def test_it_opens_and_no_other_does(self, path: Path) -> None:
        key = keys.create(path, PASSCODE).key
        assert len(key) == 32
        assert keys.needs_passcode(path)
        assert keys.unlock(path, PASSCODE) == key
        for other in ("green kettle three boat", "Green kettle three boats", "", None):
            with pytest.raises(WrongPasscode):
                keys.unlock(path, other)

    def test_the_work_it_takes_is_what_was_decided(self, path: Path, costly_passcodes: None) -> None:
        keys.create(path, PASSCODE)
        slot = json.loads(path.read_bytes())["slots"][0]
        assert (slot["kdf"], slot["time_cost"], slot["memory_kib"], slot["parallelism"]) == (
            "argon2id",
            3,
            65536,
            4,
        )

    def test_the_file_does_not_hold_the_key_or_the_passcode(self, path: Path) -> None:
        key = keys.create(path, PASSCODE).key
        data = path.read_bytes()
        assert key not in data
        assert key.hex().encode() not in data
        assert b"kettle" not in data

    def test_two_diaries_with_one_passcode_share_nothing(self, path: Path) -> None:
        first = keys.create(path, PASSCODE).key
        slot = json.loads(path.read_bytes())["slots"][0]
        assert keys.create(path, PASSCODE).key != first
        again = json.loads(path.read_bytes())["slots"][0]
        assert not {slot[name] for name in ("salt", "nonce", "wrapped")} & {
            again[name] for name in ("salt", "nonce", "wrapped")
        }

    def test_the_same_words_from_another_keyboard(self, path: Path) -> None:
        key = keys.create(path, "Löwe über Ärger № 5").key
        for typed in ("NFD", "NFC", "NFKD"):
            assert keys.unlock(path, unicodedata.normalize(typed, "Löwe über Ärger № 5")) == key
        assert keys.unlock(path, "  Löwe über  Ärger\u00a0№ 5 ") == key, "a slip of the thumb on the space bar"

    @pytest.mark.parametrize("passcode", ["", "eleven char", "           x          ", "a" + " " * 30 + "b"])
    def test_a_short_one_is_refused_and_nothing_written(self, path: Path, passcode: str) -> None:
        assert keys.passcode_problem(passcode) == ("Use at least 12 letters. Three or four short words work well.")
        with pytest.raises(BadInput):
            keys.create(path, passcode)
        assert not path.exists()

    def test_twelve_will_do(self) -> None:
        assert keys.passcode_problem("twelve chars") is None

    @pytest.mark.parametrize(
        ("passcode", "strength"),
        [
            ("kettle", 0),
            ("aaaaaaaaaaaaaaaaaaaaaaaa", 1),
            ("twelve chars", 1),
            ("kettle boats three", 2),
            (PASSCODE, 3),
            ("boats three boats three boats three", 1),
            ("pbuqdzwkxmvthoraeicg", 2),
            ("pbuqdzwkxmvthoraeicgnfls", 3),
            ("green kettle three boats sail home", 4),
        ],
    )
    def test_its_strength(self, passcode: str, strength: int) -> None:
        assert keys.strength(passcode) == strength

    @given(st.text())
    def test_strength_is_nought_exactly_for_what_is_refused(self, passcode: str) -> None:
        assert (keys.strength(passcode) == 0) == (keys.passcode_problem(passcode) is not None)
        assert keys.strength(passcode) in range(5)


class TestNoPasscode:
    def test_the_file_alone_opens(self, path: Path) -> None:
        key = keys.create(path, None).key
        assert not keys.needs_passcode(path)
        assert keys.unlock(path, None) == key
        assert keys.unlock(path, "whatever was typed") == key

    @pytest.mark.skipif(os.name == "nt", reason="Windows keeps a profile private by other means")
    def test_only_its_owner_may_read_it(self, path: Path) -> None:
        keys.create(path, None)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


class TestChanging:
    def test_the_key_stays_and_the_way_in_changes(self, path: Path) -> None:
        key = keys.create(path, None).key
        change(path, None, PASSCODE)
        assert key.hex().encode() not in path.read_bytes()
        change(path, PASSCODE, "another four short words")
        assert keys.unlock(path, "another four short words") == key
        with pytest.raises(WrongPasscode):
            keys.unlock(path, PASSCODE)
        change(path, "another four short words", None)
        assert keys.unlock(path, None) == key

    @pytest.mark.parametrize(
        ("old", "new", "error"),
        [("a wrong passcode", "another four short words", WrongPasscode), (PASSCODE, "short", BadInput)],
    )
    def test_a_refused_change_changes_nothing(self, path: Path, old: str, new: str, error: type[Exception]) -> None:
        keys.create(path, PASSCODE)
        before = path.read_bytes()
        with pytest.raises(error):
            change(path, old, new)
        assert path.read_bytes() == before

    def test_a_disk_that_fails_at_the_last_moment_leaves_the_old_passcode(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        key = keys.create(path, PASSCODE).key

        def fail(__: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", fail)
        with pytest.raises(CannotWrite):
            change(path, PASSCODE, "another four short words")
        assert keys.unlock(path, PASSCODE) == key
        assert [file.name for file in path.parent.iterdir()] == ["diary.key"]


class TestDamage:
    def test_any_flipped_bit_is_damage_and_not_a_wrong_passcode(self, path: Path) -> None:
        keys.create(path, PASSCODE)
        whole = path.read_bytes()
        for place in range(0, len(whole)):
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
            with pytest.raises((DiaryDamaged, FromNewerVersion)) as caught:
                keys.unlock(path, PASSCODE)
            # One bit turns version 1 into 5, and that alone may look like a file from the future.
            assert isinstance(caught.value, DiaryDamaged) or getattr(caught.value, "found", 0) == 5

    @pytest.mark.parametrize("data", [b"", b"[]", b"7", b"\xff", b"[" * 100_000, b"{}", b'{"slots": []}'])
    def test_what_is_no_key_file(self, path: Path, data: bytes) -> None:
        path.write_bytes(data)
        with pytest.raises(DiaryDamaged, match="damaged"):
            keys.unlock(path, None)

    def test_a_missing_file(self, path: Path) -> None:
        with pytest.raises(DiaryDamaged) as caught:
            keys.needs_passcode(path)
        assert caught.value.reason == "its key file is missing"

    def test_a_newer_version_is_left_alone(self, path: Path) -> None:
        path.write_text(json.dumps({"format": "tpe-guide-key", "version": 2, "slots": "in some new way"}))
        with pytest.raises(FromNewerVersion):
            keys.unlock(path, None)

    @pytest.mark.parametrize(
        "changes",
        [
            {"memory_kib": 2**40},
            {"memory_kib": 1},
            {"time_cost": 10**9},
            {"time_cost": 0},
            {"parallelism": True},
            {"salt": "00"},
            {"salt": None},
            {"wrapped": "00" * 48 + "0"},
            {"wrapped": "zz"},
            {"nonce": ""},
            {"kind": "recovery"},
        ],
    )
    def test_a_hostile_file_costs_neither_memory_nor_time(self, path: Path, changes: dict[str, object]) -> None:
        keys.create(path, PASSCODE)
        rewrite(path, **changes)
        with pytest.raises(DiaryDamaged):
            keys.unlock(path, PASSCODE)

    @pytest.mark.parametrize("changes", [{"cipher": "none"}, {"time_cost": 2}, {"salt": "00" * 16}])
    def test_how_the_key_was_wrapped_cannot_be_changed(self, path: Path, changes: dict[str, object]) -> None:
        keys.create(path, PASSCODE)
        rewrite(path, **changes)
        with pytest.raises(WrongPasscode):
            keys.unlock(path, PASSCODE)

    def test_a_slot_of_a_later_version_beside_ours_is_passed_over(self, path: Path) -> None:
        key = keys.create(path, PASSCODE).key
        data = json.loads(path.read_bytes())
        del data["checksum"]
        data["slots"].insert(0, {"kind": "recovery", "words": 24})
        data["checksum"] = keys._checksum(data)
        path.write_text(json.dumps(data))
        assert keys.unlock(path, PASSCODE) == key


def test_several_threads_turn_passcodes_into_keys_at_once() -> None:
    """A window that opens a diary while it looks into a backup: OpenSSL's own threads were seen to hang then.

    In a process of its own, which can be ended.
    """
    script = """
import threading
from tpe_guide.diary import keys
keys._ARGON2ID.update(time_cost=1, memory_kib=64)
made = keys.wrapped(keys.new_key(), "green kettle three boats")
came = []
def work():
    for _ in range(25):
        came.append(keys.unlock_data(made.file, None, "green kettle three boats") == made.key)
threads = [threading.Thread(target=work, daemon=True) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(came), all(came))
"""
    with start(script) as child:
        try:
            out, _err = child.communicate(timeout=60)
        finally:
            child.kill()
    assert out.split() == ["100", "True"]
