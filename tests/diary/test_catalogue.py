"""The fixed words: complete, in order, and nothing but looked up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tpe_guide import paths
from tpe_guide.authoring.compile import compile_all
from tpe_guide.diary import catalogue
from tpe_guide.diary.catalogue import TIERS, Catalogue, EffectKind, WarningSign
from tpe_guide.errors import CannotRunHere
from tpe_guide.vocabulary.terms import ALL_EFFECTS, EFFECTS, OTHER, WARNING_SIGNS


def small(name: str = "name") -> dict[str, Any]:
    tier = {"heading": "Call", "signs": ["A sign"]}
    return {
        "effects": {
            effect: {"name": f"{name} {effect}", "hint": "hint", "icon": "plus"} for effect in (*EFFECTS, OTHER)
        },
        "warnings": {
            sign: {
                "name": f"{name} {sign}",
                "icon": "wind",
                "tier": "now",
                "heading": "Call your unit now",
                "words": "Call now.",
                "red_flag": "R01",
                "facts": ["L-R01"],
            }
            for sign in WARNING_SIGNS
        },
        "urgent": {
            "title": "Urgent help",
            "lead": "Call.",
            "emergency": tier | {"number": 112},
            "now": tier,
            "today": tier,
            "note": "A note.",
        },
    }


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "compiled_dir", lambda: tmp_path)
    return tmp_path


def test_words_are_looked_up(compiled: Path) -> None:
    (compiled / "effects.en.json").write_text(json.dumps(small()))
    words = Catalogue.load("en")
    assert tuple(kind.id for kind in words.effects) == EFFECTS
    assert tuple(sign.id for sign in words.warnings) == WARNING_SIGNS
    assert words.kind("tingling") == EffectKind("tingling", "name tingling", "hint", "plus")
    assert words.name(OTHER) == "name other"
    assert words.is_warning("fainted")
    assert not words.is_warning("tired")
    assert words.warning("fainted") == WarningSign(
        "fainted", "name fainted", "", "wind", "now", "Call your unit now", "Call now.", ("L-R01",)
    )
    assert words.urgent.emergency.number == "112"
    assert words.urgent.now.number == ""
    assert words.urgent.today.signs == ("A sign",)


def test_an_ordinary_effect_has_no_warning(compiled: Path) -> None:
    (compiled / "effects.en.json").write_text(json.dumps(small()))
    with pytest.raises(KeyError):
        Catalogue.load("en").warning("tired")


def test_a_language_without_words_of_its_own_speaks_english(compiled: Path) -> None:
    (compiled / "effects.en.json").write_text(json.dumps(small("English")))
    (compiled / "effects.es.json").write_text(json.dumps(small("Spanish")))
    assert catalogue.load("es").name("cold") == "Spanish cold"
    assert catalogue.load("fr").name("cold") == "English cold"


def test_without_any_words_it_says_so(compiled: Path) -> None:
    with pytest.raises(CannotRunHere, match="missing"):
        Catalogue.load("en")


@pytest.mark.parametrize("loss", ["effects.tingling", "warnings.fainted", "warnings.fainted.words", "urgent.today"])
def test_a_missing_word_is_found_at_once_and_not_when_it_is_needed(compiled: Path, loss: str) -> None:
    data = small()
    *way, last = loss.split(".")
    holder = data
    for step in way:
        holder = holder[step]
    del holder[last]
    (compiled / "effects.en.json").write_text(json.dumps(data))
    with pytest.raises(CannotRunHere, match="damaged"):
        Catalogue.load("en")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"effects": 1}'])
def test_a_broken_file(compiled: Path, text: str) -> None:
    (compiled / "effects.en.json").write_text(text)
    with pytest.raises(CannotRunHere, match="damaged"):
        Catalogue.load("en")


def test_the_guide_has_words_for_every_effect_of_the_contract(compiled: Path) -> None:
    compile_all(paths.content_dir(), compiled)
    words = Catalogue.load("en")
    names = [words.name(effect) for effect in ALL_EFFECTS]
    assert len(set(names)) == len(ALL_EFFECTS), "no two are called the same"
    icons = {file.stem for file in (paths.assets_dir() / "icons").glob("*.svg")}
    assert {words.kind(effect).icon for effect in ALL_EFFECTS} <= icons
    for sign in words.warnings:
        assert sign.tier in TIERS
        assert sign.heading
        assert sign.words
    assert words.urgent.emergency.number
    assert words.urgent.title == "Urgent help"
