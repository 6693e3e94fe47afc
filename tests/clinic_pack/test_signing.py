"""A pack that is signed is exactly as its clinic wrote it; where a key is trusted, no other is taken."""

from __future__ import annotations

import json
import os
import random
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.clinic_pack.packs import KNOWN, good_files
from tpe_guide import paths
from tpe_guide.clinic_pack import container, reading, signing, trust
from tpe_guide.clinic_pack.pack import NOTHING
from tpe_guide.errors import BadInput, WrongUsage
from tpe_guide.wording import describe

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clinic's key pair, ``ours``, and that of somebody else, ``theirs``."""
    folder = tmp_path_factory.mktemp("keys")
    signing.new_key(folder / "ours")
    signing.new_key(folder / "theirs")
    return folder


@pytest.fixture(scope="module")
def trusted(keys: Path) -> bytes:
    return signing.public_key(keys / "ours.pub")


def signed(files: Files, key: Path) -> Files:
    return files | {container.SIGNATURE: signing.signed(files, signing.private_key(key))}


def refused(files: Files, trusted: bytes | None = None) -> str:
    """Why it is not taken."""
    pack, problems = reading.read(files, "pack", KNOWN, trusted)
    assert pack == NOTHING
    return " ".join(map(describe, problems))


class TestTaken:
    def test_signed_by_the_trusted_key(self, keys: Path, trusted: bytes) -> None:
        pack, problems = reading.read(signed(good_files(), keys / "ours"), "pack", KNOWN, trusted)
        assert (problems, pack.signer) == ([], signing.fingerprint(trusted))

    def test_signed_or_not_where_no_key_is_trusted(self, keys: Path) -> None:
        assert reading.read(good_files(), "pack", KNOWN)[1] == []
        assert reading.read(signed(good_files(), keys / "theirs"), "pack", KNOWN)[1] == []

    def test_through_one_file_and_back(self, keys: Path, trusted: bytes) -> None:
        files = container.files_in(container.wrapped(signed(good_files(), keys / "ours")), "pack")
        assert signing.signer_of(files, "pack", trusted)

    def test_a_file_of_words_alone(self, keys: Path, trusted: bytes) -> None:
        words = {container.JSON: b'{"format": "tpe-guide-clinic", "version": 1, "details": {}}'}
        assert reading.read(signed(words, keys / "ours"), "pack", KNOWN, trusted)[1] == []


class TestRefused:
    def test_not_signed(self, trusted: bytes) -> None:
        assert "a pack that is signed" in refused(good_files(), trusted)

    def test_signed_by_another(self, keys: Path, trusted: bytes) -> None:
        said = refused(signed(good_files(), keys / "theirs"), trusted)
        assert signing.fingerprint(trusted) in said

    @pytest.mark.parametrize(
        "change",
        [
            lambda files: files | {"clinic.toml": files["clinic.toml"].replace(b"123", b"124")},
            lambda files: files | {"words/fluid.md": b"We use plasma."},
            lambda files: {name: data for name, data in files.items() if name != "logo.png"},
        ],
    )
    def test_changed_added_or_taken_away_afterwards_also_where_no_key_is_trusted(
        self, keys: Path, trusted: bytes, change: Callable[[Files], Files]
    ) -> None:
        files = change(signed(good_files(), keys / "ours"))
        assert "was changed after they were signed" in refused(files)
        assert "was changed after they were signed" in refused(files, trusted)

    def test_each_flipped_bit_of_the_signature(self, keys: Path, trusted: bytes) -> None:
        files = signed(good_files(), keys / "ours")
        raw, chance = files[container.SIGNATURE], random.Random(3)
        for at in chance.sample(range(len(raw.rstrip())), 60):
            flipped = raw[:at] + bytes([raw[at] ^ 1 << chance.randrange(7)]) + raw[at + 1 :]
            with pytest.raises(BadInput) as caught:
                signing.signer_of(files | {container.SIGNATURE: flipped}, "pack", trusted)
            assert "\n" not in describe(caught.value)

    @pytest.mark.parametrize(
        "raw",
        [b"", b"[]", b"{}", b"x" * 70_000, json.dumps({"format": 1, "version": 1, "key": 1, "signature": 1}).encode()],
    )
    def test_a_signature_that_is_none(self, raw: bytes) -> None:
        assert "tpe-guide kiosk pack sign" in refused(good_files() | {container.SIGNATURE: raw})


class TestKeys:
    @pytest.mark.skipif(os.name == "nt", reason="no such modes")
    def test_a_new_private_key_is_its_owner_s_alone(self, keys: Path) -> None:
        assert stat.S_IMODE((keys / "ours").stat().st_mode) == 0o600

    @pytest.mark.parametrize("there", ["ours", "ours.pub"])
    def test_no_key_takes_the_place_of_another(self, tmp_path: Path, there: str) -> None:
        (tmp_path / there).write_text("mine")
        with pytest.raises(WrongUsage):
            signing.new_key(tmp_path / "ours")
        assert [path.name for path in tmp_path.iterdir()] == [there]

    def test_the_fingerprint_can_be_read_aloud(self, trusted: bytes) -> None:
        assert len(signing.fingerprint(trusted).split()) == 4

    @pytest.mark.parametrize("name", ["ours.pub", "nowhere", "rubbish"])
    def test_what_is_no_private_key(self, keys: Path, name: str) -> None:
        (keys / "rubbish").write_text("-----BEGIN PRIVATE KEY-----\n?")
        with pytest.raises(BadInput):
            signing.private_key(keys / name)

    @pytest.mark.parametrize("name", ["ours", "nowhere", "rubbish"])
    def test_what_is_no_public_key(self, keys: Path, name: str) -> None:
        (keys / "rubbish").write_text("-----BEGIN PUBLIC KEY-----\n?")
        with pytest.raises(BadInput):
            signing.public_key(keys / name)


class TestTrust:
    @pytest.fixture(autouse=True)
    def machine(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        machine = tmp_path / "machine"
        machine.mkdir()
        monkeypatch.setattr(paths, "machine_folders", lambda: (machine,))
        return machine

    def test_without_a_key_any_pack_may_be_taken(self, tmp_path: Path) -> None:
        assert trust.trusted_key(tmp_path) == (None, None)

    def test_the_key_of_the_data_folder(self, tmp_path: Path, keys: Path, trusted: bytes) -> None:
        trust.trust(keys / "ours.pub", tmp_path / "data")
        assert trust.trusted_key(tmp_path / "data") == (trusted, None)

    def test_the_machine_s_own_comes_first(self, tmp_path: Path, machine: Path, keys: Path, trusted: bytes) -> None:
        trust.trust(keys / "theirs.pub", tmp_path / "data")
        (machine / trust.FILE).write_bytes((keys / "ours.pub").read_bytes())
        assert trust.trusted_key(tmp_path / "data") == (trusted, None)

    def test_a_key_that_cannot_be_read_is_no_leave_to_take_any_pack(self, machine: Path, tmp_path: Path) -> None:
        (machine / trust.FILE).write_text("rubbish")
        key, fault = trust.trusted_key(tmp_path)
        assert key == trust.NOBODYS
        assert fault is not None
        assert "a pack that is signed" in refused(good_files(), key)

    def test_what_is_no_key_is_not_trusted(self, tmp_path: Path) -> None:
        (tmp_path / "x").write_text("rubbish")
        with pytest.raises(BadInput):
            trust.trust(tmp_path / "x", tmp_path / "data")
        assert not (tmp_path / "data").exists()
