"""A clinic's pack at home and on the command line: read once, the last good one where it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.clinic_pack.packs import GOOD, SLOTS, good_files, put
from tests.conftest import FixedClock
from tpe_guide.clinic_pack import fetch, given
from tpe_guide.clinic_pack.clinic import Clinic
from tpe_guide.clinic_pack.given import OnePack
from tpe_guide.errors import OutOfReach
from tpe_guide.wording import describe


def test_a_pack_in_place_of_a_file_of_words(tmp_path: Path) -> None:
    pack = put(tmp_path / "pack", good_files())
    clinic = Clinic(tmp_path / "data", SLOTS, pack)
    assert clinic.words["out-of-hours"] == "+44 (0)1632 960456, ask for the ward"
    assert clinic.is_given("fluid")
    assert clinic.session.minutes == 150


def test_the_last_good_one_where_the_share_is_silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = put(tmp_path / "pack", good_files())
    Clinic(tmp_path / "data", SLOTS, pack).keep()

    def silent(path: Path, _seconds: float) -> None:
        raise OutOfReach(path, "it did not answer within 1 seconds")

    monkeypatch.setattr(given, "fetched_within", silent)
    clinic = Clinic(tmp_path / "data", SLOTS, pack)
    assert clinic.words["fluid"] == "We use albumin."
    assert "did not answer" in describe(clinic.problems[0])
    clinic.keep()  # what is kept stays


def test_after_its_last_day_the_person_s_own_words_count_again(tmp_path: Path, clock: FixedClock) -> None:
    pack = put(tmp_path / "pack", {"clinic.toml": GOOD.replace("2027-03-31", "2026-05-13").encode()})
    one = OnePack(pack, tmp_path / "data", SLOTS, clock)
    clinic = Clinic(tmp_path / "data", SLOTS, one)
    clinic.fill_in("fluid", "Plasma.")
    assert clinic.words == {"fluid": "Plasma."}
    assert not clinic.is_given("fluid")
    assert "a last day that has not passed" in describe(clinic.problems[0])


def test_a_good_pack_is_kept_for_a_day_without_it(tmp_path: Path) -> None:
    pack = put(tmp_path / "pack", good_files())
    Clinic(tmp_path / "data", SLOTS, pack).keep()
    (pack / "clinic.toml").write_text("[")
    assert Clinic(tmp_path / "data", SLOTS, pack).session.minutes == 150


def test_what_is_wrong_with_a_pack_comes_from_its_thread(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="no such file"):
        fetch.fetched_within(tmp_path / "nowhere", 30.0)
