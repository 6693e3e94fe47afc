"""What another pack would change, in plain words; and what a check tells of one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.clinic_pack.packs import GOOD, HEAD, KNOWN, good_files, png, put, read
from tpe_guide.clinic_pack import changes, checking, kept, signing
from tpe_guide.clinic_pack.pack import NOTHING, Pack
from tpe_guide.wording import describe

TODAY = dt.date(2026, 5, 14)


def change(old: str, new: str) -> list[str]:
    """What is told of the good pack with *old* in place of *new*."""
    files = good_files()
    assert old in GOOD
    before, now = read(files), read(files | {"clinic.toml": GOOD.replace(old, new).encode()})
    return changes.told(before, now, KNOWN) + changes.for_later(before, now, KNOWN)


class TestTold:
    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            ("960 123", "960 124", "Number to call by day: “01632 960 123” before, now “01632 960 124”."),
            ('fluid = "We use albumin."', "", "The fluid: “We use albumin.” before, now nothing."),
            ('"closed"', '"09:00-12:00"', "Open on Sunday: “closed” before, now “09:00-12:00”."),
            ('["tingling", "needles"]', '["tingling"]', "The page “Needles or a line” is left out."),
            ('pages = ["tingling", "needles"]', "", "The page “Cramps” is there again."),
            ('languages = ["en"]', "", "The language “de” is offered from now on."),
            ("idle-seconds = 90", "idle-seconds = 60", "Seconds until “Still there?”: “90” before, now “60”."),
            (
                "2027-03-31",
                "2027-04-01",
                "The last day: “Wednesday 31 March 2027” before, now “Thursday 1 April 2027”.",
            ),
            ("minutes = 150", "minutes = 120", "Minutes on the machine: “150” before, now “120”."),
            ("[30, 75]", "[30]", "When staff check: “30, 75” before, now “30”."),
        ],
    )
    def test_in_a_sentence(self, old: str, new: str, told: str) -> None:
        assert change(old, new) == [told]

    def test_the_order_of_pages_is_no_change(self) -> None:
        assert change('["tingling", "needles"]', '["needles", "tingling"]') == []

    def test_the_logo(self) -> None:
        files = good_files()
        bare = {name: data for name, data in files.items() if name != "logo.png"}
        other = files | {"logo.png": png(40, 40)}
        assert changes.for_later(read(bare), read(files), KNOWN) == ["There is a logo now."]
        assert changes.for_later(read(files), read(bare), KNOWN) == ["The logo is gone."]
        assert changes.for_later(read(files), read(other), KNOWN) == ["The logo is another one."]

    def test_all_of_a_first_pack(self) -> None:
        pack = read(good_files())
        later = changes.for_later(NOTHING, pack, KNOWN)
        assert "The name of the unit: nothing before, now “Day Unit B”." in later
        assert "The page “Cramps” is left out." in later
        assert (len(changes.told(NOTHING, pack, KNOWN)), len(later)) == (11, 8)

    def test_many_pages_are_counted(self) -> None:
        known = KNOWN._replace(pages={str(number): f"Page {number}" for number in range(20)})
        few = Pack(values={"kiosk.pages": ["7"]})
        assert changes.for_later(NOTHING, few, known) == ["19 pages are left out, the first is “Page 0”."]
        assert changes.for_later(few, NOTHING, known) == ["19 pages are there again, the first is “Page 0”."]


class TestCheck:
    def check(self, pack: Path, data: Path | None = None, against: Path | None = None) -> checking.Checked:
        return checking.check(pack, against, data, KNOWN, TODAY)

    def test_beside_the_one_in_use(self, tmp_path: Path) -> None:
        kept.keep(tmp_path / "data", good_files(), tmp_path / "pack")
        pack = put(tmp_path / "new", {"clinic.toml": GOOD.replace("960 123", "960 124").encode()})
        lines = self.check(pack, tmp_path / "data").lines
        assert lines[:2] == [f"{pack}: right; 17 filled in", "Not signed."]
        assert lines[lines.index("It would change:") + 1].startswith("  Number to call by day:")

    def test_beside_any_other(self, tmp_path: Path) -> None:
        pack = put(tmp_path / "pack", good_files())
        assert self.check(pack, None, pack).lines[-1] == "  Nothing."

    def test_who_signed_it(self, tmp_path: Path) -> None:
        signing.new_key(tmp_path / "key")
        signature = signing.signed(good_files(), signing.private_key(tmp_path / "key"))
        pack = put(tmp_path / "pack", good_files() | {"signature.json": signature})
        assert f"Signed with the key {signing.fingerprint(signing.public_key(tmp_path / 'key.pub'))}." in (
            self.check(pack).lines
        )

    def test_that_its_last_day_is_near(self, tmp_path: Path) -> None:
        pack = put(tmp_path, {"clinic.toml": f"{HEAD}[unit]\nexpires = 2026-05-20".encode()})
        assert "That is in 6 days." in self.check(pack).lines

    def test_that_its_last_day_has_passed_is_a_fault(self, tmp_path: Path) -> None:
        pack = put(tmp_path, {"clinic.toml": f"{HEAD}[unit]\nexpires = 2026-05-13".encode()})
        found = self.check(pack)
        assert (found.lines, len(found.problems)) == ([], 1)
        assert "Wednesday 13 May 2026 has" in describe(found.problems[0])

    def test_a_sentence_too_long_for_somebody_who_is_unwell_is_told_and_is_no_fault(self, tmp_path: Path) -> None:
        pack = put(tmp_path, {"clinic.toml": HEAD.encode(), "words/where-to-come.md": b"Come here " + b"now " * 20})
        assert any("a sentence of 22 words" in line for line in self.check(pack).lines)

    def test_what_this_version_does_not_show_is_said(self, tmp_path: Path) -> None:
        pack = put(tmp_path, {"clinic.toml": f'{HEAD}[hours]\nmonday = "closed"'.encode()})
        assert self.check(pack).lines[-2:] == [
            "This version keeps what follows, and does not show it yet:",
            "  Open on Monday: nothing before, now “closed”.",
        ]
