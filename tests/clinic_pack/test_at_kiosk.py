"""How a pack sets a kiosk: how long it waits, and which languages it offers."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from tests.clinic_pack.at_once import AtOnce
from tests.clinic_pack.packs import HEAD, SLOTS, put
from tpe_guide.clinic_pack.at_kiosk import KioskClinic
from tpe_guide.clinic_pack.pack import NOTHING
from tpe_guide.clinic_pack.watch import PackWatch
from tpe_guide.guide.library import Library
from tpe_guide.policy import KIOSK


class Guide:
    """A guide in *language*, without pages."""

    slots, order = SLOTS, ()

    def __init__(self, language: str) -> None:
        self.language = language


GUIDES = cast("list[Library]", [Guide("en"), Guide("de")])


@pytest.fixture(autouse=True)
def one_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each kiosk looks once, at its start."""

    def start(watch: PackWatch, wait: float = 0.0) -> None:
        watch._fetch = AtOnce
        watch.look()

    monkeypatch.setattr(PackWatch, "start", start)


def kiosk(tmp_path: Path, text: str) -> KioskClinic:
    return KioskClinic(tmp_path / "kept", GUIDES, put(tmp_path / "pack", {"clinic.toml": (HEAD + text).encode()}))


def test_what_the_unit_chose(tmp_path: Path) -> None:
    clinic = kiosk(tmp_path, '[kiosk]\nidle-seconds = 90\nlanguages = ["de"]\n[numbers]\nunit = "112"')
    assert clinic.chosen(KIOSK).idle_seconds == 90
    assert clinic.offered(GUIDES) == [GUIDES[1]]
    assert clinic.words == {"unit-phone": "112"}


@pytest.mark.parametrize("text", ["", "["])
def test_as_it_comes_where_nothing_is_chosen_or_nothing_can_be_read(tmp_path: Path, text: str) -> None:
    clinic = kiosk(tmp_path, text)
    assert clinic.chosen(KIOSK) == KIOSK
    assert clinic.offered(GUIDES) == GUIDES


def test_without_a_pack_nothing_is_followed(tmp_path: Path) -> None:
    clinic = KioskClinic(tmp_path / "kept", GUIDES, None)
    assert clinic.watch is None
    assert clinic.chosen(KIOSK) == KIOSK
    assert clinic.pack == NOTHING
